"""Thai as it is typed, out of Thai as documents hold it: what is certain is mended, and nothing is made up.

Fonts from before OpenType drew a mark that was shifted aside as a letter of its own, in the private use area (the
code points are those of HarfBuzz's fallback for such fonts, hb-ot-shaper-thai.cc). PDF writers split sara am
in two, and readers of PDF put a space where a mark stands a little aside.
"""

import re

from ..model.lazy_pattern import lazy_pattern
from ..reference.folding import MARKS, marks_in_order

_WINDOWS = {
    "\u0e10": "\uf700",  # tho than and yo ying, without what they have below
    "\u0e0d": "\uf70f",
    "\u0e34": "\uf701",
    "\u0e35": "\uf702",
    "\u0e36": "\uf703",
    "\u0e37": "\uf704",
    "\u0e31": "\uf710",
    "\u0e4d": "\uf711",
    "\u0e47": "\uf712",
    "\u0e38": "\uf718",
    "\u0e39": "\uf719",
    "\u0e3a": "\uf71a",
    "\u0e48": "\uf705\uf70a\uf713",  # the tone marks and the sign of silence: down and left, down, left
    "\u0e49": "\uf706\uf70b\uf714",
    "\u0e4a": "\uf707\uf70c\uf715",
    "\u0e4b": "\uf708\uf70d\uf716",
    "\u0e4c": "\uf709\uf70e\uf717",
}
_MAC = {
    "\u0e31": "\uf884",
    "\u0e34": "\uf885",
    "\u0e35": "\uf886",
    "\u0e36": "\uf887",
    "\u0e37": "\uf888",
    "\u0e47": "\uf889",
    "\u0e48": "\uf88a\uf88b\uf88c",
    "\u0e49": "\uf88d\uf88e\uf88f",
    "\u0e4a": "\uf890\uf891\uf892",
    "\u0e4b": "\uf893\uf894\uf895",
    "\u0e4c": "\uf896\uf897\uf898",
    "\u0e4d": "\uf899",
    "\u0e0d": "\uf89a",
    "\u0e38": "\uf89b",
    "\u0e39": "\uf89c",
    "\u0e3a": "\uf89d",
    "\u0e10": "\uf89e",
}
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ZERO_WIDTH = lazy_pattern(f"[{_UNSEEN}]")
_LETTER_FOR = {ord(shape): letter for table in (_WINDOWS, _MAC) for letter, shapes in table.items() for shape in shapes}

_SPACE = "[ \u00a0\u2000-\u200a\u202f]"
_TONES = "\u0e48-\u0e4b"
_STRAY_TONE = lazy_pattern(f"(?<=[ก-ฮ]){_SPACE}{{1,2}}[{_TONES}]{_SPACE}{{1,2}}(?=[\u0e31\u0e34-\u0e3a]?[{_TONES}])")
"""A tone mark alone between a letter and that letter's own vowel and tone mark (`ส ้ ู่`): the letter cannot bear it
too. It was moved here, and from where is not known, so it goes."""
_SPACE_IN_FRONT = lazy_pattern(f"(?<=[ก-ฮะาำเ-ไ{MARKS}]){_SPACE}{{1,2}}(?=[{MARKS}ะาำ\u0e45])")
"""A mark begins no word, and neither do ะ า ำ."""
_LOST_AM = lazy_pattern(f"(?<=[ก-ฮ]){_SPACE}{{1,2}}า")
"""`ต าบล`: PDF writers draw sara am as its circle and า, and readers that lose the circle leave a space for it. No word
begins with า, so nothing else stands there."""
_TWO_E = lazy_pattern("เเ")
_LETTER = lazy_pattern(f"(?:[เ-ไ][{MARKS}]*)?[ก-ฮ][{MARKS}]*[ะาำ]?[{MARKS}]*")
"""A letter with all that belongs to it, in whatever order."""


def repair_thai(text: str) -> str:
    """Thai with the letters, marks and order that one would type; lines stay lines, ASCII letters stay as they are.

    Doing it again changes nothing.
    """
    if text.isascii():
        return text
    text = _ZERO_WIDTH.sub("", text).translate(_LETTER_FOR)
    text = _SPACE_IN_FRONT.sub("", _LOST_AM.sub("\u0e33", _STRAY_TONE.sub("", text)))
    text = _TWO_E.sub("แ", text)
    if marks_in_order(text) == text:
        return text
    return _LETTER.sub(_in_order, text)  # letter by letter: over the whole, a mark might wander from letter to letter


def _in_order(letter: re.Match[str]) -> str:
    found, before = marks_in_order(letter[0]), letter[0]
    while found != before:  # a tone mark that was put in its place may meet another one there
        found, before = marks_in_order(found), found
    return found
