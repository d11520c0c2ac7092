"""What of a position's line is sure to be of the position: personal names that no title tells stay out.

Some first names are words for positions (ประธาน, นิติกร). What stands behind the last word that names an office, an
agency, a grade or a place is left away; where a lone word remains that may be a first name, the line is no position.
"""

from functools import cache

from ..model.lazy_pattern import lazy_pattern
from ..reference.agency_heads import agency_sorts, sort_of
from ..reference.kinds import kinds
from ..reference.places import find_province
from .heads import has_grade, is_grade
from .skeleton import folded_words, skeleton_of

_CERTAIN = 5
"""Letters of a word that no name holds by chance; shorter ones (กอง, กรม) begin surnames too."""
_IN_SHORT = lazy_pattern("[.0-9๐-๙ฯ]")


def without_name(line: str, issuer: str) -> str:
    """A line of a position up to its last word that is none of a name's; blank where it may be a name altogether."""
    words = line.split()
    if len(words) < 2:
        return line
    own, begun = skeleton_of(issuer), skeleton_of(issuer.rpartition(" ")[0])
    last = next(i for i in range(len(words) - 1, -1, -1) if not i or _is_known(words[i - 1], words[i], own, begun))
    if last == len(words) - 1:
        return line
    return " ".join(words[: last + 1]) if last or _names_an_office(words[0], own) else ""


def _is_known(before: str, word: str, own: str, begun: str) -> bool:
    """Whether a word behind another is one of a position, or names whose it is; `begun` is the agency's name without
    its last word, behind which another may follow.
    """
    said = skeleton_of(word)
    if not said or _IN_SHORT.search(word) or said in own or is_grade(said) or find_province(word) is not None:
        return True
    if said.removeprefix("รอง").startswith(_positions()) or _names_an_office(word, own):
        return True
    if begun and skeleton_of(before).endswith(begun):
        return True
    sort = sort_of(word)
    return sort is not None and skeleton_of(before + word) in map(skeleton_of, sort.heads_of(word))


def _names_an_office(word: str, own: str) -> bool:
    said = skeleton_of(word)
    return any(office in said for office in _offices()) or bool(own and own in said) or has_grade(word)


@cache
def _positions() -> tuple[str, ...]:
    offices = (said for said in folded_words("position") if len(said) >= _CERTAIN)
    return (*offices, *folded_words("position_more"))


@cache
def _offices() -> tuple[str, ...]:
    """The words that names of agencies begin with, and those of kinds."""
    words = (*(sort.begins for sort in agency_sorts()), *(kind.name.th for kind in kinds().values()))
    return tuple({said for word in words if len(said := skeleton_of(word)) >= _CERTAIN})
