"""An address that is not ASCII: letters of other scripts (SB105), and marks that only look like `-` or `.`."""

from typing import TYPE_CHECKING

from ..address.characters import is_foreign_letter
from ..address.glued import address_among_thai
from ..address.mailbox import Word
from ..address.shape import Shape, Zone, read_shape
from ..model.finding import Finding, Severity
from ..model.lazy_pattern import lazy_pattern
from ..model.policy import Domains
from ..model.record import AgencyRecord
from ..model.text import Text
from ..reference.words import lookalikes
from .aspects import ask_all, is_well_formed, malformed
from .case import Case
from .sb1_reading import GLUED, SB105, THAI_KEYS, THAI_KEYS_FOR, WITHOUT_THAI
from .sb4_domain import domain_finding

if TYPE_CHECKING:
    from ..address.keyboard import ThaiKeys

_MOST_NAMED = 8
_MOST_THAI = 30
_FOREIGN = lazy_pattern(r"[\u0E01-\u0E5B]+(?: [\u0E01-\u0E5B]+)*+|[^\x00-\x7F]")
_NO_HINT = Text("", "")
_OF_PROVIDERS = (Zone.DLA, Zone.LGO, Zone.PROVIDER)


def findings_on_letters(value: str, foreign: list[str], record: AgencyRecord, domains: Domains) -> list[Finding]:
    """SB105, and what else is wrong once look-alike letters are read as such, or Thai text is cut off."""
    parts: dict[str, object] = {"characters": _named(value), "hint": _NO_HINT}
    address = address_among_thai(value)
    if address is not None:
        parts |= {"hint": GLUED.fill(address=address), "mend": WITHOUT_THAI}
    first = value.index(foreign[0])
    findings = [Finding(SB105, "address", parts, (first, first + 1))]
    folded = address or value.translate(lookalikes())
    shape = read_shape(folded, record.website, domains)
    if shape is None:
        return findings
    case = Case(shape, record, domains)
    if folded.isascii():
        found = ask_all(case) if is_well_formed(shape) else ()
        offset = value.index(address) if address is not None else 0
        return [*findings, *(_moved(finding, offset) for finding in found)]
    if shape.domain.isascii() and (domain := domain_finding(case)) is not None:
        findings.append(domain)
    return findings


def _named(value: str) -> str:
    """Thai as it is read; letters that may look like English ones with their numbers."""
    named = dict.fromkeys(_quoted(text) for text in _FOREIGN.findall(value) if any(map(is_foreign_letter, text)))
    return " ".join(list(named)[:_MOST_NAMED]) + (" …" if len(named) > _MOST_NAMED else "")


def _quoted(text: str) -> str:
    if not "\u0e01" <= text[0] <= "\u0e5b":
        return f"{text} (U+{ord(text):04X})"
    return f"“{text}”" if len(text) <= _MOST_THAI else f"“{text[:_MOST_THAI]}…”"


def findings_on_marks(value: str, record: AgencyRecord, domains: Domains) -> list[Finding] | None:
    """What is wrong with an address whose dashes or dots only look like these; None where it has no such marks.

    A mark that is at fault where a rule looks anyway (the separator, a provider's domain, a name that must go) is
    named by that rule; any other makes the text no address.
    """
    folded = value.translate(lookalikes())
    shape = read_shape(folded, record.website, domains) if folded.isascii() else None
    if shape is None:
        return None
    if not is_well_formed(shape):
        return [malformed(value)]
    found = ask_all(Case(_as_typed(shape, value), record, domains))
    errors = [_with_marks_named(finding) for finding in found if finding.severity is Severity.ERROR]
    marks = {i for i, (typed, read) in enumerate(zip(value, folded, strict=True)) if typed != read}
    seen = {i for finding in errors if finding.span is not None for i in range(*finding.span)}
    return errors if marks <= seen else [*errors, malformed(value)]


def _as_typed(shape: Shape, value: str) -> Shape:
    """The shape, with the marks that were typed in the places where rules name them."""
    local, _, domain = value.rpartition("@")
    mailbox, start = shape.mailbox, len(shape.mailbox.text)
    if mailbox.word in (Word.EXACT, Word.NEAR):
        mailbox = mailbox._replace(separator=local[start : start + len(mailbox.separator)])
    shape = shape._replace(value=value, local=local, mailbox=mailbox)
    if domain.isascii() or shape.zone not in (*_OF_PROVIDERS, Zone.NEAR_PROVIDER):
        return shape
    return shape._replace(domain=domain, zone=Zone.NEAR_PROVIDER, meant=shape.meant or shape.domain)


def _with_marks_named(finding: Finding) -> Finding:
    """With the marks named that look the same on the screen as those that were meant: `saraban– [U+2013]`."""
    found = str(finding.parts.get("found", ""))
    marks = dict.fromkeys(char for char in found if not char.isascii())
    if not marks:
        return finding
    numbers = " ".join(f"U+{ord(char):04X}" for char in marks)
    return finding._replace(parts={**finding.parts, "found": f"{found} [{numbers}]"})


def _moved(finding: Finding, offset: int) -> Finding:
    if finding.span is None or finding.field != "address":
        return finding
    return finding._replace(span=(finding.span[0] + offset, finding.span[1] + offset))


def findings_on_thai_keys(keys: "ThaiKeys", record: AgencyRecord, domains: Domains) -> list[Finding]:
    """SB105 with what the keys spell in English, and what else is wrong with that."""
    from ..address.keyboard import is_thai

    hint = THAI_KEYS if keys.meant is None else THAI_KEYS_FOR.fill(meant=keys.meant)
    thai = [i for i, c in enumerate(keys.value) if is_thai(c)]
    parts = {"characters": f"“{keys.value}”", "hint": hint}
    findings = [Finding(SB105, "address", parts, (thai[0], thai[-1] + 1))]
    if keys.meant is not None and (shape := read_shape(keys.meant, record.website, domains)) is not None:
        findings += ask_all(Case(shape, record, domains)) if is_well_formed(shape) else ()
    return findings
