"""A user's own group table: a CSV with the columns of the built-in one (see `reference/data/groups.csv`)."""

import csv
from io import StringIO
from pathlib import Path

from ..model.errors import InputError
from ..model.text import Text
from .encoding import find_encoding
from .named_file import read_named

REQUIRED = ("group", "upgraded", "notice", "posted", "address", "delivery")
_SHOWN = ("notice_th", "notice_en", "address_mark", "delivery_th", "delivery_en")
"""How the published table writes a row's conditions: a table that has one of these columns needs them all."""
_MOST_MB = 1

_NO_COLUMN = Text(
    "{file}: ไม่มีคอลัมน์ {missing} ต้องมีคอลัมน์ {required}",
    "{file}: column {missing} is missing; it needs the columns {required}",
)
_NO_GROUP = Text("{file} แถว {line}: ไม่มีชื่อกลุ่ม", "{file}, row {line}: the group has no name")
_BAD_CSV = Text(
    "{file} บรรทัด {line}: อ่าน CSV ไม่ได้ ตรวจเครื่องหมายคำพูด",
    "{file}, line {line}: not a readable CSV; check the quotation marks",
)


def read_group_file(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Its rows, each with its line number. Raises InputError where it is not such a table."""
    data = read_named(path, _MOST_MB)
    text = data.decode(find_encoding(path, None, data))
    reader = csv.DictReader(StringIO(text, newline=""), strict=True)
    try:
        headings = reader.fieldnames or ()
        needed = (*REQUIRED, *_SHOWN) if any(name in headings for name in _SHOWN) else REQUIRED
        for name in needed:
            if name not in headings:
                raise InputError(_NO_COLUMN, file=path.name, missing=name, required=", ".join(needed))
        rows = [(reader.line_num, {k: v or "" for k, v in row.items() if k}) for row in reader]
    except csv.Error:
        raise InputError(_BAD_CSV, file=path.name, line=reader.line_num + 1) from None
    for line, row in rows:
        if not row["group"].strip():
            raise InputError(_NO_GROUP, file=path.name, line=line)
    return rows
