"""`fix FILE`: a copy of the list with the safe changes in it."""

import sys
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from ..checks.classify import classify
from ..checks.judging import Watch
from ..fixing.changes import FixPlan
from ..fixing.plan import plan_fixes
from ..formats import Result, writers_of
from ..intake.named_file import read_whole
from ..model.errors import RequestError
from ..model.text import Text
from ..reports.escape import for_terminal
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
    NoRegistryOption,
    QuietOption,
    RegistryOption,
    RequireOption,
    SheetOption,
    TableMode,
    VerboseOption,
)
from .outputs import Targets, write_file
from .progress import Progress
from .reading import as_file, reading_options, say_domains, say_registry, say_set_aside, say_source
from .streams import ending_with, say, say_wrote, style_of, write_bytes, write_text


class FixFormat(Enum):
    SCREEN = "screen"
    JSON = "json"


EXAMPLES = """saraban-check fix agencies.xlsx --dry-run
saraban-check fix agencies.xlsx -o fixed.xlsx
saraban-check fix agencies.csv -o fixed.xlsx --unsafe"""

_SHOWN = 10
_NO_TARGET = Text(
    "ระบุไฟล์ที่จะเขียนสำเนา: -o ไฟล์ใหม่ หรือใช้ --dry-run เพื่อดูว่าจะแก้อะไร (ไฟล์ต้นทางไม่ถูกแก้)",
    "name the file for the copy, -o NEW, or see with --dry-run what would be changed; the input is never changed",
)
_STDOUT = Text(
    "-o -: ระบุชื่อไฟล์ เอาต์พุตมาตรฐานมีไว้แสดงรายการที่แก้", "-o -: name a file; standard output is for the list of changes"
)


def fix_command(
    file: Annotated[
        Path,
        typer.Argument(
            readable=False,
            metavar=t("ไฟล์", "FILE"),
            help=t("รายชื่อหน่วยงาน (XLSX, CSV) หรือ -", "the list of agencies (XLSX, CSV), or -"),
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar=t("ไฟล์ใหม่", "NEW"),
            help=t(
                "สำเนาที่แก้แล้ว ชนิดเดียวกับต้นทาง (จาก CSV ทำเป็น .xlsx ได้)",
                "the copy, of the same kind as the input (of CSV also .xlsx)",
            ),
        ),
    ] = None,
    unsafe: Annotated[
        bool,
        typer.Option(
            "--unsafe",
            help=t(
                "ใช้ที่อยู่ที่แนะนำแทนที่อยู่ที่ผิดด้วย เมื่อมีเพียงหนึ่ง",
                "also replace wrong addresses where just one is suggested",
            ),
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=t("แสดงสิ่งที่จะแก้ ไม่เขียนไฟล์", "show what would be changed; write nothing"))
    ] = False,
    format_: Annotated[
        FixFormat,
        typer.Option("--format", help=t("รูปแบบที่ส่งออกทางเอาต์พุตมาตรฐาน", "what goes to standard output")),
    ] = FixFormat.SCREEN,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            envvar="SARABAN_CHECK_LIMIT",
            min=0,
            metavar=t("จำนวน", "NUMBER"),
            help=t(
                "จำนวนที่แสดงบนจอ (ปกติ 10 หรือทั้งหมดเมื่อใช้ --dry-run)",
                "how many the screen lists (else 10, or all with --dry-run)",
            ),
        ),
    ] = None,
    registry: RegistryOption = None,
    no_registry: NoRegistryOption = False,
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
    from ..reports.fixing.copy import check_target, fixed_copy
    from ..reports.fixing.report import FixReport

    reading, judging = reading_options(
        sheet, map_, encoding, max_, None, None, TableMode.EXTEND, registry, no_registry, require
    )
    _check_output(output, dry_run, Targets())
    progress = Progress(quiet)

    def opened(source: Any) -> None:
        if output is not None:
            check_target(output, file, source)
        progress.total = source.row_count
        if not quiet:
            say_source(source)

    with as_file(file, reading.limits) as path:
        try:
            on_rows = progress.rows if progress.is_wanted else None
            result = classify(path, reading, judging, watch=Watch(opened, on_rows))
        finally:
            progress.stop()
        if not quiet:
            say_set_aside(result)
        plan: FixPlan = plan_fixes(result, unsafe=unsafe)
        as_book = output is not None and output.suffix.lower() == ".xlsx"
        copy = fixed_copy(plan, result, read_whole(path, reading.limits), as_book=as_book)
    target = None if dry_run else output
    if target is not None:
        write_file(target, [copy.data])
    if not quiet:
        say_registry(judging.registry)
        say_domains(result.policy.domains)
        if target is not None:
            say_wrote(target)
        for note in copy.notes:
            say(for_terminal(note.say(LANG)))
    report = FixReport(copy.plan, result, str(file), None if target is None else str(target), LANG)
    with ending_with(0):
        if format_ is FixFormat.SCREEN:
            from ..report.render.screen import render_screen
            from ..report.views.fixes import fix_document

            most = _SHOWN if limit is None and not dry_run else limit
            write_text(render_screen(fix_document(report), LANG, style_of(sys.stdout, color.value), most))
        else:
            write_bytes(writers_of(Result.FIX)[format_.value].write(report))
    return 0


def _check_output(output: Path | None, dry_run: bool, targets: Targets) -> None:
    """Raises RequestError where there is no place for the copy, or it may not be written there."""
    if output is None:
        if not dry_run:
            raise RequestError(_NO_TARGET)
    elif str(output) == "-":
        raise RequestError(_STDOUT)
    else:
        targets.check("-o", output)
