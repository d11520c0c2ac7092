"""Which agency a row is about: the same in the next round, whatever row it then stands in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import CASES, read_cases

from saraban_check.checks.identity import agency_key, named_agency
from saraban_check.model.record import AgencyRecord
from saraban_check.reference.kinds import find_kind, kind_of_name, kinds
from saraban_check.reference.places import find_province, provinces


@pytest.mark.parametrize("case", read_cases(CASES / "identity.csv"), ids=lambda case: f"line{case['line']}")
def test_an_agency_has_one_key_however_it_is_written(case: dict[str, str]) -> None:
    record = AgencyRecord(
        row=7,
        code=case["code"] or None,
        name=case["name"],
        kind=find_kind(case["kind"]) if case["kind"] else kind_of_name(case["name"]),
        province=find_province(case["province"]),
        amphoe=case["amphoe"],
    )
    assert (agency_key(record) or "") == case["key"], case["note"]


@settings(deadline=None)
@given(
    st.text(),
    st.sampled_from([None, *kinds().values()]),
    st.sampled_from([None, *provinces().values()]),
    st.text(),
    st.integers(1, 9),
)
def test_any_name_gives_one_line_of_four_parts(
    name: str, kind: object, province: object, amphoe: str, row: int
) -> None:
    record = AgencyRecord(row=row, name=name, kind=kind, province=province, amphoe=amphoe)  # type: ignore[arg-type]
    key = agency_key(record)
    assert key == agency_key(record._replace(row=row + 1))
    if key is None:
        assert named_agency(record) is None
        return
    assert key.count("/") == 3
    assert len(key.splitlines()) == 1
    assert key == key.encode().decode().strip()
