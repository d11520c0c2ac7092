"""The year that a notice is named with: เรื่อง ช่องทางอิเล็กทรอนิกส์ … พ.ศ. ๒๕๖๖."""

from ..model.lazy_pattern import lazy_pattern
from .acts import LAWS
from .lines import one_line
from .skeleton import plain_digits

_YEAR = lazy_pattern(r"(?:พ\s?\.?\s?ศ\s?\.?|พุทธศักราช|ปี)\s?([0-9]{4})(?![0-9])")
_AT_THE_END = lazy_pattern(r"[\s).]*$")
_LAW = lazy_pattern(f"{LAWS}|งบประมาณ")
"""What has a year of its own: a law, and a fiscal year, which begins in October."""


def subject_year(title: str) -> int | None:
    """The Buddhist year at the end of a title, in four digits; None where there is none, or it is a law's."""
    text = plain_digits(one_line(title))
    behind = 0
    for year in _YEAR.finditer(text):
        if _AT_THE_END.match(text, year.end()):
            return None if _LAW.search(text, behind, year.start()) else int(year[1])
        behind = year.end()
    return None
