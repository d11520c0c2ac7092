"""The published table of groups (decisions: Groups) as data: each row its conditions, published count and steps."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from ..model.assessment import OUTSIDE, UNDETERMINED
from ..model.delivery import Delivery
from ..model.errors import RequestError
from ..model.group_row import Combination, TableRow
from ..model.lazy_pattern import lazy_pattern
from ..model.text import Text
from ..model.verdict import AddressState
from ..reference.steps import steps
from ..reference.tables import rows, several

RULESET = "2569-02-17"
"""The date of the published table that the verdicts rest on (Buddhist era)."""

CONDITIONS: dict[str, tuple[str, ...]] = {
    "upgraded": ("yes", "no"),
    "notice": ("yes", "no"),
    "posted": ("yes", "no"),
    "address": (AddressState.CORRECT.value, AddressState.INCORRECT.value, AddressState.MISSING.value),
    "delivery": (Delivery.DELIVERED.value, Delivery.FULL.value, Delivery.FAILED.value),
}
"""Every condition and the values it may take; `*` stands for all of them."""


class GroupTable(NamedTuple):
    """The rows in their order, and the groups in the order in which they are shown."""

    rows: tuple[TableRow, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """All groups: A1 … E as the published table has them, W last, others of a user's own between."""
        names = sorted({row.group for row in self.rows} - {"W"})
        return (*names, "W") if any(row.group == "W" for row in self.rows) else tuple(names)

    def match(self, facts: Combination) -> int | None:
        """The index of the row that these facts match; None where no row does."""
        return next((i for i, row in enumerate(self.rows) if row.matches(facts)), None)

    def published_count(self, group: str) -> int | None:
        counts = [row.published for row in self.rows if row.group == group and row.published is not None]
        return sum(counts) if counts else None

    def steps_of(self, group: str) -> tuple[str, ...]:
        return next((row.steps for row in self.rows if row.group == group), ())


_BAD_VALUE = Text(
    "{source} แถว {line}: คอลัมน์ {column} มีค่า “{found}” ซึ่งใช้ไม่ได้ ค่าที่ใช้ได้คือ {choices}",
    "{source}, row {line}: column {column} holds “{found}”, which is not allowed; choose from {choices}",
)


_TAKEN = (OUTSIDE, UNDETERMINED, "error", "warning", "info")
_COUNT = lazy_pattern(r"[0-9]{1,9}")
_RULE = lazy_pattern(r"SB[0-9]{3}", re.IGNORECASE)
"""What a gate stops at by name: a group so called could not be told from it."""
_RESERVED = Text(
    "{source} แถว {line}: ชื่อกลุ่ม “{found}” สงวนไว้ ใช้ชื่ออื่น",
    "{source}, row {line}: “{found}” is reserved and cannot name a group; use another name",
)


def read_row(cells: dict[str, str], source: str, line: int) -> TableRow:
    """One row from its cells by heading.

    Raises RequestError where a cell holds a value that the condition cannot take.
    """
    allowed = []
    for name, choices in CONDITIONS.items():
        wanted = several((cells.get(name) or "").strip()) or ("*",)
        values = frozenset(choices) if wanted == ("*",) else frozenset(wanted)
        if not values <= set(choices):
            found = ", ".join(sorted(values - set(choices)))
            raise RequestError(
                _BAD_VALUE, source=source, line=line, column=name, found=found, choices=" | ".join((*choices, "*"))
            )
        allowed.append(values)
    todo = several((cells.get("steps") or "").strip())
    for key in todo:
        if key not in steps():
            raise RequestError(
                _BAD_VALUE, source=source, line=line, column="steps", found=key, choices=" | ".join(steps())
            )
    published = (cells.get("published") or "").strip()
    group = (cells.get("group") or "").strip()
    if group.casefold() in _TAKEN or _RULE.fullmatch(group):
        raise RequestError(_RESERVED, source=source, line=line, found=group)
    count = int(published) if _COUNT.fullmatch(published) else None
    return TableRow(group, tuple(allowed), count, todo, _shown(cells, tuple(allowed)))


def _shown(cells: dict[str, str], allowed: tuple[frozenset[str], ...]) -> tuple[Text, Text, Text]:
    """The marks of the published table; for a user's own row, made from its conditions."""
    if cells.get("notice_th"):
        mark = cells["address_mark"]
        return (
            Text(cells["notice_th"], cells["notice_en"]),
            Text(mark, mark),
            Text(cells["delivery_th"], cells["delivery_en"]),
        )

    def mark_of(values: frozenset[str], good: str) -> str:
        return "✓" if values == {good} else "✗" if good not in values else "–"

    _, notice, posted, address, delivery = allowed
    both = "✓" if notice == posted == {"yes"} else "✗" if "yes" not in notice & posted else "–"
    marks = (both, mark_of(address, "correct"), mark_of(delivery, "delivered"))
    return Text(marks[0], marks[0]), Text(marks[1], marks[1]), Text(marks[2], marks[2])


@cache
def published_table() -> GroupTable:
    """The table as OPDC published it, as of 17 February 2569."""
    return GroupTable(tuple(read_row(cells, "groups.csv", i) for i, cells in enumerate(rows("groups"), start=2)))


def extend(table: GroupTable, more: Iterable[TableRow]) -> GroupTable:
    """The table with further rows; a group that they name again takes their rows in place of its own."""
    added: Sequence[TableRow] = tuple(more)
    renewed = {row.group for row in added}
    return GroupTable((*(row for row in table.rows if row.group not in renewed), *added))
