"""`config`: the settings in force, and where each came from."""

import json
import os
import sys
from enum import Enum
from typing import Annotated

import typer

from .configured import settings
from .language import LANG, t
from .options import ColorChoice, ColorOption, ConfigOption, LangChoice, LangOption, QuietOption, VerboseOption
from .streams import style_of, write_bytes, write_text


class ConfigFormat(Enum):
    SCREEN = "screen"
    JSON = "json"


EXAMPLES = """saraban-check config
saraban-check config --config team.toml --format json"""


def config_command(
    context: typer.Context,
    format_: Annotated[
        ConfigFormat, typer.Option("--format", help=t("รูปแบบผลลัพธ์: screen หรือ json", "format: screen or json"))
    ] = ConfigFormat.SCREEN,
    config: ConfigOption = None,
    lang: LangOption = LangChoice.TH,
    color: ColorOption = ColorChoice.AUTO,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """The command."""
    from ..settings.declared import SETTINGS
    from ..settings.file import Settings, in_force
    from ..settings.lines import SettingLine, setting_objects

    given = {"lang": lang.value, "color": color.value}
    lines = []
    for name, value, source in in_force(settings() or Settings(), os.environ):
        flagged = name in given and str(context.get_parameter_source(name)).endswith("COMMANDLINE")
        declared = SETTINGS[name]
        if flagged:
            lines.append(SettingLine(name, given[name], f"--{name}", declared.default, declared.help))
        else:
            lines.append(SettingLine(name, value, source, declared.default, declared.help))
    if format_ is ConfigFormat.JSON:
        write_bytes([(json.dumps(setting_objects(lines), ensure_ascii=False, indent=2) + "\n").encode()])
    else:
        from ..report.render.screen import render_screen
        from ..report.views.settings import settings_document

        write_text(render_screen(settings_document(lines), LANG, style_of(sys.stdout, color.value)))
    return 0
