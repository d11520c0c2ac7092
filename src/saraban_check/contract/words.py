"""What a value may be: texts of a certain form, counts, and the words of the program's own enumerations.

Each is a plain `str` or `int` to a type checker, so that what writes the JSON is checked against the contract; to
pydantic, and in the JSON Schema, it is what its metadata says.
"""

from enum import Enum
from typing import Annotated, Any

from pydantic import ConfigDict, Field, GetCoreSchemaHandler, with_config
from pydantic_core import CoreSchema, core_schema

from ..model.finding import Severity
from ..model.verdict import Form

closed = with_config(ConfigDict(extra="forbid", strict=True, use_attribute_docstrings=True))
"""For an object that stands alone: no field that is not named, no text for a number; so in all that it holds."""


class one_of:  # noqa: N801  (metadata, written as a call)
    """One of a few words: members of an enumeration of the model's, or texts."""

    def __init__(self, *words: Enum | str) -> None:
        self.words: list[Any] = [word.value if isinstance(word, Enum) else word for word in words]

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.literal_schema(self.words)


Count = Annotated[int, Field(ge=0)]
Row = Annotated[int, Field(ge=1, description="The row as the spreadsheet shows it, or the line its record starts on.")]
Line = Annotated[int, Field(ge=1, description="A line of the document's text.")]
Score = Annotated[float, Field(ge=0, le=1)]
Code = Annotated[str, Field(pattern=r"^[0-9]{8}$", description="DLA's code of a local agency.")]
RuleCode = Annotated[str, Field(pattern=r"^SB[1-9][0-9]{2}$", description="A rule, as `saraban-check rules` lists it.")]
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
Day = Annotated[str, Field(pattern=f"^{_DAY}$", json_schema_extra={"format": "date"})]
Moment = Annotated[
    str,
    Field(
        pattern=rf"^{_DAY}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(\.[0-9]+)?[+-][0-9]{{2}}:[0-9]{{2}}$",
        json_schema_extra={"format": "date-time"},
    ),
]
Group = Annotated[
    str,
    Field(description="A group of the table (A1 … W), or `undetermined`, or `outside`: the table has no row for it."),
]
KindWord = Annotated[
    str,
    one_of("pao", "city", "town", "subdistrict", "sao", "pattaya", "bangkok", "central"),
    Field(description="The kind of agency."),
]
SeverityWord = Annotated[str, one_of(*Severity)]
FormWord = Annotated[str, one_of(*Form), Field(description="Which of the three allowed forms an address has.")]
RulesetDay = Annotated[Day, Field(description="The date of the published table that the rules follow.")]
