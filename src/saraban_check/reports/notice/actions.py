"""What is to be done about many notices: one thing to do for all rules that it settles, what helps most first."""

from collections.abc import Iterable
from typing import NamedTuple

from ...model.finding import Rule, Severity
from ...model.result import NoticeResult
from ...model.text import Lang, Text

_LAW = Text(
    "อ้างมาตรา 10 ของ พ.ร.บ. การปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565 ให้ครบ",
    "cite section 10 of the act of B.E. 2565 in full",
)
_DATE = Text("ลงวันที่ออกประกาศฯ ให้ถูกต้อง", "put the right date of issue")
_NAME = Text("แก้ชื่อหน่วยงานให้ตรงกันทั้งฉบับ", "write the same agency throughout")
_ANEW = Text("ออกประกาศฯ ฉบับใหม่ในชื่อปัจจุบันของหน่วยงาน", "issue a new notice under the agency's present name")
_SIGNATURE = Text("ใส่ช่องลงนาม ชื่อ และตำแหน่งผู้ลงนามให้ครบ", "complete the signature: name and position")
_ACTIONS = {
    "SB510": Text("หาไฟล์ที่อ่านข้อความได้ (Word หรือ PDF ที่บันทึกจาก Word) แล้วตรวจใหม่", "find a file whose text can be read"),
    "SB512": Text("ใช้ไฟล์ประกาศฯ ม.10 แทนเอกสารอื่น", "take the section-10 notice in place of another document"),
    "SB513": _LAW,
    "SB514": _LAW,
    "SB515": Text("เขียนชื่อเรื่องให้ชัดว่าเป็นช่องทางอิเล็กทรอนิกส์", "write a subject that speaks of electronic channels"),
    "SB516": _NAME,
    "SB517": Text("กรอกช่องว่างที่ยังไม่ได้กรอกให้ครบ", "fill in what was left blank"),
    "SB518": _ANEW,
    "SB519": Text("ระบุชื่อหน่วยงานที่ออกประกาศฯ", "name the agency that issues the notice"),
    "SB520": Text("ระบุที่อยู่อีเมลกลางในประกาศฯ", "state the central address in the notice"),
    "SB521": Text("แก้ที่อยู่อีเมลในประกาศฯ ให้ถูกต้อง", "correct the address in the notice"),
    "SB522": Text("ใช้อีเมลบนโดเมนเดียวกับเว็บไซต์ของหน่วยงาน", "use an address on the domain of the agency's website"),
    "SB523": Text("ระบุอีเมลกลางเพียงที่อยู่เดียว", "state one central address only"),
    "SB524": Text("ทำที่อยู่ในประกาศฯ กับในบัญชีรายชื่อให้ตรงกัน", "bring the notice and the list to the same address"),
    "SB525": Text("เพิ่มเว็บไซต์ของหน่วยงาน", "add the agency's website"),
    "SB526": Text("เพิ่มหมายเลขโทรศัพท์ของสำนักงาน", "add the office's telephone number"),
    "SB530": _DATE,
    "SB531": _DATE,
    "SB532": _DATE,
    "SB533": _ANEW,
    "SB534": _DATE,
    "SB535": _SIGNATURE,
}


_RIGHT_FILE = Text("หาไฟล์ประกาศฯ ที่ถูกต้องแทนเอกสารที่ไม่มีข้อความ", "find the right file in place of one without text")
_MORE_FILES = Text(" และอีก {count} ไฟล์", " and {count} more")


class Action(NamedTuple):
    """One thing to do, the codes of the rules that it settles, and the files that it helps."""

    text: Text
    codes: tuple[str, ...]
    files: tuple[str, ...]

    def named(self, most: int, lang: Lang) -> str:
        """The names of the first files, and how many more there are."""
        rest = len(self.files) - most
        return ", ".join(self.files[:most]) + (_MORE_FILES.say(lang, count=f"{rest:,}") if rest > 0 else "")


def actions_of(results: Iterable[NoticeResult]) -> list[Action]:
    """What is to be done about the errors and warnings, what helps most notices first."""
    files: dict[Text, dict[str, None]] = {}
    codes: dict[Text, set[str]] = {}
    for number, result in enumerate(results):
        for found in result.findings:
            if found.severity is not Severity.INFO:
                is_wrong_file = found.code == "SB510" and result.is_empty
                text = _RIGHT_FILE if is_wrong_file else _action(found.rule)
                files.setdefault(text, {})[f"{number}\0{result.name}"] = None
                codes.setdefault(text, set()).add(found.code)
    actions = [
        Action(text, tuple(sorted(codes[text])), tuple(key.partition("\0")[2] for key in keys))
        for text, keys in files.items()
    ]
    return sorted(actions, key=lambda action: (-len(action.files), action.codes))


def _action(rule: Rule) -> Text:
    """What to do about a rule; for those of an address, which others share, what the rule itself says."""
    return _ACTIONS.get(rule.code) or Text(rule.mend.th, rule.mend.en.rstrip("."))
