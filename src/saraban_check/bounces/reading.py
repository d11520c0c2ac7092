"""Paths become delivery reports, one mail after the other: what is in memory does not grow with what is read."""

import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ..intake.folders import CANNOT, DENIED, is_folder, walk
from ..intake.limits import DEFAULT_LIMITS, Limits
from ..model.delivery import DeliveryReport
from ..model.errors import InputError
from ..model.os_reasons import reason_of
from ..model.text import Text
from .archive import DAMAGED, NESTED, READ_ERRORS, Archive, Member, Readable
from .containers import NO_MAIL, NO_MAIL_ANYWHERE, Container, named_as_mail, read_head, what_it_holds, without_blanks
from .mbox import RawMessage, split_mbox
from .message import MOST_BYTES, read_message
from .streams import Again, Counted, Unpacked, WithLineFeeds
from .tally import BounceTally

_EVERY = 1000
_OTHER_NAME = Text("ไม่ใช่ไฟล์อีเมลตามชื่อ", "not a mail by its name")
_OF_DOCUMENTS = ("[Content_Types].xml", "META-INF/manifest.xml")
_DOCUMENT = Text(
    "เป็นสมุดงานหรือเอกสาร ไม่ใช่อีเมล (รายชื่อหน่วยงานของคำสั่ง bounces ระบุที่ --for)",
    "this is a workbook or a document, not mail (bounces takes the list of agencies by --for)",
)
_NO_USE = Text("{file}: {why}", "{file}: {why}")
_NO_MAIL_IN = Text(
    "{file}: ไม่มีอีเมลอยู่ข้างใน (ข้าม {skipped} ไฟล์) ใช้ .eml, mbox หรือ Maildir",
    "{file}: there is no mail in it ({skipped} files skipped); use .eml, mbox or a Maildir",
)

_NO_MAIL_FOR = Text(
    "{file}: ไม่มีอีเมลอยู่ข้างใน (ข้าม {skipped} ไฟล์ ไฟล์แรกคือ {name}: {why}) ใช้ .eml, mbox หรือ Maildir",
    "{file}: there is no mail in it ({skipped} files skipped, the first is {name}: {why}); use .eml, mbox or a Maildir",
)


class Bounces(Iterator[DeliveryReport]):
    """The reports, in the order of the files and messages. `tally` counts what was read so far.

    Raises InputError at once where a path is missing, a device or a pipe, and while it is read where a path cannot
    be opened, holds no mail, or is beyond a limit.
    """

    def __init__(
        self, paths: Iterable[Path], limits: Limits = DEFAULT_LIMITS, on_messages: Callable[[int], None] | None = None
    ) -> None:
        self.tally = BounceTally()
        self._limits, self._on_messages = limits, on_messages
        named = [(path, is_folder(path)) for path in paths]
        self._reports = (report for path, folder in named for report in self._read_path(path, folder))

    def __next__(self) -> DeliveryReport:
        return next(self._reports)

    def _read_path(self, path: Path, is_a_folder: bool) -> Iterator[DeliveryReport]:
        shown = path.name or str(path)
        before, skipped, named = self.tally.messages, self.tally.skipped_count, len(self.tally.skipped)
        try:
            if is_a_folder:
                yield from self._read_folder(path)
            else:
                yield from self._read_file(path, shown)
        except OSError as error:
            raise InputError(CANNOT, file=shown, reason=reason_of(error)) from None
        if self.tally.messages == before:
            count = f"{self.tally.skipped_count - skipped:,}"
            if not self.tally.skipped[named:]:
                raise InputError(_NO_MAIL_IN, file=shown, skipped=count)
            first = self.tally.skipped[named]
            if first.name == shown:
                raise InputError(_NO_USE, file=shown, why=first.why)
            raise InputError(_NO_MAIL_FOR, file=shown, skipped=count, name=first.name, why=first.why)

    def _read_folder(self, folder: Path) -> Iterator[DeliveryReport]:
        for found in walk(folder, self.tally.skip, maildirs=True):
            if not (found.in_maildir or named_as_mail(found.path.name)):
                self.tally.skip(found.name, _OTHER_NAME)
                continue
            try:
                yield from self._read_file(found.path, found.name, found.in_maildir)
            except OSError as error:
                self.tally.skip(found.name, DENIED.fill(reason=reason_of(error)))

    def _read_file(self, path: Path, name: str, in_maildir: bool = False) -> Iterator[DeliveryReport]:
        with path.open("rb") as file:
            head = read_head(file)
            holds = _held(head, in_maildir)
            if holds is Container.ZIP:
                yield from self._read_archive(path, name)
            elif holds is Container.GZIP:
                yield from self._read_packed(Again(head, file), name, in_maildir)
            else:
                rest = Counted(Again(without_blanks(head), file), name, self._limits)
                yield from self._read_stream(rest, name, holds)

    def _read_packed(self, stream: Readable, name: str, in_maildir: bool) -> Iterator[DeliveryReport]:
        """A .gz: one mail, or an mbox."""
        unpacked = Counted(Unpacked(stream), name, self._limits, "unpacked_mb")
        try:
            head = read_head(unpacked)
            holds = _held(head, in_maildir)
            if holds in (Container.ZIP, Container.GZIP):
                self.tally.skip(name, NESTED)
            else:
                yield from self._read_stream(Again(without_blanks(head), unpacked), name, holds)
        except (zlib.error, EOFError):
            self.tally.skip(name, DAMAGED)

    def _read_archive(self, path: Path, name: str) -> Iterator[DeliveryReport]:
        archive = Archive(path, name, self._limits)
        try:
            members = list(archive.members())
            if any(member.name in _OF_DOCUMENTS for member in members):
                self.tally.skip(name, _DOCUMENT)
                return
            maildirs = {folder for m in members if (folder := _maildir_of(m.name)) is not None}
            for member in members:
                yield from self._read_member(archive, member, f"{name}/{member.name}", maildirs)
        finally:
            archive.close()

    def _read_member(self, archive: Archive, member: Member, name: str, maildirs: set[str]) -> Iterator[DeliveryReport]:
        folder, _, last = member.name.rpartition("/")
        in_maildir = _maildir_of(member.name) is not None
        if not (in_maildir or named_as_mail(last)):
            self.tally.skip(name, _OTHER_NAME)
        elif folder.rpartition("/")[2] == "tmp" and folder.rpartition("/")[0] in maildirs:
            return
        elif member.why_not is not None:
            self.tally.skip(name, member.why_not)
        else:
            try:
                with archive.open(member) as stream:
                    head = read_head(stream)
                    holds = _held(head, in_maildir)
                    if holds in (Container.ZIP, Container.GZIP):
                        self.tally.skip(name, NESTED)
                    else:
                        yield from self._read_stream(Again(without_blanks(head), stream), name, holds)
            except READ_ERRORS:
                self.tally.skip(name, DAMAGED)

    def _read_stream(self, stream: Readable, name: str, holds: Container) -> Iterator[DeliveryReport]:
        if holds in NO_MAIL:
            self.tally.skip(name, NO_MAIL[holds])
            return
        self.tally.files += 1
        if holds is Container.OLD_MAC:
            stream = WithLineFeeds(stream)
        if holds is Container.MAIL:
            yield from self._read_mail(_one_mail(stream), name)
            return
        for number, raw in enumerate(split_mbox(stream, MOST_BYTES), start=1):
            yield from self._read_mail(raw, f"{name}#{number}")

    def _read_mail(self, raw: RawMessage, name: str) -> Iterator[DeliveryReport]:
        read = read_message(raw.data, raw.goes_on)
        tally = self.tally
        tally.messages += 1
        tally.kinds[read.kind] += 1
        tally.cut += read.cut
        tally.nameless += any(not report.address for report in read.reports)
        for report in read.reports:
            tally.reports += 1
            yield report._replace(message=name)
        if self._on_messages is not None and tally.messages % _EVERY == 0:
            self._on_messages(tally.messages)


def _held(head: bytes, in_maildir: bool) -> Container:
    """What a file holds; one of a Maildir is a mail whatever it begins with, or a packed one (Dovecot's zlib)."""
    holds = what_it_holds(head)
    return Container.MAIL if in_maildir and holds not in (*NO_MAIL_ANYWHERE, Container.GZIP) else holds


def _one_mail(stream: Readable) -> RawMessage:
    """A single mail; what is beyond its first MOST_BYTES is counted, not kept."""
    kept, size = bytearray(), 0
    while chunk := stream.read(1 << 16):
        size += len(chunk)
        kept += chunk[: max(MOST_BYTES - len(kept), 0)]
    data = bytes(kept)
    if data.startswith(b"From ") and b"\n" in data[:1000]:
        data = data[data.find(b"\n") + 1 :]
    return RawMessage(data, size > MOST_BYTES)


def _maildir_of(member: str) -> str | None:
    """The Maildir that a member of an archive belongs to; None where it lies in no `cur` or `new`."""
    folder, _, last = member.rpartition("/")[0].rpartition("/")
    return folder if last in ("cur", "new") else None


def read_bounces(
    paths: Iterable[str | Path],
    *,
    limits: "Limits | None" = None,
    on_messages: Callable[[int], None] | None = None,
) -> "Bounces":
    """What bounce mails say of each recipient: an iterator of `DeliveryReport`, in the order of files and messages.

    Each path is an mbox, a Maildir, a folder of .eml, a single .eml, a .zip of these, or a .gz of one mailbox or mail,
    told by what it holds. They are read as the reports are taken; `tally` of the iterator counts messages by kind, and
    names files that were skipped. `on_messages` is told every thousand messages how many were read. Of the `limits`
    those count of a mailbox (`text_mb`) and of a .zip or .gz (`unpacked_mb`): only a piece of it is in memory at a
    time, and of each message the first 1 MiB is looked at and 2,000 recipients at most (`tally.cut` counts bounces
    that may name more).

    Raises InputError where a path is missing, cannot be opened, holds no mail, or is beyond a limit. Source:
    decisions: Lists; RFC 3464, 6533.
    """
    return Bounces([Path(path) for path in paths], limits or DEFAULT_LIMITS, on_messages)
