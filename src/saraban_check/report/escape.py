"""Everything from a file is hostile until it is escaped for where it goes."""

import os
import re
import unicodedata
from functools import lru_cache

from ..intake.neutralised import FORMULA_SIGNS, looks_neutralised
from ..model.lazy_pattern import lazy_pattern

_CONTROL = lazy_pattern(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_HIDDEN = lazy_pattern(r"(?![\t\n\r])" + _CONTROL.pattern)
_DRAWN = lazy_pattern(rf"(?!\A\ufeff|[\t\n]|\r\n){_CONTROL.pattern}")
_SCRIPT = tuple((char, f"\\u{ord(char):04x}") for char in "<>&\u2028\u2029")
_MAY_NEED_APOSTROPHE = frozenset((*FORMULA_SIGNS, "'"))
"""The letters with which a cell begins that an apostrophe keeps from being a formula, or that has one."""
_PLAIN_NUMBER = lazy_pattern(r"[+-]?[0-9]+(?:[.,][0-9]+)*")
_XML_FORBIDS = lazy_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_CELL = 32767
_SURELY_SHORT = _LONGEST_CELL // 2  # whatever the letters are
_LINE_ENDS = r"\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_INDENT = r"[ \t\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]*"
_COMMAND = lazy_pattern(rf"((?:\A|(?<=[{_LINE_ENDS}])){_INDENT})::")
"""How a workflow command begins: the runner trims what is blank before it, and a BOM at the very beginning."""
_MARKDOWN = lazy_pattern(r"[\\`*_\[\]|~#!$]|(?<=:)//|(?<=www)\.", re.IGNORECASE)
_MENTION = lazy_pattern(r"(?<![A-Za-z0-9_])@(?=[A-Za-z0-9_])|[#!](?=[0-9])")
_WORD_JOINER = "\u2060"


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def for_terminal(text: str) -> str:
    """Control characters, escape sequences and direction marks as visible pictures."""
    return for_ci_log(_CONTROL.sub(_picture, text))


def for_ci_log(text: str) -> str:
    """On GitHub a line of a log may be a command to the runner: such beginnings are broken up, line by line."""
    if not is_ci_log():
        return text
    return without_old_commands(_COMMAND.sub(r"\1: :", text))


def for_log_line(text: str) -> str:
    """Exactly one line of a log, the same on every machine: whatever it holds neither ends it nor is obeyed."""
    return without_old_commands(_COMMAND.sub(r"\1: :", _CONTROL.sub(_picture, text)))


def is_ci_log() -> bool:
    """Whether what is said goes to a log of GitHub, whose runner obeys it."""
    return bool(os.environ.get("GITHUB_ACTIONS"))


def without_old_commands(text: str) -> str:
    """Without the runner's commands of the older kind, which may stand anywhere in a line."""
    return text.replace("##[", "## [")


def for_console(text: str) -> str:
    """A machine format that goes to a terminal: line ends, tabs and its BOM stay, other control characters are shown.

    Written so that no format is broken by it, as a mark of its own would break XML.
    """
    return _DRAWN.sub(_plain_picture, text)


def _plain_picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else f"\\u{code:04x}"


def for_csv(text: str) -> str:
    """A cell that a spreadsheet would take for a formula is kept from it by an apostrophe; plain numbers are not.

    What looks as if it had one already gets one more, for one is taken away when it is read.
    """
    if text[:1] not in _MAY_NEED_APOSTROPHE:
        return text
    if text.startswith(FORMULA_SIGNS) and not _PLAIN_NUMBER.fullmatch(text):
        return "'" + text
    return "'" + text if looks_neutralised(text) else text


def for_xml(text: str) -> str:
    """Characters that XML 1.0 forbids, replaced; mark-up is escaped by whoever writes it."""
    return _XML_FORBIDS.sub("\ufffd", text)


def for_json(json_text: str) -> str:
    """JSON whose texts hold nothing that a terminal or a CI log would obey; whoever reads it gets the same texts."""
    if json_text.isprintable() and "##[" not in json_text:
        return json_text
    return _CONTROL.sub(_json_escape, json_text.replace("##[", "##\\u005b"))


def _json_escape(match: re.Match[str]) -> str:
    """A lone surrogate stands for no character: strict readers refuse its escape."""
    return "?" if "\ud800" <= match[0] <= "\udfff" else f"\\u{ord(match[0]):04x}"


def for_xlsx(text: str) -> str:
    """Characters that XML forbids replaced, line ends as a workbook has them, and no longer than a cell may be.

    Excel counts UTF-16 units, two for an emoji; a text that is cut ends in “…”.
    """
    if len(text) <= _SURELY_SHORT and text.isprintable():
        return text
    if _units(text := _as_in_xlsx(text)) <= _LONGEST_CELL:
        return text
    kept = text.encode("utf-16-le")[: 2 * (_LONGEST_CELL - 1)]
    return kept.decode("utf-16-le", "ignore") + "…"  # half of a pair at the end is left out


def is_cut_in_xlsx(text: str) -> bool:
    """Whether a workbook's cell cannot hold the whole text."""
    return len(text) > _SURELY_SHORT and _units(_as_in_xlsx(text)) > _LONGEST_CELL


def _as_in_xlsx(text: str) -> str:
    return for_xml(text.replace("\r\n", "\n").replace("\r", "\n"))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def for_markdown(text: str) -> str:
    """Text inside a line or a table's cell: no mark-up, no HTML, one line; nobody is mentioned, no issue referred to.

    GitHub and GitLab look for `@name` and `#12` in the rendered page, where no backslash is left: an invisible word
    joiner breaks them. An address is no mention and stays as it is.
    """
    line = _CONTROL.sub(_picture, " ".join(text.split()))
    line = _MENTION.sub(lambda match: match[0] + _WORD_JOINER, line)
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKDOWN.sub(lambda match: "\\" + match[0], line)


def for_page(text: str) -> str:
    """What a page shows: as on the terminal, but line breaks and tabs stay, which a page shows as spaces.

    Most texts are printable through and through; asking that first is ten times as fast as searching them.
    """
    return text if text.isprintable() else _HIDDEN.sub(_picture, text)


def for_html(text: str) -> str:
    """A text between the tags of a page, or between the quotes of an attribute."""
    import html  # its table of entities takes 3 ms to load

    return html.escape(for_page(text))


def for_script_data(json_text: str) -> str:
    """JSON inside a `<script>` element: nothing in it can end the element, or a line of the script."""
    for char, escaped in _SCRIPT:
        json_text = json_text.replace(char, escaped)
    return json_text


def cell_width(text: str) -> int:
    """How many columns a terminal gives a text: marks above and below take none, wide characters two."""
    return len(text) if text.isascii() else sum(map(_character_width, text))


@lru_cache(maxsize=4096)
def _character_width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
