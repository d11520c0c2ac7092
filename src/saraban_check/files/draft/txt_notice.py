"""A drafted notice as plain text: a paragraph a line, a blank line between its parts."""

from collections.abc import Iterator, Sequence

from ...drafting.wording import NoticeParagraph, NoticeRole

_TOGETHER = (NoticeRole.TITLE, NoticeRole.ITEM, NoticeRole.SIGNATURE)
"""Paragraphs of these roles stand without a blank line between them."""


def txt_notice(paragraphs: Sequence[NoticeParagraph]) -> Iterator[str]:
    """The lines, each with its line end."""
    before: NoticeRole | None = None
    for paragraph in paragraphs:
        follows_clause = before is NoticeRole.CLAUSE and paragraph.role is NoticeRole.ITEM
        if before is not None and not follows_clause and not (paragraph.role is before and before in _TOGETHER):
            yield "\n"
        yield paragraph.text + "\n"
        before = paragraph.role
