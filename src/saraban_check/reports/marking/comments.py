"""Comments (notes, as Excel now calls them): what stands in the comments part of a sheet."""

from typing import NamedTuple

from ...reference.column_letters import letters_of
from .markup import Edit, Reader, grown, spliced, text
from .package import MAIN

_AUTHOR = "saraban-check"
_EMPTY = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="{MAIN}"><authors></authors>'
    "<commentList></commentList></comments>"
)
_FACE = '<{p}sz val="9"/><{p}color indexed="81"/><{p}rFont val="Tahoma"/><{p}family val="2"/>'
"""The typeface of Excel's own comments, which has Thai letters."""


class Note(NamedTuple):
    """A comment to add at a cell (row 1 = first, column 0 = A): paragraphs, each with a bold beginning."""

    row: int
    column: int
    paragraphs: tuple[tuple[str, str], ...]


def commented_cells(data: bytes) -> set[str]:
    """The cells that have a comment already, as `C5`."""
    return {node.attributes.get("ref", "").replace("$", "") for node in Reader(data).root.every("comment")}


def comments_part(data: bytes | None, notes: list[Note]) -> bytes:
    """The part with comments added behind those that are there; a new one for None."""
    part = Reader(data or _EMPTY.encode())
    p, root = part.prefix, part.root
    authors, listed = root.child("authors"), root.child("commentList")
    edits: list[Edit] = []
    number = len(authors.children) if authors else 0
    author = f"<{p}author>{_AUTHOR}</{p}author>"
    if authors:
        edits += grown(part.data, authors.start, authors.inside, authors.end, author)
    else:
        edits.append(Edit(root.inside, root.inside, f"<{p}authors>{author}</{p}authors>".encode()))
    new = "".join(_comment(note, p, number) for note in notes)
    if listed:
        edits += grown(part.data, listed.start, listed.inside, listed.end, new)
    else:
        edits.append(Edit(root.end, root.end, f"<{p}commentList>{new}</{p}commentList>".encode()))
    return spliced(part.data, edits)


def _comment(note: Note, p: str, author: int) -> str:
    face, keep = _FACE.format(p=p), 'xml:space="preserve"'
    runs = "".join(
        f"<{p}r><{p}rPr><{p}b/>{face}</{p}rPr><{p}t {keep}>{chr(10) if number else ''}{text(bold)}</{p}t></{p}r>"
        f"<{p}r><{p}rPr>{face}</{p}rPr><{p}t {keep}> {text(plain)}</{p}t></{p}r>"
        for number, (bold, plain) in enumerate(note.paragraphs)
    )
    place = f"{letters_of(note.column)}{note.row}"
    return f'<{p}comment ref="{place}" authorId="{author}"><{p}text>{runs}</{p}text></{p}comment>'
