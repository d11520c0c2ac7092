"""Words of a section-10 notice: labels of its parts, channels, positions, and what marks a blank."""

from functools import cache

from .tables import rows


@cache
def notice_words(name: str) -> tuple[str, ...]:
    """One list of `notice_words.csv`, such as `label_address`, `position`; the longest first."""
    return tuple(sorted((r["text"] for r in rows("notice_words") if r["list"] == name), key=len, reverse=True))


@cache
def channel_kinds() -> tuple[str, ...]:
    """The kinds of further channels that are told apart: `line`, `facebook`, …"""
    return tuple(
        dict.fromkeys(r["list"].removeprefix("channel_") for r in rows("notice_words") if "channel_" in r["list"])
    )
