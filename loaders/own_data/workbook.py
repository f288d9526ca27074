"""A workbook to fill in: a sheet a type, with lists of the words and names that fit each column."""

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from bycn.graph_model.facts import Fact
from bycn.graph_model.fields import Column
from bycn.graph_model.vocabulary import CURRENCIES
from bycn.loaders.selection import Selection
from bycn.loaders.shipped_words import shipped_words
from bycn.loaders.tables import read_graph
from bycn.loaders.tables.name_index import NAMING_COLUMNS
from bycn.loaders.tables.table_types import KINDS, WORD_LISTS, Kind
from bycn.loaders.workbooks.sheets import column_letters
from bycn.loaders.workbooks.writing import LONGEST_LIST, NAMES, WORDS, Choice, Workbook

WORKBOOK = "tables.xlsx"


def write_workbook(path: Path) -> None:
    """Write an empty workbook. Raises as `start_folder`."""
    known = sorted((e.name, e.id, e.type, e.country) for e in read_graph(Selection()).entities.values())
    lists = dict(_lists())
    with Workbook(path) as book:
        for stem, kind in KINDS.items():
            columns = tuple(kind.columns.values())
            choices = {c.name: choice for c in columns if (choice := _choice(c, kind, lists, len(known)))}
            meanings = [column.meaning for column in columns]
            book.sheet(stem, [column.name for column in columns], (), meanings=meanings, choices=choices)
        book.sheet(NAMES, ("name", "id", "type", "country"), known)
        book.sheet(WORDS, tuple(lists), zip_longest(*lists.values(), fillvalue=""))


def _choice(column: Column, kind: Kind, lists: dict[str, tuple[str, ...]], known: int) -> Choice | None:
    if column.choices and len(",".join(column.choices)) <= LONGEST_LIST:
        return Choice(column.choices, strict=not column.is_list)
    if column.name in lists and issubclass(kind.cls, Fact):
        letters, last = column_letters(list(lists).index(column.name)), len(lists[column.name]) + 1
        return Choice((f"='{WORDS}'!${letters}$2:${letters}${last}",), strict=not column.is_list)
    if column.name in NAMING_COLUMNS:
        return Choice((f"='{NAMES}'!$A$2:$A${known + 1}",), strict=False)
    return None


def _lists() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lists that are too long for a rule, by the column that they belong to."""
    yield "currency", tuple(sorted(CURRENCIES))
    for name in WORD_LISTS:
        yield name, tuple(sorted(shipped_words(name)))
