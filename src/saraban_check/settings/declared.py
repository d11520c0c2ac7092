"""Every setting: its name, what its value may be, what it is for, and the option that it stands for.

This table is all there is of a setting; `values` gives each kind its type. It is loaded without pydantic.
"""

from typing import Literal, NamedTuple

from ..model.text import Text
from ..rules.sb4_domain import SB405

NONE = "none"
"""Stands for a file of which none is wanted; one that is called so is `./none`."""

_Value = Literal["choice", "text", "path", "path or false", "count", "concurrency", "seconds", "switch", "share"]
_Values = Literal[
    "paths", "listing", "fields", "pairs", "columns", "severities", "ignored", "free mail", "accepted domains"
]
Kind = _Value | _Values
"""What the value of a setting may be."""

_WITHOUT_OPTION = ("severities", "ignored", "free mail", "accepted domains")
_OTHER_PARAMETERS = {"columns": "map_", "max": "max_"}


class Setting(NamedTuple):
    """`default` is what is built in, as it is shown; `choices` are the words of a choice."""

    name: str
    kind: Kind
    help: Text
    default: str = "–"
    choices: tuple[str, ...] = ()

    @property
    def parameter(self) -> str | None:
        """The option's parameter in the commands; None where there is no option."""
        if self.kind in _WITHOUT_OPTION:
            return None
        return _OTHER_PARAMETERS.get(self.name, self.name.replace("-", "_"))

    @property
    def variable(self) -> str | None:
        """The environment variable, where there is one: tables and lists of tables have none."""
        if self.parameter is None or self.kind == "columns":
            return None
        return "SARABAN_CHECK_" + self.name.upper().replace("-", "_")


_ALL = (
    Setting("lang", "choice", Text("ภาษาของข้อความ", "language of messages"), "th", ("th", "en")),
    Setting("color", "choice", Text("สี", "colours"), "auto", ("auto", "always", "never")),
    Setting("ascii", "switch", Text("เครื่องหมายและเส้นบนจอเป็น ASCII", "signs and lines of screens in ASCII"), "false"),
    Setting("sheet", "text", Text("แผ่นงานที่จะอ่าน", "the sheet to read")),
    Setting(
        "columns",
        "columns",
        Text('หัวคอลัมน์ของแต่ละช่อง เช่น address = "อีเมล์ใหม่"', 'headings by field, such as address = "New mail"'),
    ),
    Setting(
        "require",
        "fields",
        Text("ช่องที่ต้องมีคอลัมน์ เช่น code,province", "fields that must have a column, such as code,province"),
    ),
    Setting("encoding", "text", Text("การเข้ารหัสของ CSV", "encoding of a CSV")),
    Setting("max", "pairs", Text("ขีดจำกัดขนาดไฟล์", "limits, such as file-mb = 300")),
    Setting(
        "assume",
        "choice",
        Text("สถานะการส่งที่ไม่ทราบนับเป็นอะไร", "what unknown delivery counts as"),
        "–",
        ("delivered", "failed"),
    ),
    Setting("delivery", "paths", Text("ผลการส่งจากคำสั่ง bounces", "delivery as found by bounces")),
    Setting("table", "path", Text("ตารางกลุ่มของผู้ใช้ (CSV)", "a group table of your own (CSV)")),
    Setting(
        "table-mode",
        "choice",
        Text("เพิ่มจากตารางที่เผยแพร่ หรือแทนทั้งตาราง", "extend the published table, or replace it"),
        "extend",
        ("extend", "replace"),
    ),
    Setting("registry", "path or false", Text("ทะเบียน อปท. ที่จะใช้ หรือ false", "the registry to use, or false for none")),
    Setting("limit", "count", Text("จำนวนหน่วยงานที่แสดงบนจอ", "how many agencies the screen lists"), "10"),
    Setting("dns", "switch", Text("ถาม DNS ว่าโดเมนรับอีเมลได้หรือไม่", "ask DNS about the domains"), "false"),
    Setting("resolver", "text", Text("เซิร์ฟเวอร์ DNS ที่จะถาม", "the DNS server to ask")),
    Setting("timeout", "seconds", Text("รอคำตอบของ DNS กี่วินาที", "seconds to wait for DNS"), "5"),
    Setting(
        "concurrency", "concurrency", Text("ถาม DNS พร้อมกันกี่โดเมน", "how many domains to ask DNS for at a time"), "50"
    ),
    Setting("no-cache", "switch", Text("ไม่เก็บคำตอบของ DNS", "keep no answers of DNS"), "false"),
    Setting("ocr", "switch", Text("อ่านประกาศฯ ที่สแกนด้วย OCR", "read scanned notices by OCR"), "true"),
    Setting("thai-digits", "switch", Text("เลขไทยในรายงาน DOCX", "Thai digits in the report (DOCX)"), "false"),
    Setting("fail-on", "listing", Text("ไม่ผ่านเมื่อพบ", "what the gate stops at")),
    Setting(
        "max-follow-up",
        "share",
        Text("ไม่ผ่านเมื่อหน่วยงานที่ไม่อยู่กลุ่ม A เกินจำนวนนี้", "the most agencies that may not be in group A"),
    ),
    Setting("expect-rows", "count", Text("จำนวนแถวที่ต้องมี", "how many rows there must be")),
    Setting("baseline", "path", Text("ปัญหาที่รู้อยู่แล้ว", "what is known already")),
    Setting(
        "severity",
        "severities",
        Text(f'ระดับของเหตุผล เช่น {SB405.code} = "warning"', f'severities by rule, such as {SB405.code} = "warning"'),
    ),
    Setting("ignore", "ignored", Text("เหตุผลที่ไม่นับ พร้อมเหตุที่ไม่นับ", "rules that do not count, and why")),
    Setting(
        "free-mail",
        "free mail",
        Text("โดเมนอีเมลฟรีเพิ่มเติม (มีผลต่อกลุ่ม)", "further domains of free mail (changes verdicts)"),
    ),
    Setting(
        "accepted-domains",
        "accepted domains",
        Text("โดเมนที่ยอมรับเพิ่มเติม (มีผลต่อกลุ่ม)", "further domains to accept (changes verdicts)"),
    ),
)
COMMAND_LINE_ONLY = (
    *("answered-is-delivered", "as-of", "bounces", "for", "no-registry", "notices", "output", "since", "sent-all"),
    *("unsafe", "update-baseline"),
)
"""Options that are of one run, such as of one circular; no setting stands for them."""
SETTINGS: dict[str, Setting] = {setting.name: setting for setting in _ALL}
