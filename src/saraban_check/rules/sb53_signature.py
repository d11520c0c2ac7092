"""SB535 to SB537: by whom a notice is signed."""

from collections.abc import Iterator

from ..model.finding import Finding, Rule, Severity, Standard
from ..model.notice import NoticePart
from ..model.text import Text
from .basis import MODEL_NOTICE, SECTION_10
from .notice_case import NoticeCase

_METHODS = (Standard.METHODS,)

SB535 = Rule(
    code="SB535",
    name="signature-missing",
    severity=Severity.ERROR,
    standards=_METHODS,
    title=Text("ไม่มีส่วนลงนาม", "There is no signature block"),
    message=Text(
        "ท้ายประกาศฯ ไม่มี{missing}",
        "At the end of the notice there is no {missing}",
    ),
    why=Text(
        "มาตรา 20 ให้หัวหน้าหน่วยงานของรัฐเป็นผู้ประกาศกำหนด",
        "By section 20 it is the head of the agency who lays the channels down.",
    ),
    mend=Text(
        "เพิ่มชื่อผู้ลงนามในวงเล็บและตำแหน่งใต้วันที่ แล้วให้หัวหน้าหน่วยงานลงนาม",
        "Put the signatory's name in brackets and the position below the date, and have the head of the agency sign.",
    ),
    basis=MODEL_NOTICE,
    wrong=Text("จบที่วันที่", "it ends with the date"),
    right=Text("ชื่อในวงเล็บ และใต้ชื่อ “นายกองค์การบริหารส่วนตำบลวังทอง”", "a name in brackets, and the position below it"),
    action=Text("ใส่ช่องลงนาม ชื่อ และตำแหน่งผู้ลงนามให้ครบ", "complete the signature: name and position"),
)

SB536 = Rule(
    code="SB536",
    name="signature-blank",
    severity=Severity.INFO,
    standards=_METHODS,
    title=Text("ยังไม่มีชื่อผู้ลงนาม", "The signatory's name is blank"),
    message=Text(
        "ชื่อผู้ลงนามในวงเล็บยังว่าง กรอกก่อนลงนาม", "The signatory's name in brackets is blank; fill it in before signing"
    ),
    why=Text("ร่างที่ยังไม่ลงนามยังไม่มีผล", "A draft that nobody signed has no effect yet."),
    mend=Text("กรอกชื่อผู้ลงนาม แล้วเสนอลงนาม", "Fill in the name, and have it signed."),
    basis=MODEL_NOTICE,
    wrong=Text("(……………) หรือ (ชื่อผู้ลงนาม)", "(……………) or (ชื่อผู้ลงนาม) above the position"),
    right=Text("ชื่อและนามสกุลของผู้ลงนามในวงเล็บ", "the signatory's own name in brackets above the position"),
)

SB537 = Rule(
    code="SB537",
    name="signatory-not-head",
    severity=Severity.WARNING,
    standards=_METHODS,
    title=Text("ผู้ลงนามไม่ใช่หัวหน้าหน่วยงาน", "Not signed by the head of the agency"),
    message=Text(
        "ลงนามโดย “{position}” ซึ่งไม่ใช่หัวหน้าหน่วยงาน{head} และไม่ได้ระบุว่าปฏิบัติหน้าที่หรือรักษาราชการแทน",
        "Signed by “{position}”, who is not the head of the agency{head} and is not said to act for the head",
    ),
    why=Text(
        "มาตรา 20 ให้หัวหน้าหน่วยงานของรัฐเป็นผู้ประกาศกำหนดช่องทาง",
        "By section 20 it is the head of the agency who lays the channels down.",
    ),
    mend=Text(
        "ให้หัวหน้าหน่วยงานลงนาม หรือระบุว่าปฏิบัติหน้าที่หรือรักษาราชการแทนหัวหน้าหน่วยงาน",
        "Have the head of the agency sign, or say that the signatory acts for the head.",
    ),
    basis=SECTION_10,
    wrong=Text("ชื่อในวงเล็บ และใต้ชื่อ “หัวหน้าสำนักปลัด”", "a name in brackets, and หัวหน้าสำนักปลัด below it"),
    right=Text(
        "ปลัดองค์การบริหารส่วนตำบล ปฏิบัติหน้าที่นายกองค์การบริหารส่วนตำบลวังทอง",
        "a deputy who is said to act: ปฏิบัติหน้าที่นายกองค์การบริหารส่วนตำบลวังทอง",
    ),
    action=Text("ให้หัวหน้าหน่วยงาน หรือผู้ปฏิบัติหน้าที่แทน เป็นผู้ลงนาม", "have the head, or who acts for the head, sign"),
)

RULES = (SB535, SB536, SB537)

_NO_BLOCK = Text("ชื่อผู้ลงนามในวงเล็บและตำแหน่ง", "name in brackets with a position below it")
_NO_NAME = Text("ชื่อผู้ลงนามในวงเล็บ (มีแต่ตำแหน่ง)", "name in brackets (only a position)")
_NO_POSITION = Text("ตำแหน่งของผู้ลงนาม (มีแต่ชื่อ)", "position of the signatory (only a name)")
_HEAD = Text(" ({head})", " ({head})")


def signature_findings(case: NoticeCase) -> Iterator[Finding]:
    """What is to be said of the signature block."""
    notice = case.notice
    has_position = notice.position is not None or notice.has_unread_position
    if not notice.is_signed_block or not has_position:
        missing = _NO_POSITION if notice.is_signed_block else _NO_NAME if notice.position else _NO_BLOCK
        yield Finding(SB535, NoticePart.SIGNATURE.value, {"missing": missing})
    elif blanks := notice.blanks_in(NoticePart.SIGNATURE):
        yield Finding(SB536, NoticePart.SIGNATURE.value, {"line": blanks[0].line})
    yield from _not_by_head(case)


def _not_by_head(case: NoticeCase) -> Iterator[Finding]:
    from ..notices.heads import head_of, signs_for_head  # the catalogue is loaded by every command, this by one

    position, issuer = case.notice.position, case.notice.issuer
    if position is None or issuer is None or case.notice.document.by_ocr:  # OCR misreads words
        return
    if signs_for_head(position.text, issuer.text) is False:
        head = head_of(issuer.text)
        said = _HEAD.fill(head=head) if head else Text("", "")
        parts = {"position": position.text, "head": said, "line": position.line}
        yield Finding(SB537, NoticePart.SIGNATURE.value, parts)
