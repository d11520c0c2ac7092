"""An XLSX, XLSB or ODS as a package (a .zip): its size, what it may not hold, and where its sheets lie.

Sources: ECMA-376 part 2 (Open Packaging Conventions); Strict Open XML differs in nothing but its namespaces.
"""

import zipfile
import zlib
from posixpath import join, normpath
from typing import IO, NamedTuple
from xml.parsers import expat

from ...model.lazy_pattern import lazy_pattern

_MB = 1 << 20
_PIECE = 1 << 16
_ENDS = {b"<?": b"?>", b"<!--": b"-->"}
_LONGEST_MARK = 4
_CDATA = b"<![CDATA["
_LONGEST_HEAD = 200
_ENCODING = lazy_pattern(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*[\"']([^\"']*)[\"']")
_OFFICE_DOCUMENT, _WORKSHEET = "/officeDocument", "/worksheet"
_USUAL, _TYPES = "xl/workbook.xml", "[content_types].xml"
READ_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, KeyError)


class ProblemError(Exception):
    """Why a file is not read: a key, and what goes into the sentence for it."""

    def __init__(self, problem: str, **parts: str | int) -> None:
        super().__init__(problem)
        self.answer = {"problem": problem, **parts}


class Package(NamedTuple):
    """`sheets` are the parts of the worksheets by the name of the sheet; `unpacked` its size in bytes.

    `is_odd`: its shared texts are written in a way that the fast reader passes over.
    """

    path: str
    sheets: dict[str, str]
    unpacked: int
    is_odd: bool = False


def open_package(path: str, unpacked_mb: int) -> Package:
    """The package. Raises ProblemError where it is too large, damaged, protected, or holds a declaration."""
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = _checked_size(archive, unpacked_mb)
            _refuse_declarations(archive)
            return Package(path, _sheet_parts(archive), unpacked, _has_odd_texts(archive))
    except READ_ERRORS as error:
        raise ProblemError("damaged", reason=str(error)) from None
    except RuntimeError:  # zipfile's way to say that a part is encrypted
        raise ProblemError("password") from None


def _checked_size(archive: zipfile.ZipFile, unpacked_mb: int) -> int:
    parts = archive.infolist()
    seen: set[str] = set()
    for part in parts:
        if (name := part.filename.casefold()) in seen:  # one reader takes the first, another the last
            raise ProblemError("damaged", reason=f"{part.filename} × 2")
        seen.add(name)
    if not seen & {_TYPES, "content.xml"}:
        raise ProblemError("damaged", reason=f"{_TYPES} is missing")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > unpacked_mb * _MB:
        raise ProblemError("too-much", limit="unpacked_mb", found=f"{unpacked / _MB:,.0f}")
    return unpacked


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The worksheets' parts by name."""
    names = {name.casefold(): name for name in archive.namelist()}

    def find(part: str) -> str | None:
        if "%" in part:
            from urllib.parse import unquote  # hardly any package has such names

            part = unquote(part)
        return names.get(part.casefold())

    book = next((target for target, sort in links_of(archive, "").values() if sort.endswith(_OFFICE_DOCUMENT)), _USUAL)
    if (part := find(book)) is None or part.casefold().endswith(".bin"):
        return {}
    links = links_of(archive, book)
    found: dict[str, str] = {}
    for tag, sheet in _elements(archive, part):
        if tag == "sheet":
            link = next((value for name, value in sheet.items() if name != "id" and _local(name) == "id"), "")
            target, sort = links.get(link, ("", ""))
            if sort.endswith(_WORKSHEET) and (held := find(target)) is not None:
                if held in found.values():  # a small file could have the same rows read a thousand times
                    raise ProblemError("damaged", reason=f"{held} × 2")
                found[sheet.get("name", "")] = held
    return found


def _has_odd_texts(archive: zipfile.ZipFile) -> bool:
    """Whether a part is in another encoding than UTF-8, or one of shared texts holds CDATA sections.

    No spreadsheet program writes either, and the fast reader passes over them without a word.
    """
    for name in archive.namelist():
        if name.casefold().endswith((".bin", ".png", ".jpeg", ".jpg", ".gif", ".emf", ".wmf")):
            continue
        with archive.open(name) as stream:
            head = stream.read(_LONGEST_HEAD)
        stated = _ENCODING.match(head)
        if head.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")) or (stated and stated[1].lower() != b"utf-8"):
            return True
        if name.casefold().endswith("sharedstrings.xml"):
            tail = b""
            with archive.open(name) as stream:
                while piece := stream.read(_PIECE):
                    if _CDATA in tail + piece:
                        return True
                    tail = piece[-len(_CDATA) :]
    return False


def links_of(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """The relationships of a part (of the package: ""): target and type by id; targets as names of parts.

    Raises ProblemError where they are damaged.
    """
    base, _, name = part.rpartition("/")
    wanted = join(base, "_rels", f"{name}.rels").casefold()
    held = next((one for one in archive.namelist() if one.casefold() == wanted), None)
    if held is None:
        return {}
    return {
        link.get("Id", ""): (normpath(join("/", base, link.get("Target", ""))).lstrip("/"), link.get("Type", ""))
        for tag, link in _elements(archive, held)
        if tag == "Relationship"
    }


def _elements(archive: zipfile.ZipFile, part: str) -> list[tuple[str, dict[str, str]]]:
    """The elements of a part in their order: name and attributes, without prefixes. For parts that are small.

    Raises ProblemError where it is no XML.
    """
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: found.append((_local(name), attributes))
    try:
        parser.Parse(archive.read(part), True)
    except expat.ExpatError as error:
        raise ProblemError("damaged", reason=f"{part}: {error}") from None
    return found


def _refuse_declarations(archive: zipfile.ZipFile) -> None:
    """Raises ProblemError where a part declares a document type or entities: Excel never writes any."""
    for name in archive.namelist():
        if name.casefold().endswith((".xml", ".rels", ".vml")):
            with archive.open(name) as stream:
                if _declares(stream):
                    raise ProblemError("declares", part=name)


def _declares(stream: IO[bytes]) -> bool:
    """Whether a declaration stands before the root element, behind whatever comments and instructions."""
    held, end = b"", b""
    while piece := stream.read(_PIECE).replace(b"\0", b""):  # of UTF-16 the signs that count are left
        held, at = held + piece, 0
        while True:
            if end:  # within a comment or an instruction
                if (at := held.find(end, at)) < 0:
                    held = held[-len(end) :]
                    break
                at, end = at + len(end), b""
            elif (at := held.find(b"<", at)) < 0:
                held = b""
                break
            elif len(held) < at + _LONGEST_MARK:
                held = held[at:]
                break
            elif (begun := next((mark for mark in _ENDS if held.startswith(mark, at)), None)) is not None:
                end = _ENDS[begun]
            else:
                return held.startswith(b"<!", at)
    return False


def _local(name: str) -> str:
    return name.rpartition(":")[2]
