"""The settings file: what it holds, and one sentence where it holds something else.

What reads it is loaded only where there is one.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..intake.named_file import read_named
from ..model.errors import InputError
from ..model.near import meant
from ..model.policy import Domains, Policy
from ..model.text import Text
from .declared import COMMAND_LINE_ONLY, SETTINGS
from .find import MOST_MB, PROJECT

if TYPE_CHECKING:
    from pydantic import ValidationError

_TOOL = "saraban-check"

_UNREADABLE = Text("{file}: อ่านไฟล์ตั้งค่าไม่ได้ ({reason})", "{file}: the settings cannot be read ({reason})")
_NO_TOML = Text("{file}: ไม่ใช่ TOML ที่ถูกต้อง ({reason})", "{file}: this is not valid TOML ({reason})")
_UNKNOWN = Text(
    "{file}: ไม่รู้จักการตั้งค่า “{found}”{near} ดูทั้งหมดด้วย saraban-check config",
    "{file}: there is no setting “{found}”{near}; saraban-check config lists all",
)
_ONE_RUN = Text(
    "{file}: “{found}” ใช้บนบรรทัดคำสั่งเท่านั้น (--{found})", "{file}: “{found}” is for the command line only (--{found})"
)
_NO_VARIABLE = Text(
    "ตัวแปรแวดล้อม {name}: ไม่มีการตั้งค่าชื่อนี้{near} ดูทั้งหมดด้วย saraban-check config",
    "environment variable {name}: there is no such setting{near}; saraban-check config lists all",
)
_BAD = Text(
    "{file}: {name} = {found} ใช้ไม่ได้ ต้องเป็น {expected}", "{file}: {name} = {found} cannot be used; give {expected}"
)
_NO_TABLE = Text("ไม่มีตาราง [tool.saraban-check]", "it has no table [tool.saraban-check]")
_BOTH = Text(
    "{file}: “{domain}” อยู่ทั้งใน free-mail และ accepted-domains เลือกอย่างเดียว",
    "{file}: “{domain}” is in free-mail and in accepted-domains; choose one",
)


@dataclass(frozen=True)
class Settings:
    """What a settings file holds, read: each value by the name of its setting. `file` is None where there is none."""

    file: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def parameters(self) -> dict[str, Any]:
        """The values of those that are options too, by the parameter's name in the commands."""
        declared = ((SETTINGS[name].parameter, value) for name, value in self.values.items())
        return {parameter: value for parameter, value in declared if parameter is not None}

    @property
    def policy(self) -> Policy:
        """The values of those that are none."""
        get = self.values.get
        domains = Domains(get("free-mail", frozenset()), get("accepted-domains", frozenset()))
        return Policy(get("severity", {}), get("ignore", {}), domains)


def load_settings(file: Path) -> Settings:
    """The settings of a file. Raises InputError where it is missing, no TOML, or holds what no setting can be."""
    table = table_of(file)
    if table is None:
        raise InputError(_UNREADABLE, file=file.name, reason=_NO_TABLE)
    values = _read(table, file.parent, file.name)
    both = values.get("free-mail", frozenset()) & values.get("accepted-domains", frozenset())
    if both:
        raise InputError(_BOTH, file=file.name, domain=min(both))
    return Settings(file, values)


def language_of(file: Path) -> str:
    """The language that a file asks for, whatever else is wrong in it; empty where it cannot be told."""
    try:
        found = (table_of(file) or {}).get("lang")
    except InputError:
        return ""
    return str(found) if found in SETTINGS["lang"].choices else ""


def table_of(file: Path) -> dict[str, Any] | None:
    """The table of settings; None where a pyproject.toml has none."""
    import tomllib

    content = read_named(file, MOST_MB)
    try:
        found = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # no UTF-8, no TOML, or a number of five thousand digits
        raise InputError(_NO_TOML, file=file.name, reason=str(error)) from None
    if file.name != PROJECT:
        return found
    tool = found.get("tool")
    table = tool.get(_TOOL) if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise InputError(_UNREADABLE, file=file.name, reason=_NO_TABLE)
    return table


def _read(table: dict[str, Any], folder: Path, name: str) -> dict[str, Any]:
    """A table of settings as the program uses it; `name` is the file's, or the variable's that holds its one value."""
    from pydantic import ValidationError

    from .values import adapter

    try:
        found: dict[str, Any] = adapter().validate_python(table, context=folder)
    except ValidationError as wrong:
        raise _said(wrong, table, name) from None
    return found


def _said(wrong: "ValidationError", table: dict[str, Any], name: str) -> InputError:
    """The first thing that is wrong in a table, with its place there, as one sentence."""
    from .values import expected_by

    order = list(table)
    error = min(wrong.errors(include_url=False), key=lambda error: order.index(str(error["loc"][0])))
    place = ""
    found: Any = table
    for key in error["loc"]:
        if isinstance(found, dict) and key in found:
            place, found = f"{place}.{key}" if place else f"{key}", found[key]
        elif isinstance(found, list) and isinstance(key, int):
            place, found = f"{place}[{key}]", found[key]
    expected = expected_by(error)
    if expected is None:  # every setting says what it expects: so there is no such setting
        key = place.replace("_", "-").lower()
        if key in COMMAND_LINE_ONLY:
            return InputError(_ONE_RUN, file=name, found=key)
        near = meant(key, SETTINGS)
        return InputError(_UNKNOWN, file=name, found=place[:60], near=near)
    return InputError(_BAD, file=name, name=place[:100], found=_excerpt(found), expected=expected)


def _excerpt(found: Any) -> str:
    try:
        return str(found)[:80]
    except (ValueError, RecursionError):
        return "…"


def check_variables(names: Iterable[str]) -> None:
    """Raises InputError for a variable that is called like a setting, and stands for none: nobody would obey it."""
    known = [setting.variable for setting in SETTINGS.values() if setting.variable]
    for name in sorted(names):
        if name not in known:
            raise InputError(_NO_VARIABLE, name=name[:60], near=meant(name, known))


def in_force(settings: Settings, environment: Mapping[str, str]) -> Iterator[tuple[str, Any, str | None]]:
    """Each setting with its value and where it comes from: a variable's name, the file's, None for built in.

    Raises InputError where a variable holds what the setting cannot be.
    """
    for setting in SETTINGS.values():
        if setting.variable and (found := environment.get(setting.variable)):
            several = setting.kind == "paths"  # the parser divides such a variable as it does PATH
            read = _read({setting.name: found.split(os.pathsep) if several else found}, Path(), setting.variable)
            yield setting.name, read[setting.name], setting.variable
        elif setting.name in settings.values and settings.file is not None:
            yield setting.name, settings.values[setting.name], str(settings.file)
        else:
            yield setting.name, None, None
