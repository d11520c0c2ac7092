"""Status codes in what a mail system said: reply codes (RFC 5321: `552`), enhanced codes (RFC 3463: `5.2.2`)."""

import re
from typing import NamedTuple

from ..reference.remembered import remembered

_ENHANCED = r"([245]\.[0-9]{1,3}\.[0-9]{1,3})(?![0-9.]*[0-9])"
_STATUS = re.compile(_ENHANCED)
_BOTH = re.compile(rf"(?<![0-9.])(25[0-2]|[45][0-5][0-9])[ \-]{{0,2}}[(\[<#]{{0,2}}{_ENHANCED}")
_REPLY = re.compile(
    r"(?:\A|\n|<<<|<--|[:;>#'\"“(\[]|\b(?:error|code|reply|status|said|returned|response|smtp))[ \t]{0,8}"
    r"(25[0-2]|[45][0-5][0-9])(?![.:][0-9])(?=[ \-.:;,)\]>'\"”]|\n|\Z)",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"(?:\A|\n|[#(\[<;]|\b(?:status|code)[ :=]{{1,3}})[ \t]{{0,3}}{_ENHANCED}", re.IGNORECASE)
_GENERAL = ".0."
"""The subject of a code that says no more than its class: 5.0.0, and what Office 365 writes for others' replies."""


class Codes(NamedTuple):
    """What was found; empty where nothing was."""

    enhanced: str = ""
    smtp: str = ""

    @property
    def klass(self) -> str:
        """`2`, `4` or `5`, of the enhanced code first; empty where there is no code."""
        return (self.enhanced or self.smtp)[:1]

    @property
    def is_general(self) -> bool:
        """Whether it says no more than its class."""
        return not self.enhanced or self.enhanced[1:4] == _GENERAL


NO_CODES = Codes()


def read_status(field: str) -> str:
    """The code of a `Status` field, which may have a comment after it; empty where there is none."""
    found = _STATUS.match(field.strip())
    return found[1] if found else ""


@remembered  # without its address, a reply is what others got too
def find_codes(text: str) -> Codes:
    """The first codes in a text that tell of a failure, else the first of a success.

    They count where they stand as codes stand: a version number or an address on the net is none. Of several replies
    the first that says more than its class is the one that another system wrote, and the others report.
    """
    both, alone, reply = _first(_BOTH, 2, text), _first(_ALONE, 1, text), _first(_REPLY, 1, text)
    if both is not None and both[2][0] != "2":
        return Codes(both[2], both[1])
    found = Codes(alone[1] if alone else "", reply[1] if reply else "")
    return found if found.klass not in ("", "2") or both is None else Codes(both[2], both[1])


def _first(pattern: re.Pattern[str], group: int, text: str) -> re.Match[str] | None:
    """The first match whose code is of class 4 or 5 and no general one; else of those classes; else the first."""
    first = general = None
    for found in pattern.finditer(text):
        if found[group][0] == "2":
            first = first or found
        elif found[group][1:4] == _GENERAL:
            general = general or found
        else:
            return found
    return general or first


def nearest(said: Codes, status: str) -> Codes:
    """The codes of a recipient: the reply's own, and the `Status` field's for what the reply does not say."""
    if not said.is_general or (said.enhanced and not status):
        return said
    return Codes(status, said.smtp)
