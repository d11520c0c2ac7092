"""The page of one rule, and the list of all: the same texts for the screen and for the documentation."""

from collections.abc import Iterable, Iterator

from ..model.finding import Family, Rule, Severity, Standard
from ..model.text import Lang, Text
from ..rules.catalogue import RULES
from .layout import wrap
from .style import MARKS, Style

SEVERITIES = {
    Severity.ERROR: Text("ข้อผิดพลาด", "error"),
    Severity.WARNING: Text("คำเตือน", "warning"),
    Severity.INFO: Text("ข้อสังเกต", "note"),
}
STANDARDS = {
    Standard.REGULATION: Text("ระเบียบฯ", "regulation"),
    Standard.METHODS: Text("วิธีการฯ", "methods"),
    Standard.TABLE: Text("ตารางกลุ่ม", "table"),
    Standard.DATA: Text("ข้อมูล", "data"),
}
SECTIONS = (
    Text("ทำไมจึงสำคัญ", "Why it matters"),
    Text("ฐานกฎหมาย", "Legal basis"),
    Text("ตัวอย่างที่ผิด", "Wrong"),
    Text("ตัวอย่างที่ถูก", "Right"),
    Text("วิธีแก้", "How to mend"),
)
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


def families() -> Iterator[tuple[str, Text, list[Rule]]]:
    """The families of rules, in order: what their codes begin with, their name, and the rules."""
    for family, name in _FAMILIES.items():
        rules = [rule for rule in RULES if rule.family is family]
        yield rules[0].code[:3], name, rules


def rule_sections(rule: Rule) -> tuple[tuple[Text, Text], ...]:
    """The fixed sections of a rule's page, each its heading and its text."""
    return tuple(zip(SECTIONS, (rule.why, rule.basis, rule.wrong, rule.right, rule.mend), strict=True))


def render_rule(rule: Rule, lang: Lang, style: Style) -> str:
    """One rule's page."""
    mark, color = MARKS[rule.severity]
    rests = " · ".join(STANDARDS[s].say(lang) for s in rule.standards)
    severity = SEVERITIES[rule.severity].say(lang)
    lines = [
        f"{style.paint(mark, color)} {style.paint(rule.code, 'bold')} {rule.name}",
        style.paint(rule.title.say(lang), "bold"),
        style.paint(f"{severity} · {rests}", "dim"),
    ]
    for heading, text in rule_sections(rule):
        lines += ["", style.paint(heading.say(lang), "bold")]
        lines += ["  " + line for line in wrap(text.say(lang), style.width - 2, 0)]
    return "\n".join(lines) + "\n"


def render_rules(rules: Iterable[Rule], lang: Lang, style: Style) -> str:
    """All rules, a line each, by family."""
    wanted = {rule.code for rule in rules}
    lines: list[str] = []
    for prefix, name, members in families():
        shown = [rule for rule in members if rule.code in wanted]
        if not shown:
            continue
        lines += (
            ["", style.paint(f"{prefix} {name.say(lang)}", "bold")]
            if lines
            else [style.paint(f"{prefix} {name.say(lang)}", "bold")]
        )
        for rule in shown:
            mark, color = MARKS[rule.severity]
            said = wrap(f"{rule.code}  {rule.title.say(lang)}", style.width - 4, 7)
            lines.append(f"  {style.paint(mark, color)} {said[0]}")
            lines += [f"    {line}" for line in said[1:]]
    legend = "  ".join(f"{MARKS[s][0]} {SEVERITIES[s].say(lang)}" for s in Severity)
    return "\n".join([*lines, "", style.paint(legend, "dim")]) + "\n"
