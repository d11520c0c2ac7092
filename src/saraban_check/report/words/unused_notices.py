"""The files of `--notices` that stand beside no row, each with its reason: in every report of a list."""

from collections.abc import Iterator
from itertools import chain, islice

from ...checks.classification import Classification
from ...model.text import Text

_NOT_USED = Text("ไม่ได้ใช้ประกาศฯ {file}: {why}", "notice not used, {file}: {why}")
_MORE = Text("และอีก {count} ไฟล์ที่ไม่ได้ใช้ (มีใน JSON)", "and {count} more files not used (the JSON has them)")
SHOWN = 10
"""How many a screen names."""
_NAMED = 100
"""How many a file or a log names."""


def unused_notices(result: Classification, most: int = _NAMED) -> Iterator[Text]:
    """A sentence for each file that was not used: unreadable, of nobody, of several, older, no notice."""
    notices = result.notices
    if notices is None:
        return
    for file, why in islice(chain(notices.unmatched, notices.skipped), most):
        yield _NOT_USED.fill(file=" ".join(file.splitlines()), why=why)
    if (more := notices.unmatched_count + notices.skipped_count - most) > 0:
        yield _MORE.fill(count=f"{more:,}")
