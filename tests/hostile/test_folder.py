"""A folder that holds modules of its own beside the input lends us none, whatever command runs in it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.documents import simple_pdf
from tests.support import environment, run

DATA = Path(__file__).parents[2] / "data"
MODULES = (
    *("python_calamine", "openpyxl", "lxml", "defusedxml", "olefile", "pypdfium2", "docx", "budoux", "rich", "typer"),
    *("json", "encodings", "zipfile", "csv", "xml", "tempfile", "datetime", "email_validator", "rapidfuzz", "dns"),
    *("runpy", "codecs", "html", "signal", "saraban_check", "sitecustomize", "usercustomize", "xlsxwriter", "site"),
)
PAGE = "<html><table><tr><td>อีเมล</td></tr><tr><td>saraban_06480115@dla.go.th</td></tr></table></html>"


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with inputs of every kind, and modules that leave a mark when they are imported."""
    folder = tmp_path_factory.mktemp("trap")
    for module in MODULES:
        code = f"open({str(folder / 'RAN')!r}, 'a').write({module!r} + ' ')\nraise SystemExit(99)\n"
        (folder / f"{module}.py").write_text(code, encoding="utf-8")
        package = folder / "packages" / module
        package.mkdir(parents=True)
        (package / "__init__.py").write_text(code, encoding="utf-8")
    for name in ("agencies.csv", "agencies.xlsx", "addresses.csv", "bounces.mbox", "notice.docx"):
        shutil.copy(DATA / name, folder / name)
    (folder / "notice.pdf").write_bytes(simple_pdf(["A notice with as many letters as are needed to be one"]))
    (folder / "page.xls").write_text(PAGE, encoding="utf-8")
    return folder


RUNS = [
    "--version",
    "classify agencies.csv",
    "classify agencies.xlsx -o report.xlsx -o report.html -o report.json -o report.csv",
    "classify agencies.xlsx --mark marked.xlsx --split province parts",
    "classify page.xls",
    "explain agencies.xlsx 5",
    "compare agencies.csv agencies.xlsx",
    "fix agencies.xlsx -o fixed.xlsx",
    "address saraban_06480115@dla.go.th",
    "bounces bounces.mbox",
    "notice notice.docx notice.pdf",
    "draft notice --name อบต.ท่าข้าม",
    "template -o empty.xlsx",
    "registry import agencies.csv --check",
    "rules",
    "schema classify",
    "schema settings",
    "config",
]


@pytest.mark.parametrize("words", RUNS)
def test_no_module_of_the_folder_runs(trap: Path, words: str) -> None:
    done = run(*words.split(), cwd=trap, env={"PYTHONPATH": ""})
    assert not (trap / "RAN").exists(), (trap / "RAN").read_text()
    assert done.returncode in (0, 1, 2), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", ["classify page.xls", "notice notice.pdf", "classify agencies.xlsx -o again.xlsx"])
def test_the_users_environment_lends_helpers_no_modules(trap: Path, words: str) -> None:
    """`PYTHONSTARTUP`, `PYTHONINSPECT`, a user's own packages: what starts a helper does not heed them."""
    own = {"PYTHONUSERBASE": str(trap / "packages"), "PYTHONSTARTUP": str(trap / "json.py"), "PYTHONINSPECT": "1"}
    done = run(*words.split(), cwd=trap, env=own)
    assert not (trap / "RAN").exists()
    assert done.returncode in (0, 1), done.stderr


def test_python_m_forgets_the_folder_too(trap: Path, tmp_path: Path) -> None:
    for name in ("python_calamine", "openpyxl", "lxml", "json"):
        shutil.copy(trap / f"{name}.py", tmp_path)
    shutil.copy(trap / "agencies.xlsx", tmp_path)
    command = [sys.executable, "-m", "saraban_check", "classify", "agencies.xlsx", "-o", "report.xlsx"]
    done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, timeout=60, check=False)
    assert not (trap / "RAN").exists()
    assert done.returncode == 0, done.stderr.decode()
