"""The rows that are no agencies, as reports show them: named where they are not listed, and marked where they are."""

from collections.abc import Iterator
from typing import Protocol

from ..model.record import RowKind, SetAside
from ..model.text import Text
from ..reference.row_words import NAMES

_NOTE = Text("ไม่นับเป็นหน่วยงาน {count} แถว: {rows}{more}", "Not counted as agencies, {count} rows: {rows}{more}")
_ROW = Text("แถว {row} “{text}” ({kind})", "row {row} “{text}” ({kind})")
_HEADER_ROW = Text("แถว {row} ({kind})", "row {row} ({kind})")
_MORE = Text(" · และอีก {count} แถว", " · and {count} more")
MARK = Text("ไม่นับ", "not counted")
_WHY = Text("ไม่ใช่หน่วยงาน จึงไม่นับ: {kind}", "No agency, so it is not counted: {kind}")
_NAMED = 10
_WORDS = 32


class Aside(Protocol):
    """What was read of a list, for whatever purpose: the rows that are no agencies are told in the same words."""

    @property
    def set_aside(self) -> tuple[SetAside, ...]: ...

    @property
    def set_aside_count(self) -> int: ...


def set_aside_notes(found: Aside) -> Iterator[Text]:
    """A sentence on the rows that are no agencies, if there are any: how many, and which the first are."""
    count = found.set_aside_count
    if not count:
        return
    named = [_named(row) for row in found.set_aside[:_NAMED]]
    rows = Text(" · ".join(text.th for text in named), " · ".join(text.en for text in named))
    rest = count - len(named)
    yield _NOTE.fill(count=f"{count:,}", rows=rows, more=_MORE.fill(count=f"{rest:,}") if rest else Text("", ""))


def _named(row: SetAside) -> Text:
    kind = NAMES[row.kind]
    if row.kind is RowKind.HEADER:
        return _HEADER_ROW.fill(row=row.row, kind=kind)
    text = row.text if len(row.text) <= _WORDS else row.text[: _WORDS - 1].rstrip(" …") + "…"
    return _ROW.fill(row=row.row, text=text, kind=kind)


def why_set_aside(row: SetAside) -> Text:
    """What is said beside the row in place of a reason."""
    return _WHY.fill(kind=NAMES[row.kind])
