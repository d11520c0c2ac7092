"""Which column serves as which field, and what becomes of the others: by the headings' words and by the cells.

Among several headings of one field the one has it whose cells can be the field's and that says most; the others are
named. A heading that may mean several things is only taken where its cells do not say the contrary.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

from ..reference.column_letters import letters_of
from ..reference.words import NO_FIELD, fold_heading, headings
from .column_contents import SHOWS, Contents
from .heading_fields import ASKING, BEGINNING, HeadingField, field_named_by

Why = Literal["rival", "words", "cells"]

_PROVINCE = "province"
_TICKED = ("notice", "posted", "delivery")
_WORDS: dict[str, tuple[str, ...]] = {
    "delivery": ("ส่ง", "ตีกลับ", "deliver", "bounce"),
    "upgraded": ("ยกฐานะ", "upgrad"),
    "posted": ("info", "เผยแพร่", "ลงระบบ", "ขึ้นระบบ", "publish", "posted"),
    "notice": ("ประกาศ", "notice", "announce"),
    "address": ("อีเมล", "mail", "saraban", "สารบรรณ"),
    "website": ("เว็บ", "เว็ป", "เวบ", "เวป", "web", "url"),
    "code": ("รหัส", "code"),
    "province": ("จังหวัด", "prov"),
    "kind": ("ประเภท", "type"),
}
"""A word anywhere in a heading that lets one think of a field, if the cells can be the field's."""

_SHOWN_ONLY = frozenset({"code", "province", "website"})
"""Their words stand in many headings (`รหัสไปรษณีย์`, `URL ใน info.go.th`), so the cells must show it."""

_STAMP = frozenset(map(fold_heading, ("Timestamp", "ประทับเวลา")))
_RESPONDENT = frozenset(map(fold_heading, ("Email Address", "ที่อยู่อีเมล", "Email", "Username", "ชื่อผู้ใช้")))
"""What Google Forms calls the time of an answer, and whose answer it is: not the agency's, where there is another."""


class UnusedColumn(NamedTuple):
    """A column that serves as no field: the field that it `probably` is, and `why` one may think so.

    `rival`: its heading names the field, which another column has; `words`: a word of its heading, and cells that fit;
    `cells`: by what it holds. With `probably` None, `cells` says that its heading names a field that its cells cannot
    be. `setting` is what `--map` would have to say to use it; None where no field is probable, or where the heading
    cannot be told from another column's.
    """

    at: int
    heading: str
    probably: str | None = None
    why: Why | None = None
    setting: str | None = None

    @property
    def column(self) -> str:
        """The column as a spreadsheet calls it: A, B, …, AA."""
        return letters_of(self.at)

    @property
    def option(self) -> str | None:
        """The option that would use it, to be pasted into a shell; None where there is none."""
        if self.setting is None:
            return None
        import shlex

        field, _, heading = self.setting.partition("=")
        if re.search(r"[\"'`$\\!%]", heading):
            return f"--map {shlex.quote(self.setting)}"
        return f'--map {field}="{heading}"'


class AssignedColumns(NamedTuple):
    """The index of each field's column, and the other columns in their order."""

    columns: dict[str, int]
    unused: tuple[UnusedColumn, ...]


class _Candidate(NamedTuple):
    at: int
    what: HeadingField
    by_hand: bool = False


def assign_columns(
    names: Sequence[str],
    mapping: Mapping[str, str],
    contents: Sequence[Contents] | None = None,
    all_provinces: Callable[[int], bool] = lambda index: True,
) -> AssignedColumns:
    """The columns of a header. `mapping` always rules; without `contents` the headings' words decide alone.

    `all_provinces` says of a column of numbers whether each of them, in the whole list, is a province's.
    """
    return _Assignment(names, mapping, contents, all_provinces).assigned()


class _Assignment:
    def __init__(
        self,
        names: Sequence[str],
        mapping: Mapping[str, str],
        contents: Sequence[Contents] | None,
        all_provinces: Callable[[int], bool],
    ) -> None:
        self._names, self._mapping, self._contents = names, mapping, contents
        self._all_provinces = all_provinces
        self._is_form = any(fold_heading(name) in _STAMP for name in names)
        self._outdone: set[int] = set()
        """Columns of numbers of provinces, where another one holds their names."""

    def assigned(self) -> AssignedColumns:
        candidates = self._candidates()
        taken: dict[str, _Candidate] = {}
        for candidate in candidates:
            field = candidate.what.field or ""
            if self._is_refused(candidate, candidates):
                continue
            best = taken.get(field)
            if best is None or self._outranks(candidate, best):
                taken[field] = candidate
        columns = {field: c.at for field, c in sorted(taken.items(), key=lambda item: item[1].at)}
        unused = () if self._contents is None else tuple(self._unused(candidates, columns))
        return AssignedColumns(columns, unused)

    def _candidates(self) -> list[_Candidate]:
        by_hand = {at: field for field, wanted in self._mapping.items() for at in self._places_of(wanted)}
        found = []
        for index, name in enumerate(self._names):
            if not name:
                continue
            if (field := by_hand.get(index)) is not None:
                found.append(_Candidate(index, HeadingField(field), by_hand=True))
                continue
            what = field_named_by(name)
            if self._contents is None and what.sure == ASKING:
                continue
            if what.field is not None and what.field not in self._mapping:
                found.append(_Candidate(index, what))
        return found

    def _places_of(self, wanted: str) -> list[int]:
        """The columns that the user means: of just that heading; where there is none, of one that reads alike."""
        exact = [at for at, name in enumerate(self._names) if name.strip() == wanted.strip()]
        return exact or [at for at, name in enumerate(self._names) if fold_heading(name) == fold_heading(wanted)]

    def _is_refused(self, candidate: _Candidate, candidates: Sequence[_Candidate]) -> bool:
        """Whether a heading names a field that its cells are not, as far as that can be said."""
        if candidate.by_hand or self._contents is None:
            return False
        index, what = candidate.at, candidate.what
        field, held = what.field or "", self._contents[index]
        if field == _PROVINCE and held.numbers():
            if self._are_named_elsewhere(candidates):
                self._outdone.add(index)
                return True
            return not self._all_provinces(index)
        if not self._may_be(candidate):
            return True
        return what.telling and bool(held) and not held.shows(field)

    def _may_be(self, candidate: _Candidate) -> bool:
        """Whether the cells can be the field's, where they have a say."""
        assert self._contents is not None
        return not candidate.what.vague or self._contents[candidate.at].fits(candidate.what.field or "")

    def _are_named_elsewhere(self, candidates: Sequence[_Candidate]) -> bool:
        """Whether a column that serves as nothing else holds names of provinces."""
        assert self._contents is not None
        others = {c.at for c in candidates if c.what.field != _PROVINCE}
        return any(held.shows(_PROVINCE) for index, held in enumerate(self._contents) if index not in others)

    def _outranks(self, candidate: _Candidate, best: _Candidate) -> bool:
        """Whether a column takes the field from one before it. What addresses it holds decides only between headings
        that say the same: else the next round, with better addresses, would read another column."""
        if (rank := self._rank(candidate)) != (other := self._rank(best)):
            return rank > other
        if self._contents is None or candidate.what.field != "address":
            return False
        alike = fold_heading(self._names[candidate.at]) == fold_heading(self._names[best.at])
        return alike and self._contents[candidate.at].official() and not self._contents[best.at].official()

    def _rank(self, candidate: _Candidate) -> tuple[int, ...]:
        """What decides among rivals, the weightiest first; of equals the first column has the field."""
        index, what = candidate.at, candidate.what
        field, says = what.field or "", what.says
        respondent = field == "address" and self._is_form and fold_heading(self._names[index]) in _RESPONDENT
        held = None if self._contents is None else self._contents[index]
        return (
            candidate.by_hand,
            held is None or held.fits(field),
            not respondent,
            what.sure > BEGINNING or says > 0,
            says,
            what.sure,
            bool(held),
        )

    def _unused(self, candidates: Sequence[_Candidate], columns: Mapping[str, int]) -> list[UnusedColumn]:
        assert self._contents is not None
        used, by_index = set(columns.values()), {c.at: c for c in candidates}
        found = []
        for index, name in enumerate(self._names):
            if index in used or not (name or self._contents[index]):
                continue
            candidate = by_index.get(index)
            if candidate is not None and self._is_rival(candidate, columns):
                found.append(self._named(index, candidate.what.field, "rival"))
            else:
                found.append(self._guessed(index, columns, candidate))
        return self._with_name(self._with_ticks(found, columns), columns)

    def _is_rival(self, candidate: _Candidate, columns: Mapping[str, int]) -> bool:
        """Whether a column could have been the field that its heading names, but for another."""
        assert self._contents is not None
        field = candidate.what.field or ""
        if candidate.at in self._outdone:
            return True
        return field in columns and self._may_be(candidate)

    def _guessed(self, index: int, columns: Mapping[str, int], candidate: _Candidate | None) -> UnusedColumn:
        """What a column probably is whose heading names no field, or one that it cannot be."""
        assert self._contents is not None
        held, name = self._contents[index], self._names[index]
        folded = fold_heading(name)
        if not held or headings().get(folded) == NO_FIELD:
            return self._named(index, None, None)
        if candidate is not None and candidate.what.telling and self._may_be(candidate):
            return self._named(index, candidate.what.field, "words")
        for field, parts in _WORDS.items():
            if not self._is_open(field, held, columns) or not any(part in folded for part in parts):
                continue
            if held.shows(field) if field in _SHOWN_ONLY else held.fits(field):
                return self._named(index, field, "words")
        for field in SHOWS:
            if self._is_open(field, held, columns) and held.shows(field):
                return self._named(index, field, "cells")
        return self._named(index, None, None if candidate is None else "cells")

    @staticmethod
    def _is_open(field: str, held: Contents, columns: Mapping[str, int]) -> bool:
        """Whether no column serves as a field. Agencies' own addresses are worth a remark beside those that are used:
        the wrong ones may have been taken. A mayor's Gmail is not."""
        return field not in columns or (field == "address" and held.official())

    def _with_ticks(self, unused: list[UnusedColumn], columns: Mapping[str, int]) -> list[UnusedColumn]:
        """A column of ticks of which nothing else is known tells the fact that is missing, if it is the only one."""
        assert self._contents is not None
        ticks = [i for i, c in enumerate(unused) if c.probably is c.why is None and self._contents[c.at].ticks()]
        free = self._unanswered([*columns, *(column.probably or "" for column in unused)])
        if len(ticks) == 1 and free is not None:
            unused[ticks[0]] = self._named(unused[ticks[0]].at, free, "cells")
        return unused

    def _with_name(self, unused: list[UnusedColumn], columns: Mapping[str, int]) -> list[UnusedColumn]:
        """The one column of texts without a heading probably is that of the names, where no other column is."""
        assert self._contents is not None
        texts = [i for i, c in enumerate(unused) if not c.heading and c.probably is None and self._is_text(c.at)]
        if len(texts) == 1 and "name" not in (*columns, *(column.probably for column in unused)):
            unused[texts[0]] = self._named(unused[texts[0]].at, "name", "cells")
        return unused

    def _is_text(self, index: int) -> bool:
        assert self._contents is not None
        return bool(self._contents[index]) and self._contents[index].fits("name")

    @staticmethod
    def _unanswered(columns: Sequence[str]) -> str | None:
        """The one yes/no fact that none of these fields tells; None where none or several are missing."""
        both = "notice_and_posted" in columns
        missing = [f for f in _TICKED if f not in columns and not (both and f != "delivery")]
        return missing[0] if len(missing) == 1 else None

    def _named(self, index: int, field: str | None, why: Why | None) -> UnusedColumn:
        name = self._names[index]
        tidy = " ".join(name.split())
        unique = bool(fold_heading(name)) and self._places_of(tidy) == [index]
        setting = f"{field}={tidy}" if field is not None and unique and tidy.isprintable() else None
        return UnusedColumn(index, name, field, why, setting)
