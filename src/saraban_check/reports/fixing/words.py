"""The words in which changes are told, and texts of which every letter can be seen."""

import re
import unicodedata
from typing import NamedTuple

from ...checks.classification import Classification
from ...fixing.changes import CellChange, FixPlan, NotChanged, Obstacle
from ...model.text import Lang, Text
from ..escape import for_terminal
from ..places import letters_of

OBSTACLES = {
    Obstacle.DAMAGED: Text("จำนวนเซลล์ในแถวไม่ตรง", "wrong number of cells in the row"),
    Obstacle.UNREADABLE: Text("ค่าผิดพลาดหรือสูตรไม่มีผลลัพธ์", "error value or formula without a result"),
    Obstacle.FORMULA: Text("เป็นสูตร", "formula"),
    Obstacle.MERGED: Text("เซลล์ผสาน", "merged cell"),
    Obstacle.SPECIAL: Text("ข้อมูลพิเศษของ Excel", "linked data"),
    Obstacle.SEVERAL: Text("หลายที่อยู่ในเซลล์เดียว", "several addresses in a cell"),
    Obstacle.OTHER_TEXT: Text("มีข้อความอื่นในเซลล์", "other text in the cell"),
    Obstacle.NO_ADDRESS: Text("ไม่เป็นที่อยู่อีเมล", "no address"),
    Obstacle.BLANK: Text("ไม่มีที่อยู่", "no address stated"),
    Obstacle.AMBIGUOUS: Text("แนะนำมากกว่าหนึ่งที่อยู่", "several suggestions"),
    Obstacle.NEAR: Text("ชื่อเพียงใกล้เคียงกับในทะเบียน", "name only near one of the registry"),
    Obstacle.TAKEN: Text("ที่อยู่ที่แนะนำซ้ำกับแถวอื่น", "suggestion stands in another row"),
    Obstacle.LINK: Text("ลิงก์ยังชี้ไปที่เดิม", "link leads elsewhere"),
}
"""Each obstacle in a few words, for counting."""
_ROW = Text("แถว {row}", "row {row}")
_WHOLE_ROW = Text("ทั้งแถว", "the whole row")
_EMPTY = Text("(ว่าง)", "(blank)")
_MORE = Text("… (อีก {count} ตัวอักษร)", "… ({count} more characters)")
_SPACES = re.compile(r"^ +| +$| {2,}")
_LONGEST = 400


class FixReport(NamedTuple):
    """What was planned for a list, ready to be shown. `file` and `target` are the files as they were named, `target`
    None where nothing is written."""

    plan: FixPlan
    result: Classification
    file: str
    target: str | None
    lang: Lang


def cell_name(result: Classification, found: CellChange | NotChanged) -> str | None:
    """The cell as Excel names it; None for a text file, which has no letters, and for a whole row."""
    if result.source.sheet is None or found.column is None:
        return None
    return f"{letters_of(found.column)}{found.row}"


def heading(result: Classification, found: CellChange | NotChanged) -> str | None:
    """The heading of the cell's column, as it stands; None for a whole row."""
    return None if found.column is None else result.source.header.names[found.column]


def place_text(result: Classification, found: CellChange | NotChanged, lang: Lang) -> str:
    """`แถว 12 · อีเมลกลาง (F12)`, and the agency's name."""
    named = heading(result, found)
    column = _WHOLE_ROW.say(lang) if named is None else " ".join(named.split())
    cell = cell_name(result, found)
    agency = " ".join(result.by_row[found.row].record.name.split())
    parts = (_ROW.say(lang, row=found.row), f"{column} ({cell})" if cell else column, agency)
    return for_terminal(" · ".join(part for part in parts if part))


def visible(text: str, lang: Lang) -> str:
    """A text of which every letter can be seen: invisible ones by their number, spaces at the ends and doubled ones
    as `␠`. A very long text is cut, and says by how much."""
    if not text:
        return _EMPTY.say(lang)
    shown = _SPACES.sub(lambda found: "␠" * len(found[0]), text[:_LONGEST])
    more = _MORE.say(lang, count=f"{len(text) - _LONGEST:,}") if len(text) > _LONGEST else ""
    return for_terminal("".join(map(_picture, shown))) + more


def _picture(char: str) -> str:
    hidden = char != " " and unicodedata.category(char) in ("Cf", "Co", "Cn", "Zs", "Zl", "Zp")
    return f"<U+{ord(char):04X}>" if hidden else char
