"""Characters that look right and are not: invisible ones, full-width forms, Thai digits, odd spaces."""

import re
import unicodedata

_THAI_DIGITS = {0x0E50 + i: str(i) for i in range(10)}  # ๐-๙
_WIDE = {
    code: folded
    for block in (range(0xFF01, 0xFF5F), range(0xFE50, 0xFE70), (0x3002, 0xFF61, 0x3000))
    for code in block
    if (folded := {0x3002: ".", 0xFF61: ".", 0x3000: " "}.get(code, unicodedata.normalize("NFKC", chr(code)))).isascii()
}
_BREAKS = dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), "\n")

WIDE = {**_WIDE, **dict.fromkeys((12289, 65292), ",")}
"""Full-width and small forms to ASCII, for `str.translate`."""

THAI_DIGITS = _THAI_DIGITS

_UNSEEN = frozenset(("Cc", "Cf", "Co", "Cs", "Cn"))
_NOT_PLAIN = re.compile(r"[^\x20-\x7E]")


def drop_invisible(text: str) -> str:
    """Without zero-width, bidirectional and control characters, BOM and soft hyphen; line breaks become `\\n`."""
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").translate(_BREAKS)
    unseen = {ord(c): None for c in set(text) - {"\t", "\n"} if unicodedata.category(c) in _UNSEEN}
    return text.translate(unseen) if unseen else text


def plain_spaces(text: str) -> str:
    """All Unicode spaces and tabs as the plain space."""
    if text.isprintable():  # a plain space is, all others are not
        return text
    spaces = {ord(c): " " for c in set(text) if c == "\t" or unicodedata.category(c) == "Zs"}
    return text.translate(spaces) if spaces else text


def tidy_characters(text: str) -> str:
    """All of these together; what is ASCII already comes back as it is."""
    if not _NOT_PLAIN.search(text):
        return text
    return plain_spaces(drop_invisible(text)).translate(WIDE).translate(THAI_DIGITS)


def is_foreign_letter(char: str) -> bool:
    """A letter, or a mark on one, that cannot stand in an address (SB105)."""
    return not char.isascii() and unicodedata.category(char)[0] in "LM"
