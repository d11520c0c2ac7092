"""An address cell and what is known of its agency become a verdict: which address of the cell is judged, and how."""

import re
from functools import cache
from typing import TYPE_CHECKING

from ..address.characters import is_foreign_letter, tidy_characters
from ..address.cleaning import clean, is_clean
from ..address.codes import has_type_of
from ..address.dressing import Change
from ..address.shape import FORM_OF_ZONE, read_shape
from ..model.finding import Finding, Severity
from ..model.policy import PUBLISHED, Domains
from ..model.record import AgencyRecord, UnreadableCell
from ..model.text import Text
from ..model.verdict import AddressState, AddressVerdict, Form
from ..reference.kinds import dla_type_digits
from ..reference.places import dla_province_codes
from ..reference.words import words
from .aspects import ask_all, is_well_formed, malformed
from .case import Case
from .not_ascii import findings_on_letters, findings_on_marks, findings_on_thai_keys
from .sb1_reading import BLANK, FOUND, QUOTED, SB101, SB103, SB104

if TYPE_CHECKING:
    from ..address.keyboard import ThaiKeys
    from ..registry.registry import Registry

_MOST_QUOTED = 40
_WITHOUT_BLEMISH = (Form.DLA, AddressState.CORRECT, (), ())
_WHOSE = {"SB302", "SB303", "SB304", "SB404"}
"""Errors about whose the address is: its form is right all the same."""


@cache
def _plain_dla() -> re.Pattern[str]:
    """An address of the form `dla`, typed without any blemish: nine of ten are, so they are settled at once."""
    types, provinces = "|".join(sorted(dla_type_digits())), "|".join(sorted(dla_province_codes()))
    return re.compile(rf"saraban_((?:{types})(?:{provinces})[0-9]{{4}})@dla\.go\.th")


def judge_address(
    cell: str, record: AgencyRecord, domains: Domains = PUBLISHED, registry: "Registry | None" = None
) -> AddressVerdict:
    """The verdict on one address cell, in the light of the agency's record, of the domains in force, and of the
    registry, if one is loaded.
    """
    code = record.code
    if code is None:
        plain = _plain_dla().fullmatch(cell)
        code = None if plain is None else plain[1]
    if code is not None and cell == f"saraban_{code}@dla.go.th":
        kind, province = record.kind, record.province
        fits = kind is None or (has_type_of(code, kind) and kind.only_code in (None, code))
        fits = fits and (province is None or province.code == code[2:4])
        if fits and (registry is None or registry.confirms(code, record.name)):
            return AddressVerdict._make((cell, cell, *_WITHOUT_BLEMISH))
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
    best = next((i for i, (state, _, _) in enumerate(judged) if state is AddressState.CORRECT), 0)
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
        return AddressState.INCORRECT, None, tuple(strange)
    shape = read_shape(value, record.website, domains)
    if shape is None or not is_well_formed(shape):
        return AddressState.INCORRECT, None, (malformed(value),)
    findings = ask_all(Case(shape, record, domains, registry))
    if not findings:
        return AddressState.CORRECT, FORM_OF_ZONE.get(shape.zone), ()
    errors = [f.rule.code for f in findings if f.rule.severity is Severity.ERROR]
    form = FORM_OF_ZONE.get(shape.zone) if _WHOSE.issuperset(errors) else None
    return (AddressState.INCORRECT if errors else AddressState.CORRECT), form, findings


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
    return AddressVerdict(cell, keys.value, None, AddressState.INCORRECT, _sorted(tuple(findings)))
