"""What became of each column of a list, in words: every report that people read says it alike."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..model.text import Text
from ..reference.column_letters import letters_of
from ..reference.fields import FIELD_NAMES
from ..reference.words import fold_heading

if TYPE_CHECKING:
    from ..intake.columns import UnusedColumn
    from ..intake.table import Table

COLUMNS = Text("คอลัมน์ของรายชื่อ", "Columns of the list")
FEW = 12
"""So many unused columns a screen names; the reports name them all."""

_LONGEST = 40
_USED = Text("คอลัมน์ที่ใช้: {columns}", "columns: {columns}")
_PAIR = Text("{field} = “{heading}”", "{field} = “{heading}”")
_UNUSED = Text("คอลัมน์ที่ไม่ได้ใช้: {columns}{more}", "columns not used: {columns}{more}")
_MORE = Text(" และอีก {count} คอลัมน์", " and {count} more")
_MISFIT = Text("“{heading}” (ข้อมูลไม่ตรงกับหัวคอลัมน์)", "“{heading}” (its cells are not what its heading says)")
_NAMELESS = Text("คอลัมน์ {column} (ไม่มีหัวคอลัมน์)", "column {column} (without a heading)")
_PROBABLY = Text(
    "“{heading}” (คอลัมน์ {column}) ไม่ได้ใช้ แต่น่าจะเป็นช่อง “{field}”{how}",
    "“{heading}” (column {column}) is not used, but is probably the {field}{how}",
)
_RIVAL = Text(
    "“{heading}” (คอลัมน์ {column}) ไม่ได้ใช้ เพราะใช้ {other} เป็นช่อง “{field}” แล้ว{how}",
    "“{heading}” (column {column}) is not used: {other} serves as the {field}{how}",
)
_OTHER = Text("“{heading}”", "“{heading}”")
_SAME = Text("“{heading}” (คอลัมน์ {column})", "“{heading}” (column {column})")
_HEADLESS = Text(
    "คอลัมน์ {column} (ไม่มีหัวคอลัมน์) น่าจะเป็นช่อง “{field}” ถ้าจะใช้ ให้ตั้งชื่อหัวคอลัมน์",
    "column {column} (without a heading) is probably the {field}; to use it, give it a heading",
)
_MORE_DOUBTS = Text("ยังมีคอลัมน์ที่ไม่ได้ใช้อีก {count} คอลัมน์", "{count} more columns are not used")
_HOW = Text(" ถ้าจะใช้: {option}", "; to use it: {option}")
_RENAME = Text(" ถ้าจะใช้ ให้ตั้งชื่อหัวคอลัมน์ไม่ซ้ำกับคอลัมน์อื่น", "; to use it, give it a heading that no other column has")


def column_notes(source: "Table", most: int | None = None) -> list[Text]:
    """A sentence each: which heading serves as which field, which columns are not used, and what each of these
    probably is. At most so many columns are named; how many more there are is said."""
    notes = [_USED.fill(columns=_joined([_pair(source, field) for field in source.header.columns]))]
    plain = [column for column in source.unused if column.probably is None]
    if plain:
        named = [_plain(column) for column in plain[:most]]
        more = _MORE.fill(count=len(plain) - len(named)) if len(plain) > len(named) else ""
        notes.append(_UNUSED.fill(columns=_joined(named), more=more))
    return [*notes, *column_doubts(source, most)]


def column_doubts(source: "Table", most: int | None = None) -> Iterator[Text]:
    """A sentence for each unused column that probably is a field."""
    found = [column for column in source.unused if column.probably is not None]
    if most is not None and len(found) == most + 1:  # the last one takes no more room than that there is one more
        most = None
    for column in found[:most]:
        yield _doubt(source, column)
    if left := len(found) - len(found[:most]):
        yield _MORE_DOUBTS.fill(count=left)


def _pair(source: "Table", field: str) -> Text:
    """`จังหวัด = “PROV_NAME”`; one that is called as the field is needs no more than its name."""
    heading, field_name = source.header.names[source.header.columns[field]], FIELD_NAMES[field]
    shown = _short(heading)
    th, en = (
        shown if fold_heading(heading) == fold_heading(said) else pair.format(field=said, heading=shown)
        for said, pair in zip(field_name, _PAIR, strict=True)
    )
    return Text(th, en)


def _plain(column: "UnusedColumn") -> Text:
    if not column.heading:
        return _NAMELESS.fill(column=column.column)
    heading = _short(column.heading)
    return Text(f"“{heading}”", f"“{heading}”") if column.why is None else _MISFIT.fill(heading=heading)


def _doubt(source: "Table", column: "UnusedColumn") -> Text:
    field = column.probably or ""
    if not column.heading:
        return _HEADLESS.fill(column=column.column, field=FIELD_NAMES[field])
    how = _RENAME if column.option is None else _HOW.fill(option=column.option)
    told = {"heading": _short(column.heading), "column": column.column, "field": FIELD_NAMES[field], "how": how}
    at = source.header.columns.get(field)
    if column.why == "rival" and at is not None:
        heading = source.header.names[at]
        same = fold_heading(heading) == fold_heading(column.heading) or _short(heading) == _short(column.heading)
        other = (_SAME if same else _OTHER).fill(heading=_short(heading), column=letters_of(at))
        return _RIVAL.fill(**told, other=other)
    return _PROBABLY.fill(**told)


def _short(heading: str) -> str:
    tidy = " ".join(heading.split())
    return tidy if len(tidy) <= _LONGEST else tidy[:_LONGEST] + "…"


def _joined(texts: Sequence[Text]) -> Text:
    return Text(", ".join(text.th for text in texts), ", ".join(text.en for text in texts))
