"""`compare OLD NEW`: what changed between two rounds."""

import sys
from contextlib import ExitStack
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from ..checks.judging import Watch
from ..comparison.moves import Change, Comparison
from ..comparison.rounds import compare
from ..formats import Result, writers_of
from ..gating.gate import met_condition
from ..model.errors import RequestError
from ..model.text import Text
from .evidence import evidence_of
from .gate import say_failed
from .language import LANG, t
from .options import (
    AssumeOption,
    BouncesOption,
    ColorChoice,
    ColorOption,
    ConfigOption,
    DeliveryOption,
    EncodingOption,
    LangChoice,
    LangOption,
    MapOption,
    MaxOption,
    NoRegistryOption,
    QuietOption,
    RegistryOption,
    RequireOption,
    SheetOption,
    TableMode,
    TableModeOption,
    TableOption,
    VerboseOption,
)
from .outputs import Targets, check_outputs, write_file
from .progress import Progress
from .reading import as_file, reading_options, say_saved, say_source
from .streams import ending_with, say_wrote, style_of, write_bytes, write_text


class CompareFormat(Enum):
    SCREEN = "screen"
    JSON = "json"
    MD = "md"
    CSV = "csv"


EXAMPLES = """saraban-check compare round1.xlsx round2.xlsx
saraban-check compare round1.json round2.xlsx -o changes.xlsx -o changes.html
saraban-check compare round1.csv round2.csv --format md --fail-on worsened"""

_TWO_INPUTS = Text(
    "ใช้ - (อินพุตมาตรฐาน) ได้เพียงรอบเดียว ระบุชื่อไฟล์ของอีกรอบ",
    "only one round can be - (standard input); name the other one's file",
)
_BAD = Text("--fail-on {found}: ไม่รู้จักเงื่อนไขนี้ ใช้ {choices}", "--fail-on {found}: no such condition; use {choices}")
_ADDRESS = "address"
_CONDITIONS = (*(change.value for change in Change if change is not Change.UNCHANGED), _ADDRESS)


def compare_command(
    old: Annotated[
        Path,
        typer.Argument(
            readable=False,
            metavar=t("รอบก่อน", "OLD"),
            help=t("รายชื่อ (XLSX, CSV) หรือผลเดิม (JSON) หรือ -", "a list (XLSX, CSV), an earlier result (JSON), or -"),
        ),
    ],
    new: Annotated[
        Path,
        typer.Argument(
            readable=False, metavar=t("รอบนี้", "NEW"), help=t("เช่นเดียวกัน ของรอบนี้", "the same for the new round")
        ),
    ],
    format_: Annotated[
        CompareFormat,
        typer.Option(
            "--format",
            help=t("รูปแบบที่ส่งออกทางเอาต์พุตมาตรฐาน", "what goes to standard output"),
        ),
    ] = CompareFormat.SCREEN,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar=t("ไฟล์", "FILE"),
            help=t(
                "บันทึกผลเป็น .xlsx .html .json .md .csv (ใช้ซ้ำได้)", "write .xlsx .html .json .md .csv (may be repeated)"
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
            help=t("จำนวนที่แสดงบนจอในแต่ละรายการ", "how many the screen shows of each list"),
        ),
    ] = 10,
    stop_at: Annotated[  # not `fail_on`: the settings file's is that of `classify`
        str | None,
        typer.Option(
            "--fail-on",
            metavar=t("เงื่อนไข,…", "WHAT,…"),
            help=t(
                f"ออกด้วยรหัส 1 เมื่อพบ: {', '.join(_CONDITIONS)}", f"exit code 1 if there is any: {', '.join(_CONDITIONS)}"
            ),
        ),
    ] = None,
    assume: AssumeOption = None,
    delivery: DeliveryOption = None,
    bounces: BouncesOption = None,
    table: TableOption = None,
    table_mode: TableModeOption = TableMode.EXTEND,
    registry: RegistryOption = None,
    no_registry: NoRegistryOption = False,
    old_sheet: Annotated[
        str | None,
        typer.Option(
            "--old-sheet",
            metavar=t("ชื่อ", "NAME"),
            help=t("แผ่นงานของรอบก่อน ถ้าต่างจาก --sheet", "the old round's sheet, where it is not --sheet"),
        ),
    ] = None,
    sheet: SheetOption = None,
    map_: MapOption = None,
    require: RequireOption = None,
    encoding: EncodingOption = None,
    max_: MaxOption = None,
    config: ConfigOption = None,
    lang: LangOption = LangChoice.TH,
    color: ColorOption = ColorChoice.AUTO,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """The command; the options' own help says what each does."""
    from ..report.views.compare import CompareRun, compare_document

    if str(old) == str(new) == "-":
        raise RequestError(_TWO_INPUTS)
    reading, judging = reading_options(
        sheet, map_, encoding, max_, assume, table, table_mode, registry, no_registry, require
    )
    conditions = _read_conditions(stop_at)
    files = check_outputs(output or [], Targets(), Result.COMPARE)
    progress = Progress(quiet)

    def opened(source: object) -> None:
        progress.total = getattr(source, "row_count", None)
        if not quiet:
            say_source(source)

    with ExitStack() as stack:
        paths = [stack.enter_context(as_file(file, reading.limits)) for file in (old, new)]
        stack.callback(progress.stop)
        result = compare(
            paths[0],
            paths[1],
            reading,
            judging,
            old_sheet=old_sheet,
            delivery=evidence_of(delivery, bounces, max_, quiet),
            watch=Watch(opened, progress.rows if progress.is_wanted else None),
        )
    if not quiet:
        say_saved(result)
    report = CompareRun(result, LANG)
    for target, writer in files:
        write_file(target, writer.write(report))
        if not quiet:
            say_wrote(target)
    reasons = [met_condition(wanted, count) for wanted in conditions if (count := _count(wanted, result))]
    say_failed(reasons)
    code = 1 if reasons else 0
    with ending_with(code):
        if format_ is CompareFormat.SCREEN:
            from ..report.render.screen import render_screen

            write_text(render_screen(compare_document(result), LANG, style_of(sys.stdout, color.value), limit))
        else:
            write_bytes(writers_of(Result.COMPARE)[format_.value].write(report))
    return code


def _read_conditions(text: str | None) -> tuple[str, ...]:
    if text is None:
        return ()
    wanted = tuple(part.strip().casefold() for part in text.split(",") if part.strip()) or (text,)
    for part in wanted:
        if part not in _CONDITIONS:
            raise RequestError(_BAD, found=part, choices=", ".join(_CONDITIONS))
    return tuple(dict.fromkeys(wanted))


def _count(condition: str, comparison: Comparison) -> int:
    return len(comparison.address_changed) if condition == _ADDRESS else comparison.counts[Change(condition)]
