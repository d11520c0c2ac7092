"""The provinces with most left to do; of a list of one province, its districts."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ...checks.classification import Classification
from ...checks.identity import UNKNOWN, named_agency
from ...model.agency_result import AgencyResult
from ...model.assessment import DONE
from ...model.text import Text
from .bars import STEPS, row_bar
from .blocks import Align, Block, Cell, Grid, Paragraph, Style
from .figures import percent, shortened

_HEAD = "E7E6E6"
_WIDTHS = (12, 43, 19, 22, 19)
_BAR = 45


class _Place(NamedTuple):
    """Where agencies are; its key orders those of which as many are left."""

    key: str
    name: Text


class _Sort(NamedTuple):
    """Provinces, or districts: how an agency's is known, and what they are called."""

    of: Callable[[AgencyResult], _Place | None]
    name: Text
    heading: Text
    fewer: Text
    sums: Text
    unknown: Text


def _province(agency: AgencyResult) -> _Place | None:
    province = agency.record.province
    return None if province is None else _Place(province.code, province.name)


def _district(agency: AgencyResult) -> _Place | None:
    named = named_agency(agency.record)
    if named is None or named.amphoe == UNKNOWN:
        return None
    return _Place(named.amphoe, shortened(Text(agency.record.amphoe, agency.record.amphoe)))


_SORTS = (
    _Sort(
        _province,
        Text("จังหวัด", "Province"),
        Text("จังหวัดที่มีหน่วยงานยังไม่อยู่ในกลุ่ม A มากที่สุด {most} จังหวัด", "The {most} provinces with most agencies not in A"),
        Text("จังหวัดที่มีหน่วยงานยังไม่อยู่ในกลุ่ม A", "The provinces with agencies not in A"),
        Text(
            "รวม {most} จังหวัดข้างต้นยังไม่อยู่ในกลุ่ม A {left} แห่ง คิดเป็นร้อยละ {share} ของที่ยังไม่อยู่ทั้งหมด {all} แห่ง",
            "Together {left} are not in A in these {most} provinces, {share}% of all {all} that are not",
        ),
        Text(" (ไม่ทราบจังหวัด {count} แห่ง)", " (of {count} the province is not known)"),
    ),
    _Sort(
        _district,
        Text("อำเภอ", "District"),
        Text("อำเภอที่มีหน่วยงานยังไม่อยู่ในกลุ่ม A มากที่สุด {most} อำเภอ", "The {most} districts with most agencies not in A"),
        Text("อำเภอที่มีหน่วยงานยังไม่อยู่ในกลุ่ม A", "The districts with agencies not in A"),
        Text(
            "รวม {most} อำเภอข้างต้นยังไม่อยู่ในกลุ่ม A {left} แห่ง คิดเป็นร้อยละ {share} ของที่ยังไม่อยู่ทั้งหมด {all} แห่ง",
            "Together {left} are not in A in these {most} districts, {share}% of all {all} that are not",
        ),
        Text(" (ไม่ทราบอำเภอ {count} แห่ง)", " (of {count} the district is not known)"),
    ),
)
_RANK, _ALL = Text("ที่", "No."), Text("ทั้งหมด\n(แห่ง)", "All")
_LEFT, _SHARE = Text("ยังไม่อยู่ใน\nกลุ่ม A (แห่ง)", "Not in A"), Text("ร้อยละที่\nยังไม่อยู่", "Not in A, %")
_NUMBERS = Text("จำนวนที่ยังไม่อยู่ในกลุ่ม A", "Not in A, as a bar")


class _Count:
    """How many agencies there are in a place, and how many of them are not in A."""

    def __init__(self, place: _Place) -> None:
        self.place, self.total, self.left = place, 0, 0


def most_left(result: Classification, most: int) -> tuple[Text, tuple[Block, ...]] | None:
    """The heading and the table of at most so many; None where all is in one place, or nothing is left to do."""
    for sort in _SORTS:
        counts, unknown = _counted(sort, result.agencies)
        if len(counts) > 1:
            ranked = sorted((one for one in counts if one.left), key=lambda one: (-one.left, one.place.key))
            return _told(sort, ranked[:most], len(ranked), unknown, result.summary.not_done) if ranked else None
    return None


def _counted(sort: _Sort, agencies: Sequence[AgencyResult]) -> tuple[list[_Count], int]:
    """Those that are known, and how many agencies are left whose place is not."""
    counts: dict[str, _Count] = {}
    unknown = 0
    for agency in agencies:
        is_left = agency.group not in DONE
        place = sort.of(agency)
        if place is None:
            unknown += is_left
            continue
        count = counts.get(place.key)
        if count is None:
            count = counts[place.key] = _Count(place)
        count.total += 1
        count.left += is_left
    return list(counts.values()), unknown


def _told(sort: _Sort, shown: list[_Count], known: int, unknown: int, not_done: int) -> tuple[Text, tuple[Block, ...]]:
    heading = sort.heading.fill(most=len(shown)) if known > len(shown) else sort.fewer
    names = (_RANK, sort.name, _ALL, _LEFT, _SHARE)
    rows = [[*(Cell(name, Align.CENTER, fill=_HEAD, strong=True) for name in names), _bar_head()]]
    rows += (_row(rank, one, shown[0].left) for rank, one in enumerate(shown, start=1))
    left = sum(one.left for one in shown)
    parts = {"most": len(shown), "left": f"{left:,}", "share": percent(left, not_done), "all": f"{not_done:,}"}
    said = sort.sums.fill(**parts)
    if unknown:
        more = sort.unknown.fill(count=f"{unknown:,}")
        said = Text(said.th + more.th, said.en + more.en)
    return heading, (Grid(heading, (*_WIDTHS, *[_BAR / STEPS] * STEPS), rows), Paragraph(Style.NOTE, said))


def _bar_head() -> Cell:
    return Cell(_NUMBERS, Align.CENTER, STEPS, _HEAD, strong=True)


def _row(rank: int, one: _Count, most: int) -> list[Cell]:
    return [
        Cell(rank, Align.CENTER),
        Cell(one.place.name),
        Cell(one.total, Align.RIGHT),
        Cell(one.left, Align.RIGHT),
        Cell(percent(one.left, one.total), Align.RIGHT),
        *row_bar(one.left, most),
    ]
