"""Nobody but the rules knows a rule by its code: what others need to know of a rule, the rule says itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import saraban_check
from saraban_check.model.finding import Family, Finding, Rule, Severity
from saraban_check.model.policy import weighing
from saraban_check.rules import sb51_document, sb52_channels, sb52_proofreading, sb53_issue, sb53_signature
from saraban_check.rules.catalogue import RULES
from saraban_check.rules.sb4_domain import SB404, SB405

SOURCE = Path(saraban_check.__file__).parent
CODE = re.compile("SB[0-9]")
EXAMPLES = {"cli/app.py": "saraban-check explain SB402"}
"""Help that shows a code as one types it, where no rule is loaded yet."""
_MODULES = (sb51_document, sb52_channels, sb52_proofreading, sb53_issue, sb53_signature)
NOTICE_RULES = tuple(rule for module in _MODULES for rule in module.RULES)


def by_code(rule: Rule) -> str:
    return rule.code


def modules() -> Iterator[Path]:
    return (path for path in SOURCE.rglob("*.py") if path.relative_to(SOURCE).parts[0] != "rules")


def literals(tree: ast.Module) -> Iterator[ast.Constant]:
    """The strings of a module; a string that is a statement is a docstring, or says what stands above it."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node


def codes_in(source: str) -> list[str]:
    return [str(node.value) for node in literals(ast.parse(source)) if CODE.search(str(node.value))]


def test_no_rule_code_is_a_literal_outside_the_rules() -> None:
    found = []
    for path in modules():
        name = path.relative_to(SOURCE).as_posix()
        text = path.read_text(encoding="utf-8")
        assert name not in EXAMPLES or EXAMPLES[name] in text, "an exception that is none any more"
        found += [f"{name}: {one}" for one in codes_in(text.replace(EXAMPLES.get(name, "\0"), ""))]
    assert not found


def test_data_name_no_rule() -> None:
    data = [path for path in SOURCE.rglob("*") if path.suffix in (".csv", ".html", ".css", ".js", ".txt", ".toml")]
    assert len(data) > 5
    assert not [path.name for path in data if CODE.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('"""SB101 is told here."""', 0),
        ("# SB101", 0),
        ('x = 1\n"""What SB101 says."""', 0),
        ('x = "SB101"', 1),
        ("y = x.startswith('SB4')", 1),
        ('z = f"explain SB402 {x}"', 1),
    ],
)
def test_the_law_sees_literals_and_leaves_what_is_written_for_readers(source: str, count: int) -> None:
    assert len(codes_in(source)) == count


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_rule_is_of_the_family_of_its_code(rule: Rule) -> None:
    assert rule.code.startswith(f"SB{rule.family.value}")


def test_every_family_has_rules() -> None:
    assert {rule.family for rule in RULES} == set(Family)


@pytest.mark.parametrize("rule", NOTICE_RULES, ids=by_code)
def test_every_error_and_warning_of_a_notice_says_what_to_do_about_many(rule: Rule) -> None:
    assert (rule.action is not None) == (rule.severity is not Severity.INFO)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.action is not None], ids=by_code)
def test_an_action_goes_on_a_line_of_a_list(rule: Rule) -> None:
    assert rule in NOTICE_RULES, "nobody shows it of another rule"
    assert rule.action is not None
    assert not rule.action.en.endswith(".")
    assert rule.action.en[0].islower()
    assert any("ก" <= letter <= "๛" for letter in rule.action.th)


@pytest.mark.parametrize("rule", [r for r in RULES if r.doubts_address or r.contradicts_record], ids=by_code)
def test_what_is_doubted_is_a_correct_address(rule: Rule) -> None:
    assert rule.severity is not Severity.ERROR
    assert rule.family in (Family.CODE, Family.DOMAIN)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.needs_address], ids=by_code)
def test_a_notice_alone_needs_an_address_found(rule: Rule) -> None:
    assert rule in NOTICE_RULES
    assert rule.severity is not Severity.INFO


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.is_cleaned], ids=by_code)
def test_what_cleaning_takes_away_is_no_more_than_a_note(rule: Rule) -> None:
    assert rule.severity is Severity.INFO


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.is_noted], ids=by_code)
def test_what_is_noted_may_be_true_of_an_agency_that_is_done(rule: Rule) -> None:
    assert rule.family in (Family.CODE, Family.DATA)


def test_a_finding_is_of_its_rule_whatever_it_weighs() -> None:
    finding = Finding(weighing(SB405, Severity.ERROR), "address")
    assert finding.breaks(SB405)
    assert finding.breaks(SB404, SB405)
    assert not finding.breaks(SB404)
    assert not finding.breaks()
