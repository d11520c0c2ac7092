"""What an agency has to do, and whom to ask (decisions: Steps)."""

from functools import cache
from typing import NamedTuple

from ..model.assessment import Step
from ..model.text import Text
from ..model.verdict import Form
from .tables import rows, several


@cache
def steps() -> dict[str, Step]:
    """All steps by key, in the order in which they are taken."""
    return {
        r["key"]: Step(r["key"], Text(r["th"], r["en"]), Text(r["action_th"], r["action_en"])) for r in rows("steps")
    }


class Contact(NamedTuple):
    """An office to ask, and its public line.

    It is asked about `steps` (keys of steps, or of facts to find out), and about `steps_at_theirs` only where the
    address is its own: `form` is the form of the addresses that it issues, None where it issues none.
    """

    key: str
    name: Text
    line: Text
    form: Form | None = None
    steps: frozenset[str] = frozenset()
    steps_at_theirs: frozenset[str] = frozenset()

    def helps_with(self, keys: frozenset[str], form: Form | None) -> bool:
        """Whether to ask it about any of these; `form` is that of the address concerned, where a provider issues it."""
        theirs = form is not None and form is self.form
        if theirs and self.steps_at_theirs & keys:
            return True
        return bool(self.steps & keys) and (theirs or form is None or self.form is None)


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
