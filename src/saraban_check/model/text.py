"""A text that exists in both languages, and the two languages."""

from typing import Literal, NamedTuple

Lang = Literal["th", "en"]


class Text(NamedTuple):
    """One text in Thai and in English; `{name}` marks a place to fill in."""

    th: str
    en: str

    def say(self, lang: Lang, /, **parts: object) -> str:
        """The text in one language, its marked places filled with `parts`.

        A part that can itself be said is said in the same language.
        """
        template = self.th if lang == "th" else self.en
        if not parts:
            return template
        return template.format(**{k: v.say(lang) if hasattr(v, "say") else v for k, v in parts.items()})

    def fill(self, **parts: object) -> "Text":
        """The text with its marked places filled, still in both languages."""
        return Text(self.say("th", **parts), self.say("en", **parts))
