"""Why one agency is where it is: the facts as read, the row that matched, the findings, and what would move it."""

from collections.abc import Iterator

from ...checks.classification import Classification
from ...grouping.change import Move, nearest_moves
from ...model.agency_result import AgencyResult
from ...model.assessment import NOTHING_TO_DO, OUTSIDE, UNDETERMINED
from ...model.text import Text
from ...reference.days import day_text
from ...reference.our_columns import OUR_COLUMNS
from ...rules.sb8_table import FACT_NAMES
from ...rules.sb53_issue import ADDRESS_OF_WRONG_NOTICE
from ..document import (
    Block,
    Cell,
    Document,
    Field,
    Fields,
    Findings,
    Heading,
    Item,
    Items,
    Note,
    Section,
    both,
    line,
)
from ..locating import column_of
from ..words.evidence_texts import evidence_lines
from ..words.fact_texts import CHANGES, FACTS, fact_text
from ..words.group_names import candidates_text
from ..words.issued_texts import MATCHES, has_issued_column
from ..words.registry_notes import registered
from .agency_lines import named
from .dated import dated
from .findings import found_of
from .group import conditions
from .group_words import group_text, group_tone
from .suggestions import suggested_items

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
_TO = Text("ไปกลุ่ม {group}: {changes}", "to group {group}: {changes}")
_FIND_OUT = Text("ต้องรู้ก่อน: {missing}", "To be found out first: {missing}")
_AT_TOP = Text("อยู่กลุ่ม A1 แล้ว ไม่ต้องเปลี่ยนอะไร", "It is in A1; nothing has to change")
_MEND_NOTICE = Text(
    "อยู่กลุ่ม A1 แล้ว แต่ประกาศฯ ที่ใช้ต้องแก้ก่อน ดูวิธีแก้: saraban-check notice ไฟล์",
    "It is in A1; but the notice that was used has to be mended: saraban-check notice FILE says how",
)
_CHECK_CODE = Text(
    "อยู่กลุ่ม A1 แล้ว แต่ตรวจรหัสกับ สถ. ก่อน ที่อยู่อาจไม่ใช่ของหน่วยงานนี้ หรือหน่วยงานยกฐานะแล้ว",
    "It is in A1; but check the code with DLA: the address may not be its own, or it was upgraded",
)
_SINCE = Text("{fact} ตั้งแต่ {day}", "{fact}, since {day}")
_STEPS = Text("สิ่งที่ต้องทำ", "What to do")
_AND = Text(" และ", ", and ")
_AT_LEAST_ONE = Text("ประกาศฯ หรือ info.go.th อย่างน้อยหนึ่งอย่างยังไม่มี", "of notice and posting at least one is missing")
_LONGEST = 120


def agency_document(result: Classification, agency: AgencyResult) -> Document:
    """The whole explanation of one agency."""
    record = agency.record
    name = Text(*(" ".join(part for part in (said, record.code or "") if part) for said in named(agency)))
    title = _HEAD.fill(row=record.row, name=name)
    return dated(Document(title, tuple(_sections(result, agency, title))), result.as_of)


def _sections(result: Classification, agency: AgencyResult, title: Text) -> Iterator[Section]:
    group = group_text(agency.group)
    shown = group if agency.group in (OUTSIDE, UNDETERMINED) else _GROUP.fill(group=group)
    yield Heading(title), Heading(_OUTCOME.fill(group=shown), group_tone(agency.group))
    found = tuple(found_of(finding, mends=False) for finding in agency.findings)
    yield Heading(_REASONS if found else _NO_REASONS), Findings(found)
    if agency.suggestions:
        yield (suggested_items(agency.suggestions, _SUGGESTED),)
    yield (Items([Item(line(step.what)) for step in agency.steps], _STEPS, numbered=True, whole=True),)
    yield tuple(_ways(result, agency))
    yield Heading(_FACTS), Fields(tuple(_facts(result, agency)))
    yield tuple(_row(agency))


def _facts(result: Classification, agency: AgencyResult) -> Iterator[Field]:
    """What is known, each with the cell that it was read from."""
    facts, state = agency.record.facts, agency.verdict.state
    for field, name in FACTS.items():
        said_of = fact_text(field, facts, state)
        if field == "upgraded" and facts.upgraded and facts.upgraded_on is not None:
            said_of = _SINCE.fill(fact=said_of, day=day_text(facts.upgraded_on.isoformat()))
        yield Field(name, (Cell(said_of),), _source(result, field, agency))
        if field == "delivery" and agency.evidence is not None:
            said = zip(evidence_lines(agency.evidence, "th"), evidence_lines(agency.evidence, "en"), strict=True)
            yield Field("", tuple(Cell(Text(th, en)) for th, en in said))
    if has_issued_column(result):
        heading = OUR_COLUMNS["issued"].heading
        yield Field(heading, (Cell(MATCHES[agency.matches_issued]),), _source(result, "issued", agency))
    if (match := agency.registry_match) is not None:
        found = Cell(both(lambda lang: registered(match, lang)))
        yield Field(OUR_COLUMNS["registered"].heading, (found,), _source(result, "code", agency))
    if facts.notice_and_posted is False and facts.notice is None and facts.posted is None:
        yield Field("", (Cell(_AT_LEAST_ONE),))


def _source(result: Classification, field: str, agency: AgencyResult) -> Text | None:
    """The cell as it stands, behind what it was read as."""
    index, cells = column_of(result, field), agency.record.cells
    if index is None or index >= len(cells):
        return None
    cell = cells[index]
    return _CELL.fill(cell="–" if cell in (None, "") else str(cell).strip()[:_LONGEST])


def _row(agency: AgencyResult) -> Iterator[Block]:
    """The row of the table that its facts matched, or why there is not just one."""
    outcome = agency.outcome
    if agency.matched is not None:
        yield Heading(_MATCHED.fill(group=agency.matched.group))
        yield conditions(agency.matched)
    elif outcome.group == OUTSIDE:
        yield Heading(_NO_ROW)
    else:
        groups = both(lambda lang: candidates_text(outcome.candidates, outcome.may_be_outside, lang))
        yield Heading(_SEVERAL.fill(groups=groups))


def _ways(result: Classification, agency: AgencyResult) -> Iterator[Block]:
    """What would move it: a fact to find out first, nothing, or the smallest change."""
    if missing := [FACT_NAMES[name] for name in agency.outcome.missing]:
        yield Heading(_FIND_OUT.fill(missing=Text(*map(", ".join, zip(*missing, strict=True)))))
    elif agency.group == NOTHING_TO_DO:
        is_wrong_notice = any(finding.rule.title == ADDRESS_OF_WRONG_NOTICE.title for finding in agency.findings)
        is_doubted = any(finding.rule.doubts_address for finding in agency.findings)
        yield Note(_CHECK_CODE if is_doubted else _MEND_NOTICE if is_wrong_notice else _AT_TOP)
    else:
        yield Items([Item(line(_move(move))) for move in nearest_moves(result.table, agency)], _MOVES, whole=True)


def _move(move: Move) -> Text:
    changes = [CHANGES[change] for change in move.changes]
    joined = Text(*(_AND[at].join(said[at] for said in changes) for at in (0, 1)))
    return _TO.fill(group=move.group, changes=joined)
