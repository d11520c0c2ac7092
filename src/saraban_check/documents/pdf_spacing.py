"""The characters of a PDF's page, without the spaces that do not belong there. Runs in the helper process only.

PDFium gives a page's characters in the order of its content, which is mostly that of typing; it adds the line ends and
the spaces that it finds by where the characters stand, and marks those as its own. In Thai such a space is often
wrong: a mark is drawn a little aside, or the letters of a justified line stand apart.
"""

from statistics import median
from typing import Any, NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..reference.folding import MARKS

_MARK = lazy_pattern(f"[{MARKS}]")
_THAI = lazy_pattern("[\u0e01-\u0e4e\u0e50-\u0e5b\uf700-\uf71a\uf884-\uf89e]")
_SPACES = (" ", "\u00a0")
_HYPHENS = ("\x02", "\ufffe")
"""A hyphen at the end of a line; PDFium goes on without a line end, so `saraban-` and what follows is whole."""
_RARELY = 60
"""A page has spaces of its own where there is one for so many characters at least."""
_TOUCHING = 0.15
"""In units of the font's size: characters that stand no further apart than that touch."""
_MANY, _SHARE = 3, 0.25
"""So many added spaces, and in so many of the places between letters: the whole line is spaced out, to fill it."""
_WIDER = 1.5
"""In such a line a space is what is so much wider than the usual gap between letters."""
_AM = "\u0e33"
_HALF_AM = 0.6
"""PDF writers name one half of sara am, mostly the small circle, and PDFium knows where that half ends."""


class Char(NamedTuple):
    """A character, whether PDFium added it, and its number on the page."""

    text: str
    added: bool
    at: int


def chars_of(text_page: Any, count: int) -> list[Char]:
    """The first characters of a PdfTextPage of pypdfium2."""
    from pypdfium2 import raw

    found = []
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text_page, index)
        added = raw.FPDFText_IsGenerated(text_page, index) == 1
        char = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        found.append(Char("-" if char in _HYPHENS else char, added, index))
    return found


def spaced(chars: list[Char], text_page: Any) -> list[str]:
    """The characters without the spaces that PDFium should not have added."""
    own = sum(char.text in _SPACES and not char.added for char in chars)
    has_own = own * _RARELY >= len(chars)
    found: list[str] = []
    line: list[Char] = []
    for char in chars:
        line.append(char)
        if char.text == "\n":
            found.extend(_spaced_line(line, has_own, text_page))
            line = []
    found.extend(_spaced_line(line, has_own, text_page))
    return found


def _spaced_line(line: list[Char], has_own: bool, text_page: Any) -> list[str]:
    line = _with_marks_back(line, text_page)
    added = [at for at in range(1, len(line) - 1) if line[at].added and line[at].text == " "]
    if not added:
        return [char.text for char in line]
    gaps = {at: _gap(line, at, text_page) for at in added}
    in_thai = [at for at in added if _is_in_thai(line, at)]
    letters = sum(_THAI.match(char.text) is not None and not _MARK.match(char.text) for char in line)
    apart = _TOUCHING
    if len(in_thai) >= max(_MANY, letters * _SHARE):
        between_letters = [gaps[at] for at in in_thai if not _MARK.match(line[at + 1].text)]
        apart = max(apart, _WIDER * median(between_letters or (0.0,)))
    wrong = {at for at in (added if has_own else in_thai) if gaps[at] <= apart}
    return [char.text for at, char in enumerate(line) if at not in wrong]


def _with_marks_back(line: list[Char], text_page: Any) -> list[Char]:
    """The line with each mark that was drawn later, left of what stands before it, on the letter that it stands over.

    A mark that is drawn further right than its letter is not moved: in a line that is spaced out all are.
    """
    if not any(line[at].added and _MARK.match(line[at + 1].text) for at in range(len(line) - 1)):
        return line
    found: list[Char] = []
    for char in line:
        if _MARK.match(char.text) and found and found[-1].added and (place := _place(char, found, text_page)):
            found.pop()
            found.insert(place, char)
        else:
            found.append(char)
    return found


def _place(mark: Char, line: list[Char], text_page: Any) -> int | None:
    """Where in the line a mark belongs that was drawn left of the line's last letter; None if it was not."""
    left, _, right, _ = text_page.get_charbox(mark.at)
    middle = (left + right) / 2
    end = len(line)
    is_last = True
    for at in range(len(line) - 1, -1, -1):
        char = line[at]
        if char.added or char.text.isspace():
            end = at
        elif not _MARK.match(char.text):
            if text_page.get_charbox(char.at, loose=True)[0] <= middle:
                return None if is_last or not _THAI.match(char.text) else end
            end, is_last = at, False
    return None


def _is_in_thai(line: list[Char], at: int) -> bool:
    """Whether a place is within Thai, or between Thai and a bracket or full stop."""
    before, after = line[at - 1].text, line[at + 1].text
    thai = (_THAI.match(before) is not None, _THAI.match(after) is not None)
    return all(thai) or (thai[0] and after in ").,/") or (thai[1] and before in "(./")


def _gap(line: list[Char], at: int, text_page: Any) -> float:
    """How far apart the characters beside a place stand, in units of the font's size; a mark stands on its letter."""
    from pypdfium2 import raw

    if _MARK.match(line[at + 1].text):
        return 0.0
    right, back = float("-inf"), at - 1
    while back >= 0:
        if not line[back].added:
            right = max(right, text_page.get_charbox(line[back].at, loose=True)[2])
        if not _MARK.match(line[back].text) and not line[back].added:
            break
        back -= 1
    left = text_page.get_charbox(line[at + 1].at, loose=True)[0]
    size = raw.FPDFText_GetFontSize(text_page, line[at + 1].at)
    gap = (left - right) / size if size > 0 else 0.0
    return max(gap - _HALF_AM, 0.0) if line[at - 1].text == _AM else gap
