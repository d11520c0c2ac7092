"""What is read fast of a bounce is what is read slowly: each short way beside the long one, and whole mails by both."""

import ast
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from email.message import Message
from email.mime.text import MIMEText
from pathlib import Path
from unittest.mock import patch

import flufl.bounce
import pytest
from benchmarks.bounce_mails import real_like, tidy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.support import CASES

from saraban_check.bounces import decoding, detectors, lines, mime, notice
from saraban_check.bounces.lines import first_line_with, lines_with
from saraban_check.bounces.message import read_message
from saraban_check.bounces.mime import Headers
from saraban_check.reference import remembered
from saraban_check.reference.mail_words import MailWords, mail_words

MAILS = [path.read_bytes() for path in sorted((CASES / "bounces").glob("*.eml"))]
MAILS += [mail.partition(b"\n")[2] for mail in (*real_like(60), *tidy(20, 2000))]
LINES = sorted({line for mail in MAILS for line in mail.split(b"\n") if len(line) < 200})
SPOILT = [b"\0", b"\xff", b"\xe0\xb8", b"\xc2\xa0", b"\x0b", b"\x1c", b"\x85", b" ", b"\t", b"\r", b"\n", b"\r\n"]
SPOILT += [b"\n\n", b"\n ", b"\n\r\n", b";", b":", b'"', b"=", b"*", b"\\", b"<", b">", b"@", b"(", b"\n>From ", b"--"]
NEVER = re.compile(r"(?!)")


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """A mail that is almost what a system wrote: folded, encoded or cut otherwise, with bytes that no mail has."""
    mail = draw(st.sampled_from(MAILS))
    for _ in range(draw(st.integers(1, 4))):
        # the beginning of a mail, its headers and its status are what the short ways are about
        at = draw(st.integers(0, min(len(mail), draw(st.sampled_from((300, 1500, 4000))))))
        how = draw(st.integers(0, 8))
        if how < 3:
            mail = mail[:at] + draw(st.sampled_from(SPOILT)) + mail[at:]
        elif how == 3:
            mail = mail[:at] + mail[at + draw(st.integers(1, 30)) :]
        elif how == 4:
            start = mail.rfind(b"\n", 0, at) + 1
            mail = mail[:start] + draw(st.sampled_from(LINES)) + b"\n" + mail[start:]
        elif how == 5:
            mail = mail.replace(b"\n", draw(st.sampled_from((b"\r\n", b"\r"))))
        elif how == 6:
            mail = mail[:at] + mail[at:].replace(b" ", draw(st.sampled_from((b"\n\t", b"  ", b""))), 3)
        elif how == 7:
            mail = mail[:at]
        else:
            mail = mail[:at].swapcase() + mail[at:]
    return mail


def headers_line_by_line(block: bytes) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    fields: list[list[str]] = [[]]
    for line in block.decode("utf-8", "surrogateescape").split("\n"):
        if line[:1] in (" ", "\t"):
            fields[-1].append(line)
        elif line.strip():
            fields.append([line])
    for field in fields:
        name, colon, first = field[0].partition(":") if field else ("", "", "")
        if colon:
            values.setdefault(name.strip().lower(), []).append("\n".join((first, *field[1:])).strip())
    return values


@settings(deadline=None, max_examples=200)
@given(spoilt())
def test_fields_are_those_found_line_by_line(block: bytes) -> None:
    headers, slowly = Headers(block), headers_line_by_line(block)
    assert list(headers) == list(slowly)
    assert [headers.raw(name) for name in headers] == [values[0] for values in slowly.values()]
    assert [len(headers.all_text(name)) for name in headers] == [len(values) for values in slowly.values()]


_NAMES = ("boundary", "charset", "report-type")
_PIECES = [
    "text/plain",
    "multipart/report",
    ";",
    "; ",
    ";\n\t",
    "boundary",
    "charset",
    "Boundary",
    "*",
    "*0",
    "=",
    " =",
]
_PIECES += ['"a b"', '"a;b"', '"a', "<a>", '"<a>"', "utf-8", "a/b=_c", '"a=b"', "\\", '"a\\"b"', "''", "ก", "x", " "]
_VALUES = st.one_of(
    st.from_regex(mime._PLAIN_PARAMETERS, fullmatch=True),
    st.lists(st.sampled_from(_PIECES), max_size=14).map("".join),
    st.lists(st.sampled_from(["; boundary=a", ";boundary=b", '; BOUNDARY="c"', ";\tcharset=d", "; x*=e"])).map(
        lambda several: "text/plain" + "".join(several)
    ),
)


@settings(deadline=None, max_examples=200)
@given(_VALUES)
def test_parameters_are_those_of_the_library(value: str) -> None:
    fast, slowly = mime._parameters(value), mime._any_parameters(value)
    assert [fast.get(name, "") for name in _NAMES] == [slowly.get(name, "") for name in _NAMES]


_PARTS = ["Mon, ", "Sun,", "23 ", "31 ", "00 ", "Nov ", "Feb ", "November ", "2026 ", "1989 ", "2569 ", "0026 ", "26 "]
_PARTS += ["08:15:30 ", "08:15 ", "24:00:00 ", "23:59:60 ", "+0700", "-0000", "+0799", "-9999", "GMT", "(ICT)", " "]
_DATES = st.one_of(
    st.from_regex(decoding._PLAIN_DATE, fullmatch=True), st.lists(st.sampled_from(_PARTS), max_size=9).map("".join)
)


@settings(deadline=None, max_examples=200)
@given(_DATES)
def test_a_date_is_what_the_library_reads(raw: str) -> None:
    assert decoding.read_date(raw) == decoding._read_any_date(raw)


LISTS = (mail_words("original"), mail_words("final"))
_PHRASES = sorted({word for words in LISTS for word in words._inside})
_BESIDE = sorted({word for words in LISTS for one in words._together for group in one.groups for word in group})
_NOT_BESIDE = sorted({word for words in LISTS for one in words._together for word in one.without})
_BETWEEN = [". ", "\n", "\n\n", "\r\n", " ", " " * 400, "-----", "x", "x" * 60, "ß", "K", "’", "\t"]
_TEXTS = st.lists(st.one_of(*map(st.sampled_from, (_PHRASES, _BESIDE, _NOT_BESIDE, _BETWEEN))), max_size=30)


@settings(deadline=None, max_examples=200)
@example(LISTS[1], "หมดเวลาพยายามส่ง\nหาก", 18)
@given(st.sampled_from(LISTS), _TEXTS.map("".join), st.integers(1, 400))
def test_the_first_line_is_the_first_of_all(words: MailWords, text: str, near: int) -> None:
    with patch.object(lines, "_NEAR", near):
        assert first_line_with(words, text) == next(iter(lines_with(words, text)), None)


@settings(deadline=None)
@given(st.sampled_from(LISTS), _TEXTS.map("".join))
def test_words_are_found_in_a_text_without_thai_as_in_any_other(words: MailWords, text: str) -> None:
    folded = text.casefold()
    before = words.places(folded + " ก")  # a letter that no text of the list ends in
    assert words.places(folded) == before
    assert not before or words.fit(folded)


@pytest.mark.parametrize("words", LISTS)
def test_words_with_what_stands_around_them_take_less_than_is_allowed_for(words: MailWords) -> None:
    assert max(map(len, words._inside)) < lines._FAR
    assert all(len(word) + 70 < lines._FAR for one in words._together for word in one.groups[0])


@given(st.text(alphabet="a@ >)\n.", max_size=60), st.integers(380, 410), st.integers(380, 410))
def test_half_an_address_is_found_from_the_end(text: str, before: int, after: int) -> None:
    text += " " + "a" * before + "@" + "b" * after
    assert notice._without_cut_address(text) == notice._CUT_ADDRESS.sub("", text)


def _email_package(headers: Iterator[tuple[str, str]], text: str) -> Message:
    part = MIMEText(text.encode("ascii", "replace").decode("ascii"), "plain", "us-ascii")
    part["Content-Description"] = "Notification"
    outer = Message()
    for name, value in headers:
        if name in detectors._HEADERS and value:
            outer[name] = " ".join(value.split())[:2000].encode("ascii", "replace").decode("ascii")
    outer["Content-Type"] = "multipart/mixed; boundary=notice"
    outer.attach(part)
    return outer


_SAID = ["Hi. This is the qmail-send", "<a@x.go.th>:", "<a@x.go.th>", "a@x.go.th", "-- ", "Message from yahoo.com"]
_SAID += ["Sorry, we were unable to deliver your message to the following address.", "transcript of session follows"]
_SAID += [
    "the following addresses had",
    "the Postfix program",
    "failure reason:",
    "did not reach the following recipient",
]
_SAID += [
    "Delivery to the following recipient has been delayed",
    "Your message to:",
    "x, a@x.go.th, y",
    "",
    "ก",
    " a@x on ",
]
_SAID += ["This Message was undeliverable due to the following reason:", "rcpt to: <a@x.go.th>", "550 no", "MSEXCH:"]
_SAID += [
    "The following recipients did not receive this message:",
    "Undeliverable to a@x.go.th",
    "Your message",
    "because:",
]
_FROM = ["", "MAILER-DAEMON@sina.com", "mailer-daemon@yahoo.com", "<mailer-daemon@yale.edu>", "a@aol.com", "x@x.go.th"]
_MAILERS = ["", "<SMTP32 v1>", "Novell GroupWise", "Internet Mail Service", "x"]


@settings(deadline=None, max_examples=150)
@example([_SAID[5], _SAID[6], "<a@x.go.th>:"], "mailer-daemon@yahoo.com", "", False)
@example(["<a@x.go.th>"], "MAILER-DAEMON@sina.com", "", False)
@given(st.lists(st.sampled_from(_SAID), max_size=9), st.sampled_from(_FROM), st.sampled_from(_MAILERS), st.booleans())
def test_the_detectors_find_what_they_find_in_a_mail_of_the_library(
    said: list[str], sender: str, mailer: str, named: bool
) -> None:
    failed = "b@x.go.th, c@x.go.th" if named else ""
    headers = (("from", sender), ("x-mailer", mailer), ("x-failed-recipients", failed), ("subject", "failed"))
    fast = detectors.detect(headers, "\n".join(said))
    with patch.object(detectors, "_message", _email_package):
        assert fast == detectors.detect(headers, "\n".join(said))


class _SlowHeaders(Headers):
    """A block of headers that is split line by line."""

    def __init__(self, block: bytes) -> None:
        super().__init__(b"")
        self._values = headers_line_by_line(block)
        self.content_type = mime._content_type(self.raw("content-type"))


DETECTORS = Path(flufl.bounce.__file__).parent / "_detectors"
OF_A_BLOCK = {"action", "original-recipient", "final-recipient"}
"""What the detector of delivery reports asks of their blocks, which no notice of ours has."""


def test_no_other_detector_asks_who_sent_a_mail() -> None:
    """Nor for a header that it is not told: a later flufl.bounce may, and then `_SENDERS` and `_HEADERS` must grow."""
    asked: dict[str, set[str]] = {}
    for path in sorted(DETECTORS.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = node.slice if isinstance(node, ast.Subscript) else None
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr.startswith("get"):
                name = node.args[0] if node.args else None
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                asked.setdefault(name.value.lower(), set()).add(path.stem)
    assert asked.pop("from") == {*detectors._SENDERS, "aol", "yale"}, "of those two none asks it of two parts"
    assert asked.keys() - OF_A_BLOCK == {*detectors._HEADERS} - {"from"}


@contextmanager
def slowly() -> Iterator[None]:
    """Nothing is remembered, every short way is closed."""
    with ExitStack() as stack:
        for where, name, instead in (
            (remembered, "_LONGEST", -1),
            (mime, "_PLAIN_PARAMETERS", NEVER),
            (decoding, "_PLAIN_DATE", NEVER),
            (lines, "_NEAR", 1 << 30),
            (notice, "_LONGEST_CUT", 1 << 30),
            (detectors, "_message", _email_package),
            (mime, "_headers", _SlowHeaders),
        ):
            stack.enter_context(patch.object(where, name, instead))
        yield


@pytest.mark.parametrize("number", range(len(MAILS)))
def test_a_mail_says_the_same(number: int) -> None:
    fast = read_message(MAILS[number])
    with slowly():
        assert fast == read_message(MAILS[number])


@settings(deadline=None, max_examples=200)
@given(spoilt())
def test_a_spoilt_mail_says_the_same(mail: bytes) -> None:
    fast = read_message(mail)
    with slowly():
        assert fast == read_message(mail)
