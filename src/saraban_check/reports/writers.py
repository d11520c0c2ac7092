"""The formats that results can be written in: by name for standard output, by the file's name for a file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from .report import Report

What = TypeVar("What")
"""What a writer is given."""


class Writer(NamedTuple, Generic[What]):
    """One format: how its bytes are made, and how the names of its files end.

    `is_text` says whether it may go to standard output.
    """

    write: Callable[[What], Iterable[bytes]]
    suffixes: tuple[str, ...]
    is_text: bool = True


def encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    """Gathered to some size: a piece a line would be written a line at a time.

    A lone surrogate, which a hostile file may hold and UTF-8 cannot, becomes a question mark.
    """
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size > _GATHERED:
            yield "".join(held).encode("utf-8", "replace")
            held, size = [], 0
    yield "".join(held).encode("utf-8", "replace")


_GATHERED = 1 << 16


def _json(report: Report) -> Iterable[bytes]:
    from .json_report import json_document

    return encoded(json_document(report))


def _jsonl(report: Report) -> Iterable[bytes]:
    from .json_report import json_lines

    return encoded(json_lines(report.result, report.lang))


def _csv(report: Report) -> Iterable[bytes]:
    from .csv_report import csv_document

    return encoded(csv_document(report.result, report.lang))


def _markdown(report: Report) -> Iterable[bytes]:
    from .markdown_report import markdown_document

    return encoded(markdown_document(report))


def _github(report: Report) -> Iterable[bytes]:
    from .github_report import github_lines

    return encoded(github_lines(report))


def _gitlab(report: Report) -> Iterable[bytes]:
    from .gitlab_report import gitlab_document

    return encoded(gitlab_document(report))


def _sarif(report: Report) -> Iterable[bytes]:
    from .sarif_report import sarif_document

    return encoded(sarif_document(report))


def _junit(report: Report) -> Iterable[bytes]:
    from .junit_report import junit_document

    return encoded(junit_document(report))


def _html(report: Report) -> Iterable[bytes]:
    from .page.html_report import html_document

    return encoded(html_document(report))


def _xlsx(report: Report) -> Iterable[bytes]:
    from .workbook.document import xlsx_document

    yield xlsx_document(report.result, report.lang)  # only when asked for: its writer may find the disk full


WRITERS: dict[str, Writer[Report]] = {
    "json": Writer(_json, (".json",)),
    "jsonl": Writer(_jsonl, (".jsonl",)),
    "csv": Writer(_csv, (".csv",)),
    "md": Writer(_markdown, (".md",)),
    "github": Writer(_github, (".github.txt",)),
    "gitlab": Writer(_gitlab, (".gitlab.json",)),
    "sarif": Writer(_sarif, (".sarif", ".sarif.json")),
    "junit": Writer(_junit, (".xml",)),
    "html": Writer(_html, (".html",)),
    "xlsx": Writer(_xlsx, (".xlsx",), is_text=False),
}
"""Each is loaded only when it is used: XlsxWriter alone takes 100 ms."""


def writer_for(name: str, writers: Mapping[str, Writer[What]]) -> Writer[What] | None:
    """The format of a file's name: the one with the longest ending that fits."""
    fitting = [
        (len(suffix), writer)
        for writer in writers.values()
        for suffix in writer.suffixes
        if name.lower().endswith(suffix)
    ]
    return max(fitting, key=lambda fit: fit[0])[1] if fitting else None
