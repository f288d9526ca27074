"""Pieces of text that answers are made of.

What data hold is text and nothing else: `piece` is the one way in, and it cleans. Signs that the terminal can't show
are replaced by words here, so that the widths are those of what is printed.
"""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from bycn.answers import words
from bycn.safe_text import clean
from bycn.terminal import shows

FACT, PLAN, FIGURE = "●", "○", "#"
HELD = "\u00a0"
"""A blank at which no line is broken. It is printed as any other."""
READ = "?"
"""Behind what rests on a passage that had to be interpreted."""
_SUBSTITUTES = {
    FACT: "fact:",
    PLAN: "plan:",
    "–": "-",
    "…": "...",
    "→": "->",
    "←": "<-",
    "×": "x",
    "³": "3",
    "²": "2",
    "·": "|",
    "─": "-",
    "’": "'",
}
"""What stands for a sign that the terminal can't show."""

BOLD, DIM, GREEN = "bold", "dim", "green"


def piece(text: object, style: str = "") -> Text:
    """A text of ours or of the data, as it can be shown."""
    shown = clean(str(text))
    for sign, spelled in _SUBSTITUTES.items():
        if sign in shown and not shows(sign):
            shown = shown.replace(sign, spelled)
    return Text(shown, style)


class Listing(Text):
    """A list that can name fewer of its parts."""

    def __init__(self, parts: Sequence[str], most: int | None, style: str = ""):
        super().__init__(piece(words.listed(parts, most)).plain, style)
        self.parts, self.most = parts, most or len(parts)

    @property
    def is_short(self) -> bool:
        """Whether it leaves parts out."""
        return len(self.parts) > self.most + 1

    def shortened(self) -> Iterator[Text]:
        """The list with fewer and fewer parts, and how many more there are."""
        for many in range(min(self.most, len(self.parts) - 1), 0, -1):
            yield piece(words.first_of(self.parts, many), str(self.style))


def held(text: str) -> str:
    """A text in which no line is broken, such as a command to be typed."""
    return text.replace(" ", HELD)


def mark(*, plan: bool) -> Text:
    """The sign of a fact, or of a plan."""
    return piece(PLAN, DIM) if plan else piece(FACT, GREEN)


def legend(sign: str) -> str:
    """A sign behind what it stands for, where it can be shown."""
    return f"{HELD}{sign}" if shows(sign) else ""


def joined(parts: Iterable[Text], between: str = " ") -> Text:
    """Texts, one behind the other; empty ones are left out."""
    return piece(between).join([part for part in parts if part])
