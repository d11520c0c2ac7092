"""The sheet that says how to fill in the list, and what to do then."""

from collections.abc import Iterable
from typing import Any

from ...model.text import Lang, Text
from ...report.render.looks import BOLD, HEAD, MIDDLE, NOTE, SECTION, TITLE, WRAPPED, Look, Looks
from ...report.render.paper import print_well
from ...report.render.row_heights import fit
from ...report.render.sheet_cells import write_cells, write_text
from .columns import COLUMNS, letter
from .list_sheet import COLORS, checked_rows, guarded_rows, kilobytes
from .verdicts import MEANINGS

_WIDTHS = (34.0, 62.0, 34.0)
_TITLE = Text("วิธีกรอกรายชื่อหน่วยงานและอีเมลกลาง", "How to fill in the list of agencies")
_LEAD = Text(
    "กรอกในแผ่นงาน “{sheet}” แถวละหนึ่งหน่วยงาน ช่องใดยังไม่ทราบให้เว้นว่าง อย่าเดา",
    "Fill in the sheet “{sheet}”, a row an agency. Leave blank what is not known, and never guess.",
)
_STEPS = Text("ขั้นตอน", "Steps")
_STEP_TEXTS = (
    Text(
        "กรอกแต่ละช่อง เมื่อเลือกช่อง Excel จะแสดงคำแนะนำ ช่องที่มีลูกศรให้เลือกคำตอบจากรายการ",
        "Fill in the cells. Excel shows a hint at each; where there is an arrow, choose an answer.",
    ),
    Text(
        "ดูช่อง “ตรวจเบื้องต้น” (สีเขียวเข้มที่หัวตาราง) และแก้แถวที่เป็นสีแดงหรือสีเหลือง",
        "Look at the column “ตรวจเบื้องต้น” (first look, dark green heading), and mend what is red or yellow.",
    ),
    Text(
        "บันทึกเป็น .xlsx แล้วสั่งคำสั่งนี้ โดยใช้ชื่อไฟล์ของท่าน เพื่อให้โปรแกรมตรวจจริงและจัดกลุ่ม A1 … W",
        "Save as .xlsx, and run this with the name of your file: it judges the list and tells the groups A1 … W.",
    ),
)
_COMMAND = Text(
    "คำสั่ง: saraban-check classify agencies.xlsx -o report.xlsx",
    "Command: saraban-check classify agencies.xlsx -o report.xlsx",
)
_FORMS = Text("รูปแบบของอีเมลกลางที่ถูกต้อง มี 3 แบบ", "A correct central address has one of three forms")
_FORM_HEADS = (Text("ออกโดย", "Issued by"), Text("รูปแบบ", "Form"), Text("ตัวอย่าง", "Example"))
_FORM_ROWS = (
    (
        Text("สถ. (ไม่มีค่าใช้จ่าย ควรใช้เป็นอันดับแรก)", "DLA (free of charge; it comes first)"),
        Text(
            "saraban ขีดล่าง (_) รหัส อปท. 8 หลัก แล้วตามด้วย @dla.go.th",
            "saraban, an underscore (_), the 8-digit code, and @dla.go.th",
        ),
        "saraban_06480115@dla.go.th",
    ),
    (
        Text("สพร. (ไม่มีค่าใช้จ่าย)", "DGA (free of charge)"),
        Text(
            "saraban ขีดกลาง (-) ชื่อภาษาอังกฤษตามเว็บไซต์ แล้วตามด้วย @lgo.mail.go.th",
            "saraban, a hyphen (-), the English name as on the website, and @lgo.mail.go.th",
        ),
        "saraban-photan@lgo.mail.go.th",
    ),
    (
        Text("โดเมนของหน่วยงานเอง", "The agency's own domain"),
        Text(
            "saraban คำเดียว แล้วตามด้วย @ และโดเมนเดียวกับเว็บไซต์ ลงท้ายด้วย .go.th .or.th .ac.th หรือ .mi.th "
            "(.com ใช้ได้ แต่ควรเปลี่ยนเป็น .go.th)",
            "just saraban, @, and the domain of the website, which ends in .go.th, .or.th, .ac.th or .mi.th "
            "(.com is accepted, .go.th is better)",
        ),
        "saraban@songkhcity.go.th",
    ),
)
_COLUMNS = Text("แต่ละช่องกรอกอย่างไร", "What goes into each column")
_COLUMN_HEADS = (Text("ช่อง", "Column"), Text("วิธีกรอก", "What to fill in"), Text("ตัวอย่าง", "Example"))
_NEEDED = Text(" (ต้องมี)", " (needed)")
_ANSWERS = Text(" คำตอบที่เลือกได้: {answers}", " Answers: {answers}.")
_CHECK = Text("“ตรวจเบื้องต้น” บอกอะไร", "What the first look says")
_CHECK_HEADS = (Text("ข้อความ", "Says"), Text("ความหมาย", "Meaning"))
_KNOW = Text("ควรรู้", "Good to know")
_KNOW_TEXTS = (
    Text(
        "“ตรวจเบื้องต้น” เป็นเพียงการดูรูปแบบด้วยสูตร ผู้ตัดสินคือคำสั่ง saraban-check classify "
        "ซึ่งตรวจละเอียดกว่า เช่น โดเมนที่พิมพ์ผิดเล็กน้อย หรือหน่วยงานและอีเมลที่ซ้ำกัน",
        "The first look is no more than a formula. saraban-check classify decides: it looks closer, for instance at "
        "domains mistyped by a letter, and at agencies or addresses that stand there twice.",
    ),
    Text(
        "Excel ไม่ตรวจค่าที่วาง (Paste) จากไฟล์อื่น ให้วางแบบ “ค่า” (Paste Special → Values) "
        "แล้วดูช่องตรวจเบื้องต้นอีกครั้ง รหัสหรืออีเมลที่ซ้ำกันจะเป็นตัวอักษรสีแดง",
        "Excel does not check what is pasted. Paste as values (Paste Special → Values) and look at the check again. "
        "Codes and addresses that stand there twice turn red.",
    ),
    Text(
        "สูตรตรวจเบื้องต้นเตรียมไว้ {checked} แถว เพื่อให้ไฟล์เล็ก (ไม่เกิน {size} KB) รายการคำตอบเตรียมไว้ {guarded} แถว "
        "ถ้ากรอกเกินจำนวนแถวที่มีสูตร ให้คัดลอกช่องตรวจเบื้องต้นลงไปข้างล่าง (ไม่คัดลอกก็ได้ classify ตรวจทุกแถวอยู่แล้ว)",
        "The check stands in {checked} rows, so that the file stays small ({size} kB at most); "
        "answers to choose from are there for {guarded} rows. "
        "With more agencies, copy the check downwards; classify looks at every row in any case.",
    ),
    Text(
        "เพิ่มคอลัมน์ เรียงลำดับ และลบแถวได้ แต่อย่าเปลี่ยนชื่อหัวคอลัมน์ เพราะโปรแกรมอ่านจากชื่อ",
        "Columns may be added, and rows sorted or deleted. Keep the headings: the program goes by them.",
    ),
)
_CODE: Look = {"font_name": "Consolas", "bg_color": "#F2F2F2", "bold": True}


class _Page:
    """Writes downwards, a line after the other."""

    def __init__(self, sheet: Any, lang: Lang, looks: Looks) -> None:
        self.sheet, self.lang, self.looks, self.row = sheet, lang, looks, 0

    def line(self, text: str, look: Look, *, high: bool = False) -> None:
        """A text over the whole width; as high as it needs to be where it is a paragraph."""
        self.sheet.merge_range(self.row, 0, self.row, len(_WIDTHS) - 1, "", self.looks(look))
        write_text(self.sheet, self.row, 0, text, self.looks(look))
        if high:
            fit(self.sheet, self.row, [text], [sum(_WIDTHS)])
        self.row += 1

    def section(self, title: Text) -> None:
        self.row += 1
        self.sheet.set_row(self.row, 22)
        self.line(title.say(self.lang), SECTION | {"valign": "vcenter"})

    def table(self, heads: Iterable[Text], rows: Iterable[tuple[tuple[str, ...], Look]]) -> None:
        """A table; each row with the look of its first cell."""
        write_cells(self.sheet, self.row, [head.say(self.lang) for head in heads], self.looks(HEAD))
        self.row += 1
        for cells, first in rows:
            looks = [self.looks(MIDDLE | first), *[self.looks(MIDDLE)] * (len(cells) - 1)]
            write_cells(self.sheet, self.row, cells, looks)
            fit(self.sheet, self.row, cells, _WIDTHS)
            self.row += 1


def write_notes(sheet: Any, list_name: str, entries: int, lang: Lang, looks: Looks) -> None:
    """The sheet; `list_name` is the sheet that it speaks of, `entries` how many agencies are filled in there."""
    for index, width in enumerate(_WIDTHS):
        sheet.set_column(index, index, width)
    sheet.hide_gridlines(2)
    print_well(sheet, landscape=False)
    page = _Page(sheet, lang, looks)
    sheet.set_row(0, 26)
    page.line(_TITLE.say(lang), TITLE)
    page.line(_LEAD.say(lang, sheet=list_name), NOTE)
    page.section(_STEPS)
    for number, text in enumerate(_STEP_TEXTS, start=1):
        page.line(f"{number}. {text.say(lang)}", WRAPPED, high=True)
    page.line(f"   {_COMMAND.say(lang)}", _CODE)
    page.section(_FORMS)
    page.table(_FORM_HEADS, (((who.say(lang), form.say(lang), example), BOLD) for who, form, example in _FORM_ROWS))
    page.section(_COLUMNS)
    page.table(_COLUMN_HEADS, (((*cells,), BOLD) for cells in _column_rows(lang)))
    page.section(_CHECK)
    colors = dict(COLORS)
    found = (next(colors[text] for text in colors if says.th.startswith(text.th)) for says, _ in MEANINGS)
    meanings = [(says.say(lang), meaning.say(lang)) for says, meaning in MEANINGS]
    page.table(_CHECK_HEADS, zip(meanings, (BOLD | color for color in found), strict=True))
    page.section(_KNOW)
    numbers = {
        "checked": f"{checked_rows(entries):,}",
        "guarded": f"{guarded_rows(entries):,}",
        "size": f"{kilobytes(entries):,}",
    }
    for text in _KNOW_TEXTS:
        page.line("• " + text.say(lang, **numbers), WRAPPED, high=True)


def _column_rows(lang: Lang) -> Iterable[tuple[str, str, str]]:
    """Each column; its heading stands behind its letter, so that nobody takes this table for the list."""
    for column in COLUMNS:
        how = column.how.say(lang).replace("\n", " ")
        if column.answers:
            how += _ANSWERS.say(lang, answers=" / ".join(column.answers))
        needed = _NEEDED.say(lang) if column.needed else ""
        yield f"{letter(column.field)} · {column.heading}{needed}", how, column.example
