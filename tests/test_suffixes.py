"""The part of the public suffix list that a domain needs says what the whole list says."""

from hypothesis import given
from hypothesis import strategies as st
from publicsuffixlist import PublicSuffixList

from saraban_check.address.suffixes import registrable_domain

WHOLE = PublicSuffixList(accept_unknown=False, accept_encoded_idn=False)
LABELS = st.sampled_from(
    ["a", "b", "www", "com", "co", "go", "th", "in", "blogspot", "net", "uk", "ck", "kawasaki", "jp", "ไทย", "zz", ""]
)


@given(st.lists(LABELS, min_size=1, max_size=5).map(".".join))
def test_a_part_of_the_list_says_what_the_whole_does(host: str) -> None:
    if not host.endswith((".go.th", ".or.th", ".ac.th", ".mi.th")):  # which are settled without it
        assert registrable_domain(host) == WHOLE.privatesuffix(host)
