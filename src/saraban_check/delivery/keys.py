"""When two addresses are the same mailbox: whatever was typed around them, in whatever case, in either spelling."""

from ..address.cleaning import clean
from ..model.lazy_pattern import lazy_pattern

LINE_ENDS = lazy_pattern("[\n\v\f\r\x85\u2028\u2029]+")
"""They divide addresses here, as commas do: `delivery.csv` has a line a report, and reads back as it was written."""
_LONGEST_DOMAIN = 253  # RFC 1035 section 2.3.4, as text


def address_key(address: str) -> str | None:
    """An address for comparing; None where the text holds none, or several.

    It is cleaned (decisions: Lists). Letters A to Z of the mailbox compare without case (decisions: Addresses),
    other letters do not: the long s is no s. A domain in other letters is that of its A-label (RFC 5890).
    """
    keys = address_keys(address)
    return keys[0] if len(keys) == 1 else None


def address_keys(text: str) -> tuple[str, ...]:
    """All addresses of a text, in their order, for comparing."""
    return tuple(dict.fromkeys(_key(value) for value in clean(LINE_ENDS.sub(",", text)).values if "@" in value))


def _key(address: str) -> str:
    if address.isascii():
        return address.lower()
    mailbox, _, domain = address.rpartition("@")
    return f"{_ascii_lower(mailbox)}@{_a_label(domain)}"


def _ascii_lower(text: str) -> str:
    return "".join(char.lower() if char.isascii() else char for char in text)


def _a_label(domain: str) -> str:
    if domain.isascii():
        return domain.lower()
    if len(domain) <= _LONGEST_DOMAIN:
        import idna

        try:
            return idna.encode(domain, uts46=True).decode("ascii")
        except UnicodeError:
            pass  # no domain: it is only itself
    return domain.lower()
