"""Agencies that are gone and came back as another kind: an upgraded อบต. has a new code and a new kind.

It is only pointed out. They stay gone and new: the same name in the same province may also be a neighbour's.
"""

from collections import defaultdict
from collections.abc import Iterable

from ..checks.identity import NamedAgency, named_agency
from ..model.record import AgencyRecord
from .standing import Standing


def possible_upgrades(gone: Iterable[Standing], new: Iterable[Standing]) -> list[tuple[Standing, Standing]]:
    """Each gone agency and the only new one of its name and province that is another kind of local body."""
    left, came = _by_name(gone), _by_name(new)
    found = []
    for name, olds in left.items():
        if len(olds) == 1 and len(came.get(name, ())) == 1:
            (old, was), (now, named) = olds[0], came[name][0]
            if was.kind != named.kind and ("-" in (was.amphoe, named.amphoe) or was.amphoe == named.amphoe):
                found.append((old, now))
    return found


def _by_name(standings: Iterable[Standing]) -> dict[tuple[str, str], list[tuple[Standing, NamedAgency]]]:
    found: dict[tuple[str, str], list[tuple[Standing, NamedAgency]]] = defaultdict(list)
    for one in standings:
        if one.kind is None or one.kind.type_digits is None or one.province is None:
            continue
        named = named_agency(AgencyRecord(name=one.name, kind=one.kind, province=one.province, amphoe=one.amphoe))
        if named is not None:
            found[named.name, named.province].append((one, named))
    return found
