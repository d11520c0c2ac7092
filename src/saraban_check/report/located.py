"""A finding with its place, as every format for CI needs it, whichever command found it."""

from collections import Counter
from typing import NamedTuple

from ..model.finding import Finding


class Located(NamedTuple):
    """One finding. `whose` says in a few words whom or what it is about, `file` is the path for machines.

    `line` is the row as the spreadsheet shows it, or the line of the text (1 = first); `cell` its cell in a workbook
    (`Sheet!C15`); `is_new` is None without a baseline. `details` are further sentences that belong to the finding.
    """

    whose: str
    finding: Finding
    file: str
    line: int
    fingerprint: str
    cell: str | None = None
    is_new: bool | None = None
    details: tuple[str, ...] = ()


class Unusable(NamedTuple):
    """A file that could not be read at all: its path for machines, and the sentence that says why."""

    file: str
    message: str


def fingerprint(code: str, who: str, value: str, seen: Counter[str]) -> str:
    """Rule, agency and value, never the line: what is sorted or moved is no new finding. Equal ones get a counter.

    `seen` counts what was handed out so far.
    """
    import hashlib  # a screen names no finding by its fingerprint, and OpenSSL is large

    text = "\x1f".join((code, who, value))
    print_ = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
    seen[print_] += 1
    return print_ if seen[print_] == 1 else f"{print_}-{seen[print_]}"
