"""The bounces as JSON: every report in the order in which it was read, and the agencies of the list beside them."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ...delivery.agencies import AgencyDeliveries, AgencyDelivery, Known
from ...model.delivery import DeliveryReport, MailStatus
from ..escape import for_json
from .lines import plain_address
from .report import DeliveryRun

SCHEMA = "saraban-check/bounces/1"


def json_document(run: DeliveryRun) -> Iterator[str]:
    """The object, a report a line, then an agency a line. `agencies` and `elsewhere` are null without a list."""
    yield _dumped(_head(run))[:-1] + ', "reports": ['
    yield from _lines(_report_object(report) for report in run.gathered)
    if run.agencies is None:
        yield '\n], "agencies": null, "elsewhere": null}\n'
        return
    yield '\n], "agencies": ['
    yield from _lines(_agency_object(agency, run) for agency in run.agencies.agencies)
    yield '\n], "elsewhere": ['
    yield from _lines(_report_object(report) for _, report in run.agencies.elsewhere())
    yield "\n]}\n"


def _head(run: DeliveryRun) -> dict[str, Any]:
    reading, gathered = run.reading, run.gathered
    return {
        "schema": SCHEMA,
        "source": {
            "files": reading.files,
            "messages": reading.messages,
            "bounces": reading.bounces,
            "not_bounces": {other.kind: other.messages for other in reading.others},
            "cut": reading.cut,
            "skipped_count": reading.skipped_count,
            "skipped": [{"file": file, "reason": reason.say(run.lang)} for file, reason in reading.skipped],
        },
        "list": run.list_file,
        "sent_all": run.agencies is not None and run.agencies.sent_all,
        "since": gathered.since,
        "summary": {
            "reports": gathered.lines,
            "statuses": {status.value: gathered.statuses[status] for status in MailStatus},
            "addresses": gathered.evidence.count,
            "without_address": gathered.evidence.nameless,
            "before_since": gathered.before,
            "undated": gathered.undated,
            "first_day": gathered.first_day,
            "last_day": gathered.last_day,
            "agencies": _counts(run.agencies),
        },
    }


def _counts(agencies: AgencyDeliveries | None) -> dict[str, int] | None:
    if agencies is None:
        return None
    counts = agencies.counts
    return {known.value: counts[known] for known in Known}


def _report_object(report: DeliveryReport) -> dict[str, Any]:
    date = report.date.isoformat() if report.date else None
    address = plain_address(report.address)
    return {**report._asdict(), "address": address, "status": report.status.value, "date": date}


def _agency_object(agency: AgencyDelivery, run: DeliveryRun) -> dict[str, Any]:
    record, judged = agency.record, agency.judged
    return {
        "row": record.row,
        "code": record.code,
        "name": record.name or None,
        "province": record.province.name.th if record.province else None,
        "address": judged.address if judged else None,
        "known": agency.known.value,
        "report": _report_object(judged.report) if judged and judged.report else None,
        "differing": sum(run.gathered.differing(judged.address).values()) if judged else 0,
        "others": [
            {"address": other.address, "report": _report_object(other.report) if other.report else None}
            for other in agency.others
        ],
    }


def _lines(objects: Iterable[dict[str, Any]]) -> Iterator[str]:
    separator = "\n"
    for found in objects:
        yield separator + _dumped(found)
        separator = ",\n"


def _dumped(found: Any) -> str:
    return for_json(json.dumps(found, ensure_ascii=False, allow_nan=False))
