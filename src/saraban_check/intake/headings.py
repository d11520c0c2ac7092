"""Where the header row is, and which column holds which field (SPEC section 5)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..model.errors import InputError, RequestError
from ..model.record import FIELDS
from ..model.text import Text
from ..reference.words import NO_FIELD, fold_heading, headings, words

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_EXACT = 3
_LONGEST_HEADING = 80
_SHORTEST_PREFIX = 6
"""A heading may go on after a known one ("สถานะการส่งอีเมล ณ 17 ก.พ. 69") if that is so many letters long."""


class Header(NamedTuple):
    """`first` and `last` are the indexes of its rows among those looked at (0 = first row of the file);
    `names` the headings as they stand; `columns` the index of each field's column; `doubled` the headings
    that name a field which another column already has."""

    first: int
    last: int
    names: tuple[str, ...]
    columns: dict[str, int]
    doubled: tuple[str, ...] = ()


_NO_ADDRESS = Text(
    '{file}: ไม่พบคอลัมน์ที่อยู่อีเมลใน {rows} แถวแรก (พบหัวตาราง: {found}) ระบุเองด้วย --map address="ชื่อคอลัมน์"',
    '{file}: no address column in the first {rows} rows (headings: {found}); name it with --map address="HEADING"',
)
_NO_COLUMNS = Text(
    '{file}: ไม่พบหัวตารางที่มีคอลัมน์ {needs} ใน {rows} แถวแรก (พบ: {found}) ระบุเองด้วย --map {first}="ชื่อคอลัมน์"',
    '{file}: no header with the columns {needs} in the first {rows} rows (found: {found}); use --map {first}="HEADING"',
)
_NAMES = {"code": Text("รหัส อปท.", "code"), "name": Text("ชื่อ", "name")}


def _named(fields: Sequence[str]) -> Text:
    """Fields in words, as far as a file may need them."""
    known = [_NAMES.get(field, Text(field, field)) for field in fields]
    return Text(" และ ".join(text.th for text in known), ", ".join(text.en for text in known))


_NO_HEADING = Text(
    '--map {field}="{wanted}": ไม่พบหัวคอลัมน์นี้ใน {rows} แถวแรกของ {file}',
    '--map {field}="{wanted}": no such heading in the first {rows} rows of {file}',
)
_BAD_MAP = Text(
    '--map {found}: ต้องเป็น ชื่อช่อง="หัวคอลัมน์" โดยชื่อช่องเป็นหนึ่งใน {choices}',
    '--map {found}: write FIELD="HEADING" with one of the fields {choices}',
)


def read_mapping(settings: Sequence[str]) -> dict[str, str]:
    """`--map field="heading"` texts as a dict. Raises RequestError for an unknown field."""
    mapping = {}
    for setting in settings:
        field, equals, heading = setting.partition("=")
        field, heading = field.strip(), heading.strip().strip("\"'“”")
        if field not in FIELDS or not equals or not heading:
            raise RequestError(_BAD_MAP, found=setting, choices=", ".join(FIELDS))
        mapping[field] = heading
    return mapping


def field_of_heading(heading: str) -> tuple[str | None, int]:
    """The field that a heading names, and how surely (3 exact, 2 without its brackets, 1 as a beginning)."""
    known = headings()
    folded = fold_heading(heading[:400])
    if not folded or "@" in heading:
        return None, 0
    if folded in known:
        return _found(known[folded], folded, _EXACT)
    bare = fold_heading(_BRACKETS.sub("", heading[:400]))
    if bare in known:
        return _found(known[bare], bare, 2)
    for length in range(min(len(bare) - 1, _LONGEST_HEADING), _SHORTEST_PREFIX - 1, -1):
        if bare[:length] in known:
            return _found(known[bare[:length]], bare, 1)
    return None, 0


def _found(field: str, folded: str, sure: int) -> tuple[str | None, int]:
    return (None, 0) if field == NO_FIELD else (_joint(field, folded), sure)


def _joint(field: str, folded: str) -> str:
    """A heading that names the notice and info.go.th stands above the joint column of the published table."""
    both = field == "notice" and ("infogoth" in folded or "เผยแพร่" in folded)
    return "notice_and_posted" if both else field


def _read_row(names: Sequence[str], mapping: dict[str, str]) -> tuple[dict[str, int], tuple[str, ...]]:
    columns: dict[str, int] = {}
    by_hand = {fold_heading(heading): field for field, heading in mapping.items()}
    sureness: dict[str, int] = {}
    doubled = []
    for index, name in enumerate(names):
        if not name:
            continue
        if (field := by_hand.get(fold_heading(name))) is not None:
            sure = 4
        else:
            field, sure = field_of_heading(name)
            if field in mapping:
                continue
        if field is None:
            continue
        if sure > sureness.get(field, 0):
            columns[field], sureness[field] = index, sure
        elif sure == sureness[field]:
            doubled.append(name)
    return columns, tuple(doubled)


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


_ANSWERS = ("yes", "no", "delivered", "failed", "upgraded")


def _heading_only(cell: str) -> str | None:
    """The field of a cell that can be nothing but a heading: `มีประกาศ` may as well be an agency's answer."""
    text = cell.strip()
    if any(
        words(name).whole(text) or words(name).part(text) for name in ("yes", "no", "delivered", "failed", "upgraded")
    ):
        return None
    field, sure = field_of_heading(text)
    return field if sure == _EXACT else None


def find_header(
    rows: Sequence[Sequence[str]], mapping: dict[str, str], needs: Sequence[str] = ("address",)
) -> Header | None:
    """The header among the first rows: the row, or pair of rows, that names most fields, all that it `needs` among
    them.
    """
    best: Header | None = None
    for index, row in enumerate(rows):
        names = [cell.strip() for cell in row]
        columns, doubled = _read_row(names, mapping)
        candidates = [Header(index, index, tuple(names), columns, doubled)]
        several = sum(bool(name) for name in names) > 1  # a title above the header stands alone in its row
        if several and index + 1 < len(rows) and not any("@" in cell for cell in rows[index + 1]):
            lower = {f for cell in rows[index + 1] if (f := _heading_only(cell)) is not None}
            joined = _joined(names, rows[index + 1])
            columns2, doubled2 = _read_row(joined, mapping)
            if lower and len(columns2) > max(len(columns), len(lower)):
                candidates.append(Header(index, index + 1, tuple(joined), columns2, doubled2))
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
    rows: Sequence[Sequence[str]], mapping: dict[str, str], file: str, needs: Sequence[str] = ("address",)
) -> Header:
    """The header. Raises InputError where a column that it `needs` is missing, RequestError where a mapped one is."""
    seen = {fold_heading(cell) for row in rows for cell in row if cell}
    for field, wanted in mapping.items():
        if fold_heading(wanted) not in seen:
            raise RequestError(_NO_HEADING, field=field, wanted=wanted, rows=len(rows), file=file)
    header = find_header(rows, mapping, needs)
    if header is None:
        widest = max(rows, key=lambda row: sum(bool(cell.strip()) for cell in row), default=())
        names = [cell.strip()[:40] for cell in widest if cell.strip()]
        found = ", ".join(names[:12]) + (" …" if len(names) > 12 else "") if names else "–"
        if tuple(needs) == ("address",):
            raise InputError(_NO_ADDRESS, file=file, rows=len(rows), found=found)
        raise InputError(_NO_COLUMNS, file=file, needs=_named(needs), rows=len(rows), found=found, first=needs[0])
    return header
