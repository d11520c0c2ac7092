"""Texts of the page with marks where a line may end: a browser's own dictionary would cut Thai elsewhere (ถูก|ต้อง)."""

from ...model.lazy_pattern import lazy_pattern
from ...model.text import Text
from ...report.thai_words import breakable

MARK = "\u200b"
"""Between two pieces; the page makes elements of the pieces, and the mark itself is never shown or copied."""
_PLACES = lazy_pattern(r"(\{\w+\})")


def in_words(text: Text) -> Text:
    """The text, its Thai in pieces; a place that the page fills in stays whole. Source: decisions: Rounds."""
    if text.th.isascii():
        return text
    parts = _PLACES.split(text.th)
    return Text("".join(part if _PLACES.fullmatch(part) else MARK.join(breakable(part)) for part in parts), text.en)
