"""The page's own files, and the policy that lets nothing but them run."""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

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
                f"script-src {_source(self.script)}",
                f"style-src {_source(self.style)}",
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
    return Assets(*((_FOLDER / f"page.{suffix}").read_text(encoding="utf-8") for suffix in ("html", "css", "js")))


def _source(text: str) -> str:
    """What names an inline element in the policy: its hash."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
