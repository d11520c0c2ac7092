"""All that any output may say of one agency, worked out before anybody writes."""

from typing import NamedTuple

from .assessment import Assessment, Contact, Outcome, Step
from .delivery import Evidence
from .finding import Finding
from .group_row import TableRow
from .notice import StatedNotice
from .record import AgencyRecord
from .registry import NameMatch, Upgrade
from .verdict import AddressVerdict, Suggestion


class AgencyResult(NamedTuple):
    """One agency of a list, finished: a report, a gate or a draft reads it and decides nothing.

    It begins with all that its `Assessment` says. `suggestions` are at most three addresses to use instead, the best
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
    notice: StatedNotice | None = None
    issued: tuple[str, ...] = ()
    matches_issued: bool | None = None
    steps: tuple[Step, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    offices: tuple[Contact, ...] = ()
    registry_match: NameMatch | None = None
    upgrade: Upgrade | None = None
    matched: TableRow | None = None

    @property
    def group(self) -> str:
        return self.outcome.group

    @property
    def address_in_hand(self) -> str:
        """The address that a step which is done names: the one issued, else the one that is stated."""
        return self.issued[0] if self.issued else self.verdict.value or ""


Judged = Assessment | AgencyResult
"""An agency that was judged, whether its result is finished or not: what counts, counts either."""
