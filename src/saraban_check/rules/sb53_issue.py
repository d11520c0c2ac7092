"""SB530 to SB534, SB538, SB539: when a notice was issued; and that a list's address comes from one."""

import datetime
from collections.abc import Iterator

from ..model.finding import Finding, Rule, Severity, Standard
from ..model.notice import Notice, NoticePart
from ..model.text import Text
from ..reference.days import day_text
from .basis import DATA, MODEL_NOTICE, SECTION_10
from .notice_case import NoticeCase
from .sb51_document import ISSUE_ANEW

_METHODS = (Standard.METHODS,)
_DATE = Text("ลงวันที่ออกประกาศฯ ให้ถูกต้อง", "put the right date of issue")

SB530 = Rule(
    code="SB530",
    name="date-missing",
    severity=Severity.ERROR,
    standards=_METHODS,
    title=Text("ประกาศฯ ไม่ลงวันที่", "The notice is not dated"),
    message=Text("ประกาศฯ ไม่มี “ประกาศ ณ วันที่ …”{blank}", "The notice has no “ประกาศ ณ วันที่ …”{blank}"),
    why=Text(
        "ต้องรู้ว่าช่องทางใช้ได้ตั้งแต่เมื่อใด และประกาศฯ ฉบับใดใหม่กว่า",
        "It must be known from when the channels are open, and which of two notices is the newer.",
    ),
    mend=Text("ลงวันที่ออกประกาศฯ (ลงวันที่ปัจจุบันได้เลย)", "Date the notice; it may be dated today."),
    basis=MODEL_NOTICE,
    wrong=Text("ประกาศ ณ วันที่ ……………", "ประกาศ ณ วันที่ …………… (left blank)"),
    right=Text("ประกาศ ณ วันที่ ๑๑ มกราคม พ.ศ. ๒๕๖๖", "ประกาศ ณ วันที่ ๑๑ มกราคม พ.ศ. ๒๕๖๖ (a whole date)"),
    action=_DATE,
)

SB531 = Rule(
    code="SB531",
    name="date-unreadable",
    severity=Severity.ERROR,
    standards=_METHODS,
    title=Text("วันที่ของประกาศฯ อ่านไม่ได้", "The date is none"),
    message=Text(
        "อ่าน “{found}” เป็นวัน เดือน ปี พ.ศ. ไม่ได้ (เขียนไม่ครบ ไม่มีวันนี้จริง หรือไม่ใช่ภาษาไทย)",
        "“{found}” cannot be read as a day, month and Buddhist year: incomplete, no such day, or not in Thai",
    ),
    why=Text("วันที่ที่ไม่มีจริงหรือไม่มีปี ใช้อ้างอิงไม่ได้", "A date that does not exist, or has no year, tells nothing."),
    mend=Text("เขียนวัน เดือน และปี พ.ศ. สี่หลักให้ครบ", "Write the day, the month and the Buddhist year in four digits."),
    basis=MODEL_NOTICE,
    wrong=Text("๓๑ กุมภาพันธ์ ๒๕๖๖", "๓๑ กุมภาพันธ์ ๒๕๖๖ (31 February)"),
    right=Text("๒๘ กุมภาพันธ์ พ.ศ. ๒๕๖๖", "๒๘ กุมภาพันธ์ พ.ศ. ๒๕๖๖ (28 February)"),
    action=_DATE,
)

SB532 = Rule(
    code="SB532",
    name="date-in-future",
    severity=Severity.ERROR,
    standards=_METHODS,
    title=Text("วันที่ของประกาศฯ ยังไม่ถึง", "The date is yet to come"),
    message=Text(
        "ประกาศฯ ลงวันที่ {day} ซึ่งหลังวันที่ตรวจ ({as_of})", "The notice is dated {day}, after the day of this check ({as_of})"
    ),
    why=Text("ประกาศฯ ที่ยังไม่ถึงวันยังไม่เปิดช่องทาง หรือพิมพ์ปีผิด", "It opens no channel yet, or its year is mistyped."),
    mend=Text("ตรวจวัน เดือน ปี แล้วแก้", "Check day, month and year."),
    basis=MODEL_NOTICE,
    wrong=Text("ประกาศ ณ วันที่ ๑๑ มกราคม พ.ศ. ๒๖๖๖", "a year a hundred years off"),
    right=Text("วันที่ไม่หลังวันนี้", "today or before"),
    action=_DATE,
)

SB533 = Rule(
    code="SB533",
    name="date-before-upgrade",
    severity=Severity.ERROR,
    standards=_METHODS,
    title=Text("ประกาศฯ เก่ากว่าวันที่ยกฐานะ", "The notice is older than the change of status"),
    message=Text(
        "ประกาศฯ ลงวันที่ {day} ก่อนหน่วยงานยกฐานะ ({upgraded})",
        "The notice is dated {day}, before the agency's status changed ({upgraded})",
    ),
    why=Text(
        "หน่วยงานที่ยกฐานะต้องหาอีเมลและจัดทำประกาศฯ ใหม่ให้สอดคล้องกับฐานะใหม่ (กลุ่ม W)",
        "An agency of a new status needs a new address and a new notice (group W).",
    ),
    mend=Text(
        "ออกประกาศฯ ใหม่ในฐานะใหม่ พร้อมอีเมลของฐานะใหม่", "Issue a new notice under the new status, with its new address."
    ),
    basis=MODEL_NOTICE,
    wrong=Text("ประกาศฯ ปี ๒๕๖๖ ของหน่วยงานที่ยกฐานะปี ๒๕๖๘", "a notice of 2566 of an agency upgraded in 2568"),
    right=Text("ประกาศฯ ที่ออกหลังวันที่ยกฐานะ", "a notice issued after the upgrade"),
    action=ISSUE_ANEW,
)

SB534 = Rule(
    code="SB534",
    name="date-before-act",
    severity=Severity.WARNING,
    standards=_METHODS,
    title=Text("ประกาศฯ เก่ากว่าพระราชบัญญัติ", "The notice is older than the act"),
    message=Text(
        "ประกาศฯ ลงวันที่ {day} ก่อนพระราชบัญญัติประกาศในราชกิจจานุเบกษา ({act})",
        "The notice is dated {day}, before the act was published in the Royal Gazette ({act})",
    ),
    why=Text(
        "ประกาศฯ ตามกฎหมายที่ยังไม่มีเป็นไปไม่ได้ ปีอาจพิมพ์ผิด",
        "No notice rests on an act that is yet to come; perhaps the year is mistyped.",
    ),
    mend=Text("ตรวจปีของประกาศฯ แล้วแก้", "Check the year."),
    basis=SECTION_10,
    wrong=Text("ประกาศ ณ วันที่ ๑๑ มกราคม พ.ศ. ๒๕๕๖", "a notice dated B.E. 2556"),
    right=Text("ประกาศ ณ วันที่ ๑๑ มกราคม พ.ศ. ๒๕๖๖", "a notice dated B.E. 2566"),
    action=_DATE,
)

SB538 = Rule(
    code="SB538",
    name="address-from-notice",
    severity=Severity.INFO,
    standards=(Standard.DATA,),
    title=Text("ใช้ที่อยู่จากประกาศฯ", "The address is taken from the notice"),
    message=Text(
        "รายชื่อไม่มีที่อยู่ จึงตรวจที่อยู่ “{address}” จากประกาศฯ {file}",
        "The list has no address; judged is “{address}” of the notice {file}",
    ),
    why=Text(
        "ที่อยู่ที่ประกาศฯ ระบุคือที่อยู่ที่ใช้จำแนกกลุ่ม",
        "The address that the notice states is the one that the group rests on.",
    ),
    mend=Text("กรอกที่อยู่นี้ลงในรายชื่อ", "Fill it in in the list."),
    basis=DATA,
    wrong=Text(
        "ช่องที่อยู่ว่าง แต่ประกาศฯ ระบุ saraban_06480115@dla.go.th",
        "a blank cell, and a notice that states saraban_06480115@dla.go.th",
    ),
    right=Text("ช่องที่อยู่ตรงกับประกาศฯ", "the cell holds what the notice states"),
)

ADDRESS_OF_WRONG_NOTICE = SB538._replace(
    severity=Severity.WARNING,
    title=Text("ใช้ที่อยู่จากประกาศฯ ที่ต้องแก้", "The address is taken from a notice that has to be mended"),
    message=Text(
        "รายชื่อไม่มีที่อยู่ จึงตรวจที่อยู่ “{address}” จากประกาศฯ {file} ซึ่งต้องแก้ ({codes})",
        "The list has no address; judged is “{address}” of the notice {file}, which has to be mended ({codes})",
    ),
    mend=Text(
        "แก้ประกาศฯ ก่อน (saraban-check notice บอกวิธีแก้) แล้วกรอกที่อยู่ลงในรายชื่อ",
        "Mend the notice first (saraban-check notice says how), then fill the address in in the list.",
    ),
    is_noted=True,
)
"""SB538 of a notice that is wrong itself: a warning, on a screen too, where it would make an agency A1 in silence."""

SB539 = Rule(
    code="SB539",
    name="subject-year-differs",
    severity=Severity.WARNING,
    standards=_METHODS,
    title=Text("ปี พ.ศ. ในชื่อเรื่องไม่ตรงกับวันที่", "The subject's year is not that of the date"),
    message=Text(
        "ชื่อเรื่องลงปี พ.ศ. {year} แต่ประกาศฯ ลงวันที่ {day}", "The subject says B.E. {year}, but the notice is dated {day}"
    ),
    why=Text(
        "ชื่อประกาศฯ ใช้อ้างอิงพร้อมปีที่ออก ปีที่ไม่ตรงกันมักเป็นปีที่ค้างจากฉบับก่อน",
        "A notice is cited with the year of its issue; another year is mostly left from an earlier notice.",
    ),
    mend=Text("แก้ปีในชื่อเรื่องหรือในวันที่ให้ตรงกัน", "Make the year of the subject and that of the date the same."),
    basis=MODEL_NOTICE,
    wrong=Text("เรื่อง … พ.ศ. ๒๕๖๖ แต่ลงวันที่ ๕ มีนาคม ๒๕๖๗", "a subject of 2566, and a date in 2567"),
    right=Text("เรื่อง … พ.ศ. ๒๕๖๗ ลงวันที่ ๕ มีนาคม ๒๕๖๗", "a subject of 2567, and a date in 2567"),
    action=Text("แก้ปีในชื่อเรื่องให้ตรงกับวันที่ออกประกาศฯ", "make the subject's year that of the date"),
)

RULES = (SB530, SB531, SB532, SB533, SB534, SB538, SB539)

ACT_PUBLISHED = datetime.date(2022, 10, 12)
"""12 ตุลาคม 2565: the act in the Royal Gazette (ราชกิจจานุเบกษา เล่ม 139 ตอนที่ 63 ก)."""

_BUDDHIST = 543
_BLANK = Text(": ยังเว้นว่างไว้ “{place}”", ": its place is blank, “{place}”")


def issue_findings(case: NoticeCase) -> Iterator[Finding]:
    """What is to be said of the day."""
    notice, field = case.notice, NoticePart.DATE.value
    day, text, blanks = notice.date, notice.date_text, notice.blanks_in(NoticePart.DATE)
    if day is None:
        if blanks or text is None:
            said = _BLANK.fill(place=blanks[0].text) if blanks else Text("", "")
            yield Finding(SB530, field, {"blank": said, **({"line": blanks[0].line} if blanks else {})})
        else:
            yield Finding(SB531, field, {"found": text.text, "line": text.line})
        return
    parts = {"day": day_text(day.isoformat()), "line": text.line if text else 1}
    if case.as_of is not None and day > case.as_of:
        yield Finding(SB532, field, {**parts, "as_of": day_text(case.as_of.isoformat())})
    elif day < ACT_PUBLISHED:
        yield Finding(SB534, field, {**parts, "act": day_text(ACT_PUBLISHED.isoformat())})
    elif _is_of_another_year(notice, day):
        line, year = notice.subject.line if notice.subject else 1, notice.subject_year or 0
        said = Text(str(year), f"{year} ({year - _BUDDHIST})")  # beside a day that is said in the same era
        yield Finding(SB539, NoticePart.SUBJECT.value, {**parts, "year": said, "line": line})
    if case.upgraded_on is not None and day < case.upgraded_on:
        yield Finding(SB533, field, {**parts, "upgraded": day_text(case.upgraded_on.isoformat())})


def _is_of_another_year(notice: Notice, day: datetime.date) -> bool:
    year = notice.subject_year
    return year is not None and year != day.year + _BUDDHIST and not notice.document.by_ocr  # OCR misreads digits


def address_from_notice(address: str, file: str, faults: tuple[str, ...] = ()) -> Finding:
    """SB538, naming the address and the file; a warning where there are codes of what has to be mended in it."""
    parts = {"address": address, "file": file}
    if faults:
        return Finding(ADDRESS_OF_WRONG_NOTICE, "address", {**parts, "codes": ", ".join(faults)})
    return Finding(SB538, "address", parts)
