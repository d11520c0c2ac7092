"""The office's telephone numbers. Mobile numbers belong to persons: they are counted, and shown nowhere."""

import re
from typing import NamedTuple

from ..model.notice import Stated
from ..reference.notice_words import notice_words
from .addresses import spans_of_addresses
from .lines import Lines
from .skeleton import plain_digits

_NUMBER = re.compile(
    r"(?<![0-9A-Za-z@_/])(?<![0-9A-Za-z]\.)(?<![0-9]-)"
    r"(?:\+66|\(?0)(?:[ .()-]{0,3}[0-9]){8,9}(?:-[0-9]{1,2})?(?![0-9A-Za-z@_])"
)
_SHORT = re.compile(r"(?<![0-9])(?:1[0-9]{3}|1[0-9]{2})(?![0-9])")
_MOBILE = re.compile(r"(?:0|66)[689][0-9]{8}")
_REACH = 60
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_TOGETHER = 15


class Telephones(NamedTuple):
    """Office lines, digits in ASCII; how many mobile numbers there are besides."""

    lines: tuple[Stated, ...] = ()
    mobiles: int = 0


def find_telephones(text: str, lines: Lines) -> Telephones:
    """The numbers to call: fax numbers, codes and dates are none."""
    plain = plain_digits(text).translate(_DASHES)
    taken = spans_of_addresses(text)
    labels = _labels(plain)
    offices: dict[str, Stated] = {}
    mobiles: set[str] = set()
    for match in _NUMBER.finditer(plain):
        if (
            any(a < match.end() and match.start() < b for a, b in taken)
            or _label_of(match.start(), plain, labels) == "fax"
        ):
            continue
        digits = re.sub("[^0-9]", "", match[0])
        if _MOBILE.fullmatch(digits):
            mobiles.add(digits)
        else:
            offices.setdefault(digits, Stated(_shown(match[0]), lines.number(match.start())))
    for match in _SHORT.finditer(plain):
        label = _label_of(match.start(), plain, labels)
        if label == "telephone" and not re.search("[0-9]", plain[max(0, match.start() - 12) : match.start()]):
            offices.setdefault(match[0], Stated(match[0], lines.number(match.start())))
    return Telephones(tuple(offices.values()), len(mobiles))


def _labels(text: str) -> list[tuple[int, str]]:
    """Where each label ends, and of which sort it is; the longer word counts (โทรสาร is no โทร)."""
    found: dict[int, tuple[int, str]] = {}
    for sort in ("telephone", "fax"):  # fax last: where both begin at one place it is the longer
        for word in notice_words(f"label_{sort}"):
            for match in re.finditer(re.escape(word), text, re.IGNORECASE):
                if match.start() not in found or found[match.start()][0] < match.end():
                    found[match.start()] = (match.end(), sort)
    return sorted(found.values())


def _label_of(place: int, text: str, labels: list[tuple[int, str]]) -> str | None:
    """The sort of the last label before a number, on its line or the one before."""
    for index in range(len(labels) - 1, -1, -1):
        end, sort = labels[index]
        if end > place:
            continue
        if place - end > _REACH or text.count("\n", end, place) > 2:
            return None
        before, also = labels[index - 1] if index else (0, None)
        between = text[before:end]
        if sort == "fax" and also == "telephone" and len(between) <= _TOGETHER and not re.search("[0-9]", between):
            return "telephone"  # โทรศัพท์/โทรสาร: one number for both
        return sort
    return None


def _shown(number: str) -> str:
    return " ".join(number.split())
