"""Who a notice is about. An address counts if something says that it is a recipient: that it stands there does not.

Notices name a help desk, the sender, and the message by its Message-ID as well, which looks like an address.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import NamedTuple

from ..reference.mail_words import fold, mail_words
from .addresses import addresses_in, is_address, places_in
from .detectors import Detected, detect
from .generated_from import generating_addresses
from .lines import lines_with
from .mime import Headers
from .reasoned_lines import refused_on_lines
from .reasons import Reason
from .recipient_headers import failed_recipients, own_addresses, perhaps_recipients
from .senders import is_system

_HEAD = re.compile(r"^[ \t]{0,8}<([^<>\s]{1,255})>:", re.MULTILINE)
_MESSAGE_ID = re.compile(r"(?:\bmessage(?:[- ]?id)?|ข้อความ)[ \t:#]{0,4}<([^<>\s]{1,320})>", re.IGNORECASE)
_CODE = re.compile(r"#?[45](?:[0-9]{2}[ \-]|\.[0-9]{1,3}\.[0-9])")
_BLANK = re.compile(r"\n[ \t\r]*\n")
_LEADER = re.compile(r"[. \t]{0,80}:\Z")
_BESIDE = 80
_LINES_BEFORE = 5
_DETECTED_BY = ("from", "subject", "x-failed-recipients", "x-mailer")
_ENOUGH = 100
"""Recipients of a notice whose shape is known by then: the detectors take longest for these, and add nothing."""


class Recipients(NamedTuple):
    """Recipients, how to ask what flufl.bounce says of them, and why there are none."""

    addresses: list[str]
    detected: Callable[[], Detected] = Detected
    reason: Reason | None = None


def find_recipients(headers: Headers, text: str, is_whole: bool) -> Recipients:
    """The recipients that a notice names, in the order of the text, each once.

    `X-Failed-Recipients` and its like come first; then what stands as `<address>:` at the start of a line, what a
    detector finds, what stands below `the following recipients`, and what another header and the text have both, all
    together; then what a phrase on the same line names; then what has a reason behind or below it.
    """
    by_header = failed_recipients(headers)
    heads = [found[1] for found in _HEAD.finditer(text)]
    listed = _listed(text)
    is_crowd = max(len(by_header), len(heads), len(listed)) > _ENOUGH
    said_by = [(name, headers.raw(name)) for name in _DETECTED_BY]
    detect_now: Callable[[], Detected] = Detected if is_crowd else cache(partial(detect, said_by, text))
    if by_header:
        return Recipients(by_header, detect_now)
    detected = detect_now()
    in_text = addresses_in(text)
    own = own_addresses(headers)
    own.update(found[1].casefold() for found in _MESSAGE_ID.finditer(text))
    own.update(origin.casefold() for origin in generating_addresses(text).values())
    if not is_crowd:
        own |= _asides(text)
    order = {address.casefold(): number for number, address in enumerate(in_text)}
    perhaps = [address for address in perhaps_recipients(headers) if address.casefold() in order]
    named = _others((*heads, *sorted(detected.permanent), *sorted(detected.temporary), *listed, *perhaps), own)
    if named:
        named.sort(key=lambda address: (order.get(address.casefold(), len(order)), address))
        return Recipients(named, detect_now)
    if not is_whole:  # of one address one cannot know whether it stands alone
        return Recipients([], reason=Reason.CUT_OFF)
    others = _others(in_text, own)
    folded = {address.casefold() for address in others}
    meant = _meant(text, folded) or refused_on_lines(text, folded)
    if meant:
        return Recipients(meant, detect_now)
    return Recipients([], reason=Reason.SEVERAL if len(others) > 1 else Reason.NO_RECIPIENT)


def _others(addresses: Iterable[str], own: set[str]) -> list[str]:
    """The addresses, each once and without the full stop of a sentence, that are neither in `own` nor a system's."""
    tidy = (address.rstrip(".") for address in addresses)
    once = {a.casefold(): a for a in tidy if is_address(a) and not is_system(a.partition("@")[0])}
    return [address for folded, address in once.items() if folded not in own]


def _asides(text: str) -> set[str]:
    """The addresses without case that only stand where to write to, such as the help desk's."""
    words = mail_words("recipient_not")
    if "@" not in text or not words.fit(fold(text)):
        return set()
    asides: set[str] = set()
    others: set[str] = set()
    for start, _, address in places_in(text):
        (asides if words.ends(_left_of(start, text)) else others).add(address.casefold())
    return asides - others


def _left_of(start: int, text: str) -> str:
    """What of its paragraph stands before an address and its brackets, or of the one before if that is all, folded."""
    left = _BLANK.sub("\n\n", text[max(start - _BESIDE, 0) : start].rstrip("<\"'“‘([ \t\r\n"))
    return fold(left.rpartition("\n\n")[2])


def _label_of(start: int, text: str) -> str:
    """What stands before an address on its own line, folded, without the dots or spaces before a colon."""
    left = text[max(start - _BESIDE, 0) : start].rpartition("\n")[2].rstrip("<\"'“‘([ \t\r\n")
    return fold(_LEADER.sub(":", left))


def _listed(text: str) -> list[str]:
    """The addresses below `the following recipients` and the like, up to the first line after them without one.

    What is said of one may stand below it, further to the right: there, addresses count at the start of a line. They
    begin within a few lines, or it was no list that followed.
    """
    intros = set(lines_with(mail_words("recipients"), text))
    if not intros:
        return []
    lines = text.splitlines()
    found: dict[str, str] = {}
    is_below, depth, room = False, -1, 0
    for number in range(min(intros), len(lines)):
        line = lines[number]
        if number in intros:
            is_below, depth, room = True, -1, _LINES_BEFORE
            continue
        if not is_below or not (bare := line.lstrip()):
            continue
        here = addresses_in(line)
        if 0 <= depth < len(line) - len(bare):
            here = here[:1] if here and bare.lstrip("<").startswith(here[0]) else []
        elif depth >= 0 and not here:
            is_below = False
        elif here and depth < 0:
            depth = len(line) - len(bare)
        elif depth < 0:
            room -= 1
            is_below = room > 0
        for address in here:
            found.setdefault(address.casefold(), address)
    return list(found.values())


def _meant(text: str, others: set[str]) -> list[str]:
    """The addresses that words right before or after them call recipients: `could not be delivered to a@x.go.th`.

    So does a status code right after one, on its line or the next.
    """
    if not others:
        return []
    lists = (mail_words(f"recipient_{name}") for name in ("before", "label", "after", "not"))
    before, label, after, not_before = lists
    found: dict[str, str] = {}
    for start, end, address in places_in(text):
        if address.casefold() not in others:
            continue
        left = _left_of(start, text)
        right = fold(text[end : end + _BESIDE].lstrip(">\"'”’)]:.,;- \t\r\n"))
        if not_before.ends(left):
            continue
        if before.ends(left) or label.ends(_label_of(start, text)) or after.begins(right) or _CODE.match(right):
            found.setdefault(address.casefold(), address)
    return list(found.values())
