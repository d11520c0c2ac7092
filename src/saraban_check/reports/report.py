"""What every writer is given: the classified list, the language, and where the list stands."""

from typing import NamedTuple

from ..api import Classification
from ..model.text import Lang


class Report(NamedTuple):
    """One classification, ready to be written in any format.

    `location` is the list's path for machines: relative to the repository, with forward slashes; `stdin` where it
    came through a pipe.
    """

    result: Classification
    lang: Lang
    location: str
