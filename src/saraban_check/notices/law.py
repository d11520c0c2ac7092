"""The law that a notice cites: section 10 (มาตรา ๑๐) of the act of 2565, and the year it is cited with.

A section belongs to the act that it stands with: the one behind its แห่ง, else the one right before it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..model.notice import Slip
from .acts import ACT, ACT_YEAR, Act, find_acts
from .lines import Lines, one_line
from .skeleton import Skeleton, plain_digits

_THAI = lazy_pattern("[ก-๛]")
_YEAR = lazy_pattern("(?:พศ|พทธศกราช)?([0-9]{4})")
_SHORT_SECTION = lazy_pattern(r"(?<![ก-๙])ม\s?\.\s{0,3}(?=[0-9])")
_NUMBERS = lazy_pattern(r"[^0-9\n]{0,3}\n?\s{0,3}([0-9]+(?:\s{0,3}(?:,|และ|หรือ|กับ|ถึง)\s{0,3}[0-9]+){0,9})")
_TEN = lazy_pattern("^มาตรา(10)(?![0-9])")
_LONGEST_TEN = 8
"""Section 10 also where a PDF broke its number."""
_PARAGRAPH = lazy_pattern(
    "(?:วรรค(?:หนง|แรก|สอง|สาม|ส|หา|หก|ทาย|[0-9]{1,2})|อนมาตรา|ประกอบกบ|ประกอบ|และ|หรอ|กบ|ถง|[0-9]{1,2}){0,9}+"
)
"""What may stand between a section and the แห่ง, or the further section, behind it."""
_NEAR = 100
"""Letters behind the word for an act, its name among them, in which a section without a แห่ง stands with it."""


class Law(NamedTuple):
    """Whether the act and its sections 10 and 16 are cited.

    `act_year` is the Buddhist year that stands beside the act's name: a wrong one if there is any. `slips` are the
    different ways in which its name is misspelt.
    """

    cites_act: bool = False
    act_year: int | None = None
    cites_section: bool = False
    cites_section_16: bool = False
    slips: tuple[Slip, ...] = ()


def read_law(skeleton: Skeleton, lines: Lines) -> Law:
    """What a text cites."""
    acts = list(find_acts(skeleton))
    ours = [act for act in acts if act.is_ours]
    years = [int(found[1]) for act in ours if (found := _YEAR.match(skeleton.letters, act.end)) is not None]
    named = ((skeleton.place(act.name), skeleton.end(act.end)) for act in ours if act.name < act.end)
    slips = {
        text: Slip(text, ACT, lines.number(start))
        for start, end in reversed(list(named))
        if "".join(_THAI.findall(text := one_line(skeleton.text[start:end]))) != ACT
    }
    wrong = next((year for year in years if year != ACT_YEAR), None)
    sections = frozenset(_sections(skeleton, acts))
    year = wrong or next(iter(years), None)
    return Law(bool(ours), year, "10" in sections, "16" in sections, tuple(slips.values())[::-1])


def _sections(skeleton: Skeleton, acts: list[Act]) -> Iterator[str]:
    """The numbers of the sections that stand with the act; one that stands with none is taken as the act's."""
    plain = plain_digits(skeleton.text)
    found = {skeleton.place(end): start for start, end in skeleton.all("มาตรา")}
    found |= {one.end(): skeleton.index(one.start()) for one in _SHORT_SECTION.finditer(plain)}
    is_ours = False  # of the section behind this one, to which a list goes on
    following = -1
    for place, start in sorted(found.items(), reverse=True):
        numbers = _NUMBERS.match(plain, place)
        if numbers is None:
            continue
        end = skeleton.index(numbers.end())
        behind = _PARAGRAPH.match(skeleton.letters, end)
        end = end if behind is None else behind.end()
        if end != following:
            is_ours = _is_of_ours(skeleton, acts, start, end)
        following = start
        if is_ours:
            yield from re.findall("[0-9]+", numbers[1])
            yield from _TEN.findall(skeleton.letters[start : start + _LONGEST_TEN])


def _is_of_ours(skeleton: Skeleton, acts: list[Act], start: int, end: int) -> bool:
    """Whether a section, or a list of them, belongs to our act; `end` is behind what is said of its paragraphs."""
    letters = skeleton.letters
    is_of = letters.startswith(("แหง", "ของ", "ตาม"), end)
    index = bisect_left(acts, end, key=lambda act: act.start)
    if index < len(acts) and acts[index].start <= end + (3 if is_of else 0):
        return acts[index].is_ours
    if letters.startswith("แหง", end):
        return False  # of a decree, a code, a regulation
    before = acts[bisect_left(acts, start, key=lambda act: act.start) - 1] if acts and acts[0].start < start else None
    return before is None or before.is_ours or start - before.start > _NEAR
