"""What a mistyped address can have been meant to be: the smallest edits of what was typed."""

import re
from collections.abc import Iterator

from ..address.codes import codes_meant, is_eight_digits, is_possible, meant_code
from ..address.glued import address_among_thai
from ..address.mailbox import WORD, Mailbox, Word, read_mailbox
from ..address.nearness import edits
from ..address.shape import Shape, Zone, read_shape
from ..address.syntax import is_plain_address
from ..address.websites import read_website, stands_on
from ..model.lazy_pattern import lazy_pattern
from ..model.policy import PUBLISHED, Domains
from ..model.record import AgencyRecord
from ..model.verdict import Form
from ..reference.domains import domain_of, providers
from ..reference.words import lookalikes
from .doubt import is_doubtful, is_run_in, other_names
from .government import government_domain

_CODE_AT_END = lazy_pattern(r"[0-9oil]{7,8}$")
_NAME = lazy_pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SLIPPED_DOT = lazy_pattern(r"([a-z0-9-]+)[,;/]((?:go|or|ac|mi)\.th)")
"""The keys beside the dot, behind one label: behind `evil.net` nobody knows what is the domain."""
_NOT_IN_DOMAIN = lazy_pattern(r"[^a-z0-9._\s-]")
"""A digit with shift, a bracket, a sign between two domains: there is more than one thing that it can stand for."""
_FOR_AT = lazy_pattern(r"(?:[!#]|[(\[{](?:at?)?[)\]}])\Z")
_EDGE = ". \t\n\r\v\f"
_KNOWN = (Word.EXACT, Word.NEAR)
_HOSTED = lazy_pattern(r"saraban2?([a-z][a-z0-9-]*\.mail\.go\.th)")
_NO_CODES = (Zone.FREE, Zone.NEAR_FREE, Zone.LGO)
_LONGEST = 24


def repairs(value: str, record: AgencyRecord, domains: Domains = PUBLISHED) -> tuple[str, ...]:
    """What an address can have been meant to be, by its own letters; these are not judged here.

    They are all as near to what was typed: where more than one agrees with the record, nobody can tell.
    """
    found = [address for text in _readings(value) for address in _nearest(text, record, domains)]
    return tuple(dict.fromkeys(found))


def _nearest(typed: str, record: AgencyRecord, domains: Domains) -> tuple[str, ...]:
    """The repairs of a text; where a space stands in it, those of all that it can be for, the nearest to the text."""
    texts = _without_spaces(typed)
    found = dict.fromkeys(address for text in texts for address in _repaired(text, record, domains))
    if len(texts) == 1 or len(found) < 2:
        return tuple(found)
    away = {address: edits(typed.strip(), address, _LONGEST) for address in found}
    return tuple(address for address in found if away[address] == min(away.values()))


def _without_spaces(text: str) -> tuple[str, ...]:
    """A text as it stands, and where spaces stand in it, without them and with hyphens before the @ for them."""
    if len(text.split()) < 2:
        return (text,)
    local, at, domain = text.rpartition("@")
    return (text, "".join(text.split()), "-".join(local.split()) + at + domain)


def _readings(value: str) -> tuple[str, ...]:
    """The texts in plain letters that were meant; none where a sign in the domain or an @ has several readings."""
    text = value.lower() if value.isascii() else _in_plain_letters(value)
    if not text.isascii():
        from ..address.keyboard import key_readings

        return tuple(reading.lower() for reading in key_readings(value))
    local, at, domain = re.sub(r"@[@\s]*", "@", text).rpartition("@")
    if found := _SLIPPED_DOT.fullmatch(domain):
        domain = f"{found[1]}.{found[2]}"
    text = local + at + domain
    if "@" in local or (at and _NOT_IN_DOMAIN.search(domain) and not _is_providers(text)):
        return ()
    return (text,)


def _in_plain_letters(value: str) -> str:
    return (address_among_thai(value) or value.replace(".ไทย", ".th")).translate(lookalikes()).lower()


def _is_providers(text: str) -> bool:
    shape = read_shape(text, "")
    return shape is not None and shape.intended in (Zone.DLA, Zone.LGO)


def _repaired(typed: str, record: AgencyRecord, domains: Domains) -> Iterator[str]:
    host = read_website(record.website).host
    text = _tidy(typed)
    if "@" not in text:
        text = _with_at_sign(text, host)
    shape = read_shape(text, record.website, domains)
    if shape is None or not shape.domain:
        yield from _without_domain(read_mailbox(text.rstrip("@")), record)
        return
    zone = shape.intended
    if zone in _NO_CODES and (code := _code_of(shape.mailbox)) is not None:
        yield f"saraban_{code}@dla.go.th"
    elif zone is Zone.DLA:
        yield from _dla(shape, record)
    elif zone is Zone.LGO:
        yield from _lgo(shape)
    elif shape.mailbox.word is Word.ABSENT:
        return
    elif zone is Zone.OWN:
        if not is_doubtful(shape) or (host is not None and stands_on(shape.domain, host)):
            yield f"saraban@{shape.domain}"
    elif shape.mailbox.separator or shape.mailbox.rest:
        return  # two mistakes: it may have been another kind of address
    elif zone in (Zone.UNACCEPTED, Zone.BROKEN) and (domain := government_domain(shape.domain)):
        yield f"saraban@{domain}"


def _code_of(mailbox: Mailbox) -> str | None:
    """A whole code right behind `saraban_`: at any domain that has no codes it is one of สถ.'s."""
    is_code = mailbox.word is Word.EXACT and mailbox.separator == "_" and is_eight_digits(mailbox.rest)
    return mailbox.rest if is_code and is_possible(mailbox.rest) else None


def _tidy(text: str) -> str:
    if is_plain_address(text) and "-@" not in text:
        return text
    local, at, domain = text.strip().rpartition("@")
    text = local + at + re.sub(r"[\s.]+", ".", domain)
    text = re.sub(r"\.{2,}", ".", text)
    first, *others = text.split("@")
    parts = [first, *(part.lstrip(".-") for part in others)]
    return "@".join([*(part.rstrip(_EDGE + "-") for part in parts[:-1]), parts[-1]]).strip(_EDGE)


def _with_at_sign(text: str, host: str | None) -> str:
    """The @ put where a known domain begins, if it was left out, or is `(a)`, a key beside it, or a `2`, its key
    without shift.
    """
    for domain in (*providers(), *([host] if host else [])):
        if text.endswith(domain) and len(text) > len(domain):
            local = _FOR_AT.sub("", text[: -len(domain)].rstrip(".").removesuffix("www").rstrip())
            if (found := _HOSTED.fullmatch(text)) is not None and not text.endswith(domain_of(Form.LGO)):
                return f"{WORD}@{found[1]}"  # nobody has a name at mail.go.th itself
            if local.endswith("2") and re.search(r"(?:[^0-9]|[0-9]{8})2$", local):
                local = local[:-1]
            return f"{local}@{domain}"
    return text


def _without_domain(mailbox: Mailbox, record: AgencyRecord) -> Iterator[str]:
    """Nothing but `saraban_` and a code was typed: codes are สถ.'s."""
    if mailbox.word in _KNOWN and meant_code(mailbox.rest):
        for code in codes_meant(mailbox.rest, record.kind, record.province):
            yield f"saraban_{code}@{domain_of(Form.DLA)}"


def _dla(shape: Shape, record: AgencyRecord) -> Iterator[str]:
    mailbox = shape.mailbox
    if mailbox.word in _KNOWN:
        text = mailbox.rest
    else:
        found = _CODE_AT_END.search(shape.local.lower())
        text = found[0] if found else mailbox.rest.strip("_-. ").removesuffix("saraban").strip("_-. ")
    sole = shape.zone is Zone.DLA and mailbox.word is Word.EXACT and mailbox.separator == "_" and text.isdigit()
    for code in codes_meant(text, record.kind, record.province, sole):
        yield f"saraban_{code}@{domain_of(Form.DLA)}"


def _lgo(shape: Shape) -> Iterator[str]:
    name = re.sub(r"-{2,}", "-", shape.mailbox.rest)
    if shape.mailbox.word in _KNOWN and _NAME.fullmatch(name) and not is_run_in(shape.mailbox):
        yield from (f"saraban-{read}@{domain_of(Form.LGO)}" for read in (name, *other_names(shape, name)))
