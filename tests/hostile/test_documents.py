"""Hostile documents: each is read, or refused in one sentence; nothing crashes, hangs, fills memory or is fetched."""

import errno
import os
import socket
import struct
import sys
import threading
import time
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from tests.documents import (
    ADDRESS,
    NOTICE,
    link,
    links,
    p,
    package,
    pdf_bytes,
    pdfs_of,
    read,
    read_in_process,
    refused,
    simple_pdf,
    stream,
    w,
    write_docx,
    write_package,
)
from tests.limits import at_most

from saraban_check.documents.page_picture import MOST_PIXELS
from saraban_check.documents.reading import DocumentReader
from saraban_check.intake.helper import Helper
from saraban_check.intake.limits import DEFAULT_LIMITS
from saraban_check.model.errors import InputError
from saraban_check.model.notice import DocumentKind

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files on Windows")
TEXT = "A notice with as many letters as are needed to be one"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def save(folder: Path, data: bytes | str, name: str = "notice") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def what_comes_of(path: Path) -> str:
    """What comes of a file that may be read or refused: its text, or the sentence."""
    with DocumentReader(ocr=False) as reader:
        try:
            return reader.read(path).text or "nothing"
        except InputError as error:
            return str(error)


@pytest.fixture
def listener() -> Iterator[tuple[str, list[object]]]:
    """A server's address, and who came to it."""
    came: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def wait() -> None:
            try:
                while True:
                    came.append(server.accept())
            except OSError:
                pass

        thread = threading.Thread(target=wait, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/x", came
        server.shutdown(socket.SHUT_RDWR) if sys.platform == "linux" else None


# --- what it is -----------------------------------------------------------------------------------------------------


def ole(*names: str) -> bytes:
    """The beginning of an OLE container (MS-CFB) with these names in its directory, which is its first sector."""
    header = bytearray(512)
    header[:8] = OLE
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    entries = b"".join(name.encode("utf-16-le").ljust(64, b"\0") + bytes(64) for name in ("Root Entry", *names))
    return bytes(header) + entries.ljust(512, b"\0")


def zipped(**members: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/"), text)
    return out.getvalue()


OTHERS = {
    "old Word": (ole("WordDocument"), "save it as DOCX"),
    "old Excel": (ole("Workbook"), "not a notice"),
    "a mail of Outlook": (ole("__properties_version1.0"), "save it as DOCX"),
    "an encrypted DOCX": (ole("EncryptionInfo", "EncryptedPackage"), "protected by a password"),
    "OLE cut off": (OLE, "save it as DOCX"),
    "OLE whose directory is nowhere": (OLE + b"\xff" * 600, "save it as DOCX"),
    "ODT": (zipped(mimetype="application/vnd.oasis.opendocument.text", content="x"), "an OpenDocument"),
    "XLSX": (zipped(xl__workbook="x"), "Excel"),
    "PPTX": (zipped(ppt__presentation="x"), "PowerPoint"),
    "another zip": (zipped(a="x"), "ZIP"),
    "an empty zip": (zipped(), "ZIP"),
    "RTF": (b"{\\rtf1\\ansi x}", "RTF"),
    "PNG": (b"\x89PNG\r\n\x1a\n" + bytes(50), "the picture is damaged"),
    "JPEG": (b"\xff\xd8\xff\xe0" + bytes(50), "the picture is damaged"),
    "TIFF": (b"II*\0" + bytes(50), "the picture is damaged"),
    "TIFF the other way": (b"MM\0*" + bytes(50), "the picture is damaged"),
    "GIF": (b"GIF89a" + bytes(50), "save the scan as PDF"),
    "HEIC": (b"\0\0\0\x18ftypheic" + bytes(50), "picture"),
    "MHTML": (b"From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n", "MHTML"),
    "gzip": (b"\x1f\x8b\x08" + bytes(50), "gzip"),
    "a program": (b"MZ\x90\0" + bytes(80), "EXE"),
    "nothing": (b"", "empty"),
}


@pytest.mark.parametrize(("data", "said"), OTHERS.values(), ids=OTHERS.keys())
@pytest.mark.parametrize("name", ["notice.docx", "notice.pdf", "ประกาศ"])
def test_what_is_not_read_is_refused_by_what_it_is(tmp_path: Path, data: bytes, said: str, name: str) -> None:
    assert said in refused(save(tmp_path, data, name))


def test_the_name_does_not_matter(tmp_path: Path) -> None:
    made = {
        DocumentKind.PDF: simple_pdf([TEXT]),
        DocumentKind.DOCX: write_docx(tmp_path / "x").read_bytes(),
        DocumentKind.HTML: f"<!doctype html><p>{TEXT}".encode(),
        DocumentKind.TEXT: TEXT.encode(),
    }
    for kind, data in made.items():
        for suffix in ("pdf", "docx", "doc", "html", "png", ""):
            found = read(save(tmp_path, data, f"notice.{suffix}"))
            assert found.kind is kind
            assert found.text


@needs_posix
def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "device or a pipe" in refused(tmp_path / "pipe")
    assert "device or a pipe" in refused(Path("/dev/zero"))
    assert "folder" in refused(tmp_path)
    assert "no such file" in refused(tmp_path / "missing.pdf")
    assert "no such file" in refused(save(tmp_path, b"x", "file") / "below")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "cannot be opened" in refused(tmp_path / "loop")
    assert "lock file" in refused(save(tmp_path, b"\x05x" + bytes(160), "~$notice.docx"))


def test_what_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the system's refusal is played."""
    path = save(tmp_path, b"x", "a.txt")

    def denied(*_args: object, **_how: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    with DocumentReader() as reader, pytest.raises(InputError) as caught:
        reader.read(path)
    assert caught.value.say("en").startswith("a.txt: it cannot be opened (Permission denied)")


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.pdf"
    with path.open("wb") as file:
        file.truncate((2 << 20) + 1)
    assert "--max file-mb" in refused(path, DEFAULT_LIMITS._replace(file_mb=2))


# --- text and HTML --------------------------------------------------------------------------------------------------


def test_bytes_that_mean_nothing_are_refused_with_their_place(tmp_path: Path) -> None:
    said = refused(save(tmp_path, "ประกาศ\n".encode("cp874") + b"\xff\xfc"))
    assert "line 2: byte 0xFF is neither UTF-8 nor Windows-874" in said
    assert "notice" in said
    assert "agenc" not in said
    assert "line 2" in refused(save(tmp_path, "<p>ก\n".encode("cp874") + b"\xff\xfc"))
    assert "is not utf-8" in refused(save(tmp_path, b"\xef\xbb\xbfa\n\xff"))
    assert "is not utf-8" in refused(save(tmp_path, b"\xef\xbb\xbf<p>a\n\xff"))
    assert "not ascii" in refused(save(tmp_path, "ประกาศ"), encoding="ascii")
    assert "not ascii" in refused(save(tmp_path, "<p>ประกาศ"), encoding="ascii")


def test_nul_bytes_are_no_text(tmp_path: Path) -> None:
    assert "line 2: a byte 0x00" in refused(save(tmp_path, b"a\nb\0c"))
    assert "line 2: a byte 0x00" in refused(save(tmp_path, b"<p>a\nb\0c"))
    assert "a byte 0x00" in refused(save(tmp_path, "ประกาศ".encode("utf-16-le") + b"\0\0"))


@pytest.mark.parametrize("start", ["", "<p>"], ids=["text", "HTML"])
def test_a_long_line_is_read_up_to_the_limit(tmp_path: Path, start: str) -> None:
    said = refused(save(tmp_path, start + "x" * 5_000_000))
    assert "--max characters" in said
    long = start + "ก้ ำ" * 200_000
    assert len(read(save(tmp_path, long)).text) >= 600_000
    with at_most(20):
        read(save(tmp_path, start + "<b" * 400_000))


def test_html_that_nests_without_end_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in refused(save(tmp_path, "<div>" * 100_000 + "x"))
    assert read(save(tmp_path, "<div>" * 1_000 + "x")).text == "x"
    with at_most(2):
        read(save(tmp_path, "<!---->" * 1_100 + "x"))  # many ways to split it, none of which begins a page


def test_html_fetches_nothing(tmp_path: Path, listener: tuple[str, list[object]]) -> None:
    url, came = listener
    page = (
        f'<!DOCTYPE html SYSTEM "{url}"><html><head><base href="{url}"><link rel=stylesheet href="{url}">'
        f'<script src="{url}"></script></head><body><img src="{url}"><iframe src="{url}"></iframe><p>x</body></html>'
    )
    assert read(save(tmp_path, page)).text == "x"
    xml = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>&x;a</p></html>'
    assert "root:" not in read(save(tmp_path, xml)).text
    assert came == []


# --- DOCX -----------------------------------------------------------------------------------------------------------


def test_a_bomb_is_stopped_by_a_limit_that_is_named(tmp_path: Path) -> None:
    limits = DEFAULT_LIMITS._replace(unpacked_mb=8, markup_mb=4)
    bomb = write_package(tmp_path / "bomb.docx", package(w(p("x")), {"word/media/a.png": bytes(20 << 20)}))
    assert bomb.stat().st_size < 100_000
    assert "--max unpacked-mb" in refused(bomb, limits)
    bomb = write_package(tmp_path / "bomb.docx", package(w(p("x")), {"word/other.xml": b" " * (6 << 20)}))
    assert "--max markup-mb" in refused(bomb, limits)
    assert read(bomb).text == "x"


def test_sizes_that_the_archive_states_are_not_believed(tmp_path: Path) -> None:
    path = write_package(tmp_path / "lies.docx", package(w(p("x")), {"word/media/a.png": bytes(20 << 20)}))
    data = path.read_bytes().replace(struct.pack("<L", 20 << 20), struct.pack("<L", 100))
    path.write_bytes(data)
    said = refused(path, DEFAULT_LIMITS._replace(unpacked_mb=8))
    assert "--max unpacked-mb" in said or "damaged" in said


def test_too_much_text_is_refused(tmp_path: Path) -> None:
    path = write_package(tmp_path / "long.docx", package(w(p("ก" * 1_000) * 1_100)))
    assert "--max characters" in refused(path)


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/styles.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_and_document_types_are_refused(tmp_path: Path, part: str, encoding: str) -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]>'
    made = package(w(p("&a9;")))
    whole = made.get(part, "<x/>")
    made[part] = (head + whole).encode(encoding)
    said = refused(write_package(tmp_path / "laughs.docx", made))
    assert "DOCTYPE/ENTITY" in said
    assert part in said


def test_a_docx_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    data = write_docx(tmp_path / "whole.docx").read_bytes()
    for size in range(5, len(data) - 1, len(data) // 25):
        assert "damaged" in refused(save(tmp_path, data[:size], "cut.docx"))


def test_a_damaged_docx_is_read_or_refused(tmp_path: Path) -> None:
    data = bytearray(write_docx(tmp_path / "whole.docx").read_bytes())
    for at in range(0, len(data), len(data) // 60):
        hurt = bytes([*data[:at], data[at] ^ 0xFF, *data[at + 1 :]])
        said = what_comes_of(save(tmp_path, hurt, "hurt.docx"))
        assert said


WRONG: dict[str, dict[str, str | bytes | None]] = {
    "no types": {"[Content_Types].xml": None},
    "no links": {"_rels/.rels": None},
    "no document, but other parts": {"word/document.xml": None, "word/styles.xml": "<x/>"},
    "no XML": {"word/document.xml": "x"},
    "an empty part": {"word/document.xml": ""},
    "another document": {"word/document.xml": "<html/>"},
    "a link to nowhere": {"word/_rels/document.xml.rels": links(link("header", "nowhere.xml"))},
    "a link out of the package": {"word/_rels/document.xml.rels": links(link("styles", "../../../../etc/passwd"))},
    "a link without a type": {"_rels/.rels": links('Target="word/document.xml"')},
    "nested without end": {"word/document.xml": w("<w:sdt><w:sdtContent>" * 3_000)},
    "a header that is none": {
        "word/document.xml": w('<w:sectPr><w:headerReference w:type="default" r:id="rId7"/></w:sectPr>'),
    },
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG.keys())
def test_a_docx_with_wrong_parts_is_refused(tmp_path: Path, change: dict[str, str | bytes | None]) -> None:
    parts = {name: data for name, data in package(w(p("x")), change).items() if data is not None}  # type: ignore[arg-type]
    said = refused(write_package(tmp_path / "wrong.docx", parts))
    assert "damaged" in said


def test_a_part_that_is_in_it_twice_is_refused(tmp_path: Path) -> None:
    path = write_package(tmp_path / "twice.docx", package(w(p("one"))))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/document.xml", w(p("another")))
    assert "is in it twice" in refused(path)
    path = write_package(tmp_path / "twice.docx", package(w(p("one")), {"word/Document.xml": w(p("another"))}))
    assert "is in it twice" in refused(path)


def test_a_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    path = write_package(tmp_path / "locked.docx", package(w(p("x"))))
    data = bytearray(path.read_bytes())
    for start, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(start)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(start, at + 1)
    assert "protected by a password" in refused(save(tmp_path, bytes(data), "locked.docx"))


@pytest.mark.parametrize(
    "sort",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_macros_are_not_run_and_the_text_is_read(tmp_path: Path, sort: str) -> None:
    parts: dict[str, str | bytes] = {"word/vbaProject.bin": b"macro" * 1000}
    parts["word/_rels/document.xml.rels"] = links(
        'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"'
    )
    assert read(write_package(tmp_path / "macro.docm", package(w(p(ADDRESS)), parts, sort=sort))).text == ADDRESS


def test_a_docx_fetches_nothing(tmp_path: Path, listener: tuple[str, list[object]]) -> None:
    url, came = listener
    parts = {
        "word/_rels/document.xml.rels": links(
            *(link(sort, url, external=True) for sort in ("image", "hyperlink", "header", "footnotes", "oleObject")),
            link("attachedTemplate", url, external=True),
            link("settings", "settings.xml"),
        ),
        "word/settings.xml": "<x/>",
        "word/_rels/settings.xml.rels": links(link("attachedTemplate", url, external=True)),
    }
    assert read(write_package(tmp_path / "links.docx", package(w(p("x")), parts))).text == "x"
    assert came == []


def test_thousands_of_parts_are_refused(tmp_path: Path) -> None:
    many = {f"word/media/{number}.png": b"" for number in range(6_000)}
    assert "6,003 parts" in refused(write_package(tmp_path / "many.docx", package(w(p("x")), many)))


# --- PDF ------------------------------------------------------------------------------------------------------------


def test_five_hundred_pages_are_refused_with_their_number(tmp_path: Path) -> None:
    path = save(tmp_path, simple_pdf([TEXT] * 500), "long.pdf")
    said = refused(path)
    assert "number of pages is 500, above the limit of 100" in said
    assert "--max pages" in said
    assert read(path, DEFAULT_LIMITS._replace(pages=500)).pages == 500


def test_too_much_text_in_a_pdf_is_refused(tmp_path: Path) -> None:
    path = save(tmp_path, simple_pdf([TEXT] * 20), "long.pdf")
    assert "--max characters" in refused(path, DEFAULT_LIMITS._replace(characters=500))


def test_a_pdf_with_a_password_is_refused(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    plain = save(tmp_path, simple_pdf([TEXT]), "plain.pdf")
    writer = pypdf.PdfWriter(clone_from=plain)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    assert "protected by a password" in refused(tmp_path / "locked.pdf")


def test_a_pdf_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    data = pdfs_of([write_docx(tmp_path / "whole.docx", NOTICE, "Loma")], tmp_path)[0].read_bytes()
    for size in range(8, len(data) - 20, len(data) // 25):
        assert "incomplete" in refused(save(tmp_path, data[:size], "cut.pdf"))
        assert what_comes_of(save(tmp_path, data[:size] + b"\n%%EOF\n", "cut.pdf"))


def test_a_damaged_pdf_is_read_or_refused(tmp_path: Path) -> None:
    data = bytearray(simple_pdf([TEXT, TEXT]))
    paths = []
    for at in range(8, len(data), max(1, len(data) // 120)):
        hurt = bytes([*data[:at], data[at] ^ 0x15, *data[at + 1 :]])
        paths.append(save(tmp_path, hurt, f"{at}.pdf"))
    assert len(read_in_process(*paths)) == len(paths)


def deep(levels: int) -> bytes:
    """A tree of pages so deep, at whose end there is one page."""
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"}
    for level in range(levels):
        number, parent = (2 if level == 0 else 100 + level), (2 if level == 1 else 99 + level)
        up = b"" if level == 0 else b"/Parent %d 0 R" % parent
        objects[number] = b"<</Type/Pages/Count 1/Kids[%d 0 R]%s>>" % (101 + level, up)
    objects[100 + levels] = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]>>" % (99 + levels)
    return pdf_bytes(objects)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
KIDS = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
ODD = {
    "a tree of pages that is its own branch": pdf_bytes({1: CATALOG, 2: b"<</Type/Pages/Count 1/Kids[2 0 R]>>"}),
    "a tree of pages in a circle": pdf_bytes(
        {1: CATALOG, 2: KIDS, 3: b"<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>"}
    ),
    "a tree of pages that is very deep": deep(5_000),
    "no pages": pdf_bytes({1: CATALOG, 2: b"<</Type/Pages/Count 0/Kids[]>>"}),
    "a billion pages": pdf_bytes(
        {1: CATALOG, 2: b"<</Type/Pages/Count 1000000000/Kids[3 0 R]>>", 3: b"<</Type/Page>>"}
    ),
    "fewer than no pages": pdf_bytes({1: CATALOG, 2: b"<</Type/Pages/Count -5/Kids[3 0 R]>>", 3: b"<</Type/Page>>"}),
    "a page without a size": pdf_bytes({1: CATALOG, 2: KIDS, 3: b"<</Type/Page/Parent 2 0 R>>"}),
    "no catalog": pdf_bytes({2: KIDS}, root=9),
    "a stream of itself": pdf_bytes({1: CATALOG, 2: KIDS, 3: b"<</Type/Page/Parent 2 0 R/Contents 3 0 R>>"}),
    "nothing but its name": b"%PDF-1.7\n%%EOF\n",
    "noise": b"%PDF-1.7\n" + bytes(range(256)) * 50 + b"\n%%EOF\n",
    "nested without end": pdf_bytes({1: CATALOG, 2: KIDS, 3: b"[" * 100_000 + b"]" * 100_000}),
    "a form in itself": pdf_bytes(
        {
            1: CATALOG,
            2: KIDS,
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>",
            4: stream(b"/A Do"),
            5: stream(b"/A Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 5 0 R>>>>"),
        }
    ),
    "a huge page": simple_pdf([""], box=b"[0 0 2000000000 2000000000]"),
    "a page turned inside out": simple_pdf([TEXT], box=b"[595 842 0 0]"),
    "a page of no size": simple_pdf([TEXT], box=b"[0 0 0 0]"),
    "a page that has no number for a size": simple_pdf([TEXT], box=b"[0 0 nan 1e99]"),
    "a bomb": pdf_bytes(
        {
            1: CATALOG,
            2: KIDS,
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>",
            4: stream(zlib.compress(zlib.compress(b" " * (400 << 20), 9), 9), b"/Filter[/FlateDecode/FlateDecode]"),
        }
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_pdf_is_read_or_refused_in_time(tmp_path: Path, name: str) -> None:
    path = save(tmp_path, ODD[name], "odd.pdf")
    started = time.monotonic()
    said = read_in_process(path)
    assert len(said) == 1
    assert time.monotonic() - started < 40
    after = save(tmp_path, simple_pdf([TEXT]), "after.pdf")
    assert read_in_process(path, after)[1].startswith("after.pdf pdf"), "what comes after it is read"


def test_a_huge_page_is_drawn_in_bounds(tmp_path: Path) -> None:
    for box in (b"[0 0 14400 14400]", b"[0 0 2000000000 2000000000]", b"[0 0 1 2000000]"):
        path = save(tmp_path, simple_pdf(["x"], box=box), "huge.pdf")
        helper = Helper("saraban_check.documents.pdf_process", "2048")
        to = tmp_path / "page.pgm"
        asked = {"do": "picture", "path": str(path), "is_picture": False, "page": 0, "to": str(to), "seconds": 20}
        try:
            if "done" in helper.ask(asked, 20, 1000):
                assert to.stat().st_size <= MOST_PIXELS * 1.1
        finally:
            helper.close()


def test_actions_of_a_pdf_are_not_done(tmp_path: Path, listener: tuple[str, list[object]]) -> None:
    url, came = listener
    done = tmp_path / "done"
    actions = (
        b"/OpenAction<</S/JavaScript/JS(app.launchURL\\('%s'\\))>>" % url.encode(),
        b"/OpenAction<</S/Launch/F(/usr/bin/touch)/Unix(%s)>>" % str(done).encode(),
        b"/OpenAction<</S/URI/URI(%s)>>" % url.encode(),
        b"/OpenAction<</S/SubmitForm/F<</FS/URL/F(%s)>>>>" % url.encode(),
    )
    for action in actions:
        path = save(tmp_path, simple_pdf([TEXT], catalog=action, page=b"/AA<</O" + action[11:] + b">>"), "act.pdf")
        assert read(path).text == TEXT
    assert came == []
    assert not done.exists()


def test_what_comes_out_holds_no_controls(tmp_path: Path) -> None:
    path = save(tmp_path, simple_pdf([TEXT + "\\033[31m\\000\\007 ::error::x"]), "a.pdf")
    assert not any(ord(char) < 32 and char not in "\n\t" for char in read(path).text)


def test_a_page_that_keeps_its_parser_busy_is_given_up(tmp_path: Path) -> None:
    """libxml2 compares each attribute of a tag with all others."""
    names = " ".join(f"a{number}" for number in range(100_000))
    path = save(tmp_path, f"<html><p {names}>{TEXT}</p></html>", "page.html")
    assert "--max pdf-seconds=" in refused(path, DEFAULT_LIMITS._replace(pdf_seconds=1))


@pytest.mark.parametrize("charset", ["punycode", "unicode_escape", "idna", "raw_unicode_escape", "undefined"])
def test_a_page_may_not_name_a_codec_that_is_none_of_texts(tmp_path: Path, charset: str) -> None:
    path = save(tmp_path, f'<html><meta charset="{charset}"><p>C:\\new\\table {TEXT}</p></html>', "page.html")
    assert what_comes_of(path) == f"C:\\new\\table {TEXT}"
