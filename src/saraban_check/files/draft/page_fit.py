"""How the paragraphs of a drafted notice fit on its page: where a line must end, and how high all lines may be.

Widths are counted, not measured: a letter of TH Sarabun at 16 points is less than 6 points wide on average, and the
marks above and below have no width. What is left over is for words that end a line early.
"""

import unicodedata
from collections.abc import Sequence
from math import ceil, floor
from typing import NamedTuple

from ...drafting.wording import NoticeParagraph, NoticePiece, NoticeRole

PAPER = (21.0, 29.7)
MARGINS = (1.5, 2.0, 1.5, 3.0)
"""Top (where the Garuda begins), right, bottom, left; in cm."""
GARUDA = 3.0


class Setting(NamedTuple):
    """How the paragraphs of a role stand: indents in cm, spaces before and behind in points."""

    left: float
    first: float
    before: float
    behind: float = 0


SETTINGS = {
    NoticeRole.TITLE: Setting(0, 0, 0),
    NoticeRole.PREAMBLE: Setting(0, 2.5, 6),
    NoticeRole.CLAUSE: Setting(0, 2.5, 6),
    NoticeRole.ITEM: Setting(3.3, -0.8, 0),
    NoticeRole.DAY: Setting(0, 5, 12, 44),  # room to sign in
    NoticeRole.SIGNATURE: Setting(6, 0, 0),
}
_ON_ONE_LINE = (NoticeRole.TITLE, NoticeRole.ITEM, NoticeRole.SIGNATURE)
_POINTS_IN_CM = 72 / 2.54
_LETTER, _BOLD = 6.0, 1.08
_SINGLE, _LOWEST = 21.3, 16.0
"""The height of a line of 16 points as the font has it, and the least in which no mark of Thai touches another line."""


def broken_before(paragraph: NoticeParagraph) -> NoticePiece | None:
    """The piece that begins a line of its own: a name or an address that does not fit on the line with its label."""
    whole = [piece for piece in paragraph.pieces[1:] if piece.is_whole]
    if paragraph.role not in _ON_ONE_LINE or not whole or _long(paragraph, paragraph.text) <= _wide(paragraph.role):
        return None
    return whole[-1]


def signature_indent(paragraphs: Sequence[NoticeParagraph]) -> float:
    """Where the block for signing begins, in cm: further left where a line of the position needs it."""
    setting = SETTINGS[NoticeRole.SIGNATURE]
    signed = [paragraph for paragraph in paragraphs if paragraph.role is NoticeRole.SIGNATURE]
    longest = max(_long(paragraph, line) for paragraph in signed for line in _lines_told(paragraph))
    return max(0.0, min(setting.left, setting.left + (_wide(NoticeRole.SIGNATURE) - longest) / _POINTS_IN_CM))


def line_height(paragraphs: Sequence[NoticeParagraph]) -> float | None:
    """The points that each line may have so that all stands on one page; None where it need not be less than single."""
    lines, spaces = 1, GARUDA * _POINTS_IN_CM
    for paragraph in paragraphs:
        setting = SETTINGS[paragraph.role]
        spaces += setting.before + setting.behind
        first, wide = max(0.0, setting.first) * _POINTS_IN_CM, _wide(paragraph.role)
        lines += sum(ceil((first + _long(paragraph, line)) / wide) for line in _lines_told(paragraph))
    height = ((PAPER[1] - MARGINS[0] - MARGINS[2]) * _POINTS_IN_CM - spaces) / lines
    return None if height >= _SINGLE else max(_LOWEST, floor(2 * height) / 2)


def _wide(role: NoticeRole) -> float:
    """The points of a line."""
    return (PAPER[0] - MARGINS[1] - MARGINS[3] - SETTINGS[role].left) * _POINTS_IN_CM


def _long(paragraph: NoticeParagraph, text: str) -> float:
    """The points that a text needs."""
    letters = sum(unicodedata.category(sign) not in ("Mn", "Cf") for sign in text)
    return letters * _LETTER * (_BOLD if paragraph.role is NoticeRole.TITLE else 1)


def _lines_told(paragraph: NoticeParagraph) -> tuple[str, ...]:
    broken = broken_before(paragraph)
    if broken is None:
        return (paragraph.text,)
    return paragraph.text[: -len(broken.text)], broken.text
