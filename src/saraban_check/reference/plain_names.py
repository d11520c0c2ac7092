"""Names as nearly all lists write them: they begin with their kind, long or short, and so with no word of a line.

One look at such a name says what two would: `kinds.kind_of_name` and `row_words.may_be_line`.
"""

import re
from collections.abc import Callable
from functools import cache

from ..model.record import Kind
from .kinds import dla_type_digits, kind_of_name, prefixes_of_type
from .row_words import line_beginnings

Beginning = tuple[Callable[[str], re.Match[str] | None], dict[str, Kind]]


@cache
def plain_beginning() -> Beginning:
    """What finds the kind of a local body (`อบต.`) at the beginning of a name, and the kind by what is found.

    A name in which it finds nothing may be of any kind, or a line.
    """
    by_prefix = {
        prefix: kind
        for type_digits in dla_type_digits()
        for prefix in prefixes_of_type(type_digits)
        if (kind := kind_of_name(prefix)) is not None and not prefix.isascii() and not _may_begin_line(prefix)
    }
    longest_first = sorted(by_prefix, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))).match, by_prefix


def _may_begin_line(prefix: str) -> bool:
    """Whether a text that begins with a prefix may begin with a word of a line, too."""
    return any(word.startswith(prefix) or prefix.startswith(word) for word in line_beginnings())
