"""The files that are measured on, made once into `benchmarks/out/`."""

import csv
import json
import random
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from benchmarks.invented import registry_of
from benchmarks.jobs import OWN_DOMAIN_ROWS, OWN_DOMAINS, REAL_BOOK, REAL_MILLION, REAL_TENTH, TIDY_BOOK, TIDY_MILLION
from benchmarks.nationwide import HEADINGS, Row, agencies, write_million, write_xlsx
from benchmarks.processes import OUT
from benchmarks.real_like import as_sent, write_own_domains, write_real
from saraban_check.registry.files import render_registry

EXTRA_COLUMNS = 40
_SOME_ROWS = 200_000
_RIGHT = (
    r"saraban_0[2-6][0-9]{6}@dla\.go\.th|saraban-[a-z0-9-]+@lgo\.mail\.go\.th|"
    r"saraban@[a-z0-9.-]+\.(?:go\.th|com|or\.th|ac\.th|mi\.th)"
)


def write_schema(path: Path) -> None:
    """The nearest thing that frictionless can check: the three forms as one pattern on the address column."""
    fields: list[dict[str, object]] = [{"name": heading, "type": "any"} for heading in HEADINGS.values()]
    fields[list(HEADINGS).index("address")] |= {"type": "string", "constraints": {"pattern": _RIGHT}}
    path.write_text(json.dumps({"fields": fields}, ensure_ascii=False, indent=1), encoding="utf-8")


def write_registry(path: Path) -> None:
    """The registry of the nationwide list's agencies."""
    path.write_bytes(render_registry(registry_of(agencies())))


def write_part(path: Path, extra: int) -> None:
    """The first rows of the million, each with so many cells more."""
    with (OUT / TIDY_MILLION).open(encoding="utf-8", newline="") as whole, path.open("w", encoding="utf-8") as part:
        reader, writer = csv.reader(whole), csv.writer(part)
        writer.writerow(next(reader) + [f"ช่องที่ {n}" for n in range(extra)])
        for number, row in enumerate(islice(reader, _SOME_ROWS)):
            writer.writerow(row + [f"{number + n}" for n in range(extra)])


def next_round(rows: list[Row], seed: int = 2569) -> list[Row]:
    """The list a round later: some agencies have mended their address, a few have spoiled it, a few are gone."""
    rng = random.Random(seed)
    found = []
    for row in rows:
        fate = rng.random()
        changed: Row = {}
        if row["expected_group"] in ("B1", "B3") and fate < 0.3:
            changed = {"address": f"saraban_{row['code']}@dla.go.th", "delivery": "✓"}
        elif row["expected_group"] == "A1" and fate > 0.99:
            changed = {"address": row["address"].replace("saraban", "sarabun")}
        if fate >= 0.005:
            found.append({**row, **changed})
    rng.shuffle(found)
    return found


def make_inputs() -> None:
    """Write what is not there yet. Each file appears under its name only when it is whole."""
    OUT.mkdir(exist_ok=True)
    without, with_websites = OWN_DOMAINS
    makers: dict[str, Callable[[Path], None]] = {
        TIDY_BOOK: lambda path: write_xlsx(path, agencies()),
        REAL_BOOK: lambda path: write_xlsx(path, as_sent(agencies())),
        "nationwide-next.xlsx": lambda path: write_xlsx(path, next_round(agencies())),
        "nationwide.schema.json": write_schema,
        "registry.bin": write_registry,
        TIDY_MILLION: write_million,
        REAL_MILLION: lambda path: write_real(path, 1_000_000),
        REAL_TENTH: lambda path: write_real(path, 100_000),
        "one-row.csv": lambda path: write_real(path, 1),
        without: lambda path: write_own_domains(path, OWN_DOMAIN_ROWS, websites=False),
        with_websites: lambda path: write_own_domains(path, OWN_DOMAIN_ROWS, websites=True),
        "narrow.csv": lambda path: write_part(path, 0),
        "wide.csv": lambda path: write_part(path, EXTRA_COLUMNS),
    }
    for name, make in makers.items():
        path = OUT / name
        if not path.exists():
            unfinished = path.with_stem(path.stem + "-unfinished")
            make(unfinished)
            unfinished.replace(path)
