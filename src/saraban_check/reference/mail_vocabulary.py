"""The small vocabularies that a reason is made of: a mailbox beside full, a sender beside rejected.

One word alone says little (`full`), and a list of whole sentences never ends; two words close to each other within one
sentence are what all systems write, each in its own order.
"""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from ..model.lazy_pattern import lazy_pattern
from .tables import rows, several

MOST_LOOKED_AT = 2000
"""Characters that are looked at: a reply is shorter, and a text that is not has said it by then."""
_PLACES = 10
"""Times that one word is looked for: who writes it more often has said it, or wants to cost time."""
_AROUND = 40
_BREAK = " | "
_ASKED = " \u0294 | "
"""Where a question ends; a letter of no language of any mail system."""
_QUESTION = lazy_pattern(r"(?<!\?)\?(?=[\s)\"']|\Z)")
_ENDS = lazy_pattern(r"[.!?;](?=[\s)\"'])|[.!?;]\Z|\n[ \t]*\n|\n[ \t]*[-*]{2,}")
_CODE = lazy_pattern(r"(?<![\w.])([245][0-5][0-9])[ \-](?:[245]\.[0-9]{1,3}\.[0-9]{1,3}(?![\w.]))?")
_SILENT = dict.fromkeys(map(ord, "็์่้๊๋'’`\u200b"))
"""Thai is compared without tone marks and what only some write (เมล and เมล์, โควตา and โควต้า), English without '."""
_OTHER = lazy_pattern(r"[^\w\u0e31-\u0e3a@~|#]+")


def plain_words(text: str) -> str:
    """A text as words with one space between them and ` | ` where a sentence ends, for `Vocabulary`.

    A reply begins with its code, so a sentence ends there; the code of its further lines stands within a sentence.
    """
    seen: set[str] = set()

    def reply(found: re.Match[str]) -> str:
        begins = found[1] not in seen
        seen.add(found[1])
        return _BREAK if begins else " "

    folded = _QUESTION.sub(_ASKED, _CODE.sub(reply, text[:MOST_LOOKED_AT])).casefold().translate(_SILENT)
    return f" {_OTHER.sub(' ', _ENDS.sub(_BREAK, folded))} "


def without_questions(plain: str) -> str:
    """Words without the sentences that ask: they tell nothing."""
    return "|".join(one for one in plain.split("|") if not one.endswith(_ASKED[:-2])) if _ASKED in plain else plain


class Vocabulary:
    """Words that mean the same: whole, as the beginning of one, or (Thai has no spaces) wherever they stand."""

    def __init__(self, found: list[tuple[str, str]]) -> None:
        before, after = {"word": " ", "stem": " ", "contains": ""}, {"word": " ", "stem": "", "contains": ""}
        self._needles = tuple(f"{before[how]}{plain_words(text).strip()}{after[how]}" for how, text in found)

    def fit(self, plain: str) -> bool:
        """Whether one of them stands in the words."""
        for needle in self._needles:  # noqa: SIM110  (takes half the time of `any`, and most of a report goes by here)
            if needle in plain:
                return True
        return False

    def without(self, plain: str) -> str:
        """The words without these."""
        for needle in self._needles:
            if needle in plain:
                plain = plain.replace(needle, " ")
        return plain

    def places(self, plain: str) -> list[tuple[int, int]]:
        """Where they begin and end, in order; of a word the first `_PLACES` times."""
        found: list[tuple[int, int]] = []
        for needle in self._needles:
            at, room = plain.find(needle), _PLACES
            while at >= 0 and room:
                found.append((at, at + len(needle)))
                at, room = plain.find(needle, at + 1), room - 1
        return sorted(found)


class Near(NamedTuple):
    """A vocabulary, and how many characters after it or before it the other may stand within the sentence."""

    one: str
    other: str
    after: int
    before: int

    def find(self, plain: str) -> list[str]:
        """What stands from the one to the other, and a little around it, each time."""
        ones = vocabulary(self.one).places(plain)
        others = vocabulary(self.other).places(plain) if ones else []
        if not others:
            return []
        starts = [start for start, _ in others]
        found: list[str] = []
        for start, end in ones:
            at = bisect_left(starts, start)
            for number, room in ((at, self.after), (at - 1, self.before)):
                if 0 <= number < len(others):
                    first, last = min((start, end), others[number]), max((start, end), others[number])
                    between = plain[first[1] : last[0]]
                    if len(between) <= room and "|" not in between:
                        found.append(_surroundings(plain, first[0], last[1]))
        return found


def _surroundings(plain: str, start: int, end: int) -> str:
    """A place with what stands around it in its sentence."""
    left = plain[max(start - _AROUND, 0) : start].rpartition("|")[2]
    return left + plain[start:end] + plain[end : end + _AROUND].partition("|")[0]


@cache
def vocabulary(name: str) -> Vocabulary:
    """One list of `mail_vocabulary.csv`, such as `mailbox`, `missing`. Raises KeyError for one that there is not."""
    found = [(r["match"], text) for r in rows("mail_vocabulary") if r["list"] == name for text in several(r["words"])]
    if not found:
        raise KeyError(name)
    return Vocabulary(found)
