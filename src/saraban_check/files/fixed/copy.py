"""The one entry: a plan and the bytes of the file that it was made from become the bytes of the copy."""

from pathlib import Path
from typing import NamedTuple

from ...checks.classification import Classification
from ...fixing.changes import ChangeKind, FixPlan
from ...intake.table import Table
from ...model.errors import RequestError
from ...model.text import Text
from ..marked.markup import UnusualError
from ..marked.package import Package

_BOOKS, _TEXTS = (".xlsx", ".xlsm"), (".csv", ".tsv", ".txt", ".tab")

_NO_COPY = Text(
    "{file}: ทำสำเนาที่แก้แล้วได้จาก .xlsx .xlsm และ .csv เท่านั้น เปิดใน Excel แล้วบันทึกเป็น .xlsx ก่อน",
    "{file}: copies can be made of .xlsx, .xlsm and .csv only; open it in Excel and save it as .xlsx first",
)
_SIGNED = Text(
    "{file}: มีลายมือชื่อดิจิทัลกำกับ ซึ่งจะใช้ไม่ได้เมื่อแก้ไข นำลายมือชื่อออกใน Excel แล้วบันทึกใหม่",
    "{file}: it bears a digital signature, which any change would break; remove it in Excel and save",
)
_UNUSUAL = Text(
    "{file}: ทำสำเนาที่แก้แล้วไม่ได้ ({reason}) เปิดใน Excel แล้วบันทึกใหม่เป็น .xlsx",
    "{file}: no copy can be made of it ({reason}); open it in Excel and save it as .xlsx",
)
_BAD_TARGET = Text(
    "-o {target}: ชื่อต้องลงท้ายด้วย {choices} เพราะ {file} เป็น {kind}",
    "-o {target}: the name must end in {choices}, for {file} is {kind}",
)
_BOOK, _TEXT = Text("สมุดงาน", "a workbook"), Text("ข้อความ (CSV)", "text (CSV)")
_FORMULAS = Text(
    "สมุดงานมีสูตร เปิดสำเนาใน Excel แล้วกด Ctrl+Alt+F9 ให้คำนวณใหม่ สูตรที่ค้นรหัสเป็นตัวเลขต้องแก้ให้ค้นเป็นข้อความ",
    "the workbook holds formulas: let Excel calculate them anew (Ctrl+Alt+F9); those that look up codes as "
    "numbers must now look up texts",
)
_ZERO_AGAIN = Text(
    "ถ้าเปิด .csv ใน Excel เลข 0 นำหน้ารหัสจะหายอีก ใช้ -o ชื่อไฟล์.xlsx ถ้าจะทำงานต่อใน Excel",
    "Excel drops the zero of codes again when it opens a .csv; use -o NAME.xlsx to work on it in Excel",
)


class FixedCopy(NamedTuple):
    """What was changed and what was not, now that the file was looked at; the copy; and what to know of it."""

    plan: FixPlan
    data: bytes
    notes: tuple[Text, ...] = ()


def check_target(target: Path, file: Path, source: Table) -> None:
    """Before anything is judged: the name fits what will be written. Raises RequestError.

    A workbook keeps its kind: Excel does not open one with macros under another name. Of text a workbook can be made.
    """
    suffix = file.suffix.lower()
    if source.layout is None:
        choices: tuple[str, ...] = (suffix,) if suffix in _BOOKS else _BOOKS
    else:
        choices = (suffix if suffix in _TEXTS else _TEXTS[0], _BOOKS[0])
    if target.suffix.lower() not in choices:
        kind = _BOOK if source.layout is None else _TEXT
        raise RequestError(_BAD_TARGET, target=target, choices=" / ".join(choices), file=source.file, kind=kind)


def fixed_copy(plan: FixPlan, result: Classification, original: bytes, *, as_book: bool = False) -> FixedCopy:
    """The copy of a list. `original` are the bytes that were classified; `as_book` makes a workbook of text.

    Raises RequestError for what is neither XLSX, XLSM nor text, for a signed workbook, and for one that holds
    something that Excel does not write. The same input gives the same bytes.
    """
    source = result.source
    if source.layout is None:
        return _copy_of_book(plan, source, original)
    if as_book:
        from .book_of_text import book_of_text

        return FixedCopy(plan, book_of_text(plan, original, source))
    from .text import fixed_text

    zeros = any(ChangeKind.ZERO in change.kinds for change in plan.changes)
    return FixedCopy(plan, fixed_text(plan, original, source.layout, source.file), (_ZERO_AGAIN,) if zeros else ())


def _copy_of_book(plan: FixPlan, source: Table, original: bytes) -> FixedCopy:
    from .book import fixed_book

    if source.sheet is None or not original.startswith(b"PK"):
        raise RequestError(_NO_COPY, file=source.file)
    try:
        package = Package(original)
        workbook = package.workbook()
        if workbook is None:
            raise RequestError(_NO_COPY, file=source.file)
        if package.is_signed:
            raise RequestError(_SIGNED, file=source.file)
        found = fixed_book(plan, package, package.sheet(workbook, source.sheet))
        data = package.save()
    except UnusualError as error:
        raise RequestError(_UNUSUAL, file=source.file, reason=error.reason) from None
    return FixedCopy(found.plan, data, (_FORMULAS,) if found.has_formulas and found.plan.changes else ())
