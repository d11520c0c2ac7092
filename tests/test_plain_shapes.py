"""What is settled by one pattern or a table comes out as by all that it saves: near misses of each are tried."""

from collections.abc import Callable, Sequence
from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from saraban_check.address.cleaning import _parts, _pieces, is_clean
from saraban_check.address.domain_slips import Tail, near_free_mail, near_free_name, near_provider
from saraban_check.address.dressing import STEPS, Change, trim
from saraban_check.address.mailbox import WORD
from saraban_check.address.nearness import edits
from saraban_check.address.shape import Zone, _zone, read_shape
from saraban_check.address.suffixes import _listed
from saraban_check.address.website_text import read_text
from saraban_check.address.websites import read_website
from saraban_check.model.policy import PUBLISHED
from saraban_check.model.record import AgencyRecord
from saraban_check.reference.domains import free_mail_names, popular_free_mail, providers
from saraban_check.reference.kinds import kinds
from saraban_check.reference.places import provinces
from saraban_check.rules.aspects import _of_mailbox
from saraban_check.rules.case import Case
from saraban_check.rules.judge import _judge_value, judge_address
from saraban_check.suggestions.repair import _in_plain_letters, _tidy

much = settings(derandomize=True, database=None, deadline=None, max_examples=300)

LABELS = (
    *(
        "songkhcity",
        "photan",
        "a",
        "x-1",
        "www",
        "ww2",
        "w",
        "wwwa",
        "http",
        "https",
        "httpa",
        "ftp",
        "tp",
        "web",
        "url",
    ),
    *(
        "homepage",
        "website",
        "dla",
        "dia",
        "doa",
        "lgo",
        "mail",
        "gmail",
        "gmial",
        "outlok",
        "yahoo",
        "blogspot",
        "info",
    ),
    *("facebook", "google", "sites", "xn--a", "a--b", "-a", "go", "th", "com", "amazonaws", "windowsliv", ""),
)
SUFFIXES = ("go.th", "com", "mi.th", "in.th", "co.th", "th", "go.th.com")
FRONTS = ("", "www.", "http://", "https://www.", "HTTP://", "ftp://", "www.www.", "http://http://")
BEHIND = ("", "/", "/home", "/a?b=1", "/www.photan.go.th", "/http://photan.go.th", "/photan.go.th", "?a", ":80", ".")
ODD = (
    *" .,:;/@-_()?=w1A\n\t",
    "\u00a0",
    "\u200b",
    "\x1c",
    "\u212a",
    "\u0130",
    "\u0e01",
    "\u0e37",
    "\uff0e",
    "www.",
    "http://",
)
domains = st.builds("{}.{}".format, st.sampled_from(LABELS), st.sampled_from(SUFFIXES))
websites = st.builds("{}{}{}".format, st.sampled_from(FRONTS), domains, st.sampled_from(BEHIND))
KNOWN = sorted(
    {free for free, _ in popular_free_mail()}
    | {*free_mail_names(), *providers()}
    | {typed for provider in providers().values() for typed in provider.mistaken}
    | {provider.domain[:length] for provider in providers().values() for length in range(2, len(provider.domain))}
)
DLA = ("saraban_06480115@dla.go.th", "saraban_05480115@dla.go.th", "saraban_02160101@dla.go.th")


@st.composite
def changed(draw: st.DrawFn, texts: st.SearchStrategy[str], odd: Sequence[str]) -> str:
    """A text with a few slips in it: something put in, left out, or typed for another."""
    text = draw(texts)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(("", *odd))) + text[at + draw(st.integers(0, 1)) :]
    return text


def test_each_plain_website_is_read_as_by_all_patterns() -> None:
    for front, label, suffix, behind in product(FRONTS, LABELS, SUFFIXES, BEHIND):
        cell = f"{front}{label}.{suffix}{behind}"
        assert read_website(cell) == read_text(cell), cell


@much
@given(changed(websites, ODD))
def test_a_website_with_slips_is_read_as_by_all_patterns(cell: str) -> None:
    assume(cell.strip())
    assert read_website(cell) == read_text(cell)


def test_no_long_text_is_remembered() -> None:
    """A cell may hold 32,767 letters: thousands of such are more than a process may take."""
    long = f"{'a' * 700}.com"
    before = _zone.cache_info().currsize, _known(read_website), _known(_listed)
    read_shape(f"saraban@{long}", long)
    assert (_zone.cache_info().currsize, _known(read_website), _known(_listed)) == before


def _known(remembers: Callable[..., object]) -> int:
    """How many texts a `remembered` function holds."""
    [known] = [cell.cell_contents for cell in remembers.__closure__ or () if hasattr(cell.cell_contents, "cache_info")]
    return int(known.cache_info().currsize)


DRESSED = (
    *("saraban_06480115@dla.go.th", "saraban@songkhcity.go.th", "e-mail@a.go.th", "mailto@a.com", "www.a.go.th@b.com"),
    *(
        "at@at.com",
        "a-at-b@http.com",
        "saraban-1@www.a.go.th",
        "12.saraban@a.com",
        "a@mail-to.com",
        "0@0",
        "tel@fax.com",
    ),
    *("https@www.a.com", "x@subject.com", "saraban@lgo.mail.go.th", "Email_a@b.co.th", "a+b@c", "042-123456@a.com"),
)


@much
@given(changed(st.sampled_from(DRESSED), ("mail", "www.", "http", "at", *"1_-.+@ :A")))
def test_no_step_of_cleaning_changes_what_is_clean(text: str) -> None:
    assume(is_clean(text))
    assert {step(text) for _, step in STEPS} == {text}
    assert list(_parts(text)) == [text]
    changes: list[Change] = []
    assert _pieces(text, changes, []) == [text]
    assert trim(text) == (text, changes)


@much
@given(changed(st.sampled_from(KNOWN), "aeghimotn.-1"), st.booleans(), st.sampled_from(Tail))
def test_a_table_of_slips_knows_as_many_as_are_near(domain: str, acceptable: bool, tail: Tail) -> None:
    popular = (free for free, slips in popular_free_mail() if edits(domain, free, slips) <= slips)
    assert near_free_mail(domain) == next(popular, None)
    named = (free for name, free in free_mail_names().items() if name[0] == domain[:1] and edits(domain, name, 1) <= 1)
    assert near_free_name(domain) == next(named, None)
    known = (
        provider.domain
        for provider in providers().values()
        if domain in provider.mistaken
        or (
            provider.form is not None and 3 <= len(domain) < len(provider.domain) and provider.domain.startswith(domain)
        )
    )
    if (meant := next(known, None)) is not None:
        assert near_provider(domain, acceptable, tail) == meant


records = st.builds(
    lambda code, kind, province, website: AgencyRecord(2, code, "", kind, "", province, website),
    st.sampled_from((None, "06480115", "05480115")),
    st.sampled_from((None, *kinds().values())),
    st.sampled_from((None, provinces()["48"], provinces()["47"])),
    st.sampled_from(("", "www.songkhcity.go.th", "www.songkhcity.com", "www.photan.go.th", "ไม่ชัด", "facebook.com/a")),
)


@much
@given(domains, records)
def test_no_rule_of_what_stands_before_the_at_sign_is_about_the_bare_word(domain: str, record: AgencyRecord) -> None:
    shape = read_shape(f"{WORD}@{domain}", record.website)
    assert shape is not None
    for zone in Zone:
        assert _of_mailbox(Case(shape._replace(zone=zone, intended=zone), record), zone) == ()


@much
@given(
    changed(st.sampled_from(DLA), "0123456_-.@ S\n"),
    records,
)
def test_a_plain_address_comes_out_as_if_all_rules_were_asked(cell: str, record: AgencyRecord) -> None:
    assume(is_clean(cell))
    verdict = judge_address(cell, record)
    state, form, findings = _judge_value(cell, record, PUBLISHED, None)
    assert (verdict.value, verdict.state, verdict.form, verdict.findings) == (cell, state, form, findings)


@much
@given(changed(st.sampled_from(DRESSED), ("-", ".", "..", "@", " ", "-@", "@-", "_", "A", "\n")))
def test_what_is_plain_is_repaired_as_what_is_not(text: str) -> None:
    assert _tidy(text) == _tidy(f" {text}")  # which is not plain
    assert _in_plain_letters(text) == text.lower()
