"""Kinds of agency (ประเภทหน่วยงาน; decisions: Agencies), by key, by column value and by the prefix of a name."""

import re
from collections.abc import Callable
from functools import cache

from ..model.record import Kind
from ..model.text import Text
from .tables import rows, several


@cache
def kinds() -> dict[str, Kind]:
    """All kinds by key (`pao`, `city`, …), in the order of their type digits."""
    return {
        r["key"]: Kind(r["key"], Text(r["th"], r["en"]), r["short"], r["type_digits"] or None, r["only_code"] or None)
        for r in rows("kinds")
    }


@cache
def kinds_of_one() -> dict[str, Kind]:
    """The kinds of which there is one agency only, by its code."""
    return {kind.only_code: kind for kind in kinds().values() if kind.only_code}


@cache
def dla_type_digits() -> frozenset[str]:
    """The `0T` that a DLA code can begin with."""
    return frozenset(k.type_digits for k in kinds().values() if k.type_digits)


@cache
def _prefixes() -> tuple[Callable[[str], re.Match[str] | None], dict[str, Kind]]:
    by_prefix = {p.casefold(): kinds()[r["key"]] for r in rows("kinds") for p in several(r["prefixes"])}
    longest_first = sorted(by_prefix, key=len, reverse=True)
    return re.compile(
        rf"\s*(?:(?:สำนักงาน|ที่ทำการ)\s*(?=เทศบาล|อบต|อบจ|องค์การบริหาร|ท[นมต]\.))?"
        rf"({'|'.join(map(re.escape, longest_first))})",
        re.IGNORECASE,
    ).match, by_prefix


@cache
def prefixes_of_type(type_digits: str) -> tuple[str, ...]:
    """The beginnings of names whose kind has these type digits."""
    return tuple(p for r in rows("kinds") if r["type_digits"] == type_digits for p in several(r["prefixes"]))


def kind_of_name(name: str) -> Kind | None:
    """The kind that an agency's name begins with, long or short (`องค์การบริหารส่วนตำบล…`, `อบต.…`)."""
    match, by_prefix = _prefixes()
    found = match(name)
    if found is None:
        return None
    prefix = found[1]
    if prefix.isascii():
        if name[found.end() :][:1].isalpha():
            return None  # "Saohai" does not begin with the abbreviation SAO
        prefix = prefix.casefold()
    return by_prefix[prefix]


def without_prefix(name: str, kind: Kind | None) -> str:
    """The name of a local body without what says its kind: `อบต.ท่าข้าม` and `ท่าข้าม` are one อบต.

    Of other agencies the beginning is part of the name (กรม…, สำนักงาน…), and so it is where it says another kind.
    """
    if kind is None or kind.type_digits is None or kind.only_code is not None or kind_of_name(name) is not kind:
        return name
    found = _prefixes()[0](name)
    return name[found.end() :].lstrip(" .") if found else name


def find_kind(text: str) -> Kind | None:
    """The kind that a kind cell, or an option, names: a key, a long or short name, its English one, or None."""
    wanted = " ".join(text.split()).casefold()
    return (
        kinds().get(wanted)
        or _by_english_name().get(wanted.replace("organiz", "organis"))
        or kind_of_name(text)
        or kind_of_name(text.strip() + ".")
    )


@cache
def _by_english_name() -> dict[str, Kind]:
    return {kind.name.en.casefold(): kind for kind in kinds().values()}
