"""SB5: the notice under section 10 (ประกาศฯ ม.10) and its posting in info.go.th."""

from ..model.finding import Finding, Rule, Severity, Standard
from ..model.record import Facts
from ..model.text import Text
from .basis import SECTION_10

_TABLE = (Standard.TABLE,)

SB501 = Rule(
    code="SB501",
    name="notice-missing",
    severity=Severity.ERROR,
    standards=_TABLE,
    title=Text("ไม่มีประกาศฯ ม.10", "No section-10 notice"),
    message=Text("ยังไม่มีประกาศฯ ม.10{told}", "There is no notice under section 10{told}"),
    why=Text(
        "เรื่องที่ประชาชนส่งมาจะถือว่าได้รับแล้ว เมื่อเข้าสู่ช่องทางที่หน่วยงานประกาศไว้",
        "What citizens send counts as received only when it enters a channel that the agency has announced.",
    ),
    mend=Text("จัดทำประกาศฯ ม.10 ระบุอีเมลกลาง แล้วลงระบบ info.go.th", "Issue the notice, and post it in info.go.th."),
    basis=SECTION_10,
    wrong=Text("ช่องประกาศฯ เป็น ✗", "the notice cell holds ✗"),
    right=Text("ช่องประกาศฯ เป็น ✓", "the notice cell holds ✓"),
)

SB502 = Rule(
    code="SB502",
    name="notice-not-posted",
    severity=Severity.ERROR,
    standards=_TABLE,
    title=Text("ยังไม่ลงในระบบ info.go.th", "Not posted in info.go.th"),
    message=Text("ประกาศฯ ม.10 ยังไม่ได้ลงในระบบ info.go.th{told}", "The notice is not posted in info.go.th{told}"),
    why=Text(
        "สำนักงาน ก.พ.ร. รายงานคณะรัฐมนตรีทุก 60 วันจากข้อมูลใน info.go.th",
        "OPDC reports to the cabinet every 60 days from what stands in info.go.th.",
    ),
    mend=Text("นำประกาศฯ ลงระบบ info.go.th", "Post the notice in info.go.th."),
    basis=SECTION_10,
    wrong=Text("ช่อง info.go.th เป็น ✗", "the info.go.th cell holds ✗"),
    right=Text("ช่อง info.go.th เป็น ✓", "the info.go.th cell holds ✓"),
)

SB503 = Rule(
    code="SB503",
    name="notice-without-address",
    severity=Severity.ERROR,
    standards=_TABLE,
    title=Text("ประกาศฯ ไม่ระบุอีเมล", "The notice states no address"),
    message=Text("ประกาศฯ ม.10 ไม่ได้ระบุที่อยู่อีเมล", "The section-10 notice states no address"),
    why=Text(
        "ประกาศฯ ต้องบอกช่องทางอิเล็กทรอนิกส์ที่ประชาชนใช้ติดต่อได้",
        "The notice must name the electronic channel that citizens can use.",
    ),
    mend=Text(
        "ออกประกาศฯ ใหม่ที่ระบุอีเมลกลาง แล้วลงแทนฉบับเดิม",
        "Issue a new notice that states the address, and post it in place of the old.",
    ),
    basis=SECTION_10,
    wrong=Text("ช่องประกาศฯ เป็น “✗ (ไม่ระบุอีเมลในประกาศฯ)”", "the notice cell holds “✗ (ไม่ระบุอีเมลในประกาศฯ)”"),
    right=Text("ประกาศฯ ระบุ saraban_06480115@dla.go.th", "the notice states saraban_06480115@dla.go.th"),
)

RULES = (SB501, SB502, SB503)

NOTHING_TOLD = Text("", "")
_UNDER_WAY = Text(" (ในรายชื่อระบุว่า “{found}”)", " (the list says “{found}”)")


def under_way(facts: Facts) -> Text:
    """What the list says of a notice or a posting that is on its way; blank where it says nothing of the kind."""
    return _UNDER_WAY.fill(found=facts.under_way) if facts.under_way else NOTHING_TOLD


def notice_findings(facts: Facts, stated: bool) -> tuple[Finding, ...]:
    """The findings about the notice; `stated` is whether it states any address."""
    if facts.notice is False:
        return (Finding(SB501, "notice", {"told": under_way(facts)}),)
    found = []
    if facts.posted is False:
        found.append(Finding(SB502, "posted", {"told": under_way(facts)}))
    if facts.notice and not stated:
        found.append(Finding(SB503, "address"))
    return tuple(found)
