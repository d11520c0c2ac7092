"""What was known of a list when it was last accepted: by agency, its group and how often each rule was broken.

Keyed by agency and rule, never by row, so that sorting the list or adding to it makes nothing new. An agency whose key
has changed, because its code was filled in or corrected, is known again as `compare` knows it.
"""

import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..address.codes import is_eight_digits, is_possible, province_of
from ..checks.identity import UNKNOWN, key_of, named_agency
from ..intake.named_file import read_named_text
from ..model.agency_result import AgencyResult
from ..model.assessment import NOTHING_TO_DO
from ..model.errors import InputError
from ..model.finding import Severity
from ..model.text import Text
from ..reference.kinds import kind_of_name, kinds
from ..reference.places import provinces
from ..registry.registry import kind_of_code

if TYPE_CHECKING:  # most runs have no baseline
    from ..checks.classification import Classification
    from ..comparison.standing import Standing
    from ..contract.gate import KnownJson

SCHEMA = "saraban-check/baseline/1"


@dataclass(frozen=True)
class Known:
    """One agency as it was: its groups (several where it stood in several rows), its findings by rule, its name.

    `amphoe` is its district, where its key is its code and does not say that. `has_namesake`: another agency of the
    list may have had the same name, so that its name does not say who it is.
    """

    groups: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    name: str = ""
    amphoe: str = ""
    has_namesake: bool = False


class Fixed(NamedTuple):
    """A finding that was known and is gone; `listed` says whether its agency is still in the list."""

    key: str
    name: str
    code: str
    times: int
    listed: bool


Baseline = dict[str, Known]
"""By agency (see `key_of`)."""


@dataclass(frozen=True)
class AgainstBaseline:
    """A list against its baseline.

    `new` holds, by row, the positions of the findings that were not known, `problems` those of them that are no mere
    notes; `moved` the rows of agencies that were
    not known to be in the group in which they are now.
    """

    new: dict[int, frozenset[int]]
    problems: dict[int, tuple[int, ...]]
    moved: frozenset[int]
    fixed: tuple[Fixed, ...]
    known: int

    @property
    def problem_count(self) -> int:
        """How many errors and warnings were not known."""
        return sum(map(len, self.problems.values()))

    def is_new(self, row: int, position: int) -> bool:
        return position in self.new.get(row, ())


def baseline_of(agencies: Iterable[AgencyResult]) -> Baseline:
    """All that is to be said of these agencies; of one without findings only if it is not in A1."""
    found: Baseline = {}
    names: dict[tuple[str, ...], set[tuple[str, str]]] = {}
    for agency in agencies:
        if (named := named_agency(agency.record)) is not None:
            names.setdefault(named[:3], set()).add((key_of(agency), named.amphoe))
        if not agency.findings and agency.group == NOTHING_TO_DO:
            continue
        key, name = key_of(agency), " ".join(agency.record.name.split())
        known = found.setdefault(key, Known(name=name))
        if name and (not known.name or name < known.name):  # of several spellings always the same one
            known = found[key] = replace(known, name=name)
        if agency.record.code is not None and not known.amphoe:
            known = found[key] = replace(known, amphoe=" ".join(agency.record.amphoe.split()))
        known.groups[agency.group] += 1
        known.findings.update(finding.code for finding in agency.findings)
    for key in _namesakes(names):
        if key in found:
            found[key] = replace(found[key], has_namesake=True)
    return found


def _namesakes(names: dict[tuple[str, ...], set[tuple[str, str]]]) -> Iterator[str]:
    """The keys of agencies whose name another key has too, and no district known of both tells them apart."""
    for same in names.values():
        keys: dict[str, set[str]] = {}
        for key, amphoe in same:
            keys.setdefault(amphoe, set()).add(key)
        everywhere = keys.pop(UNKNOWN, set())
        for there in keys.values():
            if len(there | everywhere) > 1:
                yield from there
        if len(everywhere.union(*keys.values())) > 1:
            yield from everywhere


def compare_with(baseline: Baseline, agencies: Iterable[AgencyResult]) -> AgainstBaseline:
    """What of a list is new, what was known, and what of the known is gone."""
    agencies = tuple(agencies)
    former = _former_keys(baseline, agencies)
    left = {key: Counter(known.findings) for key, known in baseline.items()}
    groups = {key: Counter(known.groups) for key, known in baseline.items()}
    new: dict[int, frozenset[int]] = {}
    problems: dict[int, tuple[int, ...]] = {}
    moved, present, known = set(), set(), 0
    for agency in agencies:
        key, row = key_of(agency), agency.record.row
        key = former.get(key, key)
        present.add(key)
        allowed = left.get(key, _NOTHING)
        unknown = []
        for position, finding in enumerate(agency.findings):
            if allowed[finding.code] > 0:
                allowed[finding.code] -= 1
                known += 1
            else:
                unknown.append(position)
        for finding in agency.ignored:  # what is ignored is there still: nobody has mended it
            if allowed[finding.code] > 0:
                allowed[finding.code] -= 1
        if unknown:
            new[row] = frozenset(unknown)
            wrong = [position for position in unknown if agency.findings[position].severity is not Severity.INFO]
            if wrong:
                problems[row] = tuple(wrong)
        before = groups.get(key, _NOTHING)
        if before[agency.group] > 0:
            before[agency.group] -= 1
        else:
            moved.add(row)
    return AgainstBaseline(new, problems, frozenset(moved), tuple(_fixed(baseline, left, present)), known)


_NOTHING: Counter[str] = Counter()


def _former_keys(baseline: Baseline, agencies: Iterable[AgencyResult]) -> dict[str, str]:
    """The key in the baseline of each agency that has another now, by that.

    Rows that share a key without a code may be several agencies: they are matched with none.
    """
    from ..comparison.match import match
    from ..comparison.standing import Standing

    rows: dict[str, list[AgencyResult]] = {}
    for agency in agencies:
        rows.setdefault(key_of(agency), []).append(agency)
    named = [key for key, known in baseline.items() if not key.startswith("@") and not known.has_namesake]
    old_keys = [key for key in named if key not in rows]
    new_keys = [key for key in rows if key not in baseline and not key.startswith("@")]
    old, new = [], []
    for number, key in enumerate(old_keys):
        standing = _known_standing(number, key, baseline[key])
        old += _each(standing, baseline[key].groups.total())
    for number, key in enumerate(new_keys):
        record = rows[key][0].record
        standing = Standing(number, record.code, record.name, record.kind, record.province, record.amphoe, "", None)
        new += _each(standing, len(rows[key]))
    return {new_keys[pair.new.row]: old_keys[pair.old.row] for pair in match(old, new).pairs}


def _each(standing: "Standing", times: int) -> "list[Standing]":
    return [standing] if standing.code else [standing._replace() for _ in range(times)]


def _known_standing(number: int, key: str, known: Known) -> "Standing":
    """An agency of the baseline as `match` takes it: its code says kind and province, or its key does."""
    from ..comparison.standing import Standing

    if is_eight_digits(key) and is_possible(key):
        kind = kind_of_name(known.name) or kind_of_code(key)
        return Standing(number, key, known.name, kind, province_of(key), known.amphoe, "", None)
    key_of_kind, _, province, amphoe = (*key.split("/"), "", "", "", "")[:4]
    return Standing(number, None, known.name, kinds().get(key_of_kind), provinces().get(province), amphoe, "", None)


def _fixed(baseline: Baseline, left: dict[str, Counter[str]], present: set[str]) -> Iterator[Fixed]:
    for key, counts in left.items():
        for code, times in sorted(counts.items()):
            if times > 0:
                yield Fixed(key, baseline[key].name, code, times, key in present)


def part_of_baseline(baseline: Baseline, result: "Classification", outside: Container[str]) -> Baseline:
    """What is known of the part that a list was narrowed to: not of agencies `outside`, nor of another province's.

    Of one that is no longer in the list nobody knows whether it was inside, unless its key says the province.
    """
    inside = {key_of(agency) for agency in result.agencies}
    conditions = result.narrowing.conditions if result.narrowing else ()
    wanted = [{value.key for value in one.values} for one in conditions if one.section.key == "province"]

    def is_gone(key: str) -> bool:
        province = _known_standing(0, key, baseline[key]).province if wanted else None
        return key not in outside and (province is None or all(province.code in codes for codes in wanted))

    return {key: known for key, known in baseline.items() if key in inside or is_gone(key)}


def render_baseline(baseline: Baseline) -> str:
    """The baseline as JSON: sorted, an agency a line, so that a change to one is a change of one line."""
    lines = []
    for key in sorted(baseline):
        known = baseline[key]
        entry: KnownJson = {
            "name": known.name,
            "groups": _sorted(known.groups),
            "findings": _sorted(known.findings),
        }
        if known.amphoe:
            entry["amphoe"] = known.amphoe
        if known.has_namesake:
            entry["namesake"] = True
        lines.append(f"    {_dump(key)}: {_dump(entry)}")
    agencies = "{\n" + ",\n".join(lines) + "\n  }" if lines else "{}"
    return f'{{\n  "schema": {_dump(SCHEMA)},\n  "agencies": {agencies}\n}}\n'


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return {name: counts[name] for name in sorted(counts)}


def _dump(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate cannot be written


_MOST_TIMES = 1 << 31
_NOT_ONE = Text(
    "{file}: ไม่ใช่ไฟล์ baseline ของ saraban-check ({why}) ถ้าไม่ใช่ไฟล์สำคัญ ลบแล้วสร้างใหม่ด้วย --update-baseline",
    "{file}: not a baseline of saraban-check ({why}); if it is nothing else, delete it and use --update-baseline",
)
_NO_JSON = Text("อ่านเป็น JSON ไม่ได้", "it is not JSON")
_OTHER_SCHEMA = Text("ไม่มี schema ที่รู้จัก", "its schema is not known")
_BAD_ENTRY = Text("รายการของ “{key}” ผิดรูปแบบ", "its entry “{key}” is malformed")


def read_baseline(text: str, file: str) -> Baseline:
    """A baseline as it was written. Raises InputError where the text is none."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise InputError(_NOT_ONE, file=file, why=_NO_JSON) from None
    if not isinstance(found, dict) or found.get("schema") != SCHEMA or not isinstance(found.get("agencies"), dict):
        raise InputError(_NOT_ONE, file=file, why=_OTHER_SCHEMA)
    return {key: _read_known(key, entry, file) for key, entry in found["agencies"].items()}


def _read_known(key: str, entry: object, file: str) -> Known:
    match entry:
        case {"groups": dict() as groups, "findings": dict() as findings, "name": str() as name, **more} if all(
            type(times) is int and 0 < times < _MOST_TIMES for times in (*groups.values(), *findings.values())
        ):
            amphoe, namesake = more.get("amphoe", ""), more.get("namesake", False)
            if isinstance(amphoe, str) and isinstance(namesake, bool):
                return Known(Counter(groups), Counter(findings), name, amphoe, namesake)
    raise InputError(_NOT_ONE, file=file, why=_BAD_ENTRY.fill(key=key[:60]))


def load_baseline(path: str | Path) -> "Baseline":
    """What was known of a list (`render_baseline` wrote it). Raises InputError where the file is none."""
    return read_baseline(read_named_text(Path(path)), Path(path).name)
