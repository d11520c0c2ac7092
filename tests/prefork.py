"""Run the command in forks of a process that has its libraries loaded: loading them takes longer than most runs.

Each worker of the tests has one such process. A fork gets the arguments, environment, folder and standard streams of
the run, loads the command line itself, and ends as the installed command would. What depends on how Python starts (its
variables, limits of memory, signals) is run as a process of its own: see `tests.support.run`.
"""

import atexit
import gc
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import NamedTuple

_LONGEST = 1 << 24
_PROGRAM = "import sys; from tests.prefork import serve; serve(int(sys.argv[1]))"
_LIBRARIES = (
    *("typer", "typer.main", "typer.core", "rich.console", "rich.table", "rich.text", "rich.progress", "csv", "json"),
    *("rapidfuzz.distance", "rapidfuzz.fuzz", "email_validator", "publicsuffixlist", "lxml.etree", "lxml.html"),
    *("defusedxml.ElementTree", "openpyxl", "xlsxwriter", "docx", "pydantic", "budoux", "tempfile", "subprocess"),
    *("zipfile", "tomllib", "difflib", "flufl.bounce", "mailbox", "dns.resolver", "python_calamine", "platformdirs"),
)
_PLAYED = Path(__file__).parents[1] / "data" / "agencies.csv"


class Limits(NamedTuple):
    """What a run may take: seconds of processor time, whatever else the machine does, and megabytes of memory."""

    cpu: int = 60
    megabytes: int | None = None

    @property
    def wait(self) -> float:
        """Seconds after which a run that takes no processor time is stopped too."""
        return 5 * self.cpu

    def set(self) -> None:
        """In the process itself (POSIX only)."""
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (self.cpu, self.cpu + 1))
        if self.megabytes is not None:
            resource.setrlimit(resource.RLIMIT_AS, (self.megabytes << 20, self.megabytes << 20))


class Prefork:
    """The process that forks, and how to ask it for a run."""

    def __init__(self, program: str = _PROGRAM) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self._process = subprocess.Popen(
            [sys.executable, "-c", program, str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            cwd=Path(__file__).parents[1],
            stdin=subprocess.DEVNULL,
        )
        theirs.close()
        self._socket = ours
        atexit.register(self.close)

    def close(self) -> None:
        self._socket.close()
        self._process.wait(20)

    def run(
        self, args: list[str], stdin: bytes, env: Mapping[str, str], cwd: str, limits: Limits
    ) -> tuple[int, bytes, bytes]:
        """Exit code, standard output and standard error. Raises subprocess.TimeoutExpired."""
        pipes = [os.pipe() for _ in range(3)]
        (in_read, in_write), (out_read, out_write), (err_read, err_write) = pipes
        request = json.dumps([limits, args, dict(env), cwd]).encode("utf-8", "surrogateescape")
        socket.send_fds(self._socket, [len(request).to_bytes(4, "big")], [in_read, out_write, err_write])
        self._socket.sendall(request)
        for fd in (in_read, out_write, err_write):
            os.close(fd)
        pid = int.from_bytes(self._exactly(4), "big")
        found: dict[int, bytes] = {}
        readers = [
            threading.Thread(target=lambda fd=fd: found.update({fd: _read_all(fd)}), daemon=True)
            for fd in (out_read, err_read)
        ]
        readers.append(threading.Thread(target=_write_all, args=(in_write, stdin), daemon=True))
        for reader in readers:
            reader.start()
        self._socket.settimeout(limits.wait)
        try:
            code = int.from_bytes(self._exactly(4), "big", signed=True)
        except TimeoutError:
            os.kill(pid, signal.SIGKILL)
            self._socket.settimeout(None)
            self._exactly(4)
            raise subprocess.TimeoutExpired(args, limits.wait) from None
        finally:
            self._socket.settimeout(None)
        for reader in readers:
            reader.join(limits.wait)
        if code == -signal.SIGXCPU:
            raise subprocess.TimeoutExpired(args, limits.cpu)
        return code, found[out_read], found[err_read]

    def _exactly(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            piece = self._socket.recv(count - len(data))
            assert piece, "the forking process is gone"
            data += piece
        return data


def _read_all(fd: int) -> bytes:
    with os.fdopen(fd, "rb") as file:
        return file.read()


def _write_all(fd: int, data: bytes) -> None:
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(data)
    except BrokenPipeError:
        pass


def serve(fd: int) -> None:
    """In the forking process: fork for each request, until the other end is closed."""
    _warm()
    link = socket.socket(fileno=fd)
    while True:
        head, fds, _, _ = socket.recv_fds(link, 4, 3)
        if not head:
            return
        length = int.from_bytes(head, "big")
        request = b""
        while len(request) < length:
            request += link.recv(min(length - len(request), _LONGEST))
        pid = os.fork()
        if pid == 0:
            link.close()
            limits, *what = json.loads(request)
            Limits(*limits).set()
            _run(fds, *what)
        for one in fds:
            os.close(one)
        link.sendall(pid.to_bytes(4, "big"))
        _, status = os.waitpid(pid, 0)
        link.sendall(os.waitstatus_to_exitcode(status).to_bytes(4, "big", signed=True))


def _warm() -> None:
    """Load what a run loads and read the tables that it reads, all but the command line, which asks for the language.

    What is loaded when, and that a first run needs nothing of an earlier one, is held where a run is a process of its
    own (test_startup).
    """
    import saraban_check

    for name in _LIBRARIES:
        import_module(name)
    for module in walk_packages(saraban_check.__path__, "saraban_check."):
        if not module.name.startswith(("saraban_check.cli", "saraban_check.__main__")):
            import_module(module.name)
    _play()
    gc.collect()
    gc.freeze()  # a fork looks through none of it, so its pages stay shared


def _play() -> None:
    from saraban_check.checks.classify import classify
    from saraban_check.report.render.screen import render_screen
    from saraban_check.report.run import Report
    from saraban_check.report.style import Style
    from saraban_check.report.views.classify import classify_document

    report = Report(classify(_PLAYED), "th", _PLAYED.name)
    render_screen(classify_document(report), "th", Style(80))


def _run(fds: list[int], args: list[str], env: dict[str, str], cwd: str) -> None:
    """In the fork: become the command, and end."""
    for number, fd in enumerate(fds):
        os.dup2(fd, number)
        os.close(fd)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    sys.argv = ["saraban-check", *args]
    sys.path[:] = [entry for entry in sys.path if entry]  # `python -c` puts the folder first, the command does not
    sys.stdin = open(0, encoding="utf-8", errors="surrogateescape")  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1)  # noqa: SIM115
    vars(sys).update(__stdout__=sys.stdout, __stderr__=sys.stderr)  # final for a program, but this is a new one
    code = 1
    try:
        from saraban_check.__main__ import main

        main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except BaseException:
        sys.excepthook(*sys.exc_info())
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            code = code or 120
    os._exit(code)
