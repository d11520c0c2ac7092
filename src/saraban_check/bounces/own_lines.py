"""What a notice says of one recipient: its own lines, and what stands beside them (decisions: Delivery).

A reason stands on the recipient's line or right below it; many reports for people leave a blank line in between. A
footer also stands below a blank line. So a paragraph of its own counts only if it says something that a footer does
not: a code, a label such as `reason:`, or that the mailbox is full or missing. `Scanned for viruses` is none of these.
Where the recipient's own lines have a code, and below a heading of advice, only a reply is looked for.
"""

import re
from typing import NamedTuple

from ..reference.mail_vocabulary import plain_words, vocabulary
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
_MOST_CODES = 2
"""Different codes of one reply; a paragraph with more explains what codes there are."""
_ENHANCED = re.compile(r"(?<![0-9.])[45]\.[0-9]{1,3}\.[0-9]{1,3}(?![0-9.])")
_WHITE = (" ", "\t")
_SUBJECT = re.compile(
    r"[ \t>*|•-]{0,20}(?:(?:original |message )?subject|title|(?:ชื่อ|หัว)?เรื่อง(?:เดิม)?|หัวข้อ)[ \t]{0,9}[:：](.*)"
)
_IRONPORT = re.compile(r"5\.1\.0 - unknown address error (?=[245][0-9]{2}-)", re.IGNORECASE)
"""What it writes before every reply of another system, whatever that says."""


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
    beside = _beside(first, lines, said)
    return {a: Own(found, beside.get(a, ""), headings.get(a, "")) for a, found in said.items()}


def _beside(first: dict[str, int], lines: list[str], own: dict[str, list[str]]) -> dict[str, str]:
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
        has_code = find_codes(without_addresses("\n".join(own[address]), (address,))).klass in ("4", "5")
        if len(order) == 1:
            paragraphs += _paragraphs(lines[:number])[:-_FURTHER:-1]
        telling = [p for p in paragraphs if any(mark in p for mark in _TRANSCRIPT)][:1]
        telling += _first_that_tells([p for p in paragraphs if p not in telling], address, has_code)
        if telling:
            found[address] = "\n\n".join(telling)
    return found


def _paragraphs(lines: list[str]) -> list[str]:
    joined = "\n".join(line if line.strip() else "" for line in lines)
    return [paragraph.strip("\n") for paragraph in joined.split("\n\n") if paragraph.strip()]


def _first_that_tells(paragraphs: list[str], address: str, only_replies: bool) -> list[str]:
    for paragraph in paragraphs:
        is_labelled = mail_words("labels").fit(fold(paragraph))
        if not only_replies and vocabulary("hints").fit(plain_words(paragraph)):
            only_replies = True
        elif is_labelled or (_has_reply(paragraph, address) if only_replies else refuses(paragraph, address)):
            return [paragraph]
    return []


def _has_reply(paragraph: str, address: str) -> bool:
    return (
        find_codes(without_addresses(paragraph, (address,))).klass in ("4", "5")
        and len(set(_ENHANCED.findall(paragraph))) <= _MOST_CODES
    )


def refuses(text: str, address: str) -> bool:
    """Whether it has a code of a failure, or says that the mailbox of the address is full or missing."""
    bare = without_addresses(text, (address,))
    return find_codes(bare).klass in ("4", "5") or what_about(bare).about in _OF_THE_MAILBOX


def without_addresses(text: str, own: tuple[str, ...]) -> str:
    """What the system itself says, with `@` for the recipient's address and `~` for every other.

    A name in an address is no word of the system's, and neither is the letter's subject or a line quoted from it.
    """
    text = _IRONPORT.sub("", _without_the_letters(text))
    if "@" not in text:
        return text
    folded = {address.casefold() for address in own}
    pieces: list[str] = []
    at = 0
    for start, end, address in places_in(text):
        pieces += (text[at:start], "@" if address.casefold() in folded else "~")
        at = end
    return "".join((*pieces, text[at:]))


def _without_the_letters(text: str) -> str:
    """A text without the lines that quote the letter, and without its subject, which may go on below."""
    kept: list[str] = []
    goes_on: tuple[str, ...] = ()
    for line in text.split("\n"):
        if subject := _SUBJECT.match(line.casefold()):
            goes_on = _WHITE if subject[1].strip() else ("",)
        elif goes_on and line.strip() and line.startswith(goes_on) and ":" not in line and not find_codes(line).klass:
            goes_on = _WHITE
        else:
            goes_on = ()
            if not line.startswith(">") or line.startswith(_TRANSCRIPT):
                kept.append(line)
    return "\n".join(kept)
