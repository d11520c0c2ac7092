"""A list of agencies becomes a classification: each row judged and grouped, all of them counted."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..address.domains import domains_of
from ..grouping.table import published_table
from ..intake.options import ListOptions
from ..intake.records import RecordReader
from ..intake.set_aside import RowsSetAside
from ..intake.source import open_table
from ..model.assessment import Assessment
from ..model.delivery import Delivery
from ..model.record import AgencyRecord, SourceRow
from .assess import Assessor
from .classification import Classification
from .finish import finish
from .gathering import Gathering, keep_all
from .judging import FurtherSources, Judging, Watch
from .no_agencies import no_agencies

if TYPE_CHECKING:
    from ..whose_notice.notices_of_list import NoticesOfList
    from .narrowing import Narrowing


def classify(
    path: str | Path,
    reading: ListOptions = ListOptions(),
    judging: Judging = Judging(),
    sources: FurtherSources = FurtherSources(),
    *,
    keep: Callable[[Assessment], bool] = keep_all,
    keep_set_aside: bool = True,
    watch: Watch = Watch(),
    narrowing: "Narrowing | None" = None,
) -> Classification:
    """Classify all agencies of a list: CSV or XLSX, and whatever else the command line reads.

    `reading` says how the file is read, and by how many processes a long one, `judging` by which table, policy and
    registry, `sources` what is known of the agencies from elsewhere; `watch` is told how far it is.
    `keep` says which agencies are finished and held; the counts are of all. Without `keep_set_aside` the rows that are
    no agencies are counted, and the first of them held without their cells. `narrowing` says which part of the list all
    of it is to be of.

    Raises InputError where the file cannot be used, RequestError where an option does not fit it, or where nothing of
    the list is left. Source: decisions: Lists to Groups, and Rounds.
    """
    table, policy, registry, assume = judging
    delivery, look_up, look_up_rows, read_notices = sources
    source = open_table(Path(path), reading)
    if watch.on_open is not None:
        watch.on_open(source)
    groups = table or published_table()
    if narrowing is not None:
        narrowing.open(source.header, groups, policy.domains)
    reader = RecordReader(source.header, only_texts=source.layout is not None)
    supposed = Delivery(assume) if assume else None
    notices = None
    if read_notices is not None:
        from ..whose_notice.agencies import Agencies

        notices = read_notices(Agencies(reader.agencies(source.rows(), RowsSetAside(whole=False))))
    dns = None
    if look_up is not None:
        asked = (row for row in source.rows() if look_up_rows is None or row.number in look_up_rows)
        records = reader.agencies(asked, RowsSetAside(whole=False))
        dns = look_up(domains_of(_stated(records if narrowing is None else narrowing.may_fit(records), notices)))
    precedence = None
    if delivery is not None or dns is not None:
        from ..delivery.precedence import DeliveryPrecedence

        precedence = DeliveryPrecedence(delivery, dns)
    assessor = Assessor(groups, supposed, policy, registry, precedence, notices)
    gathering = Gathering(reader, assessor, keep, keep_set_aside=keep_set_aside, narrowing=narrowing)
    is_simple = narrowing is None and notices is None and precedence is None and not keep_set_aside
    is_done = False
    if is_simple and reading.processes > 1 and source.text is not None:  # what reads a workbook is a second process
        from .sharing import gather_in_two

        is_done = gather_in_two(source.text(), gathering, source.header, judging, keep, watch.on_rows)
    if not is_done:
        gathering.take(source.rows() if watch.on_rows is None else _counted(source.rows(), watch.on_rows))
    summary, kept, aside = gathering.finish()
    if summary.total == 0:
        if narrowing is not None and narrowing.left_out:
            raise narrowing.nobody(source.file)
        raise no_agencies(source.file, source.header_row, aside.count)
    unlisted = precedence.unlisted if precedence else 0
    elsewhere = precedence.failed_elsewhere if precedence else ()
    agencies = tuple([finish(agency, groups, policy.domains, registry, dns) for agency in kept])
    evidence = (registry, delivery, dns, unlisted, notices)
    whole = Classification(
        source, groups, summary, agencies, assume, *evidence, tuple(aside.rows), aside.count, elsewhere
    )
    return whole if narrowing is None else narrowing.narrowed(whole)


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
