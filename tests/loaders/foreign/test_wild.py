"""Made-up wild tables: no internal error, every problem at its cell, and what is imported is what was meant.

A few run each time; two hundred by `BYCN_WILD=200 pytest tests/loaders/foreign/test_wild.py`.
"""

import os
import re

import pytest

from bycn.loaders.foreign.grids import grids
from bycn.loaders.foreign.importing import import_tables
from bycn.loaders.foreign.recipe import Recipe
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph
from tests.loaders.foreign.wild import wild

SEEDS = range(int(os.environ.get("BYCN_WILD", "24")))


@pytest.fixture(scope="module")
def shipped():
    return read_graph(Selection())


def place_of(problem) -> tuple[int, int]:
    """Line and column of a problem with a cell of a workbook."""
    letters = re.search(r"!([A-Z])\d+$", problem.file)
    return problem.line, ord(letters[1]) - ord("A") if letters else -1


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_imported_is_what_was_meant(seed, shipped, tmp_path):
    made = wild(seed)
    path = tmp_path / made.name
    path.write_bytes(made.data)
    result = import_tables([(grid, "wild") for grid in grids(path)], shipped, Recipe())
    told = {(r["from"], r["to"], r.get("date", "")) for r in result.rows.get("twinned_with", [])}
    assert told == made.meant
    assert len(result.left_out) == made.left_out
    assert {problem.line for problem in result.problems} == {line for line, _ in made.wrong}
    if path.suffix in (".xlsx", ".ods"):
        assert {place_of(problem) for problem in result.problems} == made.wrong
    assert {section for section, _ in result.questions} <= {"same_as"}


@pytest.mark.parametrize("seed", SEEDS[:4])
def test_what_is_imported_is_sound(seed, importing):
    made = wild(seed)
    result = importing.run(importing.put(made.name, made.data))
    assert {problem.line for problem in result.problems} == {line for line, _ in made.wrong}
    assert (
        not read_graph(Selection((importing.folder,)))
        .facts.keys()
        .isdisjoint({row["id"] for row in importing.table("twinned_with")})
    )
