"""DNS, asked of a real server on loopback: what it proves, what it does not, and what is never sent."""

from collections.abc import Iterator

import pytest
from tests.dns_server import Running, dns_server
from tests.support import CASES, read_cases

from saraban_check.api import DnsOptions, ask_dns

_CASES = CASES / "dns.csv"
_KNOWN = {True: "yes", False: "no", None: ""}
QUICK = 0.4
"""Seconds that a question may take: what never answers takes so long."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with dns_server(tmp_path_factory.mktemp("dns"), _CASES) as running:
        yield running


@pytest.fixture
def options(server: Running) -> DnsOptions:
    return DnsOptions(server.address, timeout=QUICK)


def test_what_dns_proves_of_each_domain(options: DnsOptions) -> None:
    cases = read_cases(_CASES)
    answers = ask_dns((case["domain"] for case in cases), options)
    assert answers.not_checked is None
    for case in cases:
        answer = answers.by_domain[case["domain"].lower()]
        found = (answer.reception.value, answer.reason.value, " ".join(answer.mail_servers))
        assert found == (case["reception"], case["reason"], case["mail_servers"]), case["why"]
        assert (_KNOWN[answer.spf], _KNOWN[answer.dmarc]) == (case["spf"], case["dmarc"]), case["why"]
    assert list(answers.by_domain) == [case["domain"].lower() for case in cases], "in the order of the domains"
