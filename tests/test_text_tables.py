"""What a CSV file is looked through for before its rows are read."""

from pathlib import Path

import pytest

from saraban_check.intake import neutralised
from saraban_check.intake.neutralised import FORMULA_SIGNS, holds_any

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
