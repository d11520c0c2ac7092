"""A report as a document: what is to be said, and what each part of it means, before anybody asks in which format.

A view turns a result into a `Document`; a renderer turns any document into one format. Values stay what they are (a
number, a share, a day, a `Text` in both languages, a text of a file as it stood there): nothing is escaped,
translated, wrapped or cut before the renderer. So a new view needs no line in a renderer, and a new renderer none in
a view.

A document is a title and sections; a section is a tuple of blocks that belong together. There are nine blocks:
`Heading`, `Note`, `Figures`, `Fields`, `Table`, `Chart`, `Items`, `Findings`, `Hint`. Each says in which media it
appears (`on`): most of what is said is said everywhere, but a screen lists as items what a page has as a table, and
only a workbook has all rows on a sheet of their own. The title is a page's or a workbook's; a screen begins with the
first section.

    bad = Cell(Text("แย่ลง", "worsened"), Tone.BAD)
    columns = (Column(Text("หน่วยงาน", "Agency"), width=30), Column(Text("จำนวน", "Agencies"), kind=Kind.COUNT))
    document = Document(
        Text("เปรียบเทียบสองรอบ", "Two rounds compared"),
        (
            (Note(Text("สองรอบใช้ตารางต่างฉบับ", "the tables differ"), Tone.DOUBT),),
            (Figures((Figure(bad, 3),), Column(Text("ผล", "Change")), Column(Text("จำนวน", "Agencies"))),),
            (Table(columns, (("อบต.ท่าข้าม", 1),), title=Text("รายจังหวัด", "By province")),),
            (Hint(Text("บันทึกเป็น Excel: เพิ่ม -o changes.xlsx", "As a workbook: add -o changes.xlsx")),),
        ),
    )
    "".join(html_pieces(document, "th"))                 # render/html.py; the same for markdown, csv
    render_screen(document, "th", Style(80), limit=10)   # render/screen.py
    xlsx_document(document, "th")                        # render/xlsx.py
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from ..model.finding import Severity
from ..model.text import Lang, Text

_T_co = TypeVar("_T_co", covariant=True)


class Medium(Enum):
    """What a renderer writes for. A new format is one of these: a Word document would be a page."""

    SCREEN = "screen"
    """A terminal: narrow, and lists are shortened."""
    PAGE = "page"
    """Read from top to bottom: HTML."""
    DIGEST = "digest"
    """A page that holds little: Markdown, for a comment or the summary of a step."""
    BOOK = "book"
    """Sheets, to sort and to filter: XLSX."""
    ROWS = "rows"
    """The rows of a table and nothing else: CSV."""


Media = frozenset[Medium]
SCREEN: Media = frozenset({Medium.SCREEN})
WHOLE_PAGE: Media = frozenset({Medium.PAGE})
DIGEST: Media = frozenset({Medium.DIGEST})
PAGE: Media = WHOLE_PAGE | DIGEST
BOOK: Media = frozenset({Medium.BOOK})
ROWS: Media = frozenset({Medium.ROWS})
PEOPLE: Media = SCREEN | PAGE | BOOK
"""All that people read; what most blocks are for. `PAGE | BOOK` and the like name others."""


class Tone(Enum):
    """What a value means; each renderer has its own colour, class or fill for it."""

    PLAIN = "plain"
    GOOD = "good"
    BAD = "bad"
    DOUBT = "doubt"
    """Not known, or to be looked at."""
    INFO = "info"
    """Worth knowing, neither good nor bad."""
    ACTION = "action"
    """To be done, or to be copied: a command."""
    QUIET = "quiet"
    """Beside the point: a source, a reference."""


class Share(NamedTuple):
    """A part of a whole, shown in per cent (`79.7%`) and never rounded to all or to nothing where it is neither."""

    part: int
    whole: int


Value = str | int | Text | Share | datetime.date
"""`str` is a text as it stands in a file or a name: the same in both languages. `int` is a count (shown 1,234) but in
a column of `Kind.ORDINAL`. A blank text is an empty cell."""


class Cell(NamedTuple):
    """A value and what it means; `strong` ones stand out, as a sum does: `Cell(3, Tone.BAD, strong=True)`."""

    value: Value
    tone: Tone = Tone.PLAIN
    strong: bool = False


class Mark(NamedTuple):
    """A sign in front of a line: `Mark("✗", Tone.BAD)`. With the words behind it, it needs no colour."""

    sign: str
    tone: Tone = Tone.PLAIN


class Line(NamedTuple):
    """A line: cells beside each other, maybe behind a mark. Made with `line`."""

    cells: tuple[Cell, ...]
    mark: Mark | None = None


def line(*values: Value | Cell, tone: Tone = Tone.PLAIN, strong: bool = False, mark: Mark | None = None) -> Line:
    """A line of values, all of one tone but for those that are cells already:
    `line(Cell("แถว 3", Tone.QUIET), "อบต.ท่าข้าม", mark=Mark("!", Tone.DOUBT))`."""
    return Line(tuple(one if isinstance(one, Cell) else Cell(one, tone, strong) for one in values), mark)


def cell_of(value: Value | Cell) -> Cell:
    """A cell, also of a value that stands alone."""
    return value if isinstance(value, Cell) else Cell(value)


class Listed(Protocol[_T_co]):
    """What can be counted and gone through, any number of times: a tuple, a list, or `Lazy`."""

    def __iter__(self) -> Iterator[_T_co]: ...
    def __len__(self) -> int: ...


class Lazy(Generic[_T_co]):
    """As many as there are things, each made only when a renderer comes to it: `Lazy(entries, row_of)`.

    `count`: how many, where the things cannot be counted themselves.
    """

    def __init__(self, things: Iterable[Any], make: Callable[[Any], _T_co], count: int | None = None) -> None:
        self._things, self._make, self._count = things, make, count

    def __iter__(self) -> Iterator[_T_co]:
        return map(self._make, self._things)

    def __len__(self) -> int:
        return len(self._things) if self._count is None else self._count  # type: ignore[arg-type]


class Kind(Enum):
    """What a column holds: how it is aligned, and how its numbers are written."""

    TEXT = "text"
    COUNT = "count"
    """How many: 1,234, to the right; none is a dot."""
    ORDINAL = "ordinal"
    """A number that names something, such as a row: 1234."""
    SHARE = "share"
    """A `Share`, to the right."""
    BAR = "bar"
    """A `Share` that is drawn where the medium can draw, else said."""
    DATE = "date"
    ADDRESS = "address"
    """An e-mail address, or the name of a file: long, and never to be broken between words that are none."""

    @property
    def is_number(self) -> bool:
        return self in (Kind.COUNT, Kind.SHARE, Kind.ORDINAL)


class Column(NamedTuple):
    """A column: its heading, a `short` one (lines apart by line feeds) for where there is little room, what it holds,
    and how wide it is in a workbook, in characters (None: as its kind needs)."""

    heading: Text
    short: Text | None = None
    kind: Kind = Kind.TEXT
    width: float | None = None


Row = Sequence[Value | Cell]
"""A row of a table: a value a column. `("สงขลา", Cell(3, Tone.BAD), Share(1, 3))`."""


# The blocks


class Heading(NamedTuple):
    """The heading of what follows in its section. `then` is said behind it in a tone of its own: the right address
    behind a wrong one. `note` is said more quietly behind or below it; of `level` 3 it is that of one thing among
    several (a notice), which a page sets in a box of the tone's colour.

    `Heading(Text("สิ่งที่ต้องทำ", "What to do"))`
    """

    text: Value
    tone: Tone = Tone.PLAIN
    mark: Mark | None = None
    note: Text | None = None
    level: int = 2
    on: Media = PEOPLE
    then: Cell | None = None


class Note(NamedTuple):
    """A sentence of its own. One in doubt is a warning, set off from the rest.

    `Note(Text("สองรอบใช้ตารางต่างฉบับ", "the tables differ"), Tone.DOUBT)`
    """

    text: Value
    tone: Tone = Tone.PLAIN
    mark: Mark | None = None
    on: Media = PEOPLE


class Figure(NamedTuple):
    """How many of something: `Figure(Cell(Text("แย่ลง", "worsened"), Tone.BAD), 3)`; `note` is said behind it."""

    label: Cell
    number: int
    mark: Mark | None = None
    note: Text | None = None


class Figures(NamedTuple):
    """A few numbers to look at first, each with its name. `label` and `number` head them where they are a table.

    `line` is the sentence that a screen says of each, from `{label}` and `{number}`; without it they are written one
    below the other, those of which there is none left out. `total` names their sum, where it is one.
    """

    figures: tuple[Figure, ...]
    label: Column
    number: Column
    line: Text | None = None
    total: Text | None = None
    on: Media = PEOPLE


class Picture(NamedTuple):
    """A small picture (PNG), and what it shows in words; those media have it that can show one."""

    png: bytes
    alt: Text


class Field(NamedTuple):
    """A label and its values, none where there should be one: `Field(Text("เรื่อง", "Subject"), (Cell("…"),))`. `note`
    is said quietly behind it, `picture` shows where the value comes from."""

    label: Value
    values: tuple[Cell, ...]
    note: Value | None = None
    picture: Picture | None = None


class Fields(NamedTuple):
    """What is known of one thing, a label and its values a line. `missing` is said where there is no value.

    `prose`: the values are whole sentences; a screen has them below their label, not beside it.
    `Fields((Field(Text("เว็บไซต์", "Website"), ()),), missing=Text("ไม่พบ", "not found"))`
    """

    fields: tuple[Field, ...]
    missing: Text = Text("–", "–")
    prose: bool = False
    on: Media = PEOPLE


class Table(NamedTuple):
    """A table; `("สงขลา", 3)` is one of its rows. The first `names` columns name the row.

    One that is `counted` is a list: its title says how many rows there are and how many of them are shown, on a screen
    as many as it is told, in Markdown at most `most`. All other tables are shown whole. In a workbook a table that
    names a `sheet` has it to itself, with all its rows.
    """

    columns: tuple[Column, ...]
    rows: Listed[Row]
    title: Text | None = None
    note: Text | None = None
    totals: Row | None = None
    names: int = 1
    counted: bool = False
    most: int = 50
    sheet: Text | None = None
    ruled: bool = False
    """On a screen a line stands below the headings, and nothing above them: it is the first thing that is said."""
    parted: tuple[int, ...] = ()
    """The rows above which a screen leaves a line blank, by their numbers (0 = first)."""
    on: Media = PEOPLE


class Series(NamedTuple):
    """A line of a chart: its name, and a share for each point; one of nothing (`Share(0, 0)`) is a gap."""

    name: Text
    shares: tuple[Share, ...]


class Chart(NamedTuple):
    """Shares over time: a line for each series where the medium can draw, above the table of its numbers; elsewhere
    the table alone, with bars where there is one series.

    `point` heads the points. No colour tells the lines apart: each has its own mark and its name at its end.
    `is_told`: another table of a page has its numbers, so that one draws it without its own.
    `Chart(TITLE, Column(Text("รอบ", "Round")), ("ก.พ.", "มี.ค."), (Series(ALL, (Share(1, 3), Share(2, 3))),))`
    """

    title: Text
    point: Column
    points: tuple[Value, ...]
    series: tuple[Series, ...]
    on: Media = PEOPLE
    is_told: bool = False

    def table(self, *, bars: bool = False) -> Table:
        """Its numbers, a row a point. `bars`: drawn as well, where there is but one series."""
        columns = [self.point, *(Column(one.name, kind=Kind.SHARE) for one in self.series)]
        shares: list[Sequence[Value]] = [[share if share.whole else "" for share in one.shares] for one in self.series]
        if bars and len(shares) == 1:
            columns.append(Column(Text("", ""), kind=Kind.BAR))
            shares *= 2
        return Table(tuple(columns), tuple(zip(self.points, *shares, strict=True)), self.title)


class Item(NamedTuple):
    """One thing of a list, and what is said of it below: `Item(line("อบต.ท่าข้าม"), (line("A1 → B1"),))`."""

    head: Line
    details: tuple[Line, ...] = ()


class Items(NamedTuple):
    """A list. `numbered` ones are steps in their order; `spaced` ones are entries that stand apart.

    `counted`: the title says how many are shown of how many, also where all are; else only where it is shortened.
    `Items((Item(line("อบต.ท่าข้าม")),), title=Text("แย่ลง", "worsened"))`
    """

    items: Listed[Item]
    title: Text | None = None
    numbered: bool = False
    spaced: bool = False
    counted: bool = True
    whole: bool = False
    """It is never shortened: steps, suggestions, whom to ask."""
    on: Media = PEOPLE


class Found(NamedTuple):
    """A finding: its rule's code, its weight, and what it says.

    `value` is the address that `span` points into; `mend` how to mend it. What lies `behind` it are the findings on
    other values that it sums up.
    """

    code: str
    severity: Severity
    message: Text
    value: str | None = None
    span: tuple[int, int] | None = None
    mend: Text | None = None
    behind: "tuple[Behind, ...]" = ()


class Behind(NamedTuple):
    """A value, and what was found wrong with it."""

    value: str
    found: tuple[Found, ...]


class Findings(NamedTuple):
    """What was found of one thing, the heaviest first.

    `Findings((Found("SB402", Severity.ERROR, Text("โดเมนพิมพ์ผิด", "the domain is mistyped"), "a@dia.go.th", (2, 11)),))`
    """

    found: tuple[Found, ...]
    on: Media = PEOPLE


class Hint(NamedTuple):
    """What can be done next with the program: a sentence with its command, for those who sit before the screen.

    `if_cut`: said only where a list was shortened, with `{count}`, the length of the longest of them.
    """

    text: Text
    if_cut: bool = False
    on: Media = SCREEN


SEE_ALL = Hint(Text("ดูทั้งหมด: เพิ่ม --limit {count}", "To see all: add --limit {count}"), if_cut=True)
"""Said where a list was shortened."""

Block = Heading | Note | Figures | Fields | Table | Chart | Items | Findings | Hint
Section = tuple[Block, ...]
"""Blocks that belong together. On a screen a blank line stands between sections, and none within."""


class Document(NamedTuple):
    """A report, whatever it will be written in."""

    title: Text
    sections: tuple[Section, ...]

    def on(self, medium: Medium) -> Iterator[Section]:
        """The sections for a medium, each without the blocks that are for others; none that is empty."""
        for section in self.sections:
            if blocks := tuple(block for block in section if medium in block.on):
                yield blocks


def both(say: Callable[[Lang], str]) -> Text:
    """What words say in each language, as one text: `both(lambda lang: law_text(notice, lang))`."""
    return Text(say("th"), say("en"))


MARKS = {
    Severity.ERROR: Mark("✗", Tone.BAD),
    Severity.WARNING: Mark("!", Tone.DOUBT),
    Severity.INFO: Mark("i", Tone.INFO),
}
"""The sign of each severity."""
