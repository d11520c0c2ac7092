"""The table of `--by`: each province, kind, group or rule with its counts and a bar."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..checks.breakdown import Breakdown, Part
from ..checks.summary import Summary
from ..model.finding import Severity
from ..model.policy import Policy
from ..model.text import Lang, Text
from ..rules.catalogue import find_rule
from .escape import cell_width
from .group_names import GROUP_COLORS, group_name
from .layout import pad, wrap
from .shares import share_text
from .style import MARKS, Style

_TITLES = {
    "province": Text("แยกตามจังหวัด (เรียงตามจำนวนที่ยังไม่อยู่กลุ่ม A)", "By province (most left to do first)"),
    "kind": Text("แยกตามประเภท (เรียงตามจำนวนที่ยังไม่อยู่กลุ่ม A)", "By kind (most left to do first)"),
    "group": Text("แยกตามกลุ่ม", "By group"),
    "rule": Text("แยกตามเหตุผล (เรียงตามจำนวนที่พบ)", "By rule (most often first)"),
}
_HEADINGS = (Text("ทั้งหมด", "all"), Text("ยังไม่ A", "not A"), Text("อยู่ใน A", "in A"))
_COUNT = Text("จำนวน", "count")
_TOTAL = Text("รวม", "total")
_NOTHING = Text("ไม่มีหน่วยงานตามเงื่อนไขที่เลือก", "No agency fits the selection")
_NUMBER, _BAR, _LEAST_BAR = 8, 20, 4
_NAME, _LEAST_NAME = 34, 20
_FULL, _HALVES = "█", ("", "▌")


def render_breakdown(breakdown: Breakdown, summary: Summary, lang: Lang, style: Style) -> str:
    """The table, as wide as the terminal, every part in it."""
    lines = [style.paint(line, "bold") for line in wrap(_TITLES[breakdown.aspect].say(lang), style.width, 2)]
    parts = breakdown.parts(summary)
    if not parts:
        lines += wrap(_NOTHING.say(lang), style.width, 2)
    elif breakdown.aspect in ("province", "kind"):
        lines += _by_share(sorted(parts, key=lambda part: -part.left), lang, style)
    elif breakdown.aspect == "rule":
        most_first = sorted(parts, key=lambda part: -part.total)
        labels = [_rule_label(part, lang, summary.policy) for part in most_first]
        lines += _by_count(most_first, labels, lang, style)
    else:
        lines += _by_count(parts, [_group_label(part, lang) for part in parts], lang, style)
    return "\n".join(lines) + "\n"


def bar(part: float, whole: float, width: int) -> str:
    """A bar as long as the part's share of the whole, to half a column; never empty where the part is not."""
    if not width:
        return ""
    halves = round(2 * width * part / whole) if whole else 0
    halves = max(halves, 1 if part else 0)
    return _FULL * (halves // 2) + _HALVES[halves % 2]


def _widths(names: Iterable[str], most: int, numbers: int, width: int) -> tuple[int, int]:
    """How wide names (at most so wide) and bars are beside so many numbers; where there is no room, there is no bar."""
    room = width - numbers * _NUMBER
    name = min(most, room, max(map(cell_width, names)) + 2)
    drawn = min(_BAR, room - name - 2)
    return name, drawn if drawn >= _LEAST_BAR else 0


def _by_share(parts: Sequence[Part], lang: Lang, style: Style) -> Iterator[str]:
    names = [_TOTAL.say(lang), *(part.name.say(lang) for part in parts)]
    name_width, bar_width = _widths(names, _NAME, len(_HEADINGS), style.width)
    heads = "".join(pad(heading.say(lang), _NUMBER, right=True) for heading in _HEADINGS)
    yield style.paint(pad("", name_width) + heads, "dim")
    sums: Counter[str] = Counter()
    for part in parts:
        sums.update(part.groups)
        drawn = style.paint(bar(part.done, part.total, bar_width), "green")
        yield from _share_line(part.name.say(lang), part, name_width, drawn)
    whole = Part("", _TOTAL, sums)
    drawn = bar(whole.done, whole.total, bar_width)
    yield from (style.paint(line, "bold") for line in _share_line(_TOTAL.say(lang), whole, name_width, drawn))


def _share_line(name: str, part: Part, name_width: int, drawn: str) -> Iterator[str]:
    *above, last = wrap(name, name_width - 1, 0)
    yield from above
    share = share_text(part.done, part.total)
    numbers = "".join(pad(text, _NUMBER, right=True) for text in (f"{part.total:,}", f"{part.left:,}", share))
    yield f"{pad(last, name_width)}{numbers}  {drawn}".rstrip()


def _group_label(part: Part, lang: Lang) -> tuple[str, str]:
    return group_name(part.key, lang), GROUP_COLORS.get(part.key[:1], "red")


def _rule_label(part: Part, lang: Lang, policy: Policy) -> tuple[str, str]:
    rule = find_rule(part.key)
    mark, color = MARKS[policy.severity_of(rule) if rule is not None else Severity.INFO]
    return f"{mark} {part.key} {part.name.say(lang)}", color


def _by_count(parts: Sequence[Part], labels: Sequence[tuple[str, str]], lang: Lang, style: Style) -> Iterator[str]:
    widest = max(_LEAST_NAME, style.width - _NUMBER - _BAR - 2)
    name_width, bar_width = _widths((name for name, _ in labels), widest, 1, style.width)
    most = max(part.total for part in parts)
    yield style.paint(pad("", name_width) + pad(_COUNT.say(lang), _NUMBER, right=True), "dim")
    for part, (name, color) in zip(parts, labels, strict=True):
        *above, last = wrap(name, name_width - 1, 2)
        yield from above
        drawn = style.paint(bar(part.total, most, bar_width), color)
        yield f"{pad(last, name_width)}{pad(f'{part.total:,}', _NUMBER, right=True)}  {drawn}".rstrip()
