"""The head of each sort of agency, by its name."""

import pytest
from tests.support import CASES, read_cases

from saraban_check.reference.agency_heads import agency_sorts, sort_of


@pytest.mark.parametrize("case", read_cases(CASES / "agency_heads.csv"), ids=lambda case: str(case["agency"]))
def test_the_head_of_an_agency(case: dict[str, str]) -> None:
    sort = sort_of(case["agency"])
    assert ("" if sort is None else sort.head_of(case["agency"])) == case["head"]
    heads = () if sort is None else sort.heads_of(case["agency"])
    wanted = {position for position in (case["head"], case["also"]) if position}
    assert wanted <= set(heads)
    assert bool(wanted) == bool(heads)


def test_every_sort_has_a_head_and_no_word_stands_twice() -> None:
    sorts = agency_sorts()
    assert len({sort.begins for sort in sorts}) == len(sorts)
    assert all(sort.heads_of(f"{sort.begins}สมมติ") for sort in sorts)
