"""How the paper writes shares, lists of words, and words of a file that may be of any length."""

from collections.abc import Iterable

from ...model.text import Text
from ...report.words.shares import share_text

_LONGEST = 60


def percent(part: int, whole: int) -> str:
    """`79.7`: per cent, as reports have it, its sign left to the words beside it."""
    return share_text(part, whole).removesuffix("%")


def joined(between: str, texts: Iterable[Text]) -> Text:
    """The texts behind each other, in both languages."""
    said = list(texts)
    return Text(between.join(text.th for text in said), between.join(text.en for text in said))


def shortened(text: Text, most: int = _LONGEST) -> Text:
    """On one line, and no longer than `most` letters; without it, than a title may be."""
    return Text(*(_short(said, most) for said in text))


def _short(text: str, most: int) -> str:
    said = " ".join(text[: 4 * most].split())
    return said if len(said) <= most else said[: most - 1].rstrip() + "…"
