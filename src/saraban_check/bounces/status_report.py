"""Delivery status notifications: one report for each recipient (RFC 3464; RFC 6533 for addresses beyond ASCII)."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from itertools import islice

from ..model.delivery import DeliveryReport, MailStatus
from .addresses import typed_address
from .codes import read_status
from .decoding import read_date
from .diagnostics import diagnostic
from .judging import Told, judge
from .mime import Headers, Part, without_cut_value
from .notice import Notice
from .own_lines import Own, own_lines, without_addresses
from .reasons import Reason
from .recipient_limit import Reports

STATUS_TYPES = ("message/delivery-status", "message/global-delivery-status")
_GROUP_END = re.compile(rb"\n[ \t]*\r?\n\s*")
_FIELD = re.compile(rb"([!-9;-~]{1,60})[ \t]*:")
_NAMES_ONE = re.compile(rb"^(?:original|final|x-actual)-recipient[ \t]*:", re.IGNORECASE | re.MULTILINE)
_FINAL = b"final-recipient"
_WHOSE = ("original-recipient", "final-recipient", "x-actual-recipient")
_ONCE = (b"original-recipient", _FINAL, b"action", b"status")
_REPLIES = ("diagnostic-code", "x-supplementary-info")
_ABOUT = (*_WHOSE[:2], "action", "status", "diagnostic-code")
_ABOUT_BYTES = tuple(name.encode() for name in _ABOUT)


def read_status_part(part: Part, date: datetime | None, notice: Notice, room: int) -> Reports:
    """A report for each address of each group of fields about a recipient, in order, of `room` groups at most.

    Where original and final recipient differ, both are reported with what the group says. Which of the two is an
    agency's address only the list knows: an agency may hand its mail on (then it is the original), and the sender may
    have written to an alias of many agencies (then it is the final). The mail for both went the same way.

    `date` is the mail's own, for want of a `Last-Attempt-Date`: the day on which it was known. `Arrival-Date` is
    when the circular was sent, so it is not taken. The `notice` is what stands beside for people to read: what it says
    of a recipient counts where the fields do not tell in words. Of groups that name no recipient the first stands for
    all, as nothing would tell them apart.
    """
    content = part.content
    if not part.is_whole:
        content = without_cut_value(content)
    pieces = _groups(content)
    groups = [Headers(piece) for piece in islice(pieces, room)]
    left_out = sum(1 for _ in pieces)
    beside = _Beside(groups, notice)
    found = [report for group in groups for report in _read_group(group, date, beside)]
    return Reports(found, left_out)


class _Beside:
    """What the text for people says of each recipient, found when it is first asked for: most groups say it all."""

    def __init__(self, groups: list[Headers], notice: Notice) -> None:
        self._groups, self._notice = groups, notice
        self.is_alone = len(groups) == 1

    @property
    def text(self) -> str:
        return self._notice.text

    @cached_property
    def _own(self) -> dict[str, Own]:
        return own_lines([a for group in self._groups for a in _addresses(group) if a], self.text)

    def of(self, addresses: list[str]) -> str:
        """The lines of the first of the addresses that has any; all of the text if it is about nobody else."""
        for address in addresses:
            own = self._own.get(address.casefold(), Own([]))
            if own.lines:
                return "\n\n".join(("\n".join(own.lines), own.beside))
        return self.text if self.is_alone else ""


def _groups(content: bytes) -> Iterator[bytes]:
    """The groups about a recipient: each that names one, and the first of those that do not."""
    nameless = False
    content = content.replace(b"\r\n", b"\n").strip()
    for piece in (one for several in _pieces(content) for one in _apart(several)):
        if _NAMES_ONE.search(piece):
            yield piece
        elif not nameless and _may_be_about(piece) and any(name in Headers(piece) for name in _ABOUT):
            nameless = True
            yield piece


def _may_be_about(piece: bytes) -> bool:
    folded = piece.lower()
    return any(name in folded for name in _ABOUT_BYTES)


def _pieces(content: bytes) -> Iterator[bytes]:
    start = 0
    for end in _GROUP_END.finditer(content):
        yield content[start : end.start()]
        start = end.end()
    yield content[start:]


def _apart(piece: bytes) -> Iterator[bytes]:
    """The groups of a piece: several where the blank line between them is missing, and a second recipient begins."""
    if piece.lower().count(_FINAL) < 2:
        yield piece
        return
    group: list[bytes] = []
    has: set[bytes] = set()
    for line in piece.split(b"\n"):
        found = _FIELD.match(line)
        name = found[1].lower() if found else b""
        new_original = name == b"original-recipient" and _FINAL in has and len(has) > 1
        if name in _ONCE:
            if name in has or new_original:
                yield b"\n".join(group)
                group, has = [], set()
            has.add(name)
        group.append(line)
    yield b"\n".join(group)


def _addresses(group: Headers) -> list[str]:
    """Who is meant: the original and the final recipient, where they can be read; else the actual one."""
    original, final, actual = (typed_address(group.text(name)) for name in _WHOSE)
    both = [a for a in (original, final) if a]
    if len(both) == 2 and original.casefold() == final.casefold():
        return both[:1]
    return both or [actual]


def _read_group(group: Headers, date: datetime | None, beside: _Beside) -> Iterator[DeliveryReport]:
    addresses = _addresses(group)
    is_known = bool(addresses[0])
    said = " ".join(_without_type(value) for name in _REPLIES for value in group.all_text(name))
    own = tuple(addresses)
    told = Told(without_addresses(said, own), "", group.text("action").lower(), read_status(group.raw("status")))
    judged = judge(told)
    if not judged.by_words and judged.status is not MailStatus.DELIVERED and beside.text:
        judged = judge(told._replace(beside=without_addresses(beside.of(addresses), own)))
    shown = said
    if not said and judged.status is not MailStatus.DELIVERED:
        shown = beside.text if beside.is_alone else beside.of(addresses)
    reason = judged.reason
    fields = "" if is_known else " ".join(filter(None, (group.text(name) for name in _WHOSE)))
    if not is_known:
        named = any(name in group for name in _WHOSE)
        reason = Reason.NOT_ON_ADDRESS if fields else Reason.CUT_OFF if named else Reason.NO_RECIPIENT
    said_in_short = diagnostic(shown or fields if reason else shown, reason)
    attempted = read_date(group.text("last-attempt-date")) or date
    for address in addresses:
        status = judged.status if is_known else MailStatus.UNKNOWN
        yield DeliveryReport(address, status, *judged.codes, said_in_short, attempted, stage=judged.stage)


def _without_type(value: str) -> str:
    """A reply without its type, such as `smtp;` (RFC 3464 section 2.3.6)."""
    kind, mark, rest = value.partition(";")
    return rest.strip() if mark and kind.strip().isascii() and len(kind) < 40 and " " not in kind.strip() else value
