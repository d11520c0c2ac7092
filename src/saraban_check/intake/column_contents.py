"""What the cells of a column hold, by a sample of them: whether they can be a field's, and whose they probably are."""

import re
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from typing import Any

from ..address.characters import tidy_characters
from ..address.websites import read_website
from ..reference.kinds import find_kind, kinds
from ..reference.places import find_province
from ..reference.words import words
from .cells import as_text, read_code, read_delivery, read_notice, read_notice_and_posted, read_upgraded, read_yes_no
from .dates import find_day

_SITE = r"(?i)https?:|www\b|[a-z0-9-]\.(?:go|or|ac|mi|co|in|com|net|org)\b"
_ONLY_SITE = r"(?i)(?:https?:|www|[a-z0-9-]+\.)[^\u0e01-\u0e5b]*"
_MAIL = r"(?i)[@＠]|\(at\)|\[at\]|^saraban|^[^\s/]+\.(?:go|or|ac|mi)\.th$"
_GOVERNMENT = r"(?i)saraban|\.go\.th"
_NUMBER = r"[0-9๐-๙]{1,7}\.?"
_CODE = r"'?0?[2-6][0-9]{6}(?:\.0)?"
_DELIVERY = r"(?i)ส่ง|ตีกลับ|เด้ง|deliver|bounce|quota|กล่อง|(?<!ไม่)เต็ม|\b[245][0-9][0-9]\b"
# As texts: `re` compiles each when it is first asked for, which for a list in good order is never.
_SHORT = 20
"""An answer (มี, ✓, yes) is no longer than this."""


def _is_answer(text: str) -> bool:
    return len(text) <= _SHORT and read_yes_no(text).value is not None


def _is_text(text: str) -> bool:
    return any(map(str.isalpha, text)) and "@" not in text and not _is_answer(text)


def _is_site(text: str) -> bool:
    return re.search(_SITE, text) is not None and "@" not in text


def _is_mail(text: str) -> bool:
    return re.search(_MAIL, text) is not None and not text.casefold().startswith(("www", "http"))


FITS: dict[str, Callable[[str], bool]] = {
    "number": lambda text: re.fullmatch(_NUMBER, text) is not None,
    "code": lambda text: read_code(text).value is not None,
    "name": _is_text,
    "kind": lambda text: find_kind(text) is not None or words("kind_by_name").whole(text),
    "amphoe": _is_text,
    "province": lambda text: find_province(text) is not None,
    "website": lambda text: _is_site(text) or "facebook" in text.casefold(),
    "address": _is_mail,
    "issued": _is_mail,
    "notice": lambda text: read_notice(text).understood,
    "notice_date": lambda text: find_day(text) is not None,
    "posted": lambda text: read_yes_no(text).value is not None,
    "notice_and_posted": lambda text: read_notice_and_posted(text).understood,
    "delivery": lambda text: read_delivery(text).understood,
    "upgraded": lambda text: read_upgraded(text).understood,
}
"""Whether a cell can be a field's, for the fields of which a cell can tell; in the others anything may stand."""


@cache
def _kind_names() -> frozenset[str]:
    return frozenset(
        name.casefold().rstrip(".") for kind in kinds().values() for name in (*kind.name, kind.short, kind.key)
    )


SHOWS: dict[str, Callable[[str], bool]] = {
    "address": lambda text: "@" in text,
    "code": lambda text: re.fullmatch(_CODE, text) is not None and read_code(text).value is not None,
    "province": lambda text: not text.isdecimal() and find_province(text) is not None,
    "kind": lambda text: text.casefold().rstrip(".") in _kind_names(),
    "website": lambda text: re.fullmatch(_ONLY_SITE, text) is not None and read_website(text).host is not None,
    "upgraded": lambda text: words("upgraded").part(text),
    "delivery": lambda text: re.search(_DELIVERY, text) is not None and read_delivery(text).understood,
}
"""Whether a cell shows by itself that it is a field's, whatever its heading says."""


class Contents:
    """What a column holds: the texts of a sample of its cells, without those that are blank or say that there is none.

    Each text is looked at once however often it stands there, and none before somebody asks: most columns need not be
    looked at at all.
    """

    def __init__(self, cells: Iterable[Any]) -> None:
        self._cells = cells
        self._shares: dict[object, float] = {}

    @cached_property
    def _texts(self) -> frozenset[str]:
        none = words("none").whole
        tidied = {tidy_characters(as_text(cell)).strip() for cell in set(self._cells)}
        return frozenset(text for text in tidied if text and not none(text))

    def __bool__(self) -> bool:
        return bool(self._texts)

    def fits(self, field: str) -> bool:
        """Whether half of what it holds, or more, can be the field's; also where it holds nothing."""
        test = FITS.get(field)
        return test is None or not self._texts or self._share(test) >= 1 / 2

    def shows(self, field: str) -> bool:
        """Whether nearly all of what it holds shows by itself that it is the field's."""
        return bool(self._texts) and self._share(SHOWS[field]) > 4 / 5

    def ticks(self) -> bool:
        """Whether it holds nothing but answers: ticks and crosses, มี and ไม่มี; a number may be a count."""
        return bool(self._texts) and self._share(lambda text: not text.isdecimal() and _is_answer(text)) == 1

    def numbers(self) -> bool:
        """Whether it holds nothing but numbers."""
        return bool(self._texts) and all(text.isdecimal() for text in self._texts)

    def official(self) -> bool:
        """Whether most of its addresses are such as agencies have."""
        return bool(self._texts) and self._share(lambda text: re.search(_GOVERNMENT, text) is not None) > 1 / 2

    def _share(self, test: Callable[[str], bool]) -> float:
        if test not in self._shares:
            self._shares[test] = sum(map(test, self._texts)) / len(self._texts)
        return self._shares[test]
