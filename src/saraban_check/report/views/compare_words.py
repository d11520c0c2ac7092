"""The words in which every report tells what changed between two rounds."""

from collections.abc import Iterator

from ...comparison.match import MatchedBy, WhyNot
from ...comparison.moves import Change, Comparison, Entry
from ...comparison.standing import Standing
from ...model.text import Text
from ..document import Tone
from .compare_facts import lookalikes_text
from .group_words import group_text

TITLE = Text("เปรียบเทียบผลการจำแนกกลุ่ม อปท. สองรอบ", "Two rounds of the list compared")
TITLE_OF_MORE = Text("เปรียบเทียบผลการจำแนกกลุ่ม อปท. {count} รอบ", "{count} rounds of the list compared")
FIRST_AND_LAST = Text(
    "สิ่งที่เปลี่ยนแปลง: รอบแรก ({old}) เทียบกับรอบล่าสุด ({new})",
    "What changed: the first round ({old}) against the last ({new})",
)
OLD = Text("รอบก่อน", "Old")
NEW = Text("รอบนี้", "New")
CHANGES = {
    Change.WORSENED: Text("แย่ลง", "worsened"),
    Change.IMPROVED: Text("ดีขึ้น", "improved"),
    Change.UNCLEAR: Text("เปลี่ยนแปลงแต่ยังบอกไม่ได้ว่าดีขึ้นหรือแย่ลง", "changed, neither better nor worse"),
    Change.UNCHANGED: Text("กลุ่มเดิม", "same group"),
    Change.NEW: Text("เพิ่มใหม่", "new"),
    Change.GONE: Text("ไม่มีในรอบนี้", "gone"),
    Change.UNMATCHED: Text("จับคู่ไม่ได้", "not matched"),
}
TONES = {
    Change.WORSENED: Tone.BAD,
    Change.IMPROVED: Tone.GOOD,
    Change.UNCLEAR: Tone.DOUBT,
    Change.UNMATCHED: Tone.DOUBT,
    Change.NEW: Tone.INFO,
    Change.GONE: Tone.QUIET,
}
"""What each change means; that nothing changed means nothing."""
ADDRESS_CHANGED = Text("เปลี่ยนที่อยู่อีเมล", "address changed")
ONLY_ADDRESS_CHANGED = Text("เปลี่ยนที่อยู่อีเมลโดยกลุ่มเดิม", "address changed, same group")
NO_ADDRESS = Text("(ไม่มีที่อยู่)", "(no address)")
UNREADABLE = Text("(อ่านไม่ได้)", "(unreadable)")
NOTHING = Text("ไม่มีหน่วยงานใดเปลี่ยนแปลง", "No agency changed")
MATRIX = Text("การย้ายกลุ่ม", "Moves between groups")
MATRIX_NOTE = Text("แถวคือกลุ่มในรอบก่อน คอลัมน์คือกลุ่มในรอบนี้", "rows: the old group; columns: the new group")
NO_TEXT = Text("", "")
YES = Text("ใช่", "yes")
PROVINCES = Text("รายจังหวัด", "By province")
_ROW = Text("แถว {row}", "row {row}")
GROUP = Text("กลุ่ม", "Group")
AGENCY = Text("หน่วยงาน", "Agency")
WHERE = Text("แถว", "Row")
ADDRESS = Text("ที่อยู่อีเมล", "Address")
REMARK = Text("หมายเหตุ", "Remark")
MOVED = Text("ข้อเท็จจริงที่เปลี่ยน", "What changed")
DATA_DAY = Text("ข้อมูล ณ วันที่", "Data as of")
NOT_KNOWN = Text("ไม่ทราบ", "not known")
COUNT = Text("จำนวน (แห่ง)", "Agencies")
ROUND = Text("รอบ", "Round")
FILE = Text("ไฟล์", "File")
WHAT = Text("ผลการเปรียบเทียบ", "Change")
SHARE = Text("ร้อยละของกลุ่ม A", "Share of A")
IN_A = Text("กลุ่ม A", "In A")
TOTAL = Text("รวม", "Total")
BY = {
    MatchedBy.CODE: Text("รหัส", "code"),
    MatchedBy.NAME: Text("ประเภท ชื่อ จังหวัด", "kind, name, province"),
    MatchedBy.DISTRICT: Text("ประเภท ชื่อ จังหวัด อำเภอ", "kind, name, province, district"),
}
WHY_NOT = {
    WhyNot.CODE_TWICE: Text(
        "รหัสนี้อยู่ในหลายแถวของรอบเดียวกัน จึงไม่รู้ว่าแถวใดคือหน่วยงานใด",
        "the code stands in several rows of one round, so that no row can be told from the others",
    ),
    WhyNot.SEVERAL: Text(
        "ไม่มีรหัสให้เทียบ และประเภท ชื่อ จังหวัด (และอำเภอ) ตรงกับได้มากกว่าหนึ่งแถว",
        "there is no code to go by, and kind, name, province (and district) fit more than one row",
    ),
    WhyNot.INCOMPLETE: Text(
        "อีกรอบมีชื่อเดียวกันที่อาจเป็นหน่วยงานนี้ แต่ไม่ทราบประเภทหรือจังหวัดของแถวใดแถวหนึ่ง จึงยืนยันไม่ได้",
        "the other round has the name, but a kind or province is missing, so this may or may not be the same agency",
    ),
    WhyNot.NO_IDENTITY: Text(
        "ไม่มีรหัส และไม่มีชื่อพร้อมจังหวัด จึงไม่รู้ว่าเป็นหน่วยงานใด",
        "neither a code, nor a name with its province, says which agency this is",
    ),
    WhyNot.NOTHING_SHARED: Text(
        "อีกรอบไม่มีทั้งรหัสและชื่อพร้อมจังหวัดที่จะเทียบกับแถวนี้ได้",
        "the other round holds neither codes nor names with provinces that this row could be compared by",
    ),
}
_BECAME = Text(
    "อาจเป็นหน่วยงานเดียวกับ {name} (แถว {row} ของรอบนี้) หากยกฐานะแล้ว",
    "maybe the same agency as {name} (row {row} of the new round), if it was upgraded",
)
_WAS = Text(
    "อาจเป็นหน่วยงานเดียวกับ {name} (แถว {row} ของรอบก่อน) หากยกฐานะแล้ว",
    "maybe the same agency as {name} (row {row} of the old round), if it was upgraded",
)


def province_text(standing: Standing) -> Text:
    return standing.province.name if standing.province else NO_TEXT


def agency_text(standing: Standing) -> Text:
    """Name and province; the code where there is no name."""
    name = standing.name or standing.code or "–"
    return Text(*(" ".join(part for part in (name, province) if part) for province in province_text(standing)))


def row_text(entry: Entry) -> Text:
    """Where the agency stands: `row 12 → 14`; where only one round holds it, in which."""
    if entry.old is not None and entry.new is not None:
        rows = dict.fromkeys((entry.old.row, entry.new.row))
        return _ROW.fill(row=" → ".join(map(str, rows)))
    which = OLD if entry.old is not None else NEW
    return Text(*(f"{round_} {row}" for round_, row in zip(which, _ROW.fill(row=entry.latest.row), strict=True)))


def group_move(entry: Entry) -> Text:
    """`B1 → A1`; one name alone where nothing moved."""
    return _moved(*(group_text(one.group) for one in (entry.old, entry.new) if one))


def address_move(entry: Entry) -> Text:
    """The old address → the new one; one alone where they are the same. What only looks the same is in brackets."""
    if (marked := entry.lookalikes) is not None:
        return _moved(*(Text(one.text, one.text) for one in marked))
    return _moved(*(_address_text(one) for one in (entry.old, entry.new) if one))


def _moved(*texts: Text) -> Text:
    return Text(*(" → ".join(dict.fromkeys(said)) for said in zip(*texts, strict=True)))


def _address_text(standing: Standing) -> Text:
    """The address, or why there is none to show."""
    if standing.address is None:
        return UNREADABLE
    return Text(standing.address, standing.address) if standing.address else NO_ADDRESS


def remark(entry: Entry) -> Text | None:
    """Why a row was not matched, which agency it may have become, or which characters only look the same."""
    if entry.why_not is not None:
        return WHY_NOT[entry.why_not]
    if entry.upgrade is not None:
        words = _BECAME if entry.old is not None else _WAS
        return words.fill(name=entry.upgrade.name, row=entry.upgrade.row)
    return lookalikes_text(entry)


def listed(comparison: Comparison) -> Iterator[tuple[Text, list[Entry]]]:
    """The lists of a report, each with its title, what needs a look first; those that hold nothing are left out."""
    lists = [(CHANGES[change], comparison.of(change)) for change in (Change.WORSENED, Change.IMPROVED, Change.UNCLEAR)]
    same = [entry for entry in comparison.address_changed if entry.change is Change.UNCHANGED]
    lists.append((ONLY_ADDRESS_CHANGED, same))
    lists += [(CHANGES[change], comparison.of(change)) for change in (Change.NEW, Change.GONE, Change.UNMATCHED)]
    return ((title, entries) for title, entries in lists if entries)
