"""Notices are checked, or set beside a list.

>>> from saraban_check import check_notices
>>> [result.state for result in check_notices(["notice.docx"])]  # doctest: +SKIP
[<NoticeState.CORRECT: 'correct'>]
"""

import datetime
import gc
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..intake.options import ListOptions
from ..intake.table import Table
from ..model.errors import InputError
from ..model.notice import Document
from ..model.result import NoticeResult
from ..model.text import Text
from ..reference.days import today
from .no_agencies import no_agencies
from .notice_context import NOTHING_KNOWN, NoticeContext

if TYPE_CHECKING:
    from ..documents.reading import DocumentReader
    from ..intake.limits import Limits
    from ..whose_notice.agencies import Agencies
    from ..whose_notice.files import NoticeFile
    from ..whose_notice.notices_of_list import NoticesOfList

Skip = Callable[[str, Text], None]
"""Told the name of a file that is left out of a folder, and why."""

_NONE = Text(
    "{file}: ไม่มีไฟล์ประกาศฯ ให้อ่าน (.pdf .docx .html .txt .jpg .png .tif) ตรวจชื่อโฟลเดอร์",
    "{file}: there is no notice to read in it (.pdf, .docx, .html, .txt, .jpg, .png, .tif); check the folder's name",
)
_COLLECTED = 16
"""After so many documents what is left of them is cleared away: memory stays flat."""


def no_skip(name: str, why: Text) -> None:
    """Nobody is told."""


def check_notices(
    paths: "Iterable[str | Path | NoticeFile]",
    context: NoticeContext = NOTHING_KNOWN,
    *,
    limits: "Limits | None" = None,
    ocr: bool = True,
    skip: Skip = no_skip,
    on_start: Callable[[int], None] | None = None,
    on_files: Callable[[int], None] | None = None,
) -> Generator[NoticeResult, None, None]:
    """Check notices: DOCX, PDF, HTML, text and pictures, and folders of them, one after the other.

    Each is checked in the light of what is known besides. A file that cannot be used is a result with an `error`, so
    that it hides none of the others. A scan (PDF without text, JPEG, PNG, TIFF) is read by OCR where that is installed,
    unless `ocr` is False. `skip` is told of files that are left out of folders, `on_start` how many there are to check,
    `on_files` after each how many are done. No more than one document is held at a time.

    Raises InputError where a path is missing or a folder holds no document. Source: decisions: Notices; พ.ร.บ.
    การปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565 มาตรา 10.
    """
    from .notice_check import check_document, unusable
    from .notice_pictures import NoticePictures

    context = context._replace(as_of=context.as_of or today())
    files = _files(paths, skip, on_start)
    with _reader(limits, ocr) as reader:
        pictures = NoticePictures(reader)
        for file, read in _documents(files, reader, on_files):
            if isinstance(read, InputError):
                yield unusable(file.name, read, context)
            else:
                yield pictures.beside(check_document(read, context), file.path)


def check_notice_text(text: str, context: NoticeContext = NOTHING_KNOWN, *, file: str = "-") -> NoticeResult:
    """Check a notice that is text already; `file` is what to call it in reports.

    A text that is no notice is a result too, and raises nothing. Source: decisions: Notices.
    """
    from ..model.notice import DocumentKind
    from .notice_check import check_document

    return check_document(Document(file, DocumentKind.TEXT, text), context)


def _files(
    paths: "Iterable[str | Path | NoticeFile]", skip: Skip, on_start: Callable[[int], None] | None
) -> "list[NoticeFile]":
    """The files to read. Raises InputError where there is none."""
    from ..whose_notice.files import NoticeFile, document_files

    named = [path if isinstance(path, NoticeFile) else Path(path) for path in paths]
    files = document_files(named, skip)
    if not files:
        raise InputError(_NONE, file=", ".join(str(path) for path in named))
    if on_start is not None:
        on_start(len(files))
    return files


def _reader(limits: "Limits | None", ocr: bool) -> "DocumentReader":
    from ..documents.reading import DocumentReader
    from ..intake.limits import DEFAULT_LIMITS

    return DocumentReader(limits or DEFAULT_LIMITS, ocr=ocr)


def _documents(
    files: "list[NoticeFile]", reader: "DocumentReader", on_files: Callable[[int], None] | None
) -> "Iterator[tuple[NoticeFile, Document | InputError]]":
    """Each file, and what was read of it or why it cannot be."""
    for count, file in enumerate(files, start=1):
        try:
            read: Document | InputError = reader.read(file.path, file.name)
        except InputError as error:
            read = error
        yield file, read
        if on_files is not None:
            on_files(count)
        if count % _COLLECTED == 0:  # a DOCX is full of cycles, and the command line has them searched for seldom
            gc.collect()


def load_agencies(
    path: str | Path, reading: ListOptions = ListOptions(), *, on_open: Callable[[Table], None] | None = None
) -> "Agencies":
    """The agencies of a list (CSV, XLSX), to find those of notices in: for `NoticeContext(agencies=…)`.

    Raises InputError where the file cannot be used, RequestError where an option does not fit it. Source: decisions:
    Lists and Notices.
    """
    from ..intake.records import RecordReader
    from ..intake.set_aside import RowsSetAside
    from ..intake.source import open_table
    from ..whose_notice.agencies import Agencies

    source = open_table(Path(path), reading)
    if on_open is not None:
        on_open(source)
    aside = RowsSetAside(whole=False)
    found = Agencies(RecordReader(source.header).agencies(source.rows(), aside))
    if not found.count:
        raise no_agencies(source.file, source.header_row, aside.count)
    found.set_aside, found.set_aside_count = tuple(aside.rows), aside.count
    return found


def notices_of_list(
    paths: Iterable[str | Path],
    agencies: "Agencies",
    *,
    limits: "Limits | None" = None,
    ocr: bool = True,
    skip: Skip = no_skip,
    on_start: Callable[[int], None] | None = None,
    on_files: Callable[[int], None] | None = None,
    as_of: datetime.date | None = None,
) -> "NoticesOfList":
    """What notices state for the rows of a list: for `FurtherSources(read_notices=…)`.

    Each notice's agency is sought in `agencies`, by code or name, never by a guess. `as_of` is the day of the check,
    today if none is given: not that of the list's data, for a notice may be newer than the list. The other arguments
    are those of `check_notices`.

    Raises InputError where a path is missing or a folder holds no document. Source: decisions: Notices.
    """
    from ..notices.reading import read_notice
    from ..whose_notice.notices_of_list import NoticesOfList

    found = NoticesOfList(agencies, as_of)

    def skipped(name: str, why: Text) -> None:
        found.skip(name, why)
        skip(name, why)

    # in every report of the list a file is called as within its folder: where that lies is nobody's business
    files = [file._replace(name=file.within) for file in _files(paths, skipped, on_start)]
    with _reader(limits, ocr) as reader:
        for file, read in _documents(files, reader, on_files):
            if isinstance(read, InputError):
                said = read.text.fill(**read.parts)
                found.add(file.within, None, Text(*(text.removeprefix(f"{file.within}: ") for text in said)))
            else:
                found.add(file.within, read_notice(read))
    return found
