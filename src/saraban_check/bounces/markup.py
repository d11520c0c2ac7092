"""The text of a notice in HTML."""

import html
import re
from urllib.parse import unquote

_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<(?:br|/p|/div|/tr|/li|/h[1-6])\b[^<>]*>", re.IGNORECASE)
_LINK = re.compile(r"<a\b[^<>]*>", re.IGNORECASE)
_MAILTO = re.compile(r"mailto:([^\"'<>?\s]{1,400})", re.IGNORECASE)
_LONGEST = 500
"""Characters of a link's text that are searched for an address."""


def without_markup(text: str) -> str:
    """The text as it is shown; the address of a link that does not show it follows the link's text in brackets."""
    if "mailto:" in text or "MAILTO:" in text:
        text = "".join(_with_addresses(text))
    return html.unescape(_TAG.sub(" ", _BREAK.sub("\n", text)))


def _with_addresses(text: str) -> "list[str]":
    pieces: list[str] = []
    done = 0
    for found in _LINK.finditer(text):
        link = _MAILTO.search(found[0])
        end = text.find("</", found.end(), found.end() + _LONGEST) if link else -1
        if link and end >= 0 and found.start() >= done and "@" not in text[found.end() : end]:
            pieces += [text[done:end], f" &lt;{unquote(link[1])}&gt;"]
            done = end
    return [*pieces, text[done:]]
