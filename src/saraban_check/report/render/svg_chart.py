"""A chart of shares as a drawing inside a page (SVG): no script, and everything it says is text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...model.text import Lang
from ..document import Chart, Series, Share, Value
from ..escape import for_html
from ..words.shares import share_text
from .chart_scale import Scale, scale_of
from .words import said

_WIDTH, _HEIGHT = 720, 260
_LEFT, _TOP, _RIGHT, _NAMES, _BOTTOM = 48, 24, 28, 150, 34
"""What is left free beside the lines; more at the right where names stand there."""
_DASHES = ("", "7 4", "2 3", "12 4", "7 3 2 3", "12 3 2 3")
_LOOKS = len(_DASHES)
_MOST_LABELS, _NAME_ROOM, _LONGEST = 12, 105, 22
_APART = 14


class _Place(NamedTuple):
    """A point of a line that is known."""

    x: float
    y: float
    share: Share


def svg_chart(chart: Chart, lang: Lang) -> str:
    """The drawing; its numbers stand in the table below it."""
    scale = scale_of(chart)
    is_one = len(chart.series) == 1
    right = _WIDTH - (_RIGHT if is_one else _NAMES)
    lines = [_places(one, scale, right) for one in chart.series]
    title = _text(chart.title, lang)
    drawn = [
        '<figure class="chart scroll" tabindex="0">\n',
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{title}">\n',
        *_axes(chart, scale, right, lang),
        *(_line(places, number, with_shares=is_one) for number, places in enumerate(lines)),
        *([] if is_one else _names(chart.series, lines, right, lang)),
        "</svg>\n</figure>\n",
    ]
    return "".join(drawn)


def _text(value: Value, lang: Lang) -> str:
    """A text of a drawing stands in one line: nothing inside it may be mark-up of a page."""
    return for_html(" ".join(said(value, lang).split())).replace("##[", "##&#91;")


def _places(one: Series, scale: Scale, right: int) -> list[_Place | None]:
    return [
        _Place(_across(at, len(one.shares), right), _down(scale.height(*share)), share) if share.whole else None
        for at, share in enumerate(one.shares)
    ]


def _across(at: int, count: int, right: int) -> float:
    """Points stand as far apart as there is room for; one alone in the middle."""
    inside = right - _LEFT - 48
    return round(_LEFT + 24 + (inside * at / (count - 1) if count > 1 else inside / 2), 1)


def _down(height: float) -> float:
    return round(_HEIGHT - _BOTTOM - height * (_HEIGHT - _BOTTOM - _TOP), 1)


def _axes(chart: Chart, scale: Scale, right: int, lang: Lang) -> Iterator[str]:
    """The shares at the left, each with its line; the names of the points below, as many as there is room for."""
    for tick in scale.ticks:
        y = _down(scale.height(tick, 100))
        yield f'<line class="grid" x1="{_LEFT}" y1="{y}" x2="{right}" y2="{y}"/>'
        yield f'<text class="axis" x="{_LEFT - 6}" y="{y + 4}" text-anchor="end">{tick}%</text>\n'
    count = len(chart.points)
    step = max(1, -(-count * _NAME_ROOM // (right - _LEFT)))
    for at in range(count - 1, -1, -step):
        x = _across(at, count, right)
        name = _text(chart.points[at], lang)
        yield f'<text class="axis" x="{x}" y="{_HEIGHT - 12}" text-anchor="middle">{name}</text>\n'


def _line(places: Sequence[_Place | None], number: int, *, with_shares: bool) -> str:
    """One line, in pieces where a share is not known, and a mark on each point."""
    look = number % _LOOKS
    dash = f' stroke-dasharray="{_DASHES[look]}"' if look else ""
    known = [place for place in places if place is not None]
    pieces = "".join(
        f'<polyline class="line"{dash} points="{" ".join(f"{one.x},{one.y}" for one in piece)}"/>'
        for piece in _pieces(places)
    )
    marks = "".join(_mark(place, look) for place in known)
    labelled = known if len(known) <= _MOST_LABELS else [known[0], known[-1]]
    labels = "".join(
        f'<text x="{one.x}" y="{one.y - 9}" text-anchor="middle">{share_text(*one.share)}</text>' for one in labelled
    )
    return f'<g class="c{look}">{pieces}{marks}{labels if with_shares else ""}</g>\n'


def _pieces(places: Sequence[_Place | None]) -> Iterator[list[_Place]]:
    piece: list[_Place] = []
    for place in (*places, None):
        if place is not None:
            piece.append(place)
        elif piece:
            yield piece
            piece = []


def _mark(place: _Place, look: int) -> str:
    """A mark of another form for each line."""
    x, y = place.x, place.y
    corners = {
        1: ((-4, -4), (4, -4), (4, 4), (-4, 4)),
        2: ((0, -5), (5, 4), (-5, 4)),
        3: ((0, -6), (6, 0), (0, 6), (-6, 0)),
        4: ((-5, -4), (5, -4), (0, 5)),
        5: ((-6, -2), (6, -2), (6, 2), (-6, 2)),
    }
    if look not in corners:
        return f'<circle class="mark" cx="{x}" cy="{y}" r="4"/>'
    points = " ".join(f"{round(x + right, 1)},{round(y + down, 1)}" for right, down in corners[look])
    return f'<polygon class="mark" points="{points}"/>'


def _names(series: Sequence[Series], lines: Sequence[list[_Place | None]], right: int, lang: Lang) -> Iterator[str]:
    """The name of each line at its end, and its last share; they are moved apart where they would meet."""
    ends = [
        (known[-1].y, number, known[-1].share)
        for number, line in enumerate(lines)
        if (known := [place for place in line if place is not None])
    ]
    free = float(_TOP)
    for y, number, share in sorted(ends):
        free = max(free, y)
        name = series[number].name.say(lang)
        name = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
        text = _text(f"{name} {share_text(*share)}", lang)
        yield f'<text x="{right - 14}" y="{free + 4}">{text}</text>\n'
        free += _APART
