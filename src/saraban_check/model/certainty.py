"""How sure it is that an address that was looked up is an agency's, or why none can be told."""

from enum import Enum


class Certainty(Enum):
    """How sure it is that the address is the agency's; the first five have one, the others say why there is none."""

    ISSUED = "issued"
    """It was issued centrally, as the user says."""
    REGISTRY = "registry"
    """The registry has the agency, by its code or by a name that only one has."""
    NEAR_NAME = "near-name"
    """The registry has an agency of nearly that name, or in a district of nearly that name."""
    CODE_ALONE = "code-alone"
    """Built from the code, of which no registry was asked."""
    WEBSITE = "website"
    """Built from the website: nobody has said that there is a mailbox."""
    SEVERAL = "several"
    """The registry has several of that name, or one of which it is doubtful that it is meant."""
    CONTRADICTED = "contradicted"
    """The code is not that of the name, kind or province, or the district not that of the agency."""
    NOT_FOUND = "not-found"
    """The registry has no such code or name."""
    NO_REGISTRY = "no-registry"
    """Only a registry could tell, and none was used."""
    NOT_LOCAL = "not-local"
    """No local agency (อปท.): it has no code, and only its website could tell."""

    @property
    def has_address(self) -> bool:
        """Whether there is an address to confirm and to use."""
        return self in _WITH_ADDRESS


_WITH_ADDRESS = {
    Certainty.ISSUED,
    Certainty.REGISTRY,
    Certainty.NEAR_NAME,
    Certainty.CODE_ALONE,
    Certainty.WEBSITE,
}
