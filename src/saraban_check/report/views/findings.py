"""Findings and files as they stand in a document."""

from ...model.finding import Finding
from ...model.lazy_pattern import lazy_pattern
from ..document import Found, both

_PLAIN = lazy_pattern(r"[^\s\"'`$&|;<>()*?!#~]+")
"""What no shell divides or reads otherwise; a backslash stands in every path of Windows."""


def found_of(finding: Finding, value: str | None = None, *, mends: bool = True) -> Found:
    """A finding; `value` is the address that its span points into. `mends`: how to mend it is said too."""
    mend = finding.mend if mends else None
    return Found(finding.code, finding.severity, both(finding.message), value, finding.span, mend)


def shell_name(file: str) -> str:
    """The name of a file, or another word, as a shell takes it, for a command to copy."""
    if _PLAIN.fullmatch(file):
        return file
    import shlex  # most need it not

    return shlex.quote(file)
