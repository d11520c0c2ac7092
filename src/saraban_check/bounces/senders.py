"""Who signs a mail: nobody, a daemon, or a mail system that people write from as well."""

import re

from ..reference.mail_words import mail_words
from ..reference.remembered import remembered
from .addresses import addresses_in
from .mime import Headers

_BETWEEN = re.compile(r"[\s._-]+")
_COMMENT = re.compile(r"\([^()]{0,300}\)")
_ENVELOPE = ("return-path", "x-return-path", "envelope-sender", "x-envelope-sender", "envelope-from", "x-envelope-from")


@remembered
def is_daemon(name: str) -> bool:
    """Whether a mailbox is called as only mail systems are: `MAILER-DAEMON`, `Mail.Daemon`."""
    return mail_words("daemon").fit(_BETWEEN.sub("", name.casefold()))


@remembered
def is_system(name: str) -> bool:
    """Whether a mailbox is called as mail systems are, of which some are people's too: `postmaster`."""
    bare = _BETWEEN.sub("", name.casefold())
    return mail_words("daemon").fit(bare) or mail_words("system").fit(bare)


def from_daemon(headers: Headers) -> bool:
    """Whether the sender's mailbox is a daemon's, or is called so where there is no address."""
    return is_daemon(_mailbox_and_name(headers.text("from"))[0])


def from_system(headers: Headers) -> bool:
    """Whether a mail system sent it, by its mailbox or by the name shown: `Mail Delivery Subsystem <noreply@x>`."""
    mailbox, name = _mailbox_and_name(headers.text("from"))
    return is_system(mailbox) or is_system(name) or mail_words("system_name").fit(name)


def shown_as_system(headers: Headers) -> bool:
    """Whether the name shown is a mail system's, which no person shows: `Mail Delivery Subsystem`."""
    return mail_words("system_name").fit(_mailbox_and_name(headers.text("from"))[1])


def null_sender(headers: Headers) -> bool:
    """Whether the mail says that it must not be answered: an empty path, or a daemon's (RFC 5321 section 4.5.5)."""
    paths = [headers.raw(name) for name in _ENVELOPE if name in headers]
    if "<>" in headers.raw("from").replace(" ", ""):
        return True
    return any(not (bare := _COMMENT.sub("", path).strip('<>" \t\r\n')) or is_daemon(_local(bare)) for path in paths)


@remembered
def _mailbox_and_name(text: str) -> tuple[str, str]:
    """The mailbox's name and the name shown, folded; the latter for both where the brackets are empty or missing."""
    text = text.casefold()
    shown, bracket, rest = text.rpartition("<")
    name = (shown if bracket else text.partition("(")[0]).strip("\"' ")
    found = addresses_in(text)
    if found:
        return _local(found[-1]), "" if "@" in name else name
    return (_local(rest.partition(">")[0]) if bracket else "") or _local(name), name


def _local(address: str) -> str:
    return address.partition("@")[0].strip("\"' ")
