"""The section-10 notice (ประกาศฯ ม.10): the document as it was read, what it says, and what is said of it."""

import datetime
from enum import Enum
from typing import NamedTuple

from .record import Kind, Province
from .text import Text


class DocumentKind(Enum):
    """What kind of file a notice was read from."""

    DOCX = "docx"
    PDF = "pdf"
    PICTURE = "picture"
    HTML = "html"
    TEXT = "text"


class NoText(NamedTuple):
    """Why there is no text, or why some pages are not in it.

    A scan holds some that nothing has read; any other document simply holds none: blank pages, the wrong file.
    """

    is_scan: bool
    said: Text


class Box(NamedTuple):
    """A place on a page, in parts of its width and height (0 to 1), from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class ReadWord(NamedTuple):
    """A word that OCR read, and where it stands."""

    text: str
    box: Box


class ReadLine(NamedTuple):
    """The page (1 = first) of a line that OCR read, and its words, as far as their places are known."""

    page: int
    words: tuple[ReadWord, ...] = ()


class Document(NamedTuple):
    """One file as text, a line of it a line here; Thai marks stand in their order, no page marks are left.

    `file` is its name as the user would say it, `pages` None where there are none (DOCX, HTML, text). `by_ocr`: the
    text was read from a picture, so any letter of it may be another; `read_lines` then says of each line where it
    stands, where that is known.
    """

    file: str
    kind: DocumentKind
    text: str
    pages: int | None = None
    by_ocr: bool = False
    no_text: NoText | None = None
    read_lines: tuple[ReadLine, ...] = ()


class Stated(NamedTuple):
    """A piece of a notice, and the line of the document's text on which it begins (1 = first)."""

    text: str
    line: int


class NoticePart(Enum):
    """The parts of a notice that have rules of their own; the value is the `field` of their findings."""

    DOCUMENT = "document"
    LAW = "law"
    ISSUER = "issuer"
    SUBJECT = "subject"
    ADDRESS = "address"
    WEBSITE = "website"
    TELEPHONE = "telephone"
    DATE = "date"
    SIGNATURE = "signature"
    TEXT = "text"


class Blank(NamedTuple):
    """A placeholder that nobody filled in (`……`, `xxx`, `[ชื่อ]`), and the part in whose place it stands."""

    part: NoticePart
    text: str
    line: int


class PaperKind(Enum):
    """What kind of paper stands in a file."""

    NOTICE = "notice"
    ORDER = "order"
    MEMO = "memo"
    LETTER = "letter"
    OTHER = "other"


class Paper(NamedTuple):
    """A paper beside the notice in its file, and the line on which it begins: it cannot stand in for the notice."""

    kind: PaperKind
    line: int


class Slip(NamedTuple):
    """A word of a notice that is misspelt and read all the same, the word that was meant, and its line."""

    text: str
    meant: str
    line: int


class Notice(NamedTuple):
    """What a notice says; what it does not say is empty or None.

    `issuer` is the agency in the title, `mentions` the agencies in the text that are another one; `is_mention_sure`
    says that one of these stands in the subject, or where the issuer or the signatory does. `subject_year` is the
    Buddhist year that ends the subject, `act_year` that with which the act is cited, None where no act or no year is.
    `telephones` holds office lines only: mobile numbers are counted (`mobiles`) and shown nowhere. `channels` are
    kinds of further channels (LINE, Facebook). `date` is None where the text of it (`date_text`) is none, or cannot
    be read. `position` is the signatory's, whose name is not kept; `is_signed_block` says that a name in brackets, or
    the place for one, stands above it, and `has_unread_position` that below it stands something that may be a
    position and is not shown. `model_data` is what stands in it of the model notice's, of whatever agency it is.
    `province` is that which the title says a local agency is in.
    `beside` are the other papers of the file; `undecided` says why none of several notices in it was taken, and then
    nothing is read.
    """

    document: Document
    is_notice: bool = False
    issuer: Stated | None = None
    issuer_kind: Kind | None = None
    subject: Stated | None = None
    subject_year: int | None = None
    cites_act: bool = False
    act_year: int | None = None
    cites_section: bool = False
    addresses: tuple[Stated, ...] = ()
    websites: tuple[Stated, ...] = ()
    channels: tuple[str, ...] = ()
    telephones: tuple[Stated, ...] = ()
    mobiles: int = 0
    date_text: Stated | None = None
    date: datetime.date | None = None
    position: Stated | None = None
    is_signed_block: bool = False
    has_unread_position: bool = False
    mentions: tuple[Stated, ...] = ()
    is_mention_sure: bool = False
    blanks: tuple[Blank, ...] = ()
    slips: tuple[Slip, ...] = ()
    beside: tuple[Paper, ...] = ()
    undecided: Text | None = None
    draft_mark: Stated | None = None
    model_data: tuple[Stated, ...] = ()
    province: Province | None = None

    def blanks_in(self, part: NoticePart) -> tuple[Blank, ...]:
        """The placeholders that stand in the place of one part."""
        return tuple(blank for blank in self.blanks if blank.part is part)


class Question(NamedTuple):
    """What OCR read in the place of one part of a notice, for somebody to compare with the document.

    `value` is None where nothing was read that can be meant. `page` (1 = first) and `box` say where it stands, where
    that is known; `picture` is what stands there, as PNG, empty where none is shown.
    """

    part: NoticePart
    value: str | None = None
    page: int | None = None
    box: Box | None = None
    picture: bytes = b""


class StatedNotice(NamedTuple):
    """What the notice of one agency of a list states: what there is to set beside its row.

    `addresses` are all that it states, `central` the one of them that counts, in lower case; `is_readable` is False
    where there is no text. Of a scan that was read by OCR (`by_ocr`) they are those that the row confirms, and there is
    no date: what OCR read says nothing by itself. `faults` are the codes of what has to be mended in it, but for the
    address, which the row is judged by (decisions: Notices).
    """

    file: str
    addresses: tuple[str, ...] = ()
    date: datetime.date | None = None
    is_readable: bool = True
    by_ocr: bool = False
    is_scan: bool = False
    central: str | None = None
    faults: tuple[str, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether there is anything to set beside the row."""
        return self.is_readable and (not self.by_ocr or bool(self.addresses))


class UnclearNotice(NamedTuple):
    """Why nobody knows what address an agency's notice states: a scan, or several that differ.

    `is_read` is False where not even that it is a notice was read.
    """

    why: Text
    is_read: bool = True


class NoticeState(Enum):
    """What is to be said of a notice as a whole, by the published rules.

    INCORRECT: an error stands against it. UNKNOWN: something would stand against it, but it was read from a picture
    (OCR), so that the reading may be at fault. UNREADABLE: a file that cannot be used, or one without text.
    """

    CORRECT = "correct"
    INCORRECT = "incorrect"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"
