"""Which agency a row is about, in this round and in the next: its code, else kind, name, province and district.

The row's number is no part of it, so that sorting a list or adding to it changes nothing (decisions: Agencies).
"""

from typing import NamedTuple

from ..model.agency_result import Judged
from ..model.lazy_pattern import lazy_pattern
from ..model.record import AgencyRecord
from ..reference.folding import one_spelling, without_unseen
from ..reference.kinds import without_prefix
from ..reference.words import words

_DISTRICT_PREFIX = lazy_pattern(r"(?:กิ่ง)?(?:อำเภอ|อ\.|เขต)")
_SLASH = str.maketrans("/", "／")  # NFKC leaves no full-width slash in a name, so no two names become one by it
UNKNOWN = "-"


class NamedAgency(NamedTuple):
    """An agency by its name: each part folded for comparing, `-` where it is not known."""

    kind: str
    name: str
    province: str
    amphoe: str


def agency_key(record: AgencyRecord) -> str | None:
    """`06900115`, or `sao/ท่าข้าม/90/หาดใหญ่` where the code is not known; None where the name is not known either.

    Two agencies may share a key of the second form: whoever needs one agency a key must look for that.
    """
    if record.code is not None:
        return record.code
    named = named_agency(record)
    return None if named is None else "/".join(named)


def key_of(agency: Judged) -> str:
    """The agency's code or name; where neither is known, its address; one key for all rows that say nothing."""
    return agency_key(agency.record) or f"@{(agency.verdict.value or agency.verdict.raw).strip().casefold()}"


def named_agency(record: AgencyRecord) -> NamedAgency | None:
    """The agency by its name; None where it has none.

    Whether the kind is written before the name (`อบต.ท่าข้าม`) does not matter, nor does อำเภอ before a district.
    """
    if not (name := _fold(without_prefix(record.name, record.kind))):
        return None
    province = record.province
    amphoe = _DISTRICT_PREFIX.sub("", _fold(record.amphoe), count=1)
    if province is not None and amphoe == f"เมือง{province.name.th}":
        amphoe = "เมือง"
    return NamedAgency(
        record.kind.key if record.kind else UNKNOWN,
        name,
        province.code if province else UNKNOWN,
        amphoe or UNKNOWN,
    )


def _fold(text: str) -> str:
    """A text for comparing: no spaces, nothing invisible, one spelling of what looks the same; empty for `-`."""
    if words("none").whole(text.strip()):
        return ""
    return without_unseen(one_spelling(text)).translate(_SLASH)
