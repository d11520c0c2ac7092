"""What the sheets of a part are made of, beside what every workbook has."""

from dataclasses import replace
from functools import cached_property

from ...checks.classification import Classification
from ...grouping.todo import sure_steps
from ...model.agency_result import AgencyResult
from ...model.assessment import UNDETERMINED
from ...model.record import Province
from ...model.text import Lang, Text
from ...report.our_cells import UNKNOWN_PROVINCE
from ...report.words.fact_texts import FACTS
from ...report.words.standing_texts import PARTS, PROVINCE_NAME, PROVINCES
from ...rules.sb6_delivery import without_references
from ..workbook.contents import Contents
from ..workbook.steps_legend import StepsLegend, has_to_act, step_keys

LETTER = Text("หนังสือแจ้ง", "Letter")
TASKS = Text("สิ่งที่ต้องทำ", "What to do")
TICKED, NOT_TICKED = "☑", "☐"
_LONGEST_LIST = 255
"""Of the names that a cell offers: more cannot stand in a rule itself."""
_AGENCIES = Text("หน่วยงานตามรายชื่อแนบ", "The agencies of this list")


class PartContents(Contents):
    """The part as its sheets show it: what it is called, its province where it is one, and what it stands beside."""

    def __init__(self, result: Classification, lang: Lang) -> None:
        super().__init__(_as_told_outside(result), lang)
        self.part = _name_of(result)
        self.province = _province_of(result, self.part)
        self.beside = (PROVINCES,) if self.province or self.part == UNKNOWN_PROVINCE else (PARTS, _whole(result))

    @cached_property
    def tasks(self) -> list[AgencyResult]:
        """The agencies that can do something themselves."""
        return [agency for agency in self.result.agencies if has_to_act(agency) and self.keys_of(agency)]

    @cached_property
    def waiting(self) -> int:
        """How many wait for what only OPDC can find out."""
        return sum(has_to_act(agency) for agency in self.result.agencies) - len(self.tasks)

    @cached_property
    def legend(self) -> StepsLegend:
        return StepsLegend(self.tasks, self.lang, self.keys_of)

    def keys_of(self, agency: AgencyResult) -> list[str]:
        """The steps of an agency; without a group those that are sure, and to tell what it can know."""
        if agency.group != UNDETERMINED:
            return step_keys(agency)
        sure = [step.key for step in sure_steps(self.result.table, agency)]
        return [*sure, *([UNDETERMINED] if self.asked_of(agency) else [])]

    def asked_of(self, agency: AgencyResult) -> list[Text]:
        """What an agency is asked to tell; whether mail gets to it, it cannot know."""
        return [FACTS[fact] for fact in agency.outcome.missing if fact != "delivery"]

    @property
    def offered_groups(self) -> str | list[str]:
        """No sheet of this book has the groups, so they stand in the rule; none where they are too long for it."""
        names = self.outcomes
        fits = not any("," in name for name in names) and len(",".join(names)) <= _LONGEST_LIST
        return names if fits else []


def _as_told_outside(result: Classification) -> Classification:
    """The part without the references to mails in the officer's files."""

    def told(agency: AgencyResult) -> AgencyResult:
        delivery, evidence = agency.record.facts.delivery, agency.evidence
        findings = tuple(without_references(finding, delivery, evidence) for finding in agency.findings)
        return agency._replace(findings=findings)

    return replace(result, agencies=tuple(map(told, result.agencies)))


def _province_of(result: Classification, name: Text) -> Province | None:
    """The province that the part is; None where it is part of one, or something else."""
    provinces = {agency.record.province for agency in result.agencies}
    if len(provinces) != 1:
        return None
    (only,) = provinces
    return only if only is not None and only.name.th in name.th else None


def _whole(result: Classification) -> Text | None:
    """What the part was taken from, where that was a part itself."""
    return result.narrowed[-2] if len(result.narrowed) > 1 else None


def _name_of(result: Classification) -> Text:
    """What the list was split or narrowed to; else the province that all agencies are in."""
    if result.narrowed:
        return result.narrowed[-1]
    provinces = {agency.record.province for agency in result.agencies}
    if len(provinces) != 1:
        return _AGENCIES
    (only,) = provinces
    return UNKNOWN_PROVINCE if only is None else PROVINCE_NAME.fill(name=only.name)
