"""The formats that bounces can be written in: by name for standard output, by suffix for a file."""

from collections.abc import Iterable

from ..writers import Writer, encoded
from .report import DeliveryRun


def _csv(run: DeliveryRun) -> Iterable[bytes]:
    from .lines import csv_document

    return encoded(csv_document(run.lines()))


def _json(run: DeliveryRun) -> Iterable[bytes]:
    from .json_delivery import json_document

    return encoded(json_document(run))


DELIVERY_WRITERS: dict[str, Writer[DeliveryRun]] = {
    "csv": Writer(_csv, (".csv",)),
    "json": Writer(_json, (".json",)),
}
"""Each is loaded only when it is used."""
