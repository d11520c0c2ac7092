"""What can go wrong before anything is judged.

    SarabanError
    ├── InputError      the file cannot be used: exit code 2
    └── RequestError    the request cannot be met as it was put: exit code 2

A fault of ours is none of these; it ends as exit code 3 and is never reported as a fault of the data.
"""

from typing import Self

from .text import Lang, Text

_OF_OPTION = Text("{option} {said}", "{option} {said}")


class SarabanError(Exception):
    """What can go wrong: one sentence that names the file, the place, what was found, and what to do.

    `say("th")` or `say("en")` gives it in either language, `str()` in English.
    """

    def __init__(self, text: Text, **parts: object) -> None:
        super().__init__(text, parts)
        self.text = text
        self.parts = parts

    def say(self, lang: Lang) -> str:
        """The sentence in one language."""
        return self.text.say(lang, **self.parts)

    def under(self, option: str) -> Self:
        """The same error, said of what an option names."""
        return type(self)(_OF_OPTION, option=option, said=self.text.fill(**self.parts))

    def __str__(self) -> str:
        return self.say("en")


class InputError(SarabanError):
    """The file cannot be read, or is not a list of agencies."""


class RequestError(SarabanError):
    """An option or argument asks for something that does not exist or does not fit."""
