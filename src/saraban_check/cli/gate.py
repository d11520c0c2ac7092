"""The gate of `classify`: its options become what is asked, and what it said goes to standard error."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..gating.baseline import baseline_of, load_baseline, render_baseline
from ..gating.gate import read_gate
from ..model.errors import RequestError
from ..model.text import Text
from ..reports.escape import for_terminal
from ..reports.policy_notes import policy_notes, unused_notes
from ..reports.set_aside_texts import set_aside_notes
from .configured import named_by, policy
from .language import LANG, t
from .outputs import Targets, write_file
from .streams import say, say_wrote

if TYPE_CHECKING:
    from ..checks.classification import Classification
    from ..gating.baseline import AgainstBaseline, Baseline, Fixed
    from ..gating.gate import Gate, Judgement
    from ..grouping.table import GroupTable

_SHOWN = 10
_NO_BASELINE = Text(
    "--update-baseline ต้องใช้คู่กับ --baseline ไฟล์", "--update-baseline needs the file's name: --baseline FILE"
)
_IGNORED_CONDITION = Text(
    "--fail-on {code}: การตั้งค่าให้ไม่นับเหตุผลนี้ ลบออกจาก ignore หรือจาก --fail-on",
    "--fail-on {code}: the settings ignore this rule; take it out of one of the two",
)
_FAILED = Text("ไม่ผ่าน: {reason}", "failed: {reason}")
_AGAINST = Text(
    "เทียบกับ baseline: ปัญหาใหม่ {new} · รู้อยู่แล้ว {known} · แก้แล้ว {fixed}",
    "against the baseline: {new} new problems · {known} known · {fixed} fixed",
)
_NEW = Text("  ใหม่: แถว {row} {name} {codes}", "  new: row {row} {name} {codes}")
_FIXED = Text("  แก้แล้ว: {name} {code}{times}{gone}", "  fixed: {name} {code}{times}{gone}")
_GONE = Text(" (ไม่อยู่ในรายชื่อแล้ว)", " (no longer in the list)")
_MORE = Text("  (แสดง {shown} จาก {total})", "  (shown {shown} of {total})")


def check_gate(
    fail_on: str | None,
    baseline: Path | None,
    update: bool,
    max_follow_up: str | None,
    expect_rows: int | None,
    table: "GroupTable",
    targets: Targets,
) -> "Gate":
    """What is asked. Raises RequestError or InputError where an option cannot be read, or its file."""
    if update and baseline is None:
        raise RequestError(_NO_BASELINE)
    known: Baseline | None = None
    if baseline is not None:
        if update:
            targets.check("--baseline", baseline)
        with named_by("--baseline"):
            known = load_baseline(baseline) if not update or baseline.exists() else {}
    gate = read_gate(fail_on, table, baseline=known, max_follow_up=max_follow_up, expect_rows=expect_rows)
    for condition in gate.conditions:
        if condition in policy().ignored:
            raise RequestError(_IGNORED_CONDITION, code=condition)
    return gate


def update_baseline(result: "Classification", gate: "Gate", file: Path, quiet: bool) -> "Gate":
    """Write the list as it is into the baseline, and ask from now on for what is in it."""
    known = baseline_of(result.agencies)
    write_file(file, [render_baseline(known).encode()], "--baseline")
    if not quiet:
        say_wrote(file)
    return gate._replace(baseline=known)


def say_judgement(result: "Classification", judgement: "Judgement", quiet: bool, *, brief: bool = False) -> None:
    """Why it failed, always; what is no agency, new, fixed or ignored, unless quiet.

    `brief`: without the rows that are no agencies, where a screen tells of them.
    """
    if not quiet:
        aside = () if brief else set_aside_notes(result)
        said = (*aside, *policy_notes(result), *unused_notes(result))
        notes = [text.say(LANG) for text in said]
        for line in (*notes, *_standing(result, judgement.standing)):
            say(for_terminal(line))
    say_failed(judgement.reasons)


def say_failed(reasons: Iterable[Text]) -> None:
    """Why a run ends with 1, a line each: also where it is to be quiet."""
    for reason in reasons:
        say(for_terminal(_FAILED.say(LANG, reason=reason)))


def _standing(result: "Classification", standing: "AgainstBaseline | None") -> Iterator[str]:
    if standing is None:
        return
    new, fixed = standing.problem_count, sum(found.times for found in standing.fixed)
    yield _AGAINST.say(LANG, new=f"{new:,}", known=f"{standing.known:,}", fixed=f"{fixed:,}")
    rows = list(standing.problems)
    for row in rows[:_SHOWN]:
        agency = result.by_row[row]
        codes = " ".join(agency.findings[position].code for position in standing.problems[row])
        yield _NEW.say(LANG, row=row, name=agency.record.name.strip() or agency.verdict.raw.strip(), codes=codes)
    yield from _shortened(rows)
    for found in standing.fixed[:_SHOWN]:
        yield _fixed(found)
    yield from _shortened(standing.fixed)


def _fixed(found: "Fixed") -> str:
    times = f" × {found.times}" if found.times > 1 else ""
    gone = "" if found.listed else _GONE.say(LANG)
    return _FIXED.say(LANG, name=found.name or found.key, code=found.code, times=times, gone=gone)


def _shortened(found: Sequence[object]) -> Iterator[str]:
    if len(found) > _SHOWN:
        yield _MORE.say(LANG, shown=_SHOWN, total=f"{len(found):,}")


def say_many_results(count: int, most: int) -> None:
    """GitHub cuts a SARIF run short without a word; so the word is said here."""
    say(
        t(
            f"SARIF มี {count:,} รายการ แต่ GitHub รับไม่เกิน {most:,} รายการต่อครั้ง แบ่งรายชื่อก่อนอัปโหลด",
            f"the SARIF holds {count:,} results; GitHub takes at most {most:,} of a run: divide the list to upload it",
        )
    )
