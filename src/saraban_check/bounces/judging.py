"""What became of a mail, by action, codes and words. Nothing is guessed: what none of them says is `unknown`.

1. A full mailbox comes first: 5.2.2 and 4.2.2, 552, or words that say so. Also where the action is `delayed` (the
   circular did not arrive, and the agency can do something about it), and where the code is another: mail systems
   give `550 5.1.1` and `5.7.0` for it too.
2. An action of RFC 3464, if there is one: it is about this recipient and final. A failure with a code of class 4 is
   one whose time to try is over.
3. Words that say that the time is over; then the class of the code; then words.
"""

from typing import NamedTuple

from ..model.delivery import MailStatus
from ..reference.mail_words import fold, mail_codes, mail_words
from .codes import Codes
from .reasons import Reason


class Judged(NamedTuple):
    """The status, and why where it is `unknown`."""

    status: MailStatus
    reason: Reason | None = None


_UNKNOWN = Judged(MailStatus.UNKNOWN, Reason.NO_STATUS)
_OF_ACTION = {"failed": MailStatus.FAILED, "delayed": MailStatus.DELAYED, "delivered": MailStatus.DELIVERED}
_HANDED_ON = {"relayed": Reason.RELAYED, "expanded": Reason.EXPANDED}


def is_full(codes: Codes, folded: str) -> bool:
    """Whether the recipient's mailbox is full, by the codes and the folded text of what the system said of it."""
    if codes.klass == "2":
        return False
    known = mail_codes()
    if known.get(codes.enhanced) == "full":
        return True
    if mail_words("full").fit(mail_words("not_full").without(folded)) and not mail_words("not_full").fit(folded):
        return True
    if known.get(codes.smtp) != "full" or (codes.enhanced and not codes.is_general):
        return False
    return not (mail_words("not_full").fit(folded) or mail_words("refused").fit(folded))


def judge_action(action: str, codes: Codes, said: str) -> Judged:
    """The status by the `Action` of a delivery status (in lower case), its codes, and what the system said."""
    word = action.partition("(")[0].strip().partition(" ")[0].rstrip(";,.")
    if word in _HANDED_ON:
        return Judged(MailStatus.UNKNOWN, _HANDED_ON[word])
    if word == "error":  # OpenSMTPD
        word = "failed"
    status = _OF_ACTION.get(word)
    if status is None:
        return judge_words(codes, said)
    if (status is MailStatus.DELIVERED) != (codes.klass == "2") and codes.klass:
        return Judged(MailStatus.UNKNOWN, Reason.CONTRADICTS)
    if status is not MailStatus.DELIVERED and is_full(codes, fold(said)):
        return Judged(MailStatus.FULL)
    return Judged(status)


def judge_words(codes: Codes, said: str) -> Judged:
    """The status by codes and by what the system said of the recipient."""
    folded = fold(said)
    if is_full(codes, folded):
        return Judged(MailStatus.FULL)
    if mail_words("relayed").fit(folded):
        return Judged(MailStatus.UNKNOWN, Reason.RELAYED)
    if codes.klass != "2" and mail_words("final").fit(folded):
        return Judged(MailStatus.FAILED)
    if codes.klass:
        return Judged(MailStatus(mail_codes()[codes.klass]))
    for name in ("delayed", "failed", "delivered"):
        if mail_words(name).fit(folded):
            return Judged(MailStatus(name))
    return _UNKNOWN
