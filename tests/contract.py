"""What a program is told, held against the contract twice: the published JSON Schema, and the types in Python."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from saraban_check.contract import adapter

SCHEMAS = Path(__file__).parent.parent / "docs" / "schema"


class Told(dict[str, Any]):
    """An object whose fields can be had as attributes too."""

    def __getattr__(self, name: str) -> Any:
        if name not in self:
            raise AttributeError(name)
        return self[name]


@cache
def schema_of(name: str) -> dict[str, Any]:
    """The schema file of a command, as it is written."""
    schema: dict[str, Any] = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    return schema


@cache
def published(name: str) -> Draft202012Validator:
    """What holds a document against the schema file of a command."""
    Draft202012Validator.check_schema(schema_of(name))
    return Draft202012Validator(schema_of(name))


@cache
def types(name: str) -> TypeAdapter[Any]:
    return adapter(name)


@cache
def _line_of(name: str) -> Draft202012Validator:
    whole = schema_of(name)
    return Draft202012Validator({**whole["properties"][_LINES[name]]["items"], "$defs": whole["$defs"]})


_LINES = {"classify": "agencies", "notice": "notices"}
"""The list whose entries are the lines of JSON Lines."""


def by_contract(name: str, text: str | bytes | dict[str, Any]) -> Any:
    """What an output says; `classify line` and `notice line` are of JSON Lines. It fails where either refuses it."""
    if isinstance(text, dict):
        text = json.dumps(text)
    types(name).validate_json(text)
    command, _, part = name.partition(" ")
    (_line_of if part else published)(command).validate(json.loads(text))
    return json.loads(text, object_hook=Told)
