"""What is said where a list's Thai was lost: a refusal where the header went with it, else a note that warns."""

from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from ..model.errors import InputError, SarabanError
from ..model.lazy_pattern import lazy_pattern
from ..model.record import SourceRow
from ..model.text import Text
from .headings import Header, require_header
from .options import ListOptions
from .table import Note, Table

if TYPE_CHECKING:
    from .lost_thai import LostCell, LostThai

_SAMPLE = 200
_MAY_BE_LOST = lazy_pattern(
    "\\?\\?|&#|\\\\u0[eE]|(?:เธ|เน).?(?:เธ|เน)"
    "|‡[∏π]|[^\x00-\x7e\u00a0\u0e00-\u0e7f\u200b-\u200d\u2010-\u2027\u2600-\u27bf\ufeff\uff00-\uff5e]{2}"
)
"""Where none of these stands no Thai was lost: marks in a row, letters as numbers, letters of other languages side by
side, as a word of Thai leaves them (a single one is a tick: √, ×, Wingdings' ü)."""
_NAMED = 3

_HEADER_LOST = Text(
    "{file}: อักษรไทยหายไปตั้งแต่ตอนบันทึกหรือส่งออกไฟล์ จึงไม่พบหัวตาราง ({where}) {again}",
    "{file}: its Thai was lost when it was saved or exported, so no header is found ({where}); {again}",
)
_CELLS_LOST = Text(
    "อักษรไทยหายไปตั้งแต่ตอนบันทึกหรือส่งออกไฟล์ จึงอ่านเซลล์เหล่านี้ไม่ได้: {where}{more} {again}",
    "Thai was lost when the file was saved or exported, so these cells cannot be read: {where}{more}; {again}",
)
_EXPORT_AGAIN = Text(
    "ส่งออกใหม่จากต้นฉบับ ใน Excel เลือก บันทึกเป็น → CSV UTF-8 (คั่นด้วยจุลภาค) หรือ XLSX",
    "export it again from the original: in Excel choose Save As → CSV UTF-8 (Comma delimited), or XLSX",
)
_NOT_THAT_ENCODING = Text(
    "ไฟล์อาจไม่ได้เข้ารหัสแบบ {encoding} ลองใหม่โดยไม่ระบุ --encoding",
    "the file may not be in {encoding}: try again without --encoding",
)
_IN_ROW = Text("แถว {row} เป็น “{found}”{meant}", "row {row} holds “{found}”{meant}")
_IN_COLUMN = Text(
    "แถว {row} คอลัมน์ {column}{heading} เป็น “{found}”{meant}", "row {row}, column {column}{heading}: “{found}”{meant}"
)
_MEANT = Text(" ซึ่งน่าจะเป็น “{meant}”", ", probably “{meant}”")
_MORE = Text(" และอีก {count} เซลล์ใน {rows} แถวแรก", " and {count} more cells in the first {rows} rows")
_NOTHING = Text("", "")


def require_legible_header(rows: Sequence[SourceRow], options: ListOptions, file: str) -> Header:
    """The header among the first rows.

    Raises InputError where there is none, which says so if its Thai was lost; RequestError where a column that the
    user named is missing.
    """
    cells = [row.cells for row in rows]
    try:
        return require_header(cells, options.mapping, file, options.needs, [row.number for row in rows])
    except SarabanError:
        from .lost_thai import find_lost

        widest = max(range(len(cells)), key=lambda at: sum(bool(cell.strip()) for cell in cells[at]), default=0)
        lost = find_lost((row.number, row.cells) for row in rows)
        numbers = {row.number for row in rows[: widest + 1]}
        first = next((cell for cell in lost.cells if cell.row in numbers), None) if lost else None
        if lost is None or first is None:
            raise
        where = _IN_ROW.fill(row=first.row, found=first.found, meant=_meant(first))
        raise InputError(_HEADER_LOST, file=file, where=where, again=_again(lost, options)) from None


def with_lost_thai(table: Table, options: ListOptions) -> Table:
    """The table, with a note that names the first cells whose Thai was lost, where its first rows have such."""
    rows: list[SourceRow] = [SourceRow(table.header_row, table.header.names)]
    with suppress(SarabanError):  # whoever reads the rows is told
        rows.extend(islice(table.rows(), _SAMPLE))
    if not _MAY_BE_LOST.search("\n".join(cell for row in rows for cell in row.cells if isinstance(cell, str))):
        return table  # as nearly always; the rest need not even be loaded
    from .lost_thai import find_lost

    lost = find_lost((row.number, row.cells) for row in rows)
    if lost is None:
        return table
    named = [_in_column(cell, table) for cell in lost.cells[:_NAMED]]
    where = Text(", ".join(text.th for text in named), ", ".join(text.en for text in named))
    count = len(lost.cells) - len(named)
    more = _MORE.fill(count=f"{count:,}", rows=f"{len(rows):,}") if count else _NOTHING
    note = Note(_CELLS_LOST.fill(where=where, more=more, again=_again(lost, options)), warns=True)
    return table._replace(notes=(*table.notes, note))


def _in_column(cell: "LostCell", table: Table) -> Text:
    names = table.header.names
    heading = names[cell.column] if cell.column < len(names) and cell.row != table.header_row else ""
    heading = f" “{heading[:40]}”" if heading and heading.isprintable() else ""
    parts = {"row": cell.row, "column": cell.column + 1, "heading": heading, "found": cell.found}
    return _IN_COLUMN.fill(**parts, meant=_meant(cell))


def _meant(cell: "LostCell") -> Text:
    return _MEANT.fill(meant=cell.meant) if cell.meant else _NOTHING


def _again(lost: "LostThai", options: ListOptions) -> Text:
    """What to do: the file may be sound, and the encoding that was asked for wrong."""
    from .lost_thai import same_encoding

    if same_encoding(options.encoding, lost.code_page):
        return _NOT_THAT_ENCODING.fill(encoding=options.encoding)
    return _EXPORT_AGAIN
