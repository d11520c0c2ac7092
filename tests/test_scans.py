"""Scans: what OCR read becomes questions and nothing else, with the place on the page; PDF, JPEG, PNG and TIFF alike.

Tesseract is a program of ours here (`reading`), so that what it reads is known; that it is called as it should be, the
tests of documents say.
"""

import datetime
import json
import re
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.documents import reading, scanned_pdf
from tests.support import run

from saraban_check.checks.notice_check import check_document
from saraban_check.checks.notice_context import NoticeContext
from saraban_check.documents.ocr import OcrPage
from saraban_check.documents.page_picture import Grey, cut_out
from saraban_check.documents.read_lines import joined, read_lines
from saraban_check.documents.reading import DocumentReader
from saraban_check.intake.limits import DEFAULT_LIMITS, Limits
from saraban_check.model.errors import InputError
from saraban_check.model.notice import Box, Document, DocumentKind, NoticePart, NoticeState, Question, ReadWord
from saraban_check.report.render.screen import render_screen
from saraban_check.report.style import Style
from saraban_check.report.views.notices import notices_document
from saraban_check.report.views.notices_run import NoticeRun

DAY = datetime.date(2026, 11, 28)
TEXT = """ประกาศเทศบาลตำบลคลองสมมติ
เรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อเทศบาลตำบลคลองสมมติ
อาศัยอำนาจตามมาตรา 10 วรรคหนึ่ง แห่งพระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. 2565
(1) อีเมล saraban@khlongsommut.go.th
(2) เว็บไซต์ www.khlongsommut.go.th
โทรศัพท์ 0-4200-0101
ประกาศ ณ วันที่ 17 กุมภาพันธ์ พ.ศ. 2569
(นายสมชาย ทดลองอ่าน)
นายกเทศมนตรีตำบลคลองสมมติ"""
DAY_LINE, TELEPHONE_LINE = TEXT.splitlines()[6], TEXT.splitlines()[5]


@pytest.fixture
def reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which Tesseract reads the notice on every page."""
    monkeypatch.setenv("PATH", reading(tmp_path, TEXT)["PATH"])
    return tmp_path


def questions(text: str) -> dict[NoticePart, Question]:
    """What is asked of a text that OCR read, its words where `reading` puts them; the first of each part."""
    document = Document(
        "scan.pdf", DocumentKind.PDF, joined([text]), 1, True, None, read_lines([text], {0: page(text)})
    )
    result = check_document(document, NoticeContext(DAY))
    assert [found.code for found in result.findings] == ["SB511"]
    return {one.part: one for one in reversed(result.questions)}


def page(text: str) -> OcrPage:
    lines = []
    for at, line in enumerate(filter(str.strip, text.split("\n"))):
        words, left = [], 0.05
        for word in line.split():
            words.append(ReadWord(word, Box(left, at / 100, left + len(word) / 200, (at + 1) / 100)))
            left += len(word) / 200 + 0.01
        lines.append(tuple(words))
    return OcrPage(text, tuple(lines))


def on(line: str, box: Box | None) -> str:
    """The words of a line that a box holds."""
    assert box is not None
    return " ".join(
        word.text for word in page(line).lines[0] if box.left <= word.box.left and word.box.right <= box.right
    )


def test_each_part_is_asked_with_its_place() -> None:
    asked = questions(TEXT)
    values = {part: one.value for part, one in asked.items()}
    assert values == {
        NoticePart.ISSUER: "เทศบาลตำบลคลองสมมติ",
        NoticePart.ADDRESS: "saraban@khlongsommut.go.th",
        NoticePart.WEBSITE: "www.khlongsommut.go.th",
        NoticePart.TELEPHONE: "0-4200-0101",
        NoticePart.DATE: "17 กุมภาพันธ์ พ.ศ. 2569",
        NoticePart.SIGNATURE: "นายกเทศมนตรีตำบลคลองสมมติ",
        NoticePart.LAW: "มาตรา 10 พ.ร.บ. การปฏิบัติราชการทางอิเล็กทรอนิกส์",
    }
    assert {one.page for one in asked.values()} == {1}
    assert on(TELEPHONE_LINE, asked[NoticePart.TELEPHONE].box) == "0-4200-0101", "nothing else of its line"
    assert on(DAY_LINE, asked[NoticePart.DATE].box) == DAY_LINE


@pytest.mark.parametrize(
    ("day", "is_read"),
    [
        ("17 กุมภาพันธ์ พ.ศ. 2569", True),
        ("1 มกราคม พ.ศ. 2565", True),
        ("31 ธันวาคม พ.ศ. 2564", False),
        ("28 พฤศจิกายน พ.ศ. 2569", True),
        ("29 พฤศจิกายน พ.ศ. 2569", False),
        ("17 กุมภาพันธ์ พ.ศ. 2525", False),
        ("17 กุมภาพันธ์ พ.ศ. 1962", False),
        ("๑๒ กุมภาพันธ์ พ.ศ. ๒๕๖๗", False),
        ("17 กุมภาพันธ์ พ.ศ. 256", False),
    ],
)
def test_a_day_that_cannot_be_meant_is_unread_and_its_place_is_shown(day: str, is_read: bool) -> None:
    text = TEXT.replace("17 กุมภาพันธ์ พ.ศ. 2569", day)
    asked = questions(text)[NoticePart.DATE]
    assert asked.value == (day if is_read else None)
    assert asked.box is not None


@pytest.mark.parametrize(
    ("number", "is_read"),
    [
        ("0-4200-0101", True),
        ("02-123-4567", True),
        ("0 4200 0101", True),
        ("0-4200-010", False),
        ("0-4200-01011", False),
        ("0-1200-0101", False),
        ("๐-๔๒๐๐-๐๑๐๑", False),
        ("๐-๒๒๐๐-๐๑๐๑", False),
        ("1567", False),
    ],
)
def test_a_number_that_is_no_offices_is_unread(number: str, is_read: bool) -> None:
    asked = questions(TEXT.replace("0-4200-0101", number))[NoticePart.TELEPHONE]
    assert asked.value == (number if is_read else None)
    assert is_read or asked.box is None


@pytest.mark.parametrize(
    "line",
    [
        "โทรศัพท์ 0-4200-0101, 081-234-5678",
        "มือถือ 081-234-5678 โทรศัพท์ 0-4200-0101",
        "นายสมชาย ทดลองอ่าน โทรศัพท์ 0-4200-0101",
    ],
)
def test_what_is_private_beside_a_number_is_not_cut_out(line: str) -> None:
    asked = questions(TEXT.replace(TELEPHONE_LINE, line))[NoticePart.TELEPHONE]
    assert asked.value == "0-4200-0101"
    assert on(line, asked.box).rstrip(",") == "0-4200-0101"


@pytest.mark.parametrize(
    "name", ["(นายสมชาย ทดลองอ่าน)", "นายสมชาย ทดลองอ่าน", "( สมชาย ทดลองอ่าน )", "ร.ต.อ. สมชาย ทดลองอ่าน"]
)
@pytest.mark.parametrize("joint", ["\n", " "])
def test_the_signatorys_name_is_in_no_place(name: str, joint: str) -> None:
    text = TEXT.replace("(นายสมชาย ทดลองอ่าน)\n", name + joint)
    lines = text.split("\n")
    for one in questions(text).values():
        assert one.value is None or "สมชาย" not in one.value
        if one.box is not None:
            at = round(one.box.top * 100)
            assert "สมชาย" not in on(lines[at], one.box)


def test_a_name_on_the_line_above_is_in_no_piece() -> None:
    """Where a scan hangs to one side, Tesseract's place of a line may reach into the one above."""
    read = page(TEXT)
    taller = [word._replace(box=word.box._replace(top=word.box.top - 0.006)) for word in read.lines[-1]]
    for lines, is_shown in ((read.lines, True), ((*read.lines[:-1], tuple(taller)), False)):
        places = read_lines([TEXT], {0: read._replace(lines=lines)})
        document = Document("scan.pdf", DocumentKind.PDF, TEXT, 1, True, None, places)
        found = check_document(document, NoticeContext(DAY)).questions
        asked = {one.part: one for one in found}[NoticePart.SIGNATURE]
        assert asked.value is not None
        assert (asked.box is not None) is is_shown


def test_several_notices_on_a_scan_are_asked_about_and_none_is_ranked() -> None:
    other = TEXT.replace("saraban@", "office@").replace("17 กุมภาพันธ์ พ.ศ. 2569", "18 กุมภาพันธ์ พ.ศ. 2569")
    document = Document("scan.pdf", DocumentKind.PDF, f"{TEXT}\n{other}", 2, by_ocr=True)
    result = check_document(document, NoticeContext(DAY))
    assert [found.code for found in result.findings] == ["SB511"]
    assert result.state is NoticeState.UNKNOWN
    assert not result.questions
    for lang in ("th", "en"):
        run_of_one = NoticeRun([result], lang, [result.file])
        shown = render_screen(notices_document(run_of_one), lang, Style(width=200), 9)
        assert {"th": "มีประกาศฯ 2 ฉบับ", "en": "as 2 notices"}[lang] in shown
        assert {"th": "แยกประกาศฯ", "en": "of its own"}[lang] not in shown


@given(st.text(alphabet="0123456789 -()โทร.นายสมชาย@กขค\n", max_size=200))
def test_no_reading_makes_more_than_questions(text: str) -> None:
    document = Document("s.pdf", DocumentKind.PDF, f"{TEXT}\n{text}", 1, by_ocr=True)
    result = check_document(document, NoticeContext(DAY))
    assert [found.code for found in result.findings] == ["SB511"]
    assert not result.suggestions
    assert not any(step.command for step in result.steps)
    for one in result.questions:
        assert not re.search(r"0[689]([- ]?[0-9]){8}", one.value or "")


# Files


def test_nobody_knows_of_a_scan_whether_it_is_right(reads: Path) -> None:
    (reads / "scan.pdf").write_bytes(scanned_pdf())
    with DocumentReader() as reader:
        document = reader.read(reads / "scan.pdf")
    for lost in ("", "โทรศัพท์ 0-4200-0101", DAY_LINE, "saraban"):
        other = document._replace(text=document.text.replace(lost, ""))
        assert check_document(other, NoticeContext(DAY)).state is NoticeState.UNKNOWN


def pictures(folder: Path) -> dict[str, Path]:
    """The same page as every kind of picture that scanners and telephones make."""
    made = {}
    for name, mode in (
        ("a.jpg", "L"),
        ("b.jpg", "CMYK"),
        ("c.png", "1"),
        ("d.png", "RGBA"),
        ("e.png", "P"),
        ("f.tif", "1"),
    ):
        Image.new(mode, (200, 280)).save(folder / name)
        made[name] = folder / name
    Image.new("I;16", (200, 280)).save(folder / "g.tif")
    pages = [Image.new("L", (200, 280), 255)] * 2
    pages[0].save(folder / "h.tiff", save_all=True, append_images=pages, compression="tiff_lzw")
    return made | {"g.tif": folder / "g.tif", "h.tiff": folder / "h.tiff"}


def test_pictures_are_read_like_pdfs(reads: Path) -> None:
    with DocumentReader() as reader:
        for name, path in pictures(reads).items():
            found = reader.read(path)
            count = 3 if name == "h.tiff" else 1
            assert (found.kind, found.by_ocr, found.pages) == (DocumentKind.PICTURE, True, count), name
            assert found.text.count("saraban@khlongsommut.go.th") == count
            assert [line.page for line in found.read_lines if line.words][-1] == count


def test_only_a_tiff_has_pages(reads: Path) -> None:
    """Behind the picture of a telephone lies a smaller one of the same page, and an animation is no document."""
    page_, turned = Image.new("RGB", (200, 280), "white"), Image.new("RGB", (200, 280), "grey")
    page_.save(reads / "a.jpg", format="MPO", save_all=True, append_images=[turned])
    page_.save(reads / "b.png", save_all=True, append_images=[turned, page_])
    with DocumentReader() as reader:
        for name in ("a.jpg", "b.png"):
            found = reader.read(reads / name)
            assert (found.pages, found.text.count("saraban@khlongsommut.go.th")) == (1, 1), name


def test_a_page_shows_what_was_read_beside_its_picture(reads: Path) -> None:
    folder = reads / "scans"
    folder.mkdir()
    pictures(folder)
    (folder / "s.pdf").write_bytes(scanned_pdf())
    done = run(
        "notice", "scans", "--no-registry", "--format", "json", "-o", "r.html", "--as-of", "2026-11-28", cwd=reads
    )
    assert done.returncode == 1, done.stderr
    found = json.loads(done.stdout)["notices"]
    assert {one["state"] for one in found} == {"unknown"}
    assert {one["kind"] for one in found} == {"pdf", "picture"}
    shown = (reads / "r.html").read_text(encoding="utf-8")
    assert shown.count("data:image/png;base64,") == sum(q["box"] is not None for one in found for q in one["questions"])
    assert "สมชาย" not in shown


@pytest.mark.parametrize("wish", ["error", "warning", "incorrect", "SB521", "SB530"])
def test_no_gate_stops_what_ocr_read(reads: Path, wish: str) -> None:
    reading(reads, TEXT.replace("saraban@", "sarabam@").replace(DAY_LINE, "").replace("มาตรา 10", ""))
    (reads / "scan.pdf").write_bytes(scanned_pdf())
    (reads / "team.toml").write_text('[severity]\nSB511 = "error"\nSB521 = "error"\n', encoding="utf-8")
    said = run("notice", "scan.pdf", "--no-registry", "--config", "team.toml", "--fail-on", wish, cwd=reads)
    assert said.returncode == 0, said.stdout + said.stderr
    assert "saraban-check draft" not in said.stdout
    assert "✗" not in said.stdout


def refused(path: Path, limits: Limits = DEFAULT_LIMITS) -> str:
    with DocumentReader(limits) as reader, pytest.raises(InputError) as error:
        reader.read(path)
    return error.value.say("en")


def bomb(width: int, height: int) -> bytes:
    """A PNG of so many black pixels, in a few bytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    data = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def test_a_picture_that_cannot_be_read_says_so_in_one_sentence(reads: Path) -> None:
    path = reads / "x.png"
    for data in (bomb(60_000, 60_000), bomb(2_000_000_000, 1)):
        path.write_bytes(data)
        assert "too large" in refused(path)
    whole = pictures(reads)
    for name in ("a.jpg", "c.png", "f.tif"):
        data = whole[name].read_bytes()
        for cut in (8, 40, len(data) // 2):
            path.write_bytes(data[:cut])
            assert "damaged" in refused(path)
    assert "--max ocr-pages" in refused(whole["h.tiff"], DEFAULT_LIMITS._replace(ocr_pages=2))


def test_what_is_not_installed_is_said(reads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pictures(reads)["a.jpg"]
    with DocumentReader(ocr=False) as reader:
        off = reader.read(path).no_text
    monkeypatch.setattr("saraban_check.documents.scan_reader.ocr_languages", lambda: None)
    with DocumentReader() as reader:
        missing = reader.read(path).no_text
    monkeypatch.setattr("saraban_check.documents.asking.AskedHelper.ask", lambda *_a, **_k: {"problem": "no-pillow"})
    monkeypatch.setattr("saraban_check.documents.scan_reader.ocr_languages", lambda: "tha")
    with DocumentReader() as reader:
        no_pillow = reader.read(path).no_text
    assert off is not None
    assert "let OCR be used" in off.said.en
    assert missing is not None
    assert "tesseract-ocr-tha" in missing.said.en
    assert no_pillow is not None
    assert "pip install pillow" in no_pillow.said.en


def test_pieces_are_lines_and_nothing_larger() -> None:
    grey = Grey(100, 100, 100, memoryview(bytes(10_000)))
    assert cut_out(grey, (0.1, 0.1, 0.9, 0.15)).startswith(b"\x89PNG")
    for box in ((0, 0, 1, 1), (0.5, 0.1, 0.5, 0.2), (-1, 0, 1, 0.1), (0, 0.95, 1, 1.05), (0, 0.2, 1, 0.1)):
        assert cut_out(grey, box) == b""


def test_lines_that_do_not_fit_have_no_places() -> None:
    found = read_lines(["a b\n\nc"], {0: OcrPage("", ((ReadWord("a", Box(0, 0, 1, 1)),),))})
    assert [(one.page, one.words) for one in found] == [(1, ())] * 3
    assert read_lines(["", "x", ""], {})[0].page == 2
