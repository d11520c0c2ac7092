"""Which well-known domain a domain was mistyped for, in the light of what stands before the @."""

from enum import Enum
from functools import cache

from ..model.verdict import Form
from ..reference.domains import domain_of, free_mail_names, popular_free_mail, providers
from .codes import is_eight_digits, is_nearly_code, is_possible, looks_like_code
from .mailbox import Mailbox, Word
from .nearness import edits
from .suffixes import SUFFIX_WORDS
from .websites import hosted_label, name_of_site

_WITHOUT_DLA = ("go.th", ".go.th", "a.go.th")
"""What is left of dla.go.th where its beginning is gone; it takes a code before the @ to tell."""


class Tail(Enum):
    """What follows the word saraban, as far as it tells which provider was meant."""

    NOTHING = "nothing"
    NAME = "name"
    DIGITS = "digits"
    CODE = "code"

    __hash__ = object.__hash__  # domains are remembered by it: that of Enum is a function in Python


# bound to names, as they are asked for each address: CPython 3.11 finds a member of an Enum in 0.15 us
_EXACT, _NEAR = Word.EXACT, Word.NEAR


def tail_of(mailbox: Mailbox) -> Tail:
    """A number without the word is a code only if it is a possible one: hotlines and postal codes stand there too."""
    rest = mailbox.rest
    if mailbox.word in (_EXACT, _NEAR):
        if looks_like_code(rest):
            return Tail.CODE if is_nearly_code(rest) else Tail.DIGITS
        return Tail.NAME if mailbox.separator or rest else Tail.NOTHING
    if is_eight_digits(rest) and is_possible(rest):
        return Tail.CODE
    return Tail.DIGITS if looks_like_code(rest) else Tail.NOTHING


def provider_of(tail: Tail) -> str:
    """สถ. gives codes, สพร. names."""
    return domain_of(Form.DLA if tail is Tail.CODE else Form.LGO)


def near_provider(domain: str, acceptable: bool, tail: Tail) -> str | None:
    """The provider whose domain was mistyped.

    `dla.go.th` is so short that other departments' domains are one letter away (doa.go.th, dlt.go.th):
    one of those counts as a slip only if a DLA code stands before the @.
    """
    if (meant := _known_slips().get(domain)) is not None:
        return meant
    if domain.startswith(tuple(providers())):  # and something behind it
        provider = next(provider for provider in providers().values() if domain.startswith(provider.domain))
        return provider.domain if provider.form is not None or tail is Tail.NOTHING else provider_of(tail)
    dla, lgo = domain_of(Form.DLA), domain_of(Form.LGO)
    if domain in _WITHOUT_DLA and tail in (Tail.CODE, Tail.DIGITS):
        return dla
    if (label := hosted_label(domain)) is not None:
        return _hosted_slip(label, tail)
    if edits(domain, lgo, 2) <= 2 or domain.endswith("." + lgo):
        return lgo
    if domain.endswith("." + dla):
        return lgo if tail is Tail.NAME and domain.startswith("lgo.") else dla
    slips = 2 if tail is Tail.CODE else 0 if acceptable else 2 if tail is Tail.DIGITS else 1
    if slips and edits(domain, dla, slips) <= slips:
        return dla
    return None


def _hosted_slip(label: str, tail: Tail) -> str | None:
    """Three letters before `.mail.go.th` are a department's: only a name or a code before the @ shows a slip."""
    if tail is Tail.NOTHING:
        return None
    if label == "dla":
        return provider_of(tail)
    return domain_of(Form.LGO) if edits(label, "lgo", 1) <= 1 else None


@cache
def _known_slips() -> dict[str, str]:
    """The provider's domain by each that is known to be mistyped for it, or of which only the beginning was typed:
    `dla`, `dla.go`, `lgo.mail`.
    """
    found = {}
    for provider in providers().values():
        beginnings = range(3, len(provider.domain)) if provider.form is not None else ()
        typed = (*provider.mistaken, *(provider.domain[:length] for length in beginnings))
        found.update(dict.fromkeys(typed, provider.domain))
    return found


def free_under_another_suffix(name: str) -> str | None:
    """The free provider whose very name stands under a suffix that is not its own: `gmail.go.th`, `mail.yahoo.com.th`.

    Below another owner's domain it is only the name of a service (`gmail.songkhcity.go.th`).
    """
    return free_mail_names().get(name)


def near_free_name(typed: str) -> str | None:
    """The free provider of whose name the owner's is a slip, under whatever suffix: `gmial.go.th`.

    Its first letter stands there, for `email` is one letter away too.
    """
    for name, free in _free_by_initial().get(typed[:1], ()):
        if edits(typed, name, 1) <= 1:
            return free
    return None


@cache
def _free_by_initial() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for name, free in free_mail_names().items():
        found.setdefault(name[0], []).append((name, free))
    return found


def name_of_owner(domain: str) -> str:
    """The label that names whose the domain is; at mail.go.th, whose mail สพร. hosts."""
    label = hosted_label(domain) or name_of_site(domain)
    if label not in SUFFIX_WORDS:
        return label
    return next((label for label in reversed(domain.split(".")) if label not in SUFFIX_WORDS), "")


def near_free_mail(domain: str) -> str | None:
    """The free provider of whose domain another one is a slip: `gmial.com`."""
    for popular, slips in _popular_by_length().get(len(domain), ()):
        if edits(domain, popular, slips) <= slips:
            return popular
    return None


@cache
def _popular_by_length() -> dict[int, list[tuple[str, int]]]:
    """The free providers that a domain of some length can be a slip of: of a longer one there are too many slips."""
    found: dict[int, list[tuple[str, int]]] = {}
    for popular, slips in popular_free_mail():
        for length in range(len(popular) - slips, len(popular) + slips + 1):
            found.setdefault(length, []).append((popular, slips))
    return found
