"""`--by`: a list by province, kind, group or rule. The parts sum up to the whole, on a screen of any width."""

import itertools
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support import CASES, run, write_list

from saraban_check.checks.breakdown import Breakdown, break_down
from saraban_check.checks.classification import Classification
from saraban_check.checks.classify import classify
from saraban_check.checks.cross_sections import WORDS, built_in
from saraban_check.report.escape import cell_width
from saraban_check.report.render.screen import render_screen
from saraban_check.report.render.screen_table import bar
from saraban_check.report.style import Style
from saraban_check.report.views.breakdown import breakdown_document

DATA = CASES.parent.parent / "data"
ASPECTS = tuple(WORDS)
ROWS = [
    ["06480191", "อบต.หนึ่ง", "", "นครพนม", "", "saraban_06480191@dla.go.th", "✓", "✓", "✓"],
    ["06480192", "อบต.สอง", "", "นครพนม", "", "a@gmail.com", "✓", "✓", "✓"],
    ["05470191", "ทต.สาม", "", "สกลนคร", "", "a@gmail.com", "✗", "✗", "✗"],
    ["", "ที่ไหนสักแห่ง", "", "เมืองลับแล", "", "saraban@lap.go.th", "✓", "✓", "✓"],
    ["", "ที่ไหนอีกแห่ง", "", "", "", "saraban@lap2.go.th", "✓", "✓", "✗"],
    ["06800191", "อบต.สี่", "", "นครศรีธรรมราช", "", "saraban_06800191@dla.go.th", "✓", "✗", ""],
    ["06800191", "อบต.สี่", "", "นครศรีธรรมราช", "", "saraban_06800191@dla.go.th", "✓", "✓", "✓"],
]


@pytest.fixture(scope="module")
def sample() -> Classification:
    return classify(DATA / "agencies.xlsx")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_list(tmp_path_factory.mktemp("by") / "list.csv", ROWS)


def screen(path: Path, *args: str) -> str:
    done = run("classify", path, "-q", "--lang", "en", *args, env={"COLUMNS": "120"})
    assert done.returncode == 0, done.stderr
    return done.stdout


def parts_of(text: str) -> dict[str, list[str]]:
    """The numbers of each line of the table, by its name."""
    lines = re.findall(r"^(\S.*?) {2,}([0-9·][0-9,.% ·]*?)(?: +[█▌]+)?$", text, re.MULTILINE)
    return {name: numbers.replace("·", "0").split() for name, numbers in lines}


# The counts


@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_parts_sum_up_to_the_summary(sample: Classification, small: Path, aspect: str) -> None:
    for result in (sample, classify(small)):
        parts = break_down(built_in(aspect), result.agencies).parts(result.summary)
        assert len({part.key for part in parts}) == len(parts)
        assert all(part.total == part.done + part.left for part in parts)
        if aspect == "rule":
            assert {part.key: part.total for part in parts} == +result.summary.rules
            continue
        assert sum(part.total for part in parts) == result.summary.total
        assert sum(part.left for part in parts) == result.summary.not_done
        groups = sum((part.groups for part in parts), Counter())
        assert {g: groups[g] for g in result.summary.groups} == result.summary.groups
        if aspect == "group":
            outcomes = {**result.summary.groups, "outside": result.summary.outside}
            outcomes["undetermined"] = result.summary.undetermined
            assert {part.key: part.total for part in parts} == {g: n for g, n in outcomes.items() if n}


def test_what_is_not_known_is_a_part_of_its_own_and_stands_last(small: Path) -> None:
    result = classify(small)
    provinces = break_down(built_in("province"), result.agencies).parts(result.summary)
    assert [(p.key, p.total) for p in provinces] == [("47", 1), ("48", 2), ("80", 2), ("", 2)]
    kinds = break_down(built_in("kind"), result.agencies).parts(result.summary)
    assert Counter({k.key: k.total for k in kinds}) == {"sao": 4, "subdistrict": 1, "": 2}
    assert kinds[-1].key == ""
    assert "unknown" in screen(small, "--by", "province")


def test_it_is_filled_in_any_order(sample: Classification) -> None:
    for aspect in ASPECTS:
        forwards = break_down(built_in(aspect), sample.agencies)
        backwards = Breakdown(built_in(aspect))
        for agency in reversed(sample.agencies):
            backwards.add(agency)
        assert forwards.parts(sample.summary) == backwards.parts(sample.summary)


# The command


@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_table_is_the_same_whether_or_not_a_report_is_written(small: Path, aspect: str, tmp_path: Path) -> None:
    alone = screen(small, "--by", aspect)
    assert screen(small, "--by", aspect, "-o", str(tmp_path / "x.json")) == alone
    numbers = parts_of(alone)
    if aspect in ("province", "kind", "form", "provider"):
        assert numbers["total"][:2] == ["7", "4"]
    elif aspect == "group":
        assert sum(int(found[0]) for found in numbers.values()) == 7
    else:
        result = classify(small)
        assert {name.split()[1]: int(n[0]) for name, n in numbers.items()} == +result.summary.rules
        assert result.summary.rules["SB902"] == result.summary.rules["SB903"] == 2


def test_a_province_alone_counts_all_its_agencies(small: Path, tmp_path: Path) -> None:
    for more in ((), ("-o", str(tmp_path / "x.json"))):
        assert parts_of(screen(small, "--by", "kind", "--province", "นครพนม", *more))["total"][:2] == ["2", "1"]
        assert parts_of(screen(small, "--by", "group", "--province", "นครพนม", *more)) == {"A1": ["1"], "B1": ["1"]}
        by_rule = parts_of(screen(small, "--by", "rule", "--province", "นครศรีธรรมราช", *more))
        assert {name.split()[1]: numbers for name, numbers in by_rule.items()}["SB902"] == ["2"]


def test_only_and_province_choose_what_is_counted(small: Path, tmp_path: Path) -> None:
    for more in ((), ("-o", str(tmp_path / "x.json"))):
        assert parts_of(screen(small, "--by", "kind", "--province", "นครพนม", "--only", "A,B", *more))["total"][:2] == [
            "2",
            "1",
        ]
        assert parts_of(screen(small, "--by", "group", "--only", "B,E", *more)) == {"B1": ["1"], "E": ["1"]}
        by_rule = parts_of(screen(small, "--by", "rule", "--province", "สกลนคร", "--only", "E", *more))
        found = {name.split()[1]: int(numbers[0]) for name, numbers in by_rule.items()}
        assert {code: found.get(code) for code in ("SB401", "SB501", "SB902")} == {
            "SB401": 1,
            "SB501": 1,
            "SB902": None,
        }
        assert "No agency fits" in screen(small, "--by", "group", "--only", "W", *more)
        assert "No agency fits" in screen(small, "--by", "kind", "--province", "นครพนม", "--only", "W", *more)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("aspect", ASPECTS)
def test_no_line_is_wider_than_the_screen(sample: Classification, aspect: str, lang: str) -> None:
    breakdown = break_down(built_in(aspect), sample.agencies)
    document = breakdown_document(breakdown, sample)
    for width in (30, 40, 41, 60, 80, 120):
        text = render_screen(document, lang, Style(width))  # type: ignore[arg-type]
        assert max(map(cell_width, text.splitlines())) <= width, (width, text)
        painted = render_screen(document, lang, Style(width, True))  # type: ignore[arg-type]
        assert re.sub(r"\x1b\[[0-9;]+m", "", painted) == text
        if width >= 60 and aspect != "group":
            said = _LETTERS.sub("", text)
            names = [part.name.say(lang) for part in breakdown.parts(sample.summary)]  # type: ignore[arg-type]
            assert all(_LETTERS.sub("", name) in said for name in names)


_LETTERS = re.compile(r"[\s0-9,.%█▌·]+")


def test_most_left_to_do_comes_first_and_every_part_is_shown(sample: Classification) -> None:
    text = render_screen(
        breakdown_document(break_down(built_in("province"), sample.agencies), sample), "en", Style(120)
    )
    lines = list(parts_of(text).items())
    left = [int(numbers[1]) for _, numbers in lines[:-1]]
    assert left == sorted(left, reverse=True)
    assert len(left) == len(break_down(built_in("province"), sample.agencies).parts(sample.summary))
    assert lines[-1][0] == "total"
    assert int(lines[-1][1][1]) == sum(left) == sample.summary.not_done


# The bar

counts = st.integers(0, 10**6)
widths = st.integers(1, 40)


@given(counts, counts, widths)
def test_a_bar_is_as_long_as_the_share(part: int, rest: int, width: int) -> None:
    whole = part + rest
    drawn = bar(part, whole, width)
    assert set(drawn) <= {"█", "▌"}
    assert "▌" not in drawn[:-1]
    assert len(drawn) <= width
    assert (drawn == "") == (part == 0)
    if part:
        assert bar(whole, whole, width) == "█" * width
        halves = 2 * drawn.count("█") + drawn.count("▌")
        assert abs(halves - 2 * width * part / whole) <= 0.5 or halves == 1


@given(st.integers(1, 500), widths)
def test_more_is_never_shorter(whole: int, width: int) -> None:
    halves = [2 * b.count("█") + b.count("▌") for b in (bar(n, whole, width) for n in range(whole + 1))]
    assert all(a <= b for a, b in itertools.pairwise(halves))
