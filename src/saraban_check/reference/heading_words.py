"""The words that headings are made of, and what each of them says: `ชื่อ|จังหวัด`, `Province|Name|Thai`, `AMP|NAME`.

A heading says what its words say together, so it is read by whole words: `District` is a district, `SubDistrict` and
`DistrictOffice` are not.
"""

import re
from functools import cache, lru_cache

from ..model.lazy_pattern import lazy_pattern
from .tables import rows, several

OTHER = "?"
"""The role of a word that is not known: it may change what the others say."""

_MAIL = lazy_pattern(r"อีเมล(?:ล์|์)?|(?<![a-z])e[\s_-]?mail(?=[^a-z]|$|addr)|(?<=[a-z])email(?![a-z])", re.IGNORECASE)
_NUMBERING = lazy_pattern(r"\A\s*+(?:ข้อ\s*+)?[0-9๐-๙]{1,2}\s*+[.)]\s*+(?=[^\s0-9๐-๙])")
_BRACKETS = lazy_pattern(r"\([^()]*+\)|\[[^\[\]]*+\]")
_PARTS = lazy_pattern(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[฀-๿]+|[0-9]+")
_DLA = lazy_pattern(r"สถ\.|(?<![฀-๿])สถ(?![฀-๿])")
"""Short for the department; without its full stop it would be found in สถานะ and สถานที่."""
_SIGNS = str.maketrans("", "", "ฯ.\u200b\ufeff")
_SHORTEST_JOINED = 3
"""Words of so many letters may stand joined in one (`provincename`)."""


@cache
def _roles() -> dict[str, str]:
    return {word: row["role"] for row in rows("heading_words") for word in several(row["words"])}


@cache
def _thai_words() -> re.Pattern[str]:
    words = sorted((word for word in _roles() if not word.isascii()), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@cache
def _joined_words() -> re.Pattern[str]:
    words = sorted((w for w in _roles() if w.isascii() and len(w) >= _SHORTEST_JOINED), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def bare_heading(heading: str) -> str:
    """A heading without its number in front (`2. จังหวัด`) and what is added in brackets."""
    return _BRACKETS.sub(" ", _NUMBERING.sub("", heading, count=1)).strip()


def roles_of(heading: str) -> tuple[str, ...]:
    """What each word of a heading says, without its brackets, in their order; `OTHER` for a word that is not known."""
    return _roles_in(bare_heading(heading))


def in_brackets(heading: str) -> tuple[str, ...]:
    """What each word says that a heading adds in brackets."""
    return _roles_in(" ".join(_BRACKETS.findall(heading)))


@lru_cache(maxsize=4096)
def _roles_in(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for part in _PARTS.findall(_MAIL.sub(" อีเมล ", _DLA.sub(" dla ", text)).translate(_SIGNS)):
        word = part.casefold()
        if word in _roles():
            found.append(_roles()[word])
        elif word.isascii():
            found.extend(_split(word, _joined_words()) if len(word) > 2 * _SHORTEST_JOINED - 1 else [OTHER])
        else:
            found.extend(_split(word, _thai_words()))
    return tuple(role for role in found if role != "-")


def _split(text: str, words: re.Pattern[str]) -> list[str]:
    """A text that is written without spaces, by its longest words from the left."""
    found, at = [], 0
    for match in words.finditer(text):
        if match.start() > at:
            found.append(OTHER)
        found.append(_roles()[match[0]])
        at = match.end()
    return found if at == len(text) else [*found, OTHER]
