"""Dates in words."""

from ..api import RULESET
from ..model.text import Text

_MONTHS = (
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


def day_text(iso: str) -> Text:
    """A day (ISO 8601): `30 มิถุนายน 2569`, `30 June 2026`."""
    year, month, day = map(int, iso.split("-"))
    return Text(f"{day} {_MONTHS[month - 1].th} {year + 543}", f"{day} {_MONTHS[month - 1].en} {year}")


def ruleset_date() -> Text:
    """The date of the published table (Buddhist era), as a letter would have it: 17 กุมภาพันธ์ 2569."""
    year, month, day = map(int, RULESET.split("-"))
    return Text("{day} {month} {year}", "{day} {month} {year} (B.E.)").fill(
        day=day, month=_MONTHS[month - 1], year=year
    )
