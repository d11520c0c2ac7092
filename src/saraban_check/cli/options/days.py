"""`--as-of`: each command says itself of what it is the day; a day yet to come is refused by all alike."""

import datetime

from ...model.text import Text
from .declaring import Option


def as_of_option(help_: Text, heading: Text) -> Option:
    """`--as-of`, for a command that says itself of what."""
    return Option("--as-of", metavar=Text("วันที่", "DATE"), help=help_, heading=heading)


def as_of_day(text: str | None) -> datetime.date | None:
    """The day; None where none is given. Raises RequestError where it is none, or yet to come."""
    if text is None:
        return None
    from ...intake.dates import past_day

    return past_day(text, "--as-of")
