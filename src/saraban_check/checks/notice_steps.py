"""What to do next about one notice: the steps, the command that drafts a new one, and the offices to ask."""

from collections.abc import Iterator

from ..model.assessment import Contact
from ..model.lazy_pattern import lazy_pattern
from ..model.notice import Notice, NoticePart, NoticeState
from ..model.result import NoticeResult, NoticeStep
from ..model.text import Text
from ..notices.model_notice import is_model_data
from ..reference.local_bodies import is_local_body
from ..reference.steps import contacts
from ..rules.sb51_document import SB512
from ..rules.sb52_proofreading import SB527

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
_NEXT_TIME = Text(
    "เมื่อออกประกาศฯ ครั้งต่อไป แก้ตามคำเตือนข้างบนด้วย", "When the notice is next issued, mend what is warned of above"
)
_ONE_EACH = Text("แยกประกาศฯ เป็นไฟล์ละฉบับ แล้วตรวจใหม่", "Put each notice into a file of its own, and check again")
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
_NAME, _NAME_LIKE = Text("ชื่อหน่วยงาน", "AGENCY"), lazy_pattern("[\u0e01-\u0e5bA-Za-z0-9 .()-]{1,120}")
_ADDRESS_LIKE = lazy_pattern("[A-Za-z0-9@._/:-]{1,120}")
_PHONE_LIKE = lazy_pattern("[0-9+][0-9 \u0e01-\u0e5b.-]{1,40}")


def steps_of(result: NoticeResult) -> Iterator[NoticeStep]:
    """What to do next, in its order."""
    draft = draft_command(result)
    if result.state is NoticeState.UNREADABLE:
        yield NoticeStep(_FIND_RIGHT if result.is_empty else _OTHER_FILE)
    elif result.by_ocr:  # whatever was read: nobody knows yet what the document says
        yield NoticeStep(_COMPARE)
        yield NoticeStep(_OTHER_FILE)
    elif result.notice is not None and result.notice.undecided is not None:
        yield NoticeStep(_ONE_EACH)
    elif any(found.finding.breaks(SB512) for found in result.findings):  # whatever it weighs: this is the wrong file
        yield NoticeStep(_RIGHT_FILE, draft)
    elif result.state is NoticeState.CORRECT:
        yield NoticeStep(_SEE_POSTED)
        if result.warnings:
            yield NoticeStep(_NEXT_TIME)
    else:
        yield NoticeStep(_MEND, draft)
        yield NoticeStep(_SIGN)
        yield NoticeStep(_POST)


def offices_of(result: NoticeResult) -> Iterator[Contact]:
    """The offices that help with the notice, where it needs any; those that issue addresses only where the address is
    at fault.
    """
    if result.state is not NoticeState.INCORRECT:
        return
    keys = {"notice", "post"}
    if result.needs_address:
        keys.add("address_own" if is_of_local_body(result) is False else "address")
    form = result.address.form if result.address is not None else None
    yield from (contact for contact in contacts() if contact.helps_with(frozenset(keys), form))


def is_of_local_body(result: NoticeResult) -> bool | None:
    """Whether the notice is of a local administrative organisation, by its record, else by its title."""
    record, notice = result.record, result.notice
    if record.name.strip() or record.kind is not None:
        return is_local_body(record.name, record.kind)
    issuer = None if notice is None else notice.issuer
    return None if notice is None or issuer is None else is_local_body(issuer.text, notice.issuer_kind)


def draft_command(result: NoticeResult) -> Text:
    """The command that drafts this agency's notice, with what is known of it.

    It is there to be copied into a shell, so nothing of the file goes into it but what is plainly a name, an address,
    a website or a telephone number.
    """
    notice = _without_model_data(result)
    issuer = notice.issuer.text if notice is not None and notice.issuer is not None else ""
    is_sure = not any(found.finding.field == NoticePart.ISSUER.value for found in result.findings)
    name = issuer if issuer and is_sure else " ".join(result.record.name.split()) or issuer
    address = result.suggestions[0].address if result.suggestions else ""
    if (
        not address
        and result.address is not None
        and result.address.correct
        and not _is_left(result, result.address.value)
    ):
        address = result.address.value or ""
    website = next((one.text for one in notice.websites), "") if notice is not None else ""
    phone = next((one.text for one in notice.telephones), "") if notice is not None else ""
    known = f" --address {address}" if _ADDRESS_LIKE.fullmatch(address) else " --address …"
    known += f" --website {website}" if _ADDRESS_LIKE.fullmatch(website) else ""
    known += f' --phone "{phone}"' if _PHONE_LIKE.fullmatch(phone) else ""
    names = Text(name, name) if _NAME_LIKE.fullmatch(name) else _NAME
    return Text(*(f'saraban-check draft notice --name "{said}"{known} -o draft.docx' for said in names))


def _is_left(result: NoticeResult, text: str | None) -> bool:
    """Whether a text is the model notice's, and was left in."""
    return is_model_data(text or "") and any(found.finding.breaks(SB527) for found in result.findings)


def _without_model_data(result: NoticeResult) -> Notice | None:
    """The notice without what was left in of the model's: nobody knows what belongs in its place."""
    notice = result.notice
    if notice is None:
        return None
    websites, telephones = (
        tuple(one for one in stated if not _is_left(result, one.text))
        for stated in (notice.websites, notice.telephones)
    )
    return notice._replace(websites=websites, telephones=telephones)
