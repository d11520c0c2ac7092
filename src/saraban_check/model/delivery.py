"""What is known of whether mail arrives: a line of a bounce, what DNS says of a domain, and where a fact came from."""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Literal, NamedTuple

from .smtp_stage import Stage
from .text import Text

Assume = Literal["delivered", "failed"]
"""What may be assumed of mail of which nothing is known (`--assume`)."""


class Delivery(Enum):
    """What happened to mail sent to the address (สถานะการส่งอีเมล)."""

    DELIVERED = "delivered"
    FULL = "full"
    FAILED = "failed"
    UNKNOWN = "unknown"

    __hash__ = object.__hash__  # as a million rows are counted by it: that of Enum is a function in Python


class DeliverySource(Enum):
    """Where the delivery fact of an agency came from."""

    CELL = "cell"
    BOUNCE = "bounce"
    DNS = "dns"
    ANSWER = "answer"
    ASSUMED = "assumed"

    __hash__ = object.__hash__  # as a million rows are counted by it: that of Enum is a function in Python


class MailStatus(Enum):
    """What one message said of one recipient. A delayed one may still arrive, so it decides nothing."""

    FULL = "full"
    FAILED = "failed"
    DELAYED = "delayed"
    DELIVERED = "delivered"
    UNKNOWN = "unknown"


class DeliveryReport(NamedTuple):
    """One recipient of one bounce: a line of `delivery.csv`.

    `address` is as the mail system wrote it, decoded (RFC 6533); empty where the message names none. `enhanced_code`
    is an enhanced mail system status code (RFC 3463: `5.2.2`), `smtp_code` a reply code (RFC 5321: `552`),
    `diagnostic` what the mail system said, or why nothing is known. `date` is aware, None where there is none that
    can be read. `message` is the file, with `#N` for the N-th message of an mbox.

    `answered`: it is no report but a mail from the address itself that answers the letter. Its status is `unknown`, or
    `delivered` where the user takes it for that; `diagnostic` is what it says.

    `stage` is how far the systems had come when one refused, as far as the mail itself says it; no CSV has it.
    """

    address: str
    status: MailStatus
    enhanced_code: str = ""
    smtp_code: str = ""
    diagnostic: str = ""
    date: datetime | None = None
    message: str = ""
    answered: bool = False
    stage: Stage = Stage.UNKNOWN

    @property
    def is_of_a_mail(self) -> bool:
        """Whether a message, a date or a code tells that a mail stands behind it, and not only who wrote the line."""
        return bool(self.message or self.date or self.enhanced_code or self.smtp_code)


class Reception(Enum):
    """Whether a domain can receive mail, as far as DNS can show it. DNS never proves delivery."""

    CAN = "can-receive"
    CANNOT = "cannot-receive"
    UNKNOWN = "unknown"


class DnsReason(Enum):
    """Why: what was found, or what stood in the way."""

    MX = "mx"
    ADDRESS_ONLY = "address-only"  # no MX, but an address: mail goes there (RFC 5321 section 5.1)
    NXDOMAIN = "nxdomain"
    NULL_MX = "null-mx"  # RFC 7505
    NO_ADDRESS = "no-address"
    TIMEOUT = "timeout"
    SERVFAIL = "servfail"
    REFUSED = "refused"
    NO_ANSWER = "no-answer"  # an answer that cannot be used, or an error on the way
    NOT_A_NAME = "not-a-name"  # what DNS cannot be asked for


class DomainAnswer(NamedTuple):
    """What DNS says of one domain. `spf` and `dmarc` (RFC 7208, 7489) are None where not known: information only."""

    domain: str
    reception: Reception
    reason: DnsReason
    mail_servers: tuple[str, ...] = ()
    spf: bool | None = None
    dmarc: bool | None = None

    @property
    def receives_none(self) -> bool:
        """Whether it is proved that no mail can arrive."""
        return self.reception is Reception.CANNOT


class Evidence(NamedTuple):
    """What is known of the delivery to one agency's address besides its cell; `answer` is its own mail."""

    report: DeliveryReport | None = None
    domain: DomainAnswer | None = None
    answer: DeliveryReport | None = None

    @property
    def is_in_doubt(self) -> bool:
        """Whether a message is still under way, or is known to have come back with no result that can be read."""
        return self.report is not None and self.report.status in (MailStatus.UNKNOWN, MailStatus.DELAYED)

    def says_more_than(self, delivery: Delivery) -> bool:
        """Whether there is anything to tell besides the fact itself: by which message, or why no mail can arrive."""
        is_dead = self.domain is not None and self.domain.receives_none
        told = self.report is not None or self.answer is not None
        return delivery is not Delivery.DELIVERED and (is_dead or told)


class Contradiction(NamedTuple):
    """Two statements on the delivery to one address: what one source says, and what it is held against."""

    one: Delivery
    told_by: DeliverySource
    other: Delivery
    held_against: DeliverySource


NO_CONTRADICTIONS: tuple[Contradiction, ...] = ()


class DnsAnswers(NamedTuple):
    """What DNS said, by domain in lower case; `not_checked` says why, if nothing was asked."""

    by_domain: Mapping[str, DomainAnswer] = {}
    not_checked: Text | None = None
