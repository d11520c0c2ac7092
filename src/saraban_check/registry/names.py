"""What the name of a local agency says: its kind, wherever it stands, the name itself, and the place behind it."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from ..model.record import Kind, Province
from ..reference.folding import marks_in_order, one_spelling
from ..reference.places import find_province
from ..reference.words import words
from .kind_words import certain_words, kind_alone, kind_before, kind_behind

LONGEST = 300
"""Characters of a name that is read for its parts. The longest in the registry has 23; with kind, office, district and
province it is about 100. What is longer is a cell that holds something else."""

_PLAIN = lazy_pattern("[ก-ฮะ-\u0e3aเ-ไ็-๎]*")  # Thai without digits, ฯ, ๆ and the second shape of aa
_ALSO = {ord("ฯ"): None, ord("ๅ"): "า", **{ord("๐") + digit: str(digit) for digit in range(10)}}
_SAID_BY_NOBODY = frozenset("CPSZ")  # controls and invisible signs, punctuation, symbols, spaces

_DISTRICT = lazy_pattern(r"^(?:(?:กิ่ง)?(?:อำเภอ|อ\.)|เขต)")
_SPACES = lazy_pattern(r"[\s,;/|]+")
_BRACKETS = lazy_pattern(r"[(\[{]([^()\[\]{}]*)[)\]}]?")
_PLACES = lazy_pattern(r"ตำบล|ต\.|(?:กิ่ง)?อำเภอ|อ\.|จังหวัด|จ\.")
_NOTHING_MORE = "(?!อบ|ท[นมต]|เท|อง|สำ|ที่|ศาล|กร|กท|เมืองพ|พัท|ตำ|อำ|จั|$)"  # what kinds, offices, places begin with


class NameParts(NamedTuple):
    """A name taken apart.

    `name` is folded (see `fold_name`), and blank where there is none. `kinds` holds the one kind that is known, several
    where only เทศบาล stands there or the name contradicts what was given, none where nothing is known. `amphoe` is as
    it stands.
    """

    name: str
    kinds: tuple[Kind, ...] = ()
    amphoe: str = ""
    province: Province | None = None

    @property
    def kind(self) -> Kind | None:
        """The kind, where there is exactly one."""
        return self.kinds[0] if len(self.kinds) == 1 else None


def fold_name(text: str) -> str:
    """A name for comparing: no spaces, punctuation, ฯ or case; marks in one order; digits in ASCII. Idempotent."""
    while (folded := _fold_once(text)) != text:
        text = folded
    return text


def _fold_once(text: str) -> str:
    if not _PLAIN.fullmatch(text):
        kept = (c for c in one_spelling(text) if unicodedata.category(c)[0] not in _SAID_BY_NOBODY)
        text = "".join(kept).translate(_ALSO)
    return marks_in_order(text.replace("เเ", "แ"))


def fold_amphoe(text: str) -> tuple[str, Province | None]:
    """A district for comparing, and the province where its name says which.

    The capital's district is `เมือง`: of every province but one its name is เมือง and the province's, of พระนครศรีอยุธยา
    the province's alone. Blank where none is given.
    """
    return _amphoe(text[:LONGEST])


@lru_cache(maxsize=4096)
def _amphoe(text: str) -> tuple[str, Province | None]:
    if words("none").whole(text.strip()):
        return "", None
    folded = fold_name(_DISTRICT.sub("", one_spelling(text).strip(), count=1))
    capital = folded.removeprefix("เมือง")
    province = find_province(capital)
    return ("เมือง", province) if province and fold_name(province.name.th) == capital else (folded, None)


def split_name(text: str, kind: Kind | None) -> NameParts:
    """What a name says, at its most likely; `kind` is what a column of its own says, where there is one."""
    return readings(text, kind)[0]


def readings(text: str, kind: Kind | None) -> tuple[NameParts, ...]:
    """All that a name can mean, the most likely first, and never none.

    `ทมนางาม` is a name, or ทม. and นางาม; `เทศบาลเมืองพล` is พล, or เมืองพล with the word เมือง written only once.
    """
    if quick := _quickly(text, kind):
        return (quick,)
    text = _SPACES.sub(" ", text).strip()
    if len(text) > LONGEST:
        return (NameParts("", _agreed((), kind)),)
    plain, inside = _without_brackets(marks_in_order(one_spelling(_visible(text))).strip())
    ways = [parts for rest, said in kind_before(plain) for parts in _taken_apart(rest, said, inside, kind)]
    return tuple(dict.fromkeys(ways))


def _taken_apart(text: str, said: tuple[Kind, ...], inside: list[str], given: Kind | None) -> list[NameParts]:
    """What is left of a name when its beginning said these kinds; `inside` stood in brackets."""
    rest, behind = (text, ()) if said else kind_behind(text)
    name, amphoe, province = _without_places(rest)
    in_brackets, near_by = _in_brackets(inside)
    amphoe, province = amphoe or near_by.amphoe, province or near_by.province
    known = _agreed(said or behind or in_brackets, given)
    ways = [NameParts(_only_one(fold_name(name), known, province), known, amphoe, province)]
    before, _, last = name.rpartition(" ")
    if before and province is None and (province := find_province(last)):  # หนองแค สระบุรี
        ways.append(NameParts(fold_name(before), known, amphoe, province))
    return ways


def _in_brackets(inside: list[str]) -> tuple[tuple[Kind, ...], NameParts]:
    """Kinds and places that stood in brackets; what is neither is taken for a district: it is not passed over."""
    said: tuple[Kind, ...] = ()
    places = NameParts("")
    for part in inside:
        if kinds := kind_alone(part):
            said = said or kinds
            continue
        left, amphoe, province = _without_places(part)
        if (alone := find_province(left)) is not None:
            left, province = "", province or alone
        places = places._replace(
            amphoe=" ".join(filter(None, (places.amphoe, amphoe or left))), province=places.province or province
        )
    return said, places


@cache
def _quick() -> tuple[re.Pattern[str], dict[str, Kind]]:
    words = certain_words()
    return re.compile(f"({'|'.join(map(re.escape, words))})?{_NOTHING_MORE}({_PLAIN.pattern})"), words


def _quickly(text: str, kind: Kind | None) -> NameParts | None:
    """What `อบต.ท่าข้าม` and `ท่าข้าม` say, in which nothing else can be seen: most names are such."""
    pattern, words = _quick()
    found = pattern.fullmatch(text)
    if found is None or _PLACES.search(found[2]) or fold_name(found[2]) != found[2]:
        return None
    return NameParts(found[2], _agreed((words[found[1]],) if found[1] else (), kind))


def _visible(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cs"))


def _without_brackets(text: str) -> tuple[str, list[str]]:
    inside = [part.strip() for part in _BRACKETS.findall(text)]
    return " ".join(_BRACKETS.sub(" ", text).split()), [part for part in inside if part]


def _agreed(said: tuple[Kind, ...], given: Kind | None) -> tuple[Kind, ...]:
    """The kinds that are possible: the one given, if the name does not say another; both if it does."""
    if given is None:
        return said
    return (given,) if not said or given in said else (given, *said)


def _only_one(name: str, known: tuple[Kind, ...], province: Province | None) -> str:
    """The name; of an อบจ. with only `จังหวัดสงขลา` behind its kind that province's, of เมืองพัทยา its own."""
    key = known[0].key if len(known) == 1 else ""
    if key == "pao" and not name and province is not None:
        return fold_name(province.name.th)
    return fold_name(known[0].name.th) if key == "pattaya" and (not name or name.endswith("พัทยา")) else name


def _without_places(text: str) -> tuple[str, str, Province | None]:
    """A name, and the district and province that stand behind it with their words; a tambon is passed over."""
    first = _PLACES.match(text)
    if first and first[0] in ("ตำบล", "ต."):  # อบต.ตำบลท่าข้าม
        text = text[first.end() :].strip()
    marks = list(_PLACES.finditer(text))
    name, amphoe, province = text, "", None
    end = len(text)
    for mark in reversed(marks):
        value = text[mark.end() : end].strip()
        if mark[0] in ("จังหวัด", "จ."):
            if (its := find_province(value)) is None:
                continue  # จ.ป.ร. is a name
            province = its
        elif not value:
            continue  # and so is สามตำบล
        elif mark[0] not in ("ตำบล", "ต."):
            amphoe = value
        end = mark.start()
        name = text[:end].strip()
    return name, amphoe, province
