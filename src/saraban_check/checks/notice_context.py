"""What is known besides the documents, when notices are checked."""

import datetime
from typing import TYPE_CHECKING, NamedTuple

from ..model.policy import NO_POLICY, Policy
from ..model.record import NO_RECORD, AgencyRecord

if TYPE_CHECKING:  # the reader of names and the registry are loaded where they are used
    from ..registry.registry import Registry
    from ..whose_notice.agencies import Agencies


class NoticeContext(NamedTuple):
    """What is known besides the documents, when notices are checked.

    `record` is that of the one agency (`agency_record` makes one), `agencies` a list to find each notice's in
    (`load_agencies`).
    `as_of` is the day of the check, today in Thailand if none is given. `upgraded_on` is the day of the agency's change
    of status; a day in the list's own upgrade cell comes first. `policy` is what a team decides for itself.
    """

    as_of: datetime.date | None = None
    record: AgencyRecord = NO_RECORD
    agencies: "Agencies | None" = None
    upgraded_on: datetime.date | None = None
    policy: Policy = NO_POLICY
    registry: "Registry | None" = None


NOTHING_KNOWN = NoticeContext()
"""The notice alone, by the published rules."""
