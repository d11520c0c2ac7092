"""What a file or folder is given for, by what it holds: a list, a notice, mail, or what this program wrote itself.

A name decides only where what is in it may be either (text, a web page, what is encrypted). What is wrong with a file
is said by whoever reads it; only what nobody reads has no purpose.
"""

import zipfile
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ..bounces.containers import Container, is_mail_file, named_as_mail, read_head, what_it_holds
from ..intake.delivery_file import DELIVERY_COLUMNS
from ..intake.folders import walk
from ..intake.options import ListOptions
from ..intake.packing import HEAD, Family, Packing, ole_directory, what_is, what_is_zip
from ..intake.source import open_table
from ..intake.zip_directory import is_directory_too_large
from ..model.errors import SarabanError
from ..model.lazy_pattern import lazy_pattern
from ..registry.store import MAGIC
from ..report.marks import GENERATOR
from ..whose_notice.files import DOCUMENT_SUFFIXES, is_document
from ..writing.own_files import is_own_result

_LOOKED_AT = 300
"""Files of a folder that tell what it is."""
_LIST_SUFFIXES = (".csv", ".tsv", ".tab", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods")
_MAIL_SUFFIXES = (".eml", ".mbox", ".mbx", ".mbs", ".msg", ".pst", ".ost")
READ_SUFFIXES = (*_LIST_SUFFIXES, *DOCUMENT_SUFFIXES, *_MAIL_SUFFIXES, ".zip", ".json")
"""What the names of files end in that one may be given."""
_OF_MHTML = (".mht", ".mhtml", *_LIST_SUFFIXES, *DOCUMENT_SUFFIXES)
"""Names of an archived page, which begins as a mail does."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVED = lazy_pattern(rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"schema":\s*"saraban-check/([a-z]{1,20})/')
_DELIVERY = ",".join(DELIVERY_COLUMNS[:2]).encode()
_WITH_NAMES = ("code", "name")


class Purpose(Enum):
    """What a file is given for."""

    LIST = "list"
    NOTICE = "notice"
    MAIL = "mail"
    DELIVERY = "delivery"
    SAVED = "saved"
    PAGE = "page"
    RESULT = "result"
    NONE = "none"


class Given(NamedTuple):
    """`kind` is the command whose result a saved one is, or what a file is called that is not read."""

    purpose: Purpose
    kind: str = ""


_NOTICES = (Family.PICTURE, Family.DOCUMENT)
_NOT_READ = (Family.ARCHIVE, Family.LINK, Family.PROGRAM)
_MAILS = (Container.MAIL, Container.MBOX, Container.OLD_MAC, Container.GZIP, Container.PST, Container.TAR)


def purpose_of(path: Path) -> Given:
    """What an existing file or folder is given for. Raises OSError where it cannot be opened."""
    return _of_folder(path) if path.is_dir() else _of_file(path, is_asked=True)


def _of_file(path: Path, *, is_asked: bool) -> Given:
    """`is_asked`: it was named itself, so that text and pages are worth a look at their columns."""
    with path.open("rb") as file:
        head = file.read(HEAD)
        file.seek(0)
        holds = what_it_holds(read_head(file))
    if saved := _SAVED.match(head):
        return Given(Purpose.SAVED, saved[1].decode())
    if head.startswith(MAGIC):
        return Given(Purpose.SAVED, "registry")
    if GENERATOR.encode() in head[:4096]:
        return Given(Purpose.PAGE)
    suffix = path.suffix.lower()
    if head.startswith(b"PK"):
        return _of_zip(path, head)
    if head.startswith(_OLE):
        return _of_ole(path, suffix)
    packing = what_is(head)
    is_page = packing is not None and packing.kind == "MHTML" and suffix in _OF_MHTML
    is_packed_list = holds is Container.GZIP and Path(path.stem).suffix.lower() in _LIST_SUFFIXES
    if holds in _MAILS and not is_page:
        return Given(Purpose.LIST if is_packed_list else Purpose.MAIL)
    if packing is None:
        return _of_text(path, head, suffix, is_asked)
    return _of_packing(path, packing, suffix, is_asked)


def _of_packing(path: Path, packing: Packing, suffix: str, is_asked: bool) -> Given:
    if packing.family in _NOT_READ:
        return Given(Purpose.NONE, packing.kind)
    if packing.family in _NOTICES:
        return Given(Purpose.NOTICE)
    is_page = packing.family in (Family.PAGE, Family.FRAMES)
    if is_page and suffix not in _LIST_SUFFIXES and not (is_asked and _has_columns(path)):
        return Given(Purpose.NOTICE)
    return Given(Purpose.LIST)


def _of_text(path: Path, head: bytes, suffix: str, is_asked: bool) -> Given:
    if head.removeprefix(b"\xef\xbb\xbf").lower().startswith(_DELIVERY):
        return Given(Purpose.DELIVERY)
    if suffix in _LIST_SUFFIXES:
        return Given(Purpose.LIST)
    if suffix in _MAIL_SUFFIXES:
        return Given(Purpose.MAIL)
    is_text = head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in head
    if is_text and is_asked and _has_columns(path):
        return Given(Purpose.LIST)
    return Given(Purpose.NOTICE if suffix in DOCUMENT_SUFFIXES or (is_text and not suffix) else Purpose.NONE)


def _of_zip(path: Path, head: bytes) -> Given:
    if is_directory_too_large(path):
        return Given(Purpose.LIST)  # it says why that is not read
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return Given(Purpose.NOTICE if path.suffix.lower() in DOCUMENT_SUFFIXES else Purpose.LIST)
    packing = what_is_zip(names, head)
    if packing is None or packing.family is Family.WORKBOOK:
        return Given(Purpose.RESULT if is_own_result(path) else Purpose.LIST)
    if packing.family is Family.DOCUMENT:
        return Given(Purpose.NOTICE)
    if any(is_mail_file(Path(name)) for name in names if not name.endswith("/")):
        return Given(Purpose.MAIL)
    return Given(Purpose.NONE, packing.kind)


def _of_ole(path: Path, suffix: str) -> Given:
    names = ole_directory(path)
    if "__properties_version1.0".encode("utf-16-le") in names:
        return Given(Purpose.MAIL)
    is_book = any(name.encode("utf-16-le") in names for name in ("Workbook", "Book"))
    return Given(Purpose.LIST if is_book or suffix in _LIST_SUFFIXES else Purpose.NOTICE)


def _has_columns(path: Path) -> bool:
    """Whether it is read as a list that says whose the addresses are."""
    try:
        columns = open_table(path, ListOptions()).header.columns
    except SarabanError:
        return False
    return any(field in columns for field in _WITH_NAMES)


def _of_folder(folder: Path) -> Given:
    """Notices, or mails; of none, both or lists nobody can tell which command is meant."""
    found = {_of_member(one.path, one.in_maildir) for one in islice(walk(folder, _no_skip, maildirs=True), _LOOKED_AT)}
    found &= {Purpose.LIST, Purpose.NOTICE, Purpose.MAIL}
    only = found.pop() if len(found) == 1 else Purpose.NONE
    return Given(only if only is not Purpose.LIST else Purpose.NONE)


def _of_member(path: Path, in_maildir: bool) -> Purpose:
    if in_maildir:
        return Purpose.MAIL
    if not (is_document(path.name) or named_as_mail(path.name) or path.name.lower().endswith(_LIST_SUFFIXES)):
        return Purpose.NONE
    try:
        return _of_file(path, is_asked=False).purpose
    except OSError:
        return Purpose.NONE


def _no_skip(name: str, why: object) -> None:
    """Whoever reads the folder says what is left out."""
