"""Time is linear in what was given: of every regular expression, and of every reader of foreign text.

A long text is compared with a quarter of it, by processor time: four times as long may take eight times as long, never
sixteen. What is done within a blink is not looked at twice, so a busy machine makes no test fail; and a pattern that
would take minutes is stopped at once.
"""

import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from tests.patterns import NOT_IMPORTED, SEARCHING, Used, all_patterns, hostile_texts, sources

LENGTH = 100_000
QUARTER = LENGTH // 4
BLINK = 0.05
STOPPED = 1.0
"""Seconds of processor time: a plain scan of so many characters takes a thousandth, a quadratic one ten times that."""
SHARES = 4

CUT_BEFORE = {"saraban_check.intake.headings._BRACKETS": 400}
"""Patterns that are not linear, and need not be: no more characters than this are given to them, whatever the file."""


class TooSlowError(Exception):
    """It was stopped."""


@contextmanager
def stopped_after(seconds: float) -> Iterator[None]:
    """Raise TooSlowError when so much processor time was spent (where the system can tell: not on Windows)."""

    def stop(*_: object) -> None:
        raise TooSlowError

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def seconds(do: Callable[[Any], object], text: Any, most: float = STOPPED) -> float:
    """The processor time that it takes, infinite where it was stopped."""
    start = time.process_time()
    try:
        with stopped_after(most):
            do(text)
    except TooSlowError:
        return float("inf")
    return time.process_time() - start


def is_linear(do: Callable[[Any], object], long: Any, quarter: Any, blink: float = BLINK, most: float = STOPPED) -> bool:
    """Whether a text four times as long takes less than eight times as long, or no time worth the name."""
    took = seconds(do, long, most)
    if took < blink:
        return True
    if took == float("inf"):
        return False
    took = min(took, seconds(do, long, most))
    return took < blink or took < 8 * min(seconds(do, quarter, most) for _ in range(2))


def ways(used: Used) -> Iterator[Callable[[Any], object]]:
    """How a pattern is asked. All methods that search are one: all occurrences, replaced by nothing."""
    nothing = b"" if isinstance(used.pattern.pattern, bytes) else ""
    if used.methods & SEARCHING:
        yield lambda text: used.pattern.sub(nothing, text)
    for method in sorted(used.methods - SEARCHING):
        yield getattr(used.pattern, method)


def slow_texts(used: Used) -> Iterator[str]:
    """The texts over which a pattern takes more than linear time, as one would name them."""
    is_bytes = isinstance(used.pattern.pattern, bytes)
    length = CUT_BEFORE.get(used.where, LENGTH)
    for text in hostile_texts(used.pattern.pattern, used.pattern.flags, length):
        given: Any = text.encode() if is_bytes else text
        for do in ways(used):
            # if a text of 500 characters already takes long, one of 100,000 would take for ever
            if seconds(do, given[:500] + given[-1:], 0.2) > BLINK or not is_linear(
                do, given, given[: length // 4] + given[-1:]
            ):
                yield f"{text[:20]!a}…{text[-3:]!a}"
                return


def share_of_patterns(share: int) -> list[Used]:
    distinct = {(used.pattern, used.methods): used for used in all_patterns()}
    return list(distinct.values())[share::SHARES]


@pytest.mark.parametrize("share", range(SHARES))
def test_no_pattern_takes_more_than_linear_time(share: int) -> None:
    slow = {used.where: text for used in share_of_patterns(share) for text in slow_texts(used)}
    assert not slow


def test_the_list_holds_patterns_of_each_kind() -> None:
    found = {used.where.removeprefix("saraban_check."): used for used in all_patterns()}
    assert len(found) > 250
    assert found["address.cleaning._AT"].methods == {"sub"}
    assert found["dns_lookup.reply._PLAIN"].methods == {"fullmatch"}, "a bound method"
    assert found["documents.file_kind._MHTML"].pattern.match(b"Content-Type: multipart/related")
    assert any(where.startswith("drafting.agency_names._WORD_BEFORE") for where in found), "in a dict"
    assert any(where.startswith("registry.kind_words:") for where in found), "made when it is first needed"
    assert any(where.startswith("suggestions.repair:") for where in found), "written where it is used"


def test_what_is_not_imported_makes_no_pattern() -> None:
    assert {source.name for source in sources() if source.module is None} == NOT_IMPORTED
    all_patterns()  # raises where one does, and where a pattern cannot be read from its source


@pytest.mark.parametrize("pattern", [r"\s*\(", r"(?:[.]+)+x", r"[a-z]+[0-9]", r"<[^>]*>", r"x\s*,?\s*y", r"a*[ab]*$"])
def test_a_pattern_that_is_not_linear_is_found(pattern: str) -> None:
    assert list(slow_texts(Used("here", re.compile(pattern), frozenset({"search"}))))
