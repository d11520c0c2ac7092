"""`bounces PATH...`: what bounce mails say of each address, for `classify --delivery`."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..bounces.reading import read_bounces
from ..checks.deliveries import match_deliveries
from ..checks.judging import Watch
from ..delivery.agencies import AgencyDeliveries
from ..delivery.all_reports import AllReports
from ..formats import Result, writers_of
from ..intake.options import ListOptions
from ..model.errors import InputError, RequestError
from ..model.text import Text
from ..reports.escape import for_terminal
from .configured import named_by, policy
from .language import LANG, t
from .options import (
    ColorChoice,
    ColorOption,
    ConfigOption,
    EncodingOption,
    LangChoice,
    LangOption,
    MapOption,
    MaxOption,
    QuietOption,
    SheetOption,
    TableMode,
    VerboseOption,
)
from .outputs import Targets, check_outputs, write_file
from .progress import Progress
from .reading import as_file, reading_options, say_domains, say_set_aside, say_source
from .streams import ending_with, say, say_wrote, style_of, write_bytes, write_text

if TYPE_CHECKING:
    from ..reports.delivery.report import DeliveryRun, Reading


class BouncesFormat(Enum):
    SCREEN = "screen"
    CSV = "csv"
    JSON = "json"


EXAMPLES = """saraban-check bounces inbox.mbox
saraban-check bounces inbox.mbox --for agencies.xlsx -o delivery.csv
saraban-check bounces mails/ --for agencies.xlsx --since 1/11/2569 --sent-all"""

_NO_LIST = Text(
    "--sent-all: ใช้คู่กับ --for รายชื่อ เพราะต้องรู้ว่าส่งถึงหน่วยงานใดบ้าง",
    "--sent-all: give --for LIST too, for it must be known to whom all were sent",
)
_ONE_STDIN = Text(
    "ใช้ - (อินพุตมาตรฐาน) ได้เพียงครั้งเดียว ระบุชื่อไฟล์อื่น", "only one input can be - (standard input); name the others' files"
)
_NO_MAIL = Text("{files}: ไม่มีอีเมลให้อ่าน ตรวจไฟล์หรือโฟลเดอร์", "{files}: there is no mail to read; check the path")


def bounces_command(
    paths: Annotated[
        list[Path],
        typer.Argument(
            readable=False,
            metavar=t("อีเมล…", "PATH…"),
            help=t(
                "ไฟล์ mbox .eml .zip โฟลเดอร์ของ .eml หรือ Maildir หรือ -",
                "an mbox, .eml or .zip file, a folder of .eml files, a Maildir, or -",
            ),
        ),
    ],
    list_: Annotated[
        Path | None,
        typer.Option(
            "--for",
            readable=False,
            metavar=t("รายชื่อ", "LIST"),
            help=t(
                "รายชื่อหน่วยงาน (XLSX, CSV) ที่ส่งอีเมลถึง เพื่อบอกผลของแต่ละแห่ง",
                "the list of agencies (XLSX, CSV) that mail was sent to, to tell what is known of each",
            ),
        ),
    ] = None,
    sent_all: Annotated[
        bool,
        typer.Option(
            "--sent-all",
            help=t(
                "ส่งครบทุกแห่งและพ้นเวลารอแล้ว: แห่งที่ไม่มีอีเมลตีกลับถือว่าส่งได้",
                "all were sent and the waiting time is over: no bounce counts as delivered",
            ),
        ),
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar=t("วันที่", "DATE"),
            help=t(
                "ไม่นับรายงานที่ลงวันที่ก่อนวันนี้ เช่น วันที่ส่งหนังสือเวียน 1/11/2569 (ที่ไม่มีวันที่ยังนับ)",
                "leave out reports dated before this day, such as when the circular was sent (undated ones stay)",
            ),
        ),
    ] = None,
    format_: Annotated[
        BouncesFormat,
        typer.Option("--format", help=t("รูปแบบที่ส่งออกทางเอาต์พุตมาตรฐาน", "what goes to standard output")),
    ] = BouncesFormat.SCREEN,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar=t("ไฟล์", "FILE"),
            help=t("บันทึกผลเป็น .csv .json (ใช้ซ้ำได้)", "write .csv .json (may be repeated)"),
        ),
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            envvar="SARABAN_CHECK_LIMIT",
            min=0,
            metavar=t("จำนวน", "NUMBER"),
            help=t("จำนวนที่แสดงบนจอในแต่ละรายการ", "how many the screen shows of each list"),
        ),
    ] = 10,
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
    """The command; the options' own help says what each does."""
    from ..reports.delivery.report import DeliveryRun

    if sent_all and list_ is None:
        raise RequestError(_NO_LIST)
    inputs = [*paths, *([] if list_ is None else [list_])]
    if sum(str(path) == "-" for path in inputs) > 1:
        raise RequestError(_ONE_STDIN)
    how, _ = reading_options(sheet, map_, encoding, max_, None, None, TableMode.EXTEND, None, True)
    files = check_outputs(output or [], Targets(), Result.BOUNCES)
    with ExitStack() as stack:
        gathered = stack.enter_context(AllReports(since=since))
        agencies = None  # the list first: what is wrong with it is known before many mails are read
        if list_ is not None:
            path = stack.enter_context(as_file(list_, how.limits))
            with named_by("--for"):
                agencies = _read_list(path, gathered, sent_all, how, quiet)
        mails = [stack.enter_context(as_file(path, how.limits)) for path in paths]
        reading = _read_mails(mails, gathered, how.limits, quiet)
        csv = next((target for target, writer in files if writer.name == "csv"), None)
        run = DeliveryRun(
            reading,
            gathered,
            LANG,
            agencies,
            None if list_ is None else str(list_),
            None if csv is None else str(csv),
        )
        for target, writer in files:
            write_file(target, writer.write(run))
            if not quiet:
                say_wrote(target)
        if format_ is not BouncesFormat.SCREEN and not quiet:
            say_left_out(run)
            say_doubts(run)
        with ending_with(0):
            if format_ is BouncesFormat.SCREEN:
                from ..report.render.screen import render_screen
                from ..report.views.bounces import bounces_document

                write_text(render_screen(bounces_document(run), LANG, style_of(sys.stdout, color.value), limit))
            else:
                write_bytes(writers_of(Result.BOUNCES)[format_.value].write(run))
    return 0


def say_left_out(run: "DeliveryRun") -> None:
    """How many reports are too old (`--since`); the screen has it in its own place."""
    from ..report.views.bounces_words import before_text

    if (before := before_text(run.gathered)) is not None:
        say(for_terminal(before.say(LANG)))


def say_doubts(run: "DeliveryRun") -> None:
    """What speaks against `--sent-all`; the screen has it in its own place."""
    from ..report.views.bounces_words import supposed_doubts

    if (doubts := supposed_doubts(run)) is not None:
        say(for_terminal(doubts.say(LANG)))


def _read_list(path: Path, gathered: AllReports, sent_all: bool, how: ListOptions, quiet: bool) -> AgencyDeliveries:
    progress = Progress(quiet)

    def opened(source: Any) -> None:
        progress.total = source.row_count
        if not quiet:
            say_source(source)

    rules = policy()
    try:
        on_rows = progress.rows if progress.is_wanted else None
        found = match_deliveries(
            path, gathered.evidence, how, sent_all=sent_all, policy=rules, watch=Watch(opened, on_rows)
        )
    finally:
        progress.stop()
    if not quiet:
        say_set_aside(found)
        say_domains(rules.domains)
    return found


def _read_mails(paths: Sequence[Path], gathered: AllReports, limits: Any, quiet: bool) -> "Reading":
    """Raises InputError where there is no mail at all."""
    from ..reports.delivery.report import reading_of

    progress = Progress(quiet)
    try:
        bounces = read_bounces(paths, limits=limits, on_messages=progress.rows if progress.is_wanted else None)
        for report in bounces:
            gathered.add(report)
    finally:
        progress.stop()
    if not bounces.tally.messages:
        raise InputError(_NO_MAIL, files=", ".join(path.name for path in paths))
    return reading_of(bounces.tally)
