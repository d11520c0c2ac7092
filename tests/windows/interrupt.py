"""Run by the Windows Python: start a command on a console of its own, and press Ctrl-C there once it writes a file.

Arguments: the folder that is written into, then the command. Prints the command's exit code, then what it said.
"""

import ctypes
import subprocess
import sys
from pathlib import Path

kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
kernel.FreeConsole()
assert kernel.AllocConsole()
folder, command = Path(sys.argv[1]), sys.argv[2:]
before = set(folder.iterdir())


def is_writing() -> bool:
    """Whether something stands in a new file."""
    try:
        return any(path.stat().st_size for path in set(folder.iterdir()) - before)
    except FileNotFoundError:  # it was moved to its place meanwhile
        return True


process = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
kernel.SetConsoleCtrlHandler(None, 1)  # what is pressed now is not for us
while process.poll() is None and not is_writing():
    pass
kernel.GenerateConsoleCtrlEvent(0, 0)
out, err = process.communicate()
print(process.returncode, flush=True)
sys.stdout.buffer.write(out + err)
