"""A small list with every outcome that matters, and cells that mean harm; what a writer makes of it."""

from pathlib import Path
from typing import Any

from tests.support import csv_text

from saraban_check.checks.classification import Classification
from saraban_check.formats import Result, writers_of
from saraban_check.report.run import Report

WRITERS = writers_of(Result.CLASSIFY)

GROUPS = ["A1", "A2", "B1", "B2", "B3", "C", "D1", "D2", "D3", "E", "W"]
OUTCOMES = [*GROUPS, "outside", "undetermined"]

COLUMNS = [
    *("ลำดับ", "รหัส อปท.", "ชื่อ อปท.", "จังหวัด", "อีเมลกลาง", "มีประกาศฯ ม.10", "ลงข้อมูลในระบบ info.go.th"),
    *("สถานะการส่งอีเมล", "ยกฐานะ", "หมายเหตุ"),
]
ROWS = [
    ["1", "06480191", "อบต.หนึ่งสมมติ", "นครพนม", "saraban_06480191@dla.go.th", "✓", "✓", "✓", "", "บรรทัดหนึ่ง\nบรรทัดสอง"],
    ["2", "06480192", "อบต.สองสมมติ", "นครพนม", "saraban_06480192@dla.go.th", "✓", "✓", "อีเมลเต็ม", "", "=1+1"],
    ["3", "06480193", "=HYPERLINK(1)", "นครพนม", "samsommut@gmail.com", "✓", "✓", "✓", "", "+66 2 241 9000"],
    ["4", "06480194", "อบต.สี่สมมติ", "นครพนม", "sarabun_06480194@dla.go.th", "✓", "✓", "✗", "", "-12.5"],
    ["5", "06480195", "อบต.ห้าสมมติ", "นครพนม", "-", "✓", "✓", "✗", "", "@cmd"],
    ["6", "06480196", "อบต.หกสมมติ", "นครพนม", " saraban_06480196@dla.go.th", "✓", "✗", "✓", "", "\tแท็บ"],
    ["7", "06480197", "อบต.เจ็ดสมมติ", "นครพนม", "saraban_06480197@dla.go.th", "✓", "✓", "", "", "＝เต็ม"],
    ["8", "06480198", "อบต.แปดสมมติ", "นครพนม", "saraban_06480198@dla.go.th", "✓", "✓", "✗", "", "<b>&\"'"],
    ["9", "06480199", "อบต.เก้าสมมติ", "นครพนม", "x@yahoo.com", "✗", "✗", "✗", "", "\x1b[31m"],
    ["10", "05480191", "ทต.สิบสมมติ", "นครพนม", "saraban_06480181@dla.go.th", "✓", "✓", "✓", "ยกฐานะ", "-"],
    ["11", "06480182", "อบต.สิบเอ็ดสมมติ", "สกลนคร", "#REF!", "รอ", "✓", "✓", "", "--1"],
]
EXPECTED = ["A1", "A2", "B1", "B3", "C", "D1", "undetermined", "outside", "E", "W", "undetermined"]


def write_list(folder: Path) -> Path:
    """The list as a CSV with a cell of two lines, and a blank line between records."""
    path = folder / "agencies.csv"
    path.write_text(csv_text([COLUMNS, *ROWS[:2]]) + "\r\n\r\n" + csv_text(ROWS[2:]), encoding="utf-8", newline="")
    return path


def written(result: Classification, format_: str, lang: Any = "th") -> bytes:
    return b"".join(WRITERS[format_].write(Report(result, lang, "agencies.csv")))


HOSTILE_GROUPS = ("A*", "A1", "a1", "B?", "B1", "~", '"', "01", "1", ">5", "May 5", "TRUE", "=1+1", "ก" * 300)
"""What COUNTIF takes for a pattern, the same name, a comparison, a number, a day or a formula, or finds too long."""
_FACTS = [
    f"no,yes,{posted},{address},{delivery},"
    for posted in ("yes", "no")
    for address in ("correct", "incorrect", "missing")
    for delivery in ("delivered", "full", "failed")
    if address != "missing" or delivery == "failed"
]


def hostile_table(folder: Path) -> Path:
    """A group table of such names."""
    path = folder / "groups.csv"
    rows = [facts.split(",") for facts in _FACTS[: len(HOSTILE_GROUPS) - 1]]
    rows.append(["yes", "*", "*", "*", "*", ""])
    header = ["group", "upgraded", "notice", "posted", "address", "delivery", "steps"]
    path.write_text(csv_text([header, *([g, *r] for g, r in zip(HOSTILE_GROUPS, rows, strict=True))]), encoding="utf-8")
    return path
