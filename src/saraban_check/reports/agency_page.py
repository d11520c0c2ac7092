"""Why one agency is where it is: the facts as read, the row that matched, the findings, and what would move it."""

from collections.abc import Iterator

from ..checks.classification import Classification
from ..grouping.change import moves
from ..model.agency_result import AgencyResult
from ..model.assessment import NOTHING_TO_DO, OUTSIDE, UNDETERMINED
from ..model.finding import Finding
from ..model.text import Lang, Text
from ..reference.our_columns import OUR_COLUMNS
from ..report.document import Document
from ..report.render.screen import render_screen
from ..report.views.group import conditions
from .address_screen import origin_text
from .escape import for_terminal
from .evidence_texts import evidence_lines
from .fact_texts import CHANGES, FACTS, fact_text
from .group_names import GROUP_COLORS, candidates_text, group_name
from .issued_texts import MATCHES, has_issued_column
from .layout import pad, wrap
from .places import column_of
from .registry_notes import registered
from .style import MARKS, Style

_HEAD = Text("แถว {row}: {name}", "Row {row}: {name}")
_OUTCOME = Text("ผล: {group}", "Outcome: {group}")
_GROUP = Text("กลุ่ม {group}", "group {group}")
_FACTS = Text("ข้อเท็จจริงที่อ่านได้", "The facts as read")
_CELL = Text("เซลล์: {cell}", "cell: {cell}")
_MATCHED = Text("แถวในตารางที่ตรง: กลุ่ม {group}", "The row of the table that matched: group {group}")
_SEVERAL = Text("ตรงได้หลายแถว: {groups}", "Several rows may match: {groups}")
_NO_ROW = Text("ไม่ตรงกับแถวใดในตาราง", "No row of the table matches")
_REASONS = Text("เหตุผล", "Findings")
_NO_REASONS = Text("ไม่พบข้อผิดพลาด", "Nothing was found")
_SUGGESTED = Text("ที่อยู่ที่แนะนำ", "Suggested address")
_MOVES = Text("เปลี่ยนน้อยที่สุดเพื่อย้ายกลุ่ม", "The smallest change that would move it")
_TO = Text("ไปกลุ่ม {group}", "to group {group}")
_FIND_OUT = Text("ต้องรู้ก่อน: {missing}", "To be found out first: {missing}")
_AT_TOP = Text("อยู่กลุ่ม A1 แล้ว ไม่ต้องเปลี่ยนอะไร", "It is in A1; nothing has to change")
_CHECK_CODE = Text(
    "อยู่กลุ่ม A1 แล้ว แต่ตรวจรหัสกับ สถ. ก่อน ที่อยู่อาจไม่ใช่ของหน่วยงานนี้ หรือหน่วยงานยกฐานะแล้ว",
    "It is in A1; but check the code with DLA: the address may not be its own, or it was upgraded",
)
_STEPS = Text("สิ่งที่ต้องทำ", "What to do")
_AND = Text(" และ", ", and ")
_AT_LEAST_ONE = Text("ประกาศฯ หรือ info.go.th อย่างน้อยหนึ่งอย่างยังไม่มี", "of notice and posting at least one is missing")


def render_agency(result: Classification, agency: AgencyResult, lang: Lang, style: Style) -> str:
    """The whole explanation of one agency."""
    return "\n".join(_lines(result, agency, lang, style)) + "\n"


def _lines(result: Classification, agency: AgencyResult, lang: Lang, style: Style) -> Iterator[str]:
    record, outcome = agency.record, agency.outcome
    province = record.province.name.say(lang) if record.province else ""
    name = for_terminal(" ".join(part for part in (record.name.strip(), province, record.code or "") if part))
    yield from (style.paint(line, "bold") for line in wrap(_HEAD.say(lang, row=record.row, name=name), style.width, 2))
    group = group_name(outcome.group, lang)
    if outcome.group not in (OUTSIDE, UNDETERMINED):
        group = _GROUP.say(lang, group=group)
    color = GROUP_COLORS.get(outcome.group[:1], "red")
    yield style.paint(_OUTCOME.say(lang, group=group), "bold", color)
    yield from _facts(result, agency, lang, style)
    yield ""
    row = agency.matched
    if row is not None:
        yield style.paint(_MATCHED.say(lang, group=row.group), "bold")
        yield from render_screen(Document(_MATCHED, ((conditions(row),),)), lang, style).splitlines()
    elif outcome.group == OUTSIDE:
        yield style.paint(_NO_ROW.say(lang), "bold")
    else:
        groups = candidates_text(outcome.candidates, outcome.may_be_outside, lang)
        yield style.paint(_SEVERAL.say(lang, groups=groups), "bold")
    yield ""
    yield from _findings(agency.findings, lang, style)
    if agency.suggestions:
        yield ""
        yield style.paint(_SUGGESTED.say(lang), "bold")
        for suggestion in agency.suggestions:
            origin = origin_text(suggestion).say(lang)
            yield f"  → {style.paint(for_terminal(suggestion.address), 'green')}  ({origin})"
    yield from _ways(result, agency, lang, style)


def _facts(result: Classification, agency: AgencyResult, lang: Lang, style: Style) -> Iterator[str]:
    facts = agency.record.facts
    yield ""
    yield style.paint(_FACTS.say(lang), "bold")
    said = [(field, name, fact_text(field, facts, agency.verdict.state)) for field, name in FACTS.items()]
    if has_issued_column(result):
        said.append(("issued", OUR_COLUMNS["issued"].heading, MATCHES[agency.matches_issued]))
    if agency.registry_match is not None:
        found = registered(agency.registry_match, lang)
        said.append(("code", OUR_COLUMNS["registered"].heading, Text(for_terminal(found), for_terminal(found))))
    for field, name, fact in said:
        source = style.paint(_source(result, field, agency, lang), "dim")
        first, *more = wrap(fact.say(lang), max(style.width - 21, 30), 0)
        yield f"  {pad(name.say(lang), 18)} {first}" + ("" if more else source)
        yield from (f"  {pad('', 18)} {line}" for line in more)
        if field == "delivery" and agency.evidence is not None:
            for line in evidence_lines(agency.evidence, lang):
                yield from (f"  {pad('', 18)} {part}" for part in wrap(for_terminal(line), style.width - 21, 0))
    if facts.notice_and_posted is False and facts.notice is None and facts.posted is None:
        yield f"  {pad('', 18)} {_AT_LEAST_ONE.say(lang)}"


def _source(result: Classification, field: str, agency: AgencyResult, lang: Lang) -> str:
    """The cell as it stands, behind what it was read as."""
    index = column_of(result, field)
    if index is None or index >= len(agency.record.cells):
        return ""
    cell = agency.record.cells[index]
    text = for_terminal(str(cell).strip())[:120] if cell not in (None, "") else "–"
    return "  (" + _CELL.say(lang, cell=text) + ")"


def _findings(findings: tuple[Finding, ...], lang: Lang, style: Style) -> Iterator[str]:
    yield style.paint((_REASONS if findings else _NO_REASONS).say(lang), "bold")
    for finding in findings:
        mark, color = MARKS[finding.severity]
        said = wrap(for_terminal(finding.message(lang)), style.width - 11, 0)
        yield f"  {style.paint(mark, color)} {finding.code}  {said[0]}"
        yield from (" " * 11 + line for line in said[1:])


def _ways(result: Classification, agency: AgencyResult, lang: Lang, style: Style) -> Iterator[str]:
    yield ""
    if agency.outcome.missing:
        from ..rules.sb8_table import FACT_NAMES

        missing = ", ".join(FACT_NAMES[name].say(lang) for name in agency.outcome.missing)
        yield style.paint(_FIND_OUT.say(lang, missing=missing), "bold")
    elif agency.group == NOTHING_TO_DO:
        doubted = any(finding.rule.doubts_address for finding in agency.findings)
        yield from wrap((_CHECK_CODE if doubted else _AT_TOP).say(lang), style.width, 2)
    elif reached := moves(result.table, agency):
        yield style.paint(_MOVES.say(lang), "bold")
        order = result.table.groups
        others = [move for move in reached if move.group != NOTHING_TO_DO and agency.group in order[:-1]]
        nearer = [move for move in others if move.group[0] < agency.group[0]]
        shown = [move for move in reached if move.group == NOTHING_TO_DO] + nearer[:1]
        for move in shown:
            changes = _AND.say(lang).join(CHANGES[change].say(lang) for change in move.changes)
            yield from (
                "  " + line for line in wrap(f"{_TO.say(lang, group=move.group)}: {changes}", style.width - 2, 4)
            )
    if agency.steps:
        yield ""
        yield style.paint(_STEPS.say(lang), "bold")
        for step in agency.steps:
            yield from ("  " + line for line in wrap(f"• {step.text.say(lang)}", style.width - 2, 2))
