"""A row of the table of groups (decisions: Groups), and the facts that it is asked about."""

from typing import NamedTuple

from .text import Text


class Combination(NamedTuple):
    """One complete set of facts, as the table spells them."""

    upgraded: str
    notice: str
    posted: str
    address: str
    delivery: str


class TableRow(NamedTuple):
    """One row: the group, the values each condition allows, the published count, the keys of the steps.

    `shown` is how the published table writes its three conditions: notice and posting, address, delivery.
    """

    group: str
    allowed: tuple[frozenset[str], ...]
    published: int | None
    steps: tuple[str, ...]
    shown: tuple[Text, Text, Text]

    def matches(self, facts: Combination) -> bool:
        return all(fact in allowed for fact, allowed in zip(facts, self.allowed, strict=True))
