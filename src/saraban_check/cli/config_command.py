"""`config`: the settings in force, and where each came from."""

import json
import os
import sys
from typing import Annotated, Literal

from .configured import settings
from .given import is_given
from .language import LANG
from .options.declaring import command
from .options.general import GeneralOptions
from .options.output import FORMAT
from .streams import style_of, write_bytes, write_text

EXAMPLES = """saraban-check config
saraban-check config --config team.toml --format json"""


@command
def config_command(general: GeneralOptions, format_: Annotated[Literal["screen", "json"], FORMAT] = "screen") -> int:
    """The command."""
    from ..settings.declared import SETTINGS
    from ..settings.file import Settings, in_force
    from ..settings.lines import SettingLine, setting_objects

    given = {name: value for name, value in general._asdict().items() if name in SETTINGS and is_given(name)}
    lines = []
    for name, value, source in in_force(settings() or Settings(), os.environ):
        declared = SETTINGS[name]
        if name in given:
            lines.append(SettingLine(name, given[name], f"--{name}", declared.default, declared.help))
        else:
            lines.append(SettingLine(name, value, source, declared.default, declared.help))
    if format_ == "json":
        write_bytes([(json.dumps(setting_objects(lines), ensure_ascii=False, indent=2) + "\n").encode()])
    else:
        from ..report.render.screen import render_screen
        from ..report.views.settings import settings_document

        write_text(render_screen(settings_document(lines), LANG, style_of(sys.stdout, general.color)))
    return 0
