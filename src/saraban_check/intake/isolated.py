"""Read XLS, XLSB and ODS in a process of its own.

These formats are read only because the reading library gives them for free, and they cannot be looked into
beforehand as XLSX can. A hostile one aborts, or fills the memory of, a helper process, never ours.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from ..model.errors import InputError
from ..model.text import Text
from .guard import damaged, encrypted
from .workbook import Sheet

_MEMORY = 4 << 30
_SECONDS = 120
_PASSWORD = 3

_GAVE_UP = Text(
    "{file}: เปิดไฟล์นี้อย่างปลอดภัยไม่ได้ บันทึกใน Excel เป็น XLSX แล้วลองอีกครั้ง",
    "{file}: this file could not be opened safely; save it in Excel as XLSX and try again",
)


def isolated_sheets(path: Path) -> list[Sheet]:
    """The sheets of an old or foreign workbook. Raises InputError where it cannot be opened."""
    command = [sys.executable, "-m", "saraban_check.intake.isolated", str(path)]
    try:
        run = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise InputError(_GAVE_UP, file=path.name) from None
    if run.returncode == _PASSWORD:
        raise encrypted(path.name)
    if run.returncode == 2:
        raise damaged(path.name, run.stderr.decode("utf-8", "replace").strip())
    if run.returncode != 0:
        raise InputError(_GAVE_UP, file=path.name)
    return [_sheet(found) for found in json.loads(run.stdout)]


def _sheet(found: dict[str, Any]) -> Sheet:
    merged = [((a, b), (c, d)) for a, b, c, d in found["merged"]]
    return Sheet(found["name"], found["visible"], lambda: found["rows"], lambda: merged)


def _main(path: str) -> int:
    """In the helper process: print all sheets as JSON."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # no such limits on this system: the process still stands apart
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_path(path)
        sheets = []
        for index, meta in enumerate(book.sheets_metadata):
            if meta.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_index(index)
            sheets.append(
                {
                    "name": meta.name,
                    "visible": meta.visible == SheetVisibleEnum.Visible,
                    "rows": [] if sheet.start is None else sheet.to_python(skip_empty_area=False),
                    "merged": [[*a, *b] for a, b in sheet.merged_cell_ranges or ()],
                }
            )
    except PasswordError:
        return _PASSWORD
    except (CalamineError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    json.dump(sheets, sys.stdout, ensure_ascii=False, default=str)
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1]))
