"""What is decided is cited by heading: each citation has one, each is cited, and what the page names exists."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
HEADINGS = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
CITING = [
    path
    for folder, kind in product(("src", "tests", "benchmarks", ".ci"), ("*.py", "*.csv", "*.md", "run"))
    for path in (ROOT / folder).rglob(kind)
    if path.name != Path(__file__).name and ROOT / "benchmarks" / "out" not in path.parents
]
BEGIN = "decisions:"
_NAMED = re.compile(rf"{BEGIN}\s+([A-Z]\w*(?:(?:,|\s+and|\s+to|,\s+and)\s+[A-Z]\w*)*)")


def citations(text: str) -> Iterator[list[str]]:
    """What each citation names; `Addresses to Lists` names all from the one to the other."""
    for match in _NAMED.finditer(text):
        named: list[str] = []
        for piece in re.split(r",? and |, ", " ".join(match[1].split())):
            first, _, last = piece.partition(" to ")
            if {first, last} <= set(HEADINGS):
                named += HEADINGS[HEADINGS.index(first) : HEADINGS.index(last) + 1]
            else:
                named += [first, last] if last else [first]
        yield named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The code (decisions: Codes).", [["Codes"]]),
        ("decisions: Codes: an agency", [["Codes"]]),
        ("(decisions: Facts and Groups): what", [["Facts", "Groups"]]),
        ("(decisions: Lists, Facts, and Groups)", [["Lists", "Facts", "Groups"]]),
        ("Source:\n    decisions: Addresses to\n    Lists.", [["Addresses", "Codes", "Findings", "Lists"]]),
        ("RFC 3463; decisions: Delivery; decisions: Nowhere to Lists", [["Delivery"], ["Nowhere", "Lists"]]),
        ("decisions: codes", []),
    ],
)
def test_what_a_citation_names(text: str, named: list[list[str]]) -> None:
    assert list(citations(text)) == named


def test_every_citation_has_its_heading_and_every_heading_is_cited() -> None:
    cited: set[str] = set()
    for path in CITING:
        text = path.read_text(encoding="utf-8")
        found = list(citations(text))
        assert text.count(BEGIN) == len(found), f"{path}: a citation that names no heading"
        for named in found:
            assert set(named) <= set(HEADINGS), f"{path}: {named}"
            cited.update(named)
    assert cited == set(HEADINGS)


def test_no_paper_is_cited_that_the_project_does_not_hold() -> None:
    dead = re.compile("|".join(rf"\b{a}{b}\b" for a, b in (("SP", "EC"), ("HOSTILE", "-INPUT"), ("ARCHI", "TECTURE"))))
    assert [path for path in CITING if dead.search(path.read_text(encoding="utf-8"))] == []


def test_files_and_rules_that_it_names_exist() -> None:
    data = ROOT / "src" / "saraban_check" / "reference" / "data"
    files = re.findall(r"`([\w./]+(?:\.(?:csv|md|py)|/))`", TEXT)
    assert len(files) > 10
    assert [name for name in files if not ((ROOT / name).exists() or (data / name).exists())] == []
    rules = (ROOT / "docs" / "rules.en.md").read_text(encoding="utf-8")
    named = set(re.findall(r"SB\d{3}", TEXT)) - {"SB510", "SB539"}  # the bounds of a family
    assert {code for code in named if f"### {code} " not in rules} == set()
