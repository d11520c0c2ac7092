"""How mails are opened and recipients found: mails of many systems, wholes and halves, packings, Maildirs."""

import bz2
import csv
import gzip
import io
import os
import random
import subprocess
import sys
import tarfile
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.limits import at_most
from tests.support import CASES

from saraban_check import InputError, read_bounces
from saraban_check.bounces.addresses import typed_address
from saraban_check.bounces.containers import named_as_mail, without_blanks
from saraban_check.bounces.mail_kinds import MailKind
from saraban_check.bounces.markup import without_markup
from saraban_check.bounces.mbox import split_mbox
from saraban_check.bounces.message import read_message
from saraban_check.bounces.reasons import Reason
from saraban_check.bounces.streams import Unpacked, WithLineFeeds
from saraban_check.intake.limits import Limits
from saraban_check.reference.words_together import WordsTogether

with (CASES / "bounces_read.csv").open(encoding="utf-8", newline="") as _file:
    MAILS = {row["case"]: row for row in csv.DictReader(_file)}

BOUNCE = MAILS["dma-null-sender"]["mail"].encode()
ADDRESS = "saraban@khaonoi.example.go.th"


def recipients(data: bytes) -> list[str]:
    return sorted({report.address for report in read_message(data).reports if report.address})


def messages(*paths: Path, limits: Limits | None = None) -> list[str]:
    return [report.message for report in read_bounces(paths, limits=limits)]


def mbox_of(*mails: bytes) -> bytes:
    return b"".join(b"From x Mon Nov 23 08:15:30 2026\n" + mail + b"\n\n" for mail in mails)


# Recipients


@pytest.mark.parametrize("case", MAILS)
def test_the_kind_and_the_recipients(case: str) -> None:
    row = MAILS[case]
    data = row["mail"].encode()
    assert recipients(data) == sorted(row["recipients"].split()), row["system"]
    assert read_message(data).kind.value == row["kind"], row["system"]


@pytest.mark.parametrize("case", [case for case, row in MAILS.items() if row["kind"] == "bounce"])
def test_line_ends_change_nothing(case: str) -> None:
    data = MAILS[case]["mail"].encode()
    for end in (b"\r\n", b"\r"):
        assert recipients(data.replace(b"\n", end)) == recipients(data)


@pytest.mark.parametrize("case", [case for case, row in MAILS.items() if row["recipients"]])
def test_a_mail_cut_off_anywhere_names_nobody_else(case: str) -> None:
    data, whole = MAILS[case]["mail"].encode(), MAILS[case]["recipients"].split()
    for end in range(0, len(data), 3):
        assert set(recipients(data[:end])) <= set(whole), data[:end][-80:]
        assert set(recipients(data[:end].rstrip())) <= set(whole)


def test_the_last_line_needs_no_line_end_but_half_an_address_is_none() -> None:
    head = b"From: MAILER-DAEMON@x.go.th\nSubject: failed\n\nCould not be delivered to "
    assert recipients(head + b"a@khaonoi.go.th (no such user)") == ["a@khaonoi.go.th"]
    assert recipients(head + b"<a@khaonoi.go.th>") == ["a@khaonoi.go.th"]
    assert recipients(head + b"a@khaonoi.go.th\n") == ["a@khaonoi.go.th"]
    for half in (b"a@khaonoi.go.th", b"<a@khaonoi.go", b"a@khaonoi.go.", b"<a@khaonoi.go.th>,b@khaonoi.go"):
        assert recipients(head + half) == [], half
    parts = head.replace(b"\n\n", b"\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n")
    assert recipients(parts + b"a@khaonoi.go.th (no") == []
    (report,) = read_message(head[: head.index(b"\n\n")]).reports
    assert report.diagnostic == Reason.CUT_OFF.say()
    assert recipients(parts + b"a@khaonoi.go.th (no such user)\n--b--") == ["a@khaonoi.go.th"]


@pytest.mark.parametrize(
    ("field", "address"),
    [
        ("RFC822 ;  < saraban@x.go.th >", "saraban@x.go.th"),
        ("saraban@x.go.th", "saraban@x.go.th"),
        ("rfc822;saraban%x.go.th@relay.net", "saraban@x.go.th"),
        ("rfc822;100%sure@x.go.th", "100%sure@x.go.th"),
        ("rfc822;a%b.go.th%c.net@relay.net", "a%b.go.th%c.net@relay.net"),
        ("smtp; IMCEASMTP-saraban+5F06+40x+2Ego+2Eth@office.go.th", "saraban_06@x.go.th"),
        ("smtp; IMCEAEX-_O=OFFICE_OU=A@office.go.th", "IMCEAEX-_O=OFFICE_OU=A@office.go.th"),
        ("rfc822; <@a.net,@b.net:saraban@x.go.th>", "saraban@x.go.th"),
        ("rfc822; saraban", ""),
    ],
)
def test_a_typed_address(field: str, address: str) -> None:
    assert typed_address(field) == address


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<a href='mailto:a@x.go.th'>a@x.go.th</a>", "a@x.go.th"),
        ('<A HREF="MAILTO:a@x.go.th?subject=b">A</A> b', "A <a@x.go.th> b"),
        ('<a href="mailto:a%40x.go.th">A', "A"),
        ('<a href="https://x.go.th/a@b">A</a>', "A"),
        ("<head><title>t</title></head>a<!-- b --><STYLE>c</STYLE>d<script>e</script>f", "a d f"),
        ("a<!-- b <style>c <script", "a<!-- b c <script"),
        ('<a href="mailto:a@x.go.th"><a href="mailto:b@x.go.th">B</a>', "B <b@x.go.th>"),
    ],
)
def test_the_address_of_a_link_is_read_where_its_text_has_none(markup: str, text: str) -> None:
    assert " ".join(without_markup(markup).split()) == text


def test_words_together_stand_in_one_sentence() -> None:
    words = WordsTogether.of("fail|reject + mail|letter - how to")
    assert list(words.places("the letter failed")) == [11]
    assert list(words.places("rejected: the mail")) == [0]
    for text in ("the letter. it failed", "it failed! mail", "how to see that mail failed", "fail" + " " * 99 + "mail"):
        assert not list(words.places(text)), text
    assert words.ends("failed to send mail")
    assert not words.ends("mail failed")
    assert words.begins("rejected the letter")
    assert not words.begins("the letter was rejected")


# Reports that were handed on


def forwarded(inner: bytes, subject: bytes = b"Fwd: x", sender: bytes = b"malee@x.go.th") -> bytes:
    mark = b"b%d" % len(inner)
    head = b"From: " + sender + b"\nSubject: " + subject + b"\nContent-Type: multipart/mixed; boundary=" + mark
    pieces = (
        head + b"\n\n",
        b"\nContent-Type: text/plain\n\nsee\n",
        b"\nContent-Type: message/rfc822\n\n" + inner + b"\n",
    )
    return (b"--" + mark).join((*pieces, b"--\n"))


def test_a_report_is_read_three_mails_deep_and_no_deeper() -> None:
    data = BOUNCE
    for depth in range(1, 6):
        data = forwarded(data)
        read = read_message(data)
        assert (read.kind is MailKind.BOUNCE) == (depth <= 3)
        assert recipients(data) == ([ADDRESS] if depth <= 3 else [])


@pytest.mark.parametrize("sender", [b"malee@x.go.th", b"postmaster@x.go.th", b"MAILER-DAEMON@x.go.th"])
@pytest.mark.parametrize("subject", [b"Fwd: x", b"Undeliverable: x", b"circular"])
def test_whoever_hands_a_report_on_it_is_the_report_that_counts(sender: bytes, subject: bytes) -> None:
    assert recipients(forwarded(BOUNCE, subject, sender)) == [ADDRESS]
    letter = b"From: a@x.go.th\nTo: b@x.go.th\nSubject: Undeliverable\n\nCould not be delivered to b@x.go.th\n"
    assert recipients(forwarded(letter, subject, sender)) == []


def test_a_bounce_without_a_recipient_stays_what_it_is_beside_another_without_one() -> None:
    nameless = b"From: MAILER-DAEMON@x.go.th\nSubject: failed\n\nthe inner one\n"
    (report,) = read_message(forwarded(nameless, b"Undeliverable", b"MAILER-DAEMON@x.go.th")).reports
    assert report.diagnostic.endswith(": see")
    assert read_message(forwarded(nameless)).kind is MailKind.BOUNCE


def test_an_automatic_answer_is_not_searched_for_reports() -> None:
    data = forwarded(BOUNCE).replace(b"From:", b"Auto-Submitted: auto-replied\nFrom:", 1)
    assert read_message(data).kind is MailKind.AUTO_REPLY


def test_reports_beyond_all_bounds_are_counted_in_forwarded_ones_too() -> None:
    pieces = b"".join(
        b"--m\nContent-Type: message/rfc822\n\nFrom: MAILER-DAEMON@x.go.th\n\n"
        + b"".join(b"<a%d@x.go.th>: no\n" % (number * 1500 + n) for n in range(1500))
        for number in range(3)
    )
    read = read_message(b"From: a@x.go.th\nContent-Type: multipart/mixed; boundary=m\n\n" + pieces + b"--m--\n")
    assert len(read.reports) == 2001
    assert "+2,500" in read.reports[-1].diagnostic
    assert read.cut


# How files begin, and what they are packed in


@pytest.mark.parametrize(
    "start", [b"\n\n", b"   \n", b"\xef\xbb\xbf\n", b"\t\r\n \r\n\xef\xbb\xbf", b"\n" * 9000, b" "]
)
def test_blanks_before_the_first_header_are_none_of_the_mail(tmp_path: Path, start: bytes) -> None:
    (tmp_path / "a.eml").write_bytes(start + BOUNCE)
    (tmp_path / "box").write_bytes(start + mbox_of(start + BOUNCE, BOUNCE))
    assert messages(tmp_path / "a.eml") == ["a.eml"]
    assert messages(tmp_path / "box") == ["box#1", "box#2"]
    assert without_blanks(start) == b""


def test_an_mbox_of_an_old_mac_is_read(tmp_path: Path) -> None:
    (tmp_path / "Inbox").write_bytes(mbox_of(BOUNCE, BOUNCE, BOUNCE).replace(b"\n", b"\r"))
    assert messages(tmp_path / "Inbox") == ["Inbox#1", "Inbox#2", "Inbox#3"]
    mixed = WithLineFeeds(io.BytesIO(mbox_of(BOUNCE).replace(b"\n", b"\r") + mbox_of(BOUNCE).replace(b"\n", b"\r\n")))
    assert len(list(split_mbox(mixed, 1 << 20))) == 2


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["cur/1", "new/2", "tmp/3"], ["cur/1", "new/2"]),
        ([".A.B/cur/1"], [".A.B/cur/1"]),
        ([".A/new/1", ".A/tmp/2", ".A.B/cur/3", "cur/4", "new/5"], [".A/new/1", ".A.B/cur/3", "cur/4", "new/5"]),
        (["old/new/1767225600.M1P2.mail", "old/new/1767225600.txt"], ["old/new/1767225600.M1P2.mail"]),
    ],
)
def test_subfolders_of_a_maildir_need_not_be_complete(tmp_path: Path, names: list[str], found: list[str]) -> None:
    for name in names:
        path = tmp_path / "Maildir" / (name if "." in name.rpartition("/")[2] else f"{name}:2,S")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(BOUNCE)
    (tmp_path / "Maildir" / "new.txt").write_text("x")
    assert [name.removesuffix(":2,S") for name in messages(tmp_path / "Maildir")] == found


def test_packed_mailboxes_and_mails_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.mbox.gz").write_bytes(gzip.compress(mbox_of(BOUNCE, BOUNCE)))
    (tmp_path / "b.eml.gz").write_bytes(gzip.compress(b"\n" + BOUNCE))
    (tmp_path / "c.GZ").write_bytes(gzip.compress(mbox_of(BOUNCE)) + gzip.compress(mbox_of(BOUNCE)) + b"\0" * 512)
    (tmp_path / "d.txt.gz").write_bytes(gzip.compress(b"x"))
    assert messages(tmp_path) == ["a.mbox.gz#1", "a.mbox.gz#2", "b.eml.gz", "c.GZ#1", "c.GZ#2"]
    assert messages(tmp_path / "b.eml.gz") == ["b.eml.gz"]
    maildir = tmp_path / "Maildir"
    for name in ("cur", "new"):
        (maildir / name).mkdir(parents=True)
    (maildir / "cur" / "1.M1.x:2,SZ").write_bytes(gzip.compress(BOUNCE))  # Dovecot's zlib plugin
    assert messages(maildir) == ["cur/1.M1.x:2,SZ"]


def _tar(mode: str) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]
        member = tarfile.TarInfo("a.eml")
        member.size = len(BOUNCE)
        archive.addfile(member, io.BytesIO(BOUNCE))
    return packed.getvalue()


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.eml", BOUNCE)
    return packed.getvalue()


NOT_READ = {
    "a.tar.gz": (_tar("w:gz"), "a .tar archive; unpack it first"),
    "a.tgz": (_tar("w:gz"), "a .tar archive; unpack it first"),
    "a.tar": (_tar("w"), "a .tar archive; unpack it first"),
    "a.eml.gz.gz": (gzip.compress(gzip.compress(BOUNCE)), "an archive in an archive"),
    "a.zip.gz": (gzip.compress(_zip()), "an archive in an archive"),
    "a.gz": (gzip.compress(b"\x89PNG"), "this is no mail"),
    "empty.gz": (gzip.compress(b""), "the file is empty"),
    "nothing.gz": (gzip.compress(BOUNCE)[:12], "damaged, not read to its end"),
    "nonsense.gz": (b"\x1f\x8b\x08\0nonsense" * 9, "damaged, not read to its end"),
    "a.mbox.bz2": (bz2.compress(BOUNCE), "this is no mail"),
}


@pytest.mark.parametrize("name", NOT_READ)
def test_other_packings_are_refused_in_one_sentence_and_skipped_in_folders(tmp_path: Path, name: str) -> None:
    data, says = NOT_READ[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as error:
        messages(tmp_path / name)
    assert str(error.value).startswith(f"{name}: ")
    assert str(error.value).count(name) == 1
    assert says in str(error.value)
    (tmp_path / "b.eml").write_bytes(BOUNCE)
    bounces = read_bounces([tmp_path])
    assert [report.message for report in bounces] == ["b.eml"]
    assert [one.name for one in bounces.tally.skipped] == [name]
    if named_as_mail(name):
        assert says in bounces.tally.skipped[0].why.en


def test_a_gz_in_a_zip_is_skipped_by_name(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "m.zip", "w") as archive:
        archive.writestr("a.eml", BOUNCE)
        archive.writestr("b.mbox.gz", gzip.compress(mbox_of(BOUNCE)))
    bounces = read_bounces([tmp_path / "m.zip"])
    assert [report.message for report in bounces] == ["m.zip/a.eml"]
    assert [(one.name, one.why.en) for one in bounces.tally.skipped] == [
        ("m.zip/b.mbox.gz", "an archive in an archive; unpack the outer one first")
    ]


def test_what_a_broken_gz_holds_before_its_end_is_read_and_said(tmp_path: Path) -> None:
    noise = random.Random(0).randbytes(300_000).hex().encode()
    path = tmp_path / "a.mbox.gz"
    path.write_bytes(gzip.compress(mbox_of(BOUNCE, BOUNCE + noise, BOUNCE))[:200_000])
    bounces = read_bounces([path])
    assert "a.mbox.gz#1" in [report.message for report in bounces]
    assert [one.name for one in bounces.tally.skipped] == ["a.mbox.gz"]


def test_a_bomb_stops_at_the_limit_and_takes_no_room(tmp_path: Path) -> None:
    path = tmp_path / "bomb.mbox.gz"
    with gzip.open(path, "wb") as file:
        file.write(b"From x Mon Nov 23 08:15:30 2026\nA: b\n\n")
        for _ in range(64):
            file.write(b"\0" * (1 << 20))
    with pytest.raises(InputError, match=r"unpacked size is > 8 MB, above the limit of 8 MB"):
        messages(path, limits=Limits(unpacked_mb=8))
    blanks = tmp_path / "blanks.gz"
    blanks.write_bytes(gzip.compress(b"\n" * (1 << 24)))
    with pytest.raises(InputError, match="the file is empty"):
        messages(blanks)


def test_many_small_members_and_a_header_without_an_end_take_no_time() -> None:
    for data in (gzip.compress(b"") * 100_000, b"\x1f\x8b\x08\x08" + b"\0" * 6 + b"x" * 10_000_000):
        stream = Unpacked(io.BytesIO(data))
        with at_most(5), suppress(EOFError):
            while stream.read(1 << 16):
                pass


@settings(deadline=None)
@given(st.lists(st.binary(max_size=2000), min_size=1, max_size=5), st.integers(1, 300))
def test_members_are_unpacked_to_what_they_were(pieces: list[bytes], size: int) -> None:
    stream = Unpacked(io.BytesIO(b"".join(gzip.compress(piece) for piece in pieces)))
    found = b""
    while data := stream.read(size):
        assert len(data) <= size
        found += data
    assert found == b"".join(pieces)


# Standard input


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (BOUNCE, 1),
        (mbox_of(BOUNCE, BOUNCE), 2),
        (_zip(), 1),
        (gzip.compress(mbox_of(BOUNCE, BOUNCE)), 2),
        (b"", None),
        (b"\n\n", None),
    ],
)
def test_standard_input_is_read_whatever_it_is(data: bytes, found: int | None) -> None:
    command = [sys.executable, "-m", "saraban_check", "bounces", "-", "--format", "json", "--lang", "en"]
    ran = subprocess.run(command, input=data, capture_output=True, env=os.environ, check=False)
    if found is None:
        assert ran.returncode == 2
        assert ran.stdout == b""
        assert ran.stderr.decode().strip() == "error: stdin: the file is empty"
    else:
        assert ran.returncode == 0, ran.stderr
        assert f'"messages": {found}' in ran.stdout.decode()


@pytest.mark.parametrize(
    "data",
    [
        b'{"schema": "saraban-check/classify/1",\n"from": "a"}\n',
        b"name: x\ncolour: blue\n\nFrom: a@example.go.th\n",
        b"note:this was sent to all\n",
        "หมายเหตุ: ส่งแล้ว\n".encode(),
        b"address,status\na@example.go.th,full\n",
        b"http://example.go.th/\n",
    ],
)
def test_a_text_without_a_header_of_mail_is_no_mail(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "mails").mkdir()
    (tmp_path / "mails" / "a.eml").write_bytes(data)
    with pytest.raises(InputError, match=r"a\.eml: "):
        list(read_bounces([tmp_path / "mails" / "a.eml"]))
    (tmp_path / "mails" / "b.eml").write_bytes(b"From: x@example.go.th\n\nhello\n")
    found = read_bounces([tmp_path / "mails"])
    assert list(found) == []
    assert (found.tally.messages, [one.name for one in found.tally.skipped]) == (1, ["a.eml"])


@pytest.mark.parametrize(
    "first",
    [b"Received: by x", b"ARC-Seal: i=1", b"x-spam: no", b"CONTENT-TYPE: text/plain", b"Foo: 1\n bar\nSubject : x"],
)
def test_any_header_of_mail_is_enough(tmp_path: Path, first: bytes) -> None:
    (tmp_path / "a.eml").write_bytes(first + b"\n\nhello\n")
    found = read_bounces([tmp_path / "a.eml"])
    assert (list(found), found.tally.messages) == ([], 1)


def test_a_workbook_is_told_where_it_goes(tmp_path: Path) -> None:
    write_workbook = zipfile.ZipFile(tmp_path / "list.xlsx", "w")
    with write_workbook as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        book.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(InputError, match="--for"):
        list(read_bounces([tmp_path / "list.xlsx"]))
