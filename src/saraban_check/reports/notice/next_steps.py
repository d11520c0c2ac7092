"""What to do next about one notice: the steps, the command that drafts a new one, and the offices to ask."""

import re
from collections.abc import Iterator

from ...model.assessment import Contact
from ...model.notice import NoticePart
from ...model.text import Lang, Text
from ...reference.steps import contacts
from ...rules.sb51_document import SB512
from ..layout import wrap
from ..style import Style
from ..suggestion_lines import contact_lines
from .entries import Entry
from .outcomes import Outcome, is_empty

_NEXT = Text("ต้องทำต่อ", "What to do next")
_MEND = Text("แก้ประกาศฯ ตามวิธีแก้ข้างบน หรือร่างฉบับใหม่ด้วยคำสั่ง", "Mend the notice as said above, or draft a new one:")
_SIGN = Text("ลงวันที่ แล้วเสนอผู้มีอำนาจลงนาม", "Date it, and have it signed")
_POST = Text("นำขึ้นระบบ info.go.th แทนฉบับเดิม", "Post it in info.go.th in place of the old one")
_SEE_POSTED = Text(
    "ดูว่าฉบับนี้ลงนามแล้ว และอยู่ในระบบ info.go.th แล้ว", "See that it is signed, and that it is posted in info.go.th"
)
_COMPARE = Text(
    "เปิดไฟล์ดูทีละข้อว่าต้นฉบับเขียนอย่างที่อ่านได้หรือไม่ เพราะอ่านจากภาพอาจผิดตัวอักษร",
    "Open the file and compare, point by point: a reading from a picture may have got a letter wrong",
)
_LOOK = Text("เปิดไฟล์ตรวจดูตามที่พบข้างบน", "Open the file and look into what was found")
_NEXT_TIME = Text(
    "เมื่อออกประกาศฯ ครั้งต่อไป แก้ตามคำเตือนข้างบนด้วย", "When the notice is next issued, mend what is warned of above"
)
_IF_WRONG = Text(
    "ถ้าต้นฉบับผิดจริง แก้แล้วลงนามใหม่ หรือร่างฉบับใหม่ด้วยคำสั่ง", "If the document itself is wrong, mend it, or draft a new one:"
)
_OTHER_FILE = Text(
    "หาไฟล์ต้นฉบับที่อ่านข้อความได้ (Word หรือ PDF ที่บันทึกจาก Word) แล้วตรวจใหม่",
    "Find the original (Word, or a PDF saved from it), and check that",
)
_FIND_RIGHT = Text(
    "หาไฟล์ประกาศฯ ที่ถูกต้องแล้วตรวจใหม่ ไฟล์นี้ไม่มีข้อความ", "Find the right file and check that; this one holds no text"
)
_RIGHT_FILE = Text(
    "เลือกไฟล์ประกาศฯ ม.10 ที่ถูกต้องแล้วตรวจใหม่ ถ้ายังไม่มี ร่างด้วยคำสั่ง",
    "Choose the section-10 notice and check that; if there is none yet, draft one:",
)
_NAME, _NAME_LIKE = Text("ชื่อหน่วยงาน", "AGENCY"), re.compile("[\u0e01-\u0e5bA-Za-z0-9 .()-]{1,120}")
_ADDRESS_LIKE = re.compile("[A-Za-z0-9@._/:-]{1,120}")
_PHONE_LIKE = re.compile("[0-9+][0-9 \u0e01-\u0e5b.-]{1,40}")


def next_lines(entry: Entry, lang: Lang, style: Style) -> Iterator[str]:
    """The steps to take, each with the command that does it, and whom to ask."""
    yield style.paint(_NEXT.say(lang), "bold")
    for number, (text, command) in enumerate(steps_of(entry, lang), start=1):
        yield from wrap(f" {number}. {text.say(lang)}", style.width, 4)
        if command:
            yield style.paint(f"    {command}", "cyan")  # on one line, however long: it is there to be copied
    if entry.outcome in (Outcome.INCORRECT, Outcome.UNKNOWN):
        yield from contact_lines(offices_of(entry), lang, style)


def steps_of(entry: Entry, lang: Lang) -> Iterator[tuple[Text, str]]:
    """Each step, with the command that does it, or a blank."""
    notice = entry.check.notice
    is_read_from_picture = notice is not None and notice.document.by_ocr
    if entry.outcome is Outcome.UNREADABLE:
        yield _FIND_RIGHT if is_empty(entry.check) else _OTHER_FILE, ""
    elif any(told.finding.breaks(SB512) for told in entry.told):  # whatever it weighs: this is the wrong file
        if is_read_from_picture:
            yield _COMPARE, ""
        yield _RIGHT_FILE, draft_command(entry, lang)
    elif entry.outcome is Outcome.CORRECT:
        yield _SEE_POSTED, ""
        if entry.warnings:
            yield _NEXT_TIME, ""
    elif entry.outcome is Outcome.UNKNOWN:
        yield _COMPARE if is_read_from_picture else _LOOK, ""
        yield _IF_WRONG, draft_command(entry, lang)
        yield _POST, ""
    else:
        yield _MEND, draft_command(entry, lang)
        yield _SIGN, ""
        yield _POST, ""


def offices_of(entry: Entry) -> Iterator[Contact]:
    """The offices that help with the notice; those that issue addresses only where the address is at fault."""
    keys = {"notice", "post"}
    if any(told.finding.rule.needs_address for told in entry.told):
        keys.add("address")
    form = entry.check.address.form if entry.check.address is not None else None
    return (contact for contact in contacts() if contact.helps_with(frozenset(keys), form))


def draft_command(entry: Entry, lang: Lang) -> str:
    """The command that drafts this agency's notice, with what is known of it.

    It is there to be copied into a shell, so nothing of the file goes into it but what is plainly a name, an address,
    a website or a telephone number.
    """
    check, notice = entry.check, entry.check.notice
    issuer = notice.issuer.text if notice is not None and notice.issuer is not None else ""
    is_sure = not any(told.finding.field == NoticePart.ISSUER.value for told in entry.told)
    name = issuer if issuer and is_sure else " ".join(check.record.name.split()) or issuer
    address = check.suggestions[0].address if check.suggestions else ""
    if not address and check.address is not None and check.address.correct:
        address = check.address.value or ""
    sure = notice if notice is not None and not notice.document.by_ocr else None  # OCR misreads digits and letters
    website = next((one.text for one in sure.websites), "") if sure else ""
    phone = next((one.text for one in sure.telephones), "") if sure else ""
    said = f'saraban-check draft notice --name "{name if _NAME_LIKE.fullmatch(name) else _NAME.say(lang)}"'
    said += f" --address {address}" if _ADDRESS_LIKE.fullmatch(address) else " --address …"
    said += f" --website {website}" if _ADDRESS_LIKE.fullmatch(website) else ""
    return said + (f' --phone "{phone}"' if _PHONE_LIKE.fullmatch(phone) else "")
