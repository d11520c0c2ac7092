"""What report.html opens on, how a province narrows it, and how its address keeps a view that can be sent."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import DATA, OpenPage, write_page
from tests.browser.test_page import choose, rows_shown, tile
from tests.support import csv_text

from saraban_check.checks.classification import Classification
from saraban_check.checks.classify import classify
from saraban_check.checks.standing import Tally, standings
from saraban_check.checks.summary import Summary
from saraban_check.machine.json_list import json_document
from saraban_check.model.assessment import DONE
from saraban_check.report.run import Report

NAKHON_PHANOM = "48"


@pytest.fixture(scope="module")
def result() -> Classification:
    return classify(DATA / "agencies.xlsx")


def counts_of(page: Page) -> dict[str, Any]:
    """The figures, the groups and the steps that the page shows, read from what it shows, in one question."""
    shown: dict[str, list[Any]] = page.evaluate(
        """() => {
          const all = (selector) => [...document.querySelectorAll(selector)];
          return {
            figures: all('#figures strong').map((one) => one.innerText),
            groups: all('#groups tbody tr').map((row) => row.querySelector('td.number').innerText),
            steps: all('#todo button').map((one) => [one.dataset.step, one.querySelector('strong').innerText]),
          };
        }"""
    )
    return {
        "figures": [int(text) for text in shown["figures"]],
        "groups": [int(text) for text in shown["groups"]],
        "steps": {step: int(text) for step, text in shown["steps"]},
    }


def test_the_list_opens_on_what_there_is_to_do_and_all_are_one_click_away(
    open_page: OpenPage, sample: Path, result: Classification
) -> None:
    page = open_page(sample, view="")
    assert rows_shown(page) == [a.record.row for a in result.agencies if a.group not in DONE]
    expect(page.locator("#opened")).to_contain_text("ยังไม่อยู่กลุ่ม A")
    page.get_by_role("button", name="แสดงทั้งหมด 70 แห่ง").click()
    assert len(rows_shown(page)) == 70
    expect(page.locator("#opened")).to_be_hidden()


def test_a_list_with_nothing_to_do_opens_on_all(open_page: OpenPage, tmp_path: Path) -> None:
    heading = ["รหัส", "หน่วยงาน", "จังหวัด", "อีเมล", "ประกาศ ม.10", "ลงใน info.go.th", "สถานะการส่งอีเมล"]
    row = ["06480192", "อบต.สองสมมติ", "นครพนม", "saraban_06480192@dla.go.th", "✓", "✓", "✓"]
    path = tmp_path / "list.csv"
    path.write_text(csv_text([heading, row]), encoding="utf-8", newline="")
    page = open_page(write_page(path, tmp_path / "list.html"), view="")
    assert rows_shown(page) == [2]
    expect(page.locator("#todo")).to_be_hidden()


def todo_of(summary: Summary) -> list[tuple[str, int]]:
    """What there is to do: the steps of agencies, and last what is to be done about those that have none."""
    return [(a.step.key, a.agencies) for a in summary.actions] + sorted(summary.open.items(), key=lambda task: -task[1])


def test_every_province_shows_the_counts_of_its_own_result(
    open_page: OpenPage, sample: Path, result: Classification
) -> None:
    """The same as the JSON of the agencies of that province alone; and its rank is that of all other reports."""
    page = open_page(sample)
    parts: dict[str, list[Any]] = {}
    for agency in result.agencies:
        parts.setdefault(agency.record.province.code if agency.record.province else "", []).append(agency)
    tallies = {code: Tally(sum(a.group in DONE for a in part), len(part)) for code, part in parts.items()}
    ranked = standings(tallies)
    assert len(parts) > 5
    for code, agencies in parts.items():
        page.evaluate("hash => { location.hash = hash; }", f"group=all&province={code or 'none'}")
        page.wait_for_function("total => counted().total === total && state.found.length === total", arg=len(agencies))
        own = result.part(agencies)
        summary = json.loads("".join(json_document(Report(own, "th", "x"))))["summary"]
        shown = counts_of(page)
        in_a = sum(summary["groups"][group] for group in DONE)
        open_ones = [summary["undetermined"], summary["outside_table"]]
        assert shown["figures"] == [summary["total"], in_a, summary["follow_up"], *open_ones]
        assert shown["groups"] == [*summary["groups"].values(), *open_ones]
        assert list(shown["steps"].items()) == todo_of(own.summary)
        said = page.locator("#standing").inner_text()
        assert f"{in_a} จาก {len(agencies)} แห่ง" in said
        if (rank := ranked[code].rank) is not None:
            shared = f" (ร่วมกับอีก {ranked[code].equal} จังหวัด)" if ranked[code].equal else ""
            assert f"อันดับที่ {rank}{shared} จาก {ranked[code].of} จังหวัด" in said
        else:
            assert "อันดับ" not in said


def test_the_whole_list_has_the_counts_and_steps_of_the_summary(
    open_page: OpenPage, sample: Path, result: Classification
) -> None:
    shown = counts_of(open_page(sample))
    assert list(shown["steps"].items()) == todo_of(result.summary)


def test_the_bars_are_as_long_as_their_counts(open_page: OpenPage, nationwide: Path) -> None:
    page = open_page(nationwide)
    found = page.evaluate(
        """() => [...document.querySelectorAll('#todo button')].map((button) => [
          Number(button.querySelector('strong').textContent.replace(/,/g, '')),
          button.querySelector('.bar').getBoundingClientRect().width])"""
    )
    most, widest = found[0]
    for count, width in found:
        assert width == pytest.approx(max(2, widest * count / most), abs=1)


def test_a_step_lists_the_agencies_that_it_helps(open_page: OpenPage, sample: Path, result: Classification) -> None:
    page = open_page(sample)
    action = result.summary.actions[0]
    page.locator("#todo button").first.click()
    wanted = [a.record.row for a in result.agencies if action.step.key in [step.key for step in a.steps]]
    assert rows_shown(page) == wanted
    expect(page.locator("#todo button").first).to_have_attribute("aria-pressed", "true")


def test_a_view_is_kept_in_the_address_and_the_browser_goes_back(open_page: OpenPage, sample: Path) -> None:
    page = open_page(sample, view="")
    tile(page, "นครพนม").click()
    choose(page, "group", "B3")
    assert page.url.endswith("#province=48&group=B3")
    rows = rows_shown(page)
    sent = open_page(sample, view=page.url.partition("#")[2])
    assert rows_shown(sent) == rows
    expect(sent.locator("#scope-title")).to_have_text("จังหวัดนครพนม")
    assert sent.title().startswith("จังหวัดนครพนม")
    page.go_back()
    page.wait_for_function("state.filters.group === TO_BE_DONE")
    expect(page.locator("#scope-title")).to_have_text("จังหวัดนครพนม")
    page.go_back()
    page.wait_for_function("state.filters.province === ''")
    expect(page.locator("#scope")).to_be_hidden()


@pytest.mark.parametrize(
    "view",
    [
        "province=99&group=Z9&kind=__proto__&rule=constructor&step=toString&issued=9",
        "province=<img src=x onerror=alert(1)>&group=%3Cscript%3Ealert(1)%3C/script%3E",
        "column1=__proto__=x&column2=%00&column3=%E0%A4%A&sort=-toString",
        "sort=constructor&province=&group=&=&&&%",
        "agencies",
        "province=48%27%22--&group=" + "B" * 50_000,
    ],
)
def test_an_address_that_says_nothing_the_page_knows_is_no_address(
    open_page: OpenPage, sample: Path, view: str, result: Classification
) -> None:
    page = open_page(sample, view=view)
    assert rows_shown(page) == [a.record.row for a in result.agencies if a.group not in DONE]
    assert page.locator("#page img, #page script").count() == 0


def test_what_the_address_searches_for_is_text(open_page: OpenPage, sample: Path) -> None:
    page = open_page(sample, view="search=%3Cb%3Ex%3C/b%3E%E2%80%A8" + "a" * 900)
    expect(page.locator("#chips")).to_contain_text("<b>x</b>")
    assert page.locator("#chips b").count() == 0
    assert page.evaluate("state.query.length") == 200


def test_three_filters_by_any_column_of_the_list(open_page: OpenPage, sample: Path, tmp_path: Path) -> None:
    hostile = "</script><script>alert(1)</script>\u2028\"'"
    rows = [
        ["06480191", "อบต.หนึ่ง", "นครพนม", "a@gmail.com", "✓", "เมือง", "กอง ก", hostile],
        ["06480192", "อบต.สอง", "นครพนม", "b@gmail.com", "✓", "ปลาปาก", "กอง ก", ""],
        ["06480193", "อบต.สาม", "นครพนม", "c@gmail.com", "✓", "เมือง", "กอง ข", hostile],
        ["06480194", "อบต.สี่", "นครพนม", "d@gmail.com", "✓", "เมือง", "กอง ก", ""],
    ]
    heading = ["รหัส", "หน่วยงาน", "จังหวัด", "อีเมล", "ประกาศ ม.10", "อำเภอ", "สังกัด", "<b>ทีม"]
    path = tmp_path / "list.csv"
    path.write_text(csv_text([heading, *rows]), encoding="utf-8", newline="")
    page = open_page(write_page(path, tmp_path / "list.html"))
    assert page.locator("#column1-of option").all_text_contents() == ["อำเภอ", "สังกัด", "<b>ทีม"]
    choose(page, "column1", "เมือง (3)")
    choose(page, "column2", "กอง ก (3)")
    assert rows_shown(page) == [2, 5]
    choose(page, "column3", "</script>")
    assert rows_shown(page) == [2]
    assert page.locator("#chips .chip").count() == 3
    sent = open_page(tmp_path / "list.html", view=page.url.partition("#")[2])
    assert rows_shown(sent) == [2]
    sent.select_option("#column3-of", label="อำเภอ")
    assert rows_shown(sent) == [2, 5]
    sent.locator("#chips .chip", has_text="สังกัด").click()
    assert rows_shown(sent) == [2, 4, 5]


@pytest.mark.parametrize(
    ("shares", "classes"),
    [
        ([], []),
        ([0.5], [(0.5, 0.5, 2)]),
        ([0.5] * 9, [(0.5, 0.5, 2)]),
        ([0.2, 0.8], [(0.2, 0.2, 0), (0.8, 0.8, 4)]),
        ([0.1] * 8 + [0.9, 1.0], [(0.1, 0.1, 0), (0.9, 1.0, 4)]),
        ([n / 10 for n in range(1, 11)], [(0.1, 0.2, 0), (0.3, 0.4, 1), (0.5, 0.6, 2), (0.7, 0.8, 3), (0.9, 1.0, 4)]),
    ],
)
def test_the_maps_classes_hold_as_many_provinces_each_and_equals_together(
    open_page: OpenPage, sample: Path, shares: list[float], classes: list[tuple[float, float, int]]
) -> None:
    found = open_page(sample).evaluate("shares => classesOf(shares)", shares)
    assert [(one["least"], one["greatest"], one["level"]) for one in found] == classes


CONTRAST = r"""() => {
  const lum = (text) => {
    const [r, g, b] = text.match(/[\d.]+/g).map(Number).map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (!/rgba\(.*, 0\)/.test(color)) return color;
    }
    return 'rgb(255, 255, 255)';
  };
  const low = new Set();
  for (const element of document.querySelectorAll('#page *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.getClientRects().length || element.closest('option, .skip')) continue;
    const [a, b] = [lum(getComputedStyle(element).color), lum(ground(element))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) low.add(`${element.tagName}.${element.className}: ${ratio.toFixed(2)}`);
  }
  return [...low];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(open_page: OpenPage, sample: Path, scheme: str) -> None:
    page = open_page(sample, view="province=48&group=all", color_scheme=scheme)
    assert page.evaluate(CONTRAST) == []
    page.locator("#list button.open").first.click()
    assert page.evaluate(CONTRAST) == []


def test_paper_is_white_where_the_screen_is_dark(open_page: OpenPage, sample: Path) -> None:
    page = open_page(sample, view="province=48", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('#list thead')).display") == "table-header-group"
    expect(page.locator("#scope-title")).to_be_visible()
    expect(page.locator("#source")).to_contain_text("ข้อมูล ณ วันที่ 17 กุมภาพันธ์ 2569")
    for controls in ("#whole", "#opened", "#slots", "#pager"):
        expect(page.locator(controls)).to_be_hidden()
