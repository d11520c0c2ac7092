"""The contract of what programs read: the JSON of each command, its lines, the baseline, a line of the delivery CSV.

Each object is a `TypedDict` whose fields say what they may hold. The functions that write the JSON return these
types, so a type checker holds the program to them; pydantic validates by them, and makes of them the JSON Schema that
`saraban-check schema` prints and `docs/schema/` holds. None of this is loaded while a command runs. To validate:

    from saraban_check.contract import adapter
    found = adapter("classify").validate_json(text)  # a typed dict; pydantic.ValidationError where it is not one

Changes are additive: a field may come, none is renamed or removed under the same `schema`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import TypeAdapter

NAMES = ("classify", "address", "notice", "compare", "bounces", "fix", "draft", "registry")
"""The commands whose JSON has a contract."""


def adapter(name: str) -> "TypeAdapter[Any]":
    """What validates the JSON of a command, or else `classify line`, `notice line` (of JSON Lines), `baseline` or
    `delivery row` (of the CSV of `bounces`). Raises KeyError for another name.
    """
    from pydantic import TypeAdapter

    from .published import DOCUMENTS, PARTS

    return TypeAdapter({**DOCUMENTS, **PARTS}[name])


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the JSON of a command. Raises KeyError for another name."""
    from .published import json_schema

    return json_schema(adapter(name), f"saraban-check {name} --format json")
