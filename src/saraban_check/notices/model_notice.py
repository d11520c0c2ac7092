"""The data of OPDC's model notice, which is of อบต.วังทอง: what a notice of another agency was left with."""

import re

from ..model.lazy_pattern import lazy_pattern
from ..model.notice import Stated
from ..reference.kinds import kind_of_name, without_prefix
from .lines import Lines
from .skeleton import plain_digits

MODEL_NAME = "วังทอง"
_DOMAIN = ("wang-thong", "go", "th")
_TELEPHONE = "036776543"

_HOST = r"\s{0,2}\.\s{0,2}".join(map(re.escape, _DOMAIN))
_DATA = lazy_pattern(
    rf"(?:[a-z0-9._%+-]{{1,64}}\s{{0,2}}@\s{{0,2}}|(?<![a-z0-9@.-]))(?:www\s{{0,2}}\.\s{{0,2}})?{_HOST}(?![a-z0-9-])"
    rf"|(?<![0-9])\(?{'[ .()-]{0,3}'.join(_TELEPHONE)}(?![0-9])",
    re.IGNORECASE,
)
"""An address or the website on its domain, and its telephone number, however these are divided."""
_BLANKS = lazy_pattern(r"\s+")
_PLACES = lazy_pattern(r"[\s(]")


def find_model_data(text: str, lines: Lines) -> tuple[Stated, ...]:
    """Each piece of the model's data in a text, once."""
    found: dict[str, Stated] = {}
    for match in _DATA.finditer(plain_digits(text)):
        shown = _BLANKS.sub(" ", match[0]).strip()
        found.setdefault(shown.casefold(), Stated(shown, lines.number(match.start())))
    return tuple(found.values())


def is_model_data(text: str) -> bool:
    """Whether an address, a website or a telephone number is the model's."""
    return _DATA.search(plain_digits(text)) is not None


def is_model_agency(name: str) -> bool:
    """Whether an agency has the name of the model's, of whatever kind."""
    return _PLACES.split(without_prefix(name, kind_of_name(name)), maxsplit=1)[0] == MODEL_NAME
