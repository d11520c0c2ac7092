"""The screen after `fix`: every change before and after, what is left to somebody, and what to do next."""

import shlex
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from ...fixing.changes import CellChange, ChangeKind, NotChanged
from ...model.text import Text
from ..address_screen import ORIGINS
from ..escape import for_terminal
from ..layout import wrap
from ..style import Style
from .words import OBSTACLES, FixReport, place_text, visible

_CHANGED = Text("แก้ในสำเนาแล้ว {count} เซลล์ ใน {rows} แถว", "Changed in the copy: cells {count}, rows {rows}")
_WOULD = Text(
    "จะแก้ {count} เซลล์ ใน {rows} แถว (ยังไม่ได้เขียนไฟล์)",
    "To be changed: cells {count}, rows {rows} (nothing was written)",
)
_NOTHING = Text("ไม่มีเซลล์ที่ต้องแก้", "No cell has to be changed")
_LEFT = Text("ไม่ได้แก้ให้ ต้องดูเอง {count} รายการ", "Left as they are, to be looked at by hand: {count}")
_SHOWN = Text("แสดง {shown} จาก {total}", "shown {shown} of {total}")
_COUNT = Text("{what} {count}", "{what}: {count}")
_ALL = Text("ดูทั้งหมด: เพิ่ม --limit {count}", "To see all: add --limit {count}")
_WRITE = Text(
    "บันทึกเป็นสำเนา: saraban-check fix {file}{unsafe} -o fixed{suffix}",
    "To write the copy: saraban-check fix {file}{unsafe} -o fixed{suffix}",
)
_AGAIN = Text("ตรวจสำเนา: saraban-check classify {file}", "To check the copy: saraban-check classify {file}")
_UNSAFE = Text(
    "ให้ใช้ที่อยู่ที่แนะนำแทนที่อยู่ที่ผิด เมื่อมีเพียงหนึ่ง: เพิ่ม --unsafe (ดูก่อนด้วย --dry-run)",
    "To replace wrong addresses where just one is suggested: add --unsafe (look first with --dry-run)",
)
_ASK = Text(
    "ที่อยู่ที่แนะนำอาจยังไม่ได้เปิดใช้ และประกาศฯ กับสถานะการส่งในแถวยังเป็นของที่อยู่เดิม กลุ่มที่จำแนกจากสำเนานี้จึงไม่ใช่ข้อเท็จจริง "
    "ใช้เป็นร่างให้หน่วยงานยืนยันเท่านั้น",
    "Suggested addresses may not be open yet, and notice and delivery in these rows are still the old address's: "
    "groups counted from this copy are not the facts; use it only as a draft for the agencies to confirm",
)


def render_fixes(report: FixReport, limit: int | None, style: Style) -> str:
    """The whole screen; both lists are shortened to `limit` and say by how much (None: whole)."""
    plan, lang = report.plan, report.lang
    changes, left = plan.changes[:limit], plan.not_changed[:limit]
    parts = [_titled(_headline(report), len(changes), len(plan.changes), report, style)]
    parts += ["\n".join(_change(change, report, style)) for change in changes]
    if left:
        title = _LEFT.say(lang, count=f"{len(plan.not_changed):,}")
        parts.append(_titled(title, len(left), len(plan.not_changed), report, style))
        parts += ["\n".join(_not_changed(found, report, style)) for found in left]
    parts += ["\n".join(lines) for lines in (list(_counts(report, style)), list(_hints(report, limit, style))) if lines]
    return "\n\n".join(parts) + "\n"


def _headline(report: FixReport) -> str:
    changes = report.plan.changes
    if not changes:
        return _NOTHING.say(report.lang)
    said = _WOULD if report.target is None else _CHANGED
    return said.say(report.lang, count=f"{len(changes):,}", rows=f"{len({change.row for change in changes}):,}")


def _titled(title: str, shown: int, total: int, report: FixReport, style: Style) -> str:
    if shown < total:
        title += f" ({_SHOWN.say(report.lang, shown=f'{shown:,}', total=f'{total:,}')})"
    first, *others = wrap(title, style.width, 2)
    return "\n".join([style.paint(first, "bold"), *others])


def _change(change: CellChange, report: FixReport, style: Style) -> Iterator[str]:
    lang = report.lang
    yield from wrap(place_text(report.result, change, lang), style.width, 4)
    for sign, text, color in (("-", change.before, "red"), ("+", change.after, "green")):
        yield from (style.paint(line, color) for line in wrap(f"  {sign} {visible(text, lang)}", style.width, 4))
    origin = f" ({ORIGINS[change.origin].say(lang)})" if change.origin else ""
    yield from (style.paint(line, "dim") for line in wrap(f"    {change.why.say(lang)}{origin}", style.width, 4))


def _not_changed(found: NotChanged, report: FixReport, style: Style) -> Iterator[str]:
    lang = report.lang
    yield from wrap(place_text(report.result, found, lang), style.width, 4)
    if found.column is not None:
        yield from wrap(f"    {visible(found.found, lang)}", style.width, 4)
    said = wrap(for_terminal(found.why.say(lang)), style.width - 6, 0)
    yield "    " + style.paint("!", "yellow") + " " + said[0]
    yield from ("      " + line for line in said[1:])


def _counts(report: FixReport, style: Style) -> Iterator[str]:
    """How many cells by what was done to them (some have two things done), and by why they were left."""
    lang, plan = report.lang, report.plan
    kinds = Counter(kind for change in plan.changes for kind in change.kinds)
    obstacles = Counter(found.obstacle for found in plan.not_changed)
    done = [(kind.value, kinds[kind]) for kind in ChangeKind if kinds[kind]]
    left = [(OBSTACLES[obstacle], count) for obstacle, count in obstacles.most_common()]
    for sign, counts in (("+", done), ("!", left)):
        said = " · ".join(_COUNT.say(lang, what=what, count=f"{count:,}") for what, count in counts)
        yield from wrap(f"{sign} {said}", style.width, 2) if said else ()


def _hints(report: FixReport, limit: int | None, style: Style) -> Iterator[str]:
    lang, plan = report.lang, report.plan
    longest = max(len(plan.changes), len(plan.not_changed))
    hints: list[str] = []
    if limit is not None and longest > limit:
        hints.append(_ALL.say(lang, count=longest))
    if report.target is not None:
        hints.append(_AGAIN.say(lang, file=_named(report.target)))
    elif plan.changes:
        suffix = PurePath(report.file).suffix.lower() or (".csv" if report.result.source.layout else ".xlsx")
        parts = {"file": _named(report.file), "suffix": suffix, "unsafe": " --unsafe" if plan.unsafe else ""}
        hints.append(_WRITE.say(lang, **parts))
    if not plan.unsafe:
        hints.append(_UNSAFE.say(lang))
    elif any(not change.safe for change in plan.changes):
        hints.append(_ASK.say(lang))
    yield from (style.paint(line, "dim") for hint in hints for line in wrap(hint, style.width, 2))


def _named(file: str) -> str:
    return for_terminal(shlex.quote(file) if " " in file else file)
