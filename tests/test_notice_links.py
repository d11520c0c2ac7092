"""The links of a notice: which is the agency's website, and that all others are channels."""

import pytest
from tests.notice_texts import ADDRESS, notice_of
from tests.support import CASES, read_cases

from saraban_check.checks.notices import check_notice_text
from saraban_check.model.finding import Severity
from saraban_check.model.notice import Document, DocumentKind
from saraban_check.notices.reading import read_notice

LINKS = read_cases(CASES / "notice_links.csv")


@pytest.mark.parametrize("case", LINKS, ids=lambda case: f"line{case['line']}")
def test_a_website_is_one_by_its_label_or_by_the_addresses(case: dict[str, str]) -> None:
    result = check_notice_text(notice_of(address=case["lines"].replace("\\n", "\n"), website="", more=""))
    assert result.notice is not None
    assert "|".join(site.text for site in result.notice.websites) == case["websites"]
    assert [one.code for one in result.findings if one.finding.severity is not Severity.INFO] == case["codes"].split()


@pytest.mark.parametrize(
    ("link", "kind"),
    [
        ("https://forms.gle/Ab3xYz", "other"),
        ("https://lin.ee/abC12", "line"),
        ("https://line.me/R/ti/p/@123abc", "line"),
        ("https://www.facebook.com/donsommut", "facebook"),
        ("https://www.youtube.com/@donsommut", "other"),
        ("https://www.info.go.th", "other"),
    ],
)
def test_any_other_link_is_a_channel(link: str, kind: str) -> None:
    notice = read_notice(Document("-", DocumentKind.TEXT, notice_of(more=f"(๓) ลิงก์ {link}")))
    assert notice.channels == (kind,)
    assert [site.text for site in notice.websites] == ["www.donsommut.go.th"]
    assert [address.text for address in notice.addresses] == [ADDRESS]
