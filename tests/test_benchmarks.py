"""The table that the benchmarks write, the model of typing, and what is counted of mistyped addresses."""

import platform
import re
from pathlib import Path

import pytest
from benchmarks.invented import invented
from benchmarks.mistyping.keyboard import beside, in_thai
from benchmarks.mistyping.model import SLIPS, Mistyped
from benchmarks.mistyping.parts import DLA, LGO, Parts, is_hidden
from benchmarks.suggestions import OUTCOMES, SETTINGS, Case, Tally, cases, lines_of, measure
from benchmarks.table import (
    BEGIN,
    END,
    README,
    DamagedTableError,
    Line,
    Row,
    as_ratio,
    commit,
    machine,
    read_rows,
    show,
    with_rows,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from saraban_check import check_address

EMPTY = f"# Title\n\n{BEGIN}\n{END}\n\nAfter | it.\n"
ONE = Row("2026-11-28", "abc1234", "CPU, 2 cores, CPython 3.11.7, load 1", "address A", "floor", "1.5", "<= 1.6")
OTHER = ONE._replace(job="--version")
DLA_PARTS = Parts("saraban", "_", "06480191", DLA)
LGO_PARTS = Parts("saraban", "-", "photong", LGO)
OWN_PARTS = Parts("saraban", "", "", "bansathit.go.th")


def test_a_row_measured_again_takes_the_place_of_its_former_self() -> None:
    again = ONE._replace(date="2026-11-29", machine="CPU, 2 cores, CPython 3.11.7, load 5", ratio="1.4")
    assert read_rows(with_rows(with_rows(EMPTY, [ONE, OTHER]), [again])) == [again, OTHER]


@pytest.mark.parametrize("field", ["commit", "machine"])
def test_another_commit_or_machine_stands_below_the_rows_of_its_job(field: str) -> None:
    another = ONE._replace(**{field: "another"})
    assert read_rows(with_rows(with_rows(EMPTY, [ONE, OTHER]), [another])) == [ONE, another, OTHER]


@pytest.mark.parametrize("field", ["job", "against"])
def test_another_job_or_peer_stands_at_the_end(field: str) -> None:
    another = ONE._replace(**{field: "another"})
    assert read_rows(with_rows(with_rows(EMPTY, [ONE, OTHER]), [another])) == [ONE, OTHER, another]


def test_nothing_outside_the_markers_changes() -> None:
    text = with_rows(EMPTY, [ONE])
    assert text.startswith(f"# Title\n\n{BEGIN}\n| date |")
    assert text.endswith(f"\n{END}\n\nAfter | it.\n")
    assert with_rows(text, []) == text


def test_of_each_job_the_first_row_and_the_newest_stay() -> None:
    rounds = [ONE._replace(commit=name) for name in ("first", "second", "third")]
    assert read_rows(with_rows(EMPTY, [*rounds, OTHER])) == [rounds[0], rounds[2], OTHER]
    again = rounds[0]._replace(ratio="1.3")
    assert read_rows(with_rows(with_rows(EMPTY, rounds), [again])) == [again, rounds[2]]


@settings(max_examples=50, deadline=None, derandomize=True, database=None)
@given(st.lists(st.tuples(*[st.text(st.characters(codec="utf-8"), max_size=12)] * 7), max_size=5))
def test_any_text_comes_back_on_one_line(cells: list[tuple[str, ...]]) -> None:
    rows = [Row(*(" ".join(cell.split()) for cell in row)) for row in cells]
    found = read_rows(with_rows(EMPTY, rows))
    assert {(row.job, row.against) for row in found} == {(row.job, row.against) for row in rows}
    assert set(found) <= set(rows)
    assert rows == [] or rows[-1] in found


@pytest.mark.parametrize("text", ["", BEGIN, END, f"{END}\n{BEGIN}", f"{BEGIN}\n| a |\n| - |\n| only one |\n{END}\n"])
def test_a_damaged_table_is_not_written_over(text: str) -> None:
    with pytest.raises(DamagedTableError):
        with_rows(text, [ONE])


def test_our_own_table_is_as_the_program_writes_it() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_rows(text, []) == text
    rows = read_rows(text)
    assert len({row.place for row in rows}) == len(rows) > 50
    assert all(row.job and row.ratio for row in rows)


def test_a_machine_has_neither_name_nor_path() -> None:
    said = machine()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    assert re.search(rf"^\S.*, [0-9]+ cores, {re.escape(python)}, load [0-9]+$", said)
    assert "/" not in said
    assert platform.node() not in said or not platform.node()


def test_only_what_was_measured_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(EMPTY, encoding="utf-8")
    lines = [
        Line("good", "floor", "1.5", "<= 1.6", True, "3 s : 2 s", "1.4 – 1.6"),
        Line("no peer", "peer", "", "<= 1/6"),
        Line("a detail", "–", "9 s", kept=False),
        Line("no goal", "–", "5 s"),
    ]
    assert show(lines, False, readme) == 0
    assert readme.read_text(encoding="utf-8") == EMPTY
    assert show([*lines, Line("bad", "floor", "1.7", "<= 1.6", False)], True, readme) == 1
    rows = read_rows(readme.read_text(encoding="utf-8"))
    assert [(row.job, row.against, row.ratio, row.goal) for row in rows] == [
        ("good", "floor", "1.5 (1.4 – 1.6)", "<= 1.6"),
        ("no goal", "–", "5 s", ""),
        ("bad", "floor", "1.7", "<= 1.6"),
    ]
    assert {row.commit for row in rows} == {commit()}
    assert {row.machine.rpartition(",")[0] for row in rows} == {machine().rpartition(",")[0]}
    printed = capsys.readouterr().out
    assert "| good | floor | 3 s : 2 s | 1.5 | 1.4 – 1.6 | <= 1.6 | ok |" in printed
    assert "| no peer | peer |  |  |  | <= 1/6 | not installed |" in printed
    assert "| bad | floor |  | 1.7 |  | <= 1.6 | short |" in printed


@pytest.mark.parametrize(("value", "said"), [(1.0, "1"), (6.124, "6.12"), (0.2, "1/5"), (1 / 6.25, "1/6.25"), (0, "0")])
def test_ratios_below_one_are_fractions(value: float, said: str) -> None:
    assert as_ratio(value) == said


# The model of typing, and what is counted


@pytest.mark.parametrize(
    ("meant", "typed", "hidden"),
    [
        (DLA_PARTS, DLA_PARTS._replace(name="06480192"), True),
        (DLA_PARTS, DLA_PARTS._replace(name="0648 0192", word="sarabun"), True),
        (DLA_PARTS, DLA_PARTS._replace(name="6480191"), False),
        (DLA_PARTS, DLA_PARTS._replace(name="O648O191"), False),
        (DLA_PARTS, DLA_PARTS._replace(name="06990191"), False),
        (DLA_PARTS, DLA_PARTS._replace(domain="dia.go.th"), False),
        (LGO_PARTS, LGO_PARTS._replace(name="photog"), True),
        (LGO_PARTS, LGO_PARTS._replace(mark="-p"), True),
        (LGO_PARTS, LGO_PARTS._replace(domain="www.lgo.mail.go.th"), False),
        (OWN_PARTS, OWN_PARTS._replace(domain="bansathi.go.th"), True),
        (OWN_PARTS, OWN_PARTS._replace(domain="bansathit.goth"), False),
        (OWN_PARTS, OWN_PARTS._replace(domain="bansathit.go.th.com"), False),
        (OWN_PARTS, OWN_PARTS._replace(domain="www.bansathit.go.th"), False),
    ],
)
def test_hidden_is_only_what_makes_another_possible_address(meant: Parts, typed: Parts, hidden: bool) -> None:
    assert is_hidden(meant, typed) is hidden


def test_the_thai_layout_types_what_kedmanee_has_on_the_keys() -> None:
    assert in_thai("saraban_2@") == "หฟพฟิฟื๘/๑"
    assert set(beside("d")) == set("sferxc")


def test_the_same_seed_mistypes_the_same_and_every_slip_is_made() -> None:
    agencies = invented(1)
    made = list(cases(agencies, 1, 3000))
    assert made == list(cases(agencies, 1, 3000))
    assert {name for case in made for name in case.slip.slips} == {slip.name for slip in SLIPS}
    assert all(case.slip.typed != case.meant for case in made)
    assert 0.08 < sum(case.slip.kind == "two slips" for case in made) / len(made) < 0.12


def test_some_mistyped_addresses_come_out_as_the_goals_say() -> None:
    tallies = measure(invented(7), 7, 120)
    assert [tally.total for tally in tallies] == [120] * 3
    assert all(tally.sum(*OUTCOMES) == 120 for tally in tallies)
    assert [line.ok for line in lines_of(tallies)] == [None, None, True, True, None, None]


def _oks(typed: str) -> list[bool | None]:
    """What the goals say where this is typed by one agency, alone and with its record: accepted, first suggestion."""
    agency = next(agency for agency in invented(7) if agency.meant.form == "dla")
    case = Case(agency, Mistyped(agency.meant, typed, ("digit changed",), hidden=True))
    tallies = [Tally(setting) for setting in SETTINGS[:2]]
    for tally in tallies:
        tally.add(case, check_address(typed), frozenset())  # without the record: as if the checker did not look at it
    return [line.ok for line in lines_of(tallies)]


def test_one_address_accepted_as_another_or_one_wrong_suggestion_is_too_much() -> None:
    assert _oks("saraban_06489951@dla.go.th") == [None, None, False, True]
    assert _oks("saraban_6489951@dla.go.th") == [None, None, True, False]
    assert _oks("-") == [None, None, True, True]
