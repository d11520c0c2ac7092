"""What a reply says of a recipient: the stage, what it is about, the table, and that only its own lines count."""

import csv
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support import CASES

from saraban_check import MailStatus
from saraban_check.bounces.codes import Codes
from saraban_check.bounces.judging import Told, judge, look_up
from saraban_check.bounces.message import read_message
from saraban_check.bounces.own_lines import own_lines, without_addresses
from saraban_check.bounces.reasons import Reason
from saraban_check.bounces.stages import stage_of
from saraban_check.model.smtp_stage import Stage
from saraban_check.reference import refusals
from saraban_check.reference.mail_tables import mail_codes, mail_stages, mail_verdicts
from saraban_check.reference.mail_vocabulary import Near, plain_words, vocabulary
from saraban_check.reference.refusals import About, what_about
from saraban_check.reference.tables import rows, several

with (CASES / "bounce_replies.csv").open(encoding="utf-8", newline="") as _file:
    REPLIES = list(csv.DictReader(_file))
MAILS = CASES / "bounces"
ENDS = ("refused", "expired", "deferred")
SAYS_NOTHING = [Stage.CONNECT, Stage.GREETING, Stage.SENDER, Stage.DATA, Stage.END_OF_DATA]


@pytest.mark.parametrize("row", REPLIES, ids=lambda row: f"{row['system']}: {row['said'][:60]}")
def test_what_a_reply_says(row: dict[str, str]) -> None:
    judged = judge(Told(row["said"], action=row["action"], status=row["status"]))
    assert (stage_of(row["said"]).value, judged.status.value) == (row["stage"], row["wanted"])
    assert (judged.reason is not None) == (judged.status is MailStatus.UNKNOWN)


# The tables


def test_the_table_of_verdicts_answers_every_question() -> None:
    for stage, about, end in product(Stage, [None, *About], ENDS):
        assert look_up(stage, about, end).status is not MailStatus.DELIVERED
    assert {reason for verdict in mail_verdicts().values() if (reason := verdict.reason)} <= set(Reason.__members__)
    assert {about for _, about in mail_verdicts()} == {"", *(about.value for about in About)}
    assert set(mail_codes().values()) <= {about.value for about in About}


def test_a_stage_without_a_recipient_accuses_nobody() -> None:
    for stage, end in product(SAYS_NOTHING, ENDS):
        assert look_up(stage, None, end).status in (MailStatus.UNKNOWN, MailStatus.DELAYED)


def test_what_is_still_tried_is_delayed_and_a_full_mailbox_is_full_whatever_the_stage() -> None:
    for stage, about in product(Stage, [None, *About]):
        wanted = MailStatus.FULL if about is About.FULL else MailStatus.DELAYED
        assert look_up(stage, about, "deferred").status is wanted
    assert all(look_up(stage, About.FULL, end).status is MailStatus.FULL for stage, end in product(Stage, ENDS))


@pytest.mark.parametrize("row", rows("mail_stages"), ids=lambda row: f"{row['stage']}: {row['phrase'][:40]}")
def test_every_phrase_tells_its_stage(row: dict[str, str]) -> None:
    for phrase in several(row["phrase"]):
        said = phrase.upper().replace(" ", "\n  ")
        if row["how"] == "command":
            for sends, answers in ((">>>", "<<<"), ("-->", "<--")):
                assert stage_of(f"{sends} {said}\n{answers} 550 no\n{sends} QUIT").value == row["stage"]
        else:
            assert stage_of(f"550 no ({said})").value == row["stage"]
        assert row["source"]


def test_of_several_stages_the_last_counts_and_what_is_said_before_what_is_implied() -> None:
    assert stage_of("x (in reply to MAIL FROM command); y (in reply to RCPT TO command)") is Stage.RECIPIENT
    assert stage_of("Client host rejected (in reply to RCPT TO command)") is Stage.RECIPIENT
    assert stage_of(">>> MAIL From:<a>\n<<< 250 ok\n>>> RCPT To:<b>\n<<< 550 no\n>>> QUIT") is Stage.RECIPIENT
    assert stage_of(">>> DATA\n<<< 354 go on\n>>> .\n<<< 554 no") is Stage.END_OF_DATA
    assert stage_of("<<< 554 no\n>>> QUIT") is Stage.UNKNOWN
    assert set(mail_stages("said").values()) == {stage.value for stage in Stage} - {"unknown"}


def vocabularies_in_use() -> set[str]:
    found = {"hints", "modal", "alternative", "idioms", "not_full", "full", *refusals._OTHER_LIMITS}
    tests = refusals._SENDER + refusals._OF_OTHERS + refusals._NO_RECIPIENT + refusals._LESS_SURE
    for words in (*(words for _, words in tests), *refusals._FULL):
        found |= {words} if isinstance(words, str) else {words.one, words.other}
    return found


def test_no_vocabulary_lies_about_unused_and_no_word_twice_in_one() -> None:
    assert {row["list"] for row in rows("mail_vocabulary")} == vocabularies_in_use()
    words = [(row["list"], text) for row in rows("mail_vocabulary") for text in several(row["words"])]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("row", rows("mail_vocabulary"), ids=lambda row: f"{row['list']}, {row['match']}")
def test_every_word_of_a_vocabulary_is_found(row: dict[str, str]) -> None:
    for text in several(row["words"]):
        for said in (text.upper(), f"x\n{text}, y", f"({text})"):
            assert vocabulary(row["list"]).fit(plain_words(said)), text


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        ("whom", "missing", About.MAILBOX),
        ("sender_named", "refusal", About.SENDER),
        ("mailbox", "full_state", About.FULL),
        ("storage", "used_up", About.FULL),
    ],
)
def test_two_vocabularies_near_each_other_tell_and_neither_alone(one: str, other: str, about: About) -> None:
    pairs = [several(row["words"]) for name in (one, other) for row in rows("mail_vocabulary") if row["list"] == name]
    assert len(pairs) >= 2
    firsts, lasts = (
        [t for r in rows("mail_vocabulary") if r["list"] == n for t in several(r["words"])] for n in (one, other)
    )
    for first in firsts:
        assert Near(one, other, 40, 14).find(plain_words(f"{first} is {lasts[0]}")), first
        assert not Near(one, other, 40, 14).find(plain_words(f"{first}. Then {lasts[0]}")), first
    for last in lasts:
        assert Near(one, other, 40, 14).find(plain_words(f"{firsts[0]} {last}")), last
    assert what_about(f"the {firsts[0]} is {lasts[0]}") == (about, True)


# The reply nearest to the cause


@pytest.mark.parametrize(
    ("said", "status", "codes", "wanted"),
    [
        ("550 5.7.1 rejected", "5.1.1", Codes("5.7.1", "550"), MailStatus.UNKNOWN),
        ("550 rejected", "5.1.1", Codes("5.1.1", "550"), MailStatus.FAILED),
        ("552 aborted", "5.2.2", Codes("5.2.2", "552"), MailStatus.UNKNOWN),
        ("550 5.2.2 aborted", "5.0.0", Codes("5.2.2", "550"), MailStatus.FULL),
        ("550 5.0.0 the other said: 550 5.7.1 no", "5.0.0", Codes("5.7.1", "550"), MailStatus.UNKNOWN),
        (
            "552-5.7.0 This was\n552-5.7.0 blocked for its\n552 5.7.0 content",
            "5.0.0",
            Codes("5.7.0", "552"),
            MailStatus.UNKNOWN,
        ),
        ("", "5.2.2", Codes("5.2.2"), MailStatus.FULL),
    ],
)
def test_the_reply_counts_before_the_status_that_reports_it(
    said: str, status: str, codes: Codes, wanted: MailStatus
) -> None:
    judged = judge(Told(said, action="failed", status=status))
    assert (judged.codes, judged.status) == (codes, wanted)


def test_what_stands_beside_counts_only_where_the_reply_tells_nothing() -> None:
    assert judge(Told("550 5.1.1 user unknown", "the mailbox is full")).status is MailStatus.FAILED
    assert judge(Told("550 rejected", "the mailbox is full", "failed", "5.0.0")).status is MailStatus.FULL
    assert judge(Told("x", "the mailbox is full")).status is MailStatus.FULL
    for said, status in (("554 5.7.1 Rejected", "5.7.1"), ("450 4.7.1 try later", "4.7.1"), ("", "5.6.0")):
        assert judge(Told(said, "the mailbox is full", "failed", status)).status is not MailStatus.FULL


UNKNOWN_BY_WORDS = [r for r in REPLIES if r["wanted"] == "unknown" and Stage(r["stage"]) not in SAYS_NOTHING]


@given(st.sampled_from(SAYS_NOTHING), st.sampled_from(UNKNOWN_BY_WORDS))
def test_no_stage_makes_an_unknown_reply_a_failure(stage: Stage, row: dict[str, str]) -> None:
    said = f"{row['said']} ({[p for p, s in mail_stages('said').items() if s == stage.value][-1]})"
    assert judge(Told(said, action="failed", status=row["status"])).status is MailStatus.UNKNOWN


# Own lines


FOOTERS = [
    "-- \nScanned by an antivirus program",
    "-- \nThe mailbox is full of viruses: user unknown, 550 5.1.1",
    "This mail was scanned for viruses and spam.",
    "ตรวจไวรัสแล้ว",
    "Our policy: see the DMARC record of your domain",
]


@pytest.mark.parametrize("footer", FOOTERS)
@pytest.mark.parametrize(
    "reason", ["mailbox is full: retry timeout exceeded", "550 5.1.1 no such user", "451 later", ""]
)
def test_a_footer_changes_nothing(footer: str, reason: str) -> None:
    mail = f"From: MAILER-DAEMON@b.go.th\nSubject: x\n\nThe following address failed:\n\n  a@x.go.th\n    {reason}\n\n"
    without, with_it = (read_message(f"{mail}{more}\n".encode()).reports for more in ("", footer))
    assert [r.status for r in with_it] == [r.status for r in without]
    assert with_it[0].status is not MailStatus.UNKNOWN


NO_REPLIES = [
    "Is your inbox full? Buy more room at x.example.com",
    "Users whose mailbox is full should delete old mail.",
    "ผู้ใช้ที่กล่องเมลเต็มให้ลบเมลเก่าออกบ้าง",
    "This account is not watched. No such user support.",
    "What you can do:\n* Mailbox full: wait",
    "Codes: 5.1.1 no such user, 5.2.2 mailbox full, 5.6.0 content",
    "> the mailbox is full",
    "Subject: the mailbox is full",
    "เรื่องเดิม:\nกล่องเมลเต็ม",
]


@pytest.mark.parametrize("footer", NO_REPLIES)
@pytest.mark.parametrize("reply", ["554 5.7.1 rejected", "550 5.1.1 no", "554 rejected", "451 4.7.1 later"])
def test_no_advice_question_or_subject_overrules_a_reply(reply: str, footer: str) -> None:
    mail = f"From: MAILER-DAEMON@b.go.th\nSubject: failure notice\n\n<a@x.go.th>: host said: {reply}\n\n"
    without, with_it = (read_message(f"{mail}{more}\n".encode()).reports for more in ("", footer))
    assert [(r.address, r.status) for r in with_it] == [(r.address, r.status) for r in without]


def test_a_subject_goes_on_below_and_ends_where_a_reply_begins() -> None:
    text = "a@x.go.th\nSubject: one\n two full\n 550 5.1.1 no\n>>> DATA\n> quoted\nเรื่อง:\nสาม\nend"
    assert without_addresses(text, ("a@x.go.th",)) == "@\n 550 5.1.1 no\n>>> DATA\nend"


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("550 host mailbox-full.x.go.th said no", None),
        ("550 no, see https://x.example.com/mailbox/full", None),
        ('550 found in file "mailbox full.zip"', None),
        ('552 "Mailbox full"', About.FULL),
        ('554 the other said: "the mailbox is full"', About.FULL),
        ("Is the mailbox full? Ask us", None),
        ("listed at zen.spamhaus.org", About.SENDER),
    ],
)
def test_a_name_a_quotation_and_a_question_tell_nothing(said: str, about: About | None) -> None:
    assert what_about(said).about is about


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a@x.go.th\n\nเหตุผล: กล่องจดหมายเต็ม", ["full"]),
        ("a@x.go.th: no such user\n\nb@x.go.th: mailbox full", ["failed", "full"]),
        ("a@x.go.th\nb@x.go.th\n\n552 5.2.2 mailbox full", ["failed", "failed"]),
        ("a@x.go.th\n\nThank you.\n\n552 5.2.2 mailbox full", ["full"]),
        ("552 5.2.2 mailbox full\n\na@x.go.th", ["full"]),
    ],
)
def test_whose_lines_they_are(text: str, wanted: list[str]) -> None:
    mail = f"From: MAILER-DAEMON@b.go.th\nSubject: failure notice\n\nThe following addresses failed:\n\n{text}\n"
    assert [report.status.value for report in read_message(mail.encode()).reports] == wanted


def test_a_paragraph_between_two_recipients_is_of_the_first_and_then_the_last_has_its_own() -> None:
    own = own_lines(["a@x.go.th", "b@x.go.th"], "a@x.go.th\n\n550 5.1.1 no\n\nb@x.go.th\n\n552 5.2.2 full")
    assert {address: found.beside for address, found in own.items()} == {
        "a@x.go.th": "550 5.1.1 no",
        "b@x.go.th": "552 5.2.2 full",
    }


def test_a_recipient_in_another_case_has_its_lines() -> None:
    own = own_lines(["Saraban@X.go.th"], "x\n\nsaraban@x.go.th: no such user\nmore\n\nelse")
    assert own["saraban@x.go.th"].lines == ["saraban@x.go.th: no such user", "more"]


@pytest.mark.parametrize("path", sorted(MAILS.glob("*.eml")), ids=lambda path: path.name)
def test_an_action_that_failed_is_never_delayed_or_delivered(path: Path) -> None:
    data = path.read_bytes()
    if data.count(b"\nAction: failed") != 1 or b"Action: delayed" in data:
        return
    assert {r.status for r in read_message(data).reports} <= {MailStatus.FAILED, MailStatus.FULL, MailStatus.UNKNOWN}
