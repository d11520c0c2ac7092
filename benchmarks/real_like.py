"""The same agencies as people send them: codes are numbers, a yes has many spellings, spaces stand where none belong.

`nationwide` makes lists that were typed by one careful hand; these came together from 76 provinces, and mean the same.
In the long ones no two rows have the same code, and nobody's code is among them: agencies have districts below 40,
and running numbers below 51.
"""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product
from pathlib import Path

from benchmarks.nationwide import HEADINGS, NAMES, SECOND, WRONG, Place, Row, places

_YES = ("✓", "มี", "มีแล้ว", "ใช่", "Yes", "ดำเนินการแล้ว", "/", "✔")
_NO = ("✗", "ไม่มี", "ยังไม่มี", "No", "ยังไม่ดำเนินการ", "x")
_DELIVERED = ("✓", "ส่งได้", "สำเร็จ", "ปกติ", "Delivered", "OK")
_SPELLINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "notice": {"✓": _YES, "✗": _NO},
    "posted": {"✓": _YES, "✗": _NO},
    "delivery": {"✓": _DELIVERED},
}
_USUAL, _SPACED = 0.6, 0.1
"""So many write the usual sign, the others one of its spellings; so many of the other cells have a space too many."""


def _spelled(rng: random.Random, cell: str, spellings: Mapping[str, Sequence[str]]) -> str:
    return cell if cell not in spellings or rng.random() < _USUAL else rng.choice(spellings[cell])


def _spaced(rng: random.Random, text: str) -> str:
    spaced = rng.choice((f"{text} ", f" {text}", f"{text}\u00a0", text.replace(".", ". ", 1)))
    return spaced if text and rng.random() < _SPACED else text


def as_sent(rows: Sequence[Row], seed: int = 2569) -> list[Row]:
    """A nationwide list as it is sent: what is messy stays so, the rest is no longer of one hand."""
    rng = random.Random(seed)
    found = []
    for row in rows:
        changed = {field: _spelled(rng, row[field], spellings) for field, spellings in _SPELLINGS.items()}
        changed |= {field: _spaced(rng, row[field]) for field in ("name", "amphoe", "province", "website")}
        if len(row["code"]) == 8 and row["code"].isascii():
            changed["code"] = row["code"][1:]  # `write_xlsx` makes a number of it
        found.append({**row, **changed})
    return found


# The long ones

_WRONG = [(make, weight) for rule, weight, make in WRONG if rule != "SB404"]  # that one needs a website
_MAKERS, _WEIGHTS = [make for make, _ in _WRONG], [weight for _, weight in _WRONG]
_SAID = ("✓", "มี", "มีแล้ว")
_ARRIVED, _FULL, _FAILED = ("✓", "ส่งได้", "สำเร็จ"), ("อีเมลเต็ม", "✗ (อีเมลเต็ม)", "552 5.2.2"), ("✗", "ตีกลับ")
_NUMBERS = [
    district * 100 + number for district in range(1, 60) for number in range(100) if district > 39 or number > 50
]


def _agencies(rng: random.Random) -> Iterator[Place]:
    """Agencies of all kinds and provinces, none with the code or the label of another; names seldom come again."""
    known = list({place.code[:4]: place for place in places(rng)}.values())
    syllables = list(SECOND.items())
    for at, (number, place) in enumerate(product(rng.sample(_NUMBERS, len(_NUMBERS)), known)):
        (name, english), (further, sound) = rng.choice(NAMES), rng.choice(syllables)
        label = f"{english}{sound}-{place.label.rpartition('-')[2]}{at}"
        yield place._replace(code=f"{place.code[:4]}{number:04}", name=name + further, label=label)


def _told(rng: random.Random, place: Place) -> Row:
    """An agency with a correct address, which arrives."""
    return {
        "code": place.code[1:],
        "name": place.kind.short + place.name,
        "province": place.province.name.th,
        "address": f"saraban_{place.code}@dla.go.th",
        "notice": rng.choice(_SAID),
        "posted": rng.choice(_SAID),
        "delivery": rng.choice(_ARRIVED),
        "upgraded": "",
        "expected_group": "A1",
    }


def real_rows(seed: int = 2569) -> Iterator[Row]:
    """More than a million agencies as real lists have them: no two have the same code, each yes has three spellings,
    a quarter of the mailboxes is full, every tenth address is wrong in one of sixteen ways.
    """
    rng = random.Random(seed)
    for place in _agencies(rng):
        row, draw = _told(rng, place), rng.random()
        wrong, full = rng.random() < 0.1, draw < 0.25
        if wrong:
            row["address"] = rng.choices(_MAKERS, _WEIGHTS)[0](rng, place)
        if full:
            row["delivery"] = rng.choice(_FULL)
        elif wrong and draw < 0.6:
            row["delivery"] = rng.choice(_FAILED)
        failed = "3" if row["delivery"] in _FAILED else "1"
        row["expected_group"] = ("B" if wrong else "A") + ("2" if full else failed)
        yield row


def own_domain_rows(seed: int = 2569) -> Iterator[Row]:
    """Agencies whose mail is under the domain of their website, each under one of its own; all of them correct."""
    rng = random.Random(seed)
    for place in _agencies(rng):
        domain = place.label + rng.choices((".go.th", ".com", ".or.th"), (86, 10, 4))[0]
        yield {**_told(rng, place), "website": f"www.{domain}", "address": f"saraban@{domain}"}


_COLUMNS = ("code", "name", "province", "address", "notice", "posted", "delivery", "upgraded")


def write_long(path: Path, rows: Iterable[Row], count: int, columns: Sequence[str] = _COLUMNS) -> None:
    """The first of these rows as CSV. Raises ValueError where there are not so many."""
    written = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(HEADINGS[field] for field in columns) + "\n")
        for row in islice(rows, count):
            file.write(",".join([row[field] for field in columns]) + "\n")  # no cell has a comma or a quote
            written += 1
    if written < count:
        raise ValueError(f"there are only {written:,} rows")


def write_real(path: Path, count: int) -> None:
    """So many rows as real lists have them."""
    write_long(path, real_rows(), count)


def write_own_domains(path: Path, count: int, *, websites: bool) -> None:
    """So many rows of agencies with a domain of their own, with the column of websites or without it."""
    write_long(path, own_domain_rows(), count, (*_COLUMNS[:3], "website", *_COLUMNS[3:]) if websites else _COLUMNS)
