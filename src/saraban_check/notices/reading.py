"""A document becomes a notice: its papers are told apart, and each part of the notice is found by its own module."""

from ..model.notice import Document, DocumentKind, Notice, Paper, PaperKind, Slip, Stated
from ..reference.kinds import kind_of_name
from .addresses import find_addresses
from .blank_parts import blanks_of_parts
from .blanks import find_blanks
from .channels import find_channels
from .dates import find_day
from .draft_mark import find_draft_mark
from .law import Law, read_law
from .lines import Lines
from .mentions import Mentions, find_mentions
from .model_notice import find_model_data
from .papers import Part, find_papers
from .running_text import KnownNames
from .signature import find_signature
from .skeleton import Skeleton, skeleton_of
from .subject_year import subject_year
from .telephones import find_telephones
from .title import LETTERHEAD_LINES, Title, is_about_channels, read_title
from .websites import find_links
from .which import which_counts


def read_notice(document: Document, known: KnownNames | None = None) -> Notice:
    """What a document says as a section-10 notice. One without text says nothing; `known` are a registry's names.

    Of several papers in it the notice is read; of several notices the one that counts, or none (decisions: Notices).
    """
    text = document.text
    if not text.strip():
        return Notice(document)
    parts = find_papers(text)
    if len(parts) == 1:
        return _read(document, parts[0], known)
    read = {
        part.start: _read(_alone(document, part), part, known)
        for part in parts
        if part.kind in (PaperKind.NOTICE, None)
    }
    notices = {start: notice for start, notice in read.items() if notice.is_notice}
    if not notices:
        return _read(document, parts[0]._replace(end=len(text)), known)._replace(is_notice=False)
    chosen, why_not = which_counts(notices)
    lines = Lines(text)
    beside = tuple(
        Paper(part.kind or PaperKind.OTHER, lines.number(_first_letter(text, part.start)))
        for part in parts
        if part.start != chosen
    )
    if chosen is None:
        return Notice(document, is_notice=True, beside=beside, undecided=why_not)
    return notices[chosen]._replace(document=document, beside=beside)


def _alone(document: Document, part: Part) -> Document:
    """The document with one paper of it alone, each line where it was."""
    above = document.text.count("\n", 0, part.start)
    return document._replace(text="\n" * above + document.text[part.start : part.end])


def _first_letter(text: str, place: int) -> int:
    return place + len(text[place:]) - len(text[place:].lstrip())


def _read(document: Document, part: Part, known: KnownNames | None) -> Notice:
    """What one paper says."""
    text = document.text
    lines, skeleton = Lines(text), Skeleton(text)
    title, law = read_title(text, lines), read_law(skeleton, lines)
    issuer = title.issuer
    agency = "" if issuer is None else issuer.text
    day = find_day(skeleton, lines)
    signature = find_signature(text, lines, None if day.place is None else lines.end(day.place), agency)
    telephones = find_telephones(text, lines)
    mentions = _mentions(skeleton, lines, title, signature.position, known)
    end = len(text) if day.place is None else lines.end(lines.end(day.place) + 1 if day.is_blank else day.place)
    spans = [span for span in find_blanks(text, title.start, end) if not day.holds(span[0])]
    if signature.position is not None and (line := lines.span(signature.position.line))[0] >= end:
        unfilled = [*find_blanks(text, *line)]
        spans += unfilled
        if unfilled:  # of whom it is the position, nobody filled in
            signature = signature._replace(position=None, has_unread_position=True)
    signed_on = None if signature.blank is None else signature.blank.line
    blanks = blanks_of_parts(text, lines, spans, title, day, signed_on)
    if signature.blank is not None:
        blanks.append(signature.blank)
    as_written = document.kind is not DocumentKind.PDF and not document.by_ocr
    above = 0 if document.kind is DocumentKind.HTML else LETTERHEAD_LINES
    first, last = lines.number(title.start) - above, lines.number(len(text) if day.place is None else day.place)
    addresses = find_addresses(text, lines, spans, as_written=as_written)
    addresses = tuple(one for one in addresses if first <= one.line <= last) or addresses  # else the page's, the foot's
    links = find_links(text, lines, spans, agency, [one.text for one in addresses])
    return Notice(
        document,
        is_notice=part.kind in (PaperKind.NOTICE, None) and _is_notice(title, law, skeleton),
        issuer=issuer,
        issuer_kind=kind_of_name(agency),
        subject=title.subject,
        subject_year=None if title.subject is None else subject_year(text[title.start : title.body]),
        cites_act=law.cites_act,
        act_year=law.act_year,
        cites_section=law.cites_section,
        addresses=addresses,
        websites=links.websites,
        channels=find_channels(text, skeleton, links.channels),
        telephones=telephones.lines,
        mobiles=telephones.mobiles,
        date_text=day.text,
        date=day.day,
        position=signature.position,
        is_signed_block=signature.has_block,
        has_unread_position=signature.has_unread_position,
        mentions=mentions.others,
        is_mention_sure=mentions.is_sure,
        blanks=tuple(sorted(blanks, key=lambda blank: blank.line)),
        draft_mark=find_draft_mark(text, lines, title, None if day.place is None else lines.number(day.place)),
        model_data=find_model_data(text, lines),
        province=title.province,
        slips=tuple(slip for slip in (*law.slips, day.slip) if slip is not None and _is_typed(slip, document)),
    )


def _is_typed(slip: Slip, document: Document) -> bool:
    """Whether it was so typed, and is not the reading's fault: OCR misreads letters, a PDF loses marks."""
    if document.by_ocr:
        return False
    return document.kind is not DocumentKind.PDF or skeleton_of(slip.text) != skeleton_of(slip.meant)


def _mentions(
    skeleton: Skeleton, lines: Lines, title: Title, position: Stated | None, known: KnownNames | None
) -> Mentions:
    if title.issuer is None:
        return Mentions()
    return find_mentions(skeleton, lines, title.issuer.text, title.start + 1, title.body, position, known)


def _is_notice(title: Title, law: Law, skeleton: Skeleton) -> bool:
    """Whether it is a notice of channels at all, however incomplete: about them, or citing the section.

    One under section 16 alone lays down systems for officers, whatever it is called.
    """
    agency = "" if title.issuer is None else title.issuer.text
    is_about = title.subject is not None and is_about_channels(title.subject.text, agency)
    if law.cites_section_16 and not law.cites_section and not is_about:
        return False
    cites = law.cites_act and law.cites_section
    opens = skeleton.holds("ช่องทาง") and skeleton.holds("ไปรษณีย์อิเล็กทรอนิกส์", "อีเมล", "e-mail", "email", "อิเล็กทรอนิกส์")
    if title.is_notice:
        return is_about or cites or (law.cites_act and opens)
    return opens and (is_about or cites)
