"""The office's telephone numbers. Mobile numbers belong to persons: they are counted, and shown nowhere."""

import re
from bisect import bisect_right
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..model.notice import Stated
from ..reference.notice_words import notice_words
from .addresses import spans_of_addresses
from .lines import Lines, Spans
from .skeleton import plain_digits

_NUMBER = lazy_pattern(
    r"(?<![0-9A-Za-z@_/])(?<![0-9A-Za-z]\.)(?<![0-9]-)"
    r"(?:\+66|\(?0)(?:(?:[ .()-]{0,3}|-\n\s{0,8}|\n\s{0,8}-)[0-9]){8,9}(?:-[0-9]{1,2})?(?![0-9A-Za-z@_])"
)
_BROKEN = lazy_pattern(
    r"(?<![0-9A-Za-z@_/])(?<![0-9A-Za-z]\.)(?<![0-9]-)\(?0(?:"
    + "|".join(
        rf"(?:[ .()-]{{0,3}}[0-9]){{{n}}} {{0,2}}\n\s{{0,8}}[0-9](?:[ .()-]{{0,3}}[0-9]){{{7 - n},{8 - n}}}"
        for n in range(8)
    )
    + r")(?![0-9A-Za-z@_])"
)
"""A number that the end of a line breaks before it is whole: nine digits, or the ten of a mobile."""
_SHORT = lazy_pattern(r"(?<![0-9])(?:1[0-9]{3}|1[0-9]{2})(?![0-9])")
_MOBILE = lazy_pattern(r"(?:0|66)[689][0-9]{8}")
_OFFICE = 9
_REACH = 60
_ALIKE = dict.fromkeys(map(ord, "‐‑‒–—−"), "-") | dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
"""Dashes and no-break spaces in numbers, as word processors set them."""
_TOGETHER = 15
_NEAR = 25
_LABEL = lazy_pattern("|".join(map(re.escape, notice_words("label_telephone"))), re.IGNORECASE)


class Telephones(NamedTuple):
    """Office lines, digits in ASCII; how many mobile numbers there are besides."""

    lines: tuple[Stated, ...] = ()
    mobiles: int = 0


def find_telephones(text: str, lines: Lines) -> Telephones:
    """The numbers to call: fax numbers, codes and dates are none."""
    plain = plain_digits(text).translate(_ALIKE)
    taken, labels = Spans(spans_of_addresses(text)), _Labels(plain)
    offices: dict[str, Stated] = {}
    mobiles: set[str] = set()
    for match in sorted((*_NUMBER.finditer(plain), *_BROKEN.finditer(plain)), key=re.Match.start):
        digits = re.sub("[^0-9]", "", match[0])
        if (
            taken.meet(match.start(), match.end())
            or labels.sort_of(match.start()) == "fax"
            or not _is_one(match, digits)
        ):
            continue
        if (mobile := _MOBILE.match(digits)) is not None:
            mobiles.add(mobile[0])
        else:
            offices.setdefault(digits, Stated(_shown(match[0]), lines.number(match.start())))
    for match in _SHORT.finditer(plain):
        near = re.split(r"[0-9\n]", plain[max(0, match.start() - _NEAR) : match.start()])[-1]
        if _LABEL.search(near):
            offices.setdefault(match[0], Stated(match[0], lines.number(match.start())))
    return Telephones(tuple(offices.values()), len(mobiles))


def _is_one(match: re.Match[str], digits: str) -> bool:
    """Whether what the end of a line breaks is a number: of an area, or a mobile; others are known by their form."""
    return match.re.pattern == _NUMBER.pattern or (
        digits[1] not in "01" and (len(digits) == _OFFICE or _MOBILE.match(digits) is not None)
    )


class _Labels:
    """Where each label of a number ends, and of which sort it is; the longer word counts (โทรสาร is no โทร)."""

    def __init__(self, text: str) -> None:
        self._text = text
        found: dict[int, tuple[int, str]] = {}
        for sort in ("telephone", "fax"):
            for word in notice_words(f"label_{sort}"):
                for match in re.finditer(re.escape(word), text, re.IGNORECASE):
                    if match.start() not in found or found[match.start()][0] < match.end():
                        found[match.start()] = (match.end(), sort)
        self._labels = sorted(found.values())
        self._ends = [end for end, _ in self._labels]

    def sort_of(self, place: int) -> str | None:
        """The sort of the last label before a number, on its line or the ones before."""
        index = bisect_right(self._ends, place) - 1
        if index < 0:
            return None
        end, sort = self._labels[index]
        if place - end > _REACH or self._text.count("\n", end, place) > 2:
            return None
        before, also = self._labels[index - 1] if index else (0, None)
        if sort == "fax" and also == "telephone" and end - before <= _TOGETHER:
            return "telephone" if not re.search("[0-9]", self._text[before:end]) else sort  # one number for both
        return sort


def _shown(number: str) -> str:
    return re.sub(" ?- ?", "-", " ".join(number.split()))
