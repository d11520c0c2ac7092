"""What is known besides the cells, of delivery and of the notices, as JSON objects."""

from typing import TYPE_CHECKING

from ..checks.classification import Classification
from ..model.delivery import DeliveryReport, DeliverySource, DnsAnswers, DomainAnswer, Evidence, Reception
from ..model.notice import StatedNotice
from ..model.text import Lang
from ..whose_notice.notices_of_list import NoticesOfList

if TYPE_CHECKING:  # what is written is checked against the contract; a run does not load it
    from ..contract.evidence import (
        AnswerJson,
        DeliveryJson,
        DnsJson,
        DomainJson,
        EvidenceJson,
        MailReportJson,
        NoticesJson,
        StatedNoticeJson,
    )


def evidence_object(evidence: Evidence) -> "EvidenceJson":
    """What a mail system's report and DNS say of one agency's address, and that it answered."""
    report, domain, answer = evidence
    found: EvidenceJson = {
        "report": None if report is None else report_object(report),
        "domain": None if domain is None else domain_object(domain),
    }
    if answer is not None:
        found["answered"] = answer_object(answer)
    return found


def answer_object(answer: DeliveryReport) -> "AnswerJson":
    """When an address answered, and with which words."""
    date = answer.date.isoformat() if answer.date else None
    return {"date": date, "said": answer.diagnostic, "message": answer.message}


def report_object(report: DeliveryReport) -> "MailReportJson":
    """What a mail system says of one recipient."""
    return {
        "status": report.status.value,
        "enhanced_code": report.enhanced_code,
        "smtp_code": report.smtp_code,
        "diagnostic": report.diagnostic,
        "date": report.date.isoformat() if report.date else None,
        "message": report.message,
    }


def domain_object(answer: DomainAnswer) -> "DomainJson":
    """What DNS says of one domain."""
    return {
        "domain": answer.domain,
        "reception": answer.reception.value,
        "reason": answer.reason.value,
        "mail_servers": list(answer.mail_servers),
        "spf": answer.spf,
        "dmarc": answer.dmarc,
    }


def delivery_object(result: Classification) -> "DeliveryJson":
    """Agencies by where their delivery is known from, and reports that are no agency's."""
    counted, reports = result.summary.deliveries, result.delivery
    found: DeliveryJson = {
        "sources": {
            "cell": counted[DeliverySource.CELL],
            "bounce": counted[DeliverySource.BOUNCE],
            "dns": counted[DeliverySource.DNS],
            "answer": counted[DeliverySource.ANSWER],
            "assumed": counted[DeliverySource.ASSUMED],
            "unknown": counted[None],
        },
        "unlisted_addresses": result.unlisted,
        "without_address": 0 if reports is None else reports.nameless,
        "answered": result.summary.answered,
    }
    if reports is not None and reports.left_out:
        found["left_out"] = reports.left_out
    return found


def dns_object(dns: DnsAnswers, lang: Lang) -> "DnsJson":
    """How many domains were asked for, by what came of it."""
    found = [answer.reception for answer in dns.by_domain.values()]
    return {
        "not_checked": dns.not_checked.say(lang) if dns.not_checked else None,
        "can_receive": found.count(Reception.CAN),
        "cannot_receive": found.count(Reception.CANNOT),
        "unknown": found.count(Reception.UNKNOWN),
    }


def notice_object(notice: StatedNotice) -> "StatedNoticeJson":
    """What the notice of one agency states."""
    return {
        "file": notice.file,
        "addresses": list(notice.addresses),
        "date": notice.date.isoformat() if notice.date else None,
        "readable": notice.is_readable,
        "ocr": notice.by_ocr,
    }


def notices_object(notices: NoticesOfList, lang: Lang) -> "NoticesJson":
    """How many notices were read, how many agencies have one, and the files that stand beside none."""
    return {
        "files": notices.files,
        "matched": notices.matched,
        "unused_count": notices.unmatched_count,
        "unused": [{"file": file, "reason": why.say(lang)} for file, why in notices.unmatched],
        "skipped_count": notices.skipped_count,
        "skipped": [{"file": file, "reason": why.say(lang)} for file, why in notices.skipped],
    }
