"""How often a suggestion is the address that was meant: `python -m benchmarks.suggestions --show 15`.

The correct addresses of the nationwide list are mistyped at random and checked again: with the agency's code
known, without it, and without it but with a registry of the agencies loaded, where its name and district find it.
"""

import argparse
import random
import re
import string
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from benchmarks.nationwide import agencies
from benchmarks.table import Line, add_option, show
from saraban_check import AddressCheck, check_address
from saraban_check.intake.headings import Header
from saraban_check.model.record import SourceRow
from saraban_check.registry.importing import import_rows
from saraban_check.registry.registry import Registry

_ALPHABET = string.ascii_lowercase + string.digits + "._-@"
_IN_GROUPS_OF_CORRECT = ("A1", "A2", "D1")


class Known(NamedTuple):
    """What is known besides the address: whether the record has the code, and whether a registry is loaded."""

    code: bool
    registry: bool

    @property
    def text(self) -> str:
        return f"code {'known' if self.code else 'not known'}" + (", with the registry" if self.registry else "")


REACH = {Known(True, False): 0.99, Known(False, False): 0.95, Known(False, True): 0.995, Known(True, True): 0.995}
"""The share of right first suggestions to reach."""


class Mistyped(NamedTuple):
    """A correct address, and what became of it; `parts` are where the slips are."""

    original: str
    typed: str
    edits: int
    parts: str
    record: dict[str, Any]


class Wrong(NamedTuple):
    """A first suggestion that is not what was meant."""

    case: Mistyped
    got: str
    origin: str

    @property
    def sort(self) -> str:
        return f"{self.case.parts} of {_form(self.case.original)} → {_form(self.got)} ({self.origin})"


@dataclass
class Tally:
    """What came of all mistyped addresses of one sort."""

    known: Known
    edits: int | None
    incorrect: int = 0
    given: int = 0
    right: int = 0
    contradicting: list[str] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)

    @property
    def name(self) -> str:
        slips = {1: "one slip", 2: "two slips", None: "one or two slips"}[self.edits]
        return f"{slips}, {self.known.text}"

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 1.0

    @property
    def how_often(self) -> float:
        return self.given / self.incorrect if self.incorrect else 0.0


def _form(address: str) -> str:
    return {"dla.go.th": "dla", "lgo.mail.go.th": "lgo"}.get(address.rpartition("@")[2], "own")


def _part(address: str, at: int) -> str:
    """Which part of an address stands at a place."""
    local = address.rfind("@")
    if at >= local:
        return "@" if at == local else "domain"
    if at < len("saraban"):
        return "word"
    return "separator" if address[at] in "_-" and at == len("saraban") else "code" if "_" in address else "name"


def mistype(rng: random.Random, text: str) -> tuple[str, str]:
    """One slip of the fingers, and in which part it is: a letter more, one less, another, or two swapped."""
    while True:
        at = rng.randrange(len(text))
        way = rng.choice(("insert", "delete", "replace", "swap"))
        letter = rng.choice(_ALPHABET)
        if way == "insert":
            typed = text[:at] + letter + text[at:]
        elif way == "delete":
            typed = text[:at] + text[at + 1 :]
        elif way == "replace":
            typed = text[:at] + letter + text[at + 1 :]
        else:
            typed = text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
        if typed not in ("", text):
            return typed, _part(text, at)


def mistype_often(rng: random.Random, text: str, edits: int) -> tuple[str, str]:
    """So many slips one after the other, and in which parts."""
    parts = []
    for _ in range(edits):
        text, part = mistype(rng, text)
        parts.append(part)
    return text, "+".join(sorted(parts))


def mistyped(seed: int, each: int) -> Iterator[Mistyped]:
    """Every correct address of the list, so many times with one slip and as often with two."""
    for row in agencies(seed):
        record: dict[str, Any] = {name: row[name] for name in ("code", "province", "kind", "name", "amphoe", "website")}
        check = check_address(row["address"], **record)
        if row["expected_group"] not in _IN_GROUPS_OF_CORRECT or not check.verdict.correct:
            continue
        original = (check.verdict.value or "").lower()
        for edits in (1, 2):
            for time in range(each):
                rng = random.Random(f"{seed} {original} {edits} {time}")
                typed, parts = original, ""
                while typed == original:
                    typed, parts = mistype_often(rng, original, edits)
                yield Mistyped(original, typed, edits, parts, record)


def contradicts(suggested: str, record: dict[str, Any]) -> bool:
    """Whether a suggestion is wrong by the rules, or its code does not agree with the record digit by digit."""
    again = check_address(suggested, **record)
    rules = [finding.rule for finding in again.verdict.findings]
    if not again.verdict.correct or any(rule.doubts_address or rule.contradicts_record for rule in rules):
        return True
    if (code := re.search(r"_([0-9]{8})@dla", suggested)) is None:
        return False
    known = again.record
    return (
        (known.code is not None and known.code != code[1])
        or (known.province is not None and known.province.code != code[1][2:4])
        or (known.kind is not None and known.kind.type_digits != code[1][:2])
    )


def registry_of(seed: int) -> Registry:
    """The registry of the made-up agencies."""
    fields = ("code", "name", "kind", "amphoe", "province", "website")
    header = Header(0, 0, fields, {field: at for at, field in enumerate(fields)})
    rows = (SourceRow(number, [row[field] for field in fields]) for number, row in enumerate(agencies(seed), start=2))
    found = import_rows(rows, header, "nationwide", "2026-06-30")
    assert not found.left_out, found.left_out[:3]
    return found.registry


def _count(tally: Tally, case: Mistyped, check: AddressCheck, contradicting: list[str]) -> None:
    tally.incorrect += 1
    if not check.suggestions:
        return
    tally.given += 1
    tally.contradicting += contradicting
    first = check.suggestions[0]
    if first.address.lower() == case.original:
        tally.right += 1
    else:
        tally.wrong.append(Wrong(case, first.address, first.origin.value))


def measure(seed: int = 2569, each: int = 2) -> list[Tally]:
    """The tallies: with the code and without it, with the registry, for one slip, two, and both together."""
    tallies = {(known, edits): Tally(known, edits) for known in REACH for edits in (1, 2, None)}
    registry = registry_of(seed)
    for case in mistyped(seed, each):
        for known in REACH:
            record = case.record if known.code else {k: v for k, v in case.record.items() if k != "code"}
            asked = case._replace(record=record)
            check = check_address(case.typed, **record, registry=registry if known.registry else None)
            if check.verdict.correct is False and check.verdict.value is not None:
                contradicting = [s.address for s in check.suggestions if contradicts(s.address, record)]
                for edits in (case.edits, None):
                    _count(tallies[known, edits], asked, check, contradicting)
    return list(tallies.values())


def lines_of(tallies: list[Tally]) -> Iterator[Line]:
    """The share of right first suggestions, and how many contradict the record."""
    for tally in tallies:
        reach, bad = REACH[tally.known], len(tally.contradicting)
        share, goal = f"{tally.precision:.2%} of {tally.given:,}", f">= {reach:.1%}, none contradicting"
        ok, figures = tally.precision >= reach and not bad, f"given to {tally.how_often:.1%}, {bad} contradict"
        yield Line(f"suggestion, {tally.name}", "what was meant", share, goal, ok, figures)


def _typical(wrong: list[Wrong], most: int) -> list[Wrong]:
    """Examples of the most frequent sorts, of each sort at least one before any has two more."""
    by_sort: dict[str, list[Wrong]] = {}
    for one in wrong:
        by_sort.setdefault(one.sort, []).append(one)
    sorts = sorted(by_sort.values(), key=len, reverse=True)
    rounds = (of_sort[i] for i in range(most) for of_sort in sorts if i < len(of_sort))
    return [one for one, _ in zip(rounds, range(most))]


def main() -> int:
    """Print the shares, and on request what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.suggestions", description=__doc__)
    parser.add_argument("--seed", type=int, default=2569)
    parser.add_argument("--each", type=int, default=2, help="how often each address is mistyped (2)")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="show N typical wrong suggestions")
    add_option(parser)
    wanted = parser.parse_args()
    tallies = measure(wanted.seed, wanted.each)
    short = show(lines_of(tallies), wanted.record)
    for tally in tallies if wanted.show else ():
        if tally.edits is None:
            print(f"\n{tally.name}: {len(tally.wrong)} wrong")
            for sort, times in Counter(one.sort for one in tally.wrong).most_common(wanted.show):
                print(f"  {times:5}  {sort}")
            for one in _typical(tally.wrong, wanted.show):
                print(f"  {one.case.original}  typed {one.case.typed}  got {one.got}\n      {one.case.record}")
    return short


if __name__ == "__main__":
    sys.exit(main())
