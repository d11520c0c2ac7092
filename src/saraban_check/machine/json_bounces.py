"""The bounces as JSON: every report in the order in which it was read, and the agencies of the list beside them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..delivery.agencies import AddressReport, AgencyDeliveries, AgencyDelivery, Known
from ..model.delivery import DeliveryReport, MailStatus
from ..model.smtp_stage import Stage
from ..report.views.bounces_run import DeliveryRun
from .delivery_csv import plain_address
from .json_evidence import answer_object, report_object
from .json_stream import streamed

if TYPE_CHECKING:  # what is written is checked against the contract; a run does not load it
    from ..contract.bounces import AgencyDeliveryJson, AnswerOfAddressJson, BouncesJson, ReportJson
    from ..contract.evidence import AnswerJson

SCHEMA = "saraban-check/bounces/1"


def json_document(run: DeliveryRun) -> Iterator[str]:
    """The object, a report a line, then an agency a line. `agencies` and `elsewhere` are null without a list."""
    agencies = run.agencies
    return streamed(
        _document(run),
        reports=(_report_object(report) for report in run.gathered),
        agencies=None if agencies is None else (_agency_object(agency, run) for agency in agencies.agencies),
        elsewhere=None if agencies is None else (_report_object(report) for _, report in agencies.elsewhere()),
        answers=(_answer_of_address(answer) for _, answer in run.gathered.evidence.answers()),
    )


def _document(run: DeliveryRun) -> "BouncesJson":
    """The whole object, its lists apart."""
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
        "as_of": run.agencies.as_of.isoformat() if run.agencies and run.agencies.as_of else None,
        "sent_all": gathered.evidence.sent_all,
        "answered_is_delivered": gathered.evidence.answered_is_delivered,
        "since": gathered.since.day,
        "summary": {
            "reports": gathered.lines,
            "statuses": {status.value: gathered.statuses[status] for status in MailStatus},
            "addresses": gathered.evidence.count,
            "without_address": gathered.evidence.nameless,
            "before_since": gathered.since.before,
            "undated": gathered.undated,
            "first_day": gathered.first_day,
            "last_day": gathered.last_day,
            "agencies": _counts(run.agencies),
            "answered": gathered.evidence.answered,
        },
        "reports": [],
        "agencies": None,
        "elsewhere": None,
        "answers": [],
    }


def _counts(agencies: AgencyDeliveries | None) -> dict[str, int] | None:
    if agencies is None:
        return None
    counts = agencies.counts
    return {known.value: counts[known] for known in Known}


def _report_object(report: DeliveryReport) -> "ReportJson":
    stage = None if report.stage is Stage.UNKNOWN else report.stage.value
    return {"address": plain_address(report.address), **report_object(report), "stage": stage}


def _answer_of_address(answer: DeliveryReport) -> "AnswerOfAddressJson":
    return {"address": plain_address(answer.address), **answer_object(answer)}


def _answered(stated: AddressReport | None) -> "AnswerJson | None":
    return answer_object(stated.answer) if stated and stated.answer else None


def _agency_object(agency: AgencyDelivery, run: DeliveryRun) -> "AgencyDeliveryJson":
    record, judged = agency.record, agency.judged
    return {
        "row": record.row,
        "code": record.code,
        "name": record.name or None,
        "province": record.province.name.th if record.province else None,
        "address": judged.address if judged else None,
        "known": agency.known.value,
        "report": _report_object(judged.report) if judged and judged.report else None,
        "answered": _answered(judged),
        "differing": sum(run.gathered.differing(judged.address).values()) if judged else 0,
        "others": [
            {
                "address": other.address,
                "report": _report_object(other.report) if other.report else None,
                "answered": _answered(other),
            }
            for other in agency.others
        ],
    }
