"""`--fail-on`: when a classification counts as failed."""

from typing import TYPE_CHECKING

from ..api import RequestError, Severity
from ..model.text import Text

if TYPE_CHECKING:
    from ..api import GroupTable, Summary


_CONDITIONS = ("error", "warning", "undetermined", "outside")
_BAD = Text("--fail-on {found}: ไม่รู้จักเงื่อนไขนี้ ใช้ {choices}", "--fail-on {found}: no such condition; use {choices}")


def read_fail_on(text: str | None, table: "GroupTable") -> tuple[str, ...]:
    """The conditions, each a group's name or one of four words. Raises RequestError for any other."""
    if text is None:
        return ()
    wanted = [part.strip() for part in text.split(",") if part.strip()] or [text]
    for letter in {group[:1] for group in table.groups} - set(table.groups):
        if letter.casefold() in (part.casefold() for part in wanted):
            wanted += [group for group in table.groups if group[:1] == letter]
            wanted = [part for part in wanted if part.casefold() != letter.casefold()]
    names = {name.casefold(): name for name in (*table.groups, *_CONDITIONS)}
    for part in wanted:
        if part.casefold() not in names:
            raise RequestError(_BAD, found=part, choices=", ".join((*table.groups, *_CONDITIONS)))
    return tuple(names[part.casefold()] for part in wanted)


def is_met(condition: str, summary: "Summary") -> bool:
    """Whether any agency meets a condition."""
    match condition:
        case "error":
            return summary.findings_of(Severity.ERROR) > 0
        case "warning":
            return summary.findings_of(Severity.WARNING) > 0
        case "undetermined":
            return summary.undetermined > 0
        case "outside":
            return summary.outside > 0
        case _:
            return summary.groups.get(condition, 0) > 0
