"""An agency's notice beside its row: the address that is judged, the facts, and where the two contradict each other."""

from collections.abc import Callable
from typing import NamedTuple

from ..address.cleaning import clean
from ..model.finding import Finding
from ..model.notice import StatedNotice, UnclearNotice
from ..model.record import AgencyRecord, Facts
from ..model.text import Text
from ..model.verdict import AddressState, AddressVerdict
from ..rules.sb5_notice import NOTHING_TOLD
from ..rules.sb9_data import NoticeDoubt, notice_contradiction
from ..rules.sb53_issue import address_from_notice

Judge = Callable[[str, AgencyRecord], AddressVerdict]


_UNCLEAR = Text(" ({why})", " ({why})")


class Reconciled(NamedTuple):
    """The facts and the verdict that count once the notice was looked at, and what is to be said of it.

    `told` is why the address is unknown, blank where the notice has no part in that.
    """

    facts: Facts
    verdict: AddressVerdict
    findings: tuple[Finding, ...] = ()
    told: Text = NOTHING_TOLD


def beside_unclear_notice(record: AgencyRecord, verdict: AddressVerdict, unclear: UnclearNotice) -> Reconciled:
    """What a row comes to where nobody knows what address its notice states.

    Where the row has none either, the address is unknown, not missing.
    """
    facts = record.facts
    if False in (facts.notice, facts.states_address):
        return Reconciled(facts, verdict)
    if unclear.is_read and facts.notice is None and facts.notice_and_posted is None:
        facts = facts._replace(notice=True)
    if verdict.state is not AddressState.MISSING:
        return Reconciled(facts, verdict)
    return Reconciled(
        facts, verdict._replace(state=AddressState.UNKNOWN, findings=()), (), _UNCLEAR.fill(why=unclear.why)
    )


def reconcile_with_notice(
    record: AgencyRecord, verdict: AddressVerdict, stated: StatedNotice, judge: Judge
) -> Reconciled:
    """What a row and the notice of its agency come to.

    Where the row has no address, the notice's is judged. In all else the row holds, and what the notice says against
    it is SB905; what was read from a picture says nothing against it.
    """
    facts = record.facts
    if not stated.says_something or (stated.by_ocr and False in (facts.notice, facts.states_address)):
        return Reconciled(facts, verdict)
    stated = stated._replace(file=" ".join(stated.file.splitlines()))  # a line of a message stays one
    found = []
    if facts.notice is False:
        found.append(notice_contradiction(NoticeDoubt.EXISTS, stated.file))
    elif facts.notice is None and facts.notice_and_posted is None:
        facts = facts._replace(notice=True)
    best = _judged(record, stated, judge)
    if verdict.state is AddressState.MISSING:
        if facts.states_address is False and best is not None:
            found.append(notice_contradiction(NoticeDoubt.STATES_ONE, stated.file, stated=_shown(best)))
        elif best is not None:
            found.append(address_from_notice(_shown(best), stated.file, stated.faults))
            verdict = best._replace(raw=verdict.raw)
    elif verdict.state is not AddressState.UNKNOWN and not stated.by_ocr:
        found += _against(verdict, best, stated)
    return Reconciled(facts, verdict, tuple(found))


def _judged(record: AgencyRecord, stated: StatedNotice, judge: Judge) -> AddressVerdict | None:
    """The verdict on the notice's address: the first correct one, else the first."""
    verdicts = [judge(address, record) for address in stated.addresses]
    return next(
        (verdict for verdict in verdicts if verdict.state is AddressState.CORRECT), verdicts[0] if verdicts else None
    )


def _against(verdict: AddressVerdict, best: AddressVerdict | None, stated: StatedNotice) -> list[Finding]:
    listed = _shown(verdict)
    if best is None:
        return [notice_contradiction(NoticeDoubt.STATES_NONE, stated.file, listed=listed)]
    said = {value.casefold() for address in stated.addresses for value in clean(address).values}
    if listed.casefold() in said:
        return []
    return [notice_contradiction(NoticeDoubt.STATES_ANOTHER, stated.file, listed=listed, stated=_shown(best))]


def _shown(verdict: AddressVerdict) -> str:
    return verdict.value or verdict.raw
