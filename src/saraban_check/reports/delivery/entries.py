"""Lists of addresses on the screen: each with what became of it, who states it, and what the mail system said."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ...delivery.agencies import AgencyDelivery
from ...model.delivery import Delivery, DeliveryReport
from ...model.text import Lang, Text
from ..layout import wrap
from ..style import Style
from .words import (
    MARKS,
    STATUSES,
    address_text,
    agency_text,
    cell_text,
    diagnostic_text,
    differing_text,
    source_text,
    stating_text,
)

_SHOWN = Text("แสดง {shown} จาก {total}", "shown {shown} of {total}")
_UNSURE = ("?", "dim")

Differing = Callable[[str], Mapping[Delivery, int]]
"""How many reports on an address settle something else than the one shown, by what it is."""

Stating = Mapping[str, Sequence[AgencyDelivery]]
"""Who states an address; the addresses as they are compared."""


def titled(title: str, shown: int, total: int, lang: Lang, style: Style) -> Iterator[str]:
    """The title of a list; where it is shortened, by how much."""
    if shown < total:
        title += f" ({_SHOWN.say(lang, shown=f'{shown:,}', total=f'{total:,}')})"
    yield from (style.paint(line, "bold") for line in wrap(title, style.width, 2))


def marked(mark: str, color: str, text: str, style: Style) -> Iterator[str]:
    """A text behind its sign."""
    first, *others = wrap(text, style.width - 4, 0)
    yield f"  {style.paint(mark, color)} {first}"
    yield from ("    " + line for line in others)


def entries(
    title: Text,
    total: int,
    reports: Iterable[tuple[str, DeliveryReport]],
    stating: Stating,
    differing: Differing,
    lang: Lang,
    style: Style,
) -> Iterator[str]:
    """A list of reports, each under the address as it is compared; nothing where there is none."""
    shown = list(reports)
    if not total:
        return
    yield from titled(title.say(lang), len(shown), total, lang, style)
    for key, report in shown:
        mark, color = MARKS.get(report.status.value, _UNSURE)
        head = f"{address_text(report).say(lang)}  {STATUSES[report.status].say(lang)}"
        yield from marked(mark, color, head, style)
        for agency in stating.get(key, ()):
            yield from wrap("    " + stating_text(agency, key, lang), style.width, 6)
        for text in (source_text(report, lang), diagnostic_text(report, lang)):
            yield from _dim(text, style)
        if text := differing_text(differing(key), lang):
            yield from (style.paint(line, "yellow") for line in wrap("    " + text, style.width, 6))


def agencies(title: Text, found: Sequence[AgencyDelivery], limit: int, lang: Lang, style: Style) -> Iterator[str]:
    """A list of agencies, each with what stands in the cell of its address; nothing where there is none."""
    if not found:
        return
    yield from titled(title.say(lang), min(limit, len(found)), len(found), lang, style)
    for agency in found[:limit]:
        yield from marked(*_UNSURE, agency_text(agency, lang), style)
        yield from _dim(cell_text(agency), style)


def _dim(text: str, style: Style) -> Iterator[str]:
    if text:
        yield from (style.paint(line, "dim") for line in wrap("    " + text, style.width, 6))
