"""Bounces: what each message of the corpus says, the containers, hostile mail, and what reading costs."""

import base64
import csv
import io
import os
import random
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import pytest
from benchmarks.bounce_mails import tidy
from benchmarks.bounce_shapes import CROWDS, MB, SHAPES, write_crowds
from benchmarks.bounces import write_mbox
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.limits import at_most
from tests.support import CASES

from saraban_check import DeliveryReport, InputError, MailStatus, read_bounces
from saraban_check.bounces import message as message_module
from saraban_check.bounces.codes import Codes, find_codes
from saraban_check.bounces.containers import NO_MAIL, Container
from saraban_check.bounces.decoding import decode_header, decode_text, decode_transfer, read_date
from saraban_check.bounces.diagnostics import LONGEST, diagnostic
from saraban_check.bounces.judging import Told, ending, judge
from saraban_check.bounces.mail_kinds import MailKind
from saraban_check.bounces.mbox import split_mbox
from saraban_check.bounces.message import read_message
from saraban_check.bounces.reading import Bounces
from saraban_check.bounces.reasons import Reason
from saraban_check.bounces.recipient_limit import MOST_RECIPIENTS
from saraban_check.intake.limits import Limits
from saraban_check.reference.mail_tables import mail_codes
from saraban_check.reference.tables import rows

MAILS = CASES / "bounces"
with (CASES / "bounces.csv").open(encoding="utf-8", newline="") as _file:
    WANTED = {file: list(group) for file, group in groupby(csv.DictReader(_file), lambda row: row["file"])}

BOUNCE = (MAILS / "postfix-user-unknown.eml").read_bytes()
ADDRESS = "saraban_06480115@dla.go.th"


def row_of(report: DeliveryReport) -> dict[str, str]:
    date = report.date.isoformat() if report.date else ""
    return {
        "address": report.address,
        "status": report.status.value,
        "enhanced_code": report.enhanced_code,
        "smtp_code": report.smtp_code,
        "date": date,
    }


def read_all(*paths: Path, **options: object) -> tuple[list[DeliveryReport], Bounces]:
    bounces = read_bounces(paths, **options)  # type: ignore[arg-type]
    return list(bounces), bounces


# The corpus


def test_the_corpus_and_its_table_hold_the_same_messages() -> None:
    assert sorted(WANTED) == sorted(path.name for path in MAILS.iterdir())
    assert len(WANTED) >= 60


@pytest.mark.parametrize("file", sorted(WANTED))
def test_what_a_message_says(file: str) -> None:
    bounces = read_bounces([MAILS / file])
    found = list(bounces)
    wanted = [{name: row[name] for name in row_of(DeliveryReport("", MailStatus.FULL))} for row in WANTED[file]]
    assert [row_of(report) for report in found] == [row for row in wanted if row["status"]]
    assert {kind.value for kind in bounces.tally.kinds} == {row["kind"] for row in WANTED[file]}
    assert all(report.message == file for report in found)


def test_every_kind_and_every_status_is_in_the_corpus() -> None:
    assert {row["kind"] for mail in WANTED.values() for row in mail} == {kind.value for kind in MailKind}
    assert {row["status"] for mail in WANTED.values() for row in mail} - {""} == {s.value for s in MailStatus}


@pytest.mark.parametrize("file", [file for file in sorted(WANTED) if WANTED[file][0]["kind"] == "bounce"])
def test_line_ends_change_nothing(file: str) -> None:
    data = (MAILS / file).read_bytes().replace(b"\r\n", b"\n")
    plain, dos = read_message(data), read_message(data.replace(b"\n", b"\r\n"))
    assert [row_of(report) for report in plain.reports] == [row_of(report) for report in dos.reports]


@pytest.mark.parametrize("file", [file for file in sorted(WANTED) if file.startswith("not-")])
def test_what_is_no_bounce_gives_no_report(file: str) -> None:
    assert not read_message((MAILS / file).read_bytes()).reports


def test_a_bounce_always_gives_a_report_and_unknown_always_says_why() -> None:
    reasons = tuple(reason.value.th for reason in Reason)
    for file in WANTED:
        read = read_message((MAILS / file).read_bytes())
        assert bool(read.reports) == (read.kind in (MailKind.BOUNCE, MailKind.ANSWER))
        for report in read.reports if read.kind is MailKind.BOUNCE else ():
            assert (report.status is MailStatus.UNKNOWN) == report.diagnostic.startswith(reasons), report


SAYS_LESS = {
    MailStatus.FULL: {MailStatus.FAILED, MailStatus.DELAYED},
    MailStatus.FAILED: {MailStatus.DELAYED},
    MailStatus.UNKNOWN: {MailStatus.FAILED, MailStatus.DELAYED},
}
"""What a bounce may say before the words that tell more, or otherwise."""
SAYS_OTHERWISE_LATER = {"postfix-three-recipients.eml", "contradicting.eml"}
"""The notice says of all that they could not be reached, and the status later that one may still be; an action is
followed by a code that contradicts it."""


@pytest.mark.parametrize("file", [file for file in sorted(WANTED) if WANTED[file][0]["kind"] == "bounce"])
def test_a_message_cut_off_anywhere_names_nobody_else(file: str) -> None:
    """A recipient of a damaged bounce is one of the whole one's, with its status, a weaker one, or not known."""
    data = (MAILS / file).read_bytes()
    whole = {report.address: report.status for report in read_message(data).reports}
    for end in range(0, len(data), 7):
        for report in read_message(data[:end]).reports:
            assert report.address in {"", *whole}, (end, report)
            if report.address and report.status is not MailStatus.UNKNOWN and file not in SAYS_OTHERWISE_LATER:
                said = whole[report.address]
                assert report.status in {said, *SAYS_LESS.get(said, ())}, (end, report)


# Codes, words, dates, texts


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("550 5.1.1 User unknown", Codes("5.1.1", "550")),
        ("552-5.2.2 over quota", Codes("5.2.2", "552")),
        ("host said: 452 try later", Codes("", "452")),
        ("#< #5.1.1 smtp;550 unknown> #SMTP#", Codes("5.1.1", "550")),
        ("Sorry. (#5.1.1)", Codes("5.1.1", "")),
        ("connect to mx.x.go.th[203.0.113.5]:25: timed out", Codes()),
        ("from 5.1.1.4 by Exim 4.9.2", Codes()),
        ("[5.1.1.250]", Codes()),
        ("mx.x.go.th[250.1.2.3]", Codes()),
        ("within 550 days", Codes()),
        ("port :587", Codes()),
        ("๕๕๐ ๕.๑.๑", Codes()),
        ("999 9.9.9", Codes()),
    ],
)
def test_codes_are_found_where_they_stand_as_codes(text: str, codes: Codes) -> None:
    assert find_codes(text) == codes


@pytest.mark.parametrize(
    ("action", "codes", "said", "status"),
    [
        ("failed", Codes("5.2.2"), "", "full"),
        ("delayed", Codes("4.2.2"), "", "full"),
        ("delayed", Codes("4.4.1"), "", "delayed"),
        ("failed", Codes("4.4.1"), "", "failed"),
        ("failed", Codes(), "", "failed"),
        ("Failed (permanently)".lower(), Codes("5.0.0"), "", "failed"),
        ("delivered", Codes("2.0.0"), "", "delivered"),
        ("delivered", Codes("5.1.1"), "", "unknown"),
        ("failed", Codes("2.0.0"), "", "unknown"),
        ("relayed", Codes("2.0.0"), "", "unknown"),
        ("expanded", Codes("2.0.0"), "", "unknown"),
        ("", Codes("5.1.1"), "", "failed"),
        ("", Codes("4.7.1"), "", "delayed"),
        ("", Codes("2.1.5"), "", "delivered"),
        ("", Codes(), "", "unknown"),
        ("failed", Codes("", "552"), "", "unknown"),
        ("failed", Codes("5.3.4", "552"), "message size exceeds limit", "unknown"),
        ("failed", Codes("5.7.0", "552"), "blocked for its content", "unknown"),
        ("failed", Codes("", "552"), "message too large", "unknown"),
        ("failed", Codes("5.7.1", "550"), "กล่องจดหมายเต็ม", "full"),
        ("failed", Codes("5.7.1", "550"), "กล่องจดหมายไม่เต็ม", "unknown"),
        ("failed", Codes("5.4.5", "550"), "Daily user sending quota exceeded", "unknown"),
        ("delivered", Codes("2.0.0"), "the mailbox is full", "delivered"),
        ("failed", Codes("5.7.606", "550"), "Access denied, banned sending IP [203.0.113.9]", "unknown"),
        ("failed", Codes("5.7.26", "550"), "the sender is unauthenticated", "unknown"),
        (
            "failed",
            Codes("5.7.1", "554"),
            "Client host rejected: blocked using a list",
            "unknown",
        ),
        ("failed", Codes("5.7.1", "550"), "Recipient address rejected: access denied", "failed"),
        ("failed", Codes("5.1.1", "550"), "User unknown; see our page on DMARC", "failed"),
        ("delayed", Codes("4.7.1", "450"), "client host rejected: greylisted", "delayed"),
        ("failed", Codes("5.3.4", "552"), "Message size quota exceeded", "unknown"),
        ("failed", Codes("5.2.3", "552"), "message length over quota", "unknown"),
        ("failed", Codes("5.7.1", "550"), "Sender quota exceeded", "unknown"),
        ("failed", Codes("", "550"), "Sender quota exceeded", "unknown"),
        ("failed", Codes("5.7.1", "550"), "Sender is over quota", "unknown"),
        ("failed", Codes("5.7.1", "550"), "IP quota exceeded for 203.0.113.5", "unknown"),
        ("failed", Codes("", "550"), "IP quota exceeded for 203.0.113.5", "unknown"),
        ("delayed", Codes("4.7.1", "450"), "Recipient quota exceeded", "delayed"),
        ("failed", Codes("5.7.232", "550"), "Your tenant's external recipient quota exceeded", "unknown"),
        ("failed", Codes("5.7.708", "550"), "account over quota: outbound mail", "unknown"),
        ("failed", Codes("5.3.1", "552"), "mail system full disk quota exceeded", "unknown"),
        ("failed", Codes("5.3.1", "552"), "disk quota exceeded", "unknown"),
        ("failed", Codes("5.7.0", "552"), "quota exceeded for the recipient's mailbox", "full"),
        ("failed", Codes("5.3.0", "552"), "the mailbox is full", "full"),
        ("failed", Codes("5.1.1", "550"), "user is over quota", "full"),
        ("failed", Codes("5.7.1", "554"), "The recipient's mailbox is full or does not exist", "failed"),
        ("failed", Codes("5.1.1", "550"), "user unknown (this is not because the mailbox is full)", "failed"),
        ("failed", Codes("", "552"), "too many recipients", "unknown"),
        ("failed", Codes("", "552"), "Error: content rejected", "unknown"),
        ("failed", Codes("", "552"), "file type not allowed", "unknown"),
        ("failed", Codes("", "552"), "Requested mail action aborted: exceeded storage allocation", "full"),
        ("failed", Codes("5.0.0"), "rejected. Possible reasons: the mailbox is full", "failed"),
        ("failed", Codes("5.0.0"), "the mailbox is full. Possible reasons: old mail", "full"),
    ],
)
def test_the_status_by_action_and_code(action: str, codes: Codes, said: str, status: str) -> None:
    """Whether the codes stand in the reply, or the enhanced one in the `Status` field."""
    for reply in (f"{codes.smtp} {codes.enhanced} {said}", f"{codes.smtp} {said}"):
        judged = judge(Told(" ".join(reply.split()), action=action, status=codes.enhanced))
        assert judged.status is MailStatus(status)
        assert (judged.reason is not None) == (status == "unknown")


@pytest.mark.parametrize("row", rows("mail_words"), ids=lambda row: f"{row['list']}: {row['text']}")
def test_every_word_of_the_table_counts(row: dict[str, str]) -> None:
    """Written as somebody may write it: in capitals, on two lines."""
    said = row["text"].partition(" - ")[0].upper().replace(" ", "\n  ")
    if row["list"] in ("delayed", "failed", "delivered", "final", "relayed"):
        assert ending(said) == row["list"]
    else:
        assert row["source"]


def test_no_word_stands_in_a_list_twice() -> None:
    words = [(row["list"], row["match"], row["text"]) for row in rows("mail_words")]
    assert len(words) == len(set(words))
    assert len(mail_codes()) == len(rows("mail_codes"))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Mon, 23 Nov 2026 08:15:30 +0700", datetime(2026, 11, 23, 1, 15, 30, tzinfo=UTC)),
        ("Mon, 23 Nov 2026 08:15:30 +0700 (ICT)", datetime(2026, 11, 23, 1, 15, 30, tzinfo=UTC)),
        ("23 Nov 2026 01:15 GMT", datetime(2026, 11, 23, 1, 15, tzinfo=UTC)),
        ("Mon, 23 Nov 2026 01:15:30 -0000", datetime(2026, 11, 23, 1, 15, 30, tzinfo=UTC)),
        ("Sun, 22 Nov 2026 17:15:30 -0800 (PST)", datetime(2026, 11, 23, 1, 15, 30, tzinfo=UTC)),
        ("Mon, 23 Nov 2026 08:15:30", None),
        ("Mon, 23 Nov 2569 08:15:30 +0700", None),
        ("Mon, 23 Nov 0001 08:15:30 +0700", None),
        ("Mon, 31 Feb 2026 08:15:30 +0700", None),
        ("Mon, 23 Nov 2026 99:15:30 +0700", None),
        ("๒๓ พ.ย. ๒๕๖๙", None),
        ("Mon, 23 Nov 2026 08:15:30 +9999999999", None),
        ("", None),
        ("(", None),
        ("2" * 10_000, None),
    ],
)
def test_dates_are_aware_or_none(text: str, date: datetime | None) -> None:
    assert read_date(text) == date


@pytest.mark.parametrize("charset", ["tis-620", "windows-874", "TIS620", "", "us-ascii", "no-such", "idna", "rot13"])
def test_thai_is_read_whatever_the_mail_says_of_it(charset: str) -> None:
    assert decode_text("กล่องจดหมายเต็ม".encode("cp874"), charset) == "กล่องจดหมายเต็ม"
    assert decode_text("กล่องจดหมายเต็ม".encode(), "utf-8") == "กล่องจดหมายเต็ม"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("=?utf-8?b?4LmA4LiV4LmH4Lih?=", "เต็ม"),
        ("=?UTF-8?Q?=E0=B9=80=E0=B8=95=E0=B9=87=E0=B8=A1_5?=", "เต็ม 5"),
        ("=?tis-620?B?4LXnwQ==?=", "เต็ม"),
        ("=?utf-8?b?4LmA4LiV?=\n =?utf-8?b?4LmH4Lih?=", "เต็ม"),
        ("a\n\tb", "a b"),
        ("=?utf-8?b?", "=?utf-8?b?"),
        ("เต็ม".encode("cp874").decode("utf-8", "surrogateescape"), "เต็ม"),
    ],
)
def test_headers_are_decoded(raw: str, text: str) -> None:
    assert decode_header(raw) == text


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_base64_gives_what_it_was_made_of(data: bytes) -> None:
    assert decode_transfer(base64.encodebytes(data), " BASE64 ") == data


def test_a_diagnostic_is_one_line_and_says_what_it_leaves_out() -> None:
    assert diagnostic("a \r\n\t b") == "a b"
    assert diagnostic("x" * (LONGEST + 1234)) == "x" * LONGEST + "… (+1,234)"
    assert diagnostic("said", Reason.NO_STATUS).endswith(": said")
    assert "\x1b" in diagnostic("\x1b[31m")


def test_control_characters_of_a_mail_stay_for_the_writer() -> None:
    data = BOUNCE.replace(b"Recipient address rejected", b"\x1b[31mno\xff\x80")
    (report,) = read_message(data).reports
    assert "\x1b[31mno" in report.diagnostic


# Containers


def mbox_of(mails: Iterable[bytes]) -> bytes:
    return b"".join(b"From x Mon Nov 23 08:15:30 2026\n" + mail + b"\n\n" for mail in mails)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_an_mbox_numbers_its_messages(tmp_path: Path, end: bytes) -> None:
    path = tmp_path / "Inbox"  # Thunderbird's mailboxes have no suffix
    ordinary = b"From: a@x.go.th\nSubject: x\n\nFrom here on\n>From there\nFrom a to 12:30 in b\n"
    path.write_bytes(mbox_of([BOUNCE, ordinary, BOUNCE]).replace(b"\n", end))
    found, bounces = read_all(path)
    assert [report.message for report in found] == ["Inbox#1", "Inbox#3"]
    assert (bounces.tally.files, bounces.tally.messages, bounces.tally.bounces) == (1, 3, 2)
    assert bounces.tally.kinds[MailKind.ORDINARY] == 1
    assert bounces.tally.reports == 2


class _Drops(io.RawIOBase):
    """A stream that gives its bytes in pieces of odd sizes, as a pipe or an archive does."""

    def __init__(self, data: bytes, rng: random.Random) -> None:
        self._data, self._rng = data, rng

    def read(self, size: int = -1, /) -> bytes:
        take = self._rng.randrange(1, 40)
        piece, self._data = self._data[:take], self._data[take:]
        return piece


@settings(deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from([b"a: b", b"", b">From x", b">>From x", b"From", b"From nobody", b"Fro", b"x\r", b"text"]),
            min_size=1,
            max_size=8,
        ),
        min_size=1,
        max_size=5,
    ),
    st.integers(0, 1 << 20),
)
def test_an_mbox_gives_back_what_was_put_in(mails: list[list[bytes]], seed: int) -> None:
    """Whatever the pieces in which it comes: mboxrd, written and read again."""
    plain = [b"Subject: x\n" + b"\n".join(line.replace(b">From", b"From") for line in mail) for mail in mails]
    packed = mbox_of(re.sub(rb"^(>*From )", rb">\1", mail, flags=re.MULTILINE) for mail in plain)
    found = [raw.data.rstrip(b"\n") for raw in split_mbox(_Drops(packed, random.Random(seed)), MB)]
    assert found == [mail.rstrip(b"\n") for mail in plain]


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("From MAILER-DAEMON Mon Nov 23 08:15:30 2026", True),
        ("From - Mon Nov 23 08:15:30 2026", True),  # Thunderbird
        ("From a@x.go.th Mon Nov  2 08:15 2026", True),
        ("From a@x.go.th  Mon Nov 23 08:15:30 +0700 2026", True),
        ("From a@x.go.th Mon Nov 23 08:15:30 2026 +0700 (ICT)", True),
        ("From a@x.go.th Mon Nov 23 08:15:30 MET DST 2026", True),
        ("From Mon Nov 23 08:15:30 2026", True),
        ("From a@x.go.th Mon, 23 Nov 2026 08:15:30 +0700", True),
        ("From 08:30 until 16:30 in 2569", False),
        ("From here to 10:30 on 5 Jan 2026", False),
        ("From today Mon Nov 23 2026", False),
        ("From a@x.go.th", False),
        ("From 08:30 (Mon Nov 23) until 16:30 2026", False),
    ],
)
def test_a_line_begins_a_message_only_with_a_sender_and_a_date(line: str, begins: bool) -> None:
    box = mbox_of([b"Subject: a\n\nx"]) + line.encode() + b"\nSubject: b\n\ny\n"
    for end in (b"\n", b"\r\n"):
        for piece in (box.replace(b"\n", end), box.replace(b"\n", end)[:-1] + end * 2):
            found = list(split_mbox(_Drops(piece, random.Random(0)), MB))
            assert len(found) == 1 + begins, found
    after_text = box.replace(b"x\n\nFrom ", b"x\nFrom ")
    found = list(split_mbox(io.BytesIO(after_text), MB))
    assert len(found) == 1 + (begins and "," not in line), found


def test_an_mbox_without_dates_is_split_after_blank_lines() -> None:
    box = b"From a\nSubject: a\n\nFrom nobody in particular\nFrom x\n\nFrom b\nSubject: b\n\ny\n"
    found = [raw.data for raw in split_mbox(_Drops(box, random.Random(0)), MB)]
    assert found == [b"Subject: a\n\nFrom nobody in particular\nFrom x\n", b"Subject: b\n\ny\n"]


def test_a_long_message_is_cut_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "long.mbox"
    long = BOUNCE + b"x" * 3 * MB
    text = b"Return-Path: <>\nFrom: MAILER-DAEMON@x.go.th\nSubject: failure notice\n\n" + b"550 x\n" * MB
    path.write_bytes(mbox_of([long, BOUNCE, text, BOUNCE]))
    found, bounces = read_all(path)
    assert [report.message for report in found] == ["long.mbox#1", "long.mbox#2", "long.mbox#3", "long.mbox#4"]
    assert bounces.tally.cut == 1  # of the first, what is cut off is the mail that came back


def _status_of(count: int) -> bytes:
    groups = b"".join(
        b"Final-Recipient: rfc822; a%d@x.go.th\nAction: failed\nStatus: 5.1.1\n\n" % n for n in range(count)
    )
    return (
        b"Return-Path: <>\nFrom: MAILER-DAEMON@x.go.th\nContent-Type: message/delivery-status\n\n"
        b"Reporting-MTA: dns; x\n\n" + groups
    )


def _header_of(count: int) -> bytes:
    return b"X-Failed-Recipients: " + b", ".join(b"a%d@x.go.th" % n for n in range(count)) + b"\n\n550 5.1.1 no\n"


def _lines_of(count: int) -> bytes:
    lines = b"".join(b"<a%d@x.go.th>:\n550 5.1.1 no\n\n" % n for n in range(count))
    return b"Return-Path: <>\nFrom: MAILER-DAEMON@x.go.th\nSubject: failure notice\n\n" + lines


@pytest.mark.parametrize("make", [_status_of, _header_of, _lines_of])
def test_recipients_beyond_all_bounds_are_counted_and_said(tmp_path: Path, make: Callable[[int], bytes]) -> None:
    path = tmp_path / "many.mbox"
    path.write_bytes(mbox_of([make(MOST_RECIPIENTS), make(MOST_RECIPIENTS + 7)]))
    found, bounces = read_all(path)
    assert len(found) == 2 * MOST_RECIPIENTS + 1
    assert len({report.address for report in found}) == MOST_RECIPIENTS + 1
    assert found[-1].status is MailStatus.UNKNOWN
    assert found[-1].diagnostic == Reason.TOO_MANY.say("+7")
    assert (bounces.tally.cut, bounces.tally.nameless) == (1, 1)


def test_bounces_that_name_nobody_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "box"
    names = ("no-recipient.eml", "postfix-full.eml", "recipient-x400.eml", "not-ordinary.eml")
    path.write_bytes(mbox_of((MAILS / name).read_bytes() for name in names))
    bounces = read_all(path)[1]
    assert (bounces.tally.bounces, bounces.tally.nameless, bounces.tally.cut) == (3, 2, 0)


def test_a_single_mail_may_begin_as_an_mbox_does_not(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(b"\xef\xbb\xbf\r\n" + BOUNCE)
    assert [report.message for report in read_all(path)[0]] == ["a.eml"]


def folder_of_mails(folder: Path) -> None:
    (folder / "ก").mkdir(parents=True)
    (folder / "ก" / "2.eml").write_bytes(BOUNCE)
    (folder / "10.EML").write_bytes(BOUNCE)
    (folder / "readme.txt").write_text("none")
    (folder / "empty.eml").touch()
    (folder / "picture.eml").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "outlook.msg").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (folder / "box").write_bytes(mbox_of([BOUNCE]))
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("in/1.eml", BOUNCE)


def test_a_folder_is_read_in_order_and_names_what_it_skips(tmp_path: Path) -> None:
    folder_of_mails(tmp_path / "mails")
    found, bounces = read_all(tmp_path / "mails")
    assert [report.message for report in found] == ["10.EML", "box#1", "more.zip/in/1.eml", "ก/2.eml"]
    assert {(one.name, one.why.en.partition(";")[0]) for one in bounces.tally.skipped} == {
        ("empty.eml", "the file is empty"),
        ("outlook.msg", "this is Outlook's own format (.msg)"),
        ("picture.eml", "this is no mail"),
        ("readme.txt", "not a mail by its name"),
    }
    assert bounces.tally.skipped_count == 4


def test_links_and_pipes_in_a_folder_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(BOUNCE)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.eml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "linked.eml").symlink_to(tmp_path / "a.eml")
    os.mkfifo(tmp_path / "pipe.eml")
    found, bounces = read_all(tmp_path)
    assert [report.message for report in found] == ["a.eml", "linked.eml"]
    assert sorted(one.name for one in bounces.tally.skipped) == ["gone.eml", "loop", "pipe.eml"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_maildir_is_read_but_not_its_tmp(tmp_path: Path, packed: bool) -> None:
    root = tmp_path / "Maildir"
    for name in ("cur", "new", "tmp", ".Sent/cur", ".Sent/new", ".Sent/tmp"):
        (root / name).mkdir(parents=True)
        (root / name / "17638.M1P2.mail:2,S").write_bytes(BOUNCE)
    (root / "dovecot-uidlist").write_text("3 V1 N1\n")
    path = root
    if packed:
        path = tmp_path / "m.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for file in sorted(root.rglob("*")):
                archive.write(file, file.relative_to(tmp_path))
    found, _ = read_all(path)
    prefix = "m.zip/Maildir/" if packed else ""
    inside = [".Sent/cur", ".Sent/new", "cur", "new"]
    assert [report.message for report in found] == [f"{prefix}{name}/17638.M1P2.mail:2,S" for name in inside]
    assert [report.message for report in read_all(root / "cur")[0]] == ["17638.M1P2.mail:2,S"]


def test_an_archive_is_read_from_inside(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.eml", BOUNCE)
    path = tmp_path / "จดหมาย.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("box.mbox", mbox_of([BOUNCE, BOUNCE]))
        archive.writestr("../../evil.eml", BOUNCE)
        archive.writestr("inner.zip", inner.getvalue())
        archive.writestr("__MACOSX/._x.eml", b"x")
        archive.writestr("notes.docx", b"x")
    found, bounces = read_all(path)
    assert [report.message for report in found] == [f"จดหมาย.zip/{n}" for n in ("evil.eml", "box.mbox#1", "box.mbox#2")]
    assert [one.name for one in bounces.tally.skipped] == ["จดหมาย.zip/inner.zip", "จดหมาย.zip/notes.docx"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["จดหมาย.zip"]


def test_a_damaged_or_protected_member_does_not_hide_the_others(tmp_path: Path) -> None:
    path = tmp_path / "m.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("1.eml", "2.eml", "3.eml"):
            archive.writestr(name, BOUNCE + name.encode() * 100)
    data = bytearray(path.read_bytes())
    data[data.index(b"1.eml1.eml")] ^= 1  # the sum of the first no longer fits
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 8] |= 1  # the last says that it is encrypted
    path.write_bytes(data)
    found, bounces = read_all(path)
    assert [report.message for report in found][-1] == "m.zip/2.eml"
    assert {one.name for one in bounces.tally.skipped} == {"m.zip/1.eml", "m.zip/3.eml"}


def test_several_paths_come_one_after_the_other(tmp_path: Path) -> None:
    (tmp_path / "b.eml").write_bytes(BOUNCE)
    (tmp_path / "a.eml").write_bytes(BOUNCE)
    told: list[int] = []
    (tmp_path / "box").write_bytes(mbox_of([BOUNCE] * 2500))
    found, bounces = read_all(tmp_path / "b.eml", tmp_path / "a.eml", tmp_path / "box", on_messages=told.append)
    assert [report.message for report in found[:3]] == ["b.eml", "a.eml", "box#1"]
    assert told == [1000, 2000]
    assert bounces.tally.messages == 2502


# What cannot be read


def _made(tmp_path: Path, name: str, data: bytes) -> Path:
    (tmp_path / name).write_bytes(data)
    return tmp_path / name


def _bomb(tmp_path: Path) -> Path:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.eml", b"From: a@one.example\n\n" + b"\0" * 3 * (1 << 20))
    return tmp_path / "bomb.zip"


def _packed(method: int) -> Callable[[Path], Path]:
    """An archive of 1 kB whose member is 40 MB of blank lines: bzip2 and LZMA give all of it at once."""

    def make(tmp_path: Path) -> Path:
        with zipfile.ZipFile(tmp_path / "packed.zip", "w", method) as archive:
            archive.writestr("a.eml", b"A: b\n\n" + b"\n" * 40 * MB)
        return tmp_path / "packed.zip"

    return make


def _directory(tmp_path: Path) -> Path:
    (tmp_path / "empty").mkdir()
    return tmp_path / "empty"


def _pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


CANNOT: dict[str, tuple[Callable[[Path], Path], str]] = {
    "missing": (lambda p: p / "nowhere.mbox", "no such file or folder"),
    "NUL in its name": (lambda p: p / "a\0b", "no such file or folder"),
    "device": (lambda p: Path(os.devnull), "a device or a pipe"),
    "pipe": (_pipe, "a device or a pipe"),
    "empty": (lambda p: _made(p, "a.eml", b""), "empty"),
    "blank": (lambda p: _made(p, "a.eml", b"\n \n"), "empty"),
    "Outlook message": (lambda p: _made(p, "a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "save it as .eml or mbox"),
    "Outlook mailbox": (lambda p: _made(p, "a.pst", b"!BDN1234"), "export it as .eml or mbox"),
    "picture": (lambda p: _made(p, "a.eml", b"\x89PNG\r\n\x1a\n"), "this is no mail"),
    "empty folder": (_directory, "no mail in it"),
    "not an archive": (lambda p: _made(p, "a.zip", b"PK\x03\x04nonsense"), "damaged or incomplete"),
    "empty archive": (lambda p: _made(p, "a.zip", b"PK\x05\x06" + b"\0" * 18), "no mail in it"),
    "packed by bzip2": (_packed(zipfile.ZIP_BZIP2), "packed by a method that is not read"),
    "packed by LZMA": (_packed(zipfile.ZIP_LZMA), "packed by a method that is not read"),
    "UTF-16 with its mark": (lambda p: _made(p, "a.eml", BOUNCE.decode().encode("utf-16")), "Unicode text (UTF-16)"),
    "UTF-16 without it": (lambda p: _made(p, "a.eml", BOUNCE.decode().encode("utf-16-be")), "Unicode text (UTF-16)"),
    "bomb": (_bomb, "unpacked size is > 1 MB, above the limit of 1 MB"),
}


@pytest.mark.parametrize("what", CANNOT)
def test_what_cannot_be_read_is_said_in_one_sentence(tmp_path: Path, what: str) -> None:
    make, says = CANNOT[what]
    path = make(tmp_path)
    with pytest.raises(InputError) as error:
        read_all(path, limits=Limits(unpacked_mb=1))
    for lang in ("th", "en"):
        said = error.value.say(lang)
        assert path.name in said
        assert "\n" not in said
        assert "{" not in said
    assert says in str(error.value)


def test_a_table_of_contents_beyond_all_bounds_is_not_loaded(tmp_path: Path) -> None:
    end = b"PK\x05\x06" + b"\0\0\0\0" + b"\xff\xff\xff\xff" + (1 << 30).to_bytes(4, "little") + b"\0\0\0\0\0\0"
    path = _made(tmp_path, "many.zip", b"PK\x03\x04" + b"\0" * 100 + end)
    with pytest.raises(InputError, match=r"table of contents has 1,024 MB, above 32 MB"):
        read_all(path)


def test_missing_paths_are_said_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere"):
        read_bounces([MAILS, tmp_path / "nowhere"])


def test_every_container_that_is_no_mail_says_what_to_do() -> None:
    read = {Container.MAIL, Container.MBOX, Container.OLD_MAC, Container.ZIP, Container.GZIP}
    assert set(NO_MAIL) == set(Container) - read


# Hostile mail


@settings(deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_as_a_message_never_raise(data: bytes) -> None:
    read = read_message(data)
    assert bool(read.reports) == (read.kind is MailKind.BOUNCE)
    assert not any(Reason.UNREADABLE.value.th in report.diagnostic for report in read.reports)


_PIECES = sorted({line for path in MAILS.glob("*.eml") for line in path.read_bytes().splitlines(keepends=True)})


@settings(deadline=None, max_examples=200)
@given(st.lists(st.one_of(st.sampled_from(_PIECES), st.binary(max_size=40)), max_size=60))
def test_any_pieces_of_bounces_never_raise(pieces: list[bytes]) -> None:
    """Headers, boundaries and codes of real shapes in any order: far more of the reader is reached than by chance."""
    for start in (b"", b"Return-Path: <>\nFrom: MAILER-DAEMON@x.go.th\nSubject: failure notice\n"):
        read = read_message(start + b"".join(pieces))
        for report in read.reports:
            assert Reason.UNREADABLE.value.th not in report.diagnostic
            assert isinstance(report.status, MailStatus)
            assert report.date is None or report.date.tzinfo is not None
            assert "\n" not in report.diagnostic
            assert len(report.diagnostic) <= LONGEST + 200


def test_a_fault_of_ours_stops_one_message_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RecursionError("deep")

    monkeypatch.setattr(message_module, "split_message", fail)
    (report,) = read_message(b"From: a\n\n").reports
    assert report.status is MailStatus.UNKNOWN
    assert report.diagnostic.startswith(Reason.UNREADABLE.value.th)
    assert "RecursionError" in report.diagnostic


@pytest.mark.parametrize("shape", SHAPES)
def test_four_megabytes_of_anything_take_two_seconds_at_most(tmp_path: Path, shape: str) -> None:
    data = SHAPES[shape](4 * MB)
    with at_most(2):
        read_message(data)
    path = tmp_path / "shape"
    path.write_bytes(b"From x Mon Nov 23 08:15:30 2026\n" + data)
    with at_most(2):
        assert read_all(path)[1].tally.messages >= 1


@pytest.mark.parametrize("shape", CROWDS)
def test_four_megabytes_of_mails_with_different_recipients_take_two_seconds_at_most(tmp_path: Path, shape: str) -> None:
    path = tmp_path / "crowds"
    count = write_crowds(path, shape, 4 * MB)
    with at_most(2):
        found, bounces = read_all(path)
    assert bounces.tally.bounces == count
    assert len(found) >= count


@pytest.mark.parametrize("shape", CROWDS)
def test_time_grows_with_the_recipients_and_not_with_their_square(shape: str) -> None:
    """What is not reported has to be counted, and to tell addresses apart takes no longer for each."""

    def seconds(size: int) -> float:
        data = CROWDS[shape](size, 0)
        started = time.process_time()
        read_message(data)
        return time.process_time() - started

    small, large = min(seconds(MB // 40) for _ in range(3)), min(seconds(MB // 10) for _ in range(3))
    assert large <= max(8 * small, 0.3), (small, large)


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_size_and_not_with_its_square(shape: str) -> None:
    """Four times as much takes four times as long; sixteen times would be the square. Small times say nothing."""

    def seconds(size: int) -> float:
        data = SHAPES[shape](size)
        started = time.process_time()
        read_message(data)
        return time.process_time() - started

    small, large = min(seconds(MB // 4) for _ in range(2)), min(seconds(MB) for _ in range(2))
    assert large <= max(9 * small, 0.5), (small, large)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux says how much memory a process took")
def test_memory_does_not_grow_with_the_number_of_messages(tmp_path: Path) -> None:
    """Whole processes: 75 MB of bounces take no more than a few, within the reader's two pieces."""
    # not ru_maxrss: on Linux a child begins with its parent's
    program = (
        "import sys\nfrom pathlib import Path\nfrom saraban_check import read_bounces\n"
        "print(sum(1 for _ in read_bounces(sys.argv[1:])))\n"
        "print(*(line.split()[1] for line in Path('/proc/self/status').read_text().splitlines() if 'VmHWM' in line))"
    )
    peaks = []
    for count in (100, 5000):
        path = tmp_path / f"{count}.mbox"
        write_mbox(path, tidy(count))
        out = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
        reports, peak = map(int, out.stdout.split())
        assert reports == count * 9 // 10
        peaks.append(peak / 1024)
    assert peaks[1] <= peaks[0] + 16
    assert peaks[1] <= 200


def test_reading_changes_no_file(tmp_path: Path) -> None:
    folder_of_mails(tmp_path / "mails")
    before = {path: path.read_bytes() for path in (tmp_path / "mails").rglob("*") if path.is_file()}
    read_all(tmp_path / "mails")
    assert {path: path.read_bytes() for path in (tmp_path / "mails").rglob("*") if path.is_file()} == before
