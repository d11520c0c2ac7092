"""A page in shades of grey: whole, to be read, or pieces of it, to be shown. Runs in the helper process only."""

import math
import struct
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

DPI = 300
MOST_PIXELS = 12_000_000
"""A4 at 300 dpi has 8.7 million; a page that is larger is drawn coarser."""
_LONGEST_SIDE = 20_000
_TALLEST = 0.12
"""A piece is a line or two: no more of the page's height than that."""
_BESIDE, _ABOVE = 12, 3
"""Pixels around it: where a word ends is known less well than how high it is."""
_PNG, _SHADES_IN_BITS = b"\x89PNG\r\n\x1a\n", 4


class Grey(NamedTuple):
    """A picture, a byte a pixel; a row begins every `stride` bytes."""

    width: int
    height: int
    stride: int
    pixels: memoryview


def scale_of(width: float, height: float, wanted: float) -> float:
    """How large to draw what is so large: as wanted, unless that were too many pixels."""
    return min(wanted, math.sqrt(MOST_PIXELS / (width * height)), _LONGEST_SIDE / max(width, height))


def drawn_page(document: Any, number: int, dpi: int) -> tuple[Grey, int]:
    """A page (0 = first) of a PdfDocument of pypdfium2, and at how many dots an inch. Raises PdfiumError."""
    page = document[number]
    width, height = (max(side, 1.0) for side in page.get_size())
    scale = scale_of(width, height, dpi / 72)
    bitmap = page.render(scale=scale, grayscale=True, draw_annots=True)
    pixels = memoryview(bytes(bitmap.buffer))  # its own end with it
    return Grey(bitmap.width, bitmap.height, bitmap.stride, pixels), round(scale * 72)


def write_pgm(picture: Grey, to: Path) -> None:
    """Write it as PGM: its size and its bytes, nothing that would have to be packed or parsed."""
    with to.open("wb") as file:
        file.write(f"P5 {picture.width} {picture.height} 255\n".encode())
        file.writelines(_rows(picture, (0, 0, picture.width, picture.height)))


def cut_out(picture: Grey, box: Sequence[float]) -> bytes:
    """A piece of it as PNG in sixteen shades, `box` in parts of its width and height; empty where that is no line."""
    left, top, right, bottom = box
    if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1 and bottom - top <= _TALLEST):
        return b""
    first = (max(0, int(left * picture.width) - _BESIDE), max(0, int(top * picture.height) - _ABOVE))
    last = (
        min(picture.width, int(right * picture.width) + _BESIDE),
        min(picture.height, int(bottom * picture.height) + _ABOVE),
    )
    size = (last[0] - first[0], last[1] - first[1])
    packed = b"".join(b"\0" + _in_shades(bytes(row)) for row in _rows(picture, (*first, *last)))
    head = struct.pack(">IIBBBBB", *size, _SHADES_IN_BITS, 0, 0, 0, 0)
    return _PNG + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(packed, 9)) + _chunk(b"IEND", b"")


def _rows(picture: Grey, box: tuple[int, int, int, int]) -> Iterator[memoryview]:
    left, top, right, bottom = box
    for row in range(top, bottom):
        start = row * picture.stride
        yield picture.pixels[start + left : start + right]


def _in_shades(row: bytes) -> bytes:
    """Two pixels a byte (PNG specification, 7.2)."""
    even = row + b"\xff" * (len(row) % 2)
    return bytes(one & 0xF0 | other >> 4 for one, other in zip(even[::2], even[1::2], strict=True))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
