"""Where words stand in a text, line by line, in time that grows with the text and not with its lines."""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from ..reference.mail_words import MailWords

_NEAR = 4000
_FAR = 300
"""Characters that words of one place take with what stands around them."""
_WIDE = re.compile(r"[ \t\xa0]{2,}|[\t\xa0]")


@lru_cache(maxsize=4)  # several ask this of one notice
def lines_with(words: MailWords, text: str) -> tuple[int, ...]:
    """The numbers, from 0 as `splitlines` counts, of the lines that hold one of the words, ascending."""
    folded = _folded(text)
    places = words.places(folded)
    if not places:
        return ()
    starts = list(accumulate((len(line) for line in folded.splitlines(keepends=True)), initial=0))
    return tuple(sorted({bisect_right(starts, at) - 1 for at in places}))


def first_line_with(words: MailWords, text: str) -> int | None:
    """The first of these lines, None if there is none; a long text is only folded where its beginning has none."""
    end = text.rfind("\n", 0, _NEAR) + 1 if len(text) > _NEAR else 0
    folded = _folded(text[:end])
    places = [at for at in words.places(folded) if at < len(folded) - _FAR]  # further on, what follows may matter
    if not places:
        folded = _folded(text)
        places = words.places(folded)
    return len(f"{folded[: min(places)]}.".splitlines()) - 1 if places else None


def _folded(text: str) -> str:
    """A text for comparing, its lines as they are."""
    folded = text.replace("’", "'").casefold()
    return _WIDE.sub(" ", folded) if "\t" in folded or "  " in folded or "\xa0" in folded else folded
