"""Files become rounds: a list is classified now, an earlier result is taken as it stands."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..checks.classification import Classification
from ..checks.classify import classify
from ..checks.judging import FurtherSources, Judging, Watch
from ..grouping.table import RULESET
from ..intake.options import ListOptions
from ..intake.saved_result import is_saved_result, read_saved_result
from ..model.assessment import Assessment
from ..model.errors import RequestError
from ..model.record import Province
from ..model.text import Text
from .moves import Comparison, compare_rounds
from .part import narrowed, round_in
from .series import figures_of
from .standing import Round, Standing, assessed, standing_of

if TYPE_CHECKING:
    from ..delivery.evidence import DeliveryEvidence

MOST_ROUNDS = 60
"""Two and a half years of rounds of 15 days: what a chart and a sheet can still show."""
_TOO_MANY = Text(
    "ระบุได้ไม่เกิน {most} รอบ แต่ได้ {found} รอบ เลือกเฉพาะรอบที่จะเทียบ",
    "at most {most} rounds can be compared, not {found}; name fewer",
)
_TOO_FEW = Text("ต้องระบุอย่างน้อยสองรอบ", "at least two rounds are needed")


def compare(
    old: str | Path,
    new: str | Path,
    reading: ListOptions = ListOptions(),
    judging: Judging = Judging(),
    *,
    old_sheet: str | None = None,
    delivery: "DeliveryEvidence | None" = None,
    watch: Watch = Watch(),
) -> Comparison:
    """Compare two rounds, each a CSV or XLSX file or an earlier result as `classify --format json` writes it.

    A list is classified now, with these options; an earlier result is taken as it stands. Agencies are matched by
    code, else by kind, name and province, and by district where several share these; what could be several
    agencies is listed as unmatched. `old_sheet` is the sheet of `old`, where it is not `reading.sheet`. `delivery` is
    what bounces say of the addresses of `new`, where that is a list; `reading.as_of` is the day of `new` too: that of
    `old` is told by its own title line, or by the result itself.

    Raises InputError where a file cannot be used, RequestError where an option does not fit it. Source: decisions:
    Rounds.
    """
    return compare_all((old, new), reading, judging, FurtherSources(delivery), old_sheet=old_sheet, watch=watch)


def compare_all(
    rounds: Sequence[str | Path],
    reading: ListOptions = ListOptions(),
    judging: Judging = Judging(),
    sources: FurtherSources = FurtherSources(),
    *,
    old_sheet: str | None = None,
    province: Province | None = None,
    watch: Watch = Watch(),
) -> Comparison:
    """Compare the first of at least two rounds with the last, as `compare` does, and hold the figures of all of them.

    They are taken in the order given. `sources` are what is known of the agencies of the last, where that is a list.
    With a `province` all of it is of that one (decisions: Rounds); InputError where no round has an agency there.
    """
    first, *middle, last = paths = [Path(one) for one in rounds] if len(rounds) > 1 else _refused(_TOO_FEW)
    if len(rounds) > MOST_ROUNDS:
        _refused(_TOO_MANY, most=MOST_ROUNDS, found=len(rounds))
    earlier = reading._replace(as_of=None)
    old = read_round(first, earlier._replace(sheet=old_sheet or reading.sheet), judging, watch=watch)
    between = tuple(figures_of(round_in(read_round(path, earlier, judging, watch=watch), province)) for path in middle)
    new = read_round(last, reading, judging, sources, watch=watch)
    sheets = [old_sheet or reading.sheet, *(reading.sheet for _ in (*middle, last))]
    whole = compare_rounds(old, new, between=between, repeated=tuple(_repeated(paths, sheets)))
    return narrowed(whole, province)


def _refused(why: Text, **parts: object) -> list[Path]:
    raise RequestError(why, **parts)


def _repeated(paths: Sequence[Path], sheets: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """The places of rounds that are one sheet of one file, each with the place where it stands first."""
    found: dict[tuple[Path, str | None], int] = {}
    for at, key in enumerate(zip((path.resolve() for path in paths), sheets, strict=True)):
        if key in found:
            yield found[key], at
        found.setdefault(key, at)


def read_round(
    path: Path,
    reading: ListOptions = ListOptions(),
    judging: Judging = Judging(),
    sources: FurtherSources = FurtherSources(),
    *,
    watch: Watch = Watch(),
) -> Round:
    """One round: an earlier result as it stands, a list classified now. Raises as `compare` does."""
    if is_saved_result(path, reading.limits):
        saved = read_saved_result(path, reading.limits)
        found = tuple(standing_of(*agency) for agency in saved.agencies)
        told = (path.name, saved.sheet, saved.ruleset, saved.groups, saved.assume, saved.file)
        return Round(*told, found, saved.domains, saved.own_table, as_of=reading.as_of or saved.as_of)
    standings: list[Standing] = []

    def keep(agency: Assessment) -> bool:
        standings.append(assessed(agency))
        return False  # the assessment itself holds on to the row's cells

    result = classify(path, reading, judging, sources, keep=keep, keep_set_aside=False, watch=watch)
    return _round(result, tuple(standings))


def compare_since(
    earlier: Path, result: Classification, reading: ListOptions = ListOptions(), judging: Judging = Judging()
) -> Comparison:
    """What changed between an earlier round and a list that is classified already, all of whose agencies are held.

    Of a narrowed list only its own agencies are compared: which of the earlier round's others were in that part is
    not known, so they are left out, and none is gone. Raises as `compare` does.
    """
    found = compare_rounds(read_round(earlier, reading, judging), round_of(result))
    if not result.narrowed:
        return found
    matched = tuple(entry.old for entry in found.entries if entry.new is not None and entry.old is not None)
    return compare_rounds(found.old._replace(standings=matched), found.new)


def round_of(result: Classification) -> Round:
    """The round that a classified list is, all of whose agencies are held."""
    return _round(result, tuple(map(assessed, result.agencies)))


def _round(result: Classification, standings: tuple[Standing, ...]) -> Round:
    source = result.source
    head = (source.file, source.sheet, RULESET, result.table.groups, result.assume, None)
    aside = (result.set_aside, result.set_aside_count)
    return Round(*head, standings, result.policy.domains, result.has_own_table, *aside, result.as_of)
