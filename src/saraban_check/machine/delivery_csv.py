"""`delivery.csv`: a line a recipient, for Excel and for `classify --delivery`; no cell becomes a formula.

Times are those of Thailand, with their zone: the days agree with those that screens say.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..delivery.keys import LINE_ENDS
from ..intake.delivery_file import DELIVERY_COLUMNS, UNDATED
from ..model.delivery import DeliveryReport
from ..model.lazy_pattern import lazy_pattern
from ..reference.days import in_thailand
from ..report.escape import for_csv
from ..report.render.csv import csv_line

if TYPE_CHECKING:
    from ..report.views.bounces_run import DeliveryRun

_BOM = "\ufeff"
_BREAKS = lazy_pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_NOTHING = lazy_pattern("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


def csv_document(reports: Iterable[DeliveryReport]) -> Iterator[str]:
    """The lines of the CSV. `read_delivery_file` reads back what was written."""
    yield _BOM + csv_line(DELIVERY_COLUMNS)
    for report in reports:
        address, status, *texts, moment, message, answered, _ = report
        date = in_thailand(moment).isoformat() if moment else ""
        when = (date or UNDATED) if answered else ""
        yield csv_line(map(_neutral, (plain_address(address), status.value, *texts, date, message, when)))


def csv_of(run: "DeliveryRun") -> Iterator[str]:
    """The lines of the CSV of a run."""
    return csv_document(run.lines())


def plain_address(address: str) -> str:
    """An address without control characters, which is the same mailbox when it is cleaned (decisions: Lists).

    A space in their place would make two words of it, and another address. A line end divides as a comma does.
    """
    return LINE_ENDS.sub(",", _NOTHING.sub("", address))


def one_line(text: str) -> str:
    """Control characters and line ends as a space: each report is one line of the file, and harmless in a terminal."""
    return _BREAKS.sub(" ", text)


def _neutral(text: str) -> str:
    return for_csv(one_line(text))
