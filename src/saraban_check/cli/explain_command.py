"""`explain`: a rule, a group, or why one agency is where it is."""

import sys
from pathlib import Path
from typing import Annotated

from ..checks.classify import classify
from ..checks.judging import Watch
from ..checks.subjects import EXAMPLE_RULE, near_subjects, subjects_beginning
from ..grouping.table import published_table
from ..model.assessment import Assessment
from ..model.errors import RequestError
from ..model.text import Text
from ..report.views.findings import shell_name
from ..rules.catalogue import find_rule
from .again import again
from .evidence import further_sources
from .language import LANG
from .options.declaring import Argument, Without, command, options_of
from .options.evidence import EvidenceOptions
from .options.general import GeneralOptions
from .options.reading import JudgingOptions, ReadingOptions
from .reading import as_file, say_domains, say_registry, say_set_aside, say_source
from .streams import style_of, write_text

EXAMPLES = f"""saraban-check explain {EXAMPLE_RULE}
saraban-check explain B2
saraban-check explain agencies.xlsx 12"""

_UNKNOWN = Text(
    "explain {found}: ไม่ใช่รหัสเหตุผล กลุ่ม หรือไฟล์{near} ดูรหัสทั้งหมดด้วย saraban-check rules",
    "explain {found}: neither a rule, nor a group, nor a file{near}; saraban-check rules lists all rules",
)
_NEAR = Text(" (หมายถึง {names} หรือไม่)", " (did you mean {names}?)")
_NO_ROW_GIVEN = Text(
    "explain {file}: ระบุเลขแถวด้วย เช่น saraban-check explain {named}{again} {example}",
    "explain {file}: name the row too, such as saraban-check explain {named}{again} {example}",
)
_SET_ASIDE = Text(
    "{file}: แถว {row} ไม่ใช่หน่วยงาน ({kind}) จึงไม่มีผลให้อธิบาย",
    "{file}: row {row} is no agency ({kind}), so there is nothing to explain",
)
_NO_SUCH_ROW = Text(
    "{file}: แถว {row} ไม่ใช่แถวของหน่วยงาน (แถวข้อมูลอยู่ระหว่าง {first} ถึง {last})",
    "{file}: row {row} holds no agency (agencies stand in rows {first} to {last})",
)


@command
def explain_command(
    target: Annotated[
        str,
        Argument(
            Text("เรื่อง", "WHAT"),
            Text(f"รหัสเหตุผล ({EXAMPLE_RULE}) กลุ่ม (B2) หรือไฟล์", f"a rule ({EXAMPLE_RULE}), a group (B2), or a file"),
            subjects_beginning,
        ),
    ],
    reading: Annotated[ReadingOptions, Without(("require",))],
    judging: JudgingOptions,
    evidence: EvidenceOptions,
    general: GeneralOptions,
    row: Annotated[
        int | None,
        Argument(Text("แถว", "ROW"), Text("เลขแถวตามที่เห็นในตารางคำนวณ", "the row as the spreadsheet shows it")),
    ] = None,
) -> int:
    """The command."""
    from ..report.render.screen import render_screen

    style = style_of(sys.stdout, general.color)
    how, judged = reading.values(), judging.values()
    if row is None:
        groups = judged.table or published_table()
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
            raise RequestError(_UNKNOWN, found=target, near=_near(target))
        options = again(options_of(explain_command))
        raise RequestError(_NO_ROW_GIVEN, file=target, named=shell_name(target), again=options, example=5)
    from ..reference.row_words import NAMES
    from ..report.views.agency import agency_document

    rows: list[int] = []

    def wanted(agency: Assessment) -> bool:
        rows.append(agency.record.row)
        return agency.record.row == row

    with as_file(Path(target), how.limits) as path:
        sources = further_sources(evidence, how.limits, general, (row,), as_of=how.as_of)
        result = classify(path, how, judged, sources, keep=wanted, watch=Watch(say_source))
    say_registry(judged.registry)
    say_domains(judged.policy.domains)
    say_set_aside(result)
    agency = result.by_row.get(row)
    if agency is None and (why := next((found.kind for found in result.set_aside if found.row == row), None)):
        raise RequestError(_SET_ASIDE, file=result.source.file, row=row, kind=NAMES[why])
    if agency is None:
        raise RequestError(_NO_SUCH_ROW, file=result.source.file, row=row, first=min(rows), last=max(rows))
    write_text(render_screen(agency_document(result, agency), LANG, style))
    return 0


def _exists(target: str) -> bool:
    try:
        return Path(target).exists()
    except OSError:  # a name that no file can have
        return False


def _near(target: str) -> Text:
    near = near_subjects(target)
    return _NEAR.fill(names=", ".join(near)) if near else Text("", "")
