"""A real Chromium, and pages that it opens from the disk as an officer would.

Without a Chromium these tests are skipped, but not in CI: there it must be installed.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from benchmarks.nationwide import agencies, write_csv
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, sync_playwright
from tests.support import classified_list

from saraban_check.files.page.html_report import html_document
from saraban_check.report.run import Report

DATA = Path(__file__).parent.parent.parent / "data"

OpenPage = Callable[..., Page]


def write_page(list_file: Path, page_file: Path, **how: Any) -> Path:
    """The report on a list, written where the browser can open it; `how` as `classify` takes it."""
    return write_report(Report(classified_list(list_file, **how), "th", list_file.name), page_file)


def write_report(report: Report, page_file: Path) -> Path:
    """The page of a report, written where the browser can open it."""
    page_file.write_text("".join(html_document(report)), encoding="utf-8", newline="")
    return page_file


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Ended before any other test begins: as long as it is there, asyncio can run nothing else in its process."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: install one, or name it in CHROMIUM")
        pytest.skip("no Chromium")
    with sync_playwright() as playwright:
        # as root, as in most containers, Chromium starts only without its sandbox
        args = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
        browser = playwright.chromium.launch(executable_path=path, args=args)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on the sample list: 70 agencies, with every rule and every outcome."""
    return write_page(DATA / "agencies.xlsx", tmp_path_factory.mktemp("page") / "sample.html")


@pytest.fixture(scope="session")
def nationwide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on 7,842 made-up agencies."""
    folder = tmp_path_factory.mktemp("page")
    write_csv(folder / "nationwide.csv", agencies(), "utf-8")
    return write_page(folder / "nationwide.csv", folder / "nationwide.html")


class Windows:
    """The windows that a test opens, and what went wrong in them.

    A window of its own takes the browser a second and a half, a page in one that is there a tenth of that. So a window
    opened without options is emptied and lent again; a page keeps nothing between visits: nothing to forget is left.
    """

    def __init__(self, browser: Browser) -> None:
        self.complaints: list[str] = []
        self._browser = browser
        self._files: dict[Page, str] = {}
        self._free: list[Page] = []
        self._lent: list[Page] = []
        self._own: list[BrowserContext] = []

    def opened(
        self,
        file: Path,
        *,
        view: str = "group=all",
        width: int = 1280,
        height: int = 900,
        script: str = "",
        **options: Any,
    ) -> Page:
        """A page in a window of that size; of its own, where a script or options of the browser are asked for."""
        if script or options:
            page = self._new(viewport={"width": width, "height": height}, **options)
            self._own.append(page.context)
            if script:
                page.context.add_init_script(script)
        else:
            page = self._free.pop() if self._free else self._new()
            self._lent.append(page)
            page.set_viewport_size({"width": width, "height": height})
        self._files[page] = file.as_uri()
        page.goto(f"{file.as_uri()}#{view}" if view else file.as_uri())
        return page

    def close(self) -> None:
        """Empty those that were lent, and close the rest."""
        for context in self._own:
            context.close()
        for page in self._lent:
            if not page.is_closed():
                page.emulate_media(media="null", color_scheme="null")
                self._files[page] = "about:blank"
                page.goto("about:blank")
                self._free.append(page)
        self._own.clear()
        self._lent.clear()

    def _new(self, **options: Any) -> Page:
        context = self._browser.new_context(**options)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("console", lambda message: self.complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("dialog", self._dismiss)
        page.on("request", lambda request: self._note_what_leaves(page, request))
        return page

    def _dismiss(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _note_what_leaves(self, page: Page, request: Request) -> None:
        if request.url not in (self._files[page], "data:,"):
            self.complaints.append(f"request: {request.url}")


@pytest.fixture(scope="package")
def windows(chromium: Browser) -> Windows:
    return Windows(chromium)


@pytest.fixture
def open_page(windows: Windows) -> Iterator[OpenPage]:
    """Opens a page in a new window, at a view: its address after `#`, the whole list unless another is named.

    When the test is over: nothing left the page, and nothing went wrong in it.
    """
    windows.complaints.clear()
    yield windows.opened
    windows.close()
    assert windows.complaints == []
