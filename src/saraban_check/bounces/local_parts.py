"""Recipients of whom a notice has the local part alone: `saraban (mailbox is full)` (GroupWise, Mercury)."""

import re

from .addresses import addresses_in
from .decoding import decode_transfer
from .mime import Headers, Part
from .recipient_headers import own_addresses, perhaps_recipients

_MOST = 8000
"""Bytes of the letter that are searched for its `To`."""
_TO = re.compile(r"^(?:to|cc):(?:.|\n[ \t]){0,2000}(?=\n)", re.IGNORECASE | re.MULTILINE)
"""Whole lines: where the mail was cut off, half an address is another one."""
_LEADING = re.compile(r"(?:[^@:]{0,30}:)?[ \t]{0,20}[<\"']?(?P<local>[\w.+-]{1,64})[>\"']?[ \t]{0,8}(?=[:(\-]|\Z)")


def with_whole_addresses(text: str, headers: Headers, letter: Part | None) -> str:
    """The text with the whole address for a local part that begins a line, or is all of it but for a label.

    Whole ones are those that the headers or the `letter` have; of two with the same local part neither is it.
    """
    whole: dict[str, set[str]] = {}
    own = own_addresses(headers)
    for address in (*perhaps_recipients(headers), *(_addressed(letter) if letter is not None else ())):
        if address.casefold() not in own:
            whole.setdefault(address.partition("@")[0].casefold(), set()).add(address.casefold())
    one = {local: next(iter(found)) for local, found in whole.items() if len(found) == 1}
    return "\n".join(_with_whole(line, one) for line in text.splitlines()) if one else text


def _with_whole(line: str, one: dict[str, str]) -> str:
    if "@" in line or (found := _LEADING.match(line)) is None or found["local"].casefold() not in one:
        return line
    return f"{line[: found.start('local')]}{one[found['local'].casefold()]}{line[found.end('local') :]}"


def _addressed(letter: Part) -> list[str]:
    data = decode_transfer(letter.body[:_MOST], letter.headers.raw("content-transfer-encoding"))
    text = data.decode("ascii", "replace").replace("\r\n", "\n")
    return addresses_in(", ".join(found[0] for found in _TO.finditer("\n\n".join(text.split("\n\n", 2)[:2]))))
