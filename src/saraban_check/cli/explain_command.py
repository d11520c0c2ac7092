"""`explain`: a rule, a group, or why one agency is where it is."""

import sys
from pathlib import Path
from typing import Annotated

from ..checks.agency_lookup import AgencyLookup, look_up_agencies
from ..checks.agency_query import LONGEST, agency_query, row_asked
from ..checks.classification import Classification
from ..checks.classify import classify
from ..checks.judging import Watch
from ..checks.subjects import EXAMPLE_RULE, near_subjects, subjects_beginning
from ..grouping.table import published_table
from ..intake.options import ListOptions
from ..model.assessment import Assessment
from ..model.errors import RequestError
from ..model.record import AgencyRecord
from ..model.text import Text
from ..report.document import Document
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
saraban-check explain agencies.xlsx 12
saraban-check explain agencies.xlsx "สวนจำลอง ปทุมธานี"
saraban-check explain agencies.xlsx 06130491"""

_UNKNOWN = Text(
    "explain {found}: ไม่ใช่รหัสเหตุผล กลุ่ม หรือไฟล์{near} ดูรหัสทั้งหมดด้วย saraban-check rules",
    "explain {found}: neither a rule, nor a group, nor a file{near}; saraban-check rules lists all rules",
)
_NEAR = Text(" (หมายถึง {names} หรือไม่)", " (did you mean {names}?)")
_NO_ROW_GIVEN = Text(
    "explain {file}: ระบุเลขแถว ชื่อ หรือรหัสของหน่วยงานด้วย เช่น saraban-check explain {named}{again} {example}",
    "explain {file}: name the row, or an agency, too, such as saraban-check explain {named}{again} {example}",
)
_SET_ASIDE = Text(
    "{file}: แถว {row} ไม่ใช่หน่วยงาน ({kind}) จึงไม่มีผลให้อธิบาย",
    "{file}: row {row} is no agency ({kind}), so there is nothing to explain",
)
_NO_SUCH_ROW = Text(
    "{file}: แถว {row} ไม่ใช่แถวของหน่วยงาน (แถวข้อมูลอยู่ระหว่าง {first} ถึง {last})",
    "{file}: row {row} holds no agency (agencies stand in rows {first} to {last})",
)
_NOT_FOUND = Text(
    "{file}: ไม่พบหน่วยงานที่ตรงกับ “{query}” ทุกคำ{near}", "{file}: no agency has all words of “{query}”{near}"
)
_NEAREST = Text(" ใกล้เคียงที่สุด: {names}", "; the nearest: {names}")
_NAMED = Text("แถว {row} {name}", "row {row} {name}")
_TOO_LONG = Text(
    "explain: คำค้นยาวเกิน {most} ตัวอักษร ใช้ชื่อ อำเภอ จังหวัด รหัส หรือที่อยู่อีเมล",
    "explain: more than {most} letters to look for; use a name, district, province, code or address",
)
_LONGEST_NAME = 60
_DIGITS = 24
"""Of a row's number: more than any file has rows."""


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
    wanted: Annotated[
        str | None,
        Argument(
            Text("หน่วยงาน", "AGENCY"),
            Text(
                "เลขแถวตามที่เห็นในตารางคำนวณ หรือชื่อ อำเภอ จังหวัด รหัส หรือที่อยู่อีเมล",
                "its row as the spreadsheet shows it, or its name, district, province, code or address",
            ),
        ),
    ] = None,
) -> int:
    """The command; a list of agencies to choose from is a result too (exit code 0), none is a wrong request."""
    from ..report.render.screen import render_screen

    style = style_of(sys.stdout, general.color)
    how, judged = reading.values(), judging.values()
    if wanted is None or not wanted.strip():
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
    found: AgencyLookup | None = None
    asked = row_asked(wanted)
    rows: list[int] = []
    with as_file(Path(target), how.limits) as path:
        if asked is not None:
            shown: tuple[int, ...] = (int(asked[:_DIGITS]),)
        else:
            found = _found(path, how, wanted)
            shown = found.rows

        def keep(agency: Assessment) -> bool:
            rows.append(agency.record.row)
            return agency.record.row in shown

        sources = further_sources(evidence, how.limits, general, shown, as_of=how.as_of)
        result = classify(path, how, judged, sources, keep=keep, watch=Watch(say_source))
    say_registry(judged.registry)
    say_domains(judged.policy.domains)
    say_set_aside(result)
    if found is not None and found.total > 1:
        from ..report.views.agency_choice import choice_document

        options = again(options_of(explain_command))
        document = choice_document(result, found, wanted.strip(), shell_name(target), options)
    else:
        document = _explained(result, shown[0], rows)
        if found is not None:
            from ..report.views.agency_choice import with_found

            document = with_found(document, found, wanted.strip())
    write_text(render_screen(document, LANG, style))
    return 0


def _found(path: Path, reading: ListOptions, wanted: str) -> AgencyLookup:
    """The agencies that are meant. Raises RequestError where there is none; what comes near is never taken for it."""
    if len(wanted) > LONGEST:
        raise RequestError(_TOO_LONG, most=LONGEST)
    found = look_up_agencies(path, reading, agency_query(wanted))
    if found.total:
        return found
    if found.aside:
        from ..reference.row_words import NAMES

        first = found.aside[0]
        raise RequestError(_SET_ASIDE, file=found.file, row=first.row, kind=NAMES[first.kind])
    names = [_NAMED.fill(row=record.row, name=_short_name(record)) for record in found.near]
    near = _NEAREST.fill(names=Text(*map(", ".join, zip(*names, strict=True)))) if names else Text("", "")
    raise RequestError(_NOT_FOUND, file=found.file, query=wanted.strip(), near=near)


def _short_name(record: AgencyRecord) -> str:
    parts = (record.name, record.amphoe, record.province.name.th if record.province else "")
    return " ".join(part.strip() for part in parts if part.strip())[:_LONGEST_NAME]


def _explained(result: Classification, row: int, rows: list[int]) -> Document:
    """The agency of one row; `rows` are those of all. Raises RequestError where no agency stands there."""
    from ..reference.row_words import NAMES
    from ..report.views.agency import agency_document

    agency = result.by_row.get(row)
    if agency is None and (why := next((found.kind for found in result.set_aside if found.row == row), None)):
        raise RequestError(_SET_ASIDE, file=result.source.file, row=row, kind=NAMES[why])
    if agency is None:
        raise RequestError(_NO_SUCH_ROW, file=result.source.file, row=row, first=min(rows), last=max(rows))
    return agency_document(result, agency)


def _exists(target: str) -> bool:
    try:
        return Path(target).exists()
    except OSError:  # a name that no file can have
        return False


def _near(target: str) -> Text:
    near = near_subjects(target)
    return _NEAR.fill(names=", ".join(near)) if near else Text("", "")
