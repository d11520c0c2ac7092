"""The pieces of a scan beside the questions about it, so that both can be compared at a glance.

Only what was asked about is cut out, and no more in a run than a page can hold.
"""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.errors import InputError
from ..model.notice import Question
from ..model.result import NoticeResult

if TYPE_CHECKING:  # most runs read no scan
    from ..documents.reading import DocumentReader

_MOST_BYTES = 4_000_000
"""Of all pictures of a run; those of later files are left out."""


class NoticePictures:
    """Adds the pictures to the questions of results, file by file, as long as there is room."""

    def __init__(self, reader: "DocumentReader") -> None:
        self._reader = reader
        self._left = _MOST_BYTES

    def beside(self, result: NoticeResult, path: Path) -> NoticeResult:
        """The result with pictures, of those questions whose place on a page is known."""
        if result.notice is None or self._left <= 0:
            return result
        found: dict[Question, bytes] = {}
        placed = sorted({one for one in result.questions if one.box is not None}, key=lambda one: one.page or 0)
        for page, asked in groupby(placed, key=lambda one: one.page):
            questions = list(asked)
            boxes = [one.box for one in questions if one.box is not None]
            try:
                pieces = self._reader.cut_out(path, result.notice.document, page or 1, boxes)
            except InputError:  # it was there a moment ago: the questions stand without pictures
                continue
            found.update(zip(questions, pieces, strict=False))
        self._left -= sum(map(len, found.values()))
        return result._replace(questions=tuple(one._replace(picture=found.get(one, b"")) for one in result.questions))
