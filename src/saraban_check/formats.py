"""Every format in one table: its name, how the names of its files end, which results it serves, and what writes each.

A result has either a view (`VIEWS`), which makes a document of it, and then each renderer (`RENDERED`) can write it; or
a format is made from the result itself: a machine's format, or a product of its own such as the workbook with
formulas. A new people's format is a renderer and a line in `FORMATS`; a new result a line in `VIEWS` and its name in
the formats that serve it. All is named by texts and loaded only when it is used: XlsxWriter alone takes 100 ms.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from importlib import import_module
from typing import Any, NamedTuple


class Result(Enum):
    """What a command has to write, by the command's name."""

    CLASSIFY = "classify"
    COMPARE = "compare"
    NOTICE = "notice"
    BOUNCES = "bounces"
    FIX = "fix"
    DRAFT = "draft"


class By(NamedTuple):
    """The function that makes something of a run: `module:name` below this package, and the attributes of the run that
    it takes, none for the run itself."""

    function: str
    takes: tuple[str, ...] = ()

    def __call__(self, run: Any, *more: object) -> Any:
        module, _, name = self.function.partition(":")
        function: Callable[..., Any] = getattr(import_module(f"{__package__}.{module}"), name)
        given = [getattr(run, attribute) for attribute in self.takes] if self.takes else [run]
        return function(*given, *more)


VIEWS = {
    Result.BOUNCES: By("report.views.bounces:bounces_document"),
    Result.CLASSIFY: By("report.views.classify:classify_document"),
    Result.COMPARE: By("report.views.compare:compare_document", ("comparison",)),
    Result.FIX: By("report.views.fixes:fix_document"),
    Result.NOTICE: By("report.views.notices:notices_document"),
}
"""What makes a document of a result."""

RENDERED = "rendered"
"""Written by the format's renderer, from the result's view."""


class Format(NamedTuple):
    """A format. `results` says what writes each result that it serves; `is_text` whether it is text; `is_printed`
    whether `--format` offers it, which it does of text alone.

    `renderer` turns a document and a language into the format.
    """

    name: str
    suffixes: tuple[str, ...]
    results: Mapping[Result, By | str]
    renderer: By | None = None
    is_text: bool = True
    is_printed: bool = True


_FULL = ("result", "lang")

FORMATS = (
    Format(
        "json",
        (".json",),
        {
            Result.CLASSIFY: By("machine.json_list:json_document"),
            Result.COMPARE: By("machine.json_comparison:json_document", ("comparison",)),
            Result.NOTICE: By("machine.json_notices:json_document"),
            Result.BOUNCES: By("machine.json_bounces:json_document"),
            Result.FIX: By("machine.json_fix:json_document"),
        },
    ),
    Format(
        "jsonl",
        (".jsonl",),
        {
            Result.CLASSIFY: By("machine.json_list:json_lines", _FULL),
            Result.NOTICE: By("machine.json_notices:json_lines", ("results", "lang")),
        },
    ),
    Format(
        "csv",
        (".csv",),
        {
            Result.CLASSIFY: By("files.list_csv:csv_document", _FULL),
            Result.COMPARE: RENDERED,
            Result.NOTICE: RENDERED,
            Result.BOUNCES: By("machine.delivery_csv:csv_of"),
        },
        By("report.render.csv:csv_pieces"),
    ),
    Format(
        "md",
        (".md",),
        {
            Result.CLASSIFY: RENDERED,
            Result.COMPARE: RENDERED,
            Result.NOTICE: RENDERED,
        },
        By("report.render.markdown:markdown_pieces"),
    ),
    Format(
        "concise",
        (".concise.txt",),
        {
            Result.CLASSIFY: By("machine.concise:concise_lines"),
            Result.NOTICE: By("machine.concise:concise_notices"),
        },
    ),
    Format(
        "github",
        (".github.txt",),
        {
            Result.CLASSIFY: By("machine.github:github_lines"),
            Result.NOTICE: By("machine.notices_ci:github_document"),
        },
    ),
    Format(
        "gitlab",
        (".gitlab.json",),
        {
            Result.CLASSIFY: By("machine.gitlab:gitlab_document"),
            Result.NOTICE: By("machine.notices_ci:gitlab_document"),
        },
    ),
    Format(
        "sarif",
        (".sarif", ".sarif.json"),
        {
            Result.CLASSIFY: By("machine.sarif:sarif_document"),
            Result.NOTICE: By("machine.notices_ci:sarif_document"),
        },
    ),
    Format(
        "junit",
        (".xml",),
        {
            Result.CLASSIFY: By("machine.junit:junit_document"),
            Result.NOTICE: By("machine.notices_ci:junit_document"),
        },
    ),
    Format(
        "html",
        (".html",),
        {
            Result.CLASSIFY: By("files.page.html_report:html_document"),
            Result.COMPARE: RENDERED,
            Result.NOTICE: RENDERED,
        },
        By("report.render.html:html_pieces"),
        is_printed=False,
    ),
    Format(
        "xlsx",
        (".xlsx",),
        {
            Result.CLASSIFY: By("files.workbook.document:xlsx_document", _FULL),
            Result.COMPARE: RENDERED,
            Result.NOTICE: RENDERED,
        },
        By("report.render.xlsx:xlsx_document"),
        is_text=False,
    ),
    Format(
        "docx",
        (".docx",),
        {
            Result.CLASSIFY: By("files.cabinet.document:docx_document"),
            Result.DRAFT: By("files.draft.docx_notice:docx_document"),
        },
        is_text=False,
    ),
    Format("txt", (".txt",), {Result.DRAFT: By("files.draft.txt_notice:txt_notice")}),
)


class Writer(NamedTuple):
    """One format of one result."""

    format: Format
    result: Result

    @property
    def name(self) -> str:
        return self.format.name

    @property
    def suffixes(self) -> tuple[str, ...]:
        return self.format.suffixes

    @property
    def is_text(self) -> bool:
        return self.format.is_text

    def write(self, run: Any) -> Iterator[bytes]:
        """The bytes, piece by piece; nothing is made before the first is asked for. `run` has a `lang`."""
        by = self.format.results[self.result]
        made: bytes | Iterable[str]
        if isinstance(by, By):
            made = by(run)
        elif self.format.renderer is not None:
            made = self.format.renderer(VIEWS[self.result](run), run.lang)
        if isinstance(made, bytes):
            yield made
        else:
            yield from encoded(made)


def writers_of(result: Result) -> dict[str, Writer]:
    """The formats that serve a result, by their names."""
    return {format_.name: Writer(format_, result) for format_ in FORMATS if result in format_.results}


def printed(result: Result) -> tuple[str, ...]:
    """What `--format` offers of a result beside the screen."""
    return tuple(name for name, one in writers_of(result).items() if one.is_text and one.format.is_printed)


def writer_for(file: str, result: Result) -> Writer | None:
    """The format of a file's name: the one with the longest ending that fits; None where there is none."""
    fitting = [
        (len(suffix), writer)
        for writer in writers_of(result).values()
        for suffix in writer.suffixes
        if file.lower().endswith(suffix)
    ]
    return max(fitting, key=lambda fit: fit[0])[1] if fitting else None


_GATHERED = 1 << 16


def encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    """Gathered to some size: a piece a line would be written a line at a time.

    A lone surrogate, which a hostile file may hold and UTF-8 cannot, becomes a question mark.
    """
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size > _GATHERED:
            yield "".join(held).encode("utf-8", "replace")
            held, size = [], 0
    yield "".join(held).encode("utf-8", "replace")
