"""Provinces (จังหวัด), by number and by the ways in which their names are written.

Source: ISO 3166-2:TH; the Interior Ministry's numbers are the same. The numbers are the `PP` of a DLA code.
"""

import re
from functools import cache

from ..model.errors import RequestError
from ..model.near import meant
from ..model.record import Province
from ..model.text import Text
from .tables import rows, several

BANGKOK = "10"

_PREFIX = re.compile(r"(?:จังหวัด|จ\.)\s*")
_BETWEEN = re.compile(r"[\s.]+")


def _fold(name: str) -> str:
    return _BETWEEN.sub("", _PREFIX.sub("", name.strip(), count=1)).casefold()


@cache
def provinces() -> dict[str, Province]:
    """All 77 by number (Bangkok, `10`, included, though it has no DLA code)."""
    return {r["code"]: Province(r["code"], Text(r["th"], r["en"])) for r in rows("provinces")}


@cache
def _by_name() -> dict[str, Province]:
    names: dict[str, Province] = {}
    for row in rows("provinces"):
        for name in (row["code"], row["th"], row["en"], *several(row["aliases"])):
            names[_fold(name)] = provinces()[row["code"]]
    return names


def find_province(text: str) -> Province | None:
    """The province that a cell names (with or without จังหวัด/จ., Thai or English), or None."""
    return _by_name().get(_fold(text))


@cache
def dla_province_codes() -> frozenset[str]:
    """The 76 numbers that can stand in a DLA code."""
    return frozenset(provinces()) - {BANGKOK}


_BAD_PROVINCE = Text("--province {found}: ไม่รู้จักจังหวัดนี้{near}", "--province {found}: no such province{near}")


def all_provinces() -> tuple[Province, ...]:
    """All 77 provinces, by number (ISO 3166-2:TH)."""
    return tuple(provinces().values())


def province_named(text: str) -> Province:
    """The province that a text names, Thai or English. Raises RequestError where there is none."""
    found = find_province(text)
    if found is None:
        raise RequestError(_BAD_PROVINCE, found=text, near=nearest_province(text))
    return found


def nearest_province(text: str) -> Text:
    """What is said of the one whose name comes near."""
    return meant(_PREFIX.sub("", text.strip(), count=1), (name for one in all_provinces() for name in one.name))
