"""Numbers in the attributes of a part: none is taken for one, or for one that a sheet can hold, unseen."""

from math import isnan

from ...model.lazy_pattern import lazy_pattern
from ...model.text import Text
from .markup import UnusualError

_WHOLE = lazy_pattern(r"-?[0-9]{1,15}")
_BAD_NUMBER = Text("มีตัวเลขที่อ่านไม่ได้ ({found})", "it holds a number that cannot be ({found})")


def whole(text: str, most: int, least: int = 0) -> int:
    """A whole number, brought within its limits. Raises UnusualError where it is none, or endless."""
    found = text.strip()
    if _WHOLE.fullmatch(found) is None:
        raise _unusual(text)
    return min(most, max(least, int(found)))


def length(text: str, most: float) -> float:
    """A length of at least 0 and at most that. Raises UnusualError where it is no number; NaN is none."""
    try:
        found = float(text)
    except ValueError:
        raise _unusual(text) from None
    if isnan(found):
        raise _unusual(text)
    return min(most, max(0.0, found))


def _unusual(text: str) -> UnusualError:
    return UnusualError(_BAD_NUMBER.fill(found=" ".join(text[:40].split())))
