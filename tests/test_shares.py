"""Shares in per cent: 100.0% is said of all, and 0.0% of none, and of nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saraban_check.report.words.shares import share_text


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (0, 0, "–"),
        (0, 3000, "0.0%"),
        (1, 3000, "0.1%"),
        (4, 5, "80.0%"),
        (2, 3, "66.7%"),
        (2999, 3000, "99.9%"),
        (3000, 3000, "100.0%"),
        (999_999, 1_000_000, "99.9%"),
    ],
)
def test_a_share(part: int, whole: int, said: str) -> None:
    assert share_text(part, whole) == said


@given(st.integers(1, 10**7), st.data())
def test_all_is_said_of_all_and_nothing_of_none(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    assert (share_text(part, whole) == "100.0%") == (part == whole)
    assert (share_text(part, whole) == "0.0%") == (part == 0)
