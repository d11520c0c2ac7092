"""First step of the action: saraban-check in an environment of its own, so that the caller's Python stays as it is.

Started by the Python of `actions/setup-python`, on all three systems. It reads ACTION_PATH and RUNNER_TEMP, and hands
on the environment's interpreter as the output `python`.
"""

import os
import subprocess
import sys
import types
import venv
from pathlib import Path


class Environment(venv.EnvBuilder):
    """An environment, and where its interpreter is: `bin` on one system is `Scripts` on another."""

    python = ""

    def post_setup(self, context: types.SimpleNamespace) -> None:
        self.python = Path(context.env_exe).as_posix()


def main() -> int:
    """The exit code of pip."""
    made = Environment()
    made.create(Path(os.environ["RUNNER_TEMP"], "saraban-check"))
    pip = [
        sys.executable,
        "-I",
        "-m",
        "pip",
        "--python",
        made.python,
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    # pip starts others, which know nothing of -I: the caller's PYTHONPATH is not for them
    variables = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run([*pip, os.environ["ACTION_PATH"]], env=variables, check=False)
    if done.returncode == 0:
        with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"python={made.python}\n")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
