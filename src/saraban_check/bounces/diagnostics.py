"""What a mail system said, in one line of bounded length."""

from .reasons import Reason

LONGEST = 500
"""Characters of a diagnostic; what is cut off is counted at its end."""


def diagnostic(said: str, reason: Reason | None = None) -> str:
    """The text with its white space as single spaces; where nothing is known, why, and then the text.

    Nothing is taken out but what is beyond LONGEST, and that is counted. Control characters stay: whoever writes it
    somewhere makes them visible there.
    """
    text = " ".join(said.split())
    if len(text) > LONGEST:
        text = f"{text[:LONGEST]}… (+{len(text) - LONGEST:,})"
    return reason.say(text) if reason else text
