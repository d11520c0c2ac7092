"""The law that a notice cites: section 10 (มาตรา ๑๐) of the act of 2565, and the year it is cited with."""

import re
from typing import NamedTuple

from .skeleton import Skeleton, plain_digits, skeleton_of

ACT = "การปฏิบัติราชการทางอิเล็กทรอนิกส์"
"""The name of the act: พระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565, Electronic Performance of Government Act."""

_BEFORE = re.compile("(?:พระราชบญญต|พรบ)(?:วาดวย)?$")
_YEAR = re.compile("(?:พศ|พทธศกราช)?([0-9]{4})")
_SECTIONS = re.compile(
    r"(?:มาตรา|(?<![ก-๙])ม\s?\.)\s{0,3}[0-9]+(?:\s{0,3}(?:,|และ|หรือ|กับ|ถึง)\s{0,3}(?:มาตรา\s{0,3})?[0-9]+){0,9}"
)
"""One section or a list of them: มาตรา ๖ มาตรา ๑๐ และ ๒๐."""
_SECTION = re.compile("มาตรา10(?![0-9])")
_SURE = 92
"""How like the act's name (of 100) a text must be where the name itself is not found: a letter or two may be lost."""


class Law(NamedTuple):
    """Whether the act and its section 10 are cited; `act_year` is the Buddhist year beside the act's name, if any."""

    cites_act: bool = False
    act_year: int | None = None
    cites_section: bool = False


def read_law(skeleton: Skeleton) -> Law:
    """What a text cites."""
    years = [(_year_behind(skeleton.letters, end), end) for _, end in _places(skeleton)]
    named = [year for year, _ in years if year is not None]
    lists = _SECTIONS.findall(plain_digits(skeleton.text))
    listed = any("10" in re.findall("[0-9]+", sections) for sections in lists)
    section = listed or _SECTION.search(skeleton.letters) is not None
    return Law(bool(years), named[0] if named else None, section)


def _places(skeleton: Skeleton) -> list[tuple[int, int]]:
    """Where the act is named: its name behind the word for an act, or, where letters are lost, nearly so."""
    exact = [
        (start, end) for start, end in skeleton.all(ACT) if _BEFORE.search(skeleton.letters[max(0, start - 20) : start])
    ]
    if exact:
        return exact
    from rapidfuzz.fuzz import partial_ratio_alignment

    wanted = skeleton_of("พระราชบัญญัติ" + ACT)
    near = partial_ratio_alignment(wanted, skeleton.letters, score_cutoff=_SURE)
    return [] if near is None or len(skeleton.letters) < len(wanted) else [(near.dest_start, near.dest_end)]


def _year_behind(skeleton: str, end: int) -> int | None:
    found = _YEAR.match(skeleton, end)
    return int(found[1]) if found else None
