"""The contract published: an adapter and a JSON Schema for each command's JSON."""

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from .address import AddressJson
from .agency import AgencyJson
from .bounces import BouncesJson, DeliveryRowJson
from .classify import ClassifyJson
from .compare import CompareJson
from .draft import DraftsJson
from .fix import FixJson
from .gate import BaselineJson
from .notice import NoticeJson, NoticesCheckedJson
from .registry import RegistryFoundJson, RegistryStatusJson

DOCUMENTS: dict[str, Any] = {
    "classify": ClassifyJson,
    "address": list[AddressJson],
    "notice": NoticesCheckedJson,
    "compare": CompareJson,
    "bounces": BouncesJson,
    "fix": FixJson,
    "draft": DraftsJson,
    "registry": RegistryFoundJson | RegistryStatusJson,
}
PARTS: dict[str, Any] = {
    "classify line": AgencyJson,
    "notice line": NoticeJson,
    "baseline": BaselineJson,
    "delivery row": DeliveryRowJson,
}
"""What stands in files beside those documents."""


class _Published(GenerateJsonSchema):
    """Definitions are named without our ending, and only where a name says more than its key does."""

    def normalize_name(self, name: str) -> str:
        return super().normalize_name(name).removesuffix("Json")

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def json_schema(adapter: TypeAdapter[Any], title: str) -> dict[str, Any]:
    """The JSON Schema of what an adapter takes, as JSON Schema draft 2020-12."""
    found = _tidied(adapter.json_schema(schema_generator=_Published))
    return {"$schema": _Published.schema_dialect, "title": title, **found}


def _tidied(found: Any) -> Any:
    """Without the classes' own names; a description in one line."""
    if isinstance(found, list):
        return [_tidied(one) for one in found]
    if not isinstance(found, dict):
        return found
    kept = {key: _tidied(value) for key, value in found.items() if key != "title" or not isinstance(value, str)}
    if isinstance(kept.get("description"), str):
        kept["description"] = " ".join(kept["description"].split())
    return kept
