"""The formats that notices can be written in: by name for standard output, by suffix for a file."""

from collections.abc import Iterable

from ..writers import Writer, encoded
from .report import NoticeRun


def _json(run: NoticeRun) -> Iterable[bytes]:
    from .json_notices import json_document

    return encoded(json_document(run))


def _jsonl(run: NoticeRun) -> Iterable[bytes]:
    from .json_notices import json_lines

    return encoded(json_lines(run.results, run.lang))


def _csv(run: NoticeRun) -> Iterable[bytes]:
    from .csv_notices import csv_document

    return encoded(csv_document(run))


def _md(run: NoticeRun) -> Iterable[bytes]:
    from .md_notices import md_document

    return encoded(md_document(run))


def _github(run: NoticeRun) -> Iterable[bytes]:
    from .ci import github_document

    return encoded(github_document(run))


def _gitlab(run: NoticeRun) -> Iterable[bytes]:
    from .ci import gitlab_document

    return encoded(gitlab_document(run))


def _sarif(run: NoticeRun) -> Iterable[bytes]:
    from .ci import sarif_document

    return encoded(sarif_document(run))


def _junit(run: NoticeRun) -> Iterable[bytes]:
    from .ci import junit_document

    return encoded(junit_document(run))


def _html(run: NoticeRun) -> Iterable[bytes]:
    from .html_notices import html_document

    return encoded(html_document(run))


def _xlsx(run: NoticeRun) -> Iterable[bytes]:
    from .xlsx_notices import xlsx_document

    yield xlsx_document(run)  # only when asked for: its writer may find the disk full


NOTICE_WRITERS: dict[str, Writer[NoticeRun]] = {
    "json": Writer(_json, (".json",)),
    "jsonl": Writer(_jsonl, (".jsonl",)),
    "csv": Writer(_csv, (".csv",)),
    "md": Writer(_md, (".md",)),
    "github": Writer(_github, (".github.txt",)),
    "gitlab": Writer(_gitlab, (".gitlab.json",)),
    "sarif": Writer(_sarif, (".sarif", ".sarif.json")),
    "junit": Writer(_junit, (".xml",)),
    "html": Writer(_html, (".html",)),
    "xlsx": Writer(_xlsx, (".xlsx",), is_text=False),
}
"""Each is loaded only when it is used: XlsxWriter alone takes 100 ms."""
