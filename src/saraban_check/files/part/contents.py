"""What the sheets of a part are made of, beside what every workbook has."""

from ...checks.classification import Classification
from ...model.record import Province
from ...model.text import Lang, Text
from ...report.our_cells import UNKNOWN_PROVINCE
from ...report.words.standing_texts import PARTS, PROVINCE_NAME, PROVINCES
from ..workbook.contents import Contents

LETTER = Text("หนังสือแจ้ง", "Letter")
TASKS = Text("สิ่งที่ต้องทำ", "What to do")
TICKED, NOT_TICKED = "☑", "☐"
_LONGEST_LIST = 255
"""Of the names that a cell offers: more cannot stand in a rule itself."""
_AGENCIES = Text("หน่วยงานตามรายชื่อแนบ", "The agencies of this list")


class PartContents(Contents):
    """The part as its sheets show it: what it is called, its province where it is one, and what it stands beside."""

    def __init__(self, result: Classification, lang: Lang) -> None:
        super().__init__(result, lang)
        self.part = _name_of(result)
        self.province = _province_of(result, self.part)
        self.beside = (PROVINCES,) if self.province or self.part == UNKNOWN_PROVINCE else (PARTS, _whole(result))

    @property
    def offered_groups(self) -> str | list[str]:
        """No sheet of this book has the groups, so they stand in the rule; none where they are too long for it."""
        names = self.outcomes
        fits = not any("," in name for name in names) and len(",".join(names)) <= _LONGEST_LIST
        return names if fits else []


def _province_of(result: Classification, name: Text) -> Province | None:
    """The province that the part is; None where it is part of one, or something else."""
    provinces = {agency.record.province for agency in result.agencies}
    if len(provinces) != 1:
        return None
    (only,) = provinces
    return only if only is not None and only.name.th in name.th else None


def _whole(result: Classification) -> Text | None:
    """What the part was taken from, where that was a part itself."""
    return result.narrowed[-2] if len(result.narrowed) > 1 else None


def _name_of(result: Classification) -> Text:
    """What the list was split or narrowed to; else the province that all agencies are in."""
    if result.narrowed:
        return result.narrowed[-1]
    provinces = {agency.record.province for agency in result.agencies}
    if len(provinces) != 1:
        return _AGENCIES
    (only,) = provinces
    return UNKNOWN_PROVINCE if only is None else PROVINCE_NAME.fill(name=only.name)
