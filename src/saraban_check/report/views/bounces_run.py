"""What a run of `bounces` has to show."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...bounces.mail_kinds import MailKind
from ...bounces.tally import BounceTally
from ...delivery.agencies import AgencyDeliveries
from ...delivery.all_reports import AllReports
from ...model.delivery import DeliveryReport
from ...model.text import Lang, Text


class Others(NamedTuple):
    """Messages that are no bounces: the kind as JSON has it, in words, and how many messages."""

    kind: str
    name: Text
    messages: int


class Skipped(NamedTuple):
    """What could not be read, and why."""

    file: str
    reason: Text


class Reading(NamedTuple):
    """How much was read: files, messages, how many of these are bounces, and what the others are.

    `skipped` names files that could not be read, the first of `skipped_count`; of `cut` messages, being very long,
    only the beginning was looked at.
    """

    files: int
    messages: int
    bounces: int
    others: Sequence[Others] = ()
    skipped: Sequence[Skipped] = ()
    skipped_count: int = 0
    cut: int = 0


def reading_of(tally: BounceTally) -> Reading:
    """What was counted while the mails were read."""
    others = [Others(kind.value, kind.text, tally.kinds[kind]) for kind in MailKind if kind is not MailKind.BOUNCE]
    skipped = [Skipped(name, why) for name, why in tally.skipped]
    return Reading(
        tally.files, tally.messages, tally.bounces, others, skipped, skipped_count=tally.skipped_count, cut=tally.cut
    )


class DeliveryRun(NamedTuple):
    """One run, ready to be written in any format. `agencies` are those of `--for`, whose file is `list_file`; `target`
    is the CSV that was written, None where there is none; `again` are the options that a ready command repeats."""

    reading: Reading
    gathered: AllReports
    lang: Lang
    agencies: AgencyDeliveries | None = None
    list_file: str | None = None
    target: str | None = None
    again: str = ""

    def lines(self) -> Iterator[DeliveryReport]:
        """The lines of `delivery.csv`: all reports as they were read, the latest answer of each address that answered,
        then the agencies of which there is nothing."""
        yield from self.gathered
        yield from (answer for _, answer in self.gathered.evidence.answers())
        if self.agencies is not None:
            yield from self.agencies.unreported(self.lang)
