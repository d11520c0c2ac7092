"""Recipients of a notice in any language: an address that begins or ends its line, a reason behind or below it.

What stands before it may be a label (`To:`, `받는 사람`). A label that cannot be read may as well be a help desk's:
there only a code counts, and words only where the address begins its line or a colon stands before it.
"""

from ..reference.mail_words import fold, mail_words
from .addresses import places_in
from .codes import find_codes
from .own_lines import refuses, without_addresses

_LONGEST_LABEL = 40
_LINES = 8
_FURTHER_LINES = 12
_ENOUGH = 100
"""Addresses of whom words are looked for; of a crowd codes only."""
_AROUND = "<\"'“‘([>)]”’*•-· \t"


def refused_on_lines(text: str, others: set[str]) -> list[str]:
    """Those of the `others` (addresses without case) that the text refuses so, each once, in order."""
    if not others:
        return []
    lines = text.splitlines()
    heads: dict[int, tuple[str, str, str]] = {}
    named: set[int] = set()
    for number, line in enumerate(lines):
        here = [place for place in places_in(line) if place[2].rstrip(".").casefold() in others]
        if here:
            named.add(number)
        if len(here) != 1:
            continue
        start, end, address = here[0]
        label = line[:start].strip(_AROUND)
        if len(label) <= _LONGEST_LABEL and not mail_words("recipient_not").ends(fold(label)):
            heads[number] = (address.rstrip("."), label, line[end:])
    found: dict[str, str] = {}
    for number, (address, label, behind) in heads.items():
        below, further = _below(lines, number, named)
        own = "\n".join((behind, *below))
        by_words = len(heads) <= _ENOUGH and (not label or label.endswith((":", "：")))
        is_told = refuses(own, address) if by_words else _has_code(own, address)
        if is_told or (len(heads) == 1 and _has_code("\n".join(further), address)):
            found.setdefault(address.casefold(), address)
    return list(found.values())


def _below(lines: list[str], number: int, named: set[int]) -> tuple[list[str], list[str]]:
    """The lines below one up to a blank one, and some below that; both end where another address stands."""
    own: list[str] = []
    further: list[str] = []
    is_own = True
    for at in range(number + 1, min(number + 1 + _LINES + _FURTHER_LINES, len(lines))):
        if at in named:
            break
        is_own = is_own and bool(lines[at].strip()) and len(own) < _LINES
        (own if is_own else further).append(lines[at])
    return own, further


def _has_code(text: str, address: str) -> bool:
    return find_codes(without_addresses(text, (address,))).klass in ("4", "5")
