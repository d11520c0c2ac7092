"""Rows about which there is nothing to say: nine of ten in a good list.

Where the address is exactly the DLA address of the row's own code, the verdict depends on nothing but the code's
first four digits, the kind, the province, the statuses and the issued addresses. So what one such row came to,
judged in full, holds for all others that agree with it in these: they are counted, and not judged again.
Where there is a registry, it has to confirm each row's code and name. A test compares both ways over all kinds of rows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from ..intake.cells import as_text
from ..intake.headings import Header
from ..intake.statuses import STATUS_FIELDS
from ..model.assessment import Assessment
from ..model.record import SourceRow
from ..reference.kinds import find_kind, prefixes_of_type
from ..suggestions.issued import has_issued
from .duplicates import DuplicateFinder

if TYPE_CHECKING:
    from ..registry.registry import Registry

_DECIDING = ("kind", "province", "issued", *STATUS_FIELDS)
_REMEMBERED = 100_000


class PlainRows:
    """Learns from rows judged in full, and takes out those that agree with them in all that decides."""

    def __init__(self, header: Header, twins: DuplicateFinder, registry: "Registry | None" = None) -> None:
        columns = header.columns
        self._usable = "code" in columns and ("kind" in columns or "name" in columns)
        self._code, self._address = columns.get("code", 0), columns["address"]
        self._kind = columns.get("kind")
        self._name = None if "kind" in columns else columns.get("name")
        deciding = [columns[field] for field in _DECIDING if field in columns]
        self._pattern = itemgetter(self._address, *deciding) if not deciding else itemgetter(*deciding)
        self._known: dict[Any, dict[str, tuple[str, tuple[str, ...]]]] = {}
        self._twins = twins
        self._registry, self._named = registry, columns.get("name")
        self.counted: Counter[str] = Counter()
        """How many rows were taken out, by the group that they are in."""

    def sift(self, rows: Iterable[SourceRow]) -> Iterator[SourceRow]:
        """The rows that have to be judged, in their order; the others are counted.

        All in one loop: a list of a million rows goes through it, and each call would cost a tenth of its time.
        """
        at_code, at_address, at_name = self._code, self._address, self._name
        pattern, known, counted = self._pattern, self._known, self.counted
        add_agency, add_address, add_row = self._twins.plain_adders()
        confirms, named = None if self._registry is None else self._registry.confirms, self._named
        four_digits = _four_digits() if self._usable else frozenset()
        for row in rows:
            number, cells, damage = row
            if damage is not None:
                yield row
                continue
            code = cells[at_code]
            if cells[at_address] == f"saraban_{code}@dla.go.th" and type(code) is str:
                groups = known.get(pattern(cells))
                if groups is not None and code[4:] in four_digits:
                    found = groups.get(code[:4])
                    if found is not None:
                        group, prefixes = found
                        if (at_name is None or str(cells[at_name]).startswith(prefixes)) and (
                            confirms is None or confirms(code, "" if named is None else str(cells[named]))
                        ):
                            counted[group] += 1
                            key = hash(code)
                            add_agency(key)
                            add_address(~key)
                            add_row(number)
                            continue
            yield row

    def learn(self, row: SourceRow, assessment: Assessment) -> None:
        """Remember a row that was judged, if there was nothing to say about it and nothing for it to do."""
        code = assessment.record.code
        if not self._usable or assessment.findings or assessment.ignored or code is None or row.damage is not None:
            return
        if has_issued(assessment.record):
            return  # such an address is compared with the row's own, so it holds for no other
        cells: Sequence[Any] = row.cells
        if cells[self._code] != code or cells[self._address] != f"saraban_{code}@dla.go.th":
            return
        if self._name is not None and not isinstance(cells[self._name], str):
            return
        if self._kind is not None and find_kind(as_text(cells[self._kind])) is None:
            return  # then the name decides the kind, and names are no part of the pattern
        if len(self._known) < _REMEMBERED:
            found = (assessment.group, prefixes_of_type(code[:2]))
            self._known.setdefault(self._pattern(cells), {})[code[:4]] = found


@cache
def _four_digits() -> frozenset[str]:
    """`0000` … `9999`: what a code can end in. Asking a set is faster than asking a text whether it is digits."""
    return frozenset(f"{number:04}" for number in range(10_000))
