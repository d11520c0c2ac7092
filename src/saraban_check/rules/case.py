"""What an address rule looks at: the address taken apart, the record, and its website."""

from typing import TYPE_CHECKING, NamedTuple

from ..address.codes import looks_like_code
from ..address.mailbox import WORD, Word
from ..address.shape import Shape, Zone
from ..address.websites import Website, read_website
from ..model.finding import Finding, Rule
from ..model.policy import PUBLISHED, Domains
from ..model.record import AgencyRecord

if TYPE_CHECKING:
    from ..registry.registry import Registry

# bound to names, as they are asked for each address: CPython 3.11 finds a member of an Enum in 0.15 us
_EXACT, _NEAR, _INSIDE = Word.EXACT, Word.NEAR, Word.INSIDE
_DLA = Zone.DLA


class Case(NamedTuple):
    """One address of one agency, ready to be judged."""

    shape: Shape
    record: AgencyRecord
    domains: Domains = PUBLISHED
    registry: "Registry | None" = None

    @property
    def website(self) -> Website:
        return read_website(self.record.website)

    @property
    def code_text(self) -> str | None:
        """What stands in the place of the DLA code, where the address is meant to have one."""
        mailbox = self.shape.mailbox
        if self.shape.intended is not _DLA or not mailbox.rest:
            return None
        if mailbox.word in (_EXACT, _NEAR):
            return None if is_name(mailbox.rest) else mailbox.rest
        before, _, behind = mailbox.rest.partition(WORD)
        text = behind.strip("._- ") or before.strip("._- ")
        return text if looks_like_code(text) else None

    def span_of(self, part: str) -> tuple[int, int] | None:
        """Where a part of what follows the word and its separator stands in the address, for pointing at it."""
        mailbox = self.shape.mailbox
        front = 0 if mailbox.word is _INSIDE else len(mailbox.text) + len(mailbox.separator)
        start = self.shape.value.lower().find(part, front) if part else -1
        return (start, start + len(part)) if start >= 0 else None

    def of_domain(self, rule: Rule, **parts: object) -> Finding:
        """A finding on the domain, as it was typed, capitals too."""
        shape = self.shape
        start = len(shape.local) + 1 + len(shape.www)
        end = start + len(shape.domain)
        return Finding(rule, "address", {"found": shape.value[start:end], **parts}, (start, end))


def is_name(rest: str) -> bool:
    """Whether the rest of a mailbox name is a name rather than an attempt at a code."""
    return not rest.isdigit() and (rest.isalpha() or (any(map(str.isalpha, rest)) and not looks_like_code(rest)))
