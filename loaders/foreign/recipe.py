"""`import.toml`: what a foreign table means: as known for a published list, found, asked and answered."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bycn.graph_model.errors import BycnError
from bycn.graph_model.folding import fold, word_key
from bycn.loaders.bounded_reading import MOST_IN_QUESTION, content
from bycn.loaders.foreign.recipe_comments import CANDIDATES, Comments, comments_of, place

FILE = "import.toml"
OPEN = "?"
"""The answer of a question that nobody has answered."""
_HEAD = (
    '# What bycn import understood. Answer each "?" and type the same line again.',
    "# The file imports the next table of the same form too: bycn import NEXT -o DIR, with this file in DIR.",
)
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
    comments: Comments = field(default_factory=Comments)

    def get(self, section: str, key: str) -> Any:
        """An answer, None where there is none or it is still open. Keys are compared folded."""
        wanted = word_key(key)
        found = next((v for k, v in self.answers.get(section, {}).items() if word_key(k) == wanted), None)
        return None if found == OPEN else found

    def section(self, name: str) -> dict[str, Any]:
        """The answers of a section."""
        return {key: value for key, value in self.answers.get(name, {}).items() if value != OPEN}

    def words(self, name: str) -> dict[str, str]:
        """What the words of a column mean, folded."""
        answers = self.answers.get("words", {}).get(name, {})
        return {word_key(key): str(value) for key, value in answers.items() if value != OPEN}

    def over(self, other: "Recipe") -> "Recipe":
        """These answers, and those of another recipe where these have none."""
        names = {**other.answers, **self.answers}
        answers = {name: {**other.answers.get(name, {}), **self.answers.get(name, {})} for name in names}
        words = {**other.answers.get("words", {}), **self.answers.get("words", {})}
        answers["words"] = {
            name: {**other.answers.get("words", {}).get(name, {}), **self.answers.get("words", {}).get(name, {})}
            for name in words
        }
        comments = self.comments.over(other.comments)
        return Recipe(self.title or other.title, other.match or self.match, answers, comments)


def read_recipe(path: Path) -> Recipe:
    """An `import.toml`.

    Raises:
        BadRecipe: it is no TOML, or has a section that isn't known.
        OSError: it can't be read.

    """
    try:
        text = content(path, MOST_IN_QUESTION).decode("utf-8-sig")
        answers = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadRecipe(f"{path}: not TOML in UTF-8 ({error}); correct that place") from error
    title, match = str(answers.pop("title", "")), answers.pop("match", [])
    for name, section in answers.items():
        if name not in _SECTIONS or not isinstance(section, dict):
            raise BadRecipe(f"{path}: [{name}] is no section; there are {', '.join(_SECTIONS)}")
    comments = Comments() if path.parent == SHIPPED else comments_of(text, frozenset(_HEAD))
    return Recipe(title, tuple(match), answers, comments)


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
    yield from _HEAD
    if recipe.title:
        yield from _line("", "title", _quoted(recipe.title), recipe.comments)
    for name, holds in _SECTIONS.items():
        asked = [question for question in questions if question.section.split(".")[0] == name]
        answers = recipe.answers.get(name, {})
        if name == "words":
            for part in sorted({*answers, *(question.section.partition(".")[2] for question in asked)}):
                mine = [question for question in asked if question.section == f"words.{part}"]
                yield from _section(f"words.{part}", holds, answers.get(part, {}), mine, recipe.comments)
        elif answers or asked:
            yield from _section(name, holds, answers, asked, recipe.comments)
    yield from recipe.comments.last


def _section(
    name: str, holds: str, answers: dict[str, Any], asked: list[Question], comments: Comments
) -> Iterator[str]:
    open_keys = {word_key(question.key) for question in asked}
    given = [(key, v) for key, v in answers.items() if word_key(key) not in open_keys and v != OPEN]
    if not given and not asked:
        return
    yield ""
    yield from comments.above.get(place(name), [])
    yield f"[{name}]" + (f" # {holds}" if holds else "")
    for key, value in given:
        yield from _line(name, key, _value(value), comments)
    for question in asked:
        told = [f"# {_comment(question.text)}"]
        if question.candidates:
            told.append(CANDIDATES + _comment(" | ".join(question.candidates)))
        yield from _line(name, question.key, f'"{OPEN}"', comments, told)


def _line(section: str, key: str, value: str, comments: Comments, told: Sequence[str] = ()) -> Iterator[str]:
    """A key with its value, what the program tells of it, and what somebody noted at it."""
    at = place(section, key)
    yield from comments.above.get(at, [])
    yield from told
    behind = f" {comments.behind[at]}" if at in comments.behind else ""
    yield f"{key if key == 'title' and not section else _quoted(key)} = {value}{behind}"


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
