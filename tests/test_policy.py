"""What a team's settings add: they weigh and ignore findings, and no verdict or group changes but by their domains."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.contract import by_contract
from tests.support import CASES, codes, run, write_list

from saraban_check.checks.address_check import check_address
from saraban_check.checks.classify import classify
from saraban_check.checks.judging import Judging
from saraban_check.gating.gate import judge, read_gate
from saraban_check.model.agency_result import AgencyResult
from saraban_check.model.finding import Severity, Standard
from saraban_check.model.policy import NO_POLICY, Domains, Policy
from saraban_check.rules.catalogue import RULES
from saraban_check.settings.file import load_settings

DATA = CASES.parent.parent / "data"
few = settings(derandomize=True, database=None, deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
CODES = sorted(rule.code for rule in RULES)


def policies(codes: Sequence[str]) -> st.SearchStrategy[Policy]:
    severities = st.dictionaries(st.sampled_from(codes), st.sampled_from(Severity), max_size=12)
    return st.builds(Policy, severities, st.dictionaries(st.sampled_from(codes), st.just("ทดสอบ"), max_size=12))


GOOD = ["06480191", "อบต.หนึ่ง", "", "นครพนม", "", "saraban_06480191@dla.go.th", "✓", "✓", "✓"]
ROWS = [
    GOOD,
    *(
        [f"064801{n}", f"อบต.ที่ {n}", "", "นครพนม", "", f"saraban_064801{n}@dla.go.th", "✓", "✓", ""]
        for n in range(50, 60)
    ),
    *(
        [f"064801{n}", f"อบต.ที่ {n}", "", "นครพนม", "", f"saraban_064801{n}@dla.go.th", "✓", "✓", "รอ"]
        for n in range(60, 70)
    ),
    ["06480170", "อบต.เจ็ดสิบ", "", "นครพนม", "", "saraban_06480150@dla.go.th", "✓", "✓", "✓"],
    GOOD,
    ["06480171", "อบต.เจ็ดหนึ่ง", "", "นครพนม", "", "saraban_06480192@dla.go.th", "✓", "✓", "✗"],
]
"""Rows that go through the fast lane, with findings to ignore; one agency twice, one address shared."""


def judged(agency: AgencyResult) -> tuple[Any, ...]:
    """What the regulation, the methods and the table say; nothing that is only reported."""
    verdict = agency.verdict
    return (
        verdict.value,
        verdict.form,
        verdict.correct,
        verdict.meets(Standard.REGULATION),
        verdict.meets(Standard.METHODS),
        agency.outcome,
    )


def every(agencies: Iterable[AgencyResult]) -> Counter[str]:
    return Counter(f.code for agency in agencies for f in agency.findings)


@few
@given(policies(CODES))
def test_no_severity_and_no_ignore_changes_a_verdict_or_a_group(policy: Policy) -> None:
    plain = classify(DATA / "agencies.csv")
    found = classify(DATA / "agencies.csv", judging=Judging(policy=policy))
    assert list(map(judged, found.agencies)) == list(map(judged, plain.agencies))
    assert [a.steps for a in found.agencies] == [a.steps for a in plain.agencies]
    assert [a.suggestions for a in found.agencies] == [a.suggestions for a in plain.agencies]
    assert found.summary.groups == plain.summary.groups
    assert found.summary.actions == plain.summary.actions

    before = every(plain.agencies)
    assert every(found.agencies) == {code: n for code, n in before.items() if code not in policy.ignored}
    assert found.summary.rules == every(found.agencies)
    ignored = Counter(f.code for agency in found.agencies for f in agency.ignored)
    assert ignored == {code: n for code, n in before.items() if code in policy.ignored}
    assert +found.summary.ignored == ignored
    assert set(found.summary.unused_ignores) == set(policy.ignored) - set(ignored)
    for agency in found.agencies:
        for finding in (*agency.findings, *agency.ignored):
            assert finding.severity is policy.severities.get(finding.code, finding.severity)
    by_severity = Counter(f.severity for agency in found.agencies for f in agency.findings)
    assert {s: found.summary.findings_of(s) for s in Severity} == {s: by_severity[s] for s in Severity}


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_list(tmp_path_factory.mktemp("policy") / "list.csv", ROWS)


@few
@given(policies(["SB603", "SB802", "SB901", "SB902", "SB903", "SB602"]))
def test_rows_that_are_only_counted_are_weighed_and_ignored_like_all(twins: Path, policy: Policy) -> None:
    whole = classify(twins, judging=Judging(policy=policy)).summary
    fast = classify(twins, judging=Judging(policy=policy), keep=lambda _: False).summary
    assert fast.groups == whole.groups
    assert fast.undetermined == whole.undetermined
    assert +fast.rules == +whole.rules
    assert +fast.ignored == +whole.ignored
    assert fast.unused_ignores == whole.unused_ignores
    assert [fast.findings_of(s) for s in Severity] == [whole.findings_of(s) for s in Severity]


def test_a_row_whose_findings_are_all_ignored_is_still_counted_with_them(twins: Path) -> None:
    policy = Policy(ignored={"SB603": "รอผล", "SB802": "รอผล", "SB901": "รอผล"})
    summary = classify(twins, judging=Judging(policy=policy), keep=lambda _: False).summary
    assert summary.ignored == {"SB603": 20, "SB802": 20, "SB901": 10}


def test_what_only_the_whole_list_shows_is_weighed_and_ignored_too(twins: Path) -> None:
    plain = classify(twins)
    assert (plain.summary.rules["SB902"], plain.summary.rules["SB903"]) == (2, 2)
    found = classify(twins, judging=Judging(policy=Policy({"SB903": Severity.ERROR}, {"SB902": "ทดสอบ"})))
    assert found.summary.rules["SB902"] == 0
    assert found.summary.ignored == {"SB902": 2}
    shared = [f for agency in found.agencies for f in agency.findings if f.code == "SB903"]
    assert [f.severity for f in shared] == [Severity.ERROR] * 2
    assert [len(agency.ignored) for agency in found.agencies if agency.record.code == GOOD[0]] == [1, 1]
    assert found.summary.findings_of(Severity.ERROR) == plain.summary.findings_of(Severity.ERROR) + 2


# Domains


@pytest.mark.parametrize(
    ("address", "domains", "before", "after"),
    [
        ("saraban@post.example.com", Domains(frozenset({"post.example.com"})), {"SB405"}, {"SB401"}),
        ("saraban@a.pattaya.in.th", Domains(accepted=frozenset({"in.th"})), {"SB403"}, set()),
        ("saraban@a.pattaya.in.th", Domains(accepted=frozenset({"pattaya.in.th"})), {"SB403"}, set()),
        ("saraban@pattaya.in.th", Domains(accepted=frozenset({"pattaya.in.th"})), {"SB403"}, set()),
        ("saraban@xpattaya.in.th", Domains(accepted=frozenset({"pattaya.in.th"})), {"SB403"}, {"SB403"}),
        ("saraban@gmail.com", Domains(accepted=frozenset({"com"})), {"SB401"}, {"SB401"}),
        ("saraban_06480115@dla.go.th", Domains(frozenset({"dla.go.th"})), set(), set()),
        ("saraban_06480115@dia.go.th", Domains(accepted=frozenset({"in.th"})), {"SB402"}, {"SB402"}),
        ("office@pattaya.in.th", Domains(accepted=frozenset({"in.th"})), {"SB201", "SB403"}, {"SB201"}),
        ("saraban@pattaya.in.th", Domains(frozenset({"pattaya.in.th"}), frozenset({"in.th"})), {"SB403"}, {"SB401"}),
    ],
)
def test_domains_change_the_verdict(address: str, domains: Domains, before: set[str], after: set[str]) -> None:
    plain = check_address(address).verdict
    found = check_address(address, domains=domains).verdict
    errors = {rule.code for rule in RULES if rule.severity is Severity.ERROR}
    assert {f.code for f in plain.findings} & (errors | {"SB405"}) == before
    assert {f.code for f in found.findings} & (errors | {"SB405"}) - {"SB405"} == after
    assert found.correct is not bool(after)


@pytest.mark.parametrize("address", ["saraban_06480115@dla.co.th", "saraban@hotmial.co.th"])
def test_a_slip_stays_one_though_its_suffix_be_accepted(address: str) -> None:
    plain = check_address(address).verdict
    found = check_address(address, domains=Domains(accepted=frozenset({"co.th"}))).verdict
    assert [f.code for f in found.findings] == [f.code for f in plain.findings]
    assert found.correct is False
    domain = address.partition("@")[2]
    named = check_address("saraban@" + domain, domains=Domains(accepted=frozenset({domain}))).verdict
    assert named.correct is True


def test_domains_change_the_group_and_the_suggestions(tmp_path: Path) -> None:
    rows = [
        ["06480191", "อบต.หนึ่ง", "", "นครพนม", "www.nueng.in.th", "saraban@nueng.in.th", "✓", "✓", "✓"],
        ["06480192", "อบต.สอง", "", "นครพนม", "www.song.com", "saraban@song.com", "✓", "✓", "✓"],
        ["", "กรมสาม", "", "", "www.sam.in.th", "office@sam.in.th", "✓", "✓", "✓"],
    ]
    path = write_list(tmp_path / "list.csv", rows)
    plain = classify(path)
    policy = Policy(domains=Domains(frozenset({"song.com"}), frozenset({"in.th"})))
    found = classify(path, judging=Judging(policy=policy))
    assert [agency.group for agency in plain.agencies] == ["B1", "A1", "B1"]
    assert [agency.group for agency in found.agencies] == ["A1", "B1", "B1"]
    assert "saraban@sam.in.th" not in [s.address for s in plain.agencies[2].suggestions]
    assert "saraban@sam.in.th" in [s.address for s in found.agencies[2].suggestions]
    assert "saraban@song.com" not in [s.address for s in found.agencies[1].suggestions]


def test_the_policy_reaches_address_and_explain_too(tmp_path: Path) -> None:
    (tmp_path / "saraban-check.toml").write_text('accepted-domains = ["in.th"]\n', encoding="utf-8")
    assert run("address", "saraban@nueng.in.th").returncode == 1
    assert run("address", "saraban@nueng.in.th", cwd=tmp_path).returncode == 0
    write_list(tmp_path / "list.csv", [["06480191", "อบต.หนึ่ง", "", "นครพนม", "", "saraban@nueng.in.th", "✓", "✓", "✓"]])
    assert "A1" in run("explain", "list.csv", "2", "-q", cwd=tmp_path).stdout
    assert (
        "SB403" in run("explain", "list.csv", "2", "-q", cwd=tmp_path, env={"SARABAN_CHECK_CONFIG": "/dev/null"}).stdout
    )


# What is said of it


TOML = """
lang = "en"
free-mail = ["song.com"]
severity = { SB602 = "warning" }
ignore = [
  { rule = "SB401", reason = "until 2570 | `x`" },
  { rule = "SB902", reason = "two offices" },
  { rule = "SB302", reason = "was so once" },
]
"""


@pytest.fixture
def team(tmp_path: Path) -> Path:
    (tmp_path / "saraban-check.toml").write_text(TOML, encoding="utf-8")
    rows = [["06480192", "อบต.สอง", "", "นครพนม", "", "saraban@gmail.com", "✓", "✓", "✗"], GOOD, GOOD]
    write_list(tmp_path / "list.csv", rows)
    return tmp_path


@pytest.mark.parametrize("args", [(), ("--format", "json"), ("-o", "x.sarif")], ids=str)
def test_what_is_ignored_is_said_with_its_reason(team: Path, args: tuple[str, ...]) -> None:
    done = run("classify", "list.csv", *args, cwd=team)
    assert done.returncode == 0
    lines = done.stderr.splitlines()
    assert "ignored by the settings: SB401 × 1 (until 2570 | `x`)" in lines
    assert "ignored by the settings: SB902 × 2 (two offices)" in lines
    assert "the settings ignore SB302, but nothing was found with it; it can be removed" in lines
    assert "the settings add domains, which changes verdicts: song.com (free mail)" in lines
    assert "ignored" not in run("classify", "list.csv", *args, "-q", cwd=team).stderr


def test_json_and_markdown_say_what_the_settings_did(team: Path) -> None:
    document = json.loads(run("classify", "list.csv", "--format", "json", "-q", cwd=team).stdout)
    by_contract("classify", document)
    assert document["summary"]["ignored"] == {"SB401": 1, "SB902": 2}
    assert document["settings"] == {
        "severity": {"SB602": "warning"},
        "ignore": [
            {"rule": "SB302", "reason": "was so once"},
            {"rule": "SB401", "reason": "until 2570 | `x`"},
            {"rule": "SB902", "reason": "two offices"},
        ],
        "free_mail": ["song.com"],
        "accepted_domains": [],
    }
    first = document["agencies"][0]
    assert "SB401" not in codes(first)
    assert first["address"]["correct"] is False
    assert {f["severity"] for f in first["findings"] if f["code"] == "SB602"} == {"warning"}
    text = run("classify", "list.csv", "--format", "md", "-q", cwd=team).stdout
    assert r"ignored by the settings: SB401 × 1 (until 2570 \| \`x\`)" in text

    plain = json.loads(run("classify", "list.csv", "--config", "/dev/null", "--format", "json", "-q", cwd=team).stdout)
    assert "settings" not in plain
    assert plain["summary"]["ignored"] == {}


def test_the_gate_weighs_by_the_settings(team: Path) -> None:
    def fails(policy: Policy, condition: str) -> bool:
        result = classify(team / "list.csv", judging=Judging(policy=policy))
        return bool(judge(read_gate(condition, result.table), result).reasons)

    own = load_settings(team / "saraban-check.toml").policy
    for rule in ("SB401", "SB902"):
        assert fails(NO_POLICY, rule)
        assert not fails(own, rule)
        done = run("classify", "list.csv", "-q", "--fail-on", rule, cwd=team)
        assert done.returncode == 2  # to gate by what is ignored is a contradiction, and no pass
        assert f"--fail-on {rule}: the settings ignore this rule" in done.stderr
    write_list(team / "list.csv", [GOOD, GOOD])
    heavier = Policy({"SB902": Severity.ERROR})
    assert [fails(heavier, condition) for condition in ("error", "warning")] == [True, False]
    assert [fails(NO_POLICY, condition) for condition in ("error", "warning")] == [False, True]


def test_marks_on_the_screen_follow_the_severities(team: Path) -> None:
    (team / "saraban-check.toml").write_text('lang = "en"\nseverity = { SB902 = "error" }\n', encoding="utf-8")
    for args in ((), ("--by", "rule")):
        assert re.search("^ *✗ SB902 ", run("classify", "list.csv", "-q", *args, cwd=team).stdout, re.MULTILINE)


def test_no_policy_is_nothing() -> None:
    assert not NO_POLICY.touches_findings
    assert Policy({}, {}, Domains()) == NO_POLICY
