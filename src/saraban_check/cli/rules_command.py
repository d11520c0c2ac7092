"""`rules`: all rules."""

import json
import sys
from enum import Enum
from typing import Annotated

import typer

from ..rules.catalogue import RULES
from .language import LANG, t
from .options import ColorChoice, ColorOption, ConfigOption, LangChoice, LangOption, QuietOption, VerboseOption
from .streams import style_of, write_bytes, write_text


class RulesFormat(Enum):
    SCREEN = "screen"
    JSON = "json"
    MD = "md"


EXAMPLES = """saraban-check rules
saraban-check rules --format json"""


def rules_command(
    format_: Annotated[
        RulesFormat, typer.Option("--format", help=t("รูปแบบผลลัพธ์: screen, json หรือ md", "format: screen, json or md"))
    ] = RulesFormat.SCREEN,
    config: ConfigOption = None,
    lang: LangOption = LangChoice.TH,
    color: ColorOption = ColorChoice.AUTO,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """The command."""
    if format_ is RulesFormat.JSON:
        found = [
            {
                "code": rule.code,
                "name": rule.name,
                "severity": rule.severity.value,
                "standards": [standard.value for standard in rule.standards],
                "title": rule.title.say(LANG),
                "why": rule.why.say(LANG),
                "basis": rule.basis.say(LANG),
                "wrong": rule.wrong.say(LANG),
                "right": rule.right.say(LANG),
                "mend": rule.mend.say(LANG),
            }
            for rule in RULES
        ]
        write_bytes([(json.dumps(found, ensure_ascii=False, indent=2) + "\n").encode()])
    elif format_ is RulesFormat.MD:
        from ..report.render.markdown import markdown_pieces
        from ..report.views.rule import rules_document

        write_bytes(piece.encode() for piece in markdown_pieces(rules_document(RULES), LANG, top=1))
    else:
        from ..report.render.screen import render_screen
        from ..report.views.rule import rules_document

        write_text(render_screen(rules_document(RULES), LANG, style_of(sys.stdout, color.value)))
    return 0
