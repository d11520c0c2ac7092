"""All reports of a run: every one of them in its order, and what they come to."""

from collections import Counter
from collections.abc import Iterable, Iterator
from types import TracebackType

from ..intake.report_spool import ReportSpool
from ..model.delivery import DeliveryReport, MailStatus
from .evidence import DeliveryEvidence


class GatheredReports:
    """What was read, for writing it in several formats: `lines` is how many reports, `statuses` how many of each.

    To be closed, or used with `with`: beyond some size the reports stand in a temporary file.
    """

    def __init__(self, reports: Iterable[DeliveryReport] = ()) -> None:
        self.evidence = DeliveryEvidence()
        self.statuses: Counter[MailStatus] = Counter()
        self._spool = ReportSpool()
        for report in reports:
            self.add(report)

    def add(self, report: DeliveryReport) -> None:
        """Take one more report."""
        self._spool.add(report)
        self.evidence.add(report)
        self.statuses[report.status] += 1

    @property
    def lines(self) -> int:
        """How many reports there are."""
        return self.statuses.total()

    def __iter__(self) -> Iterator[DeliveryReport]:
        """All reports in the order in which they came."""
        return iter(self._spool)

    def __enter__(self) -> "GatheredReports":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._spool.close()
