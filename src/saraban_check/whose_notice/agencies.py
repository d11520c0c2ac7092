"""Whose a notice is: an agency of the list, by the code or the name in the file's name, or by the notice's title.

Never by a guess: where several agencies fit as well, none is chosen, and the reason names them.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import PurePath
from typing import NamedTuple

from ..address.codes import province_of
from ..model.lazy_pattern import lazy_pattern
from ..model.notice import Notice
from ..model.record import AgencyRecord, Kind, SetAside
from ..model.text import Text
from ..notices.skeleton import plain_digits
from ..reference.agency_heads import sort_of
from ..reference.kinds import kind_of_name
from ..registry.agency_names import agency_readings, first_level, same_central_name
from ..registry.names import NameParts, fold_amphoe
from .named_agency import codes_in, names_in, title_of

_IN_ADDRESS = lazy_pattern(r"([0-9]{8})@dla\.go\.th", re.IGNORECASE)
_MOST_NAMED = 3
_MOST_POSSIBLE = 100
"""Of more agencies that fit it is as if none did: which part of a list such a notice is of, nobody can tell."""

_NOBODY = Text("ไม่พบหน่วยงานนี้ในรายชื่อ: {sought}", "no agency of the list is this one: {sought}")
_NO_NAME = Text(
    "ชื่อไฟล์และเนื้อความไม่บอกว่าเป็นของหน่วยงานใด ใส่รหัสหรือชื่อหน่วยงานในชื่อไฟล์",
    "neither the file's name nor the text says whose it is; put the agency's code or name into the file's name",
)
_SEVERAL = Text(
    "อาจเป็นของหลายหน่วยงาน: {rows} ใส่รหัสหน่วยงานในชื่อไฟล์",
    "it may be of several agencies: {rows}; put the agency's code into the file's name",
)
_ROW = Text("แถว {row}", "row {row}")


class FoundBy(Enum):
    """How an agency was found."""

    CODE_IN_NAME = "code-in-file-name"
    NAME_IN_NAME = "name-in-file-name"
    TITLE = "title"
    CODE_IN_TEXT = "code-in-text"


class Whose(NamedTuple):
    """The agency, and how it was found; or why none was, and the rows of those of which it may be."""

    record: AgencyRecord | None
    found_by: FoundBy | None = None
    why_not: Text | None = None
    possible: tuple[int, ...] = ()


class Agencies:
    """The agencies of a list, to be found by code and by name."""

    def __init__(self, records: Iterable[AgencyRecord] = ()) -> None:
        self._by_code: dict[str, list[AgencyRecord]] = {}
        self._by_name: dict[str, list[tuple[NameParts, AgencyRecord]]] = {}
        self.count = 0
        self.set_aside: tuple[SetAside, ...] = ()
        """The first of the rows that are no agencies, of which there are `set_aside_count`."""
        self.set_aside_count = 0
        for record in records:
            self.add(record)

    def add(self, record: AgencyRecord) -> None:
        """Take the next agency of the list; its cells are not kept."""
        self.count += 1
        kept = record._replace(cells=())
        if kept.code is not None:
            self._by_code.setdefault(kept.code, []).append(kept)
        if kept.name.strip():
            ways = agency_readings(kept.name, kept.kind)
            for name, parts in {first_level(parts): parts for parts in ways}.items():
                if name:
                    self._by_name.setdefault(name, []).append((parts, kept))

    def whose(self, file: str, notice: Notice | None) -> Whose:
        """The agency of a notice; without one (it could not be read) by the file's name alone."""
        stem = plain_digits(PurePath(file).stem)
        sought: list[str] = []
        doubted: list[AgencyRecord] = []
        for how, fitting in self._ways(stem, notice, sought):
            # what is less sure may choose among those that are possible, but name no other
            found = [record for record in fitting if record in doubted] if doubted else fitting
            if len({record.row for record in found}) == 1:
                return Whose(found[0], how)
            doubted = found or doubted
        if doubted:
            rows = tuple([record.row for record in doubted])
            return Whose(None, None, _SEVERAL.fill(rows=_rows(doubted)), rows if len(rows) <= _MOST_POSSIBLE else ())
        return Whose(None, None, _NOBODY.fill(sought=" · ".join(dict.fromkeys(sought))) if sought else _NO_NAME)

    def _ways(
        self, stem: str, notice: Notice | None, sought: list[str]
    ) -> Iterator[tuple[FoundBy, list[AgencyRecord]]]:
        """Each way in turn, the surest first, with all agencies that fit; `sought` is told what was looked for."""
        named = codes_in(stem)
        sought += [code for code in named if code not in self._by_code]
        yield FoundBy.CODE_IN_NAME, self._coded(named)
        whole = {code for code in named if code in stem}  # without its zero it may be any number
        is_text = notice is not None and not notice.document.by_ocr  # a code that OCR misread is another agency's
        codes = [c for a in notice.addresses for c in _IN_ADDRESS.findall(a.text)] if notice and is_text else []
        for text in names_in(stem):
            if kind_of_name(text) is not None or sort_of(text) is not None:
                sought.append(text)
            yield FoundBy.NAME_IN_NAME, self._narrowed(self._named(text), codes, whole)
        if notice is not None and notice.issuer is not None:
            sought.append(notice.issuer.text)
            yield FoundBy.TITLE, self._narrowed(self._named(title_of(notice, notice.issuer)), codes, whole)
        elif notice is not None and notice.is_notice:
            sought += [code for code in codes if code not in self._by_code]
            yield FoundBy.CODE_IN_TEXT, self._narrowed(self._coded(codes), [], whole)

    def _coded(self, codes: Iterable[str]) -> list[AgencyRecord]:
        return [record for code in dict.fromkeys(codes) for record in self._by_code.get(code, ())]

    def _named(self, text: str) -> list[AgencyRecord]:
        found: dict[int, AgencyRecord] = {}
        for wanted in agency_readings(text, kind_of_name(text)):
            for parts, record in self._by_name.get(first_level(wanted), ()) if wanted.name else ():
                if _fits(wanted, parts, record) and (wanted.kinds or parts.kinds or same_central_name(wanted, parts)):
                    found[record.row] = record
        return list(found.values())

    def _narrowed(self, found: list[AgencyRecord], codes: list[str], whole: set[str]) -> list[AgencyRecord]:
        """Without those of another code than the file's name has; of several the one whose code the address holds."""
        if whole:
            found = [record for record in found if record.code is None or record.code in whole]
        if len(found) < 2:
            return found
        return [record for record in found if record.code in codes] or found


def _fits(wanted: NameParts, parts: NameParts, record: AgencyRecord) -> bool:
    """Whether what a name says of kind and place is not against the record."""
    kinds: tuple[Kind, ...] = parts.kinds or ((record.kind,) if record.kind else ())
    if wanted.kinds and kinds and not set(wanted.kinds) & set(kinds):
        return False
    province = record.province or parts.province or (province_of(record.code) if record.code else None)
    amphoe = record.amphoe.strip() or parts.amphoe
    if wanted.province is not None and province is not None and wanted.province != province:
        return False
    if wanted.amphoe and amphoe:
        return fold_amphoe(wanted.amphoe)[0] == fold_amphoe(amphoe)[0]
    return True


def _rows(found: list[AgencyRecord]) -> Text:
    shown = [_ROW.fill(row=record.row) for record in found[:_MOST_NAMED]]
    more = " …" if len(found) > _MOST_NAMED else ""
    names = [" ".join(record.name.split()) for record in found[:_MOST_NAMED]]
    said = [Text(f"{row.th} {name}", f"{row.en} {name}") for row, name in zip(shown, names, strict=True)]
    return Text(", ".join(one.th for one in said) + more, ", ".join(one.en for one in said) + more)
