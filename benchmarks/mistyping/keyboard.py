"""The keyboard: which keys touch which, and what they type where the Thai layout (Kedmanee) is on."""

from functools import cache

_ROWS = ("1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./")
_SHIFTED = "!@#$%^&*()_+"
_KEDMANEE = ("ๅ/-ภถุึคตจขช", "ๆไำพะัีรนยบล", "ฟหกดเ้่าสวง", "ผปแอิืทมใฝ", "+๑๒๓๔ู฿๕๖๗๘๙")
_THAI = dict(zip("".join((*_ROWS, _SHIFTED)), "".join(_KEDMANEE), strict=True))

ON_KEYPAD = {
    "0": "12",
    "1": "024",
    "2": "135",
    "3": "26",
    "4": "157",
    "5": "2468",
    "6": "359",
    "7": "48",
    "8": "579",
    "9": "68",
}
"""The digits beside each on a keypad."""


@cache
def beside(key: str) -> str:
    """The keys that touch a key, in its row first, then above and below; blank for what no key types."""
    for at, row in enumerate(_ROWS):
        if (x := row.find(key)) >= 0:
            near = row[x + 1 : x + 2] + row[max(x - 1, 0) : x]
            above = _ROWS[at - 1][x : x + 2] if at else ""
            below = _ROWS[at + 1][max(x - 1, 0) : x + 1] if at + 1 < len(_ROWS) else ""
            return near + above + below
    return {"_": "=0-", "@": "2#!"}.get(key, "")


def in_thai(text: str) -> str:
    """What the same keys type in the Thai layout."""
    return "".join(_THAI.get(key, key) for key in text)
