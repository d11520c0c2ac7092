"""The agencies of a list: those that were chosen on a screen; on a page what is new, or all that need work."""

from collections.abc import Iterator

from ...checks.breakdown import break_down
from ...checks.cross_sections import built_in
from ...model.assessment import NOTHING_TO_DO
from ...model.finding import Severity
from ...model.text import Text
from ..document import PAGE, SCREEN, Block, Column, Heading, Items, Kind, Lazy, Section, Share, Table, both
from ..run import Listed, Report
from .agency_lines import AGENCY_COLUMNS, agency_item, agency_row, main_reason

_PROVINCES = 10
_BY_PROVINCE = Text("จังหวัดที่ยังไม่อยู่ในกลุ่ม A มากที่สุด", "Provinces with most not in A")
_PROVINCE_COLUMNS = (
    Column(Text("จังหวัด", "Province")),
    Column(Text("ทั้งหมด", "All"), kind=Kind.COUNT),
    Column(Text("ยังไม่อยู่กลุ่ม A", "Not in A"), kind=Kind.COUNT),
    Column(Text("อยู่ในกลุ่ม A", "In A"), kind=Kind.SHARE),
)
_LIST = Text("หน่วยงานที่ยังไม่อยู่กลุ่ม A1", "Agencies that are not in A1")
_LIST_ALL = Text("หน่วยงานตามเงื่อนไขที่เลือก", "Agencies as selected")
_LEFT = Text("หน่วยงานที่ยังไม่อยู่กลุ่ม A1", "Agencies not in A1")
_NEW = Text("ปัญหาใหม่", "New problems")
_NEW_REASON = Text("{code} {message}", "{code} {message}")
_NOTHING = Text("ไม่มีหน่วยงานที่ต้องดำเนินการ", "No agency needs work")
_NONE_SELECTED = Text("ไม่มีหน่วยงานตามเงื่อนไขที่เลือก", "No agency fits the selection")


def agency_sections(report: Report) -> Iterator[Section]:
    """The lists of agencies; a page names the provinces with most left before them."""
    if report.listed is not None:
        yield (_listed(report.listed),)
    yield tuple(_provinces(report))
    agencies = report.result.agencies
    standing = report.judgement.standing if report.judgement is not None else None
    if standing is None:
        left = [agency for agency in agencies if agency.group != NOTHING_TO_DO]
        rows = Lazy(left, lambda agency: agency_row(agency, main_reason(agency)))
        title = _LEFT
    else:
        new = [
            (agency, finding)
            for agency in agencies
            for position, finding in enumerate(agency.findings)
            if finding.severity is not Severity.INFO and standing.is_new(agency.record.row, position)
        ]
        rows = Lazy(
            new, lambda one: agency_row(one[0], _NEW_REASON.fill(code=one[1].code, message=both(one[1].message)))
        )
        title = _NEW
    if len(rows):
        yield (Table(AGENCY_COLUMNS, rows, title, names=0, counted=True, on=PAGE),)


def _listed(listed: Listed) -> Block:
    if not listed.total:
        return Heading(_NONE_SELECTED if listed.is_chosen else _NOTHING, on=SCREEN)
    items = Lazy(listed.agencies, agency_item, listed.total)
    return Items(items, _LIST_ALL if listed.is_chosen else _LIST, spaced=True, on=SCREEN)


def _provinces(report: Report) -> Iterator[Block]:
    parts = break_down(built_in("province"), report.result.agencies).parts(report.result.summary)
    left = [part for part in sorted(parts, key=lambda part: -part.left) if part.left]
    if len(parts) > 1 and left:
        rows = [(part.name, part.total, part.left, Share(part.done, part.total)) for part in left]
        yield Table(_PROVINCE_COLUMNS, rows, _BY_PROVINCE, counted=True, most=_PROVINCES, on=PAGE)
