"""Each way of writing an address that the cases of cells hold, written into a notice: the same address is judged."""

import pytest
from tests.notice_texts import notice_of
from tests.support import CASES, read_cases

from saraban_check.checks.notices import check_notice_text
from saraban_check.model.notice import Document, DocumentKind
from saraban_check.model.record import NO_RECORD
from saraban_check.model.verdict import AddressVerdict
from saraban_check.notices.reading import read_notice
from saraban_check.rules.judge import judge_address

EXCEPTIONS = {case["cell"]: case for case in read_cases(CASES / "notice_address_ways.csv")}


def cell_of(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\t", "\t")


def verdicts() -> dict[str, AddressVerdict]:
    """Of each cell that holds one address, as `address` judges it."""
    cells = [case["cell"] for case in read_cases(CASES / "reading.csv")]
    cells += [case["address"] for case in read_cases(CASES / "verdicts.csv")]
    judged = {cell: judge_address(cell_of(cell), NO_RECORD) for cell in cells}
    return {cell: verdict for cell, verdict in judged.items() if verdict.value is not None and not verdict.others}


WAYS = verdicts()


@pytest.mark.parametrize("cell", [cell for cell in WAYS if cell not in EXCEPTIONS])
def test_a_notice_reads_an_address_as_a_cell_is_read(cell: str) -> None:
    result = check_notice_text(notice_of(address=f"(๑) ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ {cell_of(cell)}", more=""))
    assert [address.value for address in result.addresses] == [WAYS[cell].value]


@pytest.mark.parametrize("cell", EXCEPTIONS)
def test_the_exceptions_are_what_they_are_said_to_be(cell: str) -> None:
    """Thai words beside an address, which a PDF leaves no space before; and what has no @ and is like no address."""
    result = check_notice_text(notice_of(address=f"(๑) ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ {cell}", more=""))
    assert [address.value for address in result.addresses] == EXCEPTIONS[cell]["read"].split()
    assert cell in WAYS


@pytest.mark.parametrize(
    ("written", "kind", "codes"),
    [
        ("saraban@ donsommut. go. th", DocumentKind.TEXT, ["SB104"]),
        ("saraban@ donsommut. go. th", DocumentKind.PDF, []),
        ("saraban_๐๖๔๘๐๑๙๑@dla.go.th", DocumentKind.DOCX, ["SB104"]),
        ("saraban@\n        donsommut.go.th", DocumentKind.DOCX, []),
        ("(saraban@donsommut.go.th)", DocumentKind.TEXT, []),
    ],
)
def test_a_slip_of_the_writer_is_remarked_and_a_pdf_s_is_not(
    written: str, kind: DocumentKind, codes: list[str]
) -> None:
    text = notice_of(address=f"(๑) อีเมล {written} หรือที่", more="")
    addresses = read_notice(Document("-", kind, text)).addresses
    found = judge_address(addresses[0].text, NO_RECORD._replace(website="www.donsommut.go.th")).findings
    assert [finding.code for finding in found] == codes
    assert len(addresses) == 1
    assert addresses[0].line == 5


@pytest.mark.parametrize("number", ["๑.๑", "1.1", "๑", "12", "1.2.3", "(๑)", "๑.๑.", "2.1)"])
@pytest.mark.parametrize("between", [" ", "\n    "])
def test_the_number_of_an_item_is_no_part_of_the_address(number: str, between: str) -> None:
    text = notice_of(address=f"(๑) ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์{between}{number} office@donsommut.go.th", more="")
    assert [address.value for address in check_notice_text(text).addresses] == ["office@donsommut.go.th"]
