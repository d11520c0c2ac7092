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
    for number in range(2, 2 + draw(st.integers(0, 12))):
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


def expected(rows: list[Row], at: int) -> dict[str, list[int]]:
    """The rules that fire, and the other rows for which each does."""
    row = rows[at]
    others = [other for place, other in enumerate(rows) if place != at]
    address = (row.value or "").lower()
    same = [other for other in others if "@" in address and (other.value or "").lower() == address]
    found = {
        "SB902": [other.record.row for other in others if agency_of(other) == agency_of(row)],
        "SB903": [other.record.row for other in same if agency_of(other) != agency_of(row)],
    }
    return {code: numbers for code, numbers in found.items() if numbers}


def named(said: str) -> tuple[set[int], int]:
    """The rows that a finding names, and how many it tells of."""
    numbers, _, more = said.partition(" (+")
    rows = set(map(int, numbers.split(", ")))
    return rows, len(rows) + int(more.rstrip(")") or 0)


@given(lists(), st.integers(0, 9))
def test_they_are_what_comparing_each_row_with_each_other_finds(rows: list[Row], cut: int) -> None:
    finder = finder_of(rows[:cut])
    finder.extend(finder_of(rows[cut:]))
    fired = finder.finish()
    asked = [expected(rows, at) for at in range(len(rows))]
    for at, wanted in enumerate(asked):
        found = {finding.code: named(finding.parts["rows"]) for finding in finder.findings(at)}
        assert found.keys() == wanted.keys()
        for code, (numbers, total) in found.items():
            assert numbers <= set(wanted[code])
            assert total == len(wanted[code])
    assert +fired == Counter(code for row, wanted in zip(rows, asked, strict=True) if row.counts for code in wanted)


def test_the_first_five_rows_are_named_and_the_others_counted() -> None:
    rows = [Row(AgencyRecord(number, "06480115"), None, True, False) for number in range(2, 10)]
    rows.append(Row(AgencyRecord(10, "05480115"), "a@photan.go.th", True, False))
    rows += [Row(AgencyRecord(number, f"0648011{number % 10}"), "a@photan.go.th", True, False) for number in (11, 12)]
    finder = finder_of(rows)
    finder.finish()
    assert [finding.parts["rows"] for finding in finder.findings(0)] == ["3, 4, 5, 6, 7 (+2)"]
    assert [finding.parts["rows"] for finding in finder.findings(8)] == ["11, 12"]


def test_the_first_of_another_agency_is_named_behind_many_rows_of_one() -> None:
    rows = [Row(AgencyRecord(number, "06480115"), "a@photan.go.th", True, False) for number in range(2, 10)]
    rows.append(Row(AgencyRecord(10, "05480115"), "a@photan.go.th", True, False))
    finder = finder_of(rows)
    finder.finish()
    assert [f.parts["rows"] for f in finder.findings(0)] == ["3, 4, 5, 6, 7 (+2)", "10"]
    assert [f.parts["rows"] for f in finder.findings(8)] == ["2, 3, 4, 5, 6 (+3)"]
