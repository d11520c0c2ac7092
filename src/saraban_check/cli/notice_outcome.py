"""How a run of `notice` ends: what could not be used, the exit code, and lines that are written while it goes on."""

from collections.abc import Iterator

from ..gating.notice_conditions import notices_fail
from ..model.errors import InputError
from ..model.notice import NoticeCheck
from ..model.text import Text
from .configured import policy
from .language import LANG
from .notice_files import SkippedFiles
from .streams import ending_with, say_error, write_bytes


def stream_notices(checks: Iterator[NoticeCheck], skipped: SkippedFiles, is_alone: bool) -> int:
    """JSON Lines as the notices are read: none of them is held."""
    from ..reports.notice.json_notices import json_lines
    from ..reports.writers import encoded

    code = 0
    for check in checks:
        if is_alone and check.error is not None:
            raise check.error
        say_unusable([check])
        code = max(code, exit_code_of([check], None))
        with ending_with(code):
            write_bytes(encoded(json_lines([check], LANG, policy())))
    skipped.say()
    return code


def say_unusable(checks: list[NoticeCheck]) -> None:
    """Why a file could not be used: always, as it decides the exit code."""
    for check in checks:
        if isinstance(check.error, InputError):
            say_error(check.error.say(LANG))


def exit_code_of(checks: list[NoticeCheck], reasons: tuple[Text, ...] | None) -> int:
    """2 where a file could not be used, 1 where the gate is not passed, else 0."""
    return 2 if any(check.error is not None for check in checks) else int(notices_fail(checks, reasons))
