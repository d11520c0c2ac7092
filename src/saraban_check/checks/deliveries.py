"""A list beside what is known of delivery: each agency by the address that it is judged by."""

from pathlib import Path

from ..delivery.agencies import AgencyDeliveries
from ..delivery.evidence import DeliveryEvidence
from ..intake.options import ListOptions
from ..model.assessment import Assessment
from ..model.policy import NO_POLICY, Policy
from .classify import classify
from .judging import Judging, Watch


def match_deliveries(
    path: str | Path,
    evidence: DeliveryEvidence,
    reading: ListOptions = ListOptions(),
    *,
    policy: Policy = NO_POLICY,
    watch: Watch = Watch(),
) -> AgencyDeliveries:
    """The agencies of a list beside what is known of delivery, each by the address that it is judged by.

    The list is read now; the evidence may still grow until `agencies` is asked for. The other arguments are those of
    `classify`, which raises the same errors.
    """
    found = AgencyDeliveries(evidence)

    def keep(agency: Assessment) -> bool:
        found.add(agency.record, agency.verdict)
        return False  # the assessment itself holds on to the row's cells

    result = classify(path, reading, Judging(policy=policy), keep=keep, keep_set_aside=False, watch=watch)
    found.as_of = result.as_of
    found.set_aside, found.set_aside_count = result.set_aside, result.set_aside_count
    return found
