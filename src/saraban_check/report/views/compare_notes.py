"""What a reader of a comparison must know of its two rounds, said in every report that people read."""

from collections.abc import Iterator

from ...comparison.moves import Comparison
from ...comparison.series import days_out_of_order, days_shared
from ...comparison.standing import Round
from ...model.policy import PUBLISHED
from ...model.text import Text
from ..words.policy_notes import domain_list, domain_notes
from ..words.round_name import round_name
from ..words.set_aside_texts import set_aside_notes
from .compare_words import NEW, OLD

_OTHER_RULESET = Text(
    "สองรอบใช้ตารางกลุ่มต่างฉบับ: รอบก่อน {old} รอบนี้ {new} กลุ่มที่เปลี่ยนอาจมาจากตาราง",
    "the rounds rest on tables of different dates: {old} and {new}; a move may come from the table",
)
_OTHER_GROUPS = Text(
    "สองรอบใช้ตารางที่มีกลุ่มไม่เหมือนกัน กลุ่มที่ไม่มีในทั้งสองตารางจึงบอกไม่ได้ว่าดีขึ้นหรือแย่ลง",
    "the rounds' tables name different groups; a move from or to one that is not in both is neither better nor worse",
)
_OTHER_ASSUMPTION = Text(
    "สองรอบสมมติสถานะการส่งที่ไม่ทราบต่างกัน: รอบก่อน {old} รอบนี้ {new}",
    "the rounds assume different things of unknown delivery: {old} and {new}",
)
_NOTHING_ASSUMED = Text("ไม่สมมติ", "nothing")
_OTHER_TABLE = Text(
    "{own}ใช้ตารางกลุ่มที่กำหนดเอง อีกรอบใช้ตารางที่ประกาศ กลุ่มที่เปลี่ยนอาจมาจากตาราง",
    "{own}: judged by a group table of the team's own, the other round by the published one; a move may come from it",
)
_OWN_TABLES = Text(
    "ทั้งสองรอบใช้ตารางกลุ่มที่กำหนดเอง ซึ่งอาจไม่ใช่ตารางเดียวกัน กลุ่มที่เปลี่ยนอาจมาจากตาราง",
    "both rounds were judged by a group table of the team's own, maybe not the same; a move may come from it",
)
_OTHER_DOMAINS = Text(
    "สองรอบใช้โดเมนที่เพิ่มในการตั้งค่าต่างกัน กลุ่มที่เปลี่ยนอาจมาจากการตั้งค่า: รอบก่อน {old} รอบนี้ {new}",
    "the rounds were judged with different domains of the settings, a move may come from them: old {old}; new {new}",
)
_DAYS = Text(
    "ลำดับของรอบไม่ตรงกับวันที่ของข้อมูล: {old} มาก่อน {new} แสดงตามลำดับที่ระบุ",
    "the order of the rounds is not that of their days: {old} stands before {new}; shown in the order given",
)
_ONE_DAY = Text("ข้อมูลของ {rounds} เป็นวันเดียวกัน", "the data of {rounds} are of the same day")
_TWICE = Text("{old} กับ {new} เป็นไฟล์เดียวกัน ระบุซ้ำ", "{old} and {new} are one file, given twice")
_NUMBERED = Text("รอบที่ {number} ({name})", "round {number} ({name})")
_OF_ROUND = Text("{round}: {note}", "{round}: {note}")
_MOVED = Text(
    "จังหวัดของบางแห่งต่างกันในสองรอบ: รอบก่อนไม่ได้อยู่จังหวัดนี้ {moved_in} แห่ง "
    "รอบนี้ไม่ได้อยู่แล้ว {moved_out} แห่ง จำนวนของรอบก่อนจึงต่างจากตารางการย้ายกลุ่ม",
    "agencies of another province in one of the rounds: {moved_in} in the old, {moved_out} in the new; "
    "so the old round's figures differ from the moves between groups",
)
_MOST_DOMAINS = 10
"""Of each sort: an earlier result may hold any number, a cell and a page may not."""
_NO_DOMAINS = Text("ไม่เพิ่ม", "none")


def comparison_notes(comparison: Comparison) -> Iterator[Text]:
    """A sentence each: rows that are no agencies, domains that the settings add, and what makes the two rounds less
    than comparable.
    """
    old, new = comparison.old, comparison.new
    if comparison.province is not None and (comparison.moved_in or comparison.moved_out):
        yield _MOVED.fill(moved_in=f"{comparison.moved_in:,}", moved_out=f"{comparison.moved_out:,}")
    yield from _order(comparison)
    for which, one in ((OLD, old), (NEW, new)):
        for note in set_aside_notes(one):
            yield _OF_ROUND.fill(round=which, note=note)
    if old.ruleset != new.ruleset:
        yield _OTHER_RULESET.fill(old=old.ruleset, new=new.ruleset)
    if old.order != new.order:
        yield _OTHER_GROUPS
    yield from _tables(old, new)
    if old.domains == new.domains:
        yield from domain_notes(new.domains, _MOST_DOMAINS)
    else:
        yield _OTHER_DOMAINS.fill(old=_added(old), new=_added(new))
    if old.assume != new.assume:
        yield _OTHER_ASSUMPTION.fill(old=_assumed(old), new=_assumed(new))


def _order(comparison: Comparison) -> Iterator[Text]:
    """Nothing is put in another order than that given: what speaks against it is said."""
    rounds = comparison.rounds
    names = [_NUMBERED.fill(number=number, name=round_name(one.head)) for number, one in enumerate(rounds, start=1)]
    for at, after in days_out_of_order(rounds):
        yield _DAYS.fill(old=names[at], new=names[after])
    for at, after in comparison.repeated:
        yield _TWICE.fill(old=names[at], new=names[after])
    for places in days_shared(rounds).values():
        if not {(places[0], at) for at in places[1:]} <= set(comparison.repeated):
            yield _ONE_DAY.fill(
                rounds=Text(*(", ".join(names[at].say(lang) for at in places) for lang in ("th", "en")))
            )


def _assumed(one: Round) -> Text:
    return Text(one.assume, one.assume) if one.assume else _NOTHING_ASSUMED


def _tables(old: Round, new: Round) -> Iterator[Text]:
    """Two lists are judged by the same table; of an earlier result it is only known that its table was its own."""
    if old.own_table != new.own_table:
        yield _OTHER_TABLE.fill(own=OLD if old.own_table else NEW)
    elif old.own_table and (old.saved_from is not None or new.saved_from is not None):
        yield _OWN_TABLES


def _added(one: Round) -> Text:
    return domain_list(one.domains, _MOST_DOMAINS) if one.domains != PUBLISHED else _NO_DOMAINS
