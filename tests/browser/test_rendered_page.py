"""The rendered page in a browser: what its search finds, both languages, dark, without scripts, and Thai on a phone."""

from pathlib import Path

import pytest
from tests.browser.conftest import OpenPage

from saraban_check.model.text import Text
from saraban_check.report.document import Cell, Column, Document, Figure, Figures, Item, Items, Note, Table, Tone, line
from saraban_check.report.render.html import html_pieces

_SAID = Text("หน่วยงานต้องดำเนินการแก้ไขที่อยู่อีเมลให้ถูกต้องตามระเบียบและวิธีการทั้งหมด" * 4, "to be mended")
_WHOLE = ("หน่วยงาน", "ดำเนินการ", "ถูกต้อง", "วิธีการ", "ทั้งหมด", "ที่อยู่")
_COLUMNS = (Column(Text("หน่วยงาน", "Agency")), Column(Text("ผล", "Outcome")))
_ROWS = tuple((name, Cell(Text("ถูกต้อง", "correct"), Tone.GOOD)) for name in ("อบต.ไผ่ดำ", "อบต.วังใส", "ทต.วังดำ"))


@pytest.fixture
def written(tmp_path: Path) -> Path:
    tones = (Note(Text(tone.value, tone.value), tone) for tone in Tone)
    document = Document(
        Text("ผลการตรวจ", "What was found"),
        (
            (Note(_SAID), *tones),
            (Figures((Figure(Cell(Text("ถูกต้อง", "correct"), Tone.GOOD), 3),), *_COLUMNS),),
            (Table(_COLUMNS, _ROWS, Text("รายชื่อ", "List"), counted=True),),
            (Items(tuple(Item(line(name)) for name in ("วังแดง", "ดอนดำ")), Text("อีกรายการ", "More")),),
        ),
    )
    path = tmp_path / "page.html"
    path.write_text("".join(html_pieces(document, "th")), encoding="utf-8", newline="")
    return path


def test_search_shows_what_fits_and_counts_it(open_page: OpenPage, written: Path) -> None:
    page = open_page(written)
    rows = page.locator("tbody tr:visible, .items > li:visible")
    assert rows.count() == 5
    page.get_by_label("ค้นหา").fill("วัง")
    assert rows.count() == 3
    assert page.locator("output").inner_text() == "พบ 3 จาก 5 แถว"
    assert page.locator("summary").first.inner_text() == "รายชื่อ (2/3)"
    page.keyboard.press("Escape")
    assert rows.count() == 5
    assert not page.locator("output").is_visible()
    assert page.locator("summary").first.inner_text() == "รายชื่อ (3)"


def test_the_switch_shows_the_other_language_and_none_of_this(open_page: OpenPage, written: Path) -> None:
    page = open_page(written)
    assert "to be mended" not in page.locator("main").inner_text()
    page.get_by_role("button", name="English").click()
    shown = page.locator("main").inner_text()
    assert "to be mended" in shown
    assert "ดำเนินการ" not in shown
    assert page.title() == "What was found"


def test_without_scripts_all_of_it_is_there_in_one_language(open_page: OpenPage, written: Path) -> None:
    page = open_page(written, java_script_enabled=False)
    assert page.locator("tbody tr:visible").count() == 3
    assert "ดำเนินการ" in page.locator("main").inner_text()
    assert not page.locator("form.tools").is_visible()


_BROKEN = """words => {
  const broken = [];
  const walker = document.createTreeWalker(document.querySelector("main p"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const word of words)
      for (let at = node.data.indexOf(word); at >= 0; at = node.data.indexOf(word, at + 1)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        if (new Set([...range.getClientRects()].map(one => Math.round(one.top))).size > 1) broken.push(word);
      }
  return broken;
}"""


@pytest.mark.parametrize("width", range(320, 520, 20))
def test_thai_breaks_between_words_on_a_phone(open_page: OpenPage, written: Path, width: int) -> None:
    page = open_page(written, width=width)
    assert page.locator("main p").first.evaluate("one => one.getClientRects()[0].height") > 100, "it is broken"
    assert page.evaluate(_BROKEN, list(_WHOLE)) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


_CONTRASTS = """() => [...document.querySelectorAll("main *")].flatMap(one => {
  if (![...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()) || !one.checkVisibility()) return [];
  let behind = one, back;
  for (; behind; behind = behind.parentElement) {
    back = getComputedStyle(behind).backgroundColor;
    if (back !== "rgba(0, 0, 0, 0)") break;
  }
  const light = color => {
    const [r, g, b] = color.match(/[0-9.]+/g).slice(0, 3).map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [light(getComputedStyle(one).color), light(back)].sort((a, b) => a - b);
  return [[one.textContent.slice(0, 20), (high + 0.05) / (low + 0.05)]];
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read_on_its_ground(open_page: OpenPage, written: Path, scheme: str) -> None:
    page = open_page(written, color_scheme=scheme)
    contrasts = page.evaluate(_CONTRASTS)
    assert len(contrasts) > 10
    assert [one for one in contrasts if one[1] < 4.5] == []
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") == (scheme == "light")
