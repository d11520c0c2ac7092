"""The screen after `compare`: the figures, the matrix of moves, and what needs a look first."""

from collections.abc import Iterator

from ...comparison.moves import Change, Comparison, Entry
from ...comparison.standing import Round
from ...model.text import Lang, Text
from ..escape import for_terminal
from ..layout import wrap
from ..shares import share_text
from ..style import Style
from .figures import figure_table
from .tables import PROVINCE_HEADS, changed_provinces, matrix_of, province_figures, province_name
from .words import (
    ADDRESS_CHANGED,
    CHANGES,
    MATRIX,
    MATRIX_NOTE,
    NEW,
    NOTHING,
    OLD,
    PROVINCES,
    SHOWN,
    address_move,
    agency_text,
    group_move,
    listed,
    remark,
    row_text,
)

COLORS = {Change.WORSENED: "red", Change.IMPROVED: "green", Change.UNCLEAR: "yellow", Change.UNMATCHED: "yellow"}
_ROUND = Text(
    "{which}: {file} {total} แห่ง กลุ่ม A {done} ({share})", "{which}: {file}, {total} agencies, {done} in A ({share})"
)
_COUNT = Text("{what} {count} แห่ง", "{what}: {count}")
_MOST_CHANGED = Text("{title} ที่เปลี่ยนแปลงมากที่สุดก่อน", "{title}, most changes first")
_ALL = Text("บันทึกทุกแห่งเป็น Excel: เพิ่ม -o changes.xlsx", "All of them as a workbook: add -o changes.xlsx")


def render_comparison(comparison: Comparison, limit: int, lang: Lang, style: Style) -> str:
    """The whole screen; each list is shortened to `limit` and says by how much."""
    parts = ["\n".join(_headline(comparison, lang, style)), "\n".join(_matrix(comparison, lang, style))]
    lists = list(listed(comparison))
    for title, entries in lists:
        shown = entries[:limit]
        lines = [style.paint(_titled(title, len(shown), len(entries), lang), "bold")]
        parts.append("\n".join([*lines, *(line for entry in shown for line in _entry(entry, lang, style))]))
    if provinces := list(_provinces(comparison, limit, lang, style)):
        parts.append("\n".join(provinces))
    parts.append(style.paint(_ALL.say(lang) if lists else NOTHING.say(lang), "dim"))
    return "\n\n".join(parts) + "\n"


def _titled(title: Text, shown: int, total: int, lang: Lang) -> str:
    return f"{title.say(lang)} ({SHOWN.say(lang, shown=f'{shown:,}', total=f'{total:,}')})"


def _headline(comparison: Comparison, lang: Lang, style: Style) -> Iterator[str]:
    for which, one in ((OLD, comparison.old), (NEW, comparison.new)):
        yield from wrap(_round(which, one, lang), style.width, 4)
    counts = [(CHANGES[change], comparison.counts[change], COLORS.get(change)) for change in Change]
    counts.append((ADDRESS_CHANGED, len(comparison.address_changed), None))
    yield ""
    for what, count, color in counts:
        said = _COUNT.say(lang, what=what, count=f"{count:,}")
        yield "  " + (style.paint(said, color, "bold") if color and count else said)


def _round(which: Text, one: Round, lang: Lang) -> str:
    file = for_terminal(one.file + (f" ({one.saved_from})" if one.saved_from and one.saved_from != one.file else ""))
    parts = {"total": f"{one.total:,}", "done": f"{one.done:,}", "share": share_text(one.done, one.total)}
    return _ROUND.say(lang, which=which, file=file, **parts)


def _matrix(comparison: Comparison, lang: Lang, style: Style) -> Iterator[str]:
    matrix = matrix_of(comparison)
    yield style.paint(MATRIX.say(lang), "bold") + f" ({MATRIX_NOTE.say(lang)})"
    heads = ["\n".join(map(for_terminal, head.say(lang).split("\n"))) for head in matrix.heads]
    names = [for_terminal(name.say(lang)) for name, _ in matrix.rows]
    figures = [counts for _, counts in matrix.rows]

    def paint(row: int, column: int, text: str) -> str:
        if (row, column) in matrix.better or (row, column) in matrix.worse:
            return style.paint(text, "green" if (row, column) in matrix.better else "red")
        return style.paint(text, "bold") if row == len(names) - 1 or column == len(heads) - 1 else text

    yield from figure_table(heads, names, figures, style.width, paint)


def _entry(entry: Entry, lang: Lang, style: Style) -> Iterator[str]:
    what = f"{group_move(entry, lang)}  {agency_text(entry.latest, lang)} ({row_text(entry, lang)})"
    head, *others = wrap("  " + for_terminal(what), style.width, 6)
    yield style.paint(head, COLORS.get(entry.change, "bold"))
    yield from others
    if entry.address_changed or entry.old is None or entry.new is None:
        yield from wrap("      " + for_terminal(address_move(entry, lang)), style.width, 8)
    if (said := remark(entry)) is not None:
        yield from wrap("      " + for_terminal(said.say(lang)), style.width, 8)


def _provinces(comparison: Comparison, limit: int, lang: Lang, style: Style) -> Iterator[str]:
    changed = changed_provinces(comparison)
    most = sorted(changed, key=lambda place: -(place.moved + place.address_changed))[:limit]
    if not most:
        return
    title = _MOST_CHANGED.fill(title=PROVINCES)
    yield style.paint(_titled(title, len(most), len(changed), lang), "bold")
    figures = [province_figures(place) for place in most]
    heads = [head.say(lang) for head in PROVINCE_HEADS]
    yield from figure_table(heads, [province_name(place).say(lang) for place in most], figures, style.width)
