"""What every writer of notices is given: the checked files, the language, and what they were checked against."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from ...checks.notice_summary import NoticeSummary, summary_of
from ...model.policy import NO_POLICY, Policy
from ...model.result import NoticeResult
from ...model.text import Lang, Text
from ...registry.registry import Registry


class NoticeRun(NamedTuple):
    """One run, ready to be written in any format.

    `locations` are the files' paths for machines, one for each of `results`: relative to the repository, with forward
    slashes. `as_of` is the day that was asked for, None where it was today: the same input gives the same bytes
    tomorrow. `list_file` is the list of `--agency`. `reasons` are those of a gate that was not passed; None where no
    gate was asked. `conditions` are those of the gate.
    """

    results: Sequence[NoticeResult]
    lang: Lang
    locations: Sequence[str]
    as_of: datetime.date | None = None
    list_file: str | None = None
    registry: Registry | None = None
    policy: Policy = NO_POLICY
    reasons: tuple[Text, ...] | None = None
    conditions: tuple[str, ...] = ()

    @property
    def summary(self) -> NoticeSummary:
        """The figures of the files."""
        return summary_of(self.results)
