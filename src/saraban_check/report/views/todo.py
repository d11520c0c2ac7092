"""What there is to do in a list, what helps most agencies first."""

from collections.abc import Iterator, Sequence

from ...checks.open_tasks import RESEND
from ...checks.summary import Summary
from ...model.assessment import OUTSIDE, UNDETERMINED
from ...model.text import Lang, Text
from ...rules.sb8_table import FACT_NAMES
from ..document import PAGE, SCREEN, Block, Item, Items, Line, Tone, line
from ..words.group_names import group_name

_TODO = Text("สิ่งที่ต้องทำ (เรียงตามจำนวนหน่วยงานที่ได้ประโยชน์)", "What to do (what helps most agencies first)")
_SHORT = Text("สิ่งที่ต้องทำ", "What to do")
_ACTION = Text("{what} {count} แห่ง ({groups})", "{what}: {count} ({groups})")
_SHORT_ACTION = Text("{what}: {count} แห่ง", "{what}: {count}")
_ROWS = Text("แถว {rows}{more}", "rows {rows}{more}")
_MORE_ROWS = Text(" และอีก {count} แถว", " and {count} more")
OPEN_TASKS = {
    RESEND: Text(
        "ส่งใหม่จากเซิร์ฟเวอร์อื่น หรือสอบถามผู้ดูแลอีเมลปลายทาง ของหน่วยงานที่อีเมลถูกปฏิเสธเพราะฝั่งผู้ส่ง",
        "send again from another server, or ask who looks after the receiving one, for agencies whose mail was refused "
        "for the sender",
    ),
    UNDETERMINED: Text("กรอกข้อมูลที่ขาดของหน่วยงานที่ยังระบุกลุ่มไม่ได้", "fill in what is missing for undetermined agencies"),
    OUTSIDE: Text("ตรวจสอบหน่วยงานที่ไม่เข้ากลุ่มใดในตาราง", "look into agencies outside the table"),
}
"""What is to be done about agencies in no group, in the order in which it is said."""
_OPEN = Text("{what} {count} แห่ง{missing}", "{what}: {count}{missing}")
_MISSING = Text(" (ขาด: {facts})", " (missing: {facts})")


def todo_blocks(summary: Summary) -> tuple[Block, ...]:
    """The list of things to do, if there are any: on a screen with the first rows that need each."""
    full: list[Item] = []
    short: list[Item] = []
    for action in summary.actions:
        groups = Text(_groups(action.groups, "th"), _groups(action.groups, "en"))
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


def _groups(counts: dict[str, int], lang: Lang) -> str:
    return " · ".join(f"{group_name(group, lang)} {count:,}" for group, count in sorted(counts.items()))


def rows_line(rows: Sequence[int], total: int) -> Line:
    """`rows 3, 5 and 17 more`."""
    rest = total - len(rows)
    more = _MORE_ROWS.fill(count=f"{rest:,}") if rest else ""
    return line(_ROWS.fill(rows=", ".join(map(str, rows)), more=more), tone=Tone.QUIET)


def open_tasks(summary: Summary) -> Iterator[tuple[Text, tuple[int, ...], int]]:
    """What is to be done about agencies in no group, as far as there are any: the words, the first rows, how many."""
    for task, what in OPEN_TASKS.items():
        if count := summary.open[task]:
            missing = _missing(summary) if task == UNDETERMINED else ""
            yield _OPEN.fill(what=what, count=f"{count:,}", missing=missing), summary.first_rows(task), count


def _missing(summary: Summary) -> Text:
    named = [(FACT_NAMES[fact], times) for fact, times in summary.missing.most_common()]
    facts = Text(*(", ".join(f"{name[index]} {times:,}" for name, times in named) for index in (0, 1)))
    return _MISSING.fill(facts=facts) if named else Text("", "")
