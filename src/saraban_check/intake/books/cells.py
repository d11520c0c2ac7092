"""A cell as it came from the reading process (see `wire`) becomes a value again."""

import datetime
from collections.abc import Callable
from typing import Any

from ...model.record import UnreadableCell, ZeroFormula
from .wire import KIND, VALUE

_READERS: dict[str, Callable[[Any], Any]] = {
    "datetime": datetime.datetime.fromisoformat,
    "date": datetime.date.fromisoformat,
    "time": datetime.time.fromisoformat,
    "timedelta": lambda seconds: datetime.timedelta(seconds=seconds),
    "unreadable": UnreadableCell,
    "zero": ZeroFormula,
}


def decode(found: dict[str, Any]) -> Any:
    """For `json.loads(object_hook=…)`: the value that an object stands for; any other object as it is."""
    read = _READERS.get(found.get(KIND, ""))
    return found if read is None else read(found[VALUE])
