"""What the lists of things to do say of one agency: what is wrong, where to mail to, the address to use, the steps."""

from ...bounces.addresses import is_address
from ...model.agency_result import AgencyResult
from ...model.assessment import OUTSIDE, UNDETERMINED
from ...model.delivery import Delivery
from ...model.finding import Severity
from ...model.text import Lang, Text
from ...reference.our_columns import OurCells
from ...report.words.fact_texts import FACTS
from ...rules.sb8_table import SB801

_UPGRADED = Text("ยกฐานะแล้ว ต้องดำเนินการตามสถานะใหม่", "It was upgraded and has to be brought to its new status")
_FIND_OUT = Text("หาข้อมูลที่ยังขาดแล้วกรอกในบัญชีรายชื่อ: {facts}", "Find out what is missing, and fill it in: {facts}")
_NOT_ARRIVING = (Delivery.FAILED, Delivery.FULL)


def wrong(agency: AgencyResult, cells: OurCells, lang: Lang) -> str:
    """The errors and warnings, heaviest first; what else was noticed only where there are none."""
    said = [_UPGRADED.say(lang)] if agency.record.facts.upgraded else []
    weighty = [finding for finding in agency.findings if finding.rule.severity is not Severity.INFO]
    if len(weighty) == len(agency.findings) or not (said or weighty):
        return "\n".join(filter(None, [*said, cells.reasons]))  # these are said already, in this order
    for severity in (Severity.ERROR, Severity.WARNING):
        said += [finding.message(lang) for finding in weighty if finding.rule.severity is severity]
    return "\n".join(said)


def steps_in_full(agency: AgencyResult, cells: OurCells, lang: Lang) -> str:
    """The steps of its group; without a group, what has to be found out first."""
    outcome = agency.outcome
    if outcome.group == UNDETERMINED:
        facts = " · ".join(FACTS[name].say(lang) for name in outcome.missing)
        return _FIND_OUT.say(lang, facts=facts)
    if outcome.group == OUTSIDE and not agency.steps:
        return SB801.mend.say(lang)
    return cells.steps


def offices_in_full(agency: AgencyResult, lang: Lang) -> str:
    """Whom it asks, an office a line."""
    return "\n".join(f"{office.name.say(lang)}: {office.line.say(lang)}" for office in agency.offices)


def address_to_use(agency: AgencyResult) -> str:
    """What was issued or is suggested, else the stated address where it is correct; blank where it has to get one."""
    if agency.suggestions:
        return agency.suggestions[0].address
    if agency.issued or (agency.verdict.correct and not agency.record.facts.upgraded):
        return agency.address_in_hand
    return ""


def mail_to(agency: AgencyResult) -> str:
    """The address that it has now, for a letter about the new one; blank where mail does not get there."""
    value = agency.verdict.value or ""
    arrives = agency.record.facts.delivery not in _NOT_ARRIVING
    return value if arrives and is_address(value) else ""


def on_one_line(text: str) -> str:
    """For the source of a mail merge: a line feed in a cell would break the letter's line, or the record."""
    return " · ".join(line.strip() for line in text.splitlines() if line.strip())
