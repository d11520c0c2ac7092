"""An agency of a list in a few words: who it is, in which group, and what is wrong in the first place."""

from ...model.agency_result import AgencyResult
from ...model.text import Lang, Text
from ...model.verdict import AddressState
from ...rules.sb53_issue import SB538
from ..document import MARKS, Cell, Column, Item, Kind, Line, Row, Tone, both, line
from ..locating import name_of
from ..words.group_names import candidates_text, group_name
from ..words.issued_texts import SAID
from .group_words import group_text, group_tone

_HEAD = Text("แถว {row}  {group}  {name}", "row {row}  {group}  {name}")
_NO_ADDRESS = Text("(ไม่มีที่อยู่)", "(no address)")
_FROM_NOTICE = Text("{address} (จากประกาศฯ)", "{address} (from the notice)")
_UNKNOWN_ADDRESS = Text("(ไม่ทราบที่อยู่)", "(address unknown)")


def agency_item(agency: AgencyResult) -> Item:
    """One agency in a list: its group, its name, its address, what is wrong with it, and what to use instead."""
    parts = {
        "group": both(lambda lang: _group(agency, lang)),
        "name": named(agency) if any(named(agency)) else agency.record.code or "",
    }
    head = _HEAD.fill(row=agency.record.row, **parts)
    none = _UNKNOWN_ADDRESS if agency.verdict.state is AddressState.UNKNOWN else _NO_ADDRESS
    details = [line(_address(agency) or none)]
    if (same := agency.matches_issued) is not None:
        details.append(line(SAID[same], tone=Tone.QUIET))
    if (main := agency.main_finding) is not None:
        details.append(Line((Cell(main_reason(agency)),), MARKS[main.finding.severity]))
    if agency.suggestions:
        details.append(line(f"→ {agency.suggestions[0].address}", tone=Tone.GOOD))
    return Item(line(Cell(head, group_tone(agency.group), strong=True)), tuple(details))


def _address(agency: AgencyResult) -> Text | str:
    """The cell, or the address that was judged in its place; blank without either."""
    if any(finding.breaks(SB538) for finding in agency.findings):
        return _FROM_NOTICE.fill(address=agency.verdict.value or "")
    return agency.verdict.raw.strip()


def main_reason(agency: AgencyResult) -> Text:
    """What is wrong, in one line: the main finding, and how many more of its weight there are; blank without any."""
    main = agency.main_finding
    if main is None:
        return Text("", "")
    more = f" (+{main.others})" if main.others else ""
    return both(lambda lang: main.finding.message(lang) + more)


def named(agency: AgencyResult) -> Text:
    """The agency's name and its province."""
    record = agency.record
    places = record.province.name if record.province else Text("", "")
    th, en = (" ".join(part for part in (record.name.strip(), place) if part) for place in places)
    return Text(th, en)


def _group(agency: AgencyResult, lang: Lang) -> str:
    """The group, and behind it those that remain possible."""
    outcome = agency.outcome
    name = group_name(outcome.group, lang)
    if outcome.candidates and outcome.group not in outcome.candidates:
        name += f" ({candidates_text(outcome.candidates, outcome.may_be_outside, lang)})"
    return name


AGENCY_COLUMNS = (
    Column(Text("แถว", "Row"), kind=Kind.ORDINAL),
    Column(Text("กลุ่ม", "Group")),
    Column(Text("หน่วยงาน", "Agency")),
    Column(Text("ที่อยู่อีเมล", "Address"), kind=Kind.ADDRESS),
    Column(Text("เหตุผล", "Reason")),
)


def agency_row(agency: AgencyResult, reason: Text) -> Row:
    """One agency in a table, in the order of the columns."""
    group = Cell(group_text(agency.group), group_tone(agency.group))
    return agency.record.row, group, name_of(agency), _address(agency), reason
