"""What mail systems write: how a mail ended, whom it was for, the names that they sign with."""

from functools import cache

from .tables import rows


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
    """One list of `mail_words.csv`, such as `failed`, `delayed`, `subject`, `original`."""
    return MailWords(tuple((r["match"], r["text"].casefold()) for r in rows("mail_words") if r["list"] == name))
