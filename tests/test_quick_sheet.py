"""The workbook is the one that XlsxWriter's own sheet makes, part by part, whatever stands in its cells."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as st
from xlsxwriter.worksheet import Worksheet

from saraban_check.report.render.looks import CREATED
from saraban_check.report.render.quick_sheet import SHEET, QuickSheet, is_plain

_ODD = [
    *("ถูกต้อง", "saraban_06480115@dla.go.th", "", " ", "a ", " a", "a\nb", "a\tb", "a\xa0", "\u3000a"),
    *("<r>", "<r>x</r>", "<r><t>x</t></r>", "a<b", "a & b", 'a "b"', "a > b", "_x0041_", "_x", "a_xFFFEz", "=1+1"),
    *("\x00", "a\x1fb", "\x0b", "\ufffe", "\uffff", "\u2028", "\u200b", "😀", "ก" * 16384, "a" * 32768),
]
_TEXTS = st.one_of(st.sampled_from(_ODD), st.text(max_size=8), st.text(alphabet='ab ก้<>&"_x0041\n\r\t', max_size=10))
_NUMBERS = st.one_of(st.integers(-(10**15), 10**15), st.floats(allow_nan=False, allow_infinity=False), st.booleans())
_FORMULAS = ["=SUM(A1:A2)", "=A1<B1", "{=SUM(A1)}", "SUM(A1)", "=UNIQUE(A1)", "=_xlfn.UNIQUE(A1)", "='ก'!$A$1", "={1}"]
_VALUES = st.one_of(
    st.tuples(st.just("string"), _TEXTS),
    st.tuples(st.just("number"), _NUMBERS),
    st.tuples(st.just("formula"), st.sampled_from(_FORMULAS)),
    st.tuples(st.just("blank"), st.none()),
    st.tuples(st.just("boolean"), st.booleans()),
)
_CELLS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 30), _VALUES, st.sampled_from([None, 0, 1, 2]), st.booleans()),
    max_size=25,
)
_LOOKS = ({"bold": True}, {"num_format": "0.0%"}, {"bold": True})
"""Two are the same, made twice: they have one number."""


def _parts(sheet: type[Worksheet], cells: list[Any], *, many: bool) -> dict[str, bytes]:
    """The parts of a workbook of these cells, in this order; of some rows the height is set first."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": many, "in_memory": not many}) as book:
        book.set_properties({"created": CREATED})
        looks = [book.add_format(dict(look)) for look in _LOOKS]
        made = [book.add_worksheet(name, sheet) for name in ("one", "two")]
        for one in made:
            one.set_column(1, 2, 20)
            for row, column, (kind, value), look, is_high in cells:
                if is_high:
                    one.set_row(row, 45)
                own = None if look is None else looks[look]
                getattr(one, f"write_{kind}")(row, column, value, own)
    with ZipFile(BytesIO(out.getvalue())) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("many", [False, True])
@given(cells=_CELLS)
@example(
    cells=[(1, 50, ("blank", None), 1, False)]
    + [(1, column, ("string", text), None, False) for column, text in enumerate(_ODD)]
)
@example(
    cells=[(1, 30, ("blank", None), 1, False)]
    + [(1, column, ("formula", formula), 1, False) for column, formula in enumerate(_FORMULAS)]
)
@example(
    cells=[(3, 5, ("string", "a"), 0, False), (3, 2, ("string", "b"), 2, False), (1, 2, ("string", "c"), 1, False)]
)
@example(
    cells=[(15, 9, ("number", 1), None, True), (16, 0, ("number", 2), 1, False), (16, 9, ("formula", "=A1"), 1, False)]
)
@settings(max_examples=30, deadline=None)
def test_same_workbook(many: bool, cells: list[Any]) -> None:
    assert _parts(QuickSheet, cells, many=many) == _parts(Worksheet, cells, many=many)


def test_is_used() -> None:
    """Of the XlsxWriter that is installed the inner names were read: read those of a new one, then name it."""
    assert SHEET is QuickSheet
    for name in ("_write_string", "_write_formula", "_write_row", "_write_cell", "_calculate_spans"):
        assert hasattr(Worksheet, name)


def test_plain() -> None:
    assert is_plain("saraban_06480115@dla.go.th")
    assert not is_plain("a\nb")
