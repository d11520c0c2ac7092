"""The screen after `classify`: the table, what to do, and the first agencies that need work."""

import shlex
from collections.abc import Iterator, Sequence

from ..checks.classification import Classification
from ..checks.summary import NOTED, Summary
from ..model.agency_result import AgencyResult
from ..model.assessment import OUTSIDE, UNDETERMINED
from ..model.finding import Family, Finding, Severity
from ..model.text import Lang, Text
from .column_notes import COLUMNS, FEW, column_notes
from .escape import for_terminal
from .evidence_texts import evidence_notes
from .fact_texts import assumption
from .group_names import GROUP_COLORS, candidates_text, group_name
from .group_table import render_group_table
from .issued_texts import SAID, issued_counts
from .layout import wrap
from .set_aside_texts import set_aside_notes
from .style import MARKS, Style

_TODO = Text("สิ่งที่ต้องทำ (เรียงตามจำนวนหน่วยงานที่ได้ประโยชน์)", "What to do (what helps most agencies first)")
_ACTION = Text("{what} {count} แห่ง ({groups})", "{what}: {count} ({groups})")
_ROWS = Text("แถว {rows}{more}", "rows {rows}{more}")
_MORE_ROWS = Text(" และอีก {count} แถว", " and {count} more")
_UNDETERMINED = Text(
    "กรอกข้อมูลที่ขาดของหน่วยงานที่ยังระบุกลุ่มไม่ได้ {count} แห่ง", "fill in what is missing for {count} undetermined agencies"
)
_MISSING = Text(" (ขาด: {facts})", " (missing: {facts})")
_OUTSIDE = Text("ตรวจสอบหน่วยงานที่ไม่เข้ากลุ่มใดในตาราง {count} แห่ง", "look into {count} agencies outside the table")
_LIST = Text("หน่วยงานที่ยังไม่อยู่กลุ่ม A1", "Agencies that are not in A1")
_LIST_ALL = Text("หน่วยงานตามเงื่อนไขที่เลือก", "Agencies as selected")
_SHOWN = Text("แสดง {shown} จาก {total}", "shown {shown} of {total}")
_NOTHING = Text("ไม่มีหน่วยงานที่ต้องดำเนินการ", "No agency needs work")
_NONE_SELECTED = Text("ไม่มีหน่วยงานตามเงื่อนไขที่เลือก", "No agency fits the selection")
_ROW = Text("แถว {row}", "row {row}")
_NO_ADDRESS = Text("(ไม่มีที่อยู่)", "(no address)")
_MORE = Text(
    "ดูเหตุผลทั้งหมดของแถวใด: saraban-check explain {file} แถว", "For all reasons: saraban-check explain {file} ROW"
)
_REPORT = Text(
    "บันทึกผลทุกแห่งเป็น Excel: saraban-check classify {file} -o result.xlsx",
    "All agencies as a workbook: saraban-check classify {file} -o result.xlsx",
)
_DATA = Text("ข้อสังเกตเรื่องข้อมูล", "Notes on the data")
_DATA_LINE = Text("{code} {title}: {count} แห่ง", "{code} {title}: {count}")


def render_classification(
    result: Classification,
    shown: Sequence[AgencyResult],
    total: int,
    selected: bool,
    path: str,
    lang: Lang,
    style: Style,
) -> str:
    """The whole screen. `shown` are the agencies to list, of `total` that fit; `path` is the file as it was named."""
    parts = [render_group_table(result.summary, lang, style)]
    parts += ["\n".join(wrap(for_terminal(note.say(lang)), style.width, 2)) for note in set_aside_notes(result)]
    if result.assume:
        parts.append(style.paint(assumption(result.assume).say(lang), "yellow"))
    parts += ["\n".join(wrap(for_terminal(note.say(lang)), style.width, 2)) for note in evidence_notes(result)]
    if (compared := issued_counts(result.summary)) is not None:
        parts.append("\n".join(wrap(compared.say(lang), style.width, 2)))
    if todo := list(_todo(result, lang, style)):
        parts.append("\n".join([style.paint(_TODO.say(lang), "bold"), *todo]))
    about = [line for note in column_notes(result.source, FEW) for line in _indented(note.say(lang), style)]
    parts.append("\n".join([style.paint(COLUMNS.say(lang), "bold"), *about]))
    if data := list(_data_notes(result, lang, style)):
        parts.append("\n".join([style.paint(_DATA.say(lang), "bold"), *data]))
    parts.append("\n".join(_agencies(result, shown, total, selected, lang, style)))
    file = for_terminal(shlex.quote(path) if " " in path else path)
    hints = [_MORE.say(lang, file=file), _REPORT.say(lang, file=file)]
    parts.append("\n".join(style.paint(line, "dim") for hint in hints for line in wrap(hint, style.width, 2)))
    return "\n\n".join(parts) + "\n"


def _indented(note: str, style: Style) -> list[str]:
    return ["  " + line for line in wrap(for_terminal(note), style.width - 2, 2)]


def _todo(result: Classification, lang: Lang, style: Style) -> Iterator[str]:
    number = 0
    for action in result.summary.actions:
        number += 1
        groups = " · ".join(f"{g} {count:,}" for g, count in sorted(action.groups.items()))
        said = _ACTION.say(lang, what=action.step.action, count=f"{action.agencies:,}", groups=groups)
        where = _where(action.rows, action.agencies, lang)
        yield from wrap(f"{number:2}. {said}", style.width, 4)
        yield from (style.paint(line, "dim") for line in wrap(f"    {where}", style.width, 4))
    for outcome, text, count in open_outcomes(result.summary):
        number += 1
        yield from wrap(f"{number:2}. {text.say(lang, count=f'{count:,}')}", style.width, 4)
        rows = result.summary.first_rows(outcome)
        yield from (style.paint(line, "dim") for line in wrap(f"    {_where(rows, count, lang)}", style.width, 4))


def open_outcomes(summary: Summary) -> Iterator[tuple[str, Text, int]]:
    """What is to be done about agencies in no group, as far as there are any: the outcome, the words, how many."""
    from ..rules.sb8_table import FACT_NAMES

    if summary.undetermined:
        named = [(FACT_NAMES[fact], count) for fact, count in summary.missing.most_common()]
        th, en = (", ".join(f"{name[index]} {count:,}" for name, count in named) for index in (0, 1))
        missing = _MISSING.fill(facts=Text(th, en)) if named else Text("", "")
        yield UNDETERMINED, Text(_UNDETERMINED.th + missing.th, _UNDETERMINED.en + missing.en), summary.undetermined
    if summary.outside:
        yield OUTSIDE, _OUTSIDE, summary.outside


def _where(rows: Sequence[int], total: int, lang: Lang) -> str:
    rest = total - len(rows)
    more = _MORE_ROWS.say(lang, count=f"{rest:,}") if rest else ""
    return _ROWS.say(lang, rows=", ".join(map(str, rows)), more=more)


def _data_notes(result: Classification, lang: Lang, style: Style) -> Iterator[str]:
    for rule in NOTED:
        if count := result.summary.noted[rule.code] or result.summary.rules[rule.code]:
            mark, color = MARKS[result.policy.severity_of(rule)]
            said = _DATA_LINE.say(lang, code=rule.code, title=rule.title, count=f"{count:,}")
            yield "  " + style.paint(mark, color) + " " + "\n".join(wrap(said, style.width - 4, 4))
            if rows := result.summary.noted_rows[rule.code]:
                yield from (
                    style.paint(line, "dim") for line in wrap(f"    {_where(rows, count, lang)}", style.width, 4)
                )


def _agencies(
    result: Classification, shown: Sequence[AgencyResult], total: int, selected: bool, lang: Lang, style: Style
) -> Iterator[str]:
    if not total:
        yield style.paint((_NONE_SELECTED if selected else _NOTHING).say(lang), "bold")
        return
    counted = _SHOWN.say(lang, shown=f"{len(shown):,}", total=f"{total:,}")
    title = (_LIST_ALL if selected else _LIST).say(lang)
    yield style.paint(f"{title} ({counted})", "bold")
    for agency in shown:
        yield from _agency(result, agency, lang, style)


def _agency(result: Classification, agency: AgencyResult, lang: Lang, style: Style) -> Iterator[str]:
    record, outcome = agency.record, agency.outcome
    group = group_name(agency.group, lang)
    if outcome.candidates and outcome.group not in outcome.candidates:
        group += f" ({candidates_text(outcome.candidates, outcome.may_be_outside, lang)})"
    province = record.province.name.say(lang) if record.province else ""
    name = for_terminal(" ".join(part for part in (record.name.strip(), province) if part)) or (record.code or "")
    head = f"{_ROW.say(lang, row=record.row)}  {group}  {name}"
    yield ""
    first, *others = wrap(head, style.width, 4)
    yield style.paint(first, "bold", GROUP_COLORS.get(agency.group[:1], "red"))
    yield from others
    address = for_terminal(agency.verdict.raw.strip()) or _NO_ADDRESS.say(lang)
    yield from wrap(f"    {address}", style.width, 6)
    if (same := agency.matches_issued) is not None:
        yield from (style.paint(line, "dim") for line in wrap(f"    {SAID[same].say(lang)}", style.width, 6))
    if finding := main_reason(agency):
        mark, color = MARKS[finding[0]]
        said = wrap(for_terminal(f"{finding[1].say(lang)}{finding[2]}"), style.width - 6, 0)
        yield "    " + style.paint(mark, color) + " " + said[0]
        yield from ("      " + line for line in said[1:])
    if agency.suggestions:
        yield "    " + style.paint(f"→ {for_terminal(agency.suggestions[0].address)}", "green")


def _telling(finding: Finding) -> bool:
    """The domain says most: whose mailbox name is wrong at gmail.com need not mend the name."""
    return finding.rule.family is not Family.DOMAIN


def main_reason(agency: AgencyResult) -> tuple[Severity, Text, str] | None:
    """What is wrong, in one line: the heaviest finding, and how many more of its weight there are."""
    order = (Severity.ERROR, Severity.WARNING)
    for severity in order:
        found = sorted((f for f in agency.findings if f.severity is severity), key=_telling)
        if found:
            more = f" (+{len(found) - 1})" if len(found) > 1 else ""
            said = Text(found[0].message("th"), found[0].message("en"))
            return severity, said, more
    return None
