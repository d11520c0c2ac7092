"""What the user said about how to read a file."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from .limits import DEFAULT_LIMITS, Limits


class ListOptions(NamedTuple):
    """How a list is read.

    `sheet` is a name, or a number from 1 as text; `mapping` gives fields their headings where these are not recognised
    (`{"address": "อีเมล์ใหม่"}`); `encoding` is that of a CSV (`"cp874"`), told by its bytes where it is None; `limits`
    say how much may be read. `needs` are the fields without whose columns the file is not what it is read as;
    `required` those that the user wants to be there. `as_of` is the day that the data are of, where the user says it.
    `processes` is how many may share in judging a long text file, 1 or 2. Source: decisions: Lists, Rounds.
    """

    sheet: str | None = None
    mapping: dict[str, str] = {}  # noqa: RUF012  (never changed; a NamedTuple default)
    encoding: str | None = None
    limits: Limits = DEFAULT_LIMITS
    needs: Sequence[str] = ("address",)
    required: Sequence[str] = ()
    as_of: datetime.date | None = None
    processes: int = 1
