"""Build the folder that runs on Windows without anything installed, on Linux, from PyPI alone.

python packaging/windows/build.py [--output FOLDER] [--python ZIP] [--hashes FILE]
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from archive import Files, merged, write_zip
from hashes import Hashes, Pin, differing, hashes_text, read_hashes, sha256
from index import PYTHON, build_wheel, download_pinned, download_python, download_wheels, pins
from interpreter import Interpreter, read_interpreter
from launcher import launcher
from licences import licences
from wheels import Wheel, missing

_HERE = Path(__file__).resolve().parent
_PROJECT = _HERE.parents[1]
_READ_ME = _HERE / "read-me.html"
_EXAMPLES = _PROJECT / "data"  # what the guides play with
_EXTRAS = "ocr"  # scans are read where Tesseract is installed, without pip
_LAUNCHER = "distlib"
_MIB = 1024 * 1024


class Built(NamedTuple):
    """Where the zip is, how big it is packed and unpacked (bytes), and what it was built from."""

    path: Path
    packed: int
    unpacked: int
    hashes: Path


def build(output: Path, python_zip: Path | None = None, again: Hashes | None = None) -> Built:
    """Build `saraban-check-VERSION-win64.zip` and its `.hashes.txt` in a folder.

    `python_zip` is python.org's embeddable zip, where it is not to be PyPI's; `again` is what an earlier zip was built
    from. Raises ValueError where that gives another zip, where pip fails, and where there is no Python in its zip.
    """
    with tempfile.TemporaryDirectory() as name:
        ours, theirs, sdist = (Path(name, part) for part in ("ours", "theirs", "python"))
        source, python_pins = python_zip, tuple[Pin, ...]()
        if source is None:
            pin = next((one for one in again.pins if one.name == PYTHON.name), PYTHON) if again else PYTHON
            source, python_pins = download_python(pin, sdist), (pin,)
        python = read_interpreter(source)
        own = build_wheel(_PROJECT, ours)
        wheels = _dependencies(own, theirs, python, again)
        stem = f"{own.name}-{own.version}-win64"
        files = _folder(own, wheels, python)
        packed = Path(name, f"{stem}.zip")
        write_zip(packed, files)
        given = [packed] if python_zip is None else [packed, python_zip]
        made = Hashes((*python_pins, *pins(wheels)), {file.name: sha256(file) for file in given})
        if again is not None and (other := differing(again, made)):
            raise ValueError(f"not as before: {', '.join(other)} (another source, Python or zlib)")
        output.mkdir(parents=True, exist_ok=True)
        path = Path(shutil.move(packed, output / packed.name))
    record = output / f"{stem}.hashes.txt"
    record.write_text(hashes_text(made), encoding="utf-8")
    return Built(path, path.stat().st_size, sum(map(len, files.values())), record)


def _dependencies(own: Wheel, folder: Path, python: Interpreter, again: Hashes | None) -> list[Wheel]:
    """The wheels of others, that with the launcher among them."""
    if again is None:
        found = download_wheels([f"{own.path}[{_EXTRAS}]", _LAUNCHER], folder, python.version)
        return [wheel for wheel in found if wheel.name != own.name]
    found = download_pinned([pin for pin in again.pins if pin.name != PYTHON.name], folder, python.version)
    launchers = [] if any(wheel.name == _LAUNCHER for wheel in found) else [_LAUNCHER]
    if lacking := [*missing([own, *found], python.version), *launchers]:
        raise ValueError(f"not among the hashes: {', '.join(lacking)}")
    return found


def _folder(own: Wheel, wheels: Sequence[Wheel], python: Interpreter) -> Files:
    """What the clerk sees on top, and below it what she needs not look at."""
    [started] = [wheel for wheel in wheels if wheel.name == _LAUNCHER]
    imported = [own, *(wheel for wheel in wheels if wheel is not started)]
    lib = merged(*(wheel.files() for wheel in imported))
    return merged(
        {f"python/{name}": data for name, data in python.files.items()},
        {f"python/lib/{name}": data for name, data in lib.items()},
        {
            **{
                path.relative_to(_PROJECT).as_posix(): path.read_bytes()
                for path in _EXAMPLES.rglob("*")
                if path.is_file()
            },
            "saraban-check.exe": launcher(started.path),
            "อ่านก่อนใช้.html": _READ_ME.read_text(encoding="utf-8").replace("{version}", own.version).encode(),
            "licences.txt": licences(imported, started, python).encode("utf-8-sig"),
        },
    )


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--output", type=Path, default=Path("dist"), metavar="FOLDER", help="where to [dist]")
    parser.add_argument("--python", type=Path, metavar="ZIP", help="python.org's embeddable zip instead of PyPI's")
    parser.add_argument("--hashes", type=Path, metavar="FILE", help="build again what this .hashes.txt is of")
    options = parser.parse_args()
    try:
        again = read_hashes(options.hashes.read_text(encoding="utf-8")) if options.hashes else None
        built = build(options.output, options.python, again)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"build.py: {error}\n")
        return 1
    print(f"{built.path}: {built.packed / _MIB:.1f} MiB, unpacked {built.unpacked / _MIB:.1f} MiB; {built.hashes}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
