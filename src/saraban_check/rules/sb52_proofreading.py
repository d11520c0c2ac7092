"""SB527 to SB529: what proof-reading would have mended: the model's data, a draft mark, slips of spelling."""

from collections.abc import Iterator

from ..model.finding import Finding, Rule, Severity, Standard
from ..model.notice import NoticePart
from ..model.text import Text
from .basis import MODEL_NOTICE
from .notice_case import NoticeCase

SB527 = Rule(
    code="SB527",
    name="model-data-left",
    severity=Severity.ERROR,
    standards=(Standard.METHODS,),
    title=Text("ยังมีข้อมูลของประกาศตัวอย่าง", "Data of the model notice were left in"),
    message=Text(
        "ยังมีข้อมูลของประกาศตัวอย่าง (องค์การบริหารส่วนตำบลวังทอง) ค้างอยู่: {places}",
        "Data of the model notice (องค์การบริหารส่วนตำบลวังทอง) were left in: {places}",
    ),
    why=Text(
        "ที่อยู่ เว็บไซต์ และโทรศัพท์ในประกาศตัวอย่างไม่ใช่ของหน่วยงาน ประชาชนจะติดต่อผิดที่",
        "The address, website and telephone of the model are not the agency's; citizens would write to somebody else.",
    ),
    mend=Text(
        "แทนด้วยที่อยู่อีเมล เว็บไซต์ และโทรศัพท์ของหน่วยงานเอง",
        "Put the agency's own address, website and telephone in their place.",
    ),
    basis=MODEL_NOTICE,
    wrong=Text(
        "ประกาศเทศบาลตำบลทุ่งสง … โทร. ๐-๓๖๗๗-๖๕๔๓", "a notice of another agency with the model's โทร. ๐-๓๖๗๗-๖๕๔๓"
    ),
    right=Text("ช่องทางทุกข้อเป็นของหน่วยงานที่ออกประกาศฯ", "every channel is the issuing agency's own"),
    action=Text("แทนข้อมูลของประกาศตัวอย่างด้วยข้อมูลของหน่วยงาน", "replace the model's data with the agency's own"),
)

SB528 = Rule(
    code="SB528",
    name="marked-as-draft",
    severity=Severity.ERROR,
    standards=(Standard.METHODS,),
    title=Text("ยังเป็นร่างหรือตัวอย่าง", "It is marked as a draft or an example"),
    message=Text(
        "ในเอกสารมีคำว่า “{found}” จึงยังไม่ใช่ประกาศฯ ที่ออกแล้ว", "It says “{found}”, so it is no notice that was issued"
    ),
    why=Text("ร่างยังไม่มีผล ช่องทางจึงยังไม่เปิด", "A draft has no effect, so no channel is open yet."),
    mend=Text(
        "ถ้าลงนามแล้ว ให้ใช้ฉบับที่ลงนามซึ่งไม่มีคำนี้ ถ้ายังไม่ได้ลงนาม ให้ลบคำนี้แล้วเสนอลงนาม",
        "If it was signed, use the signed one, which has no such mark; if not, take the mark away and have it signed.",
    ),
    basis=MODEL_NOTICE,
    wrong=Text("(ร่าง) ประกาศองค์การบริหารส่วนตำบลวังทอง", "(ร่าง) before the title"),
    right=Text("ประกาศองค์การบริหารส่วนตำบลวังทอง", "ประกาศองค์การบริหารส่วนตำบลวังทอง (the title alone)"),
    action=Text("ใช้ฉบับที่ลงนามแล้ว และไม่มีคำว่าร่างหรือตัวอย่าง", "use the signed notice, without the mark of a draft"),
)

SB529 = Rule(
    code="SB529",
    name="spelling-slip",
    severity=Severity.INFO,
    standards=(Standard.METHODS,),
    title=Text("สะกดผิด แต่อ่านได้ความ", "A slip of spelling, read all the same"),
    message=Text("สะกดผิด: {places}", "Misspelt: {places}"),
    why=Text(
        "ชื่อเดือนหรือชื่อพระราชบัญญัติที่สะกดผิดยังอ่านได้ความ จึงเป็นเพียงข้อสังเกต",
        "A month or an act whose name is misspelt can still be told, so this is a remark only.",
    ),
    mend=Text("แก้คำสะกดเมื่อออกประกาศฯ ครั้งต่อไป", "Mend the spelling when a notice is next issued."),
    basis=MODEL_NOTICE,
    wrong=Text("ประกาศ ณ วันที่ ๑๑ กรกฏาคม พ.ศ. ๒๕๖๖", "กรกฏาคม (with ฏ, in place of ฎ)"),
    right=Text("ประกาศ ณ วันที่ ๑๑ กรกฎาคม พ.ศ. ๒๕๖๖", "กรกฎาคม (July, spelt right)"),
)

RULES = (SB527, SB528, SB529)

_SLIP = Text("“{found}” ที่ถูกคือ “{meant}”", "“{found}”, which should be “{meant}”")
_MOST_SHOWN = 5


def proofreading_findings(case: NoticeCase) -> Iterator[Finding]:
    """What is to be said of how the notice is written."""
    if left := case.model_data:
        pieces = ", ".join(one.text for one in left[:_MOST_SHOWN])
        yield Finding(SB527, NoticePart.TEXT.value, {"places": pieces, "line": left[0].line})
    if mark := case.notice.draft_mark:
        yield Finding(SB528, NoticePart.DOCUMENT.value, {"found": mark.text, "line": mark.line})
    if slips := case.notice.slips:
        said = [_SLIP.fill(found=slip.text, meant=slip.meant) for slip in slips[:_MOST_SHOWN]]
        places = Text("; ".join(one.th for one in said), "; ".join(one.en for one in said))
        yield Finding(SB529, NoticePart.TEXT.value, {"places": places, "line": slips[0].line})
