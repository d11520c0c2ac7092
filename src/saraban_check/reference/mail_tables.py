"""What a refusal means: codes, the stages of a dialogue, and the table that the status is looked up in."""

from functools import cache
from typing import NamedTuple

from .tables import rows, several


@cache
def mail_codes() -> dict[str, str]:
    """What a code is about, by enhanced code (`5.2.2`), by its class and subject (`5.1`), or by reply code (`552`).

    Source: RFC 3463, 5321, 7372, 7504.
    """
    return {r["code"]: r["about"] for r in rows("mail_codes")}


class MailVerdict(NamedTuple):
    """What is known of a recipient, by how it ended; `reason` names why nothing is (see `bounces.reasons`)."""

    refused: str
    expired: str
    deferred: str
    reason: str


@cache
def mail_verdicts() -> dict[tuple[str, str], MailVerdict]:
    """What a report says, by stage (`any`) and what it is about (empty where that is not said)."""
    return {
        (r["stage"], r["about"]): MailVerdict(r["refused"], r["expired"], r["deferred"], r["reason"])
        for r in rows("mail_verdicts")
    }


@cache
def mail_stages(how: str) -> dict[str, str]:
    """The stage by phrase: those that are `said`, `implied`, or the `command` of a transcript."""
    return {text: r["stage"] for r in rows("mail_stages") if r["how"] == how for text in several(r["phrase"])}
