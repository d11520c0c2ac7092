"""A list narrowed to a part of it: a province, or whatever stands in a column (decisions: Rounds).

The whole list is read and judged, since only the whole shows whose address is shared and which bounce is nobody's; what
is outside is then neither counted nor held. Values of one cross-section are alternatives; different ones all hold.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast

from ..grouping.table import GroupTable
from ..intake.headings import Header
from ..model.agency_result import Judged
from ..model.errors import InputError, RequestError
from ..model.near import meant, nearest
from ..model.policy import Domains
from ..model.record import AgencyRecord, Province
from ..model.text import Text
from ..reference.places import BANGKOK, province_named, provinces
from ..rules.catalogue import BY_CODE
from ..rules.sb9_data import SB902, SB903
from .breakdown import Breakdown, break_down
from .cross_sections import COLUMN, UNKNOWN, CrossSection, Value, built_in, fold
from .identity import key_of
from .named_column import cross_section
from .standing import Standing, Tally, standings
from .summary import Summary

if TYPE_CHECKING:
    from .classification import Classification

_NO_EQUALS = Text(
    "--where {found}: เขียนเป็น หัวคอลัมน์=ค่า เช่น --where อำเภอ=เมือง",
    "--where {found}: write HEADING=VALUE, such as kind=sao",
)
_NO_VALUE = Text(
    "--where {found}: ไม่มีค่านี้{near} ใช้ {choices}", "--where {found}: there is no such value{near}; use {choices}"
)
_NOBODY = Text(
    "{file}: ไม่มีหน่วยงานใดใน{what} (รายชื่อมี {total} แห่ง{near})",
    "{file}: no agency of the list is of {what} (there are {total}{near})",
)
_NEAR = Text(" ที่มีคือ {names}", "; what there is: {names}")
_PROVINCE, _IN_PROVINCE = Text("จังหวัด{name}", "{name} province"), "province"
_NO_PROVINCE = Text("กลุ่มที่ไม่ทราบจังหวัด", "the agencies of unknown province")
_OTHER = Text("{name}: {value}", "{name}: {value}")
_MOST_SEEN, _MOST_NEAR = 5000, 5


class Condition(NamedTuple):
    """A cross-section, and the values one of which an agency has to have."""

    section: CrossSection
    values: tuple[Value, ...]

    @property
    def text(self) -> Text:
        """`จังหวัดนครพนม`, `อำเภอ: เมือง`."""
        names = [value.name for value in self.values]
        name = Text(" หรือ ".join(name.th for name in names), " or ".join(name.en for name in names))
        if self.section.key != _IN_PROVINCE:
            return _OTHER.fill(name=self.section.name, value=name)
        if len(self.values) == 1 and not self.values[0].key:
            return _NO_PROVINCE
        return name if self.values[0].key == BANGKOK else _PROVINCE.fill(name=name)


class Narrowed(NamedTuple):
    """What a list was narrowed by, and what is outside: agencies, those of them without a province (where one was asked
    for), and other rows.

    `beside` counts the whole list by the one cross-section that was asked for; None where there were several.
    """

    conditions: tuple[Condition, ...]
    left_out: int
    unplaced: int
    set_aside: int
    beside: Breakdown | None = None


class _Asked:
    """One condition while the list is read: the keys, and the values that were seen."""

    def __init__(self, section: CrossSection) -> None:
        self.section = section
        self.keys: dict[str, Text] = {}
        """Each with the name that it goes by until it is seen in the list."""
        self.seen: dict[str, Text] = {}

    def add(self, value: str) -> None:
        """One more value, as a user names it. Raises RequestError where it can be none."""
        typed = " ".join(value.split()) or "–"
        for key in _keys(self.section, value):
            name = key if self.section.key == "group" else typed
            self.keys[key] = provinces()[key].name if self.section.key == _IN_PROVINCE and key else Text(name, name)

    def fits(self, agency: Judged) -> bool:
        found = False
        for key, name in self.section.of(agency):
            if key not in self.seen and (key in self.keys or len(self.seen) < _MOST_SEEN):
                self.seen[key] = name
            found = found or key in self.keys
        return found

    @property
    def condition(self) -> Condition:
        return Condition(self.section, tuple(Value(key, self.seen.get(key, name)) for key, name in self.keys.items()))

    def near(self) -> list[Text]:
        """Values of the list that are most like those that were asked for, else the first."""
        folded = {fold(text): name for key, name in self.seen.items() for text in name if key}
        close = [one for name in self.keys.values() for one in nearest(fold(name.th), folded, _MOST_NEAR)]
        return list(dict.fromkeys(folded[one] for one in (close or folded)))[:_MOST_NEAR]


class _Row(NamedTuple):
    """An agency of which nothing is known but its row."""

    record: AgencyRecord


class Narrowing:
    """Which part of a list is wanted: `province` and each `HEADING=VALUE` of `where`, as the user writes them.

    Raises RequestError where a province is none, or a text without `=`; `open` where a heading is none of the list's.
    """

    def __init__(self, province: str | None = None, where: Sequence[str] = (), *, keeps_keys: bool = False) -> None:
        self._asked: dict[tuple[str, int | None], _Asked] = {}
        self._where = []
        for text in where:
            heading, equals, value = text.partition("=")
            if not equals or not heading.strip():
                raise RequestError(_NO_EQUALS, found=text)
            self._where.append((heading, value))
        self._province = province
        if province is not None and (
            not province.strip() or UNKNOWN.key not in built_in(_IN_PROVINCE).keys_of(province)
        ):
            province_named(province)
        self.left_out = self._unplaced = 0
        self._keeps_keys, self.outside = keeps_keys, set[str]()
        """The keys of the agencies that are outside, where somebody needs them."""
        self._rows = array("q")
        self._beside: Breakdown | None = None

    def open(self, header: Header, table: GroupTable, domains: Domains) -> None:
        """Take the headings of the list, before its rows are judged."""
        asked = [(built_in(_IN_PROVINCE), self._province)] if self._province is not None else []
        asked += [(cross_section(heading, header, "--where", table, domains), value) for heading, value in self._where]
        for section, value in asked:
            one = self._asked.setdefault((section.key, section.column), _Asked(section))
            one.add(value)
        if len(self._asked) == 1:
            self._beside = break_down(next(iter(self._asked.values())).section)

    @property
    def asks_for_duplicates(self) -> bool:
        """Whether a condition is one that only the whole list can answer."""
        keys = {key for one in self._asked.values() if one.section.key == "rule" for key in one.keys}
        return bool(keys & {SB902.code, SB903.code})

    def fits(self, agency: Judged) -> bool:
        """Whether an agency is inside; takes note of it, so it is asked once of each."""
        if self._beside is not None:
            self._beside.add(agency)
        found = [one.fits(agency) for one in self._asked.values()]
        if all(found):
            self._rows.append(agency.record.row)
            return True
        self.left_out += 1
        if self._keeps_keys:
            self.outside.add(key_of(agency))
        self._unplaced += agency.record.province is None and (_IN_PROVINCE, None) in self._asked
        return False

    def may_fit(self, records: Iterable[AgencyRecord]) -> Iterator[AgencyRecord]:
        """Those that may be inside by what stands in their rows alone."""
        told = [one for one in self._asked.values() if one.section.key in (_IN_PROVINCE, "kind", COLUMN)]
        for record in records:
            row = cast("Judged", _Row(record))
            if all(one.fits(row) for one in told):
                yield record

    def nobody(self, file: str) -> InputError:
        """The error of a list of which no agency is inside."""
        unseen = [one for one in self._asked.values() if not one.keys.keys() & one.seen.keys()]
        near = unseen[0].near() if unseen else []
        names = Text(", ".join(name.th for name in near), ", ".join(name.en for name in near))
        what = _joined([one.condition.text for one in unseen or self._asked.values()])
        said = _NEAR.fill(names=names) if near else Text("", "")
        return InputError(_NOBODY, file=file, what=what, total=f"{self.left_out:,}", near=said)

    def narrowed(self, whole: "Classification") -> "Classification":
        """The classification of what is inside, that says so."""
        conditions = tuple(one.condition for one in self._asked.values())
        notices = None if whole.notices is None else whole.notices.beside(set(self._rows))
        return replace(
            whole,
            notices=notices,
            set_aside=(),
            set_aside_count=0,
            narrowed=tuple(condition.text for condition in conditions),
            narrowing=Narrowed(conditions, self.left_out, self._unplaced, whole.set_aside_count, self._beside),
            standing=_standing(conditions, self._beside, whole.summary),
        )


def _standing(conditions: Sequence[Condition], beside: Breakdown | None, summary: Summary) -> Standing | None:
    """How a province stands beside the country; None for any other part, as only provinces are ranked."""
    if beside is None or beside.section.key != _IN_PROVINCE or len(conditions[0].values) != 1:
        return None
    tallies = {part.key: Tally(part.done, part.total) for part in beside.parts(summary)}
    return standings(tallies)[conditions[0].values[0].key]


def _keys(section: CrossSection, value: str) -> frozenset[str]:
    """The keys of a value. Raises RequestError where it can be none, whatever the list holds."""
    keys = section.keys_of(value)
    known: tuple[str, ...] = (*section.order, *(() if section.key == "group" else ("",)))
    if section.key in (COLUMN, "provider") or keys <= set(tuple(BY_CODE) if section.key == "rule" else known):
        return keys
    if section.key == _IN_PROVINCE:
        province_named(value)
    choices = [key for key in (BY_CODE if section.key == "rule" else known) if key]
    near = meant(value, choices)
    raise RequestError(_NO_VALUE, found=f"{section.key}={value}", near=near, choices=", ".join(choices))


def part_of(province: Province) -> Text:
    """What is said of the part that is one province: `จังหวัดนครพนม`."""
    return Condition(built_in(_IN_PROVINCE), (Value(province.code, province.name),)).text


def _joined(texts: Iterable[Text]) -> Text:
    texts = list(texts)
    return Text(" · ".join(text.th for text in texts), " · ".join(text.en for text in texts))
