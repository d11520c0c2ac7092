"""`draft notice`: what a drafted notice says, what is refused, and a draft for each agency of a list."""

import csv
import datetime
import json
import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Cm
from tests.contract import by_contract
from tests.office import converted
from tests.support import HOSTILE_TEXTS, LIST_HEADER, memory_limit, run, write_list

from saraban_check import check_address
from saraban_check.checks.notice_context import NoticeContext
from saraban_check.checks.notices import check_notice_text
from saraban_check.drafting.agency_names import BadName, agency_in_full
from saraban_check.drafting.file_names import FileNames
from saraban_check.drafting.requested import day_of_notice, draft_facts
from saraban_check.drafting.websites import shown_website
from saraban_check.drafting.wording import NoticeParagraph, notice_paragraphs
from saraban_check.files.draft.page_fit import line_height
from saraban_check.formats import Result, writers_of
from saraban_check.model.errors import RequestError
from saraban_check.notices.heads import head_of
from saraban_check.reference.agency_heads import AgencySort, agency_sorts
from saraban_check.reference.kinds import find_kind, kind_of_name

DRAFT_WRITERS = writers_of(Result.DRAFT)

DATA = Path(__file__).parent.parent / "data"
NAME, ADDRESS, WEBSITE, PHONE = "อบต.วังทองสมมติ", "saraban@wang-thong.go.th", "www.wang-thong.go.th", "0-3677-6543"
WHOLE = ("--name", NAME, "--address", ADDRESS, "--website", WEBSITE, "--phone", PHONE, "--date", "11/1/2569")
MOBILE = "08" + "1-234-5678"
DAY = datetime.date(2026, 1, 11)


def text_of(name: str = NAME, address: str = ADDRESS, website: str = WEBSITE, **told: object) -> str:
    """The notice of one agency as text."""
    facts = draft_facts(check_address(address, name=name, website=website), DAY, **told)  # type: ignore[arg-type]
    return b"".join(DRAFT_WRITERS["txt"].write(notice_paragraphs(facts))).decode()


def drafted(*args: str | Path, **how: object) -> str:
    """What `draft notice` writes to standard output for a request that it meets."""
    done = run("draft", "notice", *args, **how)  # type: ignore[arg-type]
    assert done.returncode == 0, done.stderr
    return done.stdout


def read_docx(path: Path) -> list[str]:
    """Its paragraphs below the Garuda's place, as they are without what only sets their lines."""
    garuda, *paragraphs = (paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert garuda == "(ตราครุฑ)"
    return [text.replace("\n", "").replace("\u00a0", " ") for text in paragraphs]


# What it says


@pytest.mark.parametrize(
    ("name", "full", "head"),
    [
        ("อบต.วังทองสมมติ", "องค์การบริหารส่วนตำบลวังทองสมมติ", "นายกองค์การบริหารส่วนตำบลวังทองสมมติ"),
        ("อบจ.สมมติบุรี", "องค์การบริหารส่วนจังหวัดสมมติบุรี", "นายกองค์การบริหารส่วนจังหวัดสมมติบุรี"),
        ("ทต. สวนจำลอง", "เทศบาลตำบลสวนจำลอง", "นายกเทศมนตรีตำบลสวนจำลอง"),
        ("ทม.แก่งทดลอง", "เทศบาลเมืองแก่งทดลอง", "นายกเทศมนตรีเมืองแก่งทดลอง"),
        ("เทศบาลนครสาธิต", "เทศบาลนครสาธิต", "นายกเทศมนตรีนครสาธิต"),
        ("เมืองพัทยา", "เมืองพัทยา", "นายกเมืองพัทยา"),
        ("กทม.", "กรุงเทพมหานคร", "ผู้ว่าราชการกรุงเทพมหานคร"),
        ("กรมสาธิต", "กรมสาธิต", "อธิบดีกรมสาธิต"),
        ("มหาวิทยาลัยสาธิต", "มหาวิทยาลัยสาธิต", "อธิการบดีมหาวิทยาลัยสาธิต"),
        ("สถาบันสาธิต", "สถาบันสาธิต", None),
        ("อบต.ตำบลโพนจำลอง อ.ท่าสมมติ จ.นครพนม", "องค์การบริหารส่วนตำบลโพนจำลอง", "นายกองค์การบริหารส่วนตำบลโพนจำลอง"),
        ("ทต.ดอนจำลอง (สกลนคร)", "เทศบาลตำบลดอนจำลอง", "นายกเทศมนตรีตำบลดอนจำลอง"),
    ],
)
def test_the_name_stands_in_full_and_the_head_signs(name: str, full: str, head: str | None) -> None:
    assert agency_in_full(name, None) == full
    assert head_of(full) == head
    lines = text_of(name, "").splitlines()
    assert lines[:2] == [f"ประกาศ{full}", f"เรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ{full}"]
    assert lines[-1] == (head or "……………………")


@pytest.mark.parametrize(
    ("name", "kind", "why"),
    [
        ("", None, BadName.MISSING),
        ("อบต.", None, BadName.MISSING),
        ("Wang Thong", "sao", BadName.NOT_THAI),
        ("ทต.สวนจำลอง", "sao", BadName.ANOTHER_KIND),
        ("กรมสวนจำลอง", "sao", BadName.ANOTHER_KIND),
        ("สำนักงานสวนจำลอง", "sao", BadName.ANOTHER_KIND),
        ("สวนจำลอง", "pattaya", BadName.ANOTHER_KIND),
        ("อบต." + "ก" * 300, None, BadName.TOO_LONG),
    ],
)
def test_a_name_in_which_nothing_can_be_drafted(name: str, kind: str | None, why: BadName) -> None:
    assert agency_in_full(name, find_kind(kind) if kind else None) is why


@pytest.mark.parametrize("name", ["วังทองสมมติ", "สำนักสมมติ"])
def test_a_kind_that_stands_apart_is_written_before_the_name(name: str) -> None:
    """There are tambons whose names begin as those of offices do: สำนักท้อน."""
    assert agency_in_full(name, find_kind("อบต.")) == f"องค์การบริหารส่วนตำบล{name}"


def test_the_parts_of_the_notice_in_their_order() -> None:
    text = text_of(telephones=[PHONE, "0 2141 9000 ต่อ 12"], channels=["LINE: @wangthong9", "เคาน์เตอร์ 2"])
    parts = [
        "ประกาศองค์การบริหารส่วนตำบลวังทองสมมติ\n",
        "พ.ศ. ๒๕๖๙\n",
        "มาตรา ๑๐ วรรคหนึ่ง แห่งพระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. ๒๕๖๕",
        "บรรดาคำขออนุญาตหรือการติดต่อใด ๆ ที่ประชาชนส่งหรือมีถึงหน่วยงานของรัฐ",
        "พ.ศ. ๒๕๖๕ นายกองค์การบริหารส่วนตำบลวังทองสมมติ ออกประกาศไว้ ดังต่อไปนี้\n",
        "ข้อ ๑ ",
        f"(๑) ไปรษณีย์อิเล็กทรอนิกส์ {ADDRESS}\n",
        f"(๒) เว็บไซต์ {WEBSITE}\n",
        "(๓) LINE: @wangthong9\n",
        "(๔) เคาน์เตอร์ ๒\n",
        "ข้อ ๒ ",
        "ในวันและเวลาราชการทางโทรศัพท์ ดังนี้\nหมายเลขโทรศัพท์ ๐-๓๖๗๗-๖๕๔๓\nหมายเลขโทรศัพท์ ๐ ๒๑๔๑ ๙๐๐๐ ต่อ ๑๒\n",
        "ข้อ ๓ ",
        "หลักฐานเบื้องต้น",
        "ประกาศ ณ วันที่ ๑๑ มกราคม พ.ศ. ๒๕๖๙\n",
        "(……………………)\n",
        "นายกองค์การบริหารส่วนตำบลวังทองสมมติ\n",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert text.endswith(parts[-1])


def test_no_ascii_digit_stands_outside_addresses_websites_and_accounts() -> None:
    address, website = "saraban_06480115@dla.go.th", "www.4wang.go.th"
    told = {
        "telephones": ["0-3677-6543 ต่อ 1"],
        "channels": ["LINE: @wang123", "จุดบริการ 4"],
        "position": "รองนายก คนที่ 1",
    }
    text = text_of("อบต.วังทองสมมติ 9", address, website, **told)
    assert re.findall("[0-9]+", text) == ["06480115", "4", "123"]
    assert "วังทองสมมติ ๙" in text
    assert text.endswith("รองนายก คนที่ ๑\n")


def test_what_is_missing_is_a_blank_and_further_channels_are_none() -> None:
    facts = draft_facts(check_address("", name="สถาบันสาธิต"), DAY)
    assert [missing.name for missing in facts.missing] == ["ADDRESS", "WEBSITE", "TELEPHONE", "POSITION", "SIGNATORY"]
    blanks = [piece for paragraph in notice_paragraphs(facts) for piece in paragraph.pieces if piece.is_blank]
    assert len(blanks) == 6  # the position twice: of whoever issues the notice, and of whoever signs it
    assert "(๓)" not in text_of()


def test_braces_and_marks_in_a_fact_are_plain_text() -> None:
    text = text_of(channels=["{agency} %s {0}", "<b>&amp;"], telephones=["0-3677-6543 {day}"])
    assert "(๓) {agency} %s {๐}\n(๔) <b>&amp;\n" in text
    assert "๐-๓๖๗๗-๖๕๔๓ {day}\n" in text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("โรงพยาบาลสาธิต (ส่วนที่ 2)", "ติดต่อโรงพยาบาลสาธิต (ส่วนที่ ๒) โดยวิธีการ"),
        ("สำนักงานสาธิต เขต 2", "ว่าสำนักงานสาธิต เขต ๒ ได้รับเรื่อง"),
        ("กรมสาธิตฯ", "ติดต่อกรมสาธิตฯ ทางช่องทาง"),
        ("ศูนย์สาธิต ABC", "ติดต่อศูนย์สาธิต ABC โดยวิธีการ"),
        ("กรมสาธิต", "ติดต่อกรมสาธิตโดยวิธีการ"),
    ],
)
def test_a_space_stands_behind_brackets_and_numerals_of_a_name(name: str, said: str) -> None:
    assert said in text_of(name, "")


@pytest.mark.parametrize(
    ("name", "position", "issuer"),
    [
        (NAME, None, "นายกองค์การบริหารส่วนตำบลวังทองสมมติ"),
        (NAME, "ปลัดองค์การบริหารส่วนตำบล ปฏิบัติหน้าที่ นายกองค์การบริหารส่วนตำบลวังทองสมมติ", "นายกองค์การบริหารส่วนตำบลวังทองสมมติ"),
        ("กรมสาธิต", "รองอธิบดี รักษาราชการแทน อธิบดีกรมสาธิต", "อธิบดีกรมสาธิต"),
        ("กระทรวงสาธิต", "รัฐมนตรีว่าการกระทรวงสาธิต", "รัฐมนตรีว่าการกระทรวงสาธิต"),
        ("กระทรวงสาธิต", None, "ปลัดกระทรวงสาธิต"),
        ("สถาบันสาธิต", "ผู้อำนวยการสถาบันสาธิต", "ผู้อำนวยการสถาบันสาธิต"),
        ("สถาบันสาธิต", "รองผู้อำนวยการ รักษาการแทน ผู้อำนวยการสถาบันสาธิต", "ผู้อำนวยการสถาบันสาธิต"),
        ("เทศบาลตำบลสาธิต", "หัวหน้าสำนักปลัด", "นายกเทศมนตรีตำบลสาธิต"),
        ("มหาวิทยาลัยสาธิต วิทยาเขตจำลอง", "รองอธิการบดีวิทยาเขตจำลอง", "รองอธิการบดีวิทยาเขตจำลอง"),
        ("สถาบันสาธิต", None, "……………………"),
    ],
)
def test_the_head_issues_the_notice_whoever_signs_it(name: str, position: str | None, issuer: str) -> None:
    """Section 20."""
    text = text_of(name, "", position=position)
    assert f"พ.ศ. ๒๕๖๕ {issuer} ออกประกาศไว้" in text
    assert text.endswith(f"\n{position or issuer}\n")


OF_LOCAL = {"pao": "02480101", "sao": "06480191", "subdistrict": "05480191", "town": "04480191", "city": "03480191"}


@pytest.mark.parametrize("sort", agency_sorts(), ids=lambda sort: sort.begins)
@pytest.mark.parametrize(
    "told", [{"telephones": ["0-2000-0101"]}, {"telephones": ["0-2000-0101"] * 2, "channels": ["LINE: @sathit"]}]
)
def test_what_is_drafted_for_any_sort_of_agency_passes(sort: AgencySort, told: dict[str, list[str]]) -> None:
    """Only what nobody knows but the agency is left blank: the signatory's name, and the head's title of some sorts."""
    agency = f"{sort.begins}ทดลองสาธิต"
    kind = kind_of_name(agency)
    code = OF_LOCAL.get(kind.key) if kind else None
    address = f"saraban_{code}@dla.go.th" if code else "saraban@sathit-jamlong.go.th"
    check = check_address(address, name=agency, website="www.sathit-jamlong.go.th")
    text = "\n".join(paragraph.text for paragraph in notice_paragraphs(draft_facts(check, DAY, **told)))  # type: ignore[arg-type]
    found = {one.code for one in check_notice_text(text, NoticeContext(as_of=DAY)).findings}
    assert found == {"SB536"} if sort.head else found <= {"SB517", "SB535", "SB536"}


def test_an_incorrect_address_never_stands_in_a_notice() -> None:
    check = check_address("sarabun@wang-thong.go.th", name=NAME, website=WEBSITE)
    assert draft_facts(check, DAY).address is None


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("www.wang-thong.go.th", "www.wang-thong.go.th"),
        ("HTTP://WWW.Wang-Thong.go.th/index.php", "www.wang-thong.go.th"),
        ("https://wang-thong.go.th/", "wang-thong.go.th"),
        ("wang-thong.go.th/Office/1/", "wang-thong.go.th/Office/1"),
        ("เว็บไซต์ www.wang-thong.go.th", "www.wang-thong.go.th"),
        ("https://www.facebook.com/wangthong", None),
        ("-", None),
        ("", None),
    ],
)
def test_websites_as_a_notice_shows_them(cell: str, shown: str | None) -> None:
    assert shown_website(cell) == shown


def test_the_day_is_read_in_either_era() -> None:
    assert day_of_notice("11/1/2569") == day_of_notice("2026-01-11") == day_of_notice("๑๑ มกราคม พ.ศ. ๒๕๖๙") == DAY
    for wrong in ("32/1/2569", "x", "11/10/2565"):
        with pytest.raises(RequestError):
            day_of_notice(wrong)


# The files


def test_the_files_say_the_same_and_are_the_same_each_time(tmp_path: Path) -> None:
    args = (*WHOLE, "--channel", "LINE: @wangthong")
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        drafted(*args, "-o", "n.docx", "-o", "n.txt", cwd=tmp_path / folder)
    for name in ("n.docx", "n.txt"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    text = (tmp_path / "a" / "n.txt").read_text(encoding="utf-8")
    assert read_docx(tmp_path / "a" / "n.docx") == [line for line in text.splitlines() if line]
    assert drafted(*args) == text
    with zipfile.ZipFile(tmp_path / "a" / "n.docx") as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("docProps" in name or "media" in name for name in archive.namelist())


def test_the_paper_and_the_letters_are_those_of_an_official_notice(tmp_path: Path) -> None:
    drafted("--name", NAME, "--date", "11/1/2569", "-o", tmp_path / "n.docx")
    document = docx.Document(str(tmp_path / "n.docx"))
    section = document.sections[0]
    sizes = (section.page_width, section.page_height, section.left_margin, section.right_margin, section.top_margin)
    assert [round(size.cm, 1) for size in sizes if size] == [21, 29.7, 3, 2, 1.5]
    with zipfile.ZipFile(tmp_path / "n.docx") as archive:
        styles = archive.read("word/styles.xml").decode()
        assert "TH SarabunIT๙" in archive.read("word/fontTable.xml").decode()
    for part in (
        'w:cs="TH SarabunPSK"',
        'w:ascii="TH SarabunPSK"',
        '<w:szCs w:val="32"/>',
        'w:bidi="th-TH"',
        "<w:bCs/>",
    ):
        assert part in styles
    assert "Theme=" not in styles
    garuda, title, *_, position = document.paragraphs
    assert garuda.style is not None
    place = garuda.style.paragraph_format
    assert (place.alignment, place.line_spacing_rule) == (WD_ALIGN_PARAGRAPH.CENTER, WD_LINE_SPACING.AT_LEAST)
    assert round(place.line_spacing.cm, 2) == 3
    assert title.style is not None
    assert title.style.paragraph_format.alignment is WD_ALIGN_PARAGRAPH.CENTER
    body = next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith("ข้อ\u00a0๒"))
    assert body.style is not None
    assert body.style.paragraph_format.alignment is WD_ALIGN_PARAGRAPH.THAI_JUSTIFY
    assert position.style is not None
    assert position.style.paragraph_format.keep_with_next
    marked = [run_.text for paragraph in document.paragraphs for run_ in paragraph.runs if run_.font.highlight_color]
    assert marked == ["(ตราครุฑ)", *["……………………"] * 4]  # address, website, telephone, signatory


LONG = "มหาวิทยาลัยเทคโนโลยีราชมงคลสาธิตแห่งการทดลองภาคตะวันออกเฉียงเหนือ"
LONG_SITE = "www.rajamangala-thotlong-northeastern.ac.th"


def words_of(name: str, site: str, telephones: int, channels: int) -> tuple[NoticeParagraph, ...]:
    check = check_address(f"saraban@{site.removeprefix('www.')}" if site else "", name=name, website=site)
    numbers, others = [f"0-2000-000{number}" for number in range(telephones)], ["LINE: @sathit"] * channels
    return notice_paragraphs(draft_facts(check, DAY, telephones=numbers, channels=others))


def docx_of(words: tuple[NoticeParagraph, ...]) -> Any:
    return docx.Document(BytesIO(b"".join(DRAFT_WRITERS["docx"].write(words))))


def test_a_line_of_title_address_or_signature_ends_before_a_name_or_an_address_and_never_in_it() -> None:
    short = [paragraph.text for paragraph in docx_of(words_of(NAME, WEBSITE, 1, 1)).paragraphs]
    assert not [text for text in short if "\n" in text]
    document = docx_of(words_of(LONG, LONG_SITE, 1, 1))
    assert [paragraph.text for paragraph in document.paragraphs if "\n" in paragraph.text] == [
        f"เรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ\n{LONG}",
        f"(๑) ไปรษณีย์อิเล็กทรอนิกส์ \nsaraban@{LONG_SITE.removeprefix('www.')}",
        f"อธิการบดี\n{LONG}",
    ]
    unproofed = [run_.text for paragraph in document.paragraphs for run_ in paragraph.runs if run_.font.no_proof]
    assert unproofed == [f"saraban@{LONG_SITE.removeprefix('www.')}", LONG_SITE, "@sathit", "๐-๒๐๐๐-๐๐๐๐"]


def test_no_line_begins_with_a_numeral_and_addresses_are_as_they_are_copied() -> None:
    text = "\n".join(paragraph.text for paragraph in docx_of(words_of(NAME, WEBSITE, 1, 1)).paragraphs)
    assert not re.search(" [๐-๙ๆ]", text)
    for tied in ("พ.ศ.\u00a0๒๕๖๕", "มาตรา\u00a0๑๐", "ใด\u00a0ๆ", "ข้อ\u00a0๑", "วันที่\u00a0๑๑"):
        assert tied in text
    assert f" {ADDRESS}\n" in text
    assert f" {WEBSITE}\n" in text


def test_the_last_clause_the_day_and_the_signature_stay_on_one_page() -> None:
    for words in (words_of(NAME, WEBSITE, 1, 0), words_of(LONG, "", 3, 5)):
        *_, clause, day, brackets, position = docx_of(words).paragraphs
        assert clause.text.startswith("ข้อ\u00a0๓")
        assert clause.paragraph_format.keep_with_next
        for held in (day, brackets, position):
            assert held.style.paragraph_format.keep_with_next
            assert held.style.paragraph_format.keep_together
        assert clause.style.paragraph_format.widow_control


def test_lines_are_single_and_lower_only_where_one_page_needs_it() -> None:
    assert line_height(words_of(NAME, WEBSITE, 1, 1)) is None
    heights = [line_height(words_of(LONG, LONG_SITE, telephones, others)) for telephones, others in ((1, 0), (2, 3))]
    assert all(height and 16 < height < 21.3 for height in heights), heights
    assert line_height(words_of(LONG, LONG_SITE, 20, 20)) == 16
    held = docx_of(words_of(LONG, LONG_SITE, 2, 3)).paragraphs[1:]
    assert {paragraph.paragraph_format.line_spacing.pt for paragraph in held} == {heights[1]}


def test_a_long_position_moves_the_signature_to_the_left() -> None:
    far, left = (docx_of(words_of(name, "", 1, 0)).paragraphs[-2:] for name in (NAME, LONG))
    assert {round(paragraph.paragraph_format.left_indent.cm, 1) for paragraph in far} == {6}
    assert len({paragraph.paragraph_format.left_indent for paragraph in left}) == 1
    assert left[0].paragraph_format.left_indent < Cm(5)


def test_libreoffice_opens_it(tmp_path: Path) -> None:
    drafted(*WHOLE, "-o", tmp_path / "n.docx")
    shown = converted(tmp_path / "n.docx", "txt", tmp_path).read_text(encoding="utf-8-sig").replace("\u00a0", " ")
    assert [line.strip() for line in shown.splitlines() if line.strip()][1:] == [
        line.strip() for line in read_docx(tmp_path / "n.docx")
    ]


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_texts_that_mean_harm_are_text(tmp_path: Path, text: str) -> None:
    given = text.replace("\x00", "")  # no argument holds one
    args = ("--name", NAME + given, "--channel", "ช่อง" + given, "--position", "นายก" + given, "--phone", PHONE + given)
    env = {"GITHUB_ACTIONS": "true"}
    done = run(
        "draft", "notice", *args, "-o", tmp_path / "n.docx", "-o", tmp_path / "n.txt", "--format", "txt", env=env
    )
    assert done.returncode == 0, done.stderr
    written = (tmp_path / "n.txt").read_text(encoding="utf-8")
    assert read_docx(tmp_path / "n.docx") == [line for line in written.split("\n") if line]
    for shown in (done.stdout, done.stderr, written):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028]", shown)
    assert not re.search(r"^\s*::|##\[", done.stdout + done.stderr, re.MULTILINE)


# One agency


def test_a_notice_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    """It may be filled in or signed already."""
    target = tmp_path / "n.docx"
    target.write_bytes(b"signed")
    args = ("draft", "notice", "--name", NAME, "--address", ADDRESS, "--website", WEBSITE, "-o", target)
    done = run(*args, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "n.docx: this file exists" in done.stderr
    assert target.read_bytes() == b"signed"
    assert run(*args, "--force").returncode == 0
    assert target.read_bytes() != b"signed"


def test_an_incorrect_address_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    target = tmp_path / "n.docx"
    target.write_bytes(b"before")
    args = ("--name", NAME, "--address", "sarabun@wang-thong.go.th", "--website", WEBSITE, "-o", target, "--force")
    done = run("draft", "notice", *args, "-q", "--lang", "en")
    assert (done.returncode, done.stdout) == (1, "")
    assert target.read_bytes() == b"before"
    assert "SB202" in done.stderr
    assert ADDRESS in done.stderr  # what to use instead
    assert done.stderr.endswith("nothing was drafted, because the address is not correct; mend it and try again\n")
    found = by_contract("draft", run("draft", "notice", *args, "--format", "json").stdout)
    assert not found.drafted
    assert [(left.reason, left.findings[0].code) for left in found.left_out] == [("address-not-correct", "SB202")]


def test_the_address_is_judged_by_what_is_said_of_the_agency() -> None:
    other = ("--address", "saraban_06480115@dla.go.th", "--name", NAME)
    assert run("draft", "notice", *other).returncode == 0
    assert "SB303" in run("draft", "notice", *other, "--code", "06480116").stderr
    assert "SB304" in run("draft", "notice", *other, "--province", "สกลนคร").stderr
    assert "SB404" in run("draft", "notice", "--name", NAME, "--address", ADDRESS, "--website", "www.a.go.th").stderr


def test_a_warning_and_the_blanks_are_said_and_q_is_quiet() -> None:
    args = ("--name", "ทต.สวนจำลอง", "--address", "saraban_06130491@dla.go.th", "--lang", "en", "--date", "11/1/2569")
    done = run("draft", "notice", *args)
    assert done.returncode == 0
    assert "SB305" in done.stderr
    assert "To fill in: website · telephone · name of the signatory" in done.stderr
    assert run("draft", "notice", *args, "-q").stderr == ""


@pytest.mark.parametrize(
    ("args", "said", "unsaid"),
    [
        (("--name", NAME), ("from DLA", "3 cm high", "further channels"), ("DGA",)),
        (("--name", "มหาวิทยาลัยสาธิต"), ("one from DGA",), ("DLA",)),
        (("--name", NAME, "--address", ADDRESS, "--website", WEBSITE, "--channel", "LINE: @x"), (), ("DLA", "further")),
    ],
)
def test_the_steps_told_are_those_that_are_left(
    tmp_path: Path, args: tuple[str, ...], said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    done = run("draft", "notice", *args, "-o", tmp_path / "n.docx", "--lang", "en", env={"COLUMNS": "300"})
    for word in (*said, "the head of the agency sign (section 20)", "info.go.th"):
        assert word in done.stderr
    for word in unsaid:
        assert word not in done.stderr.partition("\nNext\n")[2]


def test_a_mobile_number_stands_in_the_notice_and_nowhere_else(tmp_path: Path) -> None:
    args = ("--name", NAME, "--phone", MOBILE, "--date", "11/1/2569")
    done = run("draft", "notice", *args, "-o", tmp_path / "n.txt", "--format", "json")
    written = (tmp_path / "n.txt").read_text(encoding="utf-8")
    assert "๐๘๑-๒๓๔-๕๖๗๘" in written
    for number in (MOBILE, "๐๘๑-๒๓๔-๕๖๗๘"):
        assert number not in done.stdout + done.stderr


def test_a_website_that_cannot_be_the_agencys_own_is_said_and_left_blank() -> None:
    done = run("draft", "notice", "--name", NAME, "--website", "https://www.facebook.com/wang", "--lang", "en")
    assert "--website https://www.facebook.com/wang: this cannot be read" in done.stderr
    assert "(๒) เว็บไซต์ ……………………\n" in done.stdout


def test_json_of_one_agency_keeps_to_its_contract() -> None:
    found = by_contract("draft", drafted(*WHOLE, "--format", "json"))
    one = found.drafted[0]
    assert (one.address, one.origin, one.blanks, one.files) == (ADDRESS, "given", ["signatory"], [])
    assert (found.source, found.summary, found.left_out, one.row) == (None, None, [], None)


def test_a_day_to_come_is_said() -> None:
    done = run("draft", "notice", "--name", NAME, "--date", "2999-01-01", "--lang", "en")
    assert done.returncode == 0
    assert "the date is yet to come" in done.stderr


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("--name", "อบต."),
        ("--name", "Wang"),
        ("--name", NAME, "--date", "yesterday"),
        ("--name", NAME, "--phone", "call us"),
        ("--name", NAME, "--position", "ก" * 301),
        ("--name", NAME, "--code", "1"),
        ("--name", NAME, "--kind", "castle"),
        ("--name", NAME, "-o", "n.pdf"),
        ("--name", NAME, "-o", "-"),
        ("--name", NAME, "--txt"),
        ("--name", NAME, "--only", "B"),
        ("--name", NAME, "--format", "screen"),
        ("--from", DATA / "agencies.xlsx", "--name", NAME, "-o", "d"),
        ("--from", DATA / "agencies.xlsx", "--phone", PHONE, "-o", "d"),
        ("--from", DATA / "agencies.xlsx"),
        ("--from", DATA / "agencies.xlsx", "-o", "d", "-o", "e"),
        ("--from", DATA / "agencies.xlsx", "-o", "none/d"),
        ("--from", DATA / "agencies.xlsx", "-o", "d", "--format", "txt"),
        ("--from", DATA / "agencies.xlsx", "-o", "d", "--only", "Q"),
        ("--from", DATA / "agencies.xlsx", "-o", DATA),
    ],
)
def test_a_request_that_cannot_be_met_is_one_sentence(tmp_path: Path, args: tuple[str | Path, ...]) -> None:
    done = run("draft", "notice", *args, "--lang", "en", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


# A list


def batch(folder: Path, *args: str | Path) -> Any:
    return by_contract(
        "draft",
        drafted("--from", DATA / "agencies.xlsx", "-o", folder, "--format", "json", "--date", "1/3/2569", *args),
    )


def test_each_agency_of_the_groups_gets_a_draft_and_the_others_a_reason(tmp_path: Path) -> None:
    found = batch(tmp_path / "d", "--txt")
    assert found.summary is not None
    assert found.summary.total == 70 == len(found.drafted) + len(found.left_out)
    assert {one.group[:1] for one in found.drafted if one.group} == set("BCDEW")
    assert {left.reason for left in found.left_out} == {"not-asked-for"}
    assert sorted(path.name for path in (tmp_path / "d").iterdir()) == sorted(
        f for one in found.drafted for f in one.files
    )
    rows = [one.row for one in found.drafted]
    assert rows == sorted(rows)
    for one in found.drafted:
        docx_file, txt_file = (tmp_path / "d" / name for name in one.files)
        lines = txt_file.read_text(encoding="utf-8").splitlines()
        assert read_docx(docx_file) == [line for line in lines if line]
        assert lines[0] == f"ประกาศ{one.agency}"
        assert (one.address is None) == ("address" in one.blanks)
        assert one.address is None or f"(๑) ไปรษณีย์อิเล็กทรอนิกส์ {one.address}" in lines
        if one.address:
            assert check_address(one.address, code=one.code, name=one.name).verdict.correct


def test_where_the_addresses_of_a_batch_come_from(tmp_path: Path) -> None:
    by_row = {one.row: one for one in batch(tmp_path / "d").drafted}
    wanted = {
        5: ("saraban_06110391@dla.go.th", "record"),
        7: (None, None),  # W, with the code of its old status
        12: (None, None),  # W, with a site that says nothing of the new status
        20: ("saraban_06250491@dla.go.th", "stated"),  # D1
        61: ("saraban_05720391@dla.go.th", "record"),  # W, whose code is that of its new status
        65: ("saraban_05800991@dla.go.th", "issued"),
    }
    assert {row: (by_row[row].address, by_row[row].origin) for row in wanted} == wanted
    assert by_row[61].files == ["05720391-ทต.เดิมสาธิต.docx"]


HEADER = (*LIST_HEADER, "อีเมลที่หน่วยงานกลางออกให้แล้ว", "ยกฐานะ")


def of_rows(tmp_path: Path, *rows: tuple[str, ...], only: str = "B,C,D,E,W") -> Any:
    """The drafts of a list: code, name, website, address, notice, posted, delivery, issued, upgraded."""
    full = [(code, name, "", "", *rest) for code, name, *rest in rows]
    path = write_list(tmp_path / "list.csv", full, HEADER)
    args = ("--from", path, "-o", tmp_path / "d", "--only", only, "--format", "json", "-q")
    return by_contract("draft", drafted(*args))


def test_an_issued_address_is_used_where_it_is_what_the_agency_has_to_use(tmp_path: Path) -> None:
    issued = "saraban_06480191@dla.go.th"
    site, own = "www.nueng.go.th", "saraban@nueng.go.th"
    found = of_rows(
        tmp_path,
        ("06480191", "อบต.หนึ่งสมมติ", site, own, "✗", "✗", "✗", issued, ""),  # E: step 1 is to use the issued one
        ("06480191", "อบต.หนึ่งสมมติ", site, own, "✓", "✗", "✓", issued, ""),  # D1: the notice is right, and posted
        ("06480191", "อบต.หนึ่งสมมติ", site, own, "✗", "✗", "✗", "", ""),
    )
    assert [(one.group, one.address, one.origin) for one in found.drafted] == [
        ("E", issued, "issued"),
        ("D1", own, "stated"),
        ("E", own, "stated"),
    ]
    assert [one.files for one in found.drafted] == [
        ["06480191-อบต.หนึ่งสมมติ.docx"],
        ["06480191-อบต.หนึ่งสมมติ-2.docx"],
        ["06480191-อบต.หนึ่งสมมติ-3.docx"],
    ]


def test_of_the_new_status_only_its_own_address_will_do(tmp_path: Path) -> None:
    old, new = "saraban_06480191@dla.go.th", "saraban_05480191@dla.go.th"
    found = of_rows(
        tmp_path,
        ("05480191", "ทต.หนึ่งสมมติ", "", old, "✓", "✓", "✓", "", "ยกฐานะ"),
        ("", "ทต.สองสมมติ", "", old, "✓", "✓", "✓", "", "ยกฐานะ"),
        ("05480191", "ทต.สามสมมติ", "", new, "✓", "✓", "✓", "", "ยกฐานะ"),
        ("", "ทต.สี่สมมติ", "", old, "✓", "✓", "✓", new, "ยกฐานะ"),
        ("06480191", "อบต.ห้าสมมติ", "", old, "✓", "✓", "✓", "", "ยกฐานะ"),
        ("05480191", "ทต.หกสมมติ", "www.hok.go.th", "hok@gmail.com", "✓", "✓", "✓", "", "ยกฐานะ"),
    )
    assert [(one.address, one.origin) for one in found.drafted] == [
        (new, "record"),
        (None, None),
        (None, None),  # it may be the one of the status before
        (new, "issued"),
        (None, None),  # nothing tells whether its code and its site are of the new status
    ]
    assert [(left.name, left.reason) for left in found.left_out] == [("อบต.ห้าสมมติ", "name-of-old-status")]


def test_a_doubted_address_is_not_used(tmp_path: Path) -> None:
    row = ("", "ทต.หนึ่งสมมติ", "", "saraban_06480191@dla.go.th", "✗", "✗", "✗", "", "")
    assert [one.address for one in of_rows(tmp_path, row).drafted] == [None]


def test_who_gets_no_draft_is_said_with_the_reason(tmp_path: Path) -> None:
    rest = ("", "", "✗", "✗", "✗", "", "")
    path = write_list(
        tmp_path / "list.csv",
        [("", name, "", "", *rest) for name in ("", "Wang", "อบต." + "ก" * 400, "อบต.หนึ่งสมมติ")],
        HEADER,
    )
    args = ("--from", path, "-o", tmp_path / "d", "--lang", "en")
    found = by_contract("draft", drafted(*args, "--format", "json"))
    assert [left.reason for left in found.left_out] == ["no-name", "name-not-thai", "name-too-long"]
    assert [one.files for one in found.drafted] == [["row-5-อบต.หนึ่งสมมติ.docx"]]
    screen = drafted(*args, "--force")
    assert "Not drafted" in screen
    assert "the agency's name is not in Thai" in screen
    assert "Row 5  E  อบต.หนึ่งสมมติ" in screen


def test_the_screen_shortens_its_list_and_says_what_to_do(tmp_path: Path) -> None:
    args = ("--from", DATA / "agencies.xlsx", "-o", tmp_path / "d", "--lang", "en", "--date", "1/3/2569")
    screen = drafted(*args, "--only", "B", "--limit", "2", env={"COLUMNS": "80"})
    assert re.search(r"^Notices drafted, dated 1 March 2026,\s+in\s.*:\s+22$", screen, re.MULTILINE | re.DOTALL)
    assert "Drafts (shown 2 of 22)" in screen
    assert screen.count("\nRow ") == 2
    for word in ("account of each draft exists", "Garuda", "info.go.th", "--limit 22", "marked yellow"):
        assert word in screen
    assert all(len(line) <= 80 for line in re.sub("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]", "", screen).splitlines())
    nothing = drafted(*args, "--only", "B", "--province", "ภูเก็ต")
    assert nothing.startswith("No agency fits the selection")


def test_earlier_drafts_are_not_written_over_unless_forced(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    batch(folder, "--only", "C")
    first, other = sorted(folder.iterdir())
    first.write_bytes(b"filled in by hand")
    other.unlink()
    done = run("draft", "notice", "--from", DATA / "agencies.xlsx", "-o", folder, "--only", "C", "-q", "--lang", "en")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "--force" in done.stderr
    assert first.name in done.stderr
    assert [path.name for path in folder.iterdir()] == [first.name]
    assert first.read_bytes() == b"filled in by hand"
    batch(folder, "--only", "C", "--force")
    assert len(read_docx(first)) > 10
    assert other.exists()


def test_the_list_itself_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "agencies.xlsx"
    path.write_bytes((DATA / "agencies.xlsx").read_bytes())
    done = run("draft", "notice", "--from", path, "-o", tmp_path, "--force")
    assert done.returncode == 2
    assert [found.name for found in tmp_path.iterdir()] == ["agencies.xlsx"]


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_names_of_files_are_safe_everywhere(text: str) -> None:
    name = FileNames().name_for(None, 7, "องค์การบริหารส่วนตำบล" + text + '/../\\con:<>|?*"')
    assert name.startswith("row-7-อบต")
    assert not re.search(r'[\x00-\x1f\x7f<>:"/\\|?*\ud800-\udfff]', name)
    assert not name.endswith((" ", "."))


def test_names_of_files_are_short_and_each_its_own() -> None:
    names = FileNames()
    long = "องค์การบริหารส่วนตำบล" + "กี้" * 90
    found = [names.name_for("06480191", 1, long) for _ in range(12)]
    assert len(set(found)) == 12
    assert max(len(f"{name}.docx".encode()) for name in found) <= 120
    assert all(name.removesuffix(f"-{number}").endswith("กี้") for number, name in enumerate(found, start=1))
    assert names.name_for("06480191", 2, "WANG ก") != names.name_for("06480191", 3, "wang ก")


def test_hostile_cells_of_a_list_become_text(tmp_path: Path) -> None:
    rows = [("", "อบต.สมมติ" + text, text, text, text, text, "✗", "✗", "✗", text, "") for text in HOSTILE_TEXTS]
    path = write_list(tmp_path / "list.csv", rows, HEADER)
    args = ("--from", path, "-o", tmp_path / "d", "--only", "B,C,D,E,W,undetermined")
    done = run("draft", "notice", *args, "--limit", "100", env={"GITHUB_ACTIONS": "true"})
    assert done.returncode == 0, done.stderr
    assert not re.search(r"^\s*::|##\[", done.stdout + done.stderr, re.MULTILINE)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028]", done.stdout + done.stderr)
    files = list((tmp_path / "d").iterdir())
    assert len(files) == len(HOSTILE_TEXTS)
    for file in files:
        assert read_docx(file)[0].startswith("ประกาศองค์การบริหารส่วนตำบลสมมติ")


def test_a_list_from_standard_input_and_the_settings_of_a_folder(tmp_path: Path) -> None:
    data = (DATA / "agencies.csv").read_bytes()
    (tmp_path / "saraban-check.toml").write_text("limit = 1\n", encoding="utf-8")
    screen = drafted("--from", "-", "-o", "d", "--only", "C", "-q", "--lang", "en", stdin=data, cwd=tmp_path)
    assert "shown 1 of 2" in screen


def test_memory_of_a_large_batch_stays_small(tmp_path: Path) -> None:
    rows = [
        (f"0648{number:04}", f"อบต.ที่{number}สมมติ", "", "นครพนม", "", "a@gmail.com", "✓", "✓", "✓", "", "")
        for number in range(300)
    ]
    path = write_list(tmp_path / "list.csv", rows, HEADER)
    done = run("draft", "notice", "--from", path, "-o", tmp_path / "d", "-q", before=memory_limit(600))
    assert done.returncode == 0, done.stderr
    with (tmp_path / "list.csv").open(encoding="utf-8") as file:
        assert len(list(csv.reader(file))) - 1 == len(list((tmp_path / "d").iterdir())) == 300


def test_json_escapes_what_a_terminal_would_obey(tmp_path: Path) -> None:
    found = drafted("--name", "อบต.วังทองสมมติ\u202e\x1b[31m", "--format", "json")
    assert json.loads(found)["drafted"][0]["agency"] == "องค์การบริหารส่วนตำบลวังทองสมมติ"
    assert "\x1b" not in found
    assert "\u202e" not in found
