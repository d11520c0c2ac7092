"""`classify FILE`: the whole list."""

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from ..api import classify, published_group_table
from ..reports.report import Report
from .fail_on import is_met, read_fail_on
from .language import LANG, t
from .location import location_of
from .options import (
    AssumeOption,
    ColorChoice,
    ColorOption,
    EncodingOption,
    LangChoice,
    LangOption,
    MapOption,
    MaxOption,
    QuietOption,
    SheetOption,
    TableMode,
    TableModeOption,
    TableOption,
    VerboseOption,
)
from .outputs import check_outputs, write_file
from .progress import Progress
from .reading import as_file, reading_options, say_source
from .selection import Selection
from .streams import say, style_of, write_bytes, write_text


class ClassifyFormat(Enum):
    SCREEN = "screen"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


EXAMPLES = """saraban-check classify agencies.xlsx
saraban-check classify agencies.xlsx -o result.xlsx
saraban-check classify agencies.csv --only B,C --province นครพนม
saraban-check classify agencies.csv --format json --fail-on E,undetermined"""


def classify_command(
    file: Annotated[
        Path,
        typer.Argument(
            metavar=t("ไฟล์", "FILE"),
            help=t("รายชื่อหน่วยงาน (XLSX, CSV) หรือ - ", "the list of agencies (XLSX, CSV), or -"),
        ),
    ],
    format_: Annotated[
        ClassifyFormat,
        typer.Option(
            "--format",
            help=t(
                "รูปแบบที่ส่งออกทางเอาต์พุตมาตรฐาน: screen, json, jsonl, csv",
                "what goes to standard output: screen, json, jsonl, csv",
            ),
        ),
    ] = ClassifyFormat.SCREEN,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "-o",
            "--output",
            metavar=t("ไฟล์", "FILE"),
            help=t("บันทึกผลเป็น .xlsx .csv .json .jsonl (ใช้ซ้ำได้)", "write .xlsx .csv .json .jsonl (may be repeated)"),
        ),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(
            "--only",
            metavar=t("กลุ่ม,…", "GROUP,…"),
            help=t("แสดงเฉพาะกลุ่ม เช่น B,C", "list only these groups, such as B,C"),
        ),
    ] = None,
    province: Annotated[
        str | None,
        typer.Option("--province", metavar=t("จังหวัด", "PROVINCE"), help=t("แสดงเฉพาะจังหวัด", "list only this province")),
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            min=0,
            metavar=t("จำนวน", "NUMBER"),
            help=t("จำนวนหน่วยงานที่แสดงบนจอ", "how many agencies the screen lists"),
        ),
    ] = 10,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar=t("เงื่อนไข,…", "WHAT,…"),
            help=t(
                "ออกด้วยรหัส 1 เมื่อพบ: ชื่อกลุ่ม, error, warning, undetermined, outside",
                "exit code 1 if there is any: a group, error, warning, undetermined, outside",
            ),
        ),
    ] = None,
    assume: AssumeOption = None,
    table: TableOption = None,
    table_mode: TableModeOption = TableMode.EXTEND,
    sheet: SheetOption = None,
    map_: MapOption = None,
    encoding: EncodingOption = None,
    max_: MaxOption = None,
    lang: LangOption = LangChoice.TH,
    color: ColorOption = ColorChoice.AUTO,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """The command; the options' own help says what each does."""
    import sys

    options = reading_options(sheet, map_, encoding, max_, assume, table, table_mode)
    groups = options["table"] or published_group_table()
    selection = Selection(only, province, limit, groups)
    conditions = read_fail_on(fail_on, groups)
    files = check_outputs(output or [], None if str(file) == "-" else file)
    on_screen = format_ is ClassifyFormat.SCREEN
    holds_all = bool(files) or not on_screen
    progress = Progress(quiet)

    def opened(source: object) -> None:
        progress.total = getattr(source, "row_count", None)
        if not quiet:
            say_source(source)

    with as_file(file) as path:
        try:
            result = classify(
                path,
                **options,
                keep=(lambda agency: selection.keep(agency) or True) if holds_all else selection.keep,
                # rows about which there is nothing to say are in A1 by the published table: listed only if asked for
                keep_plain=holds_all
                or table is not None
                or (selection.groups is not None and "A1" in selection.groups),
                on_open=opened,
                on_rows=progress.rows if progress.is_wanted else None,
            )
        finally:
            progress.stop()
    report = Report(result, LANG, location_of(file))
    for target, writer in files:
        write_file(target, writer.write(report))
        if not quiet:
            say(t(f"บันทึก {target} แล้ว", f"wrote {target}"))
    if on_screen:
        from ..reports.classify_screen import render_classification

        shown = [agency for agency in result.agencies if selection.fits(agency)][:limit]
        screen = render_classification(
            result, shown, selection.total, selection.is_chosen, str(file), LANG, style_of(sys.stdout, color.value)
        )
        write_text(screen)
    else:
        from ..reports.writers import WRITERS

        write_bytes(WRITERS[format_.value].write(report))
    return 1 if any(is_met(condition, result.summary) for condition in conditions) else 0
