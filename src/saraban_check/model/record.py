"""What is known of one agency: its row as the file had it, and the values read from that row."""

import datetime
from collections.abc import Sequence
from enum import Enum
from typing import Any, NamedTuple

from .delivery import Delivery, DeliverySource
from .text import Text

FIELDS = (
    "number",
    "code",
    "name",
    "kind",
    "amphoe",
    "province",
    "affiliation",
    "website",
    "address",
    "issued",
    "notice",
    "notice_date",
    "posted",
    "notice_and_posted",
    "delivery",
    "upgraded",
    "remark",
)
"""The fields that `--map` and the JSON name (decisions: Lists)."""


class Kind(NamedTuple):
    """A kind of agency: อบจ., เทศบาลนคร, …; `type_digits` are the `0T` that its DLA codes begin with.

    `only_code` is the one code that there is of this kind (เมืองพัทยา).
    """

    key: str
    name: Text
    short: str
    type_digits: str | None
    only_code: str | None = None


class Province(NamedTuple):
    """A province (จังหวัด): ISO 3166-2:TH number, Thai and English name."""

    code: str
    name: Text


class Facts(NamedTuple):
    """The facts a group is decided on, but for the verdict on the address (decisions: Facts).

    None means unknown; a blank upgrade cell means no. `states_address` is False where the list says that the
    notice states none.
    `notice_and_posted` is False where the list says only that one of the two is missing. `delivery_source` is where
    `delivery` came from; it says nothing where that is unknown. `upgraded_on` is the day in the upgrade cell, if any;
    `under_way` what the cells say that are no because it is being done.
    """

    upgraded: bool | None = False
    notice: bool | None = None
    posted: bool | None = None
    states_address: bool | None = None
    delivery: Delivery = Delivery.UNKNOWN
    notice_and_posted: bool | None = None
    delivery_source: DeliverySource = DeliverySource.CELL
    upgraded_on: datetime.date | None = None
    under_way: str = ""


NO_FACTS = Facts()


class ProblemKind(Enum):
    """What can be wrong with a row as data; the rules SB9 give each its words."""

    NOT_UNDERSTOOD = "not-understood"
    UNREADABLE = "unreadable"
    CELL_COUNT = "cell-count"
    CODE_OUTSIDE_PROVINCE = "code-outside-province"
    POSTED_WITHOUT_NOTICE = "posted-without-notice"
    JOINT_DIFFERS = "joint-differs"
    PERHAPS_NO_AGENCY = "perhaps-no-agency"


class Problem(NamedTuple):
    """One thing wrong with a row: in which field, under which heading, what was found, what was expected."""

    kind: ProblemKind
    field: str
    column: str = ""
    found: str = ""
    expected: str = ""


class SourceRow(NamedTuple):
    """A row as it stood in the file: its number there (1 = first) and its cells, unchanged.

    `damage` says why the row cannot be trusted, where it cannot (too many cells, too few).
    """

    number: int
    cells: Sequence[Any]
    damage: Problem | None = None


class RowKind(Enum):
    """What a row is that is no agency's (decisions: Lists); `GROUP`, the heading of a group, is never certain."""

    HEADER = "header"
    TITLE = "title"
    PAGE = "page"
    TOTAL = "total"
    NOTE = "note"
    SOURCE = "source"
    AUTHOR = "author"
    GROUP = "group"


class SetAside(NamedTuple):
    """A row that is certainly no agency: its number, what it is, its first words, and its cells as they stood.

    It stands where the rows stand and has no verdict; `cells` is empty where nobody asked for the rows.
    """

    row: int
    kind: RowKind
    text: str
    cells: Sequence[Any] = ()


class AgencyRecord(NamedTuple):
    """One agency as its row states it; every value may be missing.

    `row` is its number in the file (1 = first), 0 where there is no list. `code` is 8 digits, with the leading zero
    restored; None where there is none that can be read. `address`, `issued` and `website` are the cells as they stand,
    `facts` what the status cells say, `problems` what is wrong with the row. Source: decisions: Lists and Facts.
    """

    row: int = 0
    code: str | None = None
    name: str = ""
    kind: Kind | None = None
    amphoe: str = ""
    province: Province | None = None
    website: str = ""
    address: str = ""
    issued: str = ""
    facts: Facts = NO_FACTS
    problems: tuple[Problem, ...] = ()
    cells: Sequence[Any] = ()


class UnreadableCell(str):
    """A cell that holds something, but not a value: `#REF!`, or a formula without a stored result."""

    __slots__ = ()


class ZeroFormula(UnreadableCell):
    """A formula whose stored result is the number 0, which says nothing where a text or yes or no should stand."""

    __slots__ = ()


NO_RECORD = AgencyRecord()
"""An agency of which nothing is known: what `address` judges with when no option is given."""
