"""What `fix` changes: every cell before and after, what is left to somebody, and what to do next."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from ...checks.classification import Classification
from ...fixing.changes import CellChange, ChangeKind, NotChanged, Obstacle
from ...model.lazy_pattern import lazy_pattern
from ...model.text import Text
from ..document import SEE_ALL, Block, Document, Heading, Hint, Item, Items, Lazy, Mark, Note, Section, Tone, line
from ..words.data_day import data_day_asked
from .findings import shell_name
from .fixes_run import FixReport, cell_name, heading
from .suggestions import ORIGINS

OBSTACLES = {
    Obstacle.DAMAGED: Text("จำนวนเซลล์ในแถวไม่ตรง", "wrong number of cells in the row"),
    Obstacle.UNREADABLE: Text("ค่าผิดพลาดหรือสูตรไม่มีผลลัพธ์", "error value or formula without a result"),
    Obstacle.FORMULA: Text("เป็นสูตร", "formula"),
    Obstacle.MERGED: Text("เซลล์ผสาน", "merged cell"),
    Obstacle.SPECIAL: Text("ข้อมูลพิเศษของ Excel", "linked data"),
    Obstacle.SEVERAL: Text("หลายที่อยู่ในเซลล์เดียว", "several addresses in a cell"),
    Obstacle.OTHER_TEXT: Text("มีข้อความอื่นในเซลล์", "other text in the cell"),
    Obstacle.NO_ADDRESS: Text("ไม่เป็นที่อยู่อีเมล", "no address"),
    Obstacle.BLANK: Text("ไม่มีที่อยู่", "no address stated"),
    Obstacle.AMBIGUOUS: Text("แนะนำมากกว่าหนึ่งที่อยู่", "several suggestions"),
    Obstacle.NEAR: Text("ชื่อเพียงใกล้เคียงกับในทะเบียน", "name only near one of the registry"),
    Obstacle.TAKEN: Text("ที่อยู่ที่แนะนำซ้ำกับแถวอื่น", "suggestion stands in another row"),
    Obstacle.LINK: Text("ลิงก์ยังชี้ไปที่เดิม", "link leads elsewhere"),
}
"""Each obstacle in a few words, for counting."""
_ROW = Text("แถว {row}", "row {row}")
_WHOLE_ROW = Text("ทั้งแถว", "the whole row")
_EMPTY = Text("(ว่าง)", "(blank)")
_MORE = Text("… (อีก {count} ตัวอักษร)", "… ({count} more characters)")
_FROM = Text("{why} ({origin})", "{why} ({origin})")
_SPACES = lazy_pattern(r"^ +| +$| {2,}")
_LONGEST = 400
_TITLE = Text("สิ่งที่แก้ในรายชื่อ", "What was changed in the list")
_CHANGED = Text("แก้ในสำเนาแล้ว {count} เซลล์ ใน {rows} แถว", "Changed in the copy: cells {count}, rows {rows}")
_WOULD = Text(
    "จะแก้ {count} เซลล์ ใน {rows} แถว (ยังไม่ได้เขียนไฟล์)",
    "To be changed: cells {count}, rows {rows} (nothing was written)",
)
_NOTHING = Text("ไม่มีเซลล์ที่ต้องแก้", "No cell has to be changed")
_LEFT = Text("ไม่ได้แก้ให้ ต้องดูเอง {count} รายการ", "Left as they are, to be looked at by hand: {count}")
_COUNT = Text("{what} {count}", "{what}: {count}")
_WRITE = Text(
    "บันทึกเป็นสำเนา: saraban-check fix {file}{again}{unsafe} -o fixed{suffix}",
    "To write the copy: saraban-check fix {file}{again}{unsafe} -o fixed{suffix}",
)
_AGAIN = Text(
    "ตรวจสำเนา: saraban-check classify {file}{again}", "To check the copy: saraban-check classify {file}{again}"
)
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
_BEFORE, _AFTER, _WARNING = Mark("-", Tone.BAD), Mark("+", Tone.GOOD), Mark("!", Tone.DOUBT)


def fix_document(report: FixReport) -> Document:
    """The changes as a document, as they were made or would be."""
    return Document(_TITLE, tuple(_sections(report)))


def _sections(report: FixReport) -> Iterator[Section]:
    plan, result = report.plan, report.result
    changes = plan.changes
    yield (Note(data_day_asked(result.as_of), Tone.QUIET),)
    if changes:
        said = _WOULD if report.target is None else _CHANGED
        rows = len({change.row for change in changes})
        title = said.fill(count=f"{len(changes):,}", rows=f"{rows:,}")
        yield (Items(Lazy(changes, lambda one: _change(one, result)), title, spaced=True, counted=False),)
    else:
        yield (Heading(_NOTHING),)
    left = plan.not_changed
    title = _LEFT.fill(count=f"{len(left):,}")
    yield (Items(Lazy(left, lambda one: _not_changed(one, result)), title, spaced=True, counted=False),)
    yield tuple(_counts(report))
    yield (SEE_ALL, *_hints(report))


def _change(change: CellChange, result: Classification) -> Item:
    why = change.why if change.origin is None else _FROM.fill(why=change.why, origin=ORIGINS[change.origin])
    return Item(
        line(place_text(result, change)),
        (
            line(visible(change.before), tone=Tone.BAD, mark=_BEFORE),
            line(visible(change.after), tone=Tone.GOOD, mark=_AFTER),
            line(why, tone=Tone.QUIET),
        ),
    )


def _not_changed(found: NotChanged, result: Classification) -> Item:
    cell = () if found.column is None else (line(visible(found.found)),)
    return Item(line(place_text(result, found)), (*cell, line(found.why, mark=_WARNING)))


def _counts(report: FixReport) -> Iterator[Block]:
    """How many cells by what was done to them (some have two things done), and by why they were left."""
    plan = report.plan
    kinds = Counter(kind for change in plan.changes for kind in change.kinds)
    obstacles = Counter(found.obstacle for found in plan.not_changed)
    if kinds:
        yield Note(_joined("+", [(kind.value, kinds[kind]) for kind in ChangeKind if kinds[kind]]))
    if obstacles:
        yield Note(_joined("!", [(OBSTACLES[obstacle], count) for obstacle, count in obstacles.most_common()]))


def _joined(sign: str, counts: Sequence[tuple[Text, int]]) -> Text:
    said = (_COUNT.fill(what=what, count=f"{count:,}") for what, count in counts)
    return Text(*(f"{sign} {' · '.join(texts)}" for texts in zip(*said, strict=True)))


def _hints(report: FixReport) -> Iterator[Hint]:
    plan = report.plan
    if report.target is not None:
        yield Hint(_AGAIN.fill(file=shell_name(report.target), again=report.again))
    elif plan.changes:
        suffix = PurePath(report.file).suffix.lower() or (".csv" if report.result.source.layout else ".xlsx")
        unsafe = " --unsafe" if plan.unsafe else ""
        yield Hint(_WRITE.fill(file=shell_name(report.file), again=report.again, suffix=suffix, unsafe=unsafe))
    if not plan.unsafe:
        yield Hint(_UNSAFE)
    elif any(not change.safe for change in plan.changes):
        yield Hint(_ASK)


def place_text(result: Classification, found: CellChange | NotChanged) -> Text:
    """`แถว 12 · อีเมลกลาง (F12)`, and the agency's name."""
    named, cell = heading(result, found), cell_name(result, found)
    columns = _WHOLE_ROW if named is None else Text(*[" ".join(named.split())] * 2)
    agency = " ".join(result.by_row[found.row].record.name.split())
    rows = zip(_ROW.fill(row=found.row), columns, strict=True)
    parts = ((row, f"{column} ({cell})" if cell else column, agency) for row, column in rows)
    return Text(*(" · ".join(part for part in each if part) for each in parts))


def visible(text: str) -> Text:
    """A text of which every letter can be seen: invisible ones by their number, spaces at the ends and doubled ones
    as `␠`. A very long text is cut, and says by how much."""
    if not text:
        return _EMPTY
    spaced = _SPACES.sub(lambda found: "␠" * len(found[0]), text[:_LONGEST])
    shown = "".join(map(_picture, spaced))
    more = _MORE.fill(count=f"{len(text) - _LONGEST:,}") if len(text) > _LONGEST else Text("", "")
    return Text(*(shown + said for said in more))


def _picture(char: str) -> str:
    hidden = char != " " and unicodedata.category(char) in ("Cf", "Co", "Cn", "Zs", "Zl", "Zp")
    return f"<U+{ord(char):04X}>" if hidden else char
