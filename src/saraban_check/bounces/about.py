"""What a refusal is about, by its words and its codes (decisions: Delivery).

The tests are asked in their order, and the first that finds something holds: what names the sender, a full mailbox, a
code of the sender or the letter, a recipient that there is not, and then what is less sure. Each looks for two small
vocabularies near each other within one sentence, or for a phrase that says it by itself.
"""

from enum import Enum

from ..model.smtp_stage import Stage
from ..reference.mail_tables import mail_codes
from ..reference.mail_vocabulary import Near, plain_words, vocabulary
from .codes import Codes


class About(Enum):
    """What was wrong. MAILBOX: no such user, or no more. STORAGE: 552 alone, of the mailbox or of the letter."""

    FULL = "full"
    MAILBOX = "mailbox"
    DOMAIN = "domain"
    SENDER = "sender"
    MESSAGE = "message"
    POLICY = "policy"
    STORAGE = "storage"
    MACHINE = "machine"
    TIME = "time"


_Tests = tuple[tuple[About, str | Near], ...]

_SENDER: _Tests = ((About.SENDER, Near("sender_named", "refusal", 45, 12)),)
_NO_RECIPIENT: _Tests = (
    (About.MAILBOX, "no_mailbox"),
    (About.MAILBOX, Near("whom", "missing", 40, 14)),
    (About.DOMAIN, "no_domain"),
    (About.DOMAIN, Near("domain_named", "domain_missing", 30, 14)),
)
_LESS_SURE: _Tests = (
    (About.SENDER, "sender"),
    (About.MESSAGE, "message"),
    (About.MAILBOX, "refused"),
    (About.MACHINE, "machine"),
    (About.TIME, "time"),
    (About.MESSAGE, Near("message_named", "message_fault", 40, 20)),
    (About.POLICY, "policy"),
    (About.MAILBOX, Near("whom", "unavailable", 30, 6)),
)
_FULL = (
    Near("mailbox", "full_state", 40, 6),
    Near("storage", "used_up", 30, 28),
    Near("mailbox", "beyond_limit", 30, 12),
)
_BESIDE = 60
"""Characters between a quota and the mailbox that it is of."""


def what_about(said: str, codes: Codes, stage: Stage = Stage.UNKNOWN) -> About | None:
    """What a system's reply is about, None where nothing tells. `@` stands for the recipient's address, `~` for others.

    What stands below `possible reasons` is what might be, and not looked at.
    """
    plain = plain_words(said)
    if hints := vocabulary("hints").places(plain):
        plain = plain[: hints[0][0]] + " "
    plain = vocabulary("idioms").without(plain).replace(" ip address", " ip ")
    by_code = _by_code(codes, stage)
    if found := _first(_SENDER, plain):
        return found
    if by_code is About.FULL or _is_full(plain, codes):
        return About.FULL
    if by_code in (About.SENDER, About.MESSAGE):
        return by_code
    return _first(_NO_RECIPIENT, plain) or _first(_LESS_SURE, plain) or by_code


def _first(tests: _Tests, plain: str) -> About | None:
    for about, words in tests:
        if vocabulary(words).fit(plain) if isinstance(words, str) else words.find(plain):
            return about
    return None


def _is_full(plain: str, codes: Codes) -> bool:
    """Whether the words say so. A quota may be the sender's, the letter's or the machine's: then they are not it."""
    mailbox = Near("storage", "mailbox", _BESIDE, _BESIDE)
    of_another = codes.enhanced[1:4] in (".3.", ".7.") or (
        codes.smtp == "452" and codes.enhanced[1:3] not in (".1", ".2")
    )
    for number, words in enumerate(_FULL):
        for sentence in words.find(plain):
            if vocabulary("not_full").fit(sentence) or vocabulary("other_quota").fit(sentence):
                continue
            if number != 1 or not of_another or mailbox.find(sentence):
                return True
    return not of_another and vocabulary("full").fit(plain) and not vocabulary("other_quota").fit(plain)


def _by_code(codes: Codes, stage: Stage) -> About | None:
    """What the code is about, the enhanced one before the basic one; a code of class 4 tells a full mailbox only.

    One of an address is about the recipient's only where a recipient had been named.
    """
    known = mail_codes()
    by = known.get(codes.enhanced)
    if codes.klass == "5" and by is None:
        by = known.get(codes.enhanced[:3] if not codes.is_general else codes.smtp)
    found = About(by) if by else None
    if stage.is_before_recipient and found in (About.FULL, About.MAILBOX, About.DOMAIN):
        return None
    return found
