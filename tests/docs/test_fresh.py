"""Generated documents are what the code and the tables give."""

import importlib.util
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
generate = importlib.util.module_from_spec(spec)
spec.loader.exec_module(generate)


@pytest.mark.parametrize("name", generate.DOCUMENTS)
def test_a_generated_document_is_fresh(name):
    told = generate.DOCUMENTS[name]()
    assert (DOCS / name).read_text(encoding="utf-8") == told, "run: python docs/generate.py"


@pytest.mark.parametrize("asked", generate.ROWS)
def test_rows_have_the_columns_that_the_reference_tells(run, asked):
    assert tuple(run(*asked.split(), "--format", "csv").splitlines()[0].split(",")) == generate.ROWS[asked]
