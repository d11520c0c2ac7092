"""A file while it is written: wherever Ctrl-C comes, nothing of it is left."""

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from saraban_check.writing import unfinished as module
from saraban_check.writing.unfinished import unfinished


class Keyboard:
    """Presses Ctrl-C before the line of the module that is the `at`-th to run, until the file is handed over."""

    def __init__(self, at: int) -> None:
        self.left, self.is_done = at, False

    def trace(self, frame: FrameType, event: str, _: object) -> Any:
        if frame.f_code.co_filename != module.__file__ or self.is_done:
            return None
        if event == "line":
            self.left -= 1
            if self.left < 0:
                self.is_done = True
                raise KeyboardInterrupt
        return self.trace


def write(place: Path, keyboard: Keyboard) -> None:
    with unfinished(place) as (_, file):
        keyboard.is_done = True
        file.write(b"x")


def test_wherever_ctrl_c_comes_no_unfinished_file_is_left(tmp_path: Path) -> None:
    usual, pressed = sys.gettrace(), 0
    while True:
        keyboard = Keyboard(pressed)
        sys.settrace(keyboard.trace)
        try:
            write(tmp_path / "a.json", keyboard)
            break
        except KeyboardInterrupt:
            pressed += 1
        finally:
            sys.settrace(usual)
        assert list(tmp_path.iterdir()) == []
    assert pressed > 5
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_run_took_for_left_over_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([False, True])

    def is_there(file: object) -> bool:
        if found := next(answers):
            return found
        for path in tmp_path.iterdir():
            path.unlink()
        return False

    monkeypatch.setattr(module, "_is_there", is_there)
    with unfinished(tmp_path / "a.json") as (beside, _):
        assert [path.name for path in tmp_path.iterdir()] == [beside.name]
    assert list(tmp_path.iterdir()) == []
