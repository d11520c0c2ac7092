"""Who an agency is, as every output says it."""

from typing_extensions import TypedDict

from .words import Code, KindWord


class IdentityJson(TypedDict):
    """An agency, as far as it is known."""

    code: Code | None
    name: str | None
    province: str | None


class IdentityWithKindJson(IdentityJson):
    """An agency, and what kind it is."""

    kind: KindWord | None
