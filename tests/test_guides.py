"""What README.md and the guides promise: each command line runs as pasted, each link leads somewhere."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from tests.guides import (
    GUIDES,
    PAGES,
    README,
    ROOT,
    Line,
    anchors_of,
    blocks_of,
    blocks_told,
    contents,
    lines_of,
    links_of,
    prose,
)
from tests.support import COMMAND, environment, run

from saraban_check.settings.file import load_settings

ENGINEERS = [page for page in GUIDES if page.name == "engineer.md"]
THAI = re.compile("[\u0e00-\u0e7f]")
SENTENCE = re.compile(r"(?:\b[A-Za-z][a-z]+ ){4}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What a reader has: the project's examples, and the program on the path."""
    folder = tmp_path / "clone"
    shutil.copytree(ROOT / "data", folder / "data")
    program = tmp_path / "bin" / "saraban-check"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nexec " + " ".join(f"'{word}'" for word in COMMAND) + ' "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return folder


def pasted(line: Line, folder: Path) -> subprocess.CompletedProcess[str]:
    """The line, run in the folder: by the shell only where it asks more of it than files for its streams."""
    own = {"XDG_DATA_HOME": str(folder.parent / "own"), "XDG_CACHE_HOME": str(folder.parent / "cache")}
    own["SARABAN_CHECK_OCR"] = "false"  # what scans say is tested elsewhere, and takes seconds each time
    words = line.words()
    if words is None:
        path = f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            ["bash", "-o", "pipefail", "-c", line.text],
            cwd=folder,
            env=environment(own | {"PATH": path}),
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
    streams = {words[at]: folder / words[at + 1] for at in range(len(words) - 1) if words[at] in "<>"}
    args = [word for at, word in enumerate(words[1:], 1) if word not in "<>" and words[at - 1] not in "<>"]
    done = run(*args, cwd=folder, env=own, stdin=streams["<"].read_bytes() if "<" in streams else None, timeout=120)
    if ">" in streams:
        streams[">"].write_text(done.stdout, encoding="utf-8")
    return done


@pytest.mark.parametrize("name", ["README.md", "clerk.md", "engineer.md", "officer.md"])
def test_every_command_line_runs_as_pasted_in_a_fresh_clone(name: str, clone: Path) -> None:
    """A line that stands in both languages is run once: they hold the same lines, as the next test says."""
    before = contents(clone / "data")
    pages = [README] if name == "README.md" else [ROOT / "docs" / lang / name for lang in ("th", "en")]
    lines = {line.command: line for page in pages for line in lines_of(page)}
    assert lines
    for line in lines.values():
        done = pasted(line, clone)
        assert done.returncode == line.code, (line.text, done.stderr, done.stdout[-2000:])
        assert not re.search(r"^(?:ข้อผิดพลาด|error):|Traceback", done.stderr, re.MULTILINE), (line.text, done.stderr)
        assert contents(clone / "data") == before, line.text


@pytest.mark.parametrize("name", ["clerk.md", "engineer.md", "officer.md"])
def test_both_languages_hold_the_same_lines(name: str) -> None:
    thai, english = (
        [(DAY.sub("DAY", line.command).replace(" --lang en", ""), line.code) for line in lines_of(page)]
        for page in (ROOT / "docs" / lang / name for lang in ("th", "en"))
    )
    assert thai == english


def test_no_other_page_has_lines_to_paste() -> None:
    """CONTRIBUTING's are those of `.ci/run`."""
    others = [page for page in PAGES if page not in {README, ROOT / "CONTRIBUTING.md", *GUIDES}]
    assert not [page for page in others if list(lines_of(page))]
    assert {page.name for page in GUIDES} == {"clerk.md", "engineer.md", "officer.md"}


def test_powershell_is_held_to_the_same() -> None:
    line = Line(r".\saraban-check.exe classify data\agencies.xlsx --map address=\"อีเมล ใหม่\" -o r.xlsx", 0, True)
    assert line._replace(text=line.text.replace('\\"', '"')).words() == [
        *("saraban-check", "classify", "data/agencies.xlsx", "--map", "address=อีเมล ใหม่", "-o", "r.xlsx")
    ]
    spoken = [line for page in GUIDES for line in lines_of(page) if line.is_powershell]
    assert spoken
    assert all(line.text.startswith(r".\saraban-check.exe ") for line in spoken)


def test_what_is_installed_exists() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    blocks = [*blocks_told(README, "install"), *blocks_told(README, "test command")]
    assert {"pip", "uv", "pipx"} <= set(re.findall(r"\b(?:pip|uv|pipx)\b", " ".join(blocks)))
    for block in blocks:
        for told in re.findall(r"'\.\[([^\]]+)\]'", block):
            assert set(told.split(",")) <= set(extras)


@pytest.mark.parametrize("page", ENGINEERS, ids=name_of)
def test_settings_and_steps_to_copy_are_those_that_exist(page: Path, tmp_path: Path) -> None:
    (settings,) = blocks_of(page, "toml")
    (tmp_path / "saraban-check.toml").write_text(settings, encoding="utf-8")
    load_settings(tmp_path / "saraban-check.toml")
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    workflow, _, commit = (yaml.safe_load(block) for block in blocks_of(page, "yaml"))
    (step,) = (one for one in workflow["jobs"]["check"]["steps"] if "/saraban-check@" in one.get("uses", ""))
    assert set(step["with"]) <= set(action["inputs"])
    text = page.read_text(encoding="utf-8")
    assert set(re.findall(r"outputs\.([\w-]+)", text)) <= set(action["outputs"])
    assert {hook["id"] for hook in commit["repos"][0]["hooks"]} <= {hook["id"] for hook in hooks}
    assert all(f"`{name}`" in text for name in (*action["inputs"], *action["outputs"]))


def test_what_a_pipeline_is_told_to_run_judges_a_list_and_writes_what_is_gathered(clone: Path) -> None:
    """GitLab's script, Jenkins' steps and the hook, in a repository with its list and its baseline below `exports`."""
    exports = clone / "exports"
    exports.mkdir()
    shutil.copy(clone / "data" / "agencies.csv", exports)
    command = re.compile(r"saraban-check (classify [^'\n]+)")
    for page in ENGINEERS:
        _, gitlab, commit = (yaml.safe_load(block) for block in blocks_of(page, "yaml"))
        (jenkins,) = blocks_of(page, "groovy")
        job = gitlab["saraban-check"]
        assert not re.search("slim|alpine", job["image"]), "pip takes the program from Git, and these have none"
        (hook,) = commit["repos"][0]["hooks"]
        args = " ".join(("classify", "--format concise", *hook["args"]))
        for words in (*command.findall(" ".join(job["script"])), *command.findall(jenkins), args):
            done = run(*words.split(), cwd=clone)
            assert done.returncode == 1, (words, done.stderr)
        gathered = [*job["artifacts"]["reports"].values(), *re.findall(r"(?:junit|Artifacts) '([^']+)'", jenkins)]
        assert len(gathered) == 4
        for name in gathered:
            (clone / name).unlink()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    for link in links_of(page):
        path, _, anchor = unquote(link).partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        if anchor:
            assert anchor in anchors_of(target), link


@pytest.mark.parametrize("page", GUIDES, ids=name_of)
def test_a_guide_is_in_one_language_and_exists_in_both(page: Path) -> None:
    other = {"th": "en", "en": "th"}[page.parent.name]
    assert (page.parent.parent / other / page.name).exists()
    _is_in_one_language(page.read_text(encoding="utf-8"), page.parent.name)


def test_the_readme_is_short_and_each_half_is_in_one_language() -> None:
    text = README.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 200
    thai, english = re.split(r"^# English$", text, flags=re.MULTILINE)
    _is_in_one_language(thai, "th")
    _is_in_one_language(english, "en")


def _is_in_one_language(text: str, lang: str) -> None:
    told = prose(text)
    stray = [line for line in told.splitlines() if (SENTENCE if lang == "th" else THAI).search(line)]
    assert not stray


def test_the_clerks_page_is_one_page() -> None:
    for lang in ("th", "en"):
        told = (ROOT / "docs" / lang / "clerk.md").read_text(encoding="utf-8").splitlines()
        assert len(told) <= 90


def test_every_file_of_the_documents_is_linked_from_one_of_them() -> None:
    links = [(page.parent, link.partition("#")[0]) for page in PAGES for link in links_of(page)]
    linked = {(folder / path).resolve() for folder, path in links if path}
    files = [path for path in (ROOT / "docs").rglob("*") if path.is_file() and path.name != "README.md"]
    assert not [path for path in files if path not in linked and path.parent not in linked]
