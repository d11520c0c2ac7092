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
from playwright.sync_api import Browser, Dialog, Page, Request, sync_playwright
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


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
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


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    """Opens a page in a new window, at a view: its address after `#`, the whole list unless another is named.

    When the test is over: nothing left the page, and nothing went wrong in it.
    """
    complaints: list[str] = []
    contexts = []

    def dismiss(dialog: Dialog) -> None:
        complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def opened(
        file: Path, *, view: str = "group=all", width: int = 1280, height: int = 900, script: str = "", **options: Any
    ) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        if script:
            context.add_init_script(script)

        def note_what_leaves(request: Request) -> None:
            if request.url not in (file.as_uri(), "data:,"):
                complaints.append(f"request: {request.url}")

        page = context.new_page()
        page.on("console", lambda message: complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("dialog", dismiss)
        page.on("request", note_what_leaves)
        page.goto(f"{file.as_uri()}#{view}" if view else file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
