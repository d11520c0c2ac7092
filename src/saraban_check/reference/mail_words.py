"""What mail systems write: words for full, failed, delayed, delivered, the names they sign with, the status codes."""

from functools import cache
from typing import NamedTuple

from .tables import rows, several


class MailWords:
    """Texts that mean one thing: whole (`is`), at the start, or inside. All compare folded (see `fold`)."""

    def __init__(self, found: tuple[tuple[str, str], ...]) -> None:
        self._words = found
        self._is = frozenset(t for m, t in found if m == "is")
        self._starts = tuple(t for m, t in found if m == "starts")
        self._inside = tuple(t for m, t in found if m == "contains")

    def fit(self, folded: str) -> bool:
        """Whether the folded text is one of these words, begins with one, or holds one."""
        return folded in self._is or folded.startswith(self._starts) or any(text in folded for text in self._inside)

    def begins(self, folded: str) -> bool:
        """Whether the folded text begins with one of the words that may stand inside."""
        return folded.startswith(self._inside)

    def ends(self, folded: str) -> bool:
        """Whether the folded text ends with one of the words that may stand inside."""
        return folded.endswith(self._inside)

    def first(self, folded: str) -> int:
        """Where the first of the words that may stand inside begins, -1 where none does."""
        return min((at for text in self._inside if (at := folded.find(text)) >= 0), default=-1)

    def places(self, folded: str) -> list[int]:
        """Where the words that may stand inside begin, each time."""
        found: list[int] = []
        for text in self._inside:
            at = folded.find(text)
            while at >= 0:
                found.append(at)
                at = folded.find(text, at + len(text))
        return found

    def among(self, folded: str) -> "MailWords":
        """Those of the words that a text has, for asking much of its pieces."""
        return MailWords(tuple(one for one in self._words if one[1] in folded))


def fold(text: str) -> str:
    """A text for comparing: without case, its white space one space each, its apostrophe the typewriter's."""
    return " ".join(text.replace("’", "'").casefold().split())


@cache
def mail_words(name: str) -> MailWords:
    """One list of `mail_words.csv`, such as `full`, `failed`, `delayed`, `subject`, `original`."""
    return MailWords(tuple((r["match"], r["text"].casefold()) for r in rows("mail_words") if r["list"] == name))


@cache
def mail_codes() -> dict[str, str]:
    """What a code is about, by enhanced code (`5.2.2`), by its class and subject (`5.1`), or by reply code (`552`).

    Source: RFC 3463, 5321, 7372, 7504.
    """
    return {r["code"]: r["about"] for r in rows("mail_codes")}


class MailVerdict(NamedTuple):
    """What is known of a recipient, by how it ended; `reason` names why nothing is (see `bounces.reasons`)."""

    refused: str
    expired: str
    deferred: str
    reason: str


@cache
def mail_verdicts() -> dict[tuple[str, str], MailVerdict]:
    """What a report says, by stage (`any`) and what it is about (empty where that is not said)."""
    return {
        (r["stage"], r["about"]): MailVerdict(r["refused"], r["expired"], r["deferred"], r["reason"])
        for r in rows("mail_verdicts")
    }


@cache
def mail_stages(how: str) -> dict[str, str]:
    """The stage by phrase: those that are `said`, `implied`, or the `command` of a transcript."""
    return {text: r["stage"] for r in rows("mail_stages") if r["how"] == how for text in several(r["phrase"])}
