"""What changed between rounds: the figures, the matrix of moves, and the agencies, what needs a look first."""

from collections.abc import Iterator
from typing import NamedTuple

from ...comparison.moves import Change, Comparison, Entry
from ...comparison.series import RoundFigures
from ...model.text import Lang, Text
from ..document import (
    BOOK,
    PAGE,
    ROWS,
    SCREEN,
    Cell,
    Column,
    Document,
    Figure,
    Figures,
    Heading,
    Hint,
    Item,
    Items,
    Lazy,
    Line,
    Note,
    Section,
    Table,
    Tone,
    line,
)
from ..words.data_day import data_day
from ..words.narrowed_texts import narrowed_to, titled
from ..words.round_name import round_names
from ..words.shares import share_text
from .compare_facts import moved_text
from .compare_notes import comparison_notes
from .compare_series import series_sections
from .compare_tables import (
    LIST_COLUMNS,
    PROVINCE_COLUMNS,
    RECORD_COLUMNS,
    list_row,
    matrix_table,
    province_row,
    province_totals,
    record_row,
    round_table,
)
from .compare_words import (
    ADDRESS_CHANGED,
    CHANGES,
    COUNT,
    FIRST_AND_LAST,
    NEW,
    NOTHING,
    OLD,
    PROVINCES,
    TITLE,
    TITLE_OF_MORE,
    TONES,
    WHAT,
    address_move,
    agency_text,
    group_move,
    listed,
    remark,
    row_text,
)

_ROUND = Text(
    "{which}: {file} {total} แห่ง กลุ่ม A {done} ({share}) · {day}",
    "{which}: {file}, {total} agencies, {done} in A ({share}), {day}",
)
_LINE = Text("{label} {number} แห่ง", "{label}: {number}")
_AGENCY = Text("{groups}  {agency} ({row})", "{groups}  {agency} ({row})")
_MOST_CHANGED = Text("{title} ที่เปลี่ยนแปลงมากที่สุดก่อน", "{title}, most changes first")
_AGENCIES = Text("รายหน่วยงาน", "Agencies")
_ALL = Text("บันทึกทุกแห่งเป็น Excel: เพิ่ม -o changes.xlsx", "All of them as a workbook: add -o changes.xlsx")
_MOST_LISTED = 200


class CompareRun(NamedTuple):
    """One comparison, ready to be written in any format."""

    comparison: Comparison
    lang: Lang


def compare_document(comparison: Comparison) -> Document:
    """A comparison as a document."""
    count = len(comparison.rounds)
    title = TITLE if count == 2 else TITLE_OF_MORE.fill(count=count)
    return Document(titled(title, comparison), tuple(_sections(comparison)))


def _sections(comparison: Comparison) -> Iterator[Section]:
    heads = [one.head for one in comparison.rounds]
    names = (OLD, NEW) if len(heads) == 2 else round_names(heads)
    said = zip(names, comparison.rounds, strict=True)
    if (what := narrowed_to(comparison)) is not None:
        yield (Heading(what, on=SCREEN),)
    yield (round_table(comparison), *(Note(_round(which, one), on=SCREEN) for which, one in said))
    yield tuple(Note(text, Tone.DOUBT, on=PAGE | BOOK) for text in comparison_notes(comparison))
    yield from series_sections(comparison)
    apart = [Heading(FIRST_AND_LAST.fill(old=names[0], new=names[-1]))] if len(heads) > 2 else []
    yield (*apart, _figures(comparison))
    yield (matrix_table(comparison),)
    lists = list(listed(comparison))
    for title, entries in lists:
        yield (
            Items(Lazy(entries, _item), title, on=SCREEN),
            Table(LIST_COLUMNS, Lazy(entries, list_row), title, names=0, counted=True, most=_MOST_LISTED, on=PAGE),
        )
    if not lists:
        yield (Note(NOTHING, on=PAGE),)
    changed = [e for e in comparison.entries if e.change is not Change.UNCHANGED or e.address_changed or e.moved]
    yield (
        Table(RECORD_COLUMNS, Lazy(changed, record_row), names=0, sheet=_AGENCIES, on=BOOK),
        Table(RECORD_COLUMNS, Lazy(comparison.entries, record_row), on=ROWS),
    )
    yield from _provinces(comparison)
    yield (Hint(_ALL if lists else NOTHING),)


def _round(which: Text, figures: RoundFigures) -> Text:
    one, (total, done) = figures.head, figures.in_a
    file = one.file + (f" ({one.saved_from})" if one.saved_from and one.saved_from != one.file else "")
    parts = {"total": f"{total:,}", "done": f"{done:,}", "share": share_text(done, total)}
    return _ROUND.fill(which=which, file=file, day=data_day(one.as_of), **parts)


def _figures(comparison: Comparison) -> Figures:
    counts = [
        Figure(Cell(CHANGES[change], TONES.get(change, Tone.PLAIN)), comparison.counts[change]) for change in Change
    ]
    counts.append(Figure(Cell(ADDRESS_CHANGED), len(comparison.address_changed)))
    return Figures(tuple(counts), Column(WHAT), Column(COUNT), _LINE)


def _item(entry: Entry) -> Item:
    """One agency on the screen: its move and its place, its address where that says something, and what is remarked."""
    head = _AGENCY.fill(groups=group_move(entry), agency=agency_text(entry.latest), row=row_text(entry))
    details: list[Line] = [line(moved_text(entry))] if entry.moved else []
    if entry.address_changed or entry.old is None or entry.new is None:
        details.append(line(address_move(entry)))
    if (said := remark(entry)) is not None:
        details.append(line(said))
    return Item(line(head, tone=TONES.get(entry.change, Tone.PLAIN)), tuple(details))


def _provinces(comparison: Comparison) -> Iterator[Section]:
    """A page has the provinces in which anything changed, by number; a workbook has them all, a screen the most
    changed first."""
    places = comparison.provinces
    changed = [place for place in places if place.moved or place.address_changed]
    most = sorted(changed, key=lambda place: -(place.moved + place.address_changed))
    title = _MOST_CHANGED.fill(title=PROVINCES)
    all_rows = tuple(map(province_row, places))
    if changed:
        yield (
            Table(PROVINCE_COLUMNS, tuple(map(province_row, most)), title, counted=True, on=SCREEN),
            Table(PROVINCE_COLUMNS, tuple(map(province_row, changed)), PROVINCES, on=PAGE),
        )
    if places:
        totals = province_totals(places)
        yield (Table(PROVINCE_COLUMNS, all_rows, totals=totals, sheet=PROVINCES, on=BOOK),)
