"""The agency's website as a notice states it, and the further channels that it opens (LINE, Facebook, …)."""

import re
from collections.abc import Iterator, Sequence

from ..address.websites import read_website
from ..model.notice import Stated
from ..reference.domains import providers
from ..reference.notice_words import channel_kinds, notice_words
from .addresses import spans_of_addresses
from .lines import Lines, Spans
from .skeleton import Skeleton

_BROKEN = r"(?:\n[^\S\n]{0,8}(?=(?:(?:go|or|ac|mi|in|co)\s?\.\s?)?th\b|com\b))"
_MORE = rf"(?:[^\S\n]?\.(?:[^\S\n]?|{_BROKEN})[A-Za-z0-9-]+)+"
_PATH = r"(?:/[!-~]*)?"
_URL = re.compile(rf"(?:https?\s?:\s?/\s?/\s?(?:www\s?\.\s?)?|www\s?\.+\s?)[A-Za-z0-9-]+{_MORE}{_PATH}", re.IGNORECASE)
_WHOSE = r"ของ(?:\S{0,120}+(?=\s)|(?:(?![:=A-Za-z0-9-])\S){0,120}+)|หลัก|หน่วยงาน"
"""Of an agency whose name is no longer than that; up to the site, where no space stands between."""
_BEHIND_LABEL = re.compile(
    rf"[^\S\n]*+(?:(?:{_WHOSE})[^\S\n]*+)?(?:[:：=][^\S\n]*+)?(?:\n[^\S\n]*+)?([A-Za-z0-9-]{{1,80}}+{_MORE}{_PATH})"
)
"""The first label of a host has 63 octets at most (RFC 1035, 2.3.4); `www` may be written up against it."""
_OTHERS = frozenset({"info.go.th", "opdc.go.th", "dla.go.th", "info.dla.go.th", "dga.or.th"})
"""Sites that a notice may name and that are no agency's own."""


def find_websites(text: str, lines: Lines, blanks: Sequence[tuple[int, int]]) -> tuple[Stated, ...]:
    """The hosts of the sites that can be the agency's own, in the order in which they stand; none holds a blank."""
    taken = Spans([*spans_of_addresses(text), *blanks])
    found: dict[str, Stated] = {}
    for start, end in sorted(_candidates(text)):
        if taken.meet(start, end):
            continue
        host = read_website("".join(text[start:end].split())).host
        if host is not None and host not in _OTHERS and host not in providers():
            found.setdefault(host, Stated(_shown(text[start:end]), lines.number(start)))
    return tuple(found.values())


def _shown(text: str) -> str:
    """`http://www.a.go.th/index.php` as `www.a.go.th`."""
    site = "".join(text.split())
    return re.sub(r"^https?:/+", "", site, flags=re.IGNORECASE).partition("/")[0].rstrip(".")


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    for match in _URL.finditer(text):
        yield match.span()
    for label in notice_words("label_website"):
        end = 0
        for match in re.finditer(re.escape(label), text, re.IGNORECASE):
            if match.start() < end:
                continue  # part of a site's path
            if (behind := _BEHIND_LABEL.match(text, match.end())) is not None:
                end = behind.end()
                yield behind.span(1)


def find_channels(text: str, skeleton: Skeleton) -> tuple[str, ...]:
    """The kinds of further channels that are named: `line`, `facebook`, `fax`, `app`, `e-service`, `other`."""
    taken = Spans(spans_of_addresses(text))
    return tuple(kind for kind in channel_kinds() if _names(kind, text, skeleton, taken))


def _names(kind: str, text: str, skeleton: Skeleton, taken: Spans) -> bool:
    for word in notice_words(f"channel_{kind}"):
        if word.isascii():
            found = re.finditer(rf"(?<![A-Za-z0-9-]){re.escape(word)}(?![A-Za-z0-9-])", text, re.IGNORECASE)
            if any(not taken.meet(match.start(), match.end()) for match in found):
                return True
        elif any(not _is_another(kind, skeleton, *found) for found in skeleton.all(word)):
            return True
    return False


def _is_another(kind: str, skeleton: Skeleton, start: int, end: int) -> bool:
    """Whether the word is part of another: ออนไลน์ is not LINE, and the application LINE is a channel of its own."""
    if kind == "line":
        return skeleton.letters.endswith("ออน", 0, start)
    return kind == "app" and skeleton.letters.startswith(("line", "ไลน"), end)
