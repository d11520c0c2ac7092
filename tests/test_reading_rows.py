"""A row that is read at once comes out as it does when it is read with care, whatever stands in its cells."""

import datetime
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saraban_check.intake.headings import Header
from saraban_check.intake.records import RecordReader
from saraban_check.intake.remembered import LONGEST, MOST, Remembered
from saraban_check.intake.statuses import StatusReader
from saraban_check.model.record import AgencyRecord, SourceRow, UnreadableCell, ZeroFormula
from saraban_check.reference.kinds import kind_of_name, kinds, prefixes_of_type
from saraban_check.reference.plain_names import plain_beginning
from saraban_check.reference.row_words import line_beginnings, may_be_line

many = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=200,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)

PREFIXES = tuple(prefix for digits in ("02", "03", "04", "05", "06") for prefix in prefixes_of_type(digits))
PLACES = ("ท่าข้าม", "หนองมะขาม", "รวมใจ", "ที่มาเจริญ", "หมายขันธ์", "นายายอาม", " บึงร้อน", "")
YES, FULL = ("✓", "มี", "มีแล้ว", "Yes", "/", "ใช่", "true", "แล้ว"), ("✗ (อีเมลเต็ม)", "552", "เต็ม")
NO = ("✗", "ไม่มี", "ยังไม่ลง", "✗ (ไม่มีประกาศฯ ม.10)", "✗ (ไม่ระบุอีเมลในประกาศฯ)", "อยู่ระหว่างดำเนินการ", "", "-")
ADDRESSES = ("saraban_06480115@dla.go.th", "saraban@thakham.go.th ")
USUAL: dict[str, Sequence[Any]] = {
    "number": (1.0, 7842, "12"),
    "code": ("06480115", "6480115", 6480115, 6480115.0, "6480115.0", "06 48 01 15", "'06480115", "๐๖๔๘๐๑๑๕"),
    "name": tuple(prefix + place for prefix in ("อบต.", "เทศบาลตำบล", "อบต ") for place in PLACES),
    "kind": ("อบต.", "องค์การบริหารส่วนตำบล", " เทศบาลตำบล", "อปท.", ""),
    "amphoe": ("ท่าอุเทน", "เมืองนครพนม ", "ลำควาย\u00a0", ""),
    "province": ("นครพนม", "จ.นครพนม", "Nakhon Phanom", " นครพนม", "48", 48.0, ""),
    "website": ("www.thakham.go.th", ""),
    "address": ADDRESSES,
    "issued": ("saraban_06480115@dla.go.th", ""),
    **dict.fromkeys(("notice", "posted", "notice_and_posted"), YES + NO),
    "delivery": YES + NO + FULL,
    "upgraded": ("", "ยกฐานะ", "ยกฐานะเมื่อวันที่ 1 ตุลาคม 2567", "ไม่ยกฐานะ", "-"),
    "remark": ("",),
}
"""What stands in the columns of real lists."""

ALL = tuple(USUAL)
HEADERS = (
    ALL,
    ("code", "name", "province", "address", "notice", "posted", "delivery", "upgraded"),
    ("number", "code", "address", "notice_and_posted", "delivery"),
    ("name", "address", "kind"),
    ("remark", "name", "code", "address", "amphoe"),
)
NEAR: dict[str, Sequence[Any]] = {
    "code": ("07480115", "06100115", "16480115", "0648011", "06990115", "05100115", "02200408", "-", "", "065511030"),
    "name": (
        "",
        "ท่าข้าม",
        "ขีด หมายถึง ไม่มีข้อมูล",
        *("หมายเหตุ" + place for place in PLACES),
        *("(รวม" + place for place in PLACES),
        "เมืองพัทยา",
    ),
    "kind": ("ไม่มี", "sao", "อำเภอ", "อบต", "ตำบล"),
    "province": ("ชลบุรี", "กรุงเทพมหานคร", "นครพนน", "-"),
    "website": ("https://thakham.go.th/#a",),
    "address": ("ไม่มี", "", "@", "รวม 5 แห่ง"),
    "remark": ("หมายเหตุ", "รวม 5 แห่ง"),
}
"""What nearly is such a cell, or is one of a row that is no agency's."""

ODD: tuple[Any, ...] = (
    *(datetime.datetime(2026, 2, 17), datetime.date(2026, 2, 17), datetime.time(9, 30)),  # noqa: DTZ001
    *(None, True, False, 0, 1, 1.0, -6480115, 6480115.5, float("nan"), float("inf"), 1e300),
    *("#REF!", "#N/A", "#อื่น", "=A1", "=SUM(A1:A9)", "", "\u00a0", " ", "x" * (LONGEST + 1), "✓" * 400),
    *("รวม", "รวมทั้งสิ้น 12 แห่ง", "หมายเหตุ: ดู", "ที่มา", "ลงชื่อ.........", "จังหวัดนครพนม", "หน้า 3"),
    *("name", "address", "code", "@", "-"),
    *map(UnreadableCell, ("=A1", "#REF!", "✓", "อบต.", "06480115", "")),
    ZeroFormula("=B2"),
)
ANYTHING = st.one_of(
    st.text(max_size=12), st.integers(-(10**9), 10**9), st.floats(), *map(st.sampled_from, (ODD, ADDRESSES))
)


@st.composite
def lists(draw: st.DrawFn) -> tuple[Header, list[SourceRow]]:
    """Rows as lists have them; in a few cells stands what is nearly right, or anything, or another column's."""
    fields = draw(st.sampled_from(HEADERS))
    rows = []
    for number in range(2, 2 + draw(st.integers(1, 6))):
        cells = list(draw(st.tuples(*[st.sampled_from(USUAL[field]) for field in fields])))
        for at in draw(st.lists(st.integers(0, len(cells) - 1), max_size=2)):
            cells[at] = draw(st.one_of(st.sampled_from([*NEAR.get(fields[at], ()), *cells]), ANYTHING))
        rows.append(SourceRow(number, cells))
    return Header(0, 0, fields, {field: at for at, field in enumerate(fields)}), rows


def is_same(reader: RecordReader, other: RecordReader, row: SourceRow) -> bool:
    found, careful = reader.read(row), other.read_with_care(row.number, row.cells)
    same_types = type(found) is type(careful) and list(map(type, found)) == list(map(type, careful))
    return same_types and found == careful


@many
@given(lists())
def test_at_once_and_with_care_are_the_same(made: tuple[Header, list[SourceRow]]) -> None:
    header, rows = made
    reader, other = RecordReader(header), RecordReader(header)
    assert all(is_same(reader, other, row) for row in (*rows, *rows))  # the second time all is remembered


@pytest.mark.parametrize("fields", HEADERS, ids=",".join)
@pytest.mark.parametrize("blank", [(), ("code",), ("code", "address"), ("name", "kind")], ids=",".join)
def test_one_cell_of_a_row_may_be_anything(fields: tuple[str, ...], blank: tuple[str, ...]) -> None:
    header = Header(0, 0, fields, {field: at for at, field in enumerate(fields)})
    reader, other, of_texts = RecordReader(header), RecordReader(header), RecordReader(header, only_texts=True)
    usual = ["" if field in blank else USUAL[field][0] for field in fields]
    for at, field in enumerate(fields):
        for cell in (*USUAL[field], *NEAR.get(field, ()), *ODD):
            row = SourceRow(2, [*usual[:at], cell, *usual[at + 1 :]])
            assert is_same(reader, other, row), (field, cell)
            texts = row._replace(cells=[str(cell) for cell in row.cells])
            assert is_same(of_texts, other, texts), (field, cell)


def test_most_rows_of_a_real_list_are_read_at_once() -> None:
    fields = ("number", "code", "name", "kind", "amphoe", "province", "website", "address", *YES)
    columns = {field: at for at, field in enumerate((*fields[:8], "notice", "posted", "delivery", "upgraded"))}
    reader = RecordReader(Header(0, 0, fields[: len(columns)], columns))
    name, place = "อบต.ท่าข้าม", ("ท่าอุเทน\u00a0", " นครพนม", "www.thakham.go.th")
    for code in ("06480115", "6480115", 6480115.0, "6480115.0", "06 48 01 15", "'06480115"):
        for kind in ("องค์การบริหารส่วนตำบล", "", "อปท."):
            for yes in YES:
                cells = [1.0, code, name, kind, *place, "saraban_06480115@dla.go.th", yes, yes, "552", ""]
                assert reader.read_at_once(2, cells) == reader.read_with_care(2, cells)


@pytest.mark.parametrize("place", ["", "x", "รวม", ".", " หมายเหตุ", "ตำบล", "จังหวัด", "เมือง"])
def test_a_plain_beginning_tells_the_kind_and_is_of_no_line(place: str) -> None:
    match, by_beginning = plain_beginning()
    beginnings = [*line_beginnings(), *PREFIXES, "สำนักงานเทศบาลตำบล", "ที่ทำการ อบต.", "เมืองพัทยา", "SAO"]
    for name in (before + text + place for text in beginnings for before in ("", " ", "(")):
        if (found := match(name)) is not None:
            assert kind_of_name(name) is by_beginning[found[0]]
            assert not may_be_line(name)


def test_each_kind_of_local_body_has_plain_beginnings() -> None:
    found = {kind.key for kind in plain_beginning()[1].values()}
    assert found >= {kind.key for kind in kinds().values() if kind.type_digits and not kind.only_code}


def test_few_texts_are_remembered_and_none_that_is_long() -> None:
    asked: list[str] = []
    known: Remembered[str, int] = Remembered(lambda text: asked.append(text) or len(text))  # type: ignore[func-returns-value]
    assert [known["ก"], known["ก"], known["x" * 999], known["x" * 999]] == [1, 1, 999, 999]
    assert asked == ["ก", "x" * 999, "x" * 999]
    for number in range(3 * MOST):
        assert known[str(number)] == len(str(number))
        assert len(known) <= MOST


def test_a_text_that_is_not_understood_is_not_remembered() -> None:
    known: Remembered[str, int] = Remembered(int)
    for _ in range(2):
        with pytest.raises(ValueError, match="ก"):
            known["ก"]
    assert not known


def test_equal_facts_are_one_object_however_they_are_written() -> None:
    reader = StatusReader({"notice": 0, "posted": 1}, ["notice", "posted"])
    first, *others = [reader.read((one, other)) for one in YES for other in YES]
    assert all(facts is first[0] and problems is first[1] for facts, problems in others)


def test_a_cell_that_cannot_be_read_is_not_taken_for_the_text_that_it_holds() -> None:
    reader = RecordReader(Header(0, 0, ("name", "address", "notice"), {"name": 0, "address": 1, "notice": 2}))
    for tick, noticed in (("✓", True), (UnreadableCell("✓"), None), ("✓", True)):
        record = reader.read(SourceRow(2, ["อบต.ท่าข้าม", "saraban_06480115@dla.go.th", tick]))
        assert isinstance(record, AgencyRecord)
        assert record.facts.notice is noticed
