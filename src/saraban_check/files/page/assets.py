"""The page's own files, and the policy that lets nothing but them run."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from ...report.render.page_style import inline_source, page_style

_FOLDER = Path(__file__).parent


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
    """The three files, line ends as a browser counts them whatever the system's are."""
    page, script = ((_FOLDER / f"page.{suffix}").read_text(encoding="utf-8") for suffix in ("html", "js"))
    return Assets(page, page_style(_FOLDER / "page.css"), script)
