"""More than two rounds: the share in A over time, and how the groups and the provinces stood in each."""

from collections.abc import Iterator, Sequence

from ...comparison.moves import Comparison
from ...comparison.series import InA, ProvinceSeries, RoundFigures, province_series
from ...model.text import Text
from ...reference.days import abbreviated_day
from ..document import (
    BOOK,
    PAGE,
    SCREEN,
    WHOLE_PAGE,
    Chart,
    Column,
    Kind,
    Media,
    Row,
    Section,
    Series,
    Share,
    Table,
)
from ..our_cells import UNKNOWN_PROVINCE
from ..words.round_name import round_names
from .compare_words import NO_TEXT, ROUND, SHARE, TOTAL
from .group_words import group_text

_CHART = Text("ร้อยละของหน่วยงานในกลุ่ม A แต่ละรอบ", "Share of agencies in A, round by round")
_COUNTRY = Text("ทุกหน่วยงาน", "All agencies")
_MOVED_MOST = Text("จังหวัดที่ร้อยละของกลุ่ม A เปลี่ยนมากที่สุด", "The provinces whose share in A changed most")
_GROUPS = Text("จำนวนในแต่ละกลุ่มทุกรอบ", "Agencies by group in each round")
_BY_PROVINCE = Text("ร้อยละของกลุ่ม A รายจังหวัดทุกรอบ", "Share in A by province in each round")
_LAST = Text("{title} ({shown} รอบล่าสุดจาก {total} รอบ)", "{title} (the last {shown} of {total} rounds)")
_SHEET = Text("รายจังหวัดทุกรอบ", "Provinces by round")
_PROVINCE = Text("จังหวัด", "Province")
_DRAWN, _ON_SCREEN, _ON_PAGE = 5, 5, 12
"""So many provinces are drawn, and so many rounds stand beside each other; a workbook has them all."""


def series_sections(comparison: Comparison) -> Iterator[Section]:
    """All of it; nothing where there are but two rounds."""
    rounds = comparison.rounds
    if len(rounds) == 2:
        return
    names = round_names([one.head for one in rounds])
    country = Series(_COUNTRY, tuple(_share(one.in_a) for one in rounds))
    yield (Chart(_CHART, Column(ROUND, width=24), names, (country,), is_told=True),)
    yield (_groups(comparison, names),)
    places = province_series(rounds)
    if most := _moved_most(places):
        lines = tuple(Series(_named(place), tuple(map(_share, place.rounds))) for place in most)
        yield (Chart(_MOVED_MOST, Column(ROUND, width=24), names, lines, on=WHOLE_PAGE | BOOK),)
    short = _short(rounds, names)
    by_change = sorted(places, key=lambda place: -abs(place.gained))
    yield (
        _provinces(by_change, short, _ON_SCREEN, SCREEN)._replace(counted=True),
        _provinces(places, short, _ON_PAGE, PAGE),
        _provinces(places, names, len(rounds), BOOK)._replace(title=None, sheet=_SHEET),
    )


def _share(one: InA) -> Share:
    return Share(one.done, one.total)


def _named(place: ProvinceSeries) -> Text:
    return place.province.name if place.province else UNKNOWN_PROVINCE


def _moved_most(places: tuple[ProvinceSeries, ...]) -> list[ProvinceSeries]:
    """Those whose share changed most, either way; none where there is but one province, or none moved."""
    moved = [place for place in places if place.gained]
    return sorted(moved, key=lambda place: -abs(place.gained))[:_DRAWN] if len(places) > 1 else []


def _short(rounds: tuple[RoundFigures, ...], names: tuple[Text, ...]) -> tuple[Text, ...]:
    """Names for columns: the day alone, where every round has one of its own."""
    days = [one.head.as_of for one in rounds]
    if None in days or len(set(days)) < len(days):
        return names
    return tuple(abbreviated_day(day) for day in days if day is not None)


def _groups(comparison: Comparison, names: tuple[Text, ...]) -> Table:
    """A row a round, a column each group that any of them has."""
    rounds = comparison.rounds
    groups = [group for group in comparison.groups if any(one.groups[group] for one in rounds)]
    columns = [Column(group_text(group), None, Kind.COUNT) for group in groups]
    rows: list[Row] = [
        (name, *(one.groups[group] for group in groups), one.in_a.total, _share(one.in_a))
        for name, one in zip(names, rounds, strict=True)
    ]
    ends = (Column(TOTAL, kind=Kind.COUNT), Column(SHARE, kind=Kind.SHARE))
    return Table((Column(ROUND, NO_TEXT, width=24), *columns, *ends), rows, _GROUPS)


def _provinces(places: Sequence[ProvinceSeries], names: Sequence[Text], most: int, on: Media) -> Table:
    """The shares of each province, of the last rounds where there are more than fit beside each other."""
    total = len(names)
    title = _BY_PROVINCE if total <= most else _LAST.fill(title=_BY_PROVINCE, shown=most, total=total)
    columns = (
        Column(_PROVINCE, NO_TEXT, width=24),
        *(Column(name, kind=Kind.SHARE, width=13) for name in names[-most:]),
    )
    rows: list[Row] = [(_named(place), *map(_share, place.rounds[-most:])) for place in places]
    return Table(columns, rows, title, on=on)
