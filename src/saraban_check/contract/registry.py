"""DLA's registry of local agencies: what `registry --format json` writes, and what others say of it."""

from typing import Annotated

from typing_extensions import TypedDict

from ..model.registry import Likeness
from .words import Code, Count, Day, KindWord, Row, Score, closed, one_of

Schema = Annotated[str, one_of("saraban-check/registry/1")]


class RegistryUsedJson(TypedDict):
    """The registry that codes and names were looked up in."""

    source: str
    date: Day
    agencies: Count


class RegistryAgencyJson(TypedDict):
    """An agency of the registry, as a match names it."""

    code: Code
    name: str


class RegistryMatchJson(TypedDict):
    """What an agency was found as in the registry, by its code or its name."""

    match: Annotated[str, one_of(Likeness.EXACT, Likeness.NEAR, Likeness.AMBIGUOUS)]
    score: Score
    agencies: list[RegistryAgencyJson]


class RegistryEntryJson(TypedDict):
    """An agency of the registry, as it stands there."""

    code: Code
    name: str
    """Without its kind."""
    full_name: str
    kind: KindWord
    amphoe: str | None
    province: str
    website: str | None
    address: str
    """The one that DLA gives to an agency with this code."""


@closed
class RegistryFoundJson(TypedDict):
    """What `registry show` found."""

    schema: Schema
    match: Annotated[str, one_of(*Likeness)]
    score: Score
    agencies: list[RegistryEntryJson]


class LeftOutRowJson(TypedDict):
    """A row of DLA's file that holds no agency."""

    row: Row
    found: str
    why: str


class RegistryBeforeJson(TypedDict):
    """The registry that was imported before this one."""

    source: str
    date: Day


class RegistryNamedJson(TypedDict):
    """An agency that differs from the registry before."""

    code: Code
    name: str
    place: str


class RegistryChangeJson(TypedDict):
    """An agency that has another name, or another kind and mostly another code."""

    before: RegistryNamedJson
    after: RegistryNamedJson


@closed
class RegistryStatusJson(TypedDict):
    """What `registry status` and `registry import` say of the registry."""

    schema: Schema
    source: str
    date: Day
    is_file_date: bool
    """The date is only that of the file."""
    rows: Count
    agencies: Count
    kinds: dict[KindWord, Count]
    websites: Count
    former_status_codes: list[Code]
    """Codes that are those of an agency's former status."""
    left_out: Count
    left_out_rows: list[LeftOutRowJson]
    before: RegistryBeforeJson | None
    new: list[RegistryNamedJson]
    gone: list[RegistryNamedJson]
    renamed: list[RegistryChangeJson]
    upgraded: list[RegistryChangeJson]
