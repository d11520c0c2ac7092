"""What a list's reports for CI say of it beside its findings: rows set aside, notices not used, columns."""

from typing import TYPE_CHECKING

from ..model.text import Text
from ..report.words.column_notes import FEW, column_doubts, column_notes
from ..report.words.narrowed_texts import left_out_notes
from ..report.words.set_aside_texts import set_aside_notes
from ..report.words.unused_notices import unused_notices

if TYPE_CHECKING:
    from ..checks.classification import Classification


def list_notes(result: "Classification") -> list[Text]:
    """A sentence each: the rows that were set aside, notices that were not used, and what became of each column."""
    return [*left_out_notes(result), *set_aside_notes(result), *unused_notices(result), *column_notes(result.source)]


def list_doubts(result: "Classification") -> list[Text]:
    """Those of the sentences that somebody has to look at: nothing is left out in silence."""
    return [
        *left_out_notes(result),
        *set_aside_notes(result),
        *unused_notices(result),
        *column_doubts(result.source, FEW),
    ]
