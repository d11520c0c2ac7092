"""What is known of delivery: which report holds for an address, the file it stands in, and the agencies it is about."""

import csv
import typing
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import permutations
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import CASES, read_cases, rows_xml, sheet_xml, write_list, write_workbook

from saraban_check import (
    AgencyRecord,
    Delivery,
    DeliveryEvidence,
    DeliveryReport,
    InputError,
    MailStatus,
    RequestError,
    load_delivery,
)
from saraban_check.checks.deliveries import match_deliveries
from saraban_check.delivery.agencies import AgencyDeliveries, Known
from saraban_check.delivery.all_reports import AllReports
from saraban_check.delivery.evidence import SENT_ALL, delivery_of, source_of
from saraban_check.delivery.since import Since
from saraban_check.formats import encoded
from saraban_check.intake.delivery_file import read_delivery_file
from saraban_check.intake.limits import Limits
from saraban_check.machine.delivery_csv import csv_document, one_line
from saraban_check.model.delivery import DeliverySource
from saraban_check.model.smtp_stage import Stage
from saraban_check.model.text import Lang
from saraban_check.rules.judge import judge_address

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
    st.just(False),
)


def _written(evidence: DeliveryEvidence) -> dict[str, str]:
    """As text, for two dates may be equal and written in different zones."""
    return {key: repr(report) for key, report in evidence.items()}


@settings(deadline=None)
@given(st.lists(_reports, max_size=8).flatmap(lambda r: st.tuples(st.just(r), st.permutations(r))))
def test_the_order_of_reports_does_not_matter(orders: tuple[list[DeliveryReport], list[DeliveryReport]]) -> None:
    one, other = map(DeliveryEvidence, orders)
    assert _written(one) == _written(other)
    assert one.nameless == other.nameless


@pytest.mark.parametrize(
    "change",
    [
        {"address": ADDRESS.upper()},
        {"diagnostic": "no such user"},
        {"message": "b.eml"},
        {"date": datetime(2026, 6, 1, 7, tzinfo=timezone(timedelta(hours=7)))},
    ],
    ids=lambda change: next(iter(change)),
)
def test_reports_that_say_the_same_have_an_order_too(change: dict[str, Any]) -> None:
    one = DeliveryReport(ADDRESS, MailStatus.FAILED, date=datetime(2026, 6, 1, tzinfo=UTC))
    other = one._replace(**change)
    assert repr(one) != repr(other)
    assert _written(DeliveryEvidence([one, other])) == _written(DeliveryEvidence([other, one]))


@settings(deadline=None)
@given(st.lists(_reports, max_size=6), st.lists(_reports, max_size=6))
def test_what_holds_of_parts_holds_of_the_whole(one: list[DeliveryReport], other: list[DeliveryReport]) -> None:
    parts = DeliveryEvidence([*DeliveryEvidence(one), *DeliveryEvidence(other)])
    assert _written(parts) == _written(DeliveryEvidence([*one, *other]))


@settings(deadline=None)
@given(st.lists(_reports, max_size=8), st.sampled_from([MailStatus.DELAYED, MailStatus.UNKNOWN]), _few_dates)
def test_what_settles_nothing_displaces_nothing(
    reports: list[DeliveryReport], status: MailStatus, date: datetime | None
) -> None:
    before = DeliveryEvidence(reports).of(ADDRESS)
    after = DeliveryEvidence([*reports, DeliveryReport(ADDRESS, status, date=date, message="c.eml")]).of(ADDRESS)
    assert after is not None
    assert delivery_of(after) is (Delivery.UNKNOWN if before is None else delivery_of(before))


@settings(deadline=None)
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


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_may_stand_for_an_address(text: str) -> None:
    evidence = DeliveryEvidence([DeliveryReport(text, MailStatus.FAILED)])
    assert evidence.of(text) is None or evidence.count == 1
    for address in evidence.addresses:
        assert evidence.of(address) is not None


# The file


def _written_to(path: Path, reports: Iterable[DeliveryReport]) -> Path:
    path.write_bytes(b"".join(encoded(csv_document(reports))))
    return path


def _read(path: Path) -> list[DeliveryReport]:
    return list(read_delivery_file(path))


_texts = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
    | st.sampled_from("=+-@＝＋－＠'\";,|0123456789กำ")
    | st.sampled_from("=+-@'"),
    max_size=12,
)
_any_reports = st.builds(
    DeliveryReport,
    _texts,
    st.sampled_from(MailStatus),
    _texts.map(str.strip),
    _texts.map(str.strip),
    _texts,
    st.none() | st.datetimes(datetime(1970, 1, 1), datetime(2399, 12, 31), timezones=_zones),  # noqa: DTZ001
    _texts,
    st.just(False),
)
_any_answers = st.builds(
    lambda report, status: report._replace(status=status, enhanced_code="", smtp_code="", answered=True),
    _any_reports,
    st.sampled_from([MailStatus.UNKNOWN, MailStatus.DELIVERED]),
)


@settings(deadline=None)
@given(reports=st.lists(_any_reports | _any_answers, max_size=4))
def test_what_was_written_is_read_back(reports: list[DeliveryReport], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = _written_to(tmp_path_factory.mktemp("round") / "delivery.csv", reports)
    assert _read(path) == [report._replace(stage=Stage.UNKNOWN) for report in reports]  # which the CSV has not


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*"a@._ ;<ก\0\t\n\r\v\x1c\x1f\x7f\x84\x85\u200b\u2028\ud800", "x.go.th", "\r\n"])).map(
        "".join
    )
)
def test_an_address_stays_the_same_mailbox_in_the_file(tmp_path_factory: pytest.TempPathFactory, address: str) -> None:
    path = _written_to(tmp_path_factory.mktemp("key") / "delivery.csv", [DeliveryReport(address, MailStatus.FULL)])
    assert load_delivery(path).addresses == DeliveryEvidence([DeliveryReport(address, MailStatus.FULL)]).addresses


@pytest.mark.parametrize("text", ["=1", "'=1", "''=1", "+66", "'+66", "-", "'-", "'", "''", "'a", "@x", "＝1", "'＝1"])
def test_an_apostrophe_that_was_there_stays(tmp_path: Path, text: str) -> None:
    report = DeliveryReport(ADDRESS, MailStatus.FAILED, text, text, text, None, text)
    assert _read(_written_to(tmp_path / "delivery.csv", [report])) == [report]


@settings(deadline=None)
@given(st.lists(st.text(max_size=20), min_size=5, max_size=5))
def test_no_text_breaks_the_file_or_becomes_a_formula(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    address, code, reply, diagnostic, message = texts
    code, reply = one_line(code).strip(), one_line(reply).strip()
    reports = [DeliveryReport(address, MailStatus.FAILED, code, reply, diagnostic, None, message)] * 2
    path = _written_to(tmp_path_factory.mktemp("hostile") / "delivery.csv", reports)
    found = _read(path)
    assert len(found) == 2
    assert len(path.read_bytes().splitlines()) == 3
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            for cell in row:
                assert not cell.startswith(("=", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    again = _written_to(path.with_name("again.csv"), found)
    assert again.read_bytes() == path.read_bytes()


HEADINGS = "address,status,enhanced_code,smtp_code,diagnostic,date,message"


@pytest.mark.parametrize(
    "data",
    [
        f"{HEADINGS}\n{ADDRESS},full,5.2.2,552,กล่องเต็ม,2026-06-30T09:15:00+07:00,a.mbox#2\n".encode(),
        f"\ufeff{HEADINGS}\r\n{ADDRESS},FULL , 5.2.2 ,552,กล่องเต็ม,2569-06-30 09:15+07:00,a.mbox#2\r\n".encode(),
        f"{HEADINGS}\n{ADDRESS},full,5.2.2,552,กล่องเต็ม,2026-06-30T02:15:00Z,a.mbox#2\n".encode("utf-16"),
        f"{HEADINGS}\n{ADDRESS},full,5.2.2,552,กล่องเต็ม,30/6/2569 9:15,a.mbox#2\n".encode("cp874"),
        f"{HEADINGS}\n{ADDRESS},full,5.2.2,552,กล่องเต็ม,30 มิ.ย. 2569 09:15,a.mbox#2\n".replace(",", ";").encode(),
        f"note,Message,DATE,diagnostic,smtp_code,enhanced_code,status,address\nดูแล้ว,a.mbox#2,2026-06-30T09:15,กล่องเต็ม,552,5.2.2,full,{ADDRESS}\n".encode(),
    ],
    ids=["ours", "capitals and BOM", "UTF-16", "Windows-874", "semicolons", "other columns"],
)
def test_the_file_is_read_as_people_save_it(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "delivery.csv"
    path.write_bytes(data)
    [report] = _read(path)
    moment = datetime(2026, 6, 30, 9, 15, tzinfo=timezone(timedelta(hours=7)))
    assert report == DeliveryReport(ADDRESS, MailStatus.FULL, "5.2.2", "552", "กล่องเต็ม", moment, "a.mbox#2")


def test_address_and_status_are_enough(tmp_path: Path) -> None:
    path = tmp_path / "delivery.csv"
    path.write_text(f"address,status\n{ADDRESS},failed\n\n,unknown\nA@b.go.th,delivered\n", encoding="utf-8")
    assert _read(path) == [
        DeliveryReport(ADDRESS, MailStatus.FAILED),
        DeliveryReport("", MailStatus.UNKNOWN),
        DeliveryReport("A@b.go.th", MailStatus.DELIVERED),
    ]
    assert load_delivery(path).count == 2
    assert load_delivery(str(path)).nameless == 1


def test_a_short_line_is_read_and_a_day_is_its_first_moment(tmp_path: Path) -> None:
    path = tmp_path / "delivery.csv"
    path.write_text(f"address,status,date,message\n{ADDRESS},failed,30/6/2569\nb@c.go.th,full\n", encoding="utf-8")
    thai = timezone(timedelta(hours=7))
    assert [report.date for report in _read(path)] == [datetime(2026, 6, 30, tzinfo=thai), None]


def test_a_workbook_with_the_same_columns_is_read(tmp_path: Path) -> None:
    rows: list[list[str | float]] = [
        ["address", "status", "smtp_code", "date"],
        [ADDRESS, "failed", 550, "2026-06-30T09:15:00+07:00"],
    ]
    path = write_workbook(tmp_path / "delivery.xlsx", {"Sheet1": sheet_xml(rows_xml(rows))})
    moment = datetime(2026, 6, 30, 9, 15, tzinfo=timezone(timedelta(hours=7)))
    assert _read(path) == [DeliveryReport(ADDRESS, MailStatus.FAILED, smtp_code="550", date=moment)]


@pytest.mark.parametrize(
    "written",
    [
        datetime(2026, 11, 23, 8, 15),  # noqa: DTZ001  (a cell has no zone)
        "23/11/2569 8:15",
        "23/11/2026 8:15",
        "23 พ.ย. 2569 08:15",
        "2026-11-23T08:15:00+07:00",
        "2026-11-23 01:15:00Z",
    ],
    ids=str,
)
def test_a_workbook_as_excel_saves_it_is_read(tmp_path: Path, written: Any) -> None:
    """From our CSV: its byte order mark in the first heading, a real date in its cell, a line that names nobody."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["\ufeffaddress", *HEADINGS.split(",")[1:]],
        [ADDRESS, "failed", "5.1.1", 550, "'=no such user", written, "a.mbox#2"],
        [None, "full", "5.2.2", 552, "full", None, "a.mbox#3"],
    ):
        sheet.append(row)
    path = tmp_path / "delivery.xlsx"
    book.save(path)
    moment = datetime(2026, 11, 23, 8, 15, tzinfo=timezone(timedelta(hours=7)))
    assert _read(path) == [
        DeliveryReport(ADDRESS, MailStatus.FAILED, "5.1.1", "550", "=no such user", moment, "a.mbox#2"),
        DeliveryReport("", MailStatus.FULL, "5.2.2", "552", "full", None, "a.mbox#3"),
    ]
    evidence = load_delivery(path)
    assert (evidence.count, evidence.nameless) == (1, 1)


def test_a_day_that_is_its_own_month_can_be_read_in_one_way(tmp_path: Path) -> None:
    path = tmp_path / "delivery.csv"
    path.write_text(f"address,status,date\n{ADDRESS},full,11/11/2026\n{ADDRESS},full,11/12/2569\n", encoding="utf-8")
    assert [report.date and report.date.date().isoformat() for report in _read(path)] == ["2026-11-11", "2026-12-11"]


def test_a_cell_of_a_workbook_that_cannot_be_read_is_named_by_its_row(tmp_path: Path) -> None:
    rows: list[list[str | float]] = [["address", "status", "date"], [ADDRESS, "failed", 46349]]
    path = write_workbook(tmp_path / "delivery.xlsx", {"Sheet1": sheet_xml(rows_xml(rows))})
    with pytest.raises(InputError, match="row 2: the date “46349” cannot be read"):
        load_delivery(path)


def test_a_diagnostic_in_the_first_line_cannot_pass_for_a_heading(tmp_path: Path) -> None:
    path = tmp_path / "delivery.csv"
    path.write_text(f"{HEADINGS}\n,unknown,จังหวัด,ชื่อ อปท.,อำเภอ,,เว็บไซต์\n", encoding="utf-8")
    assert [report.status for report in _read(path)] == [MailStatus.UNKNOWN]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("address,status\n\na@b.go.th,ok\n", ["line 3", "“ok”", "full, failed, delayed, delivered, unknown"]),
        ("address,status\na@b.go.th,\n", ["line 2", "“”"]),
        (f"address,status\na@b.go.th,{'x' * 99}\n", ["“" + "x" * 40 + "…”"]),
        ("address,status,date\na@b.go.th,full,yesterday\n", ["line 2", "“yesterday”", "2026-06-30 09:15"]),
        ("address,status,date\na@b.go.th,full,2026-06-30 25:00\n", ["“2026-06-30 25:00”"]),
        ("address,status,date\na@b.go.th,full,2026-02-30\n", ["“2026-02-30”"]),
        ("address,status,date\na@b.go.th,full,11/23/2026 8:15\n", ["“11/23/2026 8:15”", "2026-06-30 09:15"]),
        ("address,status,date\na@b.go.th,full,11/12/2026 8:15\n", ["two ways", "2026-12-11 or 2026-11-12"]),
        ("address,status,date\na@b.go.th,full,๑๑/๑๒/๒๐๒๖\n", ["two ways", "2026-12-11 or 2026-11-12"]),
        ('"address,status,date"\n"a@b.go.th,full,"\n', ["each in a cell of its own"]),
        ("address,status\na@b.go.th,full,5.2.2\n", ["line 2", "3 cells", "2 headings"]),
        ('address,status\n"a@b.go.th,full\nc@d.go.th,full\n', ["line 2", "quotation mark"]),
        ("address,code\na@b.go.th,5\n", ["first row", "address and status"]),
        ("a@b.go.th,full\n", ["first row", "address and status"]),
        ("", ["empty"]),
    ],
)
def test_what_cannot_be_read_is_named_in_one_sentence(tmp_path: Path, text: str, said: list[str]) -> None:
    path = tmp_path / "delivery.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as error:
        load_delivery(path)
    for lang in typing.get_args(Lang):
        assert "delivery.csv" in error.value.say(lang)
    for part in said:
        assert part in str(error.value)
    assert "--map" not in str(error.value)


def test_limits_hold_for_the_file_too(tmp_path: Path) -> None:
    reports = [DeliveryReport(ADDRESS, MailStatus.FULL, diagnostic="x" * 20_000)] * 3
    path = _written_to(tmp_path / "delivery.csv", reports)
    assert load_delivery(path, limits=Limits(rows=3, cell=20_000)).count == 1
    for limits in (Limits(rows=2), Limits(cell=19_999)):
        with pytest.raises(InputError, match="--max"):
            load_delivery(path, limits=limits)


# All reports of a run


@settings(deadline=None)
@given(st.lists(_any_reports, max_size=6))
def test_what_was_gathered_comes_back_as_often_as_it_is_asked_for(reports: list[DeliveryReport]) -> None:
    with AllReports(reports) as gathered:
        for _ in range(2):
            assert list(map(repr, gathered)) == list(map(_with_plain_zone, reports))
        assert list(gathered.evidence) == list(DeliveryEvidence(reports))
        assert gathered.lines == len(reports)
        assert gathered.statuses == Counter(report.status for report in reports)


@settings(deadline=None)
@given(st.lists(_any_reports | _reports, max_size=6), st.dates(date(1970, 1, 1), date(2026, 6, 30)))
def test_a_report_is_gathered_or_counted_as_too_old(reports: list[DeliveryReport], since: date) -> None:
    thai = timezone(timedelta(hours=7))
    days = [report.date and report.date.astimezone(thai).date() for report in reports]
    kept = [report for report, day in zip(reports, days, strict=True) if day is None or day >= since]
    dated = [day for day in days if day is not None and day >= since]
    with AllReports(reports, since=Since(since.isoformat())) as gathered:
        assert list(map(repr, gathered)) == list(map(_with_plain_zone, kept))
        assert _written(gathered.evidence) == _written(DeliveryEvidence(kept))
        assert gathered.lines + gathered.since.before == len(reports)
        assert (gathered.first_day, gathered.last_day) == (
            (min(dated).isoformat(), max(dated).isoformat()) if dated else (None, None)
        )
        assert gathered.undated == days.count(None)


@pytest.mark.parametrize(
    ("reports", "differing"),
    [
        ("failed@2", {}),
        ("failed@1 failed@2 failed", {}),
        ("full@1 failed@1", {Delivery.FAILED: 1}),
        ("full@3 failed", {Delivery.FULL: 1}),
        ("failed@1 delivered@2 full@1 full@1", {Delivery.FAILED: 1, Delivery.FULL: 2}),
        ("failed@2 delayed@1 unknown", {}),
        ("delayed@2 unknown@3", {}),
    ],
)
def test_reports_that_settle_something_else_are_counted(reports: str, differing: dict[Delivery, int]) -> None:
    other = DeliveryReport("saraban@photan.go.th", MailStatus.DELIVERED)
    for order in permutations([*map(_report, reports.split()), other]):
        with AllReports(order) as gathered:
            assert gathered.differing(f" {ADDRESS.upper()}.") == differing
            assert gathered.differing("nobody@photan.go.th") == gathered.differing("") == {}


def _with_plain_zone(report: DeliveryReport) -> str:
    """A zone may be called UTC or +00:00."""
    return repr(report._replace(date=report.date and datetime.fromisoformat(report.date.isoformat())))


def test_what_does_not_fit_into_memory_stands_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("saraban_check.intake.report_spool._IN_MEMORY", 100)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    reports = [DeliveryReport(ADDRESS, MailStatus.FULL, diagnostic="\ud800\0\n" * n) for n in range(50)]
    with AllReports(reports) as gathered:
        assert list(gathered) == reports
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saraban_check.intake.report_spool._IN_MEMORY", 1)
    monkeypatch.setattr("tempfile.tempdir", "/nowhere/at/all")
    with pytest.raises(RequestError, match="a temporary file could not be written"):
        AllReports([DeliveryReport(ADDRESS, MailStatus.FULL)])


# The agencies of a list

FULL = DeliveryReport(ADDRESS, MailStatus.FULL)
OTHER = "saraban_06480192@dla.go.th"


def _joined(path: Path, cells: list[str], *reports: DeliveryReport, sent_all: bool = False) -> AgencyDeliveries:
    rows = [["", f"อบต.สมมติ{number}", "", "", "", cell, "✓", "✓", ""] for number, cell in enumerate(cells)]
    return match_deliveries(write_list(path / "agencies.csv", rows), DeliveryEvidence(reports, sent_all=sent_all))


@pytest.mark.parametrize("case", read_cases(CASES / "agency_delivery.csv"), ids=lambda case: case["case"])
def test_what_is_known_of_an_agency(case: dict[str, str], tmp_path: Path) -> None:
    reports = []
    for said in case["reports"].split():
        address, _, status = said.partition("=")
        reports.append(DeliveryReport(address, MailStatus(status), message="a.eml"))
    for sent_all, known in ((False, case["known"]), (True, case["when all were sent"])):
        found = _joined(tmp_path, [case["cell"]], *reports, sent_all=sent_all)
        [agency] = found.agencies
        assert agency.known.value == known
        assert [other.address for other in agency.others] == case["others"].split()
        assert [report.address for _, report in found.elsewhere()] == case["elsewhere"].split()
        written = [(report.status, report.message) for report in found.unreported("en")]
        if agency.judged is None or agency.judged.report is not None:
            assert written == []
        elif agency.known is Known.SUPPOSED:
            assert written == [(MailStatus.DELIVERED, SENT_ALL)]
        else:
            assert written == [(MailStatus.UNKNOWN, "")]


def test_every_agency_and_every_report_is_somewhere(tmp_path: Path) -> None:
    cells = [ADDRESS, OTHER, "", ADDRESS.upper(), f"x@gmail.com; {OTHER}"]
    nowhere = DeliveryReport("saraban@photan.go.th", MailStatus.FAILED)
    found = _joined(tmp_path, cells, FULL, nowhere, DeliveryReport("", MailStatus.UNKNOWN))
    assert [agency.record.row for agency in found.agencies] == [2, 3, 4, 5, 6]
    assert found.counts == {Known.FULL: 2, Known.NOT_FAILED: 2, Known.NO_ADDRESS: 1}
    assert found.counts.total() == len(cells)
    assert {key: [agency.record.row for agency in agencies] for key, agencies in found.stating().items()} == {
        ADDRESS: [2, 5]
    }
    assert [key for key, _ in found.elsewhere()] == ["saraban@photan.go.th"]
    assert all(not agency.record.cells for agency in found.agencies)


def test_the_list_may_be_read_before_the_mails(tmp_path: Path) -> None:
    rows = [["", "อบต.สมมติ", "", "", "", ADDRESS, "✓", "✓", ""]]
    evidence = DeliveryEvidence()
    found = match_deliveries(write_list(tmp_path / "agencies.csv", rows), evidence)
    evidence.add(FULL)
    assert [agency.known for agency in found.agencies] == [Known.FULL]


@settings(deadline=None)
@given(st.lists(_reports, max_size=8), st.booleans())
def test_what_is_supposed_never_displaces_what_was_said(reports: list[DeliveryReport], sent_all: bool) -> None:
    """Reading the file that was written gives each agency the same delivery."""
    evidence = DeliveryEvidence(reports, sent_all=sent_all)
    found = AgencyDeliveries(evidence)
    for row, cell in enumerate([ADDRESS, "saraban@photan.go.th", OTHER]):
        found.add(AgencyRecord(row), judge_address(cell, AgencyRecord(row)))
    again = DeliveryEvidence([*found.unreported("th"), *reports])
    for address in evidence.addresses:
        assert again.of(address) == evidence.of(address)
    assert len(found.agencies) == 3
    supposed = {ADDRESS, "saraban@photan.go.th", OTHER} if sent_all else set()
    assert again.count == len({*evidence.addresses, *supposed})
