"""Windows programs under Wine, and the built folder unpacked for them."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest
from tests.support import environment

PROJECT = Path(__file__).parents[2]
_HERE = Path(__file__).parent
_BUILD = PROJECT / "packaging" / "windows" / "build.py"
_COMPILER = "x86_64-w64-mingw32-gcc"
_WAIT = 300
_NEEDED = ("wine", "wineserver", _COMPILER)


def refuse(reason: str) -> NoReturn:
    """What the tests need is not there: on CI that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def check_programs() -> None:
    """Skip where Wine or the compiler is not installed."""
    if absent := [name for name in _NEEDED if shutil.which(name) is None]:
        refuse(f"not installed: {', '.join(absent)}")


def build_folder(folder: Path) -> Path:
    """The zip, built and unpacked in a folder; with it what Wine 8 lacks, and without what it cannot do."""
    done = subprocess.run([sys.executable, _BUILD, "--output", folder], capture_output=True, timeout=900, check=False)
    if done.returncode != 0:
        refuse(f"the folder could not be built: {done.stderr.decode(errors='replace')[-2000:]}")
    [path] = folder.glob("*.zip")
    unpacked = folder / "โปรแกรม ของเรา"
    with zipfile.ZipFile(path) as archive:
        archive.extractall(unpacked)
    stub = unpacked / "python" / "bcryptprimitives.dll"
    command = [_COMPILER, "-shared", "-O2", "-s", "-o", str(stub), str(_HERE / "bcryptprimitives.c"), "-ladvapi32"]
    subprocess.run(command, check=True, timeout=60)
    (unpacked / "python" / "_wmi.pyd").unlink()  # platform asks it, and Wine 8 answers with an error that ends the run
    return unpacked


class Done(NamedTuple):
    """What a program answered."""

    code: int
    out: bytes
    err: bytes

    @property
    def said(self) -> str:
        """What it has to say besides the result, with line ends as here."""
        return self.err.decode().replace("\r\n", "\n")


class Windows:
    """The folder on a Windows of its own."""

    def __init__(self, folder: Path, prefix: Path) -> None:
        self.folder, self._prefix = folder, prefix
        self._environment = environment(
            {
                "WINEPREFIX": str(prefix),
                "WINEARCH": "win64",
                "WINEDEBUG": "-all",
                "WINEDLLOVERRIDES": "mscoree,mshtml=",
                "LC_ALL": "C.UTF-8",  # for the names of files
                "HOME": str(prefix),
            }
        )
        self._environment.pop("DISPLAY", None)

    def with_variables(self, variables: Mapping[str, str]) -> "Windows":
        """The same with more in the environment."""
        other = Windows(self.folder, self._prefix)
        other._environment.update(variables)
        return other

    def boot(self) -> None:
        """Make the prefix. Its services get no pipe of ours, which would never end."""
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        for command in (["wineserver", "-p"], ["wine", "wineboot", "--init"]):
            subprocess.run(command, check=True, timeout=_WAIT, env=self._environment, **quiet)  # type: ignore[call-overload]

    def shut_down(self) -> None:
        """End whatever runs in the prefix."""
        subprocess.run(["wineserver", "-k"], check=False, timeout=60, env=self._environment)
        subprocess.run(["wineserver", "-w"], check=False, timeout=60, env=self._environment)

    def start(self, program: str, *args: str | Path, cwd: Path | None = None) -> "subprocess.Popen[bytes]":
        """Start a program of the folder, with pipes: Wine 8's Python cannot use other files as streams."""
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        command = ["wine", self.folder / program, *args]
        return subprocess.Popen(command, env=self._environment, cwd=cwd or self.folder, **pipes)  # type: ignore[call-overload, no-any-return]

    def run(self, *args: str | Path, cwd: Path | None = None, stdin: bytes = b"") -> Done:
        """Run saraban-check.exe."""
        return self._finish(self.start("saraban-check.exe", *args, cwd=cwd), stdin)

    def python(self, script: str, *args: str | Path, cwd: Path | None = None, stdin: bytes = b"") -> Done:
        """Run a script of ours by the Python of the folder."""
        return self._finish(self.start("python/python.exe", _HERE / script, *args, cwd=cwd), stdin)

    @contextmanager
    def holding(self, name: str, folder: Path) -> Iterator[None]:
        """While a program holds a file open."""
        with self.start("python/python.exe", _HERE / "hold.py", name, cwd=folder) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stdout.readline().strip() == b"held"
            try:
                yield
            finally:
                process.stdin.close()

    def _finish(self, process: "subprocess.Popen[bytes]", stdin: bytes) -> Done:
        with process:
            try:
                out, err = process.communicate(stdin, timeout=_WAIT)
            except BaseException:
                process.kill()
                raise
        return Done(process.returncode, out, err)
