"""The gate: what is asked of a list, and why it fails where it does."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..checks.classification import Classification
from ..checks.summary import Summary
from ..grouping.table import GroupTable, published_table
from ..model.agency_result import AgencyResult
from ..model.errors import RequestError
from ..model.finding import Finding
from ..model.lazy_pattern import lazy_pattern
from ..model.text import Text
from .conditions import USUAL_CONDITIONS, count_met, is_met_by, read_conditions

if TYPE_CHECKING:  # most runs ask for no share, and have no baseline
    from fractions import Fraction

    from .baseline import AgainstBaseline, Baseline

_PERCENT = lazy_pattern(r"([0-9]{1,3}(?:\.[0-9]{1,6})?)%")
_COUNT = lazy_pattern(r"[0-9]{1,9}")
_BAD_SHARE = Text(
    "--max-follow-up {found}: ต้องเป็นจำนวนหน่วยงาน เช่น 20 หรือร้อยละ เช่น 2%",
    "--max-follow-up {found}: give a number of agencies, such as 20, or a share, such as 2%",
)


class Share(NamedTuple):
    """`20` agencies, or `2%` of them; `text` is how it was put. Exact: 57 of 10,000 are no more than 0.57%."""

    text: str
    number: "Fraction"
    is_percent: bool

    def is_exceeded(self, part: int, whole: int) -> bool:
        return part * 100 > self.number * whole if self.is_percent else part > self.number


def read_gate_share(text: str) -> Share:
    """A number of agencies or a percentage. Raises RequestError for anything else."""
    from fractions import Fraction

    wanted = text.strip()
    if (found := _PERCENT.fullmatch(wanted)) and (percent := Fraction(found[1])) <= 100:
        return Share(wanted, percent, True)
    if _COUNT.fullmatch(wanted):
        return Share(wanted, Fraction(wanted), False)
    raise RequestError(_BAD_SHARE, found=text)


class Gate(NamedTuple):
    """What is asked: conditions none may meet, what is known already, how many may be left to do, how many agencies."""

    conditions: tuple[str, ...] = ()
    baseline: "Baseline | None" = None
    max_follow_up: Share | None = None
    expect_rows: int | None = None

    @property
    def asks(self) -> bool:
        """Whether anything is asked: an empty baseline and no rows at all are something too."""
        return self != Gate()


class Judgement(NamedTuple):
    """Why a list fails, a reason each (none: it passes), and how it stands against the baseline, if there is one.

    `conditions` are those of the gate.
    """

    reasons: tuple[Text, ...] = ()
    standing: "AgainstBaseline | None" = None
    conditions: tuple[str, ...] = ()


_MET = Text("--fail-on {condition}: พบ {count}", "--fail-on {condition}: found {count}")
_MET_NEW = Text(
    "--fail-on {condition}: พบใหม่ {count} ที่ไม่อยู่ใน baseline", "--fail-on {condition}: {count} not in the baseline"
)
_TOO_MANY = Text(
    "--max-follow-up {limit}: ยังไม่อยู่กลุ่ม A {count} จาก {total} แห่ง",
    "--max-follow-up {limit}: {count} of {total} agencies are not in group A",
)
_OTHER_ROWS = Text("--expect-rows {wanted}: พบ {total} หน่วยงาน", "--expect-rows {wanted}: there are {total} agencies")


def met_condition(condition: str, count: int) -> Text:
    """The reason for failing where a condition of `--fail-on` is met so many times."""
    return _MET.fill(condition=condition, count=f"{count:,}")


def judge(gate: Gate, result: Classification) -> Judgement:
    """Whether a list passes: the reasons for failing, none where it does.

    With a baseline the result must hold all agencies. Source: decisions: Rounds and Machines.
    """
    summary, held = result.summary, result.agencies
    if gate.baseline is None:
        return Judgement((*_met(gate, summary), *_limits(gate, summary)), conditions=gate.conditions)
    from .baseline import compare_with

    standing = compare_with(gate.baseline, held)
    return Judgement((*_newly_met(gate, held, standing), *_limits(gate, summary)), standing, gate.conditions)


def _met(gate: Gate, summary: Summary) -> Iterator[Text]:
    for condition in gate.conditions:
        if count := count_met(condition, summary):
            yield met_condition(condition, count)


def _newly_met(gate: Gate, agencies: tuple[AgencyResult, ...], standing: "AgainstBaseline") -> Iterator[Text]:
    for condition in gate.conditions or USUAL_CONDITIONS:
        if count := sum(_new(condition, agencies, standing)):
            yield _MET_NEW.fill(condition=condition, count=f"{count:,}")


def counted_in(agency: AgencyResult, judgement: Judgement) -> Iterator[Finding]:
    """The findings of an agency that the gate counts: with a baseline, of those that are new.

    Where no condition was asked for, the errors and warnings.
    """
    row, standing = agency.record.row, judgement.standing
    conditions = judgement.conditions or USUAL_CONDITIONS
    for position, finding in enumerate(agency.findings):
        if (standing is None or standing.is_new(row, position)) and any(is_met_by(one, finding) for one in conditions):
            yield finding


def is_counted(agency: AgencyResult, judgement: Judgement) -> bool:
    """Whether the gate counts the agency for its group: with a baseline, where it was not known to be in it."""
    is_new = judgement.standing is None or agency.record.row in judgement.standing.moved
    return is_new and agency.group in judgement.conditions


def _limits(gate: Gate, summary: Summary) -> Iterator[Text]:
    left = summary.not_done
    if gate.max_follow_up is not None and gate.max_follow_up.is_exceeded(left, summary.total):
        counts = {"count": f"{left:,}", "total": f"{summary.total:,}"}
        yield _TOO_MANY.fill(limit=gate.max_follow_up.text, **counts)
    if gate.expect_rows is not None and gate.expect_rows != summary.total:
        yield _OTHER_ROWS.fill(wanted=f"{gate.expect_rows:,}", total=f"{summary.total:,}")


def _new(condition: str, agencies: tuple[AgencyResult, ...], standing: "AgainstBaseline") -> Iterator[int]:
    """How often each agency meets a condition in a way that the baseline does not know."""
    for agency in agencies:
        row = agency.record.row
        if condition == agency.group:
            yield row in standing.moved
            continue
        for position in standing.new.get(row, ()):
            yield is_met_by(condition, agency.findings[position])


def read_gate(
    fail_on: str | None,
    table: "GroupTable | None" = None,
    *,
    baseline: "Baseline | None" = None,
    max_follow_up: str | None = None,
    expect_rows: int | None = None,
) -> "Gate":
    """What a gate asks for, in the words of the command line.

    `fail_on` are conditions, separated by commas: groups of the `table` (None: the published one; `B1`,
    or `B` for all of them), `error`,
    `warning`, `undetermined`, `outside` and rules (`SB401`). `max_follow_up` is how many agencies may not be in A, as
    a number or a share (`"2%"`); `expect_rows` how many agencies there are to be.

    Raises RequestError where a condition or a share cannot be read. Source: decisions: Machines.
    """
    most = None if max_follow_up is None else read_gate_share(max_follow_up)
    return Gate(read_conditions(fail_on, table or published_table()), baseline, most, expect_rows)
