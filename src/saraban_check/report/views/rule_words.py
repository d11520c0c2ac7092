"""The words in which every report tells what a rule is: how heavy, what it rests on, its family, and what it says."""

from collections.abc import Iterator

from ...model.finding import Family, Rule, Severity, Standard
from ...model.text import Text
from ...rules.catalogue import RULES

SEVERITIES = {
    Severity.ERROR: Text("ข้อผิดพลาด", "error"),
    Severity.WARNING: Text("คำเตือน", "warning"),
    Severity.INFO: Text("ข้อสังเกต", "note"),
}
_STANDARDS = {
    Standard.REGULATION: Text("ระเบียบฯ", "regulation"),
    Standard.METHODS: Text("วิธีการฯ", "methods"),
    Standard.TABLE: Text("ตารางกลุ่ม", "table"),
    Standard.DATA: Text("ข้อมูล", "data"),
}
WHY = Text("ทำไมจึงสำคัญ", "Why it matters")
BASIS = Text("ฐานกฎหมาย", "Legal basis")
_WRONG, _RIGHT = Text("ตัวอย่างที่ผิด", "Wrong"), Text("ตัวอย่างที่ถูก", "Right")
MEND = Text("วิธีแก้", "How to mend")
_FAMILIES = {
    Family.READING: Text("การอ่านที่อยู่", "Reading the address"),
    Family.MAILBOX: Text("ส่วนหน้า @", "Before the @"),
    Family.CODE: Text("รหัส 8 หลัก", "The 8-digit code"),
    Family.DOMAIN: Text("โดเมนหลัง @", "The domain"),
    Family.NOTICE: Text("ประกาศฯ ม.10", "The notice"),
    Family.DELIVERY: Text("การส่งอีเมล", "Delivery"),
    Family.ISSUED: Text("อีเมลที่ออกให้", "Issued addresses"),
    Family.TABLE: Text("ตารางกลุ่ม", "The table of groups"),
    Family.DATA: Text("ข้อมูลในบัญชีรายชื่อ", "The list as data"),
}


def families() -> Iterator[tuple[Text, list[Rule]]]:
    """The families of rules, in order: what their codes begin with and their name, and the rules."""
    for family, name in _FAMILIES.items():
        rules = [rule for rule in RULES if rule.family is family]
        prefix = rules[0].code[:3]
        yield Text(f"{prefix} {name.th}", f"{prefix} {name.en}"), rules


def rule_parts(rule: Rule) -> tuple[tuple[Text, Text], ...]:
    """What a rule says of itself, each part below its heading."""
    return (WHY, rule.why), (BASIS, rule.basis), (_WRONG, rule.wrong), (_RIGHT, rule.right), (MEND, rule.mend)


def weight_text(rule: Rule) -> Text:
    """How heavy a rule is and what it rests on: `error · regulation · methods`."""
    said = (SEVERITIES[rule.severity], *(_STANDARDS[standard] for standard in rule.standards))
    return Text(*(" · ".join(texts) for texts in zip(*said, strict=True)))
