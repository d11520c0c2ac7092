"""A classified list: the published table with its counts, what there is to do, and the agencies that need work."""

from collections.abc import Iterator

from ...checks.summary import NOTED, Summary
from ...model.assessment import OUTSIDE, UNDETERMINED
from ...model.text import Text
from ..document import (
    MARKS,
    PAGE,
    SCREEN,
    Block,
    Cell,
    Column,
    Document,
    Figure,
    Figures,
    Heading,
    Hint,
    Item,
    Items,
    Note,
    Section,
    Tone,
    line,
)
from ..run import Report
from ..words.column_notes import COLUMNS, FEW, column_notes
from ..words.evidence_texts import evidence_notes
from ..words.fact_texts import assumption
from ..words.issued_texts import issued_counts
from ..words.narrowed_texts import beside_the_whole, left_out_notes, narrowed_to, titled
from ..words.policy_notes import made_with, policy_notes
from ..words.set_aside_texts import set_aside_notes
from ..words.unused_notices import SHOWN, unused_notices
from .classify_agencies import agency_sections
from .dated import dated
from .findings import shell_name
from .fired_rules import rules_table
from .gate import gate_block
from .group_counts import group_counts
from .group_words import group_text, group_tone
from .todo import rows_line, todo_blocks

_TITLE = Text("ผลการจำแนกกลุ่ม: {file}", "Groups: {file}")
_HEADLINE = Text(
    "หน่วยงาน {total} แห่ง · ต้องดำเนินการเพิ่มเติม {follow_up} · ยังระบุกลุ่มไม่ได้ {undetermined} · นอกตาราง {outside}",
    "{total} agencies · to be followed up {follow_up} · undetermined {undetermined} · outside the table {outside}",
)
_AGAINST = Text(
    "เทียบกับ baseline: ปัญหาใหม่ {new} · รู้อยู่แล้ว {known} · แก้แล้ว {fixed}",
    "Against the baseline: {new} new problems · {known} known · {fixed} fixed",
)
_GROUPS, _GROUP = Text("กลุ่ม", "Groups"), Text("กลุ่ม", "Group")
_COUNT = Text("จำนวน", "Count")
_DATA = Text("ข้อสังเกตเรื่องข้อมูล", "Notes on the data")
_DATA_LINE = Text("{code} {title}: {count} แห่ง", "{code} {title}: {count}")
_LOOK_FIRST = Text(
    "ข้อมูลที่ขาดอาจมีอยู่แล้วในคอลัมน์ที่ยังไม่ได้ใช้ ก่อนกรอกใหม่ ดู “{columns}” ซึ่งบอกวิธีใช้คอลัมน์นั้น",
    "What is missing may stand in a column that is not used yet: “{columns}” below says how to use it",
)
_MORE = Text(
    "ดูเหตุผลทั้งหมดของแถวใด: saraban-check explain {file}{again} แถว",
    "For all reasons: saraban-check explain {file}{again} ROW",
)
_REPORT = Text(
    "บันทึกผลทุกแห่งเป็น Excel: saraban-check classify {file}{again} -o result.xlsx",
    "All agencies as a workbook: saraban-check classify {file}{again} -o result.xlsx",
)


def classify_document(report: Report) -> Document:
    """A classified list as a document; for a screen the report has `listed`."""
    title = titled(_TITLE.fill(file=report.location), report.result)
    return dated(Document(title, tuple(_sections(report))), report.result.as_of)


def _sections(report: Report) -> Iterator[Section]:
    result, summary = report.result, report.result.summary
    if (what := narrowed_to(result)) is not None:
        yield (Heading(what, on=SCREEN),)
    if (beside := beside_the_whole(result)) is not None:
        yield (Note(beside),)
    yield (*group_counts(summary), Note(_headline(summary), on=PAGE))
    yield tuple(Note(text) for text in left_out_notes(result))
    yield from ((Note(text, on=SCREEN),) for text in set_aside_notes(result))
    if result.assume:
        yield (Note(assumption(result.assume), Tone.DOUBT, on=SCREEN),)
    yield from ((Note(text, on=SCREEN),) for text in evidence_notes(result))
    yield tuple(Note(text, on=SCREEN) for text in unused_notices(result, SHOWN))
    if (compared := issued_counts(summary)) is not None:
        yield (Note(compared),)
    yield tuple(_gate(report))
    yield tuple(Note(text, on=PAGE) for text in (*made_with(result), *policy_notes(result)))
    outcomes = {**summary.groups, OUTSIDE: summary.outside, UNDETERMINED: summary.undetermined}
    counts = tuple(Figure(Cell(group_text(group), group_tone(group)), count) for group, count in outcomes.items())
    yield Heading(_GROUPS, on=PAGE), Figures(counts, Column(_GROUP), Column(_COUNT), on=PAGE)
    if any(column.probably in _facts_missing(summary) for column in result.source.unused):
        yield (Note(_LOOK_FIRST.fill(columns=COLUMNS), Tone.DOUBT, on=SCREEN),)
    yield todo_blocks(summary)
    if fired := summary.fired:
        yield (rules_table(fired),)
    columns = [Item(line(text)) for text in column_notes(result.source, FEW)]
    yield (Items(columns, COLUMNS, counted=False, whole=True),)
    yield tuple(_data(summary))
    yield from agency_sections(report)
    if report.listed is not None:
        file, listed = shell_name(report.named), report.listed
        hints = [(_MORE, listed.again)] + ([] if listed.has_workbook else [(_REPORT, listed.again_part)])
        yield tuple(Hint(text.fill(file=file, again=again)) for text, again in hints)


def _facts_missing(summary: Summary) -> frozenset[str]:
    """The fields that could tell what is not known of some agency."""
    both = {"notice_and_posted"} if summary.missing.keys() & {"notice", "posted"} else set()
    return frozenset(summary.missing.keys() | both)


def _headline(summary: Summary) -> Text:
    numbers = {
        "total": f"{summary.total:,}",
        "follow_up": f"{summary.follow_up:,}",
        "undetermined": f"{summary.undetermined:,}",
        "outside": f"{summary.outside:,}",
    }
    return _HEADLINE.fill(**numbers)


def _gate(report: Report) -> Iterator[Block]:
    if (judgement := report.judgement) is None:
        return
    yield gate_block(judgement.reasons)
    if (standing := judgement.standing) is not None:
        fixed = sum(found.times for found in standing.fixed)
        told = {"new": f"{standing.problem_count:,}", "known": f"{standing.known:,}", "fixed": f"{fixed:,}"}
        yield Note(_AGAINST.fill(**told), on=PAGE)


def _data(summary: Summary) -> Iterator[Block]:
    """What is noted of the data, on a screen: an agency in A1 may have it, and is in no other list there."""
    items = []
    for rule in NOTED:
        if count := summary.noted[rule.code]:
            head = line(_DATA_LINE.fill(code=rule.code, title=rule.title, count=f"{count:,}"))
            rows = summary.noted_rows[rule.code]
            mark = MARKS[summary.in_force(rule).severity]
            items.append(Item(head._replace(mark=mark), (rows_line(rows, count),) if rows else ()))
    if items:
        yield Items(items, _DATA, counted=False, whole=True, on=SCREEN)
