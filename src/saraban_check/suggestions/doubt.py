"""Where what was typed has two readings, of which only the record can tell which was meant."""

from collections.abc import Iterator
from functools import cache

from ..address.mailbox import WORD, Mailbox
from ..address.nearness import edits
from ..address.shape import Shape
from ..address.websites import hosted_label
from ..model.lazy_pattern import lazy_pattern
from ..model.verdict import Form
from ..reference.domains import domain_of, providers

_OFTEN_ADDED = "dn"
"""Letters that people add to the word itself: `saraband`, `sarabann`; before a vowel they may be the name's."""
_VOWELS = "aeiou"
_KEY_BESIDE_HYPHEN = lazy_pattern(r"p[^aehiloruwy]")
"""A p that begins no Thai syllable: it is the hyphen's neighbour on the keyboard."""
_MOST_LABELS = 6
_NUMBER = lazy_pattern(r"[0-9]{5}")


def is_doubtful(shape: Shape) -> bool:
    """Whether, unless the website is known, the domain may be as wrong as what stands before the @.

    A code belongs at dla.go.th, a name may belong at lgo.mail.go.th rather than at another domain of สพร.'s or one that
    is like a provider's, and a letter beside the @ may have changed places with it (`sarabanp@hotan.go.th`).
    """
    mailbox, domain = shape.mailbox, shape.domain
    if mailbox.rest:
        hosted = hosted_label(domain) is not None
        return hosted or _NUMBER.search(mailbox.rest) is not None or _begins_like_a_providers(domain)
    return _strayed(mailbox, domain) or (mailbox.text == WORD[:-1] and domain.startswith(WORD[-1]))


def _begins_like_a_providers(domain: str) -> bool:
    """Whether a domain, or what stands in front in it, is one slip off a provider's or off what is typed for one."""
    labels = domain.split(".", _MOST_LABELS)
    for count, names in _known_by_labels().items():
        front = ".".join(labels[:count])
        if any(edits(front, name, 1) <= 1 for name in names):
            return True
    return False


@cache
def _known_by_labels() -> dict[int, list[str]]:
    """The providers' domains and what is typed for one, by how many labels they have."""
    found: dict[int, list[str]] = {}
    for provider in providers().values():
        for name in (provider.domain, *provider.mistaken):
            found.setdefault(name.count(".") + 1, []).append(name)
    return found


def _strayed(mailbox: Mailbox, behind: str) -> bool:
    """Whether the letter behind the word may have changed places with the sign that follows it."""
    letter = mailbox.text[-1:]
    added = letter in _OFTEN_ADDED and behind[:1] not in _VOWELS
    return mailbox.text == WORD + letter and letter.isalpha() and not added


def other_names(shape: Shape, name: str) -> Iterator[str]:
    """The names that stood there if a letter changed places with the hyphen, or with the @ before สพร.'s domain."""
    mailbox, domain, lgo = shape.mailbox, shape.domain, domain_of(Form.LGO)
    if mailbox.separator and _strayed(mailbox, name):
        yield mailbox.text[-1] + name
    if mailbox.text == WORD[:-1] and name.startswith(WORD[-1]):
        yield name[1:]
    if domain == lgo[1:] and name.endswith(lgo[0]):
        yield name[:-1]
    if domain[1:] == lgo and domain[0] not in (".", lgo[0]):
        yield name + domain[0]


def is_run_in(mailbox: Mailbox) -> bool:
    """Whether a name without its separator may be less than what stands there: `sarabanklang-photan`."""
    return not mailbox.separator and (not mailbox.rest.isalpha() or _KEY_BESIDE_HYPHEN.match(mailbox.rest) is not None)
