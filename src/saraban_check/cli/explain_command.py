"""`explain`: a rule, a group, or why one agency is where it is."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ..checks.classify import classify
from ..checks.judging import FurtherSources, Watch
from ..grouping.table import published_table
from ..model.assessment import Assessment
from ..model.errors import RequestError
from ..model.text import Text
from ..rules.catalogue import RULES, find_rule
from ..rules.sb4_domain import SB402
from .configured import policy
from .dns import look_up_by
from .evidence import evidence_of
from .language import LANG, t
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
    ResolverOption,
    SheetOption,
    TableMode,
    TableModeOption,
    TableOption,
    TimeoutOption,
    VerboseOption,
)
from .reading import as_file, reading_options, say_domains, say_registry, say_set_aside, say_source
from .streams import style_of, write_text

EXAMPLES = f"""saraban-check explain {SB402.code}
saraban-check explain B2
saraban-check explain agencies.xlsx 12"""

_UNKNOWN = Text(
    "explain {found}: ไม่ใช่รหัสเหตุผล กลุ่ม หรือไฟล์{near} ดูรหัสทั้งหมดด้วย saraban-check rules",
    "explain {found}: neither a rule, nor a group, nor a file{near}; saraban-check rules lists all rules",
)
_NEAR = Text(" (หมายถึง {names} หรือไม่)", " (did you mean {names}?)")
_NO_ROW_GIVEN = Text(
    "explain {file}: ระบุเลขแถวด้วย เช่น saraban-check explain {file} {example}",
    "explain {file}: name the row too, such as saraban-check explain {file} {example}",
)
_SET_ASIDE = Text(
    "{file}: แถว {row} ไม่ใช่หน่วยงาน ({kind}) จึงไม่มีผลให้อธิบาย",
    "{file}: row {row} is no agency ({kind}), so there is nothing to explain",
)
_NO_SUCH_ROW = Text(
    "{file}: แถว {row} ไม่ใช่แถวของหน่วยงาน (แถวข้อมูลอยู่ระหว่าง {first} ถึง {last})",
    "{file}: row {row} holds no agency (agencies stand in rows {first} to {last})",
)


def complete_target(incomplete: str) -> list[str]:
    """Rules and groups for the shell's completion."""
    names = [rule.code for rule in RULES] + list(published_table().groups)
    return [name for name in names if name.startswith(incomplete.upper())]


def explain_command(
    target: Annotated[
        str,
        typer.Argument(
            metavar=t("เรื่อง", "WHAT"),
            help=t(
                f"รหัสเหตุผล ({SB402.code}) กลุ่ม (B2) หรือไฟล์",
                f"a rule ({SB402.code}), a group (B2), or a file",
            ),
            autocompletion=complete_target,
        ),
    ],
    row: Annotated[
        int | None,
        typer.Argument(
            metavar=t("แถว", "ROW"), help=t("เลขแถวตามที่เห็นในตารางคำนวณ", "the row as the spreadsheet shows it")
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
    encoding: EncodingOption = None,
    max_: MaxOption = None,
    config: ConfigOption = None,
    lang: LangOption = LangChoice.TH,
    color: ColorOption = ColorChoice.AUTO,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """The command."""
    style = style_of(sys.stdout, color.value)
    reading, judging = reading_options(sheet, map_, encoding, max_, assume, table, table_mode, registry, no_registry)
    groups = judging.table or published_table()
    from ..report.render.screen import render_screen

    if row is None:
        if (rule := find_rule(target)) is not None:
            from ..report.views.rule import rule_document

            write_text(render_screen(rule_document(rule), LANG, style))
            return 0
        name = next((group for group in groups.groups if group.casefold() == target.strip().casefold()), None)
        if name is not None:
            from ..report.views.group import group_document

            write_text(render_screen(group_document(groups, name), LANG, style))
            return 0
        if not _exists(target):
            raise RequestError(_UNKNOWN, found=target, near=_nearest(target))
        raise RequestError(_NO_ROW_GIVEN, file=target, example=5)
    from ..report.views.agency import agency_document
    from ..reports.set_aside_texts import row_kind_name

    ask = look_up_by(dns, resolver, timeout, concurrency, no_cache, quiet=quiet, verbose=verbose)
    rows: list[int] = []

    def wanted(agency: Assessment) -> bool:
        rows.append(agency.record.row)
        return agency.record.row == row

    with as_file(Path(target), reading.limits) as path:
        evidence = evidence_of(delivery, bounces, max_, quiet)
        result = classify(
            path,
            reading,
            judging,
            FurtherSources(evidence, ask, (row,), notices_from(notices, max_, ocr, quiet)),
            keep=wanted,
            watch=Watch(None if quiet else say_source),
        )
    if not quiet:
        say_registry(judging.registry)
        say_domains(policy().domains)
        say_set_aside(result)
    agency = result.by_row.get(row)
    if agency is None and (why := next((found.kind for found in result.set_aside if found.row == row), None)):
        raise RequestError(_SET_ASIDE, file=result.source.file, row=row, kind=row_kind_name(why))
    if agency is None:
        raise RequestError(_NO_SUCH_ROW, file=result.source.file, row=row, first=min(rows), last=max(rows))
    write_text(render_screen(agency_document(result, agency), LANG, style))
    return 0


def _exists(target: str) -> bool:
    try:
        return Path(target).exists()
    except OSError:  # a name that no file can have
        return False


def _nearest(target: str) -> Text:
    from difflib import get_close_matches

    names = [rule.code for rule in RULES] + [rule.name for rule in RULES] + list(published_table().groups)
    near = get_close_matches(target.strip(), names, n=3) or get_close_matches(target.strip().upper(), names, n=3)
    near = near or [group for group in published_table().groups if group[0] == target.strip()[:1].upper()]
    if not near or len(target.strip()) > 20:
        return Text("", "")
    said = ", ".join(near)
    return Text(_NEAR.th.format(names=said), _NEAR.en.format(names=said))
