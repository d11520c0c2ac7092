"""What comes of addresses that clerks mistype: `python -m benchmarks.suggestions --show 15`.

The correct addresses of invented agencies, mistyped after a model of typing (`mistyping`), are checked: alone, with
their record, and without the code but with a registry. What must not be: that a typed address passes as another
agency's, or that another's is suggested. Where nothing else is known, one that is mistyped into another possible one is
*hidden*: nobody could see it, so it is counted apart.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Any, NamedTuple

from benchmarks.invented import FIELDS, Agency, invented, registry_of
from benchmarks.mistyping.model import Mistyped, mistype
from benchmarks.mistyping.parts import DLA, LGO
from benchmarks.table import Line, add_option, show
from saraban_check import AddressCheck, check_address

COUNT = 20_000
MOST_WRONG = 1 / 20_000
"""The share of wrong first suggestions that is allowed where the record is known."""


class Setting(NamedTuple):
    """What is known besides the address; with the record known nothing is hidden. `strict`: there are goals."""

    name: str
    fields: tuple[str, ...] = ()
    registry: bool = False
    strict: bool = False


SETTINGS = (
    Setting("nothing known"),
    Setting("record known", FIELDS, strict=True),
    Setting("no code, but a registry", FIELDS[1:], registry=True),
)


class Case(NamedTuple):
    """A mistyped address, and whose it is."""

    agency: Agency
    slip: Mistyped

    @property
    def meant(self) -> str:
        return self.slip.meant.text


class Came(StrEnum):
    """What comes of a mistyped address.

    Accepted: as the one that is meant, or as another: that nobody could see, with a finding that doubts it (an advisory
    of the name at lgo.mail.go.th), or with none. Refused, the first suggestion: what is meant, another form that the
    record gives the same agency, a name at lgo.mail.go.th guessed from the website, or wrong. The last two are counted
    besides: any suggestion is wrong; what is accepted is the very address of another agency.
    """

    AS_MEANT = "as meant"
    HIDDEN = "hidden"
    DOUBTED = "doubted"
    ANOTHER = "another"
    RIGHT = "right"
    OTHER_FORM = "its other"
    GUESSED = "guessed"
    WRONG_HIDDEN = "hidden wrong"
    WRONG = "wrong"
    NONE = "none"
    ANY_WRONG = "any wrong"
    REAL = "is another's"


_REFUSED = (Came.RIGHT, Came.OTHER_FORM, Came.GUESSED, Came.WRONG_HIDDEN, Came.WRONG, Came.NONE)
OUTCOMES = (Came.AS_MEANT, Came.HIDDEN, Came.DOUBTED, Came.ANOTHER, *_REFUSED)
"""Of each address one."""
_BAD = (Came.ANOTHER, Came.WRONG, Came.ANY_WRONG)


@dataclass
class Tally:
    """What became of all mistyped addresses in one setting."""

    setting: Setting
    counts: Counter[tuple[str, Came]] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[Came, Case, str]] = field(default_factory=list)
    total: int = 0

    def add(self, case: Case, check: AddressCheck, real: frozenset[str]) -> None:
        """Count what came of one; `real` are the addresses of all agencies."""
        self.total += 1
        value = (check.verdict.value or "").lower()
        excused = case.slip.hidden and not self.setting.fields
        if check.verdict.correct:
            form = "dla" if value.endswith(f"@{DLA}") else "other"
            accepted = Came.AS_MEANT if value == case.meant else Came.HIDDEN if excused else Came.ANOTHER
            if accepted == Came.ANOTHER and _is_doubted(check) and not (form == "dla" and self.setting.strict):
                accepted = Came.DOUBTED  # where the code is known, no doubt makes another code good
            self._count(accepted, case, value)
            if accepted == Came.ANOTHER:
                self.forms[form] += 1
            if accepted != Came.AS_MEANT and value in real:
                self._count(Came.REAL, case, value)
            return
        of_agency = _of_record(case.agency) if self.setting.fields else frozenset()
        given = [suggestion.address.lower() for suggestion in check.suggestions]
        if not given:
            self._count(Came.NONE, case, "")
        elif given[0] == case.meant:
            self._count(Came.RIGHT, case, given[0])
        elif given[0] in of_agency:
            self._count(Came.GUESSED if given[0].endswith(LGO) else Came.OTHER_FORM, case, given[0])
        else:
            self._count(Came.WRONG_HIDDEN if excused else Came.WRONG, case, given[0])
        if not excused and (others := [one for one in given if one != case.meant and one not in of_agency]):
            self._count(Came.ANY_WRONG, case, others[0])

    def _count(self, what: Came, case: Case, got: str) -> None:
        self.counts[case.slip.kind, what] += 1
        if what in _BAD and not (what == Came.ANY_WRONG and self.wrong and self.wrong[-1][1] is case):
            self.wrong.append((what, case, got))

    def sum(self, *what: Came) -> int:
        return sum(count for (_, of), count in self.counts.items() if of in what)


def _is_doubted(check: AddressCheck) -> bool:
    rules = (finding.rule for finding in check.verdict.findings)
    return any(rule.doubts_address or rule.contradicts_record for rule in rules)


def _of_record(agency: Agency) -> frozenset[str]:
    """The addresses that the record gives an agency: by its code, and by its website."""
    host = agency.record["website"].removeprefix("www.")
    code, label = agency.record["code"], host.partition(".")[0]
    by_code = (f"saraban_{code}@{DLA}",) if code else ()
    return frozenset((*by_code, *((f"saraban@{host}", f"saraban-{label}@{LGO}") if "/" not in host else ())))


def cases(agencies: list[Agency], seed: int, count: int) -> Iterator[Case]:
    """So many mistyped addresses, the same for the same seed."""
    rng = random.Random(f"{seed} slips")
    for agency in rng.choices(agencies, k=count):
        yield Case(agency, mistype(rng, agency.meant))


def refused(agencies: Iterable[Agency]) -> list[str]:
    """The correct addresses that are not accepted as they are, with the record or without."""
    records: Any = ((agency.meant.text, known) for agency in agencies for known in (agency.record, {}))
    verdicts = ((meant, check_address(meant, **known).verdict) for meant, known in records)
    return [meant for meant, verdict in verdicts if not verdict.correct or verdict.value != meant]


def measure(agencies: list[Agency], seed: int, count: int) -> list[Tally]:
    """What becomes of so many addresses, in each setting."""
    registry = registry_of(agency.record for agency in agencies)
    real = frozenset(agency.meant.text for agency in agencies)
    tallies = [Tally(setting) for setting in SETTINGS]
    for case in cases(agencies, seed, count):
        for tally in tallies:
            known: Any = {field: case.agency.record[field] for field in tally.setting.fields}
            loaded = registry if tally.setting.registry else None
            tally.add(case, check_address(case.slip.typed, **known, registry=loaded), real)
    return tallies


def lines_of(tallies: Iterable[Tally]) -> Iterator[Line]:
    """What was accepted as another address, and what the first suggestions are."""
    for tally in tallies:
        job, strict = f"mistyped, {tally.setting.name}", tally.setting.strict
        dla, other, of = tally.forms["dla"], tally.forms["other"], f"of {tally.total:,}"
        apart = (f"{tally.sum(what):,} {what}" for what in (Came.AS_MEANT, Came.HIDDEN, Came.DOUBTED, Came.REAL))
        accepted = f"{dla:,} dla, {other:,} other {of}"
        yield Line(
            f"{job}: accepted", "as another", accepted, "0 dla" * strict, dla == 0 if strict else None, ", ".join(apart)
        )
        wrong, every = tally.sum(Came.WRONG), tally.sum(*_REFUSED)
        share = f"{tally.sum(Came.RIGHT) / max(every, 1):.2%} of {every:,}, {wrong:,} wrong {of}"
        goal, ok = "<= 1 wrong in 20,000" * strict, wrong <= tally.total * MOST_WRONG if strict else None
        figures = ", ".join(
            f"{tally.sum(what):,} {what}"
            for what in (Came.OTHER_FORM, Came.GUESSED, Came.WRONG_HIDDEN, Came.ANY_WRONG, Came.NONE)
        )
        yield Line(f"{job}: first suggestion", "what was meant", share, goal, ok, figures)


def lines(seed: int = 2569, count: int = COUNT, keep: Callable[[list[Tally]], object] = len) -> Iterator[Line]:
    """All lines; the tallies are handed to `keep`."""
    agencies = invented(seed)
    bad = refused(agencies)
    figures = ", ".join(islice(bad, 2))
    yield Line("correct addresses refused", "none", f"{len(bad):,} of {2 * len(agencies):,}", "0", not bad, figures)
    tallies = measure(agencies, seed, count)
    keep(tallies)
    yield from lines_of(tallies)


# What is wrong


def _by_slip(tally: Tally) -> Iterator[str]:
    """What came of each kind of slip, as a table."""
    yield f"\n{tally.setting.name:24}{'typed':>7}" + "".join(f"{column:>14}" for column in Came)
    kinds = Counter(kind for kind, what in tally.counts.elements() if what in OUTCOMES)
    for kind, total in kinds.most_common():
        yield f"{kind:24}{total:7,}" + "".join(f"{tally.counts[kind, column] or '':>14}" for column in Came)


def _typical(tally: Tally, most: int) -> Iterator[str]:
    """Examples of what is wrong: of each kind of slip one, before any has two."""
    by_kind: dict[tuple[Came, str], list[str]] = {}
    for what, case, got in tally.wrong:
        said = f"  {what:9}  {' + '.join(case.slip.slips)}: {case.slip.typed!r}  meant {case.meant}  got {got}"
        by_kind.setdefault((what, case.slip.kind), []).append(said)
    groups = sorted(by_kind.values(), key=len, reverse=True)
    rounds = (group[i] for i in range(most) for group in groups if i < len(group))
    return islice(rounds, most)


def main() -> int:
    """Print the figures, by kind of slip too, and on request what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.suggestions", description=__doc__)
    parser.add_argument("--seed", type=int, default=2569)
    parser.add_argument("--count", type=int, default=COUNT, help=f"how many addresses are mistyped ({COUNT:,})")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="show N of what is wrong, in each setting")
    add_option(parser)
    wanted = parser.parse_args()
    if wanted.count < COUNT and wanted.record:
        parser.error(f"a part is not worth keeping: --record needs {COUNT:,} addresses")
    tallies: list[Tally] = []
    short = show(lines(wanted.seed, wanted.count, tallies.extend), wanted.record)
    for tally in tallies:
        print(*_by_slip(tally), *_typical(tally, wanted.show), sep="\n")
    return short


if __name__ == "__main__":
    sys.exit(main())
