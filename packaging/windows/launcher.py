"""saraban-check.exe: distlib's launcher, which pip installs too, told to start the Python of its own folder.

It passes the command line on as it is (Thai, spaces), waits, gives back the exit code, and leaves Ctrl-C to it.
"""

import io
import zipfile
from pathlib import Path

_CONSOLE_64 = "distlib/t64.exe"
_INTERPRETER = b"#!<launcher_dir>\\python\\python.exe -I\n"  # the launcher puts its own folder there
_MAIN = "import sys\nfrom saraban_check.__main__ import main\n\nsys.exit(main())\n"


def launcher(distlib: Path) -> bytes:
    """The program, of distlib's wheel: launcher, first line, and a zip with the module that Python is to run."""
    with zipfile.ZipFile(distlib) as wheel:
        program = wheel.read(_CONSOLE_64)
    module = io.BytesIO()
    with zipfile.ZipFile(module, "w") as archive:
        archive.writestr(zipfile.ZipInfo("__main__.py"), _MAIN)
    return program + _INTERPRETER + module.getvalue()
