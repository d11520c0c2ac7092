"""`compare`: who is the same agency in two rounds, what became of it, and that every format says the same."""

import csv
import io
import json
import re
from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from tests.contract import by_contract
from tests.support import CASES, csv_text, in_one_language, memory_limit, read_cases, run

from saraban_check.checks.classify import classify
from saraban_check.checks.judging import Judging
from saraban_check.comparison.moves import Change, Comparison, Entry, compare_rounds
from saraban_check.comparison.rounds import compare
from saraban_check.comparison.standing import Round, Standing
from saraban_check.formats import Result, writers_of
from saraban_check.grouping.table import GroupTable, published_table
from saraban_check.model.errors import InputError, RequestError
from saraban_check.model.policy import Domains, Policy
from saraban_check.model.text import Lang, Text
from saraban_check.reference.kinds import kinds
from saraban_check.reference.places import find_province, provinces
from saraban_check.report.document import Column, Kind, Table
from saraban_check.report.escape import cell_width, for_html, for_markdown
from saraban_check.report.our_cells import UNKNOWN_PROVINCE
from saraban_check.report.render.screen import render_screen
from saraban_check.report.render.screen_lines import Lines
from saraban_check.report.render.screen_table import table_lines
from saraban_check.report.style import Style
from saraban_check.report.views.compare import CompareRun, compare_document
from saraban_check.report.views.compare_notes import comparison_notes

COMPARISON_WRITERS = writers_of(Result.COMPARE)

GROUPS = published_table().groups
POLICY = Policy(domains=Domains(frozenset({"mail.example"}), frozenset({"in.th"})))
DATA = Path(__file__).parent.parent / "data"


def round_of(standings: list[Standing]) -> Round:
    return Round("a.csv", None, "2569-02-17", GROUPS, None, None, tuple(standings))


# Who is the same agency


def standings_of(rows: list[dict[str, str]]) -> list[Standing]:
    return [
        Standing(
            row=number,
            code=row["code"] or None,
            name=row["name"],
            kind=kinds().get(row["kind"]),
            province=find_province(row["province"]),
            amphoe=row["amphoe"],
            group=row["group"],
            address="",
        )
        for number, row in enumerate(rows, start=1)
    ]


def told(entry: Entry, is_old: bool) -> tuple[str, str, str]:
    """What an entry says of one of its rows, as the case file has it."""
    other = entry.new if is_old else entry.old
    how = entry.by.value if entry.by else entry.why_not.value if entry.why_not else ""
    return entry.change.value, str(other.row) if other else "", f"maybe {entry.upgrade.row}" if entry.upgrade else how


MATCHES = [(name, list(rows)) for name, rows in groupby(read_cases(CASES / "compare.csv"), lambda row: row["case"])]


@pytest.mark.parametrize(("name", "rows"), MATCHES, ids=[name for name, _ in MATCHES])
@pytest.mark.parametrize("swapped", [False, True])
def test_what_becomes_of_each_row(name: str, rows: list[dict[str, str]], swapped: bool) -> None:
    sides = [[row for row in rows if row["round"] == side] for side in ("old", "new")]
    if swapped:
        sides.reverse()
    found = compare_rounds(*(round_of(standings_of(side)) for side in sides))
    turned = {"improved": "worsened", "worsened": "improved", "new": "gone", "gone": "new"} if swapped else {}
    for is_old, side in ((True, sides[0]), (False, sides[1])):
        entries = {(e.old if is_old else e.new): e for e in found.entries}
        for standing, row in zip(standings_of(side), side, strict=True):
            wanted = (turned.get(row["becomes"], row["becomes"]), row["partner"], row["how"])
            assert told(entries[standing], is_old) == wanted, f"line {row['line']}"


def test_an_address_has_changed_only_where_both_are_known() -> None:
    def changed(old: str | None, new: str | None) -> bool:
        one = Standing(1, "06900115", "", None, None, "", "A1", old)
        found = compare_rounds(round_of([one]), round_of([one._replace(address=new)]))
        return found.entries[0].address_changed

    assert changed("a@x.go.th", "b@x.go.th")
    assert changed("", "b@x.go.th")
    assert changed("a@x.go.th", "")
    assert not changed("A@x.go.th", "a@X.go.th")
    assert not changed("", "")
    assert not changed(None, "a@x.go.th")
    assert not changed("a@x.go.th", None)


# Laws


@st.composite
def lists(draw: st.DrawFn) -> list[Standing]:
    """Lists in which codes, names and districts are often the same, or missing."""
    count = draw(st.integers(0, 8))
    return [
        Standing(
            row,
            draw(st.sampled_from([None, None, "06900115", "06900116", "06900117"])),
            draw(st.sampled_from(["", "ท่าข้าม", "ท่าข้าม", "อบต.ท่าข้าม", "ท่าช้าง"])),
            draw(st.sampled_from([kinds()["sao"], kinds()["sao"], kinds()["subdistrict"], None])),
            draw(st.sampled_from([provinces()["90"], provinces()["90"], None])),
            draw(st.sampled_from(["", "หาดใหญ่", "ระโนด"])),
            draw(st.sampled_from([*GROUPS, "outside", "undetermined"])),
            draw(st.sampled_from([None, "", "a@x.go.th", "b@x.go.th"])),
        )
        for row in range(1, count + 1)
    ]


def facts(comparison: Comparison) -> Counter[Any]:
    return Counter((e.change, e.old, e.new, e.by, e.why_not, e.upgrade) for e in comparison.entries)


@settings(deadline=None)
@given(lists(), lists())
def test_every_row_of_both_rounds_comes_out_once(old: list[Standing], new: list[Standing]) -> None:
    found = compare_rounds(round_of(old), round_of(new))
    assert Counter(e.old for e in found.entries if e.old) == Counter(old)
    assert Counter(e.new for e in found.entries if e.new) == Counter(new)
    pairs = sum(found.matrix.values())
    alone = Counter((e.change, e.old is not None) for e in found.entries if not (e.old and e.new))
    assert len(old) == pairs + alone[Change.GONE, True] + alone[Change.UNMATCHED, True]
    assert len(new) == pairs + alone[Change.NEW, False] + alone[Change.UNMATCHED, False]
    assert sum(place.old_total for place in found.provinces) == len(old)
    assert sum(place.new_total for place in found.provinces) == len(new)
    assert sum((place.changes for place in found.provinces), Counter()) == found.counts


def could_be_one(old: Standing, new: Standing) -> bool:
    """Whether nothing that is known of two rows tells them apart."""
    if (old.code and new.code) or (old.kind and new.kind and old.kind != new.kind):
        return False
    if old.province and new.province and old.amphoe and new.amphoe and old.amphoe != new.amphoe:
        return False
    names = [one.name if one.kind is kinds()["subdistrict"] else one.name.removeprefix("อบต.") for one in (old, new)]
    return names[0] == names[1] != ""


@settings(deadline=None)
@given(lists(), lists())
def test_no_row_is_gone_that_could_be_a_new_one(old: list[Standing], new: list[Standing]) -> None:
    found = compare_rounds(round_of(old), round_of(new))
    for gone in found.of(Change.GONE):
        assert not [e for e in found.of(Change.NEW) if gone.old and e.new and could_be_one(gone.old, e.new)]


@settings(deadline=None)
@given(lists())
def test_a_list_compared_with_itself_has_not_changed(rows: list[Standing]) -> None:
    found = compare_rounds(round_of(rows), round_of(rows))
    assert set(found.counts) <= {Change.UNCHANGED, Change.UNMATCHED}
    assert not found.address_changed
    for entry in found.of(Change.UNCHANGED):
        assert entry.old == entry.new
    codes = Counter(row.code for row in rows)
    unmatched = {entry.latest for entry in found.of(Change.UNMATCHED)}
    assert not [row for row in rows if row.code and codes[row.code] == 1 and row in unmatched]


@settings(deadline=None)
@given(lists(), lists(), st.randoms())
def test_the_order_of_the_rows_changes_nothing(old: list[Standing], new: list[Standing], random: Any) -> None:
    before = compare_rounds(round_of(old), round_of(new))
    mixed = [*old], [*new]
    for rows in mixed:
        random.shuffle(rows)
    assert facts(compare_rounds(*map(round_of, mixed))) == facts(before)


@settings(deadline=None)
@given(lists(), lists())
def test_the_other_way_round_better_is_worse_and_new_is_gone(old: list[Standing], new: list[Standing]) -> None:
    there, back = compare_rounds(round_of(old), round_of(new)), compare_rounds(round_of(new), round_of(old))
    opposite = {Change.IMPROVED: Change.WORSENED, Change.NEW: Change.GONE}
    opposite |= {after: before for before, after in opposite.items()}
    turned = Counter((opposite.get(c, c), b, a, by, why, up) for (c, a, b, by, why, up) in facts(there).elements())
    assert turned == facts(back)
    assert {(b, a): n for (a, b), n in there.matrix.items()} == dict(back.matrix)


def test_many_rows_of_one_name_take_no_longer_than_others() -> None:
    rows = [
        Standing(n, None, "ท่าข้าม", kinds()["sao"], provinces()["90"], f"อำเภอ{n}" if n % 2 else "", "A1", "")
        for n in range(1, 20_001)
    ]
    found = compare_rounds(round_of(rows), round_of(rows))
    assert found.counts == {Change.UNCHANGED: 10_000, Change.UNMATCHED: 20_000}


# Lists and earlier results

HEADER = [
    *("รหัส อปท.", "ประเภท อปท.", "ชื่อ อปท.", "อำเภอ", "จังหวัด", "อีเมลกลาง", "มีประกาศฯ ม.10"),
    *("ลงข้อมูลในระบบ info.go.th", "สถานะการส่งอีเมล"),
]


def row(code: str, name: str, address: str, *, amphoe: str = "", delivered: str = "✓") -> list[str]:
    return [code, "อบต.", name, amphoe, "สงขลา", address, "✓", "✓", delivered]


def right(code: str) -> str:
    return f"saraban_{code}@dla.go.th"


OLD = [
    row("06900111", "ท่าหนึ่ง", right("06900111")),
    row("06900112", "ท่าสอง", right("06900112")),
    row("06900113", "ท่าสาม", "x@gmail.com"),
    row("06900114", "ท่าสี่", "y@gmail.com"),
    row("06900115", "=ท่า|ห้า <b>", "-", amphoe="หาดใหญ่"),
    row("", "ท่าหก", right("06900116"), amphoe="หาดใหญ่"),
    row("", "ท่าเจ็ด", right("06900117")),
    row("", "ท่าเจ็ด", "z@gmail.com"),
    row("06900118", "ท่าแปด", right("06900118")),
]
NEW = [
    row("06900112", "ท่าสอง", "w@gmail.com"),
    row("06900111", "ท่าหนึ่ง", right("06900111")),
    row("06900113", "ท่าสาม", right("06900113")),
    row("06900114", "ท่าสี่", "yy@gmail.com"),
    row("06900115", "=ท่า|ห้า <b>", "@everyone`x`", amphoe="หาดใหญ่"),
    row("", "อบต.ท่าหก", right("06900116"), amphoe="หาดใหญ่", delivered=""),
    row("", "ท่าเจ็ด", right("06900117")),
    row("06900119", "ท่าเก้า", right("06900119")),
]
EXPECTED = {"worsened": 1, "improved": 2, "unclear": 1, "unchanged": 2, "new": 1, "gone": 1, "unmatched": 3}
ADDRESSES = 4


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("compare")
    for name, rows in (("old", OLD), ("new", NEW)):
        (folder / f"{name}.csv").write_text(csv_text([HEADER, *rows]), encoding="utf-8", newline="")
    return folder / "old.csv", folder / "new.csv"


@pytest.fixture(scope="module")
def results(files: tuple[Path, Path]) -> tuple[Path, Path]:
    """The same two rounds as earlier results."""
    for path in files:
        assert run("classify", path, "-q", "-o", path.with_suffix(".json")).returncode == 0
    old, new = files
    return old.with_suffix(".json"), new.with_suffix(".json")


@pytest.fixture(scope="module")
def comparison(files: tuple[Path, Path]) -> Comparison:
    return compare(*files)


def named(counts: Counter[Change]) -> dict[str, int]:
    return {change.value: count for change, count in counts.items() if count}


def test_two_lists(comparison: Comparison) -> None:
    assert named(comparison.counts) == EXPECTED
    assert len(comparison.address_changed) == ADDRESSES
    assert comparison.old.total == len(OLD)
    assert comparison.new.total == len(NEW)
    assert comparison.old.done == 5
    (place,) = comparison.provinces
    assert (place.old_total, place.new_total, place.old_done, place.new_done) == (9, 8, 5, 4)


@pytest.mark.parametrize("saved", [(True, True), (True, False), (False, True)])
def test_an_earlier_result_stands_for_its_list(
    files: tuple[Path, Path], results: tuple[Path, Path], comparison: Comparison, saved: tuple[bool, bool]
) -> None:
    old, new = (result if use else file for file, result, use in zip(files, results, saved, strict=True))
    found = compare(old, new)
    assert found.entries == comparison.entries
    assert [one.saved_from for one in (found.old, found.new)] == [
        file.name if use else None for file, use in zip(files, saved, strict=True)
    ]


def test_the_nationwide_sample_has_not_changed_since_itself(tmp_path: Path) -> None:
    assert run("classify", DATA / "agencies.xlsx", "-q", "-o", tmp_path / "old.json").returncode == 0
    found = compare(tmp_path / "old.json", DATA / "agencies.xlsx")
    assert set(found.counts) <= {Change.UNCHANGED, Change.UNMATCHED}
    assert found.old.groups == classify(DATA / "agencies.xlsx").summary.groups | Counter(found.new.groups)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_what_a_shell_saved_in_its_own_encoding_is_read_too(
    results: tuple[Path, Path], tmp_path: Path, comparison: Comparison, encoding: str
) -> None:
    path = tmp_path / "old.json"
    path.write_text(results[0].read_text(encoding="utf-8"), encoding=encoding)
    assert compare(path, results[1]).entries == comparison.entries


def test_a_result_in_another_layout_is_read_too(
    results: tuple[Path, Path], tmp_path: Path, comparison: Comparison
) -> None:
    found = json.loads(results[0].read_text(encoding="utf-8"))
    path = tmp_path / "old.json"
    path.write_text(json.dumps(found, indent=3, sort_keys=True), encoding="utf-8")
    assert compare(path, results[1]).entries == comparison.entries


def test_a_result_of_before_districts_were_written_is_read_too(results: tuple[Path, Path], tmp_path: Path) -> None:
    found = json.loads(results[0].read_text(encoding="utf-8"))
    for agency in found["agencies"]:
        del agency["amphoe"]
    path = tmp_path / "old.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    assert named(compare(path, results[1]).counts) == EXPECTED


# Results that are none


def broken(found: dict[str, Any], place: str, value: Any) -> str:
    """The result with another value in one place; `...` takes it away."""
    at: Any = found
    *way, last = [int(part) if part.isdigit() else part for part in place.split(".")]
    for part in way:
        at = at[part]
    if value is ...:
        del at[last]
    else:
        at[last] = value
    return json.dumps(found)


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("schema", "saraban-check/classify/2", "schema"),
        ("schema", ..., "absent"),
        ("ruleset", 7, "ruleset"),
        ("source", [], "source"),
        ("source.file", None, "source.file"),
        ("summary.groups", ["A1"], "summary.groups"),
        ("summary.groups.A1", "many", "summary.groups"),
        ("summary.groups." + "X" * 101, 1, "summary.groups"),
        ("summary", ..., "summary is absent"),
        ("assume", "delivered", "assume"),
        ("table", "mine", 'table is "mine"'),
        ("settings", [], "settings is […]"),
        ("settings", {"free_mail": []}, "settings.accepted_domains is absent"),
        ("settings", {"free_mail": [1], "accepted_domains": []}, "settings.free_mail"),
        ("settings", {"free_mail": ["x" * 254], "accepted_domains": []}, "settings.free_mail"),
        ("agencies", ..., "no agencies"),
        ("agencies", [], "no agencies"),
        ("agencies", {"0": 1}, "agencies"),
        ("agencies.3", None, "agencies[3]"),
        ("agencies.3.row", True, "agencies[3].row is true"),
        ("agencies.3.row", 10**400, "agencies[3].row is 1000"),
        ("agencies.3.row", -1, "agencies[3].row is -1"),
        ("agencies.3.code", 6900114, "agencies[3].code"),
        ("agencies.3.code", "๐๖๙๐๐๑๑๔", "agencies[3].code"),
        ("agencies.3.name", ["x"], "agencies[3].name is […]"),
        ("agencies.3.kind", "castle", "agencies[3].kind"),
        ("agencies.3.province", "Atlantis", "agencies[3].province"),
        ("agencies.3.amphoe", 1, "agencies[3].amphoe"),
        ("agencies.3.group", "Z9", 'agencies[3].group is "Z9"'),
        ("agencies.3.address", "x@y", "agencies[3].address"),
        ("agencies.3.address.correct", "yes", "agencies[3].address.correct"),
        ("agencies.3.address.value", ..., "agencies[3].address.value is absent"),
    ],
)
def test_a_result_that_is_not_as_the_contract_says_is_refused(
    results: tuple[Path, Path], tmp_path: Path, place: str, value: Any, said: str
) -> None:
    path = tmp_path / "old.json"
    path.write_text(broken(json.loads(results[0].read_text(encoding="utf-8")), place, value), encoding="utf-8")
    with pytest.raises(InputError) as error:
        compare(path, results[1])
    sentence = error.value.say("en")
    assert sentence.startswith("old.json: ")
    assert said in sentence
    assert "\n" not in sentence
    assert error.value.say("th") != sentence


AGENCY = (
    '{"row":1,"name":null,"kind":null,"province":null,"code":null,"address":{"value":null,"correct":null},"group":"A1"}'
)
HEAD = (
    '"schema":"saraban-check/classify/1","ruleset":"r","source":{"file":"f","sheet":null},"summary":{"groups":{"A1":1}}'
)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"schema"',
        "{}",
        "{} {}",
        '{"a": NaN}',
        '{"a": -Infinity}',
        '{"a": ' + "9" * 5000 + "}",
        "{1: 2}",
        '{"a": 1,}',
        '{"agencies": [',
        '{"agencies": [1]}',
        '{"agencies": [{}]}',
        '{"agencies": [' + AGENCY + " " + AGENCY + "]}",
        "{" + HEAD + ', "agencies": [' + AGENCY + "]} x",
        "{" + HEAD + ', "x": [NaN], "agencies": [' + AGENCY + "]}",
        '{"a": ' + "[" * 200_000,
        '{"a": ' + '{"a":' * 200_000,
        '{"agencies": [' + "[" * 200_000,
        '{"agencies": [{"row": "' + "x" * 5_000_000 + '"}]}',
        "{" + ",".join(f'"{n}":1' for n in range(10_000)) + "}",
        "{" + HEAD + ', "agencies": [' + AGENCY.replace("null", '"\\ud800"', 1) + "]",
        AGENCY + "\n" + AGENCY + "\n",
        '{"schema":"saraban-check/classify/1"\xff',
    ],
    ids=lambda text: text[:40],
)
def test_hostile_json_is_refused_in_one_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "old.json").write_bytes(text.encode("latin-1") if "\xff" in text else text.encode())
    done = run("compare", tmp_path / "old.json", DATA / "agencies.csv", "--lang", "en", "-q", before=memory_limit(700))
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert re.fullmatch(r"error: old\.json: [^\n]+\n", done.stderr), done.stderr


def test_json_lines_are_told_from_broken_json(files: tuple[Path, Path], tmp_path: Path) -> None:
    run("classify", files[0], "-q", "-o", tmp_path / "old.jsonl")
    done = run("compare", tmp_path / "old.jsonl", files[1], "-q", "--lang", "en")
    assert done.returncode == 2
    assert "JSON Lines" in done.stderr


def test_a_large_hostile_list_is_refused_before_it_is_held(tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    path.write_text('{"agencies": [' + "[[],[],[],[]]," * 4_000_000 + "1]}", encoding="utf-8")
    done = run("compare", path, DATA / "agencies.csv", "-q", "--lang", "en", before=memory_limit(700))
    assert done.returncode == 2
    assert "agencies[0]" in done.stderr


def test_names_that_no_text_can_hold_are_written_all_the_same(tmp_path: Path) -> None:
    agency = AGENCY.replace('"name":null', '"name":"\\ud800<x>\\u202e\\u0000="')
    path = tmp_path / "old.json"
    path.write_text("{" + HEAD + ', "agencies": [' + agency + "]}", encoding="utf-8")
    found = compare(path, path)
    for name, writer in COMPARISON_WRITERS.items():
        assert b"".join(writer.write(CompareRun(found, "th"))), name


# Every format says the same


def written(comparison: Comparison, format_: str, lang: Any = "th") -> bytes:
    return b"".join(COMPARISON_WRITERS[format_].write(CompareRun(comparison, lang)))


def document(comparison: Comparison) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(comparison, "json"))
    return found


WORDS = {
    "th": ["แย่ลง", "ดีขึ้น", "เปลี่ยนแปลงแต่ยังบอกไม่ได้ว่าดีขึ้นหรือแย่ลง", "กลุ่มเดิม", "เพิ่มใหม่", "ไม่มีในรอบนี้", "จับคู่ไม่ได้"],
    "en": ["worsened", "improved", "changed, neither better nor worse", "same group", "new", "gone", "not matched"],
}


def words(lang: str) -> dict[str, int]:
    """The expected counts by the words of a language."""
    return dict(zip(WORDS[lang], EXPECTED.values(), strict=True))


def test_json_holds_every_row_and_the_figures(comparison: Comparison) -> None:
    found = document(comparison)
    assert found["schema"] == "saraban-check/compare/1"
    assert found["changes"] == EXPECTED
    assert Counter(agency["change"] for agency in found["agencies"]) == EXPECTED
    assert found["address_changed"] == sum(agency["address_changed"] for agency in found["agencies"]) == ADDRESSES
    assert sum(move["count"] for move in found["matrix"]) == 6
    assert {"old": "A1", "new": "B1", "count": 1} in found["matrix"]
    assert found["old"]["groups"]["A1"] == 5
    assert found["provinces"][0]["changes"] == EXPECTED
    first = found["agencies"][0]
    assert first["old"] == {
        "row": 3,
        "name": "ท่าสอง",
        "kind": "sao",
        "amphoe": None,
        "province": "สงขลา",
        "code": "06900112",
        "address": right("06900112"),
        "group": "A1",
    }
    assert (first["new"]["row"], first["matched_by"], first["change"]) == (2, "code", "worsened")


@settings(deadline=None, max_examples=30)
@given(lists(), lists(), st.booleans())
def test_the_contract_describes_any_comparison(old: list[Standing], new: list[Standing], own: bool) -> None:
    before, after = round_of(old), round_of(new)
    if own:
        before = before._replace(domains=POLICY.domains, own_table=True)
    text = written(compare_rounds(before, after), "json")
    by_contract("compare", text)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_csv_holds_every_row_and_no_formula(comparison: Comparison, lang: Any) -> None:
    raw = written(comparison, "csv", lang)
    assert raw.startswith(b"\xef\xbb\xbf")
    header, *rows = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    assert Counter(row[0] for row in rows) == words(lang)
    assert all(len(row) == len(header) for row in rows)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "+", "-"))]
    assert sum(row[8] != "" for row in rows) == ADDRESSES


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_workbook_holds_what_changed(comparison: Comparison, lang: Any) -> None:
    raw = written(comparison, "xlsx", lang)
    book = openpyxl.load_workbook(io.BytesIO(raw))
    summary, agencies, places = book.worksheets
    figures: dict[Any, Any] = {}
    for row in summary.iter_rows(values_only=True):
        figures.setdefault(row[0], row[1])  # further down the matrix has rows of the same names
    assert {word: figures[word] for word in WORDS[lang]} == words(lang)
    listed = [row[0] for row in agencies.iter_rows(min_row=2, values_only=True)]
    same = sum(entry.address_changed for entry in comparison.of(Change.UNCHANGED))
    assert Counter(listed) == {**words(lang), WORDS[lang][3]: same}
    assert [cell.data_type for row in agencies.iter_rows(min_row=2) for cell in row if cell.value is not None].count(
        "f"
    ) == 0
    assert places.cell(2, 1).value == ("สงขลา" if lang == "th" else "Songkhla")
    assert [cell.value for cell in places[3]][1:] == [cell.value for cell in places[2]][1:], "the sum of one province"
    again = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    assert again.sheet_names == [sheet.title for sheet in book.worksheets]
    assert [row[0] for row in again.get_sheet_by_index(1).to_python()][1:] == listed


@pytest.mark.parametrize("lang", ["th", "en"])
def test_an_unknown_province_is_called_as_in_every_other_report(lang: Any) -> None:
    one = Standing(1, "06900115", "ก", None, None, "", "A1", "")
    found = compare_rounds(round_of([one]), round_of([one._replace(group="B1")]))
    assert UNKNOWN_PROVINCE.say(lang) in written(found, "md", lang).decode()


def test_no_report_says_that_all_is_done_where_one_is_left() -> None:
    rows = [Standing(n, f"069{n:05}", "ก", None, None, "", "A1" if n > 1 else "B1", "") for n in range(1, 3001)]
    found = compare_rounds(round_of(rows), round_of(rows))
    screen = render_screen(compare_document(found), "th", Style(80), 10)
    for said in (screen, *(written(found, name).decode() for name in ("md", "html"))):
        assert "99.9%" in said
        assert "100.0%" not in said
    share = openpyxl.load_workbook(io.BytesIO(written(found, "xlsx"))).worksheets[0].cell(4, 5)
    assert (share.value, share.number_format) == (2999 / 3000, '"99.9%"')


def test_the_matrix_adds_up_to_both_rounds(comparison: Comparison) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written(comparison, "xlsx"))).worksheets[0]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    start = next(number for number, row in enumerate(rows) if row[0] == "กลุ่ม")
    head, *matrix = rows[start : start + 20]
    head = [cell for cell in head if cell is not None]
    by_name = {row[0]: row[1 : len(head)] for row in matrix}
    for group in ("A1", "B1", "B3", "C"):
        if group in by_name:
            assert by_name[group][-1] == comparison.old.groups[group]
        if group in head:
            assert by_name["รวม"][head.index(group) - 1] == comparison.new.groups[group]
    assert by_name["รวม"][-1] == len(comparison.entries)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("format_", ["md", "html", "screen"])
def test_pages_tell_the_counts_and_say_when_a_list_is_shortened(
    files: tuple[Path, Path], comparison: Comparison, format_: str, lang: Any
) -> None:
    if format_ == "screen":
        text = run("compare", *files, "-q", "--limit", "1", "--lang", lang).stdout
        patterns = [r"  {word} {count} แห่ง\n" if lang == "th" else r"  {word}: {count}\n"]
        assert ("แสดง 1 จาก 3" if lang == "th" else "shown 1 of 3") in text
    else:
        text = in_one_language(written(comparison, format_, lang).decode(), lang)
        patterns = [r"\| {word} \| {count} \|" if format_ == "md" else "<b>{count}</b>{word}</li>"]
    for word, count in words(lang).items():
        for pattern in patterns:
            assert re.search(pattern.format(word=word, count=count), text), (word, count)


def test_the_page_is_one_file_that_loads_nothing_and_runs_its_own_script_only(comparison: Comparison) -> None:
    whole = written(comparison, "html").decode()
    script = re.search(r"<script>(.*?)</script>", whole, re.DOTALL)
    assert script is not None
    page = in_one_language(whole.replace(script[0], ""))
    assert "<script" not in page
    assert not re.search(r"innerHTML|fetch|import|eval|localStorage", script[1])
    assert not re.search(r"\b(?:src|href|action|on[a-z]+)\s*=", page)
    assert "url(" not in page
    assert "@import" not in page
    assert "<b>&" not in page
    assert "=ท่า|ห้า &lt;b&gt;" in page
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    import base64
    import hashlib

    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digests = [base64.b64encode(hashlib.sha256(one[1].encode()).digest()).decode() for one in (script, style)]
    assert policy[1] == (
        f"default-src 'none'; script-src 'sha256-{digests[0]}'; style-src 'sha256-{digests[1]}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


@pytest.mark.parametrize("name", ["=1+1", "<r><t>ก</t></r>", "\x1b[31m", "@cmd"])
def test_a_name_is_a_text_in_the_workbook(tmp_path: Path, name: str) -> None:
    old = [Standing(5, "06900115", name, None, None, "", "A1", "x")]
    new = [old[0]._replace(group="B1")]
    book = tmp_path / "changes.xlsx"
    book.write_bytes(written(compare_rounds(round_of(old), round_of(new)), "xlsx"))
    cells = [cell for sheet in openpyxl.load_workbook(book) for row in sheet.iter_rows() for cell in row]
    (found,) = [cell for cell in cells if isinstance(cell.value, str) and name.replace("\x1b", "\ufffd") == cell.value]
    assert found.data_type == "s"


def test_more_agencies_than_a_sheet_holds_are_refused_and_none_left_out() -> None:
    one = Standing(1, "06900115", "ก", None, None, "", "A1", "")
    entry = Entry(Change.NEW, None, one)
    found = Comparison(round_of([one]), round_of([one]), (entry,) * (1 << 20))
    with pytest.raises(RequestError) as error:
        written(found, "xlsx")
    assert error.value.say("en") == (
        "the sheet “Agencies” would have 1,048,576 rows and a sheet holds no more than 1,048,575; write .csv or .json "
        "instead"
    )
    assert ".json" in error.value.say("th")


def test_markdown_mentions_nobody_and_stays_below_a_mebibyte(comparison: Comparison) -> None:
    page = written(comparison, "md").decode()
    assert "@everyone" not in page
    assert r"=ท่า\|ห้า &lt;b&gt;" in page
    name = "ยาว" * 3000
    rows = [Standing(n, f"069{n:05}", f"{name}{n}", None, None, "", "B1", "x" * 300) for n in range(1, 3000)]
    better = [one._replace(group="A1") for one in rows]
    page = written(compare_rounds(round_of(rows), round_of(better)), "md").decode()
    assert len(page.encode()) < 1 << 20
    shown = re.search(r"แสดง ([0-9]+) จาก 2,999", page)
    assert shown is not None
    assert page.count("\n| B1 → A1") == int(shown[1]) < 200


def test_the_same_comparison_gives_the_same_bytes(files: tuple[Path, Path]) -> None:
    import time

    first = {name: written(compare(*files), name) for name in COMPARISON_WRITERS}
    real = time.time
    try:
        time.time = lambda: real() + 400_000
        again = {name: written(compare(*files), name) for name in COMPARISON_WRITERS}
    finally:
        time.time = real
    assert first == again


def figure_lines(heads: list[str], names: list[str], figures: list[list[int]], width: int) -> list[str]:
    columns = (Column(Text("", "")), *(Column(Text(head, head), kind=Kind.COUNT) for head in heads))
    rows: list[tuple[str | int, ...]] = [(name, *row) for name, row in zip(names, figures, strict=True)]
    return list(table_lines(Table(columns, rows), rows, Lines("th", Style(width))))


@settings(deadline=None)
@given(
    st.lists(st.text("ABก้", min_size=1, max_size=8), min_size=1, max_size=12),
    st.lists(st.text("ABก", min_size=1, max_size=9), min_size=1, max_size=4),
    st.integers(30, 120),
    st.integers(0, 2_000_000),
)
def test_a_table_of_figures_fits_its_width(heads: list[str], names: list[str], width: int, most: int) -> None:
    figures = [[(n * 7919 + m) % (most + 1) for n in range(len(heads))] for m in range(len(names))]
    lines = figure_lines(heads, names, figures, width)
    assert all(cell_width(line) <= width for line in lines)
    shown = [cell for line in lines for cell in line.split()]
    for row in figures:
        for figure in row:
            assert (f"{figure:,}" if figure else "·") in shown


def test_all_groups_fit_a_common_screen_side_by_side() -> None:
    heads = [*GROUPS, "นอก\nตาราง", "ยังระบุ\nไม่ได้", "ไม่มีใน\nรอบนี้", "จับคู่\nไม่ได้", "รวม"]
    figures = [[6237, 16, 711, 99, 582, 19, 24, 20, 18, 4, 211, 99, 99, 99, 99, 7842]] * 2
    assert len(figure_lines(heads, ["เพิ่มใหม่", "จับคู่ไม่ได้"], figures, 80)) == 1 + 2 + 2


# The command


def test_exit_codes(files: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = files
    assert run("compare", old, new).returncode == 0
    for condition in (*EXPECTED, "address"):
        if condition == "unchanged":
            continue
        assert run("compare", old, new, "-q", "--fail-on", condition).returncode == 1, condition
        assert run("compare", old, old, "-q", "--fail-on", condition).returncode == (condition == "unmatched")
    assert run("compare", old, new, "-q", "--fail-on", "Gone, unclear").returncode == 1
    assert run("compare", old, new, "--fail-on", "unchanged").returncode == 2
    assert run("compare", old).returncode == 2
    assert run("compare", old, tmp_path / "none.csv").returncode == 2
    assert run("compare", "-", "-").returncode == 2
    assert run("compare", old, new, "-o", tmp_path / "a.pdf").returncode == 2
    before = new.read_bytes()
    assert run("compare", old, new, "-o", new).returncode == 2
    assert new.read_bytes() == before


def test_a_failing_run_says_why_even_if_it_is_to_be_quiet(files: tuple[Path, Path]) -> None:
    asked = ("--fail-on", "worsened,Gone,new,address", "-q")
    done = run("compare", *files, *asked, "--lang", "en")
    wanted = {"worsened": 1, "gone": 1, "new": 1, "address": ADDRESSES}
    assert done.stderr.splitlines() == [f"failed: --fail-on {what}: found {count}" for what, count in wanted.items()]
    done = run("compare", *files, "--fail-on", "worsened", "-q")
    assert (done.returncode, done.stderr) == (1, "ไม่ผ่าน: --fail-on worsened: พบ 1\n")
    done = run("compare", files[0], files[0], "--fail-on", "worsened", "-q")
    assert (done.returncode, done.stderr) == (0, "")


def test_one_round_may_come_through_a_pipe(files: tuple[Path, Path], results: tuple[Path, Path]) -> None:
    for source in (files[0], results[0]):
        done = run("compare", "-", files[1], "--format", "json", stdin=source.read_bytes())
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["changes"] == EXPECTED


def test_all_formats_in_one_run(files: tuple[Path, Path], comparison: Comparison, tmp_path: Path) -> None:
    outputs = [tmp_path / f"changes.{name}" for name in COMPARISON_WRITERS]
    arguments = [part for path in outputs for part in ("-o", path)]
    done = run("compare", *files, "--format", "csv", *arguments)
    assert done.returncode == 0, done.stderr
    for path in outputs:
        assert path.read_bytes() == written(comparison, path.suffix[1:])
    assert done.stdout.encode() == written(comparison, "csv")


def test_two_sheets_of_one_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, rows in (("รอบ1", OLD), ("รอบ2", NEW)):
        sheet = book.create_sheet(name)
        for cells in (HEADER, *rows):
            sheet.append(["" if cell.startswith("=") else cell for cell in cells])
    del book["Sheet"]
    path = tmp_path / "agencies.xlsx"
    book.save(path)
    done = run("compare", path, path, "--old-sheet", "รอบ1", "--sheet", "รอบ2", "--format", "json", "-q")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["old"]["sheet"], found["new"]["sheet"]) == ("รอบ1", "รอบ2")
    assert found["changes"] == EXPECTED


def test_what_makes_rounds_less_than_comparable_is_said(results: tuple[Path, Path], tmp_path: Path) -> None:
    found = json.loads(results[0].read_text(encoding="utf-8"))
    found["ruleset"], found["assume"] = "2568-01-01\x1b[31m", {"delivery": "failed"}
    found["summary"]["groups"]["X"] = 0
    path = tmp_path / "old.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    done = run("compare", path, results[1], "--lang", "en")
    assert done.returncode == 0
    assert "tables of different dates: 2568-01-01␛[31m and 2569-02-17" in done.stderr
    assert "different groups" in done.stderr
    assert "failed and nothing" in done.stderr
    assert "\x1b" not in done.stdout + done.stderr


def noted(found: Comparison, note: str, lang: Lang = "en") -> None:
    """Every report that people read says a note, as the line or cell of its own that it is."""
    assert note in [text.say(lang) for text in comparison_notes(found)]
    assert f"\n> {for_markdown(note)}\n" in written(found, "md", lang).decode()
    assert f'<p class="note">{for_html(note)}</p>' in in_one_language(written(found, "html", lang).decode(), lang)
    cells = openpyxl.load_workbook(io.BytesIO(written(found, "xlsx", lang))).worksheets[0]["A"]
    assert note in [cell.value for cell in cells]


def test_domains_of_the_settings_are_said_in_every_report(files: tuple[Path, Path]) -> None:
    found = compare(*files, judging=Judging(policy=POLICY))
    noted(found, "the settings add domains, which changes verdicts: mail.example (free mail), in.th (accepted)")
    settings = {"free_mail": ["mail.example"], "accepted_domains": ["in.th"]}
    assert document(found)["old"]["settings"] == document(found)["new"]["settings"] == settings
    assert not list(comparison_notes(compare(*files)))
    assert "settings" not in document(compare(*files))["old"]


def test_domains_that_one_round_was_judged_with_are_said(
    files: tuple[Path, Path], results: tuple[Path, Path], tmp_path: Path
) -> None:
    note = "the rounds were judged with different domains of the settings, a move may come from them: "
    added = "mail.example (free mail), in.th (accepted)"
    noted(compare(results[0], files[1], judging=Judging(policy=POLICY)), f"{note}old none; new {added}")
    config = tmp_path / "settings.toml"
    config.write_text('free-mail = ["mail.example"]\naccepted-domains = ["in.th"]\n', encoding="utf-8")
    saved = tmp_path / "old.json"
    assert run("classify", files[0], "-q", "-o", saved, "--config", config).returncode == 0
    noted(compare(saved, files[1]), f"{note}old {added}; new none")
    assert [text.say("en") for text in comparison_notes(compare(saved, files[1], judging=Judging(policy=POLICY)))] == [
        f"the settings add domains, which changes verdicts: {added}"
    ]
    done = run("compare", *files, "--config", config, "--lang", "en")
    assert f"the settings add domains, which changes verdicts: {added}" in done.stderr.splitlines()


def test_any_number_of_domains_fits_a_cell_and_a_page(results: tuple[Path, Path], tmp_path: Path) -> None:
    found = json.loads(results[0].read_text(encoding="utf-8"))
    many = [f"{n:05}" + "ก" * 248 for n in range(1_000)]
    found["settings"] = {"severity": {}, "ignore": [], "free_mail": many, "accepted_domains": many}
    path = tmp_path / "old.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    compared = compare(path, results[1])
    (note,) = (text.say("en") for text in comparison_notes(compared))
    assert note.count("and 990 more") == 2
    noted(compared, note)


def test_rounds_that_rest_on_tables_of_ones_own_are_pointed_out(
    files: tuple[Path, Path], results: tuple[Path, Path], tmp_path: Path
) -> None:
    found = json.loads(results[0].read_text(encoding="utf-8"))
    saved = tmp_path / "old.json"
    saved.write_text(json.dumps({"table": "own", **found}), encoding="utf-8")
    own = GroupTable(published_table().rows[::-1])
    other = "judged by a group table of the team's own, the other round by the published one; a move may come from it"
    noted(compare(saved, files[1]), f"Old: {other}")
    noted(compare(results[0], files[1], judging=Judging(table=own)), f"New: {other}")
    both = "both rounds were judged by a group table of the team's own, maybe not the same; a move may come from it"
    noted(compare(saved, files[1], judging=Judging(table=own)), both)
    assert not list(comparison_notes(compare(*files, judging=Judging(table=own))))
    assert document(compare(saved, files[1]))["old"]["table"] == "own"
    assert "table" not in document(compare(saved, files[1]))["new"]


def test_a_group_of_only_one_table_is_neither_better_nor_worse(results: tuple[Path, Path], tmp_path: Path) -> None:
    found = json.loads(results[0].read_text(encoding="utf-8"))
    found["summary"]["groups"] = {"new": 1, **found["summary"]["groups"]}
    found["agencies"][0]["group"] = "new"  # a group may be called like anything
    path = tmp_path / "old.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    moved = next(e for e in compare(path, results[1]).entries if e.old and e.old.group == "new")
    assert moved.change is Change.UNCLEAR
    back = next(e for e in compare(results[1], path).entries if e.new and e.new.group == "new")
    assert back.change is Change.UNCLEAR
    assert run("compare", path, results[1], "-q").returncode == 0
