"""The same agency in two rows (SB902), and two agencies with the same address (SB903).

Only numbers are held, 24 bytes a row or 32, so that a list of a million rows costs some 30 MB and not a gigabyte. The
numbers are the same in every process, so that what several have read can be put together.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from ..model.finding import Finding
from ..model.record import AgencyRecord
from ..reference.words import words
from ..rules.sb9_data import SB902, SB903, address_shared, agency_twice

_ROWS_NAMED = 5


class _Group(NamedTuple):
    """Who states one address: how many rows each agency has there, and the first rows with their agency; `counted`
    has an item for each row that counts."""

    agencies: Counter[int]
    first: list[tuple[int, int]]
    counted: bytearray


class DuplicateFinder:
    """Takes rows in their order, and what is told of the agencies in them; says at the end which stand together, and
    how often among those that count."""

    def __init__(self) -> None:
        self._agencies, self._addresses, self._rows = array("q"), array("q"), array("q")
        self._foreign = array("q")
        """The addresses that are not of the code of who states them."""
        self._beside: set[int] = set()
        """The positions of those who do not count."""
        self._twice: dict[int, _Group] = {}
        self._shared: dict[int, _Group] = {}

    def __len__(self) -> int:
        """How many rows it took."""
        return len(self._rows)

    @property
    def first_row(self) -> int:
        """The row of position 0."""
        return self._rows[0]

    def add(self, rows: Sequence[int], codes: Sequence[int | None]) -> int:
        """Take rows that follow one another; returns the position of the first (0 = first of all).

        `codes` has the code of an agency that states the address of this code, None for any other row: of an agency
        `tell` says the rest, a row that is no agency's stands together with none.
        """
        first = len(self._rows)
        numbers = [-1 - row if code is None else code for row, code in zip(rows, codes, strict=True)]
        self._agencies.extend(numbers)
        self._addresses.extend(numbers)
        self._rows.extend(rows)
        return first

    def tell(self, position: int, record: AgencyRecord, value: str | None, *, counts: bool) -> None:
        """Say which agency stands at a position, and which address of it was judged. Who does not count is compared
        with all the same."""
        code, alone = record.code, -1 - record.row
        if code is not None:
            agency = int(code)
        elif record.province is not None and not words("none").whole(record.name.strip()):
            kind = record.kind.key if record.kind else ""
            agency = _number_of("\n".join((_fold(record.name), kind, record.province.code, _fold(record.amphoe))))
        else:
            agency = alone
        if code is not None and value == f"saraban_{code}@dla.go.th":  # nine of ten
            address = agency
        else:
            address = alone if value is None or "@" not in value else _number_of_address(value.lower())
        self._agencies[position], self._addresses[position] = agency, address
        if address not in (agency, alone):
            self._foreign.append(address)
        if not counts:
            self._beside.add(position)

    def extend(self, other: "DuplicateFinder") -> int:
        """Take all that another took of the rows that follow; returns the position of the first of them."""
        first = len(self._rows)
        self._agencies.extend(other._agencies)
        self._addresses.extend(other._addresses)
        self._foreign.extend(other._foreign)
        self._rows.extend(other._rows)
        self._beside.update(first + position for position in other._beside)
        return first

    def finish(self) -> Counter[str]:
        """Compare all that was added. Returns how often each rule fired of those that count."""
        has_several = len(set(self._agencies)) < len(self._agencies)  # of most lists no more need be asked
        self._twice = self._together(self._agencies, _repeated(self._agencies) if has_several else set())
        # two agencies state one address only where it is not of the code of at least one of them
        candidates = _repeated(self._foreign) | set(self._foreign).intersection(self._agencies)
        shared = self._together(self._addresses, candidates)
        self._shared = {value: group for value, group in shared.items() if len(group.agencies) > 1}
        return Counter(
            {
                SB902.code: sum(len(group.counted) for group in self._twice.values()),
                SB903.code: sum(len(group.counted) for group in self._shared.values()),
            }
        )

    def findings(self, position: int) -> tuple[Finding, ...]:
        """What `finish` found of the row at one position (0 = first)."""
        found = []
        agency, row = self._agencies[position], self._rows[position]
        if (same := self._twice.get(agency)) is not None:
            rows = [r for r, _ in same.first if r != row]
            found.append(agency_twice(_named(rows, same.agencies.total() - 1)))
        if (group := self._shared.get(self._addresses[position])) is not None:
            rows = [r for r, other in group.first if other != agency]
            found.append(address_shared(_named(rows, group.agencies.total() - group.agencies[agency])))
        return tuple(found)

    def _together(self, numbers: "array[int]", wanted: set[int]) -> dict[int, _Group]:
        """The rows that have one of the wanted numbers, by that."""
        groups: dict[int, _Group] = {}
        for position, value in enumerate(numbers if wanted else ()):
            if value in wanted:
                agency = self._agencies[position]
                group = groups.setdefault(value, _Group(Counter(), [], bytearray()))
                group.agencies[agency] += 1
                if position not in self._beside:
                    group.counted.append(1)
                if len(group.first) <= _ROWS_NAMED or (group.agencies[agency] == 1 and len(group.agencies) == 2):
                    group.first.append((self._rows[position], agency))
        return groups


def _repeated(numbers: "array[int]") -> set[int]:
    """Which of them stand more than once."""
    seen: set[int] = set()
    repeated: set[int] = set()
    for number in numbers:  # half the time and memory of counting them
        if number in seen:
            repeated.add(number)
        else:
            seen.add(number)
    return repeated


def _named(rows: list[int], total: int) -> str:
    named = rows[:_ROWS_NAMED]
    return ", ".join(map(str, named)) + (f" (+{total - len(named):,})" if total > len(named) else "")


@cache
def _digest() -> Callable[[bytes], bytes]:
    try:
        from _blake2 import blake2b  # hashlib's own; hashlib itself loads OpenSSL
    except ImportError:  # a Python that was built without it
        from hashlib import blake2b

    return lambda data: blake2b(data, digest_size=8).digest()


def _number_of(text: str) -> int:
    return int.from_bytes(_digest()(text.encode("utf-8", "surrogatepass")), "big", signed=True)


def _number_of_address(address: str) -> int:
    """The eight digits of an address of สถ.'s form, as of a code; else a number of the whole text."""
    digits = address[8:-10]
    if len(digits) == 8 and digits.isdigit() and address.isascii() and address == f"saraban_{digits}@dla.go.th":
        return int(digits)
    return _number_of(address)


def _fold(text: str) -> str:
    return "".join(text.split()).casefold()
