"""What the user said about how to read a file."""

from collections.abc import Sequence
from typing import NamedTuple

from .limits import DEFAULT_LIMITS, Limits


class ListOptions(NamedTuple):
    """How a list is read: the sheet (a name, or a number from 1), headings by field where they are not recognised, a
    text encoding, and limits.

    `needs` are the fields without whose columns the file is not what it is read as; `required` those that the
    user wants to be there.
    """

    sheet: str | None = None
    mapping: dict[str, str] = {}  # noqa: RUF012  (never changed; a NamedTuple default)
    encoding: str | None = None
    limits: Limits = DEFAULT_LIMITS
    needs: Sequence[str] = ("address",)
    required: Sequence[str] = ()
