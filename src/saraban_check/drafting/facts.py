"""The facts that a notice is filled in with; what is not known of them becomes a blank."""

import datetime
from enum import Enum
from typing import NamedTuple

from ..model.text import Text


class MissingFact(Enum):
    """What is left to fill in by hand. The signatory's name always is: no personal name passes through here."""

    ADDRESS = Text("อีเมล", "e-mail address")
    WEBSITE = Text("เว็บไซต์", "website")
    TELEPHONE = Text("โทรศัพท์", "telephone")
    POSITION = Text("ตำแหน่งผู้ลงนาม", "position of the signatory")
    SIGNATORY = Text("ชื่อผู้ลงนาม", "name of the signatory")


class DraftFacts(NamedTuple):
    """What one notice says, each text on one line.

    `agency` is the name in full (องค์การบริหารส่วนตำบลวังทอง), `address` one that was found correct, `website` as it is
    to be shown (www.wang-thong.go.th). `channels` are further ones, in words (`LINE: @wangthong`); an agency may have
    none. `position` is that of whoever signs.
    """

    agency: str
    day: datetime.date
    address: str | None = None
    website: str | None = None
    telephones: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    position: str | None = None

    @property
    def missing(self) -> tuple[MissingFact, ...]:
        """The blanks that the notice will have, in their order."""
        known = {
            MissingFact.ADDRESS: self.address,
            MissingFact.WEBSITE: self.website,
            MissingFact.TELEPHONE: self.telephones,
            MissingFact.POSITION: self.position,
            MissingFact.SIGNATORY: None,
        }
        return tuple(missing for missing, value in known.items() if not value)
