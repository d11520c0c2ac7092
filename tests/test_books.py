"""The process that reads workbooks: both of its readers give the same, and nothing that it is told can end us."""

import random
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.hostile.test_workbooks import ods
from tests.support import Sheet, Xml, cell_xml, letters, sheet_xml, write_workbook

from saraban_check.intake.books.client import Book
from saraban_check.intake.books.opening import open_book
from saraban_check.intake.books.process import Books
from saraban_check.intake.books.wire import encode
from saraban_check.intake.helper import Helper, SaidTooMuchError
from saraban_check.intake.limits import DEFAULT_LIMITS
from saraban_check.intake.options import ListOptions
from saraban_check.intake.source import open_table
from saraban_check.model.errors import InputError, SarabanError

LIMITS = DEFAULT_LIMITS._asdict()
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"


def rows_of(path: Path, *, careful: bool) -> list[list[Any]]:
    """All rows of the first sheet, as the reading process answers them, read in this process."""
    books = Books()
    asked = {"path": str(path), "encoding": None, "limits": LIMITS, "careful": careful, "seconds": 60}
    [opened, _] = books.answers({"do": "open", **asked})
    assert opened["slow"] is careful
    answers = list(books.answers({"do": "rows", "sheet": opened["sheets"][0][0], "first": 1}))
    assert answers.pop() == {"end": True}
    assert not any("problem" in answer for answer in answers), answers
    rows = [row for answer in answers for row in [*answer["rows"], *[[]] * answer.get("blank", 0)]]
    return [[_plain(cell) for cell in row] for row in rows]


def _plain(cell: Any) -> Any:
    """A cell for comparing: blank is blank, 3 is 3.0, and a date is what stands for it in JSON."""
    if cell in ("", None):
        return None
    if isinstance(cell, dict | str | bool):
        return cell
    return float(cell) if isinstance(cell, int | float) else encode(cell)


TEXTS = st.text(alphabet="กขคำแล่ไม abAB09@.-_ \n\"'&<>✓ü", max_size=12).filter(lambda text: text == text.strip())
CELLS = st.one_of(
    st.none(),
    TEXTS,
    st.integers(-10, 99_999_999).map(float),
    st.sampled_from((0.0, 0.5, 1.25, 5471201.0)),
    st.sampled_from(
        (
            Xml("", "<f>B2</f>"),
            Xml("", "<f>B2</f><v>0</v>"),
            Xml("", "<f>B2</f><v></v>"),
            Xml("", "<f>B2</f><v>7</v>"),
            Xml(' t="str"', "<f>B2</f><v></v>"),
            Xml(' t="str"', "<f>B2</f><v>ก</v>"),
            Xml(' t="str"', "<f>B2</f>"),
            Xml(' t="e"', "<v>#REF!</v>"),
            Xml(' t="e"', "<f>B2/0</f><v>#DIV/0!</v>"),
            Xml(' t="b"', "<v>1</v>"),
            Xml(' t="b"', "<f>B2</f><v>0</v>"),
            Xml(' s="1"', "<v>45000</v>"),
            Xml(' s="1"', "<f>B2</f><v>0</v>"),
            Xml("", '<f t="shared" ref="A1:A3" si="0">B2</f>'),
            Xml("", "<v>1</v><!-- x -->"),
        )
    ),
)
SHEETS = st.lists(st.lists(CELLS, max_size=6), min_size=2, max_size=8)


def _xml(rows: list[list[Any]], first_column: int) -> str:
    found = []
    for number, row in enumerate(rows, start=1):
        cells = "".join(cell_xml(f"{letters(at + first_column)}{number}", value) for at, value in enumerate(row))
        found.append(f'<row r="{number}">{cells}</row>')
    return "".join(found)


def _prefixed(xml: str) -> str:
    """Each element of the sheet with a prefix of its own."""
    for name in ("worksheet", "sheetData", "row", "c", "v", "f", "is", "t", "mergeCells", "mergeCell"):
        for end in (" ", ">", "/"):
            xml = xml.replace(f"<{name}{end}", f"<x:{name}{end}")
        xml = xml.replace(f"</{name}>", f"</x:{name}>")
    return xml.replace('xmlns="', 'xmlns:x="')


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SHEETS, st.integers(0, 3), st.sampled_from(["", "A2:A4", "B1:C3"]), st.sampled_from(["", "prefixed", "strict"]))
def test_both_readers_give_the_same(
    tmp_path: Path, rows: list[list[Any]], first_column: int, merged: str, how: str
) -> None:
    after = f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
    xml = sheet_xml(_xml(rows, first_column), after=after)
    if how == "prefixed":
        xml = _prefixed(xml)
    if how == "strict":
        xml = xml.replace(MAIN, STRICT)
    path = write_workbook(tmp_path / "a.xlsx", {"ก": Sheet(xml)})
    assert rows_of(path, careful=False) == rows_of(path, careful=True)


def test_a_formula_is_the_same_in_every_way_to_write_it(tmp_path: Path) -> None:
    """Plain, prefixed, Strict, in a part elsewhere: one verdict on what the cell is."""
    row: list[Any] = ["หัว", Xml("", "<f>B2</f>"), Xml("", "<f>B2</f><v>0</v>"), Xml(' t="e"', "<v>#REF!</v>")]
    plain = sheet_xml(_xml([["ก"], row], 0))
    found = []
    for number, xml in enumerate((plain, _prefixed(plain), plain.replace(MAIN, STRICT), plain.replace('"', "'"))):
        for part in ("xl/worksheets/sheet1.xml", "xl/other/thing.bin", "s.xml"):
            path = write_workbook(tmp_path / f"{number}.xlsx", {"ก": Sheet(xml, part=part)})
            found += [rows_of(path, careful=careful)[1] for careful in (False, True)]
    expected = [
        *("หัว", {"kind": "unreadable", "value": "=B2"}, {"kind": "zero", "value": "=B2"}),
        {"kind": "unreadable", "value": "#REF!"},
    ]
    assert found == [expected] * len(found)


# --- whatever a package looks like ---------------------------------------------------------------------------------


def _package(rng: random.Random) -> dict[str, bytes]:
    """The parts of a small workbook, with something odd about them."""
    far = rng.choice(["", "", *_FAR])
    data = _xml([["อีเมล", "ชื่อ"], ["saraban_06480115@dla.go.th", "อบต.หนึ่ง"]], rng.choice([0, 0, 5]))
    pad = " " * rng.choice([0, 0, (1 << 20) - 700 + rng.randrange(900), (1 << 16) - 700 + rng.randrange(900)])
    xml = sheet_xml(data + pad + far)
    if rng.random() < 0.3:
        xml = _prefixed(xml)
    xml = xml.replace(MAIN, rng.choice([MAIN] * 4 + [STRICT, "urn:nothing", ""]))
    coded = xml.encode(rng.choice(["utf-8"] * 4 + ["utf-16", "utf-16-le"]))
    folder, name = (
        rng.choice(["xl/worksheets", "xl", "", "XL/Worksheets", "a/b/../c"]),
        rng.choice(["sheet1.xml", "sheet1.bin", "sheet1.png", "SHEET1.XML", "sheet1", "sheet%31.xml"]),
    )
    part = f"{folder}/{name}".lstrip("/")
    target = rng.choice([f"/{part}", f"/{part}".lower(), part.removeprefix("xl/"), f"../{part}", part])
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book = rng.choice(["xl/workbook.xml"] * 4 + ["xl/Workbook.xml", "book.xml"])
    rels = f"{book.rpartition('/')[0]}/_rels/{book.rpartition('/')[2]}.rels".lstrip("/")
    sheets = '<sheet name="a" sheetId="1" r:id="r1"/>' * rng.choice([1, 1, 1, 2, 0])
    return {
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{rel}/officeDocument" Target="{book}"/>'
        "</Relationships>".encode(),
        book: f'<workbook xmlns="{MAIN}" xmlns:r="{rel}"><sheets>{sheets}</sheets></workbook>'.encode(),
        rels: f'<Relationships><Relationship Id="r1" Type="{rel}/{rng.choice(["worksheet", "chartsheet"])}" '
        f'Target="{target}"/></Relationships>'.encode(),
        part: coded[: rng.choice([len(coded)] * 6 + [rng.randrange(len(coded))])],
    }


_FAR = (
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    '<row r="1048576"><c xmlns="urn:x" r="XFD1048576"><v>1</v></c></row>',
    f'<row r="{"9" * 5000}"><c r="A{"9" * 5000}"><v>1</v></c></row>',
    '<row><c><v>1</v></c><c r="&#88;FD1048576"><v>1</v></c></row>',
    '<row r="-1"><c r="A-1"><v>1</v></c></row>',
    '<row r="0"><c r="A0"><v>1</v></c></row>',
    '<c r="XFD9"><v>1</v></c>',
    '<row r="3"><c r="ZZZZZZZ3"><v>1</v></c></row>',
    '<row r="3"><c r="A3" t="s"><v>99999999999</v></c></row>',
)


@pytest.mark.parametrize("seed", range(60))
def test_no_package_ends_the_process(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    path = tmp_path / "a.xlsx"
    parts = list(_package(rng).items())
    if rng.random() < 0.15:
        parts.append(rng.choice(parts))  # twice
    with zipfile.ZipFile(path, "w", rng.choice([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])) as archive:
        for name, content in parts:
            with pytest.warns() if name in archive.namelist() else nullcontext():
                archive.writestr(name, content)
    data = bytearray(path.read_bytes())
    for _ in range(rng.choice([0, 0, 0, 1, 3])):
        data[rng.randrange(len(data))] = rng.randrange(256)
    path.write_bytes(data)
    said = f"{path.name}"
    try:
        assert all(len(row.cells) <= 200 for row in open_table(path, ListOptions()).rows())
    except SarabanError as error:
        said = str(error)
    assert path.name in said
    assert "\n" not in said


# --- limits ----------------------------------------------------------------------------------------------------------


def _list(path: Path, count: int = 3000) -> Path:
    rows = [["อีเมล", "ชื่อ"], *([f"saraban_0648{at:04}@dla.go.th", "อบต.ตัวอย่าง" * 9] for at in range(count))]
    return write_workbook(path, {"ก": Sheet(sheet_xml(_xml(rows, 0)))})


def _said(path: Path, **limits: int) -> str:
    with pytest.raises(InputError) as error:
        open_table(path, ListOptions(limits=DEFAULT_LIMITS._replace(**limits)))
    return str(error.value)


def test_too_much_output_of_the_reader_names_its_limit(tmp_path: Path) -> None:
    rows = [["อีเมล"], *(["ก" * 3000] for _ in range(400))]
    path = write_workbook(tmp_path / "a.xlsx", {"ก": Sheet(sheet_xml(_xml(rows, 0)))})
    assert "--max reader-output-mb=" in _said(path, reader_output_mb=1)


def test_too_little_memory_for_the_reader_names_its_limit(tmp_path: Path) -> None:
    assert "--max reader-memory-mb=" in _said(_list(tmp_path / "a.xlsx"), reader_memory_mb=20)


def test_a_reader_that_takes_too_long_names_its_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from saraban_check.intake.books import client

    helper = Helper("timeit", "-n1", "-r1", "while True: pass")
    monkeypatch.setattr(client, "_helper", lambda limits: helper)
    assert "--max reader-seconds=" in _said(_list(tmp_path / "a.xlsx", 1), reader_seconds=1)


def test_a_fault_of_ours_in_the_reader_is_no_fault_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = Book(_list(tmp_path / "a.xlsx", 1), DEFAULT_LIMITS)
    with pytest.raises(RuntimeError, match="TypeError"):
        book.rows({"do": "rows", "sheet": "ก", "first": "not a number"})


def test_threads_do_not_get_each_others_rows(tmp_path: Path) -> None:
    paths = [_list(tmp_path / f"{name}.xlsx", 40 + at) for at, name in enumerate("abcd")]

    def count(path: Path) -> int:
        return sum(1 for _ in open_table(path, ListOptions()).rows())

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(count, paths * 5)) == [40, 41, 42, 43] * 5


def test_a_sheet_is_the_one_of_its_name_in_whatever_reader(tmp_path: Path) -> None:
    """The careful reader passes over a sheet whose part is missing; the others keep their names."""
    rows = [["อีเมล", "ชื่อ"], ["saraban_06480115@dla.go.th", "อบต.หนึ่ง"]]
    wanted = sheet_xml(_xml(rows, 0) + '<row r="1048576"><c r="GR1048576"><v>1</v></c></row>')
    other = sheet_xml(_xml([["อีเมล", "ชื่อ"], ["wrong@dla.go.th", "อบต.สอง"]], 0))
    path = write_workbook(tmp_path / "a.xlsx", {"ไม่มี": Sheet(other), "รายชื่อ": Sheet(wanted), "อื่น": Sheet(other)})
    whole = tmp_path / "b.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(whole, "w") as new:
        for name in old.namelist():
            if not name.endswith("sheet1.xml"):
                new.writestr(name, old.read(name))
    try:
        limits = DEFAULT_LIMITS._replace(columns=300)
        found = [row.cells[1] for row in open_table(whole, ListOptions(sheet="รายชื่อ", limits=limits)).rows()]
    except InputError:
        return
    assert found[:1] == ["อบต.หนึ่ง"]


@pytest.mark.parametrize("careful", [False, True])
def test_what_one_reader_would_lose_is_there(tmp_path: Path, careful: bool) -> None:
    cells = [
        Xml(' t="str"', "<v><![CDATA[a@dla.go.th]]></v>"),
        Xml(' t="inlineStr"', "<is><t><![CDATA[b@dla.go.th]]></t></is>"),
        Xml(' t="inlineStr"', "<is><r><t>c</t></r><r><t>@dla.go.th</t></r></is>"),
    ]
    path = write_workbook(tmp_path / "a.xlsx", {"ก": Sheet(sheet_xml(_xml([["x"], cells], 0)))})
    assert rows_of(path, careful=careful)[1] == ["a@dla.go.th", "b@dla.go.th", "c@dla.go.th"]


def test_one_part_is_not_read_as_a_hundred_sheets(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", {f"s{n}": Sheet(sheet_xml(""), part="xl/one.xml") for n in range(9)})
    assert "xl/one.xml" in _said(path)


def test_a_helper_that_says_too_much_is_ended() -> None:
    helper = Helper("this")
    with pytest.raises(SaidTooMuchError):
        helper.ask({}, 20, 10)


def test_a_kind_that_is_not_ours_is_not_read_by_the_careful_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text("<html><table><tr><td>อีเมล</td></tr></table></html>", encoding="utf-8")
    assert open_book(str(path), LIMITS, None, careful=False).sheets[0].name == "table 1"


def test_a_table_that_repeats_itself_without_end_is_too_much_memory_and_no_fault_of_ours(tmp_path: Path) -> None:
    cell = '<table:table-cell table:number-columns-repeated="90" office:value-type="string"><text:p>x</text:p>'
    bomb = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-cell></table:table-row>'
    path = ods(tmp_path / "a.ods", [["อีเมล"]], extra=bomb)
    assert "--max reader-memory-mb=" in _said(path, reader_memory_mb=300)
