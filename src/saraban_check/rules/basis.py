"""The legal bases that rules cite."""

from ..model.text import Text

REGULATION = Text(
    "ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ (ฉบับที่ 4) พ.ศ. 2564",
    "Office of the Prime Minister Regulation on Correspondence (No. 4), B.E. 2564",
)
METHODS = Text(
    "วิธีการทางอิเล็กทรอนิกส์สำหรับหน่วยงานระดับเริ่มต้น (มติ ครม. 9 พ.ค. 2566)",
    "Electronic Methods for Entry-Level Agencies (cabinet resolution of 9 May 2566)",
)
BOTH = Text(f"{REGULATION.th} และ{METHODS.th}", f"{REGULATION.en}; {METHODS.en}")
FORMS = Text(
    f"{REGULATION.th} ประกอบรูปแบบอีเมลที่ถูกต้องของสำนักงาน ก.พ.ร. (26 ก.พ. 2569)",
    f"{REGULATION.en}; the correct forms as published by OPDC (26 Feb 2569)",
)
SECTION_10 = Text(
    "พ.ร.บ. การปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565 มาตรา 10 และมาตรา 20",
    "Electronic Performance of Government Act B.E. 2565, sections 10 and 20",
)
MODEL_NOTICE = Text(
    f"{SECTION_10.th} ประกอบ{METHODS.th} และตัวอย่างประกาศของสำนักงาน ก.พ.ร. (26 ก.พ. 2569)",
    f"{SECTION_10.en}; {METHODS.en}; OPDC's model notice (26 Feb 2569)",
)
TABLE = Text(
    "ตารางการจำแนกกลุ่ม อปท. ของสำนักงาน ก.พ.ร. (ข้อมูล ณ วันที่ 17 ก.พ. 2569)",
    "OPDC's table of groups (as of 17 Feb 2569)",
)
MAIL_PROTOCOL = Text(
    f"{TABLE.th} ประกอบมาตรฐานการส่งอีเมล RFC 5321 ข้อ 5.1 และ RFC 7505",
    f"{TABLE.en}; how mail finds its way: RFC 5321 section 5.1, RFC 7505",
)
DATA = Text(
    "ข้อกำหนดของการกรอกข้อมูลในบัญชีรายชื่อหน่วยงาน",
    "How the list of agencies is filled in",
)


def same(text: str) -> Text:
    """A text that is the same in both languages, such as an address."""
    return Text(text, text)
