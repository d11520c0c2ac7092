"""SB510 to SB519: the document itself, the law it cites, and whose it is."""

from collections.abc import Iterator

from ..model.finding import Finding, Rule, Severity, Standard
from ..model.notice import Blank, Notice, NoticePart
from ..model.policy import weighing
from ..model.text import Text
from .basis import MODEL_NOTICE, SECTION_10
from .notice_case import NoticeCase

_METHODS = (Standard.METHODS,)
_DATA = (Standard.DATA,)
_CITE_LAW = Text(
    "อ้างมาตรา 10 ของ พ.ร.บ. การปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565 ให้ครบ",
    "cite section 10 of the act of B.E. 2565 in full",
)
ISSUE_ANEW = Text("ออกประกาศฯ ฉบับใหม่ในชื่อปัจจุบันของหน่วยงาน", "issue a new notice under the agency's present name")

SB510 = Rule(
    code="SB510",
    name="notice-unreadable",
    severity=Severity.WARNING,
    standards=_DATA,
    title=Text("อ่านข้อความในไฟล์ประกาศฯ ไม่ได้", "No text can be read in the file"),
    message=Text("ยังไม่ได้ตรวจประกาศฯ: {reason}", "The notice was not checked: {reason}"),
    why=Text(
        "ไฟล์สแกนมีแต่ภาพ โปรแกรมจึงไม่รู้ว่าประกาศฯ ระบุอะไร และไม่ถือว่าผิด",
        "A scan holds only pictures: what the notice says is not known, and nothing is held against it.",
    ),
    mend=Text(
        "ใช้ไฟล์ต้นฉบับ (Word หรือ PDF ที่บันทึกจาก Word) แล้วตรวจใหม่",
        "Use the original (Word, or a PDF saved from it), and check again.",
    ),
    basis=SECTION_10,
    wrong=Text("PDF ที่สแกนจากกระดาษ", "a PDF scanned from paper"),
    right=Text("PDF ที่บันทึกจาก Word ซึ่งเลือกข้อความได้", "a PDF saved from Word, whose text can be selected"),
    action=Text("หาไฟล์ที่อ่านข้อความได้ (Word หรือ PDF ที่บันทึกจาก Word) แล้วตรวจใหม่", "find a file whose text can be read"),
)

SEVERAL_NOTICES = SB510._replace(
    title=Text("ไฟล์นี้มีประกาศฯ หลายฉบับ", "The file holds several notices"),
    why=Text(
        "ไม่รู้ว่าประกาศฯ ฉบับใดเป็นฉบับที่ใช้ จึงไม่ตรวจฉบับใด และไม่ถือว่าผิด",
        "Which of the notices counts is not known: none was checked, and nothing is held against them.",
    ),
    mend=Text("แยกไฟล์ให้มีประกาศฯ ไฟล์ละฉบับ แล้วตรวจใหม่", "Put each notice into a file of its own, and check again."),
    action=Text("แยกไฟล์ให้มีประกาศฯ ไฟล์ละฉบับ แล้วตรวจใหม่", "put each notice into a file of its own, and check again"),
)
"""SB510 of a file of which it is not known which of its notices counts."""

SB511 = Rule(
    code="SB511",
    name="notice-read-by-ocr",
    severity=Severity.INFO,
    standards=_DATA,
    title=Text("อ่านจากภาพ (OCR) อาจคลาดเคลื่อน", "Read from a picture (OCR): less certain"),
    message=Text(
        "อ่านข้อความจากภาพ (OCR) อาจคลาดเคลื่อน สิ่งที่อ่านได้เป็นคำถาม เทียบกับเอกสารด้วยตา",
        "The text was read from a picture (OCR) and may be wrong in places: compare it with the document",
    ),
    why=Text(
        "การอ่านจากภาพอาจผิดทีละตัวอักษร สิ่งที่อ่านได้จึงเป็นคำถาม ไม่ใช่ข้อผิดพลาดของประกาศฯ",
        "OCR gets single letters wrong, so what was read is a question, and nothing is held against the notice.",
    ),
    mend=Text("เทียบสิ่งที่อ่านได้กับเอกสารจริง", "Compare what was read with the document."),
    basis=SECTION_10,
    wrong=Text("PDF ที่สแกนจากกระดาษ", "a PDF scanned from paper"),
    right=Text("PDF ที่บันทึกจาก Word", "a PDF saved from Word"),
    keeps_severity=True,
)

SB512 = Rule(
    code="SB512",
    name="not-a-section-10-notice",
    severity=Severity.ERROR,
    standards=_METHODS,
    title=Text("ไม่ใช่ประกาศฯ ม.10", "Not a section-10 notice"),
    message=Text(
        "เอกสารนี้ไม่ใช่ประกาศช่องทางอิเล็กทรอนิกส์ตามมาตรา 10",
        "This document is no notice of electronic channels under section 10",
    ),
    why=Text(
        "เอกสารอื่น เช่น คำสั่งตามมาตรา 16 หรือหนังสือ ใช้แทนประกาศฯ ม.10 ไม่ได้",
        "Another document, such as an order under section 16 or a letter, cannot stand in for the notice.",
    ),
    mend=Text(
        "เลือกไฟล์ประกาศฯ ที่ขึ้นต้นว่า “ประกาศ<หน่วยงาน> เรื่อง ช่องทางอิเล็กทรอนิกส์…”",
        "Choose the notice that begins “ประกาศ<agency> เรื่อง ช่องทางอิเล็กทรอนิกส์…”.",
    ),
    basis=SECTION_10,
    wrong=Text("คำสั่งตามมาตรา 16", "an order under section 16"),
    right=Text("ประกาศ… เรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ…", "ประกาศ… เรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ…"),
    action=Text("ใช้ไฟล์ประกาศฯ ม.10 แทนเอกสารอื่น", "take the section-10 notice in place of another document"),
)

SB513 = Rule(
    code="SB513",
    name="act-not-cited",
    severity=Severity.ERROR,
    standards=_METHODS,
    title=Text("ไม่อ้าง พ.ร.บ. การปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565", "The act of 2565 is not cited"),
    message=Text(
        "ประกาศฯ {found}",
        "The notice {found}",
    ),
    why=Text(
        "ประกาศฯ มีผลให้ถือว่าได้รับเรื่องแล้ว เพราะออกตามพระราชบัญญัตินี้",
        "What enters the channels counts as received because the notice is issued under this act.",
    ),
    mend=Text(
        "อ้างมาตรา 10 วรรคหนึ่ง แห่งพระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565 ในคำปรารภ",
        "Cite section 10, first paragraph, of the act of B.E. 2565 in the preamble.",
    ),
    basis=MODEL_NOTICE,
    wrong=Text("อาศัยอำนาจตาม พ.ศ. ๒๕๖๖", "the act cited as of B.E. 2566"),
    right=Text("…พระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. ๒๕๖๕", "the act cited as of B.E. 2565"),
    action=_CITE_LAW,
)

SB514 = Rule(
    code="SB514",
    name="section-not-cited",
    severity=Severity.ERROR,
    standards=_METHODS,
    title=Text("ไม่อ้างมาตรา 10", "Section 10 is not cited"),
    message=Text("ประกาศฯ ไม่อ้างมาตรา 10 ของพระราชบัญญัติฯ", "The notice does not cite section 10 of the act"),
    why=Text(
        "มาตรา 10 คือบทที่ให้อำนาจกำหนดช่องทางอิเล็กทรอนิกส์",
        "Section 10 is what gives the power to lay down the channels.",
    ),
    mend=Text("ระบุ “มาตรา ๑๐ วรรคหนึ่ง” ในคำปรารภ", "Write “มาตรา ๑๐ วรรคหนึ่ง” in the preamble."),
    basis=MODEL_NOTICE,
    wrong=Text("อาศัยอำนาจตามพระราชบัญญัติฯ โดยไม่บอกมาตรา", "the act without a section"),
    right=Text("อาศัยอำนาจตามความในมาตรา ๑๐ วรรคหนึ่ง", "under section 10, first paragraph"),
    action=_CITE_LAW,
)

SB515 = Rule(
    code="SB515",
    name="subject-unclear",
    severity=Severity.WARNING,
    standards=_METHODS,
    title=Text("ชื่อเรื่องไม่ชัดเจน", "The subject is unclear"),
    message=Text(
        "ชื่อเรื่องไม่บอกว่าเป็นช่องทางติดต่อทางอิเล็กทรอนิกส์: {found}", "The subject does not speak of electronic channels: {found}"
    ),
    why=Text(
        "ชื่อเรื่องทำให้ประชาชนและผู้ตรวจใน info.go.th รู้ว่าเป็นประกาศฯ ม.10",
        "By its subject citizens and the reviewers of info.go.th know the notice.",
    ),
    mend=Text("ใช้ “เรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ<หน่วยงาน>”", "Write “เรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ<agency>”."),
    basis=MODEL_NOTICE,
    wrong=Text("เรื่อง ประชาสัมพันธ์", "เรื่อง ประชาสัมพันธ์"),
    right=Text(
        "เรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อองค์การบริหารส่วนตำบลวังทอง",
        "เรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อองค์การบริหารส่วนตำบลวังทอง (the title's form)",
    ),
    action=Text("เขียนชื่อเรื่องให้ชัดว่าเป็นช่องทางอิเล็กทรอนิกส์", "write a subject that speaks of electronic channels"),
)

SB516 = Rule(
    code="SB516",
    name="agencies-differ",
    severity=Severity.ERROR,
    standards=_METHODS,
    title=Text("ชื่อหน่วยงานในประกาศฯ ไม่ตรงกัน", "The agencies in the notice differ"),
    message=Text(
        "ชื่อเรื่องเป็นของ “{issuer}” แต่ในเนื้อความมี “{others}”: อาจแก้แบบร่างไม่ครบ",
        "The title is of “{issuer}”, yet the text has “{others}”: perhaps a template that was not filled in",
    ),
    why=Text(
        "ถ้าชื่อไม่ตรงกัน ไม่ชัดว่าประกาศฯ เปิดช่องทางของหน่วยงานใด: ที่ชื่อเรื่อง ผู้ออกประกาศฯ หรือผู้ลงนามเป็นข้อผิดพลาด ที่อื่นเป็นคำเตือน",
        "Where the names differ it is not clear whose channels the notice opens: an error in the subject, of the "
        "issuer and of the signatory, elsewhere a warning.",
    ),
    mend=Text("แก้ชื่อหน่วยงานให้ตรงกันทุกแห่ง แล้วออกประกาศฯ ใหม่", "Write the same agency everywhere, and issue it anew."),
    basis=MODEL_NOTICE,
    wrong=Text(
        "ประกาศเทศบาลตำบลสาธิต … ติดต่อองค์การบริหารส่วนตำบลวังทอง",
        "titled เทศบาลตำบลสาธิต, with องค์การบริหารส่วนตำบลวังทอง in the text",
    ),
    right=Text("ชื่อหน่วยงานเดียวกันทั้งฉบับ", "one agency throughout"),
    action=Text("แก้ชื่อหน่วยงานให้ตรงกันทั้งฉบับ", "write the same agency throughout"),
)

SB517 = Rule(
    code="SB517",
    name="placeholder-left",
    severity=Severity.ERROR,
    standards=_METHODS,
    title=Text("มีช่องว่างที่ยังไม่ได้กรอก", "A placeholder was left"),
    message=Text("ยังไม่ได้กรอก {count} แห่ง: {places}", "Not filled in, {count}: {places}"),
    why=Text(
        "ประกาศฯ ที่กรอกไม่ครบเป็นร่าง ยังใช้อ้างอิงไม่ได้",
        "A notice that is not filled in is a draft, and nobody can rely on it.",
    ),
    mend=Text(
        "กรอกให้ครบ หรือลบส่วนที่ไม่ใช้ แล้วออกประกาศฯ ใหม่", "Fill it in, or take out what is not used, and issue it anew."
    ),
    basis=MODEL_NOTICE,
    wrong=Text("[ชื่อหน่วยงาน] ……… xxx", "[ชื่อหน่วยงาน] ……… xxx (as templates have them)"),
    right=Text("กรอกครบทุกช่อง", "everything filled in"),
    action=Text("กรอกช่องว่างที่ยังไม่ได้กรอกให้ครบ", "fill in what was left blank"),
)

SB518 = Rule(
    code="SB518",
    name="notice-of-another-agency",
    severity=Severity.ERROR,
    standards=_METHODS,
    title=Text("เป็นประกาศฯ ของหน่วยงานอื่น", "The notice is another agency's"),
    message=Text(
        "ประกาศฯ เป็นของ “{issuer}” แต่หน่วยงานคือ “{name}”{hint}",
        "The notice is of “{issuer}”, the agency is “{name}”{hint}",
    ),
    why=Text(
        "ประกาศฯ ของหน่วยงานอื่น หรือของชื่อก่อนยกฐานะ ไม่เปิดช่องทางของหน่วยงานนี้",
        "Another agency's notice, or one under the name before an upgrade, opens none of this agency's channels.",
    ),
    mend=Text("ออกประกาศฯ ในชื่อปัจจุบันของหน่วยงาน", "Issue a notice under the agency's present name."),
    basis=MODEL_NOTICE,
    wrong=Text(
        "หน่วยงานเป็นเทศบาลตำบล แต่ประกาศฯ ยังเป็นขององค์การบริหารส่วนตำบล", "a เทศบาลตำบล with the notice of the former อบต."
    ),
    right=Text("ชื่อในประกาศฯ ตรงกับชื่อหน่วยงาน", "the notice names the agency itself"),
    action=ISSUE_ANEW,
)

SB519 = Rule(
    code="SB519",
    name="issuer-missing",
    severity=Severity.ERROR,
    standards=_METHODS,
    title=Text("ไม่มีชื่อหน่วยงานที่ออกประกาศฯ", "The title names no agency"),
    message=Text("ชื่อประกาศฯ ไม่บอกว่าหน่วยงานใดออก", "The title does not say which agency issued the notice"),
    why=Text("ต้องรู้ว่าเป็นช่องทางของหน่วยงานใด", "It must be clear whose channels these are."),
    mend=Text("ขึ้นต้นว่า “ประกาศ<ชื่อหน่วยงานเต็ม>”", "Begin with “ประกาศ<full name of the agency>”."),
    basis=MODEL_NOTICE,
    wrong=Text("ประกาศ………", "ประกาศ……… (left blank)"),
    right=Text("ประกาศองค์การบริหารส่วนตำบลวังทอง", "ประกาศองค์การบริหารส่วนตำบลวังทอง (the title's form)"),
    action=Text("ระบุชื่อหน่วยงานที่ออกประกาศฯ", "name the agency that issues the notice"),
)

RULES = (SB510, SB511, SB512, SB513, SB514, SB515, SB516, SB517, SB518, SB519)

_NOT_CITED = Text(
    "ไม่ได้อ้างพระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565",
    "does not cite the Electronic Performance of Government Act B.E. 2565",
)
_OTHER_YEAR = Text(
    "อ้างปีของพระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์เป็น พ.ศ. {year} ที่ถูกคือ 2565",
    "cites the Electronic Performance of Government Act as of B.E. {year}; it is of 2565",
)
_NO_SUBJECT = Text("ไม่มีชื่อเรื่อง", "there is none")
_SAME_NAME = Text(" (ชื่อเดียวกันแต่คนละประเภท: อาจยกฐานะแล้ว)", " (the same name, another kind: perhaps it was upgraded)")
_MOST_SHOWN = 3


def document_findings(case: NoticeCase) -> Iterator[Finding]:
    """What is to be said of the document, the law it cites, and whose it is."""
    from ..notices.acts import ACT_YEAR  # the catalogue is loaded by every command, these by one
    from ..notices.title import is_about_channels

    notice = case.notice
    if not notice.cites_act:
        yield Finding(SB513, NoticePart.LAW.value, {"found": _NOT_CITED})
    elif notice.act_year not in (None, ACT_YEAR):
        yield Finding(SB513, NoticePart.LAW.value, {"found": _OTHER_YEAR.fill(year=notice.act_year)})
    if notice.cites_act and not notice.cites_section:
        yield Finding(SB514, NoticePart.LAW.value)
    agency = "" if notice.issuer is None else notice.issuer.text
    if notice.subject is None or not is_about_channels(notice.subject.text, agency):
        subject = notice.subject
        found = _NO_SUBJECT if subject is None else Text(f"“{subject.text}”", f"“{subject.text}”")
        yield Finding(SB515, NoticePart.SUBJECT.value, {"found": found, "line": subject.line if subject else 1})
    yield from _whose(case)
    if blanks := _left_over(notice):
        shown = " · ".join(f"“{blank.text}”" for blank in blanks[:_MOST_SHOWN])
        more = " …" if len(blanks) > _MOST_SHOWN else ""
        yield Finding(
            SB517, NoticePart.TEXT.value, {"count": len(blanks), "places": shown + more, "line": blanks[0].line}
        )


def _whose(case: NoticeCase) -> Iterator[Finding]:
    notice = case.notice
    issuer = notice.issuer
    if issuer is None:
        yield Finding(SB519, NoticePart.ISSUER.value)
        return
    if notice.mentions:
        others = "”, “".join(mention.text for mention in notice.mentions[:_MOST_SHOWN])
        line = notice.mentions[0].line
        finding = Finding(SB516, NoticePart.ISSUER.value, {"issuer": issuer.text, "others": others, "line": line})
        # in running text a notice may have to mention a neighbour: then it is only warned of (decisions: Notices)
        yield finding if notice.is_mention_sure else finding._replace(rule=weighing(SB516, Severity.WARNING))
    is_told = any(case.is_named_by(mention.text) for mention in notice.mentions)  # the title alone was left as it was
    if case.agency_name and not case.is_of_agency and not is_told:
        hint = _SAME_NAME if case.has_agency_name else Text("", "")
        parts = {"issuer": issuer.text, "name": case.agency_name, "hint": hint, "line": issuer.line}
        yield Finding(SB518, NoticePart.ISSUER.value, parts)


def _left_over(notice: Notice) -> list[Blank]:
    """The blanks that no other finding speaks of: those of a part that is filled in besides, and those of none."""
    told = {
        NoticePart.ADDRESS: not notice.addresses,
        NoticePart.WEBSITE: not notice.websites,
        NoticePart.TELEPHONE: not notice.telephones and not notice.mobiles,
        NoticePart.DATE: True,
        NoticePart.ISSUER: True,
        NoticePart.SIGNATURE: True,
    }
    return [blank for blank in notice.blanks if not told.get(blank.part, False)]
