"""The delivery that is in force where the cell, a mail system's report, DNS and the user each say something.

`cases/settled.csv` has every pairing that matters; a further row there is a further test.
"""

import csv
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest
from tests.contract import by_contract
from tests.support import CASES, read_cases

from saraban_check import classify
from saraban_check.checks.address_check import ask_for_domains, check_address
from saraban_check.checks.judging import FurtherSources, Judging
from saraban_check.delivery.evidence import DeliveryEvidence, source_of
from saraban_check.delivery.precedence import delivery_in_force
from saraban_check.machine.json_list import json_document
from saraban_check.model.delivery import (
    Delivery,
    DeliveryReport,
    DeliverySource,
    DnsAnswers,
    DnsReason,
    DomainAnswer,
    Evidence,
    MailStatus,
    Reception,
)
from saraban_check.model.finding import Severity
from saraban_check.model.text import Text
from saraban_check.report.run import Report
from saraban_check.rules.sb6_delivery import delivery_findings

SETTLED = read_cases(CASES / "settled.csv")
ADDRESS = "saraban_06480115@dla.go.th"
DAY = datetime(2026, 11, 1, 20, 30, tzinfo=UTC)
REASONS = {Reception.CAN: DnsReason.MX, Reception.CANNOT: DnsReason.NULL_MX, Reception.UNKNOWN: DnsReason.TIMEOUT}
HEADER = ("รหัส อปท.", "ชื่อ อปท.", "อีเมลกลาง", "มีประกาศฯ ม.10", "ลงข้อมูลในระบบ info.go.th", "สถานะการส่งอีเมล")


def report(status: str, address: str = ADDRESS) -> DeliveryReport | None:
    if not status:
        return None
    if status == "sent-all":
        return DeliveryReport(address, MailStatus.DELIVERED, message="--sent-all")
    return DeliveryReport(address, MailStatus(status), "5.2.2", "552", "552 5.2.2 over quota", DAY, "inbox.mbox#3")


def answer(reception: str, domain: str = "dla.go.th") -> DomainAnswer | None:
    if not reception:
        return None
    kind = Reception(reception if reception == "unknown" else reception + "-receive")
    return DomainAnswer(domain, kind, REASONS[kind])


@pytest.mark.parametrize("case", SETTLED, ids=lambda case: f"line{case['line']}")
def test_what_is_in_force(case: dict[str, str]) -> None:
    delivery, source, found = delivery_in_force(Delivery(case["cell"]), report(case["report"]), answer(case["dns"]))
    assert (delivery.value, source.value) == (case["delivery"], case["source"])
    assert " ".join(f"{c.told_by.value}/{c.held_against.value}" for c in found) == case["contradictions"]


def test_every_pairing_of_cell_and_witness_has_a_case() -> None:
    cells = [delivery.value for delivery in Delivery]
    have = {(case["cell"], case["report"], case["dns"]) for case in SETTLED}
    assert {("unknown", status.value, "") for status in MailStatus} <= have
    assert {(cell, "", "cannot") for cell in cells} <= have


def test_nothing_that_is_known_is_lost_and_nothing_is_known_from_nowhere() -> None:
    """A law over all combinations: what is in force was said by the source that is named; DNS alone never delivers."""
    reports = [None, *(report(status.value) for status in MailStatus), report("sent-all")]
    answers = [None, *(answer(kind) for kind in ("can", "cannot", "unknown"))]
    for cell, told, domain in product(Delivery, reports, answers):
        delivery, source, found = delivery_in_force(cell, told, domain)
        if cell is not Delivery.UNKNOWN:
            assert delivery is not Delivery.UNKNOWN
        if source is DeliverySource.CELL:
            assert delivery is cell
        elif source is DeliverySource.DNS:
            assert domain is not None
            assert (delivery, domain.reception) == (Delivery.FAILED, Reception.CANNOT)
        else:
            assert told is not None
            assert delivery.value == told.status.value
            assert (source is DeliverySource.ASSUMED) == (told.message == "--sent-all")
        if cell not in (delivery, Delivery.UNKNOWN):
            assert found, "who is overruled is named"


# Through the whole list


def listed(tmp_path: Path, rows: Iterable[tuple[str, str]]) -> Path:
    """A list of agencies in A1 but for what stands in the delivery cell."""
    path = tmp_path / "agencies.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number, (address, delivery) in enumerate(rows):
            writer.writerow((f"0648011{number}", f"อบต.ตัวอย่าง{number}", address, "✓", "✓", delivery))
    return path


def addresses(count: int) -> list[str]:
    return [f"saraban_0648011{number}@dla.go.th" for number in range(count)]


def test_reports_fill_and_override_and_each_fact_names_its_source(tmp_path: Path) -> None:
    one, two, three, four, five = addresses(5)
    path = listed(tmp_path, [(one, ""), (two, "✓"), (three, "✓"), (four, ""), (five, "")])
    reports = [report("full", one), report("failed", two), report("delayed", four), report("sent-all", five)]
    result = classify(path, sources=FurtherSources(delivery=DeliveryEvidence(filter(None, reports))))
    assert [agency.group for agency in result.agencies] == ["A2", "outside", "A1", "undetermined", "A1"]
    codes = [[finding.code for finding in agency.findings] for agency in result.agencies]
    assert codes == [["SB601"], ["SB602", "SB801", "SB905"], [], ["SB603", "SB802"], []]
    written = "".join(json_document(Report(result, "en", "agencies.csv")))
    by_contract("classify", written)
    said = json.loads(written)["agencies"]
    assert [agency["delivery_source"] for agency in said] == ["bounce", "bounce", "cell", None, "assumed"]
    assert said[0]["evidence"]["report"]["diagnostic"] == "552 5.2.2 over quota"
    assert "evidence" not in said[2]


def test_a_finding_names_the_message_that_it_rests_on_and_the_day_in_thailand(tmp_path: Path) -> None:
    (one,) = addresses(1)
    result = classify(
        listed(tmp_path, [(one, "")]),
        sources=FurtherSources(delivery=DeliveryEvidence(filter(None, [report("full", one)]))),
    )
    (finding,) = result.agencies[0].findings
    assert finding.message("en") == (
        "Mail cannot be delivered: the mailbox is full (bounce 552 5.2.2 of 2026-11-02, inbox.mbox#3)"
    )
    assert finding.message("th") == ("ส่งอีเมลไม่ได้เพราะกล่องจดหมายเต็ม (ตีกลับ 552 5.2.2 เมื่อ 2/11/2569 inbox.mbox#3)")


def test_a_list_alone_is_told_as_before(tmp_path: Path) -> None:
    (one,) = addresses(1)
    (agency,) = classify(listed(tmp_path, [(one, "552")])).agencies
    assert [finding.message("en") for finding in agency.findings] == ["Mail cannot be delivered: the mailbox is full"]
    assert agency.evidence is None


def test_an_address_compares_as_the_cell_is_read(tmp_path: Path) -> None:
    one, two = addresses(2)
    path = listed(tmp_path, [(f" {one.upper()} ", ""), (f"อีเมล: {two}, other@example.go.th", "")])
    reports = [report("full", one), report("full", two), report("failed", "other@example.go.th")]
    result = classify(path, sources=FurtherSources(delivery=DeliveryEvidence(filter(None, reports))))
    assert [agency.record.facts.delivery for agency in result.agencies] == [Delivery.FULL, Delivery.FULL]


def test_without_an_address_nothing_is_looked_up(tmp_path: Path) -> None:
    result = classify(
        listed(tmp_path, [("-", "")]), sources=FurtherSources(delivery=DeliveryEvidence(filter(None, [report("full")])))
    )
    assert result.agencies[0].evidence is None
    assert "SB601" not in [finding.code for finding in result.agencies[0].findings]


def test_each_domain_is_asked_for_once_and_what_is_no_address_is_not(tmp_path: Path) -> None:
    asked: list[str] = []

    def look_up(domains: Iterable[str]) -> DnsAnswers:
        asked.extend(domains)
        return DnsAnswers({"nowhere.go.th": DomainAnswer("nowhere.go.th", Reception.CANNOT, DnsReason.NXDOMAIN)})

    one, two = addresses(2)
    rows = [(one, "✓"), (two, ""), ("saraban@Nowhere.go.th", "✓"), ("saraban@ไม่มี", ""), ("-", "")]
    result = classify(listed(tmp_path, rows), sources=FurtherSources(look_up=look_up))
    assert asked == ["dla.go.th", "nowhere.go.th"]
    third = result.agencies[2]
    assert (third.record.facts.delivery, third.record.facts.delivery_source) == (
        Delivery.FAILED,
        DeliverySource.DNS,
    )
    assert {"SB604", "SB905"} <= {finding.code for finding in third.findings}
    assert "SB602" not in {finding.code for finding in third.findings}, "one mistake, one finding"
    assert result.agencies[0].group == "A1"
    assert result.agencies[1].group == "undetermined", "that a domain has a mail server proves no delivery"


def nowhere(domains: Iterable[str]) -> DnsAnswers:
    """DNS that knows of no domain but DLA's."""
    found = {domain: DomainAnswer(domain, Reception.CANNOT, DnsReason.NXDOMAIN) for domain in domains}
    return DnsAnswers(found | {"dla.go.th": DomainAnswer("dla.go.th", Reception.CAN, DnsReason.MX)})


def test_no_address_is_suggested_at_a_domain_that_cannot_receive_mail(tmp_path: Path) -> None:
    path = listed(tmp_path, [("sarabun@nowhere.go.th", "")])
    before, after = classify(path), classify(path, sources=FurtherSources(look_up=nowhere))
    assert "saraban@nowhere.go.th" in [s.address for s in before.agencies[0].suggestions]
    kept = [s.address for s in after.agencies[0].suggestions]
    assert kept
    assert not [address for address in kept if address.endswith("@nowhere.go.th")]


def test_one_address_whose_domain_cannot_receive_is_correct_and_does_not_pass() -> None:
    before = [check_address(address) for address in ("saraban@nowhere.go.th", ADDRESS, "-")]
    wrong, right, none = ask_for_domains(before, nowhere)
    assert (wrong.verdict.correct, wrong.passes) == (True, False)
    assert [finding.code for finding in wrong.verdict.findings if finding.severity is Severity.ERROR] == ["SB604"]
    assert set(wrong.outcome.candidates) < set(before[0].outcome.candidates), "delivery is known to fail"
    assert right == before[1]._replace(domain=right.domain)
    assert right.passes
    assert none == before[2]


@pytest.mark.parametrize("answers", [DnsAnswers(not_checked=Text("ไม่ตอบ", "no answer")), DnsAnswers({})])
def test_what_was_not_found_out_changes_nothing(tmp_path: Path, answers: DnsAnswers) -> None:
    path = listed(tmp_path, [(address, delivery) for address, delivery in zip(addresses(3), ("✓", "", "✗"))])
    before = classify(path)
    after = classify(path, sources=FurtherSources(look_up=lambda domains: answers))
    assert after.agencies == before.agencies


def test_a_bounce_stands_against_its_own_row_alone(tmp_path: Path) -> None:
    """What was decided on facts is kept for rows that are alike: here one of them has a bounce."""
    found = addresses(9)
    path = listed(tmp_path, [(address, "✓") for address in found])
    evidence = DeliveryEvidence(filter(None, [report("full", found[7])]))
    result = classify(path, sources=FurtherSources(delivery=evidence))
    assert result.summary.groups["A2"] == 1
    assert result.summary.groups["A1"] == 8
    assert result.summary.deliveries == {DeliverySource.CELL: 8, DeliverySource.BOUNCE: 1}


def test_an_assumption_comes_last_and_is_called_so(tmp_path: Path) -> None:
    one, two = addresses(2)
    evidence = DeliveryEvidence(filter(None, [report("full", one)]))
    result = classify(
        listed(tmp_path, [(one, ""), (two, "")]),
        judging=Judging(assume="delivered"),
        sources=FurtherSources(delivery=evidence),
    )
    assert [agency.record.facts.delivery_source.value for agency in result.agencies] == ["bounce", "assumed"]
    assert [agency.group for agency in result.agencies] == ["A2", "A1"]


@pytest.mark.parametrize(("status", "is_assumed"), [("delayed", False), ("unknown", False), ("", True)])
def test_nothing_is_assumed_of_a_message_that_is_under_way_or_that_nobody_could_read(
    tmp_path: Path, status: str, is_assumed: bool
) -> None:
    (one,) = addresses(1)
    evidence = DeliveryEvidence(filter(None, [report(status, one)]))
    (agency,) = classify(
        listed(tmp_path, [(one, "")]), judging=Judging(assume="delivered"), sources=FurtherSources(delivery=evidence)
    ).agencies
    assert (agency.group == "A1") is is_assumed
    assert (agency.record.facts.delivery is Delivery.DELIVERED) is is_assumed


def test_a_line_of_no_mail_may_be_assumed_upon(tmp_path: Path) -> None:
    """`bounces --for` writes such a line where nothing came back."""
    (one,) = addresses(1)
    evidence = DeliveryEvidence([DeliveryReport(one, MailStatus.UNKNOWN, diagnostic="no bounce was read")])
    (agency,) = classify(
        listed(tmp_path, [(one, "")]), judging=Judging(assume="delivered"), sources=FurtherSources(delivery=evidence)
    ).agencies
    assert (agency.group, agency.record.facts.delivery_source) == ("A1", DeliverySource.ASSUMED)
    assert agency.findings == ()


def test_reports_on_addresses_that_are_no_agencys_are_counted(tmp_path: Path) -> None:
    one, two = addresses(2)
    path = listed(tmp_path, [(f"{one}, other@example.go.th", ""), (two, "")])
    told = ("other@example.go.th", "OTHER@example.go.th", "third@example.go.th")
    result = classify(
        path,
        sources=FurtherSources(
            delivery=DeliveryEvidence(filter(None, (report("failed", address) for address in told)))
        ),
    )
    assert result.unlisted == 1, "the second address of a cell stands in the list, too"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (DeliveryReport("", MailStatus.FAILED), " (bounce)"),
        (DeliveryReport("", MailStatus.FAILED, message="a.eml"), " (bounce a.eml)"),
        (DeliveryReport("", MailStatus.FAILED, date=DAY), " (bounce of 2026-11-02)"),
        (
            DeliveryReport("", MailStatus.FAILED, "5.1.1", "550", "", DAY, "a.eml"),
            " (bounce 550 5.1.1 of 2026-11-02, a.eml)",
        ),
        (DeliveryReport("", MailStatus.FAILED, "5.1.1", message="a.eml"), " (bounce 5.1.1, a.eml)"),
    ],
)
def test_what_is_not_known_of_a_message_leaves_no_gap(line: DeliveryReport, says: str) -> None:
    (finding,) = delivery_findings(Delivery.FAILED, Evidence(line))
    assert finding.message("en") == f"Mail to this address could not be delivered{says}"
    (delayed,) = delivery_findings(Delivery.UNKNOWN, Evidence(line._replace(status=MailStatus.DELAYED)))
    assert "( " not in delayed.message("en")
    assert "  " not in delayed.message("th")


def test_a_delivery_that_nobody_reported_is_an_assumption() -> None:
    """Who keeps of delivery.csv nothing but address and status has no report of a mail system any more."""
    bare = DeliveryReport(ADDRESS, MailStatus.DELIVERED)
    assert source_of(bare) is DeliverySource.ASSUMED
    assert delivery_in_force(Delivery.FAILED, bare, None)[0] is Delivery.FAILED, "it overrides no cell"
    for said in ({"date": DAY}, {"message": "a.eml"}, {"enhanced_code": "2.0.0"}, {"smtp_code": "250"}):
        assert source_of(bare._replace(**said)) is DeliverySource.BOUNCE
    assert source_of(bare._replace(status=MailStatus.FAILED)) is DeliverySource.BOUNCE
