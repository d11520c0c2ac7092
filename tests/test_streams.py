"""Standard output and standard error: in which encoding, and with which signs where some cannot be shown."""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest
from tests.support import run, write_list

from saraban_check.cli import encodings, streams, windows_console
from saraban_check.cli.encodings import draw_in_ascii, prepare_streams
from saraban_check.model.text import Text
from saraban_check.report.document import Block, Column, Document, Item, Items, Mark, Table, Tone, line
from saraban_check.report.escape import for_terminal
from saraban_check.report.glyphs import ascii_for
from saraban_check.report.render.screen import render_screen
from saraban_check.report.style import Style

SCREEN = "✓ ไม่พบ “a” → b ─ …\n"
ROWS = [
    ["06480191", "อบต.หนึ่งสมมติ", "", "นครพนม", "", "saraban06480191@dla.go.th", "✓", "✓", "✓"],
    ["06480192", "อบต.สอง\x1bสมมติ", "", "นครพนม", "", "saraban_06480192@dla.go.th", "✓", "✗", "✓"],
]


class Stream(io.TextIOWrapper):
    """What Python makes of a file, a pipe or a console in some encoding."""

    def __init__(self, encoding: str, *, is_console: bool = False) -> None:
        super().__init__(io.BytesIO(), encoding, newline=None if is_console else "\r\n")
        self.is_console = is_console

    def isatty(self) -> bool:
        return self.is_console

    def written(self) -> bytes:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue()


@pytest.fixture(autouse=True)
def signs_again() -> Iterator[None]:
    yield
    draw_in_ascii(False)


def prepared(
    monkeypatch: pytest.MonkeyPatch, encoding: str, variable: str | None, *, is_console: bool = False
) -> Stream:
    stream = Stream(encoding, is_console=is_console)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", Stream(encoding))
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    if variable is not None:
        monkeypatch.setenv("PYTHONIOENCODING", variable)
    prepare_streams()
    return stream


@pytest.mark.parametrize("code_page", ["cp874", "cp1252", "cp437"])
def test_on_windows_files_and_pipes_get_the_bytes_of_other_systems(
    monkeypatch: pytest.MonkeyPatch, code_page: str
) -> None:
    stream = prepared(monkeypatch, code_page, None)
    streams.write_text(SCREEN)
    assert stream.written() == SCREEN.encode()
    streams.say("อ่าน a.csv")
    assert isinstance(sys.stderr, Stream)
    assert sys.stderr.written() == "อ่าน a.csv\n".encode()


@pytest.mark.parametrize(
    ("variable", "expected"),
    [
        ("cp874", "/ ไม่พบ “a” -> b - …\n".encode("cp874")),
        ("utf-16-le", SCREEN.encode("utf-16-le")),
        ("ascii:replace", b'/ ????? "a" -> b - ...\n'),
        ("ascii:strict", b'/ \\u0e44\\u0e21\\u0e48\\u0e1e\\u0e1a "a" -> b - ...\n'),
        (":ignore", SCREEN.encode()),
        ("no-such-encoding", SCREEN.encode()),
        ("", SCREEN.encode()),
    ],
)
def test_what_the_variable_of_python_names_rules(
    monkeypatch: pytest.MonkeyPatch, variable: str, expected: bytes
) -> None:
    stream = prepared(monkeypatch, "cp1252", variable)
    streams.write_text(SCREEN)
    assert stream.written() == expected


@pytest.mark.parametrize(("page", "sign"), [("cp874", "/"), ("cp437", "/"), ("utf-8", "✓")])
def test_an_old_console_is_drawn_with_what_its_fonts_have(
    monkeypatch: pytest.MonkeyPatch, page: str, sign: str
) -> None:
    """The stream itself is UTF-8: Python gives a console of Windows every character."""
    monkeypatch.setattr(encodings, "drawn_with", lambda _: page)
    stream = prepared(monkeypatch, "utf-8", None, is_console=True)
    streams.write_text("✓ ไทย\n")
    assert stream.written().decode().split() == [sign, "ไทย"]


def test_a_console_that_obeys_no_escapes_gets_no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    console: TextIO = Stream("utf-8", is_console=True)
    assert streams.may_color(console, "auto")
    monkeypatch.setattr(streams, "obeys_escapes", lambda _: False)
    assert not streams.may_color(console, "auto")
    assert streams.may_color(console, "always")
    assert windows_console.drawn_with(console) == "utf-8"


def test_each_encoding_keeps_the_signs_that_it_has() -> None:
    assert not ascii_for("utf-8")
    assert "“✓→".translate(ascii_for("cp874")) == "“/->"
    assert "“✓─█".translate(ascii_for("cp437")) == '"/─█'
    assert "·…×".translate(ascii_for("latin-1")) == "·...×"
    assert for_terminal("a\x1b[2J\x7f").translate(ascii_for("cp874")) == "a^[[2J^?"
    everything = "".join(map(chr, ascii_for("ascii")))
    assert everything.translate(ascii_for("no such encoding")).isascii()


def test_wider_signs_leave_columns_and_pointers_where_they_belong() -> None:
    columns = (Column(Text("a", "a")), Column(Text("b", "b")))
    rows = [("B1 → A1", "x"), ("B1", "x…y"), ("→→→ …", "z")]
    long = line(Text("word " * 30, "word " * 30), mark=Mark("→", Tone.GOOD))
    blocks: tuple[Block, ...] = (Items((Item(long),)), Table(columns, rows, ruled=True))
    document = Document(Text("", ""), tuple((one,) for one in blocks))
    lines = render_screen(document, "en", Style(80, glyphs=ascii_for("ascii"))).splitlines()
    assert [one.rfind(end) for one, end in zip(lines[-3:], "xxz", strict=True)] == [len("->->-> ...") + 2] * 3
    assert all(len(one) <= 80 for one in lines)
    assert lines[0].index("word") == lines[1].index("word")


COMMANDS = [
    ["classify", "list.csv", "--only", "undetermined"],
    ["explain", "list.csv", "3"],
    ["address", "saraban06480191@dla.go.th", "x\x1b@dla.go.th"],
    ["explain", "B1"],
    ["rules"],
    ["config"],
    ["compare", "list.csv", "new.csv"],
    ["fix", "list.csv", "--dry-run"],
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("streams")
    write_list(found / "list.csv", ROWS)
    write_list(found / "new.csv", [[*ROWS[0][:5], "saraban_06480191@dla.go.th", *ROWS[0][6:]], ROWS[1]])
    return found


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_sign_of_a_screen_has_one_in_ascii(folder: Path, command: list[str]) -> None:
    done = run(*command, "--ascii", cwd=folder)
    assert done.returncode < 2, done.stderr
    assert done.stdout
    assert not set(re.sub("[\x00-\x7f\u0e00-\u0e7f]", "", done.stdout + done.stderr)), done.stdout


@pytest.mark.parametrize("command", [COMMANDS[0], ["clasify"]], ids=" ".join)
def test_no_screen_shows_an_escape_for_a_sign(folder: Path, command: list[str]) -> None:
    """In Thai nothing else than a sign is missing from the Thai code page."""
    said = run(*command, "--lang", "th", cwd=folder, env={"PYTHONIOENCODING": "cp874"})
    text = (said.stdout + said.stderr).encode("utf-8", "surrogateescape").decode("cp874")
    assert text.strip()
    assert not re.search(r"\\[ux][0-9a-f]", text), text


def test_what_machines_read_is_the_same_with_ascii(folder: Path) -> None:
    for format_ in ("json", "csv", "md", "github"):
        plain, drawn = (
            run("classify", "list.csv", "--format", format_, *more, cwd=folder).stdout for more in ([], ["--ascii"])
        )
        assert plain == drawn
