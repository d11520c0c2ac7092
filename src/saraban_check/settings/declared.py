"""Every setting: its name, what its value may be, the option that it stands for, and what it is for."""

from typing import NamedTuple

from ..model.text import Text
from ..rules.sb4_domain import SB405
from . import readers
from .readers import Reader


class Setting(NamedTuple):
    """`parameter` is the option's parameter in the commands (None: it has no option); `default` as it is shown."""

    name: str
    read: Reader
    parameter: str | None
    default: str
    help: Text

    @property
    def variable(self) -> str | None:
        """The environment variable, where there is one: tables and lists of tables have none."""
        if self.parameter is None or self.name == "columns":
            return None
        return "SARABAN_CHECK_" + self.name.upper().replace("-", "_")


SETTINGS: dict[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting("lang", readers.choice("th", "en"), "lang", "th", Text("ภาษาของข้อความ", "language of messages")),
        Setting("color", readers.choice("auto", "always", "never"), "color", "auto", Text("สี", "colours")),
        Setting("sheet", readers.text, "sheet", "–", Text("แผ่นงานที่จะอ่าน", "the sheet to read")),
        Setting(
            "columns",
            readers.columns,
            "map_",
            "–",
            Text('หัวคอลัมน์ของแต่ละช่อง เช่น address = "อีเมล์ใหม่"', 'headings by field, such as address = "New mail"'),
        ),
        Setting(
            "require",
            readers.fields,
            "require",
            "–",
            Text("ช่องที่ต้องมีคอลัมน์ เช่น code,province", "fields that must have a column, such as code,province"),
        ),
        Setting("encoding", readers.text, "encoding", "–", Text("การเข้ารหัสของ CSV", "encoding of a CSV")),
        Setting("max", readers.assignments, "max_", "–", Text("ขีดจำกัดขนาดไฟล์", "limits, such as file-mb = 300")),
        Setting(
            "assume",
            readers.choice("delivered", "failed"),
            "assume",
            "–",
            Text("สถานะการส่งที่ไม่ทราบนับเป็นอะไร", "what unknown delivery counts as"),
        ),
        Setting(
            "delivery", readers.path, "delivery", "–", Text("ผลการส่งจากคำสั่ง bounces", "delivery as found by bounces")
        ),
        Setting("table", readers.path, "table", "–", Text("ตารางกลุ่มของผู้ใช้ (CSV)", "a group table of your own (CSV)")),
        Setting(
            "table-mode",
            readers.choice("extend", "replace"),
            "table_mode",
            "extend",
            Text("เพิ่มจากตารางที่เผยแพร่ หรือแทนทั้งตาราง", "extend the published table, or replace it"),
        ),
        Setting(
            "registry",
            readers.path_or_none,
            "registry",
            "–",
            Text("ทะเบียน อปท. ที่จะใช้ หรือ false", "the registry to use, or false for none"),
        ),
        Setting(
            "limit", readers.count, "limit", "10", Text("จำนวนหน่วยงานที่แสดงบนจอ", "how many agencies the screen lists")
        ),
        Setting(
            "dns", readers.switch, "dns", "false", Text("ถาม DNS ว่าโดเมนรับอีเมลได้หรือไม่", "ask DNS about the domains")
        ),
        Setting("resolver", readers.text, "resolver", "–", Text("เซิร์ฟเวอร์ DNS ที่จะถาม", "the DNS server to ask")),
        Setting("timeout", readers.seconds, "timeout", "5", Text("รอคำตอบของ DNS กี่วินาที", "seconds to wait for DNS")),
        Setting(
            "concurrency",
            readers.positive,
            "concurrency",
            "50",
            Text("ถาม DNS พร้อมกันกี่โดเมน", "how many domains to ask DNS for at a time"),
        ),
        Setting("no-cache", readers.switch, "no_cache", "false", Text("ไม่เก็บคำตอบของ DNS", "keep no answers of DNS")),
        Setting("ocr", readers.switch, "ocr", "true", Text("อ่านประกาศฯ ที่สแกนด้วย OCR", "read scanned notices by OCR")),
        Setting("fail-on", readers.listing, "fail_on", "–", Text("ไม่ผ่านเมื่อพบ", "what the gate stops at")),
        Setting(
            "max-follow-up",
            readers.share,
            "max_follow_up",
            "–",
            Text("ไม่ผ่านเมื่อหน่วยงานที่ไม่อยู่กลุ่ม A เกินจำนวนนี้", "the most agencies that may not be in group A"),
        ),
        Setting("expect-rows", readers.count, "expect_rows", "–", Text("จำนวนแถวที่ต้องมี", "how many rows there must be")),
        Setting("baseline", readers.path, "baseline", "–", Text("ปัญหาที่รู้อยู่แล้ว", "what is known already")),
        Setting(
            "severity",
            readers.severities,
            None,
            "–",
            Text(f'ระดับของเหตุผล เช่น {SB405.code} = "warning"', f'severities by rule, such as {SB405.code} = "warning"'),
        ),
        Setting(
            "ignore", readers.ignored, None, "–", Text("เหตุผลที่ไม่นับ พร้อมเหตุที่ไม่นับ", "rules that do not count, and why")
        ),
        Setting(
            "free-mail",
            readers.free_mail,
            None,
            "–",
            Text("โดเมนอีเมลฟรีเพิ่มเติม (มีผลต่อกลุ่ม)", "further domains of free mail (changes verdicts)"),
        ),
        Setting(
            "accepted-domains",
            readers.accepted_domains,
            None,
            "–",
            Text("โดเมนที่ยอมรับเพิ่มเติม (มีผลต่อกลุ่ม)", "further domains to accept (changes verdicts)"),
        ),
    )
}
