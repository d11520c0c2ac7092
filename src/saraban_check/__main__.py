"""The program's entry. `--version` is answered before anything else is loaded."""

import sys


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
    try:
        from .cli.run import run

        code = run()
    except KeyboardInterrupt:  # while the program was still being loaded
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
