"""Parts of a Markdown report that commands share: what the gate said, the rules that fired, a table."""

from collections.abc import Iterable, Iterator, Sequence

from ..model.finding import Rule, Severity
from ..model.text import Lang, Text
from ..report.views.rule_words import SEVERITIES
from .escape import for_markdown

LONGEST = 300
"""A cell's text is cut there: a step summary may hold 1 MiB."""
_PASSED, _FAILED = Text("✅ ผ่านเกณฑ์", "✅ The gate passed"), Text("❌ ไม่ผ่านเกณฑ์", "❌ The gate failed")
_RULES = Text("เหตุผลที่พบ", "Reasons found")
RULE, SEVERITY, COUNT = Text("เหตุผล", "Reason"), Text("ระดับ", "Severity"), Text("จำนวน", "Count")


def gate_lines(reasons: Sequence[Text], lang: Lang) -> Iterator[str]:
    """Whether the gate was passed, or each reason why not."""
    yield f"\n**{(_FAILED if reasons else _PASSED).say(lang)}**\n\n"
    yield from (f"- {cell(reason.say(lang))}\n" for reason in reasons)


def rules_section(fired: Iterable[tuple[Rule, Severity, int]], lang: Lang) -> Iterator[str]:
    """The rules that fired, each with its weight and how often, what was found most often first; nothing if none."""
    rules = sorted(fired, key=lambda one: (-one[2], one[0].code, one[1].value))
    if not any(count for _, _, count in rules):
        return
    yield f"\n### {_RULES.say(lang)}\n\n"
    rows = [[f"{rule.code} {rule.title.say(lang)}", SEVERITIES[own].say(lang), f"{n:,}"] for rule, own, n in rules]
    yield from table([RULE.say(lang), SEVERITY.say(lang), COUNT.say(lang)], rows, "llr")


def cell(text: str) -> str:
    """A text inside a line or a table's cell, harmless, and cut where it is long."""
    return for_markdown(text if len(text) <= LONGEST else text[:LONGEST] + " …")


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], alignment: str) -> Iterator[str]:
    """A table; `alignment` has a letter a column, `l` or `r`."""
    yield "| " + " | ".join(headings) + " |\n"
    yield "|" + "|".join("---:" if side == "r" else "---" for side in alignment) + "|\n"
    for row in rows:
        yield "| " + " | ".join(map(cell, row)) + " |\n"
