"""A list becomes drafts: which agencies get one, with which address and which blanks, and which get none and why."""

import datetime
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from ..checks.classification import Classification
from ..model.agency_result import AgencyResult
from ..model.record import AgencyRecord, ProblemKind
from ..model.registry import Likeness
from ..model.text import Text
from ..notices.heads import head_of
from .agency_names import BadName, agency_in_full
from .choosing import ChosenAddress, NoAddress, choose_address
from .facts import DraftFacts
from .file_names import FileNames
from .websites import shown_website

_UPGRADED_TO = ("subdistrict", "town", "city")
"""What an agency can become when its status changes (decisions: Codes)."""


class WhyNotDrafted(Enum):
    """Why an agency that was asked for gets no draft; the value is what JSON calls it."""

    NO_NAME = "no-name"
    NAME_NOT_THAI = "name-not-thai"
    NAME_OF_ANOTHER_KIND = "name-of-another-kind"
    NAME_TOO_LONG = "name-too-long"
    NAME_OF_OLD_STATUS = "name-of-old-status"
    ROW_DAMAGED = "row-damaged"

    @property
    def text(self) -> Text:
        """In words."""
        return _WHY_NOT[self]


_WHY_NOT = {
    WhyNotDrafted.NO_NAME: BadName.MISSING.value,
    WhyNotDrafted.NAME_NOT_THAI: BadName.NOT_THAI.value,
    WhyNotDrafted.NAME_OF_ANOTHER_KIND: BadName.ANOTHER_KIND.value,
    WhyNotDrafted.NAME_TOO_LONG: BadName.TOO_LONG.value,
    WhyNotDrafted.NAME_OF_OLD_STATUS: Text(
        "ยกฐานะแล้ว แต่ชื่อในรายชื่อยังเป็นของสถานะเดิม", "it was upgraded, but the list still has its former name"
    ),
    WhyNotDrafted.ROW_DAMAGED: Text("แถวเสียหาย", "the row is damaged"),
}
_BAD_NAMES = {
    BadName.MISSING: WhyNotDrafted.NO_NAME,
    BadName.NOT_THAI: WhyNotDrafted.NAME_NOT_THAI,
    BadName.ANOTHER_KIND: WhyNotDrafted.NAME_OF_ANOTHER_KIND,
    BadName.TOO_LONG: WhyNotDrafted.NAME_TOO_LONG,
}


class Draft(NamedTuple):
    """The notice of one agency of a list: what it says, and the name of its files without their ending."""

    record: AgencyRecord
    group: str
    facts: DraftFacts
    address: ChosenAddress | NoAddress
    file: str


class NotDrafted(NamedTuple):
    """An agency that was asked for and gets none."""

    record: AgencyRecord
    group: str
    why: WhyNotDrafted


class DraftPlan(NamedTuple):
    """All of a list, each in the order of the rows."""

    drafts: tuple[Draft, ...]
    not_drafted: tuple[NotDrafted, ...]


def plan_drafts(known: Classification, day: datetime.date) -> DraftPlan:
    """A draft for each agency that a classified list holds, and which get none; no file is written."""
    names = FileNames()
    drafts, left = [], []
    for agency in known.agencies:
        facts = _facts(agency, day)
        if isinstance(facts, WhyNotDrafted):
            left.append(NotDrafted(agency.record, agency.group, facts))
            continue
        address = choose_address(agency)
        if isinstance(address, ChosenAddress):
            facts = facts._replace(address=address.address)
        name = names.name_for(agency.record.code, agency.record.row, facts.agency)
        drafts.append(Draft(agency.record, agency.group, facts, address, name))
    return DraftPlan(tuple(drafts), tuple(left))


def _facts(agency: AgencyResult, day: datetime.date) -> DraftFacts | WhyNotDrafted:
    record = agency.record
    if any(problem.kind is ProblemKind.CELL_COUNT for problem in record.problems):
        return WhyNotDrafted.ROW_DAMAGED
    name = agency_in_full(record.name, record.kind)
    if isinstance(name, BadName):
        return _BAD_NAMES[name]
    is_local = record.kind is not None and record.kind.type_digits is not None
    if record.facts.upgraded and is_local and record.kind is not None and record.kind.key not in _UPGRADED_TO:
        return WhyNotDrafted.NAME_OF_OLD_STATUS
    return DraftFacts(name, day, website=_website(agency), position=head_of(name))


def _website(agency: AgencyResult) -> str | None:
    """The website of the row, else that of the registry, where the agency stands there beyond doubt."""
    sites: Sequence[str] = (agency.record.website,)
    match = agency.registry_match
    if match is not None and match.how is Likeness.EXACT and match.entry is not None:
        sites = (*sites, match.entry.website)
    return next((shown for site in sites if (shown := shown_website(site)) is not None), None)
