"""A finding on the screen: its sign, its code and its sentence, the offending part pointed at, and how to mend it."""

from collections.abc import Iterator

from ..document import MARKS, Found, Tone, line
from ..escape import cell_width
from ..layout import wrap
from .screen_lines import Lines
from .words import MEND

_HANGING = 11
"""How far the lines below the first are indented: they stand under the sentence."""


def found_lines(found: Found, lines: Lines, indent: int = 0) -> Iterator[str]:
    """Sign, code and sentence, the offending part pointed at, how to mend it, and what lies behind it."""
    mark = MARKS[found.severity]
    hanging = indent + _HANGING
    room = lines.style.width - hanging
    first, *more = wrap(lines.said(found.message), room - 1, 0)
    code = lines.paint(found.code, Tone.PLAIN, strong=True)
    yield f"{' ' * indent}  {lines.paint(mark.sign, mark.tone)} {code}  {first}"
    yield from (" " * hanging + text for text in more)
    if found.span is not None and found.value is not None:
        yield from _pointer(lines, found.value, found.span, mark.tone, hanging)
    if found.mend is not None:
        yield from (" " * hanging + text for text in wrap(lines.said(MEND.fill(how=found.mend)), room, 0))
    for behind in found.behind:
        yield from lines.of(line(behind.value, strong=True), hanging, 0)
        for one in behind.found:
            yield from found_lines(one, lines, indent + 9)


def _pointer(lines: Lines, value: str, span: tuple[int, int], tone: Tone, hanging: int) -> Iterator[str]:
    """The address with the offending part underlined, where it fits."""
    before, part, after = (lines.shown(text) for text in (value[: span[0]], value[slice(*span)], value[span[1] :]))
    if cell_width(before + part + after) > lines.style.width - hanging:
        return
    yield " " * hanging + before + lines.paint(part, tone, strong=True) + after
    under = lines.paint("^" * max(1, cell_width(part)), tone)
    yield " " * (hanging + cell_width(before)) + under
