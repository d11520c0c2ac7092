"""The columns of the list: what stands above each, what it asks for, and an example."""

from typing import NamedTuple

from ...model.text import Text
from ...reference.column_letters import letters_of


class Column(NamedTuple):
    """`field` is the field as `--map` names it, empty for our own check; `heading` is one that `classify` knows.

    Headings and answers are Thai in both languages: the list goes to Thai offices. `width` is in characters,
    `how` is shown when a cell is chosen, and in the notes; `example` stands in the notes.
    """

    field: str
    heading: str
    width: float
    how: Text
    example: str = ""
    needed: bool = False
    answers: tuple[str, ...] = ()


COLUMNS = (
    Column("number", "ลำดับ", 7, Text("เลขลำดับ เว้นว่างได้", "A running number; it may stay blank."), "1"),
    Column(
        "code",
        "รหัส อปท.",
        11,
        Text(
            "เลข 8 หลัก ขึ้นต้นด้วย 0 (02 อบจ., 03 ทน., 04 ทม., 05 ทต., 06 อบต.) ถ้าไม่ใช่ อปท. ให้เว้นว่าง",
            "8 digits, the first a 0 (02 PAO, 03 city, 04 town, 05 subdistrict municipality, 06 SAO). "
            "Blank where the agency is no local body.",
        ),
        "06480115",
    ),
    Column(
        "name",
        "ชื่อหน่วยงาน",
        32,
        Text("ชื่อเต็มหรือชื่อย่อ พร้อมคำนำหน้าบอกประเภท", "The name, long or short, with the word that says its kind."),
        "อบต.ตัวอย่าง",
    ),
    Column(
        "kind",
        "ประเภท",
        24,
        Text(
            "เลือกจากรายการ ถ้าเว้นว่าง จะดูจากคำนำหน้าชื่อหน่วยงาน",
            "Choose from the list. Where it is blank, the beginning of the name tells.",
        ),
        "องค์การบริหารส่วนตำบล",
    ),
    Column("amphoe", "อำเภอ", 16, Text("ชื่ออำเภอ ไม่ต้องมีคำว่า “อำเภอ”", "The district, just its name."), "เมืองนครพนม"),
    Column("province", "จังหวัด", 16, Text("เลือกจากรายการ 77 จังหวัด", "Choose one of the 77 provinces."), "นครพนม"),
    Column(
        "website",
        "เว็บไซต์",
        26,
        Text(
            "เว็บไซต์ของหน่วยงาน ใช้เทียบกับอีเมลที่อยู่บนโดเมนของหน่วยงานเอง ถ้ามีเพียง Facebook ให้เว้นว่าง",
            "The agency's website: an address on the agency's own domain is compared with it. "
            "Blank where there is only a Facebook page.",
        ),
        "www.songkhcity.go.th",
    ),
    Column(
        "address",
        "อีเมลกลาง",
        34,
        Text(
            "อีเมลตามที่ระบุในประกาศฯ ม.10 หนึ่งที่อยู่ เช่น\nsaraban_06480115@dla.go.th (สถ.)\n"
            "saraban-photan@lgo.mail.go.th (สพร.)\nsaraban@songkhcity.go.th (โดเมนตนเอง)",
            "The one address that the section-10 notice states, such as\nsaraban_06480115@dla.go.th (DLA)\n"
            "saraban-photan@lgo.mail.go.th (DGA)\nsaraban@songkhcity.go.th (own domain)",
        ),
        "saraban_06480115@dla.go.th",
        needed=True,
    ),
    Column(
        "",
        "ตรวจเบื้องต้น",
        38,
        Text("สูตรคำนวณให้เอง ไม่ต้องกรอก", "A formula fills this in; nothing is to be typed here."),
    ),
    Column(
        "issued",
        "อีเมลที่หน่วยงานกลางออกให้แล้ว",
        34,
        Text(
            "อีเมลที่ สถ. หรือ สพร. ออกให้แล้ว ถ้ามี (หลายที่อยู่คั่นด้วยจุลภาค)",
            "What DLA or DGA have issued already, if anything (several addresses with commas between).",
        ),
        "saraban_06480115@dla.go.th",
    ),
    Column(
        "notice",
        "มีประกาศฯ ม.10",
        15,
        Text(
            "มีประกาศช่องทางอิเล็กทรอนิกส์ตามมาตรา 10 แล้วหรือไม่ ถ้ายังไม่ทราบให้เว้นว่าง",
            "Has the agency issued its notice under section 10: มี (yes) or ไม่มี (no)? Blank where it is not known.",
        ),
        "มี",
        answers=("มี", "ไม่มี"),
    ),
    Column(
        "posted",
        "ลง info.go.th",
        14,
        Text(
            "นำประกาศฯ ลงในระบบ info.go.th แล้วหรือไม่ ถ้ายังไม่ทราบให้เว้นว่าง",
            "Is the notice in info.go.th: ลงแล้ว (yes) or ยังไม่ลง (not yet)? Blank where it is not known.",
        ),
        "ลงแล้ว",
        answers=("ลงแล้ว", "ยังไม่ลง"),
    ),
    Column(
        "delivery",
        "สถานะการส่งอีเมล",
        17,
        Text(
            "ผลการส่งอีเมลถึงที่อยู่นี้ ถ้ายังไม่ทราบให้เว้นว่าง",
            "What became of mail to this address: ส่งได้ (arrived), กล่องจดหมายเต็ม (mailbox full), ส่งไม่ได้ (failed)? "
            "Blank where it is not known.",
        ),
        "ส่งได้",
        answers=("ส่งได้", "กล่องจดหมายเต็ม", "ส่งไม่ได้"),
    ),
    Column(
        "upgraded",
        "ยกฐานะ",
        13,
        Text(
            "เลือก “ยกฐานะ” ถ้าหน่วยงานเพิ่งเปลี่ยนประเภท เช่น อบต. เป็นเทศบาลตำบล นอกนั้นเว้นว่าง",
            "ยกฐานะ where the agency has become another kind, such as an SAO a municipality. Blank means no.",
        ),
        "",
        answers=("ยกฐานะ", "ไม่ได้ยกฐานะ"),
    ),
    Column("remark", "หมายเหตุ", 28, Text("ข้อความใด ๆ", "Anything else."), ""),
)
"""From left to right."""


def place(field: str) -> int:
    """The index of a field's column (0 = A); of our own check for an empty field."""
    return next(index for index, column in enumerate(COLUMNS) if column.field == field)


def letter(field: str) -> str:
    """The letter of a field's column, as Excel shows it."""
    return letters_of(place(field))
