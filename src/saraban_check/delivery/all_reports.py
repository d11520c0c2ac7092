"""All reports of a run: every one of them in its order, and what they come to."""

from collections import Counter
from collections.abc import Iterable, Iterator
from types import TracebackType

from ..intake.dates import read_day
from ..intake.report_spool import ReportSpool
from ..model.delivery import Delivery, DeliveryReport, MailStatus
from ..model.errors import RequestError
from ..model.text import Text
from ..reference.days import day_in_thailand
from .evidence import DeliveryEvidence, delivery_of
from .keys import address_key, address_keys

_BAD_DAY = Text(
    "--since {found}: ไม่ใช่วันที่ ใช้รูปแบบ 1/11/2569 หรือ 2026-11-01",
    "--since {found}: this is no date; write 1/11/2569 or 2026-11-01",
)


class AllReports:
    """What was read, for writing it in several formats: `lines` is how many reports, `statuses` how many of each.

    Reports dated before `since` are of an earlier circular: they are left out, and `before` counts them. A report
    without a date (`undated`) may be of this one and stays. `first_day` and `last_day` are those that the reports are
    dated, in Thailand (ISO 8601). To be closed, or used with `with`: beyond some size the reports stand in a temporary
    file. Raises RequestError where `since` is no day that can be read.
    """

    def __init__(self, reports: Iterable[DeliveryReport] = (), since: str | None = None) -> None:
        day = None if since is None else read_day(since)
        if since is not None and day is None:
            raise RequestError(_BAD_DAY, found=since)
        self.since: str | None = day.isoformat() if day else None
        self.before = self.undated = 0
        self.first_day: str | None = None
        self.last_day: str | None = None
        self.evidence = DeliveryEvidence()
        self.statuses: Counter[MailStatus] = Counter()
        self._settled: Counter[tuple[str, Delivery]] = Counter()
        self._spool = ReportSpool()
        for report in reports:
            self.add(report)

    def add(self, report: DeliveryReport) -> None:
        """Take one more report, unless it is too old."""
        day = day_in_thailand(report.date) if report.date else None
        if day is None:
            self.undated += 1
        elif self.since is not None and day < self.since:
            self.before += 1
            return
        else:
            self.first_day = min(day, self.first_day or day)
            self.last_day = max(day, self.last_day or day)
        self._spool.add(report)
        self.evidence.add(report)
        self.statuses[report.status] += 1
        delivery = delivery_of(report)
        if delivery is not Delivery.UNKNOWN:
            self._settled.update((key, delivery) for key in address_keys(report.address))

    @property
    def lines(self) -> int:
        """How many reports there are."""
        return self.statuses.total()

    def differing(self, address: str) -> dict[Delivery, int]:
        """How many reports settle something else of an address than the one that holds for it does, by what it is."""
        key, holding = address_key(address), self.evidence.of(address)
        if key is None or holding is None:
            return {}
        told = delivery_of(holding)
        return {other: count for other in Delivery if other is not told and (count := self._settled[key, other])}

    def __iter__(self) -> Iterator[DeliveryReport]:
        """All reports in the order in which they came."""
        return iter(self._spool)

    def __enter__(self) -> "AllReports":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._spool.close()
