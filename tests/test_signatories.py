"""Whether who signs is the head of the agency or acts for the head: positions as papers write them."""

import pytest
from tests.support import CASES, read_cases

from saraban_check.notices.heads import signs_for_head
from saraban_check.notices.persons import position_alone
from saraban_check.reference.agency_heads import AgencySort, agency_sorts

VERDICTS = {"yes": True, "no": False, "unknown": None}


@pytest.mark.parametrize("case", read_cases(CASES / "signatories.csv"), ids=lambda case: f"line{case['line']}")
def test_who_signs_for_the_head(case: dict[str, str]) -> None:
    assert signs_for_head(case["position"], case["agency"]) is VERDICTS[case["for_head"]]


@pytest.mark.parametrize("sort", agency_sorts(), ids=lambda sort: str(sort.begins))
def test_every_head_of_the_table_signs_and_so_does_who_acts_for_one(sort: AgencySort) -> None:
    agency = f"{sort.begins}สาธิตจำลอง"
    for head in sort.heads_of(agency):
        assert signs_for_head(head, agency), head
        assert signs_for_head(f"เจ้าพนักงานธุรการชำนาญงาน รักษาราชการแทน {head}", agency), head


@pytest.mark.parametrize(
    "title",
    [
        *("ผู้ช่วยศาสตราจารย์", "รองศาสตราจารย์ ดร.", "นายแพทย์", "แพทย์หญิง", "ทันตแพทย์", "เภสัชกรหญิง", "ว่าที่ร้อยตรี"),
        *("พันจ่าเอก", "จ่าสิบเอก", "พลอากาศเอก", "นาวาตรี", "หม่อมหลวง", "พระครู", "นาย", "นางสาว"),
    ],
)
def test_a_title_begins_a_name_and_no_position(title: str) -> None:
    assert position_alone(f"{title}สมมติ จำลอง") == ""
    assert position_alone(f"นายกเทศมนตรีตำบลสมมติ {title}สมมติ จำลอง") == "นายกเทศมนตรีตำบลสมมติ"
