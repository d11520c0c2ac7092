"""Days in words and in short, in both languages: Buddhist years in Thai."""

from datetime import date, datetime, timedelta, timezone

from ..model.text import Text

MONTHS = (
    Text("มกราคม", "January"),
    Text("กุมภาพันธ์", "February"),
    Text("มีนาคม", "March"),
    Text("เมษายน", "April"),
    Text("พฤษภาคม", "May"),
    Text("มิถุนายน", "June"),
    Text("กรกฎาคม", "July"),
    Text("สิงหาคม", "August"),
    Text("กันยายน", "September"),
    Text("ตุลาคม", "October"),
    Text("พฤศจิกายน", "November"),
    Text("ธันวาคม", "December"),
)
SHORT_MONTHS = tuple(
    Text(th, month.en[:3])
    for th, month in zip(
        ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."),
        MONTHS,
        strict=True,
    )
)
THAILAND = timezone(timedelta(hours=7))


def day_text(iso: str) -> Text:
    """A day (ISO 8601): `30 มิถุนายน 2569`, `30 June 2026`."""
    year, month, day = map(int, iso.split("-"))
    return Text(f"{day} {MONTHS[month - 1].th} {year + 543}", f"{day} {MONTHS[month - 1].en} {year}")


def abbreviated_day(day: date) -> Text:
    """A day as headings name it: `17 ก.พ. 2569`, `17 Feb 2026`."""
    month = SHORT_MONTHS[day.month - 1]
    return Text(f"{day.day} {month.th} {day.year + 543}", f"{day.day} {month.en} {day.year}")


def short_day(iso: str) -> Text:
    """A day (ISO 8601) in short: `30/6/2569`, `2026-06-30`."""
    year, month, day = map(int, iso.split("-"))
    return Text(f"{day}/{month}/{year + 543}", iso)


def today() -> date:
    """The day that it is in Thailand."""
    return datetime.now(THAILAND).date()


def day_in_thailand(moment: datetime) -> str:
    """The day (ISO 8601) that it was in Thailand at an aware time."""
    return in_thailand(moment).date().isoformat()


def in_thailand(moment: datetime) -> datetime:
    """An aware time, as the clocks of Thailand showed it."""
    try:
        return moment.astimezone(THAILAND)
    except OverflowError:  # the first and last hours that there are
        return moment
