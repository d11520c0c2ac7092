"""`draft notice --name …`: the notice of one agency, whose address is checked before anything is written."""

import datetime
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..checks.address_check import AddressCheck, check_address
from ..checks.notice_context import NoticeContext
from ..drafting.doubts import draft_doubts, may_be_drafted
from ..drafting.facts import DraftFacts
from ..drafting.requested import draft_facts
from ..drafting.wording import notice_paragraphs
from ..formats import Result, writers_of
from ..model.text import Text
from .configured import policy
from .language import LANG
from .outputs import Targets, check_outputs, write_file
from .reading import say_domains, say_registry
from .streams import ending_with, is_quiet, note, say, say_wrote, style_of, write_bytes

if TYPE_CHECKING:
    from ..registry.registry import Registry
    from .options.agency import AgencyOptions
    from .options.drafting import OutputOptions, WordingOptions
    from .options.general import GeneralOptions

_REFUSED = Text(
    "ไม่ได้ร่างประกาศฯ เพราะที่อยู่อีเมลไม่ถูกต้อง แก้ที่อยู่แล้วสั่งใหม่",
    "nothing was drafted, because the address is not correct; mend it and try again",
)
_DOUBT = Text("ตรวจร่างแล้วพบ {code}: {message}", "the draft was checked: {code}: {message}")
_FAILED = 1


class OneRequest(NamedTuple):
    """What is told of the agency, what its notice says, and where that goes."""

    facts: "AgencyOptions"
    wording: "WordingOptions"
    day: datetime.date
    out: "OutputOptions"
    registry: "Registry | None"


def draft_one(request: OneRequest, general: "GeneralOptions") -> int:
    """The exit code: 1 where the address is not correct. Where no format was asked for, the text goes to standard
    output, unless it goes to files."""
    out, wording = request.out, request.wording
    files = check_outputs(out.output or (), Targets(), Result.DRAFT)
    rules = policy()
    domains = rules.domains
    told = request.facts._asdict()
    check = check_address(wording.address or "", **told, domains=domains, registry=request.registry)
    lines = {"telephones": wording.phone or (), "channels": wording.channel or ()}
    facts = draft_facts(check, request.day, **lines, position=wording.position)
    say_domains(domains)
    say_registry(request.registry)
    if not may_be_drafted(check):
        return _refuse(check, request, general)
    words = notice_paragraphs(facts)
    for path, writer in files:
        write_file(path, writer.write(words))
    paths = [path for path, _ in files]
    known = NoticeContext(record=check.record, policy=rules, registry=request.registry)
    if not is_quiet():
        for finding in draft_doubts(facts, known):
            note(_DOUBT, code=finding.code, message=finding.message(LANG))
        _say(check, facts, paths, general)
    if out.format_ == "json":
        _write_json(check, facts, request, [str(path) for path in paths])
    elif out.format_ == "txt" or not files:
        write_bytes(writers_of(Result.DRAFT)["txt"].write(words))
    return 0


def _refuse(check: AddressCheck, request: OneRequest, general: "GeneralOptions") -> int:
    """Say what is wrong, as `address` does; with `-q` too, for it is the result."""
    from ..report.render.screen import render_screen
    from ..report.views.address import address_document

    say(render_screen(address_document(check), LANG, style_of(sys.stderr, general.color)))
    say(_REFUSED.say(LANG))
    with ending_with(_FAILED):
        if request.out.format_ == "json":
            _write_json(check, None, request, [])
    return _FAILED


def _write_json(check: AddressCheck, facts: DraftFacts | None, request: OneRequest, files: Sequence[str]) -> None:
    from ..formats import encoded
    from ..machine.json_drafts import single_document
    from ..report.views.drafts_run import SingleRun

    write_bytes(encoded(single_document(SingleRun(check, facts, request.day, tuple(files), LANG))))


def _say(check: AddressCheck, facts: DraftFacts, files: Sequence[Path], general: "GeneralOptions") -> None:
    """Which files there are, what is to be noted of the address, what is left to fill in, and what comes next."""
    from ..report.render.screen import render_screen
    from ..report.views.drafts import draft_document

    for path in files:
        say_wrote(path)
    document = draft_document(check, facts, is_docx=any(path.suffix == ".docx" for path in files))
    say(render_screen(document, LANG, style_of(sys.stderr, general.color)).rstrip("\n"))
