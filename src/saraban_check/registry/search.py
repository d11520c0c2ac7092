"""Find an agency in the registry by whatever somebody types: a code, a DLA address, a name with its place."""

import re

from ..intake.cells import read_code
from ..model.lazy_pattern import lazy_pattern
from ..model.record import AgencyRecord
from ..model.registry import Likeness, NameMatch
from .registry import Registry

_DLA_ADDRESS = lazy_pattern(r"\S*?([0-9]{7,8})@dla\.go\.th", re.IGNORECASE)


def find_agencies(registry: "Registry", text: str) -> NameMatch:
    """The agency of a code, a DLA address or a name; a name may have its kind, district and province with it.

    Where there is none of that kind, those of the name that are of another kind come as ambiguous.
    """
    typed = _DLA_ADDRESS.fullmatch(text.strip())
    entry = registry.find(read_code(typed[1] if typed else text).value)
    if entry is not None:
        return NameMatch(Likeness.EXACT, (entry,), 1.0)
    record = AgencyRecord(name=text)
    found = registry.match(record)
    if found.how is Likeness.NONE and (same := registry.same_name(record)):
        return NameMatch(Likeness.AMBIGUOUS, same, 1.0)  # of another kind: perhaps it was upgraded
    return found
