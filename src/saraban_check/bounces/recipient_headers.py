"""What the headers of a bounce say of its recipients."""

from .addresses import addresses_in
from .mime import Headers

_FAILED = ("fail", "daemon", "undeliver", "bounce")
_WHOSE = ("original-recipient", "x-original-recipient", "final-recipient", "x-final-recipient", "x-actual-recipient")
_OWN = ("from", "to", "cc", "reply-to", "sender", "delivered-to", "envelope-to", *(f"resent-{n}" for n in ("to", "cc")))


def names_failed(headers: Headers) -> bool:
    """Whether a header says by its name who was not reached: `X-Failed-Recipients` and its like."""
    return bool(_failed(headers))


def failed_recipients(headers: Headers) -> list[str]:
    """The addresses of such headers, each once."""
    return addresses_in(", ".join(headers.text(name) for name in _failed(headers)))


def perhaps_recipients(headers: Headers) -> list[str]:
    """The addresses of headers that hold the recipient with some systems and the sender with others.

    The agent that delivers a mail writes `X-Original-To` beside its `Delivered-To` (Postfix): that is whom the bounce
    itself went to. DMA writes it alone, for whom the bounce is about.
    """
    arrived = headers.all_text("x-original-to")[1 if "delivered-to" in headers else 0 :]
    return addresses_in(", ".join([*arrived, *(headers.text(name) for name in _WHOSE)]))


def own_addresses(headers: Headers) -> set[str]:
    """The addresses, without case, of those who wrote the bounce and to whom it went."""
    values = [value for name in (*_OWN, "return-path") for value in headers.all_text(name)]
    if "delivered-to" in headers:
        values.append(headers.text("x-original-to"))
    return {address.casefold() for value in values for address in addresses_in(value)}


def _failed(headers: Headers) -> list[str]:
    names = "\n".join(headers)
    if "recipient" not in names and "rcpt" not in names:
        return []
    return [name for name in headers if ("recipient" in name or "rcpt" in name) and any(w in name for w in _FAILED)]
