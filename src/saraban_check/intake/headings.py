"""Where the header row is, and which column holds which field (decisions: Lists)."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..model.errors import InputError, RequestError
from ..model.near import meant
from ..model.record import FIELDS
from ..model.text import Text
from ..reference.fields import FIELD_NAMES
from ..reference.kinds import kind_of_name, without_prefix
from ..reference.words import NO_FIELD, fold_heading, headings
from .cells import is_answer
from .column_contents import SHOWS
from .columns import assign_columns
from .heading_fields import EXACT, field_named_by
from .options import ListOptions


class Header(NamedTuple):
    """`first` and `last` are the indexes of its rows among those looked at (0 = first row of the file);
    `names` the headings as they stand; `columns` the index of each field's column."""

    first: int
    last: int
    names: tuple[str, ...]
    columns: dict[str, int]


_NO_ADDRESS = Text(
    '{file}: ไม่พบคอลัมน์ที่อยู่อีเมลใน {rows} แถวแรก (พบหัวตาราง: {found}) ระบุเองด้วย --map address="ชื่อคอลัมน์"{more}',
    '{file}: no address column in the first {rows} rows (headings: {found}); name it with --map address="HEADING"'
    "{more}",
)
_REGISTRY = Text(
    " ถ้าเป็นทะเบียน อปท. ของ สถ. ใช้ saraban-check registry import {file}",
    "; if this is DLA's registry, use saraban-check registry import {file}",
)
_OF_REGISTRY = ("code", "name")
_NO_COLUMNS = Text(
    '{file}: ไม่พบหัวตารางที่มีคอลัมน์ {needs} ใน {rows} แถวแรก (พบ: {found}) ระบุเองด้วย --map {first}="ชื่อคอลัมน์"',
    '{file}: no header with the columns {needs} in the first {rows} rows (found: {found}); use --map {first}="HEADING"',
)
_REQUIRED = Text(
    '{file}: ไม่มีคอลัมน์ {missing} ที่ --require กำหนด (หัวตาราง: {found}) เพิ่มคอลัมน์ หรือระบุด้วย --map {first}="ชื่อคอลัมน์"',
    "{file}: the columns {missing} that --require asks for are missing (headings: {found}); add them, or use "
    '--map {first}="HEADING"',
)
_NO_HEADER = Text(
    "{file}: บรรทัด {line} เป็นข้อมูลแล้ว ไม่มีแถวหัวตาราง เพิ่มแถวหัวตารางไว้บนสุด เช่น {headings}",
    "{file}: line {line} already holds data; add a row of headings above it, such as {headings}",
)
_SUGGESTED = Text("รหัส อปท., ชื่อหน่วยงาน, จังหวัด, อีเมล", "code, name, province, email")
_BAD_REQUIRE = Text(
    "--require {found}: ไม่มีช่องชื่อนี้{near} ใช้ {choices} คั่นด้วยจุลภาค",
    "--require {found}: there is no such field{near}; use {choices}, separated by commas",
)
_LONGEST = 100
"""Letters of a cell that may be the heading which was meant."""
_SERVED_BY = {
    "notice": {"notice", "notice_and_posted"},
    "posted": {"posted", "notice_and_posted"},
}
"""The joint column of the published table tells of both facts."""


def _named(fields: Sequence[str]) -> Text:
    """Fields in words, each with the name that `--map` knows it by, where that is another."""
    known = {field: FIELD_NAMES.get(field, Text(field, field)) for field in fields}
    th, en = (
        ", ".join(f if said[index] == f else f"{said[index]} ({f})" for f, said in known.items()) for index in (0, 1)
    )
    return Text(th, en)


def read_required(setting: str) -> tuple[str, ...]:
    """`--require FIELD,…` as fields. Raises RequestError for one that there is not."""
    fields = tuple(dict.fromkeys(part.strip() for part in setting.split(",") if part.strip()))
    unknown = next((field for field in fields if field not in FIELDS), None if fields else setting)
    if unknown is not None:
        raise RequestError(_BAD_REQUIRE, found=unknown, near=meant(unknown, FIELDS), choices=", ".join(FIELDS))
    return fields


_NO_HEADING = Text(
    '--map {field}="{wanted}": ไม่พบหัวคอลัมน์นี้ใน {rows} แถวแรกของ {file}{near}',
    '--map {field}="{wanted}": no such heading in the first {rows} rows of {file}{near}',
)
_BAD_MAP = Text(
    '--map {found}: ต้องเป็น ชื่อช่อง="หัวคอลัมน์" โดยชื่อช่องเป็นหนึ่งใน {choices}{near}',
    '--map {found}: write FIELD="HEADING" with one of the fields {choices}{near}',
)


_TWO_FIELDS = Text(
    "--map {one} และ --map {other}: ระบุหัวคอลัมน์เดียวกัน “{wanted}” แต่คอลัมน์หนึ่งใช้เป็นได้ช่องเดียว {advice}",
    "--map {one} and --map {other}: both name the heading “{wanted}”, but a column serves as one field; {advice}",
)
_NAME_ANOTHER = Text("ระบุหัวคอลัมน์อื่นให้ช่องหนึ่ง หรือตัดออกช่องหนึ่ง", "name another heading for one of them, or leave it out")
_USE_BOTH = Text(
    'ถ้าคอลัมน์นี้บอกทั้งสองเรื่อง ใช้ --map notice_and_posted="{wanted}"',
    'where it tells of both, use --map notice_and_posted="{wanted}"',
)


def read_mapping(settings: Sequence[str]) -> dict[str, str]:
    """`--map field="heading"` texts as a dict. Raises RequestError for an unknown field, or two of one heading."""
    mapping = {}
    for setting in settings:
        field, equals, heading = setting.partition("=")
        field, heading = field.strip(), heading.strip().strip("\"'“”")
        if field not in FIELDS or not equals or not heading:
            near = meant("" if field in FIELDS else field, FIELDS)
            raise RequestError(_BAD_MAP, found=setting, choices=", ".join(FIELDS), near=near)
        mapping[field] = heading
    check_mapping(mapping)
    return mapping


def check_mapping(mapping: Mapping[str, str]) -> None:
    """Raises RequestError where two fields name one heading: only one could have the column."""
    seen: dict[str, str] = {}
    for field, wanted in mapping.items():
        other = seen.setdefault(fold_heading(wanted), field)
        if other != field:
            advice = _USE_BOTH if {field, other} == {"notice", "posted"} else _NAME_ANOTHER
            raise RequestError(_TWO_FIELDS, one=other, other=field, wanted=wanted, advice=advice.fill(wanted=wanted))


def field_of_heading(heading: str) -> tuple[str | None, int]:
    """The field that a heading names, and how surely (4 exact, 3 by its words, 2 as a beginning)."""
    found = field_named_by(heading)
    return found.field, found.sure


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Two header rows as one: the lower heading where there is one, else the (merged) upper one."""
    width = max(len(upper), len(lower))
    up, low = [*upper, *[""] * (width - len(upper))], [*lower, *[""] * (width - len(lower))]
    return [_telling(a.strip(), b.strip()) for a, b in zip(up, low, strict=True)]


def _telling(upper: str, lower: str) -> str:
    """The lower heading, unless only the upper one names a field."""
    if not lower or (field_of_heading(lower)[0] is None and field_of_heading(upper)[0] is not None):
        return upper
    return lower


def _second_row(upper: Sequence[str], lower: Sequence[str], below: Sequence[Sequence[str]]) -> set[str]:
    """The fields that a row under headings names, if it is a second row of headings, and not the first agency.

    `มีประกาศ` is a heading and an answer. A text that the same column has again below is none of headings (a page's
    header comes again as a whole row); and where all of the headings may be answers, nothing else stands beside them.
    """
    texts = [cell.strip() for cell in lower]
    if any(_is_of_agency(text, upper[at] if at < len(upper) else "") for at, text in enumerate(texts)):
        return set()
    rows = [row for row in ([cell.strip() for cell in row] for row in below) if row != texts]
    found = {at: field for at, (field, sure) in enumerate(map(field_of_heading, texts)) if field and sure == EXACT}
    found = {at: field for at, field in found.items() if not any(row[at : at + 1] == [texts[at]] for row in rows)}
    if all(is_answer(texts[at]) for at in found) and any(text for at, text in enumerate(texts) if at not in found):
        return set()
    return set(found.values())


def _is_of_agency(text: str, heading: str) -> bool:
    """Whether a cell holds what only an agency's row does: an address, a code, a province, a name with its kind."""
    if "@" in text or SHOWS["code"](text) or SHOWS["province"](text):
        return True
    kind = kind_of_name(text)
    if kind is None or field_of_heading(text)[0] is not None:
        return False
    is_local = kind.type_digits is not None and without_prefix(text, kind).strip() != ""
    return is_local or field_of_heading(heading)[0] == "name"


def find_header(
    rows: Sequence[Sequence[str]], mapping: dict[str, str], needs: Sequence[str] = ("address",)
) -> Header | None:
    """The header among the first rows: the row, or pair of rows, that names most fields, all that it `needs` among
    them.
    """
    best: Header | None = None
    for index, row in enumerate(rows):
        names = [cell.strip() for cell in row]
        columns = assign_columns(names, mapping).columns
        candidates = [Header(index, index, tuple(names), columns)]
        several = sum(bool(name) for name in names) > 1  # a title above the header stands alone in its row
        if several and index + 1 < len(rows) and (lower := _second_row(names, rows[index + 1], rows[index + 2 :])):
            joined = _joined(names, rows[index + 1])
            columns2 = assign_columns(joined, mapping).columns
            if len(columns2) > max(len(columns), len(lower)):
                candidates.append(Header(index, index + 1, tuple(joined), columns2))
        for header in candidates:
            if all(field in header.columns for field in needs) and (
                best is None or len(header.columns) > len(best.columns)
            ):
                best = header
    return best


def counting_columns(header: Header) -> tuple[bool, ...]:
    """For each column whether what stands in it makes a row an agency's: what we said of a row does not."""
    known, read = headings(), set(header.columns.values())
    return tuple(index in read or known.get(fold_heading(name)) != NO_FIELD for index, name in enumerate(header.names))


def require_header(
    rows: Sequence[Sequence[str]],
    mapping: dict[str, str],
    file: str,
    needs: Sequence[str] = ("address",),
    numbers: Sequence[int] | None = None,
) -> Header:
    """The header; `numbers` are those of the rows, where some were left out.

    Raises InputError where a column that it `needs` is missing, RequestError where a mapped one is."""
    check_mapping(mapping)
    seen = {fold_heading(cell) for row in rows for cell in row if cell}
    for field, wanted in mapping.items():
        if fold_heading(wanted) not in seen:
            near = meant(wanted, (" ".join(cell.split()) for row in rows for cell in row if 0 < len(cell) < _LONGEST))
            raise RequestError(_NO_HEADING, field=field, wanted=wanted, rows=len(rows), file=file, near=near)
    header = find_header(rows, mapping, needs)
    if header is None:
        if (first := _first_is_data(rows)) is not None:
            line = first + 1 if numbers is None else numbers[first]
            raise InputError(_NO_HEADER, file=file, line=line, headings=_SUGGESTED)
        widest = max(rows, key=lambda row: sum(bool(cell.strip()) for cell in row), default=())
        raise _without(file, widest, needs, len(rows))
    return header


def missing_columns(file: str, names: Sequence[str], columns: Mapping[str, int], options: ListOptions) -> None:
    """Raises InputError where a column that is needed, or that the user requires, is not among the settled ones."""
    if any(field not in columns for field in options.needs):
        raise _without(file, names, options.needs, options.limits.header_rows)
    missing = [field for field in options.required if not _SERVED_BY.get(field, {field}) & columns.keys()]
    if missing:
        found = _shown(names)
        raise InputError(_REQUIRED, file=file, missing=_named(missing), found=found, first=missing[0])


def _without(file: str, names: Sequence[str], needs: Sequence[str], rows: int) -> InputError:
    """Why a file cannot be used in which a needed column is missing; `names` are the headings that were found."""
    if tuple(needs) == ("address",):
        columns = assign_columns(list(names), {}).columns
        registry = _REGISTRY.fill(file=file) if all(field in columns for field in _OF_REGISTRY) else Text("", "")
        return InputError(_NO_ADDRESS, file=file, rows=rows, found=_shown(names), more=registry)
    return InputError(_NO_COLUMNS, file=file, needs=_named(needs), rows=rows, found=_shown(names), first=needs[0])


def _shown(names: Sequence[str]) -> str:
    shown = [name.strip()[:40] for name in names if name.strip()]
    return ", ".join(shown[:12]) + (" …" if len(shown) > 12 else "") if shown else "–"


def _first_is_data(rows: Sequence[Sequence[str]]) -> int | None:
    """The index of the first row that holds anything, where it holds data and no row holds headings."""
    for index, row in enumerate(rows):
        cells = [cell.strip() for cell in row if cell.strip()]
        if cells:
            is_data = any(SHOWS["address"](cell) or SHOWS["code"](cell) for cell in cells)
            return index if is_data and not any(_names_fields(row) for row in rows) else None
    return None


def _names_fields(row: Sequence[str]) -> bool:
    return sum(field_named_by(cell).sure == EXACT for cell in row) > 1
