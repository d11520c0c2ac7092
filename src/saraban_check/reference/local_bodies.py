"""Whether an agency is a local administrative organisation (อปท.): only those get their address from สถ."""

from ..model.record import Kind
from .agency_heads import sort_of
from .kinds import kind_of_name


def is_local_body(name: str, kind: Kind | None = None) -> bool | None:
    """By its kind, else by what its name in full begins with; None where neither tells."""
    kind = kind or kind_of_name(name)
    if kind is not None:
        return kind.type_digits is not None
    sort = sort_of(name.strip())
    return False if sort is not None and sort.in_text else None
