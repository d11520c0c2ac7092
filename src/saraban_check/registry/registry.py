"""The registry as it is asked: by code at once, by name through an index that is made when the first name comes."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..model.errors import InputError
from ..model.record import AgencyRecord, Kind, Province
from ..model.registry import NO_MATCH, Likeness, NameMatch, RegistryEntry
from ..model.text import Text
from ..reference.kinds import kinds, prefixes_of_type
from ..reference.places import provinces

if TYPE_CHECKING:
    from .match import NameIndex


DAMAGED = Text(
    "{file}: ทะเบียน อปท. นี้เสียหาย นำเข้าใหม่ด้วย saraban-check registry import",
    "{file}: this registry is damaged; import it anew with saraban-check registry import",
)


class Head(NamedTuple):
    """Where a registry comes from: the file, its date (ISO 8601), how many rows it had, how many were left out.

    `is_file_date`: the date is only the day on which the file was last changed.
    """

    source: str
    date: str
    rows: int
    left_out: int = 0
    is_file_date: bool = False


_REMEMBERED = 20_000


class Registry:
    """Local agencies by code. Each stands as one line of text until it is asked for: most never are."""

    def __init__(self, head: Head, lines: dict[str, str], changes: str = "") -> None:
        """`lines` by code, in the order of the source (see `line_of`); `changes` since the registry before, as JSON."""
        self.head = head
        self.changes = changes
        self._lines = lines
        self._entries: dict[str, RegistryEntry] = {}
        self._matches: dict[tuple[str, Kind | None, Province | None, str], NameMatch] = {}
        self._indexes: dict[Province | None, NameIndex] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[RegistryEntry]:
        return (self._entry(code) for code in self._lines)

    def find(self, code: str | None) -> RegistryEntry | None:
        """The agency with an 8-digit code, or None."""
        return self._entry(code) if code in self._lines else None

    def of_province(self, province: Province) -> tuple[RegistryEntry, ...]:
        """All agencies of a province, in the order of the source; digits 3 and 4 of their codes are its number."""
        return tuple(self._entry(code) for code in self._lines if code[2:4] == province.code)

    def confirms(self, code: str, name: str) -> bool:
        """Whether this code stands there under this name, written as the registry and nine of ten lists write it.

        False says only that it needs a closer look. Asked once a row, so it is kept short.
        """
        line = self._lines.get(code)
        if line is None:
            return False
        official = line.split("\t", 2)[1]
        if not name or name == official:
            return True
        return name.endswith(official) and name[: -len(official)].rstrip() in _prefixes(code[:2])

    def match(self, record: AgencyRecord) -> NameMatch:
        """The agency of a record's name; `NO_MATCH` where it has none or is no local agency."""
        if not record.name.strip() or (record.kind is not None and record.kind.type_digits is None):
            return NO_MATCH
        asked = (record.name, record.kind, record.province, record.amphoe)
        found = self._matches.get(asked)
        if found is None:  # several reports of one run ask for the same
            if len(self._matches) >= _REMEMBERED:
                self._matches.clear()
            found = self._matches[asked] = self._unless_written(record, self._named(record.province).match(*asked))
        return found

    def _unless_written(self, record: AgencyRecord, found: NameMatch) -> NameMatch:
        """A near name is doubtful where the name, as it is written, is an agency's elsewhere: provinces were divided
        (บึงกาฬ was หนองคาย until 2554), and lists still have the old one.
        """
        if found.how is not Likeness.NEAR:
            return found
        others = self._named(None).named(record.name, record.kind)
        return NameMatch(Likeness.AMBIGUOUS, (*found.entries, *others), found.score) if others else found

    def same_name(self, record: AgencyRecord) -> tuple[RegistryEntry, ...]:
        """All agencies of a record's name, of whatever kind, in its province and district as far as they are known."""
        return self._named(record.province).same_name(record.name, record.province, record.amphoe)

    def _named(self, province: Province | None) -> "NameIndex":
        """The agencies of a province by name, or all where it is not known: one look-up need not read them all."""
        found = self._indexes.get(province)
        if found is None:
            from .match import NameIndex

            found = self._indexes[province] = NameIndex(self if province is None else self.of_province(province))
        return found

    def _entry(self, code: str) -> RegistryEntry:
        found = self._entries.get(code)
        if found is None:
            try:
                found = self._entries[code] = _read_line(code, self._lines[code])
            except (KeyError, ValueError):
                raise InputError(DAMAGED, file=self.head.source) from None
        return found


def line_of(entry: RegistryEntry) -> str:
    """An agency as one line, its code first; what would break the line is a space."""
    fields = (entry.code, entry.name, entry.kind.key, entry.amphoe, entry.province.code, entry.website)
    return "\t".join(" ".join(field.split()) for field in fields)


def _read_line(code: str, line: str) -> RegistryEntry:
    _, name, kind, amphoe, province, website = line.split("\t")
    return RegistryEntry(code, name, kinds()[kind], amphoe, provinces()[province], website)


@cache
def _prefixes(type_digits: str) -> frozenset[str]:
    return frozenset(prefixes_of_type(type_digits))


def kind_of_code(code: str) -> Kind:
    """The kind that a possible code's type digits name."""
    return next(k for k in kinds().values() if k.type_digits == code[:2] and k.only_code in (None, code))
