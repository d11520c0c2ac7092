"""Whose a notice is: an agency of the list, by the code or the name in the file's name, or by the notice's title.

Never by a guess: where several agencies fit as well, none is chosen, and the reason names them.
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import PurePath
from typing import NamedTuple

from ..intake.cells import read_code
from ..model.notice import Notice
from ..model.record import AgencyRecord, Kind
from ..model.text import Text
from ..notices.skeleton import plain_digits
from ..reference.kinds import kind_of_name
from ..registry.names import NameParts, fold_amphoe, readings

_CODE = re.compile(r"(?<![0-9])0?[2-6][0-9]{6}(?![0-9])")
_IN_ADDRESS = re.compile(r"([0-9]{8})@dla\.go\.th", re.IGNORECASE)
_NOT_THE_NAME = re.compile(
    r"ประกาศฯ?|(?:มาตรา|ม\.?)\s?(?:10|๑๐)|ช่องทาง\S*|อิเล็กทรอนิกส์|สแกน|scan(?:ned)?|notice|(?:19|20|25)[0-9]{2}|info\.go\.th"
    r"|[0-9]+|final|copy|สำเนา|ฉบับ\S*|ลงนาม\S*|แก้ไข\S*|ใหม่$",
    re.IGNORECASE,
)
_JOINTS = re.compile(r"[\s_–—,()\[\]+~#-]+")
_KIND_AT = re.compile(
    r"องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:นคร|เมือง|ตำบล)|อบ[ตจ]\.?|ท[นมต]\.|เมืองพัทยา|กรุงเทพมหานคร|กรม|กระทรวง|สำนักงาน|จังหวัด"
)
_MOST_NAMED = 3

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
    """The agency, and how it was found; or why none was."""

    record: AgencyRecord | None
    found_by: FoundBy | None = None
    why_not: Text | None = None


class Agencies:
    """The agencies of a list, to be found by code and by name."""

    def __init__(self, records: Iterable[AgencyRecord] = ()) -> None:
        self._by_code: dict[str, list[AgencyRecord]] = {}
        self._by_name: dict[str, list[tuple[NameParts, AgencyRecord]]] = {}
        self.count = 0
        for record in records:
            self.add(record)

    def add(self, record: AgencyRecord) -> None:
        """Take the next agency of the list; its cells are not kept."""
        self.count += 1
        kept = record._replace(cells=())
        if kept.code is not None:
            self._by_code.setdefault(kept.code, []).append(kept)
        if kept.name.strip():
            for name, parts in {parts.name: parts for parts in readings(kept.name, kept.kind)}.items():
                if name:
                    self._by_name.setdefault(name, []).append((parts, kept))

    def whose(self, file: str, notice: Notice | None) -> Whose:
        """The agency of a notice; without one (it could not be read) by the file's name alone."""
        stem = plain_digits(PurePath(file).stem)
        sought: list[str] = []
        doubt: Whose | None = None
        for how, found in self._ways(stem, notice, sought):
            if len({record.row for record in found}) == 1:
                return Whose(found[0], how)
            if found and doubt is None:
                doubt = Whose(None, None, _SEVERAL.fill(rows=_rows(found)))
        if doubt is not None:
            return doubt
        return Whose(None, None, _NOBODY.fill(sought=" · ".join(dict.fromkeys(sought))) if sought else _NO_NAME)

    def _ways(
        self, stem: str, notice: Notice | None, sought: list[str]
    ) -> Iterator[tuple[FoundBy, list[AgencyRecord]]]:
        """Each way in turn, the surest first, with all agencies that fit; `sought` is told what was looked for."""
        for match in _CODE.finditer(stem):
            code = read_code(match[0]).value
            if code is not None:
                found = self._by_code.get(code, [])
                if not found:
                    sought.append(code)
                yield FoundBy.CODE_IN_NAME, found
        codes = [] if notice is None else [c for a in notice.addresses for c in _IN_ADDRESS.findall(a.text)]
        for text in _names_in(stem):
            yield FoundBy.NAME_IN_NAME, self._narrowed(self._named(text), codes)
        if notice is not None and notice.issuer is not None:
            sought.append(notice.issuer.text)
            yield FoundBy.TITLE, self._narrowed(self._named(notice.issuer.text), codes)
        elif notice is not None and notice.is_notice:
            for code in codes:
                yield FoundBy.CODE_IN_TEXT, self._by_code.get(code, [])

    def _named(self, text: str) -> list[AgencyRecord]:
        found: dict[int, AgencyRecord] = {}
        for wanted in readings(text, kind_of_name(text)):
            for parts, record in self._by_name.get(wanted.name, ()) if wanted.name else ():
                if _fits(wanted, parts, record):
                    found[record.row] = record
        return list(found.values())

    def _narrowed(self, found: list[AgencyRecord], codes: list[str]) -> list[AgencyRecord]:
        """Of several agencies of one name the one whose code the notice's address holds."""
        if len(found) < 2:
            return found
        return [record for record in found if record.code in codes] or found


def _names_in(stem: str) -> Iterator[str]:
    """What may be an agency's name in a file's name: from the word of a kind on, else all that is left of it."""
    text = " ".join(_JOINTS.sub(" ", _NOT_THE_NAME.sub(" ", stem)).split())
    kind = _KIND_AT.search(text)
    if kind is None:
        if re.search("[ก-๙]", text):
            yield text
        return
    words = text[kind.end() :].split()
    if words:
        yield f"{kind[0]}{' '.join(words)}"
        yield f"{kind[0]}{words[0]}"


def _fits(wanted: NameParts, parts: NameParts, record: AgencyRecord) -> bool:
    """Whether what a name says of kind and place is not against the record."""
    kinds: tuple[Kind, ...] = parts.kinds or ((record.kind,) if record.kind else ())
    if wanted.kinds and kinds and not set(wanted.kinds) & set(kinds):
        return False
    if wanted.province is not None and record.province is not None and wanted.province != record.province:
        return False
    if wanted.amphoe and record.amphoe.strip():
        return fold_amphoe(wanted.amphoe)[0] == fold_amphoe(record.amphoe)[0]
    return True


def _rows(found: list[AgencyRecord]) -> Text:
    shown = [_ROW.fill(row=record.row) for record in found[:_MOST_NAMED]]
    more = " …" if len(found) > _MOST_NAMED else ""
    names = [" ".join(record.name.split()) for record in found[:_MOST_NAMED]]
    said = [Text(f"{row.th} {name}", f"{row.en} {name}") for row, name in zip(shown, names, strict=True)]
    return Text(", ".join(one.th for one in said) + more, ", ".join(one.en for one in said) + more)
