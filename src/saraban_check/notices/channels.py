"""The further channels that a notice opens: LINE, Facebook, fax, an application, a form, …"""

import re
from collections.abc import Iterable
from functools import cache

from ..reference.notice_words import channel_kinds, notice_words
from .addresses import spans_of_addresses
from .lines import Spans
from .skeleton import Skeleton


def find_channels(text: str, skeleton: Skeleton, links: Iterable[str]) -> tuple[str, ...]:
    """The kinds of further channels that are named, or that the further `links` lead to: `line`, `facebook`, `fax`,
    `app`, `e-service`, `other`.
    """
    taken = Spans(spans_of_addresses(text))
    words = {kind: notice_words(f"channel_{kind}") for kind in channel_kinds()}
    known = [word for each in words.values() for word in each if word.isascii()]
    is_unknown = any(not any(_ascii(word).search(link) for word in known) for link in links)
    return tuple(
        kind for kind in channel_kinds() if (kind == "other" and is_unknown) or _names(kind, text, skeleton, taken)
    )


@cache
def _ascii(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9-]){re.escape(word)}(?![A-Za-z0-9-])", re.IGNORECASE)


def _names(kind: str, text: str, skeleton: Skeleton, taken: Spans) -> bool:
    for word in notice_words(f"channel_{kind}"):
        if word.isascii():
            if any(not taken.meet(match.start(), match.end()) for match in _ascii(word).finditer(text)):
                return True
        elif any(not _is_another(kind, skeleton, *found) for found in skeleton.all(word)):
            return True
    return False


def _is_another(kind: str, skeleton: Skeleton, start: int, end: int) -> bool:
    """Whether the word is part of another: ออนไลน์ is not LINE, and the application LINE is a channel of its own."""
    if kind == "line":
        return skeleton.letters.endswith("ออน", 0, start)
    return kind == "app" and skeleton.letters.startswith(("line", "ไลน"), end)
