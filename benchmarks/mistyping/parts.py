"""An address part by part, and which slips in it nobody could see who does not know the agency."""

import re
from typing import NamedTuple

from saraban_check.reference.places import dla_province_codes

DLA, LGO = "dla.go.th", "lgo.mail.go.th"
CORE = ("word", "mark", "name", "at", "domain")
"""The parts of the address itself, in the order in which they are typed."""


class Parts(NamedTuple):
    """An address as it is typed, part by part. `mark` and `name` are blank where the mailbox is only `saraban`."""

    word: str
    mark: str
    name: str
    domain: str
    at: str = "@"
    front: str = ""
    behind: str = ""

    @property
    def core(self) -> str:
        return f"{self.word}{self.mark}{self.name}{self.at}{self.domain}"

    @property
    def text(self) -> str:
        return f"{self.front}{self.core}{self.behind}"

    @property
    def form(self) -> str:
        return {DLA: "dla", LGO: "lgo"}.get(self.domain, "own")


_LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_CODE = re.compile("0[2-6]([0-9]{2})[0-9]{4}")
_NAME = re.compile(_LABEL)
_OWN = re.compile(rf"(?:{_LABEL}\.)+(?:go\.th|or\.th|ac\.th|mi\.th|com)")
_HOSTED = re.compile(rf"{_LABEL}\.mail\.go\.th")
_SEEN = re.compile(
    r"^www\.|^(?:.+\.)?(?:dla|lgo(?:\.mail)?|mail)\.go\.th$|\.(?:go|or|ac|mi|co|in|com)\.(?:th|go)\.|\.com\."
)
"""Domains that everybody sees to be wrong, or to be a provider's."""
_READ = re.compile(r"saraban(?:([_-])([^@]+))?@([^@]+)")
_AS_DIGITS = str.maketrans("oli", "011")


def is_plausible(parts: Parts) -> bool:
    """Whether the name and the domain could be some agency's."""
    if parts.form == "dla":
        code = _CODE.fullmatch(parts.name)
        return code is not None and code[1] in dla_province_codes()
    if parts.form == "lgo":
        return _NAME.fullmatch(parts.name) is not None
    if _HOSTED.fullmatch(parts.domain):
        return True
    return _OWN.fullmatch(parts.domain) is not None and not _SEEN.search(parts.domain)


def is_hidden(meant: Parts, typed: Parts) -> bool:
    """Whether what is typed for the name or the domain makes by itself another possible address of the same form.

    The zero that a code has lost, letters for digits and spaces hide nothing: what is meant by them is seen.
    """
    name, domain, core = ("".join(text.lower().split()) for text in (typed.name, typed.domain, typed.core))
    if meant.form == "dla":
        name = name.translate(_AS_DIGITS).rjust(8, "0")
    alone = [meant._replace(name=name), meant._replace(domain=domain)]
    if read := _READ.fullmatch(core):
        alone.append(Parts("saraban", read[1] or "", read[2] or "", read[3]))
    return any(other != meant and other.form == meant.form and is_plausible(other) for other in alone)
