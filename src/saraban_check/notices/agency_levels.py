"""What the title's agency is called, level by level, to be compared with other places of its notice.

คณะวิทยาการ มหาวิทยาลัยสาธิต names a faculty and the university that it belongs to: neither is another agency, and a second
faculty or university is. Of สำนักงานเกษตรจังหวัดเลย the province is a level too: its head is the เกษตรจังหวัดเลย.
"""

import re
from functools import cache
from typing import NamedTuple

from ..model.record import Kind
from ..reference.agency_heads import beginnings, sort_of
from ..reference.kinds import kind_of_name, kinds, without_prefix
from .skeleton import skeleton_of

_LONGEST = 300
_PLACES = ("จังหวัด", "อำเภอ")
_TOWN = skeleton_of("เมือง")


class Level(NamedTuple):
    """One agency that the title names: the words that its name stands behind, the name, and its skeleton to compare.

    `kind` is that of a local agency. `in_text`: another name behind these words is another agency in running text too.
    """

    words: tuple[str, ...]
    name: str
    skeleton: str
    kind: Kind | None = None
    in_text: bool = False

    def is_shortened(self, skeleton: str) -> bool:
        """Whether a name is this one up to one of its words, or no more than what it begins with (ปลัดกระทรวง)."""
        if not self.skeleton.startswith(skeleton):
            return False
        ends = {skeleton_of(self.name[: space.start()]) for space in re.finditer(r"\s", self.name)}
        ends |= {skeleton_of(self.name[: at.start()]) for at in re.finditer("|".join(_PLACES), self.name)}
        if self.words[0].endswith("อำเภอ"):  # อำเภอเมือง, in full อำเภอเมืองนครพนม
            ends.add(_TOWN)
        sort = sort_of(self.name)
        return skeleton in ends or (sort is not None and skeleton == skeleton_of(sort.begins))


def levels_of(issuer: str) -> tuple[Level, ...]:
    """The levels of an agency's name; none where its sort is not known, or where it is no name by its length."""
    if len(issuer) > _LONGEST:
        return ()
    kind = kind_of_name(issuer)
    if kind is not None and kind.type_digits is not None:
        name = without_prefix(issuer, kind)
        return (_level(local_words()[kind], name, kind, in_text=True),) if kind.only_code is None and name else ()
    found: list[Level] = []
    for part in beginnings().split(issuer):
        if (sort := sort_of(part)) is None:
            continue
        is_first = not found
        is_told = is_first and (sort.in_text or sort.begins.endswith(_PLACES))
        found.append(_level(sort.words, part[len(sort.begins) :].strip(), in_text=is_told))
        place = max((part.rfind(word) + len(word) for word in _PLACES if part.rfind(word) > 0), default=0)
        if 0 < place < len(part) and sort.begins != part[:place]:
            name = part[place:].strip()
            found.append(_level((part[:place],), name, in_text=is_first))
            found.append(_level(tuple(word for word in _PLACES if part[:place].endswith(word)), name))
    return tuple(level for level in found if level.skeleton)


def _level(words: tuple[str, ...], name: str, kind: Kind | None = None, *, in_text: bool = False) -> Level:
    return Level(words, name, skeleton_of(name), kind, in_text)


@cache
def local_words() -> dict[Kind, tuple[str, ...]]:
    """What the names of local agencies stand behind, in full, by kind: องค์การบริหารส่วนตำบล, or เทศมนตรีตำบล of a head."""
    local = [kind for kind in kinds().values() if kind.type_digits and kind.only_code is None]
    return {kind: sort.words for kind in local if (sort := sort_of(kind.name.th)) is not None}
