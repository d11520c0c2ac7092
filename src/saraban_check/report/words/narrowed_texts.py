"""What is said of a list that was narrowed to a part: which part all of it is of, and what is outside."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...checks.classification import Classification
from ...model.text import Text
from .standing_texts import standing_text

if TYPE_CHECKING:
    from ...comparison.moves import Comparison

_OUTSIDE = Text("อยู่นอก{what} {count} แห่ง (ไม่นับ){more}", "outside {what}: {count} (not counted){more}")
_UNPLACED = Text(" ในจำนวนนี้ไม่ทราบจังหวัด {count} แห่ง", "; of {count} the province is not known")
_ROWS = Text(" และแถวที่ไม่ใช่หน่วยงาน {count} แถว", "; and {count} rows that are no agencies")
_NOBODYS = Text(
    "ไม่รู้ว่าเป็นของหน่วยงานใดจึงไม่แสดงชื่อ: {what} (สั่งกับทั้งรายชื่อจะแสดง)",
    "not shown, as nobody knows whose they are: {what}; a run on the whole list names them",
)
_FILES = Text("ประกาศฯ {count} ไฟล์", "{count} files of notices")
_ADDRESSES = Text("ผลการส่งของที่อยู่นอกรายชื่อ {count} ที่อยู่", "delivery results of {count} addresses not in the list")
_NONE = Text("", "")
_TITLED = Text("{what} · {title}", "{what} · {title}")


def narrowed_to(result: "Classification | Comparison") -> Text | None:
    """`จังหวัดนครพนม`, for a heading; None for the whole list."""
    texts = result.narrowed
    return Text(" · ".join(text.th for text in texts), " · ".join(text.en for text in texts)) if texts else None


def beside_the_whole(result: Classification) -> Text | None:
    """How the part to which the list was narrowed stands beside the whole; None where that is not known."""
    return standing_text(result.narrowed[-1], result.standing) if result.narrowed and result.standing else None


def titled(title: Text, result: "Classification | Comparison") -> Text:
    """A title that says which part of the list it is of."""
    what = narrowed_to(result)
    return title if what is None else _TITLED.fill(title=title, what=what)


def left_out_notes(result: Classification) -> Iterator[Text]:
    """A sentence each on what is outside the part that the list was narrowed to, and what may be."""
    what, outside = narrowed_to(result), result.narrowing
    if what is None or outside is None:
        return
    more = _UNPLACED.fill(count=f"{outside.unplaced:,}") if outside.unplaced else _NONE
    rows = _ROWS.fill(count=f"{outside.set_aside:,}") if outside.set_aside else _NONE
    said = Text(more.th + rows.th, more.en + rows.en)
    yield _OUTSIDE.fill(what=what, count=f"{outside.left_out:,}", more=said)
    nobodys = [(_FILES, result.notices.nobodys if result.notices else 0), (_ADDRESSES, result.unlisted)]
    if told := [text.fill(count=f"{count:,}") for text, count in nobodys if count]:
        yield _NOBODYS.fill(what=Text(" · ".join(text.th for text in told), ", ".join(text.en for text in told)))
