"""A scan that is a picture (JPEG, PNG, TIFF with one page or several), drawn in grey. Runs in the helper process only.

Pillow unpacks it; how many pixels it says to have is asked before.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .page_picture import DPI, Grey, scale_of

FORMATS = ("JPEG", "PNG", "TIFF")
MOST_PIXELS_HELD = 80_000_000
"""A3 at 600 dpi has 70 million; so much is unpacked, and no more."""
_LONG_SIDE_IN = 11.69
"""Inches, of A4: what a file says of its own resolution is too often wrong."""
_MOST_ENLARGED = 3.0


class TooLargeError(Exception):
    """A page has more pixels than are unpacked."""

    def __init__(self, pixels: int) -> None:
        super().__init__(pixels)
        self.pixels = pixels


def page_count(path: Path, most: int) -> int:
    """How many pages it has, counted up to one more than `most`. Raises OSError, TooLargeError.

    What a telephone (MPO) or an animation (APNG) holds behind its first picture is no page.
    """
    with _opened(path) as picture:
        if picture.format != "TIFF":
            _check(picture)
            return 1
        for count in range(1, most + 1):
            _check(picture)
            try:
                picture.seek(count)
            except EOFError:
                return count
        return most + 1


def drawn_picture(path: Path, number: int, dpi: int) -> tuple[Grey, int]:
    """A page (0 = first), and at how many dots an inch, if it is A4. Raises OSError, TooLargeError."""
    from PIL import Image, ImageOps

    with _opened(path) as picture:
        picture.seek(number)
        _check(picture)
        shown = _in_grey(ImageOps.exif_transpose(picture))
    wanted = min(dpi * _LONG_SIDE_IN / max(shown.size), _MOST_ENLARGED * dpi / DPI)
    scale = scale_of(shown.width, shown.height, wanted)
    size = (max(1, round(shown.width * scale)), max(1, round(shown.height * scale)))
    small = shown.resize(size, Image.Resampling.LANCZOS)
    return Grey(small.width, small.height, small.width, memoryview(small.tobytes())), round(max(size) / _LONG_SIDE_IN)


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """The picture, only of the formats that are read; whatever is wrong in it is an OSError."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # `_check` asks, and refuses with a number
    try:
        with Image.open(path, formats=FORMATS) as picture:
            yield picture
    except (TooLargeError, OSError, MemoryError):
        raise
    except Exception as error:  # of a dozen kinds: Pillow has none of its own for a file that is not as it should be
        raise OSError(str(error)) from error


def _check(picture: Any) -> None:
    if (pixels := picture.width * picture.height) > MOST_PIXELS_HELD:
        raise TooLargeError(pixels)


def _in_grey(picture: Any) -> Any:
    """In 256 shades, on white where it is transparent."""
    from PIL import Image

    if picture.mode.startswith("I"):  # 16 bits a pixel
        return picture.convert("I").point(lambda shade: shade / 256).convert("L")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        on_white = Image.new("RGBA", picture.size, "white")
        on_white.alpha_composite(picture.convert("RGBA"))
        return on_white.convert("L")
    return picture.convert("L")
