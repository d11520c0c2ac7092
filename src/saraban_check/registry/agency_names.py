"""What the name of any agency says, so that two can be compared: a local one by its kind, another by its sort.

`registry.names` takes a local name apart. That of another agency stays whole, with its first word (กรม…, อำเภอ…) and
what it belongs to (คณะ… มหาวิทยาลัย…); only the district and province behind it are taken away.
"""

from functools import cache

from ..model.lazy_pattern import lazy_pattern
from ..model.record import Kind, Province
from ..reference.agency_heads import agency_sorts, beginnings, sort_of
from ..reference.kinds import kind_of_name
from ..reference.places import find_province
from .names import LONGEST, NameParts, fold_amphoe, fold_name, readings

_SHORT = (("จ.", "จังหวัด"), ("อ.", "อำเภอ"), ("ที่ว่าการอำเภอ", "อำเภอ"))
_PLACE = lazy_pattern(r"(จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ต\.)\s?")
_PLACES_BEHIND = lazy_pattern(r"(?<![\s(])[\s(]+(?=(?:จังหวัด|จ\.|อำเภอ|อ\.|ตำบล|ต\.)\s?[ก-๎])")
_PROVINCE_WRITTEN_ON = lazy_pattern(r"^(อำเภอ[ก-๎]{2,40}?)(จังหวัด[ก-๎]{2,40})$")


def agency_readings(text: str, kind: Kind | None) -> tuple[NameParts, ...]:
    """All that an agency's name can mean, the most likely first, and never none; `kind` as in `readings`."""
    plain = " ".join(text.split())
    for short, word in _SHORT:
        if plain.startswith(short):
            plain = word + plain[len(short) :].lstrip()
    if len(plain) > LONGEST or _is_local(plain, kind) or sort_of(plain) is None:
        return readings(text, kind)
    name, *places = _PLACES_BEHIND.split(_PROVINCE_WRITTEN_ON.sub(r"\1 \2", plain))
    amphoe, province = "", None
    for place in places:
        found = _PLACE.match(place)
        value = place[found.end() :].strip(" )") if found is not None else ""
        if place.startswith("จ"):
            province = province or find_province(value)
        elif place.startswith("อ"):
            amphoe = amphoe or value
    ways = [_parts(name, amphoe, province)]
    before, _, last = name.rpartition(" ")
    if before and province is None and (its := find_province(last.strip("()"))) is not None:  # โรงพยาบาลสาธิต นครพนม
        ways.append(_parts(before, amphoe, its))
    return tuple(ways)


def same_central_name(one: NameParts, other: NameParts) -> bool:
    """Whether two names of no local kind are one agency's: alike, or alike up to what one of them belongs to besides.

    กรมสาธิต and กรมสาธิต กระทรวงสมมติ are one, กรมสาธิตเหนือ is another, and so is อำเภอเมือง of another province.
    """
    if one.province is not None and other.province is not None and one.province != other.province:
        return False
    short, long = sorted((fold_name(one.name), fold_name(other.name)), key=len)
    rest = long.removeprefix(short) if short and long.startswith(short) else None
    return short == long or (rest is not None and rest.startswith(_beginnings()))


def first_level(parts: NameParts) -> str:
    """The agency itself of a central name, without those that it belongs to: to look it up by."""
    return fold_name(beginnings().split(parts.name)[0])


def _parts(name: str, amphoe: str, province: Province | None) -> NameParts:
    if name.startswith("อำเภอ"):
        district, its = fold_amphoe(name)
        return NameParts(f"อำเภอ{district}", (), amphoe, province or its)
    return NameParts(name, (), amphoe, province)


def _is_local(name: str, kind: Kind | None) -> bool:
    said = kind_of_name(name) or kind
    return said is not None and (said.type_digits is not None or said.key == "bangkok")


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(fold_name(sort.begins) for sort in agency_sorts() if sort.in_text)
