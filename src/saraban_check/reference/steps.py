"""What an agency has to do, and whom to ask (decisions: Steps)."""

from functools import cache

from ..model.assessment import Contact, Step
from ..model.text import Text
from ..model.verdict import Form
from .tables import rows, several


@cache
def steps() -> dict[str, Step]:
    """All steps by key, in the order in which they are taken."""
    return {
        r["key"]: Step(r["key"], Text(r["th"], r["en"]), Text(r["action_th"], r["action_en"])) for r in rows("steps")
    }


@cache
def contacts() -> tuple[Contact, ...]:
    """All offices, in the order in which they are asked."""
    return tuple(
        Contact(
            r["key"],
            Text(r["th"], r["en"]),
            Text(r["line"], r["line"].replace(" ต่อ ", " ext. ")),
            Form(r["form"]) if r["form"] else None,
            frozenset(several(r["steps"])),
            frozenset(several(r["steps_at_theirs"])),
        )
        for r in rows("contacts")
    )
