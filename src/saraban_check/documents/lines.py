"""The text of a document as lines, whatever wrote it."""

from ..model.lazy_pattern import lazy_pattern
from .thai_repair import repair_thai

_LINE_END = lazy_pattern("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_BEFORE_END = lazy_pattern(r"(?<![ \t\u00a0])[ \t\u00a0]+(?=\n|\Z)")
_CONTROL = lazy_pattern(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def tidy(text: str) -> str:
    """The text with `\\n` at the end of each line (a page break ends one too), without controls, its Thai repaired."""
    return _BEFORE_END.sub("", repair_thai(_CONTROL.sub("", _LINE_END.sub("\n", text))))
