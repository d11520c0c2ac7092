"""All reports of a run: every one of them in its order, and what they come to."""

from collections import Counter
from collections.abc import Iterable, Iterator
from types import TracebackType

from ..intake.report_spool import ReportSpool
from ..model.delivery import Delivery, DeliveryReport, MailStatus
from ..reference.days import day_in_thailand
from .evidence import DeliveryEvidence, delivery_of
from .keys import address_key, address_keys
from .since import Since


class AllReports:
    """What was read, for writing it in several formats: `lines` is how many reports, `statuses` how many of each.

    What is dated before `since` is left out. A report without a date (`undated`) may be of this circular and stays.
    `first_day` and `last_day` are those that the reports are dated, in Thailand (ISO 8601). Answers are no reports:
    they stand in the `evidence`. To be closed, or used with `with`: beyond some size the reports stand in a temporary
    file.
    """

    def __init__(
        self,
        reports: Iterable[DeliveryReport] = (),
        since: Since | None = None,
        evidence: DeliveryEvidence | None = None,
    ) -> None:
        self.since = since or Since()
        self.evidence = evidence or DeliveryEvidence()
        self.undated = 0
        self.first_day: str | None = None
        self.last_day: str | None = None
        self.statuses: Counter[MailStatus] = Counter()
        self._settled: Counter[tuple[str, Delivery]] = Counter()
        self._spool = ReportSpool()
        for report in reports:
            self.add(report)

    def add(self, report: DeliveryReport) -> None:
        """Take one more report, or answer, unless it is too old."""
        if self.since.leaves_out(report):
            return
        self.evidence.add(report)
        if report.answered:
            return
        if report.date is None:
            self.undated += 1
        else:
            day = day_in_thailand(report.date)
            self.first_day = min(day, self.first_day or day)
            self.last_day = max(day, self.last_day or day)
        self._spool.add(report)
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
