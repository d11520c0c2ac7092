"""The registry's screens as JSON."""

import json
from typing import TYPE_CHECKING, Any

from ..model.registry import Likeness, NameMatch, RegistryEntry
from ..model.text import Lang
from ..registry.registry import Registry
from ..registry.store import differences_of
from ..report.escape import for_json

if TYPE_CHECKING:
    from ..contract.registry import (
        RegistryChangeJson,
        RegistryEntryJson,
        RegistryFoundJson,
        RegistryMatchJson,
        RegistryNamedJson,
        RegistryStatusJson,
        RegistryUsedJson,
    )
    from ..registry.differences import NamedEntry
    from ..registry.status import Status

SCHEMA = "saraban-check/registry/1"


def entry_object(entry: RegistryEntry) -> "RegistryEntryJson":
    """One agency of the registry."""
    return {
        "code": entry.code,
        "name": entry.name,
        "full_name": entry.full_name,
        "kind": entry.kind.key,
        "amphoe": entry.amphoe or None,
        "province": entry.province.name.th,
        "website": entry.website or None,
        "address": entry.address,
    }


def match_object(match: NameMatch) -> "RegistryMatchJson | None":
    """What an agency's code or name was found as; None where nothing was found."""
    if match.how is Likeness.NONE:
        return None
    return {
        "match": match.how.value,
        "score": round(match.score, 3),
        "agencies": [{"code": entry.code, "name": entry.full_name} for entry in match.entries],
    }


def match_json(match: NameMatch) -> str:
    """The answer to `registry show`."""
    found: RegistryFoundJson = {
        "schema": SCHEMA,
        "match": match.how.value,
        "score": round(match.score, 3),
        "agencies": [entry_object(entry) for entry in match.entries],
    }
    return _document(found)


def status_json(status: "Status", lang: Lang) -> str:
    """The answer to `registry status` and `registry import`; nothing is shortened."""
    from collections import Counter

    registry, changes = status.registry, differences_of(status.registry)
    found: RegistryStatusJson = {
        "schema": SCHEMA,
        "source": registry.head.source,
        "date": registry.head.date,
        "is_file_date": registry.head.is_file_date,
        "rows": registry.head.rows,
        "agencies": len(registry),
        "kinds": dict(Counter(entry.kind.key for entry in registry)),
        "websites": status.websites,
        "former_status_codes": [entry.code for entry in status.former_codes],
        "left_out": registry.head.left_out,
        "left_out_rows": [{"row": o.row, "found": o.found, "why": o.why.say(lang)} for o in status.left_out],
        "before": None if changes.before is None else {"source": changes.before[0], "date": changes.before[1]},
        "new": [_named(agency) for agency in changes.new],
        "gone": [_named(agency) for agency in changes.gone],
        "renamed": [_change(*pair) for pair in changes.renamed],
        "upgraded": [_change(*pair) for pair in changes.upgraded],
    }
    return _document(found)


def used_object(registry: Registry) -> "RegistryUsedJson":
    """The registry that a list, or notices, were compared with."""
    return {"source": registry.head.source, "date": registry.head.date, "agencies": len(registry)}


def _named(agency: "NamedEntry") -> "RegistryNamedJson":
    return {"code": agency.code, "name": agency.name, "place": agency.place}


def _change(before: "NamedEntry", after: "NamedEntry") -> "RegistryChangeJson":
    return {"before": _named(before), "after": _named(after)}


def _document(found: Any) -> str:
    """A line a value; no line holds what a terminal or a CI log would obey."""
    lines = json.dumps(found, ensure_ascii=False, allow_nan=False, indent=2).split("\n")
    return "\n".join(map(for_json, lines)) + "\n"
