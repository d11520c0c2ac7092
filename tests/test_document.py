"""Documents: every block in every format, in both languages, whatever the texts hold; nothing is lost or obeyed."""

import csv
import datetime
import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import get_args

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saraban_check.formats import FORMATS, RENDERED, VIEWS, By, Format
from saraban_check.model.finding import Severity
from saraban_check.model.text import Lang, Text
from saraban_check.report.document import (
    PEOPLE,
    ROWS,
    SEE_ALL,
    Behind,
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Field,
    Fields,
    Figure,
    Figures,
    Findings,
    Found,
    Heading,
    Hint,
    Item,
    Items,
    Kind,
    Lazy,
    Mark,
    Note,
    Series,
    Share,
    Table,
    Tone,
    line,
)
from saraban_check.report.escape import cell_width, for_markdown, for_page, for_terminal, for_xlsx
from saraban_check.report.render.csv import csv_pieces
from saraban_check.report.render.html import html_pieces
from saraban_check.report.render.markdown import markdown_pieces
from saraban_check.report.render.screen import render_screen
from saraban_check.report.render.xlsx import xlsx_document
from saraban_check.report.style import Style
from saraban_check.report.words.shares import share_text

HOSTILE = (
    *("=1+1", "+66", "@cmd", "-", "<b>x</b>&amp;\"'", "</style><script>1</script>", "[red]x[/]", "\x1b[31mแดง"),
    *("a|b`c`*d*_e_", "::error::x", "##[error]x", "##vso[x]", "\u202eกลับ", "<r><t>x</t></r>", "\ud800", "\x00"),
    *("ท่าข้าม", "saraban_06900115@dla.go.th", "x" * 90, "{label}", "%s", "# x", "#12", "https://x.go.th/?a=1&b=2"),
)
"""Each holds something that one format or other would take for more than a text."""


def document(texts: Iterator[str]) -> Document:
    """Every block with texts of a file wherever a value may stand; `texts` gives one for each place."""

    def both() -> Text:
        text = next(texts)
        return Text(text, text)

    def cell(tone: Tone = Tone.PLAIN) -> Cell:
        return Cell(next(texts), tone)

    plain = Text("ชื่อ", "Name")
    columns = (
        Column(plain, kind=Kind.ADDRESS),
        Column(plain),
        Column(plain, Text("สั้น\nมาก", "very\nshort"), Kind.COUNT),
        Column(plain, kind=Kind.SHARE),
        Column(plain, kind=Kind.DATE),
        Column(plain, kind=Kind.ORDINAL),
    )
    day = datetime.date(2026, 2, 17)
    row = (next(texts), cell(Tone.BAD), Cell(1234, Tone.GOOD), Share(1, 3), day, 1234)
    totals = (both(), "", Cell(1234, strong=True), Share(3, 3), day, 5)
    found = Found("SB402", Severity.WARNING, both(), "x@dia.go.th", (2, 11), both())
    behind = (Behind(next(texts), (found,)),)
    return Document(
        plain,
        (
            (Heading(next(texts), Tone.BAD, Mark("✗", Tone.BAD), both()), Note(next(texts)), Note(both(), Tone.DOUBT)),
            (
                Figures(
                    (Figure(cell(Tone.GOOD), 3, Mark("✓", Tone.GOOD), both()),), columns[0], columns[2], total=plain
                ),
            ),
            (Fields((Field(next(texts), (cell(), cell(Tone.BAD)), next(texts)), Field(next(texts), ())), both()),),
            (Fields((Field(next(texts), (cell(),), next(texts)), Field(next(texts), ())), both(), prose=True),),
            (Table(columns, (row,), both(), both(), totals),),
            (Table(columns, Lazy([next(texts)], lambda text: (text, *row[1:])), plain, sheet=Text("แผ่น", "Sheet")),),
            (
                Chart(both(), columns[1], (both(), next(texts)), (Series(both(), (Share(1, 3), Share(2, 3))),)),
                Chart(
                    both(), columns[1], (next(texts),), (Series(both(), (Share(0, 0),)), Series(both(), (Share(1, 1),)))
                ),
            ),
            (Items((Item(line(cell(), next(texts)), (line(next(texts), mark=Mark("→")),)),), both()),),
            (Items((Item(line(next(texts))), Item(line(next(texts)))), numbered=True, whole=True),),
            (
                Heading(both(), Tone.DOUBT, level=3),
                Findings((found, found._replace(behind=behind))),
            ),
            (Hint(both(), on=PEOPLE), SEE_ALL),
            (Table(columns, (row,), on=ROWS), Table(columns[:1], ((next(texts),),), on=ROWS)),
        ),
    )


def given_texts(texts: list[str]) -> tuple[Document, list[str], list[str]]:
    """The document, the texts that people must find in it, and those that its rows hold."""
    used: list[str] = []

    def each() -> Iterator[str]:
        for number in range(1000):
            used.append(f"{texts[number % len(texts)]}")
            yield used[-1]

    made = document(each())
    rows = [table for section in made.sections for table in section if isinstance(table, Table) and table.on == ROWS]
    cells = [value for table in rows for row in table.rows for value in row]
    plain = [cell.value if isinstance(cell, Cell) else cell for cell in cells]
    return made, used[:-1], [value for value in plain if isinstance(value, str)]


TEXTS = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40)).filter(str.strip), min_size=1, max_size=40)
LANGS: tuple[Lang, ...] = get_args(Lang)
each_time = settings(deadline=None, max_examples=40)


def squeezed(text: str) -> str:
    """Without blanks: where a line is broken is the renderer's to choose."""
    return "".join(text.split())


def test_the_document_of_the_tests_has_every_block() -> None:
    made, _, _ = given_texts(["x"])
    assert {type(block) for section in made.sections for block in section} == set(get_args(Block))


@each_time
@given(TEXTS, st.sampled_from(LANGS))
def test_the_screen_shows_every_text_harmless(texts: list[str], lang: Lang) -> None:
    made, expected, _ = given_texts(texts)
    screen = render_screen(made, lang, Style(5000))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", screen)
    for text in expected:
        assert squeezed(for_terminal(text)) in squeezed(screen), text
    colored = render_screen(made, lang, Style(5000, color=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == screen


@each_time
@given(st.lists(st.text("กขค้ AB", min_size=1, max_size=60), min_size=1, max_size=20), st.integers(30, 120))
def test_the_screen_is_no_wider_than_the_terminal(texts: list[str], width: int) -> None:
    made, _, _ = given_texts(texts)
    for shown in render_screen(made, "th", Style(width)).splitlines():
        assert cell_width(shown) <= width, shown


@each_time
@given(TEXTS, st.sampled_from(LANGS))
def test_the_page_shows_every_text_and_holds_no_markup_of_it(texts: list[str], lang: Lang) -> None:
    made, expected, _ = given_texts(texts)
    page = "".join(html_pieces(made, lang))
    said: list[str] = []
    tags: set[str] = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.add(tag)
            assert {name for name, _ in attrs} <= {*("lang", "charset", "http-equiv", "content", "name"), *ATTRIBUTES}

        def handle_data(self, data: str) -> None:
            said.append(data)

    Reader().feed(page)
    assert tags <= TAGS
    shown = squeezed("".join(said))
    for text in expected:
        assert squeezed("".join(map(for_page, text.splitlines()))) in shown, text
    assert not re.search(r"^\s*::|##\[", page, re.MULTILINE)


ATTRIBUTES = {
    *(
        "class",
        "tabindex",
        "scope",
        "open",
        "viewbox",
        "role",
        "aria-label",
        "x",
        "y",
        "x1",
        "x2",
        "y1",
        "y2",
        "points",
    ),
    *("cx", "cy", "r", "text-anchor", "stroke-dasharray"),
    *("hidden", "type", "maxlength", "aria-live"),
}
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "span", "b", "br", "dl", "dt"),
    *("dd", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "div", "details", "summary", "article"),
    *("figure", "svg", "g", "line", "polyline", "polygon", "circle", "text"),
    *("form", "label", "input", "output", "button", "script", "wbr"),
}


@each_time
@given(TEXTS, st.sampled_from(LANGS))
def test_markdown_shows_every_text_escaped(texts: list[str], lang: Lang) -> None:
    made, expected, _ = given_texts(texts)
    page = "".join(markdown_pieces(made, lang))
    for text in expected:
        assert for_markdown(text) in page, text
    assert not re.search(r"\n\n\n", page)


@each_time
@given(TEXTS, st.sampled_from(LANGS))
def test_the_rows_hold_every_text_and_no_formula(texts: list[str], lang: Lang) -> None:
    made, _, expected = given_texts(texts)
    text = "".join(csv_pieces(made, lang))
    assert text.startswith("\ufeff")
    cells = [cell for row in csv.reader(io.StringIO(text[1:], newline="")) for cell in row]
    for wanted in expected:
        assert {wanted.replace("\x00", ""), "'" + wanted.replace("\x00", "")} & set(cells), wanted
    assert not [cell for cell in cells if cell.startswith(("=", "@", "\t"))]
    assert "1234" in cells
    assert "2026-02-17" in cells
    assert "33.3%" in cells


@settings(deadline=None, max_examples=20)
@given(TEXTS, st.sampled_from(LANGS))
def test_the_workbook_holds_every_text_as_a_text(texts: list[str], lang: Lang) -> None:
    made, expected, _ = given_texts(texts)
    raw = xlsx_document(made, lang)
    book = openpyxl.load_workbook(io.BytesIO(raw))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    shown = squeezed(" ".join(str(cell.value) for cell in cells))
    for text in expected:
        assert squeezed(for_xlsx(text)) in shown, text
    assert book.sheetnames == (["สรุป", "แผ่น"] if lang == "th" else ["Summary", "Sheet"])
    assert raw == xlsx_document(made, lang)


SHARES = st.integers(0, 9).flatmap(lambda whole: st.builds(Share, st.integers(0, whole), st.just(whole)))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    count = draw(st.integers(1, 70))
    of = st.lists(SHARES, min_size=count, max_size=count).map(tuple)
    series = draw(st.lists(st.builds(Series, st.just(Text("ก", "a")), of), min_size=1, max_size=9))
    return Chart(Text("ก", "T"), Column(Text("รอบ", "Round")), tuple(f"round {n}" for n in range(count)), tuple(series))


@settings(deadline=None, max_examples=12)
@given(charts())
def test_a_chart_stands_inside_its_drawing_and_its_numbers_below_it(chart: Chart) -> None:
    made = Document(chart.title, ((chart,),))
    page = "".join(html_pieces(made, "en"))
    places = [pair.split(",") for found in re.findall(r' points="([^"]*)"', page) for pair in found.split()]
    places += re.findall(r'<text(?: class="axis")? x="([0-9.-]+)" y="([0-9.-]+)"', page)
    assert all(0 <= float(x) <= 720 and 0 <= float(y) <= 260 for x, y in places), places
    known = [share for one in chart.series for share in one.shares if share.whole]
    assert page.count('class="mark"') == len(known)
    for share in known:
        assert share_text(*share) in page
        assert share_text(*share) in "".join(markdown_pieces(made, "en"))
        assert share_text(*share) in render_screen(made, "en", Style(120))
    book = openpyxl.load_workbook(io.BytesIO(xlsx_document(made, "en")))
    (drawn,) = book.worksheets[0]._charts  # type: ignore[attr-defined]
    assert len(drawn.series) == len(chart.series)
    rows = len(chart.points)
    for number, one in enumerate(drawn.series):
        column = "BCDEFGHIJK"[number]
        assert one.val.numRef.f == f"Summary!${column}$5" + (f":${column}${4 + rows}" if rows > 1 else "")
    cells = [[cell.value for cell in row] for row in book.worksheets[0]["A5" : f"J{4 + rows}"]]
    for at, point in enumerate(chart.points):
        assert cells[at][0] == point
        for number, one in enumerate(chart.series):
            share = one.shares[at]
            assert cells[at][number + 1] == (pytest.approx(share.part / share.whole) if share.whole else None)


def test_a_line_is_broken_where_a_share_is_not_known_and_drawn_on_the_screen_where_it_is_alone() -> None:
    shares = (Share(1, 2), Share(3, 4), Share(0, 0), Share(1, 1))
    one = Series(Text("ทั้งประเทศ", "Country"), shares)
    chart = Chart(Text("สัดส่วน", "Share"), Column(Text("รอบ", "Round")), ("r1", "r2", "r3", "r4"), (one,))
    page = "".join(html_pieces(Document(chart.title, ((chart,),)), "en"))
    assert page.count("<polyline") == 2
    assert "stroke-dasharray" not in page
    assert '"Share"' in page
    screen = render_screen(Document(chart.title, ((chart,),)), "en", Style(80))
    assert screen.splitlines()[2:] == [
        "Round  Country",
        "r1       50.0%  " + "█" * 10,
        "r2       75.0%  " + "█" * 15,
        "r3",
        "r4      100.0%  " + "█" * 20,
    ]
    both = chart._replace(series=(one, one._replace(name=Text("สงขลา", "Songkhla"))))
    page = "".join(html_pieces(Document(chart.title, ((both,),)), "en"))
    assert page.count("stroke-dasharray") == 2
    assert "Songkhla 100.0%</text>" in page
    assert "█" not in render_screen(Document(chart.title, ((both,),)), "en", Style(80))


def test_a_list_is_shortened_and_says_of_how_many() -> None:
    column = Column(Text("ชื่อ", "Name"))
    many = [f"name {number}" for number in range(120)]
    items = Items(Lazy(many, lambda name: Item(line(name))), Text("แย่ลง", "worsened"))
    table = Table((column, column), Lazy(many, lambda name: (name, name)), Text("ดีขึ้น", "improved"), counted=True)
    whole = table._replace(title=None, counted=False)
    made = Document(column.heading, ((items,), (table,), (whole,), (SEE_ALL, Hint(Text("ต่อไป", "next")))))
    screen = render_screen(made, "en", Style(80), 3)
    assert "worsened (shown 3 of 120)\n  name 0\n  name 1\n  name 2\n\n" in screen
    assert "improved (shown 3 of 120)\n" in screen
    assert screen.count("name 119") == 2
    assert screen.endswith("\n\nTo see all: add --limit 120\nnext\n")
    assert "To see all" not in render_screen(made, "en", Style(80))
    page = "".join(markdown_pieces(made, "en"))
    assert "### worsened (shown 50 of 120)\n\n- name 0\n" in page
    assert "### improved (shown 50 of 120)\n\n| Name | Name |\n" in page
    assert page.count("| name 119 | name 119 |") == 1
    assert "".join(html_pieces(made, "en")).count("name 119") == 5


def test_a_block_is_only_where_it_is_said_to_be() -> None:
    made = Document(Text("ก", "T"), ((Note("here", on=ROWS), Hint(Text("สั่ง", "hint"))), (Note("there"),)))
    assert render_screen(made, "en", Style(80)) == "hint\n\nthere\n"
    assert "".join(markdown_pieces(made, "en")) == "## T\n\nthere\n\n<!-- saraban-check -->\n"
    assert "hint" not in "".join(html_pieces(made, "en"))


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
def test_whatever_writes_a_format_is_there(format_: Format) -> None:
    from importlib import import_module

    makers = [by for by in (*format_.results.values(), format_.renderer, *VIEWS.values()) if isinstance(by, By)]
    for by in makers:
        module, _, name = by.function.partition(":")
        assert callable(getattr(import_module(f"saraban_check.{module}"), name))
    for result, how in format_.results.items():
        assert isinstance(how, By) or (how == RENDERED and format_.renderer is not None and result in VIEWS)
