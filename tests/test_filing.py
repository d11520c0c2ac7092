"""Whose a notice is: an agency of a list, by the file's name or the title; a line of `cases/filing.csv` each."""

import datetime
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support import CASES, read_cases

from saraban_check.checks.agency_record import agency_record
from saraban_check.model.notice import Document, DocumentKind, Notice
from saraban_check.model.record import AgencyRecord
from saraban_check.notices.reading import read_notice
from saraban_check.whose_notice.agencies import Agencies, FoundBy, Whose
from saraban_check.whose_notice.notices_of_list import NoticesOfList

LISTS: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "plain": (
        ("06480191", "อบต.ดอนสมมติ", "เมืองนครพนม", "นครพนม"),
        ("05480105", "เทศบาลตำบลบ้านจำลอง", "ท่าสมมติ", "นครพนม"),
        ("", "กรมสาธิต", "", ""),
        ("02500001", "อบจ.เชียงใหม่", "", "เชียงใหม่"),
        ("06480133", "อบต.ลาดจำลอง", "", "นครพนม"),
    ),
    "twins": (
        ("06480191", "อบต.ดอนสมมติ", "เมืองนครพนม", "นครพนม"),
        ("06470101", "อบต.ดอนสมมติ", "ท่าสมมติ", "สกลนคร"),
        ("06470202", "อบต.ดอนสมมติ", "หนองจำลอง", "สกลนคร"),
        ("05480105", "เทศบาลตำบลดอนสมมติ", "เมืองนครพนม", "นครพนม"),
    ),
    "names-only": (("", "อบต.ดอนสมมติ", "", ""), ("", "ทต.บ้านจำลอง (นครพนม)", "", ""), ("", "บ้านสาธิต", "", "")),
    "codes-only": (("06480191", "อบต.ดอนสมมติ", "", ""), ("06470101", "อบต.ดอนสมมติ", "", "")),
    "doubled": (("06480191", "อบต.ดอนสมมติ", "", "นครพนม"), ("06480191", "อบต.ดอนสมมติ", "", "นครพนม")),
    "elsewhere": (("06470101", "อบต.ดอนสมมติ", "ท่าสมมติ", "สกลนคร"),),
}
"""Code, name, district and province; the first stands in row 2."""
FILING_CASES = read_cases(CASES / "filing.csv")
BODY = "\nอาศัยอำนาจตามมาตรา ๑๐ แห่งพระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. ๒๕๖๕\nที่อยู่อีเมลกลาง "


def name_of(case: dict[str, str]) -> str:
    return f"line{case['line']}-{case['note'].replace(' ', '-')}"


def records_of(name: str) -> list[AgencyRecord]:
    fields = ("code", "name", "amphoe", "province")
    told = [{field: cell for field, cell in zip(fields, cells) if cell} for cells in LISTS[name]]
    return [agency_record(**known)._replace(row=row) for row, known in enumerate(told, start=2)]


SIGNED = "ประกาศ ณ วันที่ ๑๑ มกราคม พ.ศ. ๒๕๖๖\n(นายสมมติ ตัวอย่างดี)\nนายก อบต.ดอนสมมติ"
"""What a notice in force ends with."""


def notice_of(case: dict[str, str]) -> Notice | None:
    """The notice as it is read from a text with this title and these addresses; None where it cannot be read."""
    if case["title"] == "unreadable":
        return None
    subject = "เรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อหน่วยงาน"
    return read_notice(Document("-", DocumentKind.TEXT, f"{case['title']}\n{subject}{BODY}{case['addresses']}\n"))


def found(case: dict[str, str], records: list[AgencyRecord]) -> Whose:
    return Agencies(records).whose(case["file"], notice_of(case))


@pytest.mark.parametrize("case", FILING_CASES, ids=name_of)
def test_whose_a_notice_is(case: dict[str, str]) -> None:
    whose = found(case, records_of(case["list"]))
    row = "" if whose.record is None else str(whose.record.row)
    how = "" if whose.found_by is None else whose.found_by.value
    assert (row, how) == (case["row"], case["how"]), whose.why_not
    if row:
        assert whose.why_not is None
    else:
        assert whose.why_not is not None
        assert case["why"]
        assert case["why"] in whose.why_not.en
        assert whose.why_not.th
        assert "{" not in whose.why_not.th + whose.why_not.en


def test_every_way_has_a_case() -> None:
    assert {case["how"] for case in FILING_CASES} == {"", *(how.value for how in FoundBy)}


@pytest.mark.parametrize("case", FILING_CASES, ids=name_of)
def test_the_order_of_the_list_and_the_folder_change_nothing(case: dict[str, str]) -> None:
    records = records_of(case["list"])
    straight, turned = found(case, records), found(case, records[::-1])
    assert (straight.record, straight.found_by) == (turned.record, turned.found_by)
    inside = {**case, "file": str(PurePosixPath("06480133 อบต.ลาดจำลอง") / case["file"])}
    assert found(inside, records) == straight


OTHER_NAMES = st.text("กขคงจชดตถทนบปพมยรลวสหอ", min_size=3, max_size=12).map(lambda name: f"อบต.{name}ทดสอบ")


@given(case=st.sampled_from(FILING_CASES), name=OTHER_NAMES, number=st.integers(0, 99), first=st.booleans())
def test_an_agency_of_another_name_and_code_changes_nothing(
    case: dict[str, str], name: str, number: int, first: bool
) -> None:
    records = records_of(case["list"])
    other = agency_record(code=f"064899{number:02}", name=name, province="นครพนม")._replace(row=99)
    assert found(case, [other, *records] if first else [*records, other]) == found(case, records)


@given(st.text(max_size=60), st.sampled_from(sorted(LISTS)))
def test_no_file_name_breaks_it_and_what_is_found_is_of_the_list(name: str, which: str) -> None:
    records = records_of(which)
    whose = Agencies(records).whose(name, None)
    assert (whose.record is None) == (whose.why_not is not None)
    assert whose.record is None or whose.record.row in {record.row for record in records}


def test_the_cells_of_a_list_are_not_kept() -> None:
    record = records_of("plain")[0]._replace(cells=("x" * 1000,))
    whose = Agencies([record]).whose("06480191.pdf", None)
    assert whose.record is not None
    assert whose.record.cells == ()


@pytest.mark.parametrize(
    ("file", "title", "row"),
    [
        ("06480191.pdf", "ประกาศองค์การบริหารส่วนตำบลดอนสมมติ", 2),
        ("06480191.pdf", "ประกาศองค์การบริหารส่วนตำบลอื่นจำลอง", None),
        ("06480191.pdf", "ประกาศเทศบาลตำบลดอนสมมติ", 2),  # the name before or after an upgrade
    ],
)
def test_a_notice_whose_file_and_title_name_two_agencies_is_set_beside_neither(
    file: str, title: str, row: int | None
) -> None:
    notices = NoticesOfList(Agencies(records_of("plain")))
    notices.add(file, notice_of({"title": title, "addresses": f"saraban@songkhcity.go.th\n{SIGNED}"}))
    assert notices.matched == (row is not None)
    if row is not None:
        assert notices.of(row) is not None
    else:
        assert "อื่นจำลอง" in notices.unmatched[0].why.th


def test_of_one_day_the_text_comes_before_the_picture() -> None:
    """The signed scan and the document that it was made from: OCR may have misread the address."""
    text = notice_of({"title": "ประกาศองค์การบริหารส่วนตำบลดอนสมมติ", "addresses": "saraban_06480191@dla.go.th"})
    scan = notice_of({"title": "ประกาศองค์การบริหารส่วนตำบลดอนสมมติ", "addresses": "saraban_06480197@dla.go.th"})
    assert text is not None
    assert scan is not None
    day = datetime.date(2026, 1, 11)
    text = text._replace(date=day)
    scan = scan._replace(date=day, document=scan.document._replace(by_ocr=True))
    for order in ((text, scan), (scan, text)):
        notices = NoticesOfList(Agencies(records_of("plain")))
        for number, one in enumerate(order):
            notices.add(f"06480191-{number}.pdf", one)
        held = notices.of(2)
        assert held is not None
        assert held.addresses == ("saraban_06480191@dla.go.th",)
