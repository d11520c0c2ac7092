"""A list beside what is known of delivery: each agency by the address that it is judged by."""

from collections.abc import Callable
from pathlib import Path

from ..delivery.agencies import AgencyDeliveries
from ..delivery.evidence import DeliveryEvidence
from ..intake.limits import Limits
from ..intake.table import Table
from ..model.assessment import Assessment
from ..model.policy import NO_POLICY, Policy
from .classify import classify


def match_deliveries(
    path: str | Path,
    evidence: "DeliveryEvidence",
    *,
    sent_all: bool = False,
    sheet: str | None = None,
    mapping: dict[str, str] | None = None,
    encoding: str | None = None,
    limits: "Limits | None" = None,
    policy: Policy = NO_POLICY,
    on_open: "Callable[[Table], None] | None" = None,
    on_rows: Callable[[int], None] | None = None,
) -> "AgencyDeliveries":
    """The agencies of a list beside what is known of delivery, each by the address that it is judged by.

    The list is read now; the evidence may still grow until `agencies` is asked for. `sent_all` says that mail was sent
    to all of them and the waiting time is over: who has no bounce is then supposed to have got it. The other arguments
    are those of `classify`, which raises the same errors.
    """
    found = AgencyDeliveries(evidence, sent_all=sent_all)

    def keep(agency: Assessment) -> bool:
        found.add(agency.record, agency.verdict)
        return False  # the assessment itself holds on to the row's cells

    result = classify(
        path,
        sheet=sheet,
        mapping=mapping,
        encoding=encoding,
        limits=limits,
        policy=policy,
        keep=keep,
        keep_set_aside=False,
        on_open=on_open,
        on_rows=on_rows,
    )
    found.set_aside, found.set_aside_count = result.set_aside, result.set_aside_count
    return found
