"""Whether this program wrote a file, and whether nobody has saved it since: by the mark that each format leaves.

Only the head of a file is read, and of a package its directory and one small part. Whatever program saves a package
anew takes its mark away, so that work that was put into a report, a template or a marked copy is seen. Text carries its
mark where the format has a place for one (a schema, a generator, a comment); a table is known by the headings that are
ours. A draft as plain text and a fixed CSV can carry none: they are never taken for ours (decisions: Rounds).
"""

import csv
import re
import zipfile
import zlib
from io import StringIO
from pathlib import Path
from typing import IO

from ..intake.zip_directory import is_directory_too_large
from ..model.lazy_pattern import lazy_pattern
from ..registry.store import MAGIC
from ..report.marks import AUTHOR, GENERATOR, PACKAGE_MARK, PART_MARK, TEXT_MARK

_HEAD = 1 << 16
_TAIL = 1 << 14
_PART_HEAD = 1 << 12
_CORE = "docProps/core.xml"
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, KeyError)

_MARKS = (
    (0, MAGIC),
    (64, b'"schema": "saraban-check/'),
    (200, b'<testsuites name="saraban-check"'),
    (400, b'"tool": {"driver": {"name": "saraban-check"'),
    (4096, GENERATOR.encode()),
)
"""What our text holds, and within how many bytes of its beginning."""

_LINES = (
    (b'{"row": ', b'"matches_issued": '),
    (b'{"file": ', b'"issuer": '),
    (b'[\n{"description": "', b'"check_name": '),
    (b"::", b"title=SB"),
    (b"::", b"\nsaraban-check: "),
    (b"saraban-check: ", b"\n"),
    (b"[\n]\n", b""),
)
"""How machine formats without such a place begin, and what else stands in the head of one that we wrote."""
_VERDICT = lazy_pattern(rb"\nsaraban-check: [^\n]*\n\Z")
"""The last line of concise findings."""


def is_own_file(path: Path) -> bool:
    """Whether a file may be written over without asking: ours and as we wrote it, or empty. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if head.startswith(b"PK"):
            return not is_directory_too_large(path) and _is_own_package(file)
        file.seek(max(0, file.seek(0, 2) - _TAIL))
        tail = file.read()
    if not head or tail.rstrip().endswith(TEXT_MARK.encode()) or _VERDICT.search(tail):
        return True
    if any(head.find(mark, 0, within + len(mark)) >= 0 for within, mark in _MARKS):
        return True
    return any(head.startswith(start) and more in head for start, more in _LINES) or _has_own_headings(head)


def _is_own_package(file: IO[bytes]) -> bool:
    try:
        with zipfile.ZipFile(file) as package:
            if any(PACKAGE_MARK in info.extra for info in package.infolist()[:1]):
                return True
            return _CORE in package.namelist() and _is_own_core(_head_of(package, _CORE))
    except _DAMAGE:
        return False


def is_own_part(path: Path) -> bool:
    """Whether a file is a workbook that `--split` wrote, as it wrote it. Raises OSError."""
    return PART_MARK.encode() in _own_core(path)


def is_own_result(path: Path) -> bool:
    """Whether a workbook is a result as this program wrote it, and no list: copies of a list have no title of ours, and
    what is to be filled in has its own. Raises OSError."""
    from ..files.template.document import TITLE

    found = re.search(rb"<dc:title>([^<]{1,200})</dc:title>", _own_core(path))
    return found is not None and found[1] not in {title.encode() for title in TITLE}


def _own_core(path: Path) -> bytes:
    """The properties of a workbook that is as this program wrote it; empty for any other file, and for a copy."""
    if is_directory_too_large(path) or not is_own_file(path):
        return b""
    try:
        with zipfile.ZipFile(path) as package:
            if _CORE not in package.namelist() or PACKAGE_MARK in package.infolist()[0].extra:
                return b""
            return _head_of(package, _CORE)
    except _DAMAGE:
        return b""


def _head_of(package: zipfile.ZipFile, name: str) -> bytes:
    info = package.getinfo(name)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return b""
    with package.open(info) as part:
        return part.read(_PART_HEAD)


def _is_own_core(core: bytes) -> bool:
    """Whoever saves a workbook enters the name, and the time; of ours both times are the same."""
    said = dict(
        re.findall(rb"<(cp:lastModifiedBy|dcterms:created|dcterms:modified)\b[^<>]{0,200}>([^<]{0,200})<", core)
    )
    created, modified = said.get(b"dcterms:created"), said.get(b"dcterms:modified")
    return said.get(b"cp:lastModifiedBy") == AUTHOR.encode() and created is not None and created == modified


def _has_own_headings(head: bytes) -> bool:
    """Whether a table begins with a line of headings of which enough are those that we add, or write alone."""
    from ..intake.delivery_file import DELIVERY_COLUMNS
    from ..reference.our_columns import OUR_HEADINGS
    from ..report.views.compare_tables import RECORD_COLUMNS
    from ..report.views.notices_tables import NOTICE_COLUMNS

    if not head.startswith(b"\xef\xbb\xbf"):
        return False
    line = head.decode("utf-8-sig", "replace").partition("\r\n")[0]
    try:
        found = set(next(csv.reader(StringIO(line, newline="")), ()))
    except csv.Error:
        return False
    ours = (OUR_HEADINGS, [one.heading for one in RECORD_COLUMNS], [one.heading for one in NOTICE_COLUMNS])
    tables = [{text[index] for text in texts} for texts in ours for index in (0, 1)] + [set(DELIVERY_COLUMNS)]
    return any(3 * len(found & table) >= 2 * len(table) for table in tables)
