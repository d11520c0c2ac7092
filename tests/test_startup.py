"""What a run loads. Starting is most of what a user waits for when one address is checked."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.support import environment

HEAVY = {
    "PIL",
    "budoux",
    "dns",
    "docx",
    "email_validator",
    "lxml",
    "openpyxl",
    "publicsuffixlist",
    "pydantic",
    "pypdfium2",
    "python_calamine",
    "rapidfuzz",
    "rich",
    "typer",
    "xlsxwriter",
}
RUN = """
import sys
sys.argv[0] = "saraban-check"
from saraban_check.__main__ import main
try:
    main()
except SystemExit as stop:
    assert not stop.code, stop.code
finally:
    sys.stderr.write("LOADED " + " ".join({told}))
"""
PROGRAM = RUN.replace("{told}", "sorted(sys.modules)")
ROW = "06480191,อบต.สมมติ,นครพนม,{address},✓,✓,✓\n"
HEADER = "รหัส อปท.,ชื่อ อปท.,จังหวัด,อีเมลกลาง,มีประกาศฯ ม.10,ลงข้อมูลในระบบ info.go.th,สถานะการส่งอีเมล\n"
GOOD = HEADER + ROW.format(address="saraban_06480191@dla.go.th")
BAD = HEADER + ROW.format(address="sarabun_06480191@dia.go.th")


OUR_OWN = "saraban_check."


def loaded(*args: str | Path, program: str = PROGRAM, **variables: str) -> set[str]:
    """The top-level modules that a run has loaded in the end, and those of ours as `checks.classify`."""
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, args)],
        capture_output=True,
        encoding="utf-8",
        env=environment({"PYTHONIOENCODING": "utf-8", **variables}),
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    names = done.stderr.rpartition("LOADED ")[2].split()
    assert "sys" in names
    ours = {name.removeprefix(OUR_OWN) for name in names if name.startswith(OUR_OWN)}
    return {name.partition(".")[0] for name in names} | ours


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_version_is_answered_before_anything_is_loaded() -> None:
    modules = loaded("--version")
    assert not modules & HEAVY
    assert not modules & {"csv", "json", "enum", "re", "dataclasses"} - _loaded_by_python_itself()


def _loaded_by_python_itself() -> set[str]:
    """What an editable install or the site's own hooks load before the program has a say."""
    return loaded(program="import sys; sys.stderr.write('LOADED ' + ' '.join(sys.modules))")


def test_importing_the_package_loads_nothing_but_itself() -> None:
    program = """
import sys
import saraban_check
assert not [name for name in sys.modules if name.startswith("saraban_check.")]
sys.stderr.write("LOADED " + " ".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""
    modules = loaded(program=program)
    assert not modules & HEAVY
    assert modules - _loaded_by_python_itself() <= {"saraban_check"}


def test_a_correct_address_is_checked_with_the_command_line_alone() -> None:
    modules = loaded("address", "saraban_06480115@dla.go.th")
    assert modules & HEAVY <= {"typer", "budoux"}


def test_a_wrong_address_loads_no_more_than_what_judges_it() -> None:
    program = PROGRAM.replace("assert not stop.code, stop.code", "assert stop.code == 1")
    modules = loaded("address", "saraband_06320205@dla.go.th", program=program)
    assert modules & HEAVY <= {"typer", "budoux"}
    needless = {"dataclasses", "string", "hashlib", "intake.dates", "model.registry", "intake.records"}
    assert not modules & needless - _loaded_by_python_itself()


def test_a_list_is_judged_without_openssl(tmp_path: Path) -> None:
    assert "_hashlib" not in loaded("classify", written(tmp_path, "list.csv", BAD + ROW.format(address="a@b.go.th")))


def test_an_address_is_checked_without_anything_that_asks_dns() -> None:
    modules = loaded("address", "saraban_06480115@dla.go.th", "saraban@gone.go.th", "--no-dns")
    assert not modules & {"asyncio", "dns", "idna", "sqlite3"}


def test_checking_an_address_reads_no_files_and_so_loads_no_reader() -> None:
    program = """
import sys
from saraban_check import check_address
assert check_address("saraban_06480115@dla.go.th").verdict.correct
sys.stderr.write("LOADED " + " ".join(sorted(sys.modules)))
"""
    modules = loaded(program=program)
    assert not modules & HEAVY
    assert "saraban_check.intake.workbook" not in modules


@pytest.mark.parametrize("text", [GOOD, BAD], ids=["good", "bad"])
def test_a_csv_on_the_screen_needs_no_workbook_library(tmp_path: Path, text: str) -> None:
    modules = loaded("classify", written(tmp_path, "agencies.csv", text))
    assert not modules & {"openpyxl", "python_calamine", "pydantic", "dns"}


@pytest.mark.parametrize("format_", ["json", "jsonl", "csv"])
def test_machine_formats_need_no_screen(tmp_path: Path, format_: str) -> None:
    modules = loaded("classify", written(tmp_path, "agencies.csv", GOOD), "--format", format_)
    assert not modules & {"openpyxl", "python_calamine", "pydantic", "dns", "rich", "budoux"}


def test_a_csv_report_needs_no_workbook_library(tmp_path: Path) -> None:
    modules = loaded("classify", written(tmp_path, "agencies.csv", GOOD), "-o", tmp_path / "result.csv")
    assert not modules & {"openpyxl", "python_calamine", "pydantic", "dns"}


def test_a_workbook_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    sample = Path(__file__).parent.parent / "data" / "agencies.xlsx"
    modules = loaded("classify", sample)
    assert not modules & {"python_calamine", "openpyxl", "pydantic", "dns"}


@pytest.mark.parametrize("args", [("rules",), ("explain", "SB402"), ("explain", "B2"), ("--help",), ("classify", "-h")])
def test_pages_need_neither_reader_nor_resolver(args: tuple[str, ...]) -> None:
    modules = loaded(*args)
    assert not modules & {"openpyxl", "python_calamine", "pydantic", "dns", "email_validator", "publicsuffixlist"}


def test_pydantic_is_loaded_for_a_settings_file_and_not_for_variables(tmp_path: Path) -> None:
    agencies = written(tmp_path, "agencies.csv", GOOD)
    team = written(tmp_path, "team.toml", "limit = 3\n")
    assert "pydantic" in loaded("classify", agencies, "--config", team)
    modules = loaded("classify", agencies, SARABAN_CHECK_REGISTRY="none", SARABAN_CHECK_LIMIT="3")
    assert not modules & {"pydantic", "typing_extensions", "tomllib"}


def test_two_lists_on_the_screen_need_no_workbook_library(tmp_path: Path) -> None:
    modules = loaded("compare", written(tmp_path, "old.csv", GOOD), written(tmp_path, "new.csv", BAD))
    assert not modules & {"openpyxl", "python_calamine", "xlsxwriter", "pydantic", "dns", "rich"}


# What a run has no use for, by module of ours or top-level module of others. What is imported at the head of a module
# is loaded by everyone who imports that: where a line here fails, import inside the function that needs it.

_WRITES = ("formats", "writing.own_files", "writing.obstacles", "registry.store", "hashlib")
_READS = ("intake.cells", "intake.source", "intake.workbook", "intake.books.client", "intake.helper", "zipfile")
_BOUNCES = ("bounces.reading", "bounces.message", "bounces.archive", "email", "logging", "mailbox")
_NOTICES = ("checks.notices", "model.result", "documents.reading", "whose_notice.notices_of_list")
_BASELINE = ("gating.baseline", "fractions")
_RULES = ("rules.judge", "rules.aspects", "address.cleaning", "address.shape")
_ADDRESS = (*_WRITES, *_READS, *_BOUNCES, *_NOTICES, *_BASELINE, "cli.help_page", "model.notice", "json")

UNUSED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "a right address": (("address", "saraban_06480115@dla.go.th"), (*_ADDRESS, *_RULES, "budoux")),
    "a list": (("classify", "LIST"), (*_BOUNCES, *_NOTICES, *_BASELINE, *_READS[2:5], *_WRITES[1:], "cli.help_page")),
    "a list for a program": (("classify", "LIST", "--format", "csv"), (*_BOUNCES, *_NOTICES, *_BASELINE, "hashlib")),
    "the rules": (("rules",), (*_WRITES, *_READS[1:], *_BOUNCES, *_BASELINE)),
}


@pytest.mark.parametrize("name", UNUSED)
def test_a_run_loads_nothing_that_it_has_no_use_for(name: str, tmp_path: Path) -> None:
    args, unused = UNUSED[name]
    agencies = written(tmp_path, "agencies.csv", GOOD)
    modules = loaded(*(agencies if word == "LIST" else word for word in args))
    assert sorted(modules & set(unused)) == []


def test_a_pattern_is_not_compiled_before_it_is_asked() -> None:
    program = """
import re, sys, typer.core, typer.main
from re import _compiler
made, compiled = [], _compiler.compile
_compiler.compile = lambda *args: made.append(args) or compiled(*args)
""" + RUN.replace("{told}", "('sys', f'compiled{len(made)}')")
    [found] = loaded("address", "saraban_06480115@dla.go.th", program=program) - {"sys"}
    assert int(found.removeprefix("compiled")) < 30, "of some 200 in the modules that are loaded"
