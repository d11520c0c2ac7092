"""What there is to do in a list, what helps most agencies first."""

from collections.abc import Iterator, Sequence

from ...checks.summary import Summary
from ...model.assessment import OUTSIDE, UNDETERMINED
from ...model.text import Text
from ...rules.sb8_table import FACT_NAMES
from ..document import PAGE, SCREEN, Block, Item, Items, Line, Tone, line

_TODO = Text("สิ่งที่ต้องทำ (เรียงตามจำนวนหน่วยงานที่ได้ประโยชน์)", "What to do (what helps most agencies first)")
_SHORT = Text("สิ่งที่ต้องทำ", "What to do")
_ACTION = Text("{what} {count} แห่ง ({groups})", "{what}: {count} ({groups})")
_SHORT_ACTION = Text("{what}: {count} แห่ง", "{what}: {count}")
_ROWS = Text("แถว {rows}{more}", "rows {rows}{more}")
_MORE_ROWS = Text(" และอีก {count} แถว", " and {count} more")
_UNDETERMINED = Text(
    "กรอกข้อมูลที่ขาดของหน่วยงานที่ยังระบุกลุ่มไม่ได้ {count} แห่ง", "fill in what is missing for {count} undetermined agencies"
)
_MISSING = Text(" (ขาด: {facts})", " (missing: {facts})")
_OUTSIDE = Text("ตรวจสอบหน่วยงานที่ไม่เข้ากลุ่มใดในตาราง {count} แห่ง", "look into {count} agencies outside the table")


def todo_blocks(summary: Summary) -> tuple[Block, ...]:
    """The list of things to do, if there are any: on a screen with the first rows that need each."""
    full: list[Item] = []
    short: list[Item] = []
    for action in summary.actions:
        groups = " · ".join(f"{group} {count:,}" for group, count in sorted(action.groups.items()))
        told = {"what": action.step.action, "count": f"{action.agencies:,}"}
        full.append(Item(line(_ACTION.fill(**told, groups=groups)), (rows_line(action.rows, action.agencies),)))
        short.append(Item(line(_SHORT_ACTION.fill(**told))))
    for text, rows, count in open_tasks(summary):
        full.append(Item(line(text), (rows_line(rows, count),)))
        short.append(Item(line(text)))
    if not full:
        return ()
    return tuple(
        Items(items, title, numbered=True, counted=False, whole=True, on=on)
        for items, title, on in ((full, _TODO, SCREEN), (short, _SHORT, PAGE))
    )


def rows_line(rows: Sequence[int], total: int) -> Line:
    """`rows 3, 5 and 17 more`."""
    rest = total - len(rows)
    more = _MORE_ROWS.fill(count=f"{rest:,}") if rest else ""
    return line(_ROWS.fill(rows=", ".join(map(str, rows)), more=more), tone=Tone.QUIET)


def open_tasks(summary: Summary) -> Iterator[tuple[Text, tuple[int, ...], int]]:
    """What is to be done about agencies in no group, as far as there are any: the words, the first rows, how many."""
    if count := summary.undetermined:
        named = [(FACT_NAMES[fact], times) for fact, times in summary.missing.most_common()]
        th, en = (", ".join(f"{name[index]} {times:,}" for name, times in named) for index in (0, 1))
        text = _UNDETERMINED.fill(count=f"{count:,}")
        missing = _MISSING.fill(facts=Text(th, en)) if named else Text("", "")
        yield Text(text.th + missing.th, text.en + missing.en), summary.first_rows(UNDETERMINED), count
    if count := summary.outside:
        yield _OUTSIDE.fill(count=f"{count:,}"), summary.first_rows(OUTSIDE), count
