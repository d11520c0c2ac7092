"""Made-up lists of nationwide size, with the published counts: the same seed gives the same list.

Provinces are real; districts, agencies and domains are put together from syllables. The running numbers of the
codes begin at 51, in the list of a million the districts at 40, which no agency has: nobody's code is among them.
"""

import csv
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from benchmarks.sample import save
from saraban_check.model.record import Kind, Province
from saraban_check.reference.kinds import kinds
from saraban_check.reference.places import dla_province_codes, provinces

PUBLISHED = {
    "A1": 6237,
    "A2": 16,
    "B1": 711,
    "B2": 0,
    "B3": 582,
    "C": 19,
    "D1": 24,
    "D2": 20,
    "D3": 18,
    "E": 4,
    "W": 211,
}
"""The published table of 17 February 2569."""

HEADINGS = {
    "number": "ลำดับ",
    "code": "รหัส อปท.",
    "name": "ชื่อ อปท.",
    "kind": "ประเภท อปท.",
    "amphoe": "อำเภอ",
    "province": "จังหวัด",
    "website": "เว็บไซต์",
    "address": "อีเมลกลาง",
    "notice": "มีประกาศฯ ม.10",
    "posted": "ลงข้อมูลในระบบ info.go.th",
    "delivery": "สถานะการส่งอีเมล",
    "upgraded": "ยกฐานะ",
}
"""The twelve columns, as both writers head them. `expected_group` is not written."""

Row = dict[str, str]

_TITLES = ("บัญชีรายชื่อ อปท. ทั่วประเทศ (หน่วยงานสมมติทั้งหมด)", "ข้อมูล ณ วันที่ 17 กุมภาพันธ์ 2569")
_COUNTS = {"pao": 76, "city": 30, "town": 195, "subdistrict": 2247}
"""Agencies of each kind; all others are อบต."""
_FIRST_NUMBER, _LAST_NUMBER = 51, 74
_MESSY = 0.2
_FORMER = {"03": "04", "04": "05", "05": "06"}
"""The type digits before an upgrade, by those after it."""


def _syllables(text: str) -> dict[str, str]:
    """Thai syllables, each with its spelling in English."""
    return dict(pair.split("=") for pair in text.split())


_FIRST = _syllables(
    "บ้าน=ban หนอง=nong โคก=khok ดอน=don ห้วย=huai ทุ่ง=thung นา=na ท่า=tha บาง=bang คลอง=khlong วัง=wang ป่า=pa "
    "โนน=non เขา=khao สระ=sa ดง=dong ปาก=pak ไร่=rai หาด=hat เกาะ=ko บึง=bueng กุด=kut คำ=kham โพน=phon ซับ=sap "
    "ลำ=lam แม่=mae ถ้ำ=tham ควน=khuan พรุ=phru"
)
SECOND = _syllables(
    "นา=na ไผ่=phai แก้ว=kaeo ทราย=sai ขาม=kham หว้า=wa ม่วง=muang แดง=daeng ขาว=khao ดำ=dam ทอง=thong เงิน=ngoen "
    "ใหญ่=yai น้อย=noi สูง=sung ยาว=yao งาม=ngam สวย=suai เย็น=yen ร้อน=ron หิน=hin ตาล=tan ยาง=yang สัก=sak "
    "ประดู่=pradu บัว=bua กล้วย=kluai มะขาม=makham มะนาว=manao กุ้ง=kung ปลา=pla ช้าง=chang เสือ=suea ม้า=ma "
    "ควาย=khwai นก=nok ฟ้า=fa ดาว=dao ลม=lom ฝน=fon"
)
NAMES = [(a + b, _FIRST[a] + SECOND[b]) for a, b in product(_FIRST, SECOND)]


# The agencies


class Place(NamedTuple):
    """An agency without its facts. `label` is its English name, which no other has."""

    code: str
    kind: Kind
    name: str
    amphoe: str
    province: Province
    label: str

    @property
    def host(self) -> str:
        """The domain of its website, where that is none of a rarer kind."""
        return f"{self.label}.go.th"


class _District(NamedTuple):
    province: Province
    number: int
    name: str
    label: str


def _districts(rng: random.Random) -> list[_District]:
    """Seven to sixteen a province, the capital's first; no two of the same name."""
    names = iter(rng.sample(NAMES, len(NAMES)))
    found = []
    for code in sorted(dla_province_codes()):
        province = provinces()[code]
        label = province.name.en.replace(" ", "").lower()
        found.append(_District(province, 1, f"เมือง{province.name.th}", label))
        found += [_District(province, number, *next(names)) for number in range(2, rng.randint(8, 17))]
    return found


def places(rng: random.Random) -> list[Place]:
    """All agencies, district by district, each kind as frequent as it is in reality."""
    districts = _districts(rng)
    capitals = [district for district in districts if district.number == 1]
    counts = {**_COUNTS, "sao": sum(PUBLISHED.values()) - sum(_COUNTS.values())}
    seats = [(district, "pao") for district in capitals]
    seats += [(district, "city") for district in rng.sample(capitals, counts["city"])]
    for key in ("town", "subdistrict", "sao"):
        seats += [(district, key) for district in rng.choices(districts, k=counts[key])]
    order = list(kinds())
    seats.sort(key=lambda seat: (seat[0].province.code, seat[0].number, order.index(seat[1])))
    names = {district.label: iter(rng.sample(NAMES, 99)) for district in districts}
    numbers: dict[str, int] = {}
    found = []
    for district, key in seats:
        kind = kinds()[key]
        name, label = next(names[district.label])
        stem = f"{kind.type_digits}{district.province.code}{district.number:02}"
        number = numbers[stem] = numbers.get(stem, _FIRST_NUMBER - 1) + 1
        assert number <= _LAST_NUMBER
        label = f"{label}-{district.label}"
        found.append(Place(f"{stem}{number:02}", kind, name, district.name, district.province, label))
    return found


# Their addresses


def _choose(rng: random.Random, weighted: Mapping[str, int]) -> str:
    return rng.choices(list(weighted), list(weighted.values()))[0]


def _right(rng: random.Random, place: Place) -> tuple[str, str]:
    """A correct address, and the website that goes with it."""
    form = _choose(rng, {"dla": 85, "lgo": 8, "own": 7})
    if form == "own":
        host = place.label + _choose(rng, {".go.th": 86, ".com": 10, ".or.th": 4})
        return f"saraban@{host}", f"www.{host}"
    if form == "lgo":
        return f"saraban-{place.label}@lgo.mail.go.th", f"www.{place.host}"
    website = _choose(rng, {"www": 80, "https": 9, "": 8, "facebook": 3})
    address = f"saraban_{place.code}@dla.go.th"
    if website == "https":
        return address, f"https://www.{place.host}/"
    return address, {"www": f"www.{place.host}", "facebook": f"https://www.facebook.com/{place.label}"}.get(website, "")


_FREE = {"gmail.com": 50, "hotmail.com": 25, "yahoo.com": 8, "outlook.com": 5, "hotmail.co.th": 4, "live.com": 2}
_FREE |= {"outlook.co.th": 3, "yahoo.co.th": 2, "icloud.com": 1, "windowslive.com": 1}
_NEAR_FREE = ("gmial.com", "gmail.con", "gamil.com", "hotmial.com", "hotmail.con", "yahoo.co.ht", "outlok.com")
_MISSPELLED = ("sarabun", "saraband", "sarabarn", "sarban", "sarabann", "srabaan", "saarban", "salaban")
_NEAR_DLA = ("dia.go.th", "dla.co.th", "dla.goth", "d1a.go.th", "dal.go.th", "dla.go.ht", "dla.gp.th", "dlago.th")
_NEAR_LGO = ("lgo.mai.go.th", "igo.mail.go.th", "lgo.mail.co.th", "lgo.mial.go.th", "lgo.mail.goth")


def _free_mail(rng: random.Random, place: Place) -> str:
    name = rng.choice(
        (
            f"{place.label.replace('-', '.')}",
            f"{place.label.partition('-')[0]}{place.code[1:]}",
            f"saraban.{place.label}",
            f"saraban_{place.code}",
            f"office_{place.label}",
        )
    )
    return f"{name}@{_choose(rng, _FREE)}"


def _misspelled(rng: random.Random, place: Place) -> str:
    word = rng.choice(_MISSPELLED)
    if rng.random() < 0.2:
        return f"{word}-{place.label}@lgo.mail.go.th"
    return f"{word}_{place.code}@dla.go.th"


def _separated(rng: random.Random, place: Place) -> str:
    if rng.random() < 0.3:
        return f"saraban{rng.choice(('_', '.', '--'))}{place.label}@lgo.mail.go.th"
    return f"saraban{rng.choice(('-', '', '.', '__', '_-'))}{place.code}@dla.go.th"


def _mistyped(rng: random.Random, place: Place) -> str:
    if rng.random() < 0.2:
        return f"saraban-{place.label}@{rng.choice(_NEAR_LGO)}"
    return f"saraban_{place.code}@{rng.choice(_NEAR_DLA)}"


def _not_eight(rng: random.Random, place: Place) -> str:
    code = place.code
    return f"saraban_{rng.choice((code[1:], code + code[-1], 'O' + code[1:]))}@dla.go.th"


def _of_another(rng: random.Random, place: Place) -> str:
    """With the code of a district that does not exist: not the agency's, and nobody's."""
    return f"saraban_{place.code[:4]}{int(place.code[4:6]) + 40}{place.code[6:]}@dla.go.th"


def _slip(rng: random.Random, text: str) -> str:
    """The text without one of its letters."""
    at = rng.randrange(1, len(text))
    return text[:at] + text[at + 1 :]


def _malformed(rng: random.Random, place: Place) -> str:
    return rng.choice((f"saraban_{place.code}@@dla.go.th", f"saraban_{place.code}.dla.go.th", f"@{place.host}"))


Wrong = Callable[[random.Random, Place], str]

WRONG: tuple[tuple[str, int, Wrong], ...] = (
    ("SB401", 40, _free_mail),
    ("SB401", 3, lambda rng, place: f"saraban_{place.code}@{rng.choice(_NEAR_FREE)}"),
    ("SB202", 14, _misspelled),
    ("SB203", 11, _separated),
    ("SB402", 9, _mistyped),
    ("SB301", 7, _not_eight),
    ("SB303", 2, _of_another),
    ("SB302", 1, lambda rng, place: f"saraban_{rng.choice(('01', '07', '60'))}{place.code[2:]}@dla.go.th"),
    ("SB201", 6, lambda rng, place: f"{rng.choice(('admin', 'info', 'office', 'contact'))}@{place.host}"),
    ("SB201", 1, lambda rng, place: f"{place.code}@dla.go.th"),
    ("SB204", 3, lambda rng, place: f"saraban{rng.choice(('.admin', '-office', '_1'))}@{place.host}"),
    ("SB403", 3, lambda rng, place: f"saraban@{place.label}.{rng.choice(('net', 'org', 'in.th', 'co.th'))}"),
    ("SB404", 3, lambda rng, place: f"saraban@{_slip(rng, place.label)}.go.th"),
    ("SB207", 2, lambda rng, place: f"saraban_{place.code}@lgo.mail.go.th"),
    ("SB207", 1, lambda rng, place: f"saraban_{place.label}@dla.go.th"),
    ("SB102", 2, _malformed),
    ("SB105", 1, lambda rng, place: f"หฟพฟิฟื_{place.code}@dla.go.th"),
)
"""What is wrong, by the rule that says so: its weight, and how such an address is made."""


def _wrong(rng: random.Random, place: Place) -> tuple[str, str]:
    """An incorrect address, and the website that goes with it."""
    (rule, _, make) = rng.choices(WRONG, [weight for _, weight, _ in WRONG])[0]
    needs_website = rule == "SB404" or rng.random() < 0.8
    return make(rng, place), f"www.{place.host}" if needs_website else ""


# Their cells


class _Words(NamedTuple):
    """How a status is written: usually, usually without signs, otherwise, and otherwise with signs.

    Only the signs (✓, ü) are missing from Windows-874.
    """

    sign: str
    plain: str
    others: tuple[str, ...]
    signs: tuple[str, ...]


_YES = _Words("✓", "มี", ("ใช่", "แล้ว", "ดำเนินการแล้ว", "Yes", "Y", "true", "1", "P"), ("✔", "☑", "√", "ü"))
_NO = _Words("✗", "ไม่มี", ("ไม่ใช่", "ยังไม่ดำเนินการ", "No", "n", "x", "0", "O"), ("✘", "✕", "×", "û"))
_DELIVERED = _Words("✓", "ส่งได้", ("สำเร็จ", "ปกติ", "Delivered", "OK", "250"), ("✔", "☑", "√"))
_FULL = _Words("✗ (อีเมลเต็ม)", "อีเมลเต็ม", ("กล่องจดหมายเต็ม", "Mailbox full", "over quota", "552 5.2.2", "4.2.2"), ())
_FAILED = _Words("✗", "ส่งไม่ได้", ("ไม่สำเร็จ", "ตีกลับ", "bounced", "failed", "550 5.1.1 User unknown"), ("✘", "×"))
_UNKNOWN = _Words("", "", ("-",), ())
_NO_ADDRESS = ("", "-", "ไม่มี", "ไม่ระบุ", "ไม่ระบุอีเมล", "n/a")
_UPGRADED = ("ยกฐานะ", "ยกฐานะแล้ว", "ยกฐานะเป็น{kind}", "ยกฐานะเป็น{kind} เมื่อปี 2568")
_CORRECT = ("A1", "A2", "D1")

_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TO_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}

Mess = Callable[[random.Random, str], str]
"""The same thing written badly."""

_MESSY_ADDRESSES: tuple[Mess, ...] = (
    lambda _, text: f"  {text} ",
    lambda _, text: f"\u00a0{text}",
    lambda _, text: f'"{text}"',
    lambda _, text: text.partition("@")[0].translate(_TO_THAI) + text[text.index("@") :] + " ",
    lambda rng, text: text.replace("@", rng.choice((" @", "@ ", " @ ", "(at)", " [at] "))),
    lambda rng, text: rng.choice(("E-mail: ", "อีเมล : ", "อีเมลกลาง: ", "mailto:", "Email : ")) + text,
    lambda rng, text: rng.choice((text.upper(), text.title())),
    lambda rng, text: text + rng.choice((".", ",", ";", " :")),
    lambda rng, text: f"{rng.choice(('งานสารบรรณ', 'งานธุรการ', 'Saraban'))} <{text}>",
)
_MESSY_BEYOND: tuple[Mess, ...] = (
    lambda _, text: text.translate(_TO_WIDE),
    lambda _, text: text.replace("@", "＠").replace(".", "．"),
    lambda rng, text: _with(rng, text, rng.choice("\u200b\u200c\ufeff\u00ad\u200e")),
)
"""With characters that Windows-874 lacks."""

_MESSY_CORRECT: tuple[Mess, ...] = (
    lambda rng, text: f"{text}, office{rng.randrange(10**6)}@hotmail.com",
    lambda rng, text: f"office{rng.randrange(10**6)}@gmail.com / {text}",
)
"""With a second address: the correct one is judged, so only a correct one keeps its meaning."""

_MESSY_WEBSITES: tuple[Mess, ...] = (
    lambda _, host: f"WWW..{host.capitalize()}",
    lambda _, host: f"www.{host.capitalize().replace('.go.th', ' go.th')}",
    lambda _, host: f"http: //www.{host}",
    lambda _, host: f" www ...http://{host} ",
    lambda _, host: f"www.{host}.",
    lambda _, host: host.upper(),
    lambda _, host: f"http//www.{host}",
    lambda rng, host: f"{rng.choice('ืิ')}http://www.{host}",
    lambda rng, host: f"https://{host}/home/index.php?id={rng.randrange(1000)}",
)
_MESSY_CODES: tuple[Mess, ...] = (
    *[lambda _, code: code[1:]] * 3,
    lambda _, code: f"{code[1:]}.0",
    lambda _, code: code.translate(_TO_THAI),
    lambda _, code: f"{code[:2]} {code[2:4]} {code[4:6]} {code[6:]}",
    lambda _, code: f" {code}",
)


def _with(rng: random.Random, text: str, invisible: str) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + invisible + text[at:]


def _statuses(rng: random.Random, group: str) -> tuple[_Words, _Words, _Words]:
    """Notice, posting and delivery of an agency in a group."""
    if group == "W":
        notice, posted = rng.choice(((_YES, _YES), (_YES, _NO), (_NO, _NO)))
        return notice, posted, rng.choice((_DELIVERED, _FAILED, _UNKNOWN))
    delivery = {
        "A2": _FULL,
        "B2": _FULL,
        "B3": _FAILED,
        "C": rng.choice((_FAILED, _UNKNOWN)),
        "D3": rng.choice((_FAILED, _FAILED, _FULL)),
        "E": _FAILED,
    }
    return _NO if group == "E" else _YES, _NO if group[0] in "DE" else _YES, delivery.get(group, _DELIVERED)


def _address(rng: random.Random, group: str, place: Place) -> tuple[str, str]:
    """The address of an agency in a group, and its website."""
    if group in _CORRECT:
        return _right(rng, place)
    if group == "C" or (group == "E" and rng.random() < 0.5):
        return rng.choice(_NO_ADDRESS), f"www.{place.host}"
    if group == "W" and rng.random() < 0.7:
        number = int(place.code[6:]) + _LAST_NUMBER - _FIRST_NUMBER + 1
        return f"saraban_{_FORMER[place.code[:2]]}{place.code[2:6]}{number}@dla.go.th", f"www.{place.host}"
    return _wrong(rng, place)


def _row(rng: random.Random, place: Place, group: str, plain: bool) -> tuple[Row, tuple[_Words, ...]]:
    """A row as it should be typed, and what its statuses mean."""
    statuses = _statuses(rng, group)
    address, website = _address(rng, group, place)
    notice, posted, delivery = (words.plain if plain else words.sign for words in statuses)
    row = {
        "code": place.code,
        "name": place.kind.short + place.name,
        "kind": place.kind.name.th,
        "amphoe": place.amphoe,
        "province": place.province.name.th,
        "website": website,
        "address": address,
        "notice": notice,
        "posted": posted,
        "delivery": delivery,
        "upgraded": rng.choice(_UPGRADED).format(kind=place.kind.name.th) if group == "W" else "",
        "expected_group": group,
    }
    return row, statuses


def _make_messy(rng: random.Random, row: Row, statuses: tuple[_Words, ...], plain: bool) -> None:
    """Write one to three things of a row differently, so that they still mean the same."""
    address, website = row["address"], row["website"]
    things = ["code", "name", "statuses"]
    if address.isascii() and address.count("@") == 1 and not address.startswith("@"):
        things.append("address")
    if website.startswith("www."):
        things.append("website")
    things = rng.sample(things, rng.randint(1, 3))
    if "code" in things:
        row["code"] = rng.choice(_MESSY_CODES)(rng, row["code"])
    if "name" in things:
        row["name"] = row["kind"] + row["name"].rpartition(".")[2]
    if "statuses" in things:
        for field, words in zip(("notice", "posted", "delivery"), statuses, strict=True):
            row[field] = rng.choice(words.others if plain else words.others + words.signs)
    if "address" in things:
        ways = _MESSY_ADDRESSES + (() if plain else _MESSY_BEYOND)
        ways += _MESSY_CORRECT if row["expected_group"] in _CORRECT else ()
        row["address"] = rng.choice(ways)(rng, address)
    if "website" in things:
        row["website"] = rng.choice(_MESSY_WEBSITES)(rng, website.removeprefix("www."))


def _groups(rng: random.Random, found: Sequence[Place]) -> list[str]:
    """A group for each, in the published numbers; only what can have been upgraded is in W."""
    can_be = [i for i, place in enumerate(found) if place.code[:2] in _FORMER]
    upgraded = set(rng.sample(can_be, PUBLISHED["W"]))
    others = [group for group, count in PUBLISHED.items() if group != "W" for _ in range(count)]
    rng.shuffle(others)
    rest = iter(others)
    return ["W" if i in upgraded else next(rest) for i in range(len(found))]


# The lists


def agencies(seed: int = 2569, plain: bool = False) -> list[Row]:
    """The nationwide list: one dict an agency, with the twelve columns of HEADINGS and `expected_group`.

    A fifth of the rows is messy, but means the same. With `plain` no character is used that Windows-874 lacks;
    the agencies, their facts and their groups are the same then.
    """
    rng = random.Random(seed)
    found = places(rng)
    groups = _groups(rng, found)
    messy = set(rng.sample(range(len(found)), round(_MESSY * len(found))))
    rows = []
    for i, (place, group) in enumerate(zip(found, groups, strict=True)):
        own = random.Random(f"{seed} {place.code}")
        row, statuses = _row(own, place, group, plain)
        if i in messy:
            _make_messy(own, row, statuses, plain)
        rows.append({"number": str(i + 1), **row})
    return rows


def _cells(row: Row) -> list[str]:
    return [row[field] for field in HEADINGS]


def write_xlsx(path: Path, rows: Sequence[Row]) -> None:
    """The list as a workbook: header in row 4 under two titles, shared strings, codes without zero as numbers."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "อปท."
    for title in _TITLES:
        sheet.append([title])
    sheet.append([])
    sheet.append(list(HEADINGS.values()))
    for column in range(1, len(HEADINGS) + 1):
        sheet.cell(4, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = 20
    for row in rows:
        number, code, *texts = _cells(row)
        is_number = len(code) == 7 and code.isascii()
        sheet.append([int(number), int(code) if is_number else code, *(text or None for text in texts)])
    sheet.freeze_panes = "A5"
    save(book, path)


def write_csv(path: Path, rows: Sequence[Row], encoding: str) -> None:
    """The list as CSV, its header in line 1. For `cp874` the rows must be `plain`."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS.values())
        writer.writerows(map(_cells, rows))


# The million

_MILLION_COLUMNS = ("code", "name", "province", "address", "notice", "posted", "delivery", "upgraded")
_STRIDE = 1_000_003


def _wrong_of_million(rng: random.Random, code: str, label: str) -> str:
    """Half of them free mail with distinct names, the rest of mixed kinds."""
    draw = rng.random()
    if draw < 0.5:
        return f"{label}{code[1:]}@{'gmail.com' if draw < 0.3 else 'hotmail.com'}"
    if draw < 0.6:
        return f"{rng.choice(_MISSPELLED)}_{code}@dla.go.th"
    if draw < 0.7:
        return f"saraban_{code}@{rng.choice(_NEAR_DLA)}"
    if draw < 0.8:
        return f"saraban{rng.choice(('-', '', '.', '__'))}{code}@dla.go.th"
    if draw < 0.9:
        return f"saraban_{code[1:]}@dla.go.th"
    return f"saraban@{label}{code}.{rng.choice(('net', 'org', 'in.th'))}"


def _million(rows: int, seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    stems = [
        (f"{kind.type_digits}{province}", kind.short, provinces()[province].name.th)
        for kind in kinds().values()
        if kind.type_digits and kind.key != "pattaya"
        for province in sorted(dla_province_codes())
    ]
    each = 60 * 100
    if rows > each * len(stems):
        raise ValueError(f"there are only {each * len(stems):,} codes")
    short = [(name, label) for name, label in NAMES if len(name) < 7]
    for i in range(rows):
        which, rest = divmod(i * _STRIDE % (each * len(stems)), each)
        stem, kind, province = stems[which]
        code = f"{stem}{4000 + rest}"
        name, label = short[i % len(short)]
        is_wrong = i % 10 == 7
        address = _wrong_of_million(rng, code, label) if is_wrong else f"saraban_{code}@dla.go.th"
        delivery = "✗" if is_wrong and i % 20 == 7 else "✓"
        yield f"{code},{kind}{name},{province},{address},✓,✓,{delivery},\n"


def write_million(path: Path, rows: int = 1_000_000, seed: int = 2569) -> None:
    """A list of very many agencies as CSV of eight columns, less than 100 MB for a million.

    Nine of ten are in A1; every tenth address is wrong, nearly all in another way (B1 and B3, half and half).
    Raises ValueError where there are not so many codes.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(HEADINGS[field] for field in _MILLION_COLUMNS) + "\n")
        file.writelines(_million(rows, seed))
