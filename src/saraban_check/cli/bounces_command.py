"""`bounces PATH...`: what bounce mails say of each address, for `classify --delivery`."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from ..bounces.reading import read_bounces
from ..checks.deliveries import match_deliveries
from ..delivery.agencies import AgencyDeliveries
from ..delivery.all_reports import AllReports
from ..delivery.since import Since
from ..formats import Result, writers_of
from ..intake.limits import Limits
from ..intake.options import ListOptions
from ..model.errors import InputError
from ..model.text import Text
from .again import again
from .configured import named_by, policy
from .language import LANG
from .options.declaring import Argument, Needing, Without, command, options_of
from .options.general import GeneralOptions
from .options.reading import ReadingOptions
from .options.sent import OutputOptions, SentOptions
from .outputs import Targets, check_outputs, write_outputs
from .progress import Progress
from .reading import as_file, say_domains, say_set_aside, say_source, watched
from .streams import ending_with, note, style_of, write_bytes, write_text

if TYPE_CHECKING:
    from ..report.views.bounces_run import DeliveryRun, Reading

EXAMPLES = """saraban-check bounces inbox.mbox
saraban-check bounces inbox.mbox --for agencies.xlsx -o delivery.csv
saraban-check bounces mails/ --for agencies.xlsx --since 1/11/2569 --sent-all"""

_NO_MAIL = Text("{files}: ไม่มีอีเมลให้อ่าน ตรวจไฟล์หรือโฟลเดอร์", "{files}: there is no mail to read; check the path")


@command
def bounces_command(
    paths: Annotated[
        list[Path],
        Argument(
            Text("อีเมล…", "PATH…"),
            Text(
                "ไฟล์ mbox .eml .zip .gz โฟลเดอร์ของ .eml หรือ Maildir หรือ -",
                "an mbox, .eml, .zip or .gz file, a folder of .eml files, a Maildir, or -",
            ),
        ),
    ],
    sent: SentOptions,
    reading: Annotated[ReadingOptions, Without(("require",)), Needing("list_", ("sheet", "map_", "encoding", "as_of"))],
    out: OutputOptions,
    general: GeneralOptions,
) -> int:
    """The command; the options' own help says what each does."""
    from ..report.views.bounces_run import DeliveryRun

    list_, how = sent.list_, reading.values()
    files = check_outputs(out.output or (), Targets(), Result.BOUNCES)
    with ExitStack() as stack:
        gathered = stack.enter_context(AllReports((), Since(sent.circular.since), sent.circular.evidence()))
        agencies = None  # the list first: what is wrong with it is known before many mails are read
        if list_ is not None:
            path = stack.enter_context(as_file(list_, how.limits))
            with named_by("--for"):
                agencies = _read_list(path, gathered, how)
        found = _read_mails([stack.enter_context(as_file(path, how.limits)) for path in paths], gathered, how.limits)
        csv = next((str(target) for target, writer in files if writer.name == "csv"), None)
        named = None if list_ is None else str(list_)
        run = DeliveryRun(found, gathered, LANG, agencies, named, csv, again(options_of(bounces_command)))
        write_outputs(files, run)
        if out.format_ != "screen":
            _say_doubts(run)
        with ending_with(0):
            if out.format_ == "screen":
                from ..report.render.screen import render_screen
                from ..report.views.bounces import bounces_document

                write_text(render_screen(bounces_document(run), LANG, style_of(sys.stdout, general.color), out.limit))
            else:
                write_bytes(writers_of(Result.BOUNCES)[out.format_].write(run))
    return 0


def _say_doubts(run: "DeliveryRun") -> None:
    """How many reports are too old, and what speaks against `--sent-all`; the screen has both in their own places."""
    from ..report.views.bounces_words import before_text, supposed_doubts

    since = run.gathered.since
    if since.day is not None:
        note(before_text(since.day, since.before))
    if (doubts := supposed_doubts(run)) is not None:
        note(doubts)


def _read_list(path: Path, gathered: AllReports, how: ListOptions) -> AgencyDeliveries:
    with watched(say_source) as watch:
        found = match_deliveries(path, gathered.evidence, how, policy=policy(), watch=watch)
    say_set_aside(found)
    say_domains(policy().domains)
    return found


def _read_mails(paths: Sequence[Path], gathered: AllReports, limits: Limits) -> "Reading":
    """Raises InputError where there is no mail at all."""
    from ..report.views.bounces_run import reading_of

    with Progress() as progress:
        bounces = read_bounces(paths, limits=limits, on_messages=progress.on_rows)
        for report in bounces:
            gathered.add(report)
    if not bounces.tally.messages:
        raise InputError(_NO_MAIL, files=", ".join(path.name for path in paths))
    return reading_of(bounces.tally)
