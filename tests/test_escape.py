"""What came from a file does nothing where it is shown."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt  # rich brings it along

from saraban_check.report.escape import for_markdown

JOINER = "\u2060"
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(text: str) -> str:
    """What a reader of the rendered page sees of a text that stands in a table's cell; it must be one cell."""
    page = MARKDOWN.render(f"| a | b |\n| --- | --- |\n| {for_markdown(text)} | end |\n")
    cells = re.findall(r"<td>(.*?)</td>", page, re.DOTALL)
    assert len(cells) == 2, page
    assert cells[1] == "end"
    assert "<" not in cells[0], page
    return html.unescape(cells[0]).replace(JOINER, "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("อบต.ท่าข้าม", "อบต.ท่าข้าม"),
        ("saraban_06480115@dla.go.th", r"saraban\_06480115@dla.go.th"),
        ("a|b", r"a\|b"),
        ("`a`", r"\`a\`"),
        ("**a** _b_ ~~c~~", r"\*\*a\*\* \_b\_ \~\~c\~\~"),
        ("![x](http://a.example)", r"\!\[x\](http:\//a.example)"),
        ("www.a.example", r"www\.a.example"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("&lt;", "&amp;lt;"),
        ("a\r\nb\n\n# c", r"a b \# c"),
        ("\x1b[31m\u202e", r"␛\[31m<U+202E>".replace("<", "&lt;").replace(">", "&gt;")),
        ("@somebody", f"@{JOINER}somebody"),
        ("(@somebody)", f"(@{JOINER}somebody)"),
        ("ก@somebody", f"ก@{JOINER}somebody"),
        ("#12", rf"\#{JOINER}12"),
        ("org/repo#12", rf"org/repo\#{JOINER}12"),
        ("!12 $$x$$", rf"\!{JOINER}12 \$\$x\$\$"),
    ],
)
def test_markdown(text: str, expected: str) -> None:
    assert for_markdown(text) == expected


@settings(deadline=None)
@given(st.text(st.sampled_from("ab1 \\`*_[]()<>&|~#!$@:/.-+=\"'ก\n\t") | st.characters(codec="utf-8"), max_size=40))
def test_any_text_is_shown_as_itself_in_one_cell(text: str) -> None:
    wanted = " ".join(text.split()).replace(JOINER, "")
    if re.search(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]", wanted):
        shown(text)  # pictures of them are shown
    else:
        assert shown(text) == wanted


@settings(deadline=None)
@given(st.text(st.sampled_from("@#!$%~& a1_ก\\`\"'"), max_size=20))
def test_nobody_is_mentioned(text: str) -> None:
    page = html.unescape(MARKDOWN.render("x " + for_markdown(text)))
    assert not re.search(r"(?<![A-Za-z0-9_])@[A-Za-z0-9_]|[#!][0-9]", page.removeprefix("<p>x ")), page
