"""What a mistyped code can stand for, and that a long text in its place costs no more than a code does."""

import tracemalloc

import pytest

from saraban_check import check_address
from saraban_check.address.codes import codes_meant

LONG = {
    "digits": "0648011548" * 3_000,
    "one digit": "1" * 30_000,
    "digits and hyphens": "0-" * 15_000,
    "digits and letters": "0648O1l5" * 4_000,
    "ten digits": "0648011548",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_text_too_long_for_a_code_means_none(text: str) -> None:
    assert codes_meant(text, None, None) == ()


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
@pytest.mark.parametrize("typed", ["saraban_{}@dla.go.th", "{}@dla.go.th", "saraban-{}@lgo.mail.go.th", "saraban_{}"])
def test_a_long_number_takes_no_more_memory_than_its_length_allows(typed: str, text: str) -> None:
    tracemalloc.start()
    try:
        check_address(typed.format(text))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 8 * 2**20


@pytest.mark.parametrize("typed", ["06480115", "6480115", "0648O115", "064-80115", "06480115x"])
def test_a_code_with_one_slip_is_still_set_right(typed: str) -> None:
    assert codes_meant(typed, None, None) == ("06480115",)
