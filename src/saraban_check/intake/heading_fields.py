"""Which field a heading names, how surely, and how much it says, by its words alone.

Known headings come first; else a heading names a field by what its words say together, if each of them is known
(`PROV_NAME`, `รหัสจังหวัด`, `ProvinceNameThai`); else it may begin as a known one and go on.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..reference.heading_words import OTHER, bare_heading, in_brackets, roles_of
from ..reference.tables import rows
from ..reference.words import NO_FIELD, fold_heading, headings

EXACT, SPOKEN, BEGINNING, ASKING, NONE = 4, 3, 2, 1, 0
"""How surely: a known heading; one without its brackets, or by its words; one that begins as a known one; a question,
or any other sentence, that speaks of the central address: it takes a header and cells to tell."""

_LONGEST = 400
_LONGEST_HEADING = 80
_SHORTEST_BEGINNING = 6
_DOMAIN = lazy_pattern(r"[a-z]\.[a-z]{2}")
_BREAKS = lazy_pattern(r"[\s:,;/–-]")
_GLUED = frozenset({"address", "issued", "notice", "posted", "notice_and_posted", "delivery", "upgraded", "website"})
"""Thai is written without spaces: of these fields a heading may go on at once, for their cells show what they are."""

_ELSEWHERE = lazy_pattern(r"ประกาศ|ลิงก์|ลิงค์|info(?![a-z])|(?<![a-z])link", re.IGNORECASE)
"""A website heading that goes on so is of the page on which something is announced: not the agency's own site."""
_PERSON, _CONTACT = "person", "contact"
_AGENCY = {"local", "kinds", "owner"}
_SAID: tuple[tuple[frozenset[str], str, frozenset[str]], ...] = (
    # what must be said, the field, what may be said besides
    (frozenset({"email"}), "address", frozenset({"place", "central", "stated", "name", *_AGENCY})),
    (frozenset({"email", "status"}), "delivery", frozenset({"central", *_AGENCY})),
    (frozenset({"email", "dla"}), "issued", frozenset({"place", "central", "name", *_AGENCY})),
    (frozenset({"central", "place"}), "address", frozenset(_AGENCY)),
    (frozenset({"province", "id"}), "province", frozenset()),
    (frozenset({"province"}), "province", frozenset({"name"})),
    (frozenset({"amphoe"}), "amphoe", frozenset({"name"})),
    (frozenset({"ministry"}), "affiliation", frozenset({"name"})),
    (frozenset({"website"}), "website", frozenset(_AGENCY)),
    (frozenset({"id", "local"}), "code", frozenset(_AGENCY)),
    (frozenset({"id", "kinds"}), "code", frozenset({"owner"})),
    (frozenset({"id", "owner"}), "code", frozenset()),
    (frozenset({"kind", "local"}), "kind", frozenset(_AGENCY)),
    (frozenset({"kind", "kinds"}), "kind", frozenset({"owner"})),
    (frozenset({"kind", "owner"}), "kind", frozenset()),
    (frozenset({"name"}), "name", frozenset({"whole", *_AGENCY})),
    (frozenset({"kinds"}), "name", frozenset(_AGENCY)),
    (frozenset({"local"}), "name", frozenset()),
)
_ASIDE = frozenset({"foreign", "short", "past"})
_WEIGHTS: dict[str, dict[str, int]] = {
    "address": {"stated": 8, "central": 2, "local": 1, "kinds": 1, "owner": 1},
    "name": {"name": 1, "local": 1, "kinds": 1, "owner": 1},
    "province": {"name": 1, "id": -2},
    "amphoe": {"name": 1},
    "code": {"local": 2, "kinds": 1, "owner": 1},
}
"""What the notice states is what the table judges: it outweighs all else that can be said of an address."""
_LESS = {"foreign": -1, "short": -2, "past": -3}


class HeadingField(NamedTuple):
    """The field that a heading names (None: it names none), how surely, and how much it says: among several headings
    of one field the one that says most has it. `vague`: it may as well mean something else (`ที่`), so its cells have
    a say; `telling`: so may its cells (1 and 0 under `status`), which must show by themselves what they are."""

    field: str | None
    sure: int = NONE
    says: int = 0
    vague: bool = False
    telling: bool = False


_NOTHING = HeadingField(None)


@lru_cache(maxsize=4096)
def field_named_by(heading: str) -> HeadingField:
    """What a heading names."""
    known = headings()
    is_address, heading = "@" in heading, heading[:_LONGEST]
    folded = fold_heading(heading)
    if not folded or is_address:
        return _NOTHING
    bare, aside = bare_heading(heading), frozenset(in_brackets(heading))
    if folded in known:
        return _known(known[folded], _roles(heading) | aside, folded, EXACT)
    found = _without_brackets(bare)
    return found if found.field is None or not aside else _with_brackets(found, heading, aside)


def _without_brackets(bare: str) -> HeadingField:
    """What a heading names without its brackets."""
    known, folded = headings(), fold_heading(bare)
    if folded in known:
        return _known(known[folded], _roles(bare), folded, SPOKEN)
    return _by_words(bare) or _by_beginning(bare) or _by_question(bare) or _NOTHING


def _with_brackets(found: HeadingField, heading: str, aside: frozenset[str]) -> HeadingField:
    """The same with what its brackets say: which one it is (`เดิม`, `สถ.`), or anything else, and so something else."""
    of_a_person = bool({_PERSON, _CONTACT} & aside) and "not" not in aside
    if of_a_person and (found.field in ("address", "issued") or (found.field == "name" and found.vague)):
        return _NOTHING
    if found.field == "website" and _ELSEWHERE.search(heading):
        return _NOTHING
    field = "issued" if found.field == "address" and aside == {"dla"} else found.field or ""
    says = _weight(field, _roles(heading) | aside)
    return found._replace(field=field, says=says, vague=found.vague or of_a_person or OTHER in aside)


def _known(field: str, roles: frozenset[str], folded: str, sure: int) -> HeadingField:
    if field == NO_FIELD:
        return _NOTHING
    # a heading that names the notice and info.go.th stands above the joint column of the published table
    if field == "notice" and ("infogoth" in folded or "เผยแพร่" in folded):
        field = "notice_and_posted"
    vague = _vague_headings().get(folded)
    return HeadingField(field, sure, _weight(field, roles), vague is not None, vague == "show")


def _by_words(heading: str) -> HeadingField | None:
    roles = _roles(heading)
    if OTHER in roles or _DOMAIN.search(heading):
        return None
    said = roles - _ASIDE
    for must, field, may in _SAID:
        if must <= said <= must | may:
            return HeadingField(field, SPOKEN, _weight(field, roles), vague=True)
    return None


def _by_beginning(heading: str) -> HeadingField | None:
    """The longest known heading that this one begins with and that ends at the end of a word."""
    known = headings()
    for end in range(min(len(heading) - 1, _LONGEST_HEADING), _SHORTEST_BEGINNING - 1, -1):
        broken = _BREAKS.match(heading[end]) is not None
        if not broken and not _begins_thai_word(heading[end]):
            continue
        folded = fold_heading(heading[:end])
        field = known.get(folded, NO_FIELD)
        if len(folded) < _SHORTEST_BEGINNING or folded in _vague_headings() or not (broken or field in _GLUED):
            continue
        if field == NO_FIELD:
            continue
        if (field == "website" and _ELSEWHERE.search(heading, end)) or _is_of_a_person(field, heading[end:]):
            return None
        found = _known(field, _roles(heading), fold_heading(heading), BEGINNING)
        return found._replace(vague=True)
    return None


def _is_of_a_person(field: str, rest: str) -> bool:
    return field == "address" and {_PERSON, "not"} & set(roles_of(rest)) == {_PERSON}


def _by_question(heading: str) -> HeadingField | None:
    """The question of a form that asks for the central address in words of its own."""
    asks = {"email", "central"} <= set(roles_of(heading))
    return HeadingField("address", ASKING, vague=True) if asks else None


def _begins_thai_word(letter: str) -> bool:
    return "ก" <= letter <= "ฮ" or letter in "เแโใไ"


def _roles(heading: str) -> frozenset[str]:
    """What the words say. The department's name says that it issued an address; else no more than `local` does."""
    roles = frozenset(roles_of(heading))
    return roles if "email" in roles or "dla" not in roles else roles - {"dla"} | {"local"}


def _weight(field: str, roles: frozenset[str]) -> int:
    weights = _WEIGHTS.get(field, {})
    return sum(weights.get(role, 0) + _LESS.get(role, 0) for role in roles)


@cache
def _vague_headings() -> dict[str, str]:
    """What the cells of a vague heading must do, by the folded heading: `fit` its field, or `show` it."""
    return {fold_heading(row["heading"]): row["cells"] for row in rows("vague_headings")}
