"""What became of a mail, by action, codes and words. What none of them says is `unknown` (decisions: Delivery).

1. A full mailbox comes first: 5.2.2 and 4.2.2, 552, or words that say so. Also where the action is `delayed` (the
   circular did not arrive, and the agency can do something about it), and where the code is another: mail systems
   give `550 5.1.1` and `5.7.0` for it too. Then it has to be the system that says so: a text for people beside it
   counts where the code is general, and only up to what it lists as possible reasons. Of a quota that
   is exceeded under X.2.3, X.3 and X.7 (message, system, security) the mailbox has to be named: those are the
   sender's, the machine's and the message's too.
2. An action of RFC 3464, if there is one: it is about this recipient and final. A failure with a code of class 4 is
   one whose time to try is over.
3. What was refused for the sender or the message (blocked, SPF, too large, the sender's own quota) says nothing of
   the address: `unknown`. A fault of the sender's is no fault of the agency's.
4. Words that say that the time is over; then the class of the code; then words.
"""

from collections.abc import Callable
from typing import NamedTuple

from ..model.delivery import MailStatus
from ..reference.mail_words import MailWords, fold, mail_codes, mail_words
from .codes import Codes
from .reasons import Reason

Words = Callable[[str], MailWords]


class Judged(NamedTuple):
    """The status, and why where it is `unknown`."""

    status: MailStatus
    reason: Reason | None = None


_UNKNOWN = Judged(MailStatus.UNKNOWN, Reason.NO_STATUS)
_SENDERS_FAULT = Judged(MailStatus.UNKNOWN, Reason.SENDERS_FAULT)
_OF_ACTION = {"failed": MailStatus.FAILED, "delayed": MailStatus.DELAYED, "delivered": MailStatus.DELIVERED}
_BESIDE = 40
"""Characters between a mailbox and its quota."""
_HANDED_ON = {"relayed": Reason.RELAYED, "expanded": Reason.EXPANDED}


def is_full(codes: Codes, folded: str, words: Words = mail_words) -> bool:
    """Whether the recipient's mailbox is full, by the codes and the folded text of what the system said of it."""
    if codes.klass == "2":
        return False
    known = mail_codes()
    if known.get(codes.enhanced) == "full":
        return True
    if (hint := words("hints").first(folded)) >= 0:
        folded = folded[:hint]
    if words("not_full").fit(folded) or words("sender").fit(folded):
        return False
    if words("full").fit(folded):
        return True
    if (at := words("over_quota").first(folded)) >= 0:
        beside = folded[max(at - _BESIDE, 0) : at + 2 * _BESIDE]
        return not _is_of_another(codes.enhanced) or mail_words("mailbox").fit(beside)
    if known.get(codes.smtp) != "full" or (codes.enhanced and not codes.is_general):
        return False
    return not words("refused").fit(folded)


def _is_of_another(enhanced: str) -> bool:
    """Whether a code is about the message, the mail system or what it allows, not the mailbox (RFC 3463)."""
    return enhanced[1:] == ".2.3" or enhanced[1:4] in (".3.", ".7.")


def is_senders_fault(codes: Codes, folded: str, words: Words = mail_words) -> bool:
    """Whether a final refusal is about the sender or the message, by the code, or by what the system said under one
    that leaves it open: X.1 and X.2 are about the address and the mailbox (RFC 3463 section 3).
    """
    if codes.klass == "4":
        return False
    if mail_codes().get(codes.enhanced) == "sender":
        return True
    return codes.enhanced[1:4] not in (".1.", ".2.") and words("sender").fit(folded)


def judge_action(action: str, codes: Codes, said: str, beside: str = "") -> Judged:
    """The status by the `Action` of a delivery status (in lower case), its codes, and what the system said.

    `beside` is what stands in the mail for people to read.
    """
    word = action.partition("(")[0].strip().partition(" ")[0].rstrip(";,.")
    if word in _HANDED_ON:
        return Judged(MailStatus.UNKNOWN, _HANDED_ON[word])
    if word == "error":  # OpenSMTPD
        word = "failed"
    status = _OF_ACTION.get(word)
    if status is None:
        return judge_words(codes, said, beside)
    if (status is MailStatus.DELIVERED) != (codes.klass == "2") and codes.klass:
        return Judged(MailStatus.UNKNOWN, Reason.CONTRADICTS)
    if status is not MailStatus.DELIVERED and is_full(codes, fold(_of_full(codes, said, beside))):
        return Judged(MailStatus.FULL)
    if status is MailStatus.FAILED and is_senders_fault(codes, fold(said)):
        return _SENDERS_FAULT
    return Judged(status)


def _of_full(codes: Codes, said: str, beside: str) -> str:
    """What may tell that the mailbox is full."""
    return f"{said}\n{beside}" if beside and codes.is_general else said


def judge_words(codes: Codes, said: str, beside: str = "", words: Words = mail_words) -> Judged:
    """The status by codes, by what the system said of the recipient, and what stands `beside` for people to read.

    `words` gives the lists, by name, of the words that are looked for.
    """
    folded = fold(f"{said}\n{beside}" if beside else said)
    if is_full(codes, fold(_of_full(codes, said, beside)) if beside else folded, words):
        return Judged(MailStatus.FULL)
    if words("relayed").fit(folded):
        return Judged(MailStatus.UNKNOWN, Reason.RELAYED)
    if codes.klass != "2" and is_senders_fault(codes, fold(said), words):
        return _SENDERS_FAULT
    if codes.klass != "2" and words("final").fit(folded):
        return Judged(MailStatus.FAILED)
    if codes.klass:
        return Judged(MailStatus(mail_codes()[codes.klass]))
    for name in ("delayed", "failed", "delivered"):
        if words(name).fit(folded):
            return Judged(MailStatus(name))
    return _UNKNOWN
