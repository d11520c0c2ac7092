"""`draft notice --name …`: the notice of one agency, whose address is checked before anything is written."""

import datetime
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..checks.address_check import AddressCheck, check_address
from ..drafting.doubts import draft_doubts, may_be_drafted
from ..drafting.facts import DraftFacts
from ..drafting.requested import draft_facts
from ..drafting.wording import notice_paragraphs
from ..model.errors import RequestError
from ..model.text import Text
from ..reports.drafting.writers import DRAFT_WRITERS
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
_EXISTS = Text(
    "-o {file}: มีไฟล์นี้อยู่แล้ว และอาจกรอกหรือลงนามไว้แล้ว จึงไม่เขียนทับ ใช้ชื่ออื่น หรือเพิ่ม --force",
    "-o {file}: this file exists and may be filled in or signed, so it is not replaced; use another name, or --force",
)
_NEXT = Text("ขั้นต่อไป:", "Next:")
_NO_WEBSITE = Text(
    "--website {found}: ไม่ใช่เว็บไซต์ของหน่วยงานที่อ่านได้ จึงเว้นว่างไว้",
    "--website {found}: this cannot be read as a website of the agency's own, so it is left blank",
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
    files = check_outputs(out.output or (), Targets(), DRAFT_WRITERS)
    for path, _, _ in files:
        if path.exists() and not out.force:
            raise RequestError(_EXISTS, file=path)
    domains = policy().domains
    told = request.facts._asdict()
    check = check_address(wording.address or "", **told, domains=domains, registry=request.registry)
    lines = {"telephones": wording.phone or (), "channels": wording.channel or ()}
    facts = draft_facts(check, request.day, **lines, position=wording.position)
    say_domains(domains)
    say_registry(request.registry)
    if not may_be_drafted(check):
        return _refuse(check, request, general)
    words = notice_paragraphs(facts)
    for path, _, writer in files:
        write_file(path, writer.write(words))
    paths = [path for path, _, _ in files]
    if not is_quiet():
        for finding in draft_doubts(words, check):
            note(_DOUBT, code=finding.code, message=finding.message(LANG))
        _say(check, facts, paths, general)
    if out.format_ == "json":
        _write_json(check, facts, request, [str(path) for path in paths])
    elif out.format_ == "txt" or not files:
        write_bytes(DRAFT_WRITERS["txt"].write(words))
    return 0


def _refuse(check: AddressCheck, request: OneRequest, general: "GeneralOptions") -> int:
    """Say what is wrong, as `address` does; with `-q` too, for it is the result."""
    from ..reports.address_screen import render_address_check

    say(render_address_check(check, LANG, style_of(sys.stderr, general.color)))
    say(_REFUSED.say(LANG))
    with ending_with(_FAILED):
        if request.out.format_ == "json":
            _write_json(check, None, request, [])
    return _FAILED


def _write_json(check: AddressCheck, facts: DraftFacts | None, request: OneRequest, files: Sequence[str]) -> None:
    from ..reports.drafting.json_drafts import single_document
    from ..reports.drafting.run import SingleRun
    from ..reports.writers import encoded

    write_bytes(encoded(single_document(SingleRun(check, facts, request.day, tuple(files), LANG))))


def _say(check: AddressCheck, facts: DraftFacts, files: Sequence[Path], general: "GeneralOptions") -> None:
    """What is to be noted of the address, what is left to fill in, which files there are, and what comes next."""
    from ..reports.drafting.words import blanks_text, next_steps
    from ..reports.finding_lines import finding_lines
    from ..reports.layout import wrap

    style = style_of(sys.stderr, general.color)
    if facts.address is not None:
        for finding in check.verdict.findings:
            for line in finding_lines(finding, check.verdict.value, LANG, style):
                say(line)
    if facts.website is None and (found := check.record.website.strip()):
        note(_NO_WEBSITE, found=found)
    for path in files:
        say_wrote(path)
    is_docx = any(path.suffix == ".docx" for path in files)

    def lines() -> Iterator[str]:
        yield from wrap(blanks_text(facts, LANG), style.width, 2)
        yield _NEXT.say(LANG)
        steps = next_steps(has_address=False, has_blank_address=facts.address is None, is_docx=is_docx)
        for number, step in enumerate(steps, start=1):
            yield from wrap(f" {number}. {step.say(LANG)}", style.width, 4)

    for line in lines():
        say(line)
