"""The table that the benchmarks write: what is measured again, what is new, and that nothing else changes."""

import platform
import re
from pathlib import Path

import pytest
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

EMPTY = f"# Title\n\n{BEGIN}\n{END}\n\nAfter | it.\n"
ONE = Row("2026-11-28", "abc1234", "CPU, 2 cores, CPython 3.11.7, load 1", "address A", "floor", "1.5", "<= 1.6")
OTHER = ONE._replace(job="--version")


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


@settings(max_examples=50, deadline=None, derandomize=True, database=None)
@given(st.lists(st.tuples(*[st.text(st.characters(codec="utf-8"), max_size=12)] * 7), max_size=5))
def test_any_text_comes_back_on_one_line(cells: list[tuple[str, ...]]) -> None:
    rows = [Row(*(" ".join(cell.split()) for cell in row)) for row in cells]
    found = read_rows(with_rows(EMPTY, rows))
    assert {row.place for row in found} == {row.place for row in rows}
    assert set(found) <= set(rows)


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
        ("good", "floor", "1.5", "<= 1.6"),
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
