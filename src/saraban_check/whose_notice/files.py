"""The files that notices are read from: those that are named, and of a folder those that may be a document."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from ..intake.folders import Skip, is_folder, walk
from ..model.text import Text

DOCUMENT_SUFFIXES = (
    *(".pdf", ".docx", ".docm", ".doc", ".odt", ".rtf", ".html", ".htm", ".txt"),
    *(".png", ".jpg", ".jpeg", ".tif", ".tiff"),
)
"""What a document's name ends in. Those that cannot be read are tried too: each says itself what to do about it."""

NOT_BY_NAME = Text("ไม่ใช่ไฟล์เอกสาร หรือเป็นไฟล์ซ่อน", "no document by its name, or hidden")


class NoticeFile(NamedTuple):
    """A file to read, its name as the user typed it, and what it is called within the folder that was named."""

    path: Path
    name: str
    within: str


def document_files(paths: Iterable[Path | NoticeFile], skip: Skip) -> list[NoticeFile]:
    """The files named and those in folders named, in order, each once; `skip` is told which were left out, and why.

    Lock files of office programs (`~$…`) and hidden files are no documents. Raises InputError where a path is missing,
    a device or a pipe.
    """
    found: list[NoticeFile] = []
    for item in paths:
        path = item.path if isinstance(item, NoticeFile) else item
        if not is_folder(path):
            found.append(item if isinstance(item, NoticeFile) else NoticeFile(path, str(path), path.name))
            continue
        for inside in walk(path, skip):
            if is_document(inside.path.name):
                found.append(NoticeFile(inside.path, str(inside.path), inside.name))
            else:
                skip(inside.name, NOT_BY_NAME)
    return list({file.path.resolve(): file for file in reversed(found)}.values())[::-1]


def is_document(name: str) -> bool:
    """Whether a file of a folder is read, by its name: neither hidden, nor a lock, nor of another kind."""
    return not name.startswith((".", "~$")) and name.lower().endswith(DOCUMENT_SUFFIXES)
