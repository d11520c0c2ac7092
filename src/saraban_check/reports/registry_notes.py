"""Which registry was used, in a sentence: it can change what is found, so every report that people read says so."""

from ..api import Registry
from ..model.text import Text
from .dates import day_text

_NOTE = Text(
    "เทียบกับทะเบียน อปท. “{source}” ณ วันที่ {date} ({count} แห่ง)",
    "compared with the registry “{source}” as of {date} ({count} agencies)",
)


def registry_note(registry: Registry) -> Text:
    """The file, the day and the size of a registry."""
    head = registry.head
    return _NOTE.fill(source=head.source, date=day_text(head.date), count=f"{len(registry):,}")
