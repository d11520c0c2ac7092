"""The folder that is built for Windows, once for all workers, and a Windows (Wine) for each."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.windows.wine import Windows, build_folder, check_programs


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, unpacked. Building it takes a minute: whoever comes first does it, the others wait."""
    check_programs()
    mine = tmp_path_factory.getbasetemp()
    shared = mine.parent if os.environ.get("PYTEST_XDIST_WORKER") else mine
    with (shared / "windows.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = shared / "windows.built"
        if not done.exists():
            done.write_text(str(build_folder(shared / f"windows-{mine.name}")), encoding="utf-8")
        return Path(done.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def windows(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    """A Windows that the folder is started on."""
    started = Windows(built, tmp_path_factory.mktemp("wine"))
    started.boot()
    yield started
    started.shut_down()
