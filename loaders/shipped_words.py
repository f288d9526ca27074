"""The shipped lists of words that facts use, goods and sectors."""

import csv
from collections.abc import Mapping
from functools import cache

from bycn.graph_model.vocabulary import LIST_SEPARATOR
from bycn.loaders.selection import DATASETS


@cache
def shipped_words(name: str) -> Mapping[str, tuple[str, ...]]:
    """The terms of a list, `goods` or `sectors`, each with the words that mean the same; of another list, none."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(DATASETS.glob(f"*/{name}.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                synonyms = filter(None, map(str.strip, row["synonyms"].split(LIST_SEPARATOR)))
                found[row["term"]] = (*found.get(row["term"], ()), *synonyms)
    return found
