"""What the sheets are made of, worked out once, and where in the workbook it stands."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

from xlsxwriter.utility import quote_sheetname, xl_range_abs

from ...checks.classification import Classification
from ...checks.standing import Standing, Tally, standings
from ...model.agency_result import AgencyResult
from ...model.assessment import DONE, OUTSIDE, UNDETERMINED
from ...model.text import Lang, Text
from ...reference.our_columns import OurCells
from ...report.our_cells import UNKNOWN_PROVINCE, original_headings, our_cells
from ...report.words.data_day import data_day, days_line
from ...report.words.group_names import outcome_names
from .steps_legend import StepsLegend, has_to_act

SUMMARY = Text("สรุป", "Summary")
AGENCIES = Text("รายหน่วยงาน", "Agencies")
TODO = Text("ต้องดำเนินการ", "To do")
PROVINCES = Text("รายจังหวัด", "Provinces")
RULES = Text("คำอธิบาย", "Notes")

SUMMARY_FIRST = 4
PROVINCES_FIRST = 4
"""The first row of the table on these sheets (0 = first row of the sheet)."""

_GROUP = OurCells._fields.index("group")
_PROVINCE = OurCells._fields.index("province")
_ISSUED = OurCells._fields.index("issued")


class ProvinceRow(NamedTuple):
    """A province that occurs, or the agencies of which none is known: agencies by outcome, in the outcomes' order."""

    code: str
    name: str
    counts: tuple[int, ...]


class Contents:
    """The classification as the sheets show it, in one language."""

    def __init__(self, result: Classification, lang: Lang) -> None:
        self.result, self.lang = result, lang
        self.headings = original_headings(result)
        self.rows = list(result.rows())
        """The agencies, and in their places the rows that are none."""
        self.cells: Sequence[OurCells] = [our_cells(result, row, lang) for row in self.rows]
        self.groups = (*result.summary.groups, OUTSIDE, UNDETERMINED)
        self.outcomes = outcome_names(tuple(result.summary.groups), lang)
        self.done = [index for index, group in enumerate(self.groups) if group in DONE]
        self.provinces = self._count_provinces()
        self.known = sum(bool(province.code) for province in self.provinces)
        """How many provinces there are; the agencies of unknown ones come after them."""

    @cached_property
    def tasks(self) -> list[AgencyResult]:
        """The agencies that have something to do, in the list's order."""
        return [agency for agency in self.result.agencies if has_to_act(agency)]

    @cached_property
    def legend(self) -> StepsLegend:
        """Their steps, once."""
        return StepsLegend(self.tasks, self.lang)

    @cached_property
    def cells_of_row(self) -> dict[int, OurCells]:
        """Our cells by the number of the row."""
        return {cells.row: cells for cells in self.cells}

    @property
    def days(self) -> str:
        """The part of the list that it is, the day of its data, and that of the published table."""
        return " · ".join(map(self.say, (*self.result.narrowed, days_line(data_day(self.result.as_of)))))

    def say(self, text: Text, **parts: object) -> str:
        return text.say(self.lang, **parts)

    def _count_provinces(self) -> list[ProvinceRow]:
        counted: dict[str, Counter[str]] = {}
        names = {}
        for agency in self.result.agencies:
            province = agency.record.province
            code = province.code if province else ""
            names[code] = (province.name if province else UNKNOWN_PROVINCE).say(self.lang)
            counted.setdefault(code, Counter())[agency.outcome.group] += 1
        codes = sorted(counted, key=lambda code: (not code, code))
        return [ProvinceRow(c, names[c], tuple(counted[c][group] for group in self.groups)) for c in codes]

    def left(self, province: ProvinceRow) -> int:
        """How many agencies of a province are in any group but A, or in none."""
        return sum(province.counts) - sum(province.counts[index] for index in self.done)

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """Each province beside all, by its number."""
        tallies = {p.code: Tally(sum(p.counts) - self.left(p), sum(p.counts)) for p in self.provinces}
        return standings(tallies)

    # Where it stands

    @property
    def group_column(self) -> int:
        """The column of the group among the agencies."""
        return len(self.headings) + _GROUP

    @property
    def group_cells(self) -> str:
        """The groups of all agencies, as formulas name them."""
        return self._agency_cells(self.group_column)

    @property
    def province_cells(self) -> str:
        """The provinces of all agencies."""
        return self._agency_cells(len(self.headings) + _PROVINCE)

    @property
    def issued_cells(self) -> str:
        """How the address of each agency stands to those issued to it; blank where there is nothing to compare."""
        return self._agency_cells(len(self.headings) + _ISSUED)

    @property
    def outcome_cells(self) -> str:
        """The names of the outcomes, on the summary."""
        first = SUMMARY_FIRST
        return self._range(SUMMARY, first, 0, first + len(self.outcomes) - 1, 0)

    @property
    def offered_groups(self) -> str | list[str]:
        """What the cells of groups offer, for a rule of a cell; none where it is empty."""
        return f"={self.outcome_cells}"

    def known_provinces(self, column: int) -> str:
        """A column of the table of provinces, without the unknown ones."""
        return self._range(PROVINCES, PROVINCES_FIRST, column, PROVINCES_FIRST + self.known - 1, column)

    def _agency_cells(self, column: int) -> str:
        return self._range(AGENCIES, 1, column, len(self.cells), column)

    def _range(self, sheet: Text, *corners: int) -> str:
        name: Any = quote_sheetname(self.say(sheet))
        return f"{name}!{xl_range_abs(*corners)}"
