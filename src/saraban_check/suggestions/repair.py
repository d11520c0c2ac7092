"""The smallest edit of what was typed that could have been meant. Where two are as near, none is offered."""

import re

from ..address.codes import code_with_stem, meant_code
from ..address.mailbox import Word
from ..address.nearness import edits
from ..address.shape import Shape, Zone, read_shape
from ..address.suffixes import registrable_domain
from ..address.websites import read_website
from ..model.policy import PUBLISHED, Domains
from ..reference.domains import providers
from ..reference.words import lookalikes

_CODE_AT_END = re.compile(r"[0-9oil]{7,8}$")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_GOVERNMENT = ".go.th"


def repair(value: str, website: str, stem: str = "", domains: Domains = PUBLISHED) -> str | None:
    """What the address was meant to be, by its own letters; it is not judged here.

    `website` is the record's cell, `stem` the first four digits of the code, as far as the record tells them.
    """
    text = _tidy(value.translate(lookalikes()).lower())
    if not text.isascii():
        return None
    if "@" not in text:
        text = _with_at_sign(text, read_website(website).host)
    shape = read_shape(text, website, domains)
    if shape is None:
        return None
    zone = shape.intended
    if zone is Zone.DLA:
        return _dla(shape, stem)
    if zone is Zone.LGO:
        return _lgo(shape)
    if shape.mailbox.word is Word.ABSENT:
        return None
    if zone is Zone.OWN:
        return f"saraban@{shape.domain}"
    if zone in (Zone.UNACCEPTED, Zone.BROKEN) and (domain := _government_domain(shape.domain)):
        return f"saraban@{domain}"
    return None


def _tidy(text: str) -> str:
    text = re.sub(r"@[@\s]*", "@", text.strip())
    text = re.sub(r"\.{2,}", ".", text)
    return re.sub(r"^[.\s]+|[.\s]+$|(?<=@)[.-]+|[.\s-]+(?=@)", "", text)


def _with_at_sign(text: str, host: str | None) -> str:
    """The @ put where a known domain begins, if it was left out."""
    for domain in (*providers(), *([host] if host else [])):
        if text.endswith(domain) and len(text) > len(domain):
            return f"{text[: -len(domain)].rstrip('.')}@{domain}"
    return text


def _dla(shape: Shape, stem: str) -> str | None:
    mailbox = shape.mailbox
    if mailbox.word in (Word.EXACT, Word.NEAR):
        text = mailbox.rest
    else:
        found = _CODE_AT_END.search(shape.local.lower())
        text = found[0] if found else mailbox.rest.strip("_-. ").removesuffix("saraban").strip("_-. ")
    code = meant_code(text) or code_with_stem(text, stem)
    return f"saraban_{code}@dla.go.th" if code else None


def _lgo(shape: Shape) -> str | None:
    name = shape.mailbox.rest
    if shape.mailbox.word not in (Word.EXACT, Word.NEAR) or not _NAME.fullmatch(name):
        return None
    return f"saraban-{name}@lgo.mail.go.th"


def _government_domain(domain: str) -> str | None:
    """The domain with its mistyped `.go.th` set right (`.goth`, `.go.ht`, `.gp.th`), if one letter is wrong."""
    ends = [n for n in (5, 6, 7) if len(domain) > n and edits(domain[-n:], _GOVERNMENT, 1) == 1]
    bases = {domain[:-n].rstrip(".") for n in ends}
    whole = {base + _GOVERNMENT for base in bases if re.fullmatch(r"[a-z0-9-]{2,}(?:\.[a-z0-9-]{2,})*", base)}
    good = [w for w in whole if registrable_domain(w)]
    return good[0] if len(good) == 1 else None
