"""Answers: which mail answers the letter, what that comes to, and where an officer sees it."""

import csv
import json
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from tests.contract import by_contract
from tests.support import CASES, read_cases, run, write_list
from tests.test_bounces_command import DELAYED, FAILED, FULL, bounce, mbox

from saraban_check import Delivery, DeliveryEvidence, DeliveryReport, InputError, MailStatus, load_delivery
from saraban_check.bounces.mail_kinds import MailKind
from saraban_check.bounces.message import read_message
from saraban_check.delivery.evidence import delivery_of, source_of
from saraban_check.intake.delivery_file import read_delivery_file
from saraban_check.model.delivery import DeliverySource
from saraban_check.reference.days import today

ADDRESS = "saraban_06480191@dla.go.th"
_CASES = read_cases(CASES / "answers.csv")


def mail(sender: str, subject: str = "Re: circular 7", text: str = "noted", headers: str = "") -> str:
    """A mail of 12 November 2026; further headers with `|` between them."""
    head = [f"From: {sender}", f"Subject: {subject}", "Date: Thu, 12 Nov 2026 09:15:00 +0700"]
    head += filter(None, headers.split("|"))
    if "Content-Type" not in headers:
        head.append("Content-Type: text/plain; charset=utf-8")
    return "\n".join([*head, "", text.replace("\\n", "\n"), ""])


# Which mail is one


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["case"])
def test_which_mail_is_an_answer(case: dict[str, str]) -> None:
    read = read_message(mail(case["from"], case["subject"], case["text"], case["headers"]).encode())
    if case["answer"] == "no":
        assert read.kind is not MailKind.ANSWER
        assert not read.reports
        return
    assert read.kind is MailKind.ANSWER
    [answer] = read.reports
    assert answer.answered
    assert answer.address in case["from"]
    assert answer.status is MailStatus.UNKNOWN
    assert answer.date == datetime(2026, 11, 12, 2, 15, tzinfo=UTC)


def test_an_answer_says_what_it_said_the_confirming_words_first() -> None:
    said = "เรียน ผู้อำนวยการ\nได้รับเรื่องแล้ว เลขที่รับ 215/2569\nขอบคุณ"
    [answer] = read_message(mail(ADDRESS, text=said).encode()).reports
    assert answer.diagnostic == "ได้รับเรื่องแล้ว เลขที่รับ 215/2569"
    [answer] = read_message(mail(ADDRESS, text="ok").encode()).reports
    assert answer.diagnostic == "Re: circular 7"


@pytest.mark.parametrize("sender", ["<", "a@x.go.th, b@x.go.th", "@", "x" * 5000 + "@x.go.th", '"<>" <>'])
def test_who_cannot_be_told_has_not_answered(sender: str) -> None:
    assert not read_message(mail(sender).encode()).reports


def test_the_name_beside_an_address_is_not_the_sender() -> None:
    [answer] = read_message(mail(f'"{ADDRESS}" <other@example.com>').encode()).reports
    assert answer.address == "other@example.com"


def test_a_date_that_cannot_be_read_is_none() -> None:
    [answer] = read_message(mail(ADDRESS).replace("12 Nov 2026", "12 Nov 2569").encode()).reports
    assert answer.date is None


# What it comes to


def _answer(day: int | None = 12, address: str = ADDRESS) -> DeliveryReport:
    date = datetime(2026, 11, day, tzinfo=UTC) if day else None
    return DeliveryReport(address, MailStatus.UNKNOWN, date=date, message=f"a.mbox#{day}", answered=True)


def _failure(day: int | None) -> DeliveryReport:
    return DeliveryReport(ADDRESS, MailStatus.FULL, date=datetime(2026, 11, day, tzinfo=UTC) if day else None)


def test_an_answer_is_no_report_and_the_latest_is_kept() -> None:
    for order in permutations([_answer(12), _answer(3), _answer(None), _answer(15)]):
        evidence = DeliveryEvidence(order)
        assert (evidence.of(ADDRESS), evidence.count, evidence.settled, evidence.nameless) == (None, 0, 0, 0)
        assert evidence.answer_of(ADDRESS.upper()) == _answer(15)
        assert (evidence.answered, list(evidence.answers())) == (1, [(ADDRESS, _answer(15))])


@pytest.mark.parametrize("failed", [1, 20, None])
def test_a_bounce_decides_whether_an_answer_came_before_or_after_it(failed: int | None) -> None:
    for taken in (False, True):
        for order in permutations([_failure(failed), _answer(12)]):
            evidence = DeliveryEvidence(order, answered_is_delivered=taken)
            assert evidence.of(ADDRESS) == _failure(failed)
            answer = evidence.answer_of(ADDRESS)
            assert answer is not None
            assert answer.date == _answer(12).date


def test_an_answer_is_a_delivery_if_the_user_says_so() -> None:
    evidence = DeliveryEvidence([_answer()], answered_is_delivered=True)
    holding = evidence.of(ADDRESS)
    assert holding is not None
    assert delivery_of(holding) is Delivery.DELIVERED
    assert source_of(holding) is DeliverySource.ANSWER


def test_a_delay_gives_way_to_an_answer_that_is_a_delivery() -> None:
    delayed = DeliveryReport(ADDRESS, MailStatus.DELAYED, date=datetime(2026, 11, 13, tzinfo=UTC))
    for order in permutations([delayed, _answer()]):
        holding = DeliveryEvidence(order, answered_is_delivered=True).of(ADDRESS)
        assert holding is not None
        assert holding.answered


# The file


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("unknown,,,said,2026-11-12T07:00:00+07:00,a.mbox#1,2026-11-12T07:00:00+07:00", ["unknown answer"]),
        ("unknown,,,,,,12/11/2569", ["unknown answer"]),
        ("unknown,,,,,,undated", ["unknown answer"]),
        ("delivered,,,,,,12 พ.ย. 2569", ["delivered answer"]),
        ("full,5.2.2,552,,1/11/2569,,12 พ.ย. 2569", ["full", "unknown answer"]),
        ("delivered,2.0.0,250,,,,12 พ.ย. 2569", ["delivered", "unknown answer"]),
        ("unknown,,,,1/11/2569,b.mbox#1,12 พ.ย. 2569", ["unknown", "unknown answer"]),
        ("full,5.2.2,552,,1/11/2569,,", ["full"]),
    ],
)
def test_a_line_is_a_report_or_an_answer_or_both(tmp_path: Path, line: str, found: list[str]) -> None:
    path = tmp_path / "delivery.csv"
    head = "address,status,enhanced_code,smtp_code,diagnostic,date,message,answered"
    path.write_text(f"{head}\n{ADDRESS},{line}\n", encoding="utf-8")
    read = list(read_delivery_file(path))
    assert [f"{one.status.value}{' answer' * one.answered}" for one in read] == found
    answer = load_delivery(path).answer_of(ADDRESS)
    assert (answer is not None) == ("answer" in found[-1])
    if answer is not None and "undated" not in line:
        assert answer.date == datetime(2026, 11, 12, 0 if "T07" in line else -7 % 24, tzinfo=UTC).replace(
            day=12 if "T07" in line else 11
        )


def test_an_answer_of_a_day_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "delivery.csv"
    path.write_text(f"address,status,answered\n{ADDRESS},unknown,yesterday\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: the date “yesterday” cannot be read"):
        list(read_delivery_file(path))


# The commands

OTHER, NOBODY = "saraban_06480192@dla.go.th", "saraban@elsewhere.go.th"
ROWS = [
    ["06480191", "อบต.หนึ่งสมมติ", "", "นครพนม", "", ADDRESS, "✓", "✓", ""],
    ["06480192", "อบต.สองสมมติ", "", "นครพนม", "", f"{OTHER}, saraban@songsommut.go.th", "✓", "✓", ""],
    ["06480193", "อบต.สามสมมติ", "", "นครพนม", "", "saraban_06480193@dla.go.th", "✓", "✓", ""],
    ["06480194", "อบต.สี่สมมติ", "", "นครพนม", "", "saraban_06480194@dla.go.th", "✓", "✓", "✗"],
]
"""Full and answered; answered from its second address; nothing; failed by its cell, and answered."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_list(tmp_path / "agencies.csv", ROWS)
    answers = (
        mail(ADDRESS, text="ได้รับเรื่องแล้ว เลขที่รับ 99"),
        mail("saraban@songsommut.go.th"),
        mail("saraban_06480194@dla.go.th"),
        mail(NOBODY),
    )
    mbox(tmp_path / "inbox.mbox", bounce(FULL), *answers)
    return tmp_path


def _agencies(folder: Path, *words: str) -> list[dict[str, object]]:
    done = run("classify", "agencies.csv", *words, "--format", "json", "-q", cwd=folder)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout)["agencies"])


def _told(agency: dict[str, object]) -> tuple[str, object, object]:
    facts, evidence = agency["facts"], agency.get("evidence") or {}
    assert isinstance(facts, dict)
    assert isinstance(evidence, dict)
    return facts["delivery"], agency["delivery_source"], (evidence.get("answered") or {}).get("date")


NOON = "2026-11-12T02:15:00+00:00"


@pytest.mark.parametrize("source", ["--bounces", "--delivery"])
def test_classify_shows_who_answered_and_takes_it_for_delivered_only_if_told(folder: Path, source: str) -> None:
    file = "inbox.mbox"
    if source == "--delivery":
        run("bounces", file, "-o", "delivery.csv", "-q", cwd=folder)
        file = "delivery.csv"
    assert list(map(_told, _agencies(folder, source, file))) == [
        ("full", "bounce", NOON),
        ("unknown", None, None),
        ("unknown", None, None),
        ("failed", "cell", NOON),
    ]
    mbox(folder / "one.mbox", mail("saraban_06480193@dla.go.th"))
    found = _agencies(folder, source, file, "--bounces", "one.mbox", "--answered-is-delivered")
    assert list(map(_told, found)) == [
        ("full", "bounce", NOON),
        ("unknown", None, None),
        ("delivered", "answer", NOON),
        ("failed", "cell", NOON),
    ]
    assert "SB905" in [finding["code"] for finding in found[3]["findings"]]  # type: ignore[attr-defined]


def test_an_answer_stands_in_every_report_of_a_list(folder: Path) -> None:
    words = ("--bounces", "inbox.mbox", "--lang", "en", "-q")
    done = run("classify", "agencies.csv", *words, "-o", "r.csv", "-o", "r.html", "-o", "r.md", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "answered on 12 November 2026" in (folder / "r.csv").read_text(encoding="utf-8")
    assert "but the agency answered on 2026-11-12" in (folder / "r.html").read_text(encoding="utf-8")
    assert "Agencies that answered: 2; an answer alone is not counted as delivered" in (folder / "r.md").read_text(
        encoding="utf-8"
    )
    shown = run("explain", "agencies.csv", "2", *words, cwd=folder).stdout
    assert "answered on 12 November 2026 · inbox.mbox#2" in shown
    assert "“ได้รับเรื่องแล้ว เลขที่รับ 99”" in shown
    assert "but the agency answered on 2026-11-12, inbox.mbox#2" in " ".join(shown.split())


def test_bounces_names_who_answered_agency_by_agency(folder: Path) -> None:
    done = run("bounces", "inbox.mbox", "--for", "agencies.csv", "--lang", "en", "--color", "never", cwd=folder)
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    at = lines.index("Agencies that answered")
    assert lines[at + 1 : at + 8] == [
        "• row 2 อบต.หนึ่งสมมติ Nakhon Phanom answered on 12 November 2026",
        f"{ADDRESS} inbox.mbox#2",
        "ได้รับเรื่องแล้ว เลขที่รับ 99",
        "• row 3 อบต.สองสมมติ Nakhon Phanom (not the address that is judged) answered",
        "on 12 November 2026",
        "saraban@songsommut.go.th inbox.mbox#3",
        "Re: circular 7",
    ]
    assert "Answers from addresses that stand in no row of the list" in lines
    assert "Other mail: answers 4" in lines
    failed = lines[lines.index("Addresses whose mailbox is full, or to which mail failed") :]
    assert "answered on 12 November 2026" in failed


def test_without_a_list_the_senders_are_named_as_they_are(folder: Path) -> None:
    shown = run("bounces", "inbox.mbox", "--lang", "en", cwd=folder).stdout
    assert "Addresses that answered" in shown
    assert f"• {NOBODY}  answered on 12 November 2026" in shown


def test_the_json_has_answers_apart_from_reports(folder: Path) -> None:
    done = run("bounces", "inbox.mbox", "--for", "agencies.csv", "--format", "json", "-q", cwd=folder)
    found = by_contract("bounces", done.stdout)
    assert [report.status for report in found.reports] == ["full"]
    assert [answer.address for answer in found.answers] == [
        ADDRESS,
        "saraban@songsommut.go.th",
        "saraban_06480194@dla.go.th",
        NOBODY,
    ]
    assert (found.summary.answered, found.source.not_bounces["answer"]) == (4, 4)
    assert [agency.known for agency in found.agencies] == [
        *("full", "not-known-to-have-failed", "not-known-to-have-failed", "answered"),
    ]
    assert found.agencies[0].answered.said == "ได้รับเรื่องแล้ว เลขที่รับ 99"
    assert found.agencies[1].answered is None
    assert found.agencies[1].others[0].answered.message == "inbox.mbox#3"


@pytest.mark.parametrize("taken", [False, True])
@pytest.mark.parametrize("sent_all", [False, True])
def test_the_csv_gives_classify_what_the_mails_give_it(folder: Path, taken: bool, sent_all: bool) -> None:
    words = ["--answered-is-delivered"] * taken + ["--sent-all"] * sent_all
    done = run("bounces", "inbox.mbox", "--for", "agencies.csv", *words, "-o", "d.csv", "-q", cwd=folder)
    assert done.returncode == 0, done.stderr
    lines = list(csv.DictReader((folder / "d.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert lines[0]["answered"] == ""
    assert lines[1]["answered"] == "2026-11-12T09:15:00+07:00", "the same moment, as clocks in Thailand show it"
    assert lines[1]["status"] == ("delivered" if taken else "unknown")
    direct = [_told(agency) for agency in _agencies(folder, "--bounces", "inbox.mbox", *words)]
    assert [_told(agency) for agency in _agencies(folder, "--delivery", "d.csv")] == direct
    assert [told[0] for told in direct] == ["full", *["delivered" if sent_all else "unknown"] * 2, "failed"]


@pytest.mark.parametrize("option", [(), ("--sent-all",), ("--assume", "delivered"), ("--answered-is-delivered",)])
@pytest.mark.parametrize("written_with_it", [False, True])
def test_both_ways_to_classify_agree(folder: Path, option: tuple[str, ...], written_with_it: bool) -> None:
    """The CSV of `bounces --for` and the mails themselves; a line of no mail in it is no report."""
    mbox(folder / "more.mbox", bounce(DELAYED._replace(to="saraban@songsommut.go.th")), bounce(FULL))
    mails = ("inbox.mbox", "more.mbox")
    words = option if written_with_it and option[:1] != ("--assume",) else ()
    run("bounces", *mails, "--for", "agencies.csv", *words, "-o", "d.csv", "-q", cwd=folder)
    named = [word for mail_ in mails for word in ("--bounces", mail_)]
    direct = _agencies(folder, *named, *option)
    by_file = _agencies(folder, "--delivery", "d.csv", *option)
    assert [(_told(one), one["group"]) for one in by_file] == [(_told(one), one["group"]) for one in direct]
    assert words or by_file == direct
    if option == ("--sent-all",):
        assert [_told(agency)[:2] for agency in direct[1:3]] == [("delivered", "assumed")] * 2


def test_an_answer_to_an_earlier_letter_is_left_out(folder: Path) -> None:
    done = run("bounces", "inbox.mbox", "--since", "13/11/2569", "--format", "json", "-q", cwd=folder)
    found = by_contract("bounces", done.stdout)
    assert (found.answers, found.summary.before_since) == ([], 5)


# The options of `classify` and `explain`


@pytest.fixture
def undated(folder: Path) -> Path:
    mbox(folder / "old.mbox", bounce(FAILED._replace(to="saraban_06480193@dla.go.th", day=1)), bounce(DELAYED))
    return folder


@pytest.mark.parametrize("command", ["classify", "explain"])
def test_since_leaves_out_what_is_of_an_earlier_circular(undated: Path, command: str) -> None:
    words = [command, "agencies.csv", *(["4"] if command == "explain" else []), "--bounces", "old.mbox"]
    assert "bounce 550 5.1.1" in " ".join(run(*words, "--lang", "en", cwd=undated).stdout.split()) or (
        command == "classify"
    )
    done = run(*words, "--since", "2/6/2569", "--lang", "en", cwd=undated)
    assert done.returncode == 0, done.stderr
    assert "Reports dated before 2 June 2026 are left out (--since): 1" in done.stderr
    assert "bounce 550 5.1.1" not in " ".join(done.stdout.split())


def test_a_day_that_leaves_out_everything_is_said_on_the_screen_and_in_json(folder: Path) -> None:
    words = ("classify", "agencies.csv", "--bounces", "inbox.mbox", "--since", "13/11/2569", "--sent-all")
    done = run(*words, "--lang", "en", cwd=folder)
    assert "All reports and answers that were read (5) are dated before --since" in " ".join(done.stdout.split())
    assert json.loads(run(*words, "--format", "json", cwd=folder).stdout)["delivery"]["left_out"] == 5
    some = run(*words[:-2], "12/11/2569", "--lang", "en", cwd=folder)
    assert "none of them counts" not in " ".join(some.stdout.split())
    only = run("bounces", "inbox.mbox", "--since", "13/11/2569", "--lang", "en", cwd=folder)
    assert "No bounce is dated on or after the day of --since" in only.stdout


@pytest.mark.parametrize("words", [("classify", "agencies.csv", "--bounces", "inbox.mbox"), ("bounces", "inbox.mbox")])
def test_a_day_that_is_yet_to_come_is_refused(folder: Path, words: tuple[str, ...]) -> None:
    tomorrow = (today() + timedelta(days=1)).isoformat()
    done = run(*words, "--since", tomorrow, "--lang", "en", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"--since {tomorrow}: this day is yet to come" in done.stderr
    assert run(*words, "--since", today().isoformat(), cwd=folder).returncode == 0


def test_sent_all_supposes_a_delivery_only_where_nothing_is_known(folder: Path) -> None:
    write_list(folder / "agencies.csv", [*ROWS, ["06480195", "อบต.ห้าสมมติ", "", "", "", "saraban@@x", "✓", "✓", ""]])
    found = _agencies(folder, "--bounces", "inbox.mbox", "--sent-all")
    assert [_told(agency)[:2] for agency in found] == [
        *(
            ("full", "bounce"),
            ("delivered", "assumed"),
            ("delivered", "assumed"),
            ("failed", "cell"),
            ("unknown", None),
        ),
    ]


def test_sent_all_says_what_speaks_against_it(folder: Path) -> None:
    (folder / "mails").mkdir()
    (folder / "mails" / "a.docx").write_bytes(b"PK")
    (folder / "inbox.mbox").rename(folder / "mails" / "inbox.mbox")
    words = ("classify", "agencies.csv", "--bounces", "mails", "--lang", "en")
    said = "mails that could not be read, or not to their end 1"
    assert said in run(*words, "--sent-all", cwd=folder).stderr
    assert said not in run(*words, cwd=folder).stderr


@pytest.mark.parametrize("option", ["--bounces", "--delivery"])
@pytest.mark.parametrize("command", [("classify",), ("explain", "2"), ("compare", "agencies.csv")])
def test_what_came_back_may_come_from_standard_input(folder: Path, option: str, command: tuple[str, ...]) -> None:
    name, *rest = command
    words = [name, "agencies.csv", *rest, option]
    file = folder / "inbox.mbox"
    if option == "--delivery":
        run("bounces", "inbox.mbox", "-o", "delivery.csv", "-q", cwd=folder)
        file = folder / "delivery.csv"
    named = run(*words, file.name, "-q", cwd=folder)
    piped = run(*words, "-", "-q", cwd=folder, stdin=file.read_bytes())
    assert named.returncode == 0, named.stderr
    assert piped.returncode == 0, piped.stderr
    said = "".join(named.stdout.split()).replace(option + file.name, option + "-")
    assert "".join(piped.stdout.split()) == (said.replace("inbox.mbox#", "stdin#") if option == "--bounces" else said)


@pytest.mark.parametrize(
    "words",
    [
        ("classify", "-", "--bounces", "-"),
        ("classify", "-", "--delivery", "-"),
        ("classify", "agencies.csv", "--bounces", "-", "--delivery", "-"),
        ("classify", "agencies.csv", "--bounces", "-", "--bounces", "-"),
        ("explain", "-", "2", "--bounces", "-"),
        ("compare", "-", "agencies.csv", "--delivery", "-"),
        ("bounces", "-", "--for", "-"),
    ],
    ids=" ".join,
)
def test_standard_input_is_read_once_only(folder: Path, words: tuple[str, ...]) -> None:
    done = run(*words, "--lang", "en", cwd=folder, stdin=b"")
    assert (done.returncode, done.stdout) == (2, "")
    assert "only one input can be - (standard input)" in done.stderr


def test_several_files_of_delivery_are_joined(folder: Path) -> None:
    (folder / "one.csv").write_text(f"address,status\n{ADDRESS},full\n", encoding="utf-8")
    (folder / "two.csv").write_text(f"address,status\n{OTHER},failed\n", encoding="utf-8")
    words = ("--delivery", "one.csv", "--delivery", "two.csv")
    assert [_told(agency)[0] for agency in _agencies(folder, *words)] == ["full", "failed", "unknown", "failed"]
    done = run("classify", "agencies.csv", *words, "--lang", "en", cwd=folder)
    assert "read delivery from one.csv, two.csv: known of 2 addresses" in done.stderr


@pytest.mark.parametrize("option", [("--since", "1/11/2569"), ("--sent-all",), ("--answered-is-delivered",)])
@pytest.mark.parametrize("words", [("classify", "agencies.csv"), ("explain", "agencies.csv", "2")])
def test_what_says_nothing_alone_is_refused(folder: Path, words: tuple[str, ...], option: tuple[str, ...]) -> None:
    done = run(*words, *option, "--lang", "en", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"error: {option[0]} can be used only together with --delivery or --bounces\n"
    (folder / "delivery.csv").write_text("address,status\n", encoding="utf-8")
    settings = {"SARABAN_CHECK_DELIVERY": str(folder / "delivery.csv"), "SARABAN_CHECK_LANG": "en"}
    assert "together" not in run(*words, *option, cwd=folder, env=settings).stderr


def test_sent_all_of_bounces_needs_a_list(folder: Path) -> None:
    done = run("bounces", "inbox.mbox", "--sent-all", cwd=folder)
    assert (done.returncode, done.stderr) == (2, "ข้อผิดพลาด: --sent-all: ใช้ได้เมื่อระบุ --for ด้วย\n")


def test_a_failed_address_that_no_agency_has_is_named(folder: Path) -> None:
    mbox(folder / "more.mbox", *(bounce(FAILED._replace(to=f"saraban{n}@typo.go.th")) for n in range(5)))
    said = "saraban0@typo.go.th, saraban1@typo.go.th, saraban2@typo.go.th …"
    words = ("--sent-all", "--lang", "en")
    done = run("classify", "agencies.csv", "--bounces", "more.mbox", *words, cwd=folder)
    assert f"that no agency of the list has: 5; to these mail failed: {said}" in " ".join(done.stdout.split())
    done = run("bounces", "more.mbox", "--for", "agencies.csv", *words, cwd=folder)
    assert f"addresses that failed and are in no row 5 ({said})" in " ".join(done.stdout.split())


def test_a_report_that_says_nothing_of_the_mailbox_says_why(folder: Path) -> None:
    spf = FAILED._replace(to=OTHER, status="5.7.23", diagnostic="550 5.7.23 SPF validation failed")
    mbox(folder / "spf.mbox", bounce(spf))
    done = run("explain", "agencies.csv", "3", "--bounces", "spf.mbox", "--lang", "en", cwd=folder)
    said = " ".join(done.stdout.split())
    assert "a report that does not tell whether this address takes mail" in said
    assert "spf.mbox#1: refused for the sender" in said


def test_a_folder_of_delivery_is_told_where_it_goes(folder: Path) -> None:
    done = run("classify", "agencies.csv", "--delivery", ".", "--lang", "en", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "this is a folder; name bounce mails with --bounces" in done.stderr
