"""How the answer of a command is printed for people: by the form of that command, or as a table."""

import importlib
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from rich.text import Text

from bycn.answers import facts, series, words
from bycn.answers.evidence import foot
from bycn.answers.page import Page
from bycn.answers.pieces import BOLD, DIM, READ, held, joined, piece
from bycn.answers.table import constants, readable, say_constants, table
from bycn.loaders.engine import Record
from bycn.queries.answer_rows import chosen
from bycn.queries.answers import FACT_COLUMNS, Answer

_MOST_LOOKED_UP = 2_000
"""How many facts are looked up to say more of them than their rows do, where no form needs them all."""


_PRINTED = {
    *("id", "fact", "title", "type", "status", "plan", "certainty", "sources", "locator"),
    *("date", "announced", "day"),
    *("direction", "outgoing", "other", "properties"),
    *("amount", "amount_max", "amount_qualifier", "currency", "quantity", "quantity_max", "quantity_qualifier", "unit"),
    *("growth", "growth_qualifier", "growth_base", "instrument", "form", "measure", "role"),
    *("from_steps", "to_steps"),
}
"""Columns that the line of a fact says by itself, or that say nothing to people."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

_ENDS = ("from", "to", "near", "far", "with", "other_name")
"""Columns that the line of a fact says by itself where they hold its ends."""

_WITHOUT_INSIDE = frozenset({"company", "event", "exchange"})
"""Types of entities that nobody asks for with what lies in them."""


class Asked(NamedTuple):
    """What a page answers."""

    answer: Answer
    """The rows that are shown."""
    facts: Mapping[str, Record]
    """The facts in them by id."""
    options: Mapping[str, Any]
    """Those of the command."""
    full: bool
    """Whether nothing is shortened."""
    whole: Answer
    """All rows, those that a limit leaves out included: what is counted."""
    every: Mapping[str, Record]
    """The facts in all rows by id."""


def page_of(
    answer: Answer,
    width: int,
    form: str | None = None,
    options: Mapping[str, Any] | None = None,
    *,
    full: bool = False,
    plain: bool = False,
    whole: Answer | None = None,
) -> Page:
    """The page that holds an answer, in the form that a module makes, or as lines of facts, or as a table.

    A `plain` one is a table in any case, and nothing besides. The answer may be the first rows of a `whole` one.
    """
    page = Page(width)
    whole = whole or answer
    every = _facts(whole, None if form else _MOST_LOOKED_UP)
    facts = every if whole is answer else {id_: every[id_] for id_ in _fact_ids(answer) if id_ in every}
    asked = Asked(answer, facts, options or {}, full, whole, every)
    if form:
        importlib.import_module(form).fill(page, asked)
        return page
    if not plain and not full and is_list_of_facts(asked):
        list_facts(page, asked)
    else:
        table(page, answer, full=full, read=_read(asked))
    if not plain:
        close(page, asked)
    return page


def close(page: Page, asked: Asked) -> None:
    """End a page: name the sources, each once, and say what the mark of doubt means where it may stand."""
    foot(page, asked.answer.engine, cited_most(asked), full=asked.full)
    explain_doubt(page, asked)


def explain_doubt(page: Page, asked: Asked, *, apart: bool = False) -> None:
    """Say what the mark of doubt means, where it may stand; `apart` from what is before it."""
    if read := _read(asked):
        if apart:
            page.blank()
        options = asked.answer.filters.of_works().options()
        why = held(f"({' '.join(('bycn show', words.short_id(read[0]), *options))} says why)")
        page.say(piece(f"{READ} = not stated outright by the source   {why}", DIM))


def _read(asked: Asked) -> list[str]:
    """The facts in the rows that their sources don't state outright."""
    return [id_ for id_, fact in asked.facts.items() if fact["properties"].get("certainty") == "read"]


def is_list_of_facts(asked: Asked) -> bool:
    """Whether each row is one fact, known by its id."""
    answer = asked.answer
    told = {"title", "properties"} & set(answer.columns)
    return "fact" in answer.columns and bool(told) and all(row["fact"] in asked.facts for row in answer)


def list_facts(page: Page, asked: Asked, *, without: str | None = None) -> None:
    """Add rows that are facts line by line, with what else their rows hold at the end; `without` one source of all."""
    answer = asked.answer
    listed = [facts.flat_fact(asked.facts[row["fact"]]) for row in answer]
    short = facts.short_sources(listed) | ({without: ""} if without else {})
    columns = [name for name in answer.columns if name not in _PRINTED and not _is_of_ids(asked, name)]
    others = readable(chosen(answer, columns), read=_read(asked)) if columns else {}
    same = {} if asked.full else constants(others)
    others = {name: cells for name, cells in others.items() if name not in same}
    rows_of: dict[str, list[int]] = {}
    for i, fact in enumerate(listed):
        rows_of.setdefault(fact["id"], []).append(i)
    telling = {id_: _differing(others, rows) for id_, rows in rows_of.items()}
    shown_for = {} if asked.full else series.folded(listed)
    left_out = {fact["id"] for own in shown_for.values() for fact in own}
    made = [
        facts.line(fact, short, *_besides(fact, others, i, telling[fact["id"]]), *series.others_of(fact, shown_for))
        for i, fact in enumerate(listed)
        if fact["id"] not in left_out
    ]
    facts.lines(page, made)
    say_constants(
        page, {name: cell for name, cell in same.items() if not all(_is_said(fact, name, cell) for fact in listed)}
    )


def _is_of_ids(asked: Asked, column: str) -> bool:
    """Whether a column says by ids what the line of a fact says by names, or lists facts that have lines."""
    if column not in FACT_COLUMNS:
        return column.endswith("_id")
    lined = {row["fact"] for row in asked.whole}
    return all(lined.issuperset(row[column] or ()) for row in asked.answer if isinstance(row[column], list))


def _differing(columns: Mapping[str, Sequence[Text]], rows: Sequence[int]) -> set[str]:
    """The columns by which the rows of one fact differ."""
    return {name for name, cells in columns.items() if len({cells[row].plain for row in rows}) > 1}


def _besides(
    fact: Mapping[str, Any], others: Mapping[str, Sequence[Text]], row: int, telling: Collection[str]
) -> list[Text]:
    """What a row holds that its fact's line doesn't say, and what tells it from another row of that fact."""
    cells = ((name, values[row]) for name, values in others.items())
    return [
        joined([piece("" if name == "growth_text" else f"{name.replace('_', ' ')}:", DIM), cell])
        for name, cell in cells
        if cell and (name in telling or not _is_said(fact, name, cell))
    ]


def _is_said(fact: Mapping[str, Any], column: str, cell: Text) -> bool:
    """Whether the line of a fact says what a cell of its row holds."""
    if column in _ENDS:
        return cell.plain in (fact["from"], fact["to"])
    if column == "valid" and not fact.get("date"):
        return True
    if column == "growth_text" and fact.get("growth") is not None:
        # One number is the growth itself, which is told in our words; a second that isn't there yet adds something.
        numbers, there = (_NUMBER.findall(text.plain) for text in (cell, facts.who_and_what(fact)))
        return len(numbers) < 2 or set(numbers) <= set(there)
    said, held_there = (text.plain.casefold().replace("–", "-") for text in (facts.who_and_what(fact), cell))
    return not held_there.isdecimal() and re.search(rf"(?<!\w){re.escape(held_there)}(?!\w)", said) is not None


def subject(asked: Asked, *, inside: bool) -> Text:
    """Who an answer is about, and how to ask for the city alone where its region was meant."""
    place = asked.answer.places[0]
    name = piece(place.name, BOLD)
    if not inside or place.type in _WITHOUT_INSIDE:
        return name
    city = piece(" (the city alone: --exact)", DIM) if place.widened_from else piece("")
    return joined([name, piece(" with everything in it"), city], "")


def _facts(answer: Answer, most: int | None) -> dict[str, Record]:
    from bycn.queries.lookups import facts_by_id

    if answer.engine is None:
        return {}
    return {fact["id"]: fact for fact in facts_by_id(answer.engine, _fact_ids(answer)[:most], answer.filters)}


def _fact_ids(answer: Answer) -> list[str]:
    return answer.fact_ids() if answer.holds_facts() else []


def cited_most(asked: Asked) -> list[str]:
    """The sources of an answer's facts, those first on which most rests."""
    ids = [id_ for fact in asked.facts.values() for id_ in fact["properties"].get("sources", ())]
    return sorted(ids, key=Counter(ids).__getitem__, reverse=True)
