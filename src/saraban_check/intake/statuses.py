"""The status cells of a row (notice, posted, delivery, upgraded) become its facts.

Few different texts stand in these columns, so what each combination was read as is kept: a list of a
million rows reads each of them once.
"""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from ..model.delivery import Delivery
from ..model.record import Facts, Problem, ProblemKind, UnreadableCell
from .cells import (
    NoticeCell,
    as_text,
    is_cell_error,
    read_delivery,
    read_notice,
    read_notice_and_posted,
    read_upgraded,
    read_yes_no,
)
from .dates import find_day

STATUS_FIELDS = ("upgraded", "notice", "posted", "notice_and_posted", "delivery")

Read = tuple[Facts, tuple[Problem, ...]]


class StatusReader:
    """Reads the facts of a row; `columns` says where each field stands, `headings` what stands above it."""

    def __init__(self, columns: dict[str, int], headings: Sequence[str]) -> None:
        self._fields = [(field, headings[columns[field]]) for field in STATUS_FIELDS if field in columns]
        self._known: dict[Any, Read] = {}
        indexes = [columns[field] for field, _ in self._fields]
        self._key: Callable[[Sequence[Any]], Any] = itemgetter(*indexes) if indexes else lambda cells: ""

    def read(self, cells: Sequence[Any]) -> Read:
        key = self._key(cells)
        try:
            return self._known[key]
        except KeyError:
            texts = key if len(self._fields) > 1 else (key,)
            read = self._known[key] = self._read(texts)
            if len(self._known) > 10_000:  # free text in a status column: do not hoard it
                self._known.clear()
            return read

    def _read(self, texts: Sequence[Any]) -> Read:
        problems: list[Problem] = []
        cells: dict[str, str] = {}
        for (field, heading), value in zip(self._fields, texts, strict=False):
            text = as_text(value)
            if isinstance(value, UnreadableCell) or is_cell_error(text):
                problems.append(Problem(ProblemKind.UNREADABLE, field, heading, text))
            else:
                cells[field] = text
        named = dict(self._fields)

        def doubt(field: str, understood: bool) -> None:
            if not understood:
                problems.append(Problem(ProblemKind.NOT_UNDERSTOOD, field, named[field], cells[field].strip()))

        upgraded = read_upgraded(cells.get("upgraded", ""))
        notice = read_notice(cells.get("notice", ""))
        posted = read_yes_no(cells.get("posted", ""))
        joint = read_notice_and_posted(cells.get("notice_and_posted", ""))
        delivery = read_delivery(cells.get("delivery", ""))
        doubt("upgraded", upgraded.understood)
        doubt("notice", notice.understood)
        doubt("posted", posted.understood)
        doubt("notice_and_posted", joint.understood)
        doubt("delivery", delivery.understood)
        unread = any(p.field == "upgraded" for p in problems)
        facts = _combine(None if unread else upgraded.value, notice, posted.value, joint, delivery.value, problems)
        if facts.upgraded and (day := find_day(cells["upgraded"])) is not None:
            facts = facts._replace(upgraded_on=day)
        under_way = (("notice", notice), ("posted", posted), ("notice_and_posted", joint))
        if said := [cells[field].strip() for field, cell in under_way if cell.under_way]:
            facts = facts._replace(under_way=" / ".join(dict.fromkeys(said)))
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
