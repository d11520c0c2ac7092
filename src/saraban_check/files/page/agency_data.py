"""The agencies as rows of values, as short as they can be; what many of them share is said once, in a list.

Messages go as their rule and the parts that it names: the page fills them in, in either language.
"""

from collections.abc import Callable
from typing import Any

from ...checks.classification import Classification
from ...checks.open_tasks import open_tasks_of
from ...model.agency_result import AgencyResult
from ...model.finding import Family, Finding, Rule, Severity
from ...model.notice import StatedNotice
from ...model.text import Lang, Text
from ...reference.days import day_text
from ...reference.kinds import kinds
from ...reference.places import provinces
from ...reference.steps import contacts
from ...report.escape import for_page
from ...report.our_cells import registered_as
from ...report.words.evidence_texts import delivery_used
from ...report.words.fact_texts import FACTS, fact_text
from .in_words import in_words
from .lists_data import BY_ISSUED, MISSING, outcomes
from .texts import PAGE_TEXTS

FIELDS = (
    "row",
    "name",
    "code",
    "kind",
    "province",
    "amphoe",
    "address",
    "group",
    "facts",
    "issued",
    "value",
    "findings",
    "suggestions",
    "steps",
    "offices",
    "in_hand",
    "candidates",
    "missing",
    "delivery",
    "notice",
    "registry",
)
"""What the values of a row are, in order. Blank ones at its end are left out: nine of ten rows end with `facts`.

`kind`, `province`, `group`, `facts` and the candidates are numbers in the lists of those names, `offices` in that of
the contacts, `missing` in that of what may have to be found out; `issued` is 1 where the address is one of those
issued, 2 where it differs from them; `value` is the address as it was read, where that is not how it stands;
`in_hand` is the address that a done step names.
"""

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class AgencyRows:
    """Makes the rows, and gathers the rules that fired and the facts as they were read."""

    def __init__(self, result: Classification) -> None:
        self._result = result
        self._outcomes = {name: number for number, name in enumerate(outcomes(result))}
        self._kinds = {key: number for number, key in enumerate(kinds())}
        self._provinces = {code: number for number, code in enumerate(provinces())}
        self._offices = {contact.key: number for number, contact in enumerate(contacts())}
        self._rules: dict[tuple[str, Severity], tuple[int, Rule]] = {}
        self._facts: dict[Any, int] = {}
        self._said_facts: list[list[Text]] = []

    def row(self, agency: AgencyResult) -> list[Any]:
        """One agency's values."""
        record, verdict, outcome = agency.record, agency.verdict, agency.outcome
        address = verdict.raw.strip()
        always: list[Any] = [
            record.row,
            for_page(record.name.strip()),
            record.code or "",
            -1 if record.kind is None else self._kinds[record.kind.key],
            -1 if record.province is None else self._provinces[record.province.code],
            for_page(record.amphoe.strip()),
            for_page(address),
            self._outcomes[outcome.group],
            self._number_of_facts(agency),
        ]
        sometimes: list[Any] = [
            BY_ISSUED.index(agency.matches_issued),
            for_page(verdict.value) if verdict.value and verdict.value != address else "",
            [self._finding(finding) for finding in sorted(agency.findings, key=_weight)],
            [[for_page(s.address), s.origin.value] for s in agency.suggestions],
            [*(step.key for step in agency.steps), *open_tasks_of(agency)],
            [self._offices[office.key] for office in agency.offices],
            for_page(agency.address_in_hand) if agency.steps else "",
            self._candidates(agency),
            [MISSING.index(name) for name in outcome.missing],
            _both(lambda lang: delivery_used(self._result, agency, lang)),
            "" if agency.notice is None else _notice(agency.notice),
            _both(lambda lang: registered_as(agency, lang)),
        ]
        while sometimes and not sometimes[-1]:
            sometimes.pop()
        return always + sometimes

    @property
    def rules(self) -> list[dict[str, Any]]:
        """The rules that fired, by the numbers that the findings name."""
        return [
            {
                "code": rule.code,
                "severity": rule.severity.value,
                "title": rule.title,
                "message": in_words(rule.message),
                "mend": in_words(rule.mend),
            }
            for _, rule in self._rules.values()
        ]

    @property
    def facts(self) -> list[list[Text]]:
        """The combinations of facts that there are, each said in the order of FACTS."""
        return self._said_facts

    def _finding(self, finding: Finding) -> list[Any]:
        rule = finding.rule  # one of another weight says something else
        number, _ = self._rules.setdefault((rule.code, rule.severity), (len(self._rules), rule))
        return [number, {name: _part(part) for name, part in finding.parts.items()}] if finding.parts else [number]

    def _number_of_facts(self, agency: AgencyResult) -> int:
        facts, state = agency.record.facts, agency.verdict.state
        key = (facts, state)
        number = self._facts.get(key)
        if number is None:
            number = self._facts[key] = len(self._said_facts)
            self._said_facts.append([fact_text(field, facts, state) for field in FACTS])
        return number

    def _candidates(self, agency: AgencyResult) -> list[int]:
        """The groups that remain possible, where that is not the one it is in."""
        outcome = agency.outcome
        if outcome.group in outcome.candidates:
            return []
        names = (*outcome.candidates, *(("outside",) if outcome.may_be_outside else ()))
        return [self._outcomes[name] for name in names]


def _weight(finding: Finding) -> tuple[int, bool]:
    """Errors first; among them the domain, which says most of an address."""
    return _ORDER[finding.severity], finding.rule.family is not Family.DOMAIN


def _both(words: Callable[[Lang], str]) -> Any:
    return _part(Text(words("th"), words("en")))


def _notice(notice: StatedNotice) -> Any:
    """The file, its day and the address that it states."""
    said = [PAGE_TEXTS["notice_file"].fill(file=notice.file)]
    if notice.date is not None:
        said.append(PAGE_TEXTS["notice_day"].fill(day=day_text(notice.date.isoformat())))
    addresses = ", ".join(notice.addresses)
    said.append(PAGE_TEXTS["notice_states"].fill(address=addresses) if addresses else PAGE_TEXTS["notice_silent"])
    return _part(Text(" · ".join(one.th for one in said), " · ".join(one.en for one in said)))


def _part(part: Any) -> Any:
    """A part of a message: a text, or one text for each language."""
    if not hasattr(part, "say"):
        return for_page(str(part))
    th, en = for_page(part.say("th")), for_page(part.say("en"))
    return th if th == en else [th, en]
