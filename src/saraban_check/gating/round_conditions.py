"""What a gate of two rounds stops at (`compare --fail-on`): a change, or an address that changed."""

from ..comparison.moves import Change, Comparison
from ..model.errors import RequestError
from ..model.near import meant
from ..model.text import Text
from .gate import met_condition

_ADDRESS = "address"
ROUND_CONDITIONS = (*(change.value for change in Change if change is not Change.UNCHANGED), _ADDRESS)
_BAD = Text(
    "--fail-on {found}: ไม่รู้จักเงื่อนไขนี้{near} ใช้ {choices}", "--fail-on {found}: no such condition{near}; use {choices}"
)


def read_round_conditions(text: str | None) -> tuple[str, ...]:
    """The conditions of a text such as `worsened,gone`, each once; none where nothing was asked.

    Raises RequestError for any other word, and for a text without one: an unset variable must not open the gate.
    """
    if text is None:
        return ()
    wanted = tuple(part.strip().casefold() for part in text.split(",") if part.strip()) or (text,)
    for part in wanted:
        if part not in ROUND_CONDITIONS:
            raise RequestError(
                _BAD, found=part, near=meant(part, ROUND_CONDITIONS), choices=", ".join(ROUND_CONDITIONS)
            )
    return tuple(dict.fromkeys(wanted))


def met_by_rounds(conditions: tuple[str, ...], comparison: Comparison) -> tuple[Text, ...]:
    """The reasons for failing: each condition that is met, and how often."""
    counts = ((condition, _count(condition, comparison)) for condition in conditions)
    return tuple(met_condition(condition, count) for condition, count in counts if count)


def _count(condition: str, comparison: Comparison) -> int:
    return len(comparison.address_changed) if condition == _ADDRESS else comparison.counts[Change(condition)]
