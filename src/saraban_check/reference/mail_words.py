"""What mail systems write: words for full, failed, delayed, delivered, the names they sign with, the status codes."""

from functools import cache

from .tables import rows


class MailWords:
    """Texts that mean one thing: whole (`is`), at the start, or inside. All compare folded (see `fold`)."""

    def __init__(self, name: str) -> None:
        found = [(r["match"], r["text"].casefold()) for r in rows("mail_words") if r["list"] == name]
        self._is = frozenset(t for m, t in found if m == "is")
        self._starts = tuple(t for m, t in found if m == "starts")
        self._inside = tuple(t for m, t in found if m == "contains")

    def fit(self, folded: str) -> bool:
        """Whether the folded text is one of these words, begins with one, or holds one."""
        return folded in self._is or folded.startswith(self._starts) or any(text in folded for text in self._inside)

    def first(self, folded: str) -> int:
        """Where the first of the words that may stand inside begins, -1 where none does."""
        return min((at for text in self._inside if (at := folded.find(text)) >= 0), default=-1)

    def without(self, folded: str) -> str:
        """The folded text without these words, wherever they stand."""
        for text in self._inside:
            folded = folded.replace(text, " ")
        return folded


def fold(text: str) -> str:
    """A text for comparing: without case, its white space one space each, its apostrophe the typewriter's."""
    return " ".join(text.replace("’", "'").casefold().split())


@cache
def mail_words(name: str) -> MailWords:
    """One list of `mail_words.csv`, such as `full`, `failed`, `delayed`, `subject`, `original`."""
    return MailWords(name)


@cache
def mail_codes() -> dict[str, str]:
    """The status by enhanced code (`5.2.2`), by its class (`5`), or by reply code (`552`). Source: RFC 3463, 5321."""
    return {r["code"]: r["status"] for r in rows("mail_codes")}
