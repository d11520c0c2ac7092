"""What all reports together say of each address: the one that holds for it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.delivery import Delivery, DeliveryReport, DeliverySource, MailStatus
from .keys import address_key, address_keys

if TYPE_CHECKING:
    from ..intake.limits import Limits

SENT_ALL = "--sent-all"
"""The `message` of a line that no mail stands behind: the user said that all were sent and the waiting time is over."""

_DELIVERY = {
    MailStatus.FULL: Delivery.FULL,
    MailStatus.FAILED: Delivery.FAILED,
    MailStatus.DELIVERED: Delivery.DELIVERED,
    MailStatus.DELAYED: Delivery.UNKNOWN,
    MailStatus.UNKNOWN: Delivery.UNKNOWN,
}


def delivery_of(report: DeliveryReport) -> Delivery:
    """The fact that a report settles; delayed and unknown settle none."""
    return _DELIVERY[report.status]


def source_of(report: DeliveryReport) -> DeliverySource:
    """Where that fact came from: a mail, or what the user supposed.

    A delivery with neither message nor date nor code was reported by no mail system: somebody wrote that line.
    """
    if report.answered:
        return DeliverySource.ANSWER
    return DeliverySource.ASSUMED if _is_supposed(report) else DeliverySource.BOUNCE


def _is_supposed(report: DeliveryReport) -> bool:
    if report.status is not MailStatus.DELIVERED or report.answered:
        return False
    return report.message == SENT_ALL or not report.is_of_a_mail


class DeliveryEvidence:
    """The report that holds for each address, of any number of reports in any order.

    Of several reports on one address the highest of these holds:

    1. a failure (full, failed) without a date: no delivery can be shown to be later than it;
    2. full, failed or delivered with a date: the latest. At the same time a failure comes before a delivery, which
       must be later to win, and full before failed, as it says why;
    3. delivered without a date: it holds only where nothing speaks against it;
    4. delivered because the address answered, where the user takes that for delivered (`answered_is_delivered`): a
       sender's name can be forged, so whatever a mail system reported comes before it;
    5. delivered because the user said so: all were sent (`SENT_ALL`), or no more than this is said;
    6. delayed, then 7. unknown: they settle nothing, so they never displace what is settled. A delay after a delivery
       is another mail that may still arrive; a delay before a failure has come to its end.

    Where two are equal in all this, the one with codes comes before the one without, and then the order of their
    texts decides. So this is one order of all reports, and the highest is the same whatever order they come in.

    Addresses are compared as `address_key` has it. A cell with several addresses reports on each of them. One
    report and one answer are held an address, so memory grows with the addresses and not with the reports.

    A line that is `unknown` and of no mail says that nothing came back (`bounces --for` writes such): it is no report.

    An answer is held beside the reports, the latest of each address. `sent_all`: all were sent and the waiting time is
    over, so that addresses without a report are supposed to be delivered to.
    """

    __slots__ = ("_answers", "_held", "answered_is_delivered", "left_out", "nameless", "sent_all")

    def __init__(
        self, reports: Iterable[DeliveryReport] = (), *, sent_all: bool = False, answered_is_delivered: bool = False
    ) -> None:
        self.sent_all, self.answered_is_delivered = sent_all, answered_is_delivered
        self._held: dict[str, DeliveryReport] = {}
        self._answers: dict[str, DeliveryReport] = {}
        self.nameless = 0
        """How many reports name no address."""
        self.left_out = 0
        """How many more there were, too old to count (`--since`)."""
        for report in reports:
            self.add(report)

    def add(self, report: DeliveryReport) -> None:
        """Take one more report, or answer."""
        keys = address_keys(report.address)
        if report.answered:
            if self.answered_is_delivered:
                report = report._replace(status=MailStatus.DELIVERED)
            _keep(report, keys, self._answers)
            if report.status is not MailStatus.DELIVERED:
                return
        elif not keys:
            self.nameless += 1
        elif report.status is MailStatus.UNKNOWN and not report.is_of_a_mail:
            return
        _keep(report, keys, self._held)

    def of(self, address: str) -> DeliveryReport | None:
        """The report that holds for one address; None where there is none."""
        key = address_key(address)
        return None if key is None else self._held.get(key)

    def answer_of(self, address: str) -> DeliveryReport | None:
        """The latest answer from one address; None where there is none."""
        key = address_key(address)
        return None if key is None else self._answers.get(key)

    def answers(self) -> Iterator[tuple[str, DeliveryReport]]:
        """Each address that answered with its latest answer, in the order in which they first did."""
        yield from self._answers.items()

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses as they are compared, in the order in which they first appeared."""
        return tuple(self._held)

    @property
    def count(self) -> int:
        """How many addresses there are reports on."""
        return len(self._held)

    @property
    def answered(self) -> int:
        """How many addresses answered."""
        return len(self._answers)

    @property
    def is_all_left_out(self) -> bool:
        """Whether there were reports or answers, and all of them are too old to count."""
        return bool(self.left_out) and not (self._held or self._answers or self.nameless)

    @property
    def settled(self) -> int:
        """Of how many addresses the delivery is known."""
        return sum(1 for report in self._held.values() if delivery_of(report) is not Delivery.UNKNOWN)

    def items(self) -> Iterator[tuple[str, DeliveryReport]]:
        """Each address with the report that holds for it, in the order in which the addresses first appeared."""
        yield from self._held.items()

    def __iter__(self) -> Iterator[DeliveryReport]:
        """The reports that hold, in the order in which their addresses first appeared."""
        return iter(self._held.values())


def _keep(report: DeliveryReport, keys: Iterable[str], found: dict[str, DeliveryReport]) -> None:
    """Let it take the place of what weighs less."""
    for key in keys:
        held = found.get(key)
        if held is None or _weight(held) < _weight(report):
            found[key] = report


_UNKNOWN, _DELAYED, _SUPPOSED, _ANSWERED, _UNDATED_DELIVERY, _DATED, _UNDATED_FAILURE = range(7)
_SAME_TIME = {MailStatus.FULL: 2, MailStatus.FAILED: 1}


def _rank(report: DeliveryReport) -> int:
    if report.status is MailStatus.UNKNOWN:
        return _UNKNOWN
    if report.answered:
        return _ANSWERED
    if report.status is MailStatus.DELAYED:
        return _DELAYED
    delivered = report.status is MailStatus.DELIVERED
    if _is_supposed(report):
        return _SUPPOSED
    if report.date is not None:
        return _DATED
    return _UNDATED_DELIVERY if delivered else _UNDATED_FAILURE


def _weight(report: DeliveryReport) -> tuple[int, bool, datetime | None, int, tuple[str, ...]]:
    """A place for each report in one order of all; the class says what it is."""
    date, codes = report.date, (report.enhanced_code, report.smtp_code)
    texts = (*codes, report.diagnostic, report.message, report.address, date.isoformat() if date else "")
    return _rank(report), date is not None, date, _SAME_TIME.get(report.status, 0), texts


def load_delivery(path: str | Path, *, limits: "Limits | None" = None) -> "DeliveryEvidence":
    """What is known of delivery, from the CSV that `bounces` writes, or from a workbook with the same columns.

    Raises InputError where the file cannot be used, or a status or a date in it cannot be read. Source: decisions:
    Delivery.
    """
    from ..intake.delivery_file import read_delivery_file  # few lists come with such a file

    return DeliveryEvidence(read_delivery_file(Path(path), limits))
