"""Agencies' names in notices: a right one is never accused, and another agency is found wherever it stands."""

import datetime
from pathlib import Path

import pytest
from tests.support import CASES, read_cases

from saraban_check.checks.notice_check import check_document
from saraban_check.checks.notice_context import NoticeContext
from saraban_check.model.finding import Severity
from saraban_check.model.notice import Document, DocumentKind, Stated
from saraban_check.notices.lines import Lines
from saraban_check.notices.mentions import Mentions, find_mentions
from saraban_check.notices.reading import read_notice
from saraban_check.notices.running_text import KnownNames
from saraban_check.notices.skeleton import Skeleton
from saraban_check.notices.title import read_title
from saraban_check.reference.agency_heads import sort_of
from saraban_check.reference.kinds import kinds
from saraban_check.registry.files import load_registry

EXTRACT = Path(__file__).resolve().parents[2] / "shared" / "registry" / "lao-2569-06.csv"
SUBJECT, ISSUES = "สำหรับติดต่อ{agency}\n", "{head} ออกประกาศไว้"
NOTICE = f"""ประกาศ{{agency}}
เรื่อง ช่องทางอิเล็กทรอนิกส์{SUBJECT}พ.ศ. ๒๕๖๖

อาศัยอำนาจตามมาตรา ๑๐ แห่งพระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. ๒๕๖๕ {ISSUES} ดังนี้
ข้อ ๑ ให้ติดต่อ{{agency}}หรือ{{head}}โดยวิธีการทางอิเล็กทรอนิกส์ได้ทาง
(๑) ไปรษณีย์อิเล็กทรอนิกส์ saraban@baeb-plaeng.go.th
(๒) เว็บไซต์ www.baeb-plaeng.go.th
ข้อ ๒ ให้สอบถาม{{agency}} ได้ที่หมายเลขโทรศัพท์ ๐-๔๒๐๐-๐๑๐๑
{{more}}
ประกาศ ณ วันที่ ๑๑ มกราคม พ.ศ. ๒๕๖๖

(นายสมมติ ตัวอย่างดี)
{{head}}
"""
IN_TEXT = ("ให้ติดต่อ{other} โดยตรง", "ให้ติดต่อ{other}โดยวิธีการทางอิเล็กทรอนิกส์", "ตามที่ผู้บริหารของ{other}ได้กำหนด")
OTHERS = read_cases(CASES / "notice_names.csv")
AS_OF = NoticeContext(as_of=datetime.date(2026, 11, 28))


def head(agency: str) -> str:
    sort = sort_of(agency)
    assert sort is not None
    return sort.heads_of(agency)[-1] if not sort.head else sort.head_of(agency)


def notice(agency: str, more: str = "") -> str:
    return NOTICE.format(agency=agency, head=head(agency), more=more)


def planted(agency: str, other: str) -> dict[str, str]:
    """A right notice in which another agency stands in one place where an agency must stand."""
    text = notice(agency)
    wrong = {
        "subject": text.replace(SUBJECT.format(agency=agency), SUBJECT.format(agency=other), 1),
        "issuer": text.replace(ISSUES.format(head=head(agency)), ISSUES.format(head=head(other)), 1),
        "signatory": text[: text.rindex(head(agency))] + head(other),
    }
    assert text not in wrong.values()
    return wrong


def found(text: str) -> list[tuple[str, Severity]]:
    result = check_document(Document("n.txt", DocumentKind.TEXT, text), AS_OF)
    return [(found.code, found.severity) for found in result.findings]


@pytest.mark.parametrize("agency", sorted({name for case in OTHERS for name in (case["agency"], case["other"])}))
def test_no_right_notice_is_accused_for_a_name(agency: str) -> None:
    assert found(notice(agency)) == []


@pytest.mark.parametrize("case", OTHERS, ids=lambda case: f"line{case['line']}")
def test_another_agency_where_an_agency_must_stand_is_an_error(case: dict[str, str]) -> None:
    agency, other = case["agency"], case["other"]
    for where, wrong in planted(agency, other).items():
        assert ("SB516", Severity.ERROR) in found(wrong), where


@pytest.mark.parametrize("case", [case for case in OTHERS if case["in_text"]], ids=lambda case: f"line{case['line']}")
def test_another_agency_in_running_text_is_a_warning_however_often(case: dict[str, str]) -> None:
    for said in IN_TEXT:
        more = said.format(other=case["other"])
        for text in (more, f"{more} และ{more}"):
            assert found(notice(case["agency"], text)) == [("SB516", Severity.WARNING)], text


@pytest.mark.parametrize("case", read_cases(CASES / "notice_mentions.csv"), ids=lambda case: f"line{case['line']}")
def test_what_is_no_other_agency_is_not_taken_for_one(case: dict[str, str]) -> None:
    assert found(notice(case["agency"], f"ข้อ ๓ {case['text']}")) == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("ให้ติดต่อองค์การบริหารส่วนตำบลบ้านแปลง โดยตรง", True),
        ("ให้ติดต่อองค์การบริหารส่วนตำบลบ้านแปลงโดยตรง", True),
        ("องค์การบริหารส่วนตำบลควรกลาง ควรทราบ", False),
        ("องค์การบริหารส่วนตำบลควร ได้รับ", True),
        ("องค์การบริหารส่วนตำบลควรได้รับ", False),
        ("ให้ติดต่อองค์การบริหารส่วนตำบลบ้านกลาง โดยตรง", False),
        ("ให้ติดต่อองค์การบริหารส่วนตำบลหนองแบบสามแยก โดยตรง", True),
    ],
)
def test_a_registry_decides_what_is_a_name(text: str, *, is_found: bool) -> None:
    sao = kinds()["sao"]
    known = KnownNames(lambda: ((sao, name) for name in ("บ้านแปลง", "ควร", "หนองแบบ", "หนองแบบสามแยก")))
    written = notice("องค์การบริหารส่วนตำบลหนองแบบ", text)
    assert bool(read_notice(Document("n.txt", DocumentKind.TEXT, written), known).mentions) == is_found


def test_no_name_of_the_registry_is_accused_and_each_is_told_from_the_next() -> None:
    if not EXTRACT.exists():
        pytest.skip("the registry's extract lies beside the project where it is developed")
    before = "องค์การบริหารส่วนตำบลหนองแบบ"
    for number, entry in enumerate(load_registry(EXTRACT)):
        agency = entry.kind.name.th + entry.name.removeprefix(entry.kind.name.th)
        text = notice(agency)
        assert mentions(text) == (agency, Mentions()), agency
        if number % 8 == 0 and entry.kind.only_code is None:
            for where, wrong in planted(agency, before).items():
                assert mentions(wrong)[1].is_sure, (where, agency, before)
            before = agency


def mentions(text: str) -> tuple[str, Mentions]:
    lines = Lines(text)
    title = read_title(text, lines)
    assert title.issuer is not None
    position = Stated(text.rstrip().rpartition("\n")[2], len(text.splitlines()))
    return title.issuer.text, find_mentions(
        Skeleton(text), lines, title.issuer.text, title.start + 1, title.body, position
    )
