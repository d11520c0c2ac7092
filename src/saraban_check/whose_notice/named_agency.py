"""What a file's name and a notice's title say of whose the notice is: codes, and names with their places."""

import re
from collections.abc import Iterator

from ..intake.cells import read_code
from ..model.lazy_pattern import lazy_pattern
from ..model.notice import Notice, Stated
from ..reference.places import find_province

_CODE = lazy_pattern(r"(?<![0-9])0?[2-6][0-9]{6}(?![0-9])")
_NOT_THE_NAME = lazy_pattern(
    r"ประกาศฯ?|(?:มาตรา|ม\.?)\s?(?:10|๑๐)|ช่องทาง\S*|อิเล็กทรอนิกส์|สแกน|scan(?:ned)?|notice|(?:19|20|25)[0-9]{2}|info\.go\.th"
    r"|[0-9]+|final|copy|สำเนา|ฉบับ\S*|ลงนาม\S*|แก้ไข\S*|(?<![ก-๙])ใหม่$",
    re.IGNORECASE,
)
_JOINTS = lazy_pattern(r"[\s_–—,()\[\]+~#-]+")
_KIND_AT = lazy_pattern(  # at the beginning of a word: รอบตลาด is no อบต.
    r"(?:(?<![ก-๙])|(?<=ของ))"
    r"(?:องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:นคร|เมือง|ตำบล)|อบ[ตจ]\.?|ท[นมต]\.|เมืองพัทยา|กรุงเทพมหานคร|กรม|กระทรวง"
    r"|สำนักงาน|มหาวิทยาลัย|โรงพยาบาล|โรงเรียน|วิทยาลัย|คณะ|สถาบัน|(?<!\S )(?:จังหวัด|(?:ที่ว่าการ)?อำเภอ))"
)
_PLACE = lazy_pattern(r"(?:^|(?<=[\s(]))(?:(?:กิ่ง)?อำเภอ|อ\.|จังหวัด|จ\.)")
_SUBJECT = lazy_pattern(r"(?:^|\s)เรื่อง")
_TITLE_LINES = 4


def codes_in(stem: str) -> list[str]:
    """The possible 8-digit codes in a file's name, a lost zero restored; each once."""
    read = (read_code(match[0]).value for match in _CODE.finditer(stem))
    return list(dict.fromkeys(code for code in read if code is not None))


def names_in(stem: str) -> Iterator[str]:
    """What may be an agency's name in a file's name: from the word of a kind on, else all that is left of it."""
    text = " ".join(_JOINTS.sub(" ", _NOT_THE_NAME.sub(" ", stem)).split())
    kind = _KIND_AT.search(text)
    if kind is None:
        if re.search("[ก-๙]", text):
            yield text
        return
    words = text[kind.end() :].split()
    if words:
        yield f"{kind[0]}{' '.join(words)}"
        if not any(_PLACE.match(word) or find_province(word) for word in words[1:]):
            yield f"{kind[0]}{words[0]}"


def title_of(notice: Notice, issuer: Stated) -> str:
    """The agency of the title with the district and province behind its name, of which the notice keeps nothing."""
    last = issuer.line - 1 + _TITLE_LINES
    lines = notice.document.text.split("\n", last)[issuer.line - 1 : last]
    title = " ".join(" ".join(lines).split())
    subject = _SUBJECT.search(title)
    title = title if subject is None else title[: subject.start()]
    place = _PLACE.search(title)
    said = "" if place is None else title[place.start() :].rstrip(" )")
    return issuer.text if not said or said in issuer.text else f"{issuer.text} {said}"
