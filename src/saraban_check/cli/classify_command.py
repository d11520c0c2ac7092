"""`classify FILE`: the whole list."""

import sys
from pathlib import Path
from typing import Annotated

from ..checks.classify import classify
from ..checks.listing import Listing
from ..checks.selection import Selection
from ..formats import Result, writers_of
from ..gating.gate import judge
from ..grouping.table import published_table
from ..intake.table import Table
from ..report.render.screen import render_screen
from ..report.run import Report
from ..writing.location import location_of
from .classify_screen import classify_screen
from .evidence import further_sources
from .gate import check_gate, say_judgement, say_uncounted, update_baseline
from .language import LANG
from .options.declaring import Without, command, options_of
from .options.evidence import EvidenceOptions
from .options.gating import GateOptions
from .options.general import GeneralOptions
from .options.listing import ListedOptions, OutputOptions
from .options.reading import LIST, JudgingOptions, ReadingOptions
from .outputs import Targets, check_outputs
from .paper import asked_paper
from .reading import as_file, say_registry, say_source, watched
from .streams import ending_with, on_one_terminal, style_of, write_bytes, write_text
from .writing import append_step_summary, check_copies, check_step_summary, say_screen_only, write_files

EXAMPLES = """saraban-check classify agencies.xlsx
saraban-check classify agencies.xlsx -o report.xlsx -o report.html
saraban-check classify agencies.xlsx -o report.docx --since round1.json
saraban-check classify agencies.xlsx --by provider --where kind=sao
saraban-check classify agencies.xlsx --province นครพนม -o report.xlsx
saraban-check classify agencies.xlsx --suggest-upgrades
saraban-check classify agencies.xlsx --mark marked.xlsx --split province mails
saraban-check classify agencies.xlsx --delivery delivery.csv --notices notices
saraban-check classify agencies.csv --only B,C
saraban-check classify agencies.csv --format github --fail-on E,undetermined
saraban-check classify agencies.csv --baseline known.json --update-baseline"""


@command
def classify_command(
    file: Annotated[Path, LIST],
    reading: ReadingOptions,
    judging: JudgingOptions,
    evidence: Annotated[EvidenceOptions, Without(("since",))],
    listed: ListedOptions,
    out: OutputOptions,
    asked: GateOptions,
    general: GeneralOptions,
) -> int:
    """The command; the options' own help says what each does."""
    how, judged = reading.values()._replace(processes=int(listed.jobs)), judging.values()
    groups = judged.table or published_table()
    selection = Selection(listed.only, None, listed.limit, groups)
    check_step_summary(out.format_)
    targets = Targets()
    gate = check_gate(asked, groups, targets)
    narrowing = listed.part.values(keeps_keys=gate.baseline is not None)
    files = check_outputs(out.output or (), targets, Result.CLASSIFY)
    paper = asked_paper(out.paper, evidence, files)
    copies = check_copies(out, file, targets, is_narrowed=narrowing is not None)
    on_screen = out.format_ == "screen"
    is_written = bool(files) or copies.any or not on_screen
    whole = is_written or gate.baseline is not None
    listing = Listing(selection, judged, by=listed.by, upgrades=listed.suggest_upgrades, whole=whole)
    brief = on_screen and on_one_terminal()

    def opened(source: Table) -> None:
        listing.open(source.header)
        copies.open(source.header, judged)
        say_source(source, brief=brief)
        say_registry(judged.registry)

    with as_file(file, how.limits) as path:
        with watched(opened) as watch:
            result = classify(
                path,
                how,
                judged,
                further_sources(paper.dated(evidence), how.limits, general, is_told=on_screen, as_of=how.as_of),
                keep=listing,
                keep_set_aside=listing.holds_all,
                watch=watch,
                narrowing=narrowing,
            )
        gate = update_baseline(result, gate, asked, narrowing)
        judgement = judge(gate, result)
        asked_of = judgement if gate.asks else None
        report = Report(result, LANG, location_of(file), asked_of, listing.upgrades(result), named=str(file))
        write_files(paper.told(report, how, judged), files, copies, path, how.limits)
        if selection.is_chosen and is_written:
            say_screen_only(result)
    say_judgement(result, judgement, brief=brief, is_told=out.format_ == "concise")
    say_uncounted(result, gate, judgement)
    code = 1 if judgement.reasons else 0
    with ending_with(code):
        if on_screen:
            style = style_of(sys.stdout, general.color)
            has_workbook = any(writer.name == "xlsx" for _, writer in files)
            document = classify_screen(report, listing, options_of(classify_command), has_workbook=has_workbook)
            write_text(render_screen(document, LANG, style, selection.limit))
        else:
            write_bytes(writers_of(Result.CLASSIFY)[out.format_].write(report), commands=out.format_ == "github")
            append_step_summary(report, out.format_)
    return code
