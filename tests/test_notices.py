"""Section-10 notices as text: what is read of each, and what is found; a line of `cases/notices.csv` each."""

import datetime
import random
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.limits import at_most
from tests.notice_texts import notice_of
from tests.support import CASES, read_cases

from saraban_check.checks.agency_record import agency_record
from saraban_check.checks.notice_check import check_document, judge_document
from saraban_check.checks.notice_context import NoticeContext
from saraban_check.checks.notice_result import finish
from saraban_check.documents.reading import DocumentReader
from saraban_check.model.finding import Severity
from saraban_check.model.notice import Blank, Document, DocumentKind, Notice, NoticePart, NoticeState, Stated
from saraban_check.model.policy import NO_POLICY, Policy
from saraban_check.model.result import NoticeResult
from saraban_check.notices.reading import read_notice
from saraban_check.notices.skeleton import Skeleton, skeleton_of
from saraban_check.rules.catalogue import RULES

NOTICES = CASES / "notices"
RECORD = ("code", "name", "kind", "province", "amphoe", "website", "address", "issued")
NOTICE_CASES = read_cases(CASES / "notices.csv")
NOTICE_RULES = [rule for rule in RULES if "SB510" <= rule.code <= "SB539"]
NOT_OF_TEXT = {"SB510", "SB511", "SB538"}
"""Rules of scans and of lists, which have tests of their own."""

ASKED_OF_NO_PICTURE = {"SB529", "SB537", "SB539"}
"""What OCR alone may have made: a misspelt word, another position, another year."""


def name_of(case: dict[str, str]) -> str:
    return case["file"].removesuffix(".txt") + f"-line{case['line']}"


def document(case: dict[str, str], *, by_ocr: bool = False) -> Document:
    with DocumentReader() as reader:
        return reader.read(NOTICES / case["file"])._replace(by_ocr=by_ocr)


def context(case: dict[str, str]) -> NoticeContext:
    day = datetime.date.fromisoformat(case["as_of"] or "2026-11-27")
    upgraded = datetime.date.fromisoformat(case["upgraded_on"]) if case["upgraded_on"] else None
    known = {field: case[field] for field in RECORD if case[field]}
    return NoticeContext(day, agency_record(**known), upgraded_on=upgraded)


def checked(case: dict[str, str], *, by_ocr: bool = False) -> NoticeResult:
    return check_document(document(case, by_ocr=by_ocr), context(case))


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("case", NOTICE_CASES, ids=name_of)
def test_findings_are_the_expected_ones(case: dict[str, str]) -> None:
    assert [finding.code for finding in checked(case).findings] == case["codes"].split()


@pytest.mark.parametrize("case", [case for case in NOTICE_CASES if case["codes"] != "SB512"], ids=name_of)
def test_what_is_read(case: dict[str, str]) -> None:
    check = checked(case)
    notice = check.notice
    assert notice is not None
    found = {
        "judged": check.address.value or check.address.raw if check.address else "",
        "issuer": squeezed(notice.issuer.text) if notice.issuer else "",
        "section": "yes" if notice.cites_section else "no",
        "act_year": str(notice.act_year or ""),
        "date": notice.date.isoformat() if notice.date else "",
        "telephones": [line.text for line in notice.telephones],
        "mobiles": notice.mobiles,
        "websites": [website.text for website in notice.websites],
        "channels": sorted(notice.channels),
        "position": squeezed(notice.position.text) if notice.position else "",
    }
    expected = {
        "judged": case["judged"],
        "issuer": squeezed(case["issuer"]),
        "section": case["section"],
        "act_year": case["act_year"],
        "date": case["date"],
        "telephones": [part for part in case["telephones"].split("|") if part],
        "mobiles": int(case["mobiles"] or 0),
        "websites": [part for part in case["websites"].split("|") if part],
        "channels": sorted(part for part in case["channels"].split("|") if part),
        "position": squeezed(case["position"]),
    }
    assert found == expected


@pytest.mark.parametrize("case", NOTICE_CASES, ids=name_of)
def test_every_message_can_be_said_and_names_its_part(case: dict[str, str]) -> None:
    for found in checked(case).findings:
        is_address = found.address is not None and found.finding.field in ("address", "code")
        assert is_address or found.finding.field in {part.value for part in NoticePart}
        for said in (found.message("th"), found.message("en")):
            assert said
            assert "{" not in said.replace("{{", "")
            assert "Text(" not in said


def test_every_rule_has_cases_in_both_directions() -> None:
    fires = Counter(code for case in NOTICE_CASES for code in case["codes"].split())
    for rule in NOTICE_RULES:
        if rule.code not in NOT_OF_TEXT:
            assert fires[rule.code] >= 1, f"{rule.code} never fires"
            assert fires[rule.code] < len(NOTICE_CASES)


def test_every_file_is_a_case() -> None:
    assert {case["file"] for case in NOTICE_CASES} == {path.name for path in NOTICES.iterdir()}


@pytest.mark.parametrize("case", NOTICE_CASES, ids=name_of)
def test_what_ocr_read_is_never_an_error(case: dict[str, str]) -> None:
    for policy in (NO_POLICY, Policy(severities=dict.fromkeys(("SB511", "SB521", "SB531"), Severity.ERROR))):
        check = finish(judge_document(document(case, by_ocr=True), context(case)), policy)
        assert [(found.code, found.severity) for found in check.findings] == [("SB511", Severity.INFO)]
        assert check.state is NoticeState.UNKNOWN
        assert (check.suggestions, check.address, check.others, check.addresses, check.offices) == (
            (),
            None,
            (),
            (),
            (),
        )
        assert not [step for step in check.steps if step.command is not None]
        assert not check.needs_address
        assert check.notice == Notice(check.notice.document) if check.notice else False
        assert {one.part for one in check.questions} >= {NoticePart.ADDRESS, NoticePart.DATE, NoticePart.TELEPHONE}


@pytest.mark.parametrize("case", NOTICE_CASES[:: max(1, len(NOTICE_CASES) // 12)], ids=name_of)
def test_marks_and_line_ends_change_nothing_that_is_found(case: dict[str, str]) -> None:
    """A PDF breaks lines anywhere between words and drops marks; the law and the date are found all the same."""
    text = (NOTICES / case["file"]).read_text(encoding="utf-8")
    whole = read_notice(Document("a", DocumentKind.TEXT, text))
    bare = re.sub("[\u0e47-\u0e4c]", "", text)  # tone marks and the sign of silence
    read = read_notice(Document("a", DocumentKind.TEXT, bare))
    assert (read.cites_act, read.cites_section, read.act_year) == (
        whole.cites_act,
        whole.cites_section,
        whole.act_year,
    )
    assert read.date == whole.date
    assert [a.text for a in read.addresses] == [a.text for a in whole.addresses]


def test_no_name_of_a_person_and_no_mobile_number_is_kept() -> None:
    text = (
        "ประกาศองค์การบริหารส่วนตำบลสาธิต\nเรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อองค์การบริหารส่วนตำบลสาธิต\n"
        "โทร. 080-000-0000 หรือ 0-4200-0000\nประกาศ ณ วันที่ 1 มีนาคม 2566\n(ลงชื่อ)\n(กขคงจฉ ชซฌญ)\n"
        "นายกองค์การบริหารส่วนตำบลสาธิต\n"
    )
    check = check_document(Document("a.txt", DocumentKind.TEXT, text), NoticeContext(datetime.date(2026, 11, 27)))
    kept = repr(check)
    assert "กขคงจฉ" not in kept
    assert "080-000" not in kept
    assert check.notice is not None
    assert (check.notice.mobiles, [t.text for t in check.notice.telephones]) == (1, ["0-4200-0000"])
    assert check.notice.is_signed_block


def test_what_was_left_of_the_model_goes_into_no_command() -> None:
    case = next(case for case in NOTICE_CASES if case["file"] == "sb527-all.txt")
    check = checked(case)
    command = next(step.command for step in check.steps if step.command is not None)
    assert "wang-thong" not in command.en
    assert "3677" not in command.en
    assert not any("wang-thong" in suggestion.address for suggestion in check.suggestions)
    model = checked(next(case for case in NOTICE_CASES if case["file"] == "model-wang-thong.txt"))
    assert model.notice is not None
    assert len(model.notice.model_data) == 3, "it stands in the model itself, where it is right"
    assert not [found for found in model.findings if found.severity is Severity.ERROR]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_no_text_breaks_the_reading(text: str) -> None:
    notice = read_notice(Document("a", DocumentKind.TEXT, text))
    lines = text.count("\n") + 1
    parts: list[Stated | Blank] = [*notice.addresses, *notice.websites, *notice.telephones, *notice.mentions]
    for part in (*parts, *notice.blanks):
        assert 1 <= part.line <= lines


@given(st.text(alphabet="กขคเแโใไะาำิีุู่้๊๋์ab1 \n.@", max_size=60))
def test_a_skeleton_knows_where_its_letters_stand(text: str) -> None:
    skeleton = Skeleton(text)
    assert skeleton.letters == skeleton_of(text)
    places = [skeleton.place(index) for index in range(len(skeleton.letters))]
    assert places == sorted(set(places))
    for index in range(1, len(skeleton.letters) + 1):
        assert places[index - 1] < skeleton.end(index) <= len(text)


@given(st.data())
def test_a_mixed_up_notice_breaks_nothing(data: st.DataObject) -> None:
    """Pieces of real notices in any order: something is read or not, and nothing fails."""
    case = data.draw(st.sampled_from(NOTICE_CASES))
    lines = (NOTICES / case["file"]).read_text(encoding="utf-8").split("\n")
    random.Random(data.draw(st.integers(0, 99))).shuffle(lines)
    check = check_document(Document("a", DocumentKind.TEXT, "\n".join(lines)), context(case))
    for finding in check.findings:
        assert finding.message("th")


def test_reading_a_long_hostile_text_is_linear() -> None:
    """Each of these made some pattern go over the same text again and again."""

    for piece in (
        "@" * 50_000,
        "a@" * 30_000,
        ". " * 50_000,
        "0-" * 50_000,
        "(" * 50_000,
        "องค์การบริหารส่วนตำบล" * 3_000,
        "ประกาศ\n" * 10_000,
        "เรื่อง " * 10_000,
        "www." * 20_000,
        "… " * 50_000,
        "x" * 100_000,
        "[ก" * 30_000,
        "ณ วันที่ " * 10_000,
        "โทร " * 20_000,
        "1-" * 50_000,
        "\n" * 100_000,
        "{{" * 50_000,
        "ร่าง\n" * 20_000,
        "ประกาศ ณ วันที่ ๑ " * 10_000,
        "\nณ วันที่ ๑ มกราคม ๒๕๖๖ มี" * 5_000,
        "(ก)\nสำเนาถูกต้อง\n" * 5_000,
        "(ปลัดเทศบาล)\n" * 10_000,
        "wang-thong" * 10_000,
    ):
        with at_most(5):
            read_notice(Document("a", DocumentKind.TEXT, "ประกาศ\n" + piece))


@pytest.mark.parametrize(("kind", "stated"), [(DocumentKind.HTML, 1), (DocumentKind.TEXT, 2)])
def test_an_address_in_a_pages_menu_is_not_the_notices_and_one_in_a_letterhead_is(
    kind: DocumentKind, stated: int
) -> None:
    text = (CASES / "notices" / "ok-sao-dla.txt").read_text(encoding="utf-8")
    notice = read_notice(Document("n", kind, f"หน้าแรก · info@donsommut.go.th\n{text}"))
    assert len(notice.addresses) == stated


@pytest.mark.parametrize("written", ["นายสมชาติ ใจมั่น", "(นางสาวสมชาติ ใจมั่น)", "สมชาติ ใจมั่น", "(๑๑) นายสมชาติ ใจมั่น"])
def test_a_name_in_the_day_s_place_is_not_kept(written: str) -> None:
    result = check_document(
        Document("-", DocumentKind.TEXT, notice_of(day=written)), NoticeContext(datetime.date(2026, 11, 27))
    )
    assert {finding.code for finding in result.findings} & {"SB530", "SB531"}
    assert "ใจมั่น" not in repr(result)


@pytest.mark.parametrize(
    ("written", "code"), [("สิบเอ็ด มกราคม", "SB531"), ("มกราคม ๒๕๖๖", "SB531"), ("……… ๒๕๖๖", "SB530")]
)
def test_what_tries_to_be_a_day_is_shown(written: str, code: str) -> None:
    result = check_document(
        Document("-", DocumentKind.TEXT, notice_of(day=written)), NoticeContext(datetime.date(2026, 11, 27))
    )
    assert [finding.code for finding in result.findings] == [code]
    assert result.notice is not None
    assert result.notice.date_text is not None


def test_a_name_before_a_position_that_only_its_grade_tells_is_not_kept() -> None:
    text = notice_of()
    text = text[: text.index("(นายสมมติ")] + "(นายสมชาติ ใจมั่น)\nสมชาติ ใจมั่น นักสมมติศาสตร์ชำนาญการ\n"
    notice = read_notice(Document("-", DocumentKind.TEXT, text))
    assert notice.position is not None
    assert notice.position.text == "นักสมมติศาสตร์ชำนาญการ"
