"""Which reports the screen names: by what became of the mail, and those that somebody has to look into."""

from collections.abc import Sequence
from typing import NamedTuple

from ...delivery.keys import address_key
from ...model.delivery import DeliveryReport, MailStatus
from .report import DeliveryRun

Held = tuple[str, DeliveryReport]
"""An address as it is compared, and the report that holds for it."""


NOT_REACHED = (MailStatus.FULL, MailStatus.FAILED)


def held(run: DeliveryRun, statuses: Sequence[MailStatus], apart: set[str]) -> list[Held]:
    """The addresses of these statuses, but for those that are listed apart."""
    return [
        (key, report) for key, report in run.gathered.evidence.items() if report.status in statuses and key not in apart
    ]


class Unknown(NamedTuple):
    """The first reports of which nothing is known, and how many there are; of `settled` more the address is known
    to be full or to have failed."""

    first: list[Held]
    total: int
    settled: int


def unknown(run: DeliveryRun, limit: int) -> Unknown:
    """Each as it was read: they may name no address."""
    first: list[Held] = []
    total = settled = 0
    if not run.gathered.statuses[MailStatus.UNKNOWN]:
        return Unknown(first, total, settled)
    for report in run.gathered:
        if report.status is not MailStatus.UNKNOWN:
            continue
        holding = run.gathered.evidence.of(report.address)
        if holding is not None and holding.status in NOT_REACHED:
            settled += 1
            continue
        total += 1
        if total <= limit:
            first.append((address_key(report.address) or "", report))
    return Unknown(first, total, settled)
