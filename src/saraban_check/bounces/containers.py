"""What a file holds, by its first bytes: one mail, an mbox, an archive, Outlook's own formats, or no mail."""

import re
from enum import Enum

from ..model.text import Text

HEAD = 4096
_FIELD = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*[!-9;-~]{1,100}[ \t]*:")
_MBOX = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*From ")


class Container(Enum):
    """What there is to read in a file."""

    MAIL = "mail"
    MBOX = "mbox"
    ZIP = "zip"
    MSG = "msg"
    PST = "pst"
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
    Container.EMPTY: Text("ไฟล์ว่างเปล่า", "the file is empty"),
    Container.OTHER: Text(
        "ไม่ใช่อีเมล ใช้ไฟล์ .eml, mbox, Maildir, โฟลเดอร์ของ .eml หรือ .zip",
        "this is no mail; use .eml, mbox, a Maildir, a folder of .eml, or a .zip of these",
    ),
}
"""Why a file cannot be read, and what to do."""


def what_it_holds(head: bytes) -> Container:
    """What a file with these first bytes is. A mail begins with a header field, an mbox with `From `."""
    if not head.strip():
        return Container.EMPTY
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Container.ZIP
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Container.MSG
    if head.startswith(b"!BDN"):
        return Container.PST
    if _MBOX.match(head):
        return Container.MBOX
    return Container.MAIL if _FIELD.match(head) else Container.OTHER


def named_as_mail(name: str) -> bool:
    """Whether a file of a folder is called as mails and mailboxes are; Thunderbird's have no suffix."""
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    return suffix in ("", "eml", "mbox", "mbx", "mbs", "zip", "msg", "pst", "ost") and not name.startswith("._")
