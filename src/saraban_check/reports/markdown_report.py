"""Markdown for a pull request or `$GITHUB_STEP_SUMMARY` (1 MiB at most): what a reviewer wants to see first."""

from collections.abc import Iterator

from ..checks.breakdown import break_down
from ..grouping.table import RULESET
from ..model.agency_result import AgencyResult
from ..model.assessment import NOTHING_TO_DO
from ..model.finding import Severity
from ..model.text import Lang, Text
from ..rules.catalogue import find_rule
from .classify_screen import main_reason, open_outcomes
from .column_notes import COLUMNS, FEW, column_notes
from .escape import for_markdown
from .group_names import group_name
from .issued_texts import issued_counts
from .locating import name_of
from .markdown_parts import COUNT, RULE, cell, gate_lines, rules_section, table
from .policy_notes import made_with, policy_notes
from .report import Report
from .shares import share_text

MOST_BYTES = 1 << 20
_LISTED = 50
_PROVINCES = 10

_TITLE = Text("ผลการจำแนกกลุ่ม: {file}", "Groups: {file}")
_HEADLINE = Text(
    "หน่วยงาน **{total}** แห่ง · ต้องดำเนินการเพิ่มเติม **{follow_up}** · ยังระบุกลุ่มไม่ได้ {undetermined} · นอกตาราง {outside} "
    "(ตารางฉบับ {ruleset})",
    "**{total}** agencies · to be followed up **{follow_up}** · undetermined {undetermined} · outside the table "
    "{outside} (table of {ruleset})",
)
_AGAINST = Text(
    "เทียบกับ baseline: ปัญหาใหม่ {new} · รู้อยู่แล้ว {known} · แก้แล้ว {fixed}",
    "Against the baseline: {new} new problems · {known} known · {fixed} fixed",
)
_GROUPS, _GROUP = Text("กลุ่ม", "Groups"), Text("กลุ่ม", "Group")
_TODO = Text("สิ่งที่ต้องทำ", "What to do")
_BY_PROVINCE = Text("จังหวัดที่เหลือมากที่สุด ({shown} จาก {total})", "Provinces with most left ({shown} of {total})")
_PROVINCE, _ALL, _LEFT, _SHARE = (
    Text("จังหวัด", "Province"),
    Text("ทั้งหมด", "All"),
    Text("ยังไม่อยู่กลุ่ม A", "Not in A"),
    Text("อยู่ในกลุ่ม A", "In A"),
)
_AGENCIES = Text("หน่วยงานที่ยังไม่อยู่กลุ่ม A1 (แสดง {shown} จาก {total})", "Agencies not in A1 (shown {shown} of {total})")
_NEW = Text("ปัญหาใหม่ (แสดง {shown} จาก {total})", "New problems (shown {shown} of {total})")
_ROW, _AGENCY, _ADDRESS = Text("แถว", "Row"), Text("หน่วยงาน", "Agency"), Text("ที่อยู่อีเมล", "Address")
_PLACES = Text("{count} แห่ง", "{count}")


def markdown_document(report: Report) -> Iterator[str]:
    """The document, section by section."""
    lang, summary = report.lang, report.result.summary
    yield f"## {_TITLE.say(lang, file=cell(report.location))}\n\n"
    numbers = {
        "total": f"{summary.total:,}",
        "follow_up": f"{summary.follow_up:,}",
        "undetermined": f"{summary.undetermined:,}",
        "outside": f"{summary.outside:,}",
    }
    yield _HEADLINE.say(lang, ruleset=RULESET, **numbers) + "\n"
    if (compared := issued_counts(summary)) is not None:
        yield f"\n{cell(compared.say(lang))}\n"
    yield from _gate(report)
    yield f"\n### {_GROUPS.say(lang)}\n\n"
    outcomes = {**summary.groups, "outside": summary.outside, "undetermined": summary.undetermined}
    rows = ([group_name(group, lang), f"{count:,}"] for group, count in outcomes.items())
    yield from table([_GROUP.say(lang), COUNT.say(lang)], rows, "lr")
    todo = [
        f"{action.step.action.say(lang)}: {_PLACES.say(lang, count=f'{action.agencies:,}')}"
        for action in summary.actions
    ]
    todo += [text.say(lang, count=f"{count:,}") for _, text, count in open_outcomes(summary)]
    if todo:
        yield f"\n### {_TODO.say(lang)}\n\n"
        yield from (f"1. {cell(line)}\n" for line in todo)
    found = ((find_rule(code), count) for code, count in summary.rules.items())
    fired = [(rule, summary.policy.severity_of(rule), count) for rule, count in found if rule is not None]
    yield from rules_section(fired, lang)
    yield f"\n### {COLUMNS.say(lang)}\n\n"
    yield from (f"- {for_markdown(note.say(lang))}\n" for note in column_notes(report.result.source, FEW))
    yield from _provinces(report)
    yield from _agencies(report)


def _gate(report: Report) -> Iterator[str]:
    lang, judgement = report.lang, report.judgement
    if judgement is not None:
        yield from gate_lines(judgement.reasons, lang)
        if (standing := judgement.standing) is not None:
            new = standing.problem_count
            fixed = sum(fixed.times for fixed in standing.fixed)
            yield f"\n{_AGAINST.say(lang, new=f'{new:,}', known=f'{standing.known:,}', fixed=f'{fixed:,}')}\n"
    for note in made_with(report.result):  # never cut: it names what is left out, and says itself how much more is
        yield f"\n{for_markdown(note.say(lang))}\n"
    for note in policy_notes(report.result):
        yield f"\n{cell(note.say(lang))}\n"


def _provinces(report: Report) -> Iterator[str]:
    lang = report.lang
    parts = break_down("province", report.result.agencies).parts(report.result.summary)
    left = [part for part in sorted(parts, key=lambda part: -part.left) if part.left]
    if len(parts) < 2 or not left:
        return
    shown = left[:_PROVINCES]
    yield f"\n### {_BY_PROVINCE.say(lang, shown=len(shown), total=len(left))}\n\n"
    rows = (
        [part.name.say(lang), f"{part.total:,}", f"{part.left:,}", share_text(part.done, part.total)] for part in shown
    )
    yield from table([heading.say(lang) for heading in (_PROVINCE, _ALL, _LEFT, _SHARE)], rows, "lrrr")


def _agencies(report: Report) -> Iterator[str]:
    """What is new, if there is a baseline; else the first agencies that need work."""
    result, lang = report.result, report.lang
    standing = report.judgement.standing if report.judgement is not None else None
    headings = [_ROW.say(lang), _GROUP.say(lang), _AGENCY.say(lang), _ADDRESS.say(lang), RULE.say(lang)]
    if standing is not None:
        new = [
            (agency, finding)
            for agency in result.agencies
            for position, finding in enumerate(agency.findings)
            if finding.severity is not Severity.INFO and standing.is_new(agency.record.row, position)
        ]
        if new:
            shown = new[:_LISTED]
            yield f"\n### {_NEW.say(lang, shown=f'{len(shown):,}', total=f'{len(new):,}')}\n\n"
            rows = (_row(agency, f"{finding.code} {finding.message(lang)}", lang) for agency, finding in shown)
            yield from table(headings, rows, "rllll")
        return
    left = [agency for agency in result.agencies if agency.group != NOTHING_TO_DO]
    if left:
        listed = left[:_LISTED]
        yield f"\n### {_AGENCIES.say(lang, shown=f'{len(listed):,}', total=f'{len(left):,}')}\n\n"
        yield from table(headings, (_row(agency, _reason(agency, lang), lang) for agency in listed), "rllll")


def _reason(agency: AgencyResult, lang: Lang) -> str:
    found = main_reason(agency)
    return "" if found is None else f"{found[1].say(lang)}{found[2]}"


def _row(agency: AgencyResult, reason: str, lang: Lang) -> list[str]:
    address = agency.verdict.raw.strip()
    return [str(agency.record.row), group_name(agency.group, lang), name_of(agency), address, reason]
