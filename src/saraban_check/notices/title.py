"""The title of a notice: who issued it (ประกาศ<หน่วยงาน>), and what it is about (เรื่อง …)."""

import re
from itertools import islice
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..model.notice import Stated
from ..model.record import Province
from ..reference.kinds import kind_of_name, without_prefix
from ..reference.places import find_province
from .blanks import BLANK
from .heads import begins_as_head
from .lines import Lines, one_line
from .persons import without_person
from .running_text import runs_on
from .skeleton import Skeleton, folded_words, skeleton_of

_TITLE = lazy_pattern(
    r"^[^\S\n]*(?:\(?(?:ร่าง|ตัวอย่าง|สำเนา|ฉบับ)\)?[^\S\n]*)?ประ[^\S\n]*กาศ(?![^\S\n]*(?:เมื่อ|(?:ณ|ให้|มา)[^\S\n]*(?:วัน|ณ|[0-9๐-๙])|วัน))",
    re.MULTILINE,
)
_SUBJECT = lazy_pattern(r"(?:^|(?<=\s))เรื[่]?อง[^\S\n]*[:：]?", re.MULTILINE)
_YEAR = lazy_pattern(r"(?:(?<!\s)\s+)?พ[.\s]*ศ[.\s]*[0-9๐-๙]{2,4}\s*$")
_RULE = lazy_pattern(r"[-–—_*=\s]{3,}|[\s.…]*")
_PLACE = lazy_pattern(r"(?:(?<![\s(])[\s(]+)?(?:อำเภอ|อ\.|จังหวัด|จ\.)")
_IN_PROVINCE = lazy_pattern(r"(?<!ส่วน)(?:จังหวัด|(?<![ก-๎])จ\.)\s?([ก-๎]{2,30})\s?$")
_NUMBERED = lazy_pattern(r"(?:(?<!\s)\s+)?(?:ที่\s?[0-9๐-๙]{1,4}\s?/|ฉบับที่|เลขที่|[0-9๐-๙]{1,3}\s?/\s?[0-9๐-๙]{4}).*$")
_NUMBER = lazy_pattern(r"(?:(?<!\s)\s+)?ที่\s?[0-9๐-๙].*$")
"""Behind a local agency's name: of others it may be a part of it (ศูนย์อนามัยที่ ๘)."""
_NEXT_LEVEL = lazy_pattern(r"(?<!ส่วน)(?<!งาน)\n[^\S\n]*(?=(?:อำเภอ|จังหวัด|กระทรวง|มหาวิทยาลัย)[ก-๎])")
"""A line end that breaks no word: what the agency belongs to stands on a line of its own."""
_OF = lazy_pattern(r"^(?:ของ\s*|นายก(?=องค์การ|\s?อบ[ตจ]))")
LETTERHEAD_LINES = 8
"""Lines above the title that are the paper's: its head, a watermark; above these may stand a page's menu."""
_WIDEST = 150
"""Letters of a line of a title: a longer one is a paragraph."""
_MOST_TITLES = 20
_THAI = lazy_pattern("[ก-๎]")
_MOST_LINES = 4
_LONGEST = 300
"""Characters of a title: what is longer is a text that has no subject line."""
_MARK = lazy_pattern(r"[(\[–-]\s?(?:ฉบับ)?(?:ร่าง|ตัวอย่าง)\s?[)\]–-]")
"""Behind the agency's name: that it is a draft."""


class Title(NamedTuple):
    """What stands above the text. `body` is where that begins."""

    is_notice: bool = False
    issuer: Stated | None = None
    subject: Stated | None = None
    start: int = 0
    body: int = 0
    province: Province | None = None


def read_title(text: str, lines: Lines) -> Title:
    """The title of a document; one that has none begins with its text."""
    found = _title_line(text)
    if found is None:
        subject, body = _subject(text, lines, 0)
        return Title(subject=subject, body=body)
    named = _SUBJECT.search(text, found.end(), found.end() + _LONGEST)
    end = named.start() if named else _end_of_issuer(text, lines, found.end())
    said = text[found.end() : end]
    blank = BLANK.search(said)
    said_alone = _MARK.sub("", said if blank is None else said[: blank.start()])
    issuer = _agency(one_line(_NEXT_LEVEL.sub(" ", _in_thai(said_alone))).strip(" :"))
    at = found.end() + len(said) - len(said.lstrip())
    subject, body = (None, end) if named is None else _subject(text, lines, named.start(), issuer)
    stated = Stated(issuer, lines.number(at)) if issuer else None
    return Title(True, stated, subject, found.start(), body, _province(one_line(said_alone)))


def _province(text: str) -> Province | None:
    """The province that stands last behind a local agency's name, with its word; None where there is none such."""
    kind = kind_of_name(text)
    if kind is None or kind.type_digits is None:
        return None
    named = _IN_PROVINCE.search(text)
    return None if named is None else find_province(named[1])


def _in_thai(text: str) -> str:
    """The lines in Thai of a title in two languages; one in another alone stays whole."""
    return "\n".join(filter(_THAI.search, text.split("\n"))) or text


def _agency(text: str) -> str:
    """The agency alone: of a local one without the district and province behind its name; a kind alone is no name."""
    text = without_person(_NUMBERED.sub("", _OF.sub("", text)))
    kind = kind_of_name(text)
    if kind is None or kind.type_digits is None:
        return text
    text = _NUMBER.sub("", text)
    name = without_prefix(text, kind)
    place = _PLACE.search(name)
    if place is not None and place.start() > 0:
        text = text[: len(text) - len(name) + place.start()].rstrip()
    return text if kind.only_code is not None or skeleton_of(text) != skeleton_of(kind.name.th) else ""


def _title_line(text: str) -> re.Match[str] | None:
    """Where the title begins: the last ประกาศ before a subject (above it a page may have a menu), else the first."""
    found = list(islice(_TITLE.finditer(text), _MOST_TITLES))
    for one in found:
        if (subject := _SUBJECT.search(text, one.end(), one.end() + _LONGEST)) is not None:
            return [other for other in found if other.end() <= subject.start()][-1]
    return found[0] if found else None


def _end_of_issuer(text: str, lines: Lines, start: int) -> int:
    """Without a subject: the rest of the line, or the next one where ประกาศ stands alone."""
    end = lines.end(start)
    if text[start:end].strip() or end == len(text):
        return end
    return lines.end(end + 1)


def _subject(text: str, lines: Lines, start: int, agency: str = "") -> tuple[Stated | None, int]:
    """The subject from its เรื่อง on, up to the year, the text or a blank line; and where the text begins."""
    named = _SUBJECT.search(text, start)
    if named is None or (start == 0 and lines.number(named.start()) > 2 * _MOST_LINES):
        return None, start
    parts: list[str] = []
    place = named.end()
    for _ in range(_MOST_LINES):
        end = lines.end(place)
        line = text[place:end]
        if parts and (_begins_the_text(line, agency) or _RULE.fullmatch(line)):
            break
        if year := _YEAR.search(line):
            parts.append(line[: year.start()])
            place = end
            break
        parts.append(line)
        place = end + 1
        if end == len(text):
            break
    subject = without_person(one_line("\n".join(parts)).strip(" :"))
    at = named.end() + len(text[named.end() :]) - len(text[named.end() :].lstrip())
    return (Stated(subject, lines.number(at)) if subject else None), min(place, len(text))


def _begins_the_text(line: str, agency: str) -> bool:
    """Whether a line is no more of the subject: the preamble, a label, a number, a bracket, or what somebody does."""
    skeleton = skeleton_of(line[:40])
    if not line.lstrip()[:1].isalpha() or skeleton[:1].isdigit() or len(line.strip()) > _WIDEST:
        return True
    if agency and (begins_as_head(line[:_WIDEST], agency) or _acts(line, skeleton_of(agency))):
        return True
    return skeleton.startswith(folded_words("preamble"))


def _acts(line: str, agency: str) -> bool:
    """Whether a line is of what the agency does: `<agency> ขอประกาศ…`."""
    said = Skeleton(line)
    rest = line[said.end(len(agency)) :].strip() if agency and said.letters.startswith(agency) else ""
    return bool(rest) and runs_on(rest)


def is_about_channels(subject: str, agency: str = "") -> bool:
    """Whether a subject speaks of channels for contacting the agency: two of the words for it at least.

    What the agency is called is no word for it: บางภาษี is no tax. Nor is a fiscal year: it is no budget.
    """
    skeleton = skeleton_of(subject).replace(skeleton_of(without_prefix(agency, kind_of_name(agency))), "")
    skeleton = skeleton.replace(skeleton_of("ปีงบประมาณ"), "")
    if any(word in skeleton for word in folded_words("other_subject")):
        return False
    said = (
        any(skeleton_of(word) in skeleton for word in words)
        for words in (("ช่องทาง",), ("ติดต่อ",), ("อิเล็กทรอนิกส์", "อีเมล", "e-mail"))
    )
    return sum(said) >= 2
