"""What Excel asks and refuses while the list is filled in: a prompt at each column, answers to choose from."""

from typing import Any

from ...model.text import Lang, Text
from .columns import COLUMNS, Column, letter
from .formula import is_code
from .lists import list_cells

_CHOOSE = Text(
    "เลือกคำตอบจากรายการ (กดลูกศรข้างช่อง) หรือลบให้เป็นช่องว่าง",
    "Choose an answer from the list (the arrow beside the cell), or leave the cell blank.",
)
_CODE = Text(
    "รหัส อปท. ต้องเป็นเลขอารบิก 8 หลัก สองหลักแรก 02–06 สองหลักถัดไปเป็นรหัสจังหวัด เช่น 06480115 "
    "ถ้ามีเพียง 7 หลัก แสดงว่า 0 ตัวหน้าหายไป",
    "A DLA code has 8 digits: 02 to 06, the province's two digits, and four more, such as 06480115. "
    "With 7 digits the leading 0 was lost.",
)
_NOT_HERE = Text(
    "ช่องนี้เป็นสูตร ไม่ต้องกรอก กด Esc แล้วกรอกที่ช่องอีเมลกลาง",
    "This cell holds a formula. Press Esc, and type in the column of addresses.",
)
_TITLES = {"list": Text("ไม่มีในรายการ", "Not in the list"), "custom": Text("ค่านี้ใช้ไม่ได้", "This cannot be used")}


def guard(sheet: Any, last: int, lang: Lang) -> None:
    """Validate each column from the first row below the headings to row `last` (0 = the headings)."""
    for index, column in enumerate(COLUMNS):
        rule = _rule(column, lang)
        prompt = {"input_title": column.heading, "input_message": column.how.say(lang)}
        sheet.data_validation(1, index, last, index, rule | prompt)


def _rule(column: Column, lang: Lang) -> dict[str, Any]:
    """The rule of a column, as XlsxWriter takes it."""
    if column.answers or column.field in ("kind", "province"):
        return {"validate": "list", "source": f"={list_cells(column.field)}"} | _refusal("list", _CHOOSE, lang)
    if column.field == "code":
        formula = "=" + is_code(letter("code") + "2")
        return {"validate": "custom", "value": formula} | _refusal("custom", _CODE, lang)
    if not column.field:
        return {"validate": "custom", "value": "=FALSE"} | _refusal("custom", _NOT_HERE, lang)
    return {"validate": "any"}


def _refusal(kind: str, message: Text, lang: Lang) -> dict[str, str]:
    return {"error_title": _TITLES[kind].say(lang), "error_message": message.say(lang)}
