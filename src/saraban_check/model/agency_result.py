"""All that any output may say of one agency, worked out before anybody writes."""

from typing import TYPE_CHECKING, NamedTuple

from .assessment import Assessment, Contact, Outcome, Step
from .delivery import Evidence
from .finding import Family, Finding, Severity
from .group_row import TableRow
from .record import AgencyRecord
from .verdict import AddressVerdict, Suggestion

if TYPE_CHECKING:  # of most lists neither notices nor a registry are known
    from .notice import StatedNotice
    from .registry import NameMatch, Upgrade


class MainFinding(NamedTuple):
    """What is wrong with an agency in the first place, and how many more findings weigh as much."""

    finding: Finding
    others: int


class AgencyResult(NamedTuple):
    """One agency of a list, finished: a report, a gate or a draft reads it and decides nothing.

    `record` is its row, `verdict` that on its address; `group` its group, `"outside"` or `"undetermined"`, `outcome`
    why. `findings` are those that count, the address's first, `ignored` those that the policy leaves out; `evidence` is
    what bounces and DNS say of the address, `notice` what its notice states, where notices were read; `issued` the
    correct addresses issued to it, and `matches_issued` whether it states one of them, None where there is nothing to
    compare; `steps` what it has to do. `suggestions` are at most three addresses to use instead, the best
    first; `offices` whom it asks about its steps, or somebody about what is not known of it. `registry_match` is what
    it was found as in the registry, None where none is loaded; `upgrade` the upgrade (ยกฐานะ) that is probable, None
    where there is no sign of one or the list has it already; `matched` the row of the table that its facts matched,
    None where several may match, or none does. Source: decisions: Groups, Steps, Findings.
    """

    record: AgencyRecord
    verdict: AddressVerdict
    outcome: Outcome
    findings: tuple[Finding, ...]
    ignored: tuple[Finding, ...] = ()
    evidence: Evidence | None = None
    notice: "StatedNotice | None" = None
    issued: tuple[str, ...] = ()
    matches_issued: bool | None = None
    steps: tuple[Step, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    offices: tuple[Contact, ...] = ()
    registry_match: "NameMatch | None" = None
    upgrade: "Upgrade | None" = None
    matched: TableRow | None = None

    @property
    def group(self) -> str:
        return self.outcome.group

    @property
    def address_in_hand(self) -> str:
        """The address that a step which is done names: the one issued, else the one that is stated."""
        return self.issued[0] if self.issued else self.verdict.value or ""

    @property
    def main_finding(self) -> MainFinding | None:
        """The finding to name where there is room for one; None without an error and without a warning.

        The domain says most: whose mailbox name is wrong at gmail.com need not mend the name.
        """
        for severity in (Severity.ERROR, Severity.WARNING):
            found = [finding for finding in self.findings if finding.severity is severity]
            if found:
                of_domain = (finding for finding in found if finding.rule.family is Family.DOMAIN)
                return MainFinding(next(of_domain, found[0]), len(found) - 1)
        return None


Judged = Assessment | AgencyResult
"""An agency that was judged, whether its result is finished or not: what counts, counts either."""
