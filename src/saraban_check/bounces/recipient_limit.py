"""Of a mail that names more recipients than a circular has, the first are reported and the others counted."""

from typing import NamedTuple

from ..model.delivery import DeliveryReport, MailStatus
from .reasons import Reason

MOST_RECIPIENTS = 2000
"""Recipients of one bounce: what the systems that take most of them accept in one mail (Gmail 2,000, Postfix 1,000)."""


class Reports(NamedTuple):
    """Reports in order, and how many recipients beyond MOST_RECIPIENTS are not among them."""

    found: list[DeliveryReport]
    left_out: int = 0

    @property
    def names_anybody(self) -> bool:
        """Whether there is an address among them."""
        return any(report.address for report in self.found)


def said_of_others(left_out: int) -> DeliveryReport:
    """What stands for the recipients that were only counted."""
    return DeliveryReport("", MailStatus.UNKNOWN, diagnostic=Reason.TOO_MANY.say(f"+{left_out:,}"))
