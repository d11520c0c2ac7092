"""A document with the day of its data above everything else (decisions: Rounds)."""

import datetime

from ..document import PAGE, SCREEN, Document, Note, Tone
from ..words.data_day import data_day, data_day_asked, days_line


def dated(document: Document, as_of: datetime.date | None) -> Document:
    """The document, its first section telling of which day the data are, and the table that its groups rest on."""
    on_screen = Note(days_line(data_day_asked(as_of)), Tone.QUIET, on=SCREEN)
    on_page = Note(days_line(data_day(as_of)), on=PAGE)
    return document._replace(sections=((on_screen, on_page), *document.sections))
