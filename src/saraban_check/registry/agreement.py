"""Whether a name is an entry's own: where the code says the same already, a letter or two do not matter."""

from ..address.nearness import edits
from ..model.record import Kind
from ..model.registry import RegistryEntry
from .likeness import LONG
from .names import fold_name, readings


def is_named(entry: RegistryEntry, name: str, kind: Kind | None) -> bool:
    """Whether an agency of this name and kind (None: not known) is the entry, as far as the name tells.

    One slip is forgiven, in long names two: that two agencies with one code have names so alike is rarer than a slip.
    """
    own = fold_name(entry.name)
    slips = 2 if len(own) >= LONG else 1
    return any(edits(parts.name, own, slips) <= slips for parts in readings(name, kind))
