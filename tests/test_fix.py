"""`fix`: a copy with the safe changes and nothing else, every change told, and never the input itself."""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from tests.contract import by_contract
from tests.marked import MAIN, cells_of, frozen
from tests.office import converted
from tests.support import Sheet, Xml, csv_text, rows_xml, run, sheet_xml, write_workbook
from tests.test_properties import address_cells, any_list, classified, few, many, plausible_list

from saraban_check.checks.classify import classify
from saraban_check.checks.finish import finish
from saraban_check.files.fixed.copy import FixedCopy, fixed_copy
from saraban_check.files.fixed.records import records, with_cells
from saraban_check.fixing.cells import Mended, mended_address, mended_code
from saraban_check.fixing.changes import ChangeKind, FixPlan, Obstacle
from saraban_check.fixing.plan import plan_changes, plan_fixes
from saraban_check.grouping.table import published_table
from saraban_check.intake.headings import Header
from saraban_check.intake.options import ListOptions
from saraban_check.model.assessment import Assessment
from saraban_check.model.errors import RequestError
from saraban_check.model.record import AgencyRecord, SourceRow
from saraban_check.model.verdict import AddressState, AddressVerdict, Origin
from saraban_check.report.escape import cell_width, for_terminal
from saraban_check.report.render.screen import render_screen
from saraban_check.report.style import Style
from saraban_check.report.views.fixes import fix_document, visible
from saraban_check.report.views.fixes_run import FixReport
from saraban_check.rules.judge import judge_address

DATA = Path(__file__).parent.parent / "data"
HEADINGS = ["รหัส อปท.", "ชื่อ อปท.", "จังหวัด", "อีเมลกลาง", "อีเมลที่ออกให้", "มีประกาศฯ ม.10", "ลงข้อมูลในระบบ info.go.th"]
CODE, NAME, PROVINCE, ADDRESS, ISSUED = range(5)
FACTS = ["มี", "ลงแล้ว"]  # words that Windows-874 has
SHEET = "xl/worksheets/sheet1.xml"
GOOD = ["06480191", "อบต.หนึ่งสมมติ", "นครพนม", "saraban_06480191@dla.go.th", "", *FACTS]
DIRTY = ["6480192", "อบต.สองสมมติ", "นครพนม", " E-mail: Saraban_๐๖๔๘๐๑๙๒@DLA.go.th. ", "", *FACTS]
WRONG = ["06480193", "อบต.สามสมมติ", "นครพนม", "sarabun_06480193@dla.go.th", "", *FACTS]
MENDED = {CODE: "06480192", ADDRESS: "saraban_06480192@dla.go.th"}


def row(
    address: str | None = GOOD[ADDRESS], code: Any = GOOD[CODE], issued: str = "", name: str = GOOD[NAME]
) -> list[Any]:
    return [code, name, "นครพนม", address, issued, *FACTS]


def text_list(folder: Path, rows: Sequence[Sequence[str]], name: str = "list.csv", **how: str) -> Path:
    path = folder / name
    path.write_text(csv_text([HEADINGS, *rows], **how), encoding="utf-8", newline="")
    return path


def book(folder: Path, rows: Sequence[Sequence[Any]], **how: Any) -> Path:
    around = {key: how.pop(key) for key in ("before", "after") if key in how}
    data = sheet_xml(rows_xml([HEADINGS, *rows]), **around)
    return write_workbook(folder / "list.xlsx", {"รายชื่อ": data}, **how)


def plan_of(path: Path, *, unsafe: bool = False) -> FixPlan:
    return plan_fixes(classify(path), unsafe=unsafe)


def copy_of(path: Path, *, unsafe: bool = False, as_book: bool = False) -> tuple[FixedCopy, Path]:
    """The copy beside its list, which stays as it was."""
    original = path.read_bytes()
    result = classify(path)
    copy = fixed_copy(plan_fixes(result, unsafe=unsafe), result, original, as_book=as_book)
    target = path.with_name(f"fixed{'.xlsx' if as_book else path.suffix}")
    target.write_bytes(copy.data)
    assert path.read_bytes() == original
    return copy, target


def told(plan: FixPlan) -> dict[tuple[int, int], str]:
    return {(change.row, change.column): change.after for change in plan.changes}


def left(plan: FixPlan) -> list[tuple[int, str, Obstacle]]:
    return [(found.row, found.field, found.obstacle) for found in plan.not_changed]


def cells(path: Path) -> list[list[Any]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)


# One cell


@pytest.mark.parametrize(
    ("cell", "after", "kinds"),
    [
        ("saraban_06480115@dla.go.th", None, ()),
        (" saraban_06480115@dla.go.th", "saraban_06480115@dla.go.th", ("CLEANED",)),
        ("Saraban_06480115@dla.go.th", "saraban_06480115@dla.go.th", ("CASE",)),
        ("saraban_06480115@DLA.GO.TH\u200b", "saraban_06480115@dla.go.th", ("CLEANED", "CASE")),
        ("สมมติ <saraban@photan.go.th>", "saraban@photan.go.th", ("CLEANED",)),
        ("saraban@photan.go.th, Saraban@photan.go.th", "saraban@photan.go.th", ("CLEANED",)),
        ("mailto:thungsong103@gmail.com", "thungsong103@gmail.com", ("CLEANED",)),
        ("ไม่มี ", None, ()),
        ("", None, ()),
    ],
)
def test_an_address_cell(cell: str, after: str | None, kinds: tuple[str, ...]) -> None:
    found = mended_address(cell)
    if after is None:
        assert found is None
    else:
        assert isinstance(found, Mended)
        assert (found.after, tuple(kind.name for kind in found.kinds)) == (after, kinds)
        assert found.why.th
        assert found.why.en


@pytest.mark.parametrize(
    ("cell", "obstacle"),
    [
        ("saraban_06480115@dla.go.th 042-123456 โทร", Obstacle.OTHER_TEXT),
        ("saraban_06480115@dla.go.th (สถ. ออกให้)", Obstacle.OTHER_TEXT),
        ("a@gmail.com, saraban_06480115@dla.go.th", Obstacle.SEVERAL),
        (" =1+1@dla.go.th", Obstacle.NO_ADDRESS),
        (" -sarabun@photan.go.th", Obstacle.NO_ADDRESS),
        (" s\u0430raban_06480115@dla.go.th", Obstacle.NO_ADDRESS),
        (" saraban@@dla.go.th", Obstacle.NO_ADDRESS),
    ],
)
def test_an_address_cell_that_is_left(cell: str, obstacle: Obstacle) -> None:
    assert mended_address(cell) is obstacle


@pytest.mark.parametrize(
    ("cell", "after", "kinds"),
    [
        ("05471201", None, ()),
        ("5471201", "05471201", ("ZERO",)),
        ("5471201.0", "05471201", ("ZERO", "CODE_CLEANED")),
        ("๕๔๗๑๒๐๑", "05471201", ("ZERO", "CODE_CLEANED")),
        ("๐๕๔๗๑๒๐๑", "05471201", ("CODE_CLEANED",)),
        ("'05471201 ", "05471201", ("CODE_CLEANED",)),
        ("0 5 47 12 01", "05471201", ("CODE_CLEANED",)),
        ("123", None, ()),
        ("9471201", None, ()),
        ("-", None, ()),
    ],
)
def test_a_code_cell(cell: str, after: str | None, kinds: tuple[str, ...]) -> None:
    found = mended_code(cell)
    assert (None if found is None else found.after) == after
    assert found is None or tuple(kind.name for kind in found.kinds) == kinds


# The laws of a plan

MENDED_CODES = {"SB104", "SB205"}


def planned(agencies: Sequence[Assessment], header: Header, *, unsafe: bool) -> FixPlan:
    def judge(address: str, record: AgencyRecord) -> AddressVerdict:
        return judge_address(address, record)

    finished = [finish(agency, published_table()) for agency in agencies]
    return plan_changes(finished, header.columns, judge, unsafe=unsafe)


def applied(rows: Sequence[SourceRow], plan: FixPlan) -> list[SourceRow]:
    held = {row.number: list(row.cells) for row in rows}
    for change in plan.changes:
        held[change.row][change.column] = change.after
    return [row._replace(cells=held[row.number]) for row in rows]


def address_codes(agency: Assessment) -> list[str]:
    return [finding.code for finding in agency.verdict.findings if finding.code not in MENDED_CODES]


@few
@given(st.one_of(any_list(), plausible_list()))
def test_safe_changes_change_no_verdict_and_no_group(made: tuple[Header, list[SourceRow]]) -> None:
    header, rows = made
    before = classified(header, rows).agencies
    plan = planned(before, header, unsafe=False)
    after = classified(header, applied(rows, plan)).agencies
    for old, new in zip(before, after, strict=True):
        assert (new.verdict.state, new.verdict.form) == (old.verdict.state, old.verdict.form)
        assert (new.group, new.record.code) == (old.group, old.record.code)
        assert address_codes(new) == address_codes(old)
    changed = {change.row for change in plan.changes if change.field == "address"}
    named = {found.row for found in plan.not_changed}
    for agency in after:
        said = {finding.code for finding in agency.verdict.findings}
        if agency.record.row in changed:
            assert not said & {*MENDED_CODES, "SB103"}
        elif said & {*MENDED_CODES, "SB103"}:
            assert agency.record.row in named, "what is not mended is said"
    assert all(change.safe and change.before != change.after for change in plan.changes)


@few
@given(st.one_of(any_list(), plausible_list()))
def test_what_a_suggestion_changed_is_correct_and_nothing_is_filled_in(made: tuple[Header, list[SourceRow]]) -> None:
    header, rows = made
    before = classified(header, rows).agencies
    plan = planned(before, header, unsafe=True)
    after = {agency.record.row: agency for agency in classified(header, applied(rows, plan)).agencies}
    suggested = {change.row: change for change in plan.changes if not change.safe}
    stated = [agency.verdict.value.casefold() for agency in after.values() if agency.verdict.value is not None]
    for agency in before:
        new = after[agency.record.row]
        if agency.record.row in suggested:
            assert agency.verdict.state is AddressState.INCORRECT
            assert new.verdict.state is AddressState.CORRECT
            assert new.verdict.value == suggested[agency.record.row].after
            assert stated.count(suggested[agency.record.row].after) == 1
        else:
            assert new.verdict.state is agency.verdict.state


@few
@given(st.one_of(any_list(), plausible_list()), st.booleans())
def test_fixing_what_was_fixed_changes_nothing(made: tuple[Header, list[SourceRow]], unsafe: bool) -> None:
    header, rows = made
    fixed = applied(rows, planned(classified(header, rows).agencies, header, unsafe=unsafe))
    again = planned(classified(header, fixed).agencies, header, unsafe=unsafe)
    assert again.changes == ()


@many
@given(address_cells)
def test_what_is_mended_is_plain_and_begins_no_formula(cell: str) -> None:
    found = mended_address(cell)
    if isinstance(found, Mended):
        assert found.after[0] not in "=+-@"
        assert found.after == found.after.lower()
        assert mended_address(found.after) is None


# A plan


def test_the_plan_of_a_list(tmp_path: Path) -> None:
    plan = plan_of(text_list(tmp_path, [GOOD, DIRTY, WRONG]))
    assert told(plan) == {(3, column): text for column, text in MENDED.items()}
    code, address = plan.changes
    assert (code.kinds, code.before, code.safe) == ((ChangeKind.ZERO,), "6480192", True)
    assert address.kinds == (ChangeKind.CLEANED, ChangeKind.CASE)
    for part in ("ช่องว่าง", "เลขไทย", "คำนำหน้า", "พิมพ์เล็ก"):
        assert part in address.why.th
    assert plan.not_changed == ()


def test_only_a_single_suggestion_is_used_and_only_if_asked(tmp_path: Path) -> None:
    both = row("x@photan.go.th", code="06480194")
    both[ISSUED] = "saraban_06480194@dla.go.th, saraban-photan@lgo.mail.go.th"
    blank, several = row("", code="06480195"), row("a@gmail.com, b@gmail.com", code="06480196")
    noted = row("a@gmail.com (ใหม่)", code="06480197")
    path = text_list(tmp_path, [GOOD, WRONG, both, blank, several, noted])
    assert plan_of(path).changes == ()
    plan = plan_of(path, unsafe=True)
    assert told(plan) == {(3, ADDRESS): "saraban_06480193@dla.go.th"}
    assert (plan.changes[0].origin, plan.changes[0].safe) == (Origin.RECORD, False)
    assert left(plan) == [
        (4, "address", Obstacle.AMBIGUOUS),
        (5, "address", Obstacle.BLANK),
        (6, "address", Obstacle.SEVERAL),
        (7, "address", Obstacle.OTHER_TEXT),
    ]
    assert "saraban_06480195@dla.go.th" in plan.not_changed[1].why.th


def test_a_suggestion_that_would_stand_in_two_rows_is_not_used(tmp_path: Path) -> None:
    twice = [
        row("a@gmail.com", code="6480193"),
        row("b@gmail.com", code="6480193"),
        row("c@gmail.com", code="06480199"),
    ]
    stated = row("saraban_06480199@dla.go.th", code="", name="อบต.อื่นสมมติ")
    plan = plan_of(text_list(tmp_path, [*twice, stated]), unsafe=True)
    assert told(plan) == {(2, CODE): "06480193", (3, CODE): "06480193"}
    assert [found[2] for found in left(plan)] == [Obstacle.TAKEN] * 3


def test_two_agencies_that_state_each_others_address_get_their_own(tmp_path: Path) -> None:
    swapped = [row("saraban_06480192@dla.go.th", "06480191"), row("saraban_06480191@dla.go.th", "06480192")]
    plan = plan_of(text_list(tmp_path, swapped), unsafe=True)
    assert told(plan) == {(2, ADDRESS): "saraban_06480191@dla.go.th", (3, ADDRESS): "saraban_06480192@dla.go.th"}


def test_issued_addresses_are_cleaned_only_where_there_is_one(tmp_path: Path) -> None:
    one, two, said = row(issued=" A@photan.go.th"), row(issued=" a@x.go.th, b@x.go.th"), row(issued="สถ. ออก a@x.go.th")
    plan = plan_of(text_list(tmp_path, [one, two, said]))
    assert told(plan) == {(2, ISSUED): "a@photan.go.th"}
    assert left(plan) == [(4, "issued", Obstacle.OTHER_TEXT)]


def test_damaged_rows_and_errors_are_named_and_left(tmp_path: Path) -> None:
    path = text_list(tmp_path, [DIRTY[:4], row("#REF!", "#N/A"), GOOD])
    plan = plan_of(path)
    assert plan.changes == ()
    assert left(plan) == [
        (2, "row", Obstacle.DAMAGED),
        (3, "code", Obstacle.UNREADABLE),
        (3, "address", Obstacle.UNREADABLE),
    ]


# Text files


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_text_file_stays_itself_but_for_the_changed_cells(
    tmp_path: Path, encoding: str, separator: str, end: str
) -> None:
    odd = ["06480199", 'อบต."ก" สมมติ', "นครพนม", "saraban_06480199@dla.go.th", f"หมายเหตุ{separator} x", *FACTS]
    text = csv_text([["ชื่อเรื่อง", *[""] * 6], HEADINGS, odd, DIRTY, GOOD], separator, end).replace("นครพนม", '"นครพนม"')
    text = text.replace(end + GOOD[CODE], end + end + GOOD[CODE])
    text = text.replace(DIRTY[ADDRESS], f'"{DIRTY[ADDRESS]}"').removesuffix(end)
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    path = tmp_path / "list.csv"
    path.write_bytes(mark + text.encode(encoding))
    copy, target = copy_of(path)
    assert len(copy.plan.changes) == 2
    assert DIRTY[CODE] in text
    expected = text.replace(end + DIRTY[CODE], end + MENDED[CODE]).replace(DIRTY[ADDRESS], MENDED[ADDRESS])
    assert target.read_bytes() == mark + expected.encode(encoding)


def test_a_declared_separator_and_lines_in_cells_keep_the_rows_apart(tmp_path: Path) -> None:
    name = '"อบต.หนึ่ง\nสมมติ"'
    lines = [
        "sep=;",
        ";".join(HEADINGS),
        ";".join([DIRTY[0], name, *DIRTY[2:]]),
        "",
        ";".join([DIRTY[0], *DIRTY[1:]]),
        "",
    ]
    path = tmp_path / "list.csv"
    path.write_text("\n".join(lines), encoding="utf-8", newline="")
    copy, target = copy_of(path)
    assert [change.row for change in copy.plan.changes] == [3, 3, 6, 6]
    text = target.read_text(encoding="utf-8")
    assert text.startswith("sep=;\n")
    assert text.count(MENDED[ADDRESS]) == 2
    assert name in text


def test_what_cannot_be_written_back_as_it_was_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("อีเมลกลาง,ชื่อ\n+saraban@x.go.th,ก\n".replace("อีเมลกลาง", "email"), encoding="utf-7")
    path.write_bytes(b"email,name\n Saraban@x.go.th,+AGEAYg-\n")
    result = classify(path, reading=ListOptions(encoding="utf-7"))
    with pytest.raises(RequestError, match="utf-7"):
        fixed_copy(plan_fixes(result), result, path.read_bytes())


cell_texts = st.text(st.sampled_from('ab,;"\n\rก \t'), max_size=6)


@many
@given(
    st.lists(st.lists(cell_texts, min_size=3, max_size=3), min_size=1, max_size=5),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.tuples(st.integers(0, 4), st.integers(0, 2), cell_texts),
)
def test_records_are_found_and_changed_where_they_stand(
    rows: list[list[str]], separator: str, quoting: Any, change: tuple[int, int, str]
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=quoting).writerows(rows)
    text = out.getvalue()
    found = list(records(text, separator, 0))
    assert "".join(record.text for record in found) == text
    assert [record.cells for record in found] == rows
    number, column, value = change
    record = found[number % len(found)]
    changed = with_cells(record, separator, {column: value})
    [read] = csv.reader(io.StringIO(changed, newline=""), delimiter=separator, strict=True)
    assert read == [*record.cells[:column], value, *record.cells[column + 1 :]]
    assert with_cells(record, separator, {}) == record.text


def test_a_text_file_becomes_a_workbook_of_texts(tmp_path: Path) -> None:
    hostile = row("=cmd|' /C calc'!A0", name="=1+1")
    markup = row("x", name="<r>สมมติ</r>")
    number = row(code="0648019100000000000000", name="1e5")
    text = csv_text([["เรื่อง", "=2+2", *[""] * 5], [], HEADINGS, DIRTY, hostile, markup, number])
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="cp874", newline="")
    copy, target = copy_of(path, as_book=True)
    assert copy.data == copy_of(path, as_book=True)[0].data
    found = openpyxl.load_workbook(target).worksheets[0]
    held = [[cell.value or "" for cell in line] for line in found]
    assert all(cell.data_type == "s" for line in found for cell in line if cell.value is not None)
    assert held[3] == [MENDED.get(column, value) for column, value in enumerate(DIRTY)]
    assert [held[0][:2], held[1], *held[4:]] == [["เรื่อง", "=2+2"], [""] * 7, hostile, markup, number]
    again = classify(target)
    assert [agency.record.code for agency in again.agencies][:2] == ["06480192", "06480191"]
    assert plan_fixes(again).changes == ()
    assert cells(converted(target, "ods", tmp_path))[4][:4] == hostile[:4]


@pytest.mark.parametrize("bad", ["\x07", "\U0001f600" * 20_000])
def test_what_a_workbook_cannot_hold_is_refused_and_not_cut(tmp_path: Path, bad: str) -> None:
    path = text_list(tmp_path, [GOOD, row(name=bad)])
    result = classify(path)
    with pytest.raises(RequestError, match="line 3"):
        fixed_copy(plan_fixes(result), result, path.read_bytes(), as_book=True)


# Workbooks


def changed_cells(before: Path, after: Path) -> set[str]:
    """The cells that differ in the copy; all else, and all other parts, are the same bytes."""
    old, new = zipfile.ZipFile(before), zipfile.ZipFile(after)
    assert new.testzip() is None
    assert new.namelist() == old.namelist()
    for name in old.namelist():
        if name != SHEET:
            assert new.read(name) == old.read(name), name
    was, is_ = (ElementTree.fromstring(archive.read(SHEET)) for archive in (old, new))
    rest = [[frozen(part) for part in sheet if part.tag != f"{MAIN}sheetData"] for sheet in (was, is_)]
    assert rest[0] == rest[1]
    held, now = cells_of(was), cells_of(is_)
    assert list(held) == list(now)
    found = set()
    for place, (line, cell) in held.items():
        assert line.attrib == now[place][0].attrib
        if frozen(cell) != frozen(now[place][1]):
            found.add(place)
            assert cell.get("s") == now[place][1].get("s")
            assert now[place][1].get("t") == "inlineStr"
    return found


def test_only_the_changed_cells_of_a_workbook_differ(tmp_path: Path) -> None:
    hostile = [row(code=6480194.0, address="=cmd", name="=1+1"), row(address="<r>x</r>"), row(address="&<>\"' @")]
    path = book(tmp_path, [GOOD, [6480192, *DIRTY[1:]], WRONG, *hostile])
    copy, target = copy_of(path)
    assert changed_cells(path, target) == {"A3", "D3", "A5"}
    held = cells(target)
    assert held[2] == [MENDED.get(column, value) for column, value in enumerate(DIRTY)]
    assert held[4][:4] == ["06480194", "=1+1", "นครพนม", "=cmd"]
    assert plan_of(target).changes == ()
    assert copy.notes == ()
    assert cells(converted(target, "ods", tmp_path))[2][:4] == held[2][:4]


def test_the_sample_workbook_keeps_all_but_the_changed_cells(tmp_path: Path) -> None:
    path = tmp_path / "agencies.xlsx"
    path.write_bytes((DATA / "agencies.xlsx").read_bytes())
    before = classify(path)
    copy, target = copy_of(path, unsafe=True)
    assert len(changed_cells(path, target)) == len(copy.plan.changes) > 60
    after = classify(target)
    suggested = {change.row for change in copy.plan.changes if not change.safe}
    assert suggested
    for old, new in zip(before.agencies, after.agencies, strict=True):
        if new.record.row in suggested:
            assert (old.verdict.correct, new.verdict.correct) == (False, True)
        else:
            assert (old.verdict.state, old.group) == (new.verdict.state, new.group)
    assert plan_fixes(after, unsafe=True).changes == ()
    opened = cells(converted(target, "ods", tmp_path))
    assert all(opened[change.row - 1][change.column] == change.after for change in copy.plan.changes)


def test_formulas_and_what_they_fill_are_never_changed(tmp_path: Path) -> None:
    dirty = "Saraban_06480192@dla.go.th"
    value = f"<v>{dirty}</v>"
    formulas = [
        Xml(' t="str"', "<f>B9</f>" + value),
        Xml(' t="str"', '<f t="shared" ref="D3:D4" si="0">B10</f>' + value),
        Xml(' t="str"', '<f t="shared" si="0"/>' + value),
        Xml(' t="str"', '<f t="array" ref="D5:D6">B1:B2</f>' + value),
        Xml(' t="str"', value),
        Xml(' t="str" cm="1"', value),
        Xml(' t="str"', "<f>B9</f>"),
        Xml(' t="str"', value),
        Xml(' t="inlineStr"', f"<is><r><rPr><b/></rPr><t>Saraban</t></r><r><t>{dirty[7:]}</t></r></is>"),
        Xml(' t="inlineStr"', f"<is><t><![CDATA[</c> <{dirty}>]]></t></is>"),
        Xml(' t="inlineStr" s="1"', f"<!-- </c> <f/> --><is><t>{dirty}</t></is>"),
    ]
    path = book(
        tmp_path, [[f"0648{i:04}", f"อบต.{i}", "นครพนม", formula] for i, formula in enumerate(formulas, start=100)]
    )
    copy, target = copy_of(path)
    assert changed_cells(path, target) == {"D9", "D10", "D11", "D12"}
    wanted = [Obstacle.FORMULA] * 5 + [Obstacle.SPECIAL, Obstacle.UNREADABLE]
    assert [found[2] for found in left(copy.plan)] == wanted
    assert len(copy.notes) == 1, "formulas may now show something else"


def test_cells_merged_over_rows_are_left(tmp_path: Path) -> None:
    rows = [row(" saraban_06480191@dla.go.th"), row(None), row(" a@gmail.com")]
    merged = '<mergeCells count="2"><mergeCell ref="D2:D3"/><mergeCell ref="D4:E4"/></mergeCells>'
    path = book(tmp_path, [line[:4] for line in rows], after=merged)
    copy, target = copy_of(path)
    assert changed_cells(path, target) == {"D4"}
    assert left(copy.plan) == [(2, "address", Obstacle.MERGED), (3, "address", Obstacle.MERGED)]


def test_a_link_keeps_its_target_and_that_is_said(tmp_path: Path) -> None:
    ids = ("rId1", "rId2", "rId3", "rId4")
    targets = (
        "mailto:Old@x.go.th",
        "mailto:saraban_06480191@dla.go.th?subject=x",
        "https://x.go.th/",
        "mailto:a@x.go.th",
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    relations = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{target}" TargetMode="External"/>'
        for id_, target in zip(ids, targets, strict=True)
    )
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": "<Relationships xmlns="
        f'"http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'
    }
    links = "".join(f'<hyperlink ref="D{line}" r:id="{id_}"/>' for line, id_ in enumerate(ids, start=2))
    rows = [row(" saraban_06480191@dla.go.th")] * 3 + [GOOD]
    path = book(tmp_path, rows, after=f"<hyperlinks>{links}</hyperlinks>", parts=parts)
    copy, target = copy_of(path)
    assert changed_cells(path, target) == {"D2", "D3", "D4"}
    assert [(found.row, found.obstacle, found.found) for found in copy.plan.not_changed] == [
        (2, Obstacle.LINK, "mailto:Old@x.go.th")
    ]


def test_the_sheet_that_was_read_is_the_one_that_is_changed(tmp_path: Path) -> None:
    other = sheet_xml(rows_xml([["ปก"], ["a@b.c"]]))
    data = sheet_xml(rows_xml([HEADINGS, DIRTY], first=3)).replace("<c ", "<x:c ").replace("</c>", "</x:c>")
    data = data.replace("<worksheet ", f'<worksheet xmlns:x="{MAIN[1:-1]}" ')
    path = write_workbook(tmp_path / "list.xlsx", {"ปก": other, "รายชื่อ": Sheet(data, state="hidden")})
    _, target = copy_of(path)
    assert zipfile.ZipFile(target).read(SHEET) == other.encode()
    assert classify(target).agencies[0].verdict.value == MENDED[ADDRESS]


def test_without_changes_the_copy_is_the_same(tmp_path: Path) -> None:
    """A workbook part by part: as a package it is marked as ours."""
    text, workbook = text_list(tmp_path, [GOOD]), book(tmp_path, [GOOD])
    copy, target = copy_of(text)
    assert copy.plan.changes == ()
    assert target.read_bytes() == text.read_bytes()
    copy, target = copy_of(workbook)
    assert copy.plan.changes == ()
    with zipfile.ZipFile(target) as made, zipfile.ZipFile(workbook) as given:
        assert made.namelist() == given.namelist()
        assert all(made.read(name) == given.read(name) for name in given.namelist())


def test_signed_and_strict_workbooks_are_refused(tmp_path: Path) -> None:
    signed = book(tmp_path, [DIRTY], parts={"_xmlsignatures/sig1.xml": "<x/>"})
    result = classify(signed)
    with pytest.raises(RequestError, match="signature"):
        fixed_copy(plan_fixes(result), result, signed.read_bytes())
    result = classify(book(tmp_path, [DIRTY]))
    with pytest.raises(RequestError, match="damaged"):
        fixed_copy(plan_fixes(result), result, b"PK\x03\x04 no longer what was read")
    with pytest.raises(RequestError, match="save it as"):
        fixed_copy(plan_fixes(result), result, b"\xd0\xcf\x11\xe0")


# What is shown


def test_every_letter_of_a_change_can_be_seen() -> None:
    assert for_terminal(visible(" a  b\u00a0\u200b\x1b[31m\n").th) == "␠a␠␠b<U+00A0><U+200B>␛[31m␊"
    assert visible("").en == "(blank)"
    assert visible("x" * 500).en.endswith("x… (100 more characters)")


def test_a_dry_run_shows_all_and_writes_nothing(tmp_path: Path) -> None:
    rows = [[f"648{i:04}", *DIRTY[1:]] for i in range(100, 115)]
    path = text_list(tmp_path, rows)
    done = run("fix", path, "--dry-run", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == [path]
    assert done.stdout.count("  - ") == done.stdout.count("  + ") == 30
    for part in (
        "แถว 2 · อีเมลกลาง · อบต.สองสมมติ",
        "  - ␠E-mail: Saraban_๐๖๔๘๐๑๙๒@DLA.go.th.␠",
        "จะแก้ 30 เซลล์ ใน 15 แถว",
    ):
        assert part in done.stdout
    few_ = run("fix", path, "--dry-run", "-q", "--limit", "2", "--lang", "en").stdout
    assert "shown 2 of 30" in few_
    assert few_.count("  + ") == 2
    assert "--limit 30" in few_


def test_the_copy_is_written_and_the_input_is_not(tmp_path: Path) -> None:
    path = book(tmp_path, [GOOD, DIRTY])
    before = path.read_bytes()
    done = run("fix", path, "-o", tmp_path / "new.xlsx", "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert path.read_bytes() == before
    assert "Changed in the copy: cells 2, rows 1" in done.stdout
    assert "row 3 · อีเมลกลาง (D3)" in done.stdout
    assert "wrote" in done.stderr
    again = run("fix", tmp_path / "new.xlsx", "-o", tmp_path / "newer.xlsx", "--lang", "en", "-q")
    assert again.returncode == 0
    assert "No cell has to be changed" in again.stdout
    assert (tmp_path / "newer.xlsx").read_bytes() == (tmp_path / "new.xlsx").read_bytes()


@pytest.mark.parametrize("unsafe", [True, False])
def test_the_json_tells_the_same(tmp_path: Path, unsafe: bool) -> None:
    path = tmp_path / "agencies.xlsx"
    path.write_bytes((DATA / "agencies.xlsx").read_bytes())
    options = ["--unsafe"] if unsafe else []
    done = run("fix", path, "-o", tmp_path / "new.xlsx", "--format", "json", "--lang", "en", *options)
    found = by_contract("fix", done.stdout)
    assert (found.unsafe, found.output) == (unsafe, str(tmp_path / "new.xlsx"))
    plan = plan_of(path, unsafe=unsafe)
    assert [(c.row, c.before, c.after) for c in found.changes] == [(c.row, c.before, c.after) for c in plan.changes]
    assert [n.row for n in found.not_changed] == sorted(n.row for n in found.not_changed)
    assert found.summary.changed_cells == len(plan.changes)
    assert any(change.origin is not None for change in found.changes) is unsafe
    dry = json.loads(run("fix", path, "--dry-run", "--format", "json", "--lang", "en", *options).stdout)
    assert dry == {**json.loads(done.stdout), "output": None}


def test_standard_input_is_read_like_any_file(tmp_path: Path) -> None:
    for path, name in ((text_list(tmp_path, [DIRTY]), "new.csv"), (book(tmp_path, [DIRTY]), "new.xlsx")):
        target = tmp_path / name
        assert run("fix", "-", "-o", target, "-q", stdin=path.read_bytes()).returncode == 0
        assert classify(target).agencies[0].verdict.value == MENDED[ADDRESS]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("list.csv",), "--dry-run"),
        (("list.csv", "-o", "-"), "name a file"),
        (("list.csv", "-o", "list.csv"), "never written over"),
        (("list.csv", "-o", "link.csv"), "never written over"),
        (("list.csv", "-o", "new.ods"), ".csv / .xlsx"),
        (("list.xlsx", "-o", "new.csv"), ".xlsx"),
        (("list.xlsx", "-o", "new.xlsm"), ".xlsx"),
        (("list.ods", "-o", "new.xlsx"), "save it as .xlsx first"),
        (("list.csv", "-o", "nowhere/new.csv"), "no folder"),
        (("missing.csv", "-o", "new.csv"), "no such file"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_wrong_request_is_one_sentence_and_writes_nothing(tmp_path: Path, args: tuple[str, ...], said: str) -> None:
    text_list(tmp_path, [DIRTY])
    book(tmp_path, [DIRTY])
    (tmp_path / "link.csv").symlink_to(tmp_path / "list.csv")
    if args[0] == "list.ods":
        converted(tmp_path / "list.xlsx", "ods", tmp_path).rename(tmp_path / "list.ods")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    done = run("fix", *args, "--lang", "en", "-q", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1, done.stderr
    assert said in done.stderr
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_full_disk_or_a_folder_that_is_read_only_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "new.csv").write_text("old", encoding="utf-8")
    path = text_list(tmp_path, [DIRTY])

    def no_large_files() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))

    done = run("fix", path, "-o", folder / "new.csv", "--lang", "en", "-q", before=no_large_files)
    assert done.returncode == 2, done.stderr
    assert (folder / "new.csv").read_text(encoding="utf-8") == "old"
    assert [found.name for found in folder.iterdir()] == ["new.csv"]


def test_hostile_cells_do_nothing_on_the_screen_and_in_json(tmp_path: Path) -> None:
    texts = ("[/red] a@x.go.th.", "\x1b[31ma@x.go.th ", "::error::\n A@x.go.th", "##[group]a@x.go.th, b@x.go.th")
    path = text_list(tmp_path, [row(text, name=text) for text in texts])
    for format_ in ("screen", "json"):
        done = run("fix", path, "--dry-run", "--format", format_, "-q", env={"GITHUB_ACTIONS": "true"})
        assert done.returncode == 0, done.stderr
        assert "\x1b" not in done.stdout
        assert "##[" not in done.stdout
        assert not any(line.lstrip().startswith("::") for line in done.stdout.splitlines())


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit(width: int) -> None:
    result = classify(DATA / "agencies.csv")
    plan = plan_fixes(result, unsafe=True)
    for lang in ("th", "en"):
        for target in (None, "a long name of a copy.csv"):
            report = FixReport(plan, result, "agencies.csv", target, lang)
            lines = render_screen(fix_document(report), lang, Style(width)).splitlines()
            assert max(map(cell_width, lines)) <= width


def test_a_csv_for_excel_is_warned_of(tmp_path: Path) -> None:
    path = text_list(tmp_path, [DIRTY])
    done = run("fix", path, "-o", tmp_path / "new.csv", "--lang", "en")
    assert "Excel drops the zero" in done.stderr
    done = run("fix", path, "-o", tmp_path / "new.xlsx", "--lang", "en")
    assert "Excel drops the zero" not in done.stderr
