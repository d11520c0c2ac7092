"""Personal names stay out of everything that is kept of a notice: a piece of it ends where one may begin."""

import re

_TITLES = (
    r"นาย(?!ก(?:องค์|เทศ|เมือง|\s?อบ|\s?ท[ตมน]|สภา|รัฐ)|องค์|เทศ|อำเภอ|แพทย์|ทะเบียน|ด่าน|สถานี|ช่าง)|นางสาว|นาง(?=\s|[ก-ฮ])"
    r"|น\.\s?ส\.|คุณ\s|ว่าที่\s?(?:ร|พ)|ดร\."
    r"|(?:พล|พัน|ร้อย|จ่า|สิบ)(?:ตำรวจ)?(?:เอก|โท|ตรี)|(?:พล|พ|ร|จ|ส|ด)\.(?:ต\.)?(?:อ|ท|ต|ส)\.|Mr\.|Mrs\.|Ms\.|Miss\s"
)
_PERSON = re.compile(rf"(?<=[\s,:/])(?:{_TITLES})")
_ASIDE = re.compile(r"\t|[(（]")


def names_a_person(text: str) -> bool:
    """Whether a title (นาย, นางสาว, a rank) stands in a text, as before a person's name."""
    return _PERSON.search(" " + text) is not None


def without_person(text: str) -> str:
    """A text up to where a person may be named."""
    found = _PERSON.search(" " + text)
    return text if found is None else text[: max(0, found.start() - 1)].rstrip(" ,:/(")


def position_alone(line: str) -> str:
    """A line of a signature block up to its next column, a bracket, or a person."""
    line = line.strip()
    aside = _ASIDE.search(line)
    return without_person(line if aside is None else line[: aside.start()]).strip()
