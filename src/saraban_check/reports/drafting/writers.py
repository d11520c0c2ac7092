"""The formats that a drafted notice can be written in: by name for standard output, by suffix for a file."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from ...drafting.wording import NoticeParagraph
from ..writers import Writer, encoded

if TYPE_CHECKING:
    from .docx_notice import DocxWriter

Words = Sequence[NoticeParagraph]


@cache
def _docx_writer() -> "DocxWriter":
    from .docx_notice import DocxWriter

    return DocxWriter()


def _docx(words: Words) -> Iterable[bytes]:
    yield _docx_writer().write(words)


def _txt(words: Words) -> Iterable[bytes]:
    from .txt_notice import txt_notice

    return encoded(txt_notice(words))


DRAFT_WRITERS: dict[str, Writer[Words]] = {
    "docx": Writer(_docx, (".docx",), is_text=False),
    "txt": Writer(_txt, (".txt",)),
}
"""Each is loaded only when it is used."""
