"""Reports and answers dated before a day are of an earlier circular: they are left out, and counted (`--since`)."""

from ..intake.dates import read_day
from ..model.delivery import DeliveryReport
from ..model.errors import RequestError
from ..model.text import Text
from ..reference.days import day_in_thailand, today

_BAD_DAY = Text(
    "--since {found}: ไม่ใช่วันที่ ใช้รูปแบบ 1/11/2569 หรือ 2026-11-01",
    "--since {found}: this is no date; write 1/11/2569 or 2026-11-01",
)

_FUTURE = Text(
    "--since {found}: เป็นวันในอนาคต ใช้วันนี้หรือก่อนหน้า",
    "--since {found}: this day is yet to come; name today or a day before",
)


class Since:
    """The first `day` that counts (ISO 8601), None where all do; `before` is how many were left out so far.

    What has no date may be of this circular, and stays. Raises RequestError where that is no day that can be read,
    or yet to come: a slip in the year would leave out everything.
    """

    def __init__(self, written: str | None = None) -> None:
        day = None if written is None else read_day(written)
        if written is not None and day is None:
            raise RequestError(_BAD_DAY, found=written)
        if day is not None and day > today():
            raise RequestError(_FUTURE, found=written)
        self.day: str | None = day.isoformat() if day else None
        self.before = 0

    def leaves_out(self, report: DeliveryReport) -> bool:
        """Whether it is too old to count."""
        is_old = self.day is not None and report.date is not None and day_in_thailand(report.date) < self.day
        self.before += is_old
        return is_old
