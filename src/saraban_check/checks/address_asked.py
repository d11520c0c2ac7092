"""Whether a word that is neither a command nor a file was meant as an address, or as what leads to one."""

import re
from typing import Literal

from ..address.characters import tidy_characters
from ..address.codes import meant_code
from ..address.keyboard import key_readings
from ..address.websites import read_website
from ..model.lazy_pattern import lazy_pattern
from ..reference.local_bodies import is_local_body

_SIGNS = ("@", "＠")
_MAILBOX = "saraban"
_LIKE_WEBSITE = lazy_pattern(r"https?://|www\.", re.IGNORECASE)


def is_address_asked(text: str) -> bool:
    """Whether it has an @, was typed with the Thai keyboard on and spells an address by its keys, or begins as the
    address of such a mailbox does, however it goes on."""
    return any(sign in text for sign in _SIGNS) or text.casefold().startswith(_MAILBOX) or bool(key_readings(text))


def agency_asked(text: str) -> Literal["code", "website", "name"] | None:
    """What of an agency the word is: its code, the website of a domain of its own, the name of a local body."""
    if meant_code(tidy_characters(text)) is not None:
        return "code"
    if _LIKE_WEBSITE.match(text) and read_website(text).host is not None:
        return "website"
    return "name" if is_local_body(text) else None
