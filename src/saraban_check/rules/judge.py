"""An address cell and what is known of its agency become a verdict.

The rules are asked aspect by aspect (the word, what follows it, the code, the domain). Within an aspect
the first rule that fires is the most specific one, and the only one reported: one mistake, one finding.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..address.characters import is_foreign_letter, tidy_characters
from ..address.cleaning import Change, clean
from ..address.mailbox import Word
from ..address.shape import FORM_OF_ZONE, Shape, Zone, read_shape
from ..address.syntax import is_local_part, is_plain_address, why_malformed
from ..model.finding import Finding, Severity
from ..model.policy import PUBLISHED, Domains
from ..model.record import AgencyRecord, UnreadableCell
from ..model.text import Lang, Text
from ..model.verdict import AddressState, AddressVerdict, Form
from ..reference.kinds import dla_type_digits
from ..reference.places import dla_province_codes
from ..reference.words import lookalikes, words
from .case import Case
from .sb1_reading import BLANK, FOUND, SB101, SB102, SB103, SB104, SB105, THAI_KEYS, THAI_KEYS_FOR
from .sb2_mailbox import letter_case, tail_finding, word_finding
from .sb3_code import SB301, code_finding
from .sb4_domain import domain_finding, domain_notes, www_finding

if TYPE_CHECKING:
    from ..address.keyboard import ThaiKeys
    from ..registry.registry import Registry

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
        fits = kind is None or (kind.type_digits == code[:2] and kind.only_code in (None, code))
        fits = fits and (province is None or province.code == code[2:4])
        if fits and (registry is None or registry.confirms(code, record.name)):
            return AddressVerdict(cell, cell, Form.DLA, AddressState.CORRECT)
    if isinstance(cell, UnreadableCell):
        return AddressVerdict(cell, None, None, AddressState.UNKNOWN)  # the row's own problems say why
    if "@" not in cell and words("none").whole(tidy_characters(cell).strip()):
        return _missing(cell)
    if not cell.isascii() and (keys := _thai_keys(cell)) is not None:
        return _typed_on_thai_keys(cell, keys, record, domains)
    values, changes = clean(cell)
    if len(values) == 1 and not changes:
        state, form, findings = _judge_value(values[0], record, domains, registry)
        return AddressVerdict(cell, values[0], form, state, findings)
    if not values or (len(values) == 1 and words("none").whole(values[0])):
        return _missing(cell)
    judged = [_judge_value(value, record, domains, registry) for value in values]
    best = next((i for i, (state, _, _) in enumerate(judged) if state is AddressState.CORRECT), 0)
    state, form, findings = judged[best]
    notes = _notes_on_cell(values, best, changes)
    others = values[:best] + values[best + 1 :]
    return AddressVerdict(cell, values[best], form, state, _sorted((*findings, *notes)), others)


def _missing(cell: str) -> AddressVerdict:
    text = cell.strip()
    finding = Finding(SB101, "address", {"found": FOUND.fill(text=text) if text else BLANK})
    return AddressVerdict(cell, None, None, AddressState.MISSING, (finding,))


def _notes_on_cell(values: tuple[str, ...], chosen: int, changes: tuple[Change, ...]) -> list[Finding]:
    notes = []
    if len(values) > 1:
        notes.append(Finding(SB103, "address", {"count": len(values), "chosen": values[chosen]}))
    if changes:
        said = Text(", ".join(c.value.th for c in changes), ", ".join(c.value.en for c in changes))
        notes.append(Finding(SB104, "address", {"changes": said}))
    return notes


def _sorted(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: f.rule.code)) if len(findings) > 1 else findings


def _judge_value(
    value: str, record: AgencyRecord, domains: Domains, registry: "Registry | None"
) -> tuple[AddressState, Form | None, tuple[Finding, ...]]:
    if not value.isascii() and (foreign := dict.fromkeys(c for c in value if is_foreign_letter(c))):
        return AddressState.INCORRECT, None, tuple(_findings_on_foreign(value, list(foreign), record, domains))
    shape = read_shape(value, record.website, domains)
    if shape is None or not _is_well_formed(shape):
        return AddressState.INCORRECT, None, (_malformed(value),)
    findings = _ask_all(Case(shape, record, domains, registry))
    errors = [f.rule.code for f in findings if f.rule.severity is Severity.ERROR]
    form = FORM_OF_ZONE.get(shape.zone) if _WHOSE.issuperset(errors) else None
    return (AddressState.INCORRECT if errors else AddressState.CORRECT), form, findings


def _is_well_formed(shape: Shape) -> bool:
    """Whether it is an address, or a more specific rule says what is wrong with it."""
    if is_plain_address(shape.value):
        return True
    spaced = " " in shape.mailbox.separator and shape.mailbox.word in (Word.EXACT, Word.NEAR)
    if not is_local_part(shape.local) and not (spaced and is_local_part(shape.local.replace(" ", ""))):
        return False
    if shape.zone in (Zone.NEAR_PROVIDER, Zone.NEAR_FREE):
        return True
    return shape.zone is not Zone.BROKEN and why_malformed("a@" + shape.domain) is None


class _Reason(NamedTuple):
    """Why a text is no address: asked of email-validator only when somebody reads it."""

    value: str

    def say(self, lang: Lang) -> str:
        return (why_malformed(self.value) or _UNREADABLE).say(lang)


_UNREADABLE = Text("อ่านไม่ได้", "it cannot be read")


def _malformed(value: str) -> Finding:
    return Finding(SB102, "address", {"found": value, "reason": _Reason(value)})


def _findings_on_foreign(value: str, foreign: list[str], record: AgencyRecord, domains: Domains) -> list[Finding]:
    """SB105, and what else is wrong once look-alike letters are read as what they look like."""
    named = " ".join(f"{c} (U+{ord(c):04X})" for c in foreign[:8]) + (" …" if len(foreign) > 8 else "")
    first = value.index(foreign[0])
    findings = [Finding(SB105, "address", {"characters": named, "hint": _NO_HINT}, (first, first + 1))]
    folded = value.translate(lookalikes())
    shape = read_shape(folded, record.website, domains)
    if shape is None:
        return findings
    case = Case(shape, record, domains)
    if folded.isascii():
        return [*findings, *(_ask_all(case) if _is_well_formed(shape) else ())]
    if shape.domain.isascii() and (domain := domain_finding(case)) is not None:
        findings.append(domain)
    return findings


def _thai_keys(cell: str) -> "ThaiKeys | None":
    from ..address.keyboard import read_thai_keys  # nine of ten cells have no letter of it

    return read_thai_keys(cell)


def _typed_on_thai_keys(cell: str, keys: "ThaiKeys", record: AgencyRecord, domains: Domains) -> AddressVerdict:
    """SB105 with what the keys spell in English, and what else is wrong with that."""
    from ..address.keyboard import is_thai

    hint = THAI_KEYS if keys.meant is None else THAI_KEYS_FOR.fill(meant=keys.meant)
    thai = [i for i, c in enumerate(keys.value) if is_thai(c)]
    parts = {"characters": f"“{keys.value}”", "hint": hint}
    findings = [Finding(SB105, "address", parts, (thai[0], thai[-1] + 1))]
    if keys.meant is not None and (shape := read_shape(keys.meant, record.website, domains)) is not None:
        findings += _ask_all(Case(shape, record, domains)) if _is_well_formed(shape) else ()
    findings += _notes_on_cell((keys.value,), 0, keys.changes)
    return AddressVerdict(cell, keys.value, None, AddressState.INCORRECT, _sorted(tuple(findings)))


_NO_HINT = Text("", "")
_NOT_CODED = ("SB206", "SB207")
"""After these there is no code in the address to judge."""


def _ask_all(case: Case) -> tuple[Finding, ...]:
    """The findings of all aspects, in the order of their codes."""
    word, domain, www = word_finding(case), domain_finding(case), www_finding(case)
    zone = case.shape.zone
    if zone is Zone.FREE or zone is Zone.NEAR_FREE:  # what follows the word does not matter there
        return tuple(f for f in (word, domain, www) if f is not None)
    tail = tail_finding(case)
    code = None if tail is not None and tail.rule.code in _NOT_CODED else code_finding(case)
    spoiled = word is not None or tail is not None or (code is not None and code.rule is SB301)
    capitals = None if spoiled else letter_case(case)
    found = tuple(f for f in (word, tail, capitals, code, domain) if f is not None)
    return found + domain_notes(case) + (() if www is None else (www,))
