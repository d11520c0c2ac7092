"""A cell as it goes from the reading process to ours: JSON has texts, numbers and truth values, but no dates.

`cells` reads it again.
"""

import datetime
from typing import Any

KIND, VALUE = "kind", "value"
_ZERO = "zero"


def encode(value: Any) -> dict[str, Any]:
    """What stands in JSON for a date, a time or a span of time."""
    if isinstance(value, datetime.timedelta):
        return {KIND: "timedelta", VALUE: value.total_seconds()}
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()  # the readers differ in what they make of a day
    if isinstance(value, datetime.date | datetime.time):  # a datetime is a date
        return {KIND: type(value).__name__, VALUE: value.isoformat()}
    return {KIND: "unreadable", VALUE: str(value)}


def unreadable(text: str) -> dict[str, Any]:
    """What stands in JSON for an `UnreadableCell`."""
    return {KIND: "unreadable", VALUE: text}


def zero_formula(text: str) -> dict[str, Any]:
    """What stands in JSON for a `ZeroFormula`."""
    return {KIND: _ZERO, VALUE: text}


def is_zero_formula(found: Any) -> bool:
    """Whether what stands in JSON stands for a `ZeroFormula`."""
    return isinstance(found, dict) and found[KIND] == _ZERO
