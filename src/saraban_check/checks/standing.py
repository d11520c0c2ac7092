"""How a part of a list stands beside the whole: its share in group A, and its rank among the parts."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

UNKNOWN_PART = ""
"""The key of the agencies of which nobody knows the part: they are counted in the whole, and stand in no rank."""


class Tally(NamedTuple):
    """Agencies in A, of all."""

    done: int
    total: int

    @property
    def share(self) -> float:
        """Equal where the shares are equal, for the division of whole numbers is rounded the same way."""
        return self.done / self.total


class Standing(NamedTuple):
    """A part beside the whole.

    `rank` is 1 for the largest share in A, parts with the same share have the same rank, and the next one comes after
    all of them; None where there is nothing to rank: no agency, an unknown part, or no other part. `of` is how many
    parts are ranked, `equal` how many others have this rank, `whole` the list as a whole.
    """

    own: Tally
    whole: Tally
    rank: int | None = None
    of: int = 0
    equal: int = 0


def standings(tallies: Mapping[str, Tally]) -> dict[str, Standing]:
    """Each part of a list beside all of them together. Source: decisions: Rounds."""
    whole = Tally(sum(one.done for one in tallies.values()), sum(one.total for one in tallies.values()))
    shares = {key: tally.share for key, tally in tallies.items() if key != UNKNOWN_PART and tally.total}
    same = Counter(shares.values())
    ranks: dict[float, int] = {}
    before = 0
    for share in sorted(same, reverse=True):
        ranks[share] = before + 1
        before += same[share]

    def standing(key: str, own: Tally) -> Standing:
        if key not in shares or len(shares) < 2:
            return Standing(own, whole, of=len(shares))
        share = shares[key]
        return Standing(own, whole, ranks[share], len(shares), same[share] - 1)

    return {key: standing(key, own) for key, own in tallies.items()}
