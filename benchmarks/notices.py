"""How fast notices are read and checked, and in how much memory: `python -m benchmarks.notices`.

Needs LibreOffice, which makes the notices in a temporary folder. Each figure is of a process of its own: its memory is
the peak of the process and of the helper that opens the PDFs, measured apart. What a scan takes is Tesseract's time.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from benchmarks.table import Line, add_option, show

MOST_SECONDS = 1.0
"""What reading a text PDF of two pages may take, the start of Python and of the helper included."""
MOST_MORE = 10.0
"""How many MiB more ten times as many notices may take."""
FONTS = ("Laksaman", "Loma", "Garuda", "Norasi", "Waree")

_READ = """
import resource, sys
from saraban_check import check_notices
findings = sum(len(check.findings) for check in check_notices([sys.argv[1]], ocr=len(sys.argv) > 2))
unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
ours, helper = (resource.getrusage(who).ru_maxrss / unit for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(findings, ours, helper)
"""
_TEXT = (
    "ประกาศองค์การบริหารส่วนตำบลน้ำใสจำลอง",
    "เรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อองค์การบริหารส่วนตำบลน้ำใสจำลอง พ.ศ. ๒๕๖๙",
    "อาศัยอำนาจตามมาตรา ๑๐ วรรคหนึ่ง แห่งพระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. ๒๕๖๕ จึงกำหนดช่องทางให้"
    "ผู้ที่ต้องการยื่นคำขอหรือติดต่อกับหน่วยงานใช้ได้ โดยถือว่าเรื่องที่ส่งเข้าสู่ระบบแล้วนั้นได้รับในวันที่ส่ง",
    "(๑) ที่อยู่อีเมลกลาง saraban_06480115@dla.go.th",
    "(๒) เว็บไซต์ www.namsai-chamlong.go.th",
    "ข้อ ๒ โทรศัพท์ยืนยันการได้รับเรื่องได้ที่ ๐ ๒๐๐๐ ๐๐๐๐ ในวันและเวลาราชการ",
    "ประกาศ ณ วันที่ ๑๗ กุมภาพันธ์ พ.ศ. ๒๕๖๙",
)


class Reading(NamedTuple):
    """What checking a folder took: seconds, and the most MiB of the process itself and of its helper."""

    seconds: float
    ours: float
    helper: float
    findings: int

    def line(self, job: str, count: int = 1, *, goal: str = "", ok: bool | None = None) -> Line:
        """The seconds of one notice, or the milliseconds each of many."""
        took = f"{self.seconds:.2f} s" if count == 1 else f"{1000 * self.seconds / count:.1f} ms each"
        return Line(job, "–", took, goal, ok, f"{self.ours:.0f} MiB, the helper {self.helper:.0f} MiB")


def write_notices(folder: Path) -> list[Path]:
    """A notice of two pages in each font as DOCX, and the same as PDF. Raises SystemExit without LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        raise SystemExit("LibreOffice (soffice) is needed to make the notices")
    made = []
    for font in FONTS:
        document = docx.Document()
        for line in _TEXT * 4:
            run = document.add_paragraph().add_run(line)
            properties = run._r.get_or_add_rPr()
            fonts, size = properties.get_or_add_rFonts(), OxmlElement("w:szCs")
            fonts.set(qn("w:cs"), font)
            size.set(qn("w:val"), "32")
            properties.append(size)
        made.append(folder / f"{font}.docx")
        document.save(str(made[-1]))
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", folder, *made], capture_output=True, check=True, timeout=180)
    shutil.rmtree(folder / "profile")
    return made + [path.with_suffix(".pdf") for path in made]


def scan(pdf: Path, to: Path) -> None:
    """The first page of a PDF as a scanner makes it."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        document[0].render(scale=200 / 72, grayscale=True).to_pil().save(to, resolution=200)


def read(folder: Path, *more: str) -> Reading:
    """Check all of a folder in a process of its own. Raises CalledProcessError where it fails."""
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", _READ, folder, *more], capture_output=True, check=True)
    seconds = time.perf_counter() - started
    findings, ours, helper = done.stdout.split()
    return Reading(seconds, float(ours), float(helper), int(findings))


def copies(of: list[Path], count: int, folder: Path) -> Path:
    """A folder with so many files, which are these again and again."""
    folder.mkdir()
    for number in range(count):
        one = of[number % len(of)]
        os.link(one, folder / f"{number:05}{one.suffix}")
    return folder


def measured(folder: Path, most: int) -> Iterator[Line]:
    """What reading and checking takes."""
    made = write_notices(folder)
    pdfs = [path for path in made if path.suffix == ".pdf"]
    one = sorted(read(copies(pdfs[:1], 1, folder / f"one-{turn}")) for turn in range(9))[4]
    goal = f"<= {MOST_SECONDS:.0f} s"
    yield one.line("notice, a PDF of two pages, whole process", goal=goal, ok=one.seconds <= MOST_SECONDS)
    yield read(copies(made[:1], 1, folder / "docx")).line("notice, a DOCX of two pages, whole process")
    few = read(copies(made, most // 10, folder / "few"))
    yield few.line(f"{most // 10:,} notices, half of them PDF", most // 10)
    many = read(copies(made, most, folder / "many"))
    yield many.line(f"{most:,} notices, half of them PDF", most)
    more = max(many.ours - few.ours, many.helper - few.helper)
    job, goal = f"peak memory, {most:,} notices", f"<= + {MOST_MORE:.0f} MiB"
    yield Line(job, f"of {most // 10:,}", f"+ {more:.1f} MiB", goal, more <= MOST_MORE)
    if shutil.which("tesseract"):
        (folder / "scan").mkdir()
        scan(pdfs[0], folder / "scan" / "scan.pdf")
        yield read(folder / "scan", "ocr").line("notice, a scan of one page by OCR, whole process")


def main() -> int:
    """Print what reading and checking costs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.notices", description=__doc__)
    parser.add_argument("--notices", type=int, default=1_000, metavar="N")
    add_option(parser)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return show(measured(Path(folder), wanted.notices), wanted.record)


if __name__ == "__main__":
    sys.exit(main())
