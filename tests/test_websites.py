"""Hand-typed website cells: read what can be read without guessing wrong (decisions: Lists)."""

import pytest
from tests.limits import at_most
from tests.support import CASES, read_cases

from saraban_check.address.websites import read_website, stands_on

WEBSITES = read_cases(CASES / "websites.csv")


@pytest.mark.parametrize("case", WEBSITES, ids=lambda case: f"line{case['line']}")
def test_website_cell_gives_its_host_or_the_reason_why_not(case: dict[str, str]) -> None:
    website = read_website(case["cell"])
    assert (website.host or "") == case["host"], case["note"]
    assert (website.why_not.value if website.why_not else "") == case["reason"], case["note"]


@pytest.mark.parametrize("case", [c for c in WEBSITES if c["host"]], ids=lambda case: f"line{case['line']}")
def test_a_host_that_was_read_reads_as_itself(case: dict[str, str]) -> None:
    assert read_website(case["host"]).host == case["host"]
    assert stands_on(case["host"], case["host"])


@pytest.mark.parametrize(
    ("domain", "host", "expected"),
    [
        ("songkhcity.go.th", "songkhcity.go.th", True),
        ("mail.songkhcity.go.th", "songkhcity.go.th", True),
        ("songkhcity.go.th", "portal.songkhcity.go.th", True),
        ("town.songkh.go.th", "city.songkh.go.th", False),
        ("mysongkhcity.go.th", "songkhcity.go.th", False),
        ("webmail.songkh.go.th", "mail.songkh.go.th", False),
        ("mail.songkh.go.th", "webmail.songkh.go.th", False),
        ("songkhcity.com", "songkhcity.go.th", False),
        ("go.th", "songkhcity.go.th", False),
        ("com", "songkhcity.com", False),
        ("songkhcity.go.th.com", "songkhcity.go.th", False),
    ],
)
def test_own_domain_is_the_host_or_parent_or_child_of_one_owner(domain: str, host: str, expected: bool) -> None:
    assert stands_on(domain, host) is expected


@pytest.mark.parametrize("unit", ["www.", "w", "http:", "www.a.go.th/", "a,", "ก ", "และ", ":", "(", "\n "])
def test_a_cell_as_long_as_a_workbook_allows_is_read_at_once(unit: str) -> None:
    cell = (unit * 32_767)[:32_767]
    with at_most(10):
        read_website(f"x.go.th/{cell}")
        read_website(cell)


@pytest.mark.parametrize("between", [" ", ", ", " / ", "\n", " และ ", "; ", " | "])
def test_two_sites_are_ambiguous_in_either_order(between: str) -> None:
    one, two = "www.songkhcity.go.th", "www.photan.go.th"
    for first, second in ((one, two), (two, one)):
        assert read_website(f"{first}{between}{second}").host is None
        assert read_website(f"{first}{between}{first}").host == first.removeprefix("www.")
