"""The program's entry. `--version` is answered before anything else is loaded."""

import os
import sys


def _forget_folder() -> None:
    """`python -m` puts the folder that the user is in before all others; it must lend us no modules."""
    home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120  (nothing else is loaded)
    if sys.path and not sys.flags.safe_path and sys.path[0] in ("", os.getcwd()) and sys.path[0] != home:  # noqa: PTH109
        del sys.path[0]


def main() -> None:
    """Run the command line and end the process with its exit code."""
    if sys.argv[1:] == ["--version"]:
        from . import __version__

        try:
            print(f"saraban-check {__version__}", flush=True)
        except OSError as error:
            sys.stderr.write(f"saraban-check: {error.strerror}\n")
            sys.stdout = None  # what it still holds cannot be written at the end either
            sys.exit(2)
        return
    import gc

    # hardly anything here forms cycles: loading would have them searched for 20 times, a million rows a thousand times
    gc.set_threshold(200_000, 20, 50)
    try:
        from .cli.run import run

        code = run()
    except KeyboardInterrupt:  # while the program was still being loaded
        code = 130
    gc.freeze()  # nor need all that was loaded be searched once more when it is given back
    sys.exit(code)


if __name__ == "__main__":
    _forget_folder()
    main()
