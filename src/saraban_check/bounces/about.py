"""What a reply is about, by its words and its codes together (decisions: Delivery)."""

from ..model.smtp_stage import Stage
from ..reference.mail_tables import mail_codes
from ..reference.refusals import About, Found, what_about
from .codes import Codes

_OF_ANOTHER = (".3.", ".7.")
"""Subjects of the machine and of what it allows (RFC 3463): the quota of such a code may be anybody's."""


def about_reply(said: str, codes: Codes, stage: Stage = Stage.UNKNOWN) -> Found:
    """What a system's reply is about.

    Where only the sender had been named, words of an address that there is not are about his.
    """
    is_machines = codes.smtp == "452" and codes.enhanced[1:3] not in (".1", ".2")
    found = what_about(said, _by_code(codes, stage), is_machines or codes.enhanced[1:4] in _OF_ANOTHER)
    names_sender = stage in (Stage.GREETING, Stage.SENDER) and found.about in (About.MAILBOX, About.DOMAIN)
    return Found(None) if names_sender and "@" not in said else found


def _by_code(codes: Codes, stage: Stage) -> About | None:
    """What the code is about, the enhanced one before the basic one; a code of class 4 tells a full mailbox only.

    One of an address is about the recipient's only where a recipient had been named and not yet accepted.
    """
    known = mail_codes()
    by = known.get(codes.enhanced)
    if codes.klass == "5" and by is None:
        by = known.get(codes.enhanced[:3] if not codes.is_general else codes.smtp)
    found = About(by) if by else None
    if stage.is_before_recipient and found is About.FULL:
        return None
    if (stage.is_before_recipient or stage.is_after_recipient) and found in (About.MAILBOX, About.DOMAIN):
        return None
    return found
