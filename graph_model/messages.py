"""What is said of an argument: each face spells it its own way, `--limit` on a command line and `limit=…` in Python."""

from dataclasses import dataclass
from typing import Protocol


class Spelling(Protocol):
    """How a face writes an argument, with a value where one is advised."""

    def __call__(self, argument: str, value: object = None) -> str:
        """The argument as somebody would type it."""


def as_keyword(argument: str, value: object = None) -> str:
    """As Python has it.

    >>> as_keyword("exact", value=True), as_keyword("limit")
    ('exact=True', 'limit')
    """
    return argument if value is None else f"{argument}={value!r}"


class Worded:
    """A value that a face puts into words. Its `str` is what Python's users read."""

    def in_words(self, spelled: Spelling) -> str:
        """The message, with arguments as a face spells them."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.in_words(as_keyword)


@dataclass(frozen=True, init=False)
class Advice(Worded):
    """What is wrong, and a remedy with `{}` for each of the arguments that it names.

    >>> str(Advice("there is none", "name one with {} or NEO4J_URI", "uri"))
    'there is none; name one with uri or NEO4J_URI'
    """

    problem: str
    remedy: str
    arguments: tuple[str, ...]

    def __init__(self, problem: str, remedy: str, *arguments: str):
        for name, value in (("problem", problem), ("remedy", remedy), ("arguments", arguments)):
            object.__setattr__(self, name, value)

    def in_words(self, spelled: Spelling) -> str:
        """The problem, then the remedy."""
        return f"{self.problem}; {self.remedy.format(*map(spelled, self.arguments))}"


def worded(remark: object, spelled: Spelling) -> str:
    """A remark or an error in the words of a face."""
    return remark.in_words(spelled) if isinstance(remark, Worded) else str(remark)
