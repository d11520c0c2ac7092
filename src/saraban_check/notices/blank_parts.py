"""Which part of a notice each of its blanks stands for: the one whose label stands before it, the day, the issuer."""

from ..model.notice import Blank, NoticePart
from ..reference.notice_words import notice_words
from .dates import NoticeDay
from .lines import Lines, one_line
from .persons import names_a_person
from .title import Title

_LABELS = (
    (NoticePart.ADDRESS, "label_address"),
    (NoticePart.WEBSITE, "label_website"),
    (NoticePart.TELEPHONE, "label_telephone"),
)
_LABEL_REACH = 60
_SHOWN = 40
_MARKS = "ะัาำิีึืฺุู็่้๊๋์"


def blanks_of_parts(
    text: str, lines: Lines, spans: list[tuple[int, int]], title: Title, day: NoticeDay, signed_on: int | None
) -> list[Blank]:
    """The blanks at some places of a text; `signed_on` is the line of the name's place, which is told of its own."""
    found = []
    issuer_line = lines.number(title.start)
    for start, end in spans:
        line = lines.number(start)
        if line == signed_on:
            continue
        part = _part_of(text, lines, start)
        if day.place is not None and day.is_blank and 0 <= line - lines.number(day.place) <= 1:
            part = NoticePart.DATE
        elif title.is_notice and line == issuer_line and title.issuer is None:
            part = NoticePart.ISSUER
        found.append(Blank(part, _shown(text, lines, start, end), line))
    return found


def _part_of(text: str, lines: Lines, start: int) -> NoticePart:
    """The part whose label stands nearest before a blank, on its line or, where it stands alone, on the one before."""
    before = text[max(lines.start(start), start - _LABEL_REACH) : start]
    if not before.strip(" ()๐๑๒๓๔๕๖๗๘๙0123456789.-"):
        before = text[max(lines.start(max(lines.start(start) - 1, 0)), start - _LABEL_REACH) : start]
    before = before.casefold()
    nearest, part = -1, NoticePart.TEXT
    for candidate, name in _LABELS:
        for label in notice_words(name):
            if (place := before.rfind(label.casefold())) > nearest:
                nearest, part = place, candidate
    return part


def _shown(text: str, lines: Lines, start: int, end: int) -> str:
    """A blank with the words before it, so that it can be found in the document."""
    before = one_line(text[max(lines.start(start), start - _LABEL_REACH) : start])
    if names_a_person(before):
        before = ""
    if len(before) > _SHOWN:  # from a space on, if there is one: not from the middle of a word
        before = "…" + (before[-_SHOWN:].partition(" ")[2] or before[-_SHOWN:].lstrip(_MARKS))
    blank = one_line(text[start:end])
    return f"{before} {blank if len(blank) <= 12 else blank[:6] + '…'}".strip()
