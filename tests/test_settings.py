"""The settings file: where it is found, what it may hold, what takes precedence, and one sentence where it is wrong."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer.main
from tests.support import CASES, read_cases, run

from saraban_check.cli import configured
from saraban_check.cli.app import COMMANDS, build_app
from saraban_check.cli.configured import argument_of, settings_file
from saraban_check.cli.options.declaring import options_of
from saraban_check.model.errors import InputError
from saraban_check.model.finding import Severity
from saraban_check.report.render.screen import render_screen
from saraban_check.report.style import Style
from saraban_check.report.views.settings import settings_document
from saraban_check.settings.declared import COMMAND_LINE_ONLY, SETTINGS
from saraban_check.settings.file import in_force, load_settings
from saraban_check.settings.find import find_settings
from saraban_check.settings.lines import SettingLine

LIST = """รหัส อปท.,ชื่อ อปท.,จังหวัด,อีเมลกลาง,มีประกาศฯ ม.10,ลงข้อมูลในระบบ info.go.th,สถานะการส่งอีเมล
06480191,อบต.หนึ่งสมมติ,นครพนม,saraban_06480191@dla.go.th,✓,✓,✓
06480192,อบต.สองสมมติ,นครพนม,samsommut@gmail.com,✓,✓,✓
"""
REQUESTS = {
    "classify": ("agencies.csv",),
    "address": ("saraban_06480115@dla.go.th",),
    "explain": ("SB402",),
    "notice": ("notice.txt", "--fail-on", "unknown"),
    "draft": ("notice", "--name", "อบต.วังทองสมมติ"),
    "compare": ("agencies.csv", "agencies.csv"),
    "fix": ("agencies.csv", "--dry-run"),
    "bounces": ("inbox.mbox", "--for", "agencies.csv"),
    "template": ("-o", "new.xlsx"),
    "rules": (),
    "schema": ("settings",),
    "config": (),
    "registry": ("status", "--registry", "agencies.csv"),
}
"""A request of each command that ends well."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "agencies.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "inbox.mbox").write_text(
        "From a Mon Jun 29 09:15:00 2026\nFrom: a@b.go.th\n\nhello\n", encoding="utf-8"
    )
    (tmp_path / "notice.txt").write_text("ประกาศเทศบาลตำบลสาธิต\nเรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ\n", encoding="utf-8")
    return tmp_path


def settings_of(folder: Path, toml: str, name: str = "saraban-check.toml") -> Path:
    path = folder / name
    path.write_text(toml, encoding="utf-8")
    return path


def refusal(file: Path) -> str:
    with pytest.raises(InputError) as caught:
        load_settings(file)
    said = caught.value.say("en")
    assert said != caught.value.say("th")
    assert said.startswith((file.name, str(file)))
    return said


# Where it is found


def test_the_nearest_folder_upwards_is_asked(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    above = settings_of(tmp_path, "")
    assert find_settings(deep) == above
    assert settings_file([], {}, deep) == above
    nearer = settings_of(tmp_path / "a", "[tool.saraban-check]\n", "pyproject.toml")
    assert find_settings(deep) == nearer
    assert settings_file([], {}, deep) == nearer


def test_our_own_file_comes_before_pyproject_in_one_folder(tmp_path: Path) -> None:
    settings_of(tmp_path, '[tool.saraban-check]\nlang = "en"\n', "pyproject.toml")
    own = settings_of(tmp_path, "limit = 1\n")
    assert find_settings(tmp_path) == own


@pytest.mark.parametrize(
    "others",
    [
        '[project]\nname = "other"\n',
        '[project]\ndependencies = ["saraban-check"]\n',
        "[tool.other]\nx = 1\n",
        "tool = 1 # saraban-check\n",
        "not toml at all = = =\n",
        "",
    ],
)
def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path, others: str) -> None:
    inner = tmp_path / "project"
    inner.mkdir()
    settings_of(inner, others, "pyproject.toml")
    above = settings_of(tmp_path, "limit = 3\n")
    assert find_settings(inner) == above


def test_a_pyproject_that_is_named_must_have_our_table(tmp_path: Path) -> None:
    named = settings_of(tmp_path, '[project]\nname = "other"\n', "pyproject.toml")
    assert "it has no table [tool.saraban-check]" in refusal(named)
    assert "it has no table" in refusal(settings_of(tmp_path, "[tool]\nsaraban-check = 1\n", "pyproject.toml"))


def test_a_folder_above_that_may_not_be_looked_into_ends_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    ask = Path.is_file

    def denied(self: Path) -> bool:
        if self.parent == tmp_path:
            raise PermissionError(13, "Permission denied")
        return ask(self)

    monkeypatch.setattr(Path, "is_file", denied)
    assert settings_file([], {}, inner) is None
    own = settings_of(inner, "")
    assert settings_file([], {}, inner) == own


def test_a_file_is_named_by_option_before_variable_before_search(tmp_path: Path) -> None:
    found = settings_of(tmp_path, "")
    assert settings_file([], {}, tmp_path) == found
    variable = {"SARABAN_CHECK_CONFIG": "b.toml"}
    assert settings_file([], variable, tmp_path) == Path("b.toml")
    assert settings_file(["rules", "--config", "a.toml"], variable, tmp_path) == Path("a.toml")
    assert settings_file(["rules", "--config=a.toml"], variable, tmp_path) == Path("a.toml")
    assert settings_file(["rules", "--", "--config=a.toml"], {}, tmp_path) == found


def test_of_an_option_given_twice_the_last_counts_as_it_does_for_the_parser(folder: Path) -> None:
    assert argument_of("--config", ["--config", "a", "--config=b"]) == "b"
    assert argument_of("--config", ["--config=a", "--config", "b"]) == "b"
    settings_of(folder, "limit = 1\n", "a.toml")
    settings_of(folder, "limit = 2\n", "b.toml")
    done = run("config", "--config", "a.toml", "--config", "b.toml", "--format", "json", cwd=folder)
    assert {"setting": "limit", "value": 2, "source": "b.toml"} in json.loads(done.stdout)


def test_found_upwards_and_obeyed_by_the_command(folder: Path) -> None:
    inner = folder / "exports"
    inner.mkdir()
    settings_of(folder, '[tool.saraban-check]\nfail-on = ["SB401"]\nlang = "en"\n', "pyproject.toml")
    done = run("classify", "../agencies.csv", "-q", cwd=inner)
    assert done.returncode == 1
    assert done.stderr == "failed: --fail-on SB401: found 1\n"


# What takes precedence

PAIRS: dict[str, tuple[Any, Any]] = {
    "lang": ("en", "th"),
    "color": ("never", "always"),
    "ascii": (True, False),
    "sheet": ("หนึ่ง", "2"),
    "columns": (["address=A"], ["address=B"]),
    "require": ("code,name", "province"),
    "encoding": ("cp874", "utf-8"),
    "max": (["file-mb=3"], ["file-mb=4"]),
    "assume": ("failed", "delivered"),
    "delivery": (["/a.csv"], ["/b.csv"]),
    "table": ("/a.csv", "/b.csv"),
    "table-mode": ("replace", "extend"),
    "registry": ("/a.csv", "none"),
    "limit": (3, 4),
    "dns": (True, False),
    "resolver": ("127.0.0.1:5353", "9.9.9.9"),
    "timeout": (0.5, 2.0),
    "concurrency": (7, 8),
    "no-cache": (True, False),
    "thai-digits": (True, False),
    "ocr": (False, True),
    "fail-on": ("B,C", "error"),
    "max-follow-up": ("3%", "20"),
    "expect-rows": (5, 6),
    "baseline": ("/a.json", "/b.json"),
}
"""Two values of each setting that has an option; the first differs from what is built in."""
OPTIONS = {"columns": "--map"}
OFF = {
    "ascii": "--no-ascii",
    "dns": "--no-dns",
    "no-cache": "--cache",
    "ocr": "--no-ocr",
    "thai-digits": "--arabic-digits",
}


def as_toml(value: Any) -> str:
    if isinstance(value, list) and "=" in value[0]:
        return "{ " + ", ".join(f"{n} = {json.dumps(v)}" for n, v in (item.split("=") for item in value)) + " }"
    return json.dumps(value, ensure_ascii=False)


def as_text(value: Any) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)


@pytest.fixture
def parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Any]]:
    """What the parser of `classify` makes of a setting, given by flag, by variable and in the file."""

    def parse(name: str, flag: Any = None, variable: Any = None, file: Any = None) -> Any:
        setting = SETTINGS[name]
        arguments = ["agencies.csv"]
        if isinstance(flag, bool):
            arguments.append(f"--{name}" if flag else OFF[name])
        elif flag is not None:
            arguments += [OPTIONS.get(name, f"--{name}"), as_text(flag)]
        if setting.variable:
            monkeypatch.delenv(setting.variable, raising=False)
        if variable is not None:
            assert setting.variable is not None
            monkeypatch.setenv(setting.variable, as_text(variable))
        settings_of(tmp_path, "" if file is None else f"{name} = {as_toml(file)}\n")
        configured.settings.cache_clear()
        group = typer.main.get_command(build_app(["classify"]))
        context = group.make_context("saraban-check", ["classify", *arguments])
        command = group.get_command(context, "classify")  # type: ignore[attr-defined]
        value = command.make_context("classify", arguments, parent=context).params[setting.parameter]
        value = value.value if isinstance(value, Enum) else str(value) if isinstance(value, Path) else value
        return list(map(str, value)) if isinstance(value, tuple | list) else value

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["saraban-check"])
    monkeypatch.delenv("SARABAN_CHECK_CONFIG", raising=False)
    yield parse
    configured.settings.cache_clear()


def test_every_setting_with_an_option_is_in_the_table_of_pairs() -> None:
    assert set(PAIRS) == {name for name, setting in SETTINGS.items() if setting.parameter}
    assert [name for name in PAIRS if SETTINGS[name].variable is None] == ["columns"]


@pytest.mark.parametrize("name", PAIRS)
def test_flag_before_variable_before_file_before_built_in(name: str, parsed: Callable[..., Any]) -> None:
    one, other = PAIRS[name]
    built_in = parsed(name)
    assert built_in != one
    assert parsed(name, file=one) == one
    assert parsed(name, flag=one, file=other) == one
    assert parsed(name, flag=other, file=one) == other
    if SETTINGS[name].variable is None:
        return
    assert parsed(name, variable=one) == one
    assert parsed(name, variable=one, file=other) == one
    assert parsed(name, variable=other, file=one) == other
    assert parsed(name, flag=one, variable=other, file=other) == one
    assert parsed(name, flag=other, variable=one, file=one) == other


def test_paths_in_the_file_start_from_its_own_folder(folder: Path) -> None:
    file = settings_of(folder, 'table = "t.csv"\nbaseline = "../known.json"\n')
    assert load_settings(file).values == {
        "table": str(folder / "t.csv"),
        "baseline": str(folder / ".." / "known.json"),
    }
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    settings_of(folder, 'baseline = "known.json"\n')
    assert run("classify", folder / "agencies.csv", "--update-baseline", cwd=elsewhere).returncode == 0
    assert (folder / "known.json").exists()
    assert run("classify", folder / "agencies.csv", "-q", cwd=elsewhere).returncode == 0


def test_several_files_of_delivery_may_be_named_in_every_place(folder: Path) -> None:
    file = settings_of(folder, 'delivery = ["one.csv", "two.csv"]\n')
    assert load_settings(file).values["delivery"] == [str(folder / "one.csv"), str(folder / "two.csv")]
    variable = os.pathsep.join(("/x/one.csv", "/x/two.csv"))
    environment = {"SARABAN_CHECK_DELIVERY": variable}
    found = {name: value for name, value, _ in in_force(load_settings(file), environment)}
    assert found["delivery"] == [str(Path("/x/one.csv")), str(Path("/x/two.csv"))]
    done = run("classify", folder / "agencies.csv", cwd=folder, env={**environment, "SARABAN_CHECK_LANG": "en"})
    assert (done.returncode, done.stdout) == (2, "")
    assert "one.csv: there is no such file" in done.stderr


def test_a_mapping_in_the_file_may_hold_spaces_and_signs(folder: Path) -> None:
    text = LIST.replace("อีเมลกลาง", "ช่องที่ = หนึ่ง")
    (folder / "agencies.csv").write_text(text, encoding="utf-8")
    settings_of(folder, '[columns]\naddress = "ช่องที่ = หนึ่ง"\n')
    done = run("classify", "agencies.csv", "--format", "json", "-q", cwd=folder)
    assert json.loads(done.stdout)["source"]["columns"]["address"] == "ช่องที่ = หนึ่ง"


# What it may hold


@pytest.mark.parametrize("case", read_cases(CASES / "settings.csv"), ids=lambda case: f"line{case['line']}")
def test_a_value_that_cannot_be_is_refused_with_what_can(case: dict[str, str], tmp_path: Path) -> None:
    said = refusal(settings_of(tmp_path, f"{case['setting']} = {case['toml']}\n"))
    assert re.search(rf": {case['setting']}(\.[\w-]+|\[[0-9]+\])? = ", said), said
    assert case["says"] in said


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('[severity]\nSB405 = "fatal"\n', "severity.SB405 = fatal cannot be used; give error, warning or info"),
        ("severity.SB405.a = 1", "severity.SB405 = {'a': 1} cannot be used"),
        ('severity = { domain-mistypd = "info" }', "(found “domain-mistypd”; did you mean domain-mistyped?)"),
        ('severity = { SB405 = "info", sb405 = "error" }', "each rule only once (SB405 stands more than once)"),
        ('ignore = [{ rule = "SB408", reason = "x" }, { rule = "SB402" }]', "ignore[1] = {'rule': 'SB402'} cannot be"),
        ('accepted-domains = ["in.th", "gmail.com"]', "accepted-domains[1] = gmail.com cannot be used"),
        ('accepted-domains = ["in.th", 1]', "accepted-domains = ['in.th', 1] cannot be used; give a list of texts"),
        ("limit = -1\nbogus = 1", "limit = -1 cannot be used"),
        ("bogus = 1\nlimit = -1", "there is no setting “bogus”"),
        ("registry = 0", "registry = 0 cannot be used; give the name of a file, or false"),
    ],
)
@pytest.mark.parametrize("name", ["saraban-check.toml", "other.toml"])
def test_the_first_thing_that_is_wrong_is_named_with_its_place(tmp_path: Path, toml: str, says: str, name: str) -> None:
    said = refusal(settings_of(tmp_path, toml, name))
    assert says in said
    assert not re.search("pydantic|Input should|input_value", said)


def test_the_cases_name_every_setting() -> None:
    assert {case["setting"] for case in read_cases(CASES / "settings.csv")} == set(SETTINGS)


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("fail_on", "fail-on"),
        ("Fail-On", "fail-on"),
        ("failon", "fail-on"),
        ("severities", "severity"),
        ("ignored", "ignore"),
        ("accepted_domain", "accepted-domains"),
        ("column", "columns"),
        ("zzz", None),
        ("tool", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_an_unknown_key_names_the_nearest(tmp_path: Path, key: str, near: str | None) -> None:
    said = refusal(settings_of(tmp_path, f'"{key}" = 1\n'))
    assert f"there is no setting “{key[:60]}”" in said
    assert ("did you mean" in said) == (near is not None)
    assert near is None or f"did you mean {near}?" in said
    assert len(said) < 250


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"lang = ", "not valid TOML"),
        (b"limit = 1\nlimit = 2\n", "not valid TOML"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not valid TOML"),
        (b"\xff\xfel\x00", "not valid TOML"),
        ("lang = 'ไทย'".encode("cp874"), "not valid TOML"),
        (b"limit = " + b"1" * 5000, "not valid TOML"),
        (b"limit = " + b"[" * 5000 + b"]" * 5000, "not valid TOML"),
        (b"limit = 0x" + b"f" * 6000, "a whole number"),
        (b"max-follow-up = 0x" + b"f" * 6000, "such as 20"),
        (b"max = { file-mb = 0x" + b"f" * 6000 + b" }", "a table of NAME = VALUE"),
        (b"limit" + b".a" * 5000 + b" = 1", "a whole number"),
        (b"severity.SB405" + b".a" * 5000 + b" = 1", "error, warning or info"),
        (b"#" * (1 << 20) + b"\n", "larger than 1 MB"),
        (
            b'free-mail = ["x.example", "y.example"]\naccepted-domains = ["Y.example"]',
            "“y.example” is in free-mail and",
        ),
    ],
    ids=range(14),
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "saraban-check.toml"
    file.write_bytes(content)
    assert says in refusal(file)


@pytest.mark.parametrize("toml", ["severity = { SB405 = [] }", "limit = " + "1" * 5000, "limit" + ".a" * 5000 + " = 1"])
def test_so_it_is_by_the_command(folder: Path, toml: str) -> None:
    settings_of(folder, toml)
    done = run("config", "--lang", "en", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: saraban-check.toml: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_device_a_folder_and_nothing_are_refused(tmp_path: Path) -> None:
    assert "this is a folder" in refusal(tmp_path)
    assert "there is no such file" in refusal(tmp_path / "none.toml")
    assert "there is no such file" in refusal(settings_of(tmp_path, "") / "below")
    long = tmp_path / ("x" * 300 + ".toml")
    assert "cannot be opened" in refusal(long)
    if Path("/dev/zero").exists():
        assert "a device" in refusal(Path("/dev/zero"))
    large = settings_of(tmp_path, "#" * ((1 << 20) + 1))
    assert "larger than 1 MB" in refusal(large)


def test_a_byte_order_mark_and_dos_lines_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "saraban-check.toml"
    file.write_bytes('\ufefflang = "en"\r\nlimit = 7\r\n'.encode())
    assert load_settings(file).values == {"lang": "en", "limit": 7}


def test_rules_may_be_named_by_code_or_name_in_any_case(tmp_path: Path) -> None:
    toml = """
    [severity]
    sb405 = "error"
    domain-mistyped = "info"

    [[ignore]]
    rule = "Website-Unreadable"
    reason = " ยังไม่มีเว็บไซต์ "
    """
    policy = load_settings(settings_of(tmp_path, toml)).policy
    assert policy.severities == {"SB405": Severity.ERROR, "SB402": Severity.INFO}
    assert policy.ignored == {"SB408": "ยังไม่มีเว็บไซต์"}


def test_domains_are_read_in_lower_case_without_signs_before(tmp_path: Path) -> None:
    toml = 'free-mail = ["@Free.Example"]\naccepted-domains = [".IN.TH", "pattaya.example"]\n'
    domains = load_settings(settings_of(tmp_path, toml)).policy.domains
    assert domains.free_mail == {"free.example"}
    assert domains.accepted == {"in.th", "pattaya.example"}
    assert domains.is_accepted("a.b.in.th")
    assert domains.is_accepted("in.th")
    assert not domains.is_accepted("xin.th")


# What is said where it is wrong


@pytest.mark.parametrize("command", COMMANDS)
def test_a_broken_file_ends_every_command_with_one_sentence(folder: Path, command: str) -> None:
    assert run(command, *REQUESTS[command], cwd=folder).returncode == 0
    (folder / "new.xlsx").unlink(missing_ok=True)
    settings_of(folder, "limit = \x07\n")
    done = run(command, *REQUESTS[command], cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"ข้อผิดพลาด: saraban-check\.toml: ไม่ใช่ TOML ที่ถูกต้อง \(.*\)\n", done.stderr)
    assert "\x07" not in done.stderr


def test_the_language_of_the_file_governs_messages(folder: Path) -> None:
    settings_of(folder, 'lang = "en"\nexpect-rows = 3\n')
    assert run("classify", "agencies.csv", "-q", cwd=folder).stderr == "failed: --expect-rows 3: there are 2 agencies\n"
    assert "ไม่ผ่าน" in run("classify", "agencies.csv", "-q", cwd=folder, env={"SARABAN_CHECK_LANG": "th"}).stderr
    assert "ไม่ผ่าน" in run("classify", "agencies.csv", "-q", "--lang", "th", cwd=folder).stderr
    assert "Usage" in run("rules", "--help", cwd=folder).stdout


@pytest.mark.parametrize(
    ("toml", "word"),
    [
        ('bogus = 1\nlang = "en"\n', "error"),
        ('lang = "en"\nseverity = { SB405 = [] }\n', "error"),
        ('lang = "en"\nlimit = -1\n', "error"),
        ('lang = "fr"\nlimit = -1\n', "ข้อผิดพลาด"),
        ("lang = 1\n", "ข้อผิดพลาด"),
        ("limit = -1\n", "ข้อผิดพลาด"),
        ('lang = "en"\nlimit = \n', "ข้อผิดพลาด"),
    ],
)
def test_the_language_of_the_file_governs_what_is_said_of_the_file(folder: Path, toml: str, word: str) -> None:
    settings_of(folder, toml)
    done = run("rules", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.startswith(word + ": saraban-check.toml: ")
    assert run("rules", "--lang", "en", cwd=folder).stderr.startswith("error: ")


def test_a_variable_that_cannot_be_is_refused(folder: Path) -> None:
    done = run("config", "--lang", "en", env={"SARABAN_CHECK_MAX_FOLLOW_UP": "some"}, cwd=folder)
    assert done.returncode == 2
    assert done.stderr.startswith("error: SARABAN_CHECK_MAX_FOLLOW_UP: max-follow-up = some cannot be used")


# `config`


def shown(folder: Path, *args: str, env: dict[str, str] | None = None) -> dict[str, tuple[Any, str | None]]:
    done = run("config", "--format", "json", *args, env=env, cwd=folder)
    assert done.returncode == 0, done.stderr
    return {line["setting"]: (line["value"], line["source"]) for line in json.loads(done.stdout)}


def test_config_shows_each_setting_with_its_source(folder: Path) -> None:
    toml = """
    lang = "en"
    limit = 5
    fail-on = ["B", "error"]
    max-follow-up = "2.5%"
    free-mail = ["z.example", "a.example"]
    columns = { address = "ที่อยู่ใหม่" }
    severity = { SB405 = "warning" }
    ignore = [{ rule = "SB408", reason = "ยังไม่มีเว็บไซต์" }]
    """
    file = str(settings_of(folder, toml))
    found = shown(folder, "--color", "never", env={"SARABAN_CHECK_LIMIT": "7"})
    assert list(found) == list(SETTINGS)
    assert found["lang"] == ("en", file)
    assert found["limit"] == (7, "SARABAN_CHECK_LIMIT")
    assert found["color"] == ("never", "--color")
    assert found["fail-on"] == ("B,error", file)
    assert found["max-follow-up"] == ("2.5%", file)
    assert found["free-mail"] == (["a.example", "z.example"], file)
    assert found["columns"] == (["address=ที่อยู่ใหม่"], file)
    assert found["severity"] == ({"SB405": "warning"}, file)
    assert found["ignore"] == ({"SB408": "ยังไม่มีเว็บไซต์"}, file)
    assert found["sheet"] == (None, None)

    screen = run("config", cwd=folder).stdout
    for wanted in ("limit", "5", "B,error", "a.example", "z.example", "SB405 = warning", "SB408 = ยังไม่มีเว็บไซต์"):
        assert wanted in screen
    assert screen.count("built in") == 1 + sum(1 for _, source in shown(folder).values() if source is None)


def test_config_shows_empty_tables_too(folder: Path) -> None:
    settings_of(folder, 'lang = "en"\ncolumns = {}\nseverity = {}\nignore = []\nmax = {}\n')
    done = run("config", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert shown(folder)["columns"] == ([], str(folder / "saraban-check.toml"))


def test_config_names_what_is_built_in(folder: Path) -> None:
    assert all(found == (None, None) for found in shown(folder).values())
    screen = run("config", "--lang", "en", cwd=folder, env={"COLUMNS": "120"}).stdout
    assert re.search(r"^  limit +10 +\(built in\)$", screen, re.MULTILINE)
    assert re.search(r"^  table-mode +extend +\(built in\)$", screen, re.MULTILINE)


def test_the_screen_of_settings_keeps_its_width_and_its_colours_whole() -> None:
    from saraban_check.report.escape import cell_width

    lines = [
        SettingLine(name, found, source, SETTINGS[name].default, SETTINGS[name].help)
        for name, found, source in in_force(load_settings_of("sheet", "x" * 200), {})
    ]
    for width in (40, 80):
        plain, painted = (render_screen(settings_document(lines), "th", Style(width, color)) for color in (False, True))
        assert max(map(cell_width, plain.splitlines())) <= width
        assert re.sub(r"\x1b\[[0-9;]+m", "", painted) == plain
        for line in painted.splitlines():
            assert line.count("\x1b[0m") * 2 == line.count("\x1b"), "what begins on a line ends on it"


def load_settings_of(name: str, value: str) -> Any:
    from saraban_check.settings.file import Settings

    return Settings(Path("saraban-check.toml"), {name: value})


def test_nothing_of_a_settings_file_reaches_the_terminal_raw(folder: Path) -> None:
    settings_of(folder, 'sheet = "\\u001b[31mแดง\\n::error::x"\n')
    done = run("config", cwd=folder, env={"GITHUB_ACTIONS": "true"})
    assert "\x1b" not in done.stdout
    assert not re.search(r"^\s*::", done.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "near"),
    [("SARABAN_CHECK_FAILON", "SARABAN_CHECK_FAIL_ON"), ("SARABAN_CHECK_MAX_FOLLOWUP", "SARABAN_CHECK_MAX_FOLLOW_UP")],
)
def test_a_mistyped_variable_opens_no_gate(folder: Path, name: str, near: str) -> None:
    for command, request in REQUESTS.items():
        done = run(command, *request, "--lang", "en", cwd=folder, env={name: "E"})
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            f"error: environment variable {name}: there is no such setting; did you mean {near}?; "
            "saraban-check config lists all\n"
        )


@pytest.mark.parametrize("name", ["since", "sent-all", "sent_all", "bounces", "notices"])
def test_what_is_of_one_run_is_told_to_stand_on_the_command_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "saraban-check.toml").write_text(f'{name} = "1/11/2569"\n', encoding="utf-8")
    with pytest.raises(InputError, match=f"is for the command line only .--{name.replace('_', '-')}."):
        load_settings(tmp_path / "saraban-check.toml")


def test_every_option_for_the_command_line_only_is_an_option_without_a_setting() -> None:
    declared = [
        option
        for name in ("classify", "bounces", "fix", "registry", "notice")
        for function in _functions(name)
        for option in options_of(function).values()
    ]
    free = {option.name.removeprefix("--") for option in declared if option.setting is None}
    assert set(COMMAND_LINE_ONLY) <= free
    assert not set(COMMAND_LINE_ONLY) & set(SETTINGS)


def _functions(name: str) -> list[Any]:
    module = import_module(f"saraban_check.cli.{name}_command")
    if hasattr(module, "SUBCOMMANDS"):
        return [function for function, _ in module.SUBCOMMANDS.values()]
    return [getattr(module, f"{name}_command")]
