"""What a run of `draft notice` has to show: of one agency, or of a list."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from ...checks.address_check import AddressCheck
from ...checks.classification import Classification
from ...drafting.choosing import ChosenAddress
from ...drafting.facts import DraftFacts
from ...drafting.plan import Draft, DraftPlan
from ...model.text import Lang


class NotAskedFor(NamedTuple):
    """An agency of the list that is in another group or province than those asked for."""

    row: int
    code: str | None
    name: str
    province: str | None
    group: str


class BatchRun(NamedTuple):
    """The drafts of a list, in a folder. `endings` are those of each draft's files.

    `not_asked_for` is None where they were not gathered; how many there are follows from the summary.
    """

    result: Classification
    plan: DraftPlan
    day: datetime.date
    folder: str
    endings: tuple[str, ...]
    lang: Lang
    not_asked_for: Sequence[NotAskedFor] | None = None

    @property
    def asked_for(self) -> int:
        """How many agencies were asked for."""
        return len(self.plan.drafts) + len(self.plan.not_drafted)

    def files(self, draft: Draft) -> tuple[str, ...]:
        """The names of a draft's files."""
        return tuple(draft.file + ending for ending in self.endings)


class SingleRun(NamedTuple):
    """The draft of one agency; `facts` is None where the address is not correct, and nothing was drafted."""

    check: AddressCheck
    facts: DraftFacts | None
    day: datetime.date
    files: tuple[str, ...]
    lang: Lang


def origin_key(draft: Draft) -> str | None:
    """Where a draft's address comes from, as JSON has it; None where there is none."""
    if not isinstance(draft.address, ChosenAddress):
        return None
    suggestion = draft.address.suggestion
    return "stated" if suggestion is None else suggestion.origin.value
