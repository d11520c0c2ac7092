"""`classify --notices`: what the agencies' notices state beside the rows of their list, by API and by command."""

import csv
import datetime
import io
import json
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.contract import by_contract
from tests.documents import NOTICE, reading, scanned_pdf, simple_pdf
from tests.support import LIST_HEADER, classified_list, run, write_list

from saraban_check.checks.agency_record import agency_record
from saraban_check.checks.classification import Classification
from saraban_check.checks.classify import classify
from saraban_check.checks.judging import FurtherSources
from saraban_check.checks.notices import notices_of_list
from saraban_check.model.agency_result import AgencyResult
from saraban_check.model.delivery import DnsAnswers, DnsReason, DomainAnswer, Reception
from saraban_check.model.notice import Document, DocumentKind, NoText
from saraban_check.model.text import Text
from saraban_check.notices.reading import read_notice
from saraban_check.report.views.agency_lines import agency_item
from saraban_check.whose_notice.agencies import Agencies
from saraban_check.whose_notice.notices_of_list import NoticesOfList

GOOD = (*NOTICE[:-1], "(นายสมมติ ตัวอย่างดี)", NOTICE[-1])
NAME, PLACE = "น้ำใสสมมติ", "นครพนม"
RIGHT, WRONG, OTHER = "saraban_06480115@dla.go.th", "namsaisommut@gmail.com", "saraban_06480116@dla.go.th"
CODE = "06480115"
_SCAN = NoText(is_scan=True, said=Text("เป็นภาพสแกน", "a scan"))


def text_of(*addresses: str, day: str = "๑๗ กุมภาพันธ์ พ.ศ. ๒๕๖๙", name: str = NAME) -> str:
    """A notice that states these addresses; without one the line of them is left out."""
    lines = [line for line in GOOD if RIGHT not in line or addresses]
    text = "\n".join(lines).replace(RIGHT, " หรือ ".join(addresses)).replace("๑๗ กุมภาพันธ์ พ.ศ. ๒๕๖๙", day)
    return text.replace(NAME, name)


def document(file: str, text: str, **how: Any) -> Document:
    return Document(file, DocumentKind.TEXT, text, **how)


def row(address: str = "", notice: str = "✓", posted: str = "✓", delivery: str = "✓", code: str = CODE) -> list[str]:
    return [code, f"อบต.{NAME}", "", PLACE, "", address, notice, posted, delivery]


def beside(path: Path, *documents: Document, **how: Any) -> Classification:
    """The list classified beside notices that were read from these documents."""

    def read(agencies: Agencies) -> NoticesOfList:
        found = NoticesOfList(agencies)
        for one in documents:
            found.add(one.file, read_notice(one))
        return found

    return classified_list(path, read_notices=read, **how)


def only(result: Classification) -> AgencyResult:
    (agency,) = result.agencies
    return agency


def codes(agency: AgencyResult) -> list[str]:
    return [finding.code for finding in agency.findings]


def new_codes(before: AgencyResult, after: AgencyResult) -> set[str]:
    """The codes that the notice brought."""
    return set(Counter(codes(after)) - Counter(codes(before)))


def said(agency: AgencyResult, code: str) -> list[str]:
    return [finding.message("en") for finding in agency.findings if finding.code == code]


# One row, one notice


@pytest.mark.parametrize(
    ("cell", "stated", "value", "before", "after", "found"),
    [
        ("", (RIGHT,), RIGHT, "undetermined", "A1", {"SB538"}),
        ("-", (RIGHT,), RIGHT, "C", "A1", {"SB538"}),
        ("-", (WRONG,), WRONG, "C", "B1", {"SB538"}),
        ("-", (WRONG, RIGHT), RIGHT, "C", "A1", {"SB538"}),
        ("-", (), None, "C", "C", set()),
        (RIGHT, (RIGHT,), RIGHT, "A1", "A1", set()),
        (RIGHT.upper(), (RIGHT,), RIGHT, "A1", "A1", set()),
        (RIGHT, (WRONG, RIGHT), RIGHT, "A1", "A1", set()),
        (RIGHT, (OTHER,), RIGHT, "A1", "A1", {"SB905"}),
        (WRONG, (RIGHT,), WRONG, "B1", "B1", {"SB905"}),
        (RIGHT, (), RIGHT, "A1", "A1", {"SB905"}),
        ("#N/A", (RIGHT,), None, "undetermined", "undetermined", set()),
    ],
)
def test_the_address_that_is_judged(
    tmp_path: Path, cell: str, stated: tuple[str, ...], value: str | None, before: str, after: str, found: set[str]
) -> None:
    path = write_list(tmp_path / "a.csv", [row(cell)])
    plain = only(classify(path))
    agency = only(beside(path, document("n.txt", text_of(*stated))))
    if cell:
        assert plain.group == before
    assert agency.group == after
    assert (agency.verdict.value or "").casefold() == (value or "").casefold()
    assert {"SB538", "SB905"} & new_codes(plain, agency) == found
    assert agency.notice is not None
    assert agency.notice.addresses == stated
    assert agency.record.address == cell, "what the list says stays as it was"
    for message in said(agency, "SB538"):
        assert "n.txt" in message
        assert str(value) in message


@pytest.mark.parametrize(
    ("cells", "header", "text", "says"),
    [
        (
            row(RIGHT, notice="✗", posted="✗"),
            LIST_HEADER,
            (RIGHT,),
            "the list says that there is no notice, yet there is n.txt",
        ),
        (row(RIGHT), LIST_HEADER, (OTHER,), f"holds “{RIGHT}”, yet the notice n.txt states “{OTHER}”"),
        (row(RIGHT), LIST_HEADER, (), f"holds “{RIGHT}”, yet the notice n.txt states none"),
        (
            [*row("-")[:6], "ไม่ระบุอีเมลในประกาศฯ", "✓", "✓"],
            LIST_HEADER,
            (RIGHT,),
            f"the list says that the notice states no address, yet n.txt states “{RIGHT}”",
        ),
    ],
    ids=["exists", "states-another", "states-none", "states-one"],
)
def test_each_contradiction(
    tmp_path: Path, cells: list[str], header: tuple[str, ...], text: tuple[str, ...], says: str
) -> None:
    path = write_list(tmp_path / "a.csv", [cells], header)
    before, agency = only(classify(path)), only(beside(path, document("n.txt", text_of(*text))))
    new = Counter(said(agency, "SB905")) - Counter(said(before, "SB905"))
    (message,) = new.elements()
    assert says in message
    assert agency.group == before.group, "the row holds"


def test_a_part_keeps_the_files_that_may_be_of_it_and_counts_those_of_nobody(tmp_path: Path) -> None:
    rows = [row(code=code) for code in ("06480115", "06480116", "06480117")]
    rows[2][1] = "อบต.อื่นสมมติ"
    documents = document("a.txt", text_of()), document("b.txt", text_of(name="ไม่มีในรายชื่อ"))
    notices = beside(write_list(tmp_path / "list.csv", rows), *documents).notices
    assert notices is not None
    first, other = notices.beside({2}), notices.beside({4})
    assert [one.file for one in first.unmatched] == ["a.txt"]
    assert (first.files, first.unmatched_count, first.nobodys) == (1, 1, 1)
    assert (other.unmatched, other.files, other.nobodys) == ([], 0, 1)


@pytest.mark.parametrize("cell", ["", "-", "ไม่มี"])
def test_a_screen_shows_the_address_that_was_judged_in_place_of_none(tmp_path: Path, cell: str) -> None:
    result = beside(write_list(tmp_path / "list.csv", [row(cell, posted="✗")]), document(f"{CODE}.txt", text_of(RIGHT)))
    assert [cell.value for cell in agency_item(only(result)).details[0].cells] == [
        Text(f"{RIGHT} (จากประกาศฯ)", f"{RIGHT} (from the notice)")
    ]


@pytest.mark.parametrize(
    ("notice", "readable", "expected"),
    [("", True, True), ("", False, None), ("✓", True, True), ("✗", True, False), ("✗", False, False)],
)
def test_the_fact_that_there_is_a_notice(tmp_path: Path, notice: str, readable: bool, expected: bool | None) -> None:
    path = write_list(tmp_path / "a.csv", [row(RIGHT, notice=notice, posted="" if notice == "" else "✗")])
    assert only(classify(path)).record.facts.notice is {"": None, "✓": True, "✗": False}[notice]
    one = document(f"{CODE}.pdf", text_of(RIGHT) if readable else "")
    if not readable:
        one = one._replace(no_text=_SCAN)
    agency = only(beside(path, one))
    assert agency.notice is not None
    assert agency.notice.is_readable is readable
    assert agency.record.facts.notice is expected


def test_a_joint_column_that_says_no_is_not_read_as_a_notice(tmp_path: Path) -> None:
    header = (*LIST_HEADER[:6], "มีประกาศฯ ม.10 และลงข้อมูลใน info.go.th", "สถานะการส่งอีเมล")
    path = write_list(tmp_path / "a.csv", [[*row(RIGHT)[:6], "✗", "✓"]], header)
    before, after = only(classify(path)), only(beside(path, document("n.txt", text_of(RIGHT))))
    assert before.record.facts.notice_and_posted is False
    assert after.record.facts == before.record.facts


@pytest.mark.parametrize(
    ("cell", "stated", "value", "found"),
    [
        ("-", (RIGHT,), RIGHT, {"SB538"}),
        ("-", (WRONG,), None, set()),
        ("-", ("saraban_O6480115@dla.go.th",), None, set()),
        ("-", (WRONG, RIGHT), RIGHT, {"SB538"}),
        (RIGHT, (WRONG,), RIGHT, set()),
        (RIGHT, (), RIGHT, set()),
        (WRONG, (RIGHT,), WRONG, set()),
        ("-", (OTHER,), None, set()),
        ("-", ("saraban@phonsommut.go.th",), None, set()),
        (OTHER, (RIGHT,), OTHER, set()),
    ],
)
def test_what_was_read_from_a_picture_counts_only_if_the_row_confirms_it(
    tmp_path: Path, cell: str, stated: tuple[str, ...], value: str | None, found: set[str]
) -> None:
    path = write_list(tmp_path / "a.csv", [row(cell)])
    before, agency = only(classify(path)), only(beside(path, document("n.pdf", text_of(*stated), by_ocr=True)))
    assert agency.verdict.value == value
    assert {"SB538", "SB905"} & new_codes(before, agency) == found
    assert agency.notice is not None
    assert agency.notice.by_ocr
    assert set(agency.notice.addresses) <= {RIGHT, WRONG if cell == WRONG else RIGHT}
    assert agency.notice.date is None


@pytest.mark.parametrize("facts", [("✗", "✗", ""), ("✗", "", ""), ("✓", "✗", "")])
@pytest.mark.parametrize("stated", [(), (RIGHT,), (OTHER,)])
@pytest.mark.parametrize("cell", ["-", RIGHT, OTHER])
def test_what_was_read_from_a_picture_contradicts_no_row(
    tmp_path: Path, cell: str, stated: tuple[str, ...], facts: tuple[str, str, str]
) -> None:
    path = write_list(tmp_path / "a.csv", [row(cell, *facts)])
    before, after = only(classify(path)), only(beside(path, document("n.pdf", text_of(*stated), by_ocr=True)))
    assert "SB905" not in new_codes(before, after)
    if facts[0] == "✗":
        assert (after.outcome, codes(after)) == (before.outcome, codes(before))


def test_a_code_that_was_read_from_a_picture_chooses_no_row(tmp_path: Path) -> None:
    """Misread, it is another agency's, which its own code would then confirm."""
    path = write_list(tmp_path / "a.csv", [row("-"), [OTHER[8:16], "อบต.อื่นสมมติ", "", PLACE, "", "-", "✓", "✓", "✓"]])
    untitled = text_of(OTHER).partition("\n")[2].replace(f"องค์การบริหารส่วนตำบล{NAME}", "หน่วยงาน")
    for by_ocr in (False, True):
        result = beside(path, document("scan.pdf", untitled, by_ocr=by_ocr))
        assert [agency.notice is not None for agency in result.agencies] == [False, not by_ocr]


@pytest.mark.parametrize("day", ["๑๗ กุมภาพันธ์ พ.ศ. ๒๕๖๙", "๑๗ กุมภาพันธ์ พ.ศ. ๒๕๒๕", "๑๗ กุมภาพันธ์ พ.ศ. ๒๕๐๕", ""])
def test_a_day_that_was_read_from_a_picture_ranks_nothing(tmp_path: Path, day: str) -> None:
    path = write_list(tmp_path / "a.csv", [row("-")])
    text = document("text.docx", text_of(OTHER, day="๑ มกราคม พ.ศ. ๒๕๖๗"))
    for stated, held in (
        (WRONG, OTHER),
        (RIGHT, None),
    ):  # the row confirms the second: then which is newer is not known
        result = beside(path, text, document("scan.pdf", text_of(stated, day=day), by_ocr=True))
        assert only(result).verdict.value == held
        assert result.notices is not None
        said = {one.file: one.why.en for one in result.notices.unmatched}
        assert ("not ranked" in said["scan.pdf"]) == (held is not None)


# Several notices of one agency

OLD, NEW, NONE = "๑ มกราคม พ.ศ. ๒๕๖๘", "๑ มกราคม พ.ศ. ๒๕๖๙", "……………"


@pytest.mark.parametrize(
    ("notices", "held"),
    [
        ([(OLD, RIGHT), (NEW, OTHER)], 1),
        ([(NEW, RIGHT), (OLD, OTHER)], 0),
        ([(NEW, RIGHT), (NEW, OTHER)], None),
        ([(NEW, RIGHT), (NEW, RIGHT.upper())], 0),
        ([(NEW, RIGHT), (NONE, OTHER)], None),
        ([(NONE, RIGHT), (NEW, RIGHT)], 1),
        ([(OLD, RIGHT), (OLD, OTHER), (NEW, RIGHT)], 2),
        ([(OLD, RIGHT), (NONE, OTHER), (NEW, RIGHT)], None),
        ([(NEW, RIGHT), (NEW, OTHER), (NEW, RIGHT)], None),
        ([(NONE, RIGHT), (NONE, RIGHT), (NONE, OTHER)], None),
    ],
)
def test_of_several_the_latest_dated_holds(tmp_path: Path, notices: list[tuple[str, str]], held: int | None) -> None:
    path = write_list(tmp_path / "a.csv", [row("-")])
    made = [document(f"{at}.txt", text_of(address, day=day)) for at, (day, address) in enumerate(notices)]
    result = beside(path, *made)
    assert result.notices is not None
    notice = only(result).notice
    assert (None if notice is None else notice.file) == (None if held is None else f"{held}.txt")
    assert (only(result).verdict.value is None) == (held is None)
    unused = {one.file: one.why.en for one in result.notices.unmatched}
    assert set(unused) == {one.file for one in made} - ({notice.file} if notice else set())
    assert result.notices.unmatched_count == len(unused)
    assert result.notices.matched == (notice is not None)
    for file, why in unused.items():
        assert "row 2" in why
        assert ("none of them is used" in why) == (notice is None)
        assert (f"{held}.txt is used" in why) == (notice is not None)
        assert notice is not None or f"({file})" not in why, "the other is named, not the file itself"


def test_of_two_folders_files_of_one_name_are_two(tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.csv", [row("-")])
    result = beside(path, document("n.txt", text_of(RIGHT)), document("n.txt", text_of(OTHER)))
    assert result.notices is not None
    assert [one.file for one in result.notices.unmatched] == ["n.txt", "n.txt"]
    assert only(result).notice is None


NOTICES = st.lists(
    st.tuples(
        st.sampled_from([OLD, NEW, NONE]),
        st.sampled_from([(), (RIGHT,), (OTHER,), (WRONG, RIGHT)]),
        st.booleans(),
    ),
    max_size=5,
)


@given(NOTICES, st.randoms(use_true_random=False))
def test_the_order_of_the_files_decides_nothing(
    notices: list[tuple[str, tuple[str, ...], bool]], order: random.Random
) -> None:
    record = agency_record(code=CODE, name=f"อบต.{NAME}", province=PLACE)._replace(row=2)
    made = [
        document(f"{at}.txt", text_of(*stated, day=day), by_ocr=by_ocr)
        for at, (day, stated, by_ocr) in enumerate(notices)
    ]

    def held(documents: list[Document]) -> tuple[Any, ...]:
        found = NoticesOfList(Agencies([record]))
        for one in documents:
            found.add(one.file, read_notice(one))
        assert found.files == found.matched + found.unmatched_count
        notice = found.of(2)
        return () if notice is None else (sorted(map(str.casefold, notice.addresses)), notice.date, notice.by_ocr)

    shuffled = made.copy()
    order.shuffle(shuffled)
    assert held(made) == held(shuffled)


def test_a_scan_that_cannot_be_read_gives_way_to_what_can(tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.csv", [row("-")])
    scan = document(f"{CODE}.pdf", "", no_text=_SCAN)
    for documents in ((scan, document("n.txt", text_of(RIGHT))), (document("n.txt", text_of(RIGHT)), scan)):
        assert only(beside(path, *documents)).verdict.value == RIGHT


# What is not known of a notice, and notices that are wrong


@pytest.mark.parametrize("cell", ["", "-"])
@pytest.mark.parametrize("stated", [(), (WRONG,), (OTHER,)])
def test_a_scan_leaves_the_address_unknown_not_missing(tmp_path: Path, cell: str, stated: tuple[str, ...]) -> None:
    path = write_list(tmp_path / "a.csv", [row(cell)])
    agency = only(beside(path, document("scan.jpg", text_of(*stated), by_ocr=True)))
    assert (agency.group, agency.outcome.candidates) == ("undetermined", ("A1", "B1", "C"))
    assert codes(agency) == ["SB802"]
    (why,) = said(agency, "SB802")
    assert "the notice scan.jpg is a scan: see by eye" in why
    assert not agency.suggestions
    mute = document(f"{CODE}.pdf", "")._replace(no_text=_SCAN)
    assert codes(only(beside(path, mute))) == ["SB802"]
    several = document(f"{CODE}.jpg", "\n\n".join((text_of(RIGHT), text_of(OTHER, name="แปลงสมมติ"))), by_ocr=True)
    assert codes(only(beside(path, several))) == ["SB802"]
    empty = mute._replace(no_text=NoText(is_scan=False, said=Text("ว่าง", "blank")))
    assert codes(only(beside(path, empty))) == codes(only(classify(path))), "a file that holds nothing says nothing"


@pytest.mark.parametrize(
    "cells",
    [row("-", notice="✗", posted="✗"), [*row("-")[:6], "ไม่ระบุอีเมลในประกาศฯ", "✓", "✓"], row(RIGHT), row(WRONG)],
    ids=["no notice", "said to state none", "right", "wrong"],
)
def test_what_the_row_says_itself_stands_beside_a_scan(tmp_path: Path, cells: list[str]) -> None:
    path = write_list(tmp_path / "a.csv", [cells])
    before, after = only(classify(path)), only(beside(path, document("scan.jpg", text_of(OTHER), by_ocr=True)))
    assert (after.outcome, after.verdict, codes(after)) == (before.outcome, before.verdict, codes(before))


def test_that_a_scan_is_a_notice_is_known_and_nothing_else(tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.csv", [row("", notice="")])
    agency = only(beside(path, document("scan.jpg", text_of(RIGHT.replace("0", "O")), by_ocr=True)))
    assert agency.record.facts.notice is True
    assert "E" not in agency.outcome.candidates


def test_notices_that_contradict_each_other_leave_the_address_unknown(tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.csv", [row("-"), row(RIGHT, code="06480117")])
    three = [document(f"{at}.txt", text_of(one)) for at, one in enumerate((RIGHT, OTHER, WRONG))]
    result = beside(path, *(one._replace(file=f"{CODE} {one.file}") for one in three))
    agency = result.agencies[0]
    assert agency.outcome.candidates == ("A1", "B1", "C")
    assert codes(agency) == ["SB802"]
    (why,) = said(agency, "SB802")
    assert all(f"{CODE} {at}.txt" in why for at in range(3))
    assert result.notices is not None
    unused = {one.file: one.why.th for one in result.notices.unmatched}
    assert f"({CODE} 1.txt, {CODE} 2.txt)" in unused[f"{CODE} 0.txt"]
    assert not any("ทั้งสอง" in one for one in unused.values())


@pytest.mark.parametrize("order", [1, -1])
def test_a_further_address_is_no_contradiction(tmp_path: Path, order: int) -> None:
    path = write_list(tmp_path / "a.csv", [row("-")])
    further = "ติดต่อผู้ดูแลระบบ admin@namsaisommut.go.th โทรสาร ๐ ๔๒๐๐ ๐๐๐๑\nLINE @namsai\nประกาศ ณ วันที่"
    more = text_of(RIGHT).replace("ประกาศ ณ วันที่", further)
    two = [document("1.txt", text_of(RIGHT)), document("2.txt", more)][::order]
    result = beside(path, *two)
    assert only(result).group == "A1"
    assert result.notices is not None
    assert [one.file for one in result.notices.unmatched] == ["2.txt"], "the plainer one is used"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda text: text.replace("มาตรา ๑๐", "มาตรา ๙"), "SB514"),
        (lambda text: text.replace("๑๗ กุมภาพันธ์ พ.ศ. ๒๕๖๙", NONE), "SB530"),
        (lambda text: text.replace(f"นายกองค์การบริหารส่วนตำบล{NAME}", "นายกองค์การบริหารส่วนตำบลแปลงสมมติ"), "SB516"),
    ],
    ids=["section", "undated", "another head"],
)
def test_an_address_of_a_notice_that_is_wrong_itself_is_warned_of(tmp_path: Path, change: Any, code: str) -> None:
    path = write_list(tmp_path / "a.csv", [row("-")])
    plain = only(beside(path, document("n.txt", text_of(RIGHT))))
    result = beside(path, document("n.txt", change(text_of(RIGHT))))
    agency = only(result)
    assert (plain.group, agency.group) == ("A1", "A1")
    (right,), (wrong,) = ([one for one in found.findings if one.code == "SB538"] for found in (plain, agency))
    assert (right.severity.value, wrong.severity.value) == ("info", "warning")
    assert f"has to be mended ({code})" in wrong.message("en")
    assert (result.summary.noted["SB538"], result.summary.noted_rows["SB538"]) == (1, [2])


def test_every_report_says_that_the_notice_has_to_be_mended(tmp_path: Path) -> None:
    write_list(tmp_path / "a.csv", [row("-"), ["", "อบต.แปลงสมมติ", "", PLACE, "", "-", "✓", "✓", "✓"]])
    (tmp_path / "n").mkdir()
    (tmp_path / "n" / f"{CODE}.txt").write_text(text_of(RIGHT).replace("มาตรา ๑๐", "มาตรา ๙"), encoding="utf-8")
    (tmp_path / "n" / "b.txt").write_text(text_of(OTHER, name="แปลงสมมติ"), encoding="utf-8")
    args = ("a.csv", "--notices", "n", "--lang", "en")
    screen = run("classify", *args, cwd=tmp_path).stdout
    assert "! SB538 The address is taken from a notice that has to be mended: 1\n" in screen
    explained = run("explain", *args[:1], "2", *args[1:], cwd=tmp_path).stdout
    assert "has to be mended (SB514)" in " ".join(explained.split())
    assert "nothing has to change" not in explained
    run("classify", *args, "-o", "r.html", "-o", "r.json", "-o", "r.xlsx", "-q", cwd=tmp_path)
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "which has to be mended ({codes})" in page
    assert '“{address}” of the notice {file}"' in page, "the other row is told in the plain words"
    found = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    rows = {one["row"]: one for one in found["agencies"]}
    assert [[f["severity"] for f in rows[at]["findings"] if f["code"] == "SB538"] for at in (2, 3)] == [
        ["warning"],
        ["info"],
    ]
    book = openpyxl.load_workbook(tmp_path / "r.xlsx", read_only=True)
    assert any(
        "(SB514)" in str(cell) for sheet in book for cells in sheet.iter_rows(values_only=True) for cell in cells
    )


def test_an_unusable_notice_is_named_once(tmp_path: Path) -> None:
    write_list(tmp_path / "a.csv", [row("-")])
    (tmp_path / "n").mkdir()
    (tmp_path / "n" / "broken.pdf").write_bytes(simple_pdf("x")[:200])
    for folders in (("n",), ("n/broken.pdf",)):
        done = run("classify", "a.csv", "--notices", *folders, "--lang", "en", cwd=tmp_path).stdout
        assert done.count("broken.pdf:") == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("(ร่าง)\n" + text_of(RIGHT), "SB528"),
        (text_of(RIGHT, day=NONE).replace(GOOD[-2], "(……………)"), "SB530, SB536"),
        (text_of(RIGHT, day=NONE).partition(GOOD[-2])[0], "SB530, SB535"),
    ],
    ids=["draft", "blank template", "no signature"],
)
def test_a_draft_is_no_notice_in_force(tmp_path: Path, text: str, code: str) -> None:
    path = write_list(tmp_path / "a.csv", [row("-")])
    result = beside(path, document("n.txt", text))
    agency, before = only(result), only(classify(path))
    assert agency.notice is None
    assert (agency.outcome, codes(agency)) == (before.outcome, codes(before))
    assert result.notices is not None
    ((file, why),) = result.notices.unmatched
    assert file == "n.txt"
    assert code in why.en
    older = document("old.txt", text_of(RIGHT, day=OLD))
    assert only(beside(path, document("n.txt", text), older)).group == "A1", "and contradicts none"


# Laws


CELLS = st.sampled_from([RIGHT, WRONG, OTHER, "saraban", "a@b, c@d.go.th", "#N/A", "อีเมล: " + RIGHT, "x" * 400])
MARKS = st.sampled_from(["✓", "✗", "", "?"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    cell=CELLS,
    facts=st.tuples(MARKS, MARKS, MARKS),
    stated=st.sampled_from([(), (RIGHT,), (WRONG,), (OTHER, WRONG)]),
    by_ocr=st.booleans(),
)
def test_a_row_that_has_an_address_keeps_its_verdict(
    tmp_path: Path, cell: str, facts: tuple[str, str, str], stated: tuple[str, ...], by_ocr: bool
) -> None:
    path = write_list(tmp_path / "a.csv", [row(cell, *facts)])
    before, after = only(classify(path)), only(beside(path, document("n.txt", text_of(*stated), by_ocr=by_ocr)))
    assert after.verdict == before.verdict
    assert after.record.cells == before.record.cells
    changed = after.record.facts != before.record.facts
    assert not changed or after.record.facts == before.record.facts._replace(notice=True)
    assert not changed or before.record.facts.notice is None
    if not changed:
        assert after.outcome == before.outcome
        new = Counter(codes(after)) - Counter(codes(before))
        assert set(new) <= {"SB905"}
        assert not Counter(codes(before)) - Counter(codes(after))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(["", "-", RIGHT, WRONG]), min_size=1, max_size=5), st.booleans())
def test_notices_of_nobody_and_files_that_are_none_change_nothing(
    tmp_path: Path, cells: list[str], also_scan: bool
) -> None:
    rows = [row(cell, code=f"0648{at:04}") for at, cell in enumerate(cells)]
    path = write_list(tmp_path / "a.csv", [[*one[:1], f"อบต.{'ก' * at}จำลอง", *one[2:]] for at, one in enumerate(rows)])
    others = [document("x.txt", text_of(RIGHT, name="อื่นสมมติ")), document("y.txt", "บันทึกข้อความ\nเรื่อง อื่น\n")]
    others += [document("z.pdf", "", no_text=_SCAN)] * also_scan
    before, after = classify(path), beside(path, *others)
    assert after.agencies == before.agencies
    assert after.notices is not None
    assert after.notices.matched == 0
    assert [one.file for one in after.notices.unmatched] == [one.file for one in others]


# DNS


def test_dns_is_asked_for_the_domains_of_the_notices_too(tmp_path: Path) -> None:
    asked: list[str] = []

    def look_up(domains: Iterable[str]) -> DnsAnswers:
        asked.extend(domains)
        return DnsAnswers({"namsai.go.th": DomainAnswer("namsai.go.th", Reception.CANNOT, DnsReason.NXDOMAIN)})

    path = write_list(tmp_path / "a.csv", [row("-", delivery="")])
    notice = document("n.txt", text_of("saraban@namsai.go.th"))
    agency = only(beside(path, notice, look_up=look_up))
    assert asked == ["namsai.go.th"]
    assert "SB604" in codes(agency)
    assert agency.record.facts.delivery.value == "failed"
    asked.clear()
    classify(path, sources=FurtherSources(look_up=look_up))
    assert asked == []


# Through the command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A list of four agencies and a folder of notices: of two of them, of nobody, and what cannot be read."""
    rows = [
        row("-"),
        ["06480191", "อบต.ดอนสมมติ", "", PLACE, "", "saraban_06480191@dla.go.th", "✓", "✓", "✓"],
        ["05480105", "เทศบาลตำบลบ้านจำลอง", "", PLACE, "", "-", "", "✓", "✓"],
        ["06480133", "อบต.ลาดจำลอง", "", PLACE, "", "saraban_06480133@dla.go.th", "✓", "✓", "✓"],
    ]
    write_list(tmp_path / "agencies.csv", rows)
    notices = tmp_path / "notices"
    (notices / "b").mkdir(parents=True)
    (notices / f"{CODE}.txt").write_text(text_of(RIGHT), encoding="utf-8")
    (notices / "b" / "06480191.txt").write_text(text_of(OTHER, name="ดอนสมมติ"), encoding="utf-8")
    (notices / "nobody.txt").write_text(text_of(RIGHT, name="อื่นสมมติ"), encoding="utf-8")
    (notices / "other.html").write_text("<p>บันทึกข้อความ</p><p>เรื่อง ส่งเอกสาร</p>", encoding="utf-8")
    (notices / "06480133.docx").write_bytes(b"PK\x03\x04 this is no archive")
    (notices / "05480105.pdf").write_bytes(simple_pdf([""]))
    (notices / "list.xlsx").write_bytes(b"")
    return tmp_path


ARGS = ("classify", "agencies.csv", "--notices", "notices", "--lang", "en")


def result_of(folder: Path, *args: str) -> Any:
    done = run(*ARGS, "--format", "json", *args, cwd=folder)
    assert done.returncode == 0, done.stderr
    return by_contract("classify", done.stdout)


def test_the_command_names_what_it_read_and_what_it_did_not_use(folder: Path) -> None:
    done = run(*ARGS, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "read 6 notices; 3 agencies of the list have one" in done.stderr, "a scan is one, too"
    text = " ".join(done.stdout.split())
    assert "notice not used, nobody.txt: no agency of the list is this one" in text
    assert "notice not used, other.html: it is no section-10 notice" in text
    assert "notice not used, 06480133.docx: " in text
    assert "notice not used, list.xlsx: no document by its name, or hidden" in text
    assert "compared with 6 section-10 notices" in text
    assert "not used" not in done.stderr, "the screen says it"
    assert run(*ARGS, "-q", cwd=folder).stderr == ""
    rows = run(*ARGS, "--format", "csv", cwd=folder)
    assert "not used, nobody.txt: no agency of the list is this one" in rows.stderr, "a table has no place for it"
    assert "skipped 1 (no document by its name, or hidden): list.xlsx" in rows.stderr


UNUSED = ("nobody.txt", "other.html", "06480133.docx", "list.xlsx")


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_output_names_the_notices_that_were_not_used(folder: Path, lang: str) -> None:
    (folder / "notices" / ".DS_Store").write_bytes(b"")
    names = ("r.json", "r.xlsx", "r.sarif", "r.md", "r.html", "r.xml")
    args = ("classify", "agencies.csv", "--notices", "notices", "--lang", lang, "-q")
    beside_all = (*args[:3], str(folder / "notices"), *args[4:])  # where a folder lies is told to nobody
    done = run(*beside_all, "--format", "github", *[word for name in names for word in ("-o", name)], cwd=folder)
    assert done.returncode == 0, done.stderr
    read = {name: (folder / name).read_text(encoding="utf-8") for name in names if name != "r.xlsx"}
    sheets = openpyxl.load_workbook(folder / "r.xlsx").worksheets
    read["r.xlsx"] = "\n".join(str(cell) for sheet in sheets for cells in sheet.values for cell in cells if cell)
    read |= {"github": done.stdout, "screen": run(*args, cwd=folder).stdout}
    for name, text in read.items():
        plain = text.replace("\\_", "_")
        assert str(folder) not in plain, name
        assert all(file in plain for file in UNUSED), name
        assert ".DS_Store" not in plain, name
        assert {"th": "ไม่ใช่ประกาศฯ", "en": "no section-10 notice"}[lang] in " ".join(plain.split()), name


def test_the_json_says_which_notice_was_used(folder: Path) -> None:
    found = result_of(folder)
    one, two, three, four = found.agencies
    assert one.group == "A1"
    assert one.notice is not None
    assert (one.notice.file, one.notice.addresses, one.notice.date) == (f"{CODE}.txt", [RIGHT], "2026-02-17")
    assert "SB538" in [finding.code for finding in one.findings]
    assert two.notice is not None
    assert two.notice.file == "b/06480191.txt"
    assert "SB905" in [finding.code for finding in two.findings]
    assert "notice" not in four
    assert found.notices is not None
    assert found.notices.files == 6
    assert found.notices.files == found.notices.matched + found.notices.unused_count
    assert {"nobody.txt", "other.html", "06480133.docx"} <= {unused.file for unused in found.notices.unused}
    assert three.address.value is None
    assert three.facts.notice is None, "a page without a word is no notice that was read"


def test_all_formats_tell_of_the_same(folder: Path) -> None:
    found = result_of(folder)
    names = ("r.jsonl", "r.csv", "r.xlsx", "r.sarif", "r.md", "r.html", "r.xml")
    done = run(*ARGS, *[word for name in names for word in ("-o", name)], "-q", cwd=folder)
    assert done.returncode == 0, done.stderr
    groups = [agency.group for agency in found.agencies]
    stated = [agency.address.value or "" for agency in found.agencies]
    every = [[finding.code for finding in agency.findings] for agency in found.agencies]
    lines = [json.loads(line) for line in (folder / "r.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["group"] for line in lines] == groups
    assert [line.get("notice") for line in lines] == [agency.get("notice") for agency in found.agencies]
    rows = list(csv.reader(io.StringIO((folder / "r.csv").read_text(encoding="utf-8-sig"))))
    for cells, codes_, group, address in zip(rows[1:], every, groups, stated, strict=True):
        text = " ".join(cells)
        assert group in cells or group == "undetermined"
        assert all(code in text for code in codes_)
        assert address in text
    sarif = json.loads((folder / "r.sarif").read_text(encoding="utf-8"))
    told = Counter(result["ruleId"] for result in sarif["runs"][0]["results"])
    assert told == Counter(code for codes_ in every for code in codes_)
    book = openpyxl.load_workbook(folder / "r.xlsx")
    cells_ = [str(cell) for sheet in book for values in sheet.iter_rows(values_only=True) for cell in values if cell]
    for name in ("r.md", "r.html"):
        page = " ".join((folder / name).read_text(encoding="utf-8").split())
        assert "6 section-10 notices" in page, name
    assert any("6 section-10 notices" in cell for cell in cells_)
    assert any(RIGHT in cell for cell in cells_)
    assert found.summary.total == len(rows) - 1 == len(lines)


def test_explain_looks_at_the_notices_too(folder: Path) -> None:
    plain = run("explain", "agencies.csv", "2", "--lang", "en", cwd=folder)
    done = run("explain", "agencies.csv", "2", "--notices", "notices", "--lang", "en", cwd=folder)
    assert (plain.returncode, done.returncode) == (0, 0), done.stderr
    assert "A1" in done.stdout
    assert RIGHT in done.stdout
    assert f"{CODE}.txt" in done.stdout
    assert "SB538" in done.stdout
    assert f"{CODE}.txt" not in plain.stdout
    contradiction = run("explain", "agencies.csv", "3", "--notices", "notices", "--lang", "en", cwd=folder).stdout
    assert "SB905" in contradiction
    assert OTHER in contradiction


def test_the_gate_sees_what_the_notices_change(folder: Path) -> None:
    assert run("classify", "agencies.csv", "--fail-on", "A1", "-q", cwd=folder).returncode in (1, 2)
    assert run("classify", "agencies.csv", "--fail-on", "SB538", "-q", cwd=folder).returncode == 0
    assert run(*ARGS, "--fail-on", "SB538", "-q", cwd=folder).returncode == 1
    assert run("classify", "agencies.csv", "--fail-on", "C", "-q", cwd=folder).returncode == 1


@pytest.mark.parametrize("format_", ["screen", "json", "jsonl", "csv", "md", "sarif", "junit", "github", "gitlab"])
def test_without_notices_nothing_is_told_of_them_and_the_same_bytes_come_twice(folder: Path, format_: str) -> None:
    plain = run("classify", "agencies.csv", "--format", format_, "--lang", "en", "-q", cwd=folder)
    assert "notices" not in plain.stdout or format_ not in ("json", "jsonl")
    assert "n.txt" not in plain.stdout
    args = (*ARGS, "--format", format_, "-q")
    first, second = run(*args, cwd=folder), run(*args, cwd=folder)
    assert first.stdout == second.stdout
    assert first.stdout != plain.stdout
    (folder / "none").mkdir()
    (folder / "none" / "nobody.txt").write_text(text_of(RIGHT, name="อื่นสมมติ"), encoding="utf-8")
    nobody = run(*ARGS[:3], "none", *ARGS[4:], "--format", format_, "-q", cwd=folder)
    if format_ in ("jsonl", "csv", "gitlab"):  # these have a place for agencies alone
        assert nobody.stdout == plain.stdout, "notices of nobody change no byte of what is said of the agencies"
    else:
        assert "nobody.txt" in nobody.stdout


@pytest.mark.parametrize(
    ("notices", "says"),
    [("none", "there is no such file"), ("empty", "there is no notice to read"), ("-", "-")],
)
def test_a_folder_that_holds_no_notice_is_one_sentence(folder: Path, notices: str, says: str) -> None:
    (folder / "empty").mkdir()
    done = run("classify", "agencies.csv", "--notices", notices, "--lang", "en", "-q", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: ")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_list_from_standard_input_and_two_folders(folder: Path) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "05480105.txt").write_text(
        text_of("saraban_05480105@dla.go.th").replace("องค์การบริหารส่วนตำบลน้ำใสสมมติ", "เทศบาลตำบลบ้านจำลอง"),
        encoding="utf-8",
    )
    done = run(
        *("classify", "-", "--notices", "notices", "--notices", "more", "--format", "json", "-q"),
        stdin=(folder / "agencies.csv").read_bytes(),
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    found = by_contract("classify", done.stdout)
    assert [agency.address.value for agency in found.agencies][2] == "saraban_05480105@dla.go.th"
    assert found.agencies[2].facts.notice is True


def test_no_output_is_written_over_a_notice(folder: Path) -> None:
    before = (folder / "notices" / "other.html").read_bytes()
    done = run(*ARGS, "-o", "notices/other.html", "-q", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "never written over" in done.stderr
    assert (folder / "notices" / "other.html").read_bytes() == before


@pytest.mark.parametrize("format_", ["screen", "md", "github", "junit"])
def test_hostile_names_of_notices_are_no_commands(folder: Path, format_: str) -> None:
    notices = folder / "notices"
    (notices / f"{CODE}.txt").rename(notices / f"##[group]x\x1b[31m\n::error::y {CODE}.txt")
    (notices / "nobody.txt").rename(notices / "##[group]\x1b[31m\n::error::z.txt")
    done = run(*ARGS, "--format", format_, cwd=folder, env={"GITHUB_ACTIONS": "true"})
    assert done.returncode == 0, done.stderr
    shown = done.stdout + "\n" + done.stderr
    assert "\x1b" not in shown
    for line in shown.splitlines():
        assert "##[" not in line or (format_ == "github" and line.startswith("::notice file=agencies.csv,"))
        assert not line.lstrip().startswith(("::error::y", "::error::z"))
    agency = result_of(folder).agencies[0]
    assert agency.notice is not None
    assert agency.notice.file.startswith("##[group]x"), "the JSON says what it is called"


def test_the_api_reads_folders(folder: Path) -> None:
    skipped: list[str] = []
    started: list[int] = []
    done: list[int] = []

    def read(agencies: Agencies) -> NoticesOfList:
        return notices_of_list(
            [folder / "notices"],
            agencies,
            ocr=False,
            skip=lambda name, _: skipped.append(name),
            on_start=started.append,
            on_files=done.append,
        )

    result = classify(folder / "agencies.csv", sources=FurtherSources(read_notices=read))
    assert skipped == ["list.xlsx"]
    assert started == [6]
    assert done == [1, 2, 3, 4, 5, 6]
    first = result.agencies[0]
    assert first.notice is not None
    assert first.notice.date == datetime.date(2026, 2, 17)
    assert result.summary.total == 4


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".pdf"])
@pytest.mark.parametrize("stated", [RIGHT, "saraban_O6480115@dla.go.th"])
def test_the_command_takes_scans_of_every_kind(tmp_path: Path, suffix: str, stated: str) -> None:
    """What Tesseract reads fills in only what the row itself confirms; nothing else is told of it."""
    write_list(tmp_path / "agencies.csv", [row("-"), [OTHER[8:16], "อบต.อื่นสมมติ", "", PLACE, "", OTHER, "✓", "✓", "✓"]])
    path = tmp_path / "notices" / f"{CODE}{suffix}"
    path.parent.mkdir()
    if suffix == ".pdf":
        path.write_bytes(scanned_pdf())
    else:
        Image.new("L", (200, 280), 255).save(path)
    read = reading(tmp_path, text_of(stated))
    done = run(*ARGS, "--format", "json", cwd=tmp_path, env=read)
    assert done.returncode == 0, done.stderr
    found = by_contract("classify", done.stdout)
    first, second = found.agencies
    assert first.notice.file == path.name
    assert first.notice.ocr
    assert first.address.value == (RIGHT if stated == RIGHT else None)
    assert "notice" not in second
    assert (stated in done.stdout) is (stated == RIGHT)
    assert (found.notices.files, found.notices.matched, found.notices.skipped_count) == (1, 1, 0)


# Agencies of every sort

SORTS = [
    ("จังหวัดนครพนม", "นครพนม"),
    ("จังหวัดเลย", "เลย"),
    ("อำเภอเมืองนครพนม", "นครพนม"),
    ("อำเภอเมือง", "เลย"),
    ("อำเภอปลาปาก", "นครพนม"),
    ("มหาวิทยาลัยแบบ", ""),
    ("โรงพยาบาลแบบ", "นครพนม"),
    ("โรงพยาบาลแบบ", "เลย"),
    ("กรมแบบ", ""),
    ("กรมแบบน้ำ", ""),
    ("คณะวิทยาการ มหาวิทยาลัยแบบ", ""),
    ("คณะวิทยาการ มหาวิทยาลัยแปลง", ""),
    ("สำนักงานเกษตรอำเภอปลาปาก", "นครพนม"),
    ("สำนักงานเกษตรจังหวัดนครพนม", "นครพนม"),
]


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("จังหวัดนครพนม", 0),
        ("จังหวัดเลย", 1),
        ("อำเภอเมืองนครพนม", 2),
        ("อำเภอเมือง\nจังหวัดเลย", 3),
        ("อำเภอเมืองเลย", 3),
        ("อำเภอเมือง", None),
        ("อำเภอปลาปาก", 4),
        ("ที่ว่าการอำเภอปลาปาก จังหวัดนครพนม", 4),
        ("อำเภอปลาปาก จังหวัดเลย", None),
        ("มหาวิทยาลัยแบบ", 5),
        ("มหาวิทยาลัยแบบเหนือ", None),
        ("โรงพยาบาลแบบ", None),
        ("โรงพยาบาลแบบ\nอำเภอเมือง จังหวัดนครพนม", 6),
        ("โรงพยาบาลแบบ จังหวัดเลย", 7),
        ("กรมแบบ กระทรวงสมมติ", 8),
        ("กรมแบบน้ำ", 9),
        ("คณะวิทยาการ มหาวิทยาลัยแบบ", 10),
        ("คณะวิทยาการ มหาวิทยาลัยแปลง", 11),
        ("คณะวิทยาการ", None),
        ("สำนักงานเกษตรอำเภอปลาปาก", 12),
        ("สำนักงานเกษตรจังหวัดนครพนม", 13),
    ],
)
def test_a_notice_finds_its_agency_of_any_sort(title: str, place: int | None) -> None:
    records = [
        agency_record(name=name, province=province or None)._replace(row=at + 2)
        for at, (name, province) in enumerate(SORTS)
    ]
    found = NoticesOfList(Agencies(records))
    text = text_of("saraban@baeb.go.th").replace(f"องค์การบริหารส่วนตำบล{NAME}", title.partition("\n")[0])
    found.add("n.txt", read_notice(document("n.txt", text.replace(title.partition("\n")[0], title, 1))))
    assert [record.row - 2 for record in records if found.of(record.row)] == ([] if place is None else [place])
    assert [one.file for one in found.unmatched] == ([] if place is not None else ["n.txt"])
