"""What changed since an earlier round: both rounds by letter, and what became of the agencies."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ...comparison.moves import Change, Comparison
from ...comparison.standing import Round
from ...model.assessment import OUTSIDE, UNDETERMINED
from ...model.text import Text
from ...report.views.compare_notes import comparison_notes
from ...report.views.compare_words import ADDRESS_CHANGED, CHANGES
from ...report.words.data_day import data_day
from ...report.words.group_names import group_name
from .blocks import Align, Block, Cell, Grid, Paragraph, Style
from .figures import joined, percent, shortened
from .styles import WIDE

HEADING = Text("การเปลี่ยนแปลงจากรอบก่อน", "What changed since the last round")
_FROM = Text(
    "เมื่อเทียบกับรอบก่อน ({day}) ซึ่งมีหน่วยงาน {total} แห่ง อยู่ในกลุ่ม A จำนวน {done} แห่ง (ร้อยละ {share}) "
    "รอบนี้มีหน่วยงาน {total_now} แห่ง อยู่ในกลุ่ม A จำนวน {done_now} แห่ง (ร้อยละ {share_now}) {move} {moves}",
    "In the last round ({day}) {done} of {total} agencies ({share}%) were in A; now {done_now} of {total_now} "
    "({share_now}%) are, {move} {moves}",
)
_UP, _DOWN = Text("เพิ่มขึ้น {count} แห่ง", "{count} more."), Text("ลดลง {count} แห่ง", "{count} fewer.")
_SAME = Text("เท่าเดิม", "as many.")
_MOVES = Text("เมื่อพิจารณารายหน่วยงาน {moves}", "Agency by agency: {moves}.")
_MOVE = Text("{what} {count} แห่ง", "{what} {count}")
_OTHER_LIST = Text(
    "รายชื่อของรอบก่อน ({day}) กับรอบนี้เป็นคนละชุดกัน หน่วยงานทั้งสองรอบรวม {all} แห่ง มีอยู่เพียงรอบเดียวหรือจับคู่ไม่ได้ {alone} แห่ง "
    "จึงไม่เทียบตัวเลขของสองรอบ",
    "The list of the last round ({day}) and this one differ: of all {all} agencies {alone} are in one of them only, or "
    "could not be matched. So the figures of the two are not compared.",
)
_OF_FILE = Text("{day} ไฟล์ {file}", "{day}, file {file}")
_BOTH = Text(
    "เนื่องจากรายงานนี้เฉพาะบางส่วนของรายชื่อ จึงเทียบเฉพาะหน่วยงานในรายงาน รอบก่อนนับเฉพาะหน่วยงานที่จับคู่ได้",
    "As this report is of a part of the list, only its agencies are compared; of the last round, those matched",
)
_TOLD = Text("ตารางจำนวนหน่วยงานแต่ละกลุ่มของรอบก่อนและรอบนี้", "Table: agencies by group in the last round and in this one")
_ROUND, _TOTAL = Text("รอบ", "Round"), Text("รวม", "All")
_SHARE = Text("กลุ่ม A ร้อยละ", "In A, %")
_OLD, _NEW, _MOVED = Text("รอบก่อน", "Last"), Text("รอบนี้", "This"), Text("เพิ่ม/ลด", "Change")
_ALWAYS = (Change.IMPROVED, Change.WORSENED)
_SHOWN = (*_ALWAYS, Change.UNCLEAR, Change.UNCHANGED, Change.NEW, Change.GONE, Change.UNMATCHED)
_ALONE = (Change.NEW, Change.GONE, Change.UNMATCHED)
_HEAD, _MOST_COLUMNS = "E7E6E6", 9
_FIRST, _LAST = 22, 24


def changes(comparison: Comparison, *, is_part: bool) -> Iterator[Block]:
    """The section below its heading. `is_part`: the list was narrowed, and the earlier round to the same agencies.

    Where most agencies are in one of the two alone, it is another list, and nothing more is said (decisions: Rounds).
    """
    old, new = comparison.old, comparison.new
    alone = sum(comparison.counts[change] for change in _ALONE)
    if 2 * alone > len(comparison.entries):
        told = {"all": f"{len(comparison.entries):,}", "alone": f"{alone:,}"}
        yield Paragraph(Style.BODY, _OTHER_LIST.fill(day=_day(old), **told))
        return
    move = new.done - old.done
    words = _SAME if not move else (_UP if move > 0 else _DOWN).fill(count=f"{abs(move):,}")
    yield Paragraph(
        Style.BODY,
        _FROM.fill(
            day=_day(old),
            total=f"{old.total:,}",
            done=f"{old.done:,}",
            share=percent(old.done, old.total),
            total_now=f"{new.total:,}",
            done_now=f"{new.done:,}",
            share_now=percent(new.done, new.total),
            move=words,
            moves=_moves(comparison),
        ),
    )
    yield _rounds(old, new)
    if is_part:
        yield Paragraph(Style.NOTE, _BOTH)
    plain = replace(comparison, old=old._replace(set_aside_count=0), new=new._replace(set_aside_count=0))
    yield from (Paragraph(Style.NOTE, shortened(note, 400)) for note in comparison_notes(plain))


def _day(old: Round) -> Text:
    """The day of the earlier round; where nobody says it, its file too."""
    day = data_day(old.as_of)
    return day if old.as_of is not None else _OF_FILE.fill(day=day, file=shortened(Text(old.file, old.file)))


def _moves(comparison: Comparison) -> Text:
    counts = comparison.counts
    said = [_MOVE.fill(what=CHANGES[c], count=f"{counts[c]:,}") for c in _SHOWN if counts[c] or c in _ALWAYS]
    if changed := len(comparison.address_changed):
        said.append(_MOVE.fill(what=ADDRESS_CHANGED, count=f"{changed:,}"))
    return _MOVES.fill(moves=Text(joined(" ", said).th, joined(", ", said).en))


def _rounds(old: Round, new: Round) -> Grid:
    """A column a letter; the sums alone where a table of a user's own has more of them than fit."""
    before, now = _letters(old), _letters(new)
    names = [name for name in dict.fromkeys((*now, *before)) if name not in (OUTSIDE, UNDETERMINED)]
    names = [*names, *(name for name in (OUTSIDE, UNDETERMINED) if before[name] or now[name])]
    if len(names) > _MOST_COLUMNS:
        names = []
    heads = [_ROUND, *(Text(group_name(name, "th"), group_name(name, "en")) for name in names), _TOTAL, _SHARE]
    rows = [[Cell(head, Align.CENTER, fill=_HEAD, strong=True) for head in heads]]
    for title, one, counts in ((_OLD, old, before), (_NEW, new, now)):
        share = percent(one.done, one.total)
        rows.append([Cell(title), *(_number(counts[name]) for name in names), _number(one.total), _number(share)])
    moved = [_signed(now[name] - before[name]) for name in names]
    rows.append([Cell(_MOVED), *map(_number, moved), _number(_signed(new.total - old.total)), Cell("")])
    room = (WIDE - _FIRST - _LAST) / (len(names) + 1)
    return Grid(_TOLD, (_FIRST, *[room] * (len(names) + 1), _LAST), rows)


def _signed(move: int) -> str:
    return f"{move:+,}" if move else "0"


def _number(value: int | str) -> Cell:
    return Cell(value, Align.RIGHT)


def _letters(one: Round) -> Counter[str]:
    """Agencies by letter, in the order of the table, zeros too."""
    counts: Counter[str] = Counter({group[:1]: 0 for group in one.order})
    for group, count in one.groups.items():
        counts[group if group in (OUTSIDE, UNDETERMINED) else group[:1]] += count
    return counts
