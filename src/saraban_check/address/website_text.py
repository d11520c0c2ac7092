"""What a website cell says: read what can be read without guessing wrong (decisions: Lists)."""

import re

from ..reference.domains import social_pages
from ..reference.words import words
from .characters import tidy_characters
from .suffixes import registrable_domain
from .websites import NO_WEBSITE, SOCIAL, Unreadable, Website

_BREAK = re.compile(r"\n|\||;(?!\s*[/\\])|,(?=\s|$|www|http)|\s(?=https?\s*[:;/]|www[.,])|และ|หรือ")
_LABEL = re.compile(r"^(?:[\u0E01-\u0E4E\s.]++|(?:web\s?site|web|url|home\s?page)\s*+)[:=]\s*")
_IN_FRONT = re.compile(r"^[\u0E01-\u0E4E\s.]+(?=\s|www|h?t?tps?[:;/\s])")
_BEHIND = re.compile(r"(?<=[a-z])[\u0E01-\u0E4E]{1,2}$|(?:(?<!\s)\s+)?\([^()a-z0-9]*+\)$")
_AROUND = " \"'`“”‘’<>()[]{}"
_SPACED_SCHEME = re.compile(r"^h ?t ?t ?p ?(s?) ?(?=[:;/])")
_BEFORE_SCHEME = re.compile(r"^(?:https?|[w\s.:;/\\])+(?=h?t?tps?\s*+(?:[:;]\s*+)?/)")
_SCHEME = re.compile(r"^(?:[fhtps]{0,8}[:;.]*[/\\][/\\:.]*|https?[:;.]\s*|https?(?=www\.))")
_NOTHING = re.compile(r"(?:https?|web\s?site|web|url|home\s?page|[w\s.:;,/\\-]|[^\x00-\x7F])*")
"""What holds no site: the beginnings of one, and words that are not English."""
_SPACE_FOR_DOT = re.compile(
    r"(?<!\s)\s++(?=(?:go|or|ac|mi|co|in)\s*\.\s*th\b|com\b|net\b|org\b)|(?<=www)\s++(?=[a-z0-9])"
)
_COMMA_FOR_DOT = re.compile(r"(?<=[a-z0-9]),(?=[a-z0-9])")
_AROUND_MARKS = re.compile(r"(?:(?<!\s)\s+)?([./:])\s*")
_DOTS = re.compile(r"\.{2,}")
_WWW = re.compile(r"^(?:w{1,4}[0-9]?\.)+|^www(?=[a-z0-9-]{3,}\.)")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_DOUBTFUL = re.compile(r"www|\.(?:go|or|ac|mi|in|co)\.th\.|\.com\.|\.go\.(?!th$)|[a-z0-9-]go\.th$")
"""Two sites run together, or a `.go.th` with a slip in it: a host by its form, but hardly the one that was meant."""
_ANOTHER = re.compile(r"(?=https?:|www\.)")
_THE_WORD = re.compile(r"(?:(?<!\s)\s+)?(?:เว็[บป]\s*ไซ[ตท]์?|เว็[บป]|web\s?site)\s*")

_GARBLED = Website(None, Unreadable.GARBLED)


def read_text(cell: str) -> Website:
    """The host that a cell with something in it names."""
    lines = (re.sub(r" +", " ", line.strip()) for line in tidy_characters(cell).lower().split("\n"))
    text = "\n".join(line for line in lines if line)
    if words("none").whole(text) or words("none").whole(_THE_WORD.sub("", text)):
        return NO_WEBSITE
    if "@" in text:
        return Website(None, Unreadable.ADDRESS)
    pieces = [piece for piece in _BREAK.split(text) if not _NOTHING.fullmatch(piece)]
    found = set(map(_read_site, pieces))
    if len(found) > 1:
        found.discard(SOCIAL)
    return found.pop() if len(found) == 1 else _GARBLED


def _read_site(text: str) -> Website:
    """The host of one site; its path may not name another."""
    site, path = _host_and_path(text)
    others = [part for part in _ANOTHER.split(path)[1:] if not _NOTHING.fullmatch(part)]
    if site.host is None or all(_host_and_path(part)[0] == site for part in others):
        return site
    return _GARBLED


def _host_and_path(text: str) -> tuple[Website, str]:
    text = _BEHIND.sub("", text).strip(_AROUND)
    text = _IN_FRONT.sub("", _LABEL.sub("", text)).strip(_AROUND)
    text = _BEFORE_SCHEME.sub("", _SPACED_SCHEME.sub(r"http\1", text))
    text = _COMMA_FOR_DOT.sub(".", _SPACE_FOR_DOT.sub(".", text))
    text = _SCHEME.sub("", _AROUND_MARKS.sub(r"\1", text))
    end = next((i for i, char in enumerate(text) if char in "/?#:\\"), len(text))
    return _website(_WWW.sub("", _DOTS.sub(".", text[:end]).strip(". -"))), text[end:]


def _website(host: str) -> Website:
    if not _HOST.fullmatch(host) or _DOUBTFUL.search(host) or (owner := registrable_domain(host)) is None:
        return _GARBLED
    pages = social_pages()
    if host in pages or owner in pages or host.endswith(tuple(f".{page}" for page in pages)):
        return SOCIAL
    return Website(host)
