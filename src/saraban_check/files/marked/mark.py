"""The one entry: a report and the bytes of the workbook it was made from become the bytes of the marked-up copy."""

from pathlib import Path

from ...intake.source import may_be_archive
from ...model.errors import RequestError
from ...model.text import Text
from ...report.run import Report
from .additions import add_marks
from .markup import UnusualError
from .package import Package

_BOOKS = (".xlsx", ".xlsm")

_NO_BOOK = Text(
    "--mark: {file} ไม่ใช่สมุดงาน Excel แบบ .xlsx หรือ .xlsm จึงทำสำเนาที่มีเครื่องหมายไม่ได้ "
    "บันทึกเป็น .xlsx ก่อน หรือใช้ -o result.xlsx",
    "--mark: {file} is no Excel workbook (.xlsx, .xlsm), so no copy of it can be marked; "
    "save it as .xlsx, or use -o result.xlsx",
)
_SIGNED = Text(
    "--mark: {file} มีลายมือชื่อดิจิทัลกำกับ ซึ่งจะใช้ไม่ได้เมื่อทำเครื่องหมาย นำลายมือชื่อออกใน Excel แล้วบันทึกใหม่ หรือใช้ -o result.xlsx",
    "--mark: {file} bears a digital signature, which marking would break; "
    "remove it in Excel and save, or use -o result.xlsx",
)
_UNUSUAL = Text(
    "--mark: {file} ทำเครื่องหมายไม่ได้ ({reason}) เปิดใน Excel แล้วบันทึกใหม่เป็น .xlsx หรือใช้ -o result.xlsx",
    "--mark: {file} cannot be marked ({reason}); open it in Excel and save it as .xlsx, or use -o result.xlsx",
)
_BAD_TARGET = Text(
    "--mark {file}: ชื่อต้องลงท้ายด้วย {choices} ให้ตรงกับไฟล์ต้นทาง",
    "--mark {file}: the name must end in {choices}, as the input does",
)


def check_mark(target: Path, source: Path) -> None:
    """See, before any work is done, that there is a workbook to be marked and that the copy's name fits its kind.

    A workbook with macros under another name is not opened by Excel. Of standard input, `-`, neither is known yet:
    the name must be that of some workbook, and `marked_workbook` sees to the rest. Raises RequestError.
    """
    if str(source) != "-" and not may_be_archive(source):
        raise RequestError(_NO_BOOK, file=source.name)
    suffix = source.suffix.lower()
    choices = (suffix,) if suffix in _BOOKS else _BOOKS
    if target.suffix.lower() not in choices:
        raise RequestError(_BAD_TARGET, file=target, choices=" / ".join(choices))


def marked_workbook(report: Report, original: bytes) -> bytes:
    """The workbook as it was, our columns at the right, the offending cells coloured and commented.

    `original` are the bytes of the file that was classified; the result holds all of its agencies. Raises
    RequestError where it is no XLSX or XLSM, bears a digital signature, has no room at the right, or holds
    something that Excel does not write. The same input gives the same bytes.
    """
    source = report.result.source
    if source.sheet is None or not original.startswith(b"PK"):
        raise RequestError(_NO_BOOK, file=source.file)
    try:
        package = Package(original)
        workbook = package.workbook()
        if workbook is None:
            raise RequestError(_NO_BOOK, file=source.file)
        if package.is_signed:
            raise RequestError(_SIGNED, file=source.file)
        add_marks(report, package, workbook, package.sheet(workbook, source.sheet))
        return package.save()
    except UnusualError as error:
        raise RequestError(_UNUSUAL, file=source.file, reason=error.reason) from None
