"""A circular and what came back of it: two lists, 200 mails and 50 notices of four provinces, and the truth of each.

What an agency's group is stands here by its plan, never worked out by the program: see `PLANS`.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import xlsxwriter
from tests.notice_texts import notice_of

PROVINCES = {"41": "อุดรธานี", "43": "หนองคาย", "47": "สกลนคร", "48": "นครพนม"}
FIRST_DAY, SENT, DAY = "2 พฤศจิกายน 2569", "2/11/2569", "17 พฤศจิกายน 2569"
HEADER = (
    *("ลำดับ", "รหัส อปท.", "ชื่อหน่วยงาน", "อำเภอ", "จังหวัด", "อีเมลสารบรรณกลาง"),
    *("มีประกาศฯ", "ลงใน info.go.th", "สถานะการส่ง", "ผู้ติดตาม"),
)


class Plan(NamedTuple):
    """What `many` agencies of each province are: their groups in both rounds, and what tells of it.

    `address` is what the list states; `mail` what came back; `notice` what the notice in the folder states.
    """

    many: int
    before: str
    now: str
    address: str = "right"
    posted: bool = True
    mail: str = ""
    notice: str = ""


PLANS = (
    Plan(5, "A1", "A1", mail="answer"),
    Plan(3, "A1", "A1"),
    Plan(4, "B3", "A1"),  # it got its address since
    Plan(3, "A1", "A2", mail="full"),
    Plan(7, "A2", "A2", mail="full"),
    Plan(5, "B3", "B3", "wrong", mail="failed twice"),
    Plan(5, "B3", "B3", "wrong", mail="failed"),
    Plan(5, "B1", "B1", "wrong"),
    Plan(5, "A1", "undetermined", mail="delayed"),
    Plan(5, "D1", "D1", posted=False),
    Plan(1, "E", "E", "none"),
    Plan(9, "C", "A1", "none", notice="right"),
    Plan(2, "C", "B1", "none", notice="wrong"),
    Plan(1, "C", "C", "none", notice="none"),
)
EACH = sum(plan.many for plan in PLANS)
TOTAL = EACH * len(PROVINCES)


class Agency(NamedTuple):
    """One agency of the list, and the row in which it stands."""

    row: int
    code: str
    name: str
    amphoe: str
    province: str
    plan: Plan

    def address(self, what: str) -> str:
        """Its address, right, wrong or none."""
        return {"right": f"saraban_{self.code}@dla.go.th", "wrong": f"tambon{self.code}@hotmail.com", "none": ""}[what]


_HEADS = ("บ้าน", "หนอง", "โคก", "นา", "ดอน", "โพน", "ท่า", "วัง", "ห้วย", "คำ")
_TAILS = ("สมมติ", "ตัวอย่าง", "จำลอง", "ทดลอง", "ลองดู", "ฝึกหัด")


def agencies() -> list[Agency]:
    """All agencies, in the order of their rows."""
    found: list[Agency] = []
    for number, (digits, province) in enumerate(PROVINCES.items()):
        plans = [plan for plan in PLANS for _ in range(plan.many)]
        for at, plan in enumerate(plans):
            name = f"อบต.{_HEADS[at % 10]}{_TAILS[at // 10]}"
            code = f"06{digits}{at // 20 + 1:02}{at % 20 + 1:02}"
            found.append(Agency(4 + number * EACH + at, code, name, f"อำเภอสมมติ{at // 20 + 1}", province, plan))
    return found


def expected(which: str, province: str | None = None) -> Counter[str]:
    """The agencies by group, `before` or `now`, of one province or all."""
    counted: Counter[str] = Counter()
    for plan in PLANS:
        counted[getattr(plan, which)] += plan.many
    return Counter({group: count * (1 if province else len(PROVINCES)) for group, count in counted.items()})


def _delivery(group: str) -> str:
    """What the first round's list says of the delivery."""
    return {"A2": "✗ อีเมลเต็ม", "B3": "✗", "E": "✗", "C": "✗"}.get(group, "✓")


def write_lists(folder: Path) -> tuple[Path, Path]:
    """The list of the first round, which knows of the delivery, and that of the second, which does not."""
    paths = folder / "round1.xlsx", folder / "round2.xlsx"
    for path, is_first in zip(paths, (True, False), strict=True):
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("รายชื่อ")
            sheet.write_string(0, 0, "บัญชีรายชื่อหน่วยงานสมมติ")
            sheet.write_string(1, 0, f"ข้อมูล ณ วันที่ {FIRST_DAY if is_first else DAY}")
            sheet.write_row(2, 0, HEADER)
            for number, one in enumerate(agencies(), start=1):
                plan = one.plan
                address = "wrong" if is_first and plan.before[:1] == "B" else plan.address
                cells = (one.code, one.name, one.amphoe, one.province, one.address(address))
                marks = ("✗" if plan.now == "E" else "✓", "✓" if plan.posted and plan.now != "E" else "✗")
                delivery = _delivery(plan.before) if is_first else ""
                team = ("ทีมเหนือ", "ทีมใต้")[number % 2]
                sheet.write_row(2 + number, 0, (str(number), *cells, *marks, delivery, team))
    return paths


_BOUNCE = """\
Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.example.go.th>
Subject: Undelivered Mail Returned to Sender
Date: {day} Nov 2026 06:15:00 +0700
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

This is the mail system.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.go.th

Final-Recipient: rfc822; {to}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {said}

--b--
"""
_ANSWER = """\
From: {to}
Subject: =?utf-8?B?UmU6IOC4q+C4meC4seC4h+C4quC4t+C4reC5gOC4p+C4teC4ouC4mQ==?=
Date: {day} Nov 2026 09:15:00 +0700
In-Reply-To: <c7@opdc.example.go.th>
Content-Type: text/plain; charset=utf-8

ได้รับเรื่องแล้ว เลขที่รับ {to}
"""
_SAID = {
    "full": ("failed", "5.2.2", "552 5.2.2 mailbox is full"),
    "failed": ("failed", "5.1.1", "550 5.1.1 User unknown"),
    "delayed": ("delayed", "4.4.1", "421 4.4.1 connection timed out"),
}


def _bounce(to: str, what: str, day: int) -> str:
    action, status, said = _SAID[what]
    return _BOUNCE.format(to=to, action=action, status=status, said=said, day=day)


def mails() -> Iterator[str]:
    """What came back: refusals, answers, refusals of an older circular, and mail to who is in no list."""
    for one in agencies():
        to, mail = one.address(one.plan.address), one.plan.mail
        if mail == "answer":
            yield _ANSWER.format(to=to, day=4)
        elif mail:
            yield _bounce(to, mail.split()[0], 3)
        if mail.endswith("twice"):
            yield _bounce(to, "failed", 5)
        if one.plan is PLANS[0] or one.plan is PLANS[1]:
            yield _bounce(to, "full", 1)  # before this circular was sent
    for number in range(28):
        yield _bounce(f"saraban{number}@elsewhere.example.go.th", "failed", 3)


def write_mails(path: Path) -> int:
    """All of it as one mbox; how many mails there are."""
    found = list(mails())
    path.write_text("".join(f"From x Tue Nov  3 09:15:00 2026\n{mail}\n" for mail in found), encoding="utf-8")
    return len(found)


def write_notices(folder: Path) -> int:
    """A notice for each agency whose list states no address, and two of agencies that are in no list."""
    folder.mkdir()
    told = [one for one in agencies() if one.plan.notice]
    for one in told:
        address = one.address(one.plan.notice)
        said = f"(๑) ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ {address}" if address else ""
        _notice(folder / f"{one.code}.txt", one.name, said, one.province)
    for name in ("อบต.ต่างถิ่นหนึ่ง", "อบต.ต่างถิ่นสอง"):
        _notice(folder / f"{name}.txt", name, "(๑) ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ saraban@tangthin.go.th", "ตราด")
    return len(told) + 2


def _notice(path: Path, name: str, address: str, province: str) -> None:
    agency = name.replace("อบต.", "องค์การบริหารส่วนตำบล")
    text = notice_of(agency=agency, address=address, website="", day="๑๗ กุมภาพันธ์ พ.ศ. ๒๕๖๙")
    path.write_text(text.replace(f"ประกาศ{agency}\n", f"ประกาศ{agency}\nจังหวัด{province}\n"), encoding="utf-8")
