"""The workbook as a zip of parts (ISO/IEC 29500-2): parts are read, changed and added; the others stay as they are."""

import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import chain, count
from typing import NamedTuple

from ...model.text import Text
from ...report.marks import PACKAGE_MARK
from .markup import Reader, UnusualError, as_utf8, attribute, grown, spliced

TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "[Content_Types].xml"
_DATA = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_NO_RELATIONS = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_PACKAGE}/relationships"/>'
)
_TWICE = Text("มีส่วนประกอบชื่อซ้ำ {part}", "it holds two parts of one name, {part}")
_MISSING = Text("ไม่มีส่วนประกอบ {part}", "its part {part} is missing")
_NO_SHEET = Text("ไม่พบแผ่นงาน “{sheet}” ในสมุดงาน", "its sheet “{sheet}” was not found in it")
_DAMAGED = Text("ไฟล์เสียหาย: {reason}", "it is damaged: {reason}")
_STRICT = Text("บันทึกในรูปแบบ Strict Open XML", "it was saved as Strict Open XML")

_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError, ValueError)


class Relationship(NamedTuple):
    """That a part refers to another: by which id, as what (the last word of the type), and to which."""

    id: str
    kind: str
    part: str


class Package:
    """The parts by their names. Raises UnusualError where a part is missing or there twice."""

    def __init__(self, original: bytes) -> None:
        with _unzipping():
            self._zip = zipfile.ZipFile(BytesIO(original))
        self._infos = self._zip.infolist()
        self._changed: dict[str, bytes] = {}
        self._names: dict[str, str] = {}
        for info in self._infos:
            if info.filename.lower() in self._names:
                raise UnusualError(_TWICE.fill(part=info.filename))
            self._names[info.filename.lower()] = info.filename

    @property
    def has_formulas(self) -> bool:
        """Whether the workbook says in which order to calculate; those of some programs do not, formulas or none."""
        return any(name.endswith("/calcchain.xml") for name in self._names)

    @property
    def is_signed(self) -> bool:
        """Whether a signature stands over the parts; any change breaks it."""
        return any(name.startswith("_xmlsignatures/") for name in self._names)

    def read(self, part: str) -> bytes:
        """A part as it stands now. Names differ in case only by mistake, and readers forgive that."""
        name = self._names.get(part.lower())
        if name is None:
            raise UnusualError(_MISSING.fill(part=part))
        return self._changed[name] if name in self._changed else self._unzipped(name)

    def read_xml(self, part: str) -> bytes:
        """A part as XML in UTF-8."""
        return as_utf8(self.read(part))

    def write(self, part: str, data: bytes) -> None:
        """Change a part, or add it."""
        self._changed[self._names.setdefault(part.lower(), part)] = data

    def relationships(self, part: str) -> list[Relationship]:
        """What a part refers to inside the package, in the order in which it says so."""
        if (beside := _relations_of(part)).lower() not in self._names:
            return []
        found = []
        for node in Reader(self.read_xml(beside)).root.children:
            kind, target = node.attributes.get("Type", ""), node.attributes.get("Target", "")
            if node.attributes.get("TargetMode") != "External":
                joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
                found.append(Relationship(node.attributes.get("Id", ""), kind.rpartition("/")[2], joined))
        return found

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of one kind to which a part refers."""
        return [link.part for link in self.relationships(part) if link.kind == kind]

    def external(self, part: str) -> dict[str, str]:
        """What a part refers to outside the package, such as web pages and mail addresses, by the id."""
        if (beside := _relations_of(part)).lower() not in self._names:
            return {}
        nodes = Reader(self.read_xml(beside)).root.children
        outside = (node.attributes for node in nodes if node.attributes.get("TargetMode") == "External")
        return {said.get("Id", ""): said.get("Target", "") for said in outside}

    def workbook(self) -> str | None:
        """The main part of a workbook in this format; None where the package is none (XLSB, ODS)."""
        found = self.related("", "officeDocument")
        return found[0] if found and found[0].lower().endswith(".xml") else None

    def sheet(self, workbook: str, name: str) -> str:
        """The part that holds a sheet. Raises UnusualError where there is none, and for Strict Open XML."""
        book = Reader(self.read_xml(workbook))
        if book.namespace != MAIN:
            raise UnusualError(_STRICT)
        parts = {link.id: link.part for link in self.relationships(workbook)}
        for node in book.root.every("sheet"):
            if node.attributes.get("name") == name and (id_ := node.attributes.get(f"{TRANSITIONAL} id", "")) in parts:
                return parts[id_]
        raise UnusualError(_NO_SHEET.fill(sheet=name))

    def free_name(self, pattern: str) -> str:
        """A part's name that is not taken, from a pattern such as `xl/styles{}.xml`."""
        candidates = (pattern.format(number) for number in chain(("",), count(1)))
        return next(name for name in candidates if name.lower() not in self._names)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Let a part refer to another; the id by which it does."""
        beside = _relations_of(part)
        data = self.read_xml(beside) if beside.lower() in self._names else _NO_RELATIONS.encode()
        relations = Reader(data)
        taken = {node.attributes.get("Id") for node in relations.root.children}
        number = 1
        while f"rId{number}" in taken:
            number += 1
        new = (
            f'<{relations.prefix}Relationship Id="rId{number}" Type="{TRANSITIONAL}/{kind}" '
            f'Target="{attribute("/" + target)}"/>'
        )
        self.write(beside, _appended(relations, new))
        return f"rId{number}"

    def declare(self, part: str, kind: str) -> None:
        """Say in the content types what an added part is: `comments`, `styles`."""
        types = Reader(self.read_xml(_TYPES))
        new = f'<{types.prefix}Override PartName="/{attribute(part)}" ContentType="{_DATA}.{kind}+xml"/>'
        if all(node.attributes.get("PartName", "").lower() != f"/{part}".lower() for node in types.root.children):
            self.write(_TYPES, _appended(types, new))

    def declare_suffix(self, suffix: str, content_type: str) -> None:
        """Say in the content types what all parts of a suffix are, unless it is said."""
        types = Reader(self.read_xml(_TYPES))
        known = {node.attributes.get("Extension", "").lower() for node in types.root.children}
        if suffix not in known:
            new = f'<{types.prefix}Default Extension="{suffix}" ContentType="{content_type}"/>'
            self.write(_TYPES, _appended(types, new))

    def save(self) -> bytes:
        """The package as bytes: the parts in their order and with their dates, then the added ones. It is marked."""
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as new:
            new.comment = self._zip.comment
            for info in self._infos:
                data = self._changed.get(info.filename)
                copy = zipfile.ZipInfo(info.filename, info.date_time)
                copy.external_attr = info.external_attr
                copy.extra = b"" if new.filelist else PACKAGE_MARK
                stored = data is None and info.compress_type == zipfile.ZIP_STORED
                copy.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
                new.writestr(copy, self._unzipped(info) if data is None else data)
            there, date = {info.filename for info in self._infos}, self._infos[0].date_time
            for name in (name for name in self._changed if name not in there):
                new.writestr(zipfile.ZipInfo(name, date), self._changed[name], zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _unzipped(self, part: str | zipfile.ZipInfo) -> bytes:
        with _unzipping():
            return self._zip.read(part)


@contextmanager
def _unzipping() -> Iterator[None]:
    """What zipfile raises for a damaged or encrypted archive, as UnusualError; nothing else is done in here."""
    try:
        yield
    except _DAMAGE as error:
        reason = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        raise UnusualError(_DAMAGED.fill(reason=reason)) from None


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _appended(reader: Reader, new: str) -> bytes:
    root = reader.root
    return spliced(reader.data, grown(reader.data, root.start, root.inside, root.end, new))
