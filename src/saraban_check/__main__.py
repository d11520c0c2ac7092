"""The program's entry. `--version` is answered before anything else is loaded."""

import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    if sys.argv[1:] == ["--version"]:
        from . import __version__

        print(f"saraban-check {__version__}")
        return
    from .cli.run import run

    sys.exit(run())


if __name__ == "__main__":
    main()
