"""SB529: what proof-reading would have mended, and what changes nothing of what the notice says."""

from collections.abc import Iterator

from ..model.finding import Finding, Rule, Severity, Standard
from ..model.notice import NoticePart
from ..model.text import Text
from .basis import MODEL_NOTICE
from .notice_case import NoticeCase

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

RULES = (SB529,)

_SLIP = Text("“{found}” ที่ถูกคือ “{meant}”", "“{found}”, which should be “{meant}”")
_MOST_SHOWN = 3


def proofreading_findings(case: NoticeCase) -> Iterator[Finding]:
    """What is to be said of how the notice is written."""
    if slips := case.notice.slips:
        said = [_SLIP.fill(found=slip.text, meant=slip.meant) for slip in slips[:_MOST_SHOWN]]
        places = Text("; ".join(one.th for one in said), "; ".join(one.en for one in said))
        yield Finding(SB529, NoticePart.TEXT.value, {"places": places, "line": slips[0].line})
