"""How much a file may hold. Every limit can be raised, and every message that names one says what was found."""

import re
from typing import NamedTuple

from ..model.errors import InputError, RequestError
from ..model.near import meant
from ..model.text import Text


class Limits(NamedTuple):
    """Sizes in MB, counts of rows, columns, pages and characters, times in seconds (decisions: Lists).

    `reader_memory_mb`, `reader_seconds` and `reader_output_mb` are those of the process that reads workbooks: how much
    memory it may take, how long it may take for one answer, and how much it may answer.
    `file_mb` is that of what is held whole (workbooks, documents, saved results), `text_mb` that of text which is read
    piece by piece (CSV, mail).
    `pages` to `ocr_seconds` are those of a document: how many pages and characters it may have, how much mark-up (a
    DOCX, unpacked), how long a PDF may take, how many pages are read from pictures, and how long each of them may take.
    `split_files` is how many files `--split` may write.
    """

    file_mb: int = 100
    text_mb: int = 2048
    unpacked_mb: int = 1024
    rows: int = 1_048_576
    columns: int = 200
    cell: int = 32_767
    header_rows: int = 30
    reader_memory_mb: int = 960
    reader_seconds: int = 120
    reader_output_mb: int = 256
    pages: int = 100
    characters: int = 1_000_000
    markup_mb: int = 32
    pdf_seconds: int = 20
    ocr_pages: int = 10
    ocr_seconds: int = 60
    split_files: int = 200


DEFAULT_LIMITS = Limits()

_UNKNOWN = Text(
    "--max {found}: ไม่รู้จักขีดจำกัดนี้{near} ใช้ NAME=NUMBER โดย NAME เป็นหนึ่งใน {choices}",
    "--max {found}: no such limit{near}; write NAME=NUMBER with one of {choices}",
)
_EXCEEDED = {
    "file_mb": Text("ขนาดไฟล์", "file size"),
    "text_mb": Text("ขนาดไฟล์ข้อความ", "size of the text"),
    "unpacked_mb": Text("ขนาดเมื่อคลายไฟล์", "unpacked size"),
    "rows": Text("จำนวนแถว", "number of rows"),
    "columns": Text("จำนวนคอลัมน์ที่ใช้", "number of used columns"),
    "cell": Text("จำนวนตัวอักษรในเซลล์", "length of a cell"),
    "reader_memory_mb": Text("หน่วยความจำที่ใช้อ่านสมุดงาน", "memory to read the workbook"),
    "reader_seconds": Text("เวลาที่ใช้อ่านสมุดงาน (วินาที)", "time to read the workbook (seconds)"),
    "reader_output_mb": Text("เนื้อหาของแผ่นงาน", "content of the sheet"),
    "pages": Text("จำนวนหน้า", "number of pages"),
    "characters": Text("จำนวนตัวอักษร", "number of characters"),
    "markup_mb": Text("ขนาดเนื้อหาเมื่อคลายไฟล์", "unpacked size of the text's parts"),
    "pdf_seconds": Text("เวลาที่ใช้เปิด PDF หรือหน้าเว็บ (วินาที)", "time to open the PDF or page (seconds)"),
    "ocr_pages": Text("จำนวนหน้าที่เป็นภาพสแกน", "number of scanned pages"),
    "ocr_seconds": Text("เวลาที่ใช้อ่านภาพหนึ่งหน้าด้วย OCR (วินาที)", "time to read one scanned page by OCR (seconds)"),
}
_TOO_MUCH = Text(
    "{file}{place}: {what} {found} เกินขีดจำกัด {limit} ตรวจว่าเป็นไฟล์ที่ถูกต้อง หรือเพิ่มขีดจำกัดด้วย --max {name}=จำนวน",
    "{file}{place}: {what} is {found}, above the limit of {limit}; check the file, or use --max {name}=NUMBER",
)


def read_limits(settings: list[str]) -> Limits:
    """Limits from `name=number` texts. Raises RequestError where one cannot be read."""
    limits = DEFAULT_LIMITS
    for setting in settings:
        name, _, value = setting.partition("=")
        field = name.strip().replace("-", "_")
        if field not in Limits._fields or not re.fullmatch(r"[0-9]{1,9}", value.strip()) or int(value) == 0:
            choices = [f.replace("_", "-") for f in Limits._fields]
            near = meant("" if field in Limits._fields else name, choices)
            raise RequestError(_UNKNOWN, found=setting, near=near, choices=", ".join(choices))
        limits = limits._replace(**{field: int(value)})
    return limits


def too_much(file: str, field: str, found: str, limit: int, place: Text | None = None) -> InputError:
    """The error for a file that goes beyond one limit."""
    unit = " MB" if field.endswith("_mb") else ""
    return InputError(
        _TOO_MUCH,
        file=file,
        place=place or Text("", ""),
        what=_EXCEEDED[field],
        found=found + unit,
        limit=f"{limit:,}{unit}",
        name=field.replace("_", "-"),
    )
