"""Bars made of a table's cells: Word and LibreOffice draw them alike, they print, and a hand can mend them."""

from collections.abc import Iterator, Sequence

from ...checks.summary import Summary
from ...model.assessment import OUTSIDE, UNDETERMINED
from ...model.text import Text
from ...report.words.group_names import group_name
from .blocks import Align, Block, Cell, Grid, Paragraph, Style
from .figures import joined, percent
from .styles import WIDE

STEPS = 40
"""A bar of a row is as many columns wide at most."""
_CAPTION = Text("สัดส่วนของหน่วยงานแต่ละกลุ่ม (ร้อยละ)", "Share of each group (per cent)")
_TOLD = Text("แผนภูมิแท่ง ร้อยละ: {shares}", "Bar chart, per cent: {shares}")
_SHARE = Text("{name} {share}", "{name} {share}")
_MOST_PARTS, _FINE = 8, 100
_FILLS = {"A": "2E7D32", "B": "F9A825", "C": "EF6C00", "D": "C62828", "E": "6A1B9A", "W": "1565C0"}
_OTHER = ("00838F", "4E342E", "AD1457", "283593", "558B2F", "37474F")
_OPEN = {OUTSIDE: "424242", UNDETERMINED: "9E9E9E"}
_DARK, _LIGHT = "000000", "FFFFFF"
_NARROW = 6
"""In a part that is less wide no name fits."""


def row_bar(part: int, most: int, fill: str = "B5413A") -> list[Cell]:
    """The cells of a bar, `STEPS` columns in all: as long as `part` is of `most`, and never without length."""
    steps = max(1, round(STEPS * part / most)) if part else 0
    parts = ((steps, fill), (STEPS - steps, ""))
    return [Cell(span=wide, fill=color, is_bar=True) for wide, color in parts if wide]


def letters_bar(summary: Summary) -> Iterator[Block]:
    """One bar of all agencies, parted by letter; none where there is nothing to part, or too much."""
    counts = {**summary.letters, OUTSIDE: summary.outside, UNDETERMINED: summary.undetermined}
    parts = [(name, count) for name, count in counts.items() if count]
    if not 1 < len(parts) <= _MOST_PARTS:
        return
    other = iter(_OTHER)
    fills = {name: _OPEN.get(name) or _FILLS.get(name) or next(other) for name, _ in parts}
    shares = [
        _SHARE.fill(name=Text(group_name(name, "th"), group_name(name, "en")), share=percent(count, summary.total))
        for name, count in parts
    ]
    told = _TOLD.fill(shares=joined(", ", shares))
    yield Paragraph(Style.CAPTION, _CAPTION)
    widths = _widths([count for _, count in parts])
    bar = [
        Cell(
            name if wide >= _NARROW and len(name) == 1 else "", Align.CENTER, wide, fills[name], True, _ink(fills[name])
        )
        for (name, _), wide in zip(parts, widths, strict=True)
    ]
    yield Grid(told, [WIDE / _FINE] * _FINE, [bar], heads=0, ruled=False)
    room = WIDE / len(parts) - _KEY
    keys: list[Cell] = []
    for (name, _), share in zip(parts, shares, strict=True):
        keys += (Cell(fill=fills[name]), Cell(share))
    yield Grid(told, [_KEY, room] * len(parts), [keys], heads=0, ruled=False)


_KEY = 4.0
"""How wide the colour is beside its name."""


def _widths(counts: Sequence[int]) -> list[int]:
    """Columns for each part of a bar of 100, at least one each; what is left over or lacking is the longest's."""
    total = sum(counts)
    widths = [max(1, round(_FINE * count / total)) for count in counts]
    longest = widths.index(max(widths))
    widths[longest] += _FINE - sum(widths)
    return widths


def _ink(fill: str) -> str:
    return _DARK if fill in ("F9A825", "9E9E9E") else _LIGHT
