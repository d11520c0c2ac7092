"""How words and figures stand in the paper: in its language, with Thai digits where they were asked for."""

from ...drafting.plain_text import thai_digits
from ...model.lazy_pattern import lazy_pattern
from ...model.text import Lang
from ...report.escape import for_xml
from .blocks import Words

_CODE = lazy_pattern(r"((?<![0-9])[0-9]{8}(?![0-9]))")
"""Eight digits in a row are a code of an agency: a count has commas."""
_HIDDEN = lazy_pattern(r"[\t\r\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


class Saying:
    """What a text is in the paper. Thai digits are of Thai: English has none. A line feed is a new line in a cell."""

    def __init__(self, lang: Lang, thai: bool) -> None:
        self.lang = lang
        self._thai = thai and lang == "th"

    def __call__(self, words: Words, *, is_name: bool = False) -> str:
        """The words, with nothing in them that XML forbids or that turns a line round; not yet escaped."""
        said = f"{words:,}" if isinstance(words, int) else words if isinstance(words, str) else words.say(self.lang)
        if not said.isprintable():
            said = for_xml(_HIDDEN.sub(" ", said))
        if self._thai and not is_name:
            # codes, addresses and whatever has Latin letters keep their digits
            parts = _CODE.split(said)
            said = "".join(part if at % 2 else thai_digits(part) for at, part in enumerate(parts))
        return said  # no-break spaces are not for Thai: LibreOffice then ends a line within the word behind one
