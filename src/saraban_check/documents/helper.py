"""A process of our own that answers one line of JSON with another, and that may die without harm."""

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from typing import Any

_NEEDED = (
    *("PATH", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "LC_ALL"),
    *("SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR"),
)
"""What the environment may hold for it: how to find Python and what is installed, and no more."""
_WAIT = 5


class DiedError(Exception):
    """It ended, or answered with something else than an answer."""


class TookTooLongError(Exception):
    """It did not answer in time, and was ended."""


class Helper:
    """A module of this package, started when first asked something, and again where it died."""

    def __init__(self, module: str, *arguments: str) -> None:
        # -P: the folder that the user happens to be in must not lend it modules
        self._command = [sys.executable, "-P", "-m", module, *arguments]
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, request: dict[str, Any], seconds: float, most_bytes: int) -> dict[str, Any]:
        """Its answer, of `most_bytes` at most.

        Raises DiedError or TookTooLongError; after either the next request starts another process.
        """
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()
        timer = threading.Timer(seconds, _end_late, (process, late))
        timer.daemon = True
        timer.start()
        line = b""
        try:
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline(most_bytes)
        except OSError:  # it is gone
            pass
        finally:
            timer.cancel()
            if not line.endswith(b"\n"):  # also after Ctrl-C: what it says now would be no answer to the next request
                self.close()
        if not line.endswith(b"\n"):
            raise TookTooLongError if late.is_set() else DiedError
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        """End it, whatever it is doing."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not yet written has nobody to go to
                    pipe.close()
        process.wait(_WAIT)

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is not None:
            self.close()
        if self._process is None:
            env = {name: os.environ[name] for name in _NEEDED if name in os.environ}
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env
            )
        return self._process


def _end_late(process: "subprocess.Popen[bytes]", late: threading.Event) -> None:
    late.set()
    process.kill()
