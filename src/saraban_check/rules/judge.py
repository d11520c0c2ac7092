"""An address cell and what is known of its agency become a verdict: which address of the cell is judged, and how."""

from typing import TYPE_CHECKING

from ..address.characters import is_foreign_letter, tidy_characters
from ..address.cleaning import clean, is_clean
from ..address.dressing import Change
from ..address.shape import FORM_OF_ZONE, read_shape
from ..model.finding import Finding, Severity
from ..model.policy import PUBLISHED, Domains
from ..model.record import AgencyRecord, UnreadableCell
from ..model.text import Text
from ..model.verdict import AddressState, AddressVerdict, Form
from ..reference.words import words
from .aspects import ask_all, is_well_formed, malformed
from .case import Case
from .not_ascii import findings_on_letters, findings_on_marks, findings_on_thai_keys
from .plain_dla import plain_dla
from .sb1_reading import BLANK, FOUND, QUOTED, SB101, SB103, SB104

if TYPE_CHECKING:
    from ..address.keyboard import ThaiKeys
    from ..registry.registry import Registry

_MOST_QUOTED = 40
_WHOSE = {"SB302", "SB303", "SB304", "SB404"}
"""Errors about whose the address is: its form is right all the same."""
# bound to names, as they are asked for each address: CPython 3.11 finds a member of an Enum in 0.15 us
_ERROR = Severity.ERROR
_CORRECT, _INCORRECT = AddressState.CORRECT, AddressState.INCORRECT


def judge_address(
    cell: str, record: AgencyRecord, domains: Domains = PUBLISHED, registry: "Registry | None" = None
) -> AddressVerdict:
    """The verdict on one address cell, in the light of the agency's record, of the domains in force, and of the
    registry, if one is loaded.
    """
    if (plain := plain_dla(cell, record, registry)) is not None:
        return plain
    if isinstance(cell, UnreadableCell):
        return AddressVerdict(cell, None, None, AddressState.UNKNOWN)  # the row's own problems say why
    if is_clean(cell):
        state, form, findings = _judge_value(cell, record, domains, registry)
        return AddressVerdict(cell, cell, form, state, findings)
    if "@" not in cell and words("none").whole(tidy_characters(cell).strip()):
        return _missing(cell)
    if not cell.isascii():
        if (keys := _thai_keys(cell)) is not None:
            return _typed_on_thai_keys(cell, keys, record, domains)
        if _is_thai_phrase(cell):
            return _missing(cell)
    values, changes, aside = clean(cell)
    if len(values) == 1 and not changes:
        state, form, findings = _judge_value(values[0], record, domains, registry)
        return AddressVerdict(cell, values[0], form, state, findings)
    if not values or (len(values) == 1 and words("none").whole(values[0])):
        return _missing(cell)
    judged = [_judge_value(value, record, domains, registry) for value in values]
    best = next((i for i, (state, _, _) in enumerate(judged) if state is _CORRECT), 0)
    state, form, findings = judged[best]
    notes = _notes_on_cell(values, best, changes, aside)
    others = values[:best] + values[best + 1 :]
    return AddressVerdict(cell, values[best], form, state, _sorted((*findings, *notes)), others)


def _missing(cell: str) -> AddressVerdict:
    text = cell.strip()
    finding = Finding(SB101, "address", {"found": FOUND.fill(text=text) if text else BLANK})
    return AddressVerdict(cell, None, None, AddressState.MISSING, (finding,))


def _notes_on_cell(
    values: tuple[str, ...], chosen: int, changes: tuple[Change, ...], aside: tuple[str, ...] = ()
) -> list[Finding]:
    notes = []
    if len(values) > 1:
        notes.append(Finding(SB103, "address", {"count": len(values), "chosen": values[chosen]}))
    if changes:
        texts = [
            _with_quote(change.value, aside) if change is Change.OTHER_TEXT else change.value for change in changes
        ]
        said = Text(", ".join(text.th for text in texts), ", ".join(text.en for text in texts))
        notes.append(Finding(SB104, "address", {"changes": said}))
    return notes


def _with_quote(said: Text, aside: tuple[str, ...]) -> Text:
    """What is said of texts that were set aside, and the beginning of them: they may say that nobody uses it."""
    text = " ".join(" … ".join(aside).split())
    if not text:
        return said
    return QUOTED.fill(said=said, text=text if len(text) <= _MOST_QUOTED else text[:_MOST_QUOTED].rstrip() + "…")


def _sorted(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: f.rule.code)) if len(findings) > 1 else findings


def _judge_value(
    value: str, record: AgencyRecord, domains: Domains, registry: "Registry | None"
) -> tuple[AddressState, Form | None, tuple[Finding, ...]]:
    if not value.isascii() and (strange := _not_ascii(value, record, domains)) is not None:
        return _INCORRECT, None, tuple(strange)
    shape = read_shape(value, record.website, domains)
    if shape is None or not is_well_formed(shape):
        return _INCORRECT, None, (malformed(value),)
    findings = ask_all(Case(shape, record, domains, registry))
    if not findings:
        return _CORRECT, FORM_OF_ZONE.get(shape.zone), ()
    errors = [f.rule.code for f in findings if f.rule.severity is _ERROR]
    form = FORM_OF_ZONE.get(shape.zone) if _WHOSE.issuperset(errors) else None
    return (_INCORRECT if errors else _CORRECT), form, findings


def _not_ascii(value: str, record: AgencyRecord, domains: Domains) -> list[Finding] | None:
    foreign = dict.fromkeys(c for c in value if is_foreign_letter(c))
    return (
        findings_on_letters(value, list(foreign), record, domains)
        if foreign
        else findings_on_marks(value, record, domains)
    )


def _thai_keys(cell: str) -> "ThaiKeys | None":
    from ..address.keyboard import read_thai_keys  # nine of ten cells have no letter of it

    return read_thai_keys(cell)


def _is_thai_phrase(cell: str) -> bool:
    from ..address.keyboard import is_phrase

    return is_phrase(cell)


def _typed_on_thai_keys(cell: str, keys: "ThaiKeys", record: AgencyRecord, domains: Domains) -> AddressVerdict:
    findings = [*findings_on_thai_keys(keys, record, domains), *_notes_on_cell((keys.value,), 0, keys.changes)]
    return AddressVerdict(cell, keys.value, None, _INCORRECT, _sorted(tuple(findings)))
