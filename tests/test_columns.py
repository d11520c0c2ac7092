"""Which column serves as which field, by headings and cells, and what is said of the others (decisions: Lists)."""

import csv
import json
import shlex
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

import pytest
from tests.contract import by_contract
from tests.support import CASES, read_cases

from saraban_check import InputError, RequestError, classify
from saraban_check.formats import Result, writers_of
from saraban_check.intake.column_contents import Contents
from saraban_check.intake.columns import UnusedColumn, assign_columns
from saraban_check.intake.headings import read_mapping, read_required
from saraban_check.intake.options import ListOptions
from saraban_check.intake.source import open_table
from saraban_check.intake.table import Table
from saraban_check.machine.ci_notes import list_notes
from saraban_check.model.record import FIELDS
from saraban_check.model.text import Lang
from saraban_check.reference.fields import FIELD_NAMES
from saraban_check.report.escape import cell_width
from saraban_check.report.layout import wrap
from saraban_check.report.our_cells import SUGGESTED
from saraban_check.report.run import Report
from saraban_check.report.words.column_notes import column_doubts, column_notes

WRITERS = writers_of(Result.CLASSIFY)

ADDRESS, OTHER = "saraban_06480191@dla.go.th", "saraban_06490191@dla.go.th"
CASE_FILE = read_cases(CASES / "columns.csv")


def _write(path: Path, *rows: Sequence[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def _table(tmp_path: Path, *rows: Sequence[str], require: str = "", mapping: Sequence[str] = ()) -> Table:
    options = ListOptions(mapping=read_mapping(mapping), required=read_required(require) if require else ())
    return open_table(_write(tmp_path / "list.csv", *rows), options)


def _notes(table: Table, lang: Lang = "en", most: int | None = None) -> list[str]:
    return [note.say(lang) for note in column_notes(table, most)]


@pytest.mark.parametrize("case", CASE_FILE, ids=lambda case: f"line{case['line']}")
def test_columns_of_a_list(case: dict[str, str]) -> None:
    """`expected` says of each column which field it serves as, `?field` what it probably is, `-` neither."""
    names, *rows = (line.split("|") for line in case["table"].split("\n"))
    columns = zip_longest(*rows, fillvalue="")
    found = assign_columns(
        names, {}, [Contents(cells) for cells in columns], lambda at: {r[at] for r in rows} <= {"48", "49"}
    )
    said = ["-" if name else "" for name in names]
    for column in found.unused:
        said[column.at] = "-" if column.probably is None else f"?{column.probably}"
    for field, at in found.columns.items():
        said[at] = field
    assert said == case["expected"].split("|"), case["note"]
    assert {column.at for column in found.unused} | set(found.columns.values()) >= {
        at for at, name in enumerate(names) if name
    }


def test_every_field_has_words_in_both_languages() -> None:
    assert set(FIELD_NAMES) == set(FIELDS)


def test_a_number_deep_down_that_is_no_province_takes_the_column_away(tmp_path: Path) -> None:
    heads = ["จังหวัด", "ชื่อหน่วยงาน", "อีเมล"]
    rows = [["48", f"อบต.บ้าน{n}", f"saraban_0648{n:04}@dla.go.th"] for n in range(300)]
    assert _table(tmp_path, heads, *rows).header.columns == {"province": 0, "name": 1, "address": 2}
    table = _table(tmp_path, heads, *rows, ["99", "อบต.ท่าข้าม", ADDRESS])
    assert table.header.columns == {"name": 1, "address": 2}
    assert table.unused == (UnusedColumn(0, "จังหวัด", None, "cells"),)


def test_map_rules_over_what_the_cells_say(tmp_path: Path) -> None:
    heads, row = ["ProvinceNo", "ProvinceNameThai", "Status", "E-mail"], ["77", "บึงกาฬ", "A", ADDRESS]
    table = _table(tmp_path, heads, row, mapping=["province=ProvinceNo", "delivery=Status"])
    assert table.header.columns == {"province": 0, "delivery": 2, "address": 3}
    assert [column.heading for column in table.unused] == ["ProvinceNameThai"]


def test_the_setting_that_would_use_a_column_uses_it(tmp_path: Path) -> None:
    rows = (["หน่วยงาน", "อีเมล", "ผล ส่ง"], ["อบต.ท่าข้าม", ADDRESS, "ส่งได้"])
    (column,) = _table(tmp_path, *rows).unused
    assert (column.probably, column.column, column.option) == ("delivery", "C", '--map delivery="ผล ส่ง"')
    assert column.setting is not None
    assert _table(tmp_path, *rows, mapping=[column.setting]).header.columns["delivery"] == 2


@pytest.mark.parametrize(
    ("heading", "option"),
    [
        ('ผลส่ง "รอบ 2"', "--map 'delivery=ผลส่ง \"รอบ 2\"'"),
        ("ผลส่ง $(rm)", "--map 'delivery=ผลส่ง $(rm)'"),
        ("ผลส่ง\nรอบ 2", '--map delivery="ผลส่ง รอบ 2"'),
        ("ผลส่ง\x1b[2J", None),
    ],
)
def test_an_option_can_be_pasted_into_a_shell(heading: str, option: str | None) -> None:
    found = assign_columns(["อีเมล", heading], {}, [Contents([ADDRESS]), Contents(["ส่งได้"])])
    assert found.unused[0].probably == "delivery"
    assert found.unused[0].option == option


def test_columns_that_headings_cannot_tell_apart_have_no_option() -> None:
    found = assign_columns(["อีเมล", "อีเมล"], {}, [Contents([ADDRESS]), Contents([OTHER])])
    assert (found.columns, found.unused[0].probably, found.unused[0].option) == ({"address": 0}, "address", None)


def test_column_letters_go_on_after_z() -> None:
    assert [UnusedColumn(at, "").column for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_two_lines_where_nothing_is_remarkable(tmp_path: Path) -> None:
    table = _table(tmp_path, ["หน่วยงาน", "จังหวัด", "อีเมล", "โทร."], ["อบต.ท่าข้าม", "นครพนม", ADDRESS, "042000000"])
    assert _notes(table) == [
        "columns: name = “หน่วยงาน”, province = “จังหวัด”, address = “อีเมล”",
        "columns not used: “โทร.”",
    ]
    assert _notes(table, "th")[0] == "คอลัมน์ที่ใช้: ชื่อหน่วยงาน = “หน่วยงาน”, จังหวัด, ที่อยู่อีเมล = “อีเมล”"


def test_each_unused_column_that_is_probably_a_field_has_its_sentence(tmp_path: Path) -> None:
    heads = ["Timestamp", "Email Address", "ชื่อหน่วยงาน", "อีเมลสารบรรณกลาง", "ผลส่ง", "Status"]
    table = _table(tmp_path, heads, ["17/2/2026", "clerk@gmail.com", "อบต.ท่าข้าม", ADDRESS, "ส่งได้", "อื่น"])
    assert _notes(table)[1:] == [
        "columns not used: “Timestamp”, “Status” (its cells are not what its heading says)",
        "“Email Address” (column B) is not used: “อีเมลสารบรรณกลาง” serves as the address; "
        'to use it: --map address="Email Address"',
        '“ผลส่ง” (column E) is not used, but is probably the delivery; to use it: --map delivery="ผลส่ง"',
    ]


def test_a_screen_says_how_many_columns_it_does_not_name(tmp_path: Path) -> None:
    heads = ["อีเมล", *(f"x{n}" for n in range(20))]
    table = _table(tmp_path, heads, [ADDRESS, *["y"] * 20])
    assert _notes(table, most=3)[1] == "columns not used: “x0”, “x1”, “x2” and 17 more"
    assert "x19" in _notes(table)[1]


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("name", ["md", "html", "json", "xlsx"])
def test_every_report_names_the_columns(tmp_path: Path, name: str, lang: Lang) -> None:
    file = _write(tmp_path / "list.csv", ["หน่วยงาน", "อีเมล", "ผลส่ง<b>"], ["อบต.ท่าข้าม", ADDRESS, "ส่งได้"])
    result = classify(file)
    data = b"".join(WRITERS[name].write(Report(result, lang, "list.csv")))
    if name == "json":
        unused = by_contract("classify", data).source.columns_unused
        assert unused == [
            {
                "heading": "ผลส่ง<b>",
                "column": "C",
                "probably": "delivery",
                "why": "words",
                "map": '--map delivery="ผลส่ง<b>"',
            }
        ]
        assert json.loads(data)["source"]["columns"] == {"name": "หน่วยงาน", "address": "อีเมล"}
    elif name == "xlsx":
        import io

        import openpyxl

        sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        cells = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value}
        assert {note.say(lang) for note in column_notes(result.source)} <= cells
    else:
        said = {"th": "น่าจะเป็นช่อง “สถานะการส่ง”", "en": "is probably the delivery"}[lang]
        assert said in data.decode()
        assert "ผลส่ง<b>" not in data.decode()


def test_an_address_column_of_postal_addresses_is_none(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        _table(tmp_path, ["หน่วยงาน", "Address"], ["อบต.ท่าข้าม", "99 หมู่ 1 ต.ท่าข้าม"])
    assert "no address column" in error.value.say("en")


@pytest.mark.parametrize(
    "rows",
    [
        [["อบต.ท่าข้าม", ADDRESS], ["อบต.บางสมมติ", OTHER]],
        [["", ""], ["อบต.ท่าข้าม", ADDRESS]],
        [["6480191", "อบต.ท่าข้าม"], ["6480192", "อบต.บางสมมติ"]],
    ],
    ids=["address", "blank line above", "code"],
)
def test_a_file_without_a_header_is_said_to_have_none(tmp_path: Path, rows: list[list[str]]) -> None:
    with pytest.raises(InputError) as error:
        _table(tmp_path, *rows)
    line = 1 if any(rows[0]) else 2
    for lang in ("th", "en"):
        assert "--map" not in error.value.say(lang)
    assert f"line {line} already holds data; add a row of headings" in error.value.say("en")


def test_a_title_with_an_address_above_headings_is_no_data(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        _table(tmp_path, ["ติดต่อ a@b.go.th", ""], ["ชื่อหน่วยงาน", "จังหวัด"], ["อบต.ท่าข้าม", "นครพนม"])
    assert "--map address=" in error.value.say("en")


def test_required_columns_that_are_missing_are_named(tmp_path: Path) -> None:
    rows = (["หน่วยงาน", "อีเมล"], ["อบต.ท่าข้าม", ADDRESS])
    with pytest.raises(InputError) as error:
        _table(tmp_path, *rows, require="name, code,province")
    said = error.value.say("en")
    assert "code, province" in said
    assert "หน่วยงาน, อีเมล" in said
    assert "รหัส อปท. (code), จังหวัด (province)" in error.value.say("th")
    assert _table(tmp_path, *rows, require="name,address").header.columns == {"name": 0, "address": 1}


def test_the_joint_column_serves_as_notice_and_posted(tmp_path: Path) -> None:
    rows = (["อีเมล", "มีประกาศฯ ม.10 และลงข้อมูลในระบบ info.go.th"], [ADDRESS, "✓"])
    assert "notice_and_posted" in _table(tmp_path, *rows, require="notice,posted").header.columns


@pytest.mark.parametrize("setting", ["delivry", "", ","])
def test_a_required_field_that_there_is_not_names_the_fields(setting: str) -> None:
    with pytest.raises(RequestError) as error:
        read_required(setting)
    assert "notice_and_posted" in error.value.say("en")


def test_of_two_equal_headings_the_other_is_named() -> None:
    found = assign_columns(
        ["ชื่อหน่วยงาน", "อีเมล", "E-mail"], {}, [Contents(["อบต.ท่าข้าม"]), Contents([ADDRESS]), Contents([OTHER])]
    )
    assert [(column.heading, column.why) for column in found.unused] == [("E-mail", "rival")]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_what_we_suggested_is_not_taken_for_the_list_s_own(lang: Lang) -> None:
    found = assign_columns(["อีเมล", SUGGESTED.say(lang)], {}, [Contents(["a@gmail.com"]), Contents([ADDRESS])])
    assert found.columns == {"address": 0}
    assert found.unused[0].probably is None


@pytest.mark.parametrize("heading", ["“ผลส่ง”", '"ผลส่ง" รอบ 2', "‘ผลส่ง’"])
def test_a_heading_in_quotes_can_be_named(tmp_path: Path, heading: str) -> None:
    rows = (["หน่วยงาน", "อีเมล", heading], ["อบต.ท่าข้าม", ADDRESS, "ส่งได้"])
    (column,) = _table(tmp_path, *rows).unused
    assert column.option is not None
    (_, setting) = shlex.split(column.option)
    assert _table(tmp_path, *rows, mapping=[setting]).header.columns["delivery"] == 2


@pytest.mark.parametrize(
    ("one", "other", "advice"),
    [
        ('notice="สถานะ ม.10"', "posted=สถานะม10", '--map notice_and_posted="สถานะม10"'),
        ("address=อีเมล", "issued=E-mail", "name another heading"),
    ],
)
def test_two_fields_cannot_have_one_heading(tmp_path: Path, one: str, other: str, advice: str) -> None:
    with pytest.raises(RequestError) as error:
        read_mapping([one, other])
    assert advice in error.value.say("en")
    fields = dict(setting.split("=") for setting in (one, other))
    with pytest.raises(RequestError):
        classify(_write(tmp_path / "list.csv", ["หน่วยงาน", "อีเมล", "สถานะ ม.10"]), reading=ListOptions(mapping=fields))


@pytest.mark.parametrize("width", [20, 40, 80, 120])
@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_line_never_ends_within_an_option(width: int, lang: Lang, tmp_path: Path) -> None:
    heading = 'ผลส่ง อีเมล "รอบ 2" ของหน่วยงานในจังหวัด และ อปท. ทั้งหมด ปี 2569'
    table = _table(tmp_path, ["หน่วยงาน", "อีเมล", "ผล ส่ง", heading], ["อบต.ท่าข้าม", ADDRESS, "ส่งได้", "ส่งได้"])
    for column, note in zip(table.unused, column_doubts(table), strict=True):
        lines = wrap(note.say(lang), width, 2)
        assert column.option is not None
        assert any(column.option in line for line in lines)
        assert all(cell_width(line) <= width for line in lines if "--map" not in line)
        assert " ".join("".join(lines).split()).replace(" ", "") == note.say(lang).replace(" ", "")


def test_what_is_said_in_thai_reads_well_with_any_field(tmp_path: Path) -> None:
    heads = ["หน่วยงาน", "อีเมล", "ลงแล้ว info", "E-mail", "อีเมล", "ประกาศ", ""]
    table = _table(tmp_path, heads, ["อบต.ท่าข้าม", ADDRESS, "✓", OTHER, "", "ดูแฟ้ม", "นครพนม"])
    assert _notes(table, "th") == [
        "คอลัมน์ที่ใช้: ชื่อหน่วยงาน = “หน่วยงาน”, ที่อยู่อีเมล = “อีเมล”",
        "คอลัมน์ที่ไม่ได้ใช้: “ประกาศ” (ข้อมูลไม่ตรงกับหัวคอลัมน์)",
        '“ลงแล้ว info” (คอลัมน์ C) ไม่ได้ใช้ แต่น่าจะเป็นช่อง “ลงใน info.go.th” ถ้าจะใช้: --map posted="ลงแล้ว info"',
        '“E-mail” (คอลัมน์ D) ไม่ได้ใช้ เพราะใช้ “อีเมล” (คอลัมน์ B) เป็นช่อง “ที่อยู่อีเมล” แล้ว ถ้าจะใช้: --map address="E-mail"',
        "“อีเมล” (คอลัมน์ E) ไม่ได้ใช้ เพราะใช้ “อีเมล” (คอลัมน์ B) เป็นช่อง “ที่อยู่อีเมล” แล้ว ถ้าจะใช้ ให้ตั้งชื่อหัวคอลัมน์ไม่ซ้ำกับคอลัมน์อื่น",
        "คอลัมน์ G (ไม่มีหัวคอลัมน์) น่าจะเป็นช่อง “จังหวัด” ถ้าจะใช้ ให้ตั้งชื่อหัวคอลัมน์",
    ]


@pytest.mark.parametrize(("count", "last"), [(13, "“อีเมล 12”"), (15, "3 more columns are not used")])
def test_of_many_doubts_the_number_of_the_others_is_said(tmp_path: Path, count: int, last: str) -> None:
    heads = ["หน่วยงาน", "อีเมลกลาง", *(f"อีเมล {n}" for n in range(count))]
    table = _table(tmp_path, heads, ["อบต.ท่าข้าม", *[ADDRESS] * (count + 1)])
    doubts = list(column_doubts(table, 12))
    assert len(doubts) == 13
    assert doubts[-1].en.startswith(last)
    assert count == 13 or doubts[-1].th == "ยังมีคอลัมน์ที่ไม่ได้ใช้อีก 3 คอลัมน์"


def test_markdown_never_cuts_what_it_says_of_the_columns(tmp_path: Path) -> None:
    heads = ["หน่วยงาน", "อีเมล", *(f"หัวข้อที่ยาวมากและไม่ได้ใช้ {n}" for n in range(30))]
    rows = [["อบต.ท่าข้าม", ADDRESS, *["x"] * 30], *(["รวมทั้งสิ้น", str(n), *[""] * 30] for n in range(12))]
    result = classify(_write(tmp_path / "list.csv", heads, *rows))
    text = b"".join(WRITERS["md"].write(Report(result, "en", "list.csv"))).decode()
    assert "and 18 more" in text
    assert "· and 2 more" in text
    assert " …" not in text


def _in_ci(tmp_path: Path, name: str, extra: int = 0) -> tuple[str, list[str]]:
    """A report of a list with a total under it and a column that probably is a field; and what is to be said of it."""
    rows = [["อบต.ท่าข้าม", ADDRESS, "ส่งได้", "x"], *([f"อบต.บางสมมติ {n}", "", "", ""] for n in range(extra))]
    heads = ["หน่วยงาน", "อีเมล", "ผลส่ง##[x]", "โทร."]
    result = classify(_write(tmp_path / "list.csv", heads, *rows, ["รวมทั้งสิ้น", "5", "", ""]))
    written = b"".join(WRITERS[name].write(Report(result, "en", "list.csv"))).decode()
    return written, [note.en for note in list_notes(result)]


def test_sarif_names_rows_and_columns_as_notifications(tmp_path: Path) -> None:
    written, notes = _in_ci(tmp_path, "sarif")
    (invocation,) = json.loads(written)["runs"][0]["invocations"]
    told = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is True
    assert [one["message"]["text"] for one in told] == notes
    assert {one["level"] for one in told} == {"note"}
    assert {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in told} == {"list.csv"}
    assert [note.split(":")[0] for note in notes[:3]] == [
        "Not counted as agencies, 1 rows",
        "columns",
        "columns not used",
    ]
    assert "is probably the delivery" in notes[3]


def test_junit_names_rows_and_columns_under_the_suite(tmp_path: Path) -> None:
    import defusedxml.ElementTree as Xml

    written, notes = _in_ci(tmp_path, "junit")
    (suite,) = Xml.fromstring(written).findall("testsuite")
    assert (suite.findtext("system-out") or "").split("\n") == notes
    assert suite[-1].tag == "system-out"
    assert suite.get("tests") == "1"
    assert "##[" not in written


@pytest.mark.parametrize("extra", [0, 30])
def test_github_has_one_notice_for_rows_and_columns(tmp_path: Path, extra: int) -> None:
    written, notes = _in_ci(tmp_path, "github", extra)
    notices = [line for line in written.splitlines() if line.startswith("::notice")]
    assert len(notices) <= 10
    assert notices[0].startswith("::notice file=list.csv,line=1,title=rows and columns not used::Not counted")
    assert "is probably the delivery" in notices[0]
    assert "%0A" in notices[0]
    assert sum("rows and columns" in line for line in notices) == 1
    assert notes[1] not in written


def test_github_says_nothing_of_a_list_of_which_all_is_used(tmp_path: Path) -> None:
    result = classify(_write(tmp_path / "list.csv", ["หน่วยงาน", "อีเมล", "โทร."], ["อบต.ท่าข้าม", ADDRESS, "x"]))
    written = b"".join(WRITERS["github"].write(Report(result, "en", "list.csv"))).decode()
    assert "not used" not in written


def test_a_heading_that_is_named_just_so_is_used_though_another_reads_alike(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("ชื่อหน่วยงาน,E-mail,อีเมล์\nอบต.ก,a@gmail.com,saraban_06630101@dla.go.th\n", encoding="utf-8")
    for wanted in ("E-mail", "อีเมล์"):
        source = classify(path, reading=ListOptions(mapping={"address": wanted})).source
        assert source.header.names[source.header.columns["address"]] == wanted
    hints = [
        column.option for column in classify(path, reading=ListOptions(mapping={"address": "E-mail"})).source.unused
    ]
    assert hints == ['--map address="อีเมล์"']
