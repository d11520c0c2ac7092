"""The made-up list of the whole country comes to the published figures, and the sample list shows everything."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from benchmarks.nationwide import PUBLISHED, Row, agencies, write_csv, write_xlsx

from saraban_check.checks.classification import Classification
from saraban_check.checks.classify import classify
from saraban_check.formats import Result, writers_of
from saraban_check.model.finding import Severity
from saraban_check.report.run import Report
from saraban_check.rules.catalogue import RULES

WRITERS = writers_of(Result.CLASSIFY)

DATA = Path(__file__).parent.parent / "data"
COUNTS = [6237, 16, 711, 0, 582, 19, 24, 20, 18, 4, 211]
"""Written out here too: a slip in the benchmark's own table must not go unseen."""


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return agencies()


@pytest.fixture(scope="module")
def plain_rows() -> list[Row]:
    return agencies(plain=True)


@pytest.fixture(scope="module", params=["xlsx", "utf-8", "cp874"])
def listed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, rows: list[Row], plain_rows: list[Row]
) -> tuple[list[Row], Path]:
    """The list as one of three files, and the rows that went into it."""
    path = tmp_path_factory.mktemp("nationwide") / ("list.xlsx" if request.param == "xlsx" else "list.csv")
    if request.param == "xlsx":
        write_xlsx(path, rows)
        return rows, path
    chosen = plain_rows if request.param == "cp874" else rows
    write_csv(path, chosen, request.param)
    return chosen, path


@pytest.fixture(scope="module")
def result(listed: tuple[list[Row], Path]) -> Classification:
    return classify(listed[1])


def test_the_figures_are_the_published_ones(result: Classification) -> None:
    assert list(result.summary.groups.values()) == COUNTS == list(PUBLISHED.values())
    assert list(result.summary.groups) == ["A1", "A2", "B1", "B2", "B3", "C", "D1", "D2", "D3", "E", "W"]
    assert result.summary.total == 7842
    assert result.summary.follow_up == 1589
    assert result.summary.undetermined == result.summary.outside == 0
    assert result.summary.letters == {"A": 6253, "B": 1293, "C": 19, "D": 62, "E": 4, "W": 211}


def test_every_agency_is_in_the_group_that_it_was_made_for(
    listed: tuple[list[Row], Path], result: Classification
) -> None:
    rows, _ = listed
    assert len(result.agencies) == len(rows)
    wrong = [
        (row["name"], row["address"], row["expected_group"], agency.group)
        for row, agency in zip(rows, result.agencies, strict=True)
        if agency.group != row["expected_group"] or agency.record.code is None
    ]
    assert wrong == []


def test_what_is_read_is_in_no_doubt(result: Classification) -> None:
    """The messy cells mean the same as the tidy ones, so nothing may be left unread."""
    assert result.summary.rules["SB901"] == 0
    assert result.summary.rules["SB904"] == 0


def test_the_writers_agree_on_the_whole_country(result: Classification) -> None:
    lines = b"".join(WRITERS["jsonl"].write(Report(result, "th", "list"))).decode().splitlines()
    assert Counter(json.loads(line)["group"] for line in lines) == Counter(
        {group: count for group, count in PUBLISHED.items() if count}
    )


def test_the_same_seed_gives_the_same_list(rows: list[Row]) -> None:
    assert agencies() == rows
    assert agencies(seed=1) != rows


# The sample list


@pytest.fixture(scope="module")
def samples() -> dict[str, Classification]:
    return {kind: classify(DATA / f"agencies.{kind}") for kind in ("csv", "xlsx")}


def test_the_sample_list_comes_out_the_same_from_both_files(samples: dict[str, Classification]) -> None:
    def said(result: Classification) -> list[Any]:
        return [
            (a.record.row, a.record.code, a.record.name, a.group, a.outcome.candidates, [f.code for f in a.findings])
            for a in result.agencies
        ]

    assert said(samples["csv"]) == said(samples["xlsx"])
    assert samples["csv"].summary.groups == samples["xlsx"].summary.groups


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_sample_list_holds_every_group_and_every_outcome_that_is_none(
    samples: dict[str, Classification], kind: str
) -> None:
    summary = samples[kind].summary
    assert all(summary.groups.values()), summary.groups
    assert summary.outside
    assert summary.undetermined


OF_NOTICES = range(510, 540)
"""Numbers of the rules of section-10 notices."""
NEEDS_MORE_THAN_A_LIST = {"SB306", "SB307", "SB604", "SB906", *(f"SB{number}" for number in OF_NOTICES)}
"""A registry, the network, or notices; or a line that is perhaps no agency's, of which the sample has none."""


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_sample_list_holds_every_rule(samples: dict[str, Classification], kind: str) -> None:
    fired = {code for code, count in samples[kind].summary.rules.items() if count}
    assert {rule.code for rule in RULES} - NEEDS_MORE_THAN_A_LIST - fired == set()


def test_the_catalogue_holds_every_rule_of_the_specification() -> None:
    numbers = {1: 5, 2: 7, 3: 7, 4: 9, 5: 3, 6: 4, 7: 2, 8: 2, 9: 6}
    wanted = {f"SB{family}0{number}" for family, last in numbers.items() for number in range(1, last + 1)}
    wanted |= {f"SB{number}" for number in OF_NOTICES}
    found = {rule.code for rule in RULES}
    assert wanted - NEEDS_MORE_THAN_A_LIST <= found <= wanted


def test_every_severity_stands_in_the_sample_list(samples: dict[str, Classification]) -> None:
    for severity in Severity:
        assert samples["csv"].summary.findings_of(severity)
