"""The registry's screens as JSON."""

import json
from typing import TYPE_CHECKING, Any

from ..model.registry import Likeness, NameMatch, RegistryEntry
from ..model.text import Lang
from ..registry.store import differences_of
from .escape import for_json

if TYPE_CHECKING:
    from .registry_page import Status

SCHEMA = "saraban-check/registry/1"


def entry_object(entry: RegistryEntry) -> dict[str, Any]:
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


def match_object(match: NameMatch) -> dict[str, Any] | None:
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
    found = {
        "schema": SCHEMA,
        "match": match.how.value,
        "score": round(match.score, 3),
        "agencies": [entry_object(entry) for entry in match.entries],
    }
    return _document(found)


def status_json(status: "Status", lang: Lang) -> str:
    """The answer to `registry status` and `registry import`; nothing is shortened."""
    from collections import Counter

    from .registry_page import former_codes, website_count

    registry, changes = status.registry, differences_of(status.registry)
    found = {
        "schema": SCHEMA,
        "source": registry.head.source,
        "date": registry.head.date,
        "is_file_date": registry.head.is_file_date,
        "rows": registry.head.rows,
        "agencies": len(registry),
        "kinds": dict(Counter(entry.kind.key for entry in registry)),
        "websites": website_count(registry),
        "former_status_codes": [entry.code for entry in former_codes(registry)],
        "left_out": registry.head.left_out,
        "left_out_rows": [{"row": o.row, "found": o.found, "why": o.why.say(lang)} for o in status.left_out],
        "before": None if changes.before is None else dict(zip(("source", "date"), changes.before, strict=True)),
        "new": [agency._asdict() for agency in changes.new],
        "gone": [agency._asdict() for agency in changes.gone],
        "renamed": [{"before": b._asdict(), "after": a._asdict()} for b, a in changes.renamed],
        "upgraded": [{"before": b._asdict(), "after": a._asdict()} for b, a in changes.upgraded],
    }
    return _document(found)


def _document(found: dict[str, Any]) -> str:
    """A line a value; no line holds what a terminal or a CI log would obey."""
    lines = json.dumps(found, ensure_ascii=False, allow_nan=False, indent=2).split("\n")
    return "\n".join(map(for_json, lines)) + "\n"
