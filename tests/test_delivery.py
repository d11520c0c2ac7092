"""What is known of delivery: which report holds for an address, the file it stands in, and the agencies it is about."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support import CASES, read_cases

from saraban_check import Delivery, DeliveryEvidence, DeliveryReport, MailStatus
from saraban_check.api import DeliverySource, delivery_of, source_of
from saraban_check.delivery.evidence import SENT_ALL

ADDRESS = "saraban_06480191@dla.go.th"
_CASES = read_cases(CASES / "delivery.csv")


def _report(text: str) -> DeliveryReport:
    """`failed@2`: a failure on the second day."""
    status, _, day = text.partition("@")
    date = datetime(2026, 6, int(day), tzinfo=UTC) if day else None
    if status == SENT_ALL.strip("-"):
        return DeliveryReport(ADDRESS, MailStatus.DELIVERED, date=date, message=SENT_ALL)
    return DeliveryReport(ADDRESS, MailStatus(status), date=date)


# Which report holds


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["case"])
def test_one_report_holds_in_whatever_order_they_come(case: dict[str, str]) -> None:
    for order in permutations(map(_report, case["reports"].split())):
        evidence = DeliveryEvidence(order)
        assert evidence.of(ADDRESS) == _report(case["holds"])
        assert evidence.count == 1


_zones = st.sampled_from([UTC, timezone(timedelta(hours=7)), timezone(timedelta(hours=-5, minutes=-30))])
_few_dates = st.none() | st.builds(
    lambda second, zone: datetime(2026, 6, 1, 12, 0, second, tzinfo=UTC).astimezone(zone), st.integers(0, 3), _zones
)
_reports = st.builds(
    DeliveryReport,
    st.sampled_from([ADDRESS, ADDRESS.upper(), f"<{ADDRESS}>", "saraban@photan.go.th", "", "?"]),
    st.sampled_from(MailStatus),
    st.sampled_from(["", "5.1.1"]),
    st.sampled_from(["", "550"]),
    st.sampled_from(["", "no such user"]),
    _few_dates,
    st.sampled_from(["a.eml", "b.mbox#2", SENT_ALL]),
)


def _written(evidence: DeliveryEvidence) -> dict[str, str]:
    """As text, for two dates may be equal and written in different zones."""
    return {key: repr(report) for key, report in evidence.items()}


@given(st.lists(_reports, max_size=8).flatmap(lambda r: st.tuples(st.just(r), st.permutations(r))))
def test_the_order_of_reports_does_not_matter(orders: tuple[list[DeliveryReport], list[DeliveryReport]]) -> None:
    one, other = map(DeliveryEvidence, orders)
    assert _written(one) == _written(other)
    assert one.nameless == other.nameless


@given(st.lists(_reports, max_size=6), st.lists(_reports, max_size=6))
def test_what_holds_of_parts_holds_of_the_whole(one: list[DeliveryReport], other: list[DeliveryReport]) -> None:
    parts = DeliveryEvidence([*DeliveryEvidence(one), *DeliveryEvidence(other)])
    assert _written(parts) == _written(DeliveryEvidence([*one, *other]))


@given(st.lists(_reports, max_size=8), st.sampled_from([MailStatus.DELAYED, MailStatus.UNKNOWN]), _few_dates)
def test_what_settles_nothing_displaces_nothing(
    reports: list[DeliveryReport], status: MailStatus, date: datetime | None
) -> None:
    before = DeliveryEvidence(reports).of(ADDRESS)
    after = DeliveryEvidence([*reports, DeliveryReport(ADDRESS, status, date=date)]).of(ADDRESS)
    assert after is not None
    assert delivery_of(after) is (Delivery.UNKNOWN if before is None else delivery_of(before))


@given(st.lists(_reports, min_size=1, max_size=8))
def test_a_failure_is_displaced_only_by_a_delivery_that_is_later(reports: list[DeliveryReport]) -> None:
    holding = DeliveryEvidence(reports).of(ADDRESS)
    about = [r for r in reports if DeliveryEvidence([r]).of(ADDRESS)]
    failures = [r for r in about if delivery_of(r) in (Delivery.FULL, Delivery.FAILED)]
    if holding is not None and holding.status is MailStatus.DELIVERED:
        assert all(r.date and holding.date and r.date < holding.date for r in failures)


@pytest.mark.parametrize(
    ("status", "fact"),
    [
        (MailStatus.FULL, Delivery.FULL),
        (MailStatus.FAILED, Delivery.FAILED),
        (MailStatus.DELIVERED, Delivery.DELIVERED),
        (MailStatus.DELAYED, Delivery.UNKNOWN),
        (MailStatus.UNKNOWN, Delivery.UNKNOWN),
    ],
)
def test_each_status_settles_one_fact(status: MailStatus, fact: Delivery) -> None:
    assert delivery_of(DeliveryReport(ADDRESS, status)) is fact


def test_a_fact_is_from_a_bounce_or_assumed() -> None:
    assert source_of(_report("failed@1")) is DeliverySource.BOUNCE
    assert source_of(_report("sent-all")) is DeliverySource.ASSUMED


# Which addresses are the same


@pytest.mark.parametrize(
    ("reported", "asked"),
    [
        (ADDRESS, ADDRESS),
        (ADDRESS, "Saraban_06480191@DLA.go.th"),
        (f"  <{ADDRESS.upper()}>. ", ADDRESS),
        (f"mailto:{ADDRESS}", f"อีเมล: {ADDRESS}"),
        ("saraban_๐๖๔๘๐๑๙๑＠dla．go．th", ADDRESS),
        ("saraban@xn--l3cfk7dp.xn--o3cw4h", "saraban@ทดสอบ.ไทย"),
        ("saraban@ทดสอบ.ไทย", "SARABAN@XN--L3CFK7DP.xn--o3cw4h"),
        (f"saraban@photan.go.th, {ADDRESS}", ADDRESS),
    ],
)
def test_the_same_mailbox_is_found_again(reported: str, asked: str) -> None:
    evidence = DeliveryEvidence([DeliveryReport(reported, MailStatus.FULL)])
    assert evidence.of(asked) is not None, evidence.addresses


@pytest.mark.parametrize(
    ("reported", "asked"),
    [
        (ADDRESS, "saraban_06480192@dla.go.th"),
        (ADDRESS, "ſaraban_06480191@dla.go.th"),  # the long s, which folds to an s
        (ADDRESS, "sаraban_06480191@dla.go.th"),  # a Cyrillic а
        (ADDRESS, f"{ADDRESS}, saraban@photan.go.th"),
        (ADDRESS, ""),
        ("", ""),
        ("saraban", "saraban"),
        ("a@" + "ก" * 300, "a@" + "ข" * 300),
        ("a@ก..ข", "a@ก.ข"),
    ],
)
def test_another_mailbox_is_not(reported: str, asked: str) -> None:
    assert DeliveryEvidence([DeliveryReport(reported, MailStatus.FULL)]).of(asked) is None


def test_addresses_come_in_the_order_in_which_they_first_appeared() -> None:
    reports = [
        DeliveryReport(name and f"{name}@dla.go.th", MailStatus.FAILED) for name in ("b", "A", "c", "B", "", "a")
    ]
    evidence = DeliveryEvidence(iter(reports))
    assert evidence.addresses == ("b@dla.go.th", "a@dla.go.th", "c@dla.go.th")
    assert [key for key, _ in evidence.items()] == list(evidence.addresses)
    assert (evidence.count, evidence.nameless) == (3, 1)


@given(st.text(max_size=60))
def test_any_text_may_stand_for_an_address(text: str) -> None:
    evidence = DeliveryEvidence([DeliveryReport(text, MailStatus.FAILED)])
    assert evidence.of(text) is None or evidence.count == 1
    for address in evidence.addresses:
        assert evidence.of(address) is not None
