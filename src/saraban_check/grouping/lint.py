"""What a table of groups leaves open or says twice. It is asked when a table is loaded."""

from itertools import product
from typing import NamedTuple

from ..model.errors import RequestError
from ..model.group_row import Combination
from ..model.text import Text
from .table import CONDITIONS, GroupTable


class Lint(NamedTuple):
    """`doubled`: facts that several rows match, with their indexes; `unreachable`: rows that never match;
    `gaps`: the possible facts that no row matches."""

    doubled: tuple[tuple[Combination, tuple[int, ...]], ...]
    unreachable: tuple[int, ...]
    gaps: tuple[Combination, ...]


def is_possible(facts: Combination) -> bool:
    """Whether facts can stand together: an agency without an address cannot have been delivered to."""
    return facts.address != "missing" or facts.delivery == "failed"


def lint(table: GroupTable) -> Lint:
    """Try all 72 combinations of facts on the table."""
    doubled: list[tuple[Combination, tuple[int, ...]]] = []
    gaps: list[Combination] = []
    reached: set[int] = set()
    for values in product(*CONDITIONS.values()):
        facts = Combination(*values)
        if not is_possible(facts):
            continue
        hits = tuple(i for i, row in enumerate(table.rows) if row.matches(facts))
        reached.update(hits)
        if len(hits) > 1:
            doubled.append((facts, hits))
        if not hits:
            gaps.append(facts)
    unreachable = tuple(i for i in range(len(table.rows)) if i not in reached)
    return Lint(tuple(doubled), unreachable, tuple(gaps))


_DOUBLED = Text(
    "{source}: ใช้ตารางนี้ไม่ได้ กลุ่ม {groups} ตรงกับข้อเท็จจริงชุดเดียวกัน ({facts}) แก้เงื่อนไขให้ไม่ซ้อนกัน",
    "{source}: the table cannot be used, groups {groups} match the same facts ({facts}); make their conditions differ",
)
_UNREACHABLE = Text(
    "{source}: ใช้ตารางนี้ไม่ได้ แถวของกลุ่ม {groups} ไม่มีข้อเท็จจริงใดตรงได้เลย แก้หรือลบแถวนั้น",
    "{source}: the table cannot be used, no facts can ever match the row of group {groups}; mend or remove it",
)


def require_sound(table: GroupTable, source: str) -> None:
    """Raise RequestError where two rows match the same facts or a row is unreachable."""
    found = lint(table)
    if found.doubled:
        facts, hits = found.doubled[0]
        groups = ", ".join(table.rows[i].group for i in hits)
        raise RequestError(_DOUBLED, source=source, groups=groups, facts=" · ".join(facts))
    if found.unreachable:
        groups = ", ".join(table.rows[i].group for i in found.unreachable)
        raise RequestError(_UNREACHABLE, source=source, groups=groups)
