"""A group table of the user's own, from a file."""

from pathlib import Path

from ..intake.group_file import read_group_file
from ..model.errors import RequestError
from ..model.text import Text
from .lint import require_sound
from .table import GroupTable, extend, published_table, read_row

_NO_GROUPS = Text("{file}: ไม่มีแถวของกลุ่มใดเลย เพิ่มอย่างน้อยหนึ่งแถว", "{file}: it names no group; add a row at least")


def load_group_table(path: str | Path, *, replace: bool = False) -> "GroupTable":
    """A user's own group table: it extends the published one, or replaces it whole.

    A group that the file names again takes its rows in place of the published ones. Raises InputError or
    RequestError where the file is no such table, or where two rows match the same facts. Source: decisions: Groups.
    """
    path = Path(path)
    rows = [read_row(cells, path.name, line) for line, cells in read_group_file(path)]
    if not rows:
        raise RequestError(_NO_GROUPS, file=path.name)
    table = GroupTable(tuple(rows)) if replace else extend(published_table(), rows)
    require_sound(table, path.name)
    return table
