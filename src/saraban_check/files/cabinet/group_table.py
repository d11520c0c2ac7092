"""The published table with the counts of the list: the rows that the screen has, the published counts beside them."""

from collections.abc import Iterator

from ...checks.classification import Classification
from ...checks.summary import Summary
from ...grouping.table import RULESET
from ...model.text import Text
from ...reference.days import day_text
from ...report.document import Note, Table, Value, cell_of
from ...report.views.group_counts import group_counts
from .blocks import Align, Block, Cell, Grid, Paragraph, Style

_TOLD = Text(
    "ตารางจำนวนหน่วยงานแต่ละกลุ่มและเงื่อนไขของกลุ่ม", "Table: how many agencies are in each group, and the groups' conditions"
)
_PUBLISHED = Text("ที่เผยแพร่\n(แห่ง)", "Published")
_NOW = (Text("ครั้งนี้\n(แห่ง)", "Now"), Text("รวม\n(แห่ง)", "Sum"))
_BESIDE = Text(
    "{star} · “ที่เผยแพร่” โดยสำนักงาน ก.พ.ร. ณ {day} ไม่ใช่วันที่ของข้อมูลนี้",
    "{star} · “Published”: as OPDC published them as of {day}, not the day of these data",
)
_ALONE = Text(
    "{star} · เงื่อนไขตามตารางฉบับวันที่ {day} ไม่ใช่วันที่ของข้อมูลนี้",
    "{star} · conditions as in the table of {day}, not the day of these data",
)
_HEAD = "E7E6E6"
_WITH_PUBLISHED = (13, 46, 25, 26, 18, 16, 16)
_WITHOUT = (13, 52, 29, 30, 18, 18)
_COUNT = 4
"""Before it stand the group and its three conditions, from it on there are numbers."""


def group_table(result: Classification) -> Iterator[Block]:
    """The table, and what its asterisk and its published counts mean; these are of the whole country."""
    summary = result.summary
    table, note = group_counts(summary)
    assert isinstance(table, Table)
    assert isinstance(note, Note)
    is_beside = not result.narrowed and not result.has_own_table
    names: list[Value] = [*(column.short or column.heading for column in table.columns[:_COUNT]), *_NOW]
    grid = [_row(names, _PUBLISHED if is_beside else None, strong=True, fill=_HEAD)]
    for row, said in zip(table.rows, _published(summary, len(table.rows)), strict=True):
        cells = [cell_of(one) for one in row]
        is_sum = any(cell.strong for cell in cells)
        grid.append(_row([cell.value for cell in cells], said if is_beside else None, strong=is_sum))
    yield Grid(_TOLD, _WITH_PUBLISHED if is_beside else _WITHOUT, grid)
    year, _, rest = RULESET.partition("-")
    words = _BESIDE if is_beside else _ALONE
    yield Paragraph(Style.NOTE, words.fill(star=note.text, day=day_text(f"{int(year) - 543}-{rest}")))


def _row(values: list[Value], published: Text | str | None, *, strong: bool, fill: str = "") -> list[Cell]:
    if published is not None:
        values = [*values[:_COUNT], published, *values[_COUNT:]]
    centred = bool(fill)
    return [
        Cell(
            value if isinstance(value, Text) else str(value),
            Align.CENTER if centred or at in (0, 2, 3) else Align.LEFT if at < _COUNT else Align.RIGHT,
            strong=strong,
            fill=fill,
            is_name=at == 0,
        )
        for at, value in enumerate(values)
    ]


def _published(summary: Summary, rows: int) -> Iterator[str]:
    """The published count of each row: of its group, of all, of those to be followed up."""
    counts = {group: summary.table.published_count(group) for group in summary.groups}
    yield from ("–" if count is None else f"{count:,}" for count in counts.values())
    yield from [""] * (rows - len(counts) - 2)
    known = {group: count for group, count in counts.items() if count is not None}
    yield f"{sum(known.values()):,}"
    yield f"{sum(count for group, count in known.items() if summary.needs_follow_up(group)):,}"
