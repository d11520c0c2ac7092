"""A file becomes text: DOCX, PDF in several Thai fonts, scans, HTML and plain text; and Thai is mended."""

import os
import re
import signal
import subprocess
import sys
import time
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.documents import (
    ADDRESS,
    FONTS,
    NOTICE,
    bare,
    link,
    links,
    needs_thai_ocr,
    p,
    package,
    pdf_bytes,
    pdfs_of,
    read,
    read_in_process,
    refused,
    scan_of,
    simple_pdf,
    w,
    write_docx,
    write_package,
)
from tests.limits import at_most
from tests.support import CASES, environment, read_cases

from saraban_check.documents.lines import tidy
from saraban_check.documents.ocr import ocr_languages
from saraban_check.documents.reading import DocumentReader
from saraban_check.documents.scans import PageText, scanned_pages
from saraban_check.documents.thai_repair import repair_thai
from saraban_check.intake.folders import walk
from saraban_check.intake.helper import DiedError, Helper, TookTooLongError
from saraban_check.intake.limits import DEFAULT_LIMITS
from saraban_check.model.errors import RequestError
from saraban_check.model.notice import DocumentKind

WHOLE = bare("".join(NOTICE))
REPAIRS = read_cases(CASES / "thai_repair.csv")


# --- Thai ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", REPAIRS, ids=[case["case"] for case in REPAIRS])
def test_thai_is_mended_where_that_is_certain(case: dict[str, str]) -> None:
    assert repair_thai(case["text"]) == case["repaired"]


THAI = st.text(
    st.one_of(
        st.sampled_from("กนปฝญฐะาำเแโไๆฯ \u00a0\n\t๑1a@._-"),
        st.sampled_from("\u0e31\u0e34\u0e35\u0e38\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"),
        st.sampled_from("\uf700\uf70a\uf710\uf711\uf884\uf899\u200b\u00ad\ufeff"),
    ),
    max_size=24,
)
thorough = settings(derandomize=True, database=None, deadline=None, max_examples=600)


@given(THAI)
@example("า" * 40 + "\u0e48")
@example("ก ้ ้ ู่ เ่ ก่้า\u0e4d า")
@thorough
def test_mending_twice_is_mending_once(text: str) -> None:
    once = repair_thai(text)
    assert repair_thai(once) == once
    assert once.count("\n") == text.count("\n")
    letters = [char for char in repair_thai(text) if char in "กนป@._-a1"]
    assert letters == [char for char in text if char in "กนป@._-a1"], "no letter is lost, made up or moved"
    assert tidy(tidy(text)) == tidy(text)


@given(st.text(st.characters(max_codepoint=127)))
@thorough
def test_ascii_is_never_touched(text: str) -> None:
    assert repair_thai(text) == text


@given(THAI, st.from_regex(r"[a-z0-9_.-]{1,12}@[a-z0-9.-]{1,12}", fullmatch=True), THAI)
@thorough
def test_an_address_comes_out_byte_for_byte(before: str, address: str, after: str) -> None:
    assert address in repair_thai(f"{before} {address} {after}")


def test_a_long_line_of_marks_is_mended_in_time() -> None:
    with at_most(10):
        for text in (
            "า" * 200_000 + "้",
            "ก ้" * 100_000,
            "เ่" * 100_000,
            "\u0e4d" * 200_000,
            " " * 200_000 + "ก",
            "ก " * 99_999,
        ):
            tidy(text)


# --- PDF -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, bool], Path]:
    """The notice as PDF, by font and by whether its lines are justified."""
    folder = tmp_path_factory.mktemp("printed")
    sorts = [(font, justified) for font in FONTS for justified in (False, True)]
    made = [write_docx(folder / f"{f}-{j}.docx", NOTICE * 3, f, justified=j) for f, j in sorts]
    return dict(zip(sorts, pdfs_of(made, folder), strict=True))


@pytest.mark.parametrize("justified", [False, True], ids=["ragged", "justified"])
@pytest.mark.parametrize("font", FONTS)
def test_a_pdf_gives_the_thai_that_was_typed(printed: dict[tuple[str, bool], Path], font: str, justified: bool) -> None:
    found = read(printed[font, justified])
    assert (found.kind, found.by_ocr, found.no_text) == (DocumentKind.PDF, False, None)
    assert found.pages is not None
    assert found.pages >= 2
    assert bare(found.text) == WHOLE * 3
    assert found.text.count(ADDRESS) == 3
    lines = found.text.split("\n")
    wrong = [line for line in lines if not any(line in typed for typed in NOTICE)]
    assert wrong == [], "no space within a word"


def test_a_pdf_may_have_an_owner_password_but_no_users(tmp_path: Path, printed: dict[tuple[str, bool], Path]) -> None:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=printed["Loma", False])
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write(tmp_path / "owner.pdf")
    assert bare(read(tmp_path / "owner.pdf").text) == WHOLE * 3


def test_a_hyphen_at_the_end_of_a_line_does_not_tear_an_address(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(
        simple_pdf(["The agency has the address saraban-\nnamsai@lgo.mail.go.th for letters of all sorts"])
    )
    assert "saraban-namsai@lgo.mail.go.th" in read(path).text


def test_an_invisible_text_layer_was_read_by_ocr(tmp_path: Path) -> None:
    path = tmp_path / "layer.pdf"
    text = f"Read by a scanner and laid over its picture: {ADDRESS}"
    path.write_bytes(simple_pdf([text], mode=3))
    assert (read(path).text, read(path).by_ocr) == (text, True)
    path.write_bytes(simple_pdf([text]))
    assert read(path).by_ocr is False


def page(visible: int = 900, garbage: int = 0, picture: float = 0.0, *, blank: bool = False) -> PageText:
    return PageText("x", visible, garbage, False, picture, blank)


@pytest.mark.parametrize(
    ("pages", "scanned"),
    [
        ([page()], ()),
        ([page(0, picture=1.0)], (0,)),
        ([page(3, picture=1.0)], (0,)),  # a page number
        ([page(39)], (0,)),
        ([page(40)], ()),
        ([page(), page(10)], ()),  # a short end of the notice
        ([page(), page(30, picture=0.1)], ()),  # with a signature
        ([page(), page(3, picture=0.9)], (1,)),
        ([page(900, 200)], (0,)),
        ([page(900, 100)], ()),
        ([page(), page(900, 500)], (1,)),
        ([page(), page(0, blank=True)], ()),
        ([page(0, blank=True), page(2, picture=1.0)], (1,)),
        ([page(0, blank=True)], ()),
    ],
)
def test_which_pages_are_scans(pages: list[PageText], scanned: tuple[int, ...]) -> None:
    assert scanned_pages(pages) == scanned


def test_a_blank_page_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "blank.pdf"
    path.write_bytes(
        pdf_bytes(
            {
                1: b"<</Type/Catalog/Pages 2 0 R>>",
                2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
            }
        )
    )
    found = read(path)
    assert found.text == ""
    assert found.no_text is not None
    assert "blank" in found.no_text.said.en


# --- scans ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def scan(tmp_path_factory: pytest.TempPathFactory, printed: dict[tuple[str, bool], Path]) -> Path:
    """A page of the notice as a scanner makes it."""
    folder = tmp_path_factory.mktemp("scan")
    one = pdfs_of([write_docx(folder / "one.docx", NOTICE, "Laksaman")], folder)[0]
    return scan_of(one, folder / "scan.pdf")


def test_a_scan_is_said_to_be_one_and_how_it_can_be_read(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saraban_check.documents.scan_reader.ocr_languages", lambda: None)
    found = read(scan)
    assert (found.text, found.by_ocr, found.pages) == ("", False, 1)
    assert found.no_text is not None
    assert "tesseract-ocr-tha" in found.no_text.said.en
    assert "tesseract-ocr-tha" in found.no_text.said.th
    assert not re.search(r"\bpip\b", found.no_text.said.en + found.no_text.said.th)  # nothing of Python's is needed
    off = read(scan, ocr=False).no_text
    assert off is not None
    assert "let OCR be used" in off.said.en


def test_a_scan_is_read_with_tesseract(scan: Path) -> None:
    needs_thai_ocr()
    found = read(scan)
    assert (found.by_ocr, found.no_text, found.kind) == (True, None, DocumentKind.PDF)
    assert ADDRESS in found.text
    assert "มาตรา ๑๐" in found.text
    assert unicodedata.is_normalized("NFC", found.text)


def test_a_pdf_whose_letters_have_no_names_is_read_as_a_scan(
    tmp_path: Path, printed: dict[tuple[str, bool], Path]
) -> None:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=printed["Loma", False])
    for held in writer._objects:
        found = held.get_object() if held is not None else None
        if isinstance(found, dict):
            found.pop("/ToUnicode", None)
    path = tmp_path / "nameless.pdf"
    writer.write(path)
    document = read(path, ocr=False)
    assert document.text == ""
    assert document.no_text is not None


def test_thai_that_is_named_as_latin_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "latin.pdf"
    text = "\n".join(line.encode("cp874", "ignore").decode("latin-1") for line in NOTICE)
    objects = simple_pdf([re.sub(r"[()\\]", "", text)]).replace(
        b"/BaseFont/Helvetica", b"/BaseFont/Helvetica /Encoding/WinAnsiEncoding"
    )
    path.write_bytes(objects)
    assert read(path, ocr=False).no_text is not None


def test_the_scanned_pages_of_a_document_with_text_are_named(
    tmp_path: Path, scan: Path, printed: dict[tuple[str, bool], Path]
) -> None:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter()
    for one in (printed["Norasi", False], scan):
        writer.append(one)
    path = tmp_path / "mixed.pdf"
    writer.write(path)
    found = read(path, ocr=False)
    assert bare(found.text) == WHOLE * 3
    assert found.no_text is not None
    assert f"(page {found.pages})" in found.no_text.said.en
    needs_thai_ocr()
    found = read(path)
    assert found.by_ocr
    assert found.text.count(ADDRESS) == 4


def test_too_many_scanned_pages_are_refused_with_their_number(tmp_path: Path, scan: Path) -> None:
    needs_thai_ocr()
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter()
    for _ in range(3):
        writer.append(scan)
    writer.write(tmp_path / "long.pdf")
    said = refused(tmp_path / "long.pdf", DEFAULT_LIMITS._replace(ocr_pages=2))
    assert "scanned pages is 3" in said
    assert "--max ocr-pages" in said


def tesseract_that(does: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program of this name before any other, that has the Thai model and then `does` something."""
    program = folder / "tesseract"
    program.write_text(f'#!/bin/sh\n[ "$1" = --list-langs ] && exec echo tha\n{does}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for Tesseract")
def test_tesseract_has_a_time_limit(tmp_path: Path, scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract_that(f"echo $$ > '{tmp_path}/pid'; exec sleep 600", tmp_path, monkeypatch)
    said = refused(scan, DEFAULT_LIMITS._replace(ocr_seconds=1))
    assert "--max ocr-seconds" in said
    assert "page 1" in said
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for Tesseract")
def test_a_tesseract_that_fails_is_said_to_have_failed(
    tmp_path: Path, scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tesseract_that("exit 1", tmp_path, monkeypatch)
    assert "page 1: Tesseract could not read the scan" in refused(scan)


def test_without_tesseract_there_are_no_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ocr_languages() is None


@pytest.mark.parametrize("text", ["", "   "], ids=["nothing", "spaces"])
def test_a_pdf_with_nothing_on_it_is_blank_and_no_scan(tmp_path: Path, text: str) -> None:
    path = tmp_path / "blank.pdf"
    path.write_bytes(simple_pdf([text]))
    for found in (read(path), read(path, ocr=False)):
        assert found.no_text is not None
        assert "blank" in found.no_text.said.en
        assert "OCR" not in found.no_text.said.en + found.no_text.said.th
        assert "Tesseract" not in found.no_text.said.en + found.no_text.said.th


# --- DOCX ----------------------------------------------------------------------------------------------------------


def test_a_docx_gives_its_paragraphs_as_lines(tmp_path: Path) -> None:
    found = read(write_docx(tmp_path / "notice.docx"))
    assert found.text.split("\n") == list(NOTICE)
    assert (found.kind, found.pages, found.by_ocr) == (DocumentKind.DOCX, None, False)


HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
BOX = "<w:txbxContent><w:p><w:r><w:t>ในกรอบ</w:t></w:r></w:p></w:txbxContent>"
BODIES = {
    "a row is a line": (
        f"<w:tbl><w:tr><w:tc>{p('อีเมล')}</w:tc><w:tc>{p(ADDRESS)}</w:tc></w:tr>"
        f"<w:tr><w:tc>{p('เว็บ')}{p('ไซต์')}</w:tc><w:tc>{p('www')}</w:tc></w:tr></w:tbl>",
        f"อีเมล\t{ADDRESS}\nเว็บ ไซต์\twww",
    ),
    "a frame around the notice": (f"<w:tbl><w:tr><w:tc>{p('หนึ่ง')}{p('สอง')}</w:tc></w:tr></w:tbl>", "หนึ่ง\nสอง"),
    "the signature in the right cell": (
        f"<w:tbl><w:tr><w:tc>{p('')}</w:tc><w:tc>{p('ลงชื่อ')}{p('นายก')}</w:tc></w:tr></w:tbl>",
        "ลงชื่อ\nนายก",
    ),
    "a table in a table": (
        f"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>{p('ก')}</w:tc><w:tc>{p('ข')}</w:tc></w:tr></w:tbl>{p('')}</w:tc></w:tr></w:tbl>",
        "ก\tข",
    ),
    "a text box once": (
        "<w:p><w:r><w:t>ก่อน</w:t><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{BOX}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        "ก่อน\nในกรอบ",
    ),
    "an old text box": (f"<w:p><w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r></w:p>", "ในกรอบ"),
    "WordArt, such as a watermark": (
        "<w:p><w:r><w:pict><v:shape><v:textpath string='ฉบับร่าง'/></v:shape></w:pict></w:r></w:p>",
        "\nฉบับร่าง\n",
    ),
    "insertions are in, deletions out": (
        "<w:p><w:ins><w:r><w:t>ใหม่</w:t></w:r></w:ins><w:del><w:r><w:delText>เก่า</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>เดิม</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>ย้าย</w:t></w:r></w:moveTo></w:p>",
        "ใหม่ย้าย",
    ),
    "a deleted row is out": (
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('ลบ')}</w:tc></w:tr><w:tr><w:tc>{p('อยู่')}</w:tc></w:tr></w:tbl>",
        "อยู่",
    ),
    "breaks and tabs": (
        "<w:p><w:r><w:t>ก</w:t><w:br/><w:t>ข</w:t><w:tab/><w:t>ค</w:t><w:br w:type='page'/><w:t>ง</w:t></w:r></w:p>",
        "ก\nข\tค\nง",
    ),
    "links and fields": (
        "<w:p><w:hyperlink r:id='rId9'><w:r><w:t>www.x.go.th</w:t></w:r></w:hyperlink><w:fldSimple w:instr='DATE'><w:r>"
        "<w:t> วันนี้</w:t></w:r></w:fldSimple><w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p>",
        "www.x.go.th วันนี้",
    ),
    "content controls": (f"<w:sdt><w:sdtPr/><w:sdtContent>{p('ในช่อง')}</w:sdtContent></w:sdt>", "ในช่อง"),
    "hidden text is out": (p("ซ่อน", HIDDEN) + p("เห็น"), "\nเห็น"),
    "text that is not hidden after all": (p("เห็น", "<w:rPr><w:vanish w:val='0'/></w:rPr>"), "เห็น"),
    "a hyphen that does not break": (
        "<w:p><w:r><w:t>saraban</w:t><w:noBreakHyphen/><w:t>namsai@lgo.mail.go.th</w:t></w:r></w:p>",
        "saraban-namsai@lgo.mail.go.th",
    ),
    "an address in many runs": (
        "<w:p><w:r><w:t>sara</w:t></w:r><w:proofErr/><w:r><w:t>ban_06480115</w:t></w:r><w:r><w:t>@dla.go.th</w:t></w:r></w:p>",
        ADDRESS,
    ),
    "Thai is mended": (p("น\u0e4d\u0e49\u0e32ใส"), "น้ำใส"),
}


@pytest.mark.parametrize(("body", "text"), BODIES.values(), ids=BODIES.keys())
def test_all_the_text_of_a_docx_and_no_other(tmp_path: Path, body: str, text: str) -> None:
    assert read(write_package(tmp_path / "a.docx", package(w(body)))).text == text


def test_headers_notes_and_footers_are_read_where_they_are_in_use(tmp_path: Path) -> None:
    section = "<w:sectPr>{}</w:sectPr>"
    names = (("header", "default", "หัว"), ("footer", "default", "ท้าย"), ("header", "first", "หน้าแรก"))
    parts, found = {}, []
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for at, (sort, _, text) in enumerate(names, start=1):
        tag = "hdr" if sort == "header" else "ftr"
        parts[f"word/{sort}{at}.xml"] = f"<w:{tag} {ns}>{p(text)}</w:{tag}>"
        found.append(link(sort, f"{sort}{at}.xml"))
    notes = (
        f"<w:footnote w:type='separator' w:id='0'>{p('')}</w:footnote><w:footnote w:id='2'>{p('เชิงอรรถ')}</w:footnote>"
    )
    parts["word/footnotes.xml"] = f"<w:footnotes {ns}>{notes}</w:footnotes>"
    found.append(link("footnotes", "footnotes.xml"))
    references = "".join(
        f'<w:{sort}Reference w:type="{kind}" r:id="rId{at}"/>' for at, (sort, kind, _) in enumerate(names, start=1)
    )
    sorts = "".join(
        f'<Override PartName="/word/{sort}{at}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{sort}+xml"/>'
        for at, (sort, _, _) in enumerate(names, start=1)
    )
    for title, text in (("", "หัว\nกลาง\nเชิงอรรถ\nท้าย"), ("<w:titlePg/>", "หน้าแรก\nหัว\nกลาง\nเชิงอรรถ\nท้าย")):
        whole = package(w(p("กลาง") + section.format(references + title)), parts)
        whole["[Content_Types].xml"] = whole["[Content_Types].xml"].replace("</Types>", f"{sorts}</Types>")
        whole["word/_rels/document.xml.rels"] = links(*found)
        assert read(write_package(tmp_path / "a.docx", whole)).text == text


def test_text_hidden_by_a_style_is_out(tmp_path: Path) -> None:
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = (
        f"<w:styles {ns}><w:style w:type='character' w:styleId='a'><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:type='character' w:styleId='b'><w:basedOn w:val='a'/></w:style>"
        "<w:style w:type='character' w:styleId='c'><w:basedOn w:val='c'/></w:style></w:styles>"
    )
    runs = "".join(f"<w:r><w:rPr><w:rStyle w:val='{s}'/></w:rPr><w:t>{s}</w:t></w:r>" for s in "abc")
    parts = {"word/styles.xml": styles, "word/_rels/document.xml.rels": links(link("styles", "styles.xml"))}
    whole = package(w(f"<w:p>{runs}</w:p>"), parts)
    sort = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
    override = f'<Override PartName="/word/styles.xml" ContentType="{sort}"/></Types>'
    whole["[Content_Types].xml"] = whole["[Content_Types].xml"].replace("</Types>", override)
    assert read(write_package(tmp_path / "a.docx", whole)).text == "c"


# --- HTML and text -------------------------------------------------------------------------------------------------

PAGES = {
    "blocks and breaks": ("<p>ก <b>ข</b>ค<br>ง</p><div>จ</div>", "ก ขค\nง\nจ"),
    "a row is a line": (
        f"<table><tr><td>อีเมล<td>{ADDRESS}<tr><td>เว็บ<td>www</table>หลัง",
        f"อีเมล\t{ADDRESS}\nเว็บ\twww\nหลัง",
    ),
    "what is not shown is out": (
        "<html><head><title>ก</title><style>ข</style></head><body><script>ค</script><template>ง</template>"
        "<p hidden>จ</p><p style='display: none'>ฉ</p><!-- ช -->เห็น</body></html>",
        "เห็น",
    ),
    "blanks": ("<p>  ก \n\n ข  </p>", "ก ข"),
    "text as it was typed": ("<pre>ก\nข</pre>", "ก\nข"),
    "entities": ("<p>&#3585;&amp;&lt;b&gt;</p>", "ก&<b>"),
    "unknown entities": ("<p>&no;ก</p>", "&no;ก"),
    "XHTML": (
        "<?xml version='1.0' encoding='utf-8'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><p>ก<br/>ข</p></html>",
        "ก\nข",
    ),
}


@pytest.mark.parametrize(("markup", "text"), PAGES.values(), ids=PAGES.keys())
def test_a_page_gives_what_its_reader_sees(tmp_path: Path, markup: str, text: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"<!-- saved -->\n{markup}" if not markup.startswith("<?") else markup, encoding="utf-8")
    found = read(path)
    assert (found.kind, found.text) == (DocumentKind.HTML, text)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "cp874"),
        ("<meta charset=tis-620>", "cp874"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-874">', "cp874"),
        ("<meta charset=iso-8859-1>", "cp874"),
        ("<meta charset=windows-874>", "utf-8-sig"),
        ("<meta charset=no-such-thing>", "utf-8"),
        ("<meta charset=zlib>", "utf-8"),
    ],
)
def test_the_encoding_of_a_page(tmp_path: Path, head: str, encoding: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(f"<html>{head}<p>ประกาศ</p></html>".encode(encoding))
    assert read(path).text == "ประกาศ"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"], ids=["CRLF", "LF", "CR"])
def test_text_in_every_encoding_and_with_every_line_end(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "notice.docx"
    path.write_bytes(end.join(NOTICE).encode(encoding))
    found = read(path)
    assert (found.kind, found.text.split("\n")) == (DocumentKind.TEXT, list(NOTICE))


def test_the_user_may_know_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_bytes("ประกาศ".encode("utf-16-le"))
    assert read(path, encoding="utf-16-le").text == "ประกาศ"
    with DocumentReader(encoding="klingon") as reader, pytest.raises(RequestError):
        reader.read(path)
    path.write_bytes("<p>ประกาศ".encode("cp874"))
    assert read(path, encoding="tis-620").text == "ประกาศ"


def test_a_file_is_called_what_the_user_calls_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("ประกาศ", encoding="utf-8")
    assert read(path, name="ตำบล/a.txt").file == "ตำบล/a.txt"


# --- the helper process --------------------------------------------------------------------------------------------


def test_one_process_opens_many_files_and_another_comes_where_it_died(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(simple_pdf(["A notice with as many letters as are needed to be one"]))
    with DocumentReader() as reader:
        first = reader.read(path)
        process = _process_of(reader)
        assert reader.read(path) == first
        assert _process_of(reader) is process
        process.kill()
        process.wait()
        assert reader.read(path) == first
        last = _process_of(reader)
        assert last is not process
    assert last.poll() is not None, "it does not outlive its reader"


def _process_of(reader: DocumentReader) -> "subprocess.Popen[bytes]":
    process = reader._helper._helper._process
    assert process is not None
    return process


def test_a_crash_is_said_to_be_a_pdf_that_cannot_be_opened_safely(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(simple_pdf(["x"]))
    reader = DocumentReader()
    reader._helper._helper = Helper("this")  # it ends at once, and what it prints is no answer
    with reader, pytest.raises(Exception, match="could not be opened safely"):
        reader.read(path)


def test_a_pdf_that_takes_too_long_is_refused_with_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(simple_pdf(["x"]))
    reader = DocumentReader(DEFAULT_LIMITS._replace(pdf_seconds=1))
    reader._helper._helper = Helper("json.tool")  # it waits for the end of what it is told
    with reader, pytest.raises(Exception, match="--max pdf-seconds"):
        reader.read(path)


def test_a_helper_that_dies_or_hangs_is_told_apart() -> None:
    started = time.monotonic()  # it takes no processor time: here it is the clock that counts
    with pytest.raises(TookTooLongError):
        Helper("json.tool").ask({}, 0.3, 1000)
    assert time.monotonic() - started < 30
    with pytest.raises(DiedError):
        Helper("no_such_module").ask({}, 20, 1000)


def test_a_helper_that_is_busy_is_ended_as_well() -> None:
    helper = Helper("timeit", "-n1", "-r1", "while True: pass")
    process = helper._started()
    helper.close()
    assert process.poll() is not None
    helper.close()


def test_a_helper_that_nobody_closed_ends_with_us_and_leaves_no_folder() -> None:
    program = (
        "from saraban_check.intake.helper import Helper\n"
        "helper = Helper('timeit', '-n1', '-r1', 'while True: pass')\n"
        "print(helper._started().pid, helper._folder.name)"
    )
    command = [sys.executable, "-X", "dev", "-c", program]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment(), timeout=60, check=True)
    pid, folder = done.stdout.split()
    assert done.stderr == "", "its folder is not what ends first"
    assert not Path(folder).exists()
    if sys.platform != "win32":
        with pytest.raises(ProcessLookupError):
            os.kill(int(pid), 0)


def test_the_helper_knows_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environ = Path("/proc/self/environ")
    if not environ.exists():
        pytest.skip("there is no /proc")
    monkeypatch.setenv("SECRET_TOKEN", "hush")
    path = tmp_path / "a.pdf"
    path.write_bytes(simple_pdf(["x"]))
    with DocumentReader(ocr=False) as reader:
        reader.read(path, "a.pdf")
        assert b"SECRET" not in Path(f"/proc/{_process_of(reader).pid}/environ").read_bytes()


_INTERRUPTED = """
import os, signal, sys
from pathlib import Path
from saraban_check.intake.helper import Helper
signal.signal(signal.SIGINT, signal.default_int_handler)
from saraban_check.documents.reading import DocumentReader
reader = DocumentReader()
reader._helper._helper = helper = Helper("timeit", "-n1", "-r1", "while True: pass")
process = helper._started()
try:
    with reader:
        print("started", flush=True)
        reader.read(Path(sys.argv[1]))
except KeyboardInterrupt:
    print("interrupted", process.poll() is not None, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_ctrl_c_leaves_no_process_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(simple_pdf(["x"]))
    command = [sys.executable, "-c", _INTERRUPTED, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment()) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.wait(30)
        assert process.stdout.read().split() == [b"interrupted", b"True"]


@pytest.mark.skipif(sys.platform == "win32", reason="the system ends it otherwise there")
def test_a_helper_ends_when_nobody_is_left_to_ask_it(tmp_path: Path) -> None:
    read_end, write_end = os.pipe()
    helper = subprocess.Popen(
        [sys.executable, "-P", "-m", "saraban_check.documents.pdf_process", "2048"], stdin=read_end
    )
    os.close(read_end)
    os.close(write_end)
    assert helper.wait(20) == 0


def test_a_folder_is_read_as_a_process_of_its_own(tmp_path: Path) -> None:
    paths = []
    for name, data in (
        ("1.txt", "ประกาศ".encode()),
        ("2.pdf", simple_pdf(["A notice with as many letters as are needed to be one"])),
        ("3.pdf", b"%PDF-1.4 nothing\n%%EOF"),
        ("4.pdf", simple_pdf(["Another notice, with as many letters as are needed"])),
    ):
        (tmp_path / name).write_bytes(data)
        paths.append(tmp_path / name)
    said = read_in_process(*paths)
    assert [line.split()[:2] for line in said] == [
        ["1.txt", "text"],
        ["2.pdf", "pdf"],
        ["refused", "3.pdf:"],
        ["4.pdf", "pdf"],
    ]


# --- folders -------------------------------------------------------------------------------------------------------


def test_the_files_of_a_folder_come_in_one_order_also_from_folders_called_tmp(tmp_path: Path) -> None:
    for name in ("ข.pdf", "ก.docx", "cur/1", "new/2", "tmp/3"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "cur")
    skipped: list[str] = []
    found = [one.name for one in walk(tmp_path, lambda name, _: skipped.append(name))]
    assert found == ["cur/1", "new/2", "tmp/3", "ก.docx", "ข.pdf"]
    assert skipped == ["link"]
    assert [one.name for one in walk(tmp_path, lambda *_: None, maildirs=True) if one.in_maildir] == ["cur/1", "new/2"]


def test_a_strict_docx_is_read_like_any_other(tmp_path: Path) -> None:
    plain, strict = write_docx(tmp_path / "plain.docx"), tmp_path / "strict.docx"
    with zipfile.ZipFile(plain) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    spaces = re.compile(rb"http://schemas\.openxmlformats\.org/(wordprocessingml|officeDocument|drawingml)/2006/")
    write_package(strict, {name: spaces.sub(rb"http://purl.oclc.org/ooxml/\1/", data) for name, data in parts.items()})
    assert b"purl.oclc.org" in zipfile.ZipFile(strict).read("word/document.xml")
    assert read(strict).text == read(plain).text
