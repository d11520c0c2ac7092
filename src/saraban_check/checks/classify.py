"""A list of agencies becomes a classification: each row judged and grouped, all of them counted."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..address.domains import domains_of
from ..grouping.table import GroupTable, published_table
from ..intake.limits import DEFAULT_LIMITS, Limits
from ..intake.options import ReadOptions
from ..intake.records import RecordReader
from ..intake.set_aside import RowsSetAside
from ..intake.source import open_table
from ..intake.table import Table
from ..model.assessment import Assessment
from ..model.delivery import Assume, Delivery, DnsAnswers
from ..model.policy import NO_POLICY, Policy
from ..model.record import AgencyRecord, SourceRow
from .assess import classify_rows, keep_all
from .classification import Classification
from .no_agencies import no_agencies

if TYPE_CHECKING:
    from ..delivery.evidence import DeliveryEvidence
    from ..registry.registry import Registry
    from ..whose_notice.agencies import Agencies
    from ..whose_notice.notices_of_list import NoticesOfList


def classify(
    path: str | Path,
    *,
    sheet: str | None = None,
    mapping: dict[str, str] | None = None,
    require: Sequence[str] = (),
    encoding: str | None = None,
    limits: "Limits | None" = None,
    assume: Assume | None = None,
    table: "GroupTable | None" = None,
    policy: Policy = NO_POLICY,
    registry: "Registry | None" = None,
    delivery: "DeliveryEvidence | None" = None,
    look_up: Callable[[Iterable[str]], DnsAnswers] | None = None,
    look_up_rows: Container[int] | None = None,
    read_notices: "Callable[[Agencies], NoticesOfList] | None" = None,
    keep: Callable[[Assessment], bool] | None = None,
    keep_plain: bool = True,
    keep_set_aside: bool = True,
    on_open: "Callable[[Table], None] | None" = None,
    on_rows: Callable[[int], None] | None = None,
) -> Classification:
    """Classify all agencies of a CSV or XLSX file.

    `mapping` gives headings by field where they are not recognised; `require` are the fields that must have a column;
    `assume` stands in for delivery facts that
    are missing; `policy` is what the team's settings add to the published rules; in the `registry` codes and names
    are looked up. `delivery` is what bounces say of the addresses (`load_delivery`, or `DeliveryEvidence` over
    `read_bounces`); `look_up`
    is asked once for the domains of all addresses (`ask_dns`), or of those in `look_up_rows`, for which the file is
    read twice. `read_notices` is given the list's agencies and reads their notices (`notices_of_list`), for which it is
    read twice, too: an address that the list lacks is then taken from the notice, and contradictions are SB905.
    `keep` and `keep_plain` narrow which assessments are held, never the counts; without `keep_set_aside` the rows that
    are no agencies are counted, and the first of them held without their cells. `on_open` is told of the table before
    it is read, `on_rows` every thousand rows how many were read.

    Raises InputError where the file cannot be used, RequestError where an option does not fit it. Source:
    decisions: Lists to Groups.
    """
    options = ReadOptions(sheet, mapping or {}, encoding, limits or DEFAULT_LIMITS, required=require)
    source = open_table(Path(path), options)
    if on_open is not None:
        on_open(source)
    groups = table or published_table()
    reader = RecordReader(source.header)
    supposed = Delivery(assume) if assume else None
    notices = None
    if read_notices is not None:
        from ..whose_notice.agencies import Agencies

        notices = read_notices(Agencies(reader.agencies(source.rows(), RowsSetAside(whole=False))))
    dns = None
    if look_up is not None:
        asked = (row for row in source.rows() if look_up_rows is None or row.number in look_up_rows)
        dns = look_up(domains_of(_stated(reader.agencies(asked, RowsSetAside(whole=False)), notices)))
    precedence = None
    if delivery is not None or dns is not None:
        from ..delivery.precedence import DeliveryPrecedence

        precedence = DeliveryPrecedence(delivery, dns)
    rows = source.rows() if on_rows is None else _counted(source.rows(), on_rows)
    summary, agencies, aside = classify_rows(
        rows,
        reader,
        groups,
        keep or keep_all,
        keep_plain=keep_plain,
        keep_set_aside=keep_set_aside,
        assume=supposed,
        policy=policy,
        registry=registry,
        precedence=precedence,
        notices=notices,
    )
    if summary.total == 0:
        raise no_agencies(source.file, source.header_row, aside.count)
    unlisted = precedence.unlisted if precedence else 0
    evidence = (registry, delivery, dns, unlisted, notices)
    return Classification(source, groups, summary, agencies, assume, *evidence, tuple(aside.rows), aside.count)


def _stated(records: Iterable[AgencyRecord], notices: "NoticesOfList | None") -> Iterator[str]:
    """The addresses that the rows state, and those of their notices."""
    for record in records:
        yield record.address
        if notices is not None and (stated := notices.of(record.row)) is not None:
            yield from stated.addresses


def _counted(rows: Iterator[SourceRow], on_rows: Callable[[int], None]) -> Iterator[SourceRow]:
    for count, row in enumerate(rows):
        if count % 1000 == 0:
            on_rows(count)
        yield row
