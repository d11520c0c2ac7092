"""A pattern that is compiled when it is first asked: of all that a run imports it asks one in five.

Where every row of a list asks a pattern, `re.compile` is right: this one takes 40 ns longer to ask.
"""

import re
from typing import Any, AnyStr, cast


class _LazyPattern:
    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._written = pattern, flags
        self.pattern = pattern  # of which others are made, though this one may never be asked

    def __getattr__(self, name: str) -> Any:
        """What the pattern has under this name; from now on all that it has is here too."""
        compiled: re.Pattern[Any] = re.compile(*self._written)
        self.__dict__.update((one, getattr(compiled, one)) for one in dir(compiled) if not one.startswith("_"))
        return getattr(compiled, name)


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives of a pattern, to whoever asks it; the modules of `re` do not know it as a pattern."""
    return cast("re.Pattern[AnyStr]", _LazyPattern(pattern, flags))
