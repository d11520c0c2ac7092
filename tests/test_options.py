"""Options: each declared once, complete, and the same in the parser, the help, the settings and the environment."""

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import pytest
import typer.main
from tests.support import run, write_list

from saraban_check.cli.app import COMMANDS, build_app
from saraban_check.cli.options.declaring import (
    HEADINGS,
    INPUT,
    Needing,
    OfAnother,
    Option,
    Without,
    command,
    options_of,
)
from saraban_check.model.text import Text
from saraban_check.settings.declared import SETTINGS

THAI = re.compile("[\u0e00-\u0e7f]")
ROW = ["06480191", "อบต.หนึ่งสมมติ", "", "นครพนม", "", "saraban_06480191@dla.go.th", "✓", "✓", "✓"]
PLAIN = {"--fail-on", "--limit", "--registry", "--sheet", "--map", "--encoding"}
"""Options of several commands, whose settings are those of some of them only: `classify`'s gate, the list's sheet."""


def functions() -> Iterator[tuple[str, Any]]:
    for name in COMMANDS:
        module = import_module(f"saraban_check.cli.{name}_command")
        if hasattr(module, "SUBCOMMANDS"):
            yield from ((f"{name} {sub}", function) for sub, (function, _) in module.SUBCOMMANDS.items())
        else:
            yield name, getattr(module, f"{name}_command")


DECLARED = [(name, parameter, option) for name, one in functions() for parameter, option in options_of(one).items()]
every_option = pytest.mark.parametrize(
    ("parameter", "option"), [pytest.param(p, o, id=f"{n} {o.name}") for n, p, o in DECLARED]
)


@every_option
def test_each_option_is_complete(parameter: str, option: Option) -> None:
    assert option.heading in HEADINGS
    assert THAI.search(option.text.th)
    assert not THAI.search(re.sub("อบต.|“[^”]*”", "", option.text.en))
    assert option.text.en.strip()
    if option.placeholder is not None:
        assert (
            option.placeholder.en == option.placeholder.en.upper()
            or "." in option.placeholder.en
            or " " in option.placeholder.en
        )
    if option.setting is not None:
        assert option.setting in SETTINGS
        assert option.envvar == SETTINGS[option.setting].variable
        assert SETTINGS[option.setting].parameter == parameter


def test_every_setting_that_has_an_option_is_one() -> None:
    declared = {option.setting for _, _, option in DECLARED}
    assert {name for name, setting in SETTINGS.items() if setting.parameter} == declared - {None}


def test_what_options_of_one_name_have_in_common() -> None:
    """They differ at most in what they say of their command; an option that has a setting has it everywhere."""
    seen: dict[str, Option] = {}
    for _, _, option in DECLARED:
        first = seen.setdefault(option.name, option)
        assert (option.param_decls, option.min) == (first.param_decls, first.min)
        if option.name not in PLAIN:
            assert (option.setting, option.envvar) == (first.setting, first.envvar)


def test_what_an_option_needs_is_an_option_of_the_same_command() -> None:
    for _, function in functions():
        options = options_of(function)
        assert {option.needs for option in options.values()} - {None} <= set(options)


def test_the_parser_knows_each_option_under_its_heading() -> None:
    app: Any = typer.main.get_command(build_app(()))
    for name, function in functions():
        words = name.split()
        found = app.commands[words[0]]
        found = found.commands[words[1]] if len(words) > 1 else found
        params = {one.name: one for one in found.params if one.param_type_name == "option"}
        options = options_of(function)
        assert set(params) == set(options) | ({"help"} if "help" in params else set())
        for parameter, option in options.items():
            assert params[parameter].rich_help_panel in option.heading
            assert params[parameter].help in option.text


# How values are made of them


class Inner(NamedTuple):
    one: Annotated[str | None, Option("--one", help=Text("ก", "a"), heading=INPUT, setting="sheet")] = None
    two: Annotated[int, Option("--two", help=Text("ก", "a"), heading=INPUT)] = 2


class Outer(NamedTuple):
    inner: Inner
    three: Annotated[bool, Option("--three", help=Text("ก", "a"), heading=INPUT)] = False


def test_a_command_is_given_values_and_the_parser_options() -> None:
    seen: list[object] = []

    @command
    def both(outer: Outer, four: Annotated[str, Option("--four", help=Text("ก", "a"), heading=INPUT)] = "x") -> int:
        seen.append((outer, four))
        return 7

    assert list(options_of(both)) == ["one", "two", "three", "four"]
    assert both(one="a", two=1, three=True, four="y") == 7
    assert both() == 7
    assert seen == [(Outer(Inner("a", 1), True), "y"), (Outer(Inner(None, 2), False), None)]


def test_a_command_may_leave_out_options_or_say_what_they_need() -> None:
    @command
    def some(
        outer: Annotated[Outer, Without(("two",)), Needing("three", ("one",)), OfAnother(("one",))],
    ) -> int:
        assert outer.inner.two == 2
        return 0

    options = options_of(some)
    assert list(options) == ["one", "three"]
    assert (options["one"].needs, options["one"].setting, options["one"].envvar) == ("three", None, None)
    assert Inner.__annotations__["one"].__metadata__[0].setting == "sheet"
    assert some(one=None, three=False) == 0


# What has no effect is said, what would be lost is refused


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_list(tmp_path / "list.csv", [ROW])
    (tmp_path / "notice.txt").write_text("ประกาศ", encoding="utf-8")
    return tmp_path


IDLE: Mapping[tuple[str, ...], str] = {
    ("classify", "list.csv", "--resolver", "9.9.9.9"): "--resolver has no effect without --dns",
    ("classify", "list.csv", "--table-mode", "replace"): "--table-mode has no effect without --table",
    ("classify", "list.csv", "--no-ocr"): "--ocr has no effect without --notices",
    ("classify", "list.csv", "--sheet", "1"): "--sheet has no effect on list.csv",
    ("classify", "list.csv", "--limit", "1", "--limit", "2"): "--limit was given more than once; the last one counts",
    ("notice", "notice.txt", "--sheet", "1"): "--sheet has no effect without --agency",
    ("address", "a@dla.go.th", "--timeout", "2"): "--timeout has no effect without --dns",
    ("draft", "notice", "--name", "อบต.หนึ่ง", "--assume", "failed"): "--assume has no effect without --from",
}


@pytest.mark.parametrize("words", IDLE, ids=" ".join)
def test_an_option_without_effect_is_named(folder: Path, words: tuple[str, ...]) -> None:
    done = run(*words, "--lang", "en", cwd=folder)
    assert IDLE[words] in done.stderr
    assert IDLE[words] not in run(*words, "--lang", "en", "-q", cwd=folder).stderr
    assert run(*words, cwd=folder).stdout == run(*words, "-q", cwd=folder).stdout


def test_what_the_settings_give_is_never_called_idle(folder: Path) -> None:
    settings = {"SARABAN_CHECK_RESOLVER": "9.9.9.9", "SARABAN_CHECK_SHEET": "1", "SARABAN_CHECK_LANG": "en"}
    assert "effect" not in run("classify", "list.csv", cwd=folder, env=settings).stderr
    assert "effect" not in run("classify", "list.csv", "--dns", "--resolver", "127.0.0.1:9", cwd=folder).stderr


@pytest.mark.parametrize("option", ["--table", "--baseline", "--mark"])
def test_of_several_files_none_is_ignored_in_silence(folder: Path, option: str) -> None:
    done = run("classify", "list.csv", option, "a", option, "b", "--lang", "en", cwd=folder)
    assert done.returncode == 2
    assert f"{option} can be given once only" in done.stderr
    assert not done.stdout


@pytest.mark.parametrize(("option", "values"), [("--fail-on", "EW"), ("--only", "AB"), ("--expect-rows", "12")])
def test_a_gate_does_not_open_because_an_option_stands_twice(folder: Path, option: str, values: str) -> None:
    done = run("classify", "list.csv", option, values[0], option, values[1], "--lang", "en", "-q", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{option} can be given once only" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("notice", "notice.txt", "--as-of", "foo"),
        ("notice", "notice.txt", "--upgraded", "foo"),
        ("bounces", "notice.txt", "--since", "foo"),
        ("draft", "notice", "--name", "อบต.หนึ่ง", "--date", "foo"),
        ("registry", "import", "list.csv", "--as-of", "foo"),
        ("classify", "list.csv", "--max", "foo"),
        ("classify", "list.csv", "--map", "foo"),
        ("classify", "list.csv", "--require", "foo"),
        ("classify", "list.csv", "--encoding", "foo"),
        ("classify", "list.csv", "--fail-on", "foo"),
        ("classify", "list.csv", "--dns", "--resolver", "foo:"),
        ("classify", "list.csv", "--table", "foo"),
        ("classify", "list.csv", "--only", "foo"),
        ("classify", "list.csv", "--limit", "foo"),
    ],
    ids=lambda words: f"{words[0]} {words[-2]}",
)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_an_error_names_the_option(folder: Path, words: tuple[str, ...], lang: str) -> None:
    env = {"SARABAN_CHECK_LANG": lang, "XDG_DATA_HOME": str(folder)}
    done = run(*words, cwd=folder, env=env)
    assert done.returncode == 2
    assert (
        words[-2]
        in done.stderr.splitlines()[0 if len(done.stderr.splitlines()) < 3 else -2] + done.stderr.splitlines()[-1]
    )


# The help


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("columns", [80, 120])
def test_the_help_is_as_wide_as_the_terminal(columns: int, lang: str) -> None:
    from saraban_check.report.escape import cell_width

    for name, function in functions():
        text = run(*name.split(), "--help", env={"COLUMNS": str(columns), "SARABAN_CHECK_LANG": lang}).stdout
        widths = [cell_width(line) for line in text.splitlines()]
        assert max(widths) <= columns
        named = [heading for heading in HEADINGS if any(o.heading == heading for o in options_of(function).values())]
        places = [text.index(f"\n{heading.th if lang == 'th' else heading.en}:\n") for heading in named]
        assert places == sorted(places)
        for option in options_of(function).values():
            assert option.name in text
