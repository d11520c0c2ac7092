"""What every writer is given: the classified list, the language, where the list stands, and what the gate said."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..checks.classification import Classification
from ..model.text import Lang

if TYPE_CHECKING:
    from ..comparison.moves import Comparison
    from ..gating.gate import Judgement
    from ..model.agency_result import AgencyResult


class Listed(NamedTuple):
    """The agencies that a screen lists, the first of `total` that fit; `is_chosen` says that certain groups were asked
    for, else it is those that need work. `again` are the options that a ready command repeats, `again_part` those with
    which it is of the same part of the list, too; `has_workbook` says that a workbook of all was written.
    """

    agencies: "Sequence[AgencyResult]"
    total: int
    is_chosen: bool
    again: str = ""
    again_part: str = ""
    has_workbook: bool = False


class Report(NamedTuple):
    """One classification, ready to be written in any format.

    `location` is the list's path for machines: relative to the repository, with forward slashes; `stdin` where it
    came through a pipe. `judgement` is None where no gate was asked, `upgrades` where nobody asked for the agencies
    that were probably upgraded, `listed` where nothing goes to a screen. `since` is what changed since an earlier
    round, where one was named, and `thai_digits` whether the paper (DOCX) has them. `named` is the list as the user
    named it, `-` for a pipe; blank where nobody did.
    """

    result: Classification
    lang: Lang
    location: str
    judgement: "Judgement | None" = None
    upgrades: "tuple[AgencyResult, ...] | None" = None
    listed: Listed | None = None
    since: "Comparison | None" = None
    thai_digits: bool = False
    named: str = ""
