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
        from ..reports.rule_markdown import rules_markdown

        write_bytes([rules_markdown(LANG).encode()])
    else:
        from ..reports.rule_page import render_rules

        write_text(render_rules(RULES, LANG, style_of(sys.stdout, general.color)))
    return 0
