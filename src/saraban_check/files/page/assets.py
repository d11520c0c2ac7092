"""The page's own files, and the policy that lets nothing but them run."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from ...report.render.page_style import inline_source, page_style

_FOLDER = Path(__file__).parent
_SCRIPTS = (
    "say",
    "elements",
    "agencies",
    "counts",
    "todo",
    "map",
    "filters",
    "columns",
    "address",
    "list",
    "card",
    "start",
)
"""The parts of the script, each an idea, in the order in which they are joined."""


class Assets(NamedTuple):
    """The page with places to fill in, its style and its script."""

    page: str
    style: str
    script: str

    @property
    def policy(self) -> str:
        """The Content-Security-Policy: this style and this script, and nothing from anywhere else.

        The script may not make markup from texts either (Trusted Types), so no cell can become an element.
        """
        return "; ".join(
            (
                "default-src 'none'",
                f"script-src {inline_source(self.script)}",
                f"style-src {inline_source(self.style)}",
                "img-src data:",
                "base-uri 'none'",
                "form-action 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types 'none'",
            )
        )


@cache
def assets() -> Assets:
    """The page, its style and its script of all parts, line ends as a browser counts them whatever the system's are."""
    page = (_FOLDER / "page.html").read_text(encoding="utf-8")
    script = "\n".join((_FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS)
    return Assets(page, page_style(_FOLDER / "page.css"), script)
