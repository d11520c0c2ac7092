"""The formats that results can be written in: by name for standard output, by suffix for a file."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..api import Classification
from ..model.text import Lang


class Writer(NamedTuple):
    """One format: how its bytes are made."""

    write: Callable[[Classification, Lang], Iterable[bytes]]


def _json(result: Classification, lang: Lang) -> Iterable[bytes]:
    from .json_report import json_document

    return (text.encode() for text in json_document(result, lang))


def _jsonl(result: Classification, lang: Lang) -> Iterable[bytes]:
    from .json_report import json_lines

    return (text.encode() for text in json_lines(result, lang))


def _csv(result: Classification, lang: Lang) -> Iterable[bytes]:
    from .csv_report import csv_document

    return (text.encode() for text in csv_document(result, lang))


def _xlsx(result: Classification, lang: Lang) -> Iterable[bytes]:
    from .xlsx_report import xlsx_document

    yield xlsx_document(result, lang)  # only when asked for: its writer may find the disk full


WRITERS: dict[str, Writer] = {
    "json": Writer(_json),
    "jsonl": Writer(_jsonl),
    "csv": Writer(_csv),
    "xlsx": Writer(_xlsx),
}
"""Each is loaded only when it is used: openpyxl alone takes 100 ms."""
