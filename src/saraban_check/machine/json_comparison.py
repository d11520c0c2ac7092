"""JSON of a comparison: every row of both rounds, and the figures that follow from them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..comparison.moves import Change, Comparison, Entry, ProvinceChanges
from ..comparison.standing import Round, Standing
from ..grouping.table import RULESET
from ..model.assessment import OUTSIDE, UNDETERMINED
from .json_stream import streamed

if TYPE_CHECKING:  # what is written is checked against the contract; a run does not load it
    from ..contract.compare import ChangesJson, ComparedJson, CompareJson, ProvinceJson, RoundJson, StandingJson

SCHEMA = "saraban-check/compare/1"


def _round_object(one: Round) -> "RoundJson":
    groups = one.groups
    found: RoundJson = {
        "file": one.file,
        "sheet": one.sheet,
        "saved_from": one.saved_from,
        "ruleset": one.ruleset,
        "assume": one.assume,
        "total": one.total,
        "groups": {group: groups[group] for group in one.order},
        "undetermined": groups[UNDETERMINED],
        "outside_table": groups[OUTSIDE],
        "done": one.done,
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


def _entry_object(entry: Entry) -> "ComparedJson":
    return {
        "change": entry.change.value,
        "address_changed": entry.address_changed,
        "matched_by": entry.by.value if entry.by else None,
        "why_not": entry.why_not.value if entry.why_not else None,
        "maybe_upgraded": entry.upgrade.row if entry.upgrade else None,
        "old": _standing_object(entry.old),
        "new": _standing_object(entry.new),
    }


def _province_object(place: ProvinceChanges) -> "ProvinceJson":
    return {
        "code": place.province.code if place.province else None,
        "name": place.province.name.th if place.province else None,
        "old": {"total": place.old_total, "done": place.old_done},
        "new": {"total": place.new_total, "done": place.new_done},
        "changes": _counts(place.changes),
        "address_changed": place.address_changed,
    }


def _document(comparison: Comparison) -> "CompareJson":
    """The whole object, its agencies apart."""
    order = {group: number for number, group in enumerate(comparison.groups)}
    moves = sorted(comparison.matrix.items(), key=lambda item: tuple(order[group] for group in item[0]))
    return {
        "schema": SCHEMA,
        "ruleset": RULESET,
        "old": _round_object(comparison.old),
        "new": _round_object(comparison.new),
        "changes": _counts(comparison.counts),
        "address_changed": len(comparison.address_changed),
        "matrix": [{"old": old, "new": new, "count": count} for (old, new), count in moves],
        "provinces": [_province_object(place) for place in comparison.provinces],
        "agencies": [],
    }


def json_document(comparison: Comparison) -> Iterator[str]:
    """The object, an agency a line. `address` is empty where there is none, null where it could not be read."""
    return streamed(_document(comparison), agencies=map(_entry_object, comparison.entries))
