"""What several test files need: the case files, and text with escapes so that invisible characters can be seen."""

import csv
import importlib.util
import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from xml.sax.saxutils import escape, quoteattr

from tests.prefork import Limits, Prefork

if TYPE_CHECKING:
    from saraban_check.checks.agency_record import ToldAgency
    from saraban_check.checks.classification import Classification

CASES = Path(__file__).with_name("cases")

_ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\n")


def unescape(text: str) -> str:
    r"""A cell of a case file as it is meant: `\uXXXX` and `\n` stand for characters that one could not see there."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else "\n", text)


def read_cases(path: Path) -> list[dict[str, str]]:
    """The rows of a case file, escapes resolved, each with its line as `line`."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        return [{**{k: unescape(v) for k, v in row.items()}, "line": str(reader.line_num)} for row in reader]


RECORD_OPTIONS = ("code", "province", "kind", "website", "name", "issued", "amphoe")


def record_options(case: dict[str, str]) -> "ToldAgency":
    """What a case says of the agency, as `check_address` takes it; blank cells are not given."""
    return cast("ToldAgency", {option: case[option] for option in RECORD_OPTIONS if case.get(option)})


_BESIDE_PYTHON = Path(sys.executable).with_name("saraban-check")
COMMAND = [str(_BESIDE_PYTHON)] if _BESIDE_PYTHON.exists() else [sys.executable, "-m", "saraban_check"]
"""The installed command, as a user starts it."""

_OUR_VARIABLES = ("SARABAN_CHECK_", "GITHUB_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "CI", "PYTHONIOENCODING")


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of the tests without what would change the command's output, plus `extra`.

    Whoever runs the tests may have imported a registry, or have answers of DNS: they are not used, unless `extra`
    says so. Below a file there can be no folder, so nothing is kept either.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OUR_VARIABLES)}
    nowhere = str(Path(__file__) / "nowhere")
    ours = {"XDG_DATA_HOME": nowhere, "XDG_CACHE_HOME": nowhere}
    return {**kept, **ours, **(extra or {})}


def run(
    *args: str | Path,
    stdin: str | bytes | None = None,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    timeout: int = 60,
    before: Callable[[], None] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run the installed command. `env` is added to the environment; `before` runs in the child (POSIX only).

    `timeout` is in seconds of processor time, so that a busy machine ends no run; five times as much by the clock.
    The output is decoded here and not by subprocess, which would turn each CR into a line feed unseen. Where nothing
    hangs on how Python itself starts, its libraries are loaded once for all runs.
    """
    command, told = [*COMMAND, *map(str, args)], stdin.encode() if isinstance(stdin, str) else stdin or b""
    variables, folder = environment(env), cwd or Path.cwd()
    is_plain = before is None or (isinstance(before, MemoryLimit) and before.megabytes >= _MEMORY)
    if is_plain and not any(name.startswith(_PYTHONS) for name in env or {}) and sys.platform != "win32":
        limits = Limits(timeout, before.megabytes if isinstance(before, MemoryLimit) else None)
        code, *outputs = _prefork().run(list(map(str, args)), told, variables, str(folder), limits)
    else:
        done = subprocess.run(
            command,
            input=told,
            capture_output=True,
            env=variables,
            cwd=folder,
            timeout=Limits(timeout).wait,
            check=False,
            preexec_fn=before,
        )
        code, outputs = done.returncode, [done.stdout, done.stderr]
    out, err = (data.decode("utf-8", "surrogateescape") for data in outputs)
    return subprocess.CompletedProcess(command, code, out, err)


_PYTHONS = ("PYTHON", "LC_", "LANG", "TMPDIR")
"""Variables that tell how Python starts: what one changes is seen in a process of its own only."""
_MEMORY = 1500
"""Megabytes from which a limit leaves a fork as much room as a process of its own, whatever it shares with others."""


@cache
def _prefork() -> Prefork:
    return Prefork()


@dataclass(frozen=True)
class MemoryLimit:
    """For `run(before=…)`: the process may take no more memory than that."""

    megabytes: int

    def __call__(self) -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (self.megabytes << 20, self.megabytes << 20))


def memory_limit(megabytes: int = 1500) -> MemoryLimit:
    """The limit for `run(before=…)`."""
    return MemoryLimit(megabytes)


def heed_ctrl_c() -> None:
    """For `run(before=…)`: heed Ctrl-C also where the tests themselves run in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def classified(path: Path, *args: str | Path, **how: Any) -> dict[str, Any]:
    """Classify a file that must be handled: exit code 0, no traceback, the file unchanged; its JSON."""
    before = path.read_bytes()
    done = run("classify", path, "--format", "json", "--lang", "en", *args, **how)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr
    assert path.read_bytes() == before
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["summary"]["total"] == len(found["agencies"])
    rows = [agency["row"] for agency in found["agencies"]]
    assert rows == sorted(set(rows)), "each row comes out once, in order"
    for agency in found["agencies"]:
        address = agency["address"]
        if address["value"] != address["raw"] and address["correct"]:
            assert {"SB103", "SB104"} & set(codes(agency)), "what was changed is said"
    return found


def in_one_language(page: str, lang: str = "th") -> str:
    """A rendered page as its reader sees it: one of its two languages, and nothing that says where lines may end."""
    page = re.sub(r'<span class="w">(.*?)</span><wbr>', r"\1", page).replace("<wbr>", "")
    return re.sub(r'<span lang="(\w\w)">(.*?)</span>', lambda found: found[2] if found[1] == lang else "", page)


def codes(agency: Mapping[str, Any]) -> list[str]:
    """The codes of an agency's findings in the JSON."""
    return [finding["code"] for finding in agency["findings"]]


def refused(path: Path | str, *args: str | Path, **how: Any) -> str:
    """Classify a file that must be refused: exit code 2, one sentence, nothing on standard output; the sentence."""
    try:
        before = Path(path).read_bytes() if Path(path).is_file() else None
    except OSError:  # a name so long that there can be no such file
        before = None
    done = run("classify", path, "--format", "json", "--lang", "en", "-q", *args, **how)
    assert "Traceback" not in done.stderr
    assert done.returncode == 2, (done.returncode, done.stdout[:500], done.stderr)
    assert done.stdout == ""
    assert before is None or Path(path).read_bytes() == before
    assert done.stderr.startswith("error: "), done.stderr
    assert done.stderr.count("\n") == 1, "one sentence on one line: " + done.stderr
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", done.stderr)
    return done.stderr.strip()


def csv_text(rows: Iterable[Sequence[str]], separator: str = ",", end: str = "\r\n") -> str:
    """Rows as CSV text, quoted where needed."""
    from io import StringIO

    out = StringIO()
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(rows)
    return out.getvalue()


class Xml(NamedTuple):
    """A workbook's cell as raw XML: its attributes (` t="e"`) and what stands in it (`<v>#REF!</v>`)."""

    attributes: str
    inside: str


_MAIN_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_NS = "http://schemas.openxmlformats.org/package/2006"


def letters(column: int) -> str:
    """The letters of a column, 0 = A."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def cell_xml(place: str, value: str | float | Xml | None) -> str:
    """One cell; a text stands in the cell itself, so that no shared strings are needed."""
    if value is None:
        return ""
    if isinstance(value, Xml):
        return f'<c r="{place}"{value.attributes}>{value.inside}</c>'
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def rows_xml(rows: Sequence[Sequence[str | float | Xml | None]], first: int = 1, hidden: Sequence[int] = ()) -> str:
    """Rows as the XML of a sheet, `first` being the number of the first."""
    found = []
    for number, row in enumerate(rows, start=first):
        cells = "".join(cell_xml(f"{letters(index)}{number}", value) for index, value in enumerate(row))
        found.append(f'<row r="{number}"' + (' hidden="1"' if number in hidden else "") + f">{cells}</row>")
    return "".join(found)


def sheet_xml(data: str, before: str = "", after: str = "", prolog: str = "") -> str:
    """A worksheet around its rows; `before` and `after` stand beside sheetData, `prolog` before the root."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{prolog}<worksheet xmlns="{_MAIN_NS}"'
        f' xmlns:r="{_REL_NS}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'
    )


class Sheet(NamedTuple):
    """A sheet for `write_workbook`: its XML, its state, its kind and the part that holds it."""

    xml: str | bytes
    state: str = "visible"
    kind: str = "worksheet"
    part: str | None = None


def write_workbook(
    path: Path,
    sheets: Mapping[str, Sheet | str],
    *,
    settings: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    content_type: str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
) -> Path:
    """A workbook, made by hand so that it can be wrong in any way; `parts` are added, or replace ours."""
    names, links, found = [], [], {}
    for number, (name, sheet) in enumerate(sheets.items(), start=1):
        held = sheet if isinstance(sheet, Sheet) else Sheet(sheet)
        part = held.part or f"xl/{held.kind}s/sheet{number}.xml"
        state = "" if held.state == "visible" else f' state="{held.state}"'
        names.append(f'<sheet name={quoteattr(name)} sheetId="{number}"{state} r:id="rId{number}"/>')
        links.append(f'<Relationship Id="rId{number}" Type="{_REL_NS}/{held.kind}" Target="/{part}"/>')
        found[part] = held.xml
    links.append(f'<Relationship Id="rIdStyles" Type="{_REL_NS}/styles" Target="/xl/styles.xml"/>')
    if parts and "xl/sharedStrings.xml" in parts:
        links.append(f'<Relationship Id="rIdStrings" Type="{_REL_NS}/sharedStrings" Target="/xl/sharedStrings.xml"/>')
    kinds = "".join(
        f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
        f'{"worksheet" if "chart" not in part else "chartsheet"}+xml"/>'
        for part in found
    )
    ours: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE_NS}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{content_type}"/>{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE_NS}/relationships"><Relationship Id="rId1" '
        f'Type="{_REL_NS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN_NS}" xmlns:r="{_REL_NS}">{settings}<sheets>{"".join(names)}'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE_NS}/relationships">{"".join(links)}'
        "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN_NS}"><fonts count="1"><font/></fonts>'
        '<fills count="1"><fill><patternFill/></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**ours, **found, **(parts or {})}.items():
            archive.writestr(name, text)
    return path


LIST_HEADER = (
    *("รหัส อปท.", "ชื่อ อปท.", "อำเภอ", "จังหวัด", "เว็บไซต์", "อีเมลกลาง"),
    *("มีประกาศฯ ม.10", "ลงข้อมูลในระบบ info.go.th", "สถานะการส่งอีเมล"),
)
HOSTILE_TEXTS = (
    "a\n::error::b",
    "a\r\n::add-mask::b",
    "::set-output name=x::y",
    "##[group]c",
    "x,line=1::y",
    "%0A::warning::z",
    "%25%0D",
    "[red]<b>|`*_",
    "\u2028::error::u",
    "\x85::error::v",
    "\x1b[31m\x00\x0b\ufffe",
    "]]><failure/>&amp;\"'",
    "\U0001f600\u0e33",
)
"""What must begin no workflow command, close no element and draw nothing, wherever it is shown."""


def ci_module(name: str) -> ModuleType:
    """A script of `.ci/`, which is no package."""
    spec = importlib.util.spec_from_file_location(f"ci_{name}", Path(__file__).parents[1] / ".ci" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write_list(path: Path, rows: Iterable[Sequence[str]], header: Sequence[str] = LIST_HEADER) -> Path:
    """A list of agencies as CSV."""
    path.write_text(csv_text([header, *rows]), encoding="utf-8", newline="")
    return path


def own_group(folder: Path, name: str) -> Path:
    """A table of the user's own with one group more: correct and posted, but mail fails. OPDC's has no row for it."""
    path = folder / "groups.csv"
    rows = [
        ("group", "upgraded", "notice", "posted", "address", "delivery", "steps"),
        (name, "no", "yes", "yes", "correct", "failed", "post"),
    ]
    path.write_text(csv_text(rows), encoding="utf-8", newline="")
    return path


def hostile_rows() -> list[list[str]]:
    """An agency for each hostile text, with it in every cell that is shown anywhere."""
    rows = []
    for number, text in enumerate(HOSTILE_TEXTS):
        code = f"06480{100 + number}"
        rows.append([code, text, text, "นครพนม", text, f"x{text}@gmail.com", text, text, text])
        rows.append(["", "", "", "", "", text, "✓", "✓", "✓"])
    return rows


def classified_list(path: Path, **how: Any) -> "Classification":
    """`classify`, given what is asked of reading, judging and further sources by name."""
    from saraban_check.checks.classify import classify
    from saraban_check.checks.judging import FurtherSources, Judging
    from saraban_check.intake.options import ListOptions

    def chosen(kind: Any) -> Any:
        return kind(**{name: how.pop(name) for name in kind._fields if name in how})

    return classify(path, chosen(ListOptions), chosen(Judging), chosen(FurtherSources), **how)
