"""Exim names the address that a recipient was `generated from`: an agency's own, where its mail is handed on."""

from .addresses import addresses_in

GENERATED = "generated from "


def generating_addresses(text: str) -> dict[str, str]:
    """By address without case, the one that it was `generated from` (Exim), on its own line or the one before."""
    found: dict[str, str] = {}
    if GENERATED not in text:
        return found
    last = ""
    for line in text.splitlines():
        own, mark, rest = line.partition("(" + GENERATED)
        if not mark:
            own, mark, rest = line.partition("(ultimately " + GENERATED)
        if not line.strip():
            last = ""
        if here := addresses_in(own):
            last = here[-1]
        origin = addresses_in(rest.partition(")")[0])
        if mark and origin and last:
            found.setdefault(last.casefold(), origin[0])
    return found


def without_generating(line: str) -> str:
    """A line without what an address in it was generated from."""
    return line.partition(GENERATED)[0]
