"""The Python API: what it is made of, and what it promises."""

import inspect
import json
import os
import re
import shutil
import subprocess
import sys
import typing
from pathlib import Path
from typing import Any

import pytest
from tests.guides import contents
from tests.support import environment

import saraban_check
from saraban_check import (
    AddressCheck,
    Classification,
    Comparison,
    Delivery,
    Form,
    InputError,
    Judging,
    ListOptions,
    NoticeContext,
    Policy,
    RequestError,
    SarabanError,
    Severity,
    Standard,
    agency_record,
    check_address,
    check_notices,
    classify,
    compare,
    judge,
    load_group_table,
    read_gate,
    write_report,
)
from saraban_check.checks import address_check
from saraban_check.checks.agency_record import ToldAgency
from saraban_check.checks.judging import Watch
from saraban_check.formats import FORMATS, Format, Result
from saraban_check.grouping.change import moves
from saraban_check.intake.limits import read_limits
from saraban_check.model.assessment import Assessment
from saraban_check.model.policy import Domains
from saraban_check.model.text import Lang

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
RIGHT = "saraban_06480115@dla.go.th"

PUBLIC = [
    "AddressCheck",
    "AddressVerdict",
    "AgencyRecord",
    "AgencyResult",
    "Change",
    "Classification",
    "Comparison",
    "Delivery",
    "DeliveryEvidence",
    "DeliveryReport",
    "Finding",
    "FixPlan",
    "Form",
    "FurtherSources",
    "InputError",
    "Judging",
    "ListOptions",
    "MailStatus",
    "NoticeContext",
    "NoticeResult",
    "NoticeState",
    "Policy",
    "RequestError",
    "SarabanError",
    "Severity",
    "Standard",
    "Suggestion",
    "Summary",
    "__version__",
    "agency_record",
    "check_address",
    "check_notice_text",
    "check_notices",
    "classify",
    "compare",
    "judge",
    "load_agencies",
    "load_delivery",
    "load_group_table",
    "load_registry",
    "notices_of_list",
    "plan_fixes",
    "read_bounces",
    "read_gate",
    "write_report",
]
"""Pinned: what is added here is promised to everybody, what is taken away breaks somebody's program."""

HEADER = "รหัส อปท.,ชื่อ อปท.,ประเภท อปท.,จังหวัด,อีเมลกลาง,มีประกาศฯ ม.10,ลงข้อมูลในระบบ info.go.th,สถานะการส่งอีเมล\n"
ROWS = """\
06480191,อบต.หนึ่งสมมติ,อบต.,นครพนม,saraban_06480191@dla.go.th,✓,✓,✓
06480192,อบต.สองสมมติ,อบต.,นครพนม,saraban_06480192@dla.go.th,✓,✓,✓
06480193,อบต.สามสมมติ,อบต.,นครพนม,sarabun_06480193@dla.go.th,✓,✓,✗
"""


@pytest.fixture
def agencies(tmp_path: Path) -> Path:
    path = tmp_path / "agencies.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    return path


# What it is made of


def test_the_public_names_are_pinned() -> None:
    assert sorted(saraban_check.__all__) == PUBLIC
    assert dir(saraban_check) == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_can_be_had(name: str) -> None:
    assert getattr(saraban_check, name) is not None


def test_what_is_not_public_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = saraban_check.nonsense  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", [name for name in PUBLIC if name != "__version__"])
def test_every_public_thing_is_documented(name: str) -> None:
    thing = getattr(saraban_check, name)
    assert (thing.__doc__ or "").strip()
    # the docstring that NamedTuple and dataclass make up by themselves says nothing
    assert not (thing.__doc__ or "").startswith(f"{name}(")


def _functions() -> list[Any]:
    return [thing for name in PUBLIC if inspect.isfunction(thing := getattr(saraban_check, name))]


@pytest.mark.parametrize("function", _functions(), ids=lambda f: f.__name__)
def test_every_function_of_the_api_is_documented_and_typed(function: Any) -> None:
    assert (function.__doc__ or "").strip(), function.__name__
    signature = inspect.signature(function)
    assert signature.return_annotation is not inspect.Signature.empty
    for parameter in signature.parameters.values():
        assert parameter.annotation is not inspect.Parameter.empty, parameter


@pytest.mark.parametrize("function", _functions(), ids=lambda f: f.__name__)
def test_every_function_says_what_it_raises_and_on_what_it_rests(function: Any) -> None:
    doc = " ".join((function.__doc__ or "").split())
    assert re.search(r"Source: decisions[:] [A-Z]", doc)
    assert "aises" in doc or function.__name__ == "judge", "which cannot fail"


@pytest.mark.parametrize("cls", [Classification, AddressCheck, Comparison], ids=lambda c: c.__name__)
def test_every_method_is_documented_and_typed(cls: type) -> None:
    for name, member in vars(cls).items():
        function = getattr(member, "fget", None) or getattr(member, "func", None) or member
        if name.startswith("_") or not inspect.isfunction(function):
            continue
        assert (function.__doc__ or "").strip(), name
        assert "return" in function.__annotations__, name


def test_options_are_given_by_name_only() -> None:
    for function in (check_address, classify, load_group_table):
        first, *others = inspect.signature(function).parameters.values()
        assert first.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
        values = ("reading", "judging", "sources")
        single = [one for one in others if one.name not in values and one.kind is not inspect.Parameter.VAR_KEYWORD]
        assert all(parameter.kind is inspect.Parameter.KEYWORD_ONLY for parameter in single)
        assert all(parameter.default is not inspect.Parameter.empty for parameter in single)


def test_the_package_is_marked_as_typed() -> None:
    assert Path(saraban_check.__file__).with_name("py.typed").exists()


def test_the_version_is_the_distributions_own() -> None:
    from importlib.metadata import version

    assert saraban_check.__version__ == version("saraban-check")


def test_errors_stand_in_one_tree() -> None:
    assert issubclass(InputError, SarabanError)
    assert issubclass(RequestError, SarabanError)
    assert not issubclass(InputError, RequestError)
    assert issubclass(SarabanError, Exception)


# check_address


def test_a_correct_address() -> None:
    check = check_address(RIGHT)
    assert check.verdict.correct is True
    assert check.verdict.form is Form.DLA
    assert check.verdict.findings == ()
    assert check.suggestions == ()
    assert check.verdict.meets(Standard.REGULATION) is True
    assert check.verdict.meets(Standard.METHODS) is True


def test_an_incorrect_address_says_why_and_what_to_use() -> None:
    check = check_address("saraban_6820101@dla.go.th")
    assert check.verdict.correct is False
    assert [finding.code for finding in check.verdict.findings] == ["SB301"]
    assert check.verdict.findings[0].severity is Severity.ERROR
    assert check.suggestions[0].address == "saraban_06820101@dla.go.th"
    for lang in typing.get_args(Lang):
        assert "6820101" in check.verdict.findings[0].message(lang)


@pytest.mark.parametrize("address", ["", "-", "ไม่มี"])
def test_no_address_meets_nothing_and_fails_nothing(address: str) -> None:
    check = check_address(address)
    assert check.verdict.correct is False
    assert check.verdict.value is None
    assert check.verdict.meets(Standard.REGULATION) is None
    assert [finding.code for finding in check.verdict.findings] == ["SB101"]


def test_what_is_known_of_the_agency_counts() -> None:
    known: ToldAgency = {"code": "6480115", "province": "นครพนม", "kind": "sao", "name": "อบต.สมมติ"}
    check = check_address("saraban_06480116@dla.go.th", **known)
    assert [finding.code for finding in check.verdict.findings] == ["SB303"]
    assert check.record.code == "06480115", "the lost zero is restored"
    assert check.suggestions[0].address == RIGHT
    assert check_address(RIGHT, province="สกลนคร").verdict.findings[0].code == "SB304"
    assert check_address(RIGHT, kind="subdistrict").verdict.findings[0].code == "SB305"
    assert check_address(RIGHT, name="ทต.สมมติ").verdict.findings[0].code == "SB305"
    assert check_address("saraban@a.go.th", website="www.b.go.th").verdict.findings[0].code == "SB404"
    issued = check_address("x@gmail.com", issued=f"{RIGHT}, saraban@photan.go.th")
    assert [s.address for s in issued.suggestions] == [RIGHT, "saraban@photan.go.th"]


@pytest.mark.parametrize(
    "wrong", [{"code": "123"}, {"code": "09480115"}, {"province": "Atlantis"}, {"kind": "village"}], ids=str
)
def test_what_cannot_exist_is_refused(wrong: ToldAgency) -> None:
    with pytest.raises(RequestError) as error:
        check_address(RIGHT, **wrong)
    [(option, found)] = wrong.items()
    for said in (error.value.say("th"), error.value.say("en"), str(error.value)):
        assert f"--{option} {found}" in said
    assert str(error.value) == error.value.say("en")


# classify


def test_a_list_is_classified(agencies: Path) -> None:
    for path in (agencies, str(agencies)):
        result = classify(path)
        assert [agency.group for agency in result.agencies] == ["A1", "A1", "B3"]
        assert result.summary.total == 3
        assert result.summary.follow_up == 1
        assert result.by_row[4].record.name == "อบต.สามสมมติ"
        assert result.by_row[4].record.facts.delivery is Delivery.FAILED
        assert result.by_row[4].suggestions[0].address == "saraban_06480193@dla.go.th"
        assert [step.key for step in result.by_row[4].steps] == ["address", "notice", "post"]
        matched = result.by_row[4].matched
        assert matched is not None
        assert matched.group == "B3"
        assert "A1" in [move.group for move in moves(result.table, result.by_row[4])]
        assert result.source.header_row == 1


def test_keep_narrows_what_is_held_and_never_what_is_counted(agencies: Path) -> None:
    def only_wrong(agency: Assessment) -> bool:
        return agency.group != "A1"

    whole, narrow = classify(agencies), classify(agencies, keep=only_wrong)
    nothing = classify(agencies, keep=lambda _: False)
    assert [agency.record.row for agency in narrow.agencies] == [4]
    assert nothing.agencies == ()
    for other in (narrow, nothing):
        assert other.summary.groups == whole.summary.groups
        assert other.summary.rules == whole.summary.rules
        assert other.summary.actions == whole.summary.actions


def test_who_waits_is_told_how_far_it_is(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text(HEADER + ROWS * 800, encoding="utf-8")
    opened: list[Any] = []
    counts: list[int] = []
    classify(path, watch=Watch(on_open=opened.append, on_rows=counts.append))
    assert [table.file for table in opened] == ["long.csv"]
    assert counts == [0, 1000, 2000]


def test_an_assumption_stands_in_for_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text((HEADER + ROWS).replace("✓,✓,✓", "✓,✓,"), encoding="utf-8")
    assert classify(path).summary.undetermined == 2
    result = classify(path, judging=Judging(assume="delivered"))
    assert result.summary.groups["A1"] == 2
    assert result.assume == "delivered"


def test_a_table_of_ones_own(agencies: Path, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("group,upgraded,notice,posted,address,delivery\nX,*,*,*,*,*\n", encoding="utf-8")
    table = load_group_table(path, replace=True)
    assert classify(agencies, judging=Judging(table=table)).summary.groups == {"X": 3}
    with pytest.raises(RequestError, match="match the same facts"):
        load_group_table(path)


def test_columns_and_limits_are_given_as_values(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(f"ชื่อ อปท.,ช่องลับ\nอบต.ก,{RIGHT}\n", encoding="utf-8")
    assert classify(path, reading=ListOptions(mapping={"address": "ช่องลับ"})).agencies[0].verdict.correct is True
    with pytest.raises(InputError, match="cell"):
        classify(path, reading=ListOptions(mapping={"address": "ช่องลับ"}, limits=read_limits(["cell=3"])))


@pytest.mark.parametrize(
    ("text", "error"),
    [("", "empty"), ("อีเมลกลาง\n", "no rows"), ("ก,ข\n1,2\n", "no address column")],
    ids=["empty", "header only", "no address column"],
)
def test_what_is_no_list_is_an_input_error_that_names_the_file(tmp_path: Path, text: str, error: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=error) as caught:
        classify(path)
    assert "list.csv" in str(caught.value)
    assert "list.csv" in caught.value.say("th")


def test_a_missing_file_and_a_wrong_option_are_told_apart(agencies: Path) -> None:
    with pytest.raises(InputError):
        classify(agencies.with_name("missing.csv"))
    with pytest.raises(RequestError):
        classify(agencies, reading=ListOptions(encoding="nonsense"))
    with pytest.raises(RequestError):
        classify(agencies, reading=ListOptions(mapping={"address": "no such heading"}))


def test_classifying_twice_gives_the_same(agencies: Path) -> None:
    first, second = classify(agencies), classify(agencies)
    assert first.agencies == second.agencies
    assert first.summary.groups == second.summary.groups


def test_the_example_of_the_documentation_is_true() -> None:
    import doctest

    assert doctest.testmod(address_check).failed == 0


# write_report


@pytest.mark.parametrize(
    "format_", [one for one in FORMATS if one.name not in ("docx", "txt")], ids=lambda one: one.name
)
@pytest.mark.parametrize("kind", [Result.CLASSIFY, Result.COMPARE, Result.NOTICE], ids=lambda kind: kind.value)
def test_each_format_of_each_result_is_written_by_its_suffix(
    kind: Result, format_: Format, agencies: Path, tmp_path: Path
) -> None:
    if kind is Result.CLASSIFY:
        result: Any = classify(agencies)
    elif kind is Result.COMPARE:
        result = compare(agencies, agencies)
    else:
        result = check_notices([ROOT / "data" / "notice.docx"])
    path = tmp_path / f"report{format_.suffixes[0]}"
    if kind not in format_.results and not path.name.endswith(".json"):
        with pytest.raises(RequestError, match=r"no such kind of file; use .*\.xlsx"):
            write_report(result, path)
        assert not path.exists()
        return
    write_report(result, path)
    assert path.stat().st_size
    assert [one.suffix for one in tmp_path.iterdir() if one not in (path, agencies)] == []


@pytest.mark.parametrize("lang", typing.get_args(Lang))
def test_a_report_is_the_command_lines_own(agencies: Path, tmp_path: Path, lang: Lang) -> None:
    result = classify(agencies)
    judgement = judge(read_gate("B", result.table), result)
    assert [reason.say("en") for reason in judgement.reasons] == ["--fail-on B3: found 1"]
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    theirs.mkdir()
    ours.mkdir()
    names = ["a.json", "a.html", "a.csv", "a.md", "a.xml"]
    for name in names:
        write_report(result, ours / name, lang, judgement=judgement)
    outputs = [part for name in names for part in ("-o", str(theirs / name))]
    command = [sys.executable, "-m", "saraban_check", "classify", str(agencies), "--fail-on", "B", "--lang", lang, "-q"]
    done = subprocess.run([*command, *outputs], env=environment(), cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    for name in names:
        assert (ours / name).read_bytes() == (theirs / name).read_bytes(), name


def test_a_report_of_notices_says_what_they_were_checked_with(tmp_path: Path) -> None:
    policy = Policy(domains=Domains(accepted=frozenset({"example.in.th"})))
    context = NoticeContext(record=agency_record(name="อบต.บางทดสอบ"), policy=policy)
    results = list(check_notices([ROOT / "data" / "notice.docx"], context))
    write_report(results, tmp_path / "a.md", "en", context=context)
    assert "example.in.th" in (tmp_path / "a.md").read_text(encoding="utf-8")


def test_what_cannot_be_written_leaves_what_stood_there(agencies: Path, tmp_path: Path) -> None:
    result = classify(agencies)
    with pytest.raises(OSError, match="missing"):
        write_report(result, tmp_path / "missing" / "a.json")
    with pytest.raises(RequestError) as caught:
        write_report(result, agencies.with_suffix(".pdf"))
    assert ".gitlab.json" in caught.value.say("th")
    assert agencies.read_text(encoding="utf-8") == HEADER + ROWS
    write_report(result, tmp_path / "a.json")
    assert json.loads((tmp_path / "a.json").read_bytes())["schema"] == "saraban-check/classify/1"


# The documentation


def examples(text: str) -> list[str]:
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("page", ["docs/python.md", "docs/en/engineer.md", "docs/th/engineer.md"])
def test_the_scripts_of_the_documentation_run_as_they_stand(page: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    before = contents(tmp_path / "data")
    (script,) = examples((ROOT / page).read_text(encoding="utf-8"))
    assert len(script.splitlines()) < 50
    code = environment({"PYTHONUTF8": "1", "PYTHONPATH": os.environ.get("PYTHONPATH", "")})
    done = subprocess.run(
        [sys.executable, "-c", script], env=code, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "data") == before
    if page != "docs/python.md":
        assert (tmp_path / "report.html").stat().st_size
        return
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "notices.html",
        "report.html",
        "report.json",
        "report.xlsx",
    }
    said = done.stdout.splitlines()
    assert said[0].startswith("70 agencies: {'A1': 28, 'A2': 3,")
    assert "   use: ['saraban_06110391@dla.go.th']" in said
    assert "  --fail-on E: found 2" in said
    assert said[-3:] == [
        "saraban-check/classify/1",
        "False ['saraban_06820101@dla.go.th']",
        "[('data/notice.docx', 'incorrect', ['SB516', 'SB521', 'SB525'])]",
    ]


def test_the_page_names_what_is_public_and_nothing_else() -> None:
    named = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert sorted(named) == [name for name in PUBLIC if name != "__version__"]
    for script in examples(PAGE):
        assert set(re.findall(r"\bsc\.(\w+)", script)) <= set(PUBLIC)
