"""Where an agency's name ends, and whether what stands behind the word of a kind is a name at all.

Thai has no spaces between words: behind องค์การบริหารส่วนตำบล stands วังทอง, or ขอสงวนสิทธิ์. A text runs on with words of
grammar (auxiliaries, prepositions, conjunctions) or with what agencies do, and names of places begin otherwise but for
a few (ขอนแก่น, ในเมือง). Where a registry is present it decides.
"""

from collections.abc import Callable, Iterable
from functools import cache, cached_property

from ..model.lazy_pattern import lazy_pattern
from ..model.record import Kind
from ..reference.notice_words import notice_words
from .skeleton import skeleton_of

_BEHIND_A_NAME = lazy_pattern("หรือ|และ|โดย|ได้|ว่า|ให้|ตาม|ซึ่ง|ออก|เป็น|ทาง|ที่|เพื่อ|จึง|ของ|ขอ(?!น)|อำเภอ|จังหวัด|กระทรวง|ประกาศ")
_LONGEST = 25
"""Letters of a name that is told by its end alone; the longest of a local agency has 23."""
_CERTAIN = 5
"""Letters of a name of the registry that no word begins with by chance."""


class KnownNames:
    """The names of the registry's agencies, read when the first is asked for."""

    def __init__(self, names: Callable[[], Iterable[tuple[Kind, str]]]) -> None:
        self._read = names

    @cached_property
    def _names(self) -> frozenset[tuple[str, str]]:
        return frozenset((kind.key, skeleton_of(name)) for kind, name in self._read())

    def longest(self, kind: Kind, skeleton: str) -> str:
        """The longest name of that kind that a skeleton begins with; blank where none does."""
        tries = (skeleton[:length] for length in range(min(len(skeleton), _LONGEST), 0, -1))
        return next((name for name in tries if (kind.key, name) in self._names), "")


def runs_on(text: str, *, may_act: bool = True) -> bool:
    """Whether a text goes on where a name would stand or would be over: told with its marks, for แก่ begins no แกดำ.

    `may_act` is False where a name may begin with what an agency does: กรมส่งเสริม…, กระทรวงการ….
    """
    words = _running() if may_act else _grammar()
    return not skeleton_of(text) or (text.startswith(words) and not text.startswith(_names()))


def up_to_its_end(text: str) -> str:
    """A name without the words that it was written up against, as far as they can be told."""
    end = _BEHIND_A_NAME.search(text, 2)
    return text if end is None else text[: end.start()]


def name_in(text: str, *, may_act: bool = True) -> str:
    """The name that a piece of Thai text up to its next space begins with; blank where it is none, or may be none."""
    if runs_on(text, may_act=may_act):
        return ""
    name = up_to_its_end(text)
    return name if len(skeleton_of(name)) <= _LONGEST else ""


def known_name_in(text: str, kind: Kind, known: KnownNames) -> str:
    """The name of the registry that a text begins with, where it is over there."""
    found = known.longest(kind, skeleton_of(text))
    if not found:
        return ""
    length = next(n for n in range(1, len(text) + 1) if skeleton_of(text[:n]) == found)
    while length < len(text) and skeleton_of(text[: length + 1]) == found:
        length += 1  # the marks of its last letter
    rest = text[length:]
    is_over = not rest or (not runs_on(text) and (len(found) >= _CERTAIN or runs_on(rest)))  # ควร is a name, and a word
    return text[:length] if is_over else ""


@cache
def _running() -> tuple[str, ...]:
    return (*_grammar(), *notice_words("acts_on"))


@cache
def _grammar() -> tuple[str, ...]:
    return (*notice_words("runs_on"), *notice_words("position_more"))


@cache
def _names() -> tuple[str, ...]:
    return notice_words("begins_name")
