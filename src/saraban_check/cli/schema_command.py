"""`schema`: the JSON Schema of what a command writes for programs, and of the settings file."""

import json
from typing import Annotated

from ..contract import NAMES, schema
from ..model.errors import RequestError
from ..model.near import meant
from ..model.text import Text
from .options.declaring import Argument, command
from .options.general import GeneralOptions
from .streams import write_bytes

EXAMPLES = """saraban-check schema classify
saraban-check schema settings"""

_SETTINGS = "settings"
_ALL = (*NAMES, _SETTINGS)
_UNKNOWN = Text(
    "schema {found}: ไม่มี JSON Schema ชื่อนี้{near} มีของ {names}",
    "schema {found}: there is no JSON Schema of that name{near}; there are {names}",
)


def complete_name(incomplete: str) -> list[str]:
    """Names for the shell's completion."""
    return [name for name in _ALL if name.startswith(incomplete)]


@command
def schema_command(
    name: Annotated[
        str,
        Argument(
            Text("ชื่อ", "NAME"),
            Text(f"ชื่อคำสั่ง หรือ settings: {', '.join(_ALL)}", f"a command, or settings: {', '.join(_ALL)}"),
            complete_name,
        ),
    ],
    general: GeneralOptions,
) -> int:
    """The command. Raises RequestError for a name that has no schema."""
    if name not in _ALL:
        raise RequestError(_UNKNOWN, found=name, near=meant(name, _ALL), names=", ".join(_ALL))
    if name == _SETTINGS:
        from ..settings.values import settings_schema

        found = settings_schema()
    else:
        found = schema(name)
    write_bytes([(json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode()])
    return 0
