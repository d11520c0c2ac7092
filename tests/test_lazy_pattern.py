"""A pattern that is compiled when it is first asked answers as one that was compiled at once."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from saraban_check.model import lazy_pattern as module
from saraban_check.model.lazy_pattern import lazy_pattern

ASKED: dict[str, Callable[[re.Pattern[str]], Any]] = {
    "search": lambda pattern: [found and found.span() for found in map(pattern.search, ("", "xABx", "ก"))],
    "match": lambda pattern: [found and found.groups() for found in map(pattern.match, ("ab1", "xab"))],
    "fullmatch": lambda pattern: [found and found["digit"] for found in map(pattern.fullmatch, ("ab1", "ab1x"))],
    "findall": lambda pattern: pattern.findall("ab1 AB2"),
    "finditer": lambda pattern: [found.span() for found in pattern.finditer("ab1 AB2")],
    "split": lambda pattern: pattern.split("xab1y"),
    "sub": lambda pattern: pattern.sub(r"<\g<0>>", "xab1y"),
    "subn": lambda pattern: pattern.subn("", "ab1ab2"),
    "text": lambda pattern: (pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex)),
}


@pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
def test_it_answers_as_the_pattern_does(ask: Callable[[re.Pattern[str]], Any]) -> None:
    written = r"ab(?P<digit>[0-9])?"
    lazy = lazy_pattern(written, re.IGNORECASE)
    assert ask(lazy) == ask(re.compile(written, re.IGNORECASE))
    assert ask(lazy) == ask(re.compile(written, re.IGNORECASE)), "the second time"


def test_it_is_compiled_once_and_not_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []

    class Counting:
        Pattern = re.Pattern

        @staticmethod
        def compile(*written: Any) -> re.Pattern[Any]:
            compiled.append(written)
            return re.compile(*written)

    monkeypatch.setattr(module, "re", Counting)
    lazy = lazy_pattern(b"a")
    assert not compiled
    assert lazy.match(b"a")
    assert lazy.search(b"ba")
    assert lazy.sub(b"", b"a") == b""
    assert compiled == [(b"a", 0)]


def test_what_no_pattern_has_it_has_not() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        lazy_pattern("a").nothing  # type: ignore[attr-defined]  # noqa: B018
