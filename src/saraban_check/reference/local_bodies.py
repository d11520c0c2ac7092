"""Whether an agency is a local administrative organisation (อปท.): only those get their address from สถ."""

from functools import cache

from ..model.record import Kind
from .agency_heads import agency_sorts, sort_of
from .kinds import kind_of_name


def is_local_body(name: str, kind: Kind | None = None) -> bool | None:
    """By its kind, else by what its name in full begins with; None where neither tells."""
    if kind is None and (name := name.strip()):
        kind = kind_of_name(name)
    if kind is not None:
        return kind.type_digits is not None
    sort = sort_of(name) if name else None
    return False if sort is not None and _is_plain(sort.begins) else None


@cache
def _is_plain(begins: str) -> bool:
    """Whether the word means such an agency and no place: อำเภอ does, and so ที่ว่าการอำเภอ; ศาล and ด่าน begin names."""
    return any(sort.in_text and sort.begins in begins for sort in agency_sorts())
