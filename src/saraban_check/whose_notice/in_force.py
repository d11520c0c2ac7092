"""Whether an agency's own notice is in force, and what has to be mended in it (decisions: Notices)."""

from typing import NamedTuple

from ..model.finding import Finding, Severity
from ..model.text import Text
from ..rules.judge_notice import judge_notice
from ..rules.notice_case import NoticeCase
from ..rules.sb52_proofreading import SB528
from ..rules.sb53_issue import SB530
from ..rules.sb53_signature import SB535, SB536

_DRAFT = Text(
    "เป็นร่างหรือแบบที่ยังไม่ลงวันที่และลงนาม ({codes}) จึงไม่ใช้กับแถว {row}",
    "it is a draft, or neither dated nor signed ({codes}): it is not used for row {row}",
)


class Found(NamedTuple):
    """What the published rules find in a notice: its errors, and the address that counts, in lower case.

    `draft` are the codes by which it is a draft: marked as one, or neither dated nor signed.
    """

    errors: tuple[Finding, ...]
    central: str | None
    draft: tuple[str, ...] = ()

    @property
    def faults(self) -> tuple[str, ...]:
        """The codes of what has to be mended in it; what is wrong with the address itself its row says."""
        return tuple(dict.fromkeys(one.code for one in self.errors if not one.rule.needs_address))

    def why_not_in_force(self, row: int) -> Text | None:
        """Why the notice is not used for a row; None where it is in force."""
        return _DRAFT.fill(codes=", ".join(self.draft), row=row) if self.draft else None


def found_in(case: NoticeCase) -> Found:
    """The errors of a notice whose text was not read from a picture."""
    verdict = judge_notice(case)
    stated = verdict.address
    central = None if stated is None else (stated.value or stated.raw.strip()).casefold()
    errors = (finding for finding in verdict.findings if finding.severity is Severity.ERROR)
    return Found(tuple(errors), central, _draft_codes(verdict.findings))


def _draft_codes(found: tuple[Finding, ...]) -> tuple[str, ...]:
    marked = [one.code for one in found if one.breaks(SB528)]
    undated, unsigned = ([one.code for one in found if one.breaks(*rules)] for rules in ((SB530,), (SB535, SB536)))
    return (*marked, *(undated + unsigned if undated and unsigned else ()))
