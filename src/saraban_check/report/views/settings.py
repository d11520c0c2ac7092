"""The settings in force: each with its value, where that came from, and what it is for."""

from collections.abc import Sequence

from ...model.text import Text
from ...settings.lines import SettingLine, plain_value
from ..document import Cell, Document, Field, Fields, Note, Tone

_TITLE = Text("การตั้งค่าที่ใช้อยู่", "The settings in force")
_BUILT_IN = Text("ค่าตั้งต้น", "built in")
_FROM = Text("จาก {source}", "from {source}")
_VALUE = Text("{value}  ({source})", "{value}  ({source})")
_ORDER = Text(
    "ลำดับ: ตัวเลือกในคำสั่ง > ตัวแปรแวดล้อม SARABAN_CHECK_… > saraban-check.toml หรือ [tool.saraban-check] ใน pyproject.toml "
    "> ค่าตั้งต้น",
    "Order: options > environment SARABAN_CHECK_… > saraban-check.toml or [tool.saraban-check] in pyproject.toml > "
    "built in",
)


def settings_document(lines: Sequence[SettingLine]) -> Document:
    """All settings, those that somebody set standing out."""
    return Document(_TITLE, ((Fields(tuple(map(_field, lines))),), (Note(_ORDER),)))


def _field(setting: SettingLine) -> Field:
    source = _FROM.fill(source=setting.source) if setting.source else _BUILT_IN
    values = _values(setting) if setting.source else []
    first, *rest = values or [setting.default]  # so an empty table or list has it
    said = Cell(_VALUE.fill(value=first, source=source), strong=setting.source is not None)
    return Field(setting.name, (said, *map(Cell, rest), Cell(setting.help, Tone.QUIET)))


def _values(setting: SettingLine) -> list[str]:
    """A value's lines: one an entry, where there are several."""
    value = plain_value(setting.value)
    if isinstance(value, dict):
        return [f"{name} = {found}" for name, found in value.items()]
    return list(value) if isinstance(value, list) else [str(value)]
