"""What the words of a refusal are about: the mailbox, the sender, the letter (decisions: Delivery).

The tests are asked in their order, and the first that finds something holds: what names the sender, a full mailbox,
what others did or may not, a code of the sender or the letter, a recipient that there is not, and then what is less
sure. Each looks for two small vocabularies near each other within one sentence, or for a phrase that says it by itself.
"""

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from .mail_vocabulary import MOST_LOOKED_AT, Near, plain_words, vocabulary, without_questions


class About(Enum):
    """What was wrong. MAILBOX: no such user, or no more. STORAGE: 552 alone, of the mailbox or of the letter.

    UNTRIED: the sending service did not try. UNSURE: the reply only says what it might be.
    """

    FULL = "full"
    MAILBOX = "mailbox"
    DOMAIN = "domain"
    SENDER = "sender"
    MESSAGE = "message"
    POLICY = "policy"
    STORAGE = "storage"
    MACHINE = "machine"
    TIME = "time"
    UNTRIED = "untried"
    UNSURE = "unsure"


_Tests = tuple[tuple[About, str | Near], ...]

_SENDER: _Tests = (
    (About.UNTRIED, "untried"),
    (About.SENDER, Near("sender_named", "refusal", 45, 12)),
    (About.SENDER, Near("whose_own", "own_trouble", 6, 0)),
)
_OF_OTHERS: _Tests = (
    (About.SENDER, "too_many"),
    (About.MESSAGE, "in_header"),
    (About.POLICY, "no_right"),
    (About.MACHINE, "at_work"),
)
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
_QUOTA = Near("storage", "used_up", 30, 28)
_OF_MAILBOX = Near("storage", "mailbox", 60, 60)
_OTHER_LIMITS = ("other_quota", "too_large")
_OUTRIGHT = Near("mailbox", "full_state", 40, 6)
_FULL = (_OUTRIGHT, _QUOTA, Near("mailbox", "beyond_limit", 30, 12))


_OF_THE_LETTER = (About.SENDER, About.MESSAGE)
_LINK = lazy_pattern(r"https?://[^\s?<>\"]{1,400}", re.IGNORECASE)
_NAME = lazy_pattern(
    r"(?<![\w.-])(?:[\w-]{1,63}\.){1,9}(?:th|com|net|org|edu|gov|info|biz|local|zip|rar|7z|pdf|docx?|xlsx?|exe|html?)(?![\w-])",
    re.IGNORECASE,
)
_QUOTED = lazy_pattern(r"(?P<before>[^\"“”\n]{0,24})[\"“](?P<said>[^\"“”\n]{1,200})[\"”]")
_SAYS = lazy_pattern(
    r"(?:\A|[0-9]|said|reason|error|response|returned|replied|เหตุผล|สาเหตุ|เนื่องจาก|เพราะ|ว่า)[\s:=(<-]{0,4}\Z",
    re.IGNORECASE,
)


class Found(NamedTuple):
    """What a reply is about, None where nothing tells, and whether its words told that, not its code alone."""

    about: About | None
    by_words: bool = False


def what_about(said: str, by_code: About | None = None, names_mailbox: bool = False) -> Found:
    """What a reply is about. `@` stands in it for the recipient's address, `~` for others.

    `by_code` is what its code is about. `names_mailbox`: a quota counts only where the mailbox is named beside it. What
    stands below `possible reasons` is what might be, and not looked at.
    """
    return _what_about(said[:MOST_LOOKED_AT], by_code, names_mailbox)


@lru_cache(maxsize=512)  # most recipients of a circular get the same words
def _what_about(said: str, by_code: About | None, names_mailbox: bool) -> Found:
    bare = _without_names(said)
    plain, is_unsure = _asserted(bare)
    named = plain if bare == said else _asserted(said)[0]
    if found := _first(_SENDER, plain, named):
        return Found(found, True)
    if _is_full(plain, names_mailbox):
        return Found(About.FULL, True)
    others = _first(_OF_OTHERS, plain, named)
    if others is None and by_code is About.FULL and _is_another_limit(plain):
        others = About.SENDER
    if others is None and by_code in (About.FULL, About.SENDER, About.MESSAGE):
        return Found(by_code)
    found = others or _first(_NO_RECIPIENT, plain, named) or _first(_LESS_SURE, plain, named)
    if found is None and by_code is None and is_unsure:
        return Found(About.UNSURE, True)
    return Found(found or by_code, found is not None)


def _asserted(said: str) -> tuple[str, bool]:
    """The words of what is said to be so, and whether a choice was left out."""
    plain = without_questions(plain_words(said))
    if hints := vocabulary("hints").places(plain):
        plain = plain[: hints[0][0]] + " "
    plain, is_unsure = _without_guesses(plain)
    return vocabulary("idioms").without(plain).replace(" ip address", " ip "), is_unsure


def _without_names(said: str) -> str:
    """A text without what hosts, files and pages are called, and what is quoted and is no reply."""
    return _NAME.sub("~", _LINK.sub("~", _QUOTED.sub(_unless_reply, said)))


def _unless_reply(found: re.Match[str]) -> str:
    is_reply = found["said"][:1].isdigit() or _SAYS.search(found["before"])
    return found[0] if is_reply else f"{found['before']} ~ "


def _without_guesses(plain: str) -> tuple[str, bool]:
    """The words without what might be where a sentence offers a choice, and whether there was any such."""
    modal, alternative = vocabulary("modal"), vocabulary("alternative")
    if not (modal.fit(plain) and alternative.fit(plain)):
        return plain, False
    sentences = plain.split("|")
    sure = [
        one[: modal.places(one)[0][0]] + " " if modal.fit(one) and alternative.fit(one) else one for one in sentences
    ]
    return "|".join(sure), sure != sentences


def _first(tests: _Tests, plain: str, named: str) -> About | None:
    """What the first test finds; of the sender and the letter names tell too, such as a block list's."""
    for about, words in tests:
        text = named if about in _OF_THE_LETTER else plain
        if vocabulary(words).fit(text) if isinstance(words, str) else words.find(text):
            return about
    return None


def _is_another_limit(plain: str) -> bool:
    """Whether the words name a limit of sending or of size, and no room of the mailbox: X.2.2 is then misused."""
    return any(vocabulary(name).fit(plain) for name in _OTHER_LIMITS) and not _OF_MAILBOX.find(plain)


def _is_full(plain: str, names_mailbox: bool) -> bool:
    """Whether the words say so. A quota may be the sender's, the letter's or the machine's: then they are not it."""
    for words in _FULL:
        for place in words.find(plain):
            if vocabulary("not_full").fit(place) or vocabulary("other_quota").fit(place):
                continue
            if words is not _OUTRIGHT and vocabulary("too_large").fit(place):
                continue
            if words is not _QUOTA or not names_mailbox or _OF_MAILBOX.find(place):
                return True
    return not names_mailbox and vocabulary("full").fit(plain) and not vocabulary("other_quota").fit(plain)
