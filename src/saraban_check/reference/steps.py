"""What an agency has to do, and whom to ask (SPEC section 8)."""

from functools import cache
from typing import NamedTuple

from ..model.assessment import Step
from ..model.text import Text
from .tables import rows


@cache
def steps() -> dict[str, Step]:
    """All steps by key, in the order in which they are taken."""
    return {
        r["key"]: Step(r["key"], Text(r["th"], r["en"]), Text(r["action_th"], r["action_en"])) for r in rows("steps")
    }


class Contact(NamedTuple):
    """An office to ask, and its public line."""

    key: str
    name: Text
    line: Text


@cache
def contacts() -> tuple[Contact, ...]:
    return tuple(
        Contact(r["key"], Text(r["th"], r["en"]), Text(r["line"], r["line"].replace(" ต่อ ", " ext. ")))
        for r in rows("contacts")
    )
