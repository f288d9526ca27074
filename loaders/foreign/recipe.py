"""`import.toml`: what a foreign table means: as known for a published list, found, asked and answered."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bycn.graph_model.errors import BycnError
from bycn.graph_model.names import fold
from bycn.loaders.bounded_reading import MOST_IN_QUESTION, content

FILE = "import.toml"
OPEN = "?"
"""The answer of a question that nobody has answered."""
SHIPPED = Path(__file__).parent / "recipes"
_SECTIONS: dict[str, str] = {
    "import": "",
    "types": "what the rows of each sheet are: skip leaves a sheet out",
    "source": "the row of sources.csv for the file",
    "columns": "what each column means",
    "keep": "the rows to take: those with one of these values",
    "defaults": "cells that the table doesn't have",
    "words": "what words of the table mean",
    "dates": "what comes first in dates such as 3/4/2023",
    "numbers": "what a comma means in numbers such as 1,548",
    "fill_down": "columns whose empty cells mean the cell above",
    "names": "whom a name means: a name or id, a new entity, or skip, which leaves the row out",
    "countries": "places of neither country: skip leaves the rows out",
    "same_as": "ties that the shipped tables have: the id of the shipped fact where it is the same, or no",
}
"""The sections in the order in which they are written, each with what it holds."""


class BadRecipe(BycnError):
    """An `import.toml` that can't be read."""


@dataclass
class Question:
    """What the program can't decide: where the answer is to be written, and the candidates."""

    section: str
    key: str
    text: str
    candidates: tuple[str, ...] = ()
    holds: int = 0
    """How many rows wait for the answer."""


@dataclass
class Recipe:
    """The content of an `import.toml`, by section and key. `title` names a shipped one."""

    title: str = ""
    match: tuple[str, ...] = ()
    """The columns by which a shipped recipe knows its table."""
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)

    def get(self, section: str, key: str) -> Any:
        """An answer, None where there is none or it is still open. Keys are compared folded."""
        wanted = fold(key) or key
        found = next((v for k, v in self.answers.get(section, {}).items() if (fold(k) or k) == wanted), None)
        return None if found == OPEN else found

    def section(self, name: str) -> dict[str, Any]:
        """The answers of a section."""
        return {key: value for key, value in self.answers.get(name, {}).items() if value != OPEN}

    def words(self, name: str) -> dict[str, str]:
        """What the words of a column mean, folded."""
        answers = self.answers.get("words", {}).get(name, {})
        return {(fold(key) or key): str(value) for key, value in answers.items() if value != OPEN}

    def over(self, other: "Recipe") -> "Recipe":
        """These answers, and those of another recipe where these have none."""
        names = {**other.answers, **self.answers}
        answers = {name: {**other.answers.get(name, {}), **self.answers.get(name, {})} for name in names}
        words = {**other.answers.get("words", {}), **self.answers.get("words", {})}
        answers["words"] = {
            name: {**other.answers.get("words", {}).get(name, {}), **self.answers.get("words", {}).get(name, {})}
            for name in words
        }
        return Recipe(self.title or other.title, other.match or self.match, answers)


def read_recipe(path: Path) -> Recipe:
    """An `import.toml`.

    Raises:
        BadRecipe: it is no TOML, or has a section that isn't known.
        OSError: it can't be read.

    """
    try:
        answers = tomllib.loads(content(path, MOST_IN_QUESTION).decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadRecipe(f"{path}: not TOML in UTF-8 ({error}); correct that place") from error
    title, match = str(answers.pop("title", "")), answers.pop("match", [])
    for name, section in answers.items():
        if name not in _SECTIONS or not isinstance(section, dict):
            raise BadRecipe(f"{path}: [{name}] is no section; there are {', '.join(_SECTIONS)}")
    return Recipe(title, tuple(match), answers)


def shipped_named(name: str) -> Path:
    """The file of a shipped recipe.

    Raises:
        BadRecipe: there is none of that name.

    """
    names = sorted(path.stem for path in SHIPPED.glob("*.toml"))
    if name not in names:
        raise BadRecipe(f"there is no file '{name}', and no recipe of that name; there are {', '.join(names)}")
    return SHIPPED / f"{name}.toml"


def known_headers() -> frozenset[str]:
    """The headers that shipped recipes know, folded."""
    recipes = [read_recipe(path) for path in SHIPPED.glob("*.toml")]
    return frozenset(fold(name) for recipe in recipes for name in (*recipe.match, *recipe.answers.get("columns", {})))


def shipped_for(header: list[str]) -> Recipe:
    """The shipped recipe whose columns all stand in a header, the most telling one; an empty one where none fits."""
    there = {fold(name) for name in header}
    recipes = (read_recipe(path) for path in sorted(SHIPPED.glob("*.toml")))
    fitting = [recipe for recipe in recipes if recipe.match and {fold(name) for name in recipe.match} <= there]
    return max(fitting, key=lambda recipe: len(recipe.match), default=Recipe())


def written(recipe: Recipe, questions: list[Question]) -> str:
    """The text of an `import.toml`: what was understood and answered, and what is asked, with the candidates."""
    return "\n".join(_lines(recipe, questions)) + "\n"


def _lines(recipe: Recipe, questions: list[Question]) -> Iterator[str]:
    yield '# What bycn import understood. Answer each "?" and type the same line again.'
    yield "# The file imports the next table of the same form too: bycn import NEXT -o DIR, with this file in DIR."
    if recipe.title:
        yield f"title = {_quoted(recipe.title)}"
    for name, holds in _SECTIONS.items():
        asked = [question for question in questions if question.section.split(".")[0] == name]
        answers = recipe.answers.get(name, {})
        if name == "words":
            for part in sorted({*answers, *(question.section.partition(".")[2] for question in asked)}):
                mine = [question for question in asked if question.section == f"words.{part}"]
                yield from _section(f"words.{part}", holds, answers.get(part, {}), mine)
        elif answers or asked:
            yield from _section(name, holds, answers, asked)


def _section(name: str, holds: str, answers: dict[str, Any], asked: list[Question]) -> Iterator[str]:
    open_keys = {fold(question.key) or question.key for question in asked}
    given = [(key, v) for key, v in answers.items() if (fold(key) or key) not in open_keys and v != OPEN]
    if not given and not asked:
        return
    yield ""
    yield f"[{name}]" + (f" # {holds}" if holds else "")
    for key, value in given:
        yield f"{_quoted(key)} = {_value(value)}"
    for question in asked:
        yield f"# {_comment(question.text)}"
        if question.candidates:
            yield f"# candidates: {_comment(' | '.join(question.candidates))}"
        yield f'{_quoted(question.key)} = "{OPEN}"'


def _comment(text: str) -> str:
    return " ".join(text.split())


def _value(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else _quoted(str(value))


def _quoted(text: str) -> str:
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(signs.get(c, c if c.isprintable() or c == " " else f"\\u{ord(c):04x}") for c in text) + '"'
