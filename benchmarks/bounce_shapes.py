"""Mails that cost a careless reader minutes: each 10 MB of one shape that says nothing, or many recipients each."""

import base64
from collections.abc import Callable
from pathlib import Path

MB = 1_000_000
_DAEMON = (
    b"Return-Path: <>\nFrom: MAILER-DAEMON@mail.example.go.th\nSubject: failure notice\n"
    b"Date: Mon, 23 Nov 2026 08:15:30 +0700\n"
)
_REPORT = _DAEMON + b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
_TEXT = _DAEMON + b"Content-Type: text/plain; charset=utf-8\n\n"


def _fill(piece: bytes, size: int) -> bytes:
    return (piece * (size // len(piece) + 1))[:size]


def _nested(size: int) -> bytes:
    pieces = [_DAEMON]
    total = number = 0
    while total < size:
        piece = b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (number, number)
        pieces.append(piece)
        total, number = total + len(piece), number + 1
    return b"".join(pieces)


def _status(group: bytes, size: int) -> bytes:
    return _REPORT + b"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n" + _fill(group, size)


def _encoded(kind: bytes, body: bytes, size: int) -> bytes:
    return (
        _DAEMON + b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: " + kind + b"\n\n" + body[:size]
    )


SHAPES: dict[str, Callable[[int], bytes]] = {
    "one long line": lambda n: _TEXT + b"a" * n,
    "one long line of spaces": lambda n: _TEXT + b"following recipient" + b" " * n,
    "one long line of @": lambda n: _TEXT + _fill(b"a@", n),
    "one long line of digits and dots": lambda n: _TEXT + _fill(b"550 5.", n),
    "short lines": lambda n: _TEXT + b"\n" * n,
    "short lines of letters": lambda n: _TEXT + _fill(b"a\n", n),
    "every line an intro": lambda n: _TEXT + _fill(b"Delivery has failed to these recipients or groups:\n", n),
    "every line an original's head": lambda n: _TEXT + _fill(b"----- Original messag\n", n),
    "From lines": lambda n: _TEXT + _fill(b"From a Mon Nov 23 08:15:30 2025x\n", n),
    "From lines without an end": lambda n: _TEXT + _fill(b"\nFrom ", n),
    "escaped From lines": lambda n: _TEXT + _fill(b">>>>>>>>From x\n", n),
    "angle brackets": lambda n: _TEXT + b"<" * n,
    "angle brackets with addresses": lambda n: _TEXT + _fill(b"<saraban@x.go.th", n),
    "many recipients in a text": lambda n: _TEXT + b"".join(b"<s%d@x.go.th>:\nfull\n\n" % i for i in range(n // 20)),
    "many recipients with one name": lambda n: _TEXT + _fill(b"<saraban@x.go.th>: 550 5.1.1 no\n", n),
    "many dots": lambda n: _TEXT + b"a@" + _fill(b"a.", n),
    "markup": lambda n: _TEXT.replace(b"text/plain", b"text/html") + _fill(b"<br <p", n),
    "entities": lambda n: _TEXT.replace(b"text/plain", b"text/html") + _fill(b"&#x41&amp", n),
    "boundaries": lambda n: _REPORT + _fill(b"--b\n", n),
    "boundaries that are none": lambda n: _REPORT + _fill(b"--bb\n", n),
    "boundaries on one line": lambda n: _REPORT + _fill(b"--b ", n),
    "parts": lambda n: _REPORT + _fill(b"--b\nContent-Type: text/plain\n\nx\n", n),
    "nested parts": _nested,
    "nested parts of one name": lambda n: _DAEMON + _fill(b"Content-Type: multipart/mixed; boundary=b\n\n--b\n", n),
    "nested mails": lambda n: _REPORT + _fill(b"--b\nContent-Type: message/rfc822\n\n" + _REPORT, n),
    "one huge header": lambda n: _DAEMON + b"X-Long: " + b"a" * n,
    "one huge folded header": lambda n: _DAEMON + b"Subject: " + _fill(b"a\n ", n),
    "many headers": lambda n: _DAEMON + _fill(b"X-A: b\n", n),
    "many Received": lambda n: _DAEMON + _fill(b"Received: from a by b;\n\tMon, 23 Nov 2026 08:15:30 +0700\n", n),
    "headers without a colon": lambda n: _DAEMON + _fill(b"nothing\n", n),
    "encoded words": lambda n: _DAEMON + b"Subject: " + _fill(b"=?utf-8?b?4Liq?= ", n),
    "encoded words without an end": lambda n: _DAEMON + b"Subject: " + _fill(b"=?utf-8?b?", n),
    "encoded words of quoted letters": lambda n: _DAEMON + b"Subject: " + _fill(b"=?utf-8?q?=E0_?=", n),
    "sender without an end": lambda n: _DAEMON.replace(b"MAILER-DAEMON", b"<" * n) + b"\nx",
    "sender of quotes": lambda n: b'From: "' + _fill(b'\\"', n) + b"\n\nx",
    "sender of comments": lambda n: b"From: " + b"(" * n + b"\n\nx",
    "parameters": lambda n: _DAEMON + b"Content-Type: multipart/report" + _fill(b'; a="b"', n) + b"\n\nx",
    "parameters of RFC 2231": lambda n: (
        _DAEMON + b"Content-Type: multipart/report" + _fill(b"; boundary*0*=utf-8''%41", n) + b"\n\nx"
    ),
    "parameter without an end": lambda n: _DAEMON + b'Content-Type: multipart/report; boundary="' + b";" * n + b"\n\nx",
    "a huge boundary": lambda n: (
        _DAEMON + b"Content-Type: multipart/mixed; boundary=" + b"b" * n + b"\n\n--" + b"b" * n
    ),
    "failed recipients": lambda n: _DAEMON + b"X-Failed-Recipients: " + _fill(b"a@x.go.th,\n ", n) + b"\n\nx",
    "failed recipients of brackets": lambda n: _DAEMON + b"X-Failed-Recipients: " + b"<(" * (n // 2) + b"\n\nx",
    "a date of digits": lambda n: _DAEMON.replace(b"23 Nov", b"2" * n) + b"\nx",
    "quoted-printable": lambda n: _encoded(b"quoted-printable", _fill(b"=E0=B8=81", n), n),
    "quoted-printable garbage": lambda n: _encoded(b"quoted-printable", b"=" * n, n),
    "base64": lambda n: _encoded(b"base64", base64.encodebytes(b"<a@x.go.th>:\n" * (n // 16)), n),
    "base64 garbage": lambda n: _encoded(b"base64", _fill(b"=A!", n), n),
    "recipients": lambda n: _status(b"Final-Recipient: rfc822; saraban@x.go.th\nAction: failed\nStatus: 5.2.2\n\n", n),
    "recipients without anything": lambda n: _status(b"Action:\n\n", n),
    "recipients of escapes": lambda n: _status(b"Final-Recipient: utf-8; " + rb"\x{0E01}" * 50 + b"\n\n", n),
    "blank groups": lambda n: _status(b"\n \n", n),
    "one huge diagnostic": lambda n: _status(
        b"Final-Recipient: rfc822; a@x.go.th\nAction: failed\nDiagnostic-Code: smtp; " + _fill(b"550 5.1 ", n), n
    ),
    "many diagnostics": lambda n: _status(b"Diagnostic-Code: smtp; 550 5.1.1 a\n", n),
    "8-bit garbage": lambda n: _TEXT + _fill(bytes(range(128, 256)), n),
    "NUL bytes": lambda n: _TEXT + b"\0" * n,
    "Thai": lambda n: _TEXT + _fill("กล่องจดหมายไม่เต็ม ".encode(), n),
    "carriage returns": lambda n: _DAEMON.replace(b"\n", b"\r") + b"\r" * n,
    "nothing but garbage": lambda n: _fill(bytes(range(256)), n),
}
"""By name, a function from a size in bytes to a mail of about that size."""


def _crowd(piece: bytes, head: bytes, end: bytes = b"") -> Callable[[int, int], bytes]:
    """Mails that repeat a piece with a number in it, up to a size; the numbers go on from a first."""

    def make(size: int, first: int) -> bytes:
        width = len(piece.replace(b"{n}", b"0" * 7))
        count = max((size - len(head) - len(end)) // width, 1)
        return head + b"".join(piece.replace(b"{n}", b"%07d" % n) for n in range(first, first + count)) + end

    return make


_LISTED = _TEXT + b"Unable to deliver to the following recipients:\n"
_MIXED = _TEXT + b"The mailbox is full or quota exceeded; user unknown, no such user; giving up, delivery delayed\n\n"
_GROUPS = _status(b"x", 0)

CROWDS: dict[str, Callable[[int, int], bytes]] = {
    "on one line": _crowd(b"a{n}@b{n}.co ", _LISTED),
    "each on a line": _crowd(b"a{n}@b{n}.co\n", _LISTED),
    "each before a colon": _crowd(b"<a{n}@b.co>: x\n", _TEXT),
    "each in a paragraph": _crowd(b"<a{n}@b.co>:\n550 x\n\n", _TEXT),
    "each with words of its own": _crowd(b"<a{n}@b.co>: {n} mailbox full\n", _MIXED),
    "each after a phrase": _crowd(b"could not be delivered to a{n}@b.co\n", _TEXT),
    "each a help desk's": _crowd(b"contact a{n}@b.co\n", _TEXT),
    "each a Message-ID": _crowd(b"message <a{n}@b.co>\n", _TEXT),
    "each generated from another": _crowd(b"a{n}@b.co\n (generated from c{n}@d.co)\n", _LISTED),
    "under headings": _crowd(b"following recipients\na{n}@b.co\n", _TEXT),
    "without anything that says so": _crowd(b"a{n}@b.co\n", _TEXT),
    "in a header": _crowd(b"a{n}@b.co, ", b"X-Failed-Recipients: ", b"\n" + _TEXT + b"x\n"),
    "in a header of a sender": _crowd(b"a{n}@b.co, ", b"Cc: ", b"\n" + _TEXT + b"x\n"),
    "in a status": _crowd(b"Final-Recipient: rfc822; a{n}@b.co\nAction: failed\nStatus: 5.0.0\n\n", _GROUPS),
    "in a status with aliases": _crowd(
        b"Original-Recipient: rfc822; b{n}@b.co\nFinal-Recipient: rfc822; a{n}@b.co\nAction: failed\n\n", _GROUPS
    ),
    "in a status without blank lines": _crowd(b"Final-Recipient: rfc822; a{n}@b.co\nAction: failed\n", _GROUPS),
    "in the shortest status": _crowd(b"Final-Recipient:{n}\n\n", _GROUPS),
}
"""By name, a function from a size in bytes and a first number to a mail of about that size about many recipients."""
_MOST_OF_ONE = (1 << 20) - 1000


def write_crowds(path: Path, shape: str, size: int) -> int:
    """An mbox of that size of mails of almost 1 MiB, no two with a recipient in common; how many there are."""
    count = -(-size // _MOST_OF_ONE)
    with path.open("wb") as file:
        for number in range(count):
            file.write(b"From x Mon Nov 23 08:15:30 2026\n" + CROWDS[shape](_MOST_OF_ONE, number * 100_000) + b"\n\n")
    return count
