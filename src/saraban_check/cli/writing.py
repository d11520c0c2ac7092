"""The files of `classify`: reports (`-o`), the marked copy (`--mark`), a workbook for each part (`--split`)."""

import gc
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..formats import Result, Writer, writers_of
from ..intake.named_file import read_whole
from ..model.errors import RequestError
from ..model.os_reasons import reason_of
from ..model.text import Text
from ..report.run import Report
from .inputs import refuse_folder, refuse_input
from .language import LANG
from .outputs import Targets, append_file, refuse_obstacle, write_file
from .streams import note, say, say_wrote

if TYPE_CHECKING:
    from ..checks.classification import Classification
    from ..checks.cross_sections import CrossSection
    from ..checks.judging import Judging
    from ..intake.headings import Header
    from ..intake.limits import Limits
    from ..report.views.notices_run import NoticeRun
    from .options.listing import OutputOptions

_SUMMARY = "GITHUB_STEP_SUMMARY"
_NOT_A_FOLDER = Text(
    "--split {by} {file}: ไม่ใช่โฟลเดอร์ ระบุโฟลเดอร์ที่จะเก็บไฟล์",
    "--split {by} {file}: not a folder; name the one for the files",
)
_NO_PARENT = Text(
    "--split {by} {file}: ไม่มีโฟลเดอร์ {folder} สร้างก่อนแล้วลองใหม่",
    "--split {by} {file}: there is no folder {folder}; make it first",
)


_CLEANS_OTHERS = Text(
    "--clean: ใช้กับ --province หรือ --where ไม่ได้ เพราะไฟล์ของส่วนอื่นในโฟลเดอร์อาจเป็นของรอบนี้",
    "--clean cannot be used with --province or --where: the folder's other files may be of this round too",
)
_WHOLE_BOOK = Text(
    "--mark ทำสำเนาสมุดงานทั้งเล่ม จึงใช้กับ --province หรือ --where ไม่ได้ ใช้ -o ไฟล์.xlsx แทน",
    "--mark copies the whole workbook, so it does not go with --province or --where; use -o FILE.xlsx instead",
)
_SCREEN_ONLY = Text(
    "--only มีผลเฉพาะรายการบนจอ ผลอื่นมีครบทุกแถว ({count} แห่ง) ถ้าต้องการผลเฉพาะกลุ่มใช้ --where group=B1",
    "--only chooses what the screen lists; everything else holds all {count} rows (--where group=B1 narrows all of it)",
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


@dataclass
class Copies:
    """Where the marked copy goes; by what the list is split, and the folder of the workbooks.

    `section` is what the list is split by, once it is `open`; `clean` moves workbooks of earlier rounds aside.
    """

    marked: Path | None
    split: tuple[str, Path] | None
    section: "CrossSection | None" = None
    clean: bool = False

    @property
    def any(self) -> bool:
        return self.marked is not None or self.split is not None

    def open(self, header: "Header", judging: "Judging") -> None:
        """Take the headings of the list. Raises RequestError where it cannot be split by what was asked."""
        if self.split is not None:
            from ..checks.named_column import cross_section

            self.section = cross_section(self.split[0], header, "--split", judging.table, judging.policy.domains)


def check_copies(out: "OutputOptions", source: Path, targets: Targets, *, is_narrowed: bool) -> Copies:
    """Both, before any work is done. Raises RequestError where one cannot be written.

    A marked copy holds the whole of the user's workbook: of a part of the list it would show all the others unmarked.
    """
    if out.mark is not None:
        from ..files.marked.mark import check_mark

        if is_narrowed:
            raise RequestError(_WHOLE_BOOK)
        targets.check("--mark", out.mark)
        check_mark(out.mark, source)
    if is_narrowed and out.clean:
        raise RequestError(_CLEANS_OTHERS)
    if out.split is not None:
        by, folder = out.split
        refuse_obstacle(f"--split {by}", folder)
        if not folder.is_dir():
            if folder.exists():
                raise RequestError(_NOT_A_FOLDER, by=by, file=folder)
            if not folder.parent.is_dir():
                raise RequestError(_NO_PARENT, by=by, file=folder, folder=folder.parent)
        refuse_folder(f"--split {by}", folder)
    return Copies(out.mark, out.split, clean=out.clean)


def write_files(
    report: Report, files: Sequence[tuple[Path, Writer]], copies: Copies, original: Path, limits: "Limits"
) -> None:
    """All files of a run. Raises RequestError before the first where `--split` would make too many."""
    if copies.section is not None:
        from ..files.workbook.splitting import parts_by

        parts_by(report.result, copies.section, limits.split_files)
    write_reports(report, files)
    _write_copies(report, copies, original, limits)


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


def _write_copies(report: Report, copies: Copies, original: Path, limits: "Limits") -> None:
    """The marked copy of `original`, and the workbooks of the parts."""
    if copies.marked is not None:
        from ..files.marked.mark import marked_workbook

        write_file(copies.marked, [marked_workbook(report, read_whole(original, limits))], "--mark")
        say_wrote(copies.marked)
    if copies.split is not None and copies.section is not None:
        from .split_folder import write_parts

        write_parts(report, copies.section, copies.split[1], limits.split_files, clean=copies.clean)


def say_screen_only(result: "Classification") -> None:
    """Whoever lists some groups, and writes files, is told that the files hold them all."""
    note(_SCREEN_ONLY, count=f"{result.summary.total:,}")


def check_step_summary(format_: str) -> None:
    """Before any work is done. Raises RequestError where the summary of the step, if it is written, is an input."""
    if format_ == "github" and (target := os.environ.get(_SUMMARY)):
        refuse_input(_SUMMARY, Path(target))


def append_step_summary(run: "Report | NoticeRun", format_: str) -> None:
    """In a GitHub workflow: what the annotations have no room for goes to the summary of the step."""
    result = Result.CLASSIFY if isinstance(run, Report) else Result.NOTICE
    if format_ == "sarif" and isinstance(run, Report):
        _say_cut_short(run)
    target = os.environ.get(_SUMMARY)
    if format_ != "github" or not target:
        return
    try:
        append_file(Path(target), writers_of(result)["md"].write(run), _SUMMARY)
    except OSError as error:  # the annotations are out already: what failed is said, and changes no verdict
        say(_NO_SUMMARY.say(LANG, reason=reason_of(error)))


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
