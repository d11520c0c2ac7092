"""The process that judges the other half of a long list (see `sharing.py`)."""

import gc
import sys
from collections.abc import Iterator

from ..intake.serving import Answer, serve


def _answers(request: Answer) -> Iterator[Answer]:
    yield {"begun": True}  # before what takes its time to import: whoever waits for it can go on
    from .sharing import packed, unpacked

    yield {"gathered": packed(unpacked(request["share"]).gather())}
    yield {"end": True}


if __name__ == "__main__":
    gc.set_threshold(200_000, 20, 50)  # as in `__main__.py`: hardly anything here forms cycles
    serve(_answers, int(sys.argv[1]), str)
