"""Names of files for drafts and for the parts of a list: safe on every system, each its own."""

import unicodedata

from ..model.lazy_pattern import lazy_pattern
from ..model.windows_names import is_device
from .agency_names import short_name
from .plain_text import one_plain_line

_UNSAFE = lazy_pattern(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LEADING = lazy_pattern(r"^[\s.~=+-]+")
"""Hidden files, locks of an office program, options of a shell, formulas: none of the files is to look like one."""
_MOST_BYTES = 120
"""Of a name with its ending: file systems take 255, but archives and paths on Windows less."""
_LONGEST_ENDING = 5
_MARKS = ("Mn", "Mc", "Me")


class FileNames:
    """Gives each file a name without its ending, whatever it is to be called after."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def name_for(self, code: str | None, row: int, agency: str) -> str:
        """That of an agency's draft, by the code, else by the row of the list: `06480115-อบต.วังทอง`."""
        return self.name_of(f"{code or f'row-{row}'}-{short_name(agency)}")

    def name_of(self, text: str) -> str:
        """That of anything; a second of the same name gets a number."""
        readable = _UNSAFE.sub("_", unicodedata.normalize("NFC", one_plain_line(text)))
        readable = _LEADING.sub("_", readable) or "_"
        number = 1
        while True:
            end = "" if number == 1 else f"-{number}"
            name = _safe(_cut(readable, _MOST_BYTES - _LONGEST_ENDING - len(end)) + end)
            taken = unicodedata.normalize("NFKC", name).casefold()
            if taken not in self._taken:  # some file systems do not tell capitals apart
                self._taken.add(taken)
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
    return f"_{name}" if is_device(name) else name
