"""Lines end between words, in both languages, at any width, and commands stay whole."""

import io
import itertools
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.limits import at_most
from tests.support import CASES, read_cases

from saraban_check.cli import streams
from saraban_check.report.escape import cell_width
from saraban_check.report.layout import wrap
from saraban_check.report.thai_words import (
    _COMMAND,
    _OF_COMMANDS,
    _OPTION,
    _inside_words,
    _unbroken,
    arguments,
    breakable,
)

CARRIERS = ("ตรวจ{}แล้วแก้ไขตามระเบียบ", "ไม่พบ{}ของหน่วยงานในรายชื่อ", "เพราะ{}ที่ให้ไว้ยังใช้ไม่ได้", "โปรดดู{}ก่อนส่งหนังสือเวียน")
NEVER_FIRST = re.compile("[\u0e2f-\u0e3a\u0e45-\u0e4e”’)\\]]")
THAI = st.text(st.sampled_from("กขคมรสอเแโใไะาำิี่้๊์ๆฯ “”()[]. a-"), max_size=80)


def test_words_stay_whole() -> None:
    split = []
    for case in read_cases(CASES / "unbroken_words.csv"):
        for carrier in CARRIERS:
            text, first = carrier.format(case["word"]), carrier.index("{")
            ends, at = [], 0
            for piece in breakable(text):
                at += len(piece)
                ends.append(at)
            split += [text for end in ends if first < end < first + len(case["word"])]
    assert not split


KNOWN = sorted(word for words in _unbroken().values() for word in words)
PARTS = st.sampled_from(KNOWN) | st.sampled_from(KNOWN).flatmap(
    lambda word: st.integers(1, 9).map(lambda at: word[:at])
)


@given(st.lists(PARTS | THAI, max_size=6).map("".join))
def test_inside_a_word_is_inside_the_longest_from_each_letter_on(text: str) -> None:
    longest = re.compile(f"(?=({'|'.join(sorted(map(re.escape, KNOWN), key=len, reverse=True))}))")
    expected = {at for found in longest.finditer(text) for at in range(found.start() + 1, found.end(1))}
    assert _inside_words(text) == expected


def test_texts_are_still_broken() -> None:
    assert len(breakable("หน่วยงานต้องดำเนินการให้ถูกต้องตามระเบียบและวิธีการ")) > 4


@given(THAI)
def test_pieces_are_the_text_and_none_begins_with_what_belongs_to_the_letter_before(text: str) -> None:
    pieces = breakable(text)
    assert "".join(pieces) == text
    assert not [one for before, one in itertools.pairwise(pieces) if before[-1] != " " and NEVER_FIRST.match(one)]


@given(st.lists(st.sampled_from(["saraban-check ", " ", "--lang ", "-o ", "-", "ก", "x.xlsx", '"', "\n", "address"])))
def test_a_sign_of_commands_stands_in_each_of_them(pieces: list[str]) -> None:
    text = "".join(pieces)
    if _COMMAND.search(text) or _OPTION.search(text):
        assert any(sign in text for sign in _OF_COMMANDS)


@given(THAI, st.integers(30, 120), st.integers(0, 8))
def test_no_line_is_wider_than_asked_for(text: str, width: int, indent: int) -> None:
    lines = wrap(text, width, indent)
    assert max(map(cell_width, lines)) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("command", "parts"),
    [
        ('saraban-check explain "x y.xlsx" 12', ["saraban-check ", "explain ", '"x y.xlsx" ', "12"]),
        ("saraban-check fix a-b.csv -o c-d.csv", ["saraban-check ", "fix ", "a-b.csv ", "-o c-d.csv"]),
        (
            'saraban-check classify l.xlsx --province "นครพนม"',
            ["saraban-check ", "classify ", "l.xlsx ", '--province "นครพนม"'],
        ),
    ],
)
def test_a_ready_command_is_one_piece_and_falls_into_arguments_only(command: str, parts: list[str]) -> None:
    assert command in breakable(f"ดูรายละเอียดของแต่ละแถว: {command}")
    assert command in (line.strip() for line in wrap(f"ดูรายละเอียดของหน่วยงานแต่ละแถวด้วยคำสั่ง: {command}", 60))
    assert arguments(command) == parts


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "ci", "lines"), [(_Terminal, "", 3), (_Terminal, "true", 1), (io.StringIO, "", 1)])
def test_messages_are_wrapped_on_a_terminal_only(
    stream: type[io.StringIO], ci: str, lines: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = stream()
    monkeypatch.setattr(sys, "stderr", said)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("CI", ci)
    streams.say("ข้อผิดพลาด: ไม่มีคอลัมน์ที่อยู่อีเมลในรายชื่อนี้ หน่วยงานต้องดำเนินการแก้ไขหัวตารางให้ถูกต้องตามตัวอย่าง")
    assert len(said.getvalue().splitlines()) == lines
    assert max(map(cell_width, said.getvalue().splitlines())) <= 40 or lines == 1


@pytest.mark.parametrize("cell", ["กขค", "ดำเนินการ", "เ", "ก ข ", 'saraban-check "', "--a ", "ก่"])
def test_an_endless_cell_does_not_hold_the_screen(cell: str) -> None:
    with at_most(10):
        wrap(cell * (200_000 // len(cell)), 80)
