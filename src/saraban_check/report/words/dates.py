"""The date of the published table, in words."""

from ...grouping.table import RULESET
from ...model.text import Text
from ...reference.days import MONTHS


def ruleset_date() -> Text:
    """The date of the published table (Buddhist era), as a letter would have it: 17 กุมภาพันธ์ 2569."""
    year, month, day = map(int, RULESET.split("-"))
    return Text("{day} {month} {year}", "{day} {month} {year} (B.E.)").fill(day=day, month=MONTHS[month - 1], year=year)
