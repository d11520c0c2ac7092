"""`bounces`, as a user starts it: what is on the screen, in the CSV and in the JSON, and what is refused."""

import csv
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.contract import by_contract
from tests.support import CASES, HOSTILE_TEXTS, read_cases, run, write_list

from saraban_check import DeliveryReport, MailStatus, load_delivery
from saraban_check.delivery.all_reports import AllReports
from saraban_check.delivery.evidence import source_of
from saraban_check.formats import Result, writers_of
from saraban_check.intake.delivery_file import read_delivery_file
from saraban_check.model.delivery import DeliverySource
from saraban_check.report.escape import cell_width, for_terminal
from saraban_check.report.views.bounces_run import DeliveryRun, Reading
from saraban_check.report.views.bounces_words import address_text, diagnostic_text

DELIVERY_WRITERS = writers_of(Result.BOUNCES)

HEADINGS = ["address", "status", "enhanced_code", "smtp_code", "diagnostic", "date", "message", "answered"]


class Said(NamedTuple):
    """What a delivery status says of one recipient; `day` of June 2569."""

    to: str
    action: str
    status: str
    diagnostic: str
    day: int = 29


FULL = Said("saraban_06480191@dla.go.th", "failed", "5.2.2", "552 5.2.2 mailbox is full")
FAILED = Said("Saraban_06470191@DLA.go.th", "failed", "5.1.1", "550 5.1.1 User unknown")
DELAYED = Said("samsommut@gmail.com", "delayed", "4.4.1", "421 4.4.1 connection timed out")
DELIVERED = Said("saraban_06480193@dla.go.th", "delivered", "2.0.0", "250 2.0.0 OK")
SECOND = Said("sarabun_06480193@dla.go.th", "failed", "5.1.1", "550 5.1.1 User unknown")
RELAYED = Said("saraban_06480195@dla.go.th", "relayed", "2.0.0", "250 2.0.0 handed on")
ELSEWHERE = Said("saraban@elsewhere.go.th", "failed", "5.2.0", "550 5.2.0 refused")
ALL = (FULL, FAILED, DELAYED, DELIVERED, SECOND, RELAYED, ELSEWHERE)

ORDINARY = "From: officer@example.go.th\nSubject: hello\nDate: Mon, 29 Jun 2026 09:15:00 +0700\n\nhello\n"
AWAY = "From: officer@example.go.th\nSubject: away\nAuto-Submitted: auto-replied\n\nI am away\n"

ROWS = [
    ["06480191", "อบต.หนึ่งสมมติ", "", "นครพนม", "", "saraban_06480191@dla.go.th", "✓", "✓", "✓"],
    ["06470191", "อบต.สองสมมติ", "", "สกลนคร", "", "saraban_06470191@dla.go.th", "✓", "✓", ""],
    ["06480192", "อบต.สามสมมติ", "", "นครพนม", "", "samsommut@gmail.com", "✓", "✓", "✓"],
    [
        *("06480193", "อบต.สี่สมมติ", "", "นครพนม", ""),
        *("sarabun_06480193@dla.go.th, saraban_06480193@dla.go.th", "✓", "✓", "✗"),
    ],
    ["06470192", "อบต.ห้าสมมติ", "", "สกลนคร", "", "", "✓", "✓", "✗"],
    ["06480194", "อบต.หกสมมติ", "", "นครพนม", "", " SARABAN_06480194@dla.go.th.", "✓", "✗", "✓"],
    ["06480195", "อบต.เจ็ดสมมติ", "", "นครพนม", "", "saraban_06480195@dla.go.th", "✓", "✓", ""],
    ["06480196", "อบต.แปดสมมติ", "", "นครพนม", "", "saraban_06480196@@dla.go.th", "✓", "✓", ""],
]
"""Full, failed, delayed, delivered (its other address failed), no address, no bounce, not known, no working address."""


def bounce(said: Said) -> str:
    """A delivery status notification (RFC 3464) as Postfix sends it."""
    return f"""\
Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.example.go.th>
Subject: Undelivered Mail Returned to Sender
Date: {said.day} Jun 2026 06:15:00 +0700
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

This is the mail system.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.go.th

Final-Recipient: rfc822; {said.to}
Action: {said.action}
Status: {said.status}
Diagnostic-Code: smtp; {said.diagnostic}

--b--
"""


def mbox(path: Path, *mails: str) -> Path:
    path.write_text("".join(f"From x Mon Jun 29 09:15:00 2026\n{mail}\n" for mail in mails), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    mbox(tmp_path / "inbox.mbox", *map(bounce, ALL), ORDINARY, AWAY)
    write_list(tmp_path / "agencies.csv", ROWS)
    return tmp_path


def lines_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.removeprefix("\ufeff").splitlines(keepends=True), strict=True))


# The CSV


def test_the_csv_has_a_line_for_each_recipient_in_the_order_of_the_mails(folder: Path) -> None:
    done = run("bounces", "inbox.mbox", "-o", "delivery.csv", "--lang", "en", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert done.stderr == "wrote delivery.csv\n"
    text = (folder / "delivery.csv").read_bytes().decode()
    assert text.startswith("\ufeff" + ",".join(HEADINGS) + "\r\n")
    lines = lines_of(text)
    assert [line["address"] for line in lines] == [said.to for said in ALL]
    assert [line["status"] for line in lines] == [
        *("full", "failed", "delayed", "delivered", "failed", "unknown", "failed"),
    ]
    first = lines[0]
    assert (first["enhanced_code"], first["smtp_code"]) == ("5.2.2", "552")
    assert "mailbox is full" in first["diagnostic"]
    assert re.fullmatch(r"2026-06-2[89]T[0-9:]{8}[+-][0-9]{2}:[0-9]{2}", first["date"])
    assert [line["message"] for line in lines] == [f"inbox.mbox#{number}" for number in range(1, 8)]


def test_with_a_list_the_agencies_without_a_bounce_follow(folder: Path) -> None:
    done = run("bounces", "inbox.mbox", "--for", "agencies.csv", "--format", "csv", "-q", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    lines = lines_of(done.stdout)
    assert [line["message"] for line in lines[:7]] == [f"inbox.mbox#{number}" for number in range(1, 8)]
    added = lines[7:]
    assert [(line["address"], line["status"], line["date"], line["message"]) for line in added] == [
        ("SARABAN_06480194@dla.go.th", "unknown", "", ""),
        ("saraban_06480196@@dla.go.th", "unknown", "", ""),
    ]
    assert "ไม่พบว่าส่งไม่ได้" in added[0]["diagnostic"]
    assert "ไม่เป็นที่อยู่อีเมล" in added[1]["diagnostic"]
    english = run("bounces", "inbox.mbox", "--for", "agencies.csv", "--format", "csv", "--lang", "en", cwd=folder)
    assert "not known to have failed" in lines_of(english.stdout)[7]["diagnostic"]


def test_when_all_were_sent_no_bounce_is_supposed_to_be_a_delivery(folder: Path) -> None:
    args = ("bounces", "inbox.mbox", "--for", "agencies.csv", "--sent-all", "--lang", "en")
    done = run(*args, "-o", "delivery.csv", "-q", cwd=folder)
    assert done.returncode == 0, done.stderr
    evidence = load_delivery(folder / "delivery.csv")
    supposed = evidence.of("saraban_06480194@dla.go.th")
    assert supposed is not None
    assert (supposed.status, supposed.message, supposed.date) == (MailStatus.DELIVERED, "--sent-all", None)
    assert source_of(supposed) is DeliverySource.ASSUMED
    for address, status in (
        ("samsommut@gmail.com", MailStatus.DELAYED),
        ("saraban_06480195@dla.go.th", MailStatus.UNKNOWN),
        ("saraban_06480191@dla.go.th", MailStatus.FULL),
    ):
        held = evidence.of(address)
        assert held is not None
        assert held.status is status, f"nothing is supposed of {address}"
    assert evidence.of("saraban_06480196@@dla.go.th") is None
    assert "taken as delivered (--sent-all)" in done.stdout
    assert "not known to have failed" not in done.stdout.lower()


def test_what_speaks_against_supposing_deliveries_is_said_and_only_then(folder: Path) -> None:
    args = ("bounces", "inbox.mbox", "--for", "agencies.csv", "--lang", "en")
    done = run(*args, "--sent-all", cwd=folder)
    assert "Take care" in done.stdout
    assert "addresses that failed and are in no row 1" in done.stdout
    assert "Take care" not in run(*args, cwd=folder).stdout, "nothing is supposed"
    assert "Take care" in run(*args, "--sent-all", "--format", "csv", cwd=folder).stderr
    mbox(folder / "clean.mbox", bounce(FULL))
    clean = run("bounces", "clean.mbox", *args[2:], "--sent-all", cwd=folder)
    assert "taken as delivered" in clean.stdout
    assert "Take care" not in clean.stdout


def test_an_address_that_two_agencies_state_is_one_line(folder: Path) -> None:
    write_list(folder / "agencies.csv", [ROWS[5], [*ROWS[5][:5], "saraban_06480194@DLA.GO.TH", "✓", "✓", ""]])
    done = run("bounces", "inbox.mbox", "--for", "agencies.csv", "--format", "csv", "-q", cwd=folder)
    assert [line["address"] for line in lines_of(done.stdout)[7:]] == ["SARABAN_06480194@dla.go.th"]


def test_the_same_mails_give_the_same_bytes(folder: Path) -> None:
    for name in ("one", "two"):
        args = ("-o", f"{name}.csv", "-o", f"{name}.json", "-q")
        assert run("bounces", "inbox.mbox", "--for", "agencies.csv", *args, cwd=folder).returncode == 0
    for suffix in ("csv", "json"):
        assert (folder / f"one.{suffix}").read_bytes() == (folder / f"two.{suffix}").read_bytes()


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_what_a_mail_says_stays_text(folder: Path, text: str) -> None:
    said = " ".join(text.split())
    mbox(folder / "inbox.mbox", bounce(FULL._replace(diagnostic=f"552 full =1+1 {said}", to=f"=1+1{said}@dla.go.th")))
    env = {"GITHUB_ACTIONS": "true"}
    screen = run("bounces", "inbox.mbox", "-o", "d.csv", "-o", "d.json", "--lang", "en", cwd=folder, env=env)
    assert screen.returncode == 0, screen.stderr
    for out in (screen.stdout, screen.stderr):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028]", out)
        assert not re.search(r"^\s*::|##\[", out, re.MULTILINE)
    raw = (folder / "d.csv").read_text(encoding="utf-8-sig")
    assert not re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", raw)
    for line in lines_of(raw):
        assert not any(cell.startswith(("=", "+", "@", "\t")) for cell in line.values())
    by_contract("bounces", (folder / "d.json").read_text(encoding="utf-8"))
    assert load_delivery(folder / "d.csv").count <= 1


# The JSON


def test_the_json_keeps_its_contract(folder: Path) -> None:
    done = run("bounces", "inbox.mbox", "--format", "json", "-q", cwd=folder)
    found = by_contract("bounces", done.stdout)
    assert (found.list, found.agencies, found.elsewhere, found.sent_all) == (None, None, None, False)
    assert (found.source.files, found.source.messages, found.source.bounces) == (1, 9, 7)
    assert found.source.not_bounces["ordinary"] == found.source.not_bounces["auto-reply"] == 1
    assert [report.address for report in found.reports] == [said.to for said in ALL]
    assert found.summary.statuses == {"full": 1, "failed": 3, "delayed": 1, "delivered": 1, "unknown": 1}


def test_the_json_sets_the_agencies_beside_the_bounces(folder: Path) -> None:
    args = ("bounces", "inbox.mbox", "--for", "agencies.csv", "--format", "json", "-q")
    found = by_contract("bounces", run(*args, cwd=folder).stdout)
    assert found.agencies is not None
    assert [(agency.row, agency.known) for agency in found.agencies] == [
        *((2, "full"), (3, "failed"), (4, "delayed"), (5, "delivered")),
        *((6, "no-address"), (7, "not-known-to-have-failed"), (8, "unknown"), (9, "no-address")),
    ]
    counts = found.summary.agencies
    assert counts is not None
    assert sum(counts.values()) == len(ROWS)
    [other] = found.agencies[3].others
    assert other.address == "sarabun_06480193@dla.go.th"
    assert other.report is not None
    assert other.report.status == "failed"
    assert found.elsewhere is not None
    assert [report.address for report in found.elsewhere] == ["saraban@elsewhere.go.th"]
    sent = by_contract("bounces", run(*args, "--sent-all", cwd=folder).stdout)
    assert sent.sent_all
    assert sent.agencies is not None
    assert [agency.known for agency in sent.agencies][5:] == ["supposed-delivered", "unknown", "no-address"]


# The screen


def test_the_screen_says_what_was_read_and_whom_it_is_about(folder: Path) -> None:
    done = run("bounces", "inbox.mbox", "--for", "agencies.csv", "--lang", "en", cwd=folder)
    text = done.stdout
    assert "files 1, messages 9; bounces and other delivery reports 7, other mail 2" in " ".join(text.split())
    assert "automatic replies 1 · ordinary mail 1" in text
    assert "row 2 อบต.หนึ่งสมมติ Nakhon Phanom" in text
    assert "Saraban_06470191@DLA.go.th  failed" in text
    assert "5.2.2 552 · 29 June 2026 · inbox.mbox#1" in text, "06:15 in Thailand is the day before in UTC"
    assert re.search(r"sarabun_06480193.*\n.*row 5 .*\(not the address that is judged\)", text)
    assert re.search(r"stand in no row of the list\n  ✗ saraban@elsewhere\.go\.th", text)
    assert text.count("saraban@elsewhere.go.th  failed") == 1, "listed apart, and not among those of the list"
    assert "no proof of delivery" in text
    assert re.search(r"open these messages and look\n  \? saraban_06480195.*\n    row 8 อบต.เจ็ดสมมติ", text)
    assert "ส่งต่อ" not in text, "why nothing is known is said in one language"
    assert text.endswith("To save the result: add -o delivery.csv\n")
    assert sorted(path.name for path in folder.iterdir()) == ["agencies.csv", "inbox.mbox"]


def test_the_screen_says_what_to_do_with_the_file(folder: Path) -> None:
    done = run("bounces", "inbox.mbox", "--for", "agencies.csv", "-o", "my delivery.csv", cwd=folder)
    hint = "saraban-check classify agencies.csv --delivery 'my delivery.csv' -o result.xlsx"
    assert " ".join(done.stdout.split()).endswith(hint)
    assert (
        run("classify", "agencies.csv", "--delivery", "my delivery.csv", "-o", "result.xlsx", cwd=folder).returncode
        == 0
    )
    assert (folder / "result.xlsx").read_bytes()[:2] == b"PK"
    again = run("bounces", "inbox.mbox", "--for", "result.xlsx", "-o", "d.csv", cwd=folder)
    assert again.stdout.endswith("-o result-2.xlsx\n"), "the list is not written over"


def test_who_did_not_get_it_is_named(folder: Path) -> None:
    """Delayed mail and agencies without an address, by row and name; each list says by how much it is shortened."""
    args = ("bounces", "inbox.mbox", "--for", "agencies.csv", "--lang", "en")
    text = run(*args, cwd=folder).stdout
    assert re.search(r"\(delayed\)\n  ! samsommut@gmail\.com .*\n    row 4 อบต\.สามสมมติ Nakhon Phanom\n", text)
    without = "Agencies that have no address to send to\n  ? row 6 อบต.ห้าสมมติ Sakon Nakhon\n  ? row 9 อบต.แปดสมมติ"
    assert without in text
    assert "    “saraban_06480196@@dla.go.th”\n" in text, "what stands there instead of an address"
    short = run(*args, "--limit", "1", cwd=folder).stdout
    assert "no address to send to (shown 1 of 2)" in short
    assert "row 9" not in short
    mbox(folder / "inbox.mbox", *(bounce(DELAYED._replace(to=f"a{number}@dla.go.th")) for number in range(12)))
    assert "(delayed) (shown 10 of 12)" in run("bounces", "inbox.mbox", "--lang", "en", cwd=folder).stdout


def test_nobody_has_to_look_into_what_is_settled(folder: Path) -> None:
    relayed = [RELAYED._replace(to=said.to) for said in (FULL, FAILED, DELAYED)]
    mbox(folder / "inbox.mbox", *map(bounce, (FULL, FAILED, DELAYED, *relayed)))
    text = run("bounces", "inbox.mbox", "--lang", "en", cwd=folder).stdout
    look = text.partition("open these messages and look\n")[2]
    assert look.count("not known") == 1
    assert look.startswith(f"  ? {DELAYED.to}  not known\n"), "a delay settles nothing"
    assert "known to be full or to have failed: 2" in " ".join(look.split())
    mbox(folder / "inbox.mbox", *map(bounce, (FULL, relayed[0])))
    text = run("bounces", "inbox.mbox", "--lang", "en", cwd=folder).stdout
    assert "open these messages" not in text
    assert "known to be full or to have failed: 1" in " ".join(text.split())


def test_reports_of_an_earlier_circular_are_left_out_and_said(folder: Path) -> None:
    """A day in Thailand: 06:15 on the 29th is before midnight in UTC."""
    undated = bounce(DELIVERED).replace("Date: 29 Jun 2026 06:15:00 +0700\n", "")
    mbox(
        folder / "inbox.mbox", bounce(FULL._replace(day=28)), bounce(FAILED), bounce(DELAYED._replace(day=30)), undated
    )
    args = ("bounces", "inbox.mbox", "--lang", "en")
    text = run(*args, cwd=folder).stdout
    assert "The reports are dated 28 June 2026 to 30 June 2026\nReports without a date: 1\n" in text
    assert "--since" not in text
    for since in ("29/6/2569", "2026-06-29", "๒๙ มิ.ย. ๒๕๖๙"):
        text = run(*args, "--since", since, cwd=folder).stdout
        assert "The reports are dated 29 June 2026 to 30 June 2026\nReports without a date: 1\n" in text
        assert "Reports dated before 29 June 2026 are left out (--since): 1\n" in text
        assert FULL.to not in text
    thai = run("bounces", "inbox.mbox", "--since", "29/6/2569", cwd=folder).stdout
    assert "รายงานลงวันที่ 29 มิถุนายน 2569 ถึง 30 มิถุนายน 2569\n" in thai
    assert "ก่อนวันที่ 29 มิถุนายน 2569 ไม่นับ 1 รายงาน" in thai
    done = run(*args, "--since", "29/6/2569", "--format", "csv", "-o", "d.json", cwd=folder)
    assert [line["address"] for line in lines_of(done.stdout)] == [FAILED.to, DELAYED.to, DELIVERED.to]
    assert "left out (--since): 1" in done.stderr
    found = by_contract("bounces", (folder / "d.json").read_text(encoding="utf-8"))
    assert str(found.since) == "2026-06-29"
    summary = found.summary
    assert (summary.reports, summary.addresses, summary.before_since, summary.undated) == (3, 3, 1, 1)
    assert (str(summary.first_day), str(summary.last_day)) == ("2026-06-29", "2026-06-30")


def test_a_report_of_years_ago_or_to_come_is_seen(folder: Path) -> None:
    old, coming = (bounce(FULL).replace("2026", year) for year in ("2020", "2099"))
    mbox(folder / "inbox.mbox", old, bounce(FAILED), coming)
    text = run("bounces", "inbox.mbox", cwd=folder).stdout
    assert "รายงานลงวันที่ 29 มิถุนายน 2563 ถึง 29 มิถุนายน 2642\n" in text
    mbox(folder / "inbox.mbox", bounce(FAILED))
    assert "รายงานลงวันที่ 29 มิถุนายน 2569\n" in run("bounces", "inbox.mbox", cwd=folder).stdout


def test_reports_that_differ_from_the_one_that_holds_are_counted(folder: Path) -> None:
    undated = bounce(FAILED).replace("Date: 29 Jun 2026 06:15:00 +0700\n", "")
    later = FAILED._replace(action="delivered", status="2.0.0", diagnostic="250 OK", day=30)
    same_time = FULL._replace(status="5.1.1", diagnostic="550 no such user")
    mbox(folder / "inbox.mbox", bounce(FULL), bounce(same_time), bounce(FULL), undated, bounce(later), bounce(later))
    args = ("bounces", "inbox.mbox", "--for", "agencies.csv", "-q")
    text = run(*args, "--lang", "en", cwd=folder).stdout
    assert re.search(rf"{FULL.to}  mailbox full(\n    .*)+\n    and 1 more reports that differ: failed 1\n", text)
    assert re.search(rf"{FAILED.to}  failed(\n    .*)+\n    and 2 more reports that differ: delivered 2\n", text)
    assert "และอีก 2 รายงานที่ต่างกัน: ส่งได้ 2\n" in run(*args, cwd=folder).stdout
    found = by_contract("bounces", run(*args, "--format", "json", cwd=folder).stdout)
    assert found.agencies is not None
    assert [agency.differing for agency in found.agencies] == [1, 2, 0, 0, 0, 0, 0, 0]


def test_what_cannot_be_seen_in_an_address_is_shown_and_no_nul_is_written(folder: Path) -> None:
    hidden = "sara\u200bban_0648\u202e0191\ufeff@dla.go.th"
    report = DeliveryReport("saraban\0_06480191@dla.go.th", MailStatus.FAILED, diagnostic="552\u200b full")
    shown = for_terminal(address_text(report._replace(address=hidden)).en)
    assert shown == "sara<U+200B>ban_0648<U+202E>0191<U+FEFF>@dla.go.th"
    assert for_terminal(address_text(report).en) == "saraban␀_06480191@dla.go.th"
    assert diagnostic_text(report).en == "552<U+200B> full"
    with AllReports([report]) as gathered:
        run_ = DeliveryRun(Reading(1, 1, 1), gathered, "en")
        for name, writer in DELIVERY_WRITERS.items():
            written = b"".join(writer.write(run_)).decode("utf-8-sig")
            assert "saraban_06480191@dla.go.th" in written, name
            assert "\0" not in written
            assert "u0000" not in written


def test_lists_are_shortened_and_say_by_how_much(folder: Path) -> None:
    many = [FAILED._replace(to=f"saraban_064701{number}@dla.go.th") for number in range(10, 35)]
    mbox(folder / "inbox.mbox", *map(bounce, many))
    text = run("bounces", "inbox.mbox", "--lang", "en", cwd=folder).stdout
    assert "(shown 10 of 25)" in text
    assert text.count("  failed\n") == 10
    assert "To see all: add --limit 25" in text
    whole = run("bounces", "inbox.mbox", "--lang", "en", "--limit", "25", cwd=folder).stdout
    assert whole.count("@dla.go.th  failed\n") == 25
    assert "shown" not in whole
    none = run("bounces", "inbox.mbox", "--lang", "en", "--limit", "0", cwd=folder).stdout
    assert "(shown 0 of 25)" in none
    assert len(lines_of(run("bounces", "inbox.mbox", "--format", "csv", cwd=folder).stdout)) == 25


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_screen_fits_its_width(folder: Path, lang: str, width: int) -> None:
    args = ("bounces", "inbox.mbox", "--for", "agencies.csv", "--lang", lang, "-q")
    text = run(*args, cwd=folder, env={"COLUMNS": str(width)}).stdout
    assert max(map(cell_width, text.splitlines())) <= width
    colored = run(*args, "--color", "always", cwd=folder, env={"COLUMNS": str(width)}).stdout
    assert re.sub("\x1b\\[[0-9;]*m", "", colored) == text


def test_mail_without_a_bounce_is_no_fault(folder: Path) -> None:
    mbox(folder / "inbox.mbox", ORDINARY)
    done = run("bounces", "inbox.mbox", "--for", "agencies.csv", "-o", "delivery.csv", "--lang", "en", cwd=folder)
    assert done.returncode == 0
    assert "No bounce was found" in done.stdout
    lines = list(read_delivery_file(folder / "delivery.csv"))
    assert (len(lines), load_delivery(folder / "delivery.csv").count) == (7, 0), "none of them is of a mail"
    bare = run("bounces", "inbox.mbox", "--format", "csv", "-q", cwd=folder)
    assert bare.stdout == "\ufeff" + ",".join(HEADINGS) + "\r\n"


# What it reads, and what it refuses


def test_a_folder_of_mails_standard_input_and_several_paths_are_read(folder: Path) -> None:
    mails = folder / "mails"
    mails.mkdir()
    for number, said in enumerate((FULL, FAILED)):
        (mails / f"{number}.eml").write_text(bounce(said), encoding="utf-8")
    done = run("bounces", "mails", "-", "--format", "csv", "-q", cwd=folder, stdin=bounce(DELAYED))
    lines = lines_of(done.stdout)
    assert [line["status"] for line in lines] == ["full", "failed", "delayed"]
    assert [line["message"] for line in lines][2] == "stdin"


def test_what_was_said_earlier_can_be_read_again(folder: Path) -> None:
    """The later of two rounds wins, whichever file is named first."""
    mbox(folder / "old.mbox", bounce(FULL._replace(day=1)))
    mbox(folder / "new.mbox", bounce(FULL._replace(day=15, action="delivered", status="2.0.0", diagnostic="250 OK")))
    for order in (("old.mbox", "new.mbox"), ("new.mbox", "old.mbox")):
        assert run("bounces", *order, "-o", "delivery.csv", "-q", cwd=folder).returncode == 0
        held = load_delivery(folder / "delivery.csv").of(FULL.to)
        assert isinstance(held, DeliveryReport)
        assert held.status is MailStatus.DELIVERED


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("nowhere.mbox",), "nowhere.mbox"),
        (("inbox.mbox", "--sent-all"), "--for"),
        (("inbox.mbox", "--since", "yesterday"), "--since yesterday: this is no date; write 1/11/2569 or 2026-11-01"),
        (("inbox.mbox", "--since", "31/11/2569"), "--since 31/11/2569"),
        (("inbox.mbox", "--for", "nowhere.csv"), "nowhere.csv"),
        (("inbox.mbox", "--for", "inbox.mbox"), "inbox.mbox"),
        (("-", "--for", "-"), "standard input"),
        (("inbox.mbox", "-o", "delivery.xlsx"), ".json, .csv"),
        (("inbox.mbox", "-o", "inbox.mbox"), ".json, .csv"),
        (("inbox.mbox", "-o", "csv=inbox.mbox"), "never written over"),
        (("inbox.mbox", "--for", "agencies.csv", "-o", "agencies.csv"), "never written over"),
        (("mails", "-o", "csv=mails/0.eml"), "never written over"),
        (("box", "-o", "box/cur/1.csv"), "never written over"),
        (("empty",), "empty"),
        ((), "PATH"),
    ],
    ids=str,
)
def test_a_wrong_request_is_refused_in_one_sentence(folder: Path, args: tuple[str, ...], said: str) -> None:
    for path in ("mails/0.eml", "box/cur/1.csv", "box/new/2"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(bounce(FULL), encoding="utf-8")
    (folder / "empty").mkdir()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = run("bounces", *args, "--lang", "en", cwd=folder)
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert "Traceback" not in done.stderr
    assert said in done.stderr.splitlines()[0 if args else -2]
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_result_among_the_mails_is_written_again(folder: Path) -> None:
    mails = folder / "mails"
    mails.mkdir()
    (mails / "0.eml").write_text(bounce(FULL), encoding="utf-8")
    for _ in range(2):
        assert run("bounces", ".", "-o", "delivery.csv", "-q", cwd=mails).returncode == 0
    assert load_delivery(mails / "delivery.csv").count == 1


def in_utc(moment: str) -> str:
    """A time of the CSV as the cases have it; it is told as the clocks of Thailand showed it, with its zone."""
    if not moment:
        return ""
    assert moment.endswith("+07:00")
    return datetime.fromisoformat(moment).astimezone(UTC).isoformat()


def test_every_bounce_of_the_corpus_comes_out_as_its_case_says(tmp_path: Path) -> None:
    expected = Counter(
        (case["file"], case["address"], case["status"], case["enhanced_code"], case["smtp_code"], case["date"])
        for case in read_cases(CASES / "bounces.csv")
        if case["status"]
    )
    done = run("bounces", CASES / "bounces", "-o", "delivery.csv", "--format", "json", "-q", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    lines = lines_of((tmp_path / "delivery.csv").read_text(encoding="utf-8-sig"))
    found = Counter(
        (
            line["message"],
            line["address"],
            line["status"],
            line["enhanced_code"],
            line["smtp_code"],
            in_utc(line["date"]),
        )
        for line in lines
    )
    assert found == expected
    document = by_contract("bounces", done.stdout)
    stages = {"exim-at-mail-from": "sender", "sendmail-data-refused": "data", "postfix-refused-to-talk": "greeting"}
    assert {
        name: report.stage for report in document.reports if (name := report.message.removesuffix(".eml")) in stages
    } == stages
    assert (
        len(document.reports) + len(document.answers) == len(lines) == load_statuses(tmp_path / "delivery.csv").total()
    )


def load_statuses(path: Path) -> Counter[MailStatus]:
    """How often each status stands in a file, as it is read back."""
    return Counter(report.status for report in read_delivery_file(path))
