"""The same agency in two rows, and two agencies with one address, are found as comparing each with each finds them."""

from collections import Counter
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from saraban_check.checks.duplicates import DuplicateFinder
from saraban_check.model.record import AgencyRecord
from saraban_check.reference.kinds import kinds
from saraban_check.reference.places import provinces

CODES = ("06480115", "06480116", "05480115")
ADDRESSES = (
    *(f"saraban_{code}@dla.go.th" for code in CODES),
    "Saraban_06480115@DLA.go.th",
    "saraban@photan.go.th",
    "-",
)


class Row(NamedTuple):
    """`passes`: it is only counted, as a row is of which nothing else is to be said."""

    record: AgencyRecord
    value: str | None
    counts: bool
    passes: bool


@st.composite
def lists(draw: st.DrawFn) -> list[Row]:
    found = []
    for number in range(2, 2 + draw(st.integers(0, 9))):
        code = draw(st.sampled_from((None, *CODES)))
        name, province = draw(st.sampled_from(("ท่าข้าม", "ดอนสมมติ"))), draw(st.sampled_from((None, provinces()["48"])))
        record = AgencyRecord(number, code, name, kinds()["sao"], "", province)
        value = draw(st.sampled_from((None, *ADDRESSES, *[f"saraban_{code}@dla.go.th"] * 4)))
        passes = code is not None and value == f"saraban_{code}@dla.go.th" and draw(st.booleans())
        found.append(Row(record, value, passes or draw(st.booleans()), passes))
    return found


def agency_of(row: Row) -> object:
    record = row.record
    return record.code or ((record.name, record.province.code) if record.province else record.row)


def finder_of(rows: list[Row]) -> DuplicateFinder:
    finder = DuplicateFinder()
    codes = [int(row.record.code or 0) if row.passes else None for row in rows]
    first = finder.add([row.record.row for row in rows], codes)
    for position, row in enumerate(rows, start=first):
        if not row.passes:
            finder.tell(position, row.record, row.value, counts=row.counts)
    return finder


def expected(rows: list[Row], at: int) -> set[str]:
    row = rows[at]
    others = [other for place, other in enumerate(rows) if place != at]
    found = {"SB902"} if any(agency_of(other) == agency_of(row) for other in others) else set()
    address = (row.value or "").lower()
    same = [other for other in others if "@" in address and (other.value or "").lower() == address]
    return found | ({"SB903"} if any(agency_of(other) != agency_of(row) for other in same) else set())


@given(lists(), st.integers(0, 9))
def test_they_are_what_comparing_each_row_with_each_other_finds(rows: list[Row], cut: int) -> None:
    finder = finder_of(rows[:cut])
    finder.extend(finder_of(rows[cut:]))
    fired = finder.finish()
    codes = [expected(rows, at) for at in range(len(rows))]
    assert [{finding.code for finding in finder.findings(at)} for at in range(len(rows))] == codes
    assert +fired == Counter(code for row, found in zip(rows, codes, strict=True) if row.counts for code in found)
