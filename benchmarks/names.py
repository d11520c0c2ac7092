"""How often the registry finds an agency by its name: `python -m benchmarks.names PATH`.

PATH is a CSV of the registry's codes, kinds, names without the kind, districts and provinces. Every name is written
in many ways, as it is and with one random slip, and looked for with the district and the province known and without.
"""

import argparse
import csv
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from benchmarks.table import Line, add_option, show
from saraban_check.model.record import Kind, Province
from saraban_check.model.registry import Likeness, NameMatch, RegistryEntry
from saraban_check.reference.kinds import find_kind, kinds
from saraban_check.reference.places import find_province
from saraban_check.registry.match import NameIndex

_THAI = "".join(map(chr, (*range(0x0E01, 0x0E3A), *range(0x0E40, 0x0E4F))))

WRONG = 0.001
"""The share of other agencies found that is too much, whatever is known."""


class Asked(NamedTuple):
    """A name as written, and what else is known of the agency that is meant."""

    meant: RegistryEntry
    text: str
    kind: Kind | None
    province: Province | None
    amphoe: str


class Measure(NamedTuple):
    """What is varied: whether the name has a slip, what is given; `reach` is the share to be right."""

    name: str
    slip: bool = False
    amphoe: bool = True
    province: bool = True
    kind: bool = True
    reach: float = 0.0


MEASURES = (
    Measure("as written, all known", reach=0.995),
    Measure("one slip, all known", slip=True, reach=0.97),
    Measure("as written, district not known", amphoe=False),
    Measure("one slip, district not known", slip=True, amphoe=False),
    Measure("as written, province not known", province=False),
    Measure("one slip, province not known", slip=True, province=False),
    Measure("as written, neither known", amphoe=False, province=False),
    Measure("one slip, neither known", slip=True, amphoe=False, province=False),
)


@dataclass
class Tally:
    """What became of all names of one measure."""

    measure: Measure
    found: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[Asked, NameMatch]] = field(default_factory=list)
    missed: list[tuple[Asked, NameMatch]] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def total(self) -> int:
        return self.found.total()

    def share(self, what: str) -> float:
        return self.found[what] / self.total

    @property
    def good(self) -> bool:
        return self.share("right") >= self.measure.reach and self.share("wrong") < WRONG


def read(path: Path) -> list[RegistryEntry]:
    """The agencies of a file with the columns code, kind, name, district, province, in this order."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))[1:]
    return [_entry(*line[:5]) for line in lines]


def _entry(code: str, kind: str, name: str, amphoe: str, province: str) -> RegistryEntry:
    known, place = find_kind(kind) or kinds()["pattaya"], find_province(province)
    assert place is not None
    return RegistryEntry(code.zfill(8), name, known, amphoe, place)


def ways(name: str, kind: Kind) -> tuple[str, ...]:
    """The ways in which people write a name with its kind."""
    if kind.only_code is not None:
        return (name, f" {name} ", f"สำนักงาน{name}", f"ศาลาว่าการ{name}", f"{name} จ.ชลบุรี")
    long, letters = kind.name.th, kind.short.strip(".")
    office = "สำนักงาน" if letters.startswith("ท") else "ที่ทำการ "
    return (
        f"{long}{name}",
        f"{long} {name}",
        f"{letters}.{name}",
        f"{letters} {name}",
        f"{'.'.join(letters)}. {name}",
        f"{name} ({letters}.)",
        f"{name} ({long})",
        f"{office}{letters}.{name}",
        f"{office}{long}{name}",
    )


def slip(rng: random.Random, name: str) -> str:
    """A Thai letter or mark more, one less, another, or two swapped."""
    while True:
        at, letter = rng.randrange(len(name)), rng.choice(_THAI)
        way = rng.choice(("insert", "delete", "replace", "swap"))
        if way == "insert":
            typed = name[:at] + letter + name[at:]
        elif way == "swap":
            typed = name[:at] + name[at : at + 2][::-1] + name[at + 2 :]
        else:
            typed = name[:at] + (letter if way == "replace" else "") + name[at + 1 :]
        if typed.strip() and typed != name:
            return typed


def asked(entries: Iterable[RegistryEntry], measure: Measure, seed: int, most: int | None = None) -> Iterator[Asked]:
    """Every agency in every way, each way with a slip of its own; or so many of these, drawn at random."""
    every = [(entry, number) for entry in entries for number in range(len(ways("", entry.kind)))]
    drawn = every if most is None or most >= len(every) else random.Random(seed).sample(every, most)
    for entry, number in drawn:
        rng = random.Random(f"{seed} {entry.code} {number}")
        name = slip(rng, entry.name) if measure.slip else entry.name
        yield Asked(
            entry,
            ways(name, entry.kind)[number],
            entry.kind if measure.kind else None,
            entry.province if measure.province else None,
            entry.amphoe if measure.amphoe else "",
        )


def tally(
    index: NameIndex, entries: Iterable[RegistryEntry], measure: Measure, seed: int = 2569, most: int | None = None
) -> Tally:
    """Look for all of them, or for so many, and count."""
    result = Tally(measure)
    questions = list(asked(entries, measure, seed, most))
    before = time.process_time()
    answers = [index.match(one.text, one.kind, one.province, one.amphoe) for one in questions]
    result.seconds = time.process_time() - before
    for one, answer in zip(questions, answers, strict=True):
        if answer.entry is None:
            what = "ambiguous" if answer.how is Likeness.AMBIGUOUS else "none"
            result.missed.append((one, answer))
        else:
            what = "right" if answer.entry.code == one.meant.code else "wrong"
            if what == "wrong":
                result.wrong.append((one, answer))
        result.found[what] += 1
    return result


def gone(entries: list[RegistryEntry]) -> Counter[str]:
    """What is found for each agency by its own name when the registry no longer has it: nothing should be."""
    found: Counter[str] = Counter()
    by_province: dict[str, list[RegistryEntry]] = {}
    for entry in entries:
        by_province.setdefault(entry.province.code, []).append(entry)
    for entry in entries:
        index = NameIndex(one for one in by_province[entry.province.code] if one.code != entry.code)
        found[index.match(entry.name, entry.kind, entry.province, entry.amphoe).how.value] += 1
    return found


def line_of(tally: Tally) -> Line:
    """The share of right answers, and of the others."""
    others = ", ".join(f"{what} {tally.share(what):.3%}" for what in ("wrong", "ambiguous", "none"))
    figures = f"{others}; {1000 * tally.seconds / tally.total:.3f} ms each"
    reach = tally.measure.reach
    goal = f">= {reach:.1%} right, < {WRONG:.1%} wrong" if reach else f"< {WRONG:.1%} wrong"
    share = f"{tally.share('right'):.3%} of {tally.total:,}"
    return Line(f"names, {tally.measure.name}", "what was meant", share, goal, tally.good, figures)


def _shown(one: Asked, answer: NameMatch) -> str:
    meant = one.meant
    entries = " | ".join(f"{e.full_name} {e.amphoe} {e.province.name.th}" for e in answer.entries[:3])
    return f"  {one.text} [{meant.full_name} {meant.amphoe} {meant.province.name.th}] {answer.how.value}: {entries}"


def main() -> int:
    """Print the shares, and on request what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names", description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--seed", type=int, default=2569)
    parser.add_argument("--most", type=int, metavar="N", help="look for N of them only, drawn at random")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="show N wrong answers and N missing ones")
    parser.add_argument("--gone", action="store_true", help="also look for agencies that were taken out (a minute)")
    add_option(parser)
    wanted = parser.parse_args()
    if wanted.most and wanted.record:
        parser.error("a part of the names is not worth keeping: --record needs all of them")
    entries = read(wanted.path)
    index = NameIndex(entries)
    tallies = [tally(index, entries, measure, wanted.seed, wanted.most) for measure in MEASURES]
    short = show(map(line_of, tallies), wanted.record)
    for one in tallies if wanted.show else ():
        print(f"\n{one.measure.name}: {len(one.wrong):,} wrong, {len(one.missed):,} not found")
        for answers in (one.wrong, one.missed):
            for question, answer in random.Random(wanted.seed).sample(answers, min(wanted.show, len(answers))):
                print(_shown(question, answer))
    if wanted.gone:
        print("\nnot in the registry:", dict(gone(entries)))
    return short


if __name__ == "__main__":
    sys.exit(main())
