"""The benchmark's lists that are like real ones: as messy as those, and every row is understood as it was meant."""

from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from benchmarks.nationwide import Row, agencies, write_xlsx
from benchmarks.real_like import as_sent, own_domain_rows, real_rows, write_long, write_own_domains, write_real
from python_calamine import CalamineWorkbook

from saraban_check.checks.classification import Classification
from saraban_check.checks.classify import classify

MANY = 2000


def misread(rows: list[Row], result: Classification) -> list[tuple[Row, str | None]]:
    """The rows whose group, or whose code, is not the one that they were made for."""
    return [
        (row, agency.group)
        for row, agency in zip(rows, result.agencies, strict=True)
        if agency.group != row["expected_group"] or agency.record.code is None
    ]


def nothing_is_doubted(result: Classification) -> bool:
    """Neither is a cell unread, nor a column unsure, nor an agency in the list twice."""
    doubts = ("SB901", "SB902", "SB903", "SB904")
    return not any(result.summary.rules[code] for code in doubts) and not result.summary.undetermined


# The nationwide list, as it is sent


@pytest.fixture(scope="module")
def sent() -> list[Row]:
    return as_sent(agencies())


def test_the_list_as_it_is_sent_means_the_same(sent: list[Row], tmp_path: Path) -> None:
    path, rows = tmp_path / "sent.xlsx", sent[::3]
    write_xlsx(path, rows)
    result = classify(path)
    assert misread(rows, result) == []
    assert nothing_is_doubted(result)
    cells = [row[1] for row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[4:]]
    assert sum(isinstance(cell, float) for cell in cells) > 0.9 * len(cells)


def test_it_is_as_messy_as_real_lists_are(sent: list[Row]) -> None:
    tidy = agencies()
    assert len([field for field in ("notice", "posted") if len({row[field] for row in sent}) > 13]) == 2
    fields = ("name", "amphoe", "province", "website", "notice", "posted", "delivery")
    changed = [sum(row[field] != former[field] for field in fields) for row, former in zip(sent, tidy, strict=True)]
    assert sum(map(bool, changed)) > 0.5 * len(sent)
    spaced = [row for row in sent if any(row[field] != " ".join(row[field].split()) for field in fields)]
    assert len(spaced) > 0.2 * len(sent)
    assert [row["expected_group"] for row in sent] == [row["expected_group"] for row in tidy]
    assert as_sent(tidy) == sent


# The long ones


def test_rows_like_real_ones_are_in_the_groups_that_they_were_made_for(tmp_path: Path) -> None:
    path = tmp_path / "real.csv"
    write_real(path, MANY)
    rows = list(islice(real_rows(), MANY))
    result = classify(path)
    assert misread(rows, result) == []
    assert nothing_is_doubted(result)
    counts = Counter(row["expected_group"] for row in rows)
    assert set(counts) == {"A1", "A2", "B1", "B2", "B3"}
    assert 0.09 < sum(counts[group] for group in ("B1", "B2", "B3")) / MANY < 0.11
    assert 0.23 < (counts["A2"] + counts["B2"]) / MANY < 0.27
    assert len({row["province"] for row in rows}) == 76
    assert [len({row[field] for row in rows}) for field in ("notice", "posted", "delivery")] == [3, 3, 8]


def test_every_row_has_a_code_of_its_own_which_is_nobodys() -> None:
    rows = list(islice(real_rows(), 50_000))
    codes = [row["code"] for row in rows]
    assert len(set(codes)) == len(codes)
    assert len({(row["name"], row["province"]) for row in rows}) > 0.98 * len(rows)
    assert all(len(code) == 7 and (int(code[3:5]) > 39 or int(code[5:]) > 50) for code in codes)


@pytest.mark.parametrize("websites", [True, False])
def test_agencies_with_a_domain_of_their_own_are_all_correct(tmp_path: Path, websites: bool) -> None:
    path = tmp_path / "own.csv"
    write_own_domains(path, MANY, websites=websites)
    rows = list(islice(own_domain_rows(), MANY))
    result = classify(path)
    assert misread(rows, result) == []
    assert nothing_is_doubted(result)
    assert result.summary.groups["A1"] == MANY
    assert len({row["address"] for row in rows}) == MANY
    assert all(bool(agency.record.website) is websites for agency in result.agencies)


def test_a_list_is_never_shorter_than_asked(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="only 3 rows"):
        write_long(tmp_path / "short.csv", islice(real_rows(), 3), 4)
