"""Notices as files, made here: DOCX, PDF by LibreOffice in Thai fonts, scans; and files that are wrong in any way."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from tests.support import environment

from saraban_check.documents.ocr import ocr_languages
from saraban_check.documents.reading import DocumentReader
from saraban_check.intake.limits import DEFAULT_LIMITS, Limits
from saraban_check.model.errors import InputError
from saraban_check.model.notice import Document

ADDRESS = "saraban_06480115@dla.go.th"
NOTICE = (
    "ประกาศองค์การบริหารส่วนตำบลน้ำใสสมมติ",
    "เรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อองค์การบริหารส่วนตำบลน้ำใสสมมติ พ.ศ. ๒๕๖๙",
    "อาศัยอำนาจตามมาตรา ๑๐ วรรคหนึ่ง แห่งพระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. ๒๕๖๕ จึงกำหนดช่องทาง"
    "ให้ผู้ที่ต้องการยื่นคำขอหรือติดต่อกับหน่วยงานใช้ได้ โดยถือว่าเรื่องที่ส่งเข้าสู่ระบบแล้วนั้นได้รับในวันที่ส่ง ทั้งนี้"
    " ปัญหาเรื่องน้ำประปา ฝั่งคลอง ป่าไม้ ที่ดินค้ำประกัน และคำร้องทุกข์ของผู้ใหญ่บ้านก็ให้ใช้ช่องทางนี้ได้ด้วย",
    "ข้อ ๑ ช่องทางอิเล็กทรอนิกส์ มีดังนี้",
    f"(๑) ที่อยู่อีเมลกลาง {ADDRESS}",
    "(๒) เว็บไซต์ www.namsai-sommut.go.th",
    "ข้อ ๒ โทรศัพท์ยืนยันการได้รับเรื่องได้ที่ ๐ ๒๐๐๐ ๐๐๐๐ ในวันและเวลาราชการ",
    "ประกาศ ณ วันที่ ๑๗ กุมภาพันธ์ พ.ศ. ๒๕๖๙",
    "นายกองค์การบริหารส่วนตำบลน้ำใสสมมติ",
)
"""An invented notice with what goes wrong in PDF: sara am with tone marks, marks on tall letters, justified lines."""
FONTS = ("Laksaman", "Loma", "Garuda", "Norasi", "Waree")
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def bare(text: str) -> str:
    """A text without blanks: where a line of a PDF ends depends on the font."""
    return "".join(text.split())


def write_docx(path: Path, lines: Iterable[str] = NOTICE, font: str | None = None, *, justified: bool = False) -> Path:
    """A DOCX, a paragraph a line, with Thai in a font."""
    document = docx.Document()
    for line in lines:
        paragraph = document.add_paragraph()
        run = paragraph.add_run(line)
        run.font.size = Pt(16)
        if justified:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        properties = run._r.get_or_add_rPr()
        if font is not None:
            fonts = properties.get_or_add_rFonts()
            for sort in ("w:ascii", "w:hAnsi", "w:cs"):
                fonts.set(qn(sort), font)
        size, language = OxmlElement("w:szCs"), OxmlElement("w:lang")
        size.set(qn("w:val"), "32")
        language.set(qn("w:bidi"), "th-TH")
        properties.extend((size, language))
    document.save(str(path))
    return path


def pdfs_of(paths: Sequence[Path], folder: Path) -> list[Path]:
    """The documents as LibreOffice saves them as PDF.

    Skips the test where there is no LibreOffice; on CI, where it must be, that is a failure.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        _skip_or_fail("LibreOffice (soffice) is not installed")
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    done = subprocess.run([*command, "--outdir", folder, *paths], capture_output=True, timeout=180, check=False)
    found = [folder / f"{path.stem}.pdf" for path in paths]
    assert done.returncode == 0, done.stderr
    assert all(path.exists() for path in found), (done.stdout, done.stderr)
    return found


def scan_of(pdf: Path, path: Path, dpi: int = 200) -> Path:
    """A PDF as a scanner makes one: pictures of the pages, and no text."""
    import pypdfium2

    pytest.importorskip("PIL")
    with pypdfium2.PdfDocument(pdf) as document:
        pictures = [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]
    pictures[0].save(path, save_all=True, append_images=pictures[1:], resolution=dpi)
    return path


def scanned_pdf() -> bytes:
    """A page with a picture and no text, as `reading` has it read."""
    return simple_pdf([""]).replace(b"BT /F1 12 Tf 0 Tr 14 TL 50 780 Td () Tj ET", b"0 0 400 400 re f".ljust(43))


def reading(folder: Path, text: str) -> dict[str, str]:
    """An environment in which Tesseract is a program of ours, in a folder, that reads this on every page.

    It gives places as well as text, as Tesseract 5 does: the words of a line beside each other, the lines in order.
    """
    rows = ["\t".join(map(str, row)) for row in _rows(text.splitlines())]
    (folder / "read.txt").write_text("\n".join([*rows, text, ""]), encoding="utf-8")
    program = folder / "bin" / "tesseract"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\n[ "$1" = --list-langs ] && exec echo tha\nexec cat "{folder}/read.txt"\n')
    program.chmod(0o755)
    return {"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}


def _rows(lines: Sequence[str]) -> Iterable[tuple[Any, ...]]:
    yield 1, 1, 0, 0, 0, 0, 0, 0, 2000, 3000, -1, ""
    for at, line in enumerate(lines):
        left = 100
        for number, word in enumerate(line.split(), start=1):
            width = 12 * len(word)
            yield 5, 1, 1, 1, at + 1, number, left, 100 + 60 * at, width, 40, 90, word
            left += width + 15


def needs_thai_ocr() -> None:
    """Skip the test where scans cannot be read; on CI, where they can be, that is a failure."""
    if ocr_languages() is None:
        _skip_or_fail("Tesseract with its Thai model is not installed")


def _skip_or_fail(message: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


def w(body: str) -> str:
    """WordprocessingML around blocks."""
    more = (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        f' xmlns:r="{_OFFICE}"'
    )
    return f"<w:document {_W}{more}><w:body>{body}</w:body></w:document>"


def p(text: str, properties: str = "") -> str:
    """A paragraph with one run."""
    return f"<w:p><w:r>{properties}<w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def package(document: str | bytes, parts: Mapping[str, str | bytes] | None = None, *, sort: str = "") -> dict[str, Any]:
    """The parts of a DOCX by name; `parts` are added, or replace ours."""
    main = sort or "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": document,
        **(parts or {}),
    }


def links(*of: str) -> str:
    """A part of relationships: each is the attributes of one."""
    found = "".join(f'<Relationship Id="rId{at}" {one}/>' for at, one in enumerate(of, start=1))
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'


def link(sort: str, target: str, *, external: bool = False) -> str:
    """The attributes of a relationship."""
    mode = ' TargetMode="External"' if external else ""
    return f'Type="{_OFFICE}/{sort}" Target="{target}"{mode}'


def write_package(path: Path, parts: Mapping[str, Any]) -> Path:
    """Parts as a DOCX, as they are."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def pdf_bytes(objects: Mapping[int, bytes], root: int = 1, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, by number, with its table of them."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, data in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 %s \n" % (places.get(number, 0), b"n" if number in places else b"f")
    out += b"trailer\n<</Size %d /Root %d 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, trailer, start)
    return bytes(out)


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(data), more, data)


def simple_pdf(
    texts: Sequence[str], catalog: bytes = b"", page: bytes = b"", box: bytes = b"[0 0 595 842]", mode: int = 0
) -> bytes:
    """A PDF with a page for each text, in Helvetica; `mode` 3 writes it invisibly."""
    kids = b" ".join(b"%d 0 R" % (10 + 2 * at) for at in range(len(texts)))
    objects = {
        1: b"<</Type/Catalog /Pages 2 0 R %s>>" % catalog,
        2: b"<</Type/Pages /Kids [%s] /Count %d>>" % (kids, len(texts)),
        3: b"<</Type/Font /Subtype/Type1 /BaseFont/Helvetica>>",
    }
    for at, text in enumerate(texts):
        lines = b" T* ".join(b"(%s) Tj" % line.encode("latin-1") for line in text.split("\n"))
        content = b"BT /F1 12 Tf %d Tr 14 TL 50 780 Td %s ET" % (mode, lines)
        objects[10 + 2 * at] = (
            b"<</Type/Page /Parent 2 0 R /MediaBox %s /Contents %d 0 R /Resources<</Font<</F1 3 0 R>>>> %s>>"
            % (box, 11 + 2 * at, page)
        )
        objects[11 + 2 * at] = stream(content)
    return pdf_bytes(objects)


def read(path: Path, limits: Limits = DEFAULT_LIMITS, name: str | None = None, **how: Any) -> Document:
    """Read a file that must be read; it stays as it was."""
    before = path.read_bytes()
    with DocumentReader(limits, **how) as reader:
        found = reader.read(path, name)
    assert path.read_bytes() == before
    assert found.file == (name or path.name)
    assert "\r" not in found.text
    return found


def refused(path: Path, limits: Limits = DEFAULT_LIMITS, **how: Any) -> str:
    """Read a file that must be refused: one sentence in each language that names it; the English one."""
    before = path.read_bytes() if path.is_file() else None
    with DocumentReader(limits, **how) as reader, pytest.raises(InputError) as caught:
        reader.read(path)
    assert before is None or path.read_bytes() == before
    said = {lang: caught.value.say(lang) for lang in ("th", "en")}
    for sentence in said.values():
        assert path.name in sentence
        assert "\n" not in sentence
        assert not any(brace in sentence for brace in "{}")
        assert len(sentence) < 400
    return said["en"]


_PROGRAM = """
import sys
from pathlib import Path
from saraban_check.documents.reading import DocumentReader
from saraban_check.model.errors import InputError
sys.stdout.reconfigure(encoding="utf-8")
with DocumentReader(ocr=False) as reader:
    for path in sys.argv[1:]:
        try:
            document = reader.read(Path(path))
            print(document.file, document.kind.value, len(document.text), document.no_text is not None)
        except InputError as error:
            print("refused", error)
"""


def read_in_process(*paths: Path, timeout: float = 60) -> list[str]:
    """Read files in a process of its own, which must end well and say nothing on standard error; a line for each."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *paths], capture_output=True, timeout=timeout, check=False, env=environment()
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    return done.stdout.decode().splitlines()
