"""What a rule of a notice looks at: the notice, the agency's record, and the day on which it is checked."""

import datetime
from typing import TYPE_CHECKING, NamedTuple

from ..address.websites import read_website
from ..model.notice import Notice, Stated
from ..model.policy import PUBLISHED, Domains
from ..model.record import NO_RECORD, AgencyRecord, Kind

if TYPE_CHECKING:  # the catalogue is loaded by every command, the reader of names by few
    from ..registry.names import NameParts
    from ..registry.registry import Registry


class NoticeCase(NamedTuple):
    """One notice of one agency, ready to be judged.

    `as_of` is the day of the check; `upgraded_on` the day on which the agency's status changed (ยกฐานะ), where known.
    """

    notice: Notice
    record: AgencyRecord = NO_RECORD
    as_of: datetime.date | None = None
    upgraded_on: datetime.date | None = None
    domains: Domains = PUBLISHED
    registry: "Registry | None" = None

    @property
    def agency(self) -> AgencyRecord:
        """The record, and what the notice itself says where the record says nothing: issuer, kind, province, website.

        In the light of it the address is judged: of a notice alone nothing else is known.
        """
        record, notice = self.record, self.notice
        if not record.name.strip() and record.code is None and record.kind is None and notice.issuer is not None:
            province = record.province or notice.province
            record = record._replace(name=notice.issuer.text, kind=notice.issuer_kind, province=province)
        if not record.website.strip() and self.own_website is not None:
            record = record._replace(website=self.own_website)
        return record

    @property
    def websites(self) -> tuple[str, ...]:
        """The hosts of the websites that the notice states, as far as they can be read, each once; none of the model's
        that was left in.
        """
        from ..notices.model_notice import is_model_data

        left = self.model_data
        stated = (one for one in self.notice.websites if not (left and is_model_data(one.text)))
        hosts = (read_website(one.text).host for one in stated)
        return tuple(dict.fromkeys(host for host in hosts if host is not None))

    @property
    def model_data(self) -> tuple[Stated, ...]:
        """What was left in of the model notice's data; none where the agency is the model's, or is not known."""
        from ..notices.model_notice import is_model_agency

        issuer = self.notice.issuer
        name = self.record.name.strip() or (issuer.text if issuer else "")
        return () if not name or is_model_agency(name) else self.notice.model_data

    @property
    def own_website(self) -> str | None:
        """The host of the website that the notice states, if it states one alone that can be read."""
        return self.websites[0] if len(self.websites) == 1 else None

    @property
    def agency_name(self) -> str:
        """The agency's name as the record has it, its kind before it where that stands apart; blank if unknown."""
        name = " ".join(self.record.name.split())
        kind = self.record.kind
        if not name and kind is not None and kind.type_digits is not None:
            return kind.name.th
        if not name or kind is None or kind.type_digits is None or kind.only_code is not None:
            return name
        return name if any(parts.kinds for parts in _readings(name, None)) else kind.name.th + name

    @property
    def is_of_agency(self) -> bool:
        """Whether the title names the record's agency: the same name, and not another kind."""
        if not self.record.name.strip():
            return self.record.kind in (None, self.notice.issuer_kind)
        return any(_same(one, other) for one, other in self._names() if _kinds_fit(one, other))

    def is_named_by(self, text: str) -> bool:
        """Whether a text names the record's agency."""
        mine = _readings(self.record.name, self.record.kind) if self.record.name.strip() else ()
        return any(_same(one, other) and _kinds_fit(one, other) for one in _readings(text, None) for other in mine)

    @property
    def has_agency_name(self) -> bool:
        """Whether the title has the same name, of whatever kind."""
        return any(_same(one, other) for one, other in self._names())

    def _names(self) -> "list[tuple[NameParts, NameParts]]":
        issuer = self.notice.issuer
        if issuer is None:
            return []
        province = self.record.province
        mine = [
            parts._replace(province=parts.province or province)
            for parts in _readings(self.record.name, self.record.kind)
        ]
        return [(one, other) for one in _readings(issuer.text, None) for other in mine]


def _readings(name: str, kind: Kind | None) -> "tuple[NameParts, ...]":
    from ..registry.agency_names import agency_readings

    return agency_readings(name, kind)


def _same(one: "NameParts", other: "NameParts") -> bool:
    from ..registry.agency_names import same_central_name
    from ..registry.names import fold_name

    if not one.kinds and not other.kinds:
        return same_central_name(one, other)
    return fold_name(one.name) == fold_name(other.name)


def _kinds_fit(one: "NameParts", other: "NameParts") -> bool:
    return not one.kinds or not other.kinds or bool(set(one.kinds) & set(other.kinds))
