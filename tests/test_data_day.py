"""The day that the data are of: who says it, where it is shown, and what a round is called by it."""

import datetime

import pytest

from saraban_check.comparison.standing import Round
from saraban_check.reference.days import abbreviated_day
from saraban_check.report.words.round_name import round_name, round_names

FEBRUARY, MARCH = datetime.date(2026, 2, 17), datetime.date(2026, 3, 4)


def a_round(file: str, as_of: datetime.date | None = None, sheet: str | None = None) -> Round:
    return Round(file, sheet, "2569-02-17", ("A1", "B1"), None, None, (), as_of=as_of)


@pytest.mark.parametrize(
    ("one", "th", "en"),
    [
        (a_round("x.csv", FEBRUARY), "รอบ 17 ก.พ. 2569", "round of 17 Feb 2026"),
        (a_round("x.csv", datetime.date(2025, 12, 1)), "รอบ 1 ธ.ค. 2568", "round of 1 Dec 2025"),
        (a_round("มีนาคม.xlsx"), "รอบ มีนาคม", "round มีนาคม"),
        (a_round("stdin"), "รอบ stdin", "round stdin"),
    ],
)
def test_a_round_is_called_by_the_day_of_its_data_else_by_its_file(one: Round, th: str, en: str) -> None:
    assert round_name(one) == (th, en)


def test_rounds_of_two_days_need_nothing_more() -> None:
    names = round_names([a_round("a.csv", FEBRUARY), a_round("a.csv", MARCH)])
    assert [name.th for name in names] == ["รอบ 17 ก.พ. 2569", "รอบ 4 มี.ค. 2569"]


@pytest.mark.parametrize(
    ("rounds", "named"),
    [
        ([a_round("a.csv", MARCH), a_round("b.csv", MARCH)], ["รอบ 4 มี.ค. 2569 (a.csv)", "รอบ 4 มี.ค. 2569 (b.csv)"]),
        ([a_round("a.csv"), a_round("a.xlsx")], ["รอบ a (a.csv)", "รอบ a (a.xlsx)"]),
        ([a_round("a.xlsx", None, "1"), a_round("a.xlsx", None, "2")], ["รอบ a (1)", "รอบ a (2)"]),
        ([a_round("1.csv"), a_round("1.csv"), a_round("c.csv")], ["รอบ 1 (1)", "รอบ 1 (2)", "รอบ c"]),
        ([a_round("a.csv", MARCH), a_round("a.csv", FEBRUARY), a_round("b.csv")],
         ["รอบ 4 มี.ค. 2569", "รอบ 17 ก.พ. 2569", "รอบ b"]),
    ],
)  # fmt: skip
def test_no_two_rounds_have_one_name(rounds: list[Round], named: list[str]) -> None:
    assert [name.th for name in round_names(rounds)] == named


def test_every_month_has_its_short_name() -> None:
    days = [abbreviated_day(datetime.date(2026, month, 9)) for month in range(1, 13)]
    assert len({day.th for day in days}) == len({day.en for day in days}) == 12
    assert days[4] == ("9 พ.ค. 2569", "9 May 2026")
