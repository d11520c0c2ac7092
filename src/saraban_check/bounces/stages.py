"""The stage of the SMTP dialogue, as each mail system says it, or as a reply implies it."""

import re

from ..model.smtp_stage import Stage
from ..reference.mail_tables import mail_stages
from ..reference.mail_words import fold

_COMMAND = re.compile(r"(?:>>>|-->) {0,2}([a-z]{4,8}|\.)(?![a-z])")
_REFUSAL = re.compile(r"(?:<<<|<--) {0,2}[45][0-9]{2}[ \-]")


def stage_of(text: str) -> Stage:
    """The stage at which a system refused, by what it or another wrote of it.

    What a system says outright holds before a transcript, the last of several, as that is where it ended; what a reply
    implies only where nothing else is known.
    """
    folded = fold(text)
    said = [(at, stage) for phrase, stage in mail_stages("said").items() if (at := folded.rfind(phrase)) >= 0]
    if said:
        return Stage(max(said)[1])
    if refusal := _REFUSAL.search(folded):
        commands = mail_stages("command")
        before = [found[1] for found in _COMMAND.finditer(folded, 0, refusal.start()) if found[1] in commands]
        if before:
            return Stage(commands[before[-1]])
    return next((Stage(stage) for phrase, stage in mail_stages("implied").items() if phrase in folded), Stage.UNKNOWN)
