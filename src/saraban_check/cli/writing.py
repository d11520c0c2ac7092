"""The files of `classify`: reports (`-o`), the marked copy (`--mark`), a workbook a province (`--split`)."""

import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..formats import Result, Writer, writers_of
from ..intake.named_file import read_whole
from ..model.errors import RequestError
from ..model.text import Text
from ..report.run import Report
from .inputs import refuse_folder, refuse_input
from .language import LANG
from .outputs import Targets, append_file, write_file
from .streams import note, say, say_wrote

if TYPE_CHECKING:
    from ..intake.limits import Limits

_SUMMARY = "GITHUB_STEP_SUMMARY"
_NOT_A_FOLDER = Text(
    "--split province {file}: ไม่ใช่โฟลเดอร์ ระบุโฟลเดอร์ที่จะเก็บไฟล์",
    "--split province {file}: not a folder; name the one for the files",
)
_NO_PARENT = Text(
    "--split province {file}: ไม่มีโฟลเดอร์ {folder} สร้างก่อนแล้วลองใหม่",
    "--split province {file}: there is no folder {folder}; make it first",
)
_CANNOT_MAKE = Text(
    "--split province {file}: สร้างโฟลเดอร์ไม่ได้ ({reason})", "--split province {file}: it cannot be made ({reason})"
)


_WROTE_INTO = Text("บันทึก {count} ไฟล์ลงใน {folder} แล้ว", "wrote {count} files into {folder}")
_LEFT = Text(
    "ในโฟลเดอร์นี้มีไฟล์ของจังหวัดอื่นจากรอบก่อนอีก {count} ไฟล์ ซึ่งรอบนี้ไม่ได้เขียน",
    "the folder holds {count} more files of provinces, from earlier; this run did not write them",
)
_NO_SUMMARY = Text("เขียน step summary ไม่ได้ ({reason})", "the step summary could not be written ({reason})")
_CUT_TEXTS = Text(
    "ข้อความยาวเกินที่เซลล์ของ Excel เก็บได้ {count} เซลล์ ถูกตัดและลงท้ายด้วย … ข้อความเต็มอยู่ใน .csv และ .json",
    "{count} texts are longer than a cell of Excel holds: cut there, with …; .csv and .json hold all",
)
_CUT_SHORT = Text(
    "SARIF มี {count} รายการ แต่ GitHub รับไม่เกิน {most} รายการต่อครั้ง แบ่งรายชื่อก่อนอัปโหลด",
    "the SARIF holds {count} results; GitHub takes at most {most} of a run: divide the list to upload it",
)


class Copies(NamedTuple):
    """Where the marked copy goes, and the folder of the workbooks by province."""

    marked: Path | None
    folder: Path | None

    @property
    def any(self) -> bool:
        return self.marked is not None or self.folder is not None


def check_copies(marked: Path | None, folder: Path | None, source: Path, targets: Targets) -> Copies:
    """Both, before any work is done. Raises RequestError where one cannot be written."""
    if marked is not None:
        from ..files.marked.mark import check_mark

        targets.check("--mark", marked)
        check_mark(marked, source)
    if folder is not None and not folder.is_dir():
        if folder.exists():
            raise RequestError(_NOT_A_FOLDER, file=folder)
        if not folder.parent.is_dir():
            raise RequestError(_NO_PARENT, file=folder, folder=folder.parent)
    if folder is not None:
        refuse_folder("--split province", folder)
    return Copies(marked, folder)


def write_reports(report: Report, files: Sequence[tuple[Path, Writer]]) -> None:
    """Each `-o` in turn; meanwhile nothing is searched for cycles: reports make none, but millions of small objects."""
    gc.disable()
    try:
        _write_each(report, files)
    finally:
        gc.enable()


def _write_each(report: Report, files: Sequence[tuple[Path, Writer]]) -> None:
    for path, writer in files:
        write_file(path, writer.write(report))
        say_wrote(path)
        if writer.name == "sarif":
            _say_cut_short(report)
        if writer.name == "xlsx":
            _say_cut_texts(report)


def write_copies(report: Report, copies: Copies, original: Path, limits: "Limits") -> None:
    """The marked copy of `original`, and the workbooks by province."""
    if copies.marked is not None:
        from ..files.marked.mark import marked_workbook

        write_file(copies.marked, [marked_workbook(report, read_whole(original, limits))], "--mark")
        say_wrote(copies.marked)
    if copies.folder is not None:
        _split(report, copies.folder)


def _split(report: Report, folder: Path) -> None:
    from ..files.part.document import part_document
    from ..files.workbook.splitting import split_by_province

    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise RequestError(_CANNOT_MAKE, file=folder, reason=error.strerror or str(error)) from None
    parts = list(split_by_province(report.result, report.lang))
    Targets().check_all("--split", [folder / name for name, _ in parts])
    written = set()
    for name, part in parts:
        write_file(folder / name, [part_document(part, report.lang)], "--split")
        written.add(name)
    note(_WROTE_INTO, count=f"{len(written):,}", folder=folder)
    if left := sum(1 for other in folder.glob("[0-9][0-9]-*.xlsx") if other.name not in written):
        note(_LEFT, count=f"{left:,}")


def check_step_summary(format_: str) -> None:
    """Before any work is done. Raises RequestError where the summary of the step, if it is written, is an input."""
    if format_ == "github" and (target := os.environ.get(_SUMMARY)):
        refuse_input(_SUMMARY, Path(target))


def append_step_summary(report: Report, format_: str) -> None:
    """In a GitHub workflow: what the annotations have no room for goes to the summary of the step."""
    if format_ == "sarif":
        _say_cut_short(report)
    target = os.environ.get(_SUMMARY)
    if format_ != "github" or not target:
        return
    try:
        append_file(Path(target), writers_of(Result.CLASSIFY)["md"].write(report), _SUMMARY)
    except OSError as error:  # the annotations are out already: what failed is said, and changes no verdict
        say(_NO_SUMMARY.say(LANG, reason=error.strerror))


def _say_cut_texts(report: Report) -> None:
    from ..files.workbook.long_texts import texts_too_long

    if count := texts_too_long(report.result):
        say(_CUT_TEXTS.say(LANG, count=f"{count:,}"))


def _say_cut_short(report: Report) -> None:
    """GitHub cuts a SARIF run short without a word; so the word is said here."""
    from ..machine.sarif import MOST_ON_GITHUB

    count = report.result.summary.rules.total()
    if count > MOST_ON_GITHUB:
        say(_CUT_SHORT.say(LANG, count=f"{count:,}", most=f"{MOST_ON_GITHUB:,}"))
