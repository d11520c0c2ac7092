"""Whether a position is that of the agency's head, or of somebody who acts for the head (section 20 of the act)."""

from collections.abc import Iterator
from functools import cache

from ..model.lazy_pattern import lazy_pattern
from ..reference.agency_heads import agency_sorts, is_campus, sort_of
from ..reference.kinds import kind_of_name, without_prefix
from .skeleton import folded_words, skeleton_of

_BELOW = tuple(map(skeleton_of, ("รอง", "ผู้ช่วย", "เลขานุการ", "ที่ปรึกษา", "สำนักงาน", "สำนัก")))
"""What makes another position of a head's: รองนายก…, เลขานุการนายก…"""
_MAYOR = lazy_pattern("นาย(?:ก(?=องค|เทศ|เมอง|อบ|ท[ตมน])|องคการ|เทศมนตร)")
"""The head of a local agency, also where one letter is lost; of which agency is asked elsewhere."""
_ACTS = lazy_pattern(
    r"(?:ปฏิบัติหน้าที่|ปฏิบัติราชการ|รักษาราชการ|รักษาการ|ปฏิบัติการ(?=แทน)|ทำการ(?=แทน)|ลงนาม(?=แทน))(?:แทน|ในตำแหน่ง|ใน)?"
    r"|(?<![ก-๙])(?:รรท|รรก|ปรท|รก|ปร)\s?\.\s?(?:แทน)?|(?<![ก-๙])แทน(?=\s|$)"
)
"""Acting for somebody, in full or short (รรท., ปรท.)."""
_DEPUTY = skeleton_of("รอง")
_STAFF = tuple(map(skeleton_of, ("ผู้ช่วย", "เจ้าพนักงาน", "เจ้าหน้าที่", "พนักงาน", "นัก", "เลขานุการ", "หัวหน้าฝ่าย", "หัวหน้างาน")))
_LEVELS = tuple(
    map(skeleton_of, ("ปฏิบัติการ", "ปฏิบัติงาน", "ชำนาญการ", "ชำนาญการพิเศษ", "ชำนาญงาน", "เชี่ยวชาญ", "ทรงคุณวุฒิ", "อาวุโส"))
)
"""Grades of the civil service, which stand at the end of a position (พ.ร.บ. ระเบียบข้าราชการพลเรือน พ.ศ. 2551)."""
_SUPERIORS = tuple(map(skeleton_of, ("ผู้ว่าราชการ", "อธิบดี", "อธิการบดี", "นายก", "นายอำเภอ", "ปลัดกระทรวง", "รัฐมนตรี")))
_ABBREVIATED = lazy_pattern(r"(?:[ก-ฮ]\.\s?){2,}")
"""An office by its letters: ก.พ.ร."""
_SHORT = 4
"""Letters of a title that others have in other agencies: ปลัดกระทรวง is a head, ปลัดอำเภอ is none."""


def signs_for_head(position: str, agency: str) -> bool | None:
    """Whether a position is the head's of an agency or acts for the head; None where that cannot be told."""
    sort = sort_of(_full_name(agency))
    if sort is None:
        return None
    signs_for = acts_for(position)
    if is_head(position, agency) or is_head(signs_for, agency):
        return True
    said = skeleton_of(signs_for)
    if not said or (signs_for != position and not said.startswith((_DEPUTY, *folded_words("position")))):
        return None  # for whom, is cut off, or in letters that are not known
    is_staff = said.startswith((_DEPUTY, *_STAFF))
    if not _is_local(agency) and (said.startswith(_SUPERIORS) or (_ABBREVIATED.search(signs_for) and not is_staff)):
        return None  # ผู้ว่าราชการจังหวัด may sign for a unit of the province, and ก.พ.ร. be this agency
    is_deputy = said.startswith(_DEPUTY) and not is_campus(agency)
    if head_of(agency) is None and not (is_deputy or said.startswith(_STAFF) or said.endswith(_LEVELS)):
        return None  # such agencies are led by heads of many names
    return False


def acts_for(position: str) -> str:
    """For whom a position acts: what stands behind the last words for it; the position itself where there are none."""
    acts = list(_ACTS.finditer(position))
    return position[acts[-1].end() :].strip() if acts else position


def is_head(position: str, agency: str) -> bool:
    """Whether the head's position stands in it, whole or with its first words alone (อธิบดี)."""
    if begins_as_head(position, agency):
        return True
    said, full = _folded(position), _full_name(agency)
    own = _folded(full)  # ก.พ.ร. of สำนักงาน ก.พ.ร. is in รองเลขาธิการ ก.พ.ร.
    places = [place for head in set(_heads(full)) if not own.endswith(head) for place in _places(said, head)]
    if _is_local(agency):
        places += [found.start() for found in _MAYOR.finditer(said)]
    return any(not said[:place].endswith(_BELOW) for place in places)


def begins_as_head(text: str, agency: str) -> bool:
    """Whether a text begins with the head's position, or is its first words."""
    said = _folded(text)
    return len(said) > _SHORT and any(
        said.startswith(head) or head.startswith(said) for head in _heads(_full_name(agency))
    )


def has_grade(line: str) -> bool:
    """Whether a line ends with a grade of the civil service, written up to the words before it (…ชำนาญการ)."""
    last = skeleton_of(line.rpartition(" ")[2])
    return last.endswith(_LEVELS) and last not in _LEVELS


def is_grade(skeleton: str) -> bool:
    """Whether a word's skeleton is a grade of the civil service, on its own or at its end."""
    return skeleton.endswith(_LEVELS)


def head_of(agency: str) -> str | None:
    """The position of an agency's head; None where its sort has none that is known."""
    agency = _full_name(agency)
    sort = sort_of(agency)
    return None if sort is None else sort.head_of(agency) or None


@cache
def _full_name(agency: str) -> str:
    kind = kind_of_name(agency)
    if kind is None or kind.type_digits is None:
        return agency
    return kind.name.th if kind.only_code else kind.name.th + without_prefix(agency, kind)


def _heads(agency: str) -> Iterator[str]:
    """The heads' positions as skeletons: with the agency's name, with the word that it begins with, and any title that
    leads some agency before this one's name.
    """
    sort = sort_of(agency)
    if sort is None:
        return
    for head in (*sort.heads_of(agency), *sort.heads_of(sort.begins)):
        if len(head) > _SHORT:
            yield _folded(head)
    if not _is_local(agency):
        yield from (_folded(title + agency) for title in _titles())


def _places(text: str, word: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _is_local(agency: str) -> bool:
    return (kind := kind_of_name(agency)) is not None and kind.type_digits is not None


def _folded(text: str) -> str:
    """A skeleton; the governor of a การ… (ผู้ว่าการการไฟฟ้า…) is written with one การ as well."""
    return skeleton_of(text).replace("การการ", "การ")


@cache
def _titles() -> tuple[str, ...]:
    forms = (form for sort in agency_sorts() for form in (sort.head, *sort.also) if "{agency}" in form)
    return tuple({title for form in forms if len(title := form.partition("{agency}")[0]) > _SHORT})
