"""The style that all pages share, and how a page's policy names what stands in it."""

import base64
import hashlib
from functools import cache
from pathlib import Path


@cache
def page_style(own: Path) -> str:
    """What all pages share, and below it a page's own style; line ends as a browser counts them."""
    base = Path(__file__).with_name("base.css")
    return base.read_text(encoding="utf-8") + own.read_text(encoding="utf-8")


def inline_source(text: str) -> str:
    """What names an inline style or script in the Content-Security-Policy: its hash."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
