"""JSON of a comparison: every row of both rounds, and the figures that follow from them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..comparison.facts import FactMove
from ..comparison.moves import Change, Comparison, Entry, ProvinceChanges
from ..comparison.series import ProvinceSeries, RoundFigures, province_series
from ..comparison.standing import Standing
from ..grouping.table import RULESET
from ..model.assessment import OUTSIDE, UNDETERMINED
from ..model.delivery import Delivery
from .json_stream import streamed

if TYPE_CHECKING:  # what is written is checked against the contract; a run does not load it
    from ..contract.compare import (
        ChangesJson,
        ComparedJson,
        CompareJson,
        FactMoveJson,
        ProvinceJson,
        ProvinceSeriesJson,
        RoundJson,
        SeriesJson,
        StandingJson,
    )

SCHEMA = "saraban-check/compare/1"


_BECAME = {1: "better", -1: "worse", 0: "neither"}


def _round_object(figures: RoundFigures) -> "RoundJson":
    one, groups = figures.head, figures.groups
    found: RoundJson = {
        "file": one.file,
        "sheet": one.sheet,
        "saved_from": one.saved_from,
        "ruleset": one.ruleset,
        "assume": one.assume,
        "total": figures.in_a.total,
        "groups": {group: groups[group] for group in one.order},
        "undetermined": groups[UNDETERMINED],
        "outside_table": groups[OUTSIDE],
        "done": figures.in_a.done,
        "as_of": one.as_of.isoformat() if one.as_of else None,
    }
    if one.own_table:
        found["table"] = "own"
    if one.domains.free_mail or one.domains.accepted:
        found["settings"] = {
            "free_mail": sorted(one.domains.free_mail),
            "accepted_domains": sorted(one.domains.accepted),
        }
    return found


def _counts(counts: dict[Change, int]) -> "ChangesJson":
    return {
        "worsened": counts[Change.WORSENED],
        "improved": counts[Change.IMPROVED],
        "unclear": counts[Change.UNCLEAR],
        "unchanged": counts[Change.UNCHANGED],
        "new": counts[Change.NEW],
        "gone": counts[Change.GONE],
        "unmatched": counts[Change.UNMATCHED],
    }


def _standing_object(standing: Standing | None) -> "StandingJson | None":
    if standing is None:
        return None
    return {
        "row": standing.row,
        "name": standing.name or None,
        "kind": standing.kind.key if standing.kind else None,
        "amphoe": standing.amphoe or None,
        "province": standing.province.name.th if standing.province else None,
        "code": standing.code,
        "address": standing.address,
        "group": standing.group,
    }


def _move_object(move: FactMove) -> "FactMoveJson":
    old, new = (one.value if isinstance(one, Delivery) else one for one in (move.old, move.new))
    return {"fact": move.fact.value, "old": old, "new": new, "became": _BECAME[move.step]}


def _entry_object(entry: Entry) -> "ComparedJson":
    found: ComparedJson = {
        "change": entry.change.value,
        "address_changed": entry.address_changed,
        "matched_by": entry.by.value if entry.by else None,
        "why_not": entry.why_not.value if entry.why_not else None,
        "maybe_upgraded": entry.upgrade.row if entry.upgrade else None,
        "old": _standing_object(entry.old),
        "new": _standing_object(entry.new),
    }
    if moved := entry.moved:
        found["moved"] = [_move_object(move) for move in moved]
    if (marked := entry.lookalikes) is not None:
        found["lookalikes"] = {"old": marked[0].text, "new": marked[1].text}
    return found


def _province_object(place: ProvinceChanges) -> "ProvinceJson":
    return {
        "code": place.province.code if place.province else None,
        "name": place.province.name.th if place.province else None,
        "old": {"total": place.old_total, "done": place.old_done},
        "new": {"total": place.new_total, "done": place.new_done},
        "changes": _counts(place.changes),
        "address_changed": place.address_changed,
    }


def _series_of(one: ProvinceSeries) -> "ProvinceSeriesJson":
    return {
        "code": one.province.code if one.province else None,
        "name": one.province.name.th if one.province else None,
        "total": [each.total for each in one.rounds],
        "done": [each.done for each in one.rounds],
    }


def _series(comparison: Comparison) -> "SeriesJson":
    rounds = comparison.rounds
    return {
        "total": [one.in_a.total for one in rounds],
        "done": [one.in_a.done for one in rounds],
        "groups": {group: [one.groups[group] for one in rounds] for group in comparison.groups[:-2]},
        "undetermined": [one.groups[UNDETERMINED] for one in rounds],
        "outside_table": [one.groups[OUTSIDE] for one in rounds],
        "provinces": [_series_of(one) for one in province_series(rounds)],
    }


def _document(comparison: Comparison) -> "CompareJson":
    """The whole object, its agencies apart."""
    order = {group: number for number, group in enumerate(comparison.groups)}
    rounds = [_round_object(one) for one in comparison.rounds]
    moves = sorted(comparison.matrix.items(), key=lambda item: tuple(order[group] for group in item[0]))
    found: CompareJson = {
        "schema": SCHEMA,
        "ruleset": RULESET,
        "old": rounds[0],
        "new": rounds[-1],
        "changes": _counts(comparison.counts),
        "address_changed": len(comparison.address_changed),
        "matrix": [{"old": old, "new": new, "count": count} for (old, new), count in moves],
        "provinces": [_province_object(place) for place in comparison.provinces],
        "rounds": rounds,
        "series": _series(comparison),
        "agencies": [],
    }
    if (province := comparison.province) is not None:
        found["province"] = {"code": province.code, "name": province.name.th}
    return found


def json_document(comparison: Comparison) -> Iterator[str]:
    """The object, an agency a line. `address` is empty where there is none, null where it could not be read."""
    return streamed(_document(comparison), agencies=map(_entry_object, comparison.entries))
