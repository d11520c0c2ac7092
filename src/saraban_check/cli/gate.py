"""The gate of `classify`: its options become what is asked, and what it said goes to standard error."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..gating.conditions import refuse_ignored, uncounted_errors
from ..gating.gate import read_gate
from ..model.errors import RequestError
from ..model.text import Text
from ..report.escape import for_terminal
from ..report.words.policy_notes import policy_notes, unused_notes
from ..report.words.set_aside_texts import set_aside_notes
from .configured import named_by, policy
from .inputs import refuse_input
from .language import LANG
from .options.gating import GateOptions
from .outputs import Targets, write_file
from .streams import is_quiet, note, say, say_wrote

if TYPE_CHECKING:
    from ..checks.classification import Classification
    from ..checks.narrowing import Narrowing
    from ..gating.baseline import AgainstBaseline, Baseline, Fixed
    from ..gating.gate import Gate, Judgement
    from ..grouping.table import GroupTable

_SHOWN = 10
_NO_BASELINE = Text(
    "--update-baseline ต้องใช้คู่กับ --baseline ไฟล์", "--update-baseline needs the file's name: --baseline FILE"
)
_FAILED = Text("ไม่ผ่าน: {reason}", "failed: {reason}")
_UNCOUNTED = Text(
    "ผ่าน แต่มี error {count} รายการที่เงื่อนไข --fail-on ไม่ได้นับ (warning ไม่รวม error) ถ้าจะนับให้เพิ่ม error",
    "passed, but --fail-on does not count errors ({count} found; warning does not include error); add error to it",
)
_AGAINST = Text(
    "เทียบกับ baseline: ปัญหาใหม่ {new} · รู้อยู่แล้ว {known} · แก้แล้ว {fixed}",
    "against the baseline: {new} new problems · {known} known · {fixed} fixed",
)
_NEW = Text("  ใหม่: แถว {row} {name} {codes}", "  new: row {row} {name} {codes}")
_FIXED = Text("  แก้แล้ว: {name} {code}{times}{gone}", "  fixed: {name} {code}{times}{gone}")
_GONE = Text(" (ไม่อยู่ในรายชื่อแล้ว)", " (no longer in the list)")
_MORE = Text("  (แสดง {shown} จาก {total})", "  (shown {shown} of {total})")


def check_gate(options: GateOptions, table: "GroupTable", targets: Targets) -> "Gate":
    """What is asked. Raises RequestError or InputError where an option cannot be read, or its file."""
    baseline = options.baseline
    if options.update and baseline is None:
        raise RequestError(_NO_BASELINE)
    known: Baseline | None = None
    if baseline is not None:
        from ..gating.baseline import load_baseline

        if options.update:
            refuse_input("--baseline", baseline)
        with named_by("--baseline"):  # first: of a damaged one it is said how to be rid of it
            known = load_baseline(baseline) if not options.update or baseline.exists() else {}
        if options.update:
            targets.check("--baseline", baseline)
    gate = read_gate(
        options.fail_on, table, baseline=known, max_follow_up=options.max_follow_up, expect_rows=options.expect_rows
    )
    refuse_ignored(gate.conditions, policy())
    return gate


def update_baseline(
    result: "Classification", gate: "Gate", options: GateOptions, narrowing: "Narrowing | None"
) -> "Gate":
    """Write the list as it is into the baseline, where that is wanted, and ask from now on for what is in it.

    Of a list that was narrowed it is all about that part: what is known of the others stays in the file as it is.
    """
    if options.baseline is None or gate.baseline is None:
        return gate
    from ..gating.baseline import baseline_of, part_of_baseline, render_baseline

    whole = gate.baseline
    if narrowing is not None:
        gate = gate._replace(baseline=part_of_baseline(whole, result, narrowing.outside))
    if not options.update:
        return gate
    known = baseline_of(result.agencies)
    others = {key: one for key, one in whole.items() if key not in (gate.baseline or {})} if narrowing else {}
    write_file(options.baseline, [render_baseline(others | known).encode()], "--baseline")
    say_wrote(options.baseline)
    return gate._replace(baseline=known)


def say_judgement(
    result: "Classification", judgement: "Judgement", *, brief: bool = False, is_told: bool = False
) -> None:
    """Why it failed, always; what is no agency, new, fixed or ignored, unless quiet.

    `brief`: without the rows that are no agencies, where a screen tells of them. `is_told`: standard output is what
    the gate said, so that is not said twice.
    """
    if not is_quiet():
        aside = () if brief else set_aside_notes(result)
        for text in (*aside, *policy_notes(result), *unused_notes(result)):
            note(text)
        for line in () if is_told else _standing(result, judgement.standing):
            say(for_terminal(line))
    say_failed(() if is_told else judgement.reasons)


def say_uncounted(result: "Classification", gate: "Gate", judgement: "Judgement") -> None:
    """Where the gate passed: the errors that it was not asked for."""
    if not judgement.reasons and (count := uncounted_errors(gate.conditions, result.summary)):
        note(_UNCOUNTED, count=f"{count:,}")


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
