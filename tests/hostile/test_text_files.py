"""Hostile text files: encodings, separators, shapes and sizes. Each is read in full, or refused in one sentence."""

import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.support import classified, codes, csv_text, memory_limit, refused, rows_xml, run, sheet_xml, write_workbook

HEADINGS = ["รหัส", "หน่วยงาน", "จังหวัด", "อีเมล", "ประกาศ ม.10", "ลงใน info.go.th", "สถานะการส่งอีเมล"]
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files on Windows")


def agency(number: int, name: str = "อบต.ตัวอย่าง") -> list[str]:
    """An agency of group A1; its words exist in Windows-874 too."""
    code = f"0648{number:04}"
    return [code, name, "นครพนม", f"saraban_{code}@dla.go.th", "มี", "ลงแล้ว", "ส่งได้"]


NAMES = ["อบต.หนึ่ง", "อบต.สอง", "อบต.สาม"]
ROWS = [HEADINGS, *(agency(number, name) for number, name in enumerate(NAMES, start=1))]


def save(folder: Path, data: bytes | str, name: str = "agencies.csv") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def names(found: dict[str, Any]) -> list[str]:
    return [one["name"] for one in found["agencies"]]


def rows_of(found: dict[str, Any]) -> list[int]:
    return [one["row"] for one in found["agencies"]]


def assert_all_three(found: dict[str, Any]) -> None:
    """The agencies of ROWS are there, whole and judged."""
    assert names(found) == NAMES
    assert found["summary"]["groups"]["A1"] == 3


ENCODINGS = {
    "utf-8": (b"", "utf-8"),
    "utf-8 with bom": (b"\xef\xbb\xbf", "utf-8"),
    "utf-16 little-endian": (b"\xff\xfe", "utf-16-le"),
    "utf-16 big-endian": (b"\xfe\xff", "utf-16-be"),
    "windows-874": (b"", "cp874"),
}


@pytest.mark.parametrize(("bom", "encoding"), ENCODINGS.values(), ids=ENCODINGS.keys())
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"], ids=["CRLF", "LF", "CR"])
def test_every_encoding_is_read_whole_with_every_line_end(tmp_path: Path, bom: bytes, encoding: str, end: str) -> None:
    found = classified(save(tmp_path, bom + csv_text(ROWS, end=end).encode(encoding)))
    assert_all_three(found)
    assert rows_of(found) == [2, 3, 4]


def test_the_last_line_needs_no_line_end(tmp_path: Path) -> None:
    assert_all_three(classified(save(tmp_path, csv_text(ROWS).rstrip())))


def test_windows_874_with_curly_quotes_and_dashes_is_read(tmp_path: Path) -> None:
    rows = [HEADINGS, agency(1, "“อบต.หนึ่ง” – ทดสอบ…")]
    path = save(tmp_path, csv_text(rows).encode("cp874"))
    assert names(classified(path)) == ["“อบต.หนึ่ง” – ทดสอบ…"]
    assert "cp874" in run("classify", path).stderr


@pytest.mark.parametrize("byte", [0x81, 0x90, 0xDB, 0xFF])
def test_a_byte_that_windows_874_does_not_have_is_refused_with_its_line(tmp_path: Path, byte: int) -> None:
    data = csv_text(ROWS).encode("cp874").replace("สอง".encode("cp874"), bytes([byte]))
    said = refused(save(tmp_path, data))
    assert "agencies.csv" in said
    assert "line 3" in said
    assert f"0x{byte:02X}" in said


def test_the_line_of_a_bad_byte_is_right_in_a_long_file(tmp_path: Path) -> None:
    # the file is read in pieces; the bad byte stands beyond the first ones
    good = csv_text([agency(1)]).encode("cp874")
    before = (3 << 20) // len(good)
    said = refused(save(tmp_path, csv_text([HEADINGS]).encode("cp874") + good * before + b"\xff" + good))
    assert f"line {before + 2:,}" in said or f"line {before + 2}" in said


def test_mixed_encodings_are_refused_with_a_line(tmp_path: Path) -> None:
    first, second, third = (csv_text([row]) for row in ROWS[1:])
    data = csv_text([HEADINGS]).encode("utf-8") + first.encode() + second.encode("cp874") + third.encode()
    said = refused(save(tmp_path, data))
    assert re.search(r"line [0-9]+", said)
    assert "byte 0x" in said


def test_a_byte_that_the_wanted_encoding_does_not_have_is_refused(tmp_path: Path) -> None:
    data = csv_text(ROWS).encode("utf-8").replace("สอง".encode(), b"\xff")
    said = refused(save(tmp_path, data), "--encoding", "utf-8")
    assert "line 3" in said
    assert "utf-8" in said


@pytest.mark.parametrize("data", [b"\xff\xfe", b"\xff\xfea", b"\xfe\xff\xd8\x00", b"\xef\xbb\xbf"])
def test_nothing_but_a_bom_or_half_a_character_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "agencies.csv" in refused(save(tmp_path, data))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_without_a_mark_are_refused_and_not_read_as_something_else(
    tmp_path: Path, encoding: str
) -> None:
    assert "agencies.csv" in refused(save(tmp_path, csv_text(ROWS).encode(encoding)))


@pytest.mark.parametrize("encoding", ["zlib", "rot13", "no-such", "idna", "utf-8\x1b[2J", "../x", ""])
def test_an_encoding_that_is_none_is_refused(tmp_path: Path, encoding: str) -> None:
    refused(save(tmp_path, csv_text(ROWS)), f"--encoding={encoding}")


def test_nul_bytes_lose_no_row(tmp_path: Path) -> None:
    import openpyxl

    path = save(tmp_path, csv_text([HEADINGS, agency(1, "อบต.\x00หนึ่ง"), agency(2)]))
    found = classified(path, "-o", tmp_path / "out.xlsx", "-o", tmp_path / "out.csv")
    assert rows_of(found) == [2, 3]
    assert found["agencies"][1]["group"] == "A1"
    assert "\x00" not in run("classify", path, "--only", "A").stdout
    assert b"\x00" not in (tmp_path / "out.csv").read_bytes()
    assert openpyxl.load_workbook(tmp_path / "out.xlsx")["Agencies"].max_row == 3


def test_a_file_of_nothing_but_nul_bytes_is_refused(tmp_path: Path) -> None:
    refused(save(tmp_path, b"\x00" * 100_000))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_separator_is_found(tmp_path: Path, separator: str) -> None:
    assert_all_three(classified(save(tmp_path, csv_text(ROWS, separator))))


@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["without bom", "with bom"])
@pytest.mark.parametrize(("first", "separator"), [("sep=;", ";"), ('"sep=;"', ";"), ("SEP=|", "|"), ("sep=\t", "\t")])
def test_a_first_line_that_names_the_separator_is_obeyed(tmp_path: Path, bom: str, first: str, separator: str) -> None:
    found = classified(save(tmp_path, f"{bom}{first}\r\n" + csv_text(ROWS, separator)))
    assert_all_three(found)
    assert found["source"]["header_row"] == 2
    assert rows_of(found) == [3, 4, 5]


def test_a_wrong_separator_line_does_not_lose_the_rows_in_silence(tmp_path: Path) -> None:
    refused(save(tmp_path, "sep=;\r\n" + csv_text(ROWS, ",")))


def test_one_column_is_a_list(tmp_path: Path) -> None:
    found = classified(save(tmp_path, "อีเมล\nsaraban_06480115@dla.go.th\nsaraban-photan@lgo.mail.go.th\n"))
    assert [one["address"]["form"] for one in found["agencies"]] == ["dla", "lgo"]
    assert found["summary"]["undetermined"] == 2


def test_rows_with_too_few_or_too_many_cells_are_kept_marked_and_not_judged(tmp_path: Path) -> None:
    rows = [HEADINGS, agency(1)[:-2], [*agency(2), "เกิน", "มา"], [*agency(3), "", ""], agency(4)]
    found = classified(save(tmp_path, csv_text(rows)))
    assert rows_of(found) == [2, 3, 4, 5]
    for damaged in found["agencies"][:2]:
        assert damaged["group"] == "undetermined"
        assert "SB904" in codes(damaged)
        assert damaged["address"]["correct"] is None
    assert [one["group"] for one in found["agencies"][2:]] == ["A1", "A1"]


def test_the_cells_of_a_ragged_row_are_in_the_report(tmp_path: Path) -> None:
    path = save(tmp_path, csv_text([HEADINGS, agency(1)[:-2], [*agency(2), "ช่องเกิน"], agency(3)]))
    report = run("classify", path, "--format", "csv", "-q").stdout
    assert agency(1)[3] in report
    assert "ช่องเกิน" in report, "nothing is thrown away: each row comes out with its original cells"
    widths = {line.count(",") for line in report.split("\r\n")[:2]}
    assert len(widths) == 1, "our columns stand under their headings"


def test_of_doubled_headings_one_is_used_and_the_other_named(tmp_path: Path) -> None:
    rows = [[*HEADINGS, "อีเมล", "", ""], [*agency(1), "other@gmail.com", "ก", "ข"]]
    path = save(tmp_path, csv_text(rows))
    found = classified(path)
    assert found["agencies"][0]["address"]["value"] == agency(1)[3]
    assert "not used: “อีเมล”" in run("classify", path, "--lang", "en").stderr
    assert ",ก,ข," in run("classify", path, "--format", "csv", "-q").stdout


def test_empty_headings_keep_their_cells(tmp_path: Path) -> None:
    path = save(tmp_path, csv_text([["", *HEADINGS, ""], ["ก", *agency(1), "ข"]]))
    assert classified(path)["summary"]["groups"]["A1"] == 1
    line = run("classify", path, "--format", "csv", "-q").stdout.split("\r\n")[1]
    assert line.startswith("ก,06480001,")
    assert ",ส่งได้,ข," in line


@pytest.mark.parametrize("end", ["", "\r\n", "\r\n\r\n\r\n", "\r\n,,,,,,\r\n"])
def test_a_header_alone_is_refused(tmp_path: Path, end: str) -> None:
    said = refused(save(tmp_path, csv_text([HEADINGS]).rstrip() + end))
    assert "agencies.csv" in said
    assert "no rows" in said


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert "empty" in refused(save(tmp_path, b""))


@pytest.mark.parametrize("data", ["\n", "\r\n\r\n", " ", ",,,\n,,,\n", '""\n', "a\n", "a,b\n1,2\n", "\ufeff\n"])
def test_a_file_without_an_address_column_is_refused(tmp_path: Path, data: str) -> None:
    said = refused(save(tmp_path, data))
    assert "agencies.csv" in said
    assert "address" in said


def test_blank_lines_between_records_neither_count_nor_shift_the_row_numbers(tmp_path: Path) -> None:
    lines = csv_text(ROWS).split("\r\n")
    spaced = ["", lines[0], "", lines[1], ",,,,,,", "", lines[2], lines[3], "", "", ""]
    found = classified(save(tmp_path, "\r\n".join(spaced)))
    assert_all_three(found)
    assert rows_of(found) == [4, 7, 8]


def test_a_cell_of_several_lines_does_not_shift_the_row_numbers(tmp_path: Path) -> None:
    rows = [HEADINGS, agency(1, "อบต.\r\nหนึ่ง\r\nสอง"), agency(2), agency(3, 'อบต. "สาม"'), agency(4)]
    found = classified(save(tmp_path, csv_text(rows)))
    assert rows_of(found) == [2, 5, 6, 7]
    assert names(found)[2] == 'อบต. "สาม"'


def stray(header: list[str], rows: list[list[str]], at: int, column: int) -> str:
    """A CSV with one quotation mark that opens a cell of row `at` and is never closed."""
    lines = csv_text([header, *rows]).split("\r\n")
    cells = lines[at].split(",")
    cells[column] = '"' + cells[column]
    lines[at] = ",".join(cells)
    return "\r\n".join(lines)


@pytest.mark.parametrize("count", [4, 100, 5_000])
@pytest.mark.parametrize("column", [0, 1, 6])
def test_a_stray_quote_is_refused_with_its_line(tmp_path: Path, count: int, column: int) -> None:
    rows = [agency(number) for number in range(1, count + 1)]
    said = refused(save(tmp_path, stray(HEADINGS, rows, count // 2, column)))
    assert "agencies.csv" in said
    assert f"line {count // 2 + 1}" in said
    assert "quotation mark" in said


@pytest.mark.parametrize("at", [2, 60])
def test_a_stray_quote_is_refused_where_the_address_is_the_first_column(tmp_path: Path, at: int) -> None:
    # then the header would also fit as one column under another separator
    header, rows = ["อีเมล", "หน่วยงาน"], [[agency(number)[3], "อบต.ตัวอย่าง"] for number in range(1, 100)]
    assert f"line {at + 1}" in refused(save(tmp_path, stray(header, rows, at, 1)))


@pytest.mark.parametrize("apart", [1, 2, 10, 100, 190])
def test_two_stray_quotes_do_not_swallow_the_rows_between_them(tmp_path: Path, apart: int) -> None:
    lines = csv_text([HEADINGS, *(agency(number) for number in range(1, 301))]).split("\r\n")
    lines[40] = lines[40].replace(",อบต.ตัวอย่าง,", ',"อบต.ตัวอย่าง,')
    lines[40 + apart] = lines[40 + apart].replace(",อบต.ตัวอย่าง,", ',อบต.ตัวอย่าง",')
    assert "line 41" in refused(save(tmp_path, "\r\n".join(lines)))


VALID_WITHOUT_ADDRESSES = {
    "doubled quotes": 'ชื่อหน่วยงาน,จังหวัด\n"โรงเรียน ก ""ข""",ระนอง\n',
    "semicolons": 'ชื่อหน่วยงาน;จังหวัด\n"ก, ข, ค";ระนอง\n',
    "semicolons in the headings": '"ชื่อ, ที่ตั้ง, เขต";จังหวัด\n"ก, ข, ค";ระนอง\n',
    "tabs": 'ชื่อหน่วยงาน\tจังหวัด\n"ก; ข, ""ค"""\tระนอง\n',
    "line breaks": 'ชื่อหน่วยงาน,จังหวัด\n"โรงเรียน ก\nสาขา ""ข"", ค\nง",ระนอง\n',
    "lines of prose": 'ชื่อ,จังหวัด,ที่ตั้ง\nก,ระนอง,"1, 2, 3\nหมู่ 4, ต.ก, อ.ข, จ.ค\nโทร 1, 2"\n',
    "one column": 'ชื่อหน่วยงาน\n"โรงเรียน ""ก"", ระนอง"\n',
    "long lines": "ชื่อหน่วยงาน;จังหวัด;ที่ตั้ง\n" + ";".join(["ก" * 20_000] * 3) + "\n",
}


@pytest.mark.parametrize("text", VALID_WITHOUT_ADDRESSES.values(), ids=VALID_WITHOUT_ADDRESSES.keys())
def test_a_valid_file_without_addresses_is_accused_of_nothing_else(tmp_path: Path, text: str) -> None:
    said = refused(save(tmp_path, text))
    assert "no address column" in said
    assert "quotation mark" not in said


def test_quotes_and_lines_of_prose_are_read_under_every_separator(tmp_path: Path) -> None:
    remark = "โทร 1, 2, 3\nแฟกซ์ 4; 5; 6\t7 | 8, 9, 10, 11, 12"
    for separator in (",", ";", "\t", "|"):
        rows = [[*HEADINGS, "หมายเหตุ"], *([*row, remark] for row in ROWS[1:])]
        assert_all_three(classified(save(tmp_path, csv_text(rows, separator))))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line", [1, 3])
def test_a_stray_quote_is_found_under_every_separator(tmp_path: Path, separator: str, line: int) -> None:
    lines = csv_text(ROWS, separator).split("\r\n")
    lines[line - 1] = '"' + lines[line - 1]
    said = refused(save(tmp_path, "\r\n".join(lines)))
    assert "quotation mark" in said
    assert f"line {line}:" in said


def test_a_quotation_mark_inside_a_cell_is_an_ordinary_character(tmp_path: Path) -> None:
    text = csv_text(ROWS).replace("อบต.สอง", 'อบต."สอง')
    assert names(classified(save(tmp_path, text))) == ["อบต.หนึ่ง", 'อบต."สอง', "อบต.สาม"]


@pytest.mark.parametrize("quoted", [False, True], ids=["bare", "quoted"])
def test_a_field_of_5_mb_is_refused_with_its_line_and_the_limit(tmp_path: Path, quoted: bool) -> None:
    name = ('"' if quoted else "") + "ก" * 5_000_000 + ('"' if quoted else "")
    text = csv_text(ROWS).replace("อบต.สอง", name)
    said = refused(save(tmp_path, text), before=memory_limit())
    assert "agencies.csv" in said
    assert "line 3" in said
    assert "32,767" in said


def test_a_heading_of_5_mb_is_refused(tmp_path: Path) -> None:
    said = refused(save(tmp_path, "ก" * 5_000_000 + ",อีเมล\nx,saraban_06480115@dla.go.th\n"))
    assert "line 1" in said
    assert "32,767" in said


def test_two_megabytes_without_a_line_end_are_refused(tmp_path: Path) -> None:
    refused(save(tmp_path, b"a," * 1_000_000), before=memory_limit(), timeout=30)


def test_a_million_rows_are_all_counted_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "agencies.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("รหัส,หน่วยงาน,อีเมล,ประกาศ ม.10,ลงใน info.go.th,สถานะการส่งอีเมล\n")
        for province in (*range(20, 28), *range(30, 59), *range(60, 68), *range(70, 75)):
            for running in range(10_000):
                for kind, name in (("05", "ทต.ก"), ("06", "อบต.ก")):
                    code = f"{kind}{province}{running:04}"
                    file.write(f"{code},{name},saraban_{code}@dla.go.th,มี,ลงแล้ว,ส่งได้\n")
    done = run(
        *("classify", path, "-q", "--limit", "0", "--lang", "en"),
        timeout=300,
        before=memory_limit(),
    )
    assert done.returncode == 0, done.stderr
    assert re.search(r"^A1 .* 1,000,000 +1,000,000$", done.stdout, re.MULTILINE)


def test_a_limit_of_rows_is_named(tmp_path: Path) -> None:
    said = refused(save(tmp_path, csv_text(ROWS)), "--max", "rows=2")
    assert "agencies.csv" in said
    assert "rows" in said
    assert "limit of 2" in said
    assert_all_three(classified(save(tmp_path, csv_text(ROWS)), "--max", "rows=3"))


def test_a_limit_of_columns_is_named_with_what_was_found(tmp_path: Path) -> None:
    rows = [[*HEADINGS, *(f"x{n}" for n in range(200))], [*agency(1), *("y" for _ in range(200))]]
    said = refused(save(tmp_path, csv_text(rows)))
    assert "207" in said
    assert "200" in said
    assert "--max columns=" in said
    assert classified(save(tmp_path, csv_text(rows)), "--max", "columns=300")["summary"]["total"] == 1


def test_a_limit_of_the_file_size_is_named_with_what_was_found(tmp_path: Path) -> None:
    data = csv_text(ROWS) + ("," * 6 + "\n") * 500_000
    said = refused(save(tmp_path, data), "--max", "text-mb=2")
    assert "3.3 MB" in said
    assert "2 MB" in said
    assert "--max text-mb=" in said


def test_a_sparse_file_above_the_limit_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "agencies.csv"
    with path.open("wb") as file:
        file.truncate(2049 << 20)
    done = run("classify", path, "--lang", "en", "-q", timeout=10)
    assert done.returncode == 2
    assert "2,049.0 MB" in done.stderr
    assert "2,048 MB" in done.stderr


def test_a_line_without_an_end_is_not_held(tmp_path: Path) -> None:
    path = tmp_path / "agencies.csv"
    for separator, limit in (("", "cell"), (",", "columns")):
        with path.open("wb") as file:
            file.write(separator.encode() * (8 << 20))
            file.truncate(300 << 20)
        done = run("classify", path, "--lang", "en", "-q", timeout=60, before=memory_limit(400))
        assert done.returncode == 2
        assert f"--max {limit}=NUMBER" in done.stderr


def test_a_header_is_looked_for_in_the_first_30_rows_and_no_further(tmp_path: Path) -> None:
    above = [["ชื่อรายงาน", *[""] * 6]]
    assert_all_three(classified(save(tmp_path, csv_text([*above * 29, *ROWS]))))
    said = refused(save(tmp_path, csv_text([*above * 30, *ROWS])))
    assert "30" in said
    assert_all_three(classified(save(tmp_path, csv_text([*above * 30, *ROWS])), "--max", "header-rows=31"))


@pytest.mark.parametrize(
    "setting", ["rows", "rows=", "rows=-1", "rows=0", "rows=x", "lines=5", "rows=1e9", "=5", "", "rows=²"]
)
def test_a_limit_that_is_none_is_refused(tmp_path: Path, setting: str) -> None:
    assert "--max" in refused(save(tmp_path, csv_text(ROWS)), "--max", setting)


@pytest.mark.parametrize("setting", ["cell=99999999999999999999", "rows=99999999999999999999999"])
def test_a_limit_beyond_all_bounds_is_no_internal_error(tmp_path: Path, setting: str) -> None:
    done = run("classify", save(tmp_path, csv_text(ROWS)), "--max", setting, "--lang", "en", "-q")
    assert done.returncode in (0, 2), done.stderr
    assert "Traceback" not in done.stderr


def test_a_directory_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "agencies.csv"
    folder.mkdir()
    said = refused(folder)
    assert "agencies.csv" in said
    assert "folder" in said


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "agencies.csv" in refused(tmp_path / "agencies.csv")
    assert "agencies.csv" in refused(tmp_path / "nowhere" / "agencies.csv")
    refused(save(tmp_path, csv_text(ROWS)) / "below a file.csv")
    refused(tmp_path / ("a" * 300 + ".csv"))
    refused(tmp_path / "line\nbreak.csv")


@needs_posix
@pytest.mark.parametrize("device", ["/dev/null", "/dev/zero", "/dev/tty"])
def test_a_device_is_refused(device: str) -> None:
    said = refused(device, timeout=10)
    assert device in said


@needs_posix
def test_a_named_pipe_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "agencies.csv")
    said = refused(tmp_path / "agencies.csv", timeout=10)
    assert "agencies.csv" in said
    assert "pipe" in said


@needs_posix
def test_a_link_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "agencies.csv").symlink_to(tmp_path / "agencies.csv")
    assert "agencies.csv" in refused(tmp_path / "agencies.csv")


PICTURES = {
    "PNG": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10,
    "JPEG": b"\xff\xd8\xff\xe0" + bytes(range(256)) * 10,
    "PDF": b"%PDF-1.7\n" + bytes(range(256)) * 10,
    "gzip": b"\x1f\x8b\x08\x00" + bytes(range(256)) * 10,
    "RTF": rb"{\rtf1\ansi}",
}


@pytest.mark.parametrize(("kind", "data"), PICTURES.items(), ids=PICTURES.keys())
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_another_kind_of_file_is_refused_and_named(tmp_path: Path, kind: str, data: bytes, suffix: str) -> None:
    said = refused(save(tmp_path, data, f"agencies.{suffix}"))
    assert f"agencies.{suffix}" in said
    assert kind in said


def test_random_bytes_are_refused(tmp_path: Path) -> None:
    refused(save(tmp_path, bytes((n * n * 31 + n * 7) % 251 + 3 for n in range(50_000))))


def test_a_csv_named_xlsx_is_read_and_said_to_be_one(tmp_path: Path) -> None:
    path = save(tmp_path, csv_text(ROWS), "agencies.xlsx")
    assert_all_three(classified(path))
    assert "CSV" in run("classify", path, "--lang", "en").stderr


def test_an_xlsx_named_csv_is_read_and_said_to_be_one(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "agencies.csv", {"รายชื่อ": sheet_xml(rows_xml(ROWS))})
    assert_all_three(classified(path))
    assert "XLSX" in run("classify", path, "--lang", "en").stderr


def test_standard_input_is_read_like_a_file() -> None:
    done = run("classify", "-", "--format", "json", "-q", stdin=csv_text(ROWS).encode("utf-16"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.count('"group": "A1"') == 3
    assert run("classify", "-", "--lang", "en", "-q", stdin=b"").returncode == 2
