"""Where a name says its kind: before it or behind it, in full or short, with marks and spaces misplaced.

`reference.kinds` reads what is written as it should be; here is what else stands in lists.
"""

import re
from functools import cache

from ..model.record import Kind
from ..reference.folding import MARKS
from ..reference.kinds import kind_of_name, kinds, without_prefix

_MUNICIPAL = ("city", "town", "subdistrict")
_OFFICE = r"(?:(?:สำนักงาน|ที่ทำการ|ศาลาว่าการ) ?)?"
_BEFORE_LETTER = "(?=[ก-ฮเ-ไ])"

Way = tuple[str, tuple[Kind, ...]]
"""What is left of a name, and the kinds that the rest of it says: none, one, or those that it may mean."""


def certain_words() -> dict[str, Kind]:
    """Beginnings that mean one kind and nothing else: not เทศบาลนคร, for เทศบาลนครสวรรค์ is นครสวรรค์."""
    doubtful = {kinds()[key].name.th for key in ("city", "town")}
    return {word: kind for kind in _local() for word in (kind.name.th, kind.short) if word not in doubtful}


def kind_before(text: str) -> list[Way]:
    """The ways to take the kind from a name's beginning, the most likely first."""
    if found := _long().match(text):
        key, rest = str(found.lastgroup), text[found.end() :].strip()
        ways: list[Way] = [(rest, (kinds()[key],))]
        if key in ("city", "town"):
            ways.append((("นคร" if key == "city" else "เมือง") + rest, _municipal()))
        return ways
    if found := _short().match(text):
        return [(text[found.end() :].strip(), (kinds()[str(found.lastgroup)],))]
    if found := _perhaps().match(text):
        way = (text[found.end() :].strip(), (kinds()[str(found.lastgroup)],))
        return [way, (text, ())] if found[0].endswith(" ") else [(text, ()), way]
    if found := _only_municipal().match(text):
        return [(text[found.end() :].strip(), _municipal())]
    read = kind_of_name(text)
    if read is None or read.key == "central":
        return [(text, ())]  # สำนักท้อน and กรม… begin like a central agency's name: that alone says nothing
    return [(without_prefix(text, read), (read,))]


def kind_behind(text: str) -> Way:
    """A name without the kind that stands behind it, after a space: `ท่าข้าม อบต.`"""
    behind = _behind().search(text) if " " in text or "-" in text else None
    if behind is None:
        return text, ()
    return f"{text[: behind.start()]} {text[behind.end() :]}".strip(), kind_alone(behind[0])


def kind_alone(text: str) -> tuple[Kind, ...]:
    """The kind that a text says which says nothing else; with `ทม` a space or the end is as good as a full stop."""
    left, said = min(kind_before(text.strip() + " "), key=lambda way: len(way[0]))
    return said if not left.strip(" .") else ()


def _local() -> list[Kind]:
    return [kind for kind in kinds().values() if kind.type_digits and not kind.only_code]


def _municipal() -> tuple[Kind, ...]:
    return tuple(kinds()[key] for key in _MUNICIPAL)


# Each pattern is made when it is first needed: all of them take 20 ms, and most names need none.


@cache
def _long() -> re.Pattern[str]:
    return re.compile(f"{_OFFICE}(?:{_long_words()})")


@cache
def _short() -> re.Pattern[str]:
    return re.compile(f"{_OFFICE}(?:{_short_words()})")


@cache
def _perhaps() -> re.Pattern[str]:
    return re.compile(f"{_OFFICE}(?:{_perhaps_words()})")


@cache
def _only_municipal() -> re.Pattern[str]:
    return re.compile(_OFFICE + _loosely("เทศบาล"))


@cache
def _behind() -> re.Pattern[str]:
    words = "|".join((_long_words(), _short_words(), "ท[นมต]"))
    unnamed = re.sub(r"\(\?P<\w+>", "(?:", words)
    return re.compile(rf"(?<=[ \-])(?:{unnamed})(?= |$)")


def _long_words() -> str:
    return "|".join(f"(?P<{kind.key}>{_loosely(kind.name.th)})" for kind in _local())


def _short_words() -> str:
    """`อบต` with full stops or without; of two letters, as `ทต`, at least the last with its full stop."""
    words = []
    for kind in _local():
        *first, last = list(kind.short.strip("."))
        dotted = " ?".join(rf"{letter}(?: ?\.)?" for letter in first)
        words.append(rf"(?P<{kind.key}>{dotted} ?{last} ?\.{'?' if len(first) > 1 else ''})")
    return "|".join(words)


def _perhaps_words() -> str:
    """Two letters without a full stop: they begin names too (ทมนางาม)."""
    short = {kind.key: tuple(kind.short.strip(".")) for kind in _local() if len(kind.short.strip(".")) == 2}
    return "|".join(rf"(?P<{key}>{a}(?: ?\.)?{b}(?: |{_BEFORE_LETTER}))" for key, (a, b) in short.items())


def _loosely(word: str) -> str:
    """A pattern for a word whose marks may be missing or misplaced, with spaces or without."""
    return f"[{MARKS} ]*".join(re.sub(f"[{MARKS}]", "", word))
