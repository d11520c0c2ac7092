"""A user's own group table: a CSV with the columns of the built-in one (see `reference/data/groups.csv`)."""

import csv
from pathlib import Path

from ..model.errors import InputError
from ..model.text import Text
from .encoding import find_encoding

REQUIRED = ("group", "upgraded", "notice", "posted", "address", "delivery")

_DENIED = Text("--table {file}: เปิดไฟล์ไม่ได้ ({reason})", "--table {file}: the file cannot be opened ({reason})")
_NO_COLUMN = Text(
    "--table {file}: ไม่มีคอลัมน์ {missing} ต้องมีคอลัมน์ {required}",
    "--table {file}: column {missing} is missing; it needs the columns {required}",
)
_NO_GROUP = Text("--table {file} แถว {line}: ไม่มีชื่อกลุ่ม", "--table {file}, row {line}: the group has no name")
_BAD_CSV = Text("--table {file}: อ่าน CSV ไม่ได้ ({reason})", "--table {file}: not a readable CSV ({reason})")


def read_group_file(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Its rows, each with its line number. Raises InputError where it is not such a table."""
    try:
        with path.open(encoding=find_encoding(path, None), newline="") as file:
            reader = csv.DictReader(file, strict=True)
            headings = reader.fieldnames or ()
            for name in REQUIRED:
                if name not in headings:
                    raise InputError(_NO_COLUMN, file=path.name, missing=name, required=", ".join(REQUIRED))
            rows = [(reader.line_num, {k: v or "" for k, v in row.items() if k}) for row in reader]
    except OSError as error:
        raise InputError(_DENIED, file=path.name, reason=error.strerror or str(error)) from None
    except csv.Error as error:
        raise InputError(_BAD_CSV, file=path.name, reason=error) from None
    for line, row in rows:
        if not row["group"].strip():
            raise InputError(_NO_GROUP, file=path.name, line=line)
    return rows
