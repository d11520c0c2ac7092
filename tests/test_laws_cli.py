"""Laws of the command line: small commands that decide nothing, and functions that can be called."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "saraban_check"
COMMAND_LINES, MOST_PARAMETERS = 125, 8


def functions() -> Iterator[tuple[str, int]]:
    """Each function, and how many parameters it has."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                names = [one.arg for one in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
                count = len([name for name in names if name not in ("self", "cls")])
                yield f"{path.relative_to(SOURCE).as_posix()} {node.name}", count


def test_no_function_has_more_than_eight_parameters() -> None:
    found = {name for name, count in functions() if count > MOST_PARAMETERS}
    assert not found


@pytest.mark.parametrize("path", sorted((SOURCE / "cli").glob("*_command.py")), ids=lambda path: path.stem)
def test_a_command_is_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= COMMAND_LINES


def test_no_command_declares_by_hand_what_an_option_is() -> None:
    """Typer's own declarations stand in `options/declaring.py`, and for `--version`, which is no command's."""
    found = {
        path.relative_to(SOURCE / "cli").as_posix()
        for path in (SOURCE / "cli").rglob("*.py")
        if "typer.Option(" in (text := path.read_text(encoding="utf-8")) or "typer.Argument(" in text
    }
    assert found == {"app.py"}
