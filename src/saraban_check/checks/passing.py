"""Agencies that pass by: each states the address that its code gives it, and nobody asks to see one of its group.

Nothing is said of them but how many they are, and that can be told from a few of their cells: no record is read of
them, and neither verdict nor assessment is made. Three of four rows of a national list are such.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
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
from .summary import Tallies, counted_of

_DIGITS = 8
_FIELDS = ("code", "address", "name", "kind", "province", "issued", "amphoe", "website")


@runtime_checkable
class Choosing(Protocol):
    """A `keep` that can say of a group that it holds nobody of it."""

    @property
    def can_pass(self) -> bool:
        """Whether it holds nobody of some group at all."""

    def __call__(self, agency: Assessment) -> bool: ...

    def passes(self, group: str) -> bool:
        """Whether nobody of this group is held from now on, whatever else is known of an agency."""

    def count(self, group: str, agencies: int) -> None:
        """Take in that so many of such a group were there."""


class _Alike:
    """Agencies of which the same is said: their group, what is counted of them, and whether they are known to pass."""

    def __init__(self, group: str, counted: tuple[object, ...]) -> None:
        self.group, self.counted, self.passes = group, counted, False


class PassingBy:
    """Counts agencies that pass by.

    What it asks of a row is what `RecordReader.read_at_once` and `plain_dla` would ask of it in turn: a row that passes
    is one of which neither has anything to say (tests/test_passing.py).
    """

    def __init__(self, reader: RecordReader, assessor: Assessor, tallies: Tallies, keep: Choosing) -> None:
        self._reader, self._assessor, self._tallies, self._keep = reader, assessor, tallies, keep
        columns, blank = reader.header.columns, len(reader.header.names)
        self._address = columns.get("address", blank)
        self._take = itemgetter(*(columns.get(field, blank) for field in _FIELDS))
        self._fits = Remembered(self._do_fit)
        self._alike: Remembered[Any, _Alike | None] = Remembered(self._said_by)
        """By the status cells."""

    def codes_of(self, rows: Iterable[SourceRow]) -> list[int | None]:
        """Count who passes by; of each of them the code as a number, None of any other row."""
        texts_of, only_texts = self._texts_of, self._reader.only_texts
        take, statuses_of = self._take, self._reader.statuses.cells_of
        fits, alike_by = self._fits, self._alike
        beginning_of, sole = plain_beginning()[0], kinds_of_one()
        codes: list[int | None] = []
        passed: defaultdict[_Alike, list[int]] = defaultdict(list)
        for row, cells, damage in rows:
            found = None
            if damage is None and (texts := [*cells, ""] if only_texts else texts_of(cells)) is not None:
                code, address, name, kind, province, issued, amphoe, website = take(texts)
                if len(code) == _DIGITS - 1:
                    code = "0" + code
                if (
                    address == f"saraban_{code}@dla.go.th"
                    and len(code) == _DIGITS  # it is what `is_eight_digits` says, in half the time
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
                        found = int(code)
            codes.append(found)
        for alike, numbered in passed.items():
            self._tallies.count(alike.counted, numbered)
            self._keep.count(alike.group, len(numbered))
        return codes

    def _texts_of(self, cells: Sequence[Any]) -> list[str] | None:
        """The cells of a row as texts, where its address may be that of a code: else it does not pass."""
        stated = cells[self._address] if self._address < len(cells) else ""
        return self._reader.texts_of(cells) if type(stated) is str and stated.startswith("saraban_0") else None

    def _passes(self, alike: _Alike) -> bool:
        alike.passes = self._keep.passes(alike.group)
        return alike.passes

    def _do_fit(self, texts: tuple[str, str, str, str]) -> bool:
        """Whether the codes that begin so are codes of a kind and a province; the kind is told by its cell, or by the
        beginning of a name."""
        beginning, of_name, kind_text, province_text = texts
        try:
            kind, province = self._reader.kinds[kind_text], self._reader.provinces[province_text]
        except LookupError:
            return False  # a cell that is not understood
        code = f"{beginning}0000"
        if not is_possible(code):
            return False
        record = AgencyRecord(code=code, kind=kind or plain_beginning()[1][of_name], province=province)
        return plain_dla(f"saraban_{code}@dla.go.th", record, None) is not None

    def _said_by(self, statuses: Any) -> _Alike | None:
        """What all such agencies with these status cells have in common; None where what is said of them differs."""
        facts, problems = self._reader.statuses.read(statuses)
        agency = None if problems else self._assessor.of_all(facts)
        return None if agency is None else _Alike(agency.outcome.group, counted_of(agency))
