"""Makes what `data/` holds beside the first list: a second round, notices, a registry. All of it is invented.

`python .ci/data.py` writes them anew from `data/agencies.xlsx`; `tests/test_data.py` holds what the program says of
them. The list itself, its CSV, the addresses, the bounces and `saraban-check.toml` are written by hand. Notices are
the program's own drafts, dated and with an invented name; LibreOffice makes the PDFs, in a font of fonts-thai-tlwg.
"""

import csv
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

import docx  # noqa: E402
import openpyxl  # noqa: E402
import pypdfium2  # noqa: E402
from docx.oxml.ns import qn  # noqa: E402
from openpyxl.worksheet.worksheet import Worksheet  # noqa: E402
from tests.documents import pdfs_of  # noqa: E402

from saraban_check import classify  # noqa: E402
from saraban_check.model.record import AgencyRecord  # noqa: E402
from saraban_check.reference.kinds import without_prefix  # noqa: E402

DATA = ROOT / "data"
LIST = DATA / "agencies.xlsx"
NUMBER, CODE, NAME, AMPHOE, PROVINCE, WEBSITE, ADDRESS, ISSUED, NOTICE, POSTED, DELIVERY, UPGRADED, NOTE = range(1, 14)
FIRST_ROW = 5

ROUND2_DAY = "ข้อมูล ณ วันที่ 3 มีนาคม 2569"
CHANGED: dict[int, dict[int, str | None]] = {  # by the number in the first column; what is not named stays
    2: {ADDRESS: "saraban@khuchamlong.go.th"},  # mended
    3: {CODE: "05130491", ADDRESS: "saraban_05130491@dla.go.th", UPGRADED: None},
    16: {POSTED: "✓"},
    20: {ADDRESS: "saraban_06320205@dla.go.th", DELIVERY: "✓"},
    21: {DELIVERY: "✓"},
    26: {NOTICE: "✓"},
    43: {ADDRESS: "saraban_06510391@dla.go.th", DELIVERY: "✓"},
    45: {ADDRESS: "saraban_04520101@dla.go.th", DELIVERY: "✓"},
    53: {DELIVERY: "✓", NOTE: None},
    62: {ADDRESS: "saraban_06820101@dla.go.th", DELIVERY: "✓"},
    65: {ADDRESS: "saraban_06860491@dla.go.th"},  # mended, and still bounces
    40: {DELIVERY: "✗ (อีเมลเต็ม)"},  # worse
    41: {ADDRESS: "bansathit.demo@gmail.com"},
    67: {POSTED: "✗", NOTE: "ลิงก์ใน info.go.th เปิดไม่ได้"},
}
GONE = 63
NEW = ("06270391", "อบต.เขาตัวอย่าง", "วังสมมติ", "สระแก้ว", None, "saraban_06270391@dla.go.th", None, "✓", "✓", "✓")

NOT_LOCAL, TWICE = 44, 28  # rows of which the registry has no entry, or has it already
CODES = {3: "05130491", 42: "06500392"}  # the list has the code of the former status, or none
REGISTRY_HEADINGS = ("รหัส อปท.", "ประเภท อปท.", "อปท.", "อำเภอ", "จังหวัด", "เว็ปไซต์ของอปท")  # as DLA spells them

SIGNATORY, FONT, SCAN_DPI = "(นายสมมติ ตัวอย่างดี)", "Laksaman", 200


class Made(NamedTuple):
    """A notice: its file, the agency's number in the list, what it states, what is wrong in it."""

    file: str
    number: int
    address: str
    phone: str
    website: str
    slip: tuple[str, str] = ("", "")


NOTICES = (
    Made("06480115.docx", 38, "saraban_06480115@dla.go.th", "0-2000-0102", "www.donsommut.go.th"),
    Made("03900191.docx", 66, "saraban@songkhcity.go.th", "0-2000-0103", "www.songkhcity.go.th"),
    Made(
        "06320205.docx",
        20,
        "saraban_06320205@dla.go.th",
        "0-2000-0104",
        "www.chumphonsathit.go.th",
        ("saraban_", "saraband_"),
    ),
    Made("05530691.pdf", 46, "saraban_05530691@dla.go.th", "0-2000-0105", "www.nathotsop.go.th"),
    Made("06380291-scan.pdf", 26, "saraban_06380291@dla.go.th", "0-2000-0106", "www.sekachamlong.go.th"),
)


def write_round2(path: Path) -> None:
    """The list one round later: some mended, some worse, one gone, one new."""
    book = openpyxl.load_workbook(LIST)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet["A2"] = ROUND2_DAY
    for number, cells in CHANGED.items():
        for column, value in cells.items():
            sheet.cell(FIRST_ROW + number - 1, column).value = value
    last = sheet.max_row
    for column, value in enumerate((last - FIRST_ROW + 2, *NEW), start=1):
        cell = sheet.cell(last + 1, column, value)
        cell._style = sheet.cell(last, column)._style  # as the row above it looks
    sheet.delete_rows(FIRST_ROW + GONE - 1)
    for at, row in enumerate(range(FIRST_ROW, sheet.max_row + 1), start=1):
        sheet.cell(row, NUMBER).value = at
    book.save(path)
    settle(path, "2026-03-03T09:00:00Z")


def write_registry(path: Path) -> None:
    """The agencies of the list in the form of DLA's open data, under the codes that they have today."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(REGISTRY_HEADINGS)
        for number, agency in enumerate(classify(LIST).agencies, start=1):
            record = agency.record
            if number in {NOT_LOCAL, TWICE}:
                continue
            assert record.kind is not None
            assert record.province is not None
            code, kind = CODES.get(number, record.code), record.kind.name.th if "เทศบาล" in record.kind.name.th else ""
            bare = without_prefix(record.name, record.kind)
            website = record.website if re.fullmatch(r"www\.[a-z-]+\.go\.th", record.website) else ""
            table.writerow((code, kind or record.kind.short, bare, record.amphoe, record.province.name.th, website))


def write_notices(folder: Path) -> None:
    """The notices: as Word files, as a PDF with text, and as pictures of pages."""
    folder.mkdir(exist_ok=True)
    records = [agency.record for agency in classify(LIST).agencies]
    with tempfile.TemporaryDirectory() as place:
        for made in NOTICES:
            drafted = Path(place) / f"{Path(made.file).stem}.docx"
            draft(drafted, made, records[made.number - 1])
            sign(drafted, made.slip)
            if made.file.endswith(".docx"):
                settle(drafted, "2026-02-17T09:00:00Z")
                (folder / made.file).write_bytes(drafted.read_bytes())
                continue
            (pdf,) = pdfs_of([drafted], Path(place))
            if "scan" in made.file:
                scan(pdf)
            (folder / made.file).write_bytes(pdf.read_bytes())


def draft(path: Path, made: Made, agency: AgencyRecord) -> None:
    """The program's own draft."""
    words = ["--name", agency.name, "--address", made.address, "--phone", made.phone, "--website", made.website]
    words += ["--date", "17/2/2569", *(["--code", agency.code] if agency.code else [])]
    subprocess.run(
        [sys.executable, "-m", "saraban_check", "draft", "notice", "-q", *words, "-o", path],
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "SARABAN_CHECK_REGISTRY": "none"},
    )


def sign(path: Path, slip: tuple[str, str]) -> None:
    """Fill in what a draft leaves to the agency: a name, no marks of what is to be filled in; and make the slip."""
    document = docx.Document(str(path))
    for paragraph in document.paragraphs:
        if "ตราครุฑ" in paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)
        elif "……" in paragraph.text:
            for run in paragraph.runs[1:]:
                run.text = ""
            paragraph.runs[0].text = SIGNATORY
        for run in paragraph.runs:
            run.font.highlight_color = None
            run.text = run.text.replace(*slip) if slip[0] else run.text
            fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
            for sort in ("w:ascii", "w:hAnsi", "w:cs"):
                fonts.set(qn(sort), FONT)
    document.save(str(path))


def scan(pdf: Path) -> None:
    """Replace a PDF by what a scanner makes of it: black and white pictures, laid a little askew, without any text."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.render(scale=SCAN_DPI / 72, grayscale=True).to_pil() for page in document]
    laid = [page.rotate(0.3, fillcolor=255, resample=2).point(lambda grey: 255 * (grey > 160), "1") for page in pages]
    laid[0].save(pdf, save_all=True, append_images=laid[1:], resolution=SCAN_DPI)


def settle(path: Path, moment: str) -> None:
    """Give a packed file's parts and properties one date, so that a file made again is the same."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    day = tuple(map(int, re.findall(r"\d+", moment)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            if name == "docProps/core.xml":
                parts[name] = re.sub(rb"(<dcterms:(created|modified)[^>]*>)[^<]*", rb"\g<1>" + moment.encode(), data)
            packed.writestr(zipfile.ZipInfo(name, day), parts[name], zipfile.ZIP_DEFLATED)


def main() -> None:
    """Write them all."""
    write_round2(DATA / "round2.xlsx")
    write_registry(DATA / "registry.csv")
    write_notices(DATA / "notices")


if __name__ == "__main__":
    main()
