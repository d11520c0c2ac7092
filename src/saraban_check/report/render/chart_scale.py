"""The axis of a chart of shares: where it begins and ends, and the shares that are marked on it."""

from math import ceil, floor
from typing import NamedTuple

from ..document import Chart

_STEPS = (1, 2, 5, 10, 20, 25)
_MOST_STEPS, _LEAST_SPAN = 5, 5.0
"""So few per cent are never drawn as high as the chart: a small change must not look like a large one."""


class Scale(NamedTuple):
    """Per cent from `low` to `high`, a line every `step`."""

    low: int
    high: int
    step: int

    @property
    def ticks(self) -> range:
        return range(self.low, self.high + 1, self.step)

    def height(self, part: int, whole: int) -> float:
        """How far up a share stands: 0 is the foot of the chart, 1 its top."""
        return (100 * part / whole - self.low) / (self.high - self.low)


def scale_of(chart: Chart) -> Scale:
    """An axis on which all shares of a chart stand; it does not begin at none, so that a change can be seen."""
    shares = [100 * share.part / share.whole for one in chart.series for share in one.shares if share.whole]
    low, high = min(shares, default=0.0), max(shares, default=100.0)
    missing = max(0.0, _LEAST_SPAN - (high - low)) / 2
    low, high = max(0.0, low - missing), min(100.0, high + missing)
    step = next((one for one in _STEPS if ceil(high / one) - floor(low / one) <= _MOST_STEPS), _STEPS[-1])
    first, last = step * floor(low / step), step * ceil(high / step)
    return Scale(first, last if last > first else first + step, step)
