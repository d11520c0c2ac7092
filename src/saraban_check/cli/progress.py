"""A progress bar on a terminal's standard error, once a file takes longer than a second."""

import os
import sys
import time
from collections.abc import Callable
from typing import Any

from .language import t
from .streams import is_quiet

_PATIENCE = 1.0


class Progress:
    """Told how many rows were read; draws nothing in CI, with -q, or off a terminal."""

    def __init__(self, doing: str = t("กำลังตรวจ", "checking"), total: int | None = None) -> None:
        self._doing = doing
        self.is_wanted = not is_quiet() and sys.stderr.isatty() and not os.environ.get("CI")
        self._started = time.monotonic()
        self._bar: Any = None
        self._task: Any = None
        self.total = total

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def on_rows(self) -> Callable[[int], None] | None:
        """Whom to tell; None where nothing is drawn."""
        return self.rows if self.is_wanted else None

    def of(self, total: int | None) -> None:
        """So many there are."""
        self.total = total

    def begin(self) -> None:
        """Show at once that something is going on."""
        if self.is_wanted and self._bar is None:
            self._start()

    def rows(self, count: int) -> None:
        """So many rows were read."""
        if self._bar is None:
            if time.monotonic() - self._started < _PATIENCE:
                return
            self._start()
        self._bar.update(self._task, completed=count)

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as RichProgress

        columns = (TextColumn(self._doing), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = RichProgress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("", total=self.total)
        self._bar.start()

    def stop(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
