"""The views of rules, groups, the registry and settings: every renderer writes them, and what is hostile stays text."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from saraban_check.grouping.table import published_table
from saraban_check.model.record import Kind, Province
from saraban_check.model.registry import Likeness, NameMatch, RegistryEntry
from saraban_check.model.text import Lang, Text
from saraban_check.reference.kinds import kinds
from saraban_check.reference.places import provinces
from saraban_check.registry.importing import LeftOut
from saraban_check.registry.registry import Head, Registry, line_of
from saraban_check.registry.status import Status
from saraban_check.report.document import Cell, Document, Field, Fields, Item, Items, line
from saraban_check.report.render.csv import csv_pieces
from saraban_check.report.render.html import html_pieces
from saraban_check.report.render.markdown import markdown_pieces
from saraban_check.report.render.screen import render_screen
from saraban_check.report.render.xlsx import xlsx_document
from saraban_check.report.style import Style
from saraban_check.report.views.group import group_document
from saraban_check.report.views.registry import match_document, status_document
from saraban_check.report.views.rule import rule_document, rules_document
from saraban_check.report.views.rule_words import families, rule_parts
from saraban_check.report.views.settings import settings_document
from saraban_check.rules.catalogue import RULES
from saraban_check.settings.declared import SETTINGS
from saraban_check.settings.lines import SettingLine

HOSTILE = "\x1b[31m<script>alert(1)</script> **x** @someone"
SAO: Kind = kinds()["sao"]
PROVINCE: Province = provinces()["48"]


def entry(code: str, name: str = "ท่าข้าม") -> RegistryEntry:
    return RegistryEntry(code, name, SAO, "เมือง", PROVINCE, "www.example.go.th")


def status(*entries: RegistryEntry, source: str = "registry.csv", left_out: tuple[LeftOut, ...] = ()) -> Status:
    lines = {one.code: line_of(one) for one in entries}
    return Status(Registry(Head(source, "2026-05-28", len(entries)), lines), "kept.registry", left_out)


def setting(name: str, value: Any, source: str | None) -> SettingLine:
    return SettingLine(name, value, source, SETTINGS[name].default, SETTINGS[name].help)


def documents() -> Iterator[tuple[str, Document]]:
    why = Text("ไม่มีรหัส", "no code")
    yield "rule", rule_document(RULES[0])
    yield "rules", rules_document(RULES)
    yield "group", group_document(published_table(), "B1")
    yield "status", status_document(status(entry("06480115"), source=HOSTILE, left_out=(LeftOut(3, HOSTILE, why),)))
    for how in Likeness:
        found = () if how is Likeness.NONE else (entry("06480115"), entry("06480116", "ท่าขาม"))
        yield how.value, match_document(NameMatch(how, found, 0.9), HOSTILE)
    yield "settings", settings_document([setting("sheet", HOSTILE, HOSTILE), setting("limit", None, None)])


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_renderer_writes_every_view_and_what_is_hostile_stays_text(lang: Lang) -> None:
    for name, document in documents():
        screen = render_screen(document, lang, Style(80), 10)
        assert screen.strip(), name
        assert "\x1b" not in screen, name
        assert re.sub(r"\x1b\[[0-9;]+m", "", render_screen(document, lang, Style(80, color=True), 10)) == screen, name
        page = "".join(html_pieces(document, lang))
        assert page.count("<script>") == 1, name
        assert "\x1b" not in page, name
        text = "".join(markdown_pieces(document, lang))
        assert not [one for one in ("<script>", "\x1b", "**x**", " @someone") if one in text], name
        assert xlsx_document(document, lang).startswith(b"PK"), name
        "".join(csv_pieces(document, lang))


def test_the_catalogue_lists_every_rule_on_a_screen_and_says_all_of_it_on_a_page() -> None:
    document = rules_document(RULES)
    screen = render_screen(document, "en", Style(200))
    page = "".join(markdown_pieces(document, "en", top=1))
    assert re.findall(r"^  . (SB\d{3})  ", screen, re.MULTILINE) == [rule.code for rule in RULES]
    assert re.findall(r"^### (SB\d{3}) ", page, re.MULTILINE) == [rule.code for rule in RULES]
    assert len(re.findall(r"^## SB", page, re.MULTILINE)) == len(list(families()))
    assert page.startswith("# The rules of saraban-check\n")
    for rule in RULES:
        for heading, _ in rule_parts(rule):
            assert page.count(f"- {heading.en}: ") == len(RULES)
        assert rule.why.en not in screen


def test_a_part_of_the_catalogue_has_only_the_families_in_it() -> None:
    screen = render_screen(rules_document(RULES[:1]), "en", Style(80))
    assert screen.splitlines()[0].startswith("SB1 ")
    assert "SB2" not in screen


def test_a_short_list_of_the_registry_says_of_how_many_and_how_to_see_all() -> None:
    rows = tuple(LeftOut(row, "x", Text("ไม่มีรหัส", "no code")) for row in (3, 4))
    document = status_document(status(entry("06480115"), left_out=rows))
    shown = render_screen(document, "en", Style(80), 1)
    assert "2 rows that could not be used (shown 1 of 2)\n  row 3: no code (x)\n" in shown
    assert "row 4" not in shown
    assert "To see all: add --limit 2\n" in shown
    whole = render_screen(document, "en", Style(80), 2)
    assert "row 4" in whole
    assert "To see all" not in whole


def test_more_matches_than_are_listed_are_counted() -> None:
    found = tuple(entry(f"0648{number:04}") for number in range(25))
    shown = render_screen(match_document(NameMatch(Likeness.AMBIGUOUS, found, 1.0), "ท่าข้าม"), "en", Style(80))
    assert "any of these 25 agencies" in shown
    assert shown.count("0648") == 20
    assert "and 5 more" in shown


def test_an_agency_that_is_near_is_said_to_be() -> None:
    match = NameMatch(Likeness.NEAR, (entry("06480115"),), 0.87)
    shown = render_screen(match_document(match, "ท่าข้าน"), "en", Style(80))
    assert "a near name, 87% alike" in shown
    assert re.search(r"^  DLA's address +saraban_06480115@dla\.go\.th$", shown, re.MULTILINE)


def test_sentences_stand_below_their_label() -> None:
    fields = tuple(Field(Text(label, label), (Cell("one two three"),)) for label in ("Why", "How"))
    shown = render_screen(Document(Text("", ""), ((Fields(fields, prose=True),),)), "en", Style(12))
    assert shown == "Why\n  one two\n  three\n\nHow\n  one two\n  three\n"


def test_a_word_longer_than_the_line_begins_on_it() -> None:
    document = Document(Text("", ""), ((Items((Item(line("x" * 25)),)),),))
    shown = render_screen(document, "en", Style(20))
    assert shown.splitlines()[0].strip().startswith("x")
    assert shown.count("x") == 25
    assert max(map(len, shown.splitlines())) <= 20
