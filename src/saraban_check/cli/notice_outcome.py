"""How a run of `notice` ends: what could not be used, the exit code, and lines that are written while it goes on."""

from collections.abc import Iterator

from ..gating.notice_conditions import notices_fail
from ..model.errors import InputError
from ..model.result import NoticeResult
from ..model.text import Text
from .language import LANG
from .notice_files import SkippedFiles
from .streams import ending_with, say_error, write_bytes


def stream_notices(results: Iterator[NoticeResult], skipped: SkippedFiles, is_alone: bool) -> int:
    """JSON Lines as the notices are read: none of them is held."""
    from ..formats import encoded
    from ..reports.notice.json_notices import json_lines

    code = 0
    for result in results:
        if is_alone and result.error is not None:
            raise result.error
        say_unusable([result])
        code = max(code, exit_code_of([result], None))
        with ending_with(code):
            write_bytes(encoded(json_lines([result], LANG)))
    skipped.say()
    return code


def say_unusable(results: list[NoticeResult]) -> None:
    """Why a file could not be used: always, as it decides the exit code."""
    for result in results:
        if isinstance(result.error, InputError):
            say_error(result.error.say(LANG))


def exit_code_of(results: list[NoticeResult], reasons: tuple[Text, ...] | None) -> int:
    """2 where a file could not be used, 1 where the gate is not passed, else 0."""
    return 2 if any(result.error is not None for result in results) else int(notices_fail(results, reasons))
