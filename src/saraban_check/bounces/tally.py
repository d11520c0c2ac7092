"""What was read, and what was not."""

from collections import Counter
from typing import NamedTuple

from ..model.text import Text
from .mail_kinds import MailKind

_MOST_NAMED = 1000


class Skipped(NamedTuple):
    """A file that was not read, or not to its end, as the user would name it, and why."""

    name: str
    why: Text


class BounceTally:
    """Counts of what was read so far; it grows while the reports are taken.

    `kinds` counts messages by what they are; `cut` are bounces that are longer than what is looked at of one, or name
    more recipients than are reported; `nameless` are bounces with a recipient whose address is not known: of
    both, agencies may be missing among the reports. `skipped` names the first thousand of the `skipped_count` files
    that were not read.
    """

    __slots__ = ("cut", "files", "kinds", "messages", "nameless", "reports", "skipped", "skipped_count")

    def __init__(self) -> None:
        self.files = 0
        self.messages = 0
        self.reports = 0
        self.cut = 0
        self.nameless = 0
        self.kinds: Counter[MailKind] = Counter()
        self.skipped: list[Skipped] = []
        self.skipped_count = 0

    @property
    def bounces(self) -> int:
        """How many messages are bounces."""
        return self.kinds[MailKind.BOUNCE]

    def skip(self, name: str, why: Text) -> None:
        """Count a file that is not read."""
        self.skipped_count += 1
        if len(self.skipped) < _MOST_NAMED:
            self.skipped.append(Skipped(name, why))
