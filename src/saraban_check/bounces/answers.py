"""Which mail answers the letter: a person's reply, or a system's word that it was received (ได้รับเรื่องแล้ว เลขที่รับ …).

It shows that somebody, or something, at the sender's address got the letter. It is no delivery report, and a sender's
name can be forged, so nothing more than *answered* is ever said of it (decisions: Delivery).
"""

import re
from collections.abc import Iterator

from ..model.delivery import DeliveryReport, MailStatus
from ..reference.mail_words import fold, mail_words
from ..reference.refusals import About, what_about
from .addresses import typed_address
from .decoding import read_date
from .diagnostics import diagnostic
from .mail_kinds import MailKind
from .mime import Headers
from .senders import from_system, null_sender

_REPLY = re.compile(r"(?:\[[^\[\]]{1,40}\] ?)?(?:re|aw|sv|ตอบกลับ|ตอบ)(?:[\[(][0-9]{1,3}[\])])? ?: ?(?=\S)")
_LISTS = ("list-id", "list-unsubscribe")
_MOST_TEXT = 4000
_MOST_LINES = 60
_FAR = 80
"""Characters of a line that belong together."""


def may_answer(kind: MailKind, headers: Headers) -> bool:
    """Whether the headers allow that the mail is an answer, so that its text is worth reading.

    Where they name no letter, the text has to say that one was received and registered.
    """
    if kind not in (MailKind.AUTO_REPLY, MailKind.ORDINARY) or from_system(headers):
        return False
    subject = fold(headers.text("subject"))
    if any(name in headers for name in _LISTS) or _is_mass_or_forged(headers) or mail_words("challenge").fit(subject):
        return False
    if reply := _REPLY.match(subject):
        return not mail_words("subject").fit(subject[reply.end() :])
    return not mail_words("forwarded").fit(subject)


def read_answer(kind: MailKind, headers: Headers, text: str) -> DeliveryReport | None:
    """Who answered, when, and with which words; None where the mail is no answer.

    What a person writes in reply is one, whatever it says. What a program sends is one only if it says that the
    letter was received: an out-of-office note, a challenge, or a mailbox that is full or given up answers nothing.
    """
    address = typed_address(headers.text("from"))
    if not address or not may_answer(kind, headers):
        return None
    subject = headers.text("subject")
    folded = fold(subject)
    is_automatic = kind is MailKind.AUTO_REPLY or null_sender(headers)
    is_reply = _REPLY.match(folded) is not None
    is_persons = not is_automatic and (is_reply or _names_a_letter(headers))
    if not is_persons and not _is_of_receipt(f"{folded} {fold(text[:_MOST_TEXT])}"):
        return None  # most mails: no line of theirs need be looked at
    lines = list(_own_lines(text))
    is_echo = is_reply or mail_words("auto_subject").fit(folded)  # it names the letter
    said = next((line for line in (*lines, *([] if is_echo else [subject])) if _confirms(fold(line))), None)
    if is_automatic and said is None:
        return None
    is_registered = said is not None and (_is_of_receipt(folded) or _registers(lines))
    if not (is_automatic or is_persons or _confirms(folded) or is_registered):
        return None
    own = fold("\n".join((subject, *lines)))
    if any(mail_words(name).fit(own) for name in ("no_answer", "challenge")):
        return None
    if said is None and (mail_words("failed").fit(own) or what_about(own).about is About.FULL):
        return None  # beside words of receipt it is told of something else
    date = read_date(headers.text("date"))
    return DeliveryReport(address, MailStatus.UNKNOWN, diagnostic=diagnostic(said or subject), date=date, answered=True)


def _is_mass_or_forged(headers: Headers) -> bool:
    """Whether it went to many, or whoever took it in found that it is not from whom it names."""
    verdict = headers.text("authentication-results").casefold()
    if "dmarc=fail" in verdict or headers.raw("x-spam-flag").strip().casefold() == "yes":
        return True
    return headers.raw("precedence").strip().casefold() in ("bulk", "list")


def _is_of_receipt(folded: str) -> bool:
    """Whether a folded text has a word of receipt at all."""
    return any(mail_words(name).fit(folded) for name in ("receipt", "received", "receipt_number"))


def _names_a_letter(headers: Headers) -> bool:
    """Whether it names the mail that it answers (RFC 5322 section 3.6.4)."""
    return "<" in headers.raw("in-reply-to") or "<" in headers.raw("references")


def _own_lines(text: str) -> Iterator[str]:
    """What the sender wrote, without the letter that is quoted below it."""
    quote = mail_words("quote")
    for line in text[:_MOST_TEXT].splitlines()[:_MOST_LINES]:
        folded = fold(line)
        if quote.begins(folded) or quote.ends(folded):
            return
        if folded and not folded.startswith(">"):
            yield line


def _confirms(line: str) -> bool:
    """Whether a folded line says that something was received, and not only that it may be, or was not."""
    return _is_said(line, [*_received(line), *_numbered(line)])


def _registers(lines: list[str]) -> bool:
    """Whether it says that a letter was received, and under which number: nobody does but who got it."""
    folded = [fold(line) for line in lines]
    is_numbered = any(_is_said(line, _numbered(line)) for line in folded)  # first, as few mails have one
    return is_numbered and any(_is_said(line, _received(line)) for line in folded)


def _received(line: str) -> list[int]:
    """Where a folded line has words of receipt."""
    is_done = mail_words("done").fit
    places = mail_words("received").places(line)
    return mail_words("receipt").places(line) + [at for at in places if is_done(line[at : at + _FAR])]


def _numbered(line: str) -> list[int]:
    """Where a folded line has the number under which a letter was registered."""
    places = mail_words("receipt_number").places(line)
    return [at for at in places if any(map(str.isdigit, line[at : at + _FAR]))]


def _is_said(line: str, places: list[int]) -> bool:
    """Whether what stands at one of the places is said to be so, and neither denied nor asked for."""
    return any(not mail_words("receipt_not").fit(_before(line, at)) for at in places)


def _before(line: str, at: int) -> str:
    """What stands before a place in its clause: Thai ends one with a space, English with a full stop."""
    start = max(at - _FAR, 0)
    ends = ".!?;" if line[at].isascii() else " "
    return line[max(start, *(line.rfind(end, start, at) + 1 for end in ends)) : at]
