"""Reports kept for writing them several times: in memory while they are few, then in a file that nobody sees."""

import json
from collections.abc import Iterator
from datetime import datetime
from tempfile import SpooledTemporaryFile

from ..model.delivery import DeliveryReport, MailStatus

_IN_MEMORY = 16 << 20


class ReportSpool:
    """Takes reports one by one and gives them back in that order, any number of times, one reader at a time."""

    def __init__(self) -> None:
        # for as long as the spool is: it is taken away with it
        self._file = SpooledTemporaryFile(_IN_MEMORY, "w+b")  # noqa: SIM115

    def add(self, report: DeliveryReport) -> None:
        """Keep one more. Raises OSError where there is no room on the disk."""
        date = report.date and report.date.isoformat()
        line = [*report._replace(status=report.status.value, date=None), date]  # type: ignore[arg-type]
        self._file.write(json.dumps(line).encode("ascii") + b"\n")

    def __iter__(self) -> Iterator[DeliveryReport]:
        self._file.seek(0)
        for line in self._file:
            *cells, date = json.loads(line)
            report = DeliveryReport(*cells)
            yield report._replace(
                status=MailStatus(report.status), date=None if date is None else datetime.fromisoformat(date)
            )

    def close(self) -> None:
        """Give back what it took."""
        self._file.close()
