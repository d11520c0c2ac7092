"""How a list is judged, what is known of it from elsewhere, and who is told while it is read: values that go inward."""

from collections.abc import Callable, Container, Iterable
from typing import TYPE_CHECKING, NamedTuple

from ..grouping.table import GroupTable
from ..model.delivery import Assume, DnsAnswers
from ..model.policy import NO_POLICY, Policy

if TYPE_CHECKING:
    from ..delivery.evidence import DeliveryEvidence
    from ..intake.table import Table
    from ..registry.registry import Registry
    from ..whose_notice.agencies import Agencies
    from ..whose_notice.notices_of_list import NoticesOfList


class Judging(NamedTuple):
    """What agencies are judged by.

    `table` holds the groups (None: the published ones); `policy` is what the team's settings add to the published
    rules; in the `registry` codes and names are looked up; `assume` stands in for delivery that is not known.
    """

    table: GroupTable | None = None
    policy: Policy = NO_POLICY
    registry: "Registry | None" = None
    assume: Assume | None = None


class FurtherSources(NamedTuple):
    """What is known of a list's agencies from elsewhere.

    `delivery` is what bounces say of the addresses (`load_delivery`, or `DeliveryEvidence` over `read_bounces`).
    `look_up` is asked once for the domains of all addresses (`dns_lookup.lookup.ask_dns`), or of those in the rows of
    `look_up_rows`, for which the file is read twice. `read_notices` is given the list's agencies and reads their
    notices (`notices_of_list`), for which it is read twice, too: an address that the list lacks is then taken from the
    notice, and contradictions are SB905.
    """

    delivery: "DeliveryEvidence | None" = None
    look_up: Callable[[Iterable[str]], DnsAnswers] | None = None
    look_up_rows: Container[int] | None = None
    read_notices: "Callable[[Agencies], NoticesOfList] | None" = None


class Watch(NamedTuple):
    """Who is told while a list is read: of the table before its rows, and every thousand rows how many were read."""

    on_open: "Callable[[Table], None] | None" = None
    on_rows: Callable[[int], None] | None = None
