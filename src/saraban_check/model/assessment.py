"""What is said of one agency in the end: its group, and everything that led there."""

from typing import TYPE_CHECKING, NamedTuple

from .delivery import Evidence
from .finding import Finding
from .lazy_pattern import lazy_pattern
from .record import AgencyRecord
from .text import Text
from .verdict import AddressState, AddressVerdict, Form

if TYPE_CHECKING:
    from .notice import StatedNotice

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


_NUMBERED = lazy_pattern(r"(?:ขั้นตอนที่|Step) ([0-9]):? (.*)")


class Step(NamedTuple):
    """Something an agency has to do (decisions: Steps)."""

    key: str
    text: Text
    action: Text

    @property
    def what(self) -> Text:
        """The text without the number of the step, as a sentence: for a list that has numbers of its own."""
        th, en = (found[2] if (found := _NUMBERED.fullmatch(said)) else said for said in self.text)
        return Text(th, en[:1].upper() + en[1:])

    @property
    def number(self) -> str | None:
        """The number that its text begins with, if it has one."""
        found = _NUMBERED.fullmatch(self.text.th)
        return found[1] if found else None


class Contact(NamedTuple):
    """An office to ask, and its public line.

    It is asked about `steps` (keys of steps, or of facts to find out), and about `steps_at_theirs` only where the
    address is its own: `form` is the form of the addresses that it issues, None where it issues none.
    """

    key: str
    name: Text
    line: Text
    form: Form | None = None
    steps: frozenset[str] = frozenset()
    steps_at_theirs: frozenset[str] = frozenset()

    def helps_with(self, keys: frozenset[str], form: Form | None) -> bool:
        """Whether to ask it about any of these; `form` is that of the address concerned, where a provider issues it."""
        theirs = form is not None and form is self.form
        if theirs and self.steps_at_theirs & keys:
            return True
        return bool(self.steps & keys) and (theirs or form is None or self.form is None)


class Assessment(NamedTuple):
    """One agency, judged: what is counted of each row, and made an `AgencyResult` of those that are kept.

    `findings` holds all that count, the address's first; `ignored` those that the team's settings leave out;
    `evidence` what bounces and DNS say of its address; `notice` what its notice states, where notices were read;
    `issued` the correct addresses that were issued to it, สถ.'s first; `matches_issued` whether the judged address is
    one of those issued (ตรง / ไม่ตรง), None where there is nothing to compare; `steps` what it has to do.
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

    @property
    def group(self) -> str:
        return self.outcome.group


def state_for_group(record: AgencyRecord, verdict: AddressVerdict) -> AddressState:
    """The state of the address that the group is decided on: missing where the list says that none is stated."""
    is_unstated = record.facts.states_address is False and verdict.state is not AddressState.UNKNOWN
    return AddressState.MISSING if is_unstated else verdict.state
