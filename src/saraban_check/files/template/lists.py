"""The hidden sheet: the lists that drop-downs and formulas look into. A validation itself holds only 255 letters."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from ...model.lazy_pattern import lazy_pattern
from ...model.text import Lang
from ...reference.column_letters import letters_of
from ...reference.domains import free_mail_names, popular_free_mail, providers
from ...reference.kinds import dla_type_digits, kinds
from ...reference.places import dla_province_codes, provinces
from ...reference.tables import rows
from .columns import COLUMNS
from .verdicts import VERDICTS

SHEET = "lists"
LONGEST = 70
"""Longer addresses the formula leaves to `classify`: no label of their domain can be longer than DNS allows."""
_LEADING_VOWEL = lazy_pattern(r"([เ-ไ])([ก-ฮ])")


def _by_alphabet(name: str) -> str:
    """A Thai name as the dictionary sorts it: a vowel written in front counts after its consonant."""
    return _LEADING_VOWEL.sub(r"\2\1", name)


@cache
def _lists() -> dict[str, tuple[str | int, ...]]:
    """The lists by name, each a column of the sheet, in this order; the texts of verdicts come behind them."""
    by_name = sorted(provinces().values(), key=lambda province: _by_alphabet(province.name.th))
    uncoded = [kind for kind in kinds().values() if kind.type_digits is None]
    slips = [(slip, provider.domain) for provider in providers().values() for slip in provider.mistaken]
    suffixes = sorted(rows("suffixes"), key=lambda row: bool(row["advisory"]))
    free = dict.fromkeys([*(domain for domain, _ in popular_free_mail()), *(r["domain"] for r in rows("free_mail_th"))])
    return {
        "province": tuple(province.name.th for province in by_name),
        "province_code": tuple(province.code for province in by_name),
        "kind": tuple(kind.name.th for kind in kinds().values()),
        **{column.field: column.answers for column in COLUMNS if column.answers},
        "type_digits": tuple(sorted(dla_type_digits())),
        "dla_province": tuple(sorted(dla_province_codes())),
        "uncoded_kind": tuple(text for kind in uncoded for text in (kind.name.th, kind.short)),
        "none": tuple(r["text"] for r in rows("cell_words") if r["list"] == "none" and r["text"]),
        "slip": tuple(slip for slip, _ in slips),
        "meant": tuple(meant for _, meant in slips),
        "free": tuple(free),
        "free_name": tuple(free_mail_names()),
        "suffix": tuple("." + row["suffix"] for row in suffixes),
        "plain_suffix": tuple("." + row["suffix"] for row in suffixes if not row["advisory"]),
        "position": tuple(range(1, LONGEST + 1)),
    }


def list_cells(name: str, most: int | None = None) -> str:
    """A list as formulas name it (`lists!$A$1:$A$77`), or its first entries."""
    found = _lists()
    column = letters_of(list(found).index(name))
    return f"{SHEET}!${column}$1:${column}${most or len(found[name])}"


def verdict_cell(name: str) -> str:
    """The cell that holds the words of a verdict."""
    return f"{SHEET}!${letters_of(len(_lists()))}${list(VERDICTS).index(name) + 1}"


def write_lists(sheet: Any, lang: Lang) -> None:
    """The sheet, hidden."""
    verdicts = tuple(text.say(lang) for text in VERDICTS.values())
    columns: Sequence[tuple[str | int, ...]] = (*_lists().values(), verdicts)
    for column, values in enumerate(columns):
        for row, value in enumerate(values):
            if isinstance(value, int):
                sheet.write_number(row, column, value)
            else:
                sheet.write_string(row, column, value)
    sheet.hide()
