"""What mail systems write: how a mail ended, whom it was for, the names that they sign with."""

from functools import cache

from .remembered import remembered
from .tables import rows
from .words_together import WordsTogether


class MailWords:
    """Texts that mean one thing: whole (`is`), at the start, inside, or several words `together` inside.

    All compare folded (see `fold`).
    """

    def __init__(self, found: tuple[tuple[str, str], ...]) -> None:
        self._words = found
        self._is = frozenset(t for m, t in found if m == "is")
        self._starts = tuple(t for m, t in found if m == "starts")
        self._inside = tuple(t for m, t in found if m == "contains")
        self._together = tuple(WordsTogether.of(t) for m, t in found if m == "together")
        self._all = self._inside, self._together
        self._in_ascii = (  # what is written in Thai stands in no text without Thai letters
            tuple(text for text in self._inside if text.isascii()),
            tuple(words for words in self._together if any(word.isascii() for word in words.groups[0])),
        )
        self.fit = remembered(self._fit)
        """Whether a folded text is one of these words, begins with one, or holds one."""

    def _fit(self, folded: str) -> bool:
        if folded in self._is or folded.startswith(self._starts):
            return True
        inside, together = self._in_ascii if folded.isascii() else self._all
        for text in inside:  # a loop takes half the time of `any`
            if text in folded:
                return True
        return any(True for words in together for _ in words.places(folded))

    def begins(self, folded: str) -> bool:
        """Whether the folded text begins with one of the words that may stand inside."""
        return folded.startswith(self._inside) or any(words.begins(folded) for words in self._together)

    def ends(self, folded: str) -> bool:
        """Whether the folded text ends with one of the words that may stand inside."""
        return folded.endswith(self._inside) or any(words.ends(folded) for words in self._together)

    def first(self, folded: str) -> int:
        """Where the first of the words that may stand inside begins, -1 where none does."""
        return min((at for text in self._inside if (at := folded.find(text)) >= 0), default=-1)

    def places(self, folded: str) -> list[int]:
        """Where the words that may stand inside begin, each time."""
        found: list[int] = []
        inside, together = self._in_ascii if folded.isascii() else self._all
        for text in inside:
            at = folded.find(text)
            while at >= 0:
                found.append(at)
                at = folded.find(text, at + len(text))
        for words in together:
            found.extend(words.places(folded))
        return found

    def among(self, folded: str) -> "MailWords":
        """Those of the words that a text has, for asking much of its pieces."""
        return MailWords(tuple(one for one in self._words if one[0] == "together" or one[1] in folded))


def fold(text: str) -> str:
    """A text for comparing: without case, its white space one space each, its apostrophe the typewriter's."""
    return " ".join(text.replace("’", "'").casefold().split())


@cache
def mail_words(name: str) -> MailWords:
    """One list of `mail_words.csv`, such as `failed`, `delayed`, `subject`, `original`."""
    return MailWords(tuple((r["match"], r["text"].casefold()) for r in rows("mail_words") if r["list"] == name))
