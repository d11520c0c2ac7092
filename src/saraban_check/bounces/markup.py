"""The text of a notice in HTML."""

import html
import re
from urllib.parse import unquote

_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<(?:br|/p|/div|/tr|/li|/h[1-6])\b[^<>]*>", re.IGNORECASE)
_LINK = re.compile(r"<a\b[^<>]*>", re.IGNORECASE)
_MAILTO = re.compile(r"mailto:([^\"'<>?\s]{1,400})", re.IGNORECASE)
_UNSEEN = re.compile(r"<(head|style|script|template)\b|<!--", re.IGNORECASE)
"""What begins that no program shows, and ends at its closing tag."""
_LONGEST = 500
"""Characters of a link's text that are searched for an address."""


def without_markup(text: str) -> str:
    """The text as it is shown; the address of a link that does not show it follows the link's text in brackets."""
    text = _seen(text)
    if "mailto:" in text or "MAILTO:" in text:
        text = "".join(_with_addresses(text))
    return html.unescape(_TAG.sub(" ", _BREAK.sub("\n", text)))


def _seen(text: str) -> str:
    """The text without comments, styles and scripts; what never ends hides nothing."""
    folded = text.lower() if "<" in text else ""
    if len(folded) != len(text):  # a letter that has no lower case of its length: then nothing is where it was
        folded = text
    pieces: list[str] = []
    endless: set[str] = set()
    done = 0
    for found in _UNSEEN.finditer(folded):
        name = found[1] or ""
        if found.start() < done or name in endless:
            continue
        closing = f"</{name}" if name else "-->"
        end = folded.find(closing, found.end())
        if end < 0:
            endless.add(name)
            continue
        pieces.append(text[done : found.start()])
        done = end if name else end + len(closing)
    return " ".join((*pieces, text[done:]))


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
