"""What a notice may show of itself: texts on one line, and no mobile number, whatever the file held.

Mobile numbers are a person's own (decisions: Steps: office lines only). The reading keeps none; this is the last guard,
for those that stand within another text, such as a subject. Source of the shape: NBTC's numbering plan, 06, 08 and 09
with ten digits.
"""

from typing import Any

from ..model.finding import Finding
from ..model.lazy_pattern import lazy_pattern
from ..model.notice import Notice, Stated
from ..model.text import Text
from ..model.verdict import AddressVerdict

_APART = "[ .()\u2010-\u2015\u2212-]{0,3}"
_MOBILE = lazy_pattern(
    rf"(?<![0-9๐-๙A-Za-z_@.])\(?(?:\+?66[ -]?|๐|0)[689๖๘๙](?:{_APART}[0-9๐-๙]){{8}}(?![0-9๐-๙A-Za-z_@])"
)
_BREAKS = lazy_pattern("[\t-\r\x1c-\x1e\x85\u2028\u2029]+")
"""Whatever any reader takes for the end of a line, and tabs."""
HIDDEN = "(…)"
"""What stands in the place of a mobile number."""


def shown_text(text: str) -> str:
    """A text on one line, without mobile numbers; what stands before an @ is an address and stays."""
    return _MOBILE.sub(HIDDEN, one_line(text))


def one_line(text: str) -> str:
    """A text on one line: the name of a file, or an address, which stays as it is but for that."""
    return _BREAKS.sub(" ", text)


def shown_notice(notice: Notice) -> Notice:
    """What was read, without the document's text: a thousand of them are held at a time. Addresses stay as they are."""
    return notice._replace(
        document=notice.document._replace(text="", read_lines=()),
        issuer=_stated(notice.issuer),
        subject=_stated(notice.subject),
        websites=tuple(_each(notice.websites)),
        channels=tuple(map(shown_text, notice.channels)),
        telephones=tuple(_each(notice.telephones)),
        date_text=_stated(notice.date_text),
        position=_stated(notice.position),
        draft_mark=_stated(notice.draft_mark),
    )


def shown_verdict(verdict: AddressVerdict) -> AddressVerdict:
    """A verdict whose findings may be shown; the address stays as it is."""
    return verdict._replace(findings=tuple(map(shown_finding, verdict.findings)))


def shown_finding(finding: Finding) -> Finding:
    """A finding whose every part may be shown."""
    return finding._replace(parts={name: shown_part(part) for name, part in finding.parts.items()})


def shown_part(part: Any) -> Any:
    """A part of a message that may be shown."""
    if isinstance(part, str):
        return shown_text(part)
    if isinstance(part, Text):
        return Text(shown_text(part.th), shown_text(part.en))
    return part


def _stated(stated: Stated | None) -> Stated | None:
    return None if stated is None else stated._replace(text=shown_text(stated.text))


def _each(all_stated: tuple[Stated, ...]) -> list[Stated]:
    return [stated._replace(text=shown_text(stated.text)) for stated in all_stated]
