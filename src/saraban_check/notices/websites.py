"""The links of a notice: the agency's website, and those that are further channels (LINE, Facebook, a form, …).

A link is the website where a label says so, or where the notice's own addresses stand on it; any other is a channel.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..address.suffixes import has_accepted_suffix
from ..address.websites import read_website, stands_on
from ..model.lazy_pattern import lazy_pattern
from ..model.notice import Stated
from ..reference.domains import providers
from ..reference.kinds import kind_of_name, without_prefix
from ..reference.notice_words import notice_words
from .addresses import spans_of_addresses
from .lines import Lines, Spans, one_line
from .skeleton import skeleton_of

_BROKEN = r"(?:\n[^\S\n]{0,8}(?=(?:(?:go|or|ac|mi|in|co)\s?\.\s?)?th\b|com\b))"
_MORE = rf"(?:[^\S\n]?\.(?:[^\S\n]?|{_BROKEN})[A-Za-z0-9-]+)+"
_PATH = r"(?:/[!-~]*)?"
_URL = lazy_pattern(
    rf"(?:https?\s?:\s?/\s?/\s?(?:www\s?\.\s?)?|www\s?\.+\s?)[A-Za-z0-9-]+{_MORE}{_PATH}", re.IGNORECASE
)
_WHOSE = r"ของ(?:\S{0,120}+(?=\s)|(?:(?![:=A-Za-z0-9-])\S){0,120}+)|หลัก|หน่วยงาน"
"""Of an agency whose name is no longer than that; up to the site, where no space stands between."""
_IS = r"(?:[)\]:：=–-]|(?:ได้)?ที่|คือ|ได้แก่|ชื่อ|เป็น)"
"""What stands between a label, or whose site it is, and the site."""
_BEHIND_LABEL = lazy_pattern(
    rf"[^\S\n]*+(?:(?:{_WHOSE})[^\S\n]*+)?(?:{_IS}[^\S\n]*+){{0,4}}(?:\n[^\S\n]*+)?([A-Za-z0-9-]{{1,80}}+{_MORE}{_PATH})"
)
"""The first label of a host has 63 octets at most (RFC 1035, 2.3.4); `www` may be written up against it."""
_LABEL = lazy_pattern("|".join(map(re.escape, notice_words("label_website"))), re.IGNORECASE)
_LABEL_BEHIND = lazy_pattern(rf"[^\S\n]*[(\[][^\S\n]*(?:{_LABEL.pattern})", re.IGNORECASE)
_REACH = 150
"""Letters between a label and its link: the name of an agency, `ซึ่งเป็น…ได้ที่`."""
_NEXT_CLAUSE = lazy_pattern(r"\S\n|[(\[]?[0-9๐-๙]{1,2}[)\].]|และ|หรือ|ผ่าน|กับ(?!ดูแล)|รวมทั้ง")
"""What begins another channel between a label and a link; a link right on the next line is the label's."""
_ONE_MORE = lazy_pattern(r"\s*+(?:,|/|และ|หรือ|กับ)?\s*+")
_MOST_OF_A_KIND = 7
"""Letters of กระทรวง, สำนักงาน: what is longer is the name of one."""
_OF = lazy_pattern(r"^[\s:：=]*(?:หลัก\s*)?(?:ของ\s*)?")
_GO_ON = lazy_pattern(r"(?:ที่|คือ|ได้แก่|ชื่อ|[:：=(])\s?$")
_SCHEME = lazy_pattern(r"^(?:https?:/+)?", re.IGNORECASE)
_OTHERS = frozenset({"info.go.th", "opdc.go.th", "dla.go.th", "info.dla.go.th", "dga.or.th"})
"""Sites that a notice may name and that are no agency's own."""


class Links(NamedTuple):
    """The sites that are the agency's own, each host once, in their order; and the links that are channels."""

    websites: tuple[Stated, ...] = ()
    channels: tuple[str, ...] = ()


def find_links(
    text: str, lines: Lines, blanks: Iterable[tuple[int, int]], issuer: str, addresses: Iterable[str]
) -> Links:
    """All links that hold no blank. `issuer` is the agency of the notice, whose site another's label does not name."""
    taken = Spans([*spans_of_addresses(text), *blanks])
    domains = {address.rpartition("@")[2].lower() for address in addresses} - {*providers()}
    own = skeleton_of(without_prefix(issuer, kind_of_name(issuer)))
    found: dict[str, Stated] = {}
    others: list[str] = []
    for (start, end), is_labelled in _labelled(text, own):
        if taken.meet(start, end):
            continue
        link = "".join(text[start:end].split())
        host = read_website(link).host
        is_own = host is not None and host not in _OTHERS and host not in providers()
        if host is not None and is_own and ((is_labelled and not _is_service(host, link)) or _is_host(host, domains)):
            found.setdefault(host, Stated(_shown(link), lines.number(start)))
        else:
            others.append(link)
    return Links(tuple(found.values()), tuple(others))


def _shown(link: str) -> str:
    """`http://www.a.go.th/index.php` as `www.a.go.th`."""
    return _SCHEME.sub("", link).partition("/")[0].rstrip(".")


def _is_host(host: str, domains: Iterable[str]) -> bool:
    return any(stands_on(domain, host) for domain in domains)


def _is_service(host: str, link: str) -> bool:
    """Whether it is a page at a service for everybody (`forms.gle/…`, `m.me/…`), whatever its label says."""
    has_path = bool(_SCHEME.sub("", link).partition("/")[2])
    return has_path and not host.endswith(".th") and not has_accepted_suffix(host) and "www." not in link.lower()


def _labelled(text: str, own: str) -> Iterator[tuple[tuple[int, int], bool]]:
    """Where each link stands, and whether a label says that it is the website of the agency called `own`."""
    links = {match.span() for match in _URL.finditer(text)}
    within = Spans(links)
    labels = [match.span() for match in _LABEL.finditer(text) if not within.meet(*match.span())]
    last = 0
    for _, place in labels:
        if place >= last and (found := _BEHIND_LABEL.match(text, place)) is not None:  # else it is part of a path
            last = found.end()
            links |= set() if within.meet(*found.span(1)) else {found.span(1)}
    ends = iter([*(end for _, end in labels), len(text) + 1])
    label, following, before, was_labelled = -_REACH, next(ends), -_REACH, False
    for start, end in sorted(links):
        while following <= start:
            label, following = following, next(ends)
        if before > label:  # one more behind the last link
            is_labelled = was_labelled and _ONE_MORE.fullmatch(text, before, start) is not None
        else:
            is_labelled = start - label < _REACH and _leads(text[label:start], own)
        is_labelled = is_labelled or _LABEL_BEHIND.match(text, end) is not None
        yield (start, end), is_labelled
        before, was_labelled = end, is_labelled


def _leads(between: str, own: str) -> bool:
    """Whether a label goes on to the link: nothing else begins in between, and it names no other agency."""
    said = _GO_ON.sub("", _OF.sub("", one_line(between), count=1))
    if not any(map(str.isalpha, said)):
        return True
    if own and own in skeleton_of(said):
        return True
    kind = kind_of_name(said)
    if kind is not None and len(skeleton_of(without_prefix(said, kind))) > _MOST_OF_A_KIND * (kind.type_digits is None):
        return False
    return _NEXT_CLAUSE.search(between.strip()) is None
