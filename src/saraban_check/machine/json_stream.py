"""JSON that is read line by line too: an object's long lists stand one entry a line, each written as it is made."""

import json
from collections.abc import Iterable, Iterator, Mapping

from ..report.escape import for_json

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
"""One encoder for all: `json.dumps` would make a new one for every agency."""


def dumped(value: object) -> str:
    """A value in one line, in which nothing stands that a terminal or a CI log would obey."""
    return for_json(_encode(value))


def streamed(document: Mapping[str, object], **lists: Iterable[object] | None) -> Iterator[str]:
    """The object, its `lists` in the places that the document leaves empty: at its end, in the same order."""
    yield dumped({key: value for key, value in document.items() if key not in lists})[:-1]
    for key, entries in lists.items():
        if entries is None:
            yield f', "{key}": null'
            continue
        yield f', "{key}": ['
        separator = "\n"
        for entry in entries:
            yield separator + dumped(entry)
            separator = ",\n"
        yield "\n]"
    yield "}\n"
