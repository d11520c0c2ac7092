"""The status cells of a row (notice, posted, delivery, upgraded) become its facts.

Few different texts stand in these columns, so what each of them was read as is kept, and so is what each combination
came to: a list of a million rows reads each of them once. Equal facts are one object.
"""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from ..model.delivery import Delivery
from ..model.record import Facts, Problem, ProblemKind, UnreadableCell
from .cells import (
    DeliveryCell,
    NoticeCell,
    YesNo,
    as_text,
    is_cell_error,
    read_delivery,
    read_notice,
    read_notice_and_posted,
    read_upgraded,
    read_yes_no,
)
from .dates import find_day
from .remembered import LONGEST, MOST, Remembered

_READERS: dict[str, Callable[[str], YesNo | NoticeCell | DeliveryCell]] = {
    "upgraded": read_upgraded,
    "notice": read_notice,
    "posted": read_yes_no,
    "notice_and_posted": read_notice_and_posted,
    "delivery": read_delivery,
}
STATUS_FIELDS = tuple(_READERS)
_MAY_BE_UNDER_WAY = ("notice", "posted", "notice_and_posted")

Read = tuple[Facts, tuple[Problem, ...]]


class StatusReader:
    """Reads the facts of a row; `columns` says where each field stands, `headings` what stands above it."""

    def __init__(self, columns: dict[str, int], headings: Sequence[str]) -> None:
        self._fields = [(field, headings[columns[field]]) for field in STATUS_FIELDS if field in columns]
        self._said: dict[str, Remembered[str, Any]] = {field: Remembered(read) for field, read in _READERS.items()}
        self._known: dict[Any, Read] = {}
        self._same: dict[Any, Any] = {}
        indexes = [columns[field] for field, _ in self._fields]
        self.cells_of: Callable[[Sequence[Any]], Any] = itemgetter(*indexes) if indexes else lambda cells: ""
        """The status cells of a row: the one cell itself where there is one such column, else all of them."""

    def read(self, texts: Any) -> Read:
        """The facts of status cells that are texts, and none of them an `UnreadableCell`."""
        try:
            return self._known[texts]
        except KeyError:
            pass
        read = self.read_with_care(texts)
        if sum(map(len, texts)) <= LONGEST:
            if len(self._known) >= MOST:  # free text in a status column: do not hoard it
                self._known.clear()
                self._same.clear()
            facts, problems = read
            read = self._same.setdefault(facts, facts), self._same.setdefault(problems, problems)
            self._known[texts] = read
        return read

    def read_with_care(self, found: Any) -> Read:
        """The facts of any status cells, whatever they are."""
        problems: list[Problem] = []
        texts: dict[str, str] = {}
        for (field, heading), value in zip(self._fields, found if len(self._fields) > 1 else (found,), strict=False):
            text = as_text(value)
            if isinstance(value, UnreadableCell) or is_cell_error(text):
                problems.append(Problem(ProblemKind.UNREADABLE, field, heading, text))
            else:
                texts[field] = text
        unread = any(problem.field == "upgraded" for problem in problems)
        said = {field: known[texts.get(field, "")] for field, known in self._said.items()}
        problems += [
            Problem(ProblemKind.NOT_UNDERSTOOD, field, heading, texts[field].strip())
            for field, heading in self._fields
            if not said[field].understood
        ]
        upgraded, notice, posted, joint, delivery = said.values()
        facts = _combine(None if unread else upgraded.value, notice, posted.value, joint, delivery.value, problems)
        if facts.upgraded and (day := find_day(texts["upgraded"])) is not None:
            facts = facts._replace(upgraded_on=day)
        if under_way := [texts[field].strip() for field in _MAY_BE_UNDER_WAY if said[field].under_way]:
            facts = facts._replace(under_way=" / ".join(dict.fromkeys(under_way)))
        return facts, tuple(problems)


def _combine(
    upgraded: bool | None,
    separate: NoticeCell,
    posted: bool | None,
    joint: NoticeCell,
    delivery: Delivery,
    problems: list[Problem],
) -> Facts:
    """Separate columns first; the joint one fills what they leave open, and must not contradict them."""
    notice = separate.notice
    if notice is None:
        notice = joint.notice
    elif joint.notice is not None and joint.notice is not notice:
        problems.append(Problem(ProblemKind.JOINT_DIFFERS, "notice_and_posted"))
    if posted is None:
        posted = joint.posted if separate.posted is None else separate.posted
    elif joint.posted is not None and joint.posted is not posted:
        problems.append(Problem(ProblemKind.JOINT_DIFFERS, "notice_and_posted"))
    both = joint.both
    if both is False and notice and posted:
        if joint.notice is None:
            problems.append(Problem(ProblemKind.JOINT_DIFFERS, "notice_and_posted"))
        both = None
    if notice is False and posted:
        problems.append(Problem(ProblemKind.POSTED_WITHOUT_NOTICE, "posted"))
    states = joint.states_address if separate.states_address is None else separate.states_address
    return Facts(upgraded, notice, posted, states, delivery, both)
