"""A comparison narrowed to one province (decisions: Rounds).

The whole rounds are matched first, so that an agency that moved to another province is not gone. Of its entries those
stay whose latest province is the one; the figures of each round are those of the agencies that it has there.
"""

from dataclasses import replace

from ..model.errors import InputError
from ..model.record import Province
from ..model.text import Text
from .moves import Comparison
from .standing import Round

_NOBODY = Text(
    "ไม่มีหน่วยงานใดในจังหวัดที่ระบุ ({name}) ในทุกรอบที่เทียบ",
    "no agency of the province asked for ({name}) in any of the rounds",
)


def round_in(one: Round, province: Province | None) -> Round:
    """A round with the agencies of one province only; all of it where none is asked for."""
    if province is None:
        return one
    inside = tuple(standing for standing in one.standings if standing.province == province)
    return one._replace(standings=inside, set_aside=(), set_aside_count=0)


def narrowed(whole: Comparison, province: Province | None) -> Comparison:
    """What of a comparison is of one province; its `between` are of that province already.

    Raises InputError where no round has an agency there.
    """
    if province is None:
        return whole
    entries = tuple(entry for entry in whole.entries if entry.latest.province == province)
    old, new = round_in(whole.old, province), round_in(whole.new, province)
    found = replace(whole, old=old, new=new, entries=entries, province=province)
    if not any(one.in_a.total for one in found.rounds):
        raise InputError(_NOBODY, name=province.name)
    return found
