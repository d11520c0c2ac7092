"""What was found out about one notice, finished: a gate, a summary and every report read it, and decide nothing."""

from typing import NamedTuple

from .assessment import Contact
from .errors import SarabanError
from .finding import Finding, Rule, Severity
from .notice import Notice, NoticeState, Question
from .record import NO_RECORD, AgencyRecord
from .text import Lang, Text
from .verdict import AddressVerdict, Suggestion


class AddressFaults(NamedTuple):
    """What is wrong with one address that a notice states."""

    address: str
    findings: tuple[Finding, ...]


class NoticeFinding(NamedTuple):
    """A finding of a notice that counts, and the line of the document's text that it is about; 1: about the whole.

    `address` is the one that it points into. `behind` are the faults that it sums up: none is heavier than it, and none
    is counted. `is_sum` says that it says nothing that those do not say.
    """

    finding: Finding
    line: int = 1
    address: str | None = None
    behind: tuple[AddressFaults, ...] = ()
    is_sum: bool = False

    @property
    def rule(self) -> Rule:
        return self.finding.rule

    @property
    def code(self) -> str:
        return self.finding.code

    @property
    def severity(self) -> Severity:
        return self.finding.severity

    def message(self, lang: Lang) -> str:
        return self.finding.message(lang)


class StatedAddress(NamedTuple):
    """An address that a notice states, and whether it is correct; None where that was not judged."""

    value: str
    correct: bool | None


class NoticeStep(NamedTuple):
    """Something to do about a notice, and the command that does it, where there is one."""

    text: Text
    command: Text | None = None


class NoticeResult(NamedTuple):
    """One file, checked: all that any output may say of it.

    Its texts stand on one line and hold no mobile number. `name` is the file as people call it. `notice` is what was
    read, without the text; None where the file cannot be used: `error` says why, `unread` in one line that names the
    file, as also where there is no text. What was read from a picture stands in `questions`, and in nothing else.
    `record` is what it was checked as; `unmatched` says why no agency of the list was found for it, where one was
    sought. `address` is the verdict on the address that was judged, `others` those on
    the further ones, `addresses` all that it states. `findings` are those that count, `ignored` those that the team's
    settings leave out. `needs_address`: a finding says that the address is missing or is not the one to use.
    `suggestions` are addresses to use instead; `steps` what to do next, `offices` whom to ask.
    """

    file: str
    name: str
    state: NoticeState
    notice: Notice | None = None
    error: SarabanError | None = None
    unread: Text | None = None
    record: AgencyRecord = NO_RECORD
    unmatched: Text | None = None
    address: AddressVerdict | None = None
    others: tuple[AddressVerdict, ...] = ()
    addresses: tuple[StatedAddress, ...] = ()
    findings: tuple[NoticeFinding, ...] = ()
    ignored: tuple[Finding, ...] = ()
    needs_address: bool = False
    suggestions: tuple[Suggestion, ...] = ()
    steps: tuple[NoticeStep, ...] = ()
    offices: tuple[Contact, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def is_matched(self) -> bool:
        """Whether anything is known of whose notice it is, besides what it says itself."""
        return bool(self.record.row or self.record.code or self.record.name.strip())

    @property
    def by_ocr(self) -> bool:
        """Whether it was read from a picture."""
        return self.notice is not None and self.notice.document.by_ocr

    @property
    def is_empty(self) -> bool:
        """Whether the document simply holds no text: a blank page, the wrong file. A scan can be read, and is none."""
        no_text = None if self.notice is None else self.notice.document.no_text
        return no_text is not None and not no_text.is_scan

    @property
    def warnings(self) -> int:
        """How many warnings stand against it."""
        return sum(found.severity is Severity.WARNING for found in self.findings)

    @property
    def by_weight(self) -> tuple[NoticeFinding, ...]:
        """The findings that count, the heaviest first."""
        return tuple(found for severity in Severity for found in self.findings if found.severity is severity)
