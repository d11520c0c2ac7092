"""A notice and other papers in one file: each is taken for what it is, and lines stay those of the file."""

import datetime

import pytest
from tests.notice_texts import ACT, ADDRESS, DONSOMMUT, notice_of
from tests.support import CASES

from saraban_check.checks.notices import check_notice_text
from saraban_check.documents.reading import DocumentReader
from saraban_check.machine.json_notices import notice_object
from saraban_check.model.notice import Document, DocumentKind, Notice, NoticeState, PaperKind
from saraban_check.notices.papers import find_papers
from saraban_check.notices.reading import read_notice

ORDER = f"""คำสั่ง{DONSOMMUT}
ที่ ๑๒๓/๒๕๖๗
เรื่อง ระบบสำหรับการปฏิบัติหน้าที่โดยวิธีการทางอิเล็กทรอนิกส์
อาศัยอำนาจตามความในมาตรา ๑๖ แห่ง{ACT} จึงมีคำสั่งดังต่อไปนี้
ข้อ ๑ ให้เจ้าหน้าที่ใช้ไปรษณีย์อิเล็กทรอนิกส์ office@gmail.com และเว็บไซต์ www.another.go.th
สั่ง ณ วันที่ ๒๐ มีนาคม พ.ศ. ๒๕๖๗
(ลงชื่อ)
(นายสมมติ ตัวอย่างดี)
ปลัด{DONSOMMUT}
"""
LETTER = f"""ที่ นพ ๙๙๙๐๑/ว ๑๒
ที่ทำการ{DONSOMMUT}
๕ กุมภาพันธ์ ๒๕๖๖
เรื่อง ส่งประกาศช่องทางอิเล็กทรอนิกส์
เรียน ท้องถิ่นจังหวัดนครพนม
สิ่งที่ส่งมาด้วย ประกาศ{DONSOMMUT} จำนวน ๑ ฉบับ
จึงเรียนมาเพื่อโปรดทราบ สอบถามที่ clerk@gmail.com
ขอแสดงความนับถือ
(นายสมมติ ตัวอย่างดี)
ปลัด{DONSOMMUT}
"""
MEMO = f"""บันทึกข้อความ
ส่วนราชการ สำนักปลัด {DONSOMMUT}
ที่ นพ ๙๙๙๐๑/๑๒
เรื่อง ขออนุมัติประกาศช่องทางอิเล็กทรอนิกส์
เรียน นายก{DONSOMMUT}
จึงเรียนมาเพื่อโปรดพิจารณา
"""


def read(text: str, *, by_ocr: bool = False) -> Notice:
    return read_notice(Document("-", DocumentKind.TEXT, text, by_ocr=by_ocr))


def addresses(notice: Notice) -> list[str]:
    return [address.text for address in notice.addresses]


@pytest.mark.parametrize("other", [ORDER, LETTER, MEMO])
@pytest.mark.parametrize("is_first", [True, False])
def test_the_notice_is_read_as_if_it_stood_alone(other: str, is_first: bool) -> None:
    alone, text = read(notice_of()), other + notice_of() if is_first else notice_of() + other
    notice = read(text)
    above = other.count("\n") if is_first else 0
    assert notice.issuer is not None
    assert alone.issuer is not None
    assert (notice.issuer.text, notice.issuer.line) == (alone.issuer.text, alone.issuer.line + above)
    assert [(one.text, one.line) for one in notice.addresses] == [(ADDRESS, 5 + above)]
    assert (notice.date, notice.position and notice.position.text) == (
        alone.date,
        alone.position and alone.position.text,
    )
    assert (notice.websites[0].text, len(notice.websites)) == ("www.donsommut.go.th", 1)
    assert len(notice.beside) == 1
    assert notice.beside[0].line == (1 if is_first else notice_of().count("\n") + 1)


def test_each_kind_is_told() -> None:
    kinds = [part.kind for part in find_papers(LETTER + MEMO + ORDER + notice_of())]
    assert kinds == [PaperKind.LETTER, PaperKind.MEMO, PaperKind.ORDER, PaperKind.NOTICE]


@pytest.mark.parametrize("file", sorted(path.name for path in (CASES / "notices").iterdir() if path.suffix == ".txt"))
def test_one_paper_is_never_divided(file: str) -> None:
    with DocumentReader() as reader:
        assert len(find_papers(reader.read(CASES / "notices" / file).text)) == 1


@pytest.mark.parametrize(
    "line",
    [
        f"ตามที่ได้มี\nคำสั่ง{DONSOMMUT} ที่ ๙๙/๒๕๖๕\nเรื่อง มอบหมายเจ้าหน้าที่ ลงวันที่ ๑ มีนาคม ๒๕๖๕",
        f"ให้ยกเลิก\nประกาศ{DONSOMMUT} เรื่อง ช่องทางอิเล็กทรอนิกส์ ลงวันที่ ๑ มีนาคม ๒๕๖๕",
        f"ประกาศ{DONSOMMUT}\nเรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ{DONSOMMUT} (ต่อ)",
    ],
)
def test_a_paper_that_is_cited_or_goes_on_is_not_another(line: str) -> None:
    notice = read(notice_of(more=f"(๓) แอปพลิเคชัน LINE\n{line}"))
    assert (notice.is_notice, notice.beside, notice.date) == (True, (), datetime.date(2023, 1, 11))


@pytest.mark.parametrize("menu", ["ประกาศ\nคำสั่ง\nระเบียบ\n", "ระเบียบวาระ\n", "เข้าสู่ระบบ ลงชื่อเข้าใช้\n"])
def test_a_page_s_menu_is_no_paper(menu: str) -> None:
    notice = read(menu + notice_of())
    assert (notice.is_notice, notice.beside, addresses(notice)) == (True, (), [ADDRESS])


def test_an_order_alone_or_with_a_letter_is_no_notice() -> None:
    for text in (ORDER, LETTER + ORDER, LETTER):
        assert [finding.code for finding in check_notice_text(text).findings] == ["SB512"]


def test_a_notice_of_systems_under_section_16_alone_is_none_of_channels() -> None:
    about = "เรื่อง กำหนดระบบสำหรับการปฏิบัติหน้าที่ของเจ้าหน้าที่"
    text = notice_of(law=f"ตามมาตรา ๑๖ แห่ง{ACT}").replace(f"เรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ{DONSOMMUT}", about)
    assert [finding.code for finding in check_notice_text(text).findings] == ["SB512"]
    both = text.replace("มาตรา ๑๖", "มาตรา ๑๐ และมาตรา ๑๖")
    assert "SB512" not in [finding.code for finding in check_notice_text(both).findings]


NEWER = notice_of(address="(๑) อีเมล saraban@donsommut.go.th", day="๑ มิถุนายน พ.ศ. ๒๕๖๗")


@pytest.mark.parametrize("text", [notice_of() + NEWER, NEWER + notice_of()])
def test_of_two_notices_of_an_agency_the_newer_counts(text: str) -> None:
    notice = read(text)
    assert (addresses(notice), str(notice.date)) == (["saraban@donsommut.go.th"], "2024-06-01")
    assert [paper.kind for paper in notice.beside] == [PaperKind.NOTICE]


@pytest.mark.parametrize(
    ("text", "by_ocr"),
    [
        (notice_of() + notice_of(agency="เทศบาลตำบลบ้านจำลอง"), False),
        (notice_of() + notice_of(address="(๑) อีเมล saraban@donsommut.go.th"), False),
        (notice_of() + notice_of(address="(๑) อีเมล saraban@donsommut.go.th", day="………"), False),
        (notice_of() + NEWER, True),
    ],
)
def test_where_that_cannot_be_told_none_is_judged(text: str, by_ocr: bool) -> None:
    notice = read(text, by_ocr=by_ocr)
    assert notice.undecided is not None
    assert not notice.addresses
    if not by_ocr:
        result = check_notice_text(text)
        assert (result.state, [finding.code for finding in result.findings]) == (NoticeState.UNKNOWN, ["SB510"])
        assert len(result.steps) == 1


def test_the_same_notice_twice_is_one() -> None:
    assert addresses(read(notice_of() + notice_of())) == [ADDRESS]


def test_json_says_what_else_the_file_holds() -> None:
    found = notice_object(check_notice_text(notice_of() + ORDER), "th")
    assert found["beside"] == [{"kind": "order", "line": 14}]
