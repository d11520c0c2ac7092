"""What somebody types to find an agency of a list, and whether a record is what it means."""

import re
from functools import lru_cache
from typing import NamedTuple

from ..intake.cells import read_code
from ..model.record import AgencyRecord, Kind, Province, SetAside
from ..reference.folding import marks_in_order, one_spelling, without_unseen
from ..reference.kinds import find_kind, kind_of_name, kinds, without_prefix
from ..reference.places import find_province

LONGEST = 200
"""Letters of a query: name, district and province need half of them."""

MOST_READ = 400
"""Letters of a cell that are searched."""

_ASCII_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_THAI_DIGIT = re.compile("[๐-๙]").search
_ROW = re.compile(r"-?[0-9]+").fullmatch
_PROVINCE = ("จังหวัด", "จ.")
_PLACE = re.compile(r"(?:จังหวัด|จ\.|(?:กิ่ง)?อำเภอ|อ\.|ตำบล|ต\.)").match
_BESIDE = "()[]“”\"',;/"
_APART = "|"


class Word(NamedTuple):
    """A word as it is looked for: folded and without what says the kind or a place, and what that says."""

    text: str
    kind: Kind | None = None
    province: Province | None = None
    is_province: bool = False

    def is_said_by(self, record: AgencyRecord, text: str) -> bool:
        """Whether the agency has it; `text` is what `searched` makes of the record."""
        if self.kind is not None:
            its = record.kind or _kind_of_code(record.code)
            if its is not None and its != self.kind:
                return False
            if its is None and not self.text:
                return False
        if self.province is not None and record.province is not None:
            if record.province == self.province:
                return True
            if self.is_province:
                return False
        return self.text in text


class AgencyQuery(NamedTuple):
    """The words of a query, in any order; the code, where it is one."""

    words: tuple[Word, ...]
    code: str | None = None

    def means(self, record: AgencyRecord) -> bool:
        """Whether each word stands in the agency's name, kind, district, province, code or address."""
        text = searched(record)
        return bool(self.words) and all(word.is_said_by(record, text) for word in self.words)

    def is_in(self, row: SetAside) -> bool:
        """Whether each word stands in a row that is no agency's."""
        text = fold(_APART.join(str(cell)[:MOST_READ] for cell in row.cells if cell not in (None, "")))
        return bool(self.words) and all(word.text and word.text in text for word in self.words)

    def names(self, record: AgencyRecord) -> bool:
        """Whether one of the words is the agency's whole name: such ones stand first among several."""
        name = bare_name(record)
        return any(word.text == name for word in self.words)


def row_asked(text: str) -> str | None:
    """The digits of a row's number, also Thai ones; None for any other query, a code among them."""
    digits = text.translate(_ASCII_DIGITS).strip()
    return digits if _ROW(digits) and len(digits) != 8 and read_code(digits).value is None else None


def agency_query(text: str) -> AgencyQuery:
    """The query that was typed; no words where it says nothing."""
    typed = text.translate(_ASCII_DIGITS)
    found = (_word(part) for part in (one.strip(_BESIDE) for one in typed.split()) if part)
    return AgencyQuery(tuple(word for word in found if word.text or word.kind), read_code(typed).value)


def searched(record: AgencyRecord) -> str:
    """All that a query may name of an agency, folded; the name once more with its province, as it is typed at times."""
    province = record.province
    th = province.name.th if province else ""
    amphoe = f"{record.amphoe}{th}" if record.amphoe.strip().endswith("เมือง") else record.amphoe
    parts = (record.name[:MOST_READ] + th, amphoe[:MOST_READ], record.code or "", record.address[:MOST_READ])
    return fold(_APART.join(parts)) + _said_by(record.kind or _kind_of_code(record.code), province)


def bare_name(record: AgencyRecord) -> str:
    """The name without what says the kind, folded."""
    return fold(without_prefix(record.name[:MOST_READ], record.kind))


def fold(text: str) -> str:
    """A text for looking up: one spelling, ASCII digits, no spaces, nothing invisible."""
    plain = "".join(marks_in_order(one_spelling(text)).split())
    if _THAI_DIGIT(plain):
        plain = plain.translate(_ASCII_DIGITS)
    return plain if plain.isprintable() else without_unseen(plain)


def _word(typed: str) -> Word:
    kind = kind_of_name(typed) or find_kind(typed)
    if kind is not None and kind.type_digits is not None and kind.only_code is None:
        rest = without_prefix(typed, kind)
        is_kind_alone = rest == typed or not rest.strip(".")
        return Word("" if is_kind_alone else fold(rest), kind)
    province = None if typed.isdigit() else find_province(typed)
    place = _PLACE(typed)
    return Word(fold(typed[place.end() :] if place else typed), None, province, typed.startswith(_PROVINCE))


@lru_cache(maxsize=1024)
def _said_by(kind: Kind | None, province: Province | None) -> str:
    """What a kind and a province are called, folded."""
    names = (*(kind.name if kind else ()), kind.short if kind else "", *(province.name if province else ()))
    return fold(_APART.join(("", *names)))


@lru_cache(maxsize=1024)
def _kind_of_code(code: str | None) -> Kind | None:
    """The kind that a code's type digits are of."""
    if code is None:
        return None
    return next((kind for kind in kinds().values() if kind.type_digits == code[:2]), None)
