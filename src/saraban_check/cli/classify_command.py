"""`classify FILE`: the whole list."""

import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..checks.breakdown import break_down
from ..checks.classify import classify
from ..checks.finish import probable_upgrade
from ..checks.judging import FurtherSources, Watch
from ..formats import Result, writers_of
from ..gating.gate import judge
from ..grouping.table import published_table
from ..model.assessment import Assessment
from ..model.text import Text
from ..report.render.screen import render_screen
from ..reports.report import Listing, Report
from .dns import look_up_by
from .evidence import evidence_of
from .gate import check_gate, say_judgement, update_baseline
from .language import LANG, t
from .location import location_of
from .notice_files import notices_from
from .options import (
    AssumeOption,
    BouncesOption,
    ColorChoice,
    ColorOption,
    ConcurrencyOption,
    ConfigOption,
    DeliveryOption,
    DnsOption,
    EncodingOption,
    FailOnOption,
    LangChoice,
    LangOption,
    MapOption,
    MaxOption,
    NoCacheOption,
    NoRegistryOption,
    NoticesOption,
    OcrOption,
    QuietOption,
    RegistryOption,
    RequireOption,
    ResolverOption,
    SheetOption,
    TableMode,
    TableModeOption,
    TableOption,
    TimeoutOption,
    VerboseOption,
)
from .outputs import Targets, check_outputs
from .progress import Progress
from .reading import as_file, reading_options, say_registry, say_source
from .selection import Selection
from .streams import ending_with, on_one_terminal, say, style_of, write_bytes, write_text
from .writing import append_step_summary, check_copies, check_step_summary, write_copies, write_reports

if TYPE_CHECKING:
    from ..checks.breakdown import Breakdown
    from ..checks.classification import Classification
    from ..report.document import Document


class ClassifyFormat(Enum):
    SCREEN = "screen"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


class AspectChoice(Enum):
    PROVINCE = "province"
    KIND = "kind"
    GROUP = "group"
    RULE = "rule"


class SplitChoice(Enum):
    PROVINCE = "province"


EXAMPLES = """saraban-check classify agencies.xlsx
saraban-check classify agencies.xlsx -o report.xlsx -o report.html
saraban-check classify agencies.xlsx --by province
saraban-check classify agencies.xlsx --suggest-upgrades
saraban-check classify agencies.xlsx --mark marked.xlsx --split province mails
saraban-check classify agencies.xlsx --delivery delivery.csv
saraban-check classify agencies.xlsx --notices notices
saraban-check classify agencies.csv --only B,C --province นครพนม
saraban-check classify agencies.csv --format github --fail-on E,undetermined
saraban-check classify agencies.csv --baseline known.json --update-baseline"""


_WHOLE = Text(
    "--only และ --province มีผลเฉพาะรายการบนจอ ผลอื่นมีครบทุกแถว ({count} แห่ง) ถ้าต้องการแยกจังหวัดใช้ --split province โฟลเดอร์",
    "--only and --province narrow the screen only; everything else holds all {count} rows (for provinces: --split)",
)


def classify_command(
    file: Annotated[
        Path,
        typer.Argument(
            readable=False,  # the reader says it in its own words
            metavar=t("ไฟล์", "FILE"),
            help=t("รายชื่อหน่วยงาน (XLSX, CSV) หรือ - ", "the list of agencies (XLSX, CSV), or -"),
        ),
    ],
    format_: Annotated[
        ClassifyFormat,
        typer.Option(
            "--format",
            help=t(
                "รูปแบบที่ส่งออกทางเอาต์พุตมาตรฐาน",
                "what goes to standard output",
            ),
        ),
    ] = ClassifyFormat.SCREEN,
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
    mark: Annotated[
        Path | None,
        typer.Option(
            "--mark",
            metavar=t("ไฟล์.xlsx", "FILE.xlsx"),
            help=t(
                "สำเนาสมุดงานต้นทาง เติมผลด้านขวา ระบายสีและใส่ความเห็นในเซลล์ที่ผิด",
                "a copy of your workbook: our columns at its right, wrong cells coloured and commented",
            ),
        ),
    ] = None,
    split: Annotated[
        tuple[SplitChoice, Path] | None,
        typer.Option(
            "--split",
            metavar=t("province โฟลเดอร์", "province FOLDER"),
            help=t("สมุดงานรายงานแยกจังหวัดละไฟล์", "a report workbook for each province"),
        ),
    ] = None,
    by: Annotated[
        AspectChoice | None,
        typer.Option(
            "--by", help=t("ตารางแยกตามจังหวัด ประเภท กลุ่ม หรือเหตุผล", "a table by province, kind, group or rule")
        ),
    ] = None,
    suggest_upgrades: Annotated[
        bool,
        typer.Option(
            "--suggest-upgrades",
            help=t("แสดงหน่วยงานที่น่าจะยกฐานะแล้ว (กลุ่ม W)", "list the agencies that were probably upgraded (W)"),
        ),
    ] = False,
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
            envvar="SARABAN_CHECK_LIMIT",
            min=0,
            metavar=t("จำนวน", "NUMBER"),
            help=t("จำนวนหน่วยงานที่แสดงบนจอ", "how many agencies the screen lists"),
        ),
    ] = 10,
    fail_on: FailOnOption = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline",
            readable=False,
            envvar="SARABAN_CHECK_BASELINE",
            metavar=t("ไฟล์", "FILE"),
            help=t("ปัญหาที่รู้อยู่แล้วถือว่าผ่าน ไม่ผ่านเฉพาะปัญหาใหม่", "known problems pass; only new ones fail"),
        ),
    ] = None,
    update: Annotated[
        bool,
        typer.Option(
            "--update-baseline", help=t("บันทึกปัญหาปัจจุบันลง baseline", "write what is found now into the baseline")
        ),
    ] = False,
    max_follow_up: Annotated[
        str | None,
        typer.Option(
            "--max-follow-up",
            envvar="SARABAN_CHECK_MAX_FOLLOW_UP",
            metavar=t("จำนวน|ร้อยละ", "N|N%"),
            help=t(
                "ออกด้วยรหัส 1 เมื่อหน่วยงานที่ไม่อยู่กลุ่ม A เกินจำนวนนี้ เช่น 20 หรือ 2%",
                "exit code 1 if more agencies than this are not in group A, such as 20 or 2%",
            ),
        ),
    ] = None,
    expect_rows: Annotated[
        int | None,
        typer.Option(
            "--expect-rows",
            envvar="SARABAN_CHECK_EXPECT_ROWS",
            min=0,
            metavar=t("จำนวน", "N"),
            help=t("ออกด้วยรหัส 1 เมื่อจำนวนหน่วยงานไม่เท่านี้", "exit code 1 if there are not so many agencies"),
        ),
    ] = None,
    assume: AssumeOption = None,
    delivery: DeliveryOption = None,
    bounces: BouncesOption = None,
    notices: NoticesOption = None,
    ocr: OcrOption = True,
    dns: DnsOption = False,
    resolver: ResolverOption = None,
    timeout: TimeoutOption = 5.0,
    concurrency: ConcurrencyOption = 50,
    no_cache: NoCacheOption = False,
    table: TableOption = None,
    table_mode: TableModeOption = TableMode.EXTEND,
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
    reading, judging = reading_options(
        sheet, map_, encoding, max_, assume, table, table_mode, registry, no_registry, require
    )
    selection = Selection(only, province, limit, groups := judging.table or published_table())
    check_step_summary(format_.value)
    targets = Targets()
    gate = check_gate(fail_on, baseline, update, max_follow_up, expect_rows, groups, targets)
    files, copies = (
        check_outputs(output or [], targets, Result.CLASSIFY),
        check_copies(mark, split and split[1], file, targets),
    )
    on_screen = format_ is ClassifyFormat.SCREEN
    # what only the whole list can show (SB902, SB903) is known of the rows that are held
    rules_of_some = by is AspectChoice.RULE and selection.is_chosen
    holds_all = bool(files) or copies.any or not on_screen or gate.baseline is not None or rules_of_some
    counted = None if by is None or holds_all else break_down(by.value)
    progress = Progress(quiet)

    def opened(source: object) -> None:
        progress.total = getattr(source, "row_count", None)
        if not quiet:
            say_source(source, brief=on_screen and on_one_terminal())
            say_registry(judging.registry)

    def keep(agency: Assessment) -> bool:
        if counted is not None and selection.chooses(agency):
            counted.add(agency)
        return selection.keep(agency) or holds_all or (suggest_upgrades and is_upgraded(agency))

    def is_upgraded(agency: Assessment) -> bool:
        return selection.chooses(agency) and probable_upgrade(agency, judging.registry) is not None

    with as_file(file, reading.limits) as path:
        try:
            ask = look_up_by(
                dns, resolver, timeout, concurrency, no_cache, quiet=quiet, verbose=verbose, is_told=on_screen
            )
            result = classify(
                path,
                reading,
                judging,
                FurtherSources(
                    evidence_of(delivery, bounces, max_, quiet),
                    ask,
                    read_notices=notices_from(notices, max_, ocr, quiet),
                ),
                keep=keep,
                keep_set_aside=holds_all,
                watch=Watch(opened, progress.rows if progress.is_wanted else None),
            )
        finally:
            progress.stop()
        if update and baseline is not None:
            gate = update_baseline(result, gate, baseline, quiet)
        judgement = judge(gate, result)
        upgraded = [a for a in result.agencies if a.upgrade is not None and selection.chooses(a)]
        upgrades = tuple(upgraded) if suggest_upgrades else None
        report = Report(result, LANG, location_of(file), judgement if gate.asks else None, upgrades)
        write_reports(report, files, quiet)
        write_copies(report, copies, path, reading.limits, quiet)
        if selection.is_chosen and (files or copies.any or not on_screen) and not quiet:
            say(_WHOLE.say(LANG, count=f"{result.summary.total:,}"))
    say_judgement(result, judgement, quiet, brief=on_screen and on_one_terminal())
    code = 1 if judgement.reasons else 0
    with ending_with(code):
        if on_screen:
            document = _shown(report, selection, _broken_down(result, selection, by, counted), file, limit)
            write_text(render_screen(document, LANG, style_of(sys.stdout, color.value), selection.limit))
        else:
            write_bytes(
                writers_of(Result.CLASSIFY)[format_.value].write(report), commands=format_ is ClassifyFormat.GITHUB
            )
            append_step_summary(report, format_.value)
    return code


def _broken_down(
    result: "Classification", selection: Selection, by: AspectChoice | None, counted: "Breakdown | None"
) -> "Breakdown | None":
    """The table of `--by`; where all agencies are held, it is made of them."""
    if by is None or counted is not None:
        return counted
    return break_down(by.value, filter(selection.chooses, result.agencies))


def _shown(report: Report, selection: Selection, by: "Breakdown | None", file: Path, limit: int) -> "Document":
    """What the screen shows: the agencies that were probably upgraded, the table of `--by`, or the whole list."""
    result = report.result
    if report.upgrades is not None:
        from ..report.views.upgrades import upgrades_document

        return upgrades_document(report.upgrades, result.registry, limit)
    if by is not None:
        from ..report.views.breakdown import breakdown_document

        return breakdown_document(by, result.summary)
    from ..report.views.classify import classify_document

    shown = [agency for agency in result.agencies if selection.fits(agency)][: selection.limit]
    # without a group the list is of what needs work, in one province or in all
    listing = Listing(shown, selection.total, selection.groups is not None, str(file))
    return classify_document(report._replace(listing=listing))
