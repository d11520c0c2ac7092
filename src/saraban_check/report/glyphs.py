"""The signs that a screen is drawn with, and what stands for them where they cannot be shown."""

from collections.abc import Mapping
from functools import cache

_PAIRS = "✓/ ✗x ─- █# ▌# •* ●* ·- ×x –- —- “\" ”\" ‘' ’' →-> …... ≤<= ≥>= ␠_ ␡^?"
_CONTROLS = {chr(0x2400 + code): f"^{chr(0x40 + code)}" for code in range(0x20)}  # as terminals name them
_ASCII = {pair[0]: pair[1:] for pair in _PAIRS.split()} | _CONTROLS


@cache
def ascii_for(encoding: str) -> Mapping[int, str]:
    """For `str.translate`: ASCII for each sign that an encoding lacks; of `ascii` for all of them.

    An encoding that is not known lacks them all.
    """
    return {ord(sign): plain for sign, plain in _ASCII.items() if not _has(encoding, sign)}


def _has(encoding: str, sign: str) -> bool:
    try:
        sign.encode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True
