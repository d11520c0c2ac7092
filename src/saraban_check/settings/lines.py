"""The settings in force as they are told: each with its value and where that came from."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..model.finding import Severity
from ..model.text import Text


class SettingLine(NamedTuple):
    """One setting: `value` and `source` are None where nobody set it."""

    name: str
    value: Any
    source: str | None
    default: str
    help: Text


def setting_objects(lines: Sequence[SettingLine]) -> list[dict[str, Any]]:
    """The settings for programs; `source` is null for what is built in."""
    return [{"setting": line.name, "value": plain_value(line.value), "source": line.source} for line in lines]


def plain_value(value: Any) -> Any:
    """A setting's value as JSON has it."""
    if isinstance(value, Mapping):
        return {name: found.value if isinstance(found, Severity) else found for name, found in value.items()}
    return sorted(value) if isinstance(value, frozenset) else value
