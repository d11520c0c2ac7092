"""SB9: how the list itself is filled in."""

from enum import Enum

from ..model.delivery import Contradiction, Delivery, DeliverySource
from ..model.finding import Finding, Rule, Severity, Standard
from ..model.record import Problem, ProblemKind, RowKind
from ..model.text import Text
from ..reference.row_words import NAMES
from .basis import DATA

_DATA = (Standard.DATA,)

SB901 = Rule(
    code="SB901",
    name="value-not-understood",
    severity=Severity.WARNING,
    standards=_DATA,
    title=Text("อ่านค่าในเซลล์ไม่เข้าใจ", "A value was not understood"),
    message=Text(
        "อ่านค่าในช่อง “{column}” ไม่เข้าใจ: “{found}” จึงถือว่าไม่ทราบ",
        "The value in “{column}” was not understood: “{found}”; it counts as unknown",
    ),
    why=Text("ค่าที่อ่านไม่ได้ถือว่าไม่ทราบ ไม่ใช่ “ไม่”", "What cannot be read is unknown, not no."),
    mend=Text("ใช้ ✓ หรือ ✗ หรือคำที่ระบุไว้ในคู่มือ", "Use ✓ or ✗, or one of the documented words."),
    basis=DATA,
    wrong=Text("ช่องประกาศฯ เป็น “รอตรวจ”", "the notice cell holds “pending”"),
    right=Text("ช่องประกาศฯ เป็น ✓", "the notice cell holds ✓"),
    is_noted=True,
)

SB902 = Rule(
    code="SB902",
    name="agency-twice",
    severity=Severity.WARNING,
    standards=_DATA,
    title=Text("หน่วยงานซ้ำ", "The same agency twice"),
    message=Text("หน่วยงานเดียวกันอยู่ในแถว {rows} ด้วย", "The same agency also stands in row {rows}"),
    why=Text("แถวซ้ำทำให้ยอดรวมเกินจริง", "A doubled row is counted twice."),
    mend=Text("เหลือไว้แถวเดียว", "Keep one of them."),
    basis=DATA,
    wrong=Text("รหัส 06480115 อยู่สองแถว", "code 06480115 in two rows"),
    right=Text("รหัส 06480115 อยู่แถวเดียว", "code 06480115 in one row"),
    is_noted=True,
)

SB903 = Rule(
    code="SB903",
    name="address-shared",
    severity=Severity.WARNING,
    standards=_DATA,
    title=Text("ที่อยู่ซ้ำกับหน่วยงานอื่น", "Another agency states the same address"),
    message=Text("ที่อยู่นี้ซ้ำกับหน่วยงานในแถว {rows}", "The same address is stated in row {rows}"),
    why=Text(
        "อีเมลกลางเป็นของหน่วยงานเดียว ถ้าซ้ำ หนังสือของหน่วยงานหนึ่งจะไปถึงอีกหน่วยงาน",
        "A central address belongs to one agency; if two state it, one gets the other's letters.",
    ),
    mend=Text("ตรวจว่าที่อยู่เป็นของหน่วยงานใด", "Find out whose it is."),
    basis=DATA,
    wrong=Text("สองหน่วยงานระบุ saraban@songkhcity.go.th", "two agencies state saraban@songkhcity.go.th"),
    right=Text("แต่ละหน่วยงานมีที่อยู่ของตนเอง", "each agency has its own"),
    is_noted=True,
)

SB904 = Rule(
    code="SB904",
    name="row-damaged",
    severity=Severity.ERROR,
    standards=_DATA,
    title=Text("แถวเสียหาย หรือเซลล์ไม่มีค่าให้อ่าน", "The row is damaged, or a cell holds no value"),
    message=Text("อ่านแถวนี้ได้ไม่ครบ: {problem}", "This row could not be read in full: {problem}"),
    why=Text(
        "แถวที่จำนวนช่องไม่ตรงกับหัวตาราง ข้อมูลอาจเลื่อนไปอยู่ผิดคอลัมน์ สูตรที่ยังไม่ได้คำนวณ หรือได้ผลเป็น 0 ในช่องข้อความ "
        "ไม่ได้บอกอะไร จึงถือว่าไม่ทราบ ไม่ใช่ว่าไม่มี",
        "Where cells are too many or too few, values may stand in the wrong column. A formula that was not calculated, "
        "or comes to 0 where a text should stand, says nothing: that is unknown, not none.",
    ),
    mend=Text(
        "เปิดไฟล์ต้นทางใน Excel ให้สูตรคำนวณแล้วบันทึกใหม่ หรือพิมพ์ค่าแทนสูตร ถ้าจำนวนช่องไม่ตรง แก้แถวนั้นให้ตรงกับหัวตาราง",
        "Open the source file in Excel, let it calculate and save it, or type the value instead of the formula; where "
        "cells are too many or too few, mend the row.",
    ),
    basis=DATA,
    wrong=Text("เซลล์ที่อยู่เป็น #REF!", "the address cell holds #REF!"),
    right=Text("ทุกช่องตรงกับหัวตาราง", "all cells stand under their headings"),
    is_noted=True,
)

SB905 = Rule(
    code="SB905",
    name="facts-contradict",
    severity=Severity.WARNING,
    standards=_DATA,
    title=Text("ข้อมูลขัดแย้งกัน", "The facts contradict each other"),
    message=Text("ข้อมูลขัดแย้งกัน: {problem}", "The facts contradict each other: {problem}"),
    why=Text(
        "อย่างน้อยหนึ่งแห่งผิด โปรแกรมไม่เดาว่าช่องใด ส่วนสถานะการส่งบอกไว้ว่าใช้ค่าใด",
        "At least one of them is wrong. Which cell is not guessed; of delivery it says which is used.",
    ),
    mend=Text("ตรวจทั้งสองค่ากับเอกสารหรืออีเมลจริง", "Check both against the documents or the mails."),
    basis=DATA,
    wrong=Text("ไม่มีประกาศฯ แต่ลง info.go.th แล้ว", "no notice, yet posted"),
    right=Text("มีประกาศฯ และลง info.go.th แล้ว", "notice issued and posted"),
    is_noted=True,
)

SB906 = Rule(
    code="SB906",
    name="perhaps-no-agency",
    severity=Severity.WARNING,
    standards=_DATA,
    title=Text("แถวนี้อาจไม่ใช่หน่วยงาน", "The row is perhaps no agency"),
    message=Text(
        "แถวนี้คล้าย{kind} (“{found}”) แต่ไม่แน่ชัด จึงนับเป็นหน่วยงาน",
        "The row looks like {kind} (“{found}”), which is not certain, so it counts as an agency",
    ),
    why=Text(
        "แถวยอดรวม หมายเหตุ หรือหัวข้อกลุ่มที่ปนอยู่ในรายชื่อทำให้จำนวนหน่วยงานเกินจริง",
        "A total, a note or the heading of a group among the agencies is counted as one of them.",
    ),
    mend=Text(
        "ถ้าไม่ใช่หน่วยงาน ลบแถวนั้นออก ถ้าใช่ เติมรหัส ชื่อพร้อมประเภท หรือที่อยู่ให้ครบ",
        "If it is none, take the row out; if it is one, give its code, its name with the kind, or its address.",
    ),
    basis=DATA,
    wrong=Text("แถวที่มีแต่คำว่า “อำเภอเมือง”", "a row that holds nothing but “อำเภอเมือง”"),
    right=Text("แถวที่มีชื่อ “อบต.ท่าข้าม” และที่อยู่อีเมล", "a row with the name “อบต.ท่าข้าม” and its address"),
    is_noted=True,
)

RULES = (SB901, SB902, SB903, SB904, SB905, SB906)

_POSTED_WITHOUT_NOTICE = Text("ไม่มีประกาศฯ ม.10 แต่ลง info.go.th แล้ว", "there is no notice, yet it is posted")
_NONE_STATED_YET_ADDRESS = Text(
    "ประกาศฯ ไม่ระบุอีเมล แต่ช่องที่อยู่มี “{address}”", "the notice states no address, yet the cell holds “{address}”"
)
_NO_ADDRESS_YET_DELIVERED = Text("ไม่มีที่อยู่ แต่สถานะว่าส่งถึงกล่องจดหมาย", "there is no address, yet mail reached a mailbox")
DELIVERY_NAMES = {
    Delivery.DELIVERED: Text("ส่งได้", "delivered"),
    Delivery.FULL: Text("อีเมลเต็ม", "mailbox full"),
    Delivery.FAILED: Text("ส่งไม่ได้", "failed"),
}
"""What each delivery status is called, wherever facts are told."""
_CELL, _BOUNCE = DeliverySource.CELL, DeliverySource.BOUNCE
_DELIVERY_DIFFERS = {
    (_BOUNCE, _CELL): Text(
        "ช่องสถานะการส่งว่า “{other}” แต่รายงานของระบบอีเมลว่า “{one}” จึงใช้ตามรายงาน",
        "the delivery cell says “{other}”, a mail system's report “{one}”; the report is used",
    ),
    (DeliverySource.ASSUMED, _CELL): Text(
        "ช่องสถานะการส่งว่า “{other}” แต่ไม่มีอีเมลตีกลับ (--sent-all) จึงใช้ตามช่อง",
        "the delivery cell says “{other}”, yet nothing bounced (--sent-all); the cell is used",
    ),
    (DeliverySource.DNS, _CELL): Text(
        "ช่องสถานะการส่งว่า “{other}” แต่ DNS แสดงว่าโดเมนรับอีเมลไม่ได้ จึงใช้ตาม DNS",
        "the delivery cell says “{other}”, yet DNS shows that the domain cannot receive mail; DNS is used",
    ),
    (DeliverySource.ANSWER, _CELL): Text(
        "ช่องสถานะการส่งว่า “{other}” แต่หน่วยงานตอบกลับ (--answered-is-delivered) จึงใช้ตามช่อง",
        "the delivery cell says “{other}”, yet the agency answered (--answered-is-delivered); the cell is used",
    ),
    (DeliverySource.DNS, DeliverySource.ANSWER): Text(
        "มีอีเมลตอบกลับจากที่อยู่นี้ (--answered-is-delivered) แต่ DNS แสดงว่าโดเมนรับอีเมลไม่ได้ จึงใช้ตาม DNS",
        "a mail came from this address (--answered-is-delivered), yet DNS shows that the domain cannot receive any; "
        "DNS is used",
    ),
    (DeliverySource.DNS, _BOUNCE): Text(
        "รายงานของระบบอีเมลว่า “{other}” แต่ DNS แสดงว่าโดเมนรับอีเมลไม่ได้ จึงใช้ตาม DNS",
        "a mail system's report says “{other}”, yet DNS shows that the domain cannot receive mail; DNS is used",
    ),
}
_CODE_PROVINCE = Text(
    "ช่องรหัสเป็น {found} แต่ช่องจังหวัดเป็น “{expected}”", "the code cell says {found}, the province cell “{expected}”"
)
_JOINT_DIFFERS = Text("ช่องรวมกับช่องแยกของประกาศฯ ไม่ตรงกัน", "the joint notice column and the separate ones differ")
_UNREADABLE = Text("ช่อง “{column}” เป็น “{found}”", "cell “{column}” holds “{found}”")
_FORMULA = Text(
    "ช่อง “{column}” เป็นสูตร “{found}” ที่ยังไม่ได้คำนวณ หรือได้ผลเป็น 0 เปิดใน Excel แล้วบันทึกใหม่",
    "cell “{column}” holds the formula “{found}”, not calculated or coming to 0; open it in Excel and save it again",
)
_CELL_COUNT = Text("มี {found} ช่อง แต่หัวตารางมี {expected} ช่อง", "it has {found} cells, the header {expected}")


def problem_finding(problem: Problem) -> Finding:
    """The finding for something that was noticed while a row was read."""
    parts = {"column": problem.column, "found": problem.found, "expected": problem.expected}
    match problem.kind:
        case ProblemKind.NOT_UNDERSTOOD:
            return Finding(SB901, problem.field, {"column": problem.column, "found": problem.found})
        case ProblemKind.UNREADABLE:
            what = _FORMULA if problem.found.startswith("=") else _UNREADABLE
            return Finding(SB904, problem.field, {"problem": what.fill(**parts)})
        case ProblemKind.CELL_COUNT:
            return Finding(SB904, problem.field, {"problem": _CELL_COUNT.fill(**parts)})
        case ProblemKind.CODE_OUTSIDE_PROVINCE:
            return Finding(SB905, problem.field, {"problem": _CODE_PROVINCE.fill(**parts)})
        case ProblemKind.POSTED_WITHOUT_NOTICE:
            return Finding(SB905, problem.field, {"problem": _POSTED_WITHOUT_NOTICE})
        case ProblemKind.JOINT_DIFFERS:
            return Finding(SB905, problem.field, {"problem": _JOINT_DIFFERS})
        case ProblemKind.PERHAPS_NO_AGENCY:
            return Finding(SB906, problem.field, {"kind": NAMES[RowKind(problem.expected)], "found": problem.found})


def address_though_none_stated(address: str) -> Finding:
    """SB905: the notice is said to state no address, yet the list has one."""
    return Finding(SB905, "address", {"problem": _NONE_STATED_YET_ADDRESS.fill(address=address)})


def delivered_without_address() -> Finding:
    """SB905: mail is said to have reached an agency that has no address."""
    return Finding(SB905, "delivery", {"problem": _NO_ADDRESS_YET_DELIVERED})


def delivery_contradiction(contradiction: Contradiction) -> Finding:
    """SB905: the delivery cell says one thing, a mail system's report, DNS or the user another."""
    one, other = DELIVERY_NAMES[contradiction.one], DELIVERY_NAMES[contradiction.other]
    problem = _DELIVERY_DIFFERS[contradiction.told_by, contradiction.held_against]
    return Finding(SB905, "delivery", {"problem": problem.fill(one=one, other=other)})


class NoticeDoubt(Enum):
    """How an agency's notice stands against its row; the value says it."""

    EXISTS = Text(
        "รายชื่อระบุว่าไม่มีประกาศฯ ม.10 แต่มีไฟล์ประกาศฯ {file}", "the list says that there is no notice, yet there is {file}"
    )
    STATES_ONE = Text(
        "รายชื่อระบุว่าประกาศฯ ไม่ระบุอีเมล แต่ประกาศฯ {file} ระบุ “{stated}”",
        "the list says that the notice states no address, yet {file} states “{stated}”",
    )
    STATES_ANOTHER = Text(
        "ช่องที่อยู่เป็น “{listed}” แต่ประกาศฯ {file} ระบุ “{stated}” จึงตรวจตามช่อง",
        "the address cell holds “{listed}”, yet the notice {file} states “{stated}”; the cell is judged",
    )
    STATES_NONE = Text(
        "ช่องที่อยู่เป็น “{listed}” แต่ประกาศฯ {file} ไม่ระบุที่อยู่",
        "the address cell holds “{listed}”, yet the notice {file} states none",
    )


def notice_contradiction(doubt: NoticeDoubt, file: str, *, listed: str = "", stated: str = "") -> Finding:
    """SB905: the agency's row says one thing, its notice another."""
    field = "notice" if doubt is NoticeDoubt.EXISTS else "address"
    return Finding(SB905, field, {"problem": doubt.value.fill(file=file, listed=listed, stated=stated)})


def agency_twice(rows: str) -> Finding:
    """SB902, naming the other rows."""
    return Finding(SB902, "code", {"rows": rows})


def address_shared(rows: str) -> Finding:
    """SB903, naming the other rows."""
    return Finding(SB903, "address", {"rows": rows})
