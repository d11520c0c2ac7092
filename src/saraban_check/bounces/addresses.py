"""Addresses in bounces: the typed ones of a delivery status, and those that stand in a text."""

import re
from collections.abc import Iterator

_XTEXT = re.compile(r"\+([0-9A-F]{2})")
_UNITEXT = re.compile(r"\\x\{([0-9A-Fa-f]{2,6})\}")
_IN_TEXT = re.compile(
    r"(?<![\w.!#$%&'*+/=?^`{|}~-])([\w.!#$%&'*+/=?^`{|}~-]{1,64})@((?:[\w-]{1,63}\.){1,10}[\w-]{2,63})(?![\w@-])"
)
_COMMENT = re.compile(r"(?:(?<![ \t])[ \t]+)?\([^()]{0,300}+\)\Z")
_PREFIX = re.compile(r"(?:smtp|mailto|rfc822):[ \t]*", re.IGNORECASE)
_PERCENT = re.compile(r"([^%@]{1,64})%([^%@.]{1,63}\.[^%@]{2,190})@[^@]{1,255}")
_ENCAPSULATED = re.compile(r"IMCEASMTP-([A-Za-z0-9+_=-]{3,300})@[^@]{1,255}", re.IGNORECASE)
_ROUTE = re.compile(r"@[^\s:]{1,300}:")
_SHAPE = re.compile(r"[^\s@<>()\[\]\",;:\\]{1,64}@[^\s@<>()\[\]\",;:\\]{1,255}")
_LONGEST = 320


def typed_address(field: str) -> str:
    """The address of an `Original-Recipient` or `Final-Recipient` field (RFC 3464, 6533); empty where it is none.

    `rfc822;saraban@x.go.th`, `utf-8;` with `\\x{0E2A}` for letters, and xtext (`+2B`, RFC 3461) in an `rfc822` type
    only where the address would not be one without it: a plus sign may as well be the address's own. A name before
    `<address>`, a comment after it, a repeated type (`SMTP:`) and a source route (`@a,@b:`, RFC 5321 appendix C)
    are left out, and so is the relay of `saraban%x.go.th@relay` and of Exchange's `IMCEASMTP-saraban+40x+2Ego...`.
    """
    if not field:
        return ""
    kind, mark, rest = field.partition(";")
    if not mark:
        kind, rest = "", field
    text = " ".join(rest.split())[: _LONGEST * 6]
    if "\\x{" in text and kind.strip().lower() != "x-unix":
        text = _UNITEXT.sub(_character, text)
    text = _bare(text)
    if text.startswith('"') and text.endswith('"') and "@" in text:
        text = text[1:-1]
    if not is_address(text) and "+" in text:
        text = _XTEXT.sub(lambda found: chr(int(found[1], 16)), text)
    text = _without_relay(text)
    return text if is_address(text) else ""


def _without_relay(text: str) -> str:
    if (found := _ENCAPSULATED.fullmatch(text)) is not None:
        inner = _XTEXT.sub(lambda code: chr(int(code[1], 16)), found[1].replace("_", "/"))
        return inner if is_address(inner) else text
    return f"{found[1]}@{found[2]}" if (found := _PERCENT.fullmatch(text)) is not None else text


def _bare(text: str) -> str:
    """What is left of a typed address without what may stand around it."""
    if "(" in text:
        text = _COMMENT.sub("", text)
    if text.endswith(">") and "<" in text:
        text = text[text.rfind("<") + 1 : -1].strip()
    text = text.removeprefix("<").removesuffix(">").rstrip(".")
    if ":" in text:
        for before in (_PREFIX, _ROUTE):
            text = text[found.end() :] if (found := before.match(text)) else text
    return text


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else found[0]


def is_address(text: str) -> bool:
    """Whether it has the shape of an address, in whatever letters."""
    return len(text) <= _LONGEST and _SHAPE.fullmatch(text) is not None and "\ufffd" not in text


def addresses_in(text: str) -> list[str]:
    """The addresses in a text, in order, each once (without regard to case)."""
    seen: dict[str, str] = {}
    for _, _, address in places_in(text):
        seen.setdefault(address.casefold(), address)
    return list(seen.values())


def places_in(text: str) -> Iterator[tuple[int, int, str]]:
    """The addresses in a text, each time with where it begins and ends."""
    if "@" in text:
        for found in _IN_TEXT.finditer(text):
            yield found.start(), found.end(), found[0].strip(".'`")
