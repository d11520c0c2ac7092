"""The domain that was meant where its `.go.th` was mistyped or cut short."""

import re

from ..address.nearness import edits
from ..address.suffixes import registrable_domain

_SUFFIX = ".go.th"
_NAME = re.compile(r"[a-z0-9-]{2,}(?:\.[a-z0-9-]{2,})*")
_CUT = re.compile(r"(.+?)(?:\.?go\.th|\.goth|\.go|(?<=[a-z0-9]{3})goth)")
"""A dot of `.go.th` lost, or its end."""


def government_domain(domain: str) -> str | None:
    """The domain with its `.go.th` set right (`.goth`, `.go.ht`, `.gp.th`, `.go`); None where nothing is near."""
    if (found := _CUT.fullmatch(domain)) and (whole := _whole(found[1])):
        return whole
    ends = [n for n in (5, 6, 7) if len(domain) > n and edits(domain[-n:], _SUFFIX, 1) == 1]
    good = {whole for n in ends if (whole := _whole(domain[:-n].rstrip("."))) is not None}
    return good.pop() if len(good) == 1 else None


def _whole(name: str) -> str | None:
    whole = name + _SUFFIX
    return whole if _NAME.fullmatch(name) and registrable_domain(whole) else None
