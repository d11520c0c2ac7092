"""Time is linear in what was given: of every regular expression, and of every reader of foreign text.

A text of 100,000 characters is compared with four quarters of it, by processor time: it may take twice as long, never
four times. What is done within a blink is not looked at twice, so a busy machine makes no test fail; and a pattern that
would take minutes is stopped at once. Every pattern gets a quarter of every text, and the whole of those over which
that is not done at once, of one at least.
"""

import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from tests.patterns import NOT_IMPORTED, SEARCHING, Used, all_patterns, hostile_texts, sources

from saraban_check.intake.status_words import LONGEST

LENGTH = 100_000
QUARTER = LENGTH // 4
BLINK = 0.05
AT_ONCE = BLINK / 16
"""What a quadratic pattern may take over a quarter, to stay within a blink over the whole."""
ROUNDS = 4
"""How often a text and its quarters are measured, where they seem not to be linear."""
STOPPED = 1.0
"""Seconds of processor time: a plain scan of so many characters takes a thousandth, a quadratic one ten times that."""
SHARES = 4

CUT_BEFORE = {
    "saraban_check.intake.delivery_cells._PATTERNS": LONGEST,
    "saraban_check.intake.notice_cells._PATTERNS": LONGEST,
}
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


def is_linear(
    do: Callable[[Any], object], long: Any, quarter: Any, blink: float = BLINK, most: float = STOPPED
) -> bool:
    """Whether a text takes less than twice what four quarters of it take, or no time worth the name.

    A quadratic one takes four times as much. The clock of a process may go in steps of hundredths of a second, and a
    busy machine be slow for a while: so like times are compared, and again where they seem not to be.
    """
    wholes, parts = [], []
    for _ in range(ROUNDS):
        wholes.append(seconds(do, long, most))
        if min(wholes) < blink:
            return True
        if min(wholes) == float("inf"):
            return False
        parts.append(seconds(lambda text: [do(text) for _ in range(4)], quarter, 4 * most))
        if min(wholes) < 2 * min(parts):
            return True
    return False


def ways(used: Used) -> Iterator[Callable[[Any], object]]:
    """How a pattern is asked. All methods that search are one: all occurrences, replaced by nothing."""
    nothing = b"" if isinstance(used.pattern.pattern, bytes) else ""
    if used.methods & SEARCHING:
        yield lambda text: used.pattern.sub(nothing, text)
    for method in sorted(used.methods - SEARCHING):
        yield getattr(used.pattern, method)


def slow_texts(used: Used) -> Iterator[str]:
    """The texts over which a pattern takes more than linear time, as one would name them."""
    pattern = used.pattern
    length = CUT_BEFORE.get(used.where, LENGTH)
    slowest: tuple[float, Callable[[Any], object], Any] | None = None
    for text in hostile_texts(pattern.pattern, pattern.flags, length):
        given: Any = text.encode() if isinstance(pattern.pattern, bytes) else text
        for do in ways(used):
            if seconds(do, _part(given, 500), 0.2) > BLINK:  # it would take for ever
                yield _named(text)
                return
            took = seconds(do, _part(given, length // 4), 0.2)
            if slowest is None or took > slowest[0]:
                slowest = took, do, given
            if took > AT_ONCE and not is_linear(do, given, _part(given, length // 4)):
                yield _named(text)
                return
    if slowest is not None and not is_linear(*slowest[1:], _part(slowest[2], length // 4)):
        yield _named(slowest[2])


def _part(text: Any, length: int) -> Any:
    return text[:length] + text[-1:]


def _named(text: Any) -> str:
    return f"{text[:20]!a}…{text[-3:]!a}"


def share_of_patterns(share: int) -> list[Used]:
    distinct = {(used.pattern, used.methods): used for used in all_patterns()}
    return list(distinct.values())[share::SHARES]


@pytest.mark.parametrize("share", range(SHARES))
def test_no_pattern_takes_more_than_linear_time(share: int) -> None:
    slow = {used.where: text for used in share_of_patterns(share) for text in slow_texts(used)}
    assert not slow


@pytest.mark.parametrize(("pattern", "length", "linear"), [("a*b", 10_000, False), ("a?", LENGTH, True)])
def test_what_takes_more_than_linear_time_is_told(pattern: str, length: int, linear: bool) -> None:
    def search(text: str) -> None:
        re.compile(pattern).sub("", text)

    assert is_linear(search, "a" * length, "a" * (length // 4), blink=0.0) is linear


def test_the_list_holds_patterns_of_each_kind() -> None:
    found = {used.where.removeprefix("saraban_check."): used for used in all_patterns()}
    assert len(found) > 250
    assert found["address.dressing._AT"].methods == {"sub"}
    assert found["dns_lookup.reply._PLAIN"].methods == {"fullmatch"}, "a bound method"
    assert found["intake.packing._MHTML"].pattern.match(b"Content-Type: multipart/related")
    assert any(where.startswith("drafting.agency_names._WORD_BEFORE") for where in found), "in a dict"
    assert any(where.startswith("registry.kind_words:") for where in found), "made when it is first needed"
    assert any(where.startswith("suggestions.repair:") for where in found), "written where it is used"


def test_what_is_not_imported_makes_no_pattern() -> None:
    assert {source.name for source in sources() if source.module is None} == NOT_IMPORTED
    all_patterns()  # raises where one does, and where a pattern cannot be read from its source


@pytest.mark.parametrize(
    "pattern", [r"\s*\(", r"(?:[.]+)+x", r"[a-z]+[0-9]", r"<[^>]*>", r"x\s*,?\s*y", r"a*[ab]*$", r"\?to=[^@\s]*+(?!\S)"]
)
def test_a_pattern_that_is_not_linear_is_found(pattern: str) -> None:
    assert list(slow_texts(Used("here", re.compile(pattern), frozenset({"search"}))))


# What is done with a text besides searching it: the readers of cells, notices, pages and messages.

CELL = 32_767
"""Characters of a cell at most (limit `cell`); notices and messages are tried with LENGTH."""

GOOD = "saraban_06480115@dla.go.th"
CELL_RUNS = (
    *(" ", ".", "\t", "\n", "-", "_", "@", "0", "๐", "a", "ก", "่", "ำ", "(", '"', "<", "/", ",", "๑"),
    *("a@b ", "www.a.go.th ", "https:", "mailto:", "(at)", "5 ม.ค. 2567 ", "อบต.", "เทศบาล", "จังหวัด", "ํา", "250 "),
)
SPACED = "saraban@", "!"


def cell_readers() -> dict[str, Callable[[str], object]]:
    from saraban_check import check_address
    from saraban_check.address.websites import read_website
    from saraban_check.drafting.agency_names import agency_in_full
    from saraban_check.intake import cells, dates, headings
    from saraban_check.reference import kinds, places
    from saraban_check.registry import names
    from saraban_check.report import escape

    return {
        "address": check_address,
        "code": cells.read_code,
        "delivery": cells.read_delivery,
        "notice": cells.read_notice_and_posted,
        "yes or no": cells.read_yes_no,
        "upgraded": cells.read_upgraded,
        "issued": lambda text: check_address(GOOD, issued=text),
        "website": read_website,
        "day": dates.find_day,
        "heading": headings.field_of_heading,
        "kind": kinds.find_kind,
        "province": places.find_province,
        "name": lambda text: names.readings(text, None),
        "name without a limit": names.fold_name,
        "amphoe": names.fold_amphoe,
        "name in full": lambda text: agency_in_full(text, None),
        "Markdown": escape.for_markdown,
        "terminal": escape.for_terminal,
    }


@pytest.mark.parametrize("name", cell_readers())
def test_a_reader_of_cells_is_linear(name: str) -> None:
    read = cell_readers()[name]
    first, last = SPACED

    def cell(run: str, length: int) -> str:
        return first + run * (length // len(run)) + last

    read(GOOD)  # what is made once is made now
    runs = CELL_RUNS[::3] if name == "issued" else CELL_RUNS  # the other two thirds are those of the address
    slow = [run for run in runs if not is_linear(read, cell(run, CELL), cell(run, CELL // 4), 0.3)]
    assert not slow


NESTED: dict[str, Callable[[int], str]] = {
    "labels": lambda times: "mailto:" * times + GOOD,
    "brackets": lambda times: "<a@b " * times + ">" * times,
    "quotation marks": lambda times: "\"'" * times + GOOD + "'\"" * times,
    "labels in quotation marks": lambda times: '"mailto:' * times + GOOD + '"' * times,
    "punctuation": lambda times: GOOD + ".,;:" * times,
    "signs": lambda times: "(at" * times + ")" * times,
    "list marks": lambda times: "•" * times + GOOD,
    "questions": lambda times: "<" + "?subject=" * times + "x@y",
}


@pytest.mark.parametrize("name", NESTED)
def test_what_is_nested_in_a_cell_is_taken_off_in_linear_time(name: str) -> None:
    from saraban_check.address.cleaning import clean

    made = NESTED[name]
    assert is_linear(clean, made(3600), made(900), 0.3)
    once = clean(made(3600)).values
    assert all(clean(value).values == (value,) for value in once), "cleaning twice is cleaning once"


def test_labels_behind_one_another_are_all_taken_off() -> None:
    from saraban_check.address.cleaning import clean

    assert clean("mailto:mailto: e-mail : " + GOOD).values == (GOOD,)
    assert clean("อีเมล: mailto:" * 1000 + GOOD).values == (GOOD,)


NOTICE_RUNS = (
    *(" ", ".", "\t", "\n", "…", "-", "0", "a", "ก", "่", "ำ", "@", "(", "{", "[", "a@", "....\n", "xxx ", "(a)\n"),
    *("อบต.ก", "ประกาศ ณ วันที่ ", "e-mail", "e-mail:", "website", "website:a.b/", "www.a.go.th ", "02-123-4567 "),
    *("พ.ศ.", "มาตรา 10 ", "การปฏิบัติราชการทางอิเล็กทรอนิก", "a@b.co ", "ลงชื่อ....", "เว็บไซต์ของ"),
)
NOTICE = "ประกาศองค์การบริหารส่วนตำบลท่าข้าม\nเรื่อง ช่องทางอิเล็กทรอนิกส์\nx {}\nประกาศ ณ วันที่ 5 มกราคม 2567\n(ก)\nนายก"


@pytest.mark.parametrize("share", range(SHARES))
def test_a_notice_is_read_in_linear_time(share: int) -> None:
    from saraban_check.documents.lines import tidy
    from saraban_check.model.notice import Document, DocumentKind
    from saraban_check.notices.reading import read_notice

    def read(text: str) -> object:
        return read_notice(Document("a.txt", DocumentKind.TEXT, tidy(text)))

    def notice(run: str, length: int) -> str:
        return NOTICE.replace("{}", run * (length // len(run)))

    read(NOTICE)
    runs = NOTICE_RUNS[share::SHARES]
    slow = [run for run in runs if not is_linear(read, notice(run, LENGTH), notice(run, QUARTER), 0.5, 8)]
    assert not slow


MESSAGE_RUNS = (" ", "\n", "\t", ".", "0", "a", "ก", "@", "(", "<", "a@b.co ", "<a@b.co>: ", "550 5.1.1 ", "=?utf-8?b?")


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_a_bounce_in_free_text_is_read_in_linear_time(kind: str) -> None:
    from saraban_check.bounces.message import read_message

    head = f"From: MAILER-DAEMON@a.go.th\nContent-Type: text/{kind}; charset=utf-8\n\n550 5.1.1 user unknown {GOOD}\n"

    def message(run: str, length: int) -> bytes:
        return (head + run * (length // len(run))).encode()

    read_message(head.encode())
    runs = MESSAGE_RUNS
    slow = [run for run in runs if not is_linear(read_message, message(run, LENGTH), message(run, QUARTER), 0.5, 8)]
    assert not slow


def test_a_page_is_read_in_linear_time(tmp_path: Any) -> None:
    from saraban_check.documents.html_text import read_html
    from saraban_check.intake.limits import DEFAULT_LIMITS
    from saraban_check.model.errors import InputError

    path = tmp_path / "notice.html"

    def read(text: str) -> None:
        path.write_text(f"<html><p>{text}</p></html>", encoding="utf-8")
        with suppress(InputError):  # it may nest too deep
            read_html(path, path.name, DEFAULT_LIMITS, None)

    def page(run: str, length: int) -> str:
        return run * (length // len(run))

    read("ก")
    runs = (" ", "\n", "\t", "ก", "<p>", "<meta ", "<td>", "<br> ", "&amp;", "<", "<pre>")
    slow = [run for run in runs if not is_linear(read, page(run, LENGTH), page(run, QUARTER), 0.5, 8)]
    assert not slow
