"""The rules' documentation as Markdown, from the same declarations as `explain`."""

from ..model.text import Lang, Text
from .rule_page import SEVERITIES, STANDARDS, families, rule_sections

_TITLE = Text("เหตุผลที่ saraban-check แจ้ง", "The rules of saraban-check")
_MADE = Text(
    "หน้านี้สร้างจากโค้ดด้วย `saraban-check rules --format md` อย่าแก้ด้วยมือ",
    "This page is made from the code by `saraban-check rules --format md --lang en`; do not edit it by hand.",
)


def rules_markdown(lang: Lang) -> str:
    """One page with all rules, by family."""
    lines = [f"# {_TITLE.say(lang)}", "", _MADE.say(lang), ""]
    for prefix, name, rules in families():
        lines += [f"## {prefix} {name.say(lang)}", ""]
        for rule in rules:
            rests = " · ".join(STANDARDS[standard].say(lang) for standard in rule.standards)
            lines += [
                f"### {rule.code} {rule.name}",
                "",
                f"**{rule.title.say(lang)}** ({SEVERITIES[rule.severity].say(lang)} · {rests})",
                "",
            ]
            lines += [f"- {heading.say(lang)}: {text.say(lang)}" for heading, text in rule_sections(rule)]
            lines.append("")
    return "\n".join(lines)
