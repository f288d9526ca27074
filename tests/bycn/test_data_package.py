"""The description of our tables: a foreign program reads it, and finds the tables as it says."""

import json
import subprocess
import sys

import pytest

from bycn.graph_model.version import VERSION
from bycn.loaders.own_data import start_folder
from bycn.loaders.selection import DATASETS
from bycn.loaders.tables.data_package import DESCRIPTION, describe_folder

SHIPPED = sorted(path.parent for path in DATASETS.glob(f"*/{DESCRIPTION}"))


def report(folder):
    """What the program `frictionless` says about a folder."""
    command = [sys.executable, "-m", "frictionless", "validate", DESCRIPTION, "--json"]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return json.loads(said.stdout)


def errors(folder):
    told = report(folder)
    assert len(told["tasks"]) == len(list(folder.glob("*.csv"))), told
    return [error["message"] for task in told["tasks"] for error in task["errors"]] + told["errors"]


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_the_shipped_tables_are_as_described(folder):
    assert errors(folder) == []
    told = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
    assert told["version"] == VERSION
    assert told["licenses"][0]["name"] == "CC-BY-4.0"
    assert all(field["description"] for table in told["resources"] for field in table["schema"]["fields"])


def test_every_shipped_dataset_has_a_description():
    assert {path.parent for path in DATASETS.glob("*/*.csv")} == set(SHIPPED)


def test_new_tables_are_as_described(tmp_path):
    start_folder(tmp_path / "new")
    assert errors(tmp_path / "new") == []


def test_an_export_is_as_described(tmp_path, bycn):
    assert bycn("export", "csv", "-o", str(tmp_path / "out"), "--only-signed").code == 0
    assert errors(tmp_path / "out") == []


def test_what_is_wrong_with_a_table_is_seen(tmp_path):
    (tmp_path / "documents.csv").write_text("id,title,instrument\ndocument/a,A,pact\n,B,memorandum\n", encoding="utf-8")
    (tmp_path / "agreement.csv").write_text(
        "id,from,to,title,instrument,amount,sources,document\nx,a,b,T,plan,many,s|t,document/z\n", encoding="utf-8"
    )
    (tmp_path / DESCRIPTION).write_text(describe_folder(tmp_path, "mine", "Mine"), encoding="utf-8")
    told = " ".join(errors(tmp_path))
    assert all(word in told for word in ("enum", "primary key", "number", "foreign key")), told
