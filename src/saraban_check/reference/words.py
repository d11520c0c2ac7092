"""What people write in cells: words for none and for an upgrade, spreadsheets' errors; look-alike letters; headings."""

import re
from functools import cache

from ..model.lazy_pattern import lazy_pattern
from .tables import rows


class WordList:
    """Texts that mean one thing: whole (`is`), at the start, or as a pattern."""

    def __init__(self, name: str) -> None:
        found = [(r["match"], r["text"]) for r in rows("cell_words") if r["list"] == name]
        if not found:
            raise KeyError(name)
        self._is = {t.casefold() for m, t in found if m == "is"}
        self._starts = tuple(t.casefold() for m, t in found if m == "starts")
        parts = [t for m, t in found if m == "matches"]
        self._inside = re.compile("|".join(parts)) if parts else None

    def whole(self, text: str) -> bool:
        """Whether the text as a whole is one of these words."""
        return text.casefold() in self._is

    def part(self, text: str) -> bool:
        """Whether the text begins with, or holds, one of these words."""
        folded = text.casefold()
        return folded.startswith(self._starts) or bool(self._inside and self._inside.search(folded))


@cache
def words(name: str) -> WordList:
    """One list of `cell_words.csv`, such as `none`, `upgraded`. Raises KeyError for one that there is not."""
    return WordList(name)


@cache
def lookalikes() -> dict[int, str]:
    """Letters of other scripts that look like an ASCII letter, as a table for `str.translate`.

    Source: Unicode UTS #39 confusables, the part that a Thai, Latin, Greek or Cyrillic keyboard can type.
    """
    return {ord(r["character"]): r["ascii"] for r in rows("lookalikes")}


@cache
def kedmanee() -> dict[str, str]:
    """The English character by the Thai one that the same key gives under the Kedmanee layout (เกษมณี).

    Source: TIS 820-2538 as Windows and the X.Org layout `th` ship it (`1` gives ๅ and shift-7 ฿). The English side
    is the US layout. Some keys give ASCII under both: `2` gives `/`, `3` gives `-`.
    """
    return {r["thai"]: r["english"] for r in rows("kedmanee")}


NO_FIELD = "-"
"""Stands in `headings.csv` for the field of what our own reports add: what we said is not what the list says."""


@cache
def headings() -> dict[str, str]:
    """Field by folded heading (see `fold_heading`), or NO_FIELD."""
    return {fold_heading(r["heading"]): r["field"] for r in rows("headings")}


_SEPARATORS = lazy_pattern(r"[\s._\-–/:()\[\]*?ฯ\"'“”‘’\u200b\ufeff]+")
_MAIL = lazy_pattern(r"อีเมล์|อีเมลล์|e?mail")
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def fold_heading(heading: str) -> str:
    """A heading for comparing: without case, spaces, separators, quotes and ฯ; all ways to write e-mail are one."""
    return _MAIL.sub("อีเมล", _SEPARATORS.sub("", heading.casefold().translate(_DIGITS)))
