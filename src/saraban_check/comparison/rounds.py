"""Two files become two rounds: a list is classified now, an earlier result is taken as it stands."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..checks.classification import Classification
from ..checks.classify import classify
from ..checks.judging import FurtherSources, Judging, Watch
from ..grouping.table import RULESET
from ..intake.options import ListOptions
from ..intake.saved_result import is_saved_result, read_saved_result
from ..model.assessment import Assessment
from .moves import Comparison, compare_rounds
from .standing import Round, Standing, assessed, standing_of

if TYPE_CHECKING:
    from ..delivery.evidence import DeliveryEvidence


def compare(
    old: str | Path,
    new: str | Path,
    reading: ListOptions = ListOptions(),
    judging: Judging = Judging(),
    *,
    old_sheet: str | None = None,
    delivery: "DeliveryEvidence | None" = None,
    watch: Watch = Watch(),
) -> Comparison:
    """Compare two rounds, each a CSV or XLSX file or an earlier result as `classify --format json` writes it.

    A list is classified now, with these options; an earlier result is taken as it stands. Agencies are matched by
    code, else by kind, name and province, and by district where several share these; what could be several
    agencies is listed as unmatched. `old_sheet` is the sheet of `old`, where it is not `reading.sheet`. `delivery` is
    what bounces say of the addresses of `new`, where that is a list.

    Raises InputError where a file cannot be used, RequestError where an option does not fit it. Source: decisions:
    Rounds.
    """

    before = read_round(Path(old), reading._replace(sheet=old_sheet or reading.sheet), judging, watch=watch)
    return compare_rounds(before, read_round(Path(new), reading, judging, FurtherSources(delivery), watch=watch))


def read_round(
    path: Path,
    reading: ListOptions = ListOptions(),
    judging: Judging = Judging(),
    sources: FurtherSources = FurtherSources(),
    *,
    watch: Watch = Watch(),
) -> Round:
    """One round: an earlier result as it stands, a list classified now. Raises as `compare` does."""
    if is_saved_result(path, reading.limits):
        saved = read_saved_result(path, reading.limits)
        found = tuple(standing_of(agency.record, agency.group, agency.address) for agency in saved.agencies)
        told = (path.name, saved.sheet, saved.ruleset, saved.groups, saved.assume, saved.file)
        return Round(*told, found, saved.domains, saved.own_table)
    standings: list[Standing] = []

    def keep(agency: Assessment) -> bool:
        standings.append(assessed(agency))
        return False  # the assessment itself holds on to the row's cells

    result = classify(path, reading, judging, sources, keep=keep, keep_set_aside=False, watch=watch)
    return _round(result, tuple(standings))


def compare_since(
    earlier: Path, result: Classification, reading: ListOptions = ListOptions(), judging: Judging = Judging()
) -> Comparison:
    """What changed between an earlier round and a list that is classified already, all of whose agencies are held.

    Of a narrowed list only its own agencies are compared: which of the earlier round's others were in that part is
    not known, so they are left out, and none is gone. Raises as `compare` does.
    """
    found = compare_rounds(read_round(earlier, reading, judging), round_of(result))
    if not result.narrowed:
        return found
    entries = tuple(entry for entry in found.entries if entry.new is not None)
    old = found.old._replace(standings=tuple(entry.old for entry in entries if entry.old is not None))
    return replace(found, old=old, entries=entries)


def round_of(result: Classification) -> Round:
    """The round that a classified list is, all of whose agencies are held."""
    return _round(result, tuple(map(assessed, result.agencies)))


def _round(result: Classification, standings: tuple[Standing, ...]) -> Round:
    source = result.source
    head = (source.file, source.sheet, RULESET, result.table.groups, result.assume, None)
    aside = (result.set_aside, result.set_aside_count)
    return Round(*head, standings, result.policy.domains, result.has_own_table, *aside, result.as_of)
