"""LibreOffice, for the tests that want a second opinion on a workbook."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def converted(book: Path, kind: str, folder: Path) -> Path:
    """The workbook as LibreOffice writes it (`pdf`, `xlsx`).

    Each conversion has a profile of its own, so that several can run at a time. Skips where there is no
    LibreOffice, but not in CI.
    """
    office = shutil.which("soffice")
    if office is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is needed here, and was not found")
        pytest.skip("there is no LibreOffice here")
    out = folder / f"as-{kind}"
    profile = (folder / f"profile-{kind}").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", out, book]
    done = subprocess.run(command, capture_output=True, timeout=180, check=False)
    found = out / f"{book.stem}.{kind}"
    assert found.exists(), done.stderr.decode(errors="replace")
    return found
