"""Two files become two rounds: a list is classified now, an earlier result is taken as it stands."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..checks.classify import classify
from ..grouping.table import RULESET, GroupTable
from ..intake.limits import DEFAULT_LIMITS, Limits
from ..intake.saved_result import is_saved_result, read_saved_result
from ..intake.table import Table
from ..model.assessment import Assessment
from ..model.delivery import Assume
from ..model.policy import NO_POLICY, Policy
from .moves import Comparison, compare_rounds
from .standing import Round, Standing, assessed, standing_of

if TYPE_CHECKING:
    from ..delivery.evidence import DeliveryEvidence
    from ..registry.registry import Registry


def compare(
    old: str | Path,
    new: str | Path,
    *,
    old_sheet: str | None = None,
    sheet: str | None = None,
    mapping: dict[str, str] | None = None,
    require: Sequence[str] = (),
    encoding: str | None = None,
    limits: "Limits | None" = None,
    assume: Assume | None = None,
    table: "GroupTable | None" = None,
    policy: Policy = NO_POLICY,
    registry: "Registry | None" = None,
    delivery: "DeliveryEvidence | None" = None,
    on_open: "Callable[[Table], None] | None" = None,
    on_rows: Callable[[int], None] | None = None,
) -> "Comparison":
    """Compare two rounds, each a CSV or XLSX file or an earlier result as `classify --format json` writes it.

    A list is classified now, with these options; an earlier result is taken as it stands. Agencies are matched by
    code, else by kind, name and province, and by district where several share these; what could be several
    agencies is listed as unmatched. `old_sheet` is the sheet of `old`, where it is not `sheet`. `delivery` is what
    bounces say of the addresses of `new`, where that is a list.

    Raises InputError where a file cannot be used, RequestError where an option does not fit it.
    """

    def read(path: Path, sheet: str | None, delivery: "DeliveryEvidence | None" = None) -> Round:
        if is_saved_result(path, limits or DEFAULT_LIMITS):
            saved = read_saved_result(path, limits or DEFAULT_LIMITS)
            found = tuple(standing_of(agency.record, agency.group, agency.address) for agency in saved.agencies)
            told = (path.name, saved.sheet, saved.ruleset, saved.groups, saved.assume, saved.file)
            return Round(*told, found, saved.domains, saved.own_table)
        standings: list[Standing] = []

        def keep(agency: Assessment) -> bool:
            standings.append(assessed(agency))
            return False  # the assessment itself holds on to the row's cells

        result = classify(
            path,
            sheet=sheet,
            mapping=mapping,
            require=require,
            encoding=encoding,
            limits=limits,
            assume=assume,
            table=table,
            policy=policy,
            registry=registry,
            delivery=delivery,
            keep=keep,
            keep_set_aside=False,
            on_open=on_open,
            on_rows=on_rows,
        )
        source = result.source
        head = (source.file, source.sheet, RULESET, result.table.groups, assume, None)
        aside = (result.set_aside, result.set_aside_count)
        return Round(*head, tuple(standings), policy.domains, result.has_own_table, *aside)

    return compare_rounds(read(Path(old), old_sheet or sheet), read(Path(new), sheet, delivery))
