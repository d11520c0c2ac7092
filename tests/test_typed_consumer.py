"""A program of somebody else's that uses the package, as mypy sees it: by the types that are installed (`py.typed`)."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WRONG = """
# What is wrong, and must be said: under --strict an ignore that nothing needs is an error itself.
sc.classify(3)  # type: ignore[arg-type]
sc.check_address("saraban_6820101@dla.go.th").verdict.form.velue  # type: ignore[union-attr]
sc.Policy(severities={"SB405": "warning"})  # type: ignore[dict-item]
result.summary.total.casefold()  # type: ignore[attr-defined]
sc.compare(result, result).nothing  # type: ignore[arg-type, attr-defined]
sc.write_all_reports  # type: ignore[attr-defined]
"""


def test_a_script_by_the_documentation_is_typed(tmp_path: Path) -> None:
    if importlib.util.find_spec("mypy") is None:
        if os.environ.get("CI"):
            pytest.fail("mypy is not installed")
        pytest.skip("mypy is not installed")
    (script,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "consumer.py").write_text(script + WRONG, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir", tmp_path / "cache", "consumer.py"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
