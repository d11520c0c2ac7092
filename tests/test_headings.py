"""Where the header stands and which column holds which field, in Thai and in English (decisions: Lists)."""

from pathlib import Path

import pytest
from tests.support import CASES, read_cases

from saraban_check import InputError, RequestError, classify
from saraban_check.intake.headings import Header, field_of_heading, find_header, read_mapping, require_header
from saraban_check.model.record import FIELDS

THAI = ["ลำดับ", "รหัส อปท.", "ชื่อหน่วยงาน", "จังหวัด", "เว็บไซต์", "อีเมล", "มีประกาศฯ ม.10", "สถานะการส่งอีเมล"]
ENGLISH = ["No.", "Code", "Agency name", "Province", "Website", "E-mail", "Notice", "Delivery status"]
MEANT = ["number", "code", "name", "province", "website", "address", "notice", "delivery"]
DATA = ["1", "6480115", "อบต.ดอนสมมติ", "นครพนม", "", "saraban_06480115@dla.go.th", "✓", "✓"]
NO_MAP: dict[str, str] = {}


def _header(*rows: list[str], mapping: dict[str, str] = NO_MAP) -> Header:
    header = find_header(rows, mapping)
    assert header is not None
    return header


@pytest.mark.parametrize("case", read_cases(CASES / "headings.csv"), ids=lambda case: f"line{case['line']}")
def test_heading_names_its_field(case: dict[str, str]) -> None:
    field, sureness = field_of_heading(case["heading"])
    assert (field or "") == case["field"], case["note"]
    assert (sureness > 0) is (field is not None)


def test_every_field_has_a_heading_in_both_alphabets() -> None:
    cases = read_cases(CASES / "headings.csv")
    assert {case["field"] for case in cases} - {""} == set(FIELDS)


@pytest.mark.parametrize("names", [THAI, ENGLISH], ids=["Thai", "English"])
def test_header_in_the_first_row(names: list[str]) -> None:
    header = _header(names, DATA)
    assert (header.first, header.last) == (0, 0)
    assert header.columns == {field: index for index, field in enumerate(MEANT)}
    assert header.names == tuple(names)


@pytest.mark.parametrize("names", [THAI, ENGLISH], ids=["Thai", "English"])
def test_titles_and_blank_rows_may_stand_above(names: list[str]) -> None:
    title = ["บัญชีรายชื่อหน่วยงานและอีเมลสารบรรณกลาง", *[""] * 7]
    date = ["ข้อมูล ณ วันที่ 17 กุมภาพันธ์ 2569", *[""] * 7]
    header = _header(title, date, [""] * 8, names, DATA)
    assert (header.first, header.last) == (3, 3)
    assert header.columns["address"] == 5


def test_a_title_that_is_itself_a_heading_does_not_win() -> None:
    """A lone “อีเมล” above the table names one field; the row below names eight."""
    header = _header(["อีเมล"], THAI, DATA)
    assert header.last == 1
    assert header.columns["address"] == 5


def test_column_order_does_not_matter() -> None:
    header = _header(THAI[::-1], DATA[::-1])
    assert header.columns == {field: 7 - index for index, field in enumerate(MEANT)}


def test_two_header_rows_with_merged_cells_are_read_as_one() -> None:
    upper = ["ลำดับ", "ชื่อหน่วยงาน", "อีเมล", "ประกาศฯ", "", "สถานะการส่งอีเมล"]
    lower = ["", "", "", "มีประกาศฯ ม.10", "ลงข้อมูลในระบบ info.go.th", ""]
    data = ["1", "อบต.ดอนสมมติ", "saraban_06480115@dla.go.th", "✓", "✓", "✓"]
    header = _header(upper, lower, data)
    assert (header.first, header.last) == (0, 1)
    assert header.columns == {"number": 0, "name": 1, "address": 2, "notice": 3, "posted": 4, "delivery": 5}
    assert header.names[3:5] == ("มีประกาศฯ ม.10", "ลงข้อมูลในระบบ info.go.th")


def test_two_header_rows_in_english() -> None:
    upper = ["Agency name", "E-mail", "Section 10", ""]
    lower = ["", "", "Notice", "Posted"]
    header = _header(upper, lower, ["Don Sommut", "saraban_06480115@dla.go.th", "yes", "yes"])
    assert (header.first, header.last) == (0, 1)
    assert header.columns == {"name": 0, "address": 1, "notice": 2, "posted": 3}


def test_first_data_row_is_never_taken_for_a_second_header_row() -> None:
    """Its cells are values, and one of them is an address."""
    header = _header(THAI, DATA, DATA)
    assert header.last == 0


def test_row_of_ticks_is_no_header_row() -> None:
    header = _header(["ชื่อหน่วยงาน", "อีเมล", "มีประกาศฯ ม.10"], ["อบต.ดอนสมมติ", "", "มี"])
    assert header.last == 0


ANSWERED = {
    "kind": (
        ["ชื่อหน่วยงาน", "จังหวัด", "อีเมล", "ผลตรวจสอบ"],
        ["อบต.ท่าข้าม", "นครพนม", "-", "มีประกาศ"],
        ["อบต.ท่าเรือ", "นครพนม", "saraban_06480192@dla.go.th", "มีประกาศ"],
    ),
    "system": (
        ["ชื่อหน่วยงาน", "จังหวัด", "อีเมล", "ผลการตรวจ"],
        ["อบต.ท่าข้าม", "นครพนม", "ไม่มี", "ลงในระบบ info.go.th"],
        ["อบต.ท่าเรือ", "นครพนม", "saraban_06480192@dla.go.th", "ไม่ลงในระบบ info.go.th"],
    ),
    "code": (
        ["รหัส อปท.", "ชื่อหน่วยงาน", "อีเมล", "ผลตรวจสอบ"],
        ["6480191", "ท่าข้าม", "-", "มีประกาศ"],
        ["6480192", "ท่าเรือ", "-", "ไม่มีประกาศ"],
    ),
    "central": (
        ["ชื่อหน่วยงาน", "อีเมล", "ผลตรวจสอบ"],
        ["กรมทดสอบระบบ", "-", "มีประกาศ"],
        ["กรมทดสอบงาน", "-", "ไม่มี"],
    ),
    "province": (
        ["ชื่อหน่วยงาน", "จังหวัด", "อีเมล", "ผลตรวจสอบ"],
        ["ท่าข้าม", "นครพนม", "-", "มีประกาศ"],
        ["ท่าเรือ", "ลพบุรี", "-", "ไม่มีประกาศ"],
    ),
    "a name and an answer": (
        ["ชื่อหน่วยงาน", "อีเมล", "ผลตรวจสอบ"],
        ["ท่าข้าม", "", "มีประกาศ"],
        ["ท่าเรือ", "", "ไม่มีประกาศ"],
    ),
    "again below": (
        ["ชื่อหน่วยงาน", "อีเมล", "ผลตรวจสอบ", "ช่องทาง"],
        ["", "", "มีประกาศ", "เว็บไซต์"],
        ["ท่าเรือ", "", "มีประกาศ", "เว็บไซต์"],
    ),
}


@pytest.mark.parametrize("name", ANSWERED)
def test_first_agency_is_no_second_header_row(name: str) -> None:
    """Its answers are the same words as headings are."""
    assert _header(*ANSWERED[name]).last == 0


def test_second_header_row_may_come_again_on_the_next_page() -> None:
    upper, lower = ["ชื่อหน่วยงาน", "อีเมล", "ประกาศฯ", ""], ["", "", "มีประกาศ", "ลงใน info.go.th"]
    data = ["อบต.ท่าข้าม", "saraban_06480191@dla.go.th", "✓", "✓"]
    assert _header(upper, lower, data, upper, lower, data).last == 1


def test_first_of_two_equal_headings_is_used() -> None:
    header = _header(["ชื่อหน่วยงาน", "อีเมล", "อีเมล"], ["อบต.ดอนสมมติ", "saraban_06480115@dla.go.th", ""])
    assert header.columns["address"] == 1


def test_first_of_two_names_of_one_field_is_used() -> None:
    header = _header(["อีเมล", "E-mail", "จังหวัด"])
    assert header.columns["address"] == 0


def test_exact_heading_beats_one_that_only_begins_like_it() -> None:
    header = _header(["สถานะการส่งอีเมล ณ 17 ก.พ. 69", "อีเมล", "สถานะการส่งอีเมล"])
    assert header.columns["delivery"] == 2


def test_no_address_column_is_no_header() -> None:
    assert find_header([["ลำดับ", "ชื่อหน่วยงาน"], ["1", "อบต.ดอนสมมติ"]], NO_MAP) is None


def test_missing_address_column_is_one_sentence_that_names_the_headings_found() -> None:
    with pytest.raises(InputError) as error:
        require_header([["ลำดับ", "ชื่อหน่วยงาน"], ["1", "อบต.ดอนสมมติ"]], NO_MAP, "list.csv")
    for lang in ("th", "en"):
        said = error.value.say(lang)
        assert "list.csv" in said
        assert "ชื่อหน่วยงาน" in said
        assert "--map address=" in said


def test_map_names_a_column_that_is_not_recognised() -> None:
    header = _header(["หน่วยงาน", "ช่องทางติดต่อ"], ["อบต.ดอนสมมติ", "x"], mapping={"address": "ช่องทางติดต่อ"})
    assert header.columns == {"name": 0, "address": 1}


def test_map_beats_what_would_be_recognised() -> None:
    header = _header(["อีเมล", "ช่องทางติดต่อ"], mapping={"address": "ช่องทางติดต่อ"})
    assert header.columns["address"] == 1


def test_map_can_turn_a_recognised_column_into_another_field() -> None:
    header = _header(["อีเมล", "อีเมลหน่วยงาน"], mapping={"issued": "อีเมลหน่วยงาน"})
    assert header.columns == {"address": 0, "issued": 1}


def test_map_is_read_without_case_and_spaces() -> None:
    header = _header(["name", "Contact  Channel"], mapping={"address": "contact channel"})
    assert header.columns["address"] == 1


def test_map_to_a_heading_that_does_not_exist_is_refused() -> None:
    with pytest.raises(RequestError) as error:
        require_header([THAI, DATA], {"address": "ไม่มีหัวนี้"}, "list.csv")
    for lang in ("th", "en"):
        assert "ไม่มีหัวนี้" in error.value.say(lang)
        assert "list.csv" in error.value.say(lang)


@pytest.mark.parametrize("field", FIELDS)
def test_map_setting_for_every_field(field: str) -> None:
    assert read_mapping([f"{field}=หัวตาราง"]) == {field: "หัวตาราง"}


def test_map_settings_are_stripped_of_quotes_and_spaces() -> None:
    assert read_mapping(['address = "E-mail ใหม่"', "name='ชื่อ'"]) == {"address": "E-mail ใหม่", "name": "ชื่อ"}


@pytest.mark.parametrize("setting", ["adress=อีเมล", "address", "address=", "=อีเมล", ""])
def test_map_setting_that_cannot_be_read_names_the_fields(setting: str) -> None:
    with pytest.raises(RequestError) as error:
        read_mapping([setting])
    assert "address" in error.value.say("en")
    assert "notice_and_posted" in error.value.say("th")


def _write(path: Path, rows: list[list[str]]) -> Path:
    path.write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_row_numbers_are_those_of_the_file_below_titles_and_two_header_rows(tmp_path: Path) -> None:
    upper = ["ชื่อหน่วยงาน", "อีเมล", "ประกาศฯ", ""]
    lower = ["", "", "มีประกาศฯ ม.10", "ลงข้อมูลในระบบ info.go.th"]
    data = ["อบต.ดอนสมมติ", "saraban_06480115@dla.go.th", "✓", "✓"]
    found = classify(_write(tmp_path / "list.csv", [["บัญชีรายชื่อ", "", "", ""], upper, lower, data, data]))
    assert found.source.header_row == 3
    assert [agency.record.row for agency in found.agencies] == [4, 5]
    assert found.agencies[0].record.facts.notice is True


def test_header_is_searched_in_the_first_30_rows(tmp_path: Path) -> None:
    titles = [[f"บรรทัด {n}", *[""] * 7] for n in range(29)]
    assert classify(_write(tmp_path / "near.csv", [*titles, THAI, DATA])).source.header_row == 30
    with pytest.raises(InputError):
        classify(_write(tmp_path / "far.csv", [*titles, titles[0], THAI, DATA]))


def test_header_without_rows_below_is_nothing_to_check(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        classify(_write(tmp_path / "list.csv", [THAI]))
