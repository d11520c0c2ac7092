"""A judged notice becomes a result: which findings count, each with its place and with what lies behind it.

A fault of a stated address is told once: where the address is incorrect, its own findings lie behind SB521. What is
to be noted of a correct address (a code that is in no registry, a `.com`) counts for itself.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..model.errors import SarabanError
from ..model.finding import Finding, Severity
from ..model.notice import Notice, NoticeState, Question
from ..model.policy import Policy, weighing
from ..model.record import NO_RECORD, AgencyRecord
from ..model.result import AddressFaults, NoticeFinding, NoticeResult, StatedAddress
from ..model.text import Text
from ..model.verdict import AddressVerdict, Suggestion
from ..rules.judge_notice import NoticeVerdict
from ..rules.sb4_domain import SB404
from ..rules.sb52_channels import SB521, SB522, SB523
from .notice_shown import one_line, shown_finding, shown_notice, shown_part, shown_text, shown_verdict
from .notice_steps import offices_of, steps_of

_INCORRECT = (SB521, SB523)
"""Behind which finding the faults of an address lie: that it is incorrect, else that there are several."""
_OFF_WEBSITE = (SB522, SB404)
"""The first says of the notice's own website what the second says of the agency's: one mistake, told once."""
_WEIGHTS = tuple(Severity)
_UNREADABLE = NoticeVerdict(NoticeState.UNREADABLE)


class JudgedNotice(NamedTuple):
    """What was read and judged of one file: by the published rules alone, and as the file has it.

    `notice` is None where the file cannot be used; `error` says why.
    """

    file: str
    notice: Notice | None = None
    verdict: NoticeVerdict = _UNREADABLE
    record: AgencyRecord = NO_RECORD
    suggestions: tuple[Suggestion, ...] = ()
    error: SarabanError | None = None
    unmatched: Text | None = None
    questions: tuple[Question, ...] = ()


def finish(judged: JudgedNotice, policy: Policy) -> NoticeResult:
    """All that is to be said of a notice, by the rules and the team's policy."""
    notice = None if judged.notice is None else shown_notice(judged.notice)
    address = None if judged.verdict.address is None else shown_verdict(judged.verdict.address)
    others = tuple(map(shown_verdict, judged.verdict.others))
    verdicts = (*(() if address is None else (address,)), *others)
    found, ignored = policy.part(tuple(map(shown_finding, judged.verdict.findings)))
    findings, left_out = _counting(notice, found, ignored, verdicts, policy)
    result = NoticeResult(
        judged.file,
        one_line(judged.file),
        judged.verdict.state,
        notice,
        judged.error,
        _unread(judged),
        judged.record,
        None if judged.unmatched is None else shown_part(judged.unmatched),
        address,
        others,
        tuple(_stated(notice, verdicts)),
        findings,
        (*ignored, *(finding for finding in left_out if finding not in ignored)),
        any(found.rule.needs_address for found in findings),
        judged.suggestions,
        questions=judged.questions,
    )
    return result._replace(steps=tuple(steps_of(result)), offices=tuple(offices_of(result)))


def _counting(
    notice: Notice | None,
    found: Iterable[Finding],
    left: Iterable[Finding],
    verdicts: Iterable[AddressVerdict],
    policy: Policy,
) -> tuple[tuple[NoticeFinding, ...], list[Finding]]:
    """The findings that count, those of its addresses with them; and those of addresses that the policy ignores.

    The faults of an incorrect address stand for themselves where the finding that sums them up is `left` out.
    """
    told = [NoticeFinding(finding, _line_of(finding)) for finding in found]
    ignored: list[Finding] = []
    places = [at for rule in _INCORRECT for at, one in enumerate(told) if one.finding.breaks(rule)]
    is_left = any(finding.breaks(*_INCORRECT) for finding in left)
    off_website = any(one.finding.breaks(_OFF_WEBSITE[0]) for one in told)
    for verdict in verdicts:
        counted, left_out = policy.part(verdict.findings)
        if verdict.correct or (verdict.correct is False and is_left and not places):
            line = _line_of_address(notice, verdict)
            told += [NoticeFinding(one, line, verdict.value) for one in counted if not _is_told(one, told)]
        elif verdict.correct is False and places:
            kept = tuple(one for one in counted if not (off_website and one.breaks(_OFF_WEBSITE[1])))
            _put_behind(told, places, verdict, kept)
        else:
            continue
        ignored += [finding for finding in left_out if finding not in ignored]
    return tuple(told), ignored


def _put_behind(
    told: list[NoticeFinding], places: list[int], verdict: AddressVerdict, found: tuple[Finding, ...]
) -> None:
    """An incorrect address goes behind the finding that names it, else behind the one on several addresses."""
    value = one_line(verdict.value if verdict.value is not None else verdict.raw.strip())
    at = next((at for at in places if value in told[at].finding.parts.values()), places[-1])
    if found:
        one = told[at]
        faults = AddressFaults(value, tuple(_no_heavier(finding, one.severity) for finding in found))
        told[at] = one._replace(behind=(*one.behind, faults), is_sum=one.finding.breaks(_INCORRECT[0]))


def _no_heavier(finding: Finding, than: Severity) -> Finding:
    """What lies behind a warning is no error of the notice: read from a picture, or of a further address."""
    if _WEIGHTS.index(finding.severity) >= _WEIGHTS.index(than):
        return finding
    return finding._replace(rule=weighing(finding.rule, than))


def _is_told(finding: Finding, told: Iterable[NoticeFinding]) -> bool:
    return any(one.code == finding.code and one.finding.span == finding.span for one in told)


def _line_of(finding: Finding) -> int:
    line = finding.parts.get("line", 1)
    return line if isinstance(line, int) else 1


def _line_of_address(notice: Notice | None, verdict: AddressVerdict) -> int:
    """The line on which an address stands; 1 where that cannot be told."""
    stated = notice.addresses if notice is not None else ()
    same = (verdict.raw.strip(), verdict.value)
    return next((one.line for one in stated if one.text.strip() in same), 1)


def _stated(notice: Notice | None, verdicts: Iterable[AddressVerdict]) -> Iterator[StatedAddress]:
    """The addresses of the notice, the judged one first."""
    stated = [address.text.strip() for address in notice.addresses] if notice is not None else []
    for verdict in verdicts:
        if value := verdict.value or verdict.raw.strip():
            yield StatedAddress(one_line(value), verdict.correct)
            stated = [other for other in stated if other not in (value, verdict.raw.strip())]
    yield from (StatedAddress(one_line(value), None) for value in stated)


def _unread(judged: JudgedNotice) -> Text | None:
    """Why there is nothing to read, in one line that names the file; None where there is."""
    if judged.error is not None:
        return Text(shown_text(judged.error.say("th")), shown_text(judged.error.say("en")))
    no_text = None if judged.notice is None else judged.notice.document.no_text
    if no_text is None:
        return None
    said, name = [shown_text(text) for text in no_text.said], one_line(judged.file)
    return Text(*(text if name in text else f"{name}: {text}" for text in said))
