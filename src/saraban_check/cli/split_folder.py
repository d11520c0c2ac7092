"""The folder of `--split`: a workbook for each part, and what earlier rounds left there, named or moved aside.

Only what `--split` wrote and nobody saved since is moved, never deleted; what somebody worked in stays and is named.
"""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.errors import RequestError
from ..model.os_reasons import reason_of
from ..model.text import Text
from ..report.run import Report
from ..writing.own_files import is_own_part
from .outputs import Targets, write_file
from .streams import note

if TYPE_CHECKING:
    from ..checks.cross_sections import CrossSection

_CANNOT_MAKE = Text(
    "--split {by} {file}: สร้างโฟลเดอร์ไม่ได้ ({reason})", "--split {by} {file}: it cannot be made ({reason})"
)
_WROTE_INTO = Text("บันทึก {count} ไฟล์ลงใน {folder} แล้ว", "wrote {count} files into {folder}")
_LEFT = Text(
    "ในโฟลเดอร์นี้มีสมุดงานอื่นอีก {count} ไฟล์ที่รอบนี้ไม่ได้เขียน: {names} ของรอบก่อนย้ายออกได้ด้วย --clean",
    "the folder holds {count} more workbooks that this run did not write: {names}; --clean moves those of earlier "
    "rounds aside",
)
_KEPT = Text(
    "ไม่ได้ย้าย {count} ไฟล์ เพราะโปรแกรมนี้ไม่ได้เขียน หรือมีผู้แก้ไขแล้ว: {names}",
    "{count} files were not moved, for this program did not write them, or they were edited since: {names}",
)
_MOVED = Text("ย้ายสมุดงานของรอบก่อน {count} ไฟล์ไปไว้ใน {folder}: {names}", "moved {count} workbooks to {folder}: {names}")
_CANNOT_MOVE = Text(
    "--clean {file}: ย้ายไม่ได้ ({reason}) ไฟล์ของรอบนี้เขียนครบแล้ว",
    "--clean {file}: it cannot be moved ({reason}); the files of this run are all written",
)
_EARLIER = Text("รอบก่อน", "earlier rounds")
_NAMED = 10
_MORE = Text("{names} และอีก {count} ไฟล์", "{names} and {count} more")


def write_parts(report: Report, section: "CrossSection", folder: Path, most: int, *, clean: bool) -> None:
    """The workbooks, and then what earlier rounds left. Raises RequestError where something cannot be done."""
    from ..files.part.document import part_document
    from ..files.workbook.splitting import split_list

    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise RequestError(_CANNOT_MAKE, by=section.name, file=folder, reason=reason_of(error)) from None
    parts = list(split_list(report.result, section, report.lang, most))
    Targets().check_all("--split", [folder / name for name, _ in parts])
    for name, part in parts:
        write_file(folder / name, [part_document(part, report.lang)], "--split")
    note(_WROTE_INTO, count=f"{len(parts):,}", folder=folder)
    others = _others(folder, {name for name, _ in parts})
    if others and clean:
        _move(others, folder / _EARLIER.say(report.lang))
    elif others:
        note(_LEFT, count=f"{len(others):,}", names=_some(others))


def _others(folder: Path, written: Collection[str]) -> list[Path]:
    """The other workbooks, but the locks of those that are open."""
    return sorted(p for p in folder.glob("*.xlsx") if p.name not in written and not p.name.startswith(("~$", ".")))


def _move(others: list[Path], aside: Path) -> None:
    moved, kept = [], []
    for path in others:
        try:
            if path.is_symlink() or not path.is_file() or not is_own_part(path):
                kept.append(path)
                continue
            aside.mkdir(exist_ok=True)
            path.rename(_free(aside, path))
        except OSError as error:
            raise RequestError(_CANNOT_MOVE, file=path, reason=reason_of(error)) from None
        moved.append(path)
    if moved:
        note(_MOVED, count=f"{len(moved):,}", folder=aside, names=_some(moved))
    if kept:
        note(_KEPT, count=f"{len(kept):,}", names=_some(kept))


def _free(aside: Path, path: Path) -> Path:
    """A name that nothing has there: `48-นครพนม.xlsx`, else `48-นครพนม (2).xlsx`."""
    place, number = aside / path.name, 1
    while place.exists() or place.is_symlink():
        number += 1
        place = aside / f"{path.stem} ({number}){path.suffix}"
    return place


def _some(paths: list[Path]) -> Text | str:
    names = ", ".join(path.name for path in paths[:_NAMED])
    return _MORE.fill(names=names, count=f"{len(paths) - _NAMED:,}") if len(paths) > _NAMED else names
