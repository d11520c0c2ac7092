"""What the gate counts, a line each as compilers write them: `PATH:LINE: SB401 error: MESSAGE`; the last line is its
verdict.

For pre-commit, logs and editors, whose problem matchers read such lines (`docs/problem-matcher.json`). An agency, or a
notice, that the gate counts for its group or state is a line as well: `PATH:LINE: B1 error: MESSAGE`. The path is the
one that was given: whoever started the command can follow it from where that was.
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from ..checks.notice_shown import one_line
from ..gating.conditions import USUAL_CONDITIONS
from ..gating.gate import Judgement, counted_in, is_counted
from ..gating.notice_conditions import counted_in as counted_in_notice
from ..gating.notice_conditions import is_counted as is_counted_notice
from ..model.agency_result import AgencyResult
from ..model.assessment import UNDETERMINED
from ..model.finding import Finding, Severity
from ..model.notice import NoticeState
from ..model.result import NoticeResult
from ..model.text import Lang, Text
from ..report.escape import for_log_line
from ..report.locating import name_of
from ..report.run import Report
from ..report.views.notices_run import NoticeRun
from ..report.views.notices_words import STATES, agency_text, behind_texts, unmatched_text
from ..report.words.group_names import candidates_text, group_name

_ERROR = Severity.ERROR.value
_UNUSABLE = "file-unusable"
_GROUP = Text("กลุ่ม {group}", "group {group}")
_FAILED = Text("saraban-check: ไม่ผ่าน: {said}", "saraban-check: failed: {said}")
_PASSED = Text("saraban-check: ผ่าน: {said}", "saraban-check: passed: {said}")
_NO_GATE = Text(
    "ไม่ได้กำหนด --fail-on (ข้อผิดพลาดและคำเตือน {count})", "--fail-on was not given (errors and warnings: {count})"
)
_NONE = Text("ไม่พบ {conditions}", "no {conditions}")
_NONE_NEW = Text(
    "ไม่พบเรื่องใหม่ของ {conditions} (อยู่ใน baseline แล้ว {known})",
    "nothing new of {conditions} (known by the baseline: {known})",
)
_NOT_CORRECT = Text("ประกาศฯ ที่ยังไม่ถูกต้อง {count} จาก {total} ไฟล์", "{count} of {total} notices are not correct")
_ALL_CORRECT = Text("ประกาศฯ ถูกต้องทั้ง {total} ไฟล์", "all {total} notices are correct")
_UNREAD = Text("อ่านไม่ได้ {count} ไฟล์", "{count} unusable files")


def concise_lines(report: Report) -> Iterator[str]:
    """A classified list."""
    judgement, lang, path = report.judgement or Judgement(), report.lang, _given(report.named, report.location)
    count = 0
    for agency in report.result.agencies:
        row, whose = agency.record.row, name_of(agency)
        if is_counted(agency, judgement):
            yield _line(path, row, agency.group, _ERROR, f"{whose}: {_group_of(agency, lang)}")
        for finding in counted_in(agency, judgement):
            count += 1
            yield _finding(path, row, finding, f"{whose}: {finding.message(lang)}")
    yield _verdict(judgement.reasons, _passing(judgement, count), lang)


def concise_notices(run: NoticeRun) -> Iterator[str]:
    """Notices. Where no condition was asked for, those count that are not correct."""
    lang = run.lang
    for result, path in zip(run.results, run.locations, strict=True):
        yield from _of_notice(result, _given(result.file, path), run)
    reasons = [Text(one_line(reason.th), one_line(reason.en)) for reason in run.reasons or ()]
    total = f"{len(run.results):,}"
    if run.reasons is None and (count := sum(one.state is not NoticeState.CORRECT for one in run.results)):
        reasons.append(_NOT_CORRECT.fill(count=f"{count:,}", total=total))
    if unread := sum(result.error is not None for result in run.results):
        reasons.append(_UNREAD.fill(count=f"{unread:,}"))
    none = _NONE.fill(conditions=", ".join(run.conditions))
    yield _verdict(reasons, none if run.conditions else _ALL_CORRECT.fill(total=total), lang)


def _of_notice(result: NoticeResult, path: str, run: NoticeRun) -> Iterator[str]:
    lang = run.lang
    if result.error is not None and result.unread is not None:
        yield _line(path, 1, _UNUSABLE, _ERROR, result.unread.say(lang))
        return
    whose, is_told = agency_text(result).say(lang) or result.name, False
    for found, finding in counted_in_notice(result, run.conditions):
        is_told = True
        details = behind_texts(found, lang) if finding is found.finding else ()
        yield _finding(path, found.line, finding, f"{whose}: {' · '.join((finding.message(lang), *details))}")
    if not is_told and is_counted_notice(result, run.conditions):
        said = (text.say(lang) for text in (STATES[result.state], unmatched_text(result)))
        yield _line(path, 1, result.state.value, _ERROR, f"{whose}: {' · '.join(filter(None, said))}")


def _group_of(agency: AgencyResult, lang: Lang) -> str:
    """Its group and the rules that it breaks; of one that is undetermined the groups that it may be in."""
    outcome = agency.outcome
    if agency.group == UNDETERMINED:
        said = f"{group_name(agency.group, lang)}: {candidates_text(outcome.candidates, outcome.may_be_outside, lang)}"
    else:
        said = _GROUP.say(lang, group=group_name(agency.group, lang))
    codes = ", ".join(dict.fromkeys(finding.code for finding in agency.findings))
    return f"{said} ({codes})" if codes else said


def _passing(judgement: Judgement, count: int) -> Text:
    """Why a list passes."""
    conditions, standing = ", ".join(judgement.conditions or USUAL_CONDITIONS), judgement.standing
    if standing is not None:
        return _NONE_NEW.fill(conditions=conditions, known=f"{standing.known:,}")
    return _NONE.fill(conditions=conditions) if judgement.conditions else _NO_GATE.fill(count=f"{count:,}")


def _verdict(reasons: Sequence[Text], passing: Text, lang: Lang) -> str:
    said = " · ".join(reason.say(lang) for reason in reasons)
    return for_log_line(_FAILED.say(lang, said=said) if said else _PASSED.say(lang, said=passing.say(lang))) + "\n"


def _given(named: str, location: str) -> str:
    """A path as it was given; what came through a pipe, or was named by nobody, as other formats call it."""
    return location if named in ("", "-") else PurePath(named).as_posix()


def _finding(path: str, line: int, finding: Finding, message: str) -> str:
    return _line(path, line, finding.code, finding.severity.value, message)


def _line(path: str, line: int, code: str, severity: str, message: str) -> str:
    return for_log_line(f"{path}:{line}: {code} {severity}: {message}") + "\n"
