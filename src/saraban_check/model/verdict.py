"""The verdict on one address, and the addresses to use instead."""

import re
from enum import Enum
from typing import NamedTuple

from .finding import Finding, Severity, Standard
from .lazy_pattern import lazy_pattern

_DLA = lazy_pattern(r"saraban_([0-9]{8})@dla\.go\.th", re.IGNORECASE)


class Form(Enum):
    """The three forms of a correct address (decisions: Addresses)."""

    DLA = "dla"
    LGO = "lgo"
    OWN_DOMAIN = "own_domain"

    __hash__ = object.__hash__  # as a million rows are counted by it: that of Enum is a function in Python


class AddressState(Enum):
    """What the group table needs to know of an address."""

    CORRECT = "correct"
    INCORRECT = "incorrect"
    MISSING = "missing"
    UNKNOWN = "unknown"

    __hash__ = object.__hash__  # as a million rows are counted by it: that of Enum is a function in Python


class AddressVerdict(NamedTuple):
    """What was found out about one address cell.

    `raw` is the cell as it stood, `value` the cleaned address that was judged (None where there is
    none), `others` further addresses of the same cell. `state` sums the findings up, `correct` says it in one word.
    Source: decisions: Addresses.
    """

    raw: str
    value: str | None
    form: Form | None
    state: AddressState
    findings: tuple[Finding, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def correct(self) -> bool | None:
        """Whether no error stands against it; None where the cell could not be read."""
        return None if self.state is AddressState.UNKNOWN else self.state is AddressState.CORRECT

    @property
    def is_doubted(self) -> bool:
        """Whether its code may be another agency's, which leaves it correct."""
        return any(f.rule.doubts_address and f.field == "address" for f in self.findings)

    @property
    def dla_code(self) -> str | None:
        """The 8 digits in an address of the form `saraban_…@dla.go.th`; None where it is no such address."""
        found = _DLA.fullmatch(self.value or "")
        return found[1] if found else None

    def meets(self, standard: Standard) -> bool | None:
        """Whether the address meets one standard; None where there is no address to judge."""
        if self.state in (AddressState.MISSING, AddressState.UNKNOWN):
            return None
        return not any(f.severity is Severity.ERROR and standard in f.rule.standards for f in self.findings)


class Origin(Enum):
    """Where a suggested address comes from (decisions: Findings)."""

    ISSUED = "issued"
    REGISTRY = "registry"
    RECORD = "record"
    REPAIR = "repair"


class Suggestion(NamedTuple):
    """An address that is correct for this agency, and where it comes from.

    `score` is how like the agency's name is to that of the registry (0 to 1), where it was found by that.
    """

    address: str
    origin: Origin
    score: float = 1.0
