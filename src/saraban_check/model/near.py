"""What may have been meant by a word that is none of those that are known: one rule for commands, options and files."""

from collections.abc import Iterable, Iterator

from .text import Text

_MEANT = Text(" (หมายถึง {names} หรือไม่)", " (did you mean {names}?)")
_LONGEST = 200
_LEAST_BEGUN = 2
_MOST_SAID = 3
_LEAST_ALIKE = 0.67
"""Two of five letters of a rule's code may not be others."""
_MOST_COMPARED = 4_000_000
"""Pairs of letters: of five thousand names of files as they usually are, of some hundred made to be slow."""
_SHORT = 3
"""Letters of a name so short that one wrong letter leaves nothing alike: groups."""
_CONFUSED = str.maketrans("oil๐๑๒๓๔๕๖๗๘๙", "0110123456789")
"""Read as the digit that they look like, on both sides."""


def nearest(wanted: str, known: Iterable[str], most: int = 1) -> list[str]:
    """Names that begin so, in their order, or with which it begins, else those most like it, whatever the case; none
    where nothing is like it.

    Of a short name (`A3`) those that begin with its letter are like it.
    """
    names: dict[str, str] = {}
    for name in known:
        names.setdefault(_folded(name), name)
    start = _folded(wanted)
    if not start or len(start) > _LONGEST:
        return []
    begun = [name for key, name in names.items() if key.startswith(start)] if len(start) >= _LEAST_BEGUN else []
    if begun or (begun := [name for key, name in names.items() if _is_longer(start, key)]):
        return begun
    from difflib import get_close_matches

    if close := get_close_matches(start, list(_affordable(start, names)), n=most, cutoff=_LEAST_ALIKE):
        return [names[key] for key in close]
    if len(start) > _SHORT:
        return []
    return [name for key, name in names.items() if len(key) <= _SHORT and key[0] == start[0]]


def did_you_mean(names: Iterable[str]) -> Text:
    """What is said of the names that came near, behind what is wrong; nothing where there are none."""
    found = list(names)
    more = " …" if len(found) > _MOST_SAID else ""
    return _MEANT.fill(names=", ".join(found[:_MOST_SAID]) + more) if found else Text("", "")


def meant(wanted: str, known: Iterable[str], most: int = 1) -> Text:
    """`did_you_mean` of the `nearest`."""
    return did_you_mean(nearest(wanted, known, most))


def _affordable(wanted: str, names: Iterable[str]) -> Iterator[str]:
    """The names that can be compared in a moment: comparing two takes as long as their lengths multiplied."""
    left = _MOST_COMPARED
    for name in names:
        left -= len(wanted) * len(name)
        if left < 0:
            return
        yield name


def _is_longer(wanted: str, name: str) -> bool:
    return len(name) > _SHORT and wanted.startswith(name) and len(wanted) <= len(name) + _SHORT


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold().translate(_CONFUSED)
