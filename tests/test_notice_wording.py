"""Ways of writing a notice that mean what the model's own words mean: each part is read, or seen to be missing."""

import datetime

import pytest
from tests.notice_texts import ACT, ADDRESS, DONSOMMUT, notice_of

from saraban_check.checks.notices import check_notice_text
from saraban_check.model.finding import Severity
from saraban_check.model.result import NoticeResult

TELEPHONE = "ข้อ ๒ ให้สอบถามในวันและเวลาราชการได้ที่หมายเลขโทรศัพท์ ๐-๔๒๐๐-๐๑๐๑"
NAME = "(นายสมมติ ตัวอย่างดี)"
HEAD = f"นายก{DONSOMMUT}"


def check(text: str) -> NoticeResult:
    return check_notice_text(text)


def told(text: str) -> list[str]:
    return [one.code for one in check(text).findings if one.finding.severity is not Severity.INFO]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("โทรศัพท์หมายเลข ๐\n๔๒๐๐ ๐๑๐๑ ในเวลาราชการ", "0 4200 0101"),
        ("โทร. 0\n4200-0101", "0 4200-0101"),
        ("สอบถามได้ที่ 0-4200\n   0101 ทุกวันทำการ", "0-4200 0101"),
        ("โทรศัพท์ 042\n000101", "042 000101"),
        ("ให้โทร ๐ ๔๒๐๐\n๐๑๐๑ หรือมาที่สำนักงาน", "0 4200 0101"),
        ("โทร. 0 4200 0101\n2", "0 4200 0101"),
        ("โทร. 0 4200 0101\n2566", "0 4200 0101"),
    ],
)
def test_a_number_that_the_line_s_end_breaks_is_one(said: str, number: str) -> None:
    notice = check(notice_of().replace(TELEPHONE, f"ข้อ ๒ {said}")).notice
    assert notice is not None
    assert [one.text for one in notice.telephones] == [number]


@pytest.mark.parametrize(
    "said", ["โทรสาร ๐\n๔๒๐๐ ๐๑๐๑", "เวลา ๐๘.๓๐\n- ๑๖.๓๐ น. ของวันที่ ๑๐", "เลขที่ ๐๐๑\n๒๓๔๕๖๗ ๘๙", "ข้อ ๑๐\n๔๒๐๐ ๐๑๐๑"]
)
def test_other_digits_around_a_line_s_end_are_no_number(said: str) -> None:
    assert told(notice_of().replace(TELEPHONE, f"ข้อ ๒ {said}")) == ["SB526"]


@pytest.mark.parametrize(
    "day",
    [
        "…๑๑…เดือน…มกราคม…พ.ศ.…\n๒๕๖๖…",
        "..๑๑..เดือน....มกราคม....พ.ศ.\n....๒๕๖๖....",
        "......๑๑......เดือน......มกราคม\nพ.ศ......๒๕๖๖......",
        "___๑๑___ มกราคม\n___๒๕๖๖",
        "… ๑๑ …\nมกราคม … พ.ศ. … ๒๕๖๖ …",
    ],
)
def test_a_filled_in_day_may_be_broken(day: str) -> None:
    result = check(notice_of(day=day))
    assert result.notice is not None
    assert result.notice.date == datetime.date(2023, 1, 11)
    assert not told(notice_of(day=day))


@pytest.mark.parametrize("day", ["………………\n๒๕๖๖", "……เดือน……\nพ.ศ. ๒๕๖๖", "…………\n………"])
def test_a_blank_day_stays_blank(day: str) -> None:
    assert told(notice_of(day=day)) == ["SB530"]


@pytest.mark.parametrize("top", ["ประกาศ\n", "  ประกาศ  \n\n", "(สำเนา)\nประกาศ\n"])
def test_an_order_before_a_notice_whose_title_is_broken(top: str) -> None:
    order = (
        f"คำสั่ง {DONSOMMUT}\nที่ ๗ / ๒๕๖๕\nเรื่อง ระบบที่เจ้าหน้าที่ใช้\nตามมาตรา ๑๖ แห่ง{ACT} ให้ใช้ระบบสารบรรณ\n"
        f"สั่ง ณ วันที่ ๑๐ มกราคม พ.ศ. ๒๕๖๕\n{NAME}\n{HEAD}\n\n"
    )
    text = order + notice_of().replace(f"ประกาศ{DONSOMMUT}\n", f"{top}{DONSOMMUT}\n", 1)
    result = check(text)
    assert result.notice is not None
    assert [one.text for one in result.notice.addresses] == [ADDRESS]
    assert len(result.notice.beside) == 1
    assert not told(text)


@pytest.mark.parametrize(
    ("label", "site"),
    [
        ("เว็บไซต์ ได้แก่ nurse.wittayasommut.ac.th", "nurse.wittayasommut.ac.th"),
        ("ข้อมูลและแบบฟอร์ม (เว็บไซต์) : ict8.klangsommut.moph.go.th", "ict8.klangsommut.moph.go.th"),
        ("เว็บไซต์ คือ donsommut.go.th", "donsommut.go.th"),
        ("เว็บไซต์ของหน่วยงานชื่อ donsommut.go.th", "donsommut.go.th"),
        ("(Website) - donsommut.go.th", "donsommut.go.th"),
        ("เว็บไซต์กระทรวงมหาดไทย ได้แก่ moisommut.go.th", ""),
    ],
)
def test_a_label_names_the_site_whatever_stands_between(label: str, site: str) -> None:
    notice = check(notice_of(website=f"(๒) {label}")).notice
    assert notice is not None
    assert "|".join(one.text for one in notice.websites) == site


@pytest.mark.parametrize(
    ("agency", "lines", "position"),
    [
        (
            "อำเภอดอนสมมติ",
            "ปลัดอำเภอ (เจ้าพนักงานปกครองชำนาญการพิเศษ) รักษาราชการแทน\nนายอำเภอดอนสมมติ",
            "ปลัดอำเภอ (เจ้าพนักงานปกครองชำนาญการพิเศษ) รักษาราชการแทนนายอำเภอดอนสมมติ",
        ),
        (
            "อำเภอดอนสมมติ",
            "ปลัดอำเภอ (เจ้าพนักงานปกครองชำนาญการ)\nรักษาราชการแทนนายอำเภอดอนสมมติ",
            "ปลัดอำเภอ (เจ้าพนักงานปกครองชำนาญการ) รักษาราชการแทนนายอำเภอดอนสมมติ",
        ),
        (
            "จังหวัดนครพนม",
            "รองผู้ว่าราชการจังหวัด รักษาราชการแทน\nผู้ว่าราชการจังหวัดนครพนม",
            "รองผู้ว่าราชการจังหวัด รักษาราชการแทนผู้ว่าราชการจังหวัดนครพนม",
        ),
        ("จังหวัดนครพนม", "ปลัดจังหวัด ปฏิบัติราชการแทน\nผู้ว่าราชการจังหวัดนครพนม", "ปลัดจังหวัด ปฏิบัติราชการแทนผู้ว่าราชการจังหวัดนครพนม"),
        ("อำเภอดอนสมมติ", "ปลัดอำเภอ รักษาการในตำแหน่ง\nนายอำเภอดอนสมมติ", "ปลัดอำเภอ รักษาการในตำแหน่งนายอำเภอดอนสมมติ"),
    ],
)
def test_who_acts_for_a_head_is_of_no_other_agency(agency: str, lines: str, position: str) -> None:
    text = notice_of(agency=agency, more="").replace(f"นายก{agency} ออกประกาศ", f"{agency} ออกประกาศ")
    text = text.removesuffix(f"นายก{agency}\n") + lines + "\n"
    result = check(text)
    assert result.notice is not None
    assert result.notice.position is not None
    assert result.notice.position.text == position
    assert not {"SB516", "SB537"} & {*told(text)}


@pytest.mark.parametrize("other", ["จังหวัดสกลนคร", "จังหวัดเลย"])
def test_the_head_of_another_province_is_another(other: str) -> None:
    text = notice_of(agency="จังหวัดนครพนม").removesuffix("นายกจังหวัดนครพนม\n")
    assert "SB516" in told(f"{text}รองผู้ว่าราชการจังหวัด รักษาราชการแทน\nผู้ว่าราชการ{other}\n")


@pytest.mark.parametrize(
    "mark",
    [
        "DRAFT - ฉบับร่างเพื่อพิจารณา",
        "ร่าง – เสนอผู้บริหาร",
        "เอกสารฉบับร่าง ห้ามเผยแพร่",
        "Draft for review",
        "[ร่าง] ยังไม่ประกาศใช้",
        "ร่าง (รอลงนาม)",
    ],
)
def test_a_mark_above_the_title_may_say_more(mark: str) -> None:
    assert told(f"{mark}\n{notice_of()}") == ["SB528"]


@pytest.mark.parametrize("line", ["ร่างขอบเขตของงาน", "การร่างหนังสือ", "ผู้ร่าง สมมติ", "Aircraft drafting office"])
def test_a_word_that_holds_the_mark_is_none(line: str) -> None:
    assert not told(f"{line}\n{notice_of()}")


@pytest.mark.parametrize(
    "name",
    [
        *("(ชื่อผู้ลงนาม)", "(ชื่อ-นามสกุล)", "(ชื่อ - สกุล)", "(ระบุชื่อผู้ลงนาม)", "(ชื่อหัวหน้าหน่วยงาน)"),
        *("(นาย…………………)", "(นาย/นาง/นางสาว ...................)", "(ว่าที่ร้อยตรี..............)", "(ชื่อ…………นามสกุล…………)"),
    ],
)
def test_a_name_that_nobody_filled_in_is_blank(name: str) -> None:
    result = check(notice_of().replace(NAME, name))
    assert [one.code for one in result.findings] == ["SB536"]


@pytest.mark.parametrize("name", ["(ช่อผกา ตัวอย่างดี)", "(นายชื่น ตัวอย่างดี)", "(Mr. Sommut Tuayang)"])
def test_a_name_is_a_name(name: str) -> None:
    assert not check(notice_of().replace(NAME, name)).findings


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("วันหยุดราชการเพิ่มเป็นกรณีพิเศษ", f"{HEAD} อาศัยอำนาจตามมาตรา ๑๐ แห่ง{ACT} ขอประกาศช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ ดังนี้"),
        ("การชำระค่าขยะ", f"{HEAD} ออกประกาศตามมาตรา ๑๐ แห่ง{ACT} ว่าด้วยช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ ดังนี้"),
        ("การรับสมัครงาน", f"{DONSOMMUT} ขอประกาศช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ ตามมาตรา ๑๐ แห่ง{ACT} ดังนี้"),
        ("งดจ่ายน้ำประปา", f"{DONSOMMUT}จึงกำหนดช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ ตามมาตรา ๑๐ แห่ง{ACT} ดังนี้"),
    ],
)
def test_the_text_below_is_no_part_of_the_subject(subject: str, text: str) -> None:
    lines = notice_of().split("\n")
    lines[1:3] = [f"เรื่อง {subject}", text]
    result = check("\n".join(lines))
    assert result.notice is not None
    assert result.notice.subject is not None
    assert result.notice.subject.text == subject
    assert told("\n".join(lines)) == ["SB515"]


@pytest.mark.parametrize(
    "subject",
    [
        f"ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ\n{DONSOMMUT}",
        f"กำหนดช่องทางอิเล็กทรอนิกส์ของ\n{DONSOMMUT} อำเภอเมืองนครพนม\nจังหวัดนครพนม",
        f"ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ{DONSOMMUT}\nตามมาตรา ๑๐ แห่ง{ACT}",
    ],
)
def test_a_subject_goes_on_over_lines(subject: str) -> None:
    text = notice_of().replace(f"ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ{DONSOMMUT}", subject, 1)
    assert not told(text)


@pytest.mark.parametrize("blank", ["[ชื่อ อปท.]", "……………", "(ระบุชื่อหน่วยงาน)", "xxxx"])
def test_a_position_that_nobody_filled_in_is_none(blank: str) -> None:
    text = notice_of().removesuffix(f"{HEAD}\n") + f"นายกองค์การบริหารส่วนตำบล{blank}\n"
    result = check(text)
    assert result.notice is not None
    assert result.notice.position is None
    assert told(text) == ["SB517"]


@pytest.mark.parametrize(
    "name", ["ประธาน สมมติกุล", "ปลัดพงษ์ สมมติกุล", "ประธานพร สมมติกุล", "ประมง กองสมมติ", "สหกรณ์ ทองสมมติ"]
)
@pytest.mark.parametrize("below", ["", f"\n{HEAD}"])
@pytest.mark.parametrize("above", ["", "(ลงชื่อ)\n", "()\n"])
def test_no_name_that_begins_like_a_position_is_shown(name: str, below: str, above: str) -> None:
    text = notice_of().replace(f"(ลงชื่อ)\n{NAME}\n{HEAD}", f"{above}{name}{below}")
    result = check(text)
    assert result.notice is not None
    assert result.notice.position is None or result.notice.position.text == HEAD
    assert "สมมติกุล" not in repr(result.notice._replace(document=result.notice.document._replace(text="")))


def test_an_address_on_a_domain_of_its_own_says_the_site() -> None:
    assert not told(notice_of(address="(๑) อีเมล saraban@donsommut.go.th", website=""))
    assert told(notice_of(website="")) == ["SB525"]
    assert told(notice_of(address="(๑) อีเมล saraban@donsommut.go.th", website="(๒) เว็บไซต์ ……………")) == ["SB525"]
    assert told(notice_of(address="(๑) อีเมล office@donsommut.go.th", website="")) == ["SB521", "SB525"]


@pytest.mark.parametrize(
    ("place", "codes"),
    [
        (" อำเภอเมืองนครพนม จังหวัดนครพนม", []),
        (" จังหวัดสกลนคร", ["SB521"]),
        ("\nอำเภอพังโคน จังหวัดสกลนคร", ["SB521"]),
        (" อ.พังโคน จ.สกลนคร", ["SB521"]),
        (" จังหวัดสมมติ", []),
        ("", []),
    ],
)
def test_the_code_is_of_the_province_that_the_title_names(place: str, codes: list[str]) -> None:
    assert told(notice_of().replace(f"ประกาศ{DONSOMMUT}", f"ประกาศ{DONSOMMUT}{place}", 1)) == codes
