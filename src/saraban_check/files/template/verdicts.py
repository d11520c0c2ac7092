"""What the check by formula can say. `classify` decides; the formula only takes a first look at the form."""

from ...model.text import Text

OK = Text("ถูกต้องตามรูปแบบ", "Form is right")
BLANK = Text("ว่าง: ยังไม่มีอีเมลกลาง", "Blank: no central address yet")
WRONG = Text("ผิด:", "Wrong:")
UNSURE = Text("ยังไม่แน่:", "Not sure:")
"""How the verdicts begin that find a mistake, and those that a formula cannot decide."""


def _wrong(th: str, en: str) -> Text:
    return Text(f"{WRONG.th} {th}", f"{WRONG.en} {en}")


def _unsure(th: str, en: str) -> Text:
    return Text(f"{UNSURE.th} {th}", f"{UNSURE.en} {en}")


VERDICTS = {
    "ok": OK,
    "blank": BLANK,
    "odd": _unsure("มีช่องว่าง อักขระแปลก หรือหลายที่อยู่ปน", "spaces, odd characters or several addresses"),
    "no_at": _wrong("ไม่มี @", "there is no @"),
    "two_at": _wrong("มี @ มากกว่าหนึ่งตัว", "there is more than one @"),
    "dots": _wrong("จุดอยู่ผิดที่", "a dot stands in a wrong place"),
    "dla": _wrong("ต้องเป็น saraban_ ตามด้วยรหัส 8 หลัก", "should be saraban_ and the 8-digit code"),
    "digits": _wrong("หลัง saraban_ ต้องเป็นเลข 8 หลัก", "after saraban_ come exactly 8 digits"),
    "type": _wrong("รหัสต้องขึ้นต้นด้วย 02–06", "the code begins with 02 to 06"),
    "province": _wrong("หลักที่ 3–4 ของรหัสไม่ใช่จังหวัดใด", "digits 3 and 4 of the code are no province"),
    "uncoded": _wrong("หน่วยงานประเภทนี้ไม่มีรหัส อปท.", "this kind of agency has no DLA code"),
    "code_cell": _unsure("แก้ช่องรหัส อปท. ให้เป็นเลข 8 หลัก", "mend the code cell: 8 digits"),
    "other_code": _wrong("ไม่ตรงกับช่องรหัส อปท.", "not the code in the code cell"),
    "other_province": _wrong("เป็นรหัสของจังหวัดอื่น", "the code of another province"),
    "other_kind": _unsure("ตรวจเลขประเภทในรหัสกับประเภทหน่วยงาน", "compare the code's type with the kind of agency"),
    "www": _unsure("ตัด www. หลัง @ ออก", "remove the www. after the @"),
    "free_name": _unsure("โดเมนมีชื่อของอีเมลฟรี", "the domain has the name of free private mail"),
    "lgo": _wrong("ต้องเป็น saraban- ตามด้วยชื่อภาษาอังกฤษ", "should be saraban- and the English name"),
    "coded_lgo": _wrong("รหัส 8 หลักใช้กับ @dla.go.th", "the 8-digit code belongs at @dla.go.th"),
    "number_lgo": _unsure("หลัง saraban- ควรเป็นชื่อ ไม่ใช่ตัวเลข", "after saraban- comes a name, no number"),
    "provider": _wrong("เป็นโดเมนของ สพร. เอง ใช้ @lgo.mail.go.th", "DGA's own domain; use @lgo.mail.go.th"),
    "free": _wrong("อีเมลฟรีของเอกชน ใช้ไม่ได้", "free private mail is not allowed"),
    "slip": _wrong("โดเมนพิมพ์ผิด น่าจะเป็น ", "the domain is mistyped, probably for "),
    "own": _wrong("หน้า @ ไม่ใช่ saraban คำเดียว หรือโดเมนพิมพ์ผิด", "more than saraban before the @, or a mistyped domain"),
    "suffix": _wrong("ท้ายโดเมนใช้ไม่ได้ ใช้ .go.th เป็นต้น", "such a domain is not accepted; use .go.th"),
    "com": _unsure(".com ใช้ได้ถ้าเป็นของหน่วยงาน ควรใช้ .go.th", ".com may do if it is the agency's; .go.th is better"),
    "no_website": _unsure("กรอกเว็บไซต์เพื่อเทียบกับโดเมน", "fill in the website to compare the domain with"),
    "website": _unsure("โดเมนไม่ตรงกับช่องเว็บไซต์", "not the domain in the website cell"),
    "unread": _unsure("อ่านช่องในแถวนี้ไม่ได้", "a cell of this row cannot be read"),
}
"""By the name under which the formula finds them."""

MEANINGS = (
    (
        OK,
        Text(
            "รูปแบบถูกต้อง และไม่ขัดกับช่องอื่นในแถว", "One of the three forms, and nothing else in the row speaks against it."
        ),
    ),
    (
        Text(f"{UNSURE.th} …", f"{UNSURE.en} …"),
        Text(
            "สูตรตัดสินไม่ได้ เช่น ยังไม่ได้กรอกเว็บไซต์ หรือมีช่องว่างปนอยู่ แก้ตามที่บอกถ้าทำได้",
            "A formula cannot tell, for instance without a website or with spaces inside. Mend it if you can.",
        ),
    ),
    (
        Text(f"{WRONG.th} …", f"{WRONG.en} …"),
        Text("ใช้เป็นอีเมลกลางไม่ได้ แก้ตามเหตุผลที่บอก", "This cannot be a central address; the reason is given."),
    ),
    (BLANK, Text("ยังไม่ได้กรอกอีเมลกลางของแถวนี้", "The row has no central address yet.")),
)
"""The verdicts, or how they begin, and what they mean."""
