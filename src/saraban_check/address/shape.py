"""An address taken apart: its mailbox name, its domain, and what kind of domain that is."""

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from ..model.policy import PUBLISHED, Domains
from ..model.verdict import Form
from ..reference.domains import free_mail, free_mail_names, popular_free_mail, providers, social_pages
from .codes import is_eight_digits, is_nearly_code, is_possible, looks_like_code
from .mailbox import Mailbox, Word, read_mailbox
from .nearness import edits
from .suffixes import SUFFIX_WORDS, has_accepted_suffix, registrable_domain
from .websites import hosted_label, read_website, stands_on


class Zone(Enum):
    """What kind of domain an address stands on."""

    DLA = "dla"
    LGO = "lgo"
    PROVIDER = "provider"
    OWN = "own"
    FREE = "free"
    NEAR_FREE = "near_free"
    NEAR_PROVIDER = "near_provider"
    UNACCEPTED = "unaccepted"
    BROKEN = "broken"


_ZONE_OF_FORM = {Form.DLA: Zone.DLA, Form.LGO: Zone.LGO, None: Zone.PROVIDER}
FORM_OF_ZONE = {Zone.DLA: Form.DLA, Zone.LGO: Form.LGO, Zone.OWN: Form.OWN_DOMAIN}


class Shape(NamedTuple):
    """An address with exactly one reading: `zone` is its domain's kind, `meant` the domain it was a slip for.

    `intended` is the zone that was aimed at: a mistyped provider counts as that provider. `www` is what a website's
    name has in front of its domain, and an address has not.
    """

    value: str
    local: str
    domain: str
    mailbox: Mailbox
    zone: Zone
    meant: str | None
    intended: Zone
    www: str = ""


class Tail(Enum):
    """What follows the word saraban, as far as it tells which provider was meant."""

    NOTHING = "nothing"
    NAME = "name"
    DIGITS = "digits"
    CODE = "code"


_DOMAIN = re.compile(r"(?!.{254})(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")
_WWW = re.compile(r"(?:w{2,4}[0-9]?\.)+(?=[^.]+\.)")
_DLA, _LGO = "dla.go.th", "lgo.mail.go.th"
_WITHOUT_DLA = ("go.th", ".go.th", "a.go.th")
"""What is left of dla.go.th where its beginning is gone; it takes a code before the @ to tell."""
_THAI_PUBLIC = (".go.th", ".or.th", ".ac.th", ".mi.th")


def read_shape(value: str, website: str, domains: Domains = PUBLISHED) -> Shape | None:
    """Take a cleaned address apart; None where it has no @. `website` is the record's cell, as it stands.

    `domains` are those that the team's settings add to the published lists.
    """
    local, at, domain = value.rpartition("@")
    if not at:
        return None
    domain = domain.lower()
    mailbox = read_mailbox(local)
    www = found[0] if domain.startswith("ww") and (found := _WWW.match(domain)) else ""
    domain = domain[len(www) :]
    zone, meant = _zone_of(domain, mailbox, website, domains)
    intended = _ZONE_OF_FORM[providers()[meant].form] if zone is Zone.NEAR_PROVIDER and meant else zone
    return Shape(value, local, domain, mailbox, zone, meant, intended, www)


def _zone_of(domain: str, mailbox: Mailbox, website: str, domains: Domains) -> tuple[Zone, str | None]:
    if provider := providers().get(domain):
        if provider.form is None and not mailbox.only_saraban and mailbox.word is not Word.ABSENT:
            return Zone.NEAR_PROVIDER, _provider_of(_tail(mailbox))  # under mail.go.th itself nobody is named
        return _ZONE_OF_FORM[provider.form], domain
    if domain in free_mail() or domains.is_free(domain):
        return Zone.FREE, domain
    zone, meant = _zone(domain, _tail(mailbox), read_website(website).host if website else None)
    if domain in domains.accepted or (zone is Zone.UNACCEPTED and domains.is_accepted(domain)):
        return Zone.OWN, None  # a slip such as dla.co.th stays one, though all of co.th be accepted
    return zone, meant


def _tail(mailbox: Mailbox) -> Tail:
    """A number without the word is a code only if it is a possible one: hotlines and postal codes stand there too."""
    rest = mailbox.rest
    if mailbox.word in (Word.EXACT, Word.NEAR):
        if looks_like_code(rest):
            return Tail.CODE if is_nearly_code(rest) else Tail.DIGITS
        return Tail.NAME if mailbox.separator or rest else Tail.NOTHING
    if is_eight_digits(rest) and is_possible(rest):
        return Tail.CODE
    return Tail.DIGITS if looks_like_code(rest) else Tail.NOTHING


def _provider_of(tail: Tail) -> str:
    """สถ. gives codes, สพร. names."""
    return _DLA if tail is Tail.CODE else _LGO


@lru_cache(maxsize=4096)
def _zone(domain: str, tail: Tail, host: str | None) -> tuple[Zone, str | None]:
    if free := _free_under_another_suffix(domain):
        return Zone.NEAR_FREE, free
    if host is not None and has_accepted_suffix(domain) and stands_on(domain, host):
        return Zone.OWN, None
    well_formed = _DOMAIN.fullmatch(domain) is not None
    owner = None if domain.endswith(_THAI_PUBLIC) else registrable_domain(domain)
    acceptable = well_formed and has_accepted_suffix(domain) and owner not in social_pages()
    if near := _near_provider(domain, acceptable, tail):
        return Zone.NEAR_PROVIDER, near
    if not domain.endswith(_THAI_PUBLIC) and (
        near := owner if acceptable and owner in free_mail() else _near_free_mail(domain)
    ):
        return Zone.NEAR_FREE, near
    if acceptable:
        return Zone.OWN, None
    return (Zone.UNACCEPTED if well_formed else Zone.BROKEN), None


def _near_provider(domain: str, acceptable: bool, tail: Tail) -> str | None:
    """The provider whose domain was mistyped.

    `dla.go.th` is so short that other departments' domains are one letter away (doa.go.th, dlt.go.th):
    one of those counts as a slip only if a DLA code stands before the @.
    """
    for provider in providers().values():
        if domain in provider.mistaken or (provider.form is not None and _is_cut_short(domain, provider.domain)):
            return provider.domain
        if domain.startswith(provider.domain):  # and something behind it
            return provider.domain if provider.form is not None or tail is Tail.NOTHING else _provider_of(tail)
    if tail in (Tail.CODE, Tail.DIGITS) and domain in _WITHOUT_DLA:
        return _DLA
    if (label := hosted_label(domain)) is not None:
        return _hosted_slip(label, tail)
    if edits(domain, _LGO, 2) <= 2 or domain.endswith("." + _LGO):
        return _LGO
    if domain.endswith("." + _DLA) and tail is not Tail.NOTHING:
        return _LGO if tail is Tail.NAME and domain.startswith("lgo.") else _DLA
    slips = 2 if tail is Tail.CODE else 0 if acceptable else 2 if tail is Tail.DIGITS else 1
    if slips and edits(domain, _DLA, slips) <= slips:
        return _DLA
    return None


def _hosted_slip(label: str, tail: Tail) -> str | None:
    """Three letters before `.mail.go.th` are a department's: only a name or a code before the @ shows a slip."""
    if tail is Tail.NOTHING:
        return None
    if label == "dla":
        return _provider_of(tail)
    return _LGO if edits(label, "lgo", 1) <= 1 else None


def _is_cut_short(domain: str, whole: str) -> bool:
    """Whether only the beginning of a provider's domain was typed: `dla`, `dla.go`, `lgo.mail`."""
    return 3 <= len(domain) < len(whole) and whole.startswith(domain)


def _free_under_another_suffix(domain: str) -> str | None:
    """The free provider whose very name stands under a suffix that is not its own: `gmail.go.th`, `yahoo.com.th`."""
    name, _, rest = domain.partition(".")
    free = free_mail_names().get(name)
    if free is None or not (SUFFIX_WORDS.issuperset(rest.split(".")) or registrable_domain(rest) is None):
        return None
    return free


def _near_free_mail(domain: str) -> str | None:
    for popular, slips in popular_free_mail():
        if edits(domain, popular, slips) <= slips:
            return popular
    return None
