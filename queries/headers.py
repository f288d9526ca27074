"""The header that every canned question opens with.

The form, one comment line each, in this order (a long meaning goes on in a line that is indented deeper):

    // Title
    //
    // The question in a sentence or two?
    //
    // Parameters
    //   $entity (entity: university) = BSU: what it means
    //   $place (entity, widen) = Vitebsk: what it means
    //   $hops (integer 1..8) = 3: what it means
    // Columns
    //   name: what it holds

A parameter's type says which values it takes: an entity of these types alone (`entity: oblast|city`), a number within
bounds. Behind it `widen` lets a bare city name mean its region, `fold` compares a text as names are compared, `list`
takes several ids. A `date` fills two parameters of the query: `$day` is
`$day_from` and `$day_to`, the first and last day it can mean.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from bycn.graph_model.errors import Problem
from bycn.graph_model.vocabulary import ENTITY_TYPE_NAMES
from bycn.queries.errors import BadQuestion
from bycn.queries.header_entries import ENTRIES, joined

ParameterType = Literal[
    "entity",
    "entity_type",
    "fact_type",
    "source",
    "document",
    "fact",
    "year",
    "date",
    "text",
    "integer",
    "boolean",
    "status",
    "sector",
    "good",
    "unit",
    "instrument",
    "locator",
    "any",
]
"""What values a parameter takes; `any` is one that no header describes."""
_Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$")]
_Words = Annotated[str, StringConstraints(min_length=1)]


def _split(kinds: str | None) -> tuple[str, ...]:
    found = tuple(kinds.split("|")) if kinds else ()
    if unknown := [kind for kind in found if kind not in ENTITY_TYPE_NAMES]:
        raise ValueError(f"{unknown[0]} is not an entity type; there are {', '.join(ENTITY_TYPE_NAMES)}")
    return found


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Parameter(_Part):
    """A parameter of a question. `default` is written as a user would type it; `null` means none."""

    name: _Name
    type: ParameterType
    kinds: Annotated[tuple[str, ...], BeforeValidator(_split)] = ()
    least: int | None = None
    most: int | None = None
    modifier: Literal["widen", "fold", "list"] | None = None
    default: str
    meaning: _Words

    @property
    def is_optional(self) -> bool:
        """Whether the question also answers without a value."""
        return self.default == "null" and self.type != "any"

    @property
    def fills(self) -> tuple[str, ...]:
        """The parameters of the query that it gives a value to."""
        return (f"{self.name}_from", f"{self.name}_to") if self.type == "date" else (self.name,)


class Column(_Part):
    """A column of a question's answer."""

    name: _Name
    meaning: _Words


class Header(_Part):
    """What a question says of itself."""

    title: _Words
    question: Annotated[str, StringConstraints(pattern=r"\?$")]
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...]


SECTIONS = ("parameters", "columns", "filters")
"""The lines by which a header is known; the last is of an older form."""
_SECTIONS = ("Parameters", "Columns")
_OLD_FILTERS = (
    "take this line and the five filter lines of the query out, and write /* filters r */ after a condition of the "
    "WHERE, such as WHERE r.trait = 'tie' /* filters r */: there the filters come in"
)


def read_header(lines: list[str], file: str) -> Header:
    """Read the comment lines (without their `//`) that a file opens with.

    Raises:
        BadQuestion: they aren't in the form; every problem with its line.

    """
    blanks = [i for i, line in enumerate(lines) if not line.strip()]
    if len(blanks) != 2 or blanks[0] != 1:
        raise BadQuestion([Problem(file, 1, "header", "write // Title, //, // the question?, //, then the sections")])
    raw: dict[str, Any] = {
        "title": lines[0].strip(),
        "question": " ".join(line.strip() for line in lines[2 : blanks[1]]),
    }
    where: dict[tuple[Any, ...], int] = {("title",): 1, ("question",): 3}
    problems = list(_read_sections(lines, blanks[1] + 1, file, raw, where))
    try:
        header = Header.model_validate(raw)
    except ValidationError as error:
        problems += [_problem(one, where, file) for one in error.errors()]
    if problems:
        raise BadQuestion(problems)
    return header


def _read_sections(
    lines: list[str], start: int, file: str, raw: dict[str, Any], where: dict[tuple[Any, ...], int]
) -> Iterator[Problem]:
    section = ""
    for number, line in joined(lines, start):
        if not line.startswith("   "):
            section = line.strip().casefold()
            where[section,] = number
            if section == "filters":
                yield Problem(file, number, "filters", _OLD_FILTERS)
            elif line not in {f" {name}" for name in _SECTIONS}:
                known = " and ".join(_SECTIONS)
                yield Problem(file, number, "header", f"'{line.strip()}' is no section; there are {known}")
            else:
                raw[section] = []
        elif section not in ENTRIES:
            yield Problem(file, number, "header", f"nothing may be written under '{section}'")
        else:
            pattern, form = ENTRIES[section]
            match = pattern.fullmatch(line.strip())
            if match:
                where[section, len(raw[section])] = number
                raw[section].append(match.groupdict())
            else:
                yield Problem(file, number, section, f"'{line.strip()}' doesn't read as {form}")


def _problem(error: Any, where: dict[tuple[Any, ...], int], file: str) -> Problem:
    place = error["loc"]
    line = next((where[place[:n]] for n in range(len(place), 0, -1) if place[:n] in where), 1)
    given, context = error["input"], error.get("ctx", {})
    remedies = {
        "missing": "this part of the header is missing",
        "string_too_short": "something must be written here",
        "literal_error": f"'{given}' is none of {context.get('expected', '').replace(' or ', ', ')}",
        "string_pattern_mismatch": f"'{given}' must end in a question mark"
        if place[0] == "question"
        else f"'{given}' is no name; write small letters and underscores, such as first_day",
        "value_error": str(context.get("error")),
    }
    section = "header" if len(place) == 1 else str(place[0])
    return Problem(file, line, section, f"{place[-1]}: {remedies.get(error['type'], f'{given!r} does not fit')}")
