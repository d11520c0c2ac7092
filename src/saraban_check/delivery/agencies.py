"""The reports beside a list: what is known of delivery for each agency, by the address that it is judged by."""

import datetime
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from ..address.syntax import why_malformed
from ..model.delivery import DeliveryReport, MailStatus
from ..model.record import AgencyRecord, SetAside
from ..model.text import Lang, Text
from ..model.verdict import AddressVerdict
from .evidence import SENT_ALL, DeliveryEvidence
from .keys import address_key

NOT_FAILED = Text(
    "ไม่พบว่าส่งไม่ได้: ไม่มีอีเมลตีกลับจากที่อยู่นี้ แต่ไม่ใช่หลักฐานว่าส่งถึง",
    "not known to have failed: no bounce was read, which is no proof of delivery",
)
SUPPOSED = Text(
    "ถือว่าส่งได้ตาม --sent-all: ส่งครบทุกแห่งและพ้นเวลารอแล้ว โดยไม่มีอีเมลตีกลับจากที่อยู่นี้",
    "taken as delivered by --sent-all: all were sent, the waiting time is over, and no bounce was read",
)
NOTHING_SENT = Text(
    "ไม่เป็นที่อยู่อีเมลที่ใช้ได้ จึงส่งอีเมลไปถึงไม่ได้", "this is no e-mail address that works, so nothing could be sent to it"
)


class Known(Enum):
    """What is known of delivery to one agency; the first five are what a mail said (`MailStatus`)."""

    FULL = "full"
    FAILED = "failed"
    DELAYED = "delayed"
    DELIVERED = "delivered"
    UNKNOWN = "unknown"
    ANSWERED = "answered"
    NOT_FAILED = "not-known-to-have-failed"
    SUPPOSED = "supposed-delivered"
    NO_ADDRESS = "no-address"


_OF_STATUS = {status: Known(status.value) for status in MailStatus}


class AddressReport(NamedTuple):
    """An address of a cell, the report that holds for it, and its latest answer; None where there is none."""

    address: str
    report: DeliveryReport | None
    answer: DeliveryReport | None = None


class AgencyDelivery(NamedTuple):
    """One agency: its record without the cells, the address that it is judged by, and the further ones of its cell.

    `judged` is None where the cell holds no address that mail could be sent to.
    """

    record: AgencyRecord
    judged: AddressReport | None
    others: tuple[AddressReport, ...]
    known: Known


class AgencyDeliveries:
    """The agencies of a list, in its order, beside what the reports say of their addresses.

    An agency without any report is not known to have failed; no bounce proves no delivery. With `sent_all` of the
    evidence the user says that all were sent and the waiting time is over: then it is supposed to be delivered. A delay
    or a message that nobody could read is a report too, and nothing is supposed against it. An agency that answered is
    known for that where nothing tells of its delivery.
    """

    def __init__(self, evidence: DeliveryEvidence) -> None:
        self.sent_all = evidence.sent_all
        self._evidence = evidence
        self._stated: list[tuple[AgencyRecord, AddressVerdict]] = []
        self.set_aside: tuple[SetAside, ...] = ()
        """The first of the list's rows that are no agencies, of which there are `set_aside_count`."""
        self.set_aside_count = 0
        self.as_of: datetime.date | None = None
        """The day that the list's data are of; None where nobody says it."""

    def add(self, record: AgencyRecord, verdict: AddressVerdict) -> None:
        """Take the next agency of the list."""
        self._stated.append((record._replace(cells=()), verdict))

    @cached_property
    def agencies(self) -> tuple[AgencyDelivery, ...]:
        """All of them. To be asked for when list and evidence are complete: it is found out once."""
        return tuple(self._agency(record, verdict) for record, verdict in self._stated)

    def _agency(self, record: AgencyRecord, verdict: AddressVerdict) -> AgencyDelivery:
        def look_up(address: str) -> AddressReport:
            return AddressReport(address, self._evidence.of(address), self._evidence.answer_of(address))

        judged = look_up(verdict.value) if verdict.value and "@" in verdict.value else None
        return AgencyDelivery(record, judged, tuple(map(look_up, verdict.others)), self._known(judged))

    def _known(self, judged: AddressReport | None) -> Known:
        if judged is None:
            return Known.NO_ADDRESS
        if judged.report is not None:
            return _OF_STATUS[judged.report.status]
        if why_malformed(judged.address) is not None:
            return Known.NO_ADDRESS
        if self.sent_all:
            return Known.SUPPOSED
        return Known.NOT_FAILED if judged.answer is None else Known.ANSWERED

    @property
    def without_address(self) -> list[AgencyDelivery]:
        """Those that nothing could be sent to, in the order of the list."""
        return [agency for agency in self.agencies if agency.known is Known.NO_ADDRESS]

    @cached_property
    def counts(self) -> Counter[Known]:
        """How many agencies there are of each."""
        return Counter(agency.known for agency in self.agencies)

    @property
    def answered(self) -> Iterator[tuple[AgencyDelivery, AddressReport]]:
        """Who answered, in the order of the list: each agency with each address of its cell that did."""
        for agency in self.agencies:
            for stated in (agency.judged, *agency.others):
                if stated is not None and stated.answer is not None:
                    yield agency, stated

    def stating(self) -> dict[str, list[AgencyDelivery]]:
        """Who states each address that there is a report on; the addresses as `DeliveryEvidence.items` has them."""
        found: dict[str, list[AgencyDelivery]] = {}
        for agency in self.agencies:
            for stated in (agency.judged, *agency.others):
                if stated is not None and stated.report is not None and (key := address_key(stated.address)):
                    found.setdefault(key, []).append(agency)
        return found

    def elsewhere(self) -> Iterator[tuple[str, DeliveryReport]]:
        """The addresses that stand in no row of the list, each with the report that holds for it."""
        listed = self.stating()
        for key, report in self._evidence.items():
            if key not in listed:
                yield key, report

    def answers_elsewhere(self) -> Iterator[tuple[str, DeliveryReport]]:
        """The addresses that answered and stand in no row of the list, each with its latest answer."""
        listed = {address_key(stated.address) for _, stated in self.answered}
        for key, answer in self._evidence.answers():
            if key not in listed:
                yield key, answer

    def unreported(self, lang: Lang) -> Iterator[DeliveryReport]:
        """A line for each address judged of which there is no report: `delivered` where it is supposed, else `unknown`.

        In the order of the list, an address that stands in several rows once; the diagnostic says what is known. One
        that answered has a line for that already, if nothing more is known of it.
        """
        seen = set()
        for agency in self.agencies:
            if agency.judged is None or agency.judged.report is not None or agency.known is Known.ANSWERED:
                continue
            address = agency.judged.address
            if (key := address_key(address) or address) in seen:
                continue
            seen.add(key)
            if agency.known is Known.SUPPOSED:
                yield DeliveryReport(address, MailStatus.DELIVERED, diagnostic=SUPPOSED.say(lang), message=SENT_ALL)
            else:
                why = NOT_FAILED if agency.known is Known.NOT_FAILED else NOTHING_SENT
                yield DeliveryReport(address, MailStatus.UNKNOWN, diagnostic=why.say(lang))
