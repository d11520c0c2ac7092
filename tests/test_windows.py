"""What holds on Windows, as far as another system can tell: names, files that are held, the job of a helper."""

import ctypes
import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from saraban_check.cli.outputs import Targets, write_file
from saraban_check.documents.programs import find_program
from saraban_check.drafting.file_names import FileNames
from saraban_check.intake import helper, windows_job
from saraban_check.intake.windows_job import ExtendedLimits, Job
from saraban_check.model.errors import RequestError
from saraban_check.model.os_reasons import reason_of
from saraban_check.model.windows_names import is_windows_name
from saraban_check.writing import whole

NO_NAMES = [
    *("CON", "con.xlsx", "Prn.html", "aux.tar.gz", "nul", "COM1", "lpt9.csv", "com¹.txt", "CONIN$", "nul .csv"),
    *("a:b.csv", "ผล<1>.xlsx", 'a".csv', "a|b", "a?.md", "a*.md", "ผล.xlsx.", "ผล.xlsx ", "a\tb.csv", "nul:x"),
]
NAMES = [
    "ผล.xlsx",
    "con1.xlsx",
    "console.xlsx",
    "com.csv",
    "com10.csv",
    "lpt.md",
    "my con.csv",
    "a..b.csv",
    ".con",
    "nul-1",
]


@pytest.mark.parametrize("name", NO_NAMES)
def test_names_that_windows_does_not_take(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_windows_name(name)
    path = tmp_path / name
    Targets().check("-o", path)  # elsewhere they are names as any other
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(RequestError, match="Windows"):
        Targets().check("-o", path)
    with pytest.raises(RequestError, match="Windows"):
        Targets().check_all("-o", [tmp_path / "a.xlsx", path])


@pytest.mark.parametrize("name", NAMES)
def test_names_that_windows_takes(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert is_windows_name(name)
    Targets().check("-o", tmp_path / name)


@pytest.mark.parametrize("text", NO_NAMES)
def test_names_of_our_own_are_names_on_windows_too(text: str) -> None:
    assert is_windows_name(FileNames().name_of(text) + ".xlsx")
    assert is_windows_name(FileNames().name_for(None, 5, text) + ".docx")


def held(path: Path, monkeypatch: pytest.MonkeyPatch, *, may_write: bool) -> None:
    """What Windows says of a file that another program holds: whether it may be written, but never replaced."""
    opened, moved = Path.open, Path.replace

    def open_(self: Path, mode: str = "r", *args: Any, **more: Any) -> Any:
        if self == path and "+" in mode and not may_write:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return opened(self, mode, *args, **more)

    def replace(self: Path, target: Path) -> Path:
        if target == path:
            raise PermissionError(errno.EACCES, "Access is denied", str(self), None, str(target))
        return moved(self, target)

    monkeypatch.setattr(Path, "open", open_)
    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(sys, "platform", "win32")


@pytest.mark.parametrize("may_write", [False, True])
def test_a_file_that_another_program_holds_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, may_write: bool
) -> None:
    path = tmp_path / "ผล.html"
    path.write_bytes(b"")
    held(path, monkeypatch, may_write=may_write)
    if not may_write:
        with pytest.raises(RequestError) as before:
            Targets().check("-o", path)  # before any work is done
        assert "close it in Excel" in before.value.say("en")
    with pytest.raises(RequestError) as caught:
        write_file(path, [b"new"])
    assert "ปิดไฟล์ใน Excel" in caught.value.say("th")
    assert path.read_bytes() == b""
    assert [one.name for one in tmp_path.iterdir()] == ["ผล.html"], "no unfinished file is left"


def test_a_file_that_is_marked_read_only_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(RequestError, match="read-only"):
        Targets().check("-o", path)


def test_a_folder_that_may_not_be_written_into_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "x.part")

    monkeypatch.setattr("saraban_check.cli.outputs.write_whole", refused)
    for platform in ("linux", "win32"):
        monkeypatch.setattr(sys, "platform", platform)
        with pytest.raises(RequestError) as caught:
            write_file(tmp_path / "a.html", [b"new"])
        assert str(tmp_path) in caught.value.say("en").replace(str(tmp_path / "a.html"), "")
        assert "Permission" not in caught.value.say("th")
    assert whole.write_whole is not refused


def test_reasons_come_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    full, denied = OSError(errno.ENOSPC, "ดิสก์เต็ม (ภาษาของระบบ)"), PermissionError(errno.EACCES, "Permission denied")
    assert reason_of(full).en == "No space left on device"
    assert reason_of(OSError("odd")).th == "odd"
    assert reason_of(denied).en == "Permission denied"
    monkeypatch.setattr(sys, "platform", "win32")
    assert "close it there" in reason_of(denied).en


class Kernel:
    """As much of Windows as a job asks."""

    def __init__(self, refuses: str = "") -> None:
        self.told: list[tuple[Any, ...]] = []
        self._refuses = refuses

    def _answer(self, name: str, *told: Any) -> int:
        self.told.append((name, *told))
        return 0 if name == self._refuses else 7

    def CreateJobObjectW(self, *_: None) -> int:
        return self._answer("create")

    def SetInformationJobObject(self, job: int, kind: int, found: Any, size: int) -> int:
        limits = ctypes.cast(found, ctypes.POINTER(ExtendedLimits)).contents
        return self._answer(
            "limit", job, kind, limits.BasicLimitInformation.LimitFlags, limits.ProcessMemoryLimit, size
        )

    def AssignProcessToJobObject(self, job: int, process: int) -> int:
        return self._answer("assign", job, process)

    def CloseHandle(self, job: int) -> int:
        return self._answer("close", job)


def test_a_helper_is_put_into_a_job_that_ends_with_us() -> None:
    """Sizes and values as in winnt.h for 64 bits."""
    kernel = Kernel()
    job = Job(42, 960, kernel)
    assert kernel.told == [("create",), ("limit", 7, 9, 0x100 | 0x400 | 0x2000, 960 << 20, 144), ("assign", 7, 42)]
    assert ExtendedLimits.ProcessMemoryLimit.offset == 112
    job.close()
    job.close()
    assert kernel.told[3:] == [("close", 7)]
    kernel = Kernel()
    Job(42, 0, kernel)
    assert kernel.told[1][3:5] == (0x400 | 0x2000, 0)


@pytest.mark.parametrize("refuses", ["create", "limit", "assign"])
def test_a_job_that_is_refused_leaves_nothing(refuses: str) -> None:
    kernel = Kernel(refuses)
    with pytest.raises(OSError, match="job"):
        Job(42, 960, kernel)
    assert (kernel.told[-1] == ("close", 7)) is (refuses != "create")


def test_no_helper_answers_without_its_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Windows refuses the job, the process is ended, and one sentence says that it could not be started."""
    ended = []

    class Process:
        stdin = stdout = None
        _handle = 5

        def __init__(self, *_: Any, **__: Any) -> None:
            self._handle = 5

        def kill(self) -> None:
            ended.append(True)

        def wait(self, _: float) -> int:
            return 1

    monkeypatch.setattr(windows_job, "_windows", lambda: Kernel("assign"))
    monkeypatch.setattr(subprocess, "Popen", Process)
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(RequestError, match="job"):
        helper.Helper("json.tool", memory_mb=100).ask({}, 1, 1000)
    assert ended


def test_programs_are_found_by_whole_paths_and_where_installers_put_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("bin/reader", "here/reader", "here/reader.exe", "Programs/Reader-OCR/reader.exe"):
        program = tmp_path / place
        program.parent.mkdir(parents=True, exist_ok=True)
        program.touch(0o755)
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", str(tmp_path / "bin")]))
    assert find_program("reader", "Reader-OCR") == tmp_path / "bin/reader"
    monkeypatch.setenv("PATH", ".")
    assert find_program("reader", "Reader-OCR") is None
    monkeypatch.setattr(sys, "platform", "win32")
    assert find_program("reader", "Reader-OCR") is None
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert find_program("reader", "Reader-OCR") == tmp_path / "Programs/Reader-OCR/reader.exe"


def test_ctrl_c_that_ended_the_helper_ends_the_run() -> None:
    class Ended:
        def wait(self, _: float) -> int:
            return 0xC000013A

    with pytest.raises(KeyboardInterrupt):
        helper._died(Ended())  # type: ignore[arg-type]
