"""What a notice says of one recipient: its own lines, and what stands beside them (decisions: Delivery).

A reason stands on the recipient's line or right below it; many reports for people leave a blank line in between. A
footer also stands below a blank line. So a paragraph of its own counts only if it says something that a footer does
not: a code, a label such as `reason:`, or that the mailbox is full or missing. `Scanned for viruses` is none of these.
"""

from typing import NamedTuple

from ..reference.mail_words import fold, mail_words
from ..reference.refusals import About, what_about
from .addresses import addresses_in, places_in
from .codes import find_codes
from .generated_from import without_generating
from .lines import lines_with

_FURTHER = 8
"""Paragraphs that are looked through for the reason."""
_OF_THE_MAILBOX = (About.FULL, About.MAILBOX, About.DOMAIN)
_TRANSCRIPT = (">>> ", "<<< ", "--> ", "<-- ")


class Own(NamedTuple):
    """The lines about a recipient, what stands beside them, and the heading above them; empty where there is none."""

    lines: list[str]
    beside: str = ""
    heading: str = ""


def own_lines(addresses: list[str], text: str) -> dict[str, Own]:
    """By address without case: the lines that name it and those right below, up to a blank line or another address.

    Beside them: the first paragraph after them that tells something, up to the next recipient; of the last or only one
    up to the end, and then the paragraph before. What an address was generated from is named for its sake, and begins
    nothing.
    """
    wanted = {address.casefold() for address in addresses}
    lines = text.splitlines()
    is_heading = set(lines_with(mail_words("recipients"), text))
    heading = ""
    headings: dict[str, str] = {}
    said: dict[str, list[str]] = {address: [] for address in wanted}
    first: dict[str, int] = {}
    current: list[str] | None = None
    for number, line in enumerate(lines):
        if number in is_heading:
            heading = line
        if not line.strip():
            current = None
        elif "@" in line:
            named = next((a for one in addresses_in(without_generating(line)) if (a := one.casefold()) in wanted), None)
            if named is not None:
                headings.setdefault(named, heading)
                first.setdefault(named, number)
                current = said[named]
        if current is not None:
            current.append(line)
    beside = _beside(first, lines)
    return {a: Own(found, beside.get(a, ""), headings.get(a, "")) for a, found in said.items()}


def _beside(first: dict[str, int], lines: list[str]) -> dict[str, str]:
    """By address the paragraphs that tell something, for those that have any between them and the next address.

    Where several stand together, what is below the last of them may be about all, and is nobody's own.
    """
    order = sorted((number, address) for address, number in first.items())
    found: dict[str, str] = {}
    for at, (number, address) in enumerate(order):
        end = order[at + 1][0] if at + 1 < len(order) else len(lines)
        if at + 1 == len(order) and at and not all(earlier in found for _, earlier in order[:-1]):
            break
        paragraphs = _paragraphs(lines[number:end])[1 : 1 + _FURTHER]
        if len(order) == 1:
            paragraphs += _paragraphs(lines[:number])[:-_FURTHER:-1]
        telling = [p for p in paragraphs if any(mark in p for mark in _TRANSCRIPT)][:1]
        telling += [p for p in paragraphs if p not in telling and _tells(p, address)][:1]
        if telling:
            found[address] = "\n\n".join(telling)
    return found


def _paragraphs(lines: list[str]) -> list[str]:
    joined = "\n".join(line if line.strip() else "" for line in lines)
    return [paragraph.strip("\n") for paragraph in joined.split("\n\n") if paragraph.strip()]


def _tells(paragraph: str, address: str) -> bool:
    return mail_words("labels").fit(fold(paragraph)) or refuses(paragraph, address)


def refuses(text: str, address: str) -> bool:
    """Whether it has a code of a failure, or says that the mailbox of the address is full or missing."""
    bare = without_addresses(text, (address,))
    return find_codes(bare).klass in ("4", "5") or what_about(bare).about in _OF_THE_MAILBOX


def without_addresses(text: str, own: tuple[str, ...]) -> str:
    """A text with `@` for the recipient's address and `~` for every other: a name in one is no word of the system's."""
    if "@" not in text:
        return text
    folded = {address.casefold() for address in own}
    pieces: list[str] = []
    at = 0
    for start, end, address in places_in(text):
        pieces += (text[at:start], "@" if address.casefold() in folded else "~")
        at = end
    return "".join((*pieces, text[at:]))
