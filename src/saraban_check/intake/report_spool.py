"""Reports kept for writing them several times: in memory while they are few, then in a file that nobody sees."""

import json
from collections.abc import Iterator
from datetime import datetime
from tempfile import SpooledTemporaryFile

from ..model.delivery import DeliveryReport, MailStatus
from ..model.errors import RequestError
from ..model.os_reasons import reason_of
from ..model.smtp_stage import Stage
from ..model.text import Text

_NO_ROOM = Text(
    "เขียนไฟล์ชั่วคราวไม่ได้ ({reason}) ตรวจพื้นที่ว่างของดิสก์",
    "a temporary file could not be written ({reason}); see that the disk has room",
)
_IN_MEMORY = 16 << 20


class ReportSpool:
    """Takes reports one by one and gives them back in that order, any number of times, one reader at a time."""

    def __init__(self) -> None:
        # for as long as the spool is: it is taken away with it
        self._file = SpooledTemporaryFile(_IN_MEMORY, "w+b")  # noqa: SIM115

    def add(self, report: DeliveryReport) -> None:
        """Keep one more. Raises RequestError where there is no room for it on the disk."""
        date = report.date and report.date.isoformat()
        words = {"status": report.status.value, "stage": report.stage.value}
        line = [*report._replace(date=None, **words), date]  # type: ignore[arg-type]
        try:
            self._file.write(json.dumps(line).encode("ascii") + b"\n")
        except OSError as error:
            self.close()
            raise RequestError(_NO_ROOM, reason=reason_of(error)) from None

    def __iter__(self) -> Iterator[DeliveryReport]:
        self._file.seek(0)
        for line in self._file:
            *cells, date = json.loads(line)
            report = DeliveryReport(*cells)
            yield report._replace(
                status=MailStatus(report.status),
                stage=Stage(report.stage),
                date=None if date is None else datetime.fromisoformat(date),
            )

    def close(self) -> None:
        """Give back what it took."""
        self._file.close()
