"""Every address rule on its own: what it must find, and near misses on which it must be silent.

`cases/rules/` holds a file a rule; a further row or file there is a further test. A case may name a registry.
"""

from pathlib import Path

import pytest
from tests.support import CASES, read_cases, record_options

from saraban_check import check_address
from saraban_check.registry.files import load_registry

FILES = sorted((CASES / "rules").glob("SB*.csv"))
ALL_CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}-line{case['line']}-{case['fires']}")
    for path in FILES
    for case in read_cases(path)
]

_NUMBERS = (*range(101, 106), *range(201, 208), *range(301, 308), *range(401, 410), 701, 702)
ADDRESS_RULES = [f"SB{number}" for number in _NUMBERS]


@pytest.mark.parametrize(("rule", "case"), ALL_CASES)
def test_rule_fires_where_it_must_and_nowhere_else(rule: str, case: dict[str, str]) -> None:
    registry = load_registry(CASES / case["registry"]) if case.get("registry") else None
    check = check_address(case["address"], **record_options(case), registry=registry)
    fired = [finding.code for finding in check.verdict.findings]
    assert (rule in fired) is (case["fires"] == "yes"), f"{case['address']!r} gave {fired}; {case['note']}"


def test_every_address_rule_has_a_case_file() -> None:
    assert [path.stem for path in FILES] == ADDRESS_RULES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_case_file_has_both_directions(path: Path) -> None:
    fires = [case["fires"] for case in read_cases(path)]
    assert set(fires) == {"yes", "no"}
    assert fires.count("yes") >= 4
    assert fires.count("no") >= 4
