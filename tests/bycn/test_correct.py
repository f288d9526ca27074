"""`bycn correct`: the row that supersedes a shipped fact, and the one that takes it out."""

import csv
import io

import pytest

from bycn.graph_model.errors import DataError
from bycn.loaders.differences import cells
from bycn.loaders.own_data.correcting import correction
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph

TWINNING = "zalesskij-2024/c1-086"


@pytest.fixture(scope="module")
def shipped():
    return read_graph(Selection())


def test_the_row_says_what_the_shipped_one_says(bycn, tmp_path, shipped):
    assert bycn("correct", "c1-086", "-o", str(tmp_path / "mine")).code == 0
    graph = read_graph(Selection((tmp_path / "mine",)))
    told, was = cells(graph.facts["mine/c1-086"]), cells(shipped.facts[TWINNING])
    assert (told.pop("id"), told.pop("supersedes"), was.pop("id")) == ("mine/c1-086", TWINNING, TWINNING)
    assert told == was | {"rows": was["rows"].replace(TWINNING, "mine/c1-086")}
    assert TWINNING not in graph.facts


def test_to_stdout_it_is_a_table(bycn):
    said = bycn("correct", TWINNING)
    [row] = csv.DictReader(io.StringIO(said.out))
    assert (row["id"], row["supersedes"], row["from"]) == ("mine/c1-086", TWINNING, "BY-VI")
    assert "twinned_with.csv" in said.err


def test_a_fact_is_taken_out_and_nobody_is_part_of_it_any_longer(bycn, tmp_path, shipped):
    part = next(f for f in shipped.facts.values() if f.part_of and f.part_of[0] in shipped.facts)
    whole = part.part_of[0]
    folder = tmp_path / "mine"
    assert bycn("correct", whole, "--retract", "-o", str(folder)).code == 0
    graph = read_graph(Selection((folder,)))
    assert graph.facts.keys() == shipped.facts.keys() - {whole}
    assert whole not in graph.facts[part.id].part_of


def test_an_edited_correction_is_not_overwritten_and_other_rows_stay(bycn, tmp_path):
    path = tmp_path / "twinned_with.csv"
    assert bycn("correct", "c1-086", "-o", str(tmp_path)).code == 0
    edited = path.read_text(encoding="utf-8-sig").replace(",2011,", ",2011-05,").replace(",", ";")
    path.write_text(edited, encoding="utf-8")
    said = bycn("correct", "c1-086", "-o", str(tmp_path))
    assert said.code == 1
    assert "edit it there" in said.err
    assert path.read_text(encoding="utf-8") == edited
    assert bycn("correct", "c1-088", "-o", str(tmp_path)).code == 0
    graph = read_graph(Selection((tmp_path,)))
    assert str(graph.facts["mine/c1-086"].date) == "2011-05"
    assert "mine/c1-088" in graph.facts


def test_a_fact_of_a_work_of_reference_stays_one(shipped):
    name = next(id_ for id_ in shipped.facts if id_.startswith("reference/"))
    _, told = correction(shipped, name)
    assert told["id"].startswith("reference/mine/")


def test_an_unknown_fact_is_told_with_what_was_meant(bycn):
    said = bycn("correct", "zalesskij-2024/c1-0866")
    assert said.code == 3
    assert TWINNING in said.err


def test_what_is_not_there_cannot_be_taken_out(tmp_path):
    (tmp_path / "agreement.csv").write_text("id,supersedes\nmine/1,zalesskij-2024/none\n", encoding="utf-8")
    with pytest.raises(DataError, match="no fact has the id") as error:
        read_graph(Selection((tmp_path,)))
    assert len(error.value.problems) == 1


def test_every_shipped_fact_can_be_corrected(shipped, tmp_path):
    from bycn.graph_model.joined_rows import rows_of
    from bycn.loaders.foreign.tables import write_rows

    rows = {}
    for id_ in list(shipped.facts)[::25]:
        stem, row = correction(shipped, id_)
        rows.setdefault(stem, []).append(row)
    write_rows(tmp_path, rows)
    read = read_graph(Selection((tmp_path,)))
    assert len(read.facts) == len(shipped.facts)
    for told in (row for table in rows.values() for row in table):
        fact, was = read.facts[told["id"]], shipped.facts[told["supersedes"]]
        assert [(row.date, row.sources) for row in rows_of(fact)] == [(row.date, row.sources) for row in rows_of(was)]


def test_what_became_of_a_corrected_fact_is_told_by_its_old_id(bycn, tmp_path):
    folder = str(tmp_path / "mine")
    assert bycn("correct", "c1-086", "-o", folder).code == 0
    for name in (TWINNING, "C1-086"):
        said = bycn("show", name, "--data", folder)
        assert (said.code, f"{TWINNING} is superseded by mine/c1-086" in said.err) == (0, True)
        assert "mine/c1-086" in said.out
    assert "superseded" not in bycn("show", "mine/c1-086", "--data", folder).err
    assert "superseded" not in bycn("show", "c1-086").err


def test_what_became_of_a_retracted_fact_is_told_with_the_row(bycn, tmp_path, shipped):
    folder = str(tmp_path / "mine")
    same = next(row for f in shipped.facts.values() if len(f.rows) > 1 for row in f.rows if row != f.id)
    fact = next(f.id for f in shipped.facts.values() if same in f.rows)
    assert bycn("correct", fact, "--retract", "-o", folder).code == 0
    for name in (fact, fact.partition("/")[2], same):
        said = bycn("show", name, "--data", folder)
        assert said.code == 3
        assert "is retracted by mine/" in said.err
        assert ".csv:2" in said.err
    assert "retracted" not in bycn("show", "no-such-fact", "--data", folder).err
