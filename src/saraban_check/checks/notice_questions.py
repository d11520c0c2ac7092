"""What OCR read of a notice, as questions for whoever holds the document; nothing else is made of it.

What cannot be meant is unread: a day before the act or after today, a number that is no office's, and any number in
Thai digits, of which Tesseract's Thai models hold five alone (๐ ๑ ๒ ๓ ๕; tesseract-ocr/langdata_lstm, issue 42).
Where a question stands on the page is told so that it can be cut out: the words that were read, never a person's name
or another number beside them. Source: decisions: Notices; NBTC's numbering plan (02 to 07, nine digits).
"""

import datetime
import re
from collections.abc import Sequence

from ..model.lazy_pattern import lazy_pattern
from ..model.notice import Box, Notice, NoticePart, Question, ReadLine, ReadWord, Stated
from ..notices.persons import names_a_person
from ..notices.skeleton import plain_digits, skeleton_of
from .notice_shown import one_line, shown_text

_SECTION, _ACT = "มาตรา 10", "พ.ร.บ. การปฏิบัติราชการทางอิเล็กทรอนิกส์"
_CITED = lazy_pattern(r"มาตรา\s{0,3}(?:10|๑๐)")
_THAI_DIGIT = lazy_pattern("[๐-๙]")
_OFFICE = lazy_pattern("0[2-7][0-9]{7}")
_FIRST_DAY = datetime.date(2022, 1, 1)
"""Of B.E. 2565, the year of the act."""
_MANY_DIGITS = lazy_pattern(r"(?:[0-9][^0-9A-Za-zก-๏]{0,3}){7}")
_ALONE = (NoticePart.TELEPHONE, NoticePart.SIGNATURE)
"""Beside these a person's number or name may stand: what leads up to them is not shown."""
_LEGIBLE = 0.3
"""Of a word's height: lines of a scan that hangs a little to one side overlap by less."""
_MOST = 3
"""Questions about one part: a reading with more addresses than that is garbled."""


def without_unread(notice: Notice, as_of: datetime.date) -> Notice:
    """What OCR read, without a day and numbers that cannot be meant: they count as not read."""
    lines, said = notice.document.text.split("\n"), notice.date_text
    day = notice.date if said is not None and not _THAI_DIGIT.search(said.text) else None
    return notice._replace(
        telephones=tuple(one for one in notice.telephones if _is_office(one, lines)),
        date=day if day is not None and _FIRST_DAY <= day <= as_of else None,
    )


def _is_office(number: Stated, lines: Sequence[str]) -> bool:
    """Whether it is an office's number, and stands in ASCII digits on its line or goes on on the next."""
    digits = _digits(number.text)
    return _OFFICE.fullmatch(digits) is not None and digits in _digits(
        " ".join(lines[number.line - 1 : number.line + 1])
    )


def _digits(text: str) -> str:
    return "".join(re.findall("[0-9]", text))


def questions_of(notice: Notice) -> tuple[Question, ...]:
    """The questions, part by part; one without a value where a part was not read."""
    addresses = [_about(notice, NoticePart.ADDRESS, one, one_line(one.text)) for one in notice.addresses[:_MOST]]
    websites = [_about(notice, NoticePart.WEBSITE, one) for one in notice.websites[:_MOST]]
    telephones = [_about(notice, NoticePart.TELEPHONE, one) for one in notice.telephones[:_MOST]]
    return (
        _about(notice, NoticePart.ISSUER, notice.issuer),
        *(addresses or [Question(NoticePart.ADDRESS)]),
        *(websites or [Question(NoticePart.WEBSITE)]),
        *(telephones or [Question(NoticePart.TELEPHONE)]),
        _day(notice),
        _about(notice, NoticePart.SIGNATURE, notice.position),
        _law(notice),
    )


def _about(notice: Notice, part: NoticePart, stated: Stated | None, value: str | None = None) -> Question:
    if stated is None:
        return Question(part)
    page, box = _place(notice, stated, is_alone=part in _ALONE)
    return Question(part, value or shown_text(stated.text), page, box)


def _day(notice: Notice) -> Question:
    """The day; the place of one that was not read is shown all the same."""
    asked = _about(notice, NoticePart.DATE, notice.date_text)
    return asked if notice.date is not None else asked._replace(value=None)


def _law(notice: Notice) -> Question:
    if not (notice.cites_act or notice.cites_section):
        return Question(NoticePart.LAW)
    said = " ".join((_SECTION,) * notice.cites_section + (_ACT,) * notice.cites_act)
    found = _CITED.search(notice.document.text)
    if found is None:
        return Question(NoticePart.LAW, said)
    page, box = _place(notice, Stated(found[0], notice.document.text.count("\n", 0, found.start()) + 1))
    return Question(NoticePart.LAW, said, page, box)


def _place(notice: Notice, stated: Stated, *, is_alone: bool = False) -> tuple[int | None, Box | None]:
    """The page, and from where to where the words stand: with what leads up to them on their line, unless it is private
    or `is_alone`; None where they cannot be told from what is private on their line.
    """
    lines = notice.document.read_lines
    if stated.line > len(lines):
        return None, None
    line = lines[stated.line - 1]
    first, end = _words_of(line, stated.text)
    if end and not is_alone and not _is_private(line.words[:first]):
        first = 0
    elif not end and (is_alone or _is_private(line.words)):
        return line.page, None
    box = _around(line.words[first : end or None])
    shown = (one.words for one in lines if one.page == line.page and one is not line and _shows(box, one.words))
    return line.page, None if any(map(_is_private, shown)) else box


def _words_of(line: ReadLine, value: str) -> tuple[int, int]:
    """Which words of a line are the value; none (0, 0) where it is not found whole."""
    ends, text, wanted = [], "", skeleton_of(value)
    for word in line.words:
        text += skeleton_of(word.text)
        ends.append(len(text))
    start = text.find(wanted) if wanted else -1
    if start < 0:
        return 0, 0
    last = start + len(wanted)
    return sum(end <= start for end in ends), sum(end < last for end in ends) + 1


def _is_private(words: Sequence[ReadWord]) -> bool:
    """Whether a person may be named among the words, or a number stand there that may be a person's."""
    text = "".join(word.text for word in words)
    spaced = " ".join(word.text for word in words)
    return "(" in text or any(map(names_a_person, (text, spaced))) or bool(_MANY_DIGITS.search(plain_digits(spaced)))


def _shows(piece: Box | None, words: Sequence[ReadWord]) -> bool:
    """Whether so much of a word of another line stands in a piece of the page that it may be read there."""
    return piece is not None and any(
        min(piece.right, box.right) > max(piece.left, box.left)
        and min(piece.bottom, box.bottom) - max(piece.top, box.top) > _LEGIBLE * (box.bottom - box.top)
        for box in (word.box for word in words)
    )


def _around(words: Sequence[ReadWord]) -> Box | None:
    boxes = [word.box for word in words]
    if not boxes:
        return None
    return Box(
        min(one.left for one in boxes),
        min(one.top for one in boxes),
        max(one.right for one in boxes),
        max(one.bottom for one in boxes),
    )
