"""The screen after `notice`: a page for one file, an overview for several."""

from ..style import Style
from .overview import render_overview
from .page import render_page
from .report import NoticeRun


def render_notices(run: NoticeRun, limit: int, style: Style) -> str:
    """The whole screen; the lists of an overview are shortened to `limit` and say by how much."""
    if len(run.results) == 1:
        return render_page(run, run.results[0], style)
    return render_overview(run, limit, style)
