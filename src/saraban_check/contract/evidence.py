"""What is known of an agency besides its row: mail systems' reports, DNS, its notice."""

from typing import Annotated, NotRequired

from typing_extensions import TypedDict

from ..model.delivery import DnsReason, MailStatus, Reception
from .words import Count, Day, Moment, one_of

StatusWord = Annotated[str, one_of(*MailStatus)]


class MailReportJson(TypedDict):
    """What a mail system says of one recipient."""

    status: StatusWord
    enhanced_code: str
    """RFC 3463 (`5.2.2`); empty where there is none."""
    smtp_code: str
    """RFC 5321 (`552`); empty where there is none."""
    diagnostic: str
    date: Moment | None
    message: str
    """The file, and the message in it."""


class AnswerJson(TypedDict):
    """A mail from the address itself that answers the letter. It proves no delivery, and a sender can be forged."""

    date: Moment | None
    said: str
    """The words that confirm receipt; the subject where there are none."""
    message: str
    """The file, and the message in it."""


class DomainJson(TypedDict):
    """What DNS says of a domain; it never proves delivery."""

    domain: str
    reception: Annotated[str, one_of(*Reception)]
    reason: Annotated[str, one_of(*DnsReason)]
    mail_servers: list[str]
    spf: bool | None
    """null where it is not known."""
    dmarc: bool | None
    """null where it is not known."""


class EvidenceJson(TypedDict):
    """What is known of delivery besides the cell."""

    report: MailReportJson | None
    domain: DomainJson | None
    answered: NotRequired[AnswerJson]
    """Only where the address answered."""


class StatedNoticeJson(TypedDict):
    """What the notice of one agency states."""

    file: str
    addresses: list[str]
    date: Day | None
    readable: bool
    """false for a scan that could not be read."""
    ocr: bool
    """It was read from a picture."""


class DeliverySourcesJson(TypedDict):
    """Agencies by where their delivery is known from."""

    cell: Count
    bounce: Count
    dns: Count
    answer: NotRequired[Count]
    """Answers that are taken for deliveries (`--answered-is-delivered`)."""
    assumed: Count
    unknown: Count


class DeliveryJson(TypedDict):
    """What was read of delivery."""

    sources: DeliverySourcesJson
    unlisted_addresses: Count
    """Addresses that there is a report on, and that are no agency's."""
    without_address: Count
    """Reports that name no recipient."""
    answered: NotRequired[Count]
    """Agencies that answered, whatever is known of the delivery to them."""
    left_out: NotRequired[Count]
    """Reports and answers dated before `--since`; only where there are any."""


class DnsJson(TypedDict):
    """How many domains DNS was asked for, by what came of it."""

    not_checked: str | None
    """Why none was asked for."""
    can_receive: Count
    cannot_receive: Count
    unknown: Count


class UnusedNoticeJson(TypedDict):
    """A notice that stands beside no row."""

    file: str
    reason: str


class NoticesJson(TypedDict):
    """The notices that were read beside a list."""

    files: Count
    matched: Count
    """Agencies that have one."""
    unused_count: Count
    unused: list[UnusedNoticeJson]
    """The first of those beside no row."""
    skipped_count: NotRequired[Count]
    skipped: NotRequired[list[UnusedNoticeJson]]
    """The first of those that no reader was asked for, by their names."""
