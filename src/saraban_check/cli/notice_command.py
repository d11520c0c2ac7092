"""`notice FILE…`: section-10 notices, checked."""

import datetime
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from ..checks.agency_record import agency_record
from ..checks.notices import check_notices, load_agencies
from ..gating.notice_conditions import met_by_notices, read_notice_conditions
from ..intake.dates import asked_day
from ..model.errors import InputError, RequestError
from ..model.notice import NoticeCheck, NoticeState
from ..model.text import Text
from ..reference.days import today
from ..whose_notice.files import NoticeFile
from .configured import named_by, policy
from .gate import say_failed
from .inputs import check_one_stdin
from .language import LANG, t
from .location import location_as_typed
from .notice_files import SkippedFiles
from .options.agency import AgencyOptions
from .options.declaring import AGENCY, EVIDENCE, Argument, Needing, Option, Without, command
from .options.evidence import Ocr
from .options.gating import fail_on_option
from .options.general import GeneralOptions
from .options.output import FORMAT, FULL_FILES, Limit
from .options.reading import ReadingOptions
from .options.registry import RegistryOptions
from .outputs import Targets, check_outputs, write_outputs
from .progress import Progress
from .reading import as_file, say_domains, say_registry, say_set_aside, say_source
from .streams import ending_with, say_error, style_of, write_bytes, write_text

if TYPE_CHECKING:
    from ..intake.options import ListOptions
    from ..reports.notice.report import NoticeRun
    from ..whose_notice.agencies import Agencies

EXAMPLES = """saraban-check notice notice.pdf
saraban-check notice notice.docx --code 06480115
saraban-check notice notices/ --agency agencies.xlsx -o notices.xlsx
saraban-check notice notices/ --format jsonl"""

_ONE_OR_LIST = Text(
    "--agency {list}: ใช้พร้อม {option} ไม่ได้ รายชื่อบอกข้อมูลของหน่วยงานอยู่แล้ว",
    "--agency {list} and {option} cannot both be given: the list says it for each agency",
)
_FUTURE = Text(
    "--as-of {found}: เป็นวันในอนาคต ใช้วันนี้หรือก่อนหน้า",
    "--as-of {found}: this day is yet to come; name today or a day before",
)


class KnownOptions(NamedTuple):
    """What notices are compared with, besides what is told of one agency."""

    agency: Annotated[
        Path | None,
        Option(
            "--agency",
            metavar=Text("รายชื่อ", "LIST"),
            help=Text(
                "รายชื่อหน่วยงาน (XLSX, CSV) ที่จะเทียบ จับคู่ด้วยรหัสหรือชื่อในชื่อไฟล์หรือในประกาศฯ",
                "the list of agencies to compare with; matched by code or name in the file's name or in the text",
            ),
            heading=EVIDENCE,
        ),
    ] = None
    address: Annotated[
        str | None,
        Option(
            "--address",
            metavar=Text("ที่อยู่", "ADDRESS"),
            help=Text("ที่อยู่อีเมลที่หน่วยงานใช้อยู่", "the address that the agency uses"),
            heading=AGENCY,
        ),
    ] = None
    upgraded: Annotated[
        str | None,
        Option(
            "--upgraded",
            metavar=Text("วันที่", "DATE"),
            help=Text(
                "วันที่ยกฐานะ เช่น 1/10/2568 (ประกาศฯ ต้องใหม่กว่า)", "the day of the change of status, such as 2025-10-01"
            ),
            heading=AGENCY,
        ),
    ] = None
    as_of: Annotated[
        str | None,
        Option(
            "--as-of",
            metavar=Text("วันที่", "DATE"),
            help=Text("ตรวจเสมือนเป็นวันนี้ (ปกติวันปัจจุบัน)", "check as if on this day (else today)"),
            heading=EVIDENCE,
        ),
    ] = None
    ocr: Ocr = True


class OutputOptions(NamedTuple):
    """What is written, and what lets the run fail."""

    limit: Limit = 10
    format_: Annotated[
        Literal["screen", "json", "jsonl", "csv", "md", "github", "gitlab", "sarif", "junit"], FORMAT
    ] = "screen"
    output: Annotated[list[str] | None, FULL_FILES] = None
    fail_on: Annotated[
        str | None,
        fail_on_option(
            Text(
                "ออกด้วยรหัส 1 เฉพาะเมื่อพบ: error, warning, incorrect, unknown หรือรหัสเหตุผล",
                "exit code 1 only if there is any: error, warning, incorrect, unknown, or a rule",
            )
        ),
    ] = None


@command
def notice_command(
    files: Annotated[
        list[Path],
        Argument(
            Text("ประกาศ…", "FILE…"),
            Text(
                "ไฟล์ประกาศฯ (DOCX, PDF, HTML, TXT) หรือโฟลเดอร์ของไฟล์เหล่านี้ หรือ -",
                "notices (DOCX, PDF, HTML, TXT), folders of them, or -",
            ),
        ),
    ],
    facts: AgencyOptions,
    options: KnownOptions,
    registry: RegistryOptions,
    reading: Annotated[ReadingOptions, Without(("require",)), Needing("agency", ("sheet", "map_", "encoding"))],
    out: OutputOptions,
    general: GeneralOptions,
) -> int:
    """The command; exit code 1 if any notice is not correct, 2 if any file cannot be used."""
    from ..reports.notice.report import NoticeRun
    from ..reports.notice.writers import NOTICE_WRITERS

    agency = options.agency
    told = {**facts._asdict(), "address": options.address}
    _check_inputs(files, agency, told)
    day = _day_of_check(options.as_of)
    conditions = read_notice_conditions(out.fail_on)
    with named_by("--upgraded"):
        upgraded = None if options.upgraded is None else asked_day(options.upgraded)
    known: dict[str, Any] = {"as_of": day, "upgraded_on": upgraded, "policy": policy(), "registry": registry.load()}
    how = reading.values()
    if agency is None:
        known["record"] = agency_record(**told)
    outputs = check_outputs(out.output or (), Targets(), NOTICE_WRITERS)
    skipped = SkippedFiles()
    with ExitStack() as stack:
        if agency is not None:
            known["agencies"] = _agencies(stack.enter_context(as_file(agency, how.limits)), how)
        say_registry(known["registry"])
        say_domains(policy().domains)
        known |= {"limits": how.limits, "ocr": options.ocr}
        checks = stack.enter_context(_checking(files, known, skipped))
        is_alone = len(files) == 1 and not files[0].is_dir()
        if out.format_ == "jsonl" and not outputs and not conditions:
            return _stream(checks, skipped, is_alone)
        held = list(checks)
    if is_alone and held[0].error is not None:
        raise held[0].error
    reasons = met_by_notices(conditions, held) if conditions else None
    places = [location_as_typed(check.file) for check in held]
    list_file = None if agency is None else str(agency)
    told_day = day if options.as_of else None
    run = NoticeRun(held, LANG, places, told_day, list_file, known["registry"], policy(), reasons)
    write_outputs(outputs, run)
    skipped.say()
    say_failed(reasons or ())
    _say_unusable(held)
    code = _exit_code(held, reasons)
    with ending_with(code):
        _show(run, out, general)
    return code


def _check_inputs(files: list[Path], agency: Path | None, told: dict[str, str | None]) -> None:
    """Raises RequestError where what is known of the agency is told twice, or standard input is to be read twice."""
    given = next((f"--{option}" for option, value in told.items() if value is not None), None)
    if agency is not None and given is not None:
        raise RequestError(_ONE_OR_LIST, list=agency, option=given)
    check_one_stdin(*files, *([] if agency is None else [agency]))


def _day_of_check(as_of: str | None) -> datetime.date:
    with named_by("--as-of"):
        day = today() if as_of is None else asked_day(as_of)
    if day > today():
        raise RequestError(_FUTURE, found=as_of)
    return day


def _agencies(path: Path, how: "ListOptions") -> "Agencies":
    with named_by("--agency"):
        found = load_agencies(path, how, on_open=say_source)
    say_set_aside(found)
    return found


@contextmanager
def _checking(files: list[Path], known: dict[str, Any], skipped: SkippedFiles) -> Iterator[Iterator[NoticeCheck]]:
    """The checks, one after the other, with their progress; at the end whatever reads them is ended."""
    with Progress(t("กำลังอ่านประกาศฯ", "reading notices")) as progress, ExitStack() as stack:

        def started(total: int) -> None:
            progress.of(total)
            if total > 1:  # the first may be a scan, which takes its time
                progress.begin()

        named = [
            NoticeFile(stack.enter_context(as_file(path, known["limits"], "file_mb")), "-", "-")
            if str(path) == "-"
            else path
            for path in files
        ]
        checks = check_notices(named, **known, skip=skipped.add, on_start=started, on_files=progress.on_rows)
        yield stack.enter_context(closing(checks))


def _show(run: "NoticeRun", out: OutputOptions, general: GeneralOptions) -> None:
    if out.format_ == "screen":
        from ..reports.notice.screen import render_notices

        write_text(render_notices(run, out.limit, style_of(sys.stdout, general.color)))
        return
    from ..reports.notice.writers import NOTICE_WRITERS

    write_bytes(NOTICE_WRITERS[out.format_].write(run), commands=out.format_ == "github")


def _stream(checks: Iterator[NoticeCheck], skipped: SkippedFiles, is_alone: bool) -> int:
    """JSON Lines as the notices are read: none of them is held."""
    from ..reports.notice.json_notices import json_lines
    from ..reports.writers import encoded

    code = 0
    for check in checks:
        if is_alone and check.error is not None:
            raise check.error
        _say_unusable([check])
        code = max(code, _exit_code([check], None))
        with ending_with(code):
            write_bytes(encoded(json_lines([check], LANG, policy())))
    skipped.say()
    return code


def _say_unusable(checks: list[NoticeCheck]) -> None:
    """Why a file could not be used: always, as it decides the exit code."""
    for check in checks:
        if isinstance(check.error, InputError):
            say_error(check.error.say(LANG))


def _exit_code(checks: list[NoticeCheck], reasons: tuple[Text, ...] | None) -> int:
    if any(check.error is not None for check in checks):
        return 2
    failed = bool(reasons) if reasons is not None else any(c.state is not NoticeState.CORRECT for c in checks)
    return int(failed)
