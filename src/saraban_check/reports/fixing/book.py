"""The workbook with the changed cells spliced in; every other byte of every part stays as it was."""

from typing import NamedTuple

from ...fixing.changes import CellChange, FixPlan, NotChanged, Obstacle, in_order
from ...fixing.plan import not_changed
from ...reference.column_letters import letters_of
from ..marking.markup import Edit, Node, spliced
from ..marking.package import MAIN, TRANSITIONAL, Package
from ..marking.place import merged_areas
from ..marking.references import Area, area_of
from ..marking.survey import Survey
from .held_cell import HeldCell, held_cell, with_text

_FORMULA = f"{MAIN} f"
_MAILTO = "mailto:"


class FixedBook(NamedTuple):
    """The plan as far as the workbook allows it, and whether formulas may now show something else."""

    plan: FixPlan
    has_formulas: bool


class _Survey(Survey):
    """Besides what stands where, the areas that one formula fills: only its first cell says so."""

    def __init__(self, data: bytes, plan: FixPlan) -> None:
        self.filled: list[Area] = []
        self.has_formulas = False
        wanted: dict[int, list[int]] = {}
        for change in plan.changes:
            wanted.setdefault(change.row, []).append(change.column)
        super().__init__(data, wanted)

    def start_in_rows(self, name: str, attributes: dict[str, str]) -> None:
        if name == _FORMULA:
            self.has_formulas = True
            if attributes.get("t") in ("array", "dataTable") and "ref" in attributes:
                self.filled.append(area_of(attributes["ref"]))
        super().start_in_rows(name, attributes)


def fixed_book(plan: FixPlan, package: Package, part: str) -> FixedBook:
    """Change the package: splice the changes into the sheet in `part`. Raises UnusualError as its parts do.

    What turns out to be a formula, part of one, or a cell merged over several rows is left, and said to be.
    """
    survey = _Survey(package.read_xml(part), plan)
    merged = [area for area in merged_areas(survey) if area.bottom > area.top]
    done: list[CellChange] = []
    left = list(plan.not_changed)
    edits: list[Edit] = []
    for change in plan.changes:
        cell = _cell(survey, change)
        obstacle = _obstacle(survey, merged, change, cell)
        if obstacle is not None or cell is None:
            at = change.row, change.column, change.field, change.before
            left.append(not_changed(*at, obstacle or Obstacle.SPECIAL))
            continue
        done.append(change)
        edits.append(Edit(cell.start, cell.end, with_text(survey.data, cell, change.after, survey.prefix)))
    left += _links(package, part, survey, done)
    if edits:
        package.write(part, spliced(survey.data, edits))
    fixed = plan._replace(changes=tuple(done), not_changed=tuple(sorted(left, key=in_order)))
    return FixedBook(fixed, survey.has_formulas or package.has_formulas)


def _cell(survey: Survey, change: CellChange) -> HeldCell | None:
    place, row = survey.cells.get((change.row, change.column)), survey.rows.get(change.row)
    if place is None or place.style is None or row is None:
        return None  # a cell that is not there: its value came from the cell that it is merged with
    return held_cell(survey.data, place.start, row.end)


def _obstacle(survey: _Survey, merged: list[Area], change: CellChange, cell: HeldCell | None) -> Obstacle | None:
    if any(_holds(area, change) for area in merged):
        return Obstacle.MERGED
    if (cell is not None and cell.has_formula) or any(_holds(area, change) for area in survey.filled):
        return Obstacle.FORMULA
    return Obstacle.SPECIAL if cell is None or cell.is_special else None


def _holds(area: Area, change: CellChange) -> bool:
    return area.top <= change.row <= area.bottom and area.left <= change.column <= area.right


def _links(package: Package, part: str, survey: Survey, changes: list[CellChange]) -> list[NotChanged]:
    """The changed cells behind which a link still leads to another address; links stay as they are."""
    if not (nodes := list(survey.root.every("hyperlink"))):
        return []
    targets = package.external(part)
    by_cell = {f"{letters_of(change.column)}{change.row}": change for change in changes}
    found = []
    for node in nodes:
        change, target = by_cell.get(node.attributes.get("ref", "")), _target(node, targets)
        if change is not None and _address_in(target) not in ("", change.after):
            found.append(not_changed(change.row, change.column, change.field, target, Obstacle.LINK, target=target))
    return found


def _target(node: Node, targets: dict[str, str]) -> str:
    return targets.get(node.attributes.get(f"{TRANSITIONAL} id", ""), "")


def _address_in(target: str) -> str:
    """The address to which a link writes; empty for links of other kinds."""
    if not target.casefold().startswith(_MAILTO):
        return ""
    return target[len(_MAILTO) :].partition("?")[0].strip().casefold() or target
