"""What a helper process does (see `helper.py`): one request after the other, until its standard input ends."""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, NoReturn

_GRACE = 5
_NO_MEMORY, _GAVE_UP = 70, 71
"""Exit codes that no traceback of ours has."""

Answer = dict[str, Any]


def serve(answers: Callable[[Answer], Iterable[Answer]], memory_mb: int, encode: Callable[[Any], Any]) -> NoReturn:
    """Answer each line of JSON on standard input with lines of JSON, then end this process.

    `answers` gives the answers to a request; `encode` what stands in JSON for a value that JSON does not know. The
    process takes no more than `memory_mb` of memory, and ends itself where a request takes much longer than the
    request's `seconds`: nobody may be left who would.
    """
    _restrict(memory_mb)
    try:
        _serve(answers, encode)
    except MemoryError:
        os._exit(_NO_MEMORY)
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how a library in Rust gives up
            raise
        os._exit(_GAVE_UP)
    os._exit(0)  # nothing of a C++ library's needs to be put away


def _serve(answers: Callable[[Answer], Iterable[Answer]], encode: Callable[[Any], Any]) -> None:
    output = sys.stdout.buffer
    to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=encode).encode
    for line in sys.stdin.buffer:
        request = json.loads(line)
        _end_after(request["seconds"] + _GRACE)
        for answer in answers(request):
            output.write(to_json(answer).encode("utf-8", "replace") + b"\n")
            output.flush()
        _end_after(0)
    output.flush()


if sys.platform == "win32":
    import faulthandler

    def _restrict(memory_mb: int) -> None:
        """Ctrl-C ends us at once: who started us waits for our answer, and Windows breaks off no such waiting.

        The memory is limited from outside (see `windows_job.py`).
        """
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    def _end_after(seconds: int) -> None:
        """End this process after that time, also in the midst of a library; 0 takes it back."""
        if seconds:
            faulthandler.dump_traceback_later(seconds, exit=True)
        else:
            faulthandler.cancel_dump_traceback_later()

else:
    import resource

    def _restrict(memory_mb: int) -> None:
        """No more memory than that, no core dumps, and Ctrl-C is for whoever started us."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with suppress(ValueError, OSError):  # no such limits on this system: the process still stands apart
            resource.setrlimit(resource.RLIMIT_AS, (memory_mb << 20, memory_mb << 20))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def _end_after(seconds: int) -> None:
        """End this process after that time, also in the midst of a library; 0 takes it back."""
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(seconds)
