"""Options of `classify` for the paper (-o report.docx): the earlier round, and its digits."""

from typing import Annotated, NamedTuple

from ...model.text import Text
from .declaring import EVIDENCE, OUTPUT, Option


class PaperOptions(NamedTuple):
    """`--since` takes two kinds of value, a day of the bounces and an earlier round; `asked_paper` tells which."""

    since_: Annotated[
        list[str] | None,
        Option(
            "--since",
            metavar=Text("วันที่|ไฟล์", "DATE|FILE"),
            help=Text(
                "วันที่: ไม่นับรายงานการส่งที่ลงวันที่ก่อนวันนี้ เช่น วันที่ส่งหนังสือเวียน 1/11/2569 (ที่ไม่มีวันที่ยังนับ) · "
                "ผลรอบก่อน (JSON) หรือรายชื่อ: -o report.docx บอกว่ามีอะไรเปลี่ยนแปลง (ใช้ได้ทั้งสองอย่าง)",
                "a date: leave out delivery reports dated before it, such as when the circular was sent (undated ones "
                "stay); an earlier result (JSON) or list: -o report.docx says what changed since (both may be given)",
            ),
            heading=EVIDENCE,
        ),
    ] = None
    thai_digits: Annotated[
        bool,
        Option(
            "--thai-digits/--arabic-digits",
            help=Text(
                "ตัวเลขใน -o report.docx เป็นเลขไทย (ปกติเลขอารบิก)", "Thai digits in -o report.docx (else Arabic ones)"
            ),
            heading=OUTPUT,
            setting="thai-digits",
        ),
    ] = False
