"""How a part of a list stands beside the whole: shares, ranks with ties, and the sentence."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saraban_check.checks.standing import Standing, Tally, standings
from saraban_check.model.text import Text
from saraban_check.report.words.standing_texts import PROVINCE_NAME, standing_text

CASES = [
    # tallies, {key: (rank, of, equal)}
    ({"a": (9, 10), "b": (5, 10), "c": (1, 10)}, {"a": (1, 3, 0), "b": (2, 3, 0), "c": (3, 3, 0)}),
    ({"a": (1, 2), "b": (50, 100), "c": (0, 3)}, {"a": (1, 3, 1), "b": (1, 3, 1), "c": (3, 3, 0)}),
    ({"a": (1, 3), "b": (2, 6), "c": (3, 9), "d": (1, 1)}, {"a": (2, 4, 2), "c": (2, 4, 2), "d": (1, 4, 0)}),
    ({"a": (0, 5), "b": (0, 7)}, {"a": (1, 2, 1), "b": (1, 2, 1)}),
    ({"a": (5, 5), "": (7, 7)}, {"a": (None, 1, 0), "": (None, 1, 0)}),
    ({"a": (5, 5), "b": (0, 0), "c": (1, 5)}, {"a": (1, 2, 0), "b": (None, 2, 0), "c": (2, 2, 0)}),
    ({"": (7, 7)}, {"": (None, 0, 0)}),
    ({}, {}),
]


@pytest.mark.parametrize(("tallies", "expected"), CASES)
def test_rank(tallies: dict[str, tuple[int, int]], expected: dict[str, tuple[int | None, int, int]]) -> None:
    found = standings({key: Tally(*tally) for key, tally in tallies.items()})
    assert {key: (found[key].rank, found[key].of, found[key].equal) for key in expected} == expected
    assert {key: tuple(one.own) for key, one in found.items()} == tallies
    whole = tuple(map(sum, zip((0, 0), *tallies.values(), strict=True)))
    assert all(tuple(one.whole) == whole for one in found.values())


TALLY = st.integers(1, 200).flatmap(lambda total: st.integers(0, total).map(lambda done: Tally(done, total)))


@given(st.dictionaries(st.text("abcd", min_size=1, max_size=3), TALLY, min_size=2, max_size=40))
def test_rank_is_one_more_than_those_with_a_larger_share(tallies: dict[str, Tally]) -> None:
    shares = {key: Fraction(*tally) for key, tally in tallies.items()}
    for key, one in standings(tallies).items():
        assert one.rank == 1 + sum(share > shares[key] for share in shares.values())
        assert one.equal == sum(share == shares[key] for share in shares.values()) - 1


NAKHON_PHANOM = PROVINCE_NAME.fill(name=Text("นครพนม", "Nakhon"))
OWN, WHOLE = Tally(101, 104), Tally(6253, 7842)
SENTENCES = [
    (
        Standing(OWN, WHOLE, 12, 77),
        "จังหวัดนครพนม มีหน่วยงานในกลุ่ม A จำนวน 101 จาก 104 แห่ง (97.1%) อันดับที่ 12 จาก 77 จังหวัด ส่วนทั้งประเทศ 79.7%",
        "Nakhon province: 101 of 104 agencies are in group A (97.1%), rank 12 of 77 provinces; the country: 79.7%",
    ),
    (
        Standing(OWN, WHOLE, 3, 76, 2),
        "จังหวัดนครพนม มีหน่วยงานในกลุ่ม A จำนวน 101 จาก 104 แห่ง (97.1%) "
        "อันดับที่ 3 (ร่วมกับอีก 2 จังหวัด) จาก 76 จังหวัด ส่วนทั้งประเทศ 79.7%",
        "Nakhon province: 101 of 104 agencies are in group A (97.1%), rank 3 (shared with 2 other provinces) of 76 "
        "provinces; the country: 79.7%",
    ),
    (
        Standing(OWN, WHOLE, 2, 5),
        "จังหวัดนครพนม มีหน่วยงานในกลุ่ม A จำนวน 101 จาก 104 แห่ง (97.1%) อันดับที่ 2 จาก 5 จังหวัด ส่วนทั้งบัญชีรายชื่อ 79.7%",
        "Nakhon province: 101 of 104 agencies are in group A (97.1%), rank 2 of 5 provinces; the whole list: 79.7%",
    ),
    (
        Standing(OWN, OWN, None, 1),
        "จังหวัดนครพนม มีหน่วยงานในกลุ่ม A จำนวน 101 จาก 104 แห่ง (97.1%)",
        "Nakhon province: 101 of 104 agencies are in group A (97.1%)",
    ),
]


@pytest.mark.parametrize(("standing", "thai", "english"), SENTENCES)
def test_sentence(standing: Standing, thai: str, english: str) -> None:
    assert standing_text(NAKHON_PHANOM, standing) == Text(thai, english)


def test_a_share_is_never_rounded_to_all() -> None:
    said = standing_text(NAKHON_PHANOM, Standing(Tally(2999, 3000), Tally(0, 9000), 1, 77)).th
    assert "(99.9%)" in said
    assert said.endswith("ทั้งประเทศ 0.0%")
