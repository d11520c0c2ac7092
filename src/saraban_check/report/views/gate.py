"""What a gate said of a list or of notices, as a document says it."""

from collections.abc import Sequence

from ...model.text import Text
from ..document import PAGE, Block, Heading, Item, Items, line

_PASSED, _FAILED = Text("✅ ผ่านเกณฑ์", "✅ The gate passed"), Text("❌ ไม่ผ่านเกณฑ์", "❌ The gate failed")


def gate_block(reasons: Sequence[Text]) -> Block:
    """That the gate was passed, or each reason why not."""
    if not reasons:
        return Heading(_PASSED, on=PAGE)
    return Items([Item(line(reason)) for reason in reasons], _FAILED, whole=True, on=PAGE)
