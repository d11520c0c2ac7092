"""What there is to tell of a registry: where it stands, what its import left out, and what stands out in it."""

from typing import TYPE_CHECKING, NamedTuple

from ..model.registry import RegistryEntry
from .registry import Registry

if TYPE_CHECKING:
    from .importing import LeftOut


class Status(NamedTuple):
    """A registry, the file that it stands in, and the rows that the import just made left out."""

    registry: Registry
    file: str
    left_out: "tuple[LeftOut, ...]" = ()

    @property
    def former_codes(self) -> list[RegistryEntry]:
        """The agencies whose code still has the type digits of their former status (decisions: Codes)."""
        return [entry for entry in self.registry if entry.kind.type_digits != entry.code[:2]]

    @property
    def websites(self) -> int:
        """How many agencies have something in the website column."""
        return sum(1 for entry in self.registry if entry.website.strip(" -"))
