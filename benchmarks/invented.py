"""Invented agencies, each with its correct address and its record, and a registry of them.

Of the local ones (`nationwide.places`) fewer are at dla.go.th than in reality, so that every form is measured; beside
them stand offices that have no code: colleges, hospitals, departments whose mail is at `LABEL.mail.go.th`.
"""

import random
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from benchmarks.mistyping.parts import DLA, LGO, Parts
from benchmarks.nationwide import Place, places
from saraban_check.intake.headings import Header
from saraban_check.model.record import SourceRow
from saraban_check.registry.importing import import_rows
from saraban_check.registry.registry import Registry

FIELDS = ("code", "name", "kind", "amphoe", "province", "website")
_OFFICES = 800
_SORTS = {"โรงพยาบาล": ("hospital.go.th", 3), "วิทยาลัย": ("college.ac.th", 3), "มูลนิธิ": (".or.th", 2), "กรม": ("", 5)}
"""Offices without a code: what their domain ends in, and how frequent they are; a กรม has its mail at mail.go.th."""


class Agency(NamedTuple):
    """An agency, and the address that is its own."""

    meant: Parts
    record: dict[str, str]


def _local(rng: random.Random, place: Place) -> Agency:
    """A local agency: its address at dla.go.th, at lgo.mail.go.th, or under its own domain."""
    form = rng.choices(("dla", "lgo", "own"), (62, 18, 20))[0]
    first, _, rest = place.label.partition("-")
    label = rng.choices((first + rest, place.label, f"{first}-{place.kind.key}{rest[:4]}"), (70, 20, 10))[0]
    suffix = rng.choices((".go.th", ".com", ".or.th"), (86, 10, 4))[0] if form == "own" else ".go.th"
    website = f"www.{label}{suffix}"
    if form == "dla":
        meant = Parts("saraban", "_", place.code, DLA)
        website = rng.choices((website, "", f"https://www.facebook.com/{label}"), (85, 10, 5))[0]
    elif form == "lgo":
        cut = rng.randint(1, 3) if rng.random() < 0.1 else 0  # as it was given out: sometimes cut short
        meant = Parts("saraban", "-", label[: len(label) - cut].rstrip("-"), LGO)
    else:
        meant = Parts("saraban", "", "", label + suffix)
    name = place.kind.short + place.name
    told = (place.code, name, place.kind.name.th, place.amphoe, place.province.name.th, website)
    return Agency(meant, dict(zip(FIELDS, told, strict=True)))


def _office(rng: random.Random, place: Place) -> Agency:
    """An office without a code. No Thai name in English has an x, so nobody's letters are among those of a กรม."""
    sort = rng.choices(list(_SORTS), [weight for _, weight in _SORTS.values()])[0]
    label = place.label.replace("-", "")
    domain = website = label + _SORTS[sort][0]
    if sort == "กรม":
        label = "x" + "".join(rng.choices("bcdghklmnoprstw", k=rng.randint(2, 3)))
        domain, website = f"{label}.mail.go.th", f"{label}.go.th"
    told = ("", f"{sort}{place.name}", "central", "", place.province.name.th, f"www.{website}")
    return Agency(Parts("saraban", "", "", domain), dict(zip(FIELDS, told, strict=True)))


def invented(seed: int = 2569) -> list[Agency]:
    """The agencies, the same for the same seed; no two have the same address."""
    rng = random.Random(seed)
    found = places(rng)
    agencies = [_local(rng, place) for place in found] + [_office(rng, place) for place in rng.sample(found, _OFFICES)]
    return list({agency.meant: agency for agency in agencies}.values())


def registry_of(rows: Iterable[Mapping[str, str]]) -> Registry:
    """The registry of invented agencies, of those that have a code."""
    header = Header(0, 0, FIELDS, {field: at for at, field in enumerate(FIELDS)})
    numbered = enumerate((row for row in rows if row["code"]), start=2)
    found = import_rows(
        (SourceRow(n, [row[f] for f in FIELDS]) for n, row in numbered), header, "invented", "2026-06-30"
    )
    assert not found.left_out, found.left_out[:3]
    return found.registry
