"""An address taken apart: its mailbox name, its domain, and what kind of domain that is."""

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..model.policy import PUBLISHED, Domains
from ..model.verdict import Form
from ..reference.domains import free_mail, providers, social_pages
from .domain_slips import (
    Tail,
    free_under_another_suffix,
    name_of_owner,
    near_free_mail,
    near_free_name,
    near_provider,
    provider_of,
    tail_of,
)
from .mailbox import Mailbox, Word, read_mailbox
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

    __hash__ = object.__hash__  # every address asks for what its zone means: that of Enum is a function in Python


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


_DOMAIN = re.compile(r"(?!.{254})(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")
_WWW = lazy_pattern(r"(?:w{2,4}[0-9]?\.)+(?=[^.]+\.)")
_LONGEST = 600
"""A domain and a host, as long as there are any: what is longer is not remembered, for it is no name but a text."""
_THAI_PUBLIC = (".go.th", ".or.th", ".ac.th", ".mi.th")
# bound to names, as they are asked for each address: CPython 3.11 finds a member of an Enum in 0.15 us
_FREE, _NEAR_PROVIDER, _UNACCEPTED = Zone.FREE, Zone.NEAR_PROVIDER, Zone.UNACCEPTED
_ABSENT = Word.ABSENT


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
    intended = _ZONE_OF_FORM[providers()[meant].form] if zone is _NEAR_PROVIDER and meant else zone
    return Shape(value, local, domain, mailbox, zone, meant, intended, www)


def _zone_of(domain: str, mailbox: Mailbox, website: str, domains: Domains) -> tuple[Zone, str | None]:
    if provider := providers().get(domain):
        if provider.form is None and not mailbox.only_saraban and mailbox.word is not _ABSENT:
            return _NEAR_PROVIDER, provider_of(tail_of(mailbox))  # under mail.go.th itself nobody is named
        return _ZONE_OF_FORM[provider.form], domain
    if domain in free_mail() or domains.is_free(domain):
        return _FREE, domain
    host = read_website(website).host if website else None
    find = _zone if len(domain) + len(host or "") <= _LONGEST else _zone.__wrapped__
    zone, meant = find(domain, tail_of(mailbox), host)
    if domain in domains.accepted or (zone is _UNACCEPTED and domains.is_accepted(domain)):
        return Zone.OWN, None  # a slip such as dla.co.th stays one, though all of co.th be accepted
    return zone, meant


@lru_cache(maxsize=4096)
def _zone(domain: str, tail: Tail, host: str | None) -> tuple[Zone, str | None]:
    name = name_of_owner(domain)
    if free := free_under_another_suffix(name):
        return Zone.NEAR_FREE, free
    has_suffix = has_accepted_suffix(domain)
    if host is not None and has_suffix and stands_on(domain, host):
        return Zone.OWN, None
    well_formed = _DOMAIN.fullmatch(domain) is not None
    owner = None if domain.endswith(_THAI_PUBLIC) else registrable_domain(domain)
    acceptable = well_formed and has_suffix and owner not in social_pages()
    if near := near_provider(domain, acceptable, tail):
        return Zone.NEAR_PROVIDER, near
    if not domain.endswith(_THAI_PUBLIC) and (
        near := owner if acceptable and owner in free_mail() else near_free_mail(domain)
    ):
        return Zone.NEAR_FREE, near
    if near := near_free_name(name):
        return Zone.NEAR_FREE, near
    if acceptable:
        return Zone.OWN, None
    return (Zone.UNACCEPTED if well_formed else Zone.BROKEN), None
