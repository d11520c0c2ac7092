"""A finding on the screen: its sign, its code and its sentence, the offending part pointed at, and how to mend it."""

from collections.abc import Iterator

from ..model.finding import Finding
from ..model.text import Lang, Text
from .escape import cell_width, for_terminal
from .layout import wrap
from .style import MARKS, Style

_MEND = Text("วิธีแก้", "To mend")
_HANGING = 11
"""How far the lines below the first are indented: they stand under the sentence."""


def finding_lines(
    finding: Finding,
    value: str | None,
    lang: Lang,
    style: Style,
    *,
    mends: bool = True,
    said: str | None = None,
    indent: int = 0,
) -> Iterator[str]:
    """The lines of one finding; `value` is the address that its span points into, None where there is none.

    `mends`: say how to mend it too. `said` stands in the place of its own sentence. `indent`: so many columns
    further in.
    """
    mark, color = MARKS[finding.severity]
    before = " " * indent
    sentence = finding.message(lang) if said is None else said
    first, *more = wrap(for_terminal(sentence), style.width - _HANGING - 1 - indent, 0)
    yield f"{before}  {style.paint(mark, color)} {style.paint(finding.code, 'bold')}  {first}"
    yield from (before + " " * _HANGING + line for line in more)
    if finding.span is not None and value is not None:
        yield from _pointer(value, finding.span, style, color, indent)
    if mends:
        mend = wrap(f"{_MEND.say(lang)}: {finding.rule.mend.say(lang)}", style.width - _HANGING - indent, 0)
        yield from (before + " " * _HANGING + line for line in mend)


def _pointer(value: str, span: tuple[int, int], style: Style, color: str, indent: int) -> Iterator[str]:
    """The address with the offending part underlined."""
    start, end = span
    hanging = " " * (indent + _HANGING)
    if cell_width(for_terminal(value)) > style.width - len(hanging):
        return
    before, part = for_terminal(value[:start]), for_terminal(value[start:end])
    yield hanging + before + style.paint(part, "bold", color) + for_terminal(value[end:])
    yield hanging + " " * cell_width(before) + style.paint("^" * max(1, cell_width(part)), color)
