"""The settings file: where it is, what it holds, and one sentence where it holds something else."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ..intake.named_file import read_named
from ..model.errors import InputError
from ..model.policy import Domains, Policy
from ..model.text import Text
from .declared import SETTINGS
from .readers import BadValue

NAME = "saraban-check.toml"
_PROJECT, _TOOL = "pyproject.toml", "saraban-check"
_MOST_MB = 1

_UNREADABLE = Text("{file}: อ่านไฟล์ตั้งค่าไม่ได้ ({reason})", "{file}: the settings cannot be read ({reason})")
_NO_TOML = Text("{file}: ไม่ใช่ TOML ที่ถูกต้อง ({reason})", "{file}: this is not valid TOML ({reason})")
_UNKNOWN = Text(
    "{file}: ไม่รู้จักการตั้งค่า “{found}”{near} ดูทั้งหมดด้วย saraban-check config",
    "{file}: there is no setting “{found}”{near}; saraban-check config lists all",
)
_NO_VARIABLE = Text(
    "ตัวแปรแวดล้อม {name}: ไม่มีการตั้งค่าชื่อนี้{near} ดูทั้งหมดด้วย saraban-check config",
    "environment variable {name}: there is no such setting{near}; saraban-check config lists all",
)
_NEAR = Text(" หมายถึง {name} หรือไม่", "; did you mean {name}?")
_BAD = Text(
    "{file}: {name} = {found} ใช้ไม่ได้ ต้องเป็น {expected}", "{file}: {name} = {found} cannot be used; give {expected}"
)
_NO_TABLE = Text("ไม่มีตาราง [tool.saraban-check]", "it has no table [tool.saraban-check]")
_ODD = Text("ค่าที่สั้นและไม่ซ้อนกันหลายชั้น", "something shorter, with less inside")
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


def find_settings(folder: Path) -> Path | None:
    """The settings file of a folder: its own, or that of the nearest folder above."""
    for place in (folder, *folder.parents):
        if (place / NAME).exists() or (place / NAME).is_symlink():
            return place / NAME
        project = place / _PROJECT
        if project.is_file() and _names_us(project):
            return project
    return None


def _names_us(project: Path) -> bool:
    """Whether a pyproject.toml may have our table: others' files are not even parsed."""
    try:
        with project.open("rb") as content:
            glance = content.read(_MOST_MB << 20)
    except OSError:
        return False
    return _TOOL.encode() in glance and _table(project) is not None


def load_settings(file: Path) -> Settings:
    """The settings of a file. Raises InputError where it is missing, no TOML, or holds what no setting can be."""
    table = _table(file)
    if table is None:
        raise InputError(_UNREADABLE, file=file.name, reason=_NO_TABLE)
    values = {name: _value(file, name, found) for name, found in table.items()}
    both = values.get("free-mail", frozenset()) & values.get("accepted-domains", frozenset())
    if both:
        raise InputError(_BOTH, file=file.name, domain=min(both))
    return Settings(file, values)


def language_of(file: Path) -> str:
    """The language that a file asks for, whatever else is wrong in it; empty where it cannot be told."""
    try:
        found = (_table(file) or {}).get("lang", "")
        return "" if found == "" else str(_value(file, "lang", found))
    except InputError:
        return ""


def _table(file: Path) -> dict[str, Any] | None:
    """The table of settings; None where a pyproject.toml has none."""
    content = read_named(file, _MOST_MB)
    try:
        found = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # no UTF-8, no TOML, or a number of five thousand digits
        raise InputError(_NO_TOML, file=file.name, reason=str(error)) from None
    if file.name != _PROJECT:
        return found
    tool = found.get("tool")
    table = tool.get(_TOOL) if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise InputError(_UNREADABLE, file=file.name, reason=_NO_TABLE)
    return table


def _value(file: Path, name: str, found: Any) -> Any:
    setting = SETTINGS.get(name)
    if setting is None:
        raise InputError(_UNKNOWN, file=file.name, found=name[:60], near=_nearest(name))
    try:
        return setting.read(found, file.parent)
    except BadValue as bad:
        raise InputError(_BAD, file=file.name, name=name, found=_excerpt(found), expected=bad.expected) from None
    except (ValueError, RecursionError):  # a number or a table that cannot even be shown
        raise InputError(_BAD, file=file.name, name=name, found=_excerpt(found), expected=_ODD) from None


def _excerpt(found: Any) -> str:
    try:
        return str(found)[:80]
    except (ValueError, RecursionError):
        return "…"


def _nearest(name: str) -> Text:
    near = get_close_matches(name.replace("_", "-").lower(), SETTINGS, n=1)
    return _NEAR.fill(name=near[0]) if near else Text("", "")


def check_variables(names: Iterable[str]) -> None:
    """Raises InputError for a variable that is called like a setting, and stands for none: nobody would obey it."""
    known = {setting.variable: setting.name for setting in SETTINGS.values() if setting.variable}
    for name in sorted(names):
        if name not in known:
            near = get_close_matches(name, known, n=1)
            raise InputError(_NO_VARIABLE, name=name[:60], near=_NEAR.fill(name=near[0]) if near else Text("", ""))


def in_force(settings: Settings, environment: Mapping[str, str]) -> Iterator[tuple[str, Any, str | None]]:
    """Each setting with its value and where it comes from: a variable's name, the file's, None for built in.

    Raises InputError where a variable holds what the setting cannot be.
    """
    for setting in SETTINGS.values():
        if setting.variable and (found := environment.get(setting.variable)):
            yield setting.name, _of_variable(setting.variable, setting.name, found), setting.variable
        elif setting.name in settings.values and settings.file is not None:
            yield setting.name, settings.values[setting.name], str(settings.file)
        else:
            yield setting.name, None, None


def _of_variable(variable: str, name: str, found: str) -> Any:
    try:
        return SETTINGS[name].read(found, Path())
    except BadValue as bad:
        raise InputError(_BAD, file=variable, name=name, found=found[:80], expected=bad.expected) from None
