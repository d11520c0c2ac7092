"""What is told of a registry, once it was imported or asked for."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .language import LANG
from .options.general import GeneralOptions
from .options.registry import StatusOptions
from .streams import style_of, write_bytes, write_text

if TYPE_CHECKING:
    from ..registry.importing import LeftOut
    from ..registry.registry import Registry


def show_status(
    registry: "Registry",
    path: Path,
    options: StatusOptions,
    general: GeneralOptions,
    left_out: "Sequence[LeftOut]" = (),
) -> None:
    from ..registry.status import Status

    status = Status(registry, str(path), tuple(left_out))
    if options.format_ == "json":
        from ..reports.registry_json import status_json

        write_bytes([status_json(status, LANG).encode("utf-8", "replace")])
    else:
        from ..report.render.screen import render_screen
        from ..report.views.registry import status_document

        write_text(render_screen(status_document(status), LANG, style_of(sys.stdout, general.color), options.limit))
