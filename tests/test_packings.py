"""Files of other kinds: what they are is told by their bytes; HTML and XML Spreadsheet 2003 become sheets."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from tests.support import refused

from saraban_check import InputError
from saraban_check.intake.books.grid import FoundSheet
from saraban_check.intake.books.html_sheets import html_sheets
from saraban_check.intake.books.xml2003_sheets import xml2003_sheets
from saraban_check.intake.limits import DEFAULT_LIMITS, Limits
from saraban_check.intake.packing import Family, what_is

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def ole(stream: str) -> bytes:
    header = bytearray(OLE + bytes(504))
    header[30:32], header[48:52] = b"\x09\0", b"\0\0\0\0"
    return bytes(header) + stream.encode("utf-16-le").ljust(512, b"\0")


def zipped(*names: str, start: str = "") -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if start:
            archive.writestr("mimetype", start)
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


TABLE = "<table><tr><th>อีเมล</th></tr><tr><td>saraban@demo.go.th</td></tr></table>"
MHT = "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
FRAMES = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name="Excel Workbook Frameset"></head></html>'
)
DBF = bytes([3, 124, 6, 30, 1, 0, 0, 0, 65, 0, 21, 0]) + bytes(20) + b"EMAIL\0\0\0\0\0\0C" + bytes(40)

NOT_READ = {
    "MHTML": (MHT.encode(), "MHTML"),
    "frames": (FRAMES.encode(), "_files"),
    "PDF": (b"%PDF-1.7\n", "PDF"),
    "RTF": (b"{\\rtf1", "RTF"),
    "PNG": (b"\x89PNG\r\n\x1a\n" + bytes(9), "picture"),
    "TIFF": (b"II*\0" + bytes(9), "picture"),
    "gzip": (b"\x1f\x8b\x08" + bytes(9), "unpack"),
    "RAR": (b"Rar!\x1a\x07" + bytes(9), "unpack"),
    "7-Zip": (b"7z\xbc\xaf\x27\x1c" + bytes(9), "unpack"),
    "zip": (zipped("list.csv"), "unpack"),
    "Lotus": (b"\0\0\x02\0\x06\x04\x06\0" + bytes(90), "Lotus"),
    "Works": (b"\xff\0\x02\0\x04\x04\x05T" + bytes(90), "Works"),
    "Excel 4": (b"\x09\x04\x06\0\0\0\x10\0" + bytes(90), "Excel 2-5"),
    "dBase": (DBF, "dBase"),
    "Numbers": (zipped("Index/Document.iwa", "preview.jpg"), "Numbers"),
    "Word": (zipped("[Content_Types].xml", "word/document.xml"), "Word"),
    "old Word": (ole("WordDocument"), "Word"),
    "PowerPoint": (zipped("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint"),
    "ODT": (zipped("content.xml", start="application/vnd.oasis.opendocument.text"), "OpenDocument"),
    "Outlook": (ole("__properties_version1.0"), "attached"),
    "a mail": (b"From: a@b.c\r\nSubject: list\r\nDate: x\r\n\r\nhello", "attached"),
    "JSON": (b'[{"email": "saraban@demo.go.th"}]', "JSON"),
    "XML": (b'<?xml version="1.0"?><rows><row/></rows>', "XML"),
    "Flat ODS": (b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis"/>', "FODS"),
    "SQLite": (b"SQLite format 3\0" + bytes(90), "SQLite"),
    "a shortcut": (b"[InternetShortcut]\r\nURL=https://example.go.th\r\n", "shortcut"),
    "a program": (b"MZ\x90\0" + bytes(90), "program"),
}


@pytest.mark.parametrize("name", ["list.xls", "list.csv"])
@pytest.mark.parametrize(("data", "said"), NOT_READ.values(), ids=NOT_READ.keys())
def test_what_is_not_read_is_named_with_what_to_do(tmp_path: Path, data: bytes, said: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = refused(path)
    assert said in found
    assert name in found
    assert "--map" not in found


STARTS = {
    "bare": TABLE.encode(),
    "BOM": b"\xef\xbb\xbf" + TABLE.encode(),
    "blank lines": b"\r\n\r\n  " + TABLE.encode(),
    "BOM and blank lines": b"\xef\xbb\xbf\r\n" + TABLE.encode(),
    "comment": ("<!-- made by a system -->\n<html><body>" + TABLE).encode(),
    "doctype": ("<!DOCTYPE html PUBLIC '-//W3C//DTD'>" + TABLE).encode(),
    "XHTML": ('<?xml version="1.0" encoding="UTF-8"?>\n<html>' + TABLE).encode(),
    "style first": ("<style>td{mso-number-format:'\\@'}</style>" + TABLE).encode(),
    "UTF-16": TABLE.encode("utf-16"),
    "UTF-16 big-endian": b"\xfe\xff" + TABLE.encode("utf-16-be"),
    "UTF-16 without a mark": TABLE.encode("utf-16-le"),
    "Windows-874": ('<meta http-equiv="Content-Type" content="text/html; charset=windows-874">' + TABLE).encode(
        "cp874"
    ),
    "Windows-874 unsaid": TABLE.encode("cp874"),
    "Windows-874 that says UTF-8": ('<meta charset="utf-8">' + TABLE).encode("cp874"),
}


@pytest.mark.parametrize("data", STARTS.values(), ids=STARTS.keys())
def test_a_page_is_known_and_read_however_it_begins(data: bytes) -> None:
    packing = what_is(data)
    assert packing is not None
    assert packing.family is Family.PAGE
    assert html_sheets(data, "list.xls", DEFAULT_LIMITS)[0].rows == [["อีเมล"], ["saraban@demo.go.th"]]


@pytest.mark.parametrize(
    "text",
    [
        "อีเมล\nsaraban@demo.go.th\n",
        "<อีเมล>,ชื่อ\n",
        "[หมายเหตุ],อีเมล\n",
        "{a},b\n",
        "From,To\n",
        "date: 2569\nอีเมล,ชื่อ\n",
        "ID,email\n",
        "PAR,email\n",
        "BM,email\n",
        "MZ,email\n",
        "\n\n\nก,ข\n",
    ],
)
def test_text_is_text(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert what_is(text.encode(encoding)) is None


def page(html: str, limits: Limits = DEFAULT_LIMITS) -> list[FoundSheet]:
    return html_sheets(html.encode(), "list.xls", limits)


def test_spans_are_laid_out_as_a_browser_does() -> None:
    (sheet,) = page(
        "<table><tr><th colspan=3>รายชื่อ<tr><td rowspan=2>นครพนม<td>a<td>b<tr><td>c<td>d"
        "<tr><td>e<td rowspan=0>f<tr><td>g</table>"
    )
    assert sheet.rows == [["รายชื่อ"], ["นครพนม", "a", "b"], [None, "c", "d"], ["e", "f"], ["g"]]
    assert sheet.merged == [((0, 0), (0, 2)), ((1, 0), (2, 0)), ((3, 1), (4, 1))]


def test_a_cell_reaches_no_further_than_its_group() -> None:
    (sheet,) = page("<table><tbody><tr><td rowspan=9>a<td>b</tbody><tbody><tr><td>c</tbody></table>")
    assert sheet.rows == [["a", "b"], ["c"]]
    assert sheet.merged == [((0, 0), (0, 0))]


def test_the_text_of_a_cell_is_what_is_seen() -> None:
    (sheet,) = page(
        "<table><tr><td> a&nbsp;<b>b</b>\n c<br>d<p>e</p><td><script>x</script><i style='display: none'>x</i>"
        "&lt;&#3629;<a href=mailto:z@z>อี</a><td hidden>x</table>"
    )
    assert sheet.rows == [["a b c\nd\ne", "<ออี", "x"]], "a hidden cell keeps its place, as in a workbook"


def test_a_table_within_a_cell_is_a_sheet_of_its_own() -> None:
    outer, inner = page("<table><tr><td>menu<table><tr><td>x<td>y</table>end<td>z</table>")
    assert outer.rows == [["menuend", "z"]]
    assert inner.rows == [["x", "y"]]


def test_a_page_without_a_table_says_so() -> None:
    with pytest.raises(InputError, match="without a table"):
        page("<html><form>เข้าสู่ระบบ<input name=user></form></html>")


HOSTILE_PAGES = {
    "deep": "<table><tr><td>" * 100_000,
    "deep blocks": "<table><tr><td>" + "<div>" * 300_000,
    "far": "<table>" + "<tr><td colspan=1000000000>x<td>y" * 10,
    "spans of many digits": f"<table><tr><td colspan={'9' * 5000}><td>y",
    "rowspans": "<table>" + "<tr><td rowspan=65534>x" * 5_000,
    "no table": "<" * 500_000,
}


@pytest.mark.parametrize("html", HOSTILE_PAGES.values(), ids=HOSTILE_PAGES.keys())
def test_a_hostile_page_is_refused(html: str) -> None:
    with pytest.raises(InputError):
        page(html)


def test_blank_spans_cost_nothing_and_entities_are_not_expanded() -> None:
    assert page("<table>" + "<tr>" + "<td colspan=1000>" * 50_000 + "<tr><td>x")[0].rows == [[], ["x"]]
    assert page("<!DOCTYPE html [<!ENTITY a 'bbb'>]><table><tr><td>&a;x")[0].rows == [["&a;x"]]
    with pytest.raises(InputError, match="rows"):
        page("<table>" + "<tr><td>x" * 100, Limits(rows=10, header_rows=10))


NAMES = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
PREFIXED = 'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'


def book(rows: str, declaration: str = '<?xml version="1.0"?>', more: str = "") -> str:
    return (
        f'{declaration}<?mso-application progid="Excel.Sheet"?><Workbook {NAMES}><Worksheet ss:Name="แผ่น 1">'
        f"<Table>{rows}</Table>{more}</Worksheet></Workbook>"
    )


def cell(text: str, kind: str = "String", **attributes: object) -> str:
    more = " ".join(f'ss:{name}="{value}"' for name, value in attributes.items())
    return f'<Cell {more}><Data ss:Type="{kind}">{text}</Data></Cell>'


def read(text: str | bytes, limits: Limits = DEFAULT_LIMITS) -> list[FoundSheet]:
    return xml2003_sheets(text if isinstance(text, bytes) else text.encode(), "list.xls", limits)


XML_STARTS = {
    "bare": book(f"<Row>{cell('อีเมล')}</Row>").encode(),
    "BOM": b"\xef\xbb\xbf" + book(f"<Row>{cell('อีเมล')}</Row>").encode(),
    "blank lines": b"\r\n\r\n" + book(f"<Row>{cell('อีเมล')}</Row>").encode(),
    "comment": book(f"<Row>{cell('อีเมล')}</Row>", '<?xml version="1.0"?><!-- a -->').encode(),
    "no declaration": book(f"<Row>{cell('อีเมล')}</Row>", "").encode(),
    "UTF-16": book(f"<Row>{cell('อีเมล')}</Row>", '<?xml version="1.0" encoding="UTF-16"?>').encode("utf-16"),
    "Windows-874": book(f"<Row>{cell('อีเมล')}</Row>", '<?xml version="1.0" encoding="windows-874"?>').encode("cp874"),
    "Windows-874 unsaid": book(f"<Row>{cell('อีเมล')}</Row>").encode("cp874"),
    "prefixed": (
        f'<ss:Workbook {PREFIXED}><ss:Worksheet ss:Name="แผ่น 1"><ss:Table><ss:Row><ss:Cell><ss:Data ss:Type="String">'
        "อีเมล</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>"
    ).encode(),
}


@pytest.mark.parametrize("data", XML_STARTS.values(), ids=XML_STARTS.keys())
def test_a_spreadsheet_in_xml_is_known_and_read_however_it_begins(data: bytes) -> None:
    packing = what_is(data)
    assert packing is not None
    assert packing.family is Family.SPREADSHEET_XML
    (sheet,) = read(data)
    assert (sheet.name, sheet.rows) == ("แผ่น 1", [["อีเมล"]])


def test_cells_stand_where_their_index_says_with_their_types() -> None:
    (sheet,) = read(
        book(
            f"<Row>{cell('รายชื่อ', MergeAcross=2)}{cell('x')}</Row>"
            f"<Row ss:Index='3'>{cell('6480191', 'Number')}{cell('1', 'Boolean')}"
            f"{cell('#REF!', 'Error', Index=4)}</Row>"
            f"<Row>{cell('2026-02-17T00:00:00.000', 'DateTime')}{cell('nan', 'Number')}"
            "<Cell ss:Formula='=RC[-1]'/><Cell><Comment><Data ss:Type='String'>hidden</Data></Comment></Cell></Row>"
            "<Row><Cell ss:MergeDown='9'><Data ss:Type='String'>ก<B xmlns='x'>ข</B></Data></Cell></Row>"
        )
    )
    assert sheet.rows == [
        ["รายชื่อ", None, None, "x"],
        [],
        [6480191.0, True, None, "#REF!"],
        ["2026-02-17", "nan"],
        ["กข"],
    ]
    assert sheet.merged == [((0, 0), (0, 2)), ((4, 0), (4, 0))]
    assert sheet.formulas == {(3, 2): "=RC[-1]"}


def test_a_hidden_sheet_is_said_to_be_hidden() -> None:
    excel = "urn:schemas-microsoft-com:office:excel"
    options = f'<WorksheetOptions xmlns="{excel}"><Visible>SheetHidden</Visible></WorksheetOptions>'
    assert not read(book(f"<Row>{cell('x')}</Row>", more=options))[0].visible


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">' + "".join(f'<!ENTITY a{n} "&a;&a;">' for n in range(9)) + "]>"
)
HOSTILE_BOOKS = {
    "5,000 digits": book(f'<Row ss:Index="{"9" * 5000}">{cell("x")}</Row>'),
    "column of 5,000 digits": book(f"<Row>{cell('x', Index='9' * 5000)}</Row>"),
    "no number": book(f"<Row>{cell('x', Index='²')}</Row>"),
    "zero": book(f'<Row ss:Index="0">{cell("x")}</Row>'),
    "backwards": book(f"<Row>{cell('x')}{cell('y', Index=1)}</Row>"),
    "far row": book(f'<Row ss:Index="9999999">{cell("x")}</Row>'),
    "far column": book(f"<Row>{cell('x', Index=16384)}</Row>"),
    "billion laughs": book(f"<Row>{cell('&a8;')}</Row>", LAUGHS),
    "a file of the machine": book(
        f"<Row>{cell('&x;')}</Row>", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hosts">]>'
    ),
    "deep": book("<Row>" * 10_000),
    "huge": book(f"<Row>{cell('x' * 11_000_000)}</Row>"),
    "cut off": book("<Row>")[:-20],
}


@pytest.mark.parametrize("text", HOSTILE_BOOKS.values(), ids=HOSTILE_BOOKS.keys())
def test_a_hostile_spreadsheet_in_xml_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read(text)


def test_hidden_rows_and_cells_of_a_table_are_read_as_those_of_a_workbook() -> None:
    """Else a row would vanish without a word, and an address move under another heading."""
    rows = "<tr><th>a<th>b<tr hidden><td>1<td>2<tr style='display:none'><td>3<td>4<tr><td style='display:none'>5<td>6"
    (sheet,) = page(f"<table>{rows}</table>")
    assert sheet.rows == [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]
