"""The eleven groups: the published table against a second reading of it, and everything built upon it.

`reference_group` below is written from the words of the specification and knows nothing of the table file or of
the code, so an error would have to be made twice to go unseen.
"""

from collections.abc import Iterator
from itertools import combinations as subsets
from itertools import product
from pathlib import Path

import pytest

from saraban_check import Classification, Delivery, InputError, RequestError, classify, load_group_table
from saraban_check.checks.judging import Judging
from saraban_check.grouping.change import moves
from saraban_check.grouping.decide import decide
from saraban_check.grouping.lint import lint
from saraban_check.grouping.table import CONDITIONS, GroupTable, published_table, read_row
from saraban_check.model.assessment import OUTSIDE, UNDETERMINED
from saraban_check.model.group_row import Combination
from saraban_check.model.record import Facts
from saraban_check.model.verdict import AddressState

GROUPS = ("A1", "A2", "B1", "B2", "B3", "C", "D1", "D2", "D3", "E", "W")
PUBLISHED = {
    "A1": 6237,
    "A2": 16,
    "B1": 711,
    "B2": 0,
    "B3": 582,
    "C": 19,
    "D1": 24,
    "D2": 20,
    "D3": 18,
    "E": 4,
    "W": 211,
}
TABLE = published_table()

YES_NO = (True, False)
ADDRESSES = (AddressState.CORRECT, AddressState.INCORRECT, AddressState.MISSING)
DELIVERIES = (Delivery.DELIVERED, Delivery.FULL, Delivery.FAILED)
ALL_72 = list(product(YES_NO, YES_NO, YES_NO, ADDRESSES, DELIVERIES))


def reference_group(upgraded: bool, notice: bool, posted: bool, address: AddressState, delivery: Delivery) -> str:
    """The group, straight from the words: W before all, then E, then D, then C, then A and B."""
    if address is AddressState.MISSING:
        delivery = Delivery.FAILED  # nothing can have been delivered to an address that does not exist
    if upgraded:
        return "W"
    if not notice:
        return "E"
    if not posted:
        if delivery is Delivery.DELIVERED:
            return "D1" if address is AddressState.CORRECT else "D2"
        return OUTSIDE if address is AddressState.CORRECT else "D3"
    if address is AddressState.MISSING:
        return "C"
    if address is AddressState.CORRECT:
        return {Delivery.DELIVERED: "A1", Delivery.FULL: "A2", Delivery.FAILED: OUTSIDE}[delivery]
    return {Delivery.DELIVERED: "B1", Delivery.FULL: "B2", Delivery.FAILED: "B3"}[delivery]


def _show(facts: object) -> str:
    values = facts if isinstance(facts, tuple) else (facts,)
    return "-".join(getattr(value, "value", str(value)) for value in values)


# --- every complete set of facts -------------------------------------------------------------------------------


@pytest.mark.parametrize("facts", ALL_72, ids=_show)
def test_complete_facts_give_the_group_of_the_reference(
    facts: tuple[bool, bool, bool, AddressState, Delivery],
) -> None:
    upgraded, notice, posted, address, delivery = facts
    outcome = decide(TABLE, Facts(upgraded, notice, posted, delivery=delivery), address)
    expected = reference_group(*facts)
    assert outcome.group == expected
    assert outcome.candidates == (() if expected == OUTSIDE else (expected,))
    assert outcome.missing == ()
    if expected != OUTSIDE:
        assert outcome.row is not None
        assert TABLE.rows[outcome.row].group == expected, "the trace names the row that matched"


def test_all_eleven_groups_are_reached_and_no_other() -> None:
    reached = {reference_group(*facts) for facts in ALL_72}
    assert reached == {*GROUPS, OUTSIDE}
    assert TABLE.groups == GROUPS


def test_order_is_upgraded_then_no_notice_then_not_posted_then_no_address() -> None:
    """One agency to which all of it applies is mended step by step, and goes through the groups in their order."""
    missing = AddressState.MISSING
    assert decide(TABLE, Facts(True, False, False), missing).group == "W"
    assert decide(TABLE, Facts(False, False, False), missing).group == "E"
    assert decide(TABLE, Facts(False, True, False), missing).group == "D3"
    assert decide(TABLE, Facts(False, True, True), missing).group == "C"


def test_no_notice_comes_before_posted() -> None:
    """The two contradict each other (SB905), but the group is still E."""
    facts = Facts(notice=False, posted=True, delivery=Delivery.DELIVERED)
    assert decide(TABLE, facts, AddressState.CORRECT).group == "E"


@pytest.mark.parametrize("delivery", list(Delivery), ids=lambda d: d.value)
@pytest.mark.parametrize(("posted", "group"), [(True, "C"), (False, "D3")])
def test_missing_address_counts_as_failed_delivery_whatever_the_cell_says(
    delivery: Delivery, posted: bool, group: str
) -> None:
    assert decide(TABLE, Facts(notice=True, posted=posted, delivery=delivery), AddressState.MISSING).group == group


# --- unknown facts ---------------------------------------------------------------------------------------------

UNKNOWABLE = ("notice", "posted", "address", "delivery")
VALUES: dict[str, tuple[object, ...]] = {
    "notice": YES_NO,
    "posted": YES_NO,
    "address": ADDRESSES,  # a cell that cannot be read may hold anything, and nothing
    "delivery": DELIVERIES,
}
KNOWN = VALUES


def _partly_known() -> Iterator[tuple[bool, dict[str, object]]]:
    """All facts with one, two, three or all four unknown."""
    for count in (1, 2, 3, 4):
        for unknown in subsets(UNKNOWABLE, count):
            known = [name for name in UNKNOWABLE if name not in unknown]
            for upgraded, *values in product(YES_NO, *(KNOWN[name] for name in known)):
                yield bool(upgraded), dict(zip(known, values))


PARTLY_KNOWN = list(_partly_known())


def _completions(known: dict[str, object]) -> list[dict[str, object]]:
    choices = [(known[name],) if name in known else VALUES[name] for name in UNKNOWABLE]
    return [dict(zip(UNKNOWABLE, values)) for values in product(*choices)]


def _possible(upgraded: bool, known: dict[str, object]) -> set[str]:
    return {reference_group(upgraded, **c) for c in _completions(known)}  # type: ignore[arg-type]


def _facts(upgraded: bool, known: dict[str, object]) -> Facts:
    return Facts(
        upgraded,
        known.get("notice"),  # type: ignore[arg-type]
        known.get("posted"),  # type: ignore[arg-type]
        delivery=known.get("delivery", Delivery.UNKNOWN),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(("upgraded", "known"), PARTLY_KNOWN)
def test_unknown_facts_leave_exactly_the_groups_of_brute_force(upgraded: bool, known: dict[str, object]) -> None:
    state = known.get("address", AddressState.UNKNOWN)
    outcome = decide(TABLE, _facts(upgraded, known), state)  # type: ignore[arg-type]
    possible = _possible(upgraded, known)
    groups = tuple(group for group in GROUPS if group in possible)
    if len(possible) == 1:
        assert outcome.group == possible.pop()
        assert outcome.missing == ()
        return
    assert outcome.group == UNDETERMINED
    assert outcome.candidates == groups
    assert outcome.may_be_outside is (OUTSIDE in possible)


@pytest.mark.parametrize(("upgraded", "known"), PARTLY_KNOWN)
def test_the_facts_named_as_missing_are_unknown_and_decide(upgraded: bool, known: dict[str, object]) -> None:
    state = known.get("address", AddressState.UNKNOWN)
    outcome = decide(TABLE, _facts(upgraded, known), state)  # type: ignore[arg-type]
    assert set(outcome.missing) <= set(UNKNOWABLE) - set(known)
    possible = _possible(upgraded, known)
    assert bool(outcome.missing) is (len(possible) > 1)
    for name in set(UNKNOWABLE) - set(known) - set(outcome.missing):
        for value in VALUES[name]:
            assert _possible(upgraded, {**known, name: value}) == possible, f"{name} decides, but is not named"


def test_no_delivery_column_gives_a1_or_a2_and_never_a1() -> None:
    outcome = decide(TABLE, Facts(notice=True, posted=True), AddressState.CORRECT)
    assert outcome.group == UNDETERMINED
    assert outcome.candidates == ("A1", "A2")
    assert outcome.may_be_outside, "a correct address may also fail for another reason"
    assert outcome.missing == ("delivery",)


@pytest.mark.parametrize(("address", "delivery"), list(product(ADDRESSES, (*DELIVERIES, None))), ids=_show)
def test_bare_cross_in_the_joint_column_means_not_both(address: AddressState, delivery: Delivery | None) -> None:
    facts = Facts(notice_and_posted=False, delivery=delivery or Delivery.UNKNOWN)
    outcome = decide(TABLE, facts, address)
    possible = {
        reference_group(False, notice, posted, address, d)
        for notice, posted in [(True, False), (False, True), (False, False)]
        for d in ([delivery] if delivery else DELIVERIES)
    }
    assert "E" in possible
    assert outcome.group == UNDETERMINED
    assert set(outcome.candidates) == possible - {OUTSIDE}
    assert outcome.may_be_outside is (OUTSIDE in possible)
    assert set(outcome.missing) & {"notice", "posted"}
    assert not set(outcome.candidates) & {"A1", "A2", "B1", "B2", "B3", "C", "W"}


# --- the table itself ------------------------------------------------------------------------------------------


def test_published_table_is_sound_and_has_exactly_three_gaps() -> None:
    found = lint(TABLE)
    assert found.doubled == ()
    assert found.unreachable == ()
    assert set(found.gaps) == {
        Combination("no", "yes", "yes", "correct", "failed"),
        Combination("no", "yes", "no", "correct", "failed"),
        Combination("no", "yes", "no", "correct", "full"),
    }
    assert len(found.gaps) == 3


def test_published_counts_and_their_sums() -> None:
    counts = {group: TABLE.published_count(group) for group in TABLE.groups}
    assert counts == PUBLISHED
    letters = {letter: sum(n for group, n in PUBLISHED.items() if group[0] == letter) for letter in "ABCDEW"}
    assert letters == {"A": 6253, "B": 1293, "C": 19, "D": 62, "E": 4, "W": 211}
    assert sum(PUBLISHED.values()) == 7842
    assert sum(PUBLISHED.values()) - letters["A"] == 1589


def _row(group: str, *conditions: str) -> dict[str, str]:
    return {"group": group, **dict(zip(CONDITIONS, conditions, strict=True))}


def _table(*rows: dict[str, str]) -> GroupTable:
    return GroupTable(tuple(read_row(row, "test", line) for line, row in enumerate(rows, start=2)))


def test_lint_finds_rows_that_match_the_same_facts() -> None:
    table = _table(_row("X", "no", "yes", "*", "*", "*"), _row("Y", "no", "*", "yes", "correct", "full"))
    found = lint(table)
    assert found.doubled == ((Combination("no", "yes", "yes", "correct", "full"), (0, 1)),)
    assert found.unreachable == ()


def test_lint_finds_a_row_that_nothing_can_reach() -> None:
    """An agency without an address cannot have been delivered to."""
    found = lint(_table(_row("X", "no", "yes", "yes", "missing", "delivered|full"), _row("Y", "yes", *["*"] * 4)))
    assert found.unreachable == (0,)
    assert found.doubled == ()


def test_lint_of_a_table_that_says_nothing_lists_every_possible_combination() -> None:
    """72, less those in which mail reached an address that does not exist."""
    assert len(lint(GroupTable(())).gaps) == 72 - 2 * 2 * 2 * 2


# --- a table of the user's own ---------------------------------------------------------------------------------

HEADING = "group,upgraded,notice,posted,address,delivery,published,steps\n"


def _file(folder: Path, *lines: str, heading: str = HEADING) -> Path:
    path = folder / "own.csv"
    path.write_text(heading + "".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def test_own_rows_fill_the_gaps_of_the_published_table(tmp_path: Path) -> None:
    path = _file(tmp_path, "X1,no,yes,yes,correct,failed,,address", "X2,no,yes,no,correct,full|failed,,post")
    table = load_group_table(path)
    assert table.groups == ("A1", "A2", "B1", "B2", "B3", "C", "D1", "D2", "D3", "E", "X1", "X2", "W")
    assert lint(table).gaps == ()
    for facts in ALL_72:
        upgraded, notice, posted, address, delivery = facts
        group = decide(table, Facts(upgraded, notice, posted, delivery=delivery), address).group
        expected = reference_group(*facts)
        assert group == (expected if expected != OUTSIDE else "X1" if posted else "X2")


def test_group_that_is_named_again_takes_its_new_rows(tmp_path: Path) -> None:
    table = load_group_table(_file(tmp_path, "A2,no,yes,yes,correct,full|failed,,empty_mailbox"))
    assert decide(table, Facts(False, True, True, delivery=Delivery.FAILED), AddressState.CORRECT).group == "A2"
    assert decide(table, Facts(False, True, True, delivery=Delivery.FULL), AddressState.CORRECT).group == "A2"
    assert table.groups == GROUPS


def test_own_table_replaces_the_published_one_whole(tmp_path: Path) -> None:
    path = _file(tmp_path, "GOOD,*,*,*,correct,*,,", "BAD,*,*,*,incorrect|missing,*,,address")
    table = load_group_table(path, replace=True)
    assert set(table.groups) == {"GOOD", "BAD"}
    assert decide(table, Facts(True), AddressState.CORRECT).group == "GOOD"
    assert decide(table, Facts(False, True, True), AddressState.MISSING).group == "BAD"


def test_own_table_in_use(tmp_path: Path) -> None:
    table = load_group_table(_file(tmp_path, "X,no,yes,*,correct,failed,,address|post"))
    found = _classify(tmp_path, ["06480115", "saraban_06480115@dla.go.th", "✓", "✓", "✗", "", ""], table=table)
    assert found.agencies[0].group == "X"
    assert found.summary.groups["X"] == 1
    assert found.summary.outside == 0


BROKEN = {
    "doubled": (HEADING, "X,no,yes,yes,correct,delivered,,", ("A1", "X", "own.csv")),
    "unreachable": (HEADING, "X,no,yes,yes,missing,delivered,,", ("X", "own.csv")),
    "unknown value": (HEADING, "X,no,yes,perhaps,correct,failed,,", ("posted", "perhaps", "yes", "own.csv", "2")),
    "unknown step": (HEADING, "X,no,yes,yes,correct,failed,,pray", ("steps", "pray", "address", "own.csv", "2")),
    "no name": (HEADING, ",no,yes,yes,correct,failed,,", ("own.csv", "2")),
    "reserved name": (HEADING, "outside,no,yes,yes,correct,failed,,", ("outside", "own.csv", "2")),
    "no column": (
        "group,upgraded,notice,posted,address\n",
        "X,no,yes,yes,correct",
        ("delivery", "own.csv"),
    ),
}


@pytest.mark.parametrize(("heading", "line", "named"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_table_is_refused_in_one_sentence(
    tmp_path: Path, heading: str, line: str, named: tuple[str, ...]
) -> None:
    path = _file(tmp_path, line, heading=heading)
    with pytest.raises((RequestError, InputError)) as error:
        load_group_table(path)
    for said in (error.value.say("th"), error.value.say("en")):
        assert "\n" not in said
        assert "{" not in said
        for part in named:
            assert part in said


def test_missing_table_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        load_group_table(tmp_path / "nowhere.csv")
    assert "nowhere.csv" in error.value.say("th")


# --- from a file to groups and steps ---------------------------------------------------------------------------

COLUMNS = "รหัส,อีเมล,มีประกาศฯ ม.10,info.go.th,สถานะการส่งอีเมล,ยกฐานะ,อีเมลที่ออกให้"
JOINT_COLUMNS = "รหัส,อีเมล,มีประกาศฯ ม.10 และลงข้อมูลในระบบ info.go.th,สถานะการส่งอีเมล"
RIGHT = "saraban_06480115@dla.go.th"
WRONG = "thungsong103@gmail.com"
FULL = "✗ (อีเมลเต็ม)"

ROW_OF_GROUP = {
    "A1": [RIGHT, "✓", "✓", "✓", ""],
    "A2": [RIGHT, "✓", "✓", FULL, ""],
    "B1": [WRONG, "✓", "✓", "✓", ""],
    "B2": [WRONG, "✓", "✓", FULL, ""],
    "B3": [WRONG, "✓", "✓", "✗", ""],
    "C": ["-", "✓", "✓", "✗", ""],
    "D1": [RIGHT, "✓", "✗", "✓", ""],
    "D2": [WRONG, "✓", "✗", "✓", ""],
    "D3": [WRONG, "✓", "✗", "✗", ""],
    "E": ["-", "✗", "✗", "✗", ""],
    "W": [RIGHT, "✓", "✓", "✓", "ยกฐานะ"],
}
STEPS = {
    "A1": [],
    "A2": ["empty_mailbox"],
    "B1": ["address", "notice", "post"],
    "B2": ["address", "notice", "post", "empty_mailbox"],
    "B3": ["address", "notice", "post"],
    "C": ["address", "notice", "post"],
    "D1": ["post"],
    "D2": ["address", "notice", "post"],
    "D3": ["address", "notice", "post"],
    "E": ["address", "notice", "post"],
    "W": ["new_status", "notice", "post"],
}


def _classify(
    folder: Path, *rows: list[str], table: GroupTable | None = None, columns: str = COLUMNS
) -> Classification:
    path = folder / "list.csv"
    path.write_text(columns + "\n" + "".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    return classify(path, judging=Judging(table=table))


@pytest.mark.parametrize("group", GROUPS)
def test_row_of_a_list_gets_its_group_and_its_steps(tmp_path: Path, group: str) -> None:
    found = _classify(tmp_path, ["", *ROW_OF_GROUP[group], ""])
    (agency,) = found.agencies
    assert agency.group == group
    assert [step.key for step in agency.steps] == STEPS[group]
    assert found.summary.groups == {name: int(name == group) for name in GROUPS}
    assert found.summary.follow_up == (0 if group in ("A1", "A2") else 1)


def test_list_of_the_published_size_gives_the_published_counts(tmp_path: Path) -> None:
    rows = [["", *ROW_OF_GROUP[group], ""] for group, count in PUBLISHED.items() for _ in range(count)]
    summary = _classify(tmp_path, *rows).summary
    assert summary.groups == PUBLISHED
    assert summary.total == 7842
    assert summary.follow_up == 1589
    assert summary.letters == {"A": 6253, "B": 1293, "C": 19, "D": 62, "E": 4, "W": 211}
    assert summary.undetermined == summary.outside == 0


@pytest.mark.parametrize("group", ["B1", "B2", "B3", "C", "D2", "D3", "E"])
def test_step_1_is_done_where_a_correct_address_was_issued(tmp_path: Path, group: str) -> None:
    found = _classify(tmp_path, ["06480115", *ROW_OF_GROUP[group], RIGHT])
    steps = found.agencies[0].steps
    assert [step.key for step in steps] == ["address_issued", *STEPS[group][1:]]
    assert RIGHT in steps[0].text.th
    assert RIGHT in steps[0].text.en


def test_step_1_is_not_done_where_the_issued_address_is_wrong(tmp_path: Path) -> None:
    for issued in ("donsommut@gmail.com", "saraban_06480116@dla.go.th", "-"):
        found = _classify(tmp_path, ["06480115", *ROW_OF_GROUP["B1"], issued])
        assert [step.key for step in found.agencies[0].steps] == STEPS["B1"]


def test_step_1_of_an_upgraded_agency_is_done_where_the_new_address_was_issued(tmp_path: Path) -> None:
    """It bears the code of the new status, so it is the one to use; the old status's would not do."""
    columns = COLUMNS + ",ประเภท"
    old, new = "saraban_06720391@dla.go.th", "saraban_05720391@dla.go.th"
    found = _classify(
        tmp_path,
        ["05720391", old, "✓", "✓", "✓", "ยกฐานะ", new, "ทต."],
        ["", old, "✓", "✓", "✓", "ยกฐานะ", old, "ทต."],
        columns=columns,
    )
    with_new, with_old = ([step.key for step in agency.steps] for agency in found.agencies)
    assert found.agencies[0].group == found.agencies[1].group == "W"
    assert with_old == ["new_status", "notice", "post"]
    assert with_new == ["address_issued", "notice", "post"]


@pytest.mark.parametrize(
    ("name", "key", "offices"),
    [
        ("อบต.สมมติ", "address", {"dla", "dga"}),
        ("เมืองพัทยา", "address", {"dla", "dga"}),
        ("อำเภอเมืองสมมติ", "address_own", {"dga"}),
        ("จังหวัดสมมติ", "address_own", {"dga"}),
        ("มหาวิทยาลัยสมมติ", "address_own", {"dga"}),
        ("กรุงเทพมหานคร", "address_own", {"dga"}),
        ("สมมติ", "address", {"dla", "dga"}),
        ("", "address", {"dla", "dga"}),
    ],
)
def test_whom_to_ask_for_an_address_rests_on_the_kind(tmp_path: Path, name: str, key: str, offices: set[str]) -> None:
    found = _classify(tmp_path, ["", "x@gmail.com", "✓", "✓", "✓", "", "", name], columns=COLUMNS + ",ชื่อหน่วยงาน")
    (agency,) = found.agencies
    assert agency.steps[0].key == key
    assert ("info.dla.go.th" in agency.steps[0].text.th) == ("dla" in offices)
    assert {office.key for office in agency.offices} & {"dla", "dga"} == offices


def test_group_c_with_a_correct_address_at_hand_needs_no_new_one(tmp_path: Path) -> None:
    """The notice states none, but the list holds a correct one: step 1 is done."""
    cell = "✗ (ไม่ระบุอีเมลในประกาศฯ)"
    found = _classify(tmp_path, ["06480115", RIGHT, cell, "✗"], columns=JOINT_COLUMNS)
    (agency,) = found.agencies
    assert agency.group == "C"
    steps = agency.steps
    assert [step.key for step in steps] == ["address_in_hand", "notice", "post"]
    assert RIGHT in steps[0].text.th


@pytest.mark.parametrize(
    ("cell", "group"),
    [
        ("✓", "A1"),
        ("✗ (ไม่ลงในระบบ info.go.th)", "D1"),
        ("✗ (ไม่มีประกาศฯ ม.10)", "E"),
        ("✗ (ไม่ระบุอีเมลในประกาศฯ)", "C"),
        ("✗", UNDETERMINED),
        ("", UNDETERMINED),
    ],
)
def test_joint_column_of_the_published_table(tmp_path: Path, cell: str, group: str) -> None:
    found = _classify(tmp_path, ["06480115", RIGHT, cell, "✓"], columns=JOINT_COLUMNS)
    assert found.agencies[0].group == group


def test_bare_cross_in_a_file_leaves_d_or_e_and_names_the_facts(tmp_path: Path) -> None:
    found = _classify(tmp_path, ["06480115", RIGHT, "✗", "✓"], columns=JOINT_COLUMNS)
    (agency,) = found.agencies
    assert agency.outcome.candidates == ("D1", "E")
    assert set(agency.outcome.missing) == {"notice", "posted"} or agency.outcome.missing == ("notice",)
    said = next(finding for finding in agency.findings if finding.code == "SB802").message("en")
    assert "D1 or E" in said


def test_outside_the_table_is_counted_under_its_own_name(tmp_path: Path) -> None:
    found = _classify(
        tmp_path,
        ["06480115", RIGHT, "✓", "✓", "✗", "", ""],
        ["06480115", RIGHT, "✓", "✗", "✗", "", ""],
        ["06480115", RIGHT, "✓", "✗", FULL, "", ""],
    )
    assert [agency.group for agency in found.agencies] == [OUTSIDE] * 3
    assert all("SB801" in [f.code for f in agency.findings] for agency in found.agencies)
    steps = [[step.key for step in agency.steps] for agency in found.agencies]
    assert steps == [["repair_mailbox"], ["post", "repair_mailbox"], ["post", "empty_mailbox"]]
    assert found.summary.outside == 3
    assert sum(found.summary.groups.values()) == 0


@pytest.mark.parametrize("cell", ["?", "#REF!"])
def test_upgrade_cell_that_cannot_be_read_leaves_w_possible(tmp_path: Path, cell: str) -> None:
    """Only a blank cell or a missing column means no."""
    found = _classify(tmp_path, ["06480115", RIGHT, "✓", "✓", "✓", cell, ""])
    assert found.agencies[0].group == UNDETERMINED
    assert found.agencies[0].outcome.candidates == ("A1", "W")


def test_nothing_is_ruled_out_for_a_damaged_row_least_of_all_w(tmp_path: Path) -> None:
    found = _classify(tmp_path, ["06480115", RIGHT])
    assert found.agencies[0].group == UNDETERMINED
    assert {"A1", "B1", "D1", "E", "W"} <= set(found.agencies[0].outcome.candidates)


# --- the smallest change ---------------------------------------------------------------------------------------


def _moves(folder: Path, row: list[str]) -> list[tuple[str, dict[str, str]]]:
    found = _classify(folder, ["", *row, ""])
    return [(move.group, dict(move.changes)) for move in moves(found.table, found.agencies[0])]


@pytest.mark.parametrize(
    ("group", "first", "changes"),
    [
        ("A2", "A1", {"delivery": "delivered"}),
        ("B1", "A1", {"address": "correct"}),
        ("D1", "A1", {"posted": "yes"}),
        ("W", "A1", {"upgraded": "no"}),
    ],
)
def test_one_change_leads_to_a1(tmp_path: Path, group: str, first: str, changes: dict[str, str]) -> None:
    assert _moves(tmp_path, ROW_OF_GROUP[group])[0] == (first, changes)


def test_a1_has_nowhere_better_to_go(tmp_path: Path) -> None:
    assert _moves(tmp_path, ROW_OF_GROUP["A1"]) == []


def test_moves_from_outside_the_table_lead_into_it(tmp_path: Path) -> None:
    assert _moves(tmp_path, [RIGHT, "✓", "✓", "✗", ""])[0] == ("A1", {"delivery": "delivered"})


def test_no_moves_where_a_fact_is_unknown(tmp_path: Path) -> None:
    assert _moves(tmp_path, [RIGHT, "✓", "✓", "", ""]) == []


@pytest.mark.parametrize("group", ["A2", "B1", "B2", "B3", "C", "D1", "D2", "D3", "E"])
def test_moves_are_the_smallest_by_brute_force(tmp_path: Path, group: str) -> None:
    """For each group within reach of improvements alone, none of fewer changes exists; nearest come first."""
    row = ROW_OF_GROUP[group]
    best = {"notice": True, "posted": True, "address": AddressState.CORRECT, "delivery": Delivery.DELIVERED}
    now: dict[str, object] = {
        "notice": row[1] == "✓",
        "posted": row[2] == "✓",
        "address": {RIGHT: AddressState.CORRECT, WRONG: AddressState.INCORRECT, "-": AddressState.MISSING}[row[0]],
        "delivery": {"✓": Delivery.DELIVERED, FULL: Delivery.FULL, "✗": Delivery.FAILED}[row[3]],
    }
    bad = [name for name in best if now[name] != best[name]]
    fewest: dict[str, int] = {}
    for count in range(1, len(bad) + 1):
        for changed in subsets(bad, count):
            then = {**now, **{name: best[name] for name in changed}}
            if then["address"] is AddressState.MISSING and then["delivery"] is not Delivery.FAILED:
                continue
            target = reference_group(False, **then)  # type: ignore[arg-type]
            if target not in (group, OUTSIDE):
                fewest.setdefault(target, count)
    moves = _moves(tmp_path, row)
    assert {to: len(changes) for to, changes in moves} == fewest
    assert [len(changes) for _, changes in moves] == sorted(len(changes) for _, changes in moves)
    for to, changes in moves:
        assert to != group
        assert set(changes) <= set(bad)
