"""Where an agency stands in one round: the little that a comparison needs of it, and the round as a whole."""

import datetime
from collections import Counter
from typing import NamedTuple

from ..model.agency_result import Judged
from ..model.assessment import DONE
from ..model.policy import PUBLISHED, Domains
from ..model.record import AgencyRecord, Kind, Province, SetAside
from ..model.verdict import AddressState


class Standing(NamedTuple):
    """One agency in one round. `address` is what was judged: empty where there is none, None where it is unreadable."""

    row: int
    code: str | None
    name: str
    kind: Kind | None
    province: Province | None
    amphoe: str
    group: str
    address: str | None

    @property
    def is_done(self) -> bool:
        """Whether the group is one that is not followed up, letter A."""
        return self.group in DONE


class Round(NamedTuple):
    """One of the two inputs: its file and sheet, the table it rests on and the table's groups, best first.

    `assume` is what unknown delivery counted as. An earlier result names the list that it came from: `saved_from`.
    `domains` are those that the team's settings added, `own_table` says that the table is not the published one.
    `as_of` is the day that its data are of, None where nobody says it.
    `set_aside` are the first of the list's rows that are no agencies, of which there are `set_aside_count`.
    """

    file: str
    sheet: str | None
    ruleset: str
    order: tuple[str, ...]
    assume: str | None
    saved_from: str | None
    standings: tuple[Standing, ...]
    domains: Domains = PUBLISHED
    own_table: bool = False
    set_aside: tuple[SetAside, ...] = ()
    set_aside_count: int = 0
    as_of: datetime.date | None = None

    @property
    def total(self) -> int:
        return len(self.standings)

    @property
    def groups(self) -> Counter[str]:
        """Agencies by group, `outside` and `undetermined` too."""
        return Counter(standing.group for standing in self.standings)

    @property
    def done(self) -> int:
        """Agencies in letter A."""
        return sum(standing.is_done for standing in self.standings)


def standing_of(record: AgencyRecord, group: str, address: str | None) -> Standing:
    """A standing, without the cells that the record holds on to."""
    return Standing(
        record.row,
        record.code,
        record.name.strip(),
        record.kind,
        record.province,
        record.amphoe.strip(),
        group,
        address,
    )


def assessed(assessment: Judged) -> Standing:
    """The standing of an agency that was just judged."""
    verdict = assessment.verdict
    address = None if verdict.state is AddressState.UNKNOWN else verdict.value or ""
    return standing_of(assessment.record, assessment.outcome.group, address)
