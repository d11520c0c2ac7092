"""One address, asked aspect by aspect: the word, what follows it, the code, the domain.

Within an aspect the first rule that fires is the most specific one, and the only one reported: one mistake, one
finding.
"""

from ..address.faults import fault_of
from ..address.mailbox import WORD, Word
from ..address.shape import Shape, Zone
from ..address.syntax import is_local_part, is_plain_address, why_malformed
from ..model.finding import Finding
from .case import Case
from .sb1_reading import SB102
from .sb2_mailbox import letter_case, tail_finding, word_finding
from .sb3_code import SB301, code_finding
from .sb4_domain import domain_findings

_NOT_CODED = ("SB206", "SB207")
"""After these there is no code in the address to judge."""
# bound to names, as they are asked for each address: CPython 3.11 finds a member of an Enum in 0.15 us
_FREE, _NEAR_FREE = Zone.FREE, Zone.NEAR_FREE


def ask_all(case: Case) -> tuple[Finding, ...]:
    """The findings of all aspects, in the order of their codes."""
    shape = case.shape
    before = () if shape.local == WORD else _of_mailbox(case, shape.zone)  # the bare word breaks no rule
    return (*before, *domain_findings(case))


def _of_mailbox(case: Case, zone: Zone) -> tuple[Finding, ...]:
    word = word_finding(case)
    if zone is _FREE or zone is _NEAR_FREE:  # what follows the word does not matter there
        return () if word is None else (word,)
    tail = tail_finding(case)
    code = None if tail is not None and tail.rule.code in _NOT_CODED else code_finding(case)
    spoiled = word is not None or tail is not None or (code is not None and code.rule is SB301)
    capitals = None if spoiled else letter_case(case)
    return tuple(f for f in (word, tail, capitals, code) if f is not None)


def is_well_formed(shape: Shape) -> bool:
    """Whether it is an address, or a more specific rule says what is wrong with it."""
    if is_plain_address(shape.value):
        return True
    spaced = " " in shape.mailbox.separator and shape.mailbox.word in (Word.EXACT, Word.NEAR)
    if not is_local_part(shape.local) and not (spaced and is_local_part(shape.local.replace(" ", ""))):
        return False
    if shape.zone in (Zone.NEAR_PROVIDER, Zone.NEAR_FREE):
        return True
    return shape.zone is not Zone.BROKEN and why_malformed("a@" + shape.domain) is None


def malformed(value: str) -> Finding:
    """SB102, with the fault and how to mend it."""
    fault = fault_of(value)
    return Finding(SB102, "address", {"found": value, "reason": fault.reason, "mend": fault.mend})
