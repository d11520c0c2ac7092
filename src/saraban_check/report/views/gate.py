"""What a gate said of a list or of notices, as a document says it."""

from collections.abc import Sequence

from ...model.text import Text
from ..document import PAGE, Block, Heading, Item, Items, Mark, Tone, line

_PASSED, _FAILED = Text("ผ่านเกณฑ์", "The gate passed"), Text("ไม่ผ่านเกณฑ์", "The gate failed")


def gate_blocks(reasons: Sequence[Text]) -> tuple[Block, ...]:
    """Whether the gate was passed, or each reason why not."""
    if not reasons:
        return (Heading(_PASSED, Tone.GOOD, Mark("✅"), on=PAGE),)
    items = [Item(line(reason)) for reason in reasons]
    return Heading(_FAILED, Tone.BAD, Mark("❌"), on=PAGE), Items(items, counted=False, whole=True, on=PAGE)
