"""The checks of a run as reports tell them: the findings that count, each with its place and with what lies behind it.

A fault of a stated address is told once: where the address is incorrect, its own findings lie behind SB521. What is
to be noted of a correct address (a code that is in no registry, a `.com`) counts for itself.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...model.finding import Finding, Severity
from ...model.notice import NoticeCheck
from ...model.policy import Policy, weighing
from ...model.text import Lang, Text
from ...model.verdict import AddressVerdict
from ...rules.sb4_domain import SB404
from ...rules.sb52_channels import SB521, SB522, SB523
from .outcomes import Outcome, outcome_of, outcome_text
from .report import NoticeRun
from .shown import one_line, shown_check

_INCORRECT = (SB521, SB523)
"""Behind which finding the faults of an address lie: that it is incorrect, else that there are several."""
_OFF_WEBSITE = (SB522, SB404)
"""The first says of the notice's own website what the second says of the agency's: one mistake, told once."""


class Fault(NamedTuple):
    """What is wrong with one address that the notice states."""

    value: str
    findings: tuple[Finding, ...]


class Told(NamedTuple):
    """A finding that counts. `address` is the one that it points into; `behind` are the faults that it sums up."""

    finding: Finding
    line: int
    address: str | None = None
    behind: tuple[Fault, ...] = ()


class Entry(NamedTuple):
    """One file of a run, harmless to show. `location` is its path for machines, `name` what people call it."""

    check: NoticeCheck
    location: str
    name: str
    outcome: Outcome
    told: tuple[Told, ...]
    ignored: tuple[Finding, ...]

    @property
    def outcome_text(self) -> Text:
        """What came of it, in words."""
        return outcome_text(self.outcome, self.warnings)

    @property
    def warnings(self) -> int:
        """How many warnings stand against it."""
        return sum(told.finding.severity is Severity.WARNING for told in self.told)


def entries_of(run: NoticeRun) -> Iterator[Entry]:
    """The files of a run, in their order."""
    for check, location in zip(run.checks, run.locations, strict=True):
        yield entry_of(check, location, run.policy)


def entry_of(check: NoticeCheck, location: str, policy: Policy) -> Entry:
    """One file."""
    check = shown_check(check)
    verdicts = (*(() if check.address is None else (check.address,)), *check.others)
    told = [Told(finding, check.line_of(finding)) for finding in check.findings]
    _put_behind(told, [verdict for verdict in verdicts if verdict.correct is False], policy)
    ignored = list(check.ignored)
    for verdict in verdicts:
        if verdict.correct:
            counted, left_out = policy.part(verdict.findings)
            line = _line_of(check, verdict)
            told += [Told(finding, line, verdict.value) for finding in counted if not _is_told(finding, told)]
            ignored += [finding for finding in left_out if finding not in ignored]
    return Entry(check, location, one_line(check.file), outcome_of(check), tuple(told), tuple(ignored))


def _put_behind(told: list[Told], incorrect: Iterable[AddressVerdict], policy: Policy) -> None:
    """Each incorrect address goes behind the finding that names it, else behind the one on several addresses."""
    places = [at for rule in _INCORRECT for at, one in enumerate(told) if one.finding.breaks(rule)]
    off_website = any(one.finding.breaks(_OFF_WEBSITE[0]) for one in told)
    for verdict in incorrect if places else ():
        value = one_line(verdict.value if verdict.value is not None else verdict.raw.strip())
        at = next((at for at in places if value in told[at].finding.parts.values()), places[-1])
        found = [one for one in verdict.findings if not (off_website and one.breaks(_OFF_WEBSITE[1]))]
        if found:
            lowered = _no_heavier(policy.weigh(tuple(found)), told[at].finding.severity)
            told[at] = told[at]._replace(behind=(*told[at].behind, Fault(value, lowered)))


def _no_heavier(findings: Iterable[Finding], than: Severity) -> tuple[Finding, ...]:
    """What lies behind a warning is no error of the notice: read from a picture, or of a further address."""
    if than is Severity.ERROR:
        return tuple(findings)
    return tuple(
        finding._replace(rule=weighing(finding.rule, than)) if finding.severity is Severity.ERROR else finding
        for finding in findings
    )


def _is_told(finding: Finding, told: Iterable[Told]) -> bool:
    return any(one.finding.code == finding.code and one.finding.span == finding.span for one in told)


def _line_of(check: NoticeCheck, verdict: AddressVerdict) -> int:
    """The line on which an address stands; 1 where that cannot be told."""
    stated = check.notice.addresses if check.notice is not None else ()
    same = (verdict.raw.strip(), verdict.value)
    return next((one.line for one in stated if one.text.strip() in same), 1)


def behind_texts(told: Told, lang: Lang) -> Iterator[str]:
    """What lies behind a finding, a line each: what its own sentence says already is left out."""
    message = told.finding.message(lang)
    for fault in told.behind:
        for finding in fault.findings:
            if (said := finding.message(lang)) not in message:
                yield f"{finding.code} {fault.value}: {said}"


def main_reason(entry: Entry) -> tuple[Told, str]:
    """The heaviest finding, and how many more of its weight there are."""
    for severity in Severity:
        found = [told for told in entry.told if told.finding.severity is severity]
        if found:
            return found[0], f" (+{len(found) - 1})" if len(found) > 1 else ""
    raise ValueError(entry.name)
