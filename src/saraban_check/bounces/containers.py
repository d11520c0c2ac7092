"""What a file holds, by its first bytes: one mail, an mbox, an archive, Outlook's own formats, or no mail."""

import re
from enum import Enum
from pathlib import Path

from ..model.text import Text
from .archive import Readable

_HEAD = 4096
_MOST_BLANKS = 1 << 20
_BLANKS = re.compile(rb"(?:\xef\xbb\xbf|[ \t\r\n]++)*+")
_FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")
_FIELDS = frozenset(
    b"from sender reply-to to cc bcc date subject message-id in-reply-to references comments keywords received"
    b" return-path delivered-to envelope-to authentication-results auto-submitted precedence importance priority"
    b" mime-version".split()
)
_FIELDS_BEGIN = (b"x-", b"content-", b"resent-", b"list-", b"arc-", b"dkim-", b"domainkey-", b"received-", b"original-")
"""What headers of mails are called (RFC 5322 section 3.6, RFC 2045; trace and signatures of mail systems)."""


class Container(Enum):
    """What there is to read in a file."""

    MAIL = "mail"
    MBOX = "mbox"
    ZIP = "zip"
    GZIP = "gzip"
    TAR = "tar"
    MSG = "msg"
    PST = "pst"
    UTF16 = "utf-16"
    OLD_MAC = "old-mac"
    EMPTY = "empty"
    OTHER = "other"


NO_MAIL = {
    Container.MSG: Text(
        "เป็นไฟล์ของ Outlook (.msg) บันทึกเป็น .eml หรือ mbox แล้วลองใหม่",
        "this is Outlook's own format (.msg); save it as .eml or mbox and try again",
    ),
    Container.PST: Text(
        "เป็นไฟล์ของ Outlook (.pst/.ost) ส่งออกเป็น .eml หรือ mbox แล้วลองใหม่",
        "this is Outlook's own format (.pst, .ost); export it as .eml or mbox and try again",
    ),
    Container.UTF16: Text(
        "บันทึกเป็นข้อความ Unicode (UTF-16) บันทึกอีเมลเป็น .eml หรือ mbox ใหม่จากโปรแกรมอีเมล",
        "saved as Unicode text (UTF-16); save the mail as .eml or mbox again from the mail program",
    ),
    Container.TAR: Text(
        "เป็นไฟล์ .tar แตกไฟล์ก่อน แล้วระบุโฟลเดอร์ที่ได้", "this is a .tar archive; unpack it first, and name the folder"
    ),
    Container.EMPTY: Text("ไฟล์ว่างเปล่า", "the file is empty"),
    Container.OTHER: Text(
        "ไม่ใช่อีเมล ใช้ไฟล์ .eml, mbox, Maildir, โฟลเดอร์ของ .eml, .zip หรือ .gz",
        "this is no mail; use .eml, mbox, a Maildir, a folder of .eml, or a .zip or .gz of these",
    ),
}
"""Why a file cannot be read, and what to do."""
_SUFFIXES = ("", "eml", "mbox", "mbx", "mbs", "zip", "msg", "pst", "ost", "tar", "tgz")
NO_MAIL_ANYWHERE = (Container.EMPTY, Container.UTF16)
"""What is no mail in a Maildir either, whose files are mails whatever they begin with."""


def read_head(stream: Readable) -> bytes:
    """The first bytes of a file, with all the blanks that it begins with, up to 1 MiB of them."""
    head = stream.read(_HEAD)
    while not without_blanks(head) and len(head) < _MOST_BLANKS and (more := stream.read(_HEAD)):
        head += more
    return head


def without_blanks(data: bytes) -> bytes:
    """What begins with the first character that can be seen: of a header or a `From ` line, if it is mail."""
    found = _BLANKS.match(data)
    return data[found.end() :] if found else data


def what_it_holds(head: bytes) -> Container:
    """What a file with these first bytes is. A mail begins with header fields, an mbox with `From `."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Container.ZIP
    if head.startswith(b"\x1f\x8b\x08"):
        return Container.GZIP
    if head[257:262] == b"ustar":
        return Container.TAR
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Container.MSG
    if head.startswith(b"!BDN"):
        return Container.PST
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head[:2]:
        return Container.UTF16 if _is_utf16(head) else Container.OTHER
    start = without_blanks(head)
    if not start:
        return Container.EMPTY
    if start.startswith(b"From "):
        return Container.OLD_MAC if b"\r" in start and b"\n" not in start else Container.MBOX
    return Container.MAIL if _has_mail_header(start) else Container.OTHER


def _has_mail_header(start: bytes) -> bool:
    """Whether it begins as a mail does: with header fields, one of which only mails have."""
    if not _FIELD.match(start):
        return False
    for line in start.splitlines():
        if not line.strip():
            return False
        found = _FIELD.match(line)
        if found and ((name := found[1].lower()) in _FIELDS or name.startswith(_FIELDS_BEGIN)):
            return True
    return False


def _is_utf16(head: bytes) -> bool:
    """Whether every other one of the first bytes is 0, as in Latin letters of two bytes each."""
    start = head[2:202] if head.startswith((b"\xff\xfe", b"\xfe\xff")) else head[:200]
    return bool(start) and not (any(start[::2]) and any(start[1::2]))


def named_as_mail(name: str) -> bool:
    """Whether a file of a folder is called as mails and mailboxes are; Thunderbird's have no suffix."""
    name = name.lower().removesuffix(".gz")
    suffix = name.rpartition(".")[2] if "." in name else ""
    return suffix in _SUFFIXES and not name.startswith("._")


def is_mail_file(path: Path) -> bool:
    """Whether a file of a folder is read as a mail or a mailbox, by its name and place."""
    return path.parent.name in ("cur", "new") or named_as_mail(path.name)
