"""From which day to which the reports are, and which are too old to count: an old mailbox, or a wrong clock, shows."""

from collections.abc import Iterator

from ...delivery.all_reports import AllReports
from ...model.text import Text
from ...reference.days import day_text

_DATED = Text("รายงานลงวันที่ {first} ถึง {last}", "The reports are dated {first} to {last}")
_ONE_DAY = Text("รายงานลงวันที่ {first}", "The reports are dated {first}")
_UNDATED = Text("รายงานที่ไม่มีวันที่ {count} รายงาน", "Reports without a date: {count}")
_BEFORE = Text(
    "ก่อนวันที่ {day} ไม่นับ {count} รายงาน (--since)", "Reports dated before {day} are left out (--since): {count}"
)


def days_texts(gathered: AllReports) -> Iterator[Text]:
    """From which day to which the reports are, how many have no date, and how many are too old to count."""
    if gathered.first_day and gathered.last_day:
        dated = _ONE_DAY if gathered.first_day == gathered.last_day else _DATED
        yield dated.fill(first=day_text(gathered.first_day), last=day_text(gathered.last_day))
    if gathered.undated:
        yield _UNDATED.fill(count=f"{gathered.undated:,}")
    if (before := before_text(gathered)) is not None:
        yield before


def before_text(gathered: AllReports) -> Text | None:
    """How many reports are too old to count; None where no day was named."""
    if gathered.since is None:
        return None
    return _BEFORE.fill(day=day_text(gathered.since), count=f"{gathered.before:,}")
