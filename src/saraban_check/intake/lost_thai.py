"""Thai that was lost before the file came here: `????`, or letters of another code page (mojibake).

Whoever exports Thai as Windows-1252 gets a question mark for each letter; whoever opens UTF-8 as another code page and
saves it keeps the wrong letters for good. Nothing is guessed and nothing is rewritten: it is said where it stands.
"""

import codecs
import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ..model.lazy_pattern import lazy_pattern
from .encoding import THAI

_SHOWN, _LOOKED_AT = 24, 500
_THAI_LETTER = lazy_pattern("[ก-๛]")
_SYLLABLES = lazy_pattern("(?:[เ-ไ]?[ก-ฮ][ัิ-ฺ็]?[็-๎]?[ะาำๅๆฯ]*)+")
_SYMBOLS_AT_LEAST = 3


class LostCell(NamedTuple):
    """A cell by its row as the file has it, its column (0 = first), what stands there, and what was meant, if known."""

    row: int
    column: int
    found: str
    meant: str | None = None


class LostThai(NamedTuple):
    """The cells whose Thai was lost, and the code page that the rest of a mojibake is written in, where it is one."""

    cells: tuple[LostCell, ...]
    code_page: str | None = None


def find_lost(rows: Iterable[tuple[int, Sequence[Any]]]) -> LostThai | None:
    """The cells of some rows (each with its number) that lost their Thai. Real question marks are no reason."""
    marks: list[LostCell] = []
    likely: list[LostCell] = []
    wrong: list[LostCell] = []
    page, thai = None, False
    for number, cells in rows:
        for column, cell in enumerate(cells):
            if not isinstance(cell, str) or not cell or (cell.isalnum() and cell.isascii()):
                continue
            text = cell[:_LOOKED_AT]
            if (named := _code_page(text)) is not None:
                page = page or named
                wrong.append(LostCell(number, column, _shown(text), _undone(text, named)))
            elif _THAI_LETTER.search(text):
                thai = True
            elif sureness := _question_marks(text):
                (marks if sureness > 1 else likely).append(LostCell(number, column, _shown(text)))
    if wrong:
        return LostThai(tuple(wrong), page)
    if thai:  # most of it is there: only cells that cannot be somebody's way to say "unknown"
        several = len({cell.found for cell in marks}) > 1 or len(marks) >= _SYMBOLS_AT_LEAST
        return LostThai(tuple(marks)) if several else None
    both = tuple(sorted((*marks, *likely)))
    return LostThai(both) if marks or len(both) > 1 else None


_AT_A_WORD = lazy_pattern(r"(?<![^\s.(/\"'-])\?{3}")
_ABBREVIATION = lazy_pattern(r"\?{2}\. ?\?{2}")
_MARKS_LIKELY, _MARKS_SURE = 4, 6


def _question_marks(text: str) -> int:
    """How surely a cell without Thai has question marks for letters: 0 not, 1 likely, 2 surely (`???.????????`)."""
    count = text.count("?")
    if count < _MARKS_LIKELY or "://" in text or "@" in text or "www." in text or not _AT_A_WORD.search(text):
        return 0
    return 2 if count >= _MARKS_SURE or _ABBREVIATION.search(text) else 1


def _byte_in(code_page: str, byte: int) -> str:
    """A byte as a code page shows it; one that it does not have stays as it is, as Windows does."""
    try:
        return bytes((byte,)).decode(code_page)
    except UnicodeDecodeError:
        return chr(byte)


def _class(code_page: str, numbers: Iterable[int]) -> str:
    found = {char for byte in numbers for char in (_byte_in(code_page, byte), chr(byte))}
    return "[" + re.escape("".join(sorted(found))) + "]"


def _utf8_as(code_page: str) -> re.Pattern[str]:
    """Two Thai letters at least, of three bytes each in UTF-8 (E0 B8 81 to E0 B9 9B); the last may have been dropped.
    In Windows-874 two of the bytes are a Thai vowel and a consonant, so there either all three or more letters."""
    first = re.escape(_byte_in(code_page, 0xE0))
    letter = (
        f"(?:{first}{re.escape(_byte_in(code_page, 0xB8))}{_class(code_page, range(0x81, 0xC0))}@"
        f"|{first}{re.escape(_byte_in(code_page, 0xB9))}{_class(code_page, range(0x80, 0x9C))}@)"
    )
    whole, part = letter.replace("@", ""), letter.replace("@", "?")
    return re.compile(f"{whole}{{2}}|{part}{{3}}" if code_page == THAI else f"{part}{{2}}")


_CODE_PAGES = {name: _utf8_as(name) for name in ("cp1252", THAI, "mac_roman", "cp437", "cp850")}
_TWICE, _MARK_AS_UTF8 = lazy_pattern("(?:Ã[\xa0 ]Â[¸¹]..?){2}"), "ï¿½"
_TIS_620 = lazy_pattern("[\xa1-\xda\xdf-\xfb]{5,}")  # no other language has so many in a row
_VOWEL = lazy_pattern("[\xd0-\xda\xe0-\xee]")
_WRITTEN_AS_NUMBERS = lazy_pattern(r"&#(?:3[56][0-9]{2}|[xX]0?[eE][0-9a-fA-F]{2})|(?:\\u0[eE][0-9a-fA-F]{2}){2}")
_LATIN, _OTHER = "latin-1", "?"


def _code_page(text: str) -> str | None:
    """The code page in whose letters a text's Thai is written; None where it is not so."""
    if text.isascii():
        return _OTHER if _WRITTEN_AS_NUMBERS.search(text) else None
    for name, pattern in _CODE_PAGES.items():
        if pattern.search(text):
            return name
    if "��" in text or _MARK_AS_UTF8 in text or _TWICE.search(text):
        return _OTHER
    if not _THAI_LETTER.search(text):
        for run in _TIS_620.findall(text):
            if (
                len(set(run)) >= _SYMBOLS_AT_LEAST
                and _VOWEL.search(run)
                and _SYLLABLES.fullmatch(run.translate(_AS_THAI))
            ):
                return _LATIN
    return None


_AS_THAI = {0xA0 + at: 0x0E00 + at for at in range(1, 0x5C)}


def _undone(text: str, code_page: str) -> str | None:
    """What was meant, where reading it back is exact: shown beside what was found, and used for nothing else."""
    if code_page == _OTHER:
        return None
    if code_page == _LATIN:
        return _shown(text.translate(_AS_THAI))
    try:
        meant = b"".join(_as_byte(char, code_page) for char in text).decode()
    except UnicodeError:
        return None
    return _shown(meant)


def _as_byte(char: str, code_page: str) -> bytes:
    return char.encode("latin-1") if "\x80" <= char <= "\x9f" else char.encode(code_page)


def _shown(text: str) -> str:
    """The beginning of a cell, without characters that would not be seen."""
    text = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text[: _SHOWN + 1])
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def same_encoding(one: str | None, other: str | None) -> bool:
    """Whether two names of encodings mean one; Latin-1 and Windows-1252 pass for the same."""
    if one is None or other is None or _OTHER in (one, other):
        return False
    names = [
        codecs.lookup({"tis-620": THAI, "windows-874": THAI}.get(name.lower(), name)).name for name in (one, other)
    ]
    return len({"cp1252" if name == "iso8859-1" else name for name in names}) == 1
