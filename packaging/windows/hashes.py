"""The file of hashes beside the zip: what it was built from, so that it can be built again from exactly that.

Its lines are what pip's `--require-hashes` reads; files that did not come from the index stand in its comments.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

_PIN = re.compile(r"([A-Za-z0-9._-]+)==([A-Za-z0-9.!+]+) --hash=sha256:([0-9a-f]{64})")
_FILE = re.compile(r"# (.+) sha256:([0-9a-f]{64})")


class Pin(NamedTuple):
    """A file of the index: of a package in one version, the one with this hash."""

    name: str
    version: str
    sha256: str

    def __str__(self) -> str:
        return f"{self.name}=={self.version} --hash=sha256:{self.sha256}"


class Hashes(NamedTuple):
    """What a zip was built from, and other files with their hashes: the zip, a Python that was given."""

    pins: tuple[Pin, ...]
    files: Mapping[str, str]


def sha256(path: Path) -> str:
    """The hash of a file, as pip writes it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hashes_text(hashes: Hashes) -> str:
    """The file: the same for the same hashes, in whatever order they come."""
    return "".join(f"{line}\n" for line in _lines(hashes))


def read_hashes(text: str) -> Hashes:
    """What `hashes_text` has written. Raises ValueError with the line that is something else."""
    pins, files = [], {}
    for number, line in enumerate(text.splitlines(), 1):
        if found := _PIN.fullmatch(line):
            pins.append(Pin(*found.groups()))
        elif found := _FILE.fullmatch(line):
            files[found[1]] = found[2]
        elif line and not line.startswith("#"):
            raise ValueError(f"line {number} is no NAME==VERSION --hash=sha256:HASH: {line}")
    return Hashes(tuple(pins), files)


def differing(before: Hashes, now: Hashes) -> list[str]:
    """The files that are not what they were."""
    return [name for name, digest in before.files.items() if now.files.get(name, digest) != digest]


def _lines(hashes: Hashes) -> Iterable[str]:
    yield "# What the folder for Windows was built from; build.py --hashes FILE builds it again."
    yield from (f"# {name} sha256:{digest}" for name, digest in sorted(hashes.files.items()))
    yield from map(str, sorted(hashes.pins))
