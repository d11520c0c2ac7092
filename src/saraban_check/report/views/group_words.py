"""What the outcomes are called in a document, and what each means."""

from functools import lru_cache

from ...model.text import Text
from ..document import Tone, both
from ..words.group_names import group_name

_TONES = {"A": Tone.GOOD, "B": Tone.DOUBT, "C": Tone.DOUBT, "D": Tone.ACTION, "E": Tone.BAD, "W": Tone.INFO}
"""By a group's letter; to be in no group at all is bad."""


@lru_cache(maxsize=256)
def group_text(group: str) -> Text:
    """A group's name, or what stands for having none."""
    return both(lambda lang: group_name(group, lang))


def group_tone(group: str) -> Tone:
    """What it means to be in a group, or in none."""
    return _TONES.get(group[:1], Tone.BAD)
