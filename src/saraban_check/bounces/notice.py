"""The text of a mail that people read, and the letter that came back in it.

The text is cut from the letter when it is first asked for: most delivery statuses say all without it.
"""

import re
from collections.abc import Iterable
from functools import cached_property

from ..reference.mail_words import mail_words
from .lines import first_line_with
from .markup import without_markup
from .mime import Headers, Part

_MOST_TEXT = 100_000
_CUT_ADDRESS = re.compile(r"(?<!\S)\S{0,400}@[^\s>)\]]{0,400}\Z")
_LONGEST_CUT = 801
_RETURNED = ("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers", "message/partial")
_LETTER_LINES = 60
_HEADER = re.compile(
    r"(?:(?P<mails>received:[ \t](?:from|by)\b|return-path:|mime-version:|content-type:|dkim-signature:)"
    r"|(?:from|to|cc|subject|date|message-id|reply-to|sender|delivered-to|x-[a-z-]{1,40}):)",
    re.IGNORECASE,
)
"""A header of a mail, and whether a notice does not have it as well, which may list `To:` and `Subject:`."""
_FOOTER = ("--", "-- ")
"""The line above a signature (RFC 3676 section 4.3)."""


class Notice:
    """The text for people to read; whether it goes on beyond what is looked at; whether it was not cut off.

    `letter` is the mail that came back, or its beginning. `everything` is the text with what came back in it.
    """

    def __init__(self, everything: str, goes_on: bool, is_whole: bool, returned: Part | None) -> None:
        self.everything = everything
        self._goes_on, self._is_whole, self._returned = goes_on, is_whole, returned

    @cached_property
    def _cut(self) -> tuple[str, str | None]:
        return notice_text(self.everything)

    @property
    def text(self) -> str:
        return self._cut[0]

    @property
    def letter(self) -> Part | None:
        below = self._cut[1]
        return self._returned if below is None else Part(Headers(b""), below.encode())

    @property
    def goes_on(self) -> bool:
        return self._goes_on and self._cut[1] is None

    @property
    def is_whole(self) -> bool:
        return self._is_whole or self._cut[1] is not None


def notice_of(parts: Iterable[Part], goes_on: bool, is_single: bool) -> Notice:
    """What stands before the mail that came back; plain text rather than HTML.

    A mail that `is_single` has no boundary that would show that it was cut off: its last line is one without a line
    end as well, only the address that such a line ends in may be half of one.
    """
    plain: list[str] = []
    marked: list[str] = []
    room = _MOST_TEXT
    is_whole, returned = True, None
    for part in parts:
        kind = part.headers.content_type
        if kind in _RETURNED:
            goes_on, returned = False, part
            break
        if kind in ("text/plain", "text/html") and "attachment" not in part.headers.raw("content-disposition").lower():
            piece = part.text(room)
            is_whole = part.is_whole or is_single
            if not part.is_whole and part.body:
                piece = _without_cut_address(piece)
            room -= len(piece)
            if kind == "text/plain":
                plain.append(piece)
            else:
                marked.append(without_markup(piece))
        if room <= 0:
            goes_on = True
            break
    everything = "\n".join(plain if any(piece.strip() for piece in plain) else marked)
    return Notice(everything, goes_on, is_whole, returned)


def _without_cut_address(text: str) -> str:
    found = _CUT_ADDRESS.search(text, max(len(text) - _LONGEST_CUT, 0))
    return text[: found.start()] if found else text


def notice_text(text: str) -> tuple[str, str | None]:
    """The notice without the mail that came back in it and the footer below it; that mail's beginning, None if none.

    Where no line announces that mail, it begins with its headers.
    """
    lines = text.splitlines()
    start = first_line_with(mail_words("original"), text)
    if start is None:
        start = _headers_at(lines)
    letter = None if start is None else "\n".join(lines[start : start + _LETTER_LINES])
    lines = lines[:start]
    end = min((lines.index(mark) for mark in _FOOTER if mark in lines), default=len(lines))
    return "\n".join(lines[:end]), letter


def _headers_at(lines: list[str]) -> int | None:
    """Where headers begin below other lines, of which one is such as only a mail itself has."""
    start, is_below = None, False
    for number, line in enumerate(lines):
        if ":" in line and (found := _HEADER.match(line)) is not None:
            start = number if start is None else start
            if is_below and found["mails"] and number - start >= 1:
                return start
            if is_below and found["mails"] and number + 1 < len(lines) and _HEADER.match(lines[number + 1]):
                return start
        elif not (start is not None and line[:1] in (" ", "\t")):
            start = None
            is_below = is_below or bool(line.strip())
    return None
