"""Every setting: its name, what its value may be, the option that it stands for, and what it is for.

This table is all there is of a setting; `values` gives each kind its type. It is loaded without pydantic.
"""

from typing import Literal, NamedTuple

from ..model.text import Text
from ..rules.sb4_domain import SB405

NONE = "none"
"""Stands for a file of which none is wanted; one that is called so is `./none`."""

_Value = Literal["choice", "text", "path", "path or false", "count", "concurrency", "seconds", "switch", "share"]
_Values = Literal["listing", "fields", "pairs", "columns", "severities", "ignored", "free mail", "accepted domains"]
Kind = _Value | _Values
"""What the value of a setting may be."""


class Setting(NamedTuple):
    """`parameter` is the option's parameter in the commands (None: it has no option); `default` as it is shown.

    `choices` are the words of a choice.
    """

    name: str
    kind: Kind
    parameter: str | None
    default: str
    help: Text
    choices: tuple[str, ...] = ()

    @property
    def variable(self) -> str | None:
        """The environment variable, where there is one: tables and lists of tables have none."""
        if self.parameter is None or self.name == "columns":
            return None
        return "SARABAN_CHECK_" + self.name.upper().replace("-", "_")


SETTINGS: dict[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting("lang", "choice", "lang", "th", Text("ภาษาของข้อความ", "language of messages"), ("th", "en")),
        Setting("color", "choice", "color", "auto", Text("สี", "colours"), ("auto", "always", "never")),
        Setting("sheet", "text", "sheet", "–", Text("แผ่นงานที่จะอ่าน", "the sheet to read")),
        Setting(
            "columns",
            "columns",
            "map_",
            "–",
            Text('หัวคอลัมน์ของแต่ละช่อง เช่น address = "อีเมล์ใหม่"', 'headings by field, such as address = "New mail"'),
        ),
        Setting(
            "require",
            "fields",
            "require",
            "–",
            Text("ช่องที่ต้องมีคอลัมน์ เช่น code,province", "fields that must have a column, such as code,province"),
        ),
        Setting("encoding", "text", "encoding", "–", Text("การเข้ารหัสของ CSV", "encoding of a CSV")),
        Setting("max", "pairs", "max_", "–", Text("ขีดจำกัดขนาดไฟล์", "limits, such as file-mb = 300")),
        Setting(
            "assume",
            "choice",
            "assume",
            "–",
            Text("สถานะการส่งที่ไม่ทราบนับเป็นอะไร", "what unknown delivery counts as"),
            ("delivered", "failed"),
        ),
        Setting("delivery", "path", "delivery", "–", Text("ผลการส่งจากคำสั่ง bounces", "delivery as found by bounces")),
        Setting("table", "path", "table", "–", Text("ตารางกลุ่มของผู้ใช้ (CSV)", "a group table of your own (CSV)")),
        Setting(
            "table-mode",
            "choice",
            "table_mode",
            "extend",
            Text("เพิ่มจากตารางที่เผยแพร่ หรือแทนทั้งตาราง", "extend the published table, or replace it"),
            ("extend", "replace"),
        ),
        Setting(
            "registry",
            "path or false",
            "registry",
            "–",
            Text("ทะเบียน อปท. ที่จะใช้ หรือ false", "the registry to use, or false for none"),
        ),
        Setting("limit", "count", "limit", "10", Text("จำนวนหน่วยงานที่แสดงบนจอ", "how many agencies the screen lists")),
        Setting("dns", "switch", "dns", "false", Text("ถาม DNS ว่าโดเมนรับอีเมลได้หรือไม่", "ask DNS about the domains")),
        Setting("resolver", "text", "resolver", "–", Text("เซิร์ฟเวอร์ DNS ที่จะถาม", "the DNS server to ask")),
        Setting("timeout", "seconds", "timeout", "5", Text("รอคำตอบของ DNS กี่วินาที", "seconds to wait for DNS")),
        Setting(
            "concurrency",
            "concurrency",
            "concurrency",
            "50",
            Text("ถาม DNS พร้อมกันกี่โดเมน", "how many domains to ask DNS for at a time"),
        ),
        Setting("no-cache", "switch", "no_cache", "false", Text("ไม่เก็บคำตอบของ DNS", "keep no answers of DNS")),
        Setting("ocr", "switch", "ocr", "true", Text("อ่านประกาศฯ ที่สแกนด้วย OCR", "read scanned notices by OCR")),
        Setting("fail-on", "listing", "fail_on", "–", Text("ไม่ผ่านเมื่อพบ", "what the gate stops at")),
        Setting(
            "max-follow-up",
            "share",
            "max_follow_up",
            "–",
            Text("ไม่ผ่านเมื่อหน่วยงานที่ไม่อยู่กลุ่ม A เกินจำนวนนี้", "the most agencies that may not be in group A"),
        ),
        Setting("expect-rows", "count", "expect_rows", "–", Text("จำนวนแถวที่ต้องมี", "how many rows there must be")),
        Setting("baseline", "path", "baseline", "–", Text("ปัญหาที่รู้อยู่แล้ว", "what is known already")),
        Setting(
            "severity",
            "severities",
            None,
            "–",
            Text(f'ระดับของเหตุผล เช่น {SB405.code} = "warning"', f'severities by rule, such as {SB405.code} = "warning"'),
        ),
        Setting("ignore", "ignored", None, "–", Text("เหตุผลที่ไม่นับ พร้อมเหตุที่ไม่นับ", "rules that do not count, and why")),
        Setting(
            "free-mail",
            "free mail",
            None,
            "–",
            Text("โดเมนอีเมลฟรีเพิ่มเติม (มีผลต่อกลุ่ม)", "further domains of free mail (changes verdicts)"),
        ),
        Setting(
            "accepted-domains",
            "accepted domains",
            None,
            "–",
            Text("โดเมนที่ยอมรับเพิ่มเติม (มีผลต่อกลุ่ม)", "further domains to accept (changes verdicts)"),
        ),
    )
}
