"""What may be mended in one cell, and what not: addresses and codes."""

from collections.abc import Iterable
from typing import NamedTuple

from ..address.cleaning import clean
from ..address.dressing import Change
from ..address.syntax import is_plain_address
from ..intake.cells import read_code
from ..model.text import Text
from .changes import ChangeKind, Obstacle


class Mended(NamedTuple):
    """The text that a cell is to hold, what was done for it, and the words for that."""

    after: str
    kinds: tuple[ChangeKind, ...]
    why: Text


def mended_address(cell: str) -> Mended | Obstacle | None:
    """An address cell, cleaned and in lower case; None where there is nothing to do.

    Never where a word of the cell would be lost, and only where the result is an address beyond doubt: what begins
    like a formula is none.
    """
    values, changes, _ = clean(cell)
    if not any("@" in value for value in values):
        return None
    if len(values) > 1:
        return Obstacle.SEVERAL
    if Change.OTHER_TEXT in changes:
        return Obstacle.OTHER_TEXT
    after = values[0].lower()
    if after == cell:
        return None
    if not is_plain_address(after) or after.startswith("-") or clean(after).values != (after,):
        return Obstacle.NO_ADDRESS
    kinds = [ChangeKind.CLEANED] if changes else []
    said = [change.value for change in changes]
    if after != values[0]:
        kinds.append(ChangeKind.CASE)
        said.append(ChangeKind.CASE.value)
    return Mended(after, tuple(kinds), _joined(said))


def mended_code(cell: str) -> Mended | None:
    """A code as its 8 digits; None where it is that, or cannot be read."""
    code = read_code(cell).value
    if code is None or code == cell:
        return None
    zero = f"0{cell}" == code or not _has_digits(cell, 8)
    kinds = [ChangeKind.ZERO] if zero else []
    if cell not in (code, code[1:]):
        kinds.append(ChangeKind.CODE_CLEANED)
    return Mended(code, tuple(kinds), _joined(kind.value for kind in kinds))


def _has_digits(cell: str, count: int) -> bool:
    """Whether so many digits stand in the cell, Thai ones too, beside the `.0` of a number."""
    return sum(map(str.isdecimal, cell.strip().removesuffix(".0"))) == count


def _joined(texts: Iterable[Text]) -> Text:
    found = list(dict.fromkeys(texts))
    return Text(", ".join(text.th for text in found), ", ".join(text.en for text in found))
