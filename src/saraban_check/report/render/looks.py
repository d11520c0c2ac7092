"""The looks of a workbook's cells: fonts, borders, and a fill for each tone. All workbooks of ours share them."""

import datetime
from typing import Any

from ..document import Tone

FONT = "Tahoma"
"""Has Thai and Latin letters, and is on every computer that has Excel."""

CREATED = datetime.datetime(2026, 2, 17)  # noqa: DTZ001  (the day of the published table, not of the run)
"""What every workbook says it was made on: the same input gives the same bytes."""

DEFAULT = {"font_name": FONT, "font_size": 10, "valign": "top"}
"""Of all cells; those that need no more, most of them, name no look of their own and cost less."""

Look = dict[str, Any]
"""The properties of a format, as XlsxWriter names them; looks are joined with `|`."""

_LINE: Look = {"border": 1, "border_color": "#BFBFBF"}
TITLE: Look = {"bold": True, "font_size": 16, "font_color": "#1F4E79"}
SECTION: Look = {"bold": True, "font_size": 12, "font_color": "#1F4E79"}
NOTE: Look = {"font_color": "#595959"}
WRAPPED: Look = {"text_wrap": True}
CELL: Look = _LINE | WRAPPED | {"align": "left", "indent": 1}
MIDDLE: Look = _LINE | {"valign": "vcenter", "text_wrap": True, "align": "left", "indent": 1}
CENTER: Look = {"align": "center", "indent": 0}
BOLD: Look = {"bold": True}
_RIGHT: Look = {"align": "right", "indent": 1, "text_wrap": False}
NUMBER: Look = _RIGHT | {"num_format": '#,##0;-#,##0;"–"'}
ORDINAL: Look = _RIGHT | {"num_format": "0"}
PERCENT: Look = _RIGHT | {"num_format": "0.0%"}
TOTAL: Look = MIDDLE | BOLD | {"top": 2, "top_color": "#1F4E79", "bg_color": "#F2F2F2"}
HEAD: Look = MIDDLE | BOLD | CENTER | {"font_color": "#FFFFFF", "bg_color": "#1F4E79"}
OUR_HEAD: Look = HEAD | {"bg_color": "#375623"}
DATE: Look = {"num_format": "yyyy-mm-dd"}
MOMENT: Look = {"num_format": "yyyy-mm-dd hh:mm:ss"}
TIME: Look = {"num_format": "hh:mm:ss"}
DURATION: Look = {"num_format": "[h]:mm:ss"}
FILLS: dict[Tone, Look] = {
    Tone.GOOD: {"bg_color": "#E2F0D9"},
    Tone.BAD: {"bg_color": "#F8CBAD"},
    Tone.DOUBT: {"bg_color": "#FFF2CC"},
    Tone.INFO: {"bg_color": "#DDEBF7"},
    Tone.ACTION: {"bg_color": "#DDEBF7"},
    Tone.QUIET: {"bg_color": "#F2F2F2"},
    Tone.PLAIN: {},
}
"""What stands behind a value of each tone."""


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self._made: dict[str, Any] = {}

    def __call__(self, look: Look) -> Any:
        """XlsxWriter's format for a look."""
        key = repr(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self.book.add_format(look)
        return self._made[key]
