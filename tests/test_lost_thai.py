"""Thai that was lost when a list was exported is said to be lost; real question marks and real letters are not."""

import csv
import json
from collections.abc import Callable
from functools import partial
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support import CASES, read_cases, refused, run

from saraban_check.intake.lost_thai import _question_marks, find_lost
from saraban_check.intake.lost_thai_notes import _MAY_BE_LOST

THAI_ROWS = [
    ["ลำดับ", "รหัส อปท.", "ชื่อหน่วยงาน", "จังหวัด", "อีเมลสารบรรณกลาง", "มีประกาศฯ ม.10"],
    ["1", "06480191", "อบต.ท่าข้าม", "นครพนม", "saraban_06480191@dla.go.th", "มี"],
    ["2", "06480192", "อบต.ดอนสมมติ", "นครพนม", "saraban_06480192@dla.go.th", "ไม่มี"],
]
ENGLISH = ["no", "code", "name", "province", "email", "notice"]
CODE_PAGES = ["latin-1", "cp1252", "cp874", "mac_roman", "cp437"]


def text(rows: list[list[str]], separator: str = ",") -> str:
    out = StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue()


def as_page(thai: str, code_page: str) -> str:
    """UTF-8 as a program shows it that takes it for another code page; unknown bytes stay as they are."""
    return "".join(
        bytes((byte,)).decode(code_page, "ignore") or chr(byte) if byte > 127 else chr(byte) for byte in thai.encode()
    )


def tis_620(thai: str) -> str:
    return thai.encode("cp874").decode("latin-1")


def question_marks(thai: str, each: int = 1) -> str:
    return "".join(char if char.isascii() else "?" * each for char in thai)


def save(folder: Path, content: str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8", newline="")
    return path


LOSSES: dict[str, Callable[[str], str]] = {
    "question marks": question_marks,
    "three question marks a letter": lambda thai: question_marks(thai, 3),
    "TIS-620 as Latin-1": tis_620,
    "replacement characters": lambda thai: question_marks(thai).replace("?", "\ufffd"),
    "replacement characters as Latin-1": lambda thai: question_marks(thai).replace("?", "ï¿½"),
    "twice": lambda thai: as_page(as_page(thai, "latin-1"), "latin-1"),
    "numbers of HTML": lambda thai: "".join(c if c.isascii() else f"&#{ord(c)};" for c in thai),
    "numbers of JSON": lambda thai: "".join(c if c.isascii() else f"\\u{ord(c):04x}" for c in thai),
    "unknown bytes dropped": lambda thai: "".join(c for c in as_page(thai, "cp1252") if not "\x80" <= c <= "\x9f"),
    "unknown bytes dropped, Windows-874": lambda thai: "".join(
        c for c in as_page(thai, "cp874") if not "\x80" <= c <= "\x9f" and c != "€"
    ),
    "numbers of JSON in capitals": lambda thai: "".join(c if c.isascii() else f"\\u{ord(c):04X}" for c in thai),
    **{f"UTF-8 as {page}": partial(as_page, code_page=page) for page in CODE_PAGES},
}


@pytest.mark.parametrize("lose", LOSSES.values(), ids=LOSSES.keys())
def test_where_the_headings_are_lost_the_file_is_refused_for_that(tmp_path: Path, lose) -> None:  # type: ignore[no-untyped-def]
    rows = [[lose(cell) for cell in row] for row in THAI_ROWS]
    said = refused(save(tmp_path, text(rows)))
    assert "list.csv" in said
    assert "Thai was lost" in said
    assert "row 1" in said
    assert "CSV UTF-8" in said
    assert "--map" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize("lose", LOSSES.values(), ids=LOSSES.keys())
def test_where_only_cells_are_lost_the_first_are_named_in_every_report(tmp_path: Path, lose) -> None:  # type: ignore[no-untyped-def]
    rows = [ENGLISH, *([lose(cell) for cell in row] for row in THAI_ROWS[1:])]
    out = [tmp_path / f"out.{suffix}" for suffix in ("md", "html", "json")]
    done = run(
        "classify",
        save(tmp_path, text(rows)),
        "--no-registry",
        "--lang",
        "en",
        *(a for path in out for a in ("-o", path)),
    )
    assert done.returncode == 0
    notes = json.loads(out[2].read_text("utf-8"))["source"]["notes"]
    assert len(notes) == 1
    assert notes[0].startswith("Thai was lost")
    assert "row 2, column 3 “name”" in notes[0]
    assert "row 2, column 3" in done.stderr
    assert all("Thai was lost" in path.read_text("utf-8") for path in out)


@pytest.mark.parametrize("page", CODE_PAGES)
def test_what_was_meant_is_said_where_it_is_certain(page: str) -> None:
    lost = find_lost([(1, [as_page("ชื่อหน่วยงาน", page)])])
    assert lost is not None
    assert lost.cells[0].meant == "ชื่อหน่วยงาน"
    said = find_lost([(1, [tis_620("ชื่อหน่วยงาน")])])
    assert said is not None
    assert said.cells[0].meant == "ชื่อหน่วยงาน"


@pytest.mark.parametrize("encoding", ["cp874", "tis-620", "latin-1", "cp1252"])
def test_a_wrong_encoding_that_was_asked_for_is_blamed_and_not_the_file(tmp_path: Path, encoding: str) -> None:
    path = save(tmp_path, "รหัส,อำเภอ,อีเมล\n06480191,เมือง,saraban_06480191@dla.go.th\n".replace("ง", "ย"))
    said = refused(path, "--encoding", encoding)
    assert "without --encoding" in said
    assert "export it again" not in said


@pytest.mark.parametrize("case", read_cases(CASES / "lost_thai.csv"), ids=lambda case: f"line{case['line']}")
def test_question_marks_of_a_cell(case: dict[str, str]) -> None:
    thai = any("ก" <= char <= "๛" for char in case["cell"])
    assert (0 if thai else _question_marks(case["cell"])) == int(case["sure"]), case["note"]


REAL = {
    "Thai": THAI_ROWS,
    "words that look like Windows-874 of UTF-8": [["เธอ เนื้อ เธนศ เนตร เนยเนย เธนเธอ เนติ", "ไม่มี"]],
    "marks in a Thai list": [*THAI_ROWS, ["3", "????", "อบต.ท่าดี?", "??????", "http://a.go.th/?q=??????", "?"]],
    "one unknown in an English list": [["name", "email"], ["Tha Kham", "????"]],
    "Latin names": [["Café Müller", "Ñandú São Paulo", "ÅÄÖ", "Ærøskøbing", "ÀÉÈÙ", "naïveté à ¸ la"]],
    "signs": [["©©©©", "°°°°°", "«»«»«»", "······", "§§§§", "½¼¾½¼", "±±±±"]],
    "Greek and others": [["αβγ", "Привет мир", "日本語", "à la carte à ¹", "ÓÓÓÓ"]],
}


@pytest.mark.parametrize("rows", REAL.values(), ids=REAL.keys())
def test_nothing_is_said_of_real_text(rows: list[list[str]]) -> None:
    assert find_lost(enumerate(rows, start=1)) is None


def test_cells_lost_in_a_list_whose_headings_are_there_are_found() -> None:
    rows = [THAI_ROWS[0], *([question_marks(cell) for cell in row] for row in THAI_ROWS[1:])]
    lost = find_lost(enumerate(rows, start=1))
    assert lost is not None
    assert (lost.cells[0].row, lost.cells[0].column, lost.cells[0].found) == (2, 2, "???.???????")


def test_a_list_without_an_address_column_whose_thai_is_there_is_not_accused(tmp_path: Path) -> None:
    said = refused(save(tmp_path, text([["ชื่อหน่วยงาน", "จังหวัด"], ["อบต.ท่าข้าม", "????????"], ["???.????????", "ตรัง"]])))
    assert "no address column" in said


THAI, SIGNS = st.text("กขงชทนมรลอฯะาำิี่้์เแโ๑", max_size=8), st.text(" ?&#;.xÃ‡∏†¸¹à√×ü✓…", max_size=4)


@given(st.sampled_from(list(LOSSES)), st.lists(st.tuples(THAI, SIGNS), max_size=4))
def test_whatever_lost_its_thai_is_looked_at(loss: str, pieces: list[tuple[str, str]]) -> None:
    cell = "".join(LOSSES[loss](thai) + between for thai, between in pieces)
    if find_lost([(1, [cell])]) is not None:
        assert _MAY_BE_LOST.search(cell)


@pytest.mark.parametrize("loss", LOSSES)
def test_each_letter_that_is_lost_is_looked_at(loss: str) -> None:
    words = [*THAI_ROWS[0], *(letter * count for letter in "กขภลอฯะาำิี่้์เแโ๑" for count in (2, 3, 5))]
    cells = list(map(LOSSES[loss], words))
    lost = [cell for cell in cells if find_lost([(1, [cell])]) is not None]
    assert lost
    assert all(_MAY_BE_LOST.search(cell) for cell in lost)


def test_a_tick_alone_is_not_looked_at() -> None:
    assert not _MAY_BE_LOST.search("\n".join(["√", "×", "ü", "✓ มี", "saraban＠dla", "–", "…", "’", "อบต.ท่าข้าม ×"]))


def test_hostile_cells_take_no_time() -> None:
    for piece in ("?", "? ", "à¸", "เธ", "เน", "ÃË", "&#3", "\\u0", "Ã\xa0", ".?"):
        find_lost([(1, [piece * 100_000])] * 50)
