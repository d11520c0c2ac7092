"""The files that the golden jobs read, made into one folder: the same bytes each time."""

import csv
import os
import shutil
import zipfile
from pathlib import Path

from benchmarks.inputs import next_round
from benchmarks.nationwide import Row, agencies, write_csv, write_xlsx
from tests.documents import NOTICE, simple_pdf, write_docx
from tests.support import (
    CASES,
    LIST_HEADER,
    Sheet,
    Xml,
    csv_text,
    hostile_rows,
    own_group,
    read_cases,
    rows_xml,
    sheet_xml,
    write_list,
    write_workbook,
)

_DATA = CASES.parent.parent / "data"
_MOMENT = 1_780_000_000
_RECORD = {
    "code": "รหัส อปท.",
    "name": "ชื่อ อปท.",
    "kind": "ประเภท อปท.",
    "province": "จังหวัด",
    "website": "เว็บไซต์",
    "address": "อีเมลกลาง",
    "issued": "อีเมลที่ สถ. ออกให้",
}
TEAM = """lang = "th"
limit = 5
severity = { SB602 = "warning", SB405 = "warning", SB201 = "info" }
ignore = [{ rule = "SB408", reason = "ยังไม่มีเว็บไซต์" }, { rule = "SB603", reason = "ใช้ร่วมกัน" }]
free-mail = ["song.com"]
accepted-domains = ["in.th", "pattaya.example"]
"""


def make_inputs(folder: Path) -> None:
    """Write all inputs into a folder that is not there yet."""
    folder.mkdir(parents=True)
    shutil.copytree(_DATA, folder / "data")
    _nationwide(folder)
    _lists_of_cases(folder)
    _small_lists(folder)
    _books(folder)
    _mails(folder)
    _notices(folder)
    _settings(folder)
    for path in sorted(folder.rglob("*")):
        os.utime(path, (_MOMENT, _MOMENT))


def _nationwide(folder: Path) -> None:
    rows = agencies(plain=True)[::5]
    write_csv(folder / "nation.csv", rows, "utf-8")
    write_csv(folder / "nation-cp874.csv", rows[:300], "cp874")
    write_xlsx(folder / "nation.xlsx", rows)
    write_xlsx(folder / "nation-messy.xlsx", agencies()[2::15])
    write_xlsx(folder / "nation-next.xlsx", next_round(rows))
    write_csv(folder / "nation-next.csv", next_round(rows, 7), "utf-8")
    shutil.copy(CASES / "registry.csv", folder / "registry.csv")
    _registry(folder / "registry-nation.csv", rows)
    _registry(folder / "registry-half.csv", rows[::2])


def _registry(path: Path, rows: list[Row]) -> None:
    with (CASES / "registry.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    fields = ("code", "kind", "name", "amphoe", "province", "website")
    path.write_text(csv_text([header, *([row[field] for field in fields] for row in rows)]), encoding="utf-8")


def _lists_of_cases(folder: Path) -> None:
    rules = [row for path in sorted((CASES / "rules").glob("*.csv")) for row in read_cases(path)]
    found = {"rules": rules, **{name: read_cases(CASES / f"{name}.csv") for name in ("verdicts", "repairs")}}
    for name, cases in found.items():
        rows = [[case.get(field, "") for field in _RECORD] for case in cases]
        rows = [[*row, "✓", ("✓", "", "ไม่สำเร็จ")[at % 3]] for at, row in enumerate(rows)]
        header = [*_RECORD.values(), "มีประกาศฯ ม.10", "สถานะการส่งอีเมล"]
        (folder / f"{name}.csv").write_text(csv_text([header, *rows]), encoding="utf-8", newline="")
    cells = []
    for at, case in enumerate(read_cases(CASES / "status_cells.csv")):
        code = f"0648{at % 9000 + 1000}"
        at_column = {"notice": 6, "posted": 7, "delivery": 8}.get(case["column"], 6)
        row = [code, f"อบต.ที่ {at}", "", "นครพนม", "", f"saraban_{code}@dla.go.th", "✓", "✓", "✓"]
        row[at_column] = case["cell"]
        cells.append(row)
    write_list(folder / "statuses.csv", cells)
    websites = [
        ["", f"อบต.ที่ {at}", "", "นครพนม", case["cell"], "", "✓", "✓", "✓"]
        for at, case in enumerate(read_cases(CASES / "websites.csv"))
    ]
    write_list(folder / "websites.csv", websites)
    lists: dict[str, list[str]] = {}
    for case in read_cases(CASES / "set_aside.csv"):
        lists.setdefault(case["list"], []).append(case["row"])
    headings = "ลำดับ|รหัส อปท.|ชื่อหน่วยงาน|อำเภอ|จังหวัด|เว็บไซต์|อีเมลสารบรรณกลาง|มีประกาศฯ ม.10|สถานะการส่งอีเมล"
    for name, lines in lists.items():
        table = [line.split("|") for line in (headings, *lines)]
        (folder / f"aside-{name}.csv").write_text(csv_text(table), encoding="utf-8", newline="")


def _small_lists(folder: Path) -> None:
    write_list(folder / "hostile.csv", hostile_rows())
    write_list(folder / "empty.csv", [])
    good = ["06480115", "อบต.น้ำใสสมมติ", "", "นครพนม", "", "saraban_06480115@dla.go.th", "✓", "✓", "✓"]
    rows = [
        good,
        [*good[:5], "namsaisommut@gmail.com", "✓", "✓", "✓"],
        [*good[:5], "", "", "", ""],
        ["06480116", "อบต.สองสมมติ", "", "นครพนม", "", "saraban_06480115@dla.go.th", "✓", "ไม่", "ตีกลับ"],
        ["5480193", "ทต.สามสมมติ", "", "นครพนม", "www.samsommut.go.th", "saraban@samsommut.in.th", "✓", "✓", "รอ"],
        ["", "", "", "", "", "", "", "", ""],
        ["รวม", "", "", "", "", "", "", "", ""],
        ["06470191", "อบต.สี่สมมติ", "", "สกลนคร", "", "saraban_06470191@dla.go.th; b@song.com", "x", "", "✗"],
        ["", "อบต.สองสมมติ", "", "", "", "saraban_06480192@dla,go.th", "?", "-", "n/a"],
    ]
    write_list(folder / "team.csv", rows)
    (folder / "semicolon.csv").write_bytes(csv_text([LIST_HEADER, *rows], ";").encode("utf-16"))
    (folder / "nohead.csv").write_text(csv_text(rows), encoding="utf-8")
    (folder / "nothing.csv").write_bytes(b"")
    (folder / "notalist.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (folder / "notabook.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    (folder / "addresses.txt").write_text("\n".join(row[5] for row in rows) + "\n", encoding="utf-8")
    own_group(folder, "A3")
    (folder / "badgroups.csv").write_text("group,upgraded\nA1,maybe\n", encoding="utf-8")


def _books(folder: Path) -> None:
    with (folder / "team.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    title = [["บัญชีรายชื่อ"], [], header]
    formula = Xml(' t="str"', "<f>A1&amp;B1</f><v>saraban_06480192@dla.go.th</v>")
    failed = Xml(' t="e"', "<v>#REF!</v>")
    odd: list[list[str | Xml]] = [["06480192", "อบต.สูตรสมมติ", "", "นครพนม", "", formula, "✓", "✓", failed]]
    write_workbook(
        folder / "book.xlsx",
        {
            "รอบ1": sheet_xml(rows_xml([*title, *rows, *odd], hidden=(5,))),
            "รอบ2": sheet_xml(rows_xml([header, *rows[:3]])),
            "ซ่อน": Sheet(sheet_xml(rows_xml([header, *rows])), state="hidden"),
        },
    )


def _mails(folder: Path) -> None:
    shutil.copytree(CASES / "bounces", folder / "mails")
    with zipfile.ZipFile(folder / "mails.zip", "w") as archive:
        for path in sorted((folder / "mails").glob("[a-m]*.eml")):
            archive.writestr(zipfile.ZipInfo(path.name), path.read_bytes())


def _notices(folder: Path) -> None:
    shutil.copytree(CASES / "notices", folder / "notices")
    documents, beside = folder / "documents", folder / "beside"
    documents.mkdir()
    beside.mkdir()
    write_docx(documents / "06480115.docx")
    (documents / "page.html").write_text(
        "<html><body>" + "".join(f"<p>{line}</p>" for line in NOTICE) + "</body></html>", encoding="utf-8"
    )
    (documents / "plain-cp874.txt").write_bytes("\n".join(NOTICE).encode("cp874"))
    (documents / "latin.pdf").write_bytes(simple_pdf(["Notice\nsaraban_06480115@dla.go.th\nwww.a.go.th", "Page 2"]))
    (documents / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (documents / "broken.docx").write_bytes(b"PK\x03\x04 nothing")
    (documents / "empty.txt").write_bytes(b"")
    signed = "\n".join((*NOTICE[:-1], "(นายสมมติ ตัวอย่างดี)", NOTICE[-1]))
    (beside / "06480115.txt").write_text(signed, encoding="utf-8")
    (beside / "06480116 สองสมมติ.txt").write_text(
        signed.replace("06480115", "06480116").replace("น้ำใสสมมติ", "สองสมมติ"), encoding="utf-8"
    )
    (beside / "unknown.txt").write_text(signed.replace("น้ำใสสมมติ", "ไม่รู้จัก"), encoding="utf-8")
    shutil.copy(documents / "broken.pdf", beside / "broken.pdf")


def _settings(folder: Path) -> None:
    (folder / "team.toml").write_text(TEAM, encoding="utf-8")
    (folder / "gate.toml").write_text(
        'fail-on = ["E", "error"]\n'
        'max-follow-up = "10%"\nexpect-rows = 9\nregistry = "registry.csv"\nassume = "failed"\n'
        'columns = { address = "อีเมลกลาง" }\nrequire = ["code"]\nmax = { file-mb = 10 }\n',
        encoding="utf-8",
    )
    bad = folder / "bad"
    bad.mkdir()
    for at, case in enumerate(read_cases(CASES / "settings.csv")):
        (bad / f"{at:03}.toml").write_text(f"{case['setting']} = {case['toml']}\n", encoding="utf-8")
    (bad / "unknown.toml").write_text('languge = "th"\n', encoding="utf-8")
    (bad / "syntax.toml").write_text("lang = \n", encoding="utf-8")
