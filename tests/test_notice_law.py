"""The law that a notice cites: whose section it is, each mention of the act, and slips in its name."""

import pytest
from tests.notice_texts import DONSOMMUT, notice_of
from tests.support import CASES, read_cases

from saraban_check.checks.notices import check_notice_text
from saraban_check.model.notice import Document, DocumentKind
from saraban_check.notices.reading import read_notice

LAWS = read_cases(CASES / "notice_law.csv")
MISSPELT = "พระราชบัญญัติปฏิบัติราชการทางอิเล็กทรอนิกส์"


@pytest.mark.parametrize("case", LAWS, ids=lambda case: f"line{case['line']}")
def test_a_section_belongs_to_the_act_it_stands_with(case: dict[str, str]) -> None:
    found = check_notice_text(notice_of(law=case["preamble"])).findings
    assert [finding.code for finding in found] == case["codes"].split()


@pytest.mark.parametrize("case", LAWS, ids=lambda case: f"line{case['line']}")
def test_line_breaks_in_the_law_change_nothing(case: dict[str, str]) -> None:
    broken = case["preamble"].replace(" แห่ง", "\n  แห่ง").replace(" และ", "\nและ").replace(" พ.ศ. ", "\nพ.ศ.")
    found = check_notice_text(notice_of(law=broken)).findings
    assert [finding.code for finding in found] == case["codes"].split()


def test_a_slip_is_said_with_its_line_and_once() -> None:
    law = f"โดยที่มาตรา ๑๐ แห่ง{MISSPELT} พ.ศ. ๒๕๖๕ ใช้บังคับ ตามมาตรา ๑๐ แห่ง{MISSPELT}"
    slips = read_notice(Document("-", DocumentKind.TEXT, notice_of(law=law))).slips
    assert [(slip.text, slip.line) for slip in slips] == [("ปฏิบัติราชการทางอิเล็กทรอนิกส์", 3)]


def test_what_a_pdf_or_ocr_does_to_the_name_is_no_slip() -> None:
    lost = notice_of(law="ตามมาตรา ๑๐ แห่งพระราชบัญญัติการปฏิบัติราชการทางอิเลกทรอนิกส์ พ.ศ. ๒๕๖๕")
    assert read_notice(Document("-", DocumentKind.TEXT, lost)).slips
    assert not read_notice(Document("-", DocumentKind.PDF, lost)).slips
    assert not read_notice(Document("-", DocumentKind.PDF, notice_of(law=f"ตาม{MISSPELT}"), by_ocr=True)).slips


def test_letters_that_a_word_lends_are_no_act() -> None:
    law = f"ตามภาพรับรอง มาตรา ๑๐ แห่งพระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. ๒๕๖๕ {DONSOMMUT}"
    notice = read_notice(Document("-", DocumentKind.TEXT, notice_of(law=law)))
    assert (notice.cites_act, notice.act_year, notice.cites_section) == (True, 2565, True)
