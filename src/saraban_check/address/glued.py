"""An address with Thai text run into it, without a space: `อบต.ก` in front, `โทร …` behind."""

import re

from ..model.lazy_pattern import lazy_pattern
from .syntax import is_whole

_GLUED = lazy_pattern(
    r"(?:[\u0E01-\u0E5B][\u0E01-\u0E5B .:()/-]*+)?([A-Za-z0-9][!-~]*+)(?:[\u0E01-\u0E5B].*+)?", re.DOTALL
)
_MARKS = ".,:;-([/"


def address_among_thai(value: str) -> str | None:
    """The whole address that stands before or behind Thai text in a tidied value; None where none does."""
    found = _GLUED.fullmatch(value)
    if found is None or found[1] == value:
        return None
    address = found[1].rstrip(_MARKS)
    return address if is_whole(address) else None
