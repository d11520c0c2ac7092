"""Several agencies of a list that a query may mean: to choose from, with the command that explains one of them."""

from collections.abc import Iterator, Sequence

from ...checks.agency_lookup import AgencyLookup
from ...checks.classification import Classification
from ...model.agency_result import AgencyResult
from ...model.text import Text
from ...reference.row_words import NAMES
from ..document import Cell, Column, Document, Hint, Kind, Lazy, Note, Row, Section, Table, Tone
from .dated import dated
from .group_words import group_text, group_tone

_FOUND_ONE = Text("ค้นหา “{query}” พบ 1 แห่ง: แถว {row}", "“{query}”: one agency was found, in row {row}")
_FOUND = Text("ค้นหา “{query}” พบหลายแห่ง เลือกหนึ่งแห่ง", "“{query}” may be any of these; choose one")
_ASIDE = Text("แถว {row} ตรงด้วย แต่ไม่ใช่หน่วยงาน ({kind})", "row {row} fits too, but is no agency ({kind})")
_CHOOSE = Text(
    "ดูเหตุผลของแห่งที่ต้องการ (เปลี่ยนเลขแถว): saraban-check explain {file}{again} {row}",
    "To explain one of them (put its row): saraban-check explain {file}{again} {row}",
)
_MORE = Text(
    "มีอีก {count} แห่งที่ไม่ได้แสดง เพิ่มคำ เช่น อำเภอหรือจังหวัด เพื่อให้แคบลง",
    "{count} more are not shown; add a word, such as the district or the province",
)
_COLUMNS = (
    Column(Text("แถว", "Row"), kind=Kind.ORDINAL),
    Column(Text("หน่วยงาน", "Agency")),
    Column(Text("อำเภอ", "District")),
    Column(Text("จังหวัด", "Province")),
    Column(Text("กลุ่ม", "Group")),
)


def choice_document(result: Classification, found: AgencyLookup, query: str, file: str, again: str) -> Document:
    """The agencies found; `file` and `again` are the list and the options as a shell takes them."""
    return dated(
        Document(_FOUND.fill(query=query), tuple(_sections(result, found, query, (file, again)))), result.as_of
    )


def with_found(document: Document, found: AgencyLookup, query: str) -> Document:
    """The explanation of the one agency that was found; below the day of the data it says which that is."""
    said = Note(_FOUND_ONE.fill(query=query, row=found.rows[0]), Tone.INFO)
    day, *rest = document.sections
    return document._replace(sections=(day, (said, *_aside(found)), *rest))


def _sections(result: Classification, found: AgencyLookup, query: str, named: tuple[str, str]) -> Iterator[Section]:
    agencies: Sequence[AgencyResult] = [result.by_row[row] for row in found.rows]
    rows = Lazy(agencies, _row, found.total)
    yield Table(_COLUMNS, rows, _FOUND.fill(query=query), counted=True, names=2), *_aside(found)
    if (more := found.total - len(agencies)) > 0:
        yield (Note(_MORE.fill(count=f"{more:,}"), Tone.DOUBT),)
    file, again = named
    yield (Hint(_CHOOSE.fill(file=file, again=again, row=found.rows[0])),)


def _row(agency: AgencyResult) -> Row:
    record = agency.record
    province = record.province.name if record.province else ""
    group = Cell(group_text(agency.group), group_tone(agency.group))
    return record.row, record.name.strip() or record.code or "", record.amphoe.strip(), province, group


def _aside(found: AgencyLookup) -> Iterator[Note]:
    for row in found.aside:
        yield Note(_ASIDE.fill(row=row.row, kind=NAMES[row.kind]), Tone.QUIET)
