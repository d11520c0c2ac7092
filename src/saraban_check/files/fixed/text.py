"""A text file with the changed fields spliced in: same encoding, same separator, and all else byte for byte."""

import codecs

from ...fixing.changes import FixPlan
from ...intake.table import TextLayout
from ...model.errors import RequestError
from ...model.text import Text
from .records import records, with_cells

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)
_NOT_THE_SAME = Text(
    "{file}: เขียนกลับด้วยการเข้ารหัส {encoding} แล้วไม่ได้ไบต์เดิม บันทึกเป็น .xlsx แทน: -o ชื่อไฟล์.xlsx",
    "{file}: written in {encoding} again, it would not be the same bytes; write a workbook instead: -o NAME.xlsx",
)


def decoded(original: bytes, encoding: str) -> tuple[bytes, str, str]:
    """The mark in front, the encoding of what follows it, and that as text."""
    for mark, named, plain in _BOMS:
        if named == encoding and original.startswith(mark):
            return mark, plain, original[len(mark) :].decode(plain)
    return b"", encoding, original.decode(encoding)


def fixed_text(plan: FixPlan, original: bytes, layout: TextLayout, file: str) -> bytes:
    """The file with the changes. Raises RequestError where its encoding cannot be written as it was read."""
    mark, encoding, text = decoded(original, layout.encoding)
    if mark + text.encode(encoding) != original:
        raise RequestError(_NOT_THE_SAME, file=file, encoding=layout.encoding)
    wanted: dict[int, dict[int, str]] = {}
    for change in plan.changes:
        wanted.setdefault(change.row, {})[change.column] = change.after
    pieces: list[str] = []
    length = 0
    for record in records(text, layout.separator, layout.skip):
        changed = wanted.get(record.line)
        pieces.append(record.text if changed is None else with_cells(record, layout.separator, changed))
        length += len(record.text)
    pieces.insert(0, text[: len(text) - length])
    return mark + "".join(pieces).encode(encoding)
