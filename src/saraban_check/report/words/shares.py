"""A share as people read it: in per cent, and never rounded to all or to nothing where it is neither."""

NO_SHARE = "–"
_LEAST, _MOST = 0.1, 99.9


def share_text(part: int, whole: int) -> str:
    """`79.7%`; 0.0% only where it is none, 100.0% only where it is all; a dash where there is nothing to share."""
    if not whole:
        return NO_SHARE
    percent = 100 * part / whole
    if 0 < part < whole:
        percent = min(max(percent, _LEAST), _MOST)
    return f"{percent:.1f}%"
