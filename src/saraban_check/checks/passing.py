"""Agencies that pass by: each states the address that its code gives it, and nobody asks to see one of its group.

Nothing is said of them but how many they are, and that can be told from a few of their cells: no record is read of
them, and neither verdict nor assessment is made. Nine of ten rows of a national list are such.
"""

from collections import defaultdict
from collections.abc import Iterable
from operator import itemgetter
from typing import Any, Protocol, runtime_checkable

from ..address.codes import is_possible
from ..intake.records import RecordReader
from ..intake.remembered import Remembered
from ..model.assessment import Assessment
from ..model.record import AgencyRecord, SourceRow
from ..reference.kinds import kinds_of_one
from ..reference.plain_names import plain_beginning
from ..rules.plain_dla import plain_dla
from .assess import Assessor
from .summary import Tallies, count_in

_DIGITS = 8
_FIELDS = ("code", "address", "name", "kind", "province", "issued", "amphoe", "website")


@runtime_checkable
class Choosing(Protocol):
    """A `keep` that can say of a group that it holds nobody of it."""

    def __call__(self, agency: Assessment) -> bool: ...

    def passes(self, group: str) -> bool:
        """Whether nobody of this group is held from now on, whatever else is known of an agency."""

    def count(self, group: str, agencies: int) -> None:
        """Take in that so many of such a group were there."""


class _Alike:
    """Agencies of which the same is said: their group, what they are counted in, and whether they are known to pass."""

    def __init__(self, group: str, tally: list[int]) -> None:
        self.group, self.tally, self.passes = group, tally, False


class PassingBy:
    """Counts agencies that pass by."""

    def __init__(self, reader: RecordReader, assessor: Assessor, tallies: Tallies, keep: Choosing) -> None:
        self._reader, self._assessor, self._tallies, self._keep = reader, assessor, tallies, keep
        columns, blank = reader.header.columns, len(reader.header.names)
        self._take = itemgetter(*(columns.get(field, blank) for field in _FIELDS))
        self._fits = Remembered(self._agree)
        self._alike: Remembered[Any, _Alike | None] = Remembered(self._said_by)
        """By the status cells."""

    def count(self, rows: Iterable[SourceRow]) -> list[int | None]:
        """Count who passes by; of each of them the number of its code, None of any other row."""
        texts_of, only_texts = self._reader.texts_of, self._reader.only_texts
        take, statuses_of = self._take, self._reader.statuses.cells_of
        fits, alike_by = self._fits, self._alike
        beginning_of, sole = plain_beginning()[0], kinds_of_one()
        numbers, passed = list[int | None](), defaultdict[_Alike, list[int]](list)
        for row, cells, damage in rows:
            number = None
            if damage is None and (texts := [*cells, ""] if only_texts else texts_of(cells)) is not None:
                code, address, name, kind, province, issued, amphoe, website = take(texts)
                if len(code) != _DIGITS:
                    code = "0" + code
                if (
                    address == f"saraban_{code}@dla.go.th"
                    and code.isdecimal()
                    and code.isascii()
                    and code not in sole
                    and (beginning := beginning_of(name))
                    and not (issued or "#" in name or "#" in amphoe or "#" in website)
                    and fits[code[:4], beginning[0], kind, province]
                ):
                    alike = alike_by[statuses_of(texts)]
                    if alike is not None and (alike.passes or self._passes(alike)):
                        passed[alike].append(row)
                        number = int(code)
            numbers.append(number)
        for alike, numbered in passed.items():
            count_in(alike.tally, numbered)
            self._keep.count(alike.group, len(numbered))
        return numbers

    def _passes(self, alike: _Alike) -> bool:
        alike.passes = self._keep.passes(alike.group)
        return alike.passes

    def _agree(self, texts: tuple[str, str, str, str]) -> bool:
        """Whether the codes that begin so are codes of a kind and a province; the kind is told by its cell, or by the
        beginning of a name."""
        beginning, of_name, kind_text, province_text = texts
        try:
            kind, province = self._reader.kinds[kind_text], self._reader.provinces[province_text]
        except LookupError:
            return False  # a cell that is not understood
        kind, code = kind or plain_beginning()[1][of_name], f"{beginning}0000"
        if not is_possible(code):
            return False
        return (
            plain_dla(f"saraban_{code}@dla.go.th", AgencyRecord(code=code, kind=kind, province=province), None)
            is not None
        )

    def _said_by(self, statuses: Any) -> _Alike | None:
        """What all such agencies with these status cells have in common; None where what is said of them differs."""
        facts, problems = self._reader.statuses.read(statuses)
        agency = None if problems else self._assessor.of_all(facts)
        return None if agency is None else _Alike(agency.outcome.group, self._tallies.of(agency))
