"""The settings in force, each with its value and where it came from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..model.finding import Severity
from ..model.text import Lang, Text
from .escape import for_terminal
from .layout import pad, wrap
from .style import Style

_NAME_WIDTH = 18
_BUILT_IN = Text("ค่าตั้งต้น", "built in")
_FROM = Text("จาก {source}", "from {source}")
_ORDER = Text(
    "ลำดับ: ตัวเลือกในคำสั่ง > ตัวแปรแวดล้อม SARABAN_CHECK_… > saraban-check.toml หรือ [tool.saraban-check] ใน pyproject.toml "
    "> ค่าตั้งต้น",
    "Order: options > environment SARABAN_CHECK_… > saraban-check.toml or [tool.saraban-check] in pyproject.toml > "
    "built in",
)


class SettingLine(NamedTuple):
    """One setting: `value` and `source` are None where nobody set it."""

    name: str
    value: Any
    source: str | None
    default: str
    help: Text


def _shown(value: Any) -> Iterator[str]:
    """A value's lines: one an entry, where there are several."""
    if isinstance(value, Mapping):
        yield from (
            f"{name} = {found.value if isinstance(found, Severity) else found}" for name, found in value.items()
        )
    elif isinstance(value, list | frozenset):
        yield from sorted(value) if isinstance(value, frozenset) else value
    else:
        yield str(value)


def render_settings(lines: Sequence[SettingLine], lang: Lang, style: Style) -> str:
    """The screen: name, value and source, and what the setting is for."""
    found: list[str] = []
    for line in lines:
        values = [for_terminal(text) for text in _shown(line.value)] if line.source else []
        values = values or [line.default]  # so an empty table or list has it
        source = _FROM.say(lang, source=for_terminal(line.source)) if line.source else _BUILT_IN.say(lang)
        first, *rest = wrap(f"{pad(line.name, _NAME_WIDTH)}{values[0]}  ({source})", style.width, _NAME_WIDTH + 2)
        found += [style.paint(first, "bold") if line.source else first, *rest]
        for value in values[1:]:
            found += (" " * _NAME_WIDTH + part for part in wrap(value, style.width - _NAME_WIDTH, 2))
        helped = wrap(line.help.say(lang), style.width - _NAME_WIDTH, 0)
        found += (style.paint(" " * _NAME_WIDTH + part, "dim") for part in helped)
    return "\n".join([*found, "", *wrap(_ORDER.say(lang), style.width, 2)]) + "\n"


def setting_objects(lines: Sequence[SettingLine]) -> list[dict[str, Any]]:
    """The same for programs; `source` is null for what is built in."""
    return [{"setting": line.name, "value": _plain(line.value), "source": line.source} for line in lines]


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: found.value if isinstance(found, Severity) else found for name, found in value.items()}
    return sorted(value) if isinstance(value, frozenset) else value
