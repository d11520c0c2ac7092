"""The registry's files: DLA's open data or any table with code and name comes in, one packed file is kept."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ..intake.dates import past_day
from ..intake.named_file import read_named
from ..intake.options import ListOptions
from ..model.errors import InputError
from ..model.text import Text
from .differences import NO_DIFFERENCES, differences
from .registry import Registry
from .store import MAGIC, differences_of, pack, unpack

if TYPE_CHECKING:
    from ..intake.table import Table
    from .importing import Imported


def load_registry(path: str | Path) -> "Registry":
    """A registry of local agencies: what `registry import` keeps, DLA's open data, or any table with code and name.

    Raises InputError where the file is none of these. Source: decisions: Agencies and Codes.
    """
    path = Path(path)
    data = read_named(path)
    return unpack(data, path.name) if data.startswith(MAGIC) else import_registry(path).registry


def import_registry(
    path: str | Path,
    reading: ListOptions = ListOptions(),
    *,
    as_of: str | None = None,
    on_open: "Callable[[Table], None] | None" = None,
) -> "Imported":
    """Read DLA's open data (dataset `dlads_05_01`), or any table with code and name, and say which rows were left out.

    `as_of` is the day of the registry (`2026-06-30`, `30/6/2569`); without it, the day on which the file was
    last changed. Raises InputError where the file cannot be used, RequestError where an option does not fit it.
    """
    from ..intake.source import open_table  # what is kept needs no reader of tables
    from .importing import NEEDS, import_rows

    day = None if as_of is None else past_day(as_of, "--as-of")
    path = Path(path)
    source = open_table(path, reading._replace(needs=NEEDS))
    if on_open is not None:
        on_open(source)
    date = _day_of(path) if day is None else day.isoformat()
    found = import_rows(source.rows(), source.header, source.file, date, is_file_date=day is None)
    if not len(found.registry):
        raise InputError(_NO_AGENCIES, file=source.file, row=source.header_row)
    return found


def _day_of(path: Path) -> str:
    import datetime

    return datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC).date().isoformat()


_NO_AGENCIES = Text(
    "{file}: ไม่มีแถวที่มีทั้งรหัสและชื่อ อปท. ใต้หัวตาราง (แถว {row}) ใช้ไฟล์ทะเบียน อปท. ของ สถ.",
    "{file}: no row below the header (row {row}) has a code and a name; use DLA's registry of local agencies",
)


def render_registry(registry: "Registry", before: "Registry | None" = None) -> bytes:
    """A registry as the bytes of its one file, with how it differs from the one before, if there was one."""
    if before is not None and list(before) == list(registry):  # another date only: what is remembered stays so
        return pack(registry, differences_of(before))
    return pack(registry, NO_DIFFERENCES if before is None else differences(before, registry))
