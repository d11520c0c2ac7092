"""Which registry was used, and what an agency was found as in it.

A registry can change what is found, so every report that people read says which it was.
"""

from typing import TYPE_CHECKING

from ...model.registry import Likeness, NameMatch
from ...model.text import Lang, Text
from ...reference.days import day_text

if TYPE_CHECKING:
    from ...registry.registry import Registry

_NOTE = Text(
    "เทียบกับทะเบียน อปท. “{source}” {date} ({count} แห่ง)",
    "compared with the registry “{source}”, {date} ({count} agencies)",
)

_DAY = Text("ณ วันที่ {date}", "as of {date}")
_FILE_DAY = Text("ไฟล์วันที่ {date}", "file of {date}")
_NEAR = Text("{agency} (ชื่อใกล้เคียง {score})", "{agency} (a near name, {score} alike)")
_AMBIGUOUS = Text("อาจเป็น {agencies}", "perhaps {agencies}")
_OR = Text(" หรือ ", " or ")
_NOT_FOUND = Text("ไม่พบ", "not found")


def registered(match: NameMatch, lang: Lang) -> str:
    """What an agency was found as in the registry: `06480115 อบต.…`, or all that it may be, with their places."""
    if match.how is Likeness.NONE:
        return _NOT_FOUND.say(lang)
    if match.how is Likeness.EXACT:
        return f"{match.entries[0].code} {match.entries[0].full_name}"
    found = [f"{entry.code} {entry.full_name} {entry.place}" for entry in match.entries]
    if match.how is Likeness.AMBIGUOUS:
        return _AMBIGUOUS.say(lang, agencies=_OR.say(lang).join(found))
    return _NEAR.say(lang, agency=found[0], score=f"{match.score:.0%}")


def registry_note(registry: "Registry") -> Text:
    """The file, the day and the size of a registry."""
    head = registry.head
    date = (_FILE_DAY if head.is_file_date else _DAY).fill(date=day_text(head.date))
    return _NOTE.fill(source=head.source, date=date, count=f"{len(registry):,}")
