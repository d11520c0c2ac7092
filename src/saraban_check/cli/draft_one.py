"""`draft notice --name …`: the notice of one agency, whose address is checked before anything is written."""

import datetime
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..checks.address_check import AddressCheck, check_address
from ..checks.notice_context import NoticeContext
from ..checks.notices import check_notice_text
from ..drafting.facts import DraftFacts
from ..drafting.requested import draft_facts
from ..drafting.wording import NoticeParagraph, notice_paragraphs
from ..formats import Result, writers_of
from ..model.errors import RequestError
from ..model.finding import Severity
from ..model.text import Text
from ..model.verdict import AddressState
from ..reports.escape import for_terminal
from ..rules.sb52_channels import SB520, SB525, SB526
from ..rules.sb53_issue import SB532
from .configured import policy
from .language import LANG
from .options import ColorChoice
from .outputs import Targets, check_outputs, write_file
from .reading import say_domains, say_registry
from .streams import ending_with, say, say_wrote, style_of, write_bytes

if TYPE_CHECKING:
    from ..registry.registry import Registry

_REFUSED = Text(
    "ไม่ได้ร่างประกาศฯ เพราะที่อยู่อีเมลไม่ถูกต้อง แก้ที่อยู่แล้วสั่งใหม่",
    "nothing was drafted, because the address is not correct; mend it and try again",
)
_EXISTS = Text(
    "-o {file}: มีไฟล์นี้อยู่แล้ว และอาจกรอกหรือลงนามไว้แล้ว จึงไม่เขียนทับ ใช้ชื่ออื่น หรือเพิ่ม --force",
    "-o {file}: this file exists and may be filled in or signed, so it is not replaced; use another name, or --force",
)
_DOUBT = Text("ตรวจร่างแล้วพบ {code}: {message}", "the draft was checked: {code}: {message}")
_BLANKS = (SB520, SB525, SB526, SB532)
"""What is said of blanks, and of a day to come, in other words already."""
_FAILED = 1


class OneRequest(NamedTuple):
    """What is told of the agency (`check_address`'s own words for it), and where its notice goes."""

    told: Mapping[str, str | None]
    address: str | None
    telephones: Sequence[str]
    channels: Sequence[str]
    position: str | None
    day: datetime.date
    outputs: Sequence[str]
    force: bool = False


def draft_one(
    request: OneRequest,
    registry: "Registry | None",
    format_: str | None,
    *,
    color: ColorChoice,
    quiet: bool,
) -> int:
    """The exit code: 1 where the address is not correct. `format_`: what goes to standard output; None where nothing
    was asked for: the text, unless it goes to files."""
    files = check_outputs(request.outputs, Targets(), Result.DRAFT)
    for path, _ in files:
        if path.exists() and not request.force:
            raise RequestError(_EXISTS, file=path)
    check = check_address(request.address or "", **request.told, domains=policy().domains, registry=registry)
    wording = {"telephones": request.telephones, "channels": request.channels}
    facts = draft_facts(check, request.day, **wording, position=request.position)
    if not quiet:
        say_domains(policy().domains)
        say_registry(registry)
    if check.verdict.state in (AddressState.INCORRECT, AddressState.UNKNOWN):
        return _refuse(check, request, format_, color)
    words = notice_paragraphs(facts)
    for path, writer in files:
        write_file(path, writer.write(words))
    if not quiet:
        _say_doubts(words, NoticeContext(record=check.record, policy=policy(), registry=registry))
        _say(check, facts, [path for path, _ in files], color)
    if format_ == "json":
        _write_json(check, facts, request, [str(path) for path, _ in files])
    elif format_ == "txt" or not files:
        write_bytes(writers_of(Result.DRAFT)["txt"].write(words))
    return 0


def _say_doubts(words: Sequence[NoticeParagraph], known: NoticeContext) -> None:
    """What `notice` would find in the draft besides its blanks: a channel may hold another address, or dots.

    What is to be noted of a correct address is said of it already.
    """
    text = "\n".join(paragraph.text for paragraph in words)
    for found in check_notice_text(text, known).findings:
        if found.address is None and not found.finding.breaks(*_BLANKS) and found.severity is not Severity.INFO:
            say(for_terminal(_DOUBT.say(LANG, code=found.code, message=found.message(LANG))))


def _refuse(check: AddressCheck, request: OneRequest, format_: str | None, color: ColorChoice) -> int:
    """Say what is wrong, as `address` does; with `-q` too, for it is the result."""
    from ..report.render.screen import render_screen
    from ..report.views.address import address_document

    say(render_screen(address_document(check), LANG, style_of(sys.stderr, color.value)))
    say(_REFUSED.say(LANG))
    with ending_with(_FAILED):
        if format_ == "json":
            _write_json(check, None, request, [])
    return _FAILED


def _write_json(check: AddressCheck, facts: DraftFacts | None, request: OneRequest, files: Sequence[str]) -> None:
    from ..formats import encoded
    from ..reports.drafting.json_drafts import single_document
    from ..reports.drafting.run import SingleRun

    write_bytes(encoded(single_document(SingleRun(check, facts, request.day, tuple(files), LANG))))


def _say(check: AddressCheck, facts: DraftFacts, files: Sequence[Path], color: ColorChoice) -> None:
    """Which files there are, what is to be noted of the address, what is left to fill in, and what comes next."""
    from ..report.render.screen import render_screen
    from ..report.views.drafts import draft_document

    for path in files:
        say_wrote(path)
    document = draft_document(check, facts, is_docx=any(path.suffix == ".docx" for path in files))
    say(render_screen(document, LANG, style_of(sys.stderr, color.value)).rstrip("\n"))
