"""Assessments become a plan: what is mended safely, what by a suggestion, and what is left to somebody."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from ..checks.classification import Classification
from ..intake.cells import as_text, is_cell_error
from ..model.agency_result import AgencyResult
from ..model.record import AgencyRecord, ProblemKind, UnreadableCell
from ..model.verdict import AddressState, AddressVerdict
from ..rules.judge import judge_address
from ..rules.sb1_reading import SB103
from .cells import Mended, mended_address, mended_code
from .changes import CellChange, ChangeKind, FixPlan, NotChanged, Obstacle, in_order

Judge = Callable[[str, AgencyRecord], AddressVerdict]

_ROWS_NAMED = 5
_FIELDS = ("code", "address", "issued")


def plan_changes(
    agencies: Iterable[AgencyResult], columns: Mapping[str, int], judge: Judge, *, unsafe: bool = False
) -> FixPlan:
    """The plan for a list. `columns` are those of its header; `judge` gives the verdict on a cell of a record.

    With `unsafe`, an address that is not correct is replaced where there is just one suggestion, unless it would
    then stand in two rows. Nothing is filled in where the agency states no address.
    """
    planner = _Planner(columns, judge, unsafe)
    stated: dict[str, list[int]] = defaultdict(list)
    for agency in agencies:
        planner.add(agency)
        if unsafe and agency.verdict.value is not None:
            stated[agency.verdict.value.casefold()].append(agency.record.row)
    changes = [*planner.changes, *_untaken(planner, stated)]
    return FixPlan(tuple(sorted(changes, key=in_order)), tuple(sorted(planner.left, key=in_order)), unsafe)


class _Planner:
    """Gathers what is to be done. `suggested` holds each suggested change, and the safe one that it takes the
    place of; its address as it is now stands beside it."""

    def __init__(self, columns: Mapping[str, int], judge: Judge, unsafe: bool) -> None:
        self._judge, self._unsafe = judge, unsafe
        self._places = sorted((columns[field], field) for field in _FIELDS if field in columns)
        self.changes: list[CellChange] = []
        self.left: list[NotChanged] = []
        self.suggested: list[tuple[CellChange, CellChange | None, str]] = []

    def add(self, agency: AgencyResult) -> None:
        """Plan for one agency."""
        record = agency.record
        if any(problem.kind is ProblemKind.CELL_COUNT for problem in record.problems):
            self._leave(record.row, None, "row", "", Obstacle.DAMAGED)
            return
        for column, field in self._places:
            raw = record.cells[column]
            cell = as_text(raw)
            if isinstance(raw, UnreadableCell) or is_cell_error(cell):
                self._leave(record.row, column, field, cell, Obstacle.UNREADABLE)
            elif field == "address":
                self._address(agency, column, cell)
            elif cell:
                found = mended_code(cell) if field == "code" else mended_address(cell)
                if isinstance(found, Mended):
                    self.changes.append(_change(record.row, column, field, cell, found))
                elif found not in (None, Obstacle.SEVERAL):  # several may have been issued
                    self._leave(record.row, column, field, cell, found)

    def _address(self, agency: AgencyResult, column: int, cell: str) -> None:
        record, verdict = agency.record, agency.verdict
        found = mended_address(cell) if verdict.value is not None else None
        if isinstance(found, Mended) and not self._same(verdict, self._judge(found.after, record)):
            found = Obstacle.NO_ADDRESS
        if found is None and any(f.rule.is_cleaned or f.breaks(SB103) for f in verdict.findings):
            found = Obstacle.NO_ADDRESS
        safe = _change(record.row, column, "address", cell, found) if isinstance(found, Mended) else None
        suggested = self._one_suggestion(agency, column, cell, found) if self._unsafe else None
        if suggested is not None:
            self.suggested.append((suggested, safe, (verdict.value or "").casefold()))
        elif safe is not None:
            self.changes.append(safe)
        elif isinstance(found, Obstacle):
            self._leave(record.row, column, "address", cell, found)

    def _same(self, before: AddressVerdict, after: AddressVerdict) -> bool:
        """Whether a verdict is the same but for what cleaning takes away."""
        codes = [finding.code for finding in before.findings if not finding.rule.is_cleaned]
        return after.state is before.state and codes == [finding.code for finding in after.findings]

    def _one_suggestion(
        self, agency: AgencyResult, column: int, cell: str, found: Mended | Obstacle | None
    ) -> CellChange | None:
        """The only suggestion for an address that is not correct; where it is not to be used, that is said."""
        row, state = agency.record.row, agency.verdict.state
        if state not in (AddressState.INCORRECT, AddressState.MISSING):
            return None
        if found in (Obstacle.SEVERAL, Obstacle.OTHER_TEXT) or not (suggestions := agency.suggestions):
            return None
        addresses = ", ".join(suggestion.address for suggestion in suggestions)
        if state is AddressState.MISSING or len(suggestions) > 1:
            obstacle = Obstacle.BLANK if state is AddressState.MISSING else Obstacle.AMBIGUOUS
            self._leave(row, column, "address", cell, obstacle, addresses=addresses)
            return None
        if (score := suggestions[0].score) < 1:  # a name that is not quite the registry's: somebody has to look
            self._leave(row, column, "address", cell, Obstacle.NEAR, addresses=addresses, score=f"{score:.0%}")
            return None
        kind = ChangeKind.SUGGESTED
        return CellChange(row, column, "address", cell, addresses, (kind,), kind.value, suggestions[0].origin)

    def _leave(self, row: int, column: int | None, field: str, found: str, obstacle: Obstacle, **parts: object) -> None:
        self.left.append(not_changed(row, column, field, found, obstacle, **parts))

    def leave_taken(self, change: CellChange, rows: Iterable[int]) -> None:
        """Say that a suggestion was not used, for these rows have it, or would have it too."""
        others = sorted({*rows} - {change.row})
        named = ", ".join(map(str, others[:_ROWS_NAMED])) + (" …" if len(others) > _ROWS_NAMED else "")
        parts = {"addresses": change.after, "rows": named}
        self._leave(change.row, change.column, change.field, change.before, Obstacle.TAKEN, **parts)


def _untaken(planner: _Planner, stated: Mapping[str, list[int]]) -> Iterator[CellChange]:
    """The suggested changes after which no address stands in two rows; for the others the safe ones.

    A change that is given up leaves its row's address where it is, which may be in the way of another: so it is
    asked until none is given up.
    """
    open_ = planner.suggested
    for change, _, value in open_:
        stated[value].remove(change.row)
        stated[change.after].append(change.row)
    while taken := [item for item in open_ if len(stated[item[0].after]) > 1]:
        open_ = [item for item in open_ if len(stated[item[0].after]) <= 1]
        for change, _, _ in taken:
            planner.leave_taken(change, stated[change.after])
        for change, safe, value in taken:
            stated[change.after].remove(change.row)
            stated[value].append(change.row)
            if safe is not None:
                yield safe
    yield from (change for change, _, _ in open_)


def _change(row: int, column: int, field: str, before: str, found: Mended) -> CellChange:
    return CellChange(row, column, field, before, found.after, found.kinds, found.why)


def not_changed(
    row: int, column: int | None, field: str, found: str, obstacle: Obstacle, **parts: object
) -> NotChanged:
    """A cell that is left, in the words of its obstacle."""
    why = obstacle.value.fill(**parts) if parts else obstacle.value
    return NotChanged(row, column, field, found, obstacle, why)


def plan_fixes(result: Classification, *, unsafe: bool = False) -> FixPlan:
    """What may be mended in a classified list, which must hold all agencies.

    Safe changes leave every verdict and group as it is: cleaning, letter case, the lost zero of a code. `unsafe` also
    replaces an incorrect address where there is just one suggestion. Which cells of a workbook are formulas is found
    out when the copy is made. Raises nothing. Source: decisions: Lists and Findings.
    """

    def judged(address: str, record: AgencyRecord) -> AddressVerdict:
        return judge_address(address, record, result.policy.domains, result.registry)

    return plan_changes(result.agencies, result.source.header.columns, judged, unsafe=unsafe)
