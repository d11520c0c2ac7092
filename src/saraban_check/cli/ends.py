"""The signals that end a run from outside: they unwind it, as Ctrl-C does, so that nothing unfinished is left."""

import signal
from contextlib import suppress

from .windows_console import heed_closing


class TerminatedError(BaseException):
    """SIGTERM: like Ctrl-C it unwinds whatever is open, so that no process and no unfinished file is left."""


def _ends() -> list[signal.Signals]:
    """The signals that end a run: that of `kill`, that of a terminal which is closed, and Ctrl-Break of Windows."""
    return [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]


def heed_ends() -> None:
    """From now on they end the run; who told us to ignore one (nohup) meant it."""
    with suppress(ValueError):  # not in the main thread: whoever started us there hears the signals
        for one in _ends():
            if signal.getsignal(one) is signal.SIG_DFL:
                signal.signal(one, _terminate)
        heed_closing(True)


def leave_ends() -> None:
    """What is left to do is Python's own, and may be cut short."""
    with suppress(ValueError):
        for one in _ends():
            if signal.getsignal(one) is _terminate:
                signal.signal(one, signal.SIG_DFL)


def _terminate(*_: object) -> None:
    for one in _ends():  # `timeout` sends it twice, and nothing may stop the tidying up
        signal.signal(one, signal.SIG_IGN)
    raise TerminatedError
