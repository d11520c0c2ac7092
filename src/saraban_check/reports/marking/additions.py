"""What is added to the workbook, part by part: the sheet, its comments and their boxes, the formats."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from ...model.errors import RequestError
from ...model.text import Lang, Text
from ...reference.column_letters import letters_of
from ..columns import MARKED_HEADINGS, marked_cells
from ..escape import cell_width
from ..report import Report
from .boxes import boxes_part
from .comments import Note, commented_cells, comments_part
from .geometry import columns_of, rows_of
from .marks import COLORS, Marks, heaviest, mark_row, marks_of, paragraphs
from .package import TRANSITIONAL, Package
from .place import last_used_column, merged_areas
from .references import MOST_COLUMNS, Area
from .sheet import Additions, OurCell, marked_sheet, style_of
from .styles import Styles
from .survey import Survey

_HEADING_COLOR = "375623"
_NARROWEST, _WIDEST = 12, 48

_NO_ROOM = Text(
    "--mark: {file} แผ่นงาน “{sheet}” ใช้ถึงคอลัมน์ {column} จึงไม่มีที่ให้เพิ่ม {count} คอลัมน์ ลบคอลัมน์ว่างด้านขวาแล้วบันทึกใหม่",
    "--mark: {file}: the sheet “{sheet}” is used as far as column {column}, which leaves no room for {count} more; "
    "delete the empty columns at the right and save again",
)


def add_marks(report: Report, package: Package, workbook: str, part: str) -> None:
    """Change the package: mark the sheet in `part`. Raises RequestError without room, UnusualError as its parts do."""
    result, source = report.result, report.result.source
    marks = marks_of(result)
    survey = Survey(package.read_xml(part), _wanted(report, marks))
    first = last_used_column(package, part, survey) + 1
    if first + len(MARKED_HEADINGS) > MOST_COLUMNS:
        column = letters_of(first - 1)
        raise RequestError(_NO_ROOM, file=source.file, sheet=source.sheet, column=column, count=len(MARKED_HEADINGS))
    _show_covered_elsewhere(marks, merged_areas(survey))
    where = next(iter(package.related(workbook, "styles")), None)
    styles = Styles(package.read_xml(where) if where else None)
    rows = _our_rows(report, marks, survey, styles)
    widths = _widths([[cell.text for cell in cells] for cells in rows.values()])
    formats = {
        place: styles.colored(style_of(survey, *place), COLORS[heaviest(findings)])
        for place, findings in marks.cells.items()
    }
    boxes = _add_comments(package, part, survey, marks, report.lang, dict(enumerate(widths, start=first)))
    package.write(part, marked_sheet(survey, Additions(first, rows, widths, formats, boxes)))
    if where is None:
        where = package.free_name("xl/styles{}.xml")
        package.relate(workbook, "styles", where)
        package.declare(where, "styles")
    package.write(where, styles.data())


def _wanted(report: Report, marks: Marks) -> dict[int, list[int]]:
    """The rows of the header and the list, and in each the columns to be coloured or taken as a model."""
    source = report.result.source
    wanted: dict[int, list[int]] = {agency.record.row: [] for agency in report.result.agencies}
    wanted.update({row.row: [] for row in report.result.set_aside})
    wanted[source.header_row] = []
    for row, column in marks.cells:
        wanted[row].append(column)
    for row in _models(report):
        if source.header.columns["address"] not in wanted[row]:
            wanted[row].append(source.header.columns["address"])
    return wanted


def _models(report: Report) -> tuple[int, int]:
    """The rows whose address cells show how headings and texts look in this sheet."""
    return report.result.source.header_row, report.result.agencies[0].record.row


def _show_covered_elsewhere(marks: Marks, areas: list[Area]) -> None:
    """Where Excel hides a cell under a merged one, its findings are shown where our columns begin."""
    by_column: dict[int, list[Area]] = {column: [] for _, column in marks.cells}
    columns = sorted(by_column)
    for area in sorted(areas):
        for column in columns[bisect_left(columns, area.left) : bisect_right(columns, area.right)]:
            by_column[column].append(area)
    tops = {column: [area.top for area in found] for column, found in by_column.items()}
    for row, column in list(marks.cells):
        before = bisect_right(tops[column], row)
        above = by_column[column][before - 1] if before else None
        if above is not None and row <= above.bottom and (row, column) != (above.top, above.left):
            for finding in marks.cells.pop((row, column)):
                mark_row(marks, row, finding)


def _our_rows(report: Report, marks: Marks, survey: Survey, styles: Styles) -> dict[int, list[OurCell]]:
    """The cells of ours, by row."""
    heading, plain = (style_of(survey, row, report.result.source.header.columns["address"]) for row in _models(report))
    titled, text = styles.ours(heading, color=_HEADING_COLOR, heading=True), styles.ours(plain)
    by_severity = {severity: styles.ours(plain, color=color) for severity, color in COLORS.items()}
    rows = {report.result.source.header_row: [OurCell(name.say(report.lang), titled) for name in MARKED_HEADINGS]}
    for agency in report.result.agencies:
        row = agency.record.row
        begin, *others = marked_cells(report.result, agency, report.lang)
        severity = marks.rows.get(row)
        style = text if severity is None else by_severity[severity]
        rows[row] = [OurCell(begin, style), *(OurCell(cell, text) for cell in others)]
    for none in report.result.set_aside:
        rows[none.row] = [OurCell(cell, text) for cell in marked_cells(report.result, none, report.lang)]
    return rows


def _widths(rows: Sequence[Sequence[str]]) -> list[float]:
    """How wide our columns are: as wide as their longest line, within limits."""
    longest = (
        (max((line for text in column for line in text.split("\n")), key=len)) for column in zip(*rows, strict=True)
    )
    return [float(min(_WIDEST, max(_NARROWEST, cell_width(line) + 2))) for line in longest]


def _add_comments(
    package: Package, part: str, survey: Survey, marks: Marks, lang: Lang, ours: Mapping[int, float]
) -> str | None:
    """Add the comments; the relationship of their boxes, if the sheet does not name it yet.

    A cell that has a comment keeps that one alone: it is somebody's own words.
    """
    old = next(iter(package.related(part, "comments")), None)
    taken = commented_cells(package.read_xml(old)) if old else set()
    notes = [
        Note(row, column, tuple(paragraphs(findings, lang)))
        for (row, column), findings in sorted(marks.cells.items())
        if f"{letters_of(column)}{row}" not in taken
    ]
    if not notes:
        return None
    comments = old or package.free_name("xl/comments{}.xml")
    package.write(comments, comments_part(package.read_xml(old) if old else None, notes))
    if old is None:
        package.relate(part, "comments", comments)
        package.declare(comments, "comments")
    return _add_boxes(package, part, survey, notes, ours)


def _add_boxes(package: Package, part: str, survey: Survey, notes: list[Note], ours: Mapping[int, float]) -> str | None:
    columns, rows = columns_of(survey, ours), rows_of(survey)
    named = survey.root.child("legacyDrawing")
    id_ = named.attributes.get(f"{TRANSITIONAL} id") if named else None
    old = next((link.part for link in package.relationships(part) if link.id == id_), None)
    if old is not None:
        package.write(old, boxes_part(package.read(old), notes, columns, rows))
        return None
    boxes = package.free_name("xl/drawings/vmlDrawing{}.vml")
    package.write(boxes, boxes_part(None, notes, columns, rows))
    package.declare_suffix("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing")
    return package.relate(part, "vmlDrawing", boxes)
