"""Whether a text is an e-mail address at all."""

import re

from ..model.lazy_pattern import lazy_pattern
from ..reference.domains import free_mail, providers
from .faults import Fault, fault_of
from .suffixes import has_accepted_suffix

_ATEXT = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"  # RFC 5322 section 3.2.3
_LOCAL = lazy_pattern(rf"(?!.{{65}}){_ATEXT}(?:\.{_ATEXT})*")
_DOMAIN = lazy_pattern(
    r"(?!.{190})(?:(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!xn--)[a-z]{2,63}", re.IGNORECASE | re.ASCII
)
_PLAIN = re.compile(
    r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
_MOST, _MOST_BEFORE = 250, 64


def is_plain_address(value: str) -> bool:
    """Whether it is beyond doubt an address: true of nearly all, and settled by one pattern."""
    if len(value) >= _MOST or _PLAIN.fullmatch(value) is None:
        return False
    local, _, domain = value.partition("@")
    return len(local) <= _MOST_BEFORE and ("--" not in value or not ("--" in domain or "xn--" in local.lower()))


def is_whole(value: str) -> bool:
    """Whether it is an address to which nothing is missing: its domain is a provider's or has an accepted suffix."""
    if not is_plain_address(value):
        return False
    domain = value.rpartition("@")[2].lower()
    return domain in providers() or domain in free_mail() or has_accepted_suffix(domain)


def is_local_part(local: str) -> bool:
    """Whether a text can stand before the @ (RFC 5321 section 4.1.2, dot-string), with no sign that divides a cell."""
    return "/" not in local and "|" not in local and _LOCAL.fullmatch(local) is not None


def why_malformed(value: str) -> Fault | None:
    """Why a text is no e-mail address; None where it is one.

    email-validator takes 60 µs an address, so it sees only what two plain patterns do not settle.
    """
    local, _, domain = value.rpartition("@")
    if _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain):
        return None
    from email_validator import EmailNotValidError, validate_email

    try:
        result = validate_email(value, allow_smtputf8=False, check_deliverability=False)
    except (EmailNotValidError, UnicodeError, ValueError):  # idna raises the last two on some invalid labels
        return fault_of(value)
    return None if result.normalized.casefold() == value.casefold() else fault_of(value)
