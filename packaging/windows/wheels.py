"""What wheels hold: which files the folder needs, what they need on Windows, and what licences they came with."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from email.message import Message
from email.parser import BytesParser
from functools import cached_property
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from archive import Files

_FOR_COMPILERS = (".pyi", ".pyx", ".pxd", ".pxi", ".h", ".c", ".cpp", ".lib")
_OF_INSTALLERS = {"RECORD", "WHEEL", "DELVEWHEEL", "zip-safe", "top_level.txt"}
_LICENCE = re.compile(r"(?:licen[cs]es?|copying|notice|authors)(?:[._-].*)?", re.IGNORECASE)
_IN_DATA = re.compile(r"[^/]+\.data/(?:(?P<where>purelib|platlib)/)?(?P<name>.+)")


class Wheel:
    """A wheel that was downloaded."""

    def __init__(self, path: Path) -> None:
        self.path = path
        name, self.version, *_ = path.name.split("-")
        self.name = str(canonicalize_name(name))

    @cached_property
    def _all(self) -> Files:
        with zipfile.ZipFile(self.path) as archive:
            return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}

    @cached_property
    def metadata(self) -> Message:
        """Its METADATA: a header for each field."""
        [data] = [data for name, data in self._all.items() if _is_of_dist_info(name, "METADATA")]
        return BytesParser().parsebytes(data, headersonly=True)

    def files(self) -> Files:
        """What is put into the folder that Python imports from: not what only compilers and installers read."""
        return dict(self._files())

    def licence(self) -> str:
        """What it says that its licence is, in a few words."""
        said = self.metadata.get("License-Expression") or self.metadata.get("License") or ""
        classified = [c for c in self.metadata.get_all("Classifier", []) if c.startswith("License ::")]
        short = said.split("\n")[0].strip() or ", ".join(c.rpartition(" :: ")[2] for c in classified)
        return short or "see its text"

    def licence_texts(self) -> dict[str, str]:
        """The texts of licences in it, by their names in it."""
        return {
            name: data.decode("utf-8", "replace")
            for name, data in self._all.items()
            if not name.endswith((".py", ".html"))
            and (_LICENCE.fullmatch(PurePosixPath(name).name) or "/licenses/" in name)
        }

    def requirements(self, python: str) -> Iterator[Requirement]:
        """What it needs on Windows with a Python ("3.13"), without extras. pip asks the machine that it runs on."""
        windows = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "python_version": python}
        for line in self.metadata.get_all("Requires-Dist", []):
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({**windows, "platform_machine": "AMD64", "extra": ""}):
                yield needed

    def _files(self) -> Iterator[tuple[str, bytes]]:
        for name, data in self._all.items():
            if name.endswith(_FOR_COMPILERS) or any(_is_of_dist_info(name, one) for one in _OF_INSTALLERS):
                continue
            if inside := _IN_DATA.fullmatch(name):
                if inside["where"]:
                    yield inside["name"], data
                continue
            yield name, data


def missing(wheels: Sequence[Wheel], python: str) -> list[str]:
    """What these wheels need on Windows that is not among them, as pip takes it."""
    there = {wheel.name for wheel in wheels}
    needed = {
        str(canonicalize_name(one.name)): f"{one.name}{one.specifier}"
        for wheel in wheels
        for one in wheel.requirements(python)
    }
    return sorted(text for name, text in needed.items() if name not in there)


def _is_of_dist_info(name: str, file: str) -> bool:
    folder, _, rest = name.partition("/")
    return folder.endswith(".dist-info") and rest == file
