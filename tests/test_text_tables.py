"""What a CSV file is looked through for before its rows are read, and what is seen of it only then."""

from pathlib import Path

import pytest

from saraban_check.checks.classify import classify
from saraban_check.checks.listing import Listing
from saraban_check.checks.selection import Selection
from saraban_check.grouping.table import published_table
from saraban_check.intake import neutralised
from saraban_check.intake.neutralised import FORMULA_SIGNS, holds_any
from saraban_check.intake.options import ListOptions
from saraban_check.intake.text_table import open_text_table
from saraban_check.model.errors import InputError

ENCODINGS = ("utf-8", "utf-8-sig", "cp874", "utf-16", "utf-16-le", "cp037", "utf-7")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_apostrophe_before_a_sign_is_found_wherever_pieces_of_the_file_end(
    encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neutralised, "_CHUNK", 8)
    path = tmp_path / "list.csv"
    for sign in FORMULA_SIGNS:
        for before in range(10):
            try:
                path.write_bytes(("ก" * before + "'" + sign + "ข,1\n").encode(encoding))
            except UnicodeEncodeError:
                continue  # there is no such sign in this encoding
            assert holds_any(path, encoding), (sign, before)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_no_other_apostrophe_is_found(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("'ก,O'Brien,=',+66 ' =,''\n".encode(encoding, "ignore"))
    assert not holds_any(path, encoding)


THAI = "06480115,อบต.งงงงกกก,สงขลา,-\n"
HEAD = "code,name,province,email\n"
BAD = b"06480115,\xff,x,-\n"
LONG = 40_000
"""So many lines are some two megabytes."""


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ((HEAD + THAI * LONG).encode(), "utf-8"),
        (HEAD.encode("utf-8-sig") + (THAI * LONG).encode(), "utf-8-sig"),
        ((HEAD + THAI * LONG).encode("cp874"), "cp874"),
        ((HEAD + "06480115,x,x,-\n" * 2 * LONG + THAI).encode(), "utf-8"),
        ((HEAD + "06480115,x,x,-\n" * 2 * LONG + THAI).encode("cp874"), "cp874"),
        ((HEAD + THAI * LONG).encode() + BAD, None),
        ((HEAD + THAI * LONG).encode() + BAD + THAI.encode() * LONG, None),
        ((HEAD + "06480115,x,x,-\n" * 2 * LONG).encode() + BAD, None),
        (HEAD.encode("utf-8-sig") + (THAI * LONG).encode() + BAD, None),
        ((HEAD + THAI * LONG).encode() + "สุดท้าย".encode()[:-1], None),
    ],
)
def test_a_long_text_is_read_or_refused_as_if_all_of_it_were_looked_through_first(
    tmp_path: Path, data: bytes, encoding: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "long.csv"
    said: list[tuple[str | None, int | str]] = []
    path.write_bytes(data)
    for looked_through in (True, False):
        if looked_through:
            monkeypatch.setattr("saraban_check.intake.encoding._begins_as_utf_8_only", lambda path: False)
        else:
            monkeypatch.undo()
        try:
            table = open_text_table(path, ListOptions())
            said.append((table.layout and table.layout.encoding, sum(1 for _ in table.rows())))
        except InputError as error:
            said.append((None, error.say("en")))
    assert said[0] == said[1]
    assert said[0][0] == encoding


def test_a_fault_further_down_is_told_by_two_processes_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saraban_check.checks.sharing.SHARED_FROM", 0)
    path = tmp_path / "long.csv"
    path.write_bytes((HEAD + THAI * LONG).encode() + BAD)
    keep = Listing(Selection(None, None, 0, published_table()))
    for processes in (1, 2):
        with pytest.raises(InputError, match="neither UTF-8 nor Windows-874"):
            classify(path, ListOptions(processes=processes), keep=keep, keep_set_aside=False)


@pytest.mark.parametrize(("rows", "encoding"), [(3, "utf-8"), (LONG, "utf-8"), (3, "cp874"), (LONG, "cp874")])
def test_the_place_that_is_told_is_that_of_the_byte_at_fault(tmp_path: Path, rows: int, encoding: str) -> None:
    """And not the first at which a text of one encoding is none of the other."""
    path = tmp_path / "list.csv"
    path.write_bytes((HEAD + THAI * rows).encode(encoding) + BAD)
    with pytest.raises(InputError, match=f"line {rows + 2}: byte 0xFF is neither UTF-8 nor Windows-874"):
        list(open_text_table(path, ListOptions()).rows())
