"""How a sheet comes out on paper."""

from typing import Any

from ..escape import for_xlsx

_A4 = 9


def print_well(sheet: Any, *, landscape: bool = True, head: tuple[int, int] | None = None) -> None:
    """On A4, all columns on one page's width, pages numbered; the rows `head` (first, last) on every page."""
    sheet.set_paper(_A4)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&R&P / &N")
    if head is not None:
        sheet.repeat_rows(*head)


_LONGEST_HEADER = 200
"""Excel takes 255 with its own codes; a workbook with more is said to be damaged."""


def header_text(text: str) -> str:
    """A text as a header or a footer has it: `&` begins a code there, and a line feed another line."""
    short = " ".join(for_xlsx(text).split())[: _LONGEST_HEADER // 2]
    return short.replace("&", "&&")


def head_pages(sheet: Any, said: str, left: str = "") -> None:
    """A line at the top of every page that the sheet prints."""
    beside = f"&L{header_text(left)}" if left else ""
    sheet.set_header(f"{beside}&R{header_text(said)}", {"margin": 0.25})
