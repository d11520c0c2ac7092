"""Who passes by is counted as if it had been looked at, and nobody passes of whom more is to be said."""

from collections.abc import Callable
from itertools import islice
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from saraban_check.checks import gathering
from saraban_check.checks.assess import Assessor
from saraban_check.checks.gathering import Classified, Gathering
from saraban_check.checks.listing import Listing
from saraban_check.checks.passing import PassingBy
from saraban_check.checks.selection import Selection
from saraban_check.checks.summary import Tallies
from saraban_check.grouping.table import published_table
from saraban_check.intake.headings import Header
from saraban_check.intake.records import RecordReader
from saraban_check.intake.remembered import MOST
from saraban_check.model.assessment import Assessment
from saraban_check.model.finding import Severity
from saraban_check.model.policy import Policy
from saraban_check.model.record import Problem, ProblemKind, SourceRow, UnreadableCell
from saraban_check.reference.kinds import kinds_of_one

many = settings(derandomize=True, database=None, deadline=None, max_examples=400)

[SOLE] = kinds_of_one()
OF_SOLE = "ทน.ก"
"""Its code begins as one of a เทศบาลนคร."""
CELLS: dict[str, tuple[Any, ...]] = {
    "code": (
        *("06480115", "6480115", "05480115", "02480101", SOLE, f"{SOLE[:4]}0101"),
        *("06990115", "0648011", "648", "064801151", "6" * 23, ""),
    ),
    "name": ("อบต.ท่าข้าม", "องค์การบริหารส่วนตำบลท่าข้าม", "ทต.ท่าข้าม", "ทม.ท่าข้าม", "เมืองพัทยา", "TAO Tha Kham", "รวม", ""),
    "kind": ("", "", "อบต.", "เทศบาลตำบล", "อปท.", "ตำบล", "เมืองพัทยา"),
    "amphoe": ("", "ท่าอุเทน", "#REF!"),
    "province": ("นครพนม", "นครพนม", "จ.นครพนม", "ชลบุรี", "", "นครพนน"),
    "website": ("", "www.thakham.go.th", "thakham.go.th/#a", "#N/A"),
    "issued": ("", "", "", "saraban_06480115@dla.go.th"),
    "notice": ("✓", "มี", "ไม่มี", "✗ (ไม่ระบุอีเมลในประกาศฯ)", "?", ""),
    "posted": ("✓", "ยังไม่ลง", ""),
    "delivery": ("✓", "ส่งได้", "เต็ม", "ตีกลับ", ""),
    "upgraded": ("", "", "ยกฐานะ"),
}
USUAL = {"code": "06480115", "name": "อบต.ท่าข้าม", "province": "นครพนม", "notice": "✓", "posted": "✓", "delivery": "✓"}
ODD = (None, 6480115, 6480115.0, "๐๖๔๘๐๑๑๕", "06 48 01 15", "064801๑๕", "+6480115", UnreadableCell("✓"), "x" * 400)
SOME = ("code", "name", "province", "address", "notice", "posted", "delivery")
FIELDS = (("address", *CELLS), SOME, ("code", "address"))
SLIPS: tuple[Callable[[str], str], ...] = (str.upper, str.title, lambda a: a[1:], lambda a: a + " ", lambda a: "")


@st.composite
def lists(draw: st.DrawFn) -> tuple[Header, list[SourceRow]]:
    """Rows that state the address of their code or nearly do, and of which little else is odd."""
    fields, rows = draw(st.sampled_from(FIELDS)), []
    for number in range(2, 2 + draw(st.integers(1, 24))):
        cells: dict[str, Any] = dict.fromkeys(fields, "") | {field: USUAL[field] for field in USUAL if field in fields}
        for field in draw(st.sets(st.sampled_from([field for field in fields if field in CELLS]), max_size=3)):
            cells[field] = draw(st.sampled_from(CELLS[field]))
        if draw(st.integers(0, 7)) == 0:
            cells["code"] = draw(st.sampled_from(ODD))
        code = str(cells["code"]).removesuffix(".0").replace(" ", "")
        zero = "0" if draw(st.integers(0, 9)) == 0 else "0" * (8 - len(code))
        cells["address"] = f"saraban_{zero}{code}@dla.go.th"
        if draw(st.integers(0, 5)) == 0:
            cells["address"] = draw(st.sampled_from(SLIPS))(cells["address"])
        damage = Problem(ProblemKind.CELL_COUNT, "row") if draw(st.integers(0, 20)) == 0 else None
        rows.append(SourceRow(number, list(cells.values()), damage))
    return Header(0, 0, tuple(cells), {field: at for at, field in enumerate(cells)}), rows


class Looked:
    """The same choice, of who looks at everybody."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing

    def __call__(self, agency: Assessment) -> bool:
        return self._listing(agency)


def gathered(
    made: tuple[Header, list[SourceRow]], listing: Listing, keep: Callable[[Assessment], bool], policy: Policy
) -> tuple[Gathering, Classified, list[Assessment]]:
    header, rows = made
    only_texts = all(
        isinstance(cell, str) and not isinstance(cell, UnreadableCell) for row in rows for cell in row.cells
    )
    reader, assessor = RecordReader(header, only_texts=only_texts), Assessor(published_table(), policy=policy)
    gathering = Gathering(reader, assessor, keep)
    gathering.take(rows)
    done = gathering.finish()
    return gathering, done, list(islice(filter(listing.selection.fits, done.agencies), listing.selection.limit))


@many
@given(lists(), st.integers(0, 6), st.sampled_from((None, None, "A1", "B", "undetermined")), st.booleans())
def test_who_passes_by_is_counted_as_who_is_looked_at(
    made: tuple[Header, list[SourceRow]], limit: int, only: str | None, is_weighed: bool
) -> None:
    policy = Policy(severities={"SB501": Severity.INFO}) if is_weighed else Policy()
    listings = [Listing(Selection(only, None, limit, published_table())) for _ in range(2)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gathering, "_BATCH", 5)
        passed, found, shown = gathered(made, listings[0], listings[0], policy)
        looked, expected, expected_shown = gathered(made, listings[1], Looked(listings[1]), policy)
    event("somebody passed" if len(found.agencies) < len(expected.agencies) or _passes(made) else "nobody passed")
    assert looked._passing is None
    assert (passed._passing is None) == is_weighed
    assert list(passed.tallies) == list(looked.tallies)
    assert shown == expected_shown
    assert listings[0].selection.total == listings[1].selection.total
    assert found.set_aside.rows == expected.set_aside.rows
    assert (found.summary.rules, found.summary.noted_rows) == (expected.summary.rules, expected.summary.noted_rows)


def _passes(made: tuple[Header, list[SourceRow]]) -> bool:
    return any(code is not None for code in passing_by(made[0]).codes_of(made[1]))


def passing_by(header: Header) -> PassingBy:
    listing = Listing(Selection(None, None, 0, published_table()))
    return PassingBy(RecordReader(header), Assessor(published_table()), Tallies(), listing)


def row(number: int, **cells: str) -> SourceRow:
    return SourceRow(number, [cells.get(field, USUAL.get(field, "")) for field in SOME])


HEADER = Header(0, 0, SOME, {field: at for at, field in enumerate(SOME)})


def own(code: str, **cells: str) -> SourceRow:
    return row(2, **{"address": f"saraban_{code.zfill(8)}@dla.go.th", "code": code, **cells})


@pytest.mark.parametrize("code", ["06480115", "6480115"])
def test_most_rows_of_a_list_pass(code: str) -> None:
    assert passing_by(HEADER).codes_of([own(code)]) == [6480115]
    assert (
        passing_by(HEADER).codes_of([own(code, delivery="เต็ม"), own(code, name="องค์การบริหารส่วนตำบลก")]) == [6480115] * 2
    )


@pytest.mark.parametrize(
    "cells",
    [
        {"code": "05480115"},
        {"code": "06990115", "province": ""},
        {"code": "06480115", "province": "ชลบุรี"},
        {"code": "06480115", "notice": "?"},
        {"code": "06480115", "name": "ท่าข้าม"},
        {"code": "06480115", "name": "อบต.#REF!"},
        {"code": "064801๑๕"},
        {"code": "648011", "address": "saraban_0648011@dla.go.th"},
        {"code": "064801151", "address": "saraban_0064801151@dla.go.th"},
        {"code": "6" * 30, "address": f"saraban_0{'6' * 30}@dla.go.th"},
        {"code": SOLE, "name": OF_SOLE, "province": "ชลบุรี"},
        {"code": SOLE, "name": "เมืองพัทยา", "province": "ชลบุรี"},
    ],
)
def test_of_whom_more_is_to_be_said_does_not_pass(cells: dict[str, str]) -> None:
    beside = own(f"{SOLE[:4]}0101", name=OF_SOLE, province="ชลบุรี")
    assert passing_by(HEADER).codes_of([beside, own(**cells), beside]) == [
        int(beside.cells[0]),
        None,
        int(beside.cells[0]),
    ]


def test_the_first_rows_are_named_whether_they_pass_or_not() -> None:
    keep = Listing(Selection(None, None, 0, published_table()))
    gathering = Gathering(RecordReader(HEADER), Assessor(published_table()), keep)
    spaced = {"code": "06 48 01 15", "address": "saraban_06480115@dla.go.th"}
    rows = [row(number, address=spaced["address"]) for number in range(2, 12)]
    rows[2] = row(4, **spaced)
    gathering.take(rows)
    [tally] = gathering.tallies
    assert (tally.agencies, tally.rows) == (10, (2, 3, 4, 5, 6))


def test_nobody_passes_who_may_be_shown() -> None:
    listing = Listing(Selection(None, None, 2, published_table()))
    gathering = Gathering(RecordReader(HEADER), Assessor(published_table()), listing)
    gathering.take(own("06480115", delivery="เต็ม") for _ in range(600))
    done = gathering.finish()
    assert listing.selection.total == done.summary.total == 600
    assert len(list(filter(listing.selection.fits, done.agencies))) >= 2
    table = published_table()
    assert not Listing(Selection(None, None, 0, table), upgrades=True).passes("A1")
    assert not Listing(Selection(None, None, 0, table), whole=True).passes("A1")
    by_group = Listing(Selection(None, None, 0, table), by="group")
    by_group.open(HEADER)
    assert not by_group.passes("A1")
    assert not Selection(None, "นครพนม", 0, table).passes("B1")


def test_free_text_in_a_status_column_is_not_hoarded() -> None:
    passing = passing_by(HEADER)
    for number in range(0, 2 * MOST, 500):
        passing.codes_of([own("06480115", delivery=f"✓ {at}") for at in range(number, number + 500)])
        assert len(passing._alike) <= MOST
