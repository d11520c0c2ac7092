"""What was found, what to use instead, and whether an address meets the standards."""

from typing import Annotated, NotRequired

from typing_extensions import TypedDict

from ..model.verdict import Origin
from .words import FormWord, RuleCode, Score, SeverityWord, one_of

OriginWord = Annotated[str, one_of(*Origin)]


class FindingJson(TypedDict):
    """A rule that is broken."""

    code: RuleCode
    severity: SeverityWord
    message: str
    field: str
    """What it is about: a field of the list, or a part of the notice."""


class SuggestionJson(TypedDict):
    """An address to use instead."""

    address: str
    origin: OriginWord
    score: NotRequired[Score]
    """How like the agency's name is to the registry's; absent where it is the same."""


class MeetsJson(TypedDict):
    """Whether each standard is met."""

    regulation: bool
    methods: bool


class VerdictJson(TypedDict):
    """The verdict on one address."""

    value: str | None
    """The address that was judged, cleaned; null where there is none."""
    form: FormWord | None
    correct: bool | None
    """null where it could not be read."""
    meets: MeetsJson | None
