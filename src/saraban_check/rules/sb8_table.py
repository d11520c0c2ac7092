"""SB8: when the published table gives no single group."""

from ..model.assessment import OUTSIDE, UNDETERMINED, Outcome
from ..model.finding import Finding, Rule, Severity, Standard
from ..model.text import Text
from .basis import TABLE

_TABLE = (Standard.TABLE,)

SB801 = Rule(
    code="SB801",
    name="outside-the-table",
    severity=Severity.ERROR,
    standards=_TABLE,
    title=Text("ไม่เข้ากลุ่มใดในตาราง", "Outside the table"),
    message=Text(
        "ข้อเท็จจริงของหน่วยงานไม่ตรงกับแถวใดในตารางจำแนกกลุ่ม",
        "The agency's facts match no row of the published table",
    ),
    why=Text(
        "ตารางไม่มีแถวสำหรับที่อยู่ถูกต้องแต่ส่งไม่สำเร็จด้วยเหตุอื่นนอกจากกล่องเต็ม "
        "และไม่มีแถวกลุ่ม D สำหรับที่อยู่ถูกต้องแต่กล่องเต็ม จึงไม่บังคับให้เข้ากลุ่มใด",
        "The table has no row for a correct address that fails for another reason than a full mailbox, "
        "nor a D row for a correct address with a full one; such an agency is never forced into a row.",
    ),
    mend=Text(
        "ให้ผู้ให้บริการเปิดหรือแก้บัญชีที่ส่งไม่ถึง แล้วตรวจสถานะการส่งอีกครั้ง หรือเพิ่มแถวในตารางด้วย --table",
        "Have the mailbox opened or repaired and check the delivery again, or add a row with --table.",
    ),
    basis=TABLE,
    wrong=Text("ที่อยู่ถูกต้อง ลงระบบแล้ว แต่อีเมลตีกลับ", "correct, posted, but mail bounces"),
    right=Text("ที่อยู่ถูกต้อง ลงระบบแล้ว ส่งได้: กลุ่ม A1", "correct, posted, delivered: group A1"),
)

SB802 = Rule(
    code="SB802",
    name="undetermined",
    severity=Severity.WARNING,
    standards=_TABLE,
    title=Text("ยังจำแนกกลุ่มไม่ได้", "Undetermined"),
    message=Text(
        "ยังระบุกลุ่มไม่ได้ เพราะไม่ทราบ{missing}{told}: อาจเป็น {groups}",
        "The group cannot be told, {missing} unknown{told}: may be {groups}",
    ),
    why=Text(
        "โปรแกรมไม่เดา เมื่อขาดข้อมูลจะบอกทุกกลุ่มที่เป็นไปได้",
        "Nothing is guessed: where a fact is missing, all groups that remain possible are named.",
    ),
    mend=Text("กรอกข้อมูลที่ขาดในแถวนั้น", "Fill in the missing fact."),
    basis=TABLE,
    wrong=Text("ไม่มีคอลัมน์สถานะการส่ง: A1 หรือ A2", "no delivery column: A1 or A2"),
    right=Text("กรอกสถานะการส่งแล้ว: A1", "delivery filled in: A1"),
)

RULES = (SB801, SB802)

FACT_NAMES = {
    "upgraded": Text("การยกฐานะ", "the upgrade"),
    "address": Text("ที่อยู่อีเมล", "the address"),
    "notice": Text("ประกาศฯ ม.10", "the notice"),
    "posted": Text("การลง info.go.th", "the posting in info.go.th"),
    "delivery": Text("สถานะการส่ง", "delivery"),
}
_OUTSIDE = Text("นอกตาราง", "outside the table")


def _join(items: list[Text], th: str, en: str) -> Text:
    return Text(th.join(i.th for i in items), en.join(i.en for i in items))


def table_finding(outcome: Outcome, told: Text) -> Finding | None:
    """The finding where the table gives no single group; `told` is what is known of what is missing."""
    if outcome.group == OUTSIDE:
        return Finding(SB801, "group")
    if outcome.group != UNDETERMINED:
        return None
    groups = [Text(g, g) for g in outcome.candidates] + ([_OUTSIDE] if outcome.may_be_outside else [])
    missing = [FACT_NAMES[m] for m in outcome.missing]
    parts = {"missing": _join(missing, " และ", ", "), "told": told, "groups": _join(groups, " หรือ ", " or ")}
    return Finding(SB802, "group", parts)
