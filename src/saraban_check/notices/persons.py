"""Personal names stay out of everything that is kept of a notice: a piece of it ends where one may begin."""

import re

from ..model.lazy_pattern import lazy_pattern

_NO_POSITION = "(?!ใหญ่|สาธารณสุข|ชำนาญ|เชี่ยวชาญ|ทรงคุณวุฒิ|ปฏิบัติ|หัวหน้า|รม|\\s|$)"
"""Behind the word of a profession that is a title before names: there it would be a position."""
_TITLES = (
    r"นาย(?!ก(?:องค์|เทศ|เมือง|\s?อบ|\s?ท[ตมน]|สภา|รัฐ)|องค์|เทศ|อำเภอ|แพทย์|ทะเบียน|ด่าน|สถานี|ช่าง)|นางสาว|นาง(?=\s|[ก-ฮ])"
    rf"|(?:นายแพทย์|แพทย์หญิง|ทันตแพทย์(?:หญิง)?|เภสัชกร(?:หญิง)?){_NO_POSITION}"
    r"|(?:ผู้ช่วย|รอง)?ศาสตราจารย์|(?:ผศ|รศ|ศ)\.|หม่อม(?:หลวง|ราชวงศ์)|ม\.[ลร]\.|พระ(?:ครู|มหา|อธิการ)"
    r"|น\.\s?ส\.|คุณ\s|ว่าที่\s?(?:ร|พ)|ดร\."
    r"|(?:พล|พัน|ร้อย|เรือ|นาวา|พันจ่า|จ่าสิบ|จ่า|สิบ)(?:ตำรวจ|เรือ|อากาศ)?(?:เอก|โท|ตรี|จัตวา)|ดาบตำรวจ"
    r"|(?:พล|พ|ร|จ|ส|ด)\.(?:ต\.)?(?:อ|ท|ต|ส)\.|Mr\.|Mrs\.|Ms\.|Miss\s"
)
_PERSON = lazy_pattern(rf"(?<=[\s,:/])(?:{_TITLES})")
_UNNAMED = lazy_pattern(
    rf"\s*+(?:(?:ระบุ|ใส่|กรอก|เติม)?\s?ชื่?อ(?!่).*|(?:ว่าที่|{_TITLES}|นาง(?=[/.…_])|[/\s])*+[\s.…_–-]*+)", re.DOTALL
)
"""A word for the name, or a title before dots: where a name is to be filled in."""
_ASIDE = lazy_pattern(r"\t|[(（]")


def names_a_person(text: str) -> bool:
    """Whether a title (นาย, นางสาว, a rank) stands in a text, as before a person's name."""
    return _PERSON.search(" " + text) is not None


def is_unnamed(text: str) -> bool:
    """Whether what stands in a name's place is none: (ชื่อผู้ลงนาม), (นาย……………), nothing."""
    return _UNNAMED.fullmatch(text) is not None


def without_person(text: str) -> str:
    """A text up to where a person may be named."""
    found = _PERSON.search(" " + text)
    return text if found is None else text[: max(0, found.start() - 1)].rstrip(" ,:/(")


def position_alone(line: str) -> str:
    """A line of a signature block up to its next column, a bracket, or a person."""
    line = line.strip()
    aside = _ASIDE.search(line)
    return without_person(line if aside is None else line[: aside.start()]).strip()
