"""Reports and answers dated before a day are of an earlier circular: they are left out, and counted (`--since`)."""

from ..intake.dates import past_day
from ..model.delivery import DeliveryReport
from ..reference.days import day_in_thailand


class Since:
    """The first `day` that counts (ISO 8601), None where all do; `before` is how many were left out so far.

    What has no date may be of this circular, and stays. Raises RequestError where that is no day that can be read,
    or yet to come: a slip in the year would leave out everything.
    """

    def __init__(self, written: str | None = None) -> None:
        day = None if written is None else past_day(written, "--since")
        self.day: str | None = day.isoformat() if day else None
        self.before = 0

    def leaves_out(self, report: DeliveryReport) -> bool:
        """Whether it is too old to count."""
        is_old = self.day is not None and report.date is not None and day_in_thailand(report.date) < self.day
        self.before += is_old
        return is_old
