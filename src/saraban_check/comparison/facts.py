"""The four facts of an agency in a round, and which of them became better or worse (decisions: Rounds)."""

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from ..model.delivery import Delivery


class Fact(Enum):
    """What can be right or wrong of an agency, as the table of groups asks it."""

    ADDRESS = "address"
    DELIVERY = "delivery"
    NOTICE = "notice"
    POSTED = "posted"


class KnownFacts(NamedTuple):
    """Whether the address is correct, whether there is a notice, whether it is posted, what became of mail.

    None and `Delivery.UNKNOWN`: not known.
    """

    correct: bool | None = None
    notice: bool | None = None
    posted: bool | None = None
    delivery: Delivery = Delivery.UNKNOWN


NOTHING_KNOWN = KnownFacts()


@lru_cache(maxsize=256)
def known_facts(correct: bool | None, notice: bool | None, posted: bool | None, delivery: Delivery) -> KnownFacts:
    """Facts, each combination held once: a hundred thousand agencies have a hundred of them."""
    return KnownFacts(correct, notice, posted, delivery)


class FactMove(NamedTuple):
    """A fact that is not what it was; `step` is 1 where it became better, -1 where worse, 0 where neither.

    What was not known and now is, or the other way round, became neither: it may have been so all the time.
    """

    fact: Fact
    old: bool | Delivery | None
    new: bool | Delivery | None
    step: int


_RANK = {
    False: 0,
    True: 1,
    # the published table has B2 (full) above B3 (failed): a full mailbox is there, and can be emptied
    Delivery.FAILED: 0,
    Delivery.FULL: 1,
    Delivery.DELIVERED: 2,
}


@lru_cache(maxsize=4096)
def fact_moves(old: KnownFacts, new: KnownFacts) -> tuple[FactMove, ...]:
    """The facts that changed, in the order of `Fact`."""
    return tuple(_moves(old, new))


def _moves(old: KnownFacts, new: KnownFacts) -> Iterator[FactMove]:
    states: tuple[tuple[Fact, bool | Delivery | None, bool | Delivery | None], ...] = (
        (Fact.ADDRESS, old.correct, new.correct),
        (Fact.DELIVERY, old.delivery, new.delivery),
        (Fact.NOTICE, old.notice, new.notice),
        (Fact.POSTED, old.posted, new.posted),
    )
    for fact, was, now in states:
        if was is not now:
            yield FactMove(fact, was, now, _step(_RANK.get(was), _RANK.get(now)))


def _step(was: int | None, now: int | None) -> int:
    return 0 if was is None or now is None else (now > was) - (now < was)
