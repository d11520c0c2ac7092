"""What agencies' names begin with, and how the position of the head of each reads: นายก…, อธิบดีกรม…, คณบดีคณะ…

Source: the acts of each kind of local body; พ.ร.บ. ระเบียบบริหารราชการแผ่นดิน พ.ศ. 2534.
"""

import re
from functools import cache
from typing import NamedTuple

from .tables import rows, several


class AgencySort(NamedTuple):
    """A sort of agency, by the word that its names begin with.

    `head` is the position that a draft has, blank where it is not the same for all; `also` are others that lead such an
    agency. `{agency}` stands for the whole name, `{name}` for what is behind `begins`. `in_text`: the word means such
    an agency in running text too, and hardly anything else (โรงพยาบาล does; กอง, การ do not).
    """

    begins: str
    head: str
    also: tuple[str, ...]
    in_text: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """What the name stands behind: `begins`, or what a head is called instead of it (`เทศมนตรีตำบล`)."""
        called = (
            form.partition("{name}")[0].removeprefix("นายก") for form in (self.head, *self.also) if "{name}" in form
        )
        return (self.begins, *filter(None, called))

    def head_of(self, agency: str) -> str:
        """The position of the head of an agency of this sort; blank where it is not known."""
        return "" if is_campus(agency) else self._of(self.head, agency)

    def heads_of(self, agency: str) -> tuple[str, ...]:
        """All positions that lead it; none where none is known."""
        return tuple(self._of(form, agency) for form in (self.head, *self.also) if form)

    def _of(self, form: str, agency: str) -> str:
        return form.format(agency=agency, name=agency[len(self.begins) :].strip())


def is_campus(agency: str) -> bool:
    """Whether an agency is a campus of a university: one of its deputies leads it, each by a title of its own."""
    return "วิทยาเขต" in agency


@cache
def agency_sorts() -> tuple[AgencySort, ...]:
    """All sorts; of two that begin alike the longer word first."""
    sorts = (AgencySort(r["begins"], r["head"], several(r["also"]), bool(r["in_text"])) for r in rows("agency_heads"))
    return tuple(sorted(sorts, key=lambda sort: -len(sort.begins)))


def sort_of(agency: str) -> AgencySort | None:
    """The sort of an agency, by its name in full without the places behind it; None where it is unknown."""
    return next((sort for sort in agency_sorts() if agency.startswith(sort.begins)), None)


@cache
def beginnings() -> re.Pattern[str]:
    """A space before the word that another agency's name begins with; `เขต ๒` and `ภาค ๑` belong to a name."""
    words = [re.escape(sort.begins) for sort in agency_sorts()]
    return re.compile(rf"(?<!\s)\s+(?=(?:{'|'.join(words)})\s?[^\s0-9๐-๙])")
