"""A process of our own that answers a line of JSON with one or more, and that may die without harm.

Whatever parses a stranger's file in C, C++ or Rust runs in one. It imports what this process imports and nothing else:
neither the folder that the user happens to be in nor the user's environment lends it modules.
"""

import atexit
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Generator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ..model.errors import RequestError
from ..model.os_reasons import reason_of
from ..model.text import Text

if TYPE_CHECKING:
    from .windows_job import Job

_NEEDED = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR")
"""What the environment may hold for it: where the system's libraries and temporary folders are, and no more."""
_WAIT = 5
_ENDED_BY_CTRL_C = 0xC000013A  # STATUS_CONTROL_C_EXIT
_NO_START = Text(
    "เริ่มกระบวนการช่วยอ่านไฟล์ไม่ได้ ({reason}) ตรวจหน่วยความจำและพื้นที่ว่างของดิสก์ แล้วลองใหม่",
    "the process that reads files could not be started ({reason}); see that there is memory and room on the disk",
)
_BOOT = (
    "import sys; sys.path[:] = sys.argv[2].split('\\n'); module = sys.argv[1]; del sys.argv[1:3];"
    "import runpy; runpy.run_module(module, run_name='__main__')"
)
_ISOLATED = ("-I", "-S")
"""`-I` is `-P`, `-E` and `-s`: not the folder, not the environment, not the user's packages; `-S` leaves out what would
look for packages, as the path is given whole."""

Answer = dict[str, Any]


class DiedError(Exception):
    """It ended, or answered with something else than an answer.

    `is_ours`: Python itself ended it, with a traceback; else whatever it called broke it.
    """

    is_ours = False


class TookTooLongError(Exception):
    """It did not answer in time, and was ended."""


class SaidTooMuchError(Exception):
    """Its answers were longer than allowed, and it was ended."""


class Helper:
    """A module of this package, started when first asked something, and again where it died; it ends when we do.

    `memory_mb` is how much memory it may take, and its first argument: it limits itself, but on Windows only whoever
    started it can.
    """

    def __init__(self, module: str, *arguments: str, memory_mb: int = 0) -> None:
        self._module, self._memory_mb = module, memory_mb
        self._arguments = (str(memory_mb), *arguments) if memory_mb else arguments
        self._job: Job | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def ask(self, request: Answer, seconds: float, most_bytes: int) -> Answer:
        """Its one answer, of `most_bytes` at most.

        Raises DiedError, TookTooLongError or SaidTooMuchError; after each the next request starts another process.
        """
        [answer] = self._answers(request, seconds, most_bytes, 1)
        return answer

    def ask_all(
        self, request: Answer, seconds: float, most_bytes: int, decode: Callable[[Answer], Any] | None = None
    ) -> Generator[Answer, None, None]:
        """Its answers up to one with `end`, of `most_bytes` together at most. Raises as `ask`.

        `decode` is told each object within an answer, and gives what stands in its place.
        """
        return self._answers(request, seconds, most_bytes, None, decode)

    def _answers(
        self,
        request: Answer,
        seconds: float,
        most_bytes: int,
        count: int | None,
        decode: Callable[[Answer], Any] | None = None,
    ) -> Generator[Answer, None, None]:
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()
        timer = threading.Timer(seconds, _end_late, (process, late))
        timer.daemon = True
        timer.start()
        is_done = False
        try:
            with suppress(OSError):  # it is gone, which reading will show
                process.stdin.write(json.dumps(request).encode() + b"\n")
                process.stdin.flush()
            while not is_done:
                line = process.stdout.readline(most_bytes + 1)
                most_bytes -= len(line)
                if most_bytes < 0:
                    raise SaidTooMuchError
                if not line.endswith(b"\n"):
                    raise TookTooLongError if late.is_set() else _died(process)
                answer = _read(line, decode)
                if count is None and "end" in answer:
                    is_done = True
                    return
                is_done = count == 1
                yield answer
        finally:
            timer.cancel()
            if not is_done:  # also after Ctrl-C: what it says now would be no answer to the next request
                self.close()

    def close(self) -> None:
        """End it, whatever it is doing."""
        atexit.unregister(self.close)
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError):  # what was not yet written has nobody to go to
                        pipe.close()
            process.wait(_WAIT)
        job, self._job = self._job, None
        if job is not None:
            job.close()
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.cleanup()

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is not None:
            self.close()
        if self._process is None:
            try:
                self._folder = tempfile.TemporaryDirectory(prefix="saraban-check-", ignore_cleanup_errors=True)
                # after the folder, so before its own end: while it is somebody's, Windows does not let it go
                atexit.register(self.close)
                self._process = subprocess.Popen(
                    [sys.executable, *_ISOLATED, "-c", _BOOT, self._module, _import_path(), *self._arguments],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env={name: os.environ[name] for name in _NEEDED if name in os.environ},
                    cwd=self._folder.name,
                )
                self._limit(self._process)
            except OSError as error:  # no fault of the file that is to be read
                self.close()
                raise RequestError(_NO_START, reason=reason_of(error)) from None
        return self._process

    def _limit(self, process: "subprocess.Popen[bytes]") -> None:
        """On Windows: it takes no more memory than it may, and ends when we do. Raises OSError."""
        if sys.platform == "win32":
            from .windows_job import Job

            self._job = Job(int(vars(process)["_handle"]), self._memory_mb)


def _import_path() -> str:
    """Where this process imports from, in absolute paths; not the folder that the user is in, unless we are there."""
    here, home = os.path.realpath(os.curdir), os.path.realpath(os.path.join(__file__, *[os.pardir] * 3))  # noqa: PTH118
    return "\n".join(
        os.path.abspath(entry)  # noqa: PTH100  (pathlib would have to be imported by who needs no more than this)
        for entry in sys.path
        if entry and ((real := os.path.realpath(entry)) != here or real == home)
    )


def _died(process: "subprocess.Popen[bytes]") -> DiedError:
    """Raises KeyboardInterrupt where it was Ctrl-C, which Windows tells all programs of a window at once."""
    error = DiedError()
    with suppress(subprocess.TimeoutExpired):
        code = process.wait(_WAIT)
        if code == _ENDED_BY_CTRL_C:
            raise KeyboardInterrupt
        error.is_ours = code == 1
    return error


def _read(line: bytes, decode: Callable[[Answer], Any] | None) -> Answer:
    try:
        answer = json.loads(line, object_hook=decode)
    except ValueError:
        raise DiedError from None
    if not isinstance(answer, dict):
        raise DiedError
    return answer


def _end_late(process: "subprocess.Popen[bytes]", late: threading.Event) -> None:
    late.set()
    process.kill()
