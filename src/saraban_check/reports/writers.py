"""The formats that results can be written in: by name for standard output, by suffix for a file."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from .report import Report


class Writer(NamedTuple):
    """One format: how its bytes are made."""

    write: Callable[[Report], Iterable[bytes]]


def _json(report: Report) -> Iterable[bytes]:
    from .json_report import json_document

    return (text.encode() for text in json_document(report.result, report.lang))


def _jsonl(report: Report) -> Iterable[bytes]:
    from .json_report import json_lines

    return (text.encode() for text in json_lines(report.result, report.lang))


def _csv(report: Report) -> Iterable[bytes]:
    from .csv_report import csv_document

    return (text.encode() for text in csv_document(report.result, report.lang))


def _xlsx(report: Report) -> Iterable[bytes]:
    from .xlsx_report import xlsx_document

    yield xlsx_document(report.result, report.lang)  # only when asked for: its writer may find the disk full


WRITERS: dict[str, Writer] = {
    "json": Writer(_json),
    "jsonl": Writer(_jsonl),
    "csv": Writer(_csv),
    "xlsx": Writer(_xlsx),
}
"""Each is loaded only when it is used: openpyxl alone takes 100 ms."""
