"""Status and code cells as people fill them in: what each reads as (decisions: Lists)."""

import datetime
from collections.abc import Callable

import pytest
from tests.support import CASES, read_cases

from saraban_check.intake.cells import (
    NoticeCell,
    YesNo,
    as_text,
    is_cell_error,
    read_code,
    read_delivery,
    read_notice_and_posted,
    read_upgraded,
    read_yes_no,
)

CELLS = read_cases(CASES / "cells.csv")
KINDS = {"yes_no", "delivery", "joint", "upgraded", "code"}


def _said(value: bool | None) -> str:
    return {True: "yes", False: "no", None: "unknown"}[value]


def _joint(cell: NoticeCell) -> str:
    """The facts that the joint cell settles; `both` only where it says that one of the two is missing."""
    facts = {"notice": cell.notice, "posted": cell.posted, "states": cell.states_address}
    settled = [f"{name}={_said(value)}" for name, value in facts.items() if value is not None]
    return " ".join([*settled, *(["both=no"] if cell.both is False else [])])


def _yes_no(read: Callable[[str], YesNo], cell: str) -> tuple[str, bool]:
    said = read(cell)
    return _said(said.value), said.understood


def _read(kind: str, cell: str) -> tuple[str, bool]:
    if kind == "yes_no":
        return _yes_no(read_yes_no, cell)
    if kind == "upgraded":
        return _yes_no(read_upgraded, cell)
    if kind == "delivery":
        delivery = read_delivery(cell)
        return delivery.value.value, delivery.understood
    if kind == "joint":
        joint = read_notice_and_posted(cell)
        return _joint(joint), joint.understood
    code = read_code(cell)
    return code.value or "", code.understood


@pytest.mark.parametrize("case", CELLS, ids=lambda case: f"line{case['line']}-{case['kind']}-{case['value']}")
def test_cell_reads_as(case: dict[str, str]) -> None:
    value, understood = _read(case["kind"], case["cell"])
    assert value == case["value"], f"{case['cell']!r}: {case['note']}"
    assert understood is (case["understood"] == "yes"), f"{case['cell']!r}: {case['note']}"


def test_case_file_covers_every_kind_of_cell() -> None:
    assert {case["kind"] for case in CELLS} == KINDS


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5471201, "5471201"),
        (5471201.0, "5471201"),
        (12.5, "12.5"),
        (None, ""),
        (True, "TRUE"),
        (False, "FALSE"),
        (datetime.datetime(2026, 2, 17), "2026-02-17"),  # noqa: DTZ001  (a cell's date has no zone)
        (datetime.date(2026, 2, 17), "2026-02-17"),
        (" saraban ", " saraban "),
    ],
)
def test_workbook_value_as_text(value: object, text: str) -> None:
    assert as_text(value) == text


def test_number_cell_of_a_code_column_gets_its_zero_back() -> None:
    assert read_code(as_text(5471201.0)).value == "05471201"


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#ref!"])
def test_spreadsheet_error_is_recognised(text: str) -> None:
    assert is_cell_error(text)


@pytest.mark.parametrize("text", ["", "#", "#1", "N/A", "saraban_06480115@dla.go.th"])
def test_other_text_is_no_spreadsheet_error(text: str) -> None:
    assert not is_cell_error(text)
