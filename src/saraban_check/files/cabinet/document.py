"""The report for the cabinet as a Word document of two pages, the same bytes for the same list."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from ...model.text import Text
from ...report.run import Report
from ..docx_package import BODY_PART, FONT_PART, FONT_TABLE, SETTINGS, SETTINGS_PART, packed
from .bars import letters_bar
from .blocks import Block, Paragraph, Style
from .body import body_xml
from .changes import HEADING as CHANGED
from .changes import changes
from .group_table import group_table
from .places import most_left
from .saying import Saying
from .state import HEADING as STATE
from .state import head, state, title_of
from .styles import styles_xml
from .tasks import ASKED, OFFICES, TO_FIND_OUT, asked, notes, offices, to_find_out

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES_PART, _CORE_PART = "word/styles.xml", "docProps/core.xml"
_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/{BODY_PART}" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/{_STYLES_PART}" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/{SETTINGS_PART}" ContentType="{_WORD}.settings+xml"/>'
    f'<Override PartName="/{FONT_PART}" ContentType="{_WORD}.fontTable+xml"/>'
    f'<Override PartName="/{_CORE_PART}" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
_LINKS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="{BODY_PART}"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="{_CORE_PART}"/>'
    "</Relationships>"
)
_BODY_LINKS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/fontTable" Target="fontTable.xml"/></Relationships>'
)
_CORE = (
    f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>saraban-check</dc:creator>'
    "<dc:language>{lang}</dc:language></cp:coreProperties>"
)
_PLACES, _FEWER = 10, 5
"""How many places are named, and how many where what changed takes their room: the paper has two pages."""
_NUMBERED = Text("{number}. {heading}", "{number}. {heading}")


def docx_document(report: Report) -> bytes:
    """The document: its parts in a fixed order, without a time."""
    say = Saying(report.lang, report.thai_digits)
    language = {"th": "th-TH", "en": "en-GB"}[report.lang]
    core = _CORE.format(title=escape(say(title_of(report.result))), lang=language)
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _LINKS,
        BODY_PART: body_xml(_blocks(report), say),
        "word/_rels/document.xml.rels": _BODY_LINKS,
        _STYLES_PART: styles_xml(),
        SETTINGS_PART: SETTINGS,
        FONT_PART: FONT_TABLE,
        _CORE_PART: core,
    }
    return packed({name: text.encode() for name, text in parts.items()})


def _blocks(report: Report) -> Iterator[Block]:
    yield from head(report.result)
    for number, (heading, blocks) in enumerate(_sections(report), start=1):
        yield Paragraph(Style.HEADING, _NUMBERED.fill(number=number, heading=heading))
        yield from blocks


def _sections(report: Report) -> Iterator[tuple[Text, tuple[Block, ...]]]:
    """The sections in the order in which they are read, each with its heading."""
    result = report.result
    yield STATE, (*state(result), *group_table(result), *letters_bar(result.summary))
    if report.since is not None:
        yield CHANGED, tuple(changes(report.since, is_part=bool(result.narrowed)))
    if (places := most_left(result, _PLACES if report.since is None else _FEWER)) is not None:
        yield places
    yield ASKED, tuple(asked(result.summary))
    if to_do := tuple(to_find_out(result.summary)):
        yield TO_FIND_OUT, to_do
    yield OFFICES, (*offices(), *notes(result))
