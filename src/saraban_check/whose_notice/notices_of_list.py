"""What a folder of notices states for the rows of a list: each notice with its agency, of several the newest."""

import datetime
from collections import Counter
from collections.abc import Container, Iterator
from copy import copy
from itertools import chain, islice
from typing import NamedTuple

from ..model.notice import Notice, StatedNotice, UnclearNotice
from ..model.text import Text
from ..reference.days import today
from ..rules.notice_case import NoticeCase
from .agencies import Agencies
from .confirmed import confirmed_by_row
from .in_force import found_in

_MOST_NAMED = 1000
_NO_NOTICE = Text("ไม่ใช่ประกาศฯ ม.10", "it is no section-10 notice")
_CLASH = Text(
    "หน่วยงานแถว {row} มีประกาศฯ ฉบับอื่นที่ระบุต่างกัน ({other}) และไม่รู้ว่าฉบับใดใหม่กว่า จึงไม่ใช้ฉบับใดเลย",
    "the agency of row {row} has other notices that differ ({other}), and which is the newest is not known: "
    "none of them is used",
)
_OLDER = Text(
    "หน่วยงานแถว {row} มีประกาศฯ ที่ใหม่กว่าหรือเหมือนกัน จึงใช้ {other}",
    "the agency of row {row} has a notice that is newer, or says the same: {other} is used",
)
_NOT_RANKED = Text(
    "อ่านจากภาพ (OCR) จึงไม่จัดลำดับกับประกาศฯ อีกฉบับของหน่วยงานแถว {row} และใช้ {other} ดูด้วยตาว่าฉบับใดใหม่กว่า",
    "it was read from a picture (OCR) and is not ranked: for row {row} {other} is used; see by eye which is newer",
)
_ANOTHERS = Text(
    "ชื่อไฟล์เป็นของแถว {row} แต่ชื่อประกาศฯ เป็นของ “{issuer}” จึงไม่ใช้",
    "its name says that it is of row {row}, its title that it is of “{issuer}”: it is not used",
)
_DIFFER = Text(
    "ประกาศฯ {files} ระบุต่างกัน และไม่รู้ว่าฉบับใดใหม่กว่า",
    "the notices {files} differ, and which is the newest is not known",
)
_SCAN = Text("ประกาศฯ {file} เป็นภาพสแกน ดูที่อยู่ในไฟล์ด้วยตา", "the notice {file} is a scan: see by eye what it states")
_FILES_NAMED = 3
_AND_MORE = Text("{files} และอีก {count} ไฟล์", "{files} and {count} more")


class Unmatched(NamedTuple):
    """A file that is set beside no row, and why."""

    file: str
    why: Text


class _OfRow:
    """The notices of one agency: those that none is known to be newer than, and the names of the others."""

    def __init__(self) -> None:
        self.newest: list[StatedNotice] = []
        self.older: list[StatedNotice] = []

    def add(self, stated: StatedNotice) -> None:
        if any(_is_newer(other, stated) or _is_twin(other, stated) for other in self.newest):
            self.older.append(stated)
            return
        self.older += [other for other in self.newest if _is_newer(stated, other)]
        self.newest = [other for other in self.newest if not _is_newer(stated, other)] + [stated]

    @property
    def count(self) -> int:
        return len(self.newest) + len(self.older)

    def holding(self) -> StatedNotice | None:
        """The one that holds; None where their central addresses differ. A further address is no contradiction."""
        if len({one.central for one in self.newest}) > 1:
            return None
        return min(self.newest, key=_by_worth)

    def unclear(self) -> UnclearNotice | None:
        """Why nobody knows what address the notice states; None where that is known."""
        held = self.holding()
        if held is None:
            return UnclearNotice(_DIFFER.fill(files=_named(self.newest)))
        if not held.is_scan or held.says_something:
            return None
        return UnclearNotice(_SCAN.fill(file=_named([held])), is_read=held.is_readable)

    def unused(self, row: int) -> Iterator[Unmatched]:
        """The others, each with the reason."""
        held = self.holding()
        for one in chain(self.newest, self.older):
            if held is None:
                others = _named([other for other in self.newest if other is not one])
                yield Unmatched(one.file, _CLASH.fill(row=row, other=others))
            elif one is not held:
                yield Unmatched(one.file, _why_left(one, row, held))


class NoticesOfList:
    """The notices of a list's agencies, by row. To be filled before the rows are judged.

    Of several notices of one agency the latest dated holds; where two are of one day, or one has none, and their
    central addresses differ, neither does, whatever the order in which they were read. A draft is no notice in force.
    `files` counts what was read; `as_of` is the day of the check, today if not told.
    """

    def __init__(self, agencies: Agencies, as_of: datetime.date | None = None) -> None:
        self._agencies = agencies
        self._as_of = as_of or today()
        self._by_row: dict[int, _OfRow] = {}
        self._left: list[tuple[tuple[int, ...], Unmatched]] = []
        """The first thousand, each with the rows of the agencies whose it may be, none where nobody knows."""
        self._left_count: Counter[tuple[int, ...]] = Counter()
        self.files = 0
        self.nobodys = 0
        """Files that nobody knows whose they are, where only those of some of the rows are kept."""
        self.skipped: list[Unmatched] = []
        """The first thousand files of a folder that were not even read, of which there are `skipped_count`."""
        self.skipped_count = 0

    def add(self, file: str, notice: Notice | None, why_not: Text | None = None) -> None:
        """Take one file; `why_not` says why it could not be read, where it could not (`notice` is None then)."""
        self.files += 1
        if notice is None:
            self._leave(file, why_not or _NO_NOTICE)
            return
        document = notice.document
        is_readable = document.no_text is None
        if is_readable and not notice.is_notice:
            self._leave(file, _NO_NOTICE)
            return
        if notice.undecided is not None and not document.by_ocr:  # of how many there are on a scan nobody knows
            self._leave(file, notice.undecided)
            return
        whose = self._agencies.whose(file, notice)
        if whose.record is None:
            self._leave(file, whose.why_not or _NO_NOTICE, whose.possible)
            return
        case = NoticeCase(notice, whose.record, self._as_of, whose.record.facts.upgraded_on)
        if is_readable and not document.by_ocr and notice.issuer is not None and not _is_of(case):
            self._leave(file, _ANOTHERS.fill(row=whose.record.row, issuer=notice.issuer.text), (whose.record.row,))
            return
        addresses = tuple(stated.text for stated in notice.addresses)
        if document.no_text is not None:
            stated = StatedNotice(file, is_readable=False, is_scan=document.no_text.is_scan)
        elif document.by_ocr:
            confirmed = confirmed_by_row(addresses, whose.record)
            central = confirmed[0].casefold() if confirmed else None
            stated = StatedNotice(file, confirmed, by_ocr=True, is_scan=True, central=central)
        else:
            found = found_in(case)
            if (why := found.why_not_in_force(whose.record.row)) is not None:
                self._leave(file, why, (whose.record.row,))
                return
            stated = StatedNotice(file, addresses, notice.date, central=found.central, faults=found.faults)
        self._by_row.setdefault(whose.record.row, _OfRow()).add(stated)

    def skip(self, file: str, why: Text) -> None:
        """Take note of a file that is none to read; what a system hides (`.DS_Store`, `~$…`) is nobody's notice."""
        if file.rpartition("/")[2].startswith((".", "~$")):
            return
        self.skipped_count += 1
        if len(self.skipped) < _MOST_NAMED:
            self.skipped.append(Unmatched(file, why))

    def _leave(self, file: str, why: Text, rows: tuple[int, ...] = ()) -> None:
        self._left_count[rows] += 1
        if len(self._left) < _MOST_NAMED:
            self._left.append((rows, Unmatched(file, why)))

    def beside(self, rows: Container[int]) -> "NoticesOfList":
        """Those that are, or may be, of some of the rows; what is nobody's is only counted (decisions: Rounds)."""
        found = copy(self)
        found._by_row = {row: held for row, held in self._by_row.items() if row in rows}
        found._left = [left for left in self._left if any(row in rows for row in left[0])]
        counted = {of: n for of, n in self._left_count.items() if any(row in rows for row in of)}
        found._left_count = Counter(counted)
        found.nobodys = self.nobodys + self._left_count[()] + self.skipped_count
        found.skipped, found.skipped_count = [], 0
        found.files = found._left_count.total() + sum(held.count for held in found._by_row.values())
        return found

    def of(self, row: int) -> StatedNotice | None:
        """The notice that holds for a row."""
        held = self._by_row.get(row)
        return None if held is None else held.holding()

    def unclear(self, row: int) -> UnclearNotice | None:
        """Why nobody knows what address a row's notice states; None where that is known, or there is none."""
        held = self._by_row.get(row)
        return None if held is None else held.unclear()

    @property
    def matched(self) -> int:
        """How many rows there is a notice for."""
        return sum(held.holding() is not None for held in self._by_row.values())

    @property
    def unmatched(self) -> list[Unmatched]:
        """The first thousand of the files that stand beside no row."""
        of_rows = (held.unused(row) for row, held in self._by_row.items())
        left = (one for _, one in self._left)
        return list(islice(chain(left, chain.from_iterable(of_rows)), _MOST_NAMED))

    @property
    def unmatched_count(self) -> int:
        """How many files stand beside no row."""
        return self.files - self.matched


def _why_left(left: StatedNotice, row: int, held: StatedNotice) -> Text:
    """Why another notice of the agency is used."""
    return (_NOT_RANKED if left.by_ocr and not held.by_ocr else _OLDER).fill(row=row, other=held.file)


def _named(notices: list[StatedNotice]) -> Text:
    """The names of the first of their files, on one line, and how many more there are."""
    files = ", ".join(" ".join(one.file.splitlines()) for one in notices[:_FILES_NAMED])
    more = len(notices) - _FILES_NAMED
    return _AND_MORE.fill(files=files, count=more) if more > 0 else Text(files, files)


def _is_of(case: NoticeCase) -> bool:
    """Whether the title does not name another agency; the same name of another kind may be from before an upgrade."""
    return not case.record.name.strip() or case.is_of_agency or case.has_agency_name


def _is_newer(one: StatedNotice, other: StatedNotice) -> bool:
    """Whether one is known to be the newer; what says nothing gives way to what says something."""
    if one.says_something != other.says_something:
        return one.says_something
    return one.date is not None and other.date is not None and one.date > other.date


def _is_twin(one: StatedNotice, other: StatedNotice) -> bool:
    """Whether nothing but the file tells two apart."""
    return one._replace(file="", addresses=_addresses(one)) == other._replace(file="", addresses=_addresses(other))


def _by_worth(one: StatedNotice) -> tuple[object, ...]:
    """Of those that do not contradict each other the smallest is used: the order of the files decides nothing."""
    return one.by_ocr, one.date is None, len(one.faults), len(one.addresses), one.faults, _addresses(one)


def _addresses(stated: StatedNotice) -> tuple[str, ...]:
    return tuple(sorted({address.casefold() for address in stated.addresses}))
