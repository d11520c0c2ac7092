"""Two addresses that differ only in characters that look the same: which these are (`s[а]raban`)."""

from typing import NamedTuple

from ..address.characters import tidy_characters
from ..reference.words import lookalikes

_SAME = str.maketrans({"1": "l", "I": "l", "|": "l", "0": "o", "O": "o"})
"""What most typefaces draw alike."""


class Marked(NamedTuple):
    """An address with the characters in brackets that look like others, and these characters."""

    text: str
    characters: tuple[str, ...]


def marked_lookalikes(old: str, new: str) -> tuple[Marked, Marked] | None:
    """Both addresses, what looks the same and is not in brackets; None where they differ in anything else too, or
    only in case, which makes no difference."""
    ours, theirs = _seen(old), _seen(new)
    if old.casefold() == new.casefold() or len(ours) != len(theirs):
        return None
    is_same = [one.casefold() == other.casefold() for (one, _), (other, _) in zip(ours, theirs, strict=True)]
    if any(not same and one[1] != other[1] for one, other, same in zip(ours, theirs, is_same, strict=True)):
        return None
    return _marked(ours, is_same), _marked(theirs, is_same)


def _marked(seen: list[tuple[str, str]], is_same: list[bool]) -> Marked:
    others = tuple(char for (char, _), same in zip(seen, is_same, strict=True) if not same)
    parts = (char if same else f"[{char}]" for (char, _), same in zip(seen, is_same, strict=True))
    return Marked("".join(parts), others)


def _seen(address: str) -> list[tuple[str, str]]:
    """Each character that can be seen, with the invisible ones before it, and what it looks like."""
    found: list[tuple[str, str]] = []
    hidden = ""
    for char in address:
        looks = tidy_characters(char).translate(lookalikes()).translate(_SAME).casefold()
        if looks:
            found.append((hidden + char, looks))
        hidden = "" if looks else hidden + char
    return [*found, (hidden, "")] if hidden else found
