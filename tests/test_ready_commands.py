"""The commands that a screen ends with: taken as they stand, they come to the result that stands above them."""

import re
import shlex
from pathlib import Path

import pytest
from tests.support import run, write_list
from tests.test_answers import mail
from tests.test_bounces_command import FULL, bounce, mbox

ROWS = [
    ["06480171", "อบต.หนึ่งสมมติ", "", "นครพนม", "", "saraban_06480171@dla.go.th", "✓", "✓", ""],
    ["06480172", "อบต.สองสมมติ", "", "นครพนม", "", "saraban_06480172@dla.go.th", "✓", "✓", ""],
    ["06480173", "อบต.สามสมมติ", "", "นครพนม", "", "saraban_06480173@dla.go.th", "✓", "✓", ""],
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_list(tmp_path / "my agencies.csv", ROWS)
    (tmp_path / "b 1").mkdir()
    reports = (bounce(FULL._replace(to="saraban_06480172@dla.go.th")), bounce(FULL._replace(to=ROWS[2][5], day=1)))
    mbox(tmp_path / "b 1" / "in.mbox", *reports, mail("saraban_06480171@dla.go.th"))
    (tmp_path / "delivery.csv").write_text("address,status\nsaraban_06480172@dla.go.th,full\n", encoding="utf-8")
    return tmp_path


def _ready(screen: str) -> list[list[str]]:
    """The words of each command that the screen ends with."""
    said = " ".join(screen.split())
    return [shlex.split(one) for one in re.findall(r"saraban-check (.+?)(?=$| All agencies as a workbook)", said)]


@pytest.mark.parametrize(
    "words",
    [
        ("--bounces", "b 1", "--since", "2/6/2569", "--sent-all"),
        ("--bounces", "b 1", "--answered-is-delivered", "--delivery", "delivery.csv"),
        ("--delivery", "delivery.csv", "--sent-all", "--no-registry"),
        ("--assume", "delivered", "--map", "delivery=สถานะ การส่ง"),
        ("--no-ocr", "--require", "address", "--limit", "1", "--max", "file-mb=30"),
    ],
    ids=" ".join,
)
def test_a_classified_list_ends_with_commands_for_the_same_result(folder: Path, words: tuple[str, ...]) -> None:
    headings = (folder / "my agencies.csv").read_text(encoding="utf-8-sig").partition("\n")[0]
    if "--map" in words:
        text = (folder / "my agencies.csv").read_text(encoding="utf-8")
        last = headings.strip().rpartition(",")[2]
        (folder / "my agencies.csv").write_text(text.replace(last, "สถานะ การส่ง", 1), encoding="utf-8")
    first = run("classify", "my agencies.csv", *words, "--lang", "en", cwd=folder)
    assert first.returncode == 0, first.stderr
    explain, classify = _ready(first.stdout)
    again = run(*classify, "--lang", "en", "--limit", "1" if "--limit" in words else "10", cwd=folder)
    offered = "All agencies as a workbook"
    assert again.stdout == first.stdout.partition(offered)[0], f"no workbook is offered to who has it; {again.stderr}"
    assert (folder / "result.xlsx").exists()
    assert explain[-1] == "ROW"
    told = run(*explain[:-1], "2", "--lang", "en", "-q", cwd=folder)
    assert told.returncode == 0, told.stderr
    without_row = run(*explain[:-1], "--lang", "en", cwd=folder)
    assert _ready(without_row.stderr) == [[*explain[:-1], "5"]]


def test_the_command_after_bounces_comes_to_what_the_bounces_come_to(folder: Path) -> None:
    words = ("--since", "2/6/2569", "--sent-all")
    done = run("bounces", "b 1", "--for", "my agencies.csv", *words, "-o", "d.csv", "--lang", "en", cwd=folder)
    ready = _ready(done.stdout)[-1]
    assert ready == ["classify", "my agencies.csv", "--delivery", "d.csv", *words, "-o", "result.xlsx"]
    by_csv = run(*ready, "--lang", "en", cwd=folder).stdout
    direct = run("classify", "my agencies.csv", "--bounces", "b 1", *words, "--lang", "en", cwd=folder).stdout
    assert by_csv.partition("For all reasons")[0] == direct.partition("For all reasons")[0]


def test_what_the_settings_say_is_not_repeated_but_their_file_is(folder: Path) -> None:
    (folder / "my.toml").write_text('assume = "failed"\nlang = "en"\n', encoding="utf-8")
    done = run("classify", "my agencies.csv", "--config", "my.toml", cwd=folder)
    explain, _ = _ready(done.stdout)
    assert explain == ["explain", "my agencies.csv", "--config", "my.toml", "ROW"]


def test_the_commands_after_fix_read_the_list_in_the_same_way(folder: Path) -> None:
    text = (folder / "my agencies.csv").read_bytes().decode()
    dressed = text.replace(ROWS[0][5], f"({ROWS[0][5]})")
    (folder / "my agencies.csv").write_bytes(dressed.encode())
    words = ("--no-registry", "--map", "address=อีเมลกลาง", "--unsafe", "--lang", "en")
    done = run("fix", "my agencies.csv", *words, "--dry-run", cwd=folder)
    ready = next(one for one in _ready(done.stdout) if one[0] == "fix")
    assert ready[:6] == ["fix", "my agencies.csv", "--no-registry", "--map", "address=อีเมลกลาง", "--unsafe"]
