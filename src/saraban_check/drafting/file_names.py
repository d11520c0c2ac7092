"""Names of files for drafts: safe on every system, each its own."""

import re
import unicodedata

from .agency_names import short_name
from .plain_text import one_plain_line

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_MOST_BYTES = 120
"""Of a name with its ending: file systems take 255, but archives and paths on Windows less."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)
_LONGEST_ENDING = 5
_MARKS = ("Mn", "Mc", "Me")


class FileNames:
    """Gives each draft the name of its files, without their ending: `06480115-อบต.วังทอง`."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def name_for(self, code: str | None, row: int, agency: str) -> str:
        """The name: by the code, else by the row of the list; a second of the same name gets a number."""
        begin = code or f"row-{row}"
        readable = _UNSAFE.sub("_", unicodedata.normalize("NFC", one_plain_line(short_name(agency))))
        number = 1
        while True:
            end = "" if number == 1 else f"-{number}"
            name = _safe(_cut(f"{begin}-{readable}", _MOST_BYTES - _LONGEST_ENDING - len(end)) + end)
            if name.casefold() not in self._taken:  # some file systems do not tell capitals apart
                self._taken.add(name.casefold())
                return name
            number += 1


def _cut(name: str, most: int) -> str:
    """The beginning of a name that takes so many bytes at most; no letter loses a mark of its own."""
    kept = name.encode()[:most].decode(errors="ignore")
    if len(kept) < len(name) and unicodedata.category(name[len(kept)]) in _MARKS:
        while kept and unicodedata.category(kept[-1]) in _MARKS:
            kept = kept[:-1]
        kept = kept[:-1]
    return kept.rstrip(" .")


def _safe(name: str) -> str:
    return f"_{name}" if _RESERVED.match(name) else name
