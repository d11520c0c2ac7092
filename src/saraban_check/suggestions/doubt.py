"""Where what was typed has two readings, of which only the record can tell which was meant."""

import re

from ..address.mailbox import WORD, Mailbox
from ..address.shape import Shape
from ..address.websites import hosted_label

_OFTEN_ADDED = "dn"
"""Letters that people add to the word itself: `saraband`, `sarabann`."""
_KEY_BESIDE_HYPHEN = re.compile(r"p[^aehiloruwy]")
"""A p that begins no Thai syllable: it is the hyphen's neighbour on the keyboard."""
_NUMBER = re.compile(r"[0-9]{5}")


def is_doubtful(shape: Shape) -> bool:
    """Whether, unless the website is known, the domain may be as wrong as what stands before the @.

    A code belongs at dla.go.th, a name may belong at lgo.mail.go.th rather than at another domain of สพร.'s, and a
    letter beside the @ may have changed places with it (`sarabanp@hotan.go.th`).
    """
    mailbox, domain = shape.mailbox, shape.domain
    if mailbox.rest:
        return _NUMBER.search(mailbox.rest) is not None or hosted_label(domain) is not None
    return strayed(mailbox) or (mailbox.text == WORD[:-1] and domain.startswith(WORD[-1]))


def strayed(mailbox: Mailbox) -> bool:
    """Whether the letter behind the word may have changed places with the sign that follows it."""
    letter = mailbox.text[-1:]
    return mailbox.text == WORD + letter and letter.isalpha() and letter not in _OFTEN_ADDED


def is_run_in(mailbox: Mailbox) -> bool:
    """Whether a name without its separator may be less than what stands there: `sarabanklang-photan`."""
    return not mailbox.separator and (not mailbox.rest.isalpha() or _KEY_BESIDE_HYPHEN.match(mailbox.rest) is not None)
