"""Where words stand in a text, line by line, in time that grows with the text and not with its lines."""

import re
from bisect import bisect_right
from itertools import accumulate

from ..reference.mail_words import MailWords

_WIDE = re.compile(r"[ \t\xa0]{2,}|[\t\xa0]")


def lines_with(words: MailWords, text: str) -> list[int]:
    """The numbers, from 0 as `splitlines` counts, of the lines that hold one of the words, ascending."""
    folded = text.replace("’", "'").casefold()
    if "\t" in folded or "  " in folded or "\xa0" in folded:
        folded = _WIDE.sub(" ", folded)
    places = words.places(folded)
    if not places:
        return []
    starts = list(accumulate((len(line) for line in folded.splitlines(keepends=True)), initial=0))
    return sorted({bisect_right(starts, at) - 1 for at in places})
