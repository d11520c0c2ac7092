"""`notice FILE…`: section-10 notices, checked."""

import datetime
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from enum import Enum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from ..checks.agency_record import agency_record
from ..checks.notice_context import NoticeContext
from ..checks.notice_summary import summary_of
from ..checks.notices import check_notices, load_agencies
from ..formats import Result, writers_of
from ..gating.notice_conditions import met_by_notices, read_notice_conditions
from ..intake.dates import asked_day
from ..intake.headings import read_mapping
from ..intake.limits import Limits, read_limits
from ..intake.options import ListOptions
from ..model.errors import InputError, RequestError
from ..model.notice import NoticeState
from ..model.record import NO_RECORD
from ..model.result import NoticeResult
from ..model.text import Text
from ..reference.days import today
from ..whose_notice.files import NoticeFile
from .agency_options import (
    AmphoeOption,
    CodeOption,
    IssuedOption,
    KindOption,
    NameOption,
    ProvinceOption,
    WebsiteOption,
)
from .configured import named_by, policy
from .gate import say_failed
from .language import LANG, t
from .location import location_of
from .notice_files import SkippedFiles
from .options import (
    ColorChoice,
    ColorOption,
    ConfigOption,
    EncodingOption,
    LangChoice,
    LangOption,
    MapOption,
    MaxOption,
    NoRegistryOption,
    OcrOption,
    QuietOption,
    RegistryOption,
    SheetOption,
    VerboseOption,
)
from .outputs import Targets, check_outputs, write_file
from .progress import Progress
from .reading import as_file, say_domains, say_registry, say_set_aside, say_source
from .registry_file import registry_of
from .streams import ending_with, say_error, say_wrote, style_of, write_bytes, write_text

if TYPE_CHECKING:
    from ..reports.notice.report import NoticeRun


class _Watched(NamedTuple):
    """What was left out of folders, and whether to say nothing of it."""

    skipped: SkippedFiles
    quiet: bool


class NoticeFormat(Enum):
    SCREEN = "screen"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


EXAMPLES = """saraban-check notice notice.pdf
saraban-check notice notice.docx --code 06480115
saraban-check notice notices/ --agency agencies.xlsx -o notices.xlsx
saraban-check notice notices/ --format jsonl"""

_ONE_OR_LIST = Text(
    "--agency {list}: ใช้พร้อม {option} ไม่ได้ รายชื่อบอกข้อมูลของหน่วยงานอยู่แล้ว",
    "--agency {list} and {option} cannot both be given: the list says it for each agency",
)
_ONE_STDIN = Text(
    "ใช้ - (อินพุตมาตรฐาน) ได้เพียงครั้งเดียว ระบุชื่อไฟล์อื่น", "only one input can be - (standard input); name the others' files"
)
_FUTURE = Text(
    "--as-of {found}: เป็นวันในอนาคต ใช้วันนี้หรือก่อนหน้า",
    "--as-of {found}: this day is yet to come; name today or a day before",
)


def notice_command(
    files: Annotated[
        list[Path],
        typer.Argument(
            readable=False,
            metavar=t("ประกาศ…", "FILE…"),
            help=t(
                "ไฟล์ประกาศฯ (DOCX, PDF, HTML, TXT) หรือโฟลเดอร์ของไฟล์เหล่านี้ หรือ -",
                "notices (DOCX, PDF, HTML, TXT), folders of them, or -",
            ),
        ),
    ],
    agency: Annotated[
        Path | None,
        typer.Option(
            "--agency",
            readable=False,
            metavar=t("รายชื่อ", "LIST"),
            help=t(
                "รายชื่อหน่วยงาน (XLSX, CSV) ที่จะเทียบ จับคู่ด้วยรหัสหรือชื่อในชื่อไฟล์หรือในประกาศฯ",
                "the list of agencies to compare with; matched by code or name in the file's name or in the text",
            ),
        ),
    ] = None,
    code: CodeOption = None,
    name: NameOption = None,
    website: WebsiteOption = None,
    kind: KindOption = None,
    province: ProvinceOption = None,
    amphoe: AmphoeOption = None,
    address: Annotated[
        str | None,
        typer.Option(
            "--address",
            metavar=t("ที่อยู่", "ADDRESS"),
            help=t("ที่อยู่อีเมลที่หน่วยงานใช้อยู่", "the address that the agency uses"),
        ),
    ] = None,
    issued: IssuedOption = None,
    upgraded: Annotated[
        str | None,
        typer.Option(
            "--upgraded",
            metavar=t("วันที่", "DATE"),
            help=t(
                "วันที่ยกฐานะ เช่น 1/10/2568 (ประกาศฯ ต้องใหม่กว่า)", "the day of the change of status, such as 2025-10-01"
            ),
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar=t("วันที่", "DATE"),
            help=t("ตรวจเสมือนเป็นวันนี้ (ปกติวันปัจจุบัน)", "check as if on this day (else today)"),
        ),
    ] = None,
    format_: Annotated[
        NoticeFormat,
        typer.Option("--format", help=t("รูปแบบที่ส่งออกทางเอาต์พุตมาตรฐาน", "what goes to standard output")),
    ] = NoticeFormat.SCREEN,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar=t("ไฟล์", "FILE"),
            help=t(
                "บันทึกผลเป็น .xlsx .html .csv .json .jsonl .md .sarif .xml (JUnit) หรือ gitlab=ไฟล์ (ใช้ซ้ำได้)",
                "write .xlsx .html .csv .json .jsonl .md .sarif .xml (JUnit), or gitlab=FILE (may be repeated)",
            ),
        ),
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            envvar="SARABAN_CHECK_LIMIT",
            min=0,
            metavar=t("จำนวน", "NUMBER"),
            help=t("จำนวนไฟล์ที่แสดงบนจอ", "how many files the screen lists"),
        ),
    ] = 10,
    fails_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar=t("เงื่อนไข,…", "WHAT,…"),
            help=t(
                "ออกด้วยรหัส 1 เฉพาะเมื่อพบ: error, warning, incorrect, unknown หรือรหัสเหตุผล",
                "exit code 1 only if there is any: error, warning, incorrect, unknown, or a rule",
            ),
        ),
    ] = None,
    ocr: OcrOption = True,
    registry: RegistryOption = None,
    no_registry: NoRegistryOption = False,
    sheet: SheetOption = None,
    map_: MapOption = None,
    encoding: EncodingOption = None,
    max_: MaxOption = None,
    config: ConfigOption = None,
    lang: LangOption = LangChoice.TH,
    color: ColorOption = ColorChoice.AUTO,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """The command; exit code 1 if any notice is not correct, 2 if any file cannot be used."""
    from ..reports.notice.report import NoticeRun

    told = {"code": code, "name": name, "website": website, "kind": kind, "province": province, "amphoe": amphoe}
    told |= {"address": address, "issued": issued}
    _check_inputs(files, agency, told)
    day = _day_of_check(as_of)
    conditions = read_notice_conditions(fails_on)
    known = NoticeContext(
        day,
        NO_RECORD if agency is not None else agency_record(**told),
        upgraded_on=None if upgraded is None else asked_day(upgraded),
        policy=policy(),
        registry=registry_of(registry, no_registry),
    )
    limits = read_limits(max_ or [])
    outputs = check_outputs(output or [], Targets(), Result.NOTICE)
    skipped = SkippedFiles()
    with ExitStack() as stack:
        if agency is not None:
            path = stack.enter_context(as_file(agency, limits))
            reading = ListOptions(sheet, read_mapping(map_ or []), encoding, limits)
            with named_by("--agency"):
                agencies = load_agencies(path, reading, on_open=None if quiet else say_source)
            if not quiet:
                say_set_aside(agencies)
            known = known._replace(agencies=agencies)
        if not quiet:
            say_registry(known.registry)
            say_domains(known.policy.domains)
        watched = _Watched(skipped, quiet)
        results = stack.enter_context(_checking(files, known, limits, ocr, watched))
        is_alone = len(files) == 1 and not files[0].is_dir()
        if format_ is NoticeFormat.JSONL and not outputs and not conditions:
            return _stream(results, watched, is_alone)
        held = list(results)
    if is_alone and held[0].error is not None:
        raise held[0].error
    reasons = met_by_notices(conditions, summary_of(held)) if conditions else None
    locations = [_location(result.file) for result in held]
    list_file = None if agency is None else str(agency)
    run = NoticeRun(held, LANG, locations, day if as_of else None, list_file, known.registry, known.policy, reasons)
    for target, writer in outputs:
        write_file(target, writer.write(run))
        if not quiet:
            say_wrote(target)
    if not quiet:
        skipped.say()
    say_failed(reasons or ())
    _say_unusable(held)
    code_of_run = _exit_code(held, reasons)
    with ending_with(code_of_run):
        _show(run, format_, limit, color)
    return code_of_run


def _location(file: str) -> str:
    """Where a notice stands, for machines. Outside a repository as it was typed: files of one name stay apart."""
    if file == "-":
        return file
    found, typed = location_of(Path(file)), PurePath(file)
    is_below = not typed.is_absolute() and ".." not in typed.parts
    return typed.as_posix() if is_below and found == typed.name else found


def _check_inputs(files: list[Path], agency: Path | None, told: dict[str, str | None]) -> None:
    """Raises RequestError where what is known of the agency is told twice, or standard input is to be read twice."""
    given = next((f"--{option}" for option, value in told.items() if value is not None), None)
    if agency is not None and given is not None:
        raise RequestError(_ONE_OR_LIST, list=agency, option=given)
    if sum(str(path) == "-" for path in (*files, *filter(None, [agency]))) > 1:
        raise RequestError(_ONE_STDIN)


def _day_of_check(as_of: str | None) -> datetime.date:
    day = today() if as_of is None else asked_day(as_of)
    if day > today():
        raise RequestError(_FUTURE, found=as_of)
    return day


@contextmanager
def _checking(
    files: list[Path], known: NoticeContext, limits: Limits, ocr: bool, watched: _Watched
) -> Iterator[Iterator[NoticeResult]]:
    """The results, one after the other, with their progress; at the end whatever reads them is ended."""
    progress = Progress(watched.quiet, t("กำลังอ่านประกาศฯ", "reading notices"))

    def started(total: int) -> None:
        progress.total = total
        if total > 1:  # the first may be a scan, which takes its time
            progress.begin()

    with ExitStack() as stack:
        stack.callback(progress.stop)
        named = [
            NoticeFile(stack.enter_context(as_file(path, limits, "file_mb")), "-", "-") if str(path) == "-" else path
            for path in files
        ]
        on_files = progress.rows if progress.is_wanted else None
        told: dict[str, Any] = {"skip": watched.skipped.add, "on_start": started, "on_files": on_files}
        yield stack.enter_context(closing(check_notices(named, known, limits=limits, ocr=ocr, **told)))


def _show(run: "NoticeRun", format_: NoticeFormat, limit: int, color: ColorChoice) -> None:
    if format_ is NoticeFormat.SCREEN:
        from ..report.render.screen import render_screen
        from ..report.views.notices import notices_document

        write_text(render_screen(notices_document(run), LANG, style_of(sys.stdout, color.value), limit))
        return

    write_bytes(writers_of(Result.NOTICE)[format_.value].write(run), commands=format_ is NoticeFormat.GITHUB)


def _stream(results: Iterator[NoticeResult], watched: _Watched, is_alone: bool) -> int:
    """JSON Lines as the notices are read: none of them is held."""
    from ..formats import encoded
    from ..reports.notice.json_notices import json_lines

    code = 0
    for result in results:
        if is_alone and result.error is not None:
            raise result.error
        _say_unusable([result])
        code = max(code, _exit_code([result], None))
        with ending_with(code):
            write_bytes(encoded(json_lines([result], LANG)))
    if not watched.quiet:
        watched.skipped.say()
    return code


def _say_unusable(results: list[NoticeResult]) -> None:
    """Why a file could not be used: always, as it decides the exit code."""
    for result in results:
        if isinstance(result.error, InputError):
            say_error(result.error.say(LANG))


def _exit_code(results: list[NoticeResult], reasons: tuple[Text, ...] | None) -> int:
    if any(result.error is not None for result in results):
        return 2
    failed = bool(reasons) if reasons is not None else any(one.state is not NoticeState.CORRECT for one in results)
    return int(failed)
