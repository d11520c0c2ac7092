"""Which fact of an agency moved between two rounds, and which characters of its address only look the same."""

from ...address.faults import named
from ...comparison.facts import Fact, FactMove
from ...comparison.moves import Entry
from ...model.delivery import Delivery
from ...model.text import Text
from ..words.fact_texts import FACTS, UNKNOWN, VALUES

_MOVE = Text("{fact}: {old} → {new}", "{fact}: {old} → {new}")
_LOOKALIKES = Text(
    "ต่างกันเฉพาะอักขระในวงเล็บ [ ] ซึ่งหน้าตาเหมือนกัน: {old} → {new}",
    "only the characters in [ ] differ, which look the same: {old} → {new}",
)


def moved_text(entry: Entry) -> Text:
    """`ที่อยู่อีเมล: ไม่ถูกต้อง → ถูกต้อง`, each fact that moved behind the other; blank where none did."""
    moves = [_move_text(move) for move in entry.moved]
    return Text("; ".join(move.th for move in moves), "; ".join(move.en for move in moves))


def _move_text(move: FactMove) -> Text:
    return _MOVE.fill(fact=FACTS[move.fact.value], old=_value(move.fact, move.old), new=_value(move.fact, move.new))


def _value(fact: Fact, value: bool | Delivery | None) -> Text:
    if isinstance(value, Delivery):
        return UNKNOWN if value is Delivery.UNKNOWN else VALUES[fact.value, value.value]
    if value is None:
        return UNKNOWN
    yes, no = ("correct", "incorrect") if fact is Fact.ADDRESS else ("yes", "no")
    return VALUES[fact.value, yes if value else no]


def lookalikes_text(entry: Entry) -> Text | None:
    """Which characters are others and look the same, by their numbers; None where the addresses differ otherwise."""
    if (marked := entry.lookalikes) is None:
        return None
    old, new = (named(dict.fromkeys("".join(one.characters))) for one in marked)
    return _LOOKALIKES.fill(old=old, new=new)
