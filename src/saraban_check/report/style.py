"""How a screen is drawn: colour and emphasis, or none of it, and with which signs."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from ..model.finding import Severity

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36"}

MARKS = {Severity.ERROR: ("✗", "red"), Severity.WARNING: ("!", "yellow"), Severity.INFO: ("i", "blue")}
"""The sign of each severity and its colour; the sign alone says it too."""


class Style(NamedTuple):
    """How a screen is drawn: its width in columns, whether colours may be used, and what stands for signs it lacks."""

    width: int = 80
    color: bool = False
    glyphs: Mapping[int, str] = MappingProxyType({})

    def paint(self, text: str, *names: str) -> str:
        """The text in these colours, if colours may be used."""
        if not self.color or not text:
            return text
        return f"\x1b[{';'.join(_CODES[name] for name in names)}m{text}\x1b[0m"
