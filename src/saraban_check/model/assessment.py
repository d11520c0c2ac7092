"""What is said of one agency in the end: its group, and everything that led there."""

from typing import NamedTuple

from .delivery import Evidence
from .finding import Finding
from .notice import StatedNotice
from .record import AgencyRecord
from .text import Text
from .verdict import AddressVerdict

UNDETERMINED = "undetermined"
OUTSIDE = "outside"
"""The two outcomes that are no group (decisions: Facts and Groups)."""

DONE = ("A1", "A2")
"""The groups that the published table does not follow up, letter A."""

NOTHING_TO_DO = "A1"
"""The group in which an agency has nothing left to do (decisions: Steps)."""


class Outcome(NamedTuple):
    """The group, or why there is none.

    `group` is a group's name, `"outside"` or `"undetermined"`; `candidates` are the groups that
    remain possible, in the table's order; `may_be_outside` says that the facts may also turn out to
    match no row; `missing` names the unknown facts that stand in the way; `row` is the index of the
    table's row that matched.
    """

    group: str
    candidates: tuple[str, ...] = ()
    may_be_outside: bool = False
    missing: tuple[str, ...] = ()
    row: int | None = None


class Step(NamedTuple):
    """Something an agency has to do (decisions: Steps)."""

    key: str
    text: Text
    action: Text


class Assessment(NamedTuple):
    """One agency, judged. `findings` holds all that count, the address's first.

    `ignored` holds those that the team's settings leave out; `evidence` what bounces and DNS say of its address;
    `notice` what its notice states, where notices were read.
    """

    record: AgencyRecord
    verdict: AddressVerdict
    outcome: Outcome
    findings: tuple[Finding, ...]
    ignored: tuple[Finding, ...] = ()
    evidence: Evidence | None = None
    notice: StatedNotice | None = None

    @property
    def group(self) -> str:
        return self.outcome.group
