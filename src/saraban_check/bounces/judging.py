"""What became of a mail for one recipient: a look into the table `mail_verdicts.csv` (decisions: Delivery).

Three things are found out, and the table says the rest: the stage of the dialogue (see `stages`), what the reply is
about (see `about`), and how it ended. The reply nearest to the cause decides: the remote system's own line, its
enhanced code before its basic one, and only then the `Status` of the system that reports it.
"""

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from ..model.delivery import MailStatus
from ..model.smtp_stage import Stage
from ..reference.mail_tables import mail_verdicts
from ..reference.mail_words import fold, mail_words
from ..reference.refusals import About
from .about import about_reply
from .codes import NO_CODES, Codes, find_codes, nearest
from .reasons import Reason
from .stages import stage_of


class Told(NamedTuple):
    """What a report tells of one recipient; in all texts `@` stands for the recipient's address and `~` for others.

    `said` is what stands on its own lines, or the reply of a delivery status; `beside` what stands elsewhere of this
    recipient alone. Of the two the one with a code is the reply. What stands beside counts where that tells nothing,
    and never against a code that says more than its class.
    `action` (in lower case) and `status` are fields of RFC 3464. `notice` is how it ended for all (see `ending`).
    """

    said: str
    beside: str = ""
    action: str = ""
    status: str = ""
    notice: str = ""


class Judged(NamedTuple):
    """The status, why where it is `unknown`, the codes that it rests on, whether the words of `said` told it, and the
    stage at which it was refused.
    """

    status: MailStatus
    reason: Reason | None = None
    codes: Codes = NO_CODES
    by_words: bool = False
    stage: Stage = Stage.UNKNOWN


class _End(Enum):
    """How it ended: refused for good; the time to try is over; still being tried; arrived."""

    REFUSED = "refused"
    EXPIRED = "expired"
    DEFERRED = "deferred"
    DELIVERED = "delivered"


_ACTIONS = {"failed": _End.REFUSED, "error": _End.REFUSED, "delayed": _End.DEFERRED, "delivered": _End.DELIVERED}
"""`error`: OpenSMTPD."""
_HANDED_ON = {"relayed": Reason.RELAYED, "expanded": Reason.EXPANDED}
_ENDINGS = ("relayed", "final", "delayed", "failed", "delivered")


def ending(text: str) -> str:
    """How it ended by the words of a notice: the name of their list in `mail_words.csv`, empty where none stands."""
    folded = fold(text)
    return next((name for name in _ENDINGS if mail_words(name).fit(folded)), "")


@lru_cache(maxsize=512)  # most recipients of a circular get the same words
def judge(told: Told) -> Judged:
    """The status by what is told."""
    own, near, far = find_codes(told.said), told.said, told.beside
    if far and not own.klass and (replied := find_codes(far)).klass:  # the reply itself, and what explains it
        own, near, far = replied, far, near
    codes = nearest(own, told.status)
    if far is told.beside and not codes.is_general:
        far = ""
    word = told.action.partition("(")[0].strip().partition(" ")[0].rstrip(";,.")
    if word in _HANDED_ON:
        return Judged(MailStatus.UNKNOWN, _HANDED_ON[word], codes)
    action = _ACTIONS.get(word)
    if action and codes.klass and (action is _End.DELIVERED) != (codes.klass == "2"):
        return Judged(MailStatus.UNKNOWN, Reason.CONTRADICTS, codes)
    if action is _End.DELIVERED:
        return Judged(MailStatus.DELIVERED, None, codes)
    # of a bare 552 the `Status` 5.2.2 says no more than what its reporter made of it: sendmail writes it for each
    deciding = own if own.smtp == "552" and own.is_general and codes.enhanced == "5.2.2" else codes
    if codes.klass == "2":  # 250 stands in many a transcript before what matters: of a success only words tell
        deciding = NO_CODES
    stage = stage_of(near)
    if stage is Stage.UNKNOWN and far:
        stage = stage_of(far)
    about, by_words = about_reply(near, deciding, stage)
    if not by_words and about is not About.FULL and far:
        about = about_reply(far, deciding, stage).about
    end = _end(action, deciding, about, told)
    if end is _End.DELIVERED:
        return Judged(MailStatus.DELIVERED, None, codes)
    if end is Reason.NO_STATUS and told.status.startswith("2"):
        return Judged(MailStatus.DELIVERED, None, codes)
    if not isinstance(end, _End):
        return Judged(MailStatus.UNKNOWN, end, codes)
    if about is None and end is _End.EXPIRED and not own.smtp and not stage.is_after_recipient:
        about = About.TIME  # nobody replied
    elif about is About.TIME and ((own.klass == "5" and own.smtp) or stage.is_after_recipient):
        about = None  # somebody did, and for good: that the time is over is not why; or the letter may have arrived
    return look_up(stage, about, end.value)._replace(codes=codes, by_words=by_words, stage=stage)


def look_up(stage: Stage, about: About | None, end: str) -> Judged:
    """What the table says; `end` is the name of one of its columns."""
    table = mail_verdicts()
    verdict = table["any", about.value] if about else table[stage.value, ""]
    status = MailStatus(getattr(verdict, end))
    return Judged(status, Reason[verdict.reason] if status is MailStatus.UNKNOWN else None)


def _end(action: _End | None, codes: Codes, about: About | None, told: Told) -> _End | Reason:
    """How it ended: by the action; by words that it is over; by the class of the code; by other words."""
    if action is _End.DEFERRED:
        return action
    words = () if action else (ending(f"{told.said}\n{told.beside}"), told.notice)
    if "relayed" in words and about is not About.FULL:
        return Reason.RELAYED
    if action or "final" in words:
        return _End.EXPIRED if codes.klass == "4" else _End.REFUSED
    if codes.klass:
        return _End.REFUSED if codes.klass == "5" else _End.DEFERRED
    if "delayed" in words:
        return _End.DEFERRED
    if about or "failed" in words:
        return _End.REFUSED
    return _End.DELIVERED if "delivered" in words else Reason.NO_STATUS
