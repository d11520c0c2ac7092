"""An address taken apart: its mailbox name, its domain, and what kind of domain that is."""

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from ..model.policy import PUBLISHED, Domains
from ..model.verdict import Form
from ..reference.domains import free_mail, popular_free_mail, providers, social_pages
from .codes import looks_like_code
from .mailbox import Mailbox, Word, read_mailbox
from .nearness import edits
from .suffixes import has_accepted_suffix, registrable_domain
from .websites import read_website, stands_on


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

    `intended` is the zone that was aimed at: a mistyped provider counts as that provider.
    """

    value: str
    local: str
    domain: str
    mailbox: Mailbox
    zone: Zone
    meant: str | None
    intended: Zone


_DOMAIN = re.compile(r"(?!.{254})(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")
_LGO = "lgo.mail.go.th"
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
    if provider := providers().get(domain):
        if provider.form is None and not mailbox.only_saraban and mailbox.word is not Word.ABSENT:
            # สพร. names LAOs under lgo. only
            return Shape(value, local, domain, mailbox, Zone.NEAR_PROVIDER, _LGO, Zone.LGO)
        own = _ZONE_OF_FORM[provider.form]
        return Shape(value, local, domain, mailbox, own, domain, own)
    if domain in free_mail() or domains.is_free(domain):
        return Shape(value, local, domain, mailbox, Zone.FREE, domain, Zone.FREE)
    host = read_website(website).host if website else None
    zone, meant = _zone(domain, looks_like_code(mailbox.rest), host)
    if domain in domains.accepted or (zone is Zone.UNACCEPTED and domains.is_accepted(domain)):
        zone, meant = Zone.OWN, None  # a slip such as dla.co.th stays one, though all of co.th be accepted
    intended = _ZONE_OF_FORM[providers()[meant].form] if zone is Zone.NEAR_PROVIDER and meant else zone
    return Shape(value, local, domain, mailbox, zone, meant, intended)


@lru_cache(maxsize=4096)
def _zone(domain: str, coded: bool, host: str | None) -> tuple[Zone, str | None]:
    if host is not None and has_accepted_suffix(domain) and stands_on(domain, host):
        return Zone.OWN, None
    well_formed = _DOMAIN.fullmatch(domain) is not None
    hosted = not domain.endswith(_THAI_PUBLIC) and registrable_domain(domain) in social_pages()
    acceptable = well_formed and has_accepted_suffix(domain) and not hosted
    if near := _near_provider(domain, acceptable, coded):
        return Zone.NEAR_PROVIDER, near
    if not domain.endswith(_THAI_PUBLIC) and (near := _near_free_mail(domain)):
        return Zone.NEAR_FREE, near
    if acceptable:
        return Zone.OWN, None
    return (Zone.UNACCEPTED if well_formed else Zone.BROKEN), None


def _near_provider(domain: str, acceptable: bool, coded: bool) -> str | None:
    """The provider whose domain was mistyped.

    `dla.go.th` is so short that other departments' domains are one letter away (doa.go.th, dlt.go.th):
    one of those counts as a slip only if a DLA code stands before the @.
    """
    for provider in providers().values():
        if domain in provider.mistaken or (provider.form is not None and _is_cut_short(domain, provider.domain)):
            return provider.domain
    if coded and domain in _WITHOUT_DLA:
        return "dla.go.th"
    if edits(domain, _LGO, 2) <= 2:
        return _LGO
    slips = 2 if coded else 0 if acceptable else 1
    if slips and edits(domain, "dla.go.th", slips) <= slips:
        return "dla.go.th"
    return None


def _is_cut_short(domain: str, whole: str) -> bool:
    """Whether only the beginning of a provider's domain was typed: `dla`, `dla.go`, `lgo.mail`."""
    return 3 <= len(domain) < len(whole) and whole.startswith(domain)


def _near_free_mail(domain: str) -> str | None:
    for popular, slips in popular_free_mail():
        if edits(domain, popular, slips) <= slips:
            return popular
    return None
