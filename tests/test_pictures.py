"""The pictures of the documents: that `.ci/pictures.py --check`, which `.ci/run` does, sees another content."""

from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image, ImageChops, ImageFilter
from tests.support import ci_module

ROOT = Path(__file__).parent.parent
NAMES = ("letter", "page", "page-phone", "paper", "screen-address", "screen-classify", "workbook")


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    return ci_module("pictures")


def picture(name: str) -> Image.Image:
    with Image.open(ROOT / "docs" / "pictures" / f"{name}.png") as kept:
        return kept.convert("RGB")


def test_the_pictures_are_all_there_and_small(maker: ModuleType) -> None:
    files = {path.name: path.stat().st_size for path in maker.PICTURES.iterdir()}
    assert set(files) == {f"{name}.png" for name in NAMES}
    assert max(files.values()) < maker.LARGEST
    assert sum(files.values()) < maker.ALTOGETHER


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_drawn_a_little_otherwise_is_the_same(name: str, maker: ModuleType) -> None:
    kept = picture(name)
    for other in (ImageChops.offset(kept, 1, 1), kept.filter(ImageFilter.GaussianBlur(0.7)), kept.quantize(64)):
        assert maker.difference(kept, other.convert("RGB")) <= maker.MOST


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_with_another_line_is_not_the_same(name: str, maker: ModuleType) -> None:
    kept = picture(name)
    other = kept.copy()
    at = kept.height // 3  # the lines below move up by half a line, as where one above is gone
    other.paste(kept.crop((0, at + 12, kept.width, kept.height)), (0, at))
    assert maker.difference(kept, other) > maker.MOST
    assert maker.difference(kept, kept.crop((0, 0, kept.width, int(kept.height * 0.9)))) == 1
    assert maker.difference(kept, kept.resize((kept.width + 1, kept.height))) == 1
