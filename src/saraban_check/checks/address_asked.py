"""Whether a word that is neither a command nor a file was meant as an address."""

from ..address.keyboard import key_readings

_SIGNS = ("@", "＠")
_MAILBOX = "saraban"


def is_address_asked(text: str) -> bool:
    """Whether it has an @, was typed with the Thai keyboard on and spells an address by its keys, or begins as the
    address of such a mailbox does, however it goes on."""
    return any(sign in text for sign in _SIGNS) or text.casefold().startswith(_MAILBOX) or bool(key_readings(text))
