"""Run the command line; whatever happens, end with an exit code and at most one sentence.

0 done · 1 the check failed · 2 the request or the input is wrong · 3 an internal error · 130 Ctrl-C · 143 SIGTERM
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from typer._click.exceptions import ClickException, UsageError

from ..model.errors import SarabanError
from ..model.os_reasons import reason_of
from ..model.text import Text
from .app import COMMANDS, build_app
from .complaint import complaint
from .configured import check_variables
from .encodings import prepare_streams
from .ends import TerminatedError, heed_ends, leave_ends
from .given import blamed
from .language import LANG, t
from .streams import ClosedPipeError, forget_odd_sizes, say, say_error

OK, FAILED, WRONG, INTERNAL, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 130, 143


_NO_MEMORY = Text(
    "หน่วยความจำไม่พอสำหรับงานนี้ ปิดโปรแกรมอื่น แบ่งไฟล์เป็นส่วนย่อย หรือใช้เครื่องที่มีหน่วยความจำมากกว่า",
    "not enough memory for this; close other programs, divide the file, or use a computer with more of it",
)
_NOT_WRITTEN = Text("เขียนผลลัพธ์ไม่ได้ ({reason})", "the result could not be written ({reason})")


def run() -> int:
    """The exit code of this run."""
    try:
        heed_ends()
        code = _run()
        leave_ends()
    except TerminatedError:
        return TERMINATED
    return code


def _run() -> int:
    prepare_streams()
    forget_odd_sizes()
    if not _is_verbose():
        sys.unraisablehook = lambda _: None  # what a library says while it is taken down
    if COMMANDS.keys() & sys.argv[1:2]:
        return _once(sys.argv[1:])
    return _without_command(sys.argv[1:])


def _without_command(arguments: list[str]) -> int:
    """As whoever does not know commands starts it: a window of its own stays open, and an empty one asks."""
    from .own_window import is_own_window, keep_window

    if not is_own_window():
        return _once(arguments)
    if not arguments:
        from .prompt import ask

        return ask(_once)
    code = _once(arguments)
    if code != INTERRUPTED:
        keep_window()
    return code


def _once(arguments: Sequence[str]) -> int:
    """The exit code of these arguments."""
    try:
        check_variables()
        arguments, results = _meant(arguments)
        code = build_app(arguments)(arguments, prog_name="saraban-check", standalone_mode=False)
        sys.stdout.flush()
        code = code if isinstance(code, int) else OK
        if results and code in (OK, FAILED):
            from .starting import open_results

            open_results(results)
        return code
    except SarabanError as error:
        say_error(blamed(error.say(LANG)))
        return WRONG
    except ClickException as error:
        return _wrong_usage(error)
    except ClosedPipeError as error:
        _closed_pipe()
        return error.code
    except BrokenPipeError:
        return _closed_pipe()
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as end:
        # so the parser ends when the reader of its help goes away
        return _closed_pipe() if type(sys.stdout).__name__ == "PacifyFlushWrapper" else int(end.code or OK)
    except OSError as error:
        say_error(_NOT_WRITTEN.say(LANG, reason=reason_of(error)))
        _forget_stdout()
        return WRONG
    except MemoryError:
        say_error(_NO_MEMORY.say(LANG))
        return WRONG
    except Exception as error:
        return _internal(error)


def _meant(arguments: Sequence[str]) -> tuple[Sequence[str], tuple[Path, ...]]:
    """The arguments with a command before them, and what it will write that nobody named."""
    if not arguments or arguments[0] in COMMANDS:
        return arguments, ()
    from .starting import start

    started = start(arguments)
    return started.arguments, started.writes


def _is_verbose() -> bool:
    return any(a == "--verbose" or (a[:1] == "-" and a[:2] != "--" and "v" in a) for a in sys.argv[1:])


def _wrong_usage(error: ClickException) -> int:
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        say(context.get_help() if context else "")
        return WRONG
    path = context.command_path if context else "saraban-check"
    say_error(complaint(error))
    if isinstance(error, UsageError):
        say(t(f"ดูวิธีใช้: {path} --help", f"For help: {path} --help"))
    return WRONG


def _closed_pipe() -> int:
    """The reader went away (`| head`): nothing more to say, and nothing went wrong."""
    _forget_stdout()
    return OK


def _forget_stdout() -> None:
    """What is still held for standard output cannot be delivered; without this Python complains at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _internal(error: Exception) -> int:
    say_error(
        t(
            f"เกิดข้อผิดพลาดภายในโปรแกรม ({type(error).__name__}) ไม่ใช่ความผิดของข้อมูล ใช้ -v เพื่อดูรายละเอียด",
            f"an internal error ({type(error).__name__}), no fault of the data; use -v for details",
        )
    )
    if _is_verbose():
        import traceback

        traceback.print_exception(error)
    return INTERNAL
