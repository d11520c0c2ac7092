"""A website as a notice shows it."""

import re

from ..address.characters import tidy_characters
from ..address.websites import read_website
from ..model.lazy_pattern import lazy_pattern

_SCHEME = lazy_pattern("https?:/+", re.IGNORECASE)
_URL = lazy_pattern(r"[!-~]+")
_HOME = lazy_pattern(r"/(?:(?:index|home|main|default)(?:\.[a-z]+)?/?)?", re.IGNORECASE)


def shown_website(cell: str) -> str | None:
    """`http://www.wang-thong.go.th/index.php` as `www.wang-thong.go.th`.

    A further path is kept: the agency's pages may stand below it. None where no website can be read, or the page is
    one in a social network.
    """
    host = read_website(cell).host
    if host is None:
        return None
    typed = tidy_characters(cell).strip()
    plain = _SCHEME.sub("", typed, count=1)
    begins = re.match(rf"(?:www\.)?{re.escape(host)}(?=/|$)", plain, re.IGNORECASE)
    if begins is None or not _URL.fullmatch(plain):
        return f"www.{host}" if f"www.{host}" in typed.casefold() else host
    path = plain[begins.end() :]
    return begins[0].lower() + ("" if _HOME.fullmatch(path) else path.rstrip("/"))
