"""What the registry of local agencies says of one: DLA's open data, dataset `dlads_05_01`
("ชื่อและที่ตั้งองค์กรปกครองส่วนท้องถิ่น").
"""

from enum import Enum
from typing import NamedTuple

from .record import Kind, Province
from .text import Text


class RegistryEntry(NamedTuple):
    """One local agency as the registry has it.

    `code` has its leading zero back; `name` stands without its kind (`ท่าข้าม`); `website` is as hand-typed there.
    """

    code: str
    name: str
    kind: Kind
    amphoe: str
    province: Province
    website: str = ""

    @property
    def full_name(self) -> str:
        """`อบต.ท่าข้าม`, `เทศบาลตำบลท่าข้าม`: as people write it."""
        if self.kind.only_code is not None:
            return self.name
        return (self.kind.short if self.kind.key in ("pao", "sao") else self.kind.name.th) + self.name

    @property
    def place(self) -> str:
        """`อ.หาดใหญ่ จ.สงขลา`."""
        district = f"อ.{self.amphoe} " if self.amphoe else ""
        return f"{district}จ.{self.province.name.th}"

    @property
    def address(self) -> str:
        """The address that สถ. gives to an agency with this code."""
        return f"saraban_{self.code}@dla.go.th"


class Likeness(Enum):
    """How an agency's name was found in the registry."""

    EXACT = "exact"  # after folding: spaces, kinds long and short, misplaced marks
    NEAR = "near"  # a letter or two differ
    AMBIGUOUS = "ambiguous"  # several agencies fit as well: none is chosen
    NONE = "none"


class NameMatch(NamedTuple):
    """What a name was matched to: one entry where exact or near, all that fit where ambiguous, best first.

    `score` is 1.0 where the folded names are the same, 0.0 where nothing came near.
    """

    how: Likeness
    entries: tuple[RegistryEntry, ...] = ()
    score: float = 0.0

    @property
    def entry(self) -> RegistryEntry | None:
        """The one agency; None where there is none, or more than one."""
        return self.entries[0] if len(self.entries) == 1 and self.how is not Likeness.AMBIGUOUS else None


NO_MATCH = NameMatch(Likeness.NONE)


class UpgradeEvidence(Enum):
    """What an upgrade is inferred from, the strongest first."""

    REGISTRY = Text(
        "รหัสเดิมไม่มีในทะเบียน และทะเบียนมีชื่อเดียวกันในอำเภอเดียวกันเป็นประเภทอื่น",
        "the old code is not in the registry, which has the same name in the same district as another kind",
    )
    KIND = Text("ทะเบียนบอกว่าเป็นประเภทอื่นแล้ว", "the registry gives it another kind")
    CODE = Text("เลขประเภทในรหัสของที่อยู่ไม่ตรงกับประเภทของหน่วยงาน", "the type digit in the address is not that of its kind")


class Upgrade(NamedTuple):
    """A probable upgrade: the code before it, and the kind and the code after it, as far as they are known."""

    old_code: str
    new_kind: Kind
    new_code: str | None
    evidence: UpgradeEvidence
