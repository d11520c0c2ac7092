"""`rules`: all rules."""

import json
import sys
from typing import Annotated, Literal

from ..rules.catalogue import RULES
from .language import LANG
from .options.declaring import command
from .options.general import GeneralOptions
from .options.output import FORMAT
from .streams import style_of, write_bytes, write_text

EXAMPLES = """saraban-check rules
saraban-check rules --format json"""


@command
def rules_command(
    general: GeneralOptions, format_: Annotated[Literal["screen", "json", "md"], FORMAT] = "screen"
) -> int:
    """The command."""
    if format_ == "json":
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
    elif format_ == "md":
        from ..report.render.markdown import markdown_pieces
        from ..report.views.rule import rules_document

        write_bytes(piece.encode() for piece in markdown_pieces(rules_document(RULES), LANG, top=1))
    else:
        from ..report.render.screen import render_screen
        from ..report.views.rule import rules_document

        write_text(render_screen(rules_document(RULES), LANG, style_of(sys.stdout, general.color)))
    return 0
