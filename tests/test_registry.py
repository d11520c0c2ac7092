"""The registry of local agencies: read, kept in one file, looked up, compared with the one before."""

import csv
import json
import random
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import CASES, csv_text, run, write_list

from saraban_check import InputError, RequestError, check_address
from saraban_check.checks.agency_record import ToldAgency
from saraban_check.checks.classify import classify
from saraban_check.checks.judging import Judging
from saraban_check.cli.registry_file import platform_folder, stored_registry
from saraban_check.model.record import AgencyRecord
from saraban_check.model.registry import Likeness
from saraban_check.reference.kinds import find_kind, kinds
from saraban_check.reference.places import find_province
from saraban_check.registry.files import import_registry, load_registry, render_registry
from saraban_check.registry.registry import Registry
from saraban_check.registry.search import find_agencies
from saraban_check.registry.store import differences_of
from saraban_check.registry.upgrades import new_status
from saraban_check.report.words.policy_notes import policy_notes
from saraban_check.rules.judge import judge_address
from saraban_check.suggestions.suggest import suggest

SMALL = CASES / "registry.csv"
EXTRACT = Path(__file__).resolve().parents[2] / "shared" / "registry" / "lao-2569-06.csv"
HEADER = ("จังหวัด", "อำเภอ", "ตำบล", "รหัส อปท.", "ประเภท อปท.", "อปท.", "เว็ปไซต์ของอปท")
"""Columns of DLA's own file: one row for each tambon that an agency covers."""


def dla_row(code: str, kind: str, name: str, amphoe: str = "ปลาปาก", tambon: str = "หนึ่ง") -> tuple[str, ...]:
    return ("นครพนม", amphoe, tambon, code, kind, name, "")


def dla_file(path: Path, *rows: tuple[str, ...]) -> Path:
    path.write_text(csv_text([HEADER, *rows]), encoding="utf-8-sig", newline="")
    return path


@pytest.fixture
def small() -> Registry:
    return load_registry(SMALL)


# Reading


def test_a_row_for_each_tambon_is_one_agency(tmp_path: Path) -> None:
    rows = [dla_row("6480191", "อบต.", "หนึ่งสมมติ", tambon=str(n)) for n in range(5)]
    found = import_registry(dla_file(tmp_path / "dla.csv", *rows, dla_row("5480192", "เทศบาลตำบล", "สองสมมติ")))
    assert [(e.code, e.full_name, e.amphoe) for e in found.registry] == [
        ("06480191", "อบต.หนึ่งสมมติ", "ปลาปาก"),
        ("05480192", "เทศบาลตำบลสองสมมติ", "ปลาปาก"),
    ]
    assert found.registry.head.rows == 6
    assert found.left_out == ()


def test_a_workbook_and_any_table_with_code_and_name_do_as_well(tmp_path: Path, small: Registry) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["บัญชี อปท."])
    with SMALL.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.reader(file)):
            sheet.append([int(row[0]) if number else row[0], *row[1:]])
    book.save(tmp_path / "lao.xlsx")
    assert list(import_registry(tmp_path / "lao.xlsx").registry) == list(small)
    plain = tmp_path / "plain.csv"
    plain.write_text("code,name\n06480191,อบต.หนึ่งสมมติ\n5480193,เทศบาลตำบลสามสมมติ\n", encoding="utf-8")
    assert [(e.name, e.kind.key, e.province.code) for e in import_registry(plain).registry] == [
        ("หนึ่งสมมติ", "sao", "48"),
        ("สามสมมติ", "subdistrict", "48"),
    ]


def test_what_cannot_be_used_is_named_with_its_row(tmp_path: Path) -> None:
    rows = [
        dla_row("6480191", "อบต.", "หนึ่งสมมติ"),
        dla_row("", "อบต.", "ไม่มีรหัส"),
        dla_row("9480191", "อบต.", "รหัสเป็นไปไม่ได้"),
        dla_row("6480192", "อบต.", ""),
        dla_row("6480193", "สมาคม", "ประเภทแปลก"),
        dla_row("6500193", "อบต.", "คนละจังหวัด"),
        dla_row("6480191", "อบต.", "รหัสซ้ำ"),
    ]
    found = import_registry(dla_file(tmp_path / "dla.csv", *rows))
    assert [(one.row, one.why.en) for one in found.left_out] == [
        (3, "no code that can be read"),
        (4, "no code that can be read"),
        (5, "no name"),
        (6, "no such kind of agency"),
        (7, "the code is another province's"),
        (8, "an earlier row gives this code to another agency"),
    ]
    assert len(found.registry) == 1
    assert found.registry.head.left_out == 6
    done = run(
        "registry", "import", tmp_path / "dla.csv", "--registry", tmp_path / "r.bin", "--limit", "2", "--lang", "en"
    )
    assert done.returncode == 0
    assert "row 3: no code that can be read (ไม่มีรหัส)" in done.stdout
    assert "shown 2 of 6" in done.stdout


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("อีเมล,เว็บไซต์\na@b.go.th,x\n", "no header with the columns code, name"),
        ("รหัส อปท.,ชื่อ อปท.\n,\n1,x\n", "no row below the header (row 1) has a code and a name"),
        ("", "the file is empty"),
    ],
)
def test_what_is_no_registry_is_refused_in_one_sentence(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "other.csv"
    file.write_text(text, encoding="utf-8")
    done = run("registry", "import", file, "--registry", tmp_path / "r.bin", "--lang", "en", "-q")
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert not (tmp_path / "r.bin").exists()


@pytest.mark.parametrize(
    "as_of", ["30/6/2569", "2026-06-30", "๓๐/๖/๒๕๖๙", "30 มิ.ย. 2569", "30 มิถุนายน พ.ศ. 2569", "30/06/2026"]
)
def test_the_day_may_be_given_in_either_era(as_of: str) -> None:
    head = import_registry(SMALL, as_of=as_of).registry.head
    assert (head.date, head.is_file_date) == ("2026-06-30", False)


@pytest.mark.parametrize("as_of", ["", "เมื่อวาน", "2569", "30 มิ.ย", "31/2/2569", "2026-06-30\n2026-06-30"])
def test_what_is_no_day_is_refused(as_of: str) -> None:
    with pytest.raises(RequestError, match="this is no date"):
        import_registry(SMALL, as_of=as_of)


def test_a_day_to_come_is_refused() -> None:
    with pytest.raises(RequestError, match="this day is yet to come"):
        import_registry(SMALL, as_of="1/1/2999")


# The file


def test_a_packed_registry_is_the_same_again_and_small(small: Registry, tmp_path: Path) -> None:
    data = render_registry(small)
    assert data == render_registry(small)
    (tmp_path / "r.bin").write_bytes(data)
    again = load_registry(tmp_path / "r.bin")
    assert list(again) == list(small)
    assert again.head == small.head
    assert differences_of(again).before is None
    assert len(data) < SMALL.stat().st_size + 300


@settings(max_examples=200, deadline=None)
@given(at=st.integers(min_value=0), bits=st.integers(1, 255), cut=st.booleans())
def test_a_damaged_file_is_refused_and_never_believed(at: int, bits: int, cut: bool) -> None:
    from saraban_check.registry.store import unpack

    good = bytearray(render_registry(load_registry(SMALL)))
    at %= len(good)
    if cut:
        bad = bytes(good[:at])
    else:
        good[at] ^= bits
        bad = bytes(good)
    with suppress(InputError):
        # a bit that means nothing to zlib does no harm
        assert list(unpack(bad, "r.bin")) == list(load_registry(SMALL))


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    bomb = tmp_path / "r.bin"
    bomb.write_bytes(b"saraban-check/registry/1\n" + zlib.compress(b"0" * (80 << 20), 9))
    with pytest.raises(InputError, match="damaged"):
        load_registry(bomb)


def test_a_forged_line_is_no_internal_error(tmp_path: Path, small: Registry) -> None:
    text = zlib.decompress(render_registry(small)[len(b"saraban-check/registry/1\n") :]).decode()
    forged = tmp_path / "r.bin"
    changed = text.replace("\tsao\t", "\tno-such-kind\t").encode()
    forged.write_bytes(b"saraban-check/registry/1\n" + zlib.compress(changed))
    done = run("address", "saraban_06480192@dla.go.th", "--name", "อบต.หนึ่งสมมติ", "--registry", forged, "--lang", "en")
    assert done.returncode == 2
    assert "damaged" in done.stderr
    assert "Traceback" not in done.stderr


FORGED_HEADS = (
    "[" * 100_000,
    "{}",
    "[]",
    '{"source": 5, "date": 7, "rows": 1, "left_out": 0, "is_file_date": false}',
    '{"source": "x", "date": "[/red]", "rows": 1, "left_out": 0, "is_file_date": false}',
    '{"source": "x", "date": "2026-06-30", "rows": "many", "left_out": 0, "is_file_date": false}',
)


@pytest.mark.parametrize("head", FORGED_HEADS, ids=range(len(FORGED_HEADS)))
def test_a_forged_head_is_refused_in_one_sentence(tmp_path: Path, head: str) -> None:
    forged = tmp_path / "r.bin"
    forged.write_bytes(b"saraban-check/registry/1\n" + zlib.compress(f"{head}\n06480191\ta\tsao\tb\t48\t\n[]".encode()))
    for command in (("registry", "status"), ("address", "saraban_06480191@dla.go.th")):
        done = run(*command, "--registry", forged, "--lang", "en", "-q")
        assert (done.returncode, done.stdout) == (2, "")
        assert "damaged" in done.stderr


@pytest.mark.parametrize("line", ["06480191", "06480191\ta\tsao\tb\t48", "x\ta\tsao\tb\t48\t", ""])
def test_a_forged_line_is_refused_too(tmp_path: Path, line: str, small: Registry) -> None:
    head = json.dumps(small.head._asdict())
    forged = tmp_path / "r.bin"
    forged.write_bytes(b"saraban-check/registry/1\n" + zlib.compress(f"{head}\n{line}\n[]".encode()))
    with pytest.raises(InputError, match="damaged"):
        load_registry(forged)


# Looking up


@pytest.mark.parametrize(
    ("wanted", "how", "codes"),
    [
        ("06480191", Likeness.EXACT, ["06480191"]),
        ("6480191", Likeness.EXACT, ["06480191"]),
        ("๐๖๔๘๐๑๙๑", Likeness.EXACT, ["06480191"]),
        ("อบต.หนึ่งสมมติ", Likeness.EXACT, ["06480191"]),
        ("องค์การบริหารส่วนตำบล หนึ่งสมมติ", Likeness.EXACT, ["06480191"]),
        ("อบต.ท่าสมมติ อ.บ้านแพง", Likeness.EXACT, ["06480497"]),
        ("อบต.ท่าสมมติ", Likeness.AMBIGUOUS, ["06480396", "06480497"]),
        ("สี่สมมติ", Likeness.AMBIGUOUS, ["05480295", "06480294"]),
        ("เมืองพัทยา", Likeness.EXACT, ["03200408"]),
        ("อบต.ไม่มีจริงแน่นอน", Likeness.NONE, []),
        ("06480177", Likeness.NONE, []),
        ("", Likeness.NONE, []),
    ],
)
def test_an_agency_is_found_by_code_or_name(small: Registry, wanted: str, how: Likeness, codes: list[str]) -> None:
    match = find_agencies(small, wanted)
    assert (match.how, sorted(entry.code for entry in match.entries)) == (how, codes)
    done = run("registry", "show", wanted, "--registry", SMALL, "--format", "json")
    assert done.returncode == (0 if len(codes) == 1 else 1)
    assert sorted(agency["code"] for agency in json.loads(done.stdout)["agencies"]) == codes


def test_show_says_what_to_add_where_several_fit() -> None:
    done = run("registry", "show", "อบต.ท่าสมมติ", "--registry", SMALL)
    assert done.returncode == 1
    assert "ระบุประเภท อำเภอ หรือจังหวัดเพิ่ม" in done.stdout
    assert "06480396 อบต.ท่าสมมติ อ.ท่าอุเทน จ.นครพนม" in done.stdout


def test_an_address_with_a_name_of_several_agencies_says_which_they_are() -> None:
    done = run("address", "x@gmail.com", "--name", "อบต.ท่าสมมติ", "--registry", SMALL)
    assert "06480497 อบต.ท่าสมมติ อ.บ้านแพง จ.นครพนม" in done.stdout
    assert "--amphoe" in done.stdout
    told = json.loads(
        run("address", "x@gmail.com", "--name", "อบต.ท่าสมมติ", "--registry", SMALL, "--format", "json").stdout
    )
    assert told[0]["registry"]["match"] == "ambiguous"
    assert told[0]["suggestions"] == []


def test_a_correct_address_of_a_neighbour_is_doubted_and_the_own_one_offered() -> None:
    done = run("address", "saraban_06480192@dla.go.th", "--name", "อบต.หนึ่งสมมติ", "--registry", SMALL)
    assert done.returncode == 0, "a registry is no reason to call an address incorrect"
    assert done.stdout.startswith("? ยังบอกไม่ได้ → อาจเป็น saraban_06480191@dla.go.th\n  (จากทะเบียน อปท.)\n")
    assert "หน่วยงานกลางออก" not in done.stdout


def test_without_a_registry_it_is_said_how_to_get_one() -> None:
    for command in ("status", "show"):
        done = run("registry", command, *(["x"] if command == "show" else []))
        assert (done.returncode, done.stdout) == (2, "")
        assert "registry import" in done.stderr


# From one to the next


def imported(path: Path, *rows: tuple[str, ...], before: Registry | None = None) -> Registry:
    found = import_registry(dla_file(path, *rows), as_of="2026-06-30").registry
    packed = path.with_suffix(".bin")
    packed.write_bytes(render_registry(found, before))
    return load_registry(packed)


def test_new_gone_renamed_and_upgraded_agencies_are_told_apart(tmp_path: Path) -> None:
    old = imported(
        tmp_path / "old.csv",
        dla_row("6480191", "อบต.", "คงเดิม"),
        dla_row("6480192", "อบต.", "หายไป"),
        dla_row("6480193", "อบต.", "ชื่อเก่า"),
        dla_row("6480194", "อบต.", "ยกฐานะ"),
        dla_row("6480195", "อบต.", "รหัสเดิมประเภทใหม่"),
        dla_row("6480196", "อบต.", "คนละอำเภอ"),
    )
    new = imported(
        tmp_path / "new.csv",
        dla_row("6480191", "อบต.", "คง เดิม"),
        dla_row("6480193", "อบต.", "ชื่อใหม่"),
        dla_row("5480194", "เทศบาลตำบล", "ยกฐานะ"),
        dla_row("6480195", "เทศบาลตำบล", "รหัสเดิมประเภทใหม่"),
        dla_row("5480199", "เทศบาลตำบล", "คนละอำเภอ", amphoe="ท่าอุเทน"),
        dla_row("6480198", "อบต.", "มาใหม่"),
        before=old,
    )
    found = differences_of(new)
    assert found.before == ("old.csv", "2026-06-30")
    assert [agency.code for agency in found.new] == ["05480199", "06480198"]
    assert [agency.code for agency in found.gone] == ["06480192", "06480196"]
    assert [(b.name, a.name) for b, a in found.renamed] == [("อบต.ชื่อเก่า", "อบต.ชื่อใหม่")]
    assert [(b.code, a.code) for b, a in found.upgraded] == [("06480195", "06480195"), ("06480194", "05480194")]


def test_status_shows_what_changed_and_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    where = ("--registry", tmp_path / "r.bin", "--lang", "en")
    first = dla_file(tmp_path / "one.csv", dla_row("6480191", "อบต.", "หนึ่งสมมติ"))
    second = dla_file(tmp_path / "two.csv", dla_row("5480191", "เทศบาลตำบล", "หนึ่งสมมติ"))
    assert run("registry", "import", first, *where).returncode == 0
    refused = run("registry", "import", second, *where)
    assert refused.returncode == 2
    assert "1 of 1 agencies are gone; no Subdistrict Administrative Organisation is left" in refused.stderr
    assert "--force" in refused.stderr
    done = run("registry", "import", second, *where, "--force")
    assert done.returncode == 0
    assert "06480191 อบต.หนึ่งสมมติ → 05480191 เทศบาลตำบลหนึ่งสมมติ" in done.stdout
    kept = (tmp_path / "r.bin").read_bytes()
    again = run("registry", "import", second, *where)
    assert "the same as the registry that was imported before" in again.stderr
    assert (tmp_path / "r.bin").read_bytes() == kept
    status = run("registry", "status", *where, "--format", "json")
    assert [pair["after"]["code"] for pair in json.loads(status.stdout)["upgraded"]] == ["05480191"]


def test_the_imported_registry_is_used_until_told_otherwise(tmp_path: Path) -> None:
    env = {"XDG_DATA_HOME": str(tmp_path / "data"), "HOME": str(tmp_path)}
    address = ("address", "saraban_06480177@dla.go.th", "--format", "json")
    assert json.loads(run(*address, env=env).stdout)[0]["findings"] == []
    assert run("registry", "import", SMALL, env=env).returncode == 0
    done = run(*address, env=env)
    assert [finding["code"] for finding in json.loads(done.stdout)[0]["findings"]] == ["SB306"]
    assert "registry.csv" in done.stderr, "what is used without being named is said"
    for off in ({"SARABAN_CHECK_REGISTRY": "none"}, {}):
        option = () if off else ("--no-registry",)
        assert json.loads(run(*address, *option, env={**env, **off}).stdout)[0]["findings"] == []
    assert run("registry", "status", "-q", env=env).returncode == 0


def test_an_older_or_much_smaller_registry_is_not_taken_without_being_asked_twice(tmp_path: Path) -> None:
    where = ("--registry", tmp_path / "r.bin", "--lang", "en", "-q")
    assert run("registry", "import", SMALL, "--as-of", "30/6/2569", *where).returncode == 0
    kept = (tmp_path / "r.bin").read_bytes()
    older = run("registry", "import", SMALL, "--as-of", "15/1/2568", *where)
    assert (older.returncode, older.stdout) == (2, "")
    assert "the data are older than before (2025-01-15, 2026-06-30)" in older.stderr
    part = tmp_path / "part.csv"
    part.write_text("".join(SMALL.read_text(encoding="utf-8").splitlines(keepends=True)[:4]), encoding="utf-8")
    assert "8 of 11 agencies are gone" in run("registry", "import", part, "--as-of", "30/6/2569", *where).stderr
    assert (tmp_path / "r.bin").read_bytes() == kept
    assert run("registry", "import", part, "--as-of", "30/6/2569", "--force", *where).returncode == 0


def test_the_same_agencies_under_another_date_keep_what_had_changed(tmp_path: Path) -> None:
    old = imported(tmp_path / "old.csv", dla_row("6480191", "อบต.", "ชื่อเก่า"))
    new = imported(tmp_path / "new.csv", dla_row("6480191", "อบต.", "ชื่อใหม่"), before=old)
    again = import_registry(tmp_path / "new.csv", as_of="2026-07-31").registry
    (tmp_path / "again.bin").write_bytes(render_registry(again, new))
    assert differences_of(load_registry(tmp_path / "again.bin")).renamed == differences_of(new).renamed != ()


@pytest.mark.parametrize(
    "how", [("registry", "status"), ("registry", "show", "x"), ("template", "--province", "นครพนม")]
)
def test_a_registry_that_is_switched_off_is_not_called_missing(tmp_path: Path, how: tuple[str, ...]) -> None:
    more = ("-o", tmp_path / "new.xlsx") if how[0] == "template" else ()
    done = run(*how, *more, "--lang", "en", env={"SARABAN_CHECK_REGISTRY": "none"})
    assert done.returncode == 2
    assert "switched off" in done.stderr


@pytest.mark.parametrize("base", [None, "", "  ", "/somewhere/data", "/somewhere/data/", "relative/data", "~/data"])
def test_the_folder_is_that_of_the_platform(monkeypatch: pytest.MonkeyPatch, base: str | None) -> None:
    if base is None:
        monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_DATA_HOME", base)
    assert stored_registry() == platform_folder() / "registry.bin"


def test_import_never_writes_over_its_source(tmp_path: Path) -> None:
    file = dla_file(tmp_path / "dla.csv", dla_row("6480191", "อบต.", "หนึ่งสมมติ"))
    before = file.read_bytes()
    done = run("registry", "import", file, "--registry", file, "--lang", "en")
    assert done.returncode == 2
    assert file.read_bytes() == before


def test_import_never_writes_over_a_file_that_is_no_registry(tmp_path: Path) -> None:
    other = dla_file(tmp_path / "other.csv", dla_row("6480191", "อบต.", "หนึ่งสมมติ"))
    before = other.read_bytes()
    done = run("registry", "import", SMALL, "--lang", "en", env={"SARABAN_CHECK_REGISTRY": str(other)})
    assert done.returncode == 2
    assert "is not as this program wrote it" in done.stderr
    assert other.read_bytes() == before


def test_hostile_names_are_shown_as_pictures(tmp_path: Path) -> None:
    file = dla_file(tmp_path / "dla.csv", dla_row("6480191", "อบต.", "ก\x1b[31m[bold]::error::x\t|"))
    done = run("registry", "import", file, "--registry", tmp_path / "r.bin")
    assert done.returncode == 0
    shown = run("registry", "show", "06480191", "--registry", tmp_path / "r.bin")
    assert "\x1b" not in shown.stdout
    assert "[bold]" in shown.stdout


# Upgrades


UPGRADES = (
    ("06480193", "อบต.สามสมมติ", "เมืองนครพนม", "saraban_06480193@dla.go.th"),  # the list is older than the registry
    ("05480193", "เทศบาลตำบลสามสมมติ", "เมืองนครพนม", "saraban_06480193@dla.go.th"),  # the address is
    ("", "เทศบาลตำบลสามสมมติ", "เมืองนครพนม", "saraban_06480193@dla.go.th"),
    ("06480294", "อบต.สี่สมมติ", "ปลาปาก", "saraban_06480294@dla.go.th"),  # a เทศบาลตำบล of that name is its neighbour
    ("06480198", "เทศบาลตำบลหกสมมติ", "เมืองนครพนม", "saraban_06480198@dla.go.th"),  # upgraded, the code is as before
    ("06480191", "อบต.หนึ่งสมมติ", "เมืองนครพนม", "saraban_06480191@dla.go.th"),
    ("06480198", "อบต.หกสมมติ", "เมืองนครพนม", "saraban_06480198@dla.go.th"),
)


def upgrades_list(path: Path) -> Path:
    return write_list(path, [[c, n, a, "นครพนม", "", e, "✓", "✓", "✓"] for c, n, a, e in UPGRADES])


def test_probable_upgrades_are_listed_with_old_and_new_code(tmp_path: Path) -> None:
    file = upgrades_list(tmp_path / "list.csv")
    done = run("classify", file, "--suggest-upgrades", "--registry", SMALL, "--format", "json")
    found = json.loads(done.stdout)["probable_upgrades"]
    assert [(one["row"], one["old_code"], one["new_code"], one["evidence"]) for one in found] == [
        (2, "06480193", "05480193", "registry"),
        (3, "06480193", "05480193", "registry"),
        (4, "06480193", "05480193", "registry"),
        (6, "06480198", None, "code"),
        (8, "06480198", None, "kind"),
    ]
    screen = run("classify", file, "--suggest-upgrades", "--registry", SMALL)
    assert "รหัสเดิม 06480193 → เทศบาลตำบล รหัสใหม่ 05480193" in screen.stdout
    limited = run("classify", file, "--suggest-upgrades", "--registry", SMALL, "--limit", "1")
    assert "แสดง 1 จาก 5" in limited.stdout


def test_without_a_registry_upgrades_rest_on_the_code_alone(tmp_path: Path) -> None:
    file = upgrades_list(tmp_path / "list.csv")
    found = json.loads(run("classify", file, "--suggest-upgrades", "--format", "json").stdout)["probable_upgrades"]
    assert [(one["row"], one["evidence"]) for one in found] == [(3, "code"), (4, "code"), (6, "code")]


def test_a_code_that_cannot_exist_is_no_former_one(tmp_path: Path) -> None:
    row = ["06480191", "อบต.หนึ่งสมมติ", "เมืองนครพนม", "นครพนม", "", "saraban_09480191@dla.go.th", "✓", "✓", "✓"]
    file = write_list(tmp_path / "list.csv", [row])
    for how in (("--registry", SMALL), ("--no-registry",)):
        done = run("classify", file, "--suggest-upgrades", *how, "--format", "json")
        assert json.loads(done.stdout)["probable_upgrades"] == []


def test_those_that_the_list_has_as_upgraded_are_not_listed(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    header = ("รหัส อปท.", "ชื่อ อปท.", "อำเภอ", "จังหวัด", "อีเมลกลาง", "ยกฐานะ")
    row = ("06480193", "อบต.สามสมมติ", "เมืองนครพนม", "นครพนม", "saraban_06480193@dla.go.th", "ยกฐานะเป็นเทศบาลตำบล")
    write_list(file, [row], header)
    done = run("classify", file, "--suggest-upgrades", "--registry", SMALL, "--format", "json")
    assert json.loads(done.stdout)["probable_upgrades"] == []


def test_the_finding_of_a_former_status_names_old_and_new_code(small: Registry) -> None:
    check = check_address(
        "saraban_06480193@dla.go.th", name="เทศบาลตำบลสามสมมติ", amphoe="เมือง", province="นครพนม", registry=small
    )
    (finding,) = check.verdict.findings
    assert finding.code == "SB305"
    assert "รหัสเดิม 06480193 รหัสใหม่ 05480193" in finding.message("th")
    assert [(s.address, s.origin.value) for s in check.suggestions] == [("saraban_05480193@dla.go.th", "registry")]


def test_a_neighbour_of_the_same_name_is_no_upgrade(small: Registry) -> None:
    check = check_address("saraban_06480294@dla.go.th", name="เทศบาลตำบลสี่สมมติ", province="นครพนม", registry=small)
    (finding,) = check.verdict.findings
    assert finding.code == "SB305"
    assert "ในทะเบียนรหัสนี้เป็นของ อบต.สี่สมมติ" in finding.message("th")
    assert "ยกฐานะ" not in finding.message("th")


# Suggestions


@pytest.mark.parametrize(
    ("address", "record", "suggested"),
    [
        ("หนึ่ง@gmail.com", {"name": "อบต.หนึ่งสมมติ"}, "saraban_06480191@dla.go.th registry"),
        ("", {"name": "อบต.หนึ่งสมมติ"}, "saraban_06480191@dla.go.th registry"),
        ("x@gmail.com", {"name": "อบต.ท่าสมมติ", "province": "นครพนม"}, ""),
        ("x@gmail.com", {"name": "อบต.ท่าสมมติ", "amphoe": "อำเภอบ้านแพง"}, "saraban_06480497@dla.go.th registry"),
        ("x@gmail.com", {"name": "อบต.หนึ่งสมมติ", "code": "06480191"}, "saraban_06480191@dla.go.th record"),
        ("saraban_06480192@dla.go.th", {"name": "อบต.หนึ่งสมมติ"}, "saraban_06480191@dla.go.th registry"),
        ("saraban_6480177@dla.go.th", {}, ""),
        ("saraban_6480191@dla.go.th", {}, "saraban_06480191@dla.go.th repair"),
    ],
)
def test_suggestions_with_the_registry(small: Registry, address: str, record: ToldAgency, suggested: str) -> None:
    found: Any = check_address(address, **record, registry=small).suggestions
    first = f"{found[0].address} {found[0].origin.value}" if found else ""
    assert first == suggested


def test_no_code_is_suggested_that_the_registry_does_not_hold(small: Registry) -> None:
    """Else `fix --unsafe` would put a mistyped code column in the place of a right address."""
    check = check_address(
        "saraban_06480191@dla.go.th", code="06480177", name="อบต.หนึ่งสมมติ", province="นครพนม", registry=small
    )
    assert [finding.code for finding in check.verdict.findings] == ["SB303", "SB306"]
    assert "06480191 เป็นของ อบต.หนึ่งสมมติ" in check.verdict.findings[0].message("th")
    assert check.suggestions == ()


def test_a_new_status_that_the_registry_does_not_have_yet_is_suggested(small: Registry) -> None:
    check = check_address(
        "saraban_06480191@dla.go.th", code="05480191", name="เทศบาลตำบลหนึ่งสมมติ", province="นครพนม", registry=small
    )
    assert [(s.address, s.origin.value) for s in check.suggestions] == [("saraban_05480191@dla.go.th", "record")]


def test_what_rests_on_the_registrys_website_says_so(small: Registry) -> None:
    check = check_address("admin@nuengsommut.go.th", name="อบต.หนึ่งสมมติ", registry=small)
    assert [(s.address, s.origin.value) for s in check.suggestions] == [
        ("saraban@nuengsommut.go.th", "registry"),
        ("saraban_06480191@dla.go.th", "registry"),
    ]


def test_a_suggestion_by_a_near_name_says_so_and_is_never_written(tmp_path: Path) -> None:
    file = write_list(
        tmp_path / "list.csv", [["", "อบต.หนึ่งสมมต", "เมืองนครพนม", "นครพนม", "", "x@gmail.com", "✓", "✓", "✓"]]
    )
    agency = json.loads(run("classify", file, "--registry", SMALL, "--format", "json").stdout)["agencies"][0]
    assert agency["registry"]["match"] == "near"
    assert agency["suggestions"][0]["score"] == agency["registry"]["score"] < 1
    assert "ชื่อใกล้เคียง" in run("explain", file, "2", "--registry", SMALL).stdout
    fixed = run("fix", file, "--dry-run", "--unsafe", "--registry", SMALL, "--format", "json")
    assert json.loads(fixed.stdout)["changes"] == []


def test_one_mistake_is_said_once(small: Registry) -> None:
    check = check_address("saraban_06480177@dia.go.th", code="06480177", name="อบต.ไม่มีจริง", registry=small)
    assert [finding.code for finding in check.verdict.findings] == ["SB306", "SB402"]


def test_an_agency_with_a_code_may_be_called_like_an_office(small: Registry) -> None:
    check = check_address("saraban_05210202@dla.go.th", code="05210202", name="สำนักสมมติ", registry=small)
    assert check.verdict.correct


# The whole country


@pytest.fixture(scope="module")
def extract() -> Registry:
    if not EXTRACT.exists():
        pytest.skip("the extract of DLA's registry is not beside the repository")
    return load_registry(EXTRACT)


def former(registry: Registry) -> Iterator[str]:
    return (entry.code for entry in registry if entry.kind.type_digits != entry.code[:2])


def test_every_agency_of_the_extract_is_correct_and_found(extract: Registry) -> None:
    assert len(extract) == 7849
    for entry in extract:
        check = check_address(
            entry.address,
            name=entry.full_name,
            kind=entry.kind.key,
            province=entry.province.name.th,
            amphoe=entry.amphoe,
            registry=extract,
        )
        codes = [finding.code for finding in check.verdict.findings]
        assert check.verdict.correct
        assert codes == (["SB305"] if entry.code in ("06130408", "06720123") else []), entry
        assert extract.find(entry.code) == entry
    assert sorted(former(extract)) == ["06130408", "06720123"]


def test_a_mistyped_code_is_no_upgrade_while_the_agency_stands_as_it_was(extract: Registry) -> None:
    """561 names are borne by two agencies of one district: the neighbour is no new status."""
    twins: dict[tuple[str, str, str], list[Any]] = {}
    for entry in extract:
        twins.setdefault((entry.name, entry.amphoe, entry.province.code), []).append(entry)
    asked = 0
    for pair in twins.values():
        for entry in pair if len(pair) > 1 else ():
            code = entry.code[:6] + "99"
            if extract.find(code) is None:
                asked += 1
                record = AgencyRecord(
                    name=entry.full_name, kind=entry.kind, province=entry.province, amphoe=entry.amphoe
                )
                assert new_status(extract, code, record) is None
                assert new_status(extract, code, record._replace(amphoe="")) is None
    assert asked > 900


def test_the_extract_classified_without_codes_gets_all_its_addresses(extract: Registry, tmp_path: Path) -> None:
    rng = random.Random(2569)
    some = rng.sample(list(extract), 300)
    rows = [["", e.full_name, e.amphoe, e.province.name.th, "", "", "✓", "✓", "✓"] for e in some]
    done = run(
        "classify", write_list(tmp_path / "list.csv", rows), "--registry", EXTRACT, "--format", "json", timeout=120
    )
    agencies = json.loads(done.stdout)["agencies"]
    assert [a["suggestions"][0]["address"] for a in agencies] == [e.address for e in some]
    assert {a["suggestions"][0]["origin"] for a in agencies} == {"registry"}
    assert all(a["registry"]["match"] == "exact" for a in agencies)


# Names that are somebody else's, and names that no registry holds

PHON = ("05430191", "เทศบาลตำบล", "โพนสมมติ")
SO = ("05380191", "เทศบาลตำบล", "โซ่สมมติ")


def _registry_of(path: Path, *agencies: tuple[str, str, str]) -> Registry:
    path.write_text(csv_text([("code", "kind", "name"), *agencies]), encoding="utf-8")
    return import_registry(path).registry


@pytest.mark.parametrize("column", [True, False], ids=["province in its column", "province in the name"])
def test_a_near_name_is_not_suggested_where_the_name_is_an_agency_elsewhere(tmp_path: Path, column: bool) -> None:
    name, province = ("ทต.โซ่สมมติ", find_province("หนองคาย")) if column else ("ทต.โซ่สมมติ จ.หนองคาย", None)
    record = AgencyRecord(name=name, province=province, address="a@gmail.com")
    verdict = judge_address(record.address, record)
    alone, both = _registry_of(tmp_path / "a.csv", PHON), _registry_of(tmp_path / "b.csv", PHON, SO)
    assert alone.match(record).how is Likeness.NEAR
    assert [s.address for s in suggest(verdict, record, registry=alone)] == ["saraban_05430191@dla.go.th"]
    found = both.match(record)
    assert found.how is Likeness.AMBIGUOUS
    assert {entry.code for entry in found.entries} == {PHON[0], SO[0]}
    assert suggest(verdict, record, registry=both) == ()


def test_english_names_are_said_once_and_accuse_nobody(tmp_path: Path) -> None:
    registry = _registry_of(tmp_path / "r.csv", PHON)
    header = ("code", "name", "kind", "address")
    rows = [
        ("05430191", "Phon Sommut", kind, "saraban_05430191@dla.go.th") for kind in ("Subdistrict municipality", "")
    ]
    (tmp_path / "list.csv").write_text(csv_text([header, *rows]), encoding="utf-8")
    result = classify(tmp_path / "list.csv", judging=Judging(registry=registry))
    found = {finding.code for agency in result.agencies for finding in agency.findings}
    assert not found & {"SB306", "SB307", "SB901"}
    assert result.agencies[0].record.kind == kinds()["subdistrict"]
    (note,) = policy_notes(result)
    assert note.en.startswith("2 names are in English")
    assert not list(policy_notes(classify(tmp_path / "list.csv")))


def test_the_english_name_of_each_kind_is_that_kind() -> None:
    for kind in kinds().values():
        assert find_kind(kind.name.en.upper()) is kind
        assert find_kind(kind.name.en.replace("Organisation", "Organization")) is kind
