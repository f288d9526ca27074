"""`new-data`, `validate` and `diff` on the command line, and one's own tables in questions."""

import json

import pytest


@pytest.fixture
def folder(bycn, tmp_path):
    said = bycn("new-data", str(tmp_path / "mine"))
    assert said.code == 0
    assert str(tmp_path / "mine" / "README.md") in said.out.splitlines()
    return tmp_path / "mine"


def test_the_example_of_a_new_folder_answers_questions(bycn, folder):
    mine = ("--data", str(folder / "example"), "--format", "json")
    said = bycn("connections", "Orsha", "--to", "city", "--facts", *mine)
    assert "mine/2" in [row["fact"] for row in said.rows]
    found = bycn("resolve", "Orsha on the Dnieper", *mine)
    assert [row["id"] for row in found.rows] == ["city/orsha"]
    told = bycn("show", "Vitebsk Region", "--type", "TWINNED_WITH", *mine)
    facts = [row["fact"] for row in told.rows]
    assert "mine/4" in facts
    assert "zalesskij-2024/c1-086" not in facts


def test_a_folder_that_holds_something_is_refused(bycn, folder):
    said = bycn("new-data", str(folder))
    assert said.code == 1
    assert "isn't empty" in said.err


def test_validate_for_machines(bycn, folder):
    sound = bycn("validate", str(folder), str(folder / "example"), "--format", "json")
    assert (sound.code, sound.rows) == (0, [])
    assert "sound: " in sound.err
    path = folder / "agreement.csv"
    path.write_text("id,from,to,instrument,title,status,sources\nx,Nowhere-at-all,CN,pact,T,done,reference\n")
    wrong = bycn("validate", str(folder), "--format", "json")
    assert wrong.code == 1
    assert {(row["file"], row["line"], row["column"]) for row in wrong.rows} >= {
        (str(path), 2, "from"),
    }
    assert all(row["message"] for row in wrong.rows)
    lines = bycn("validate", str(folder), "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == wrong.rows


def test_diff_tells_additions_and_every_changed_cell(bycn, folder):
    said = bycn("diff", "shipped", str(folder / "example"), "--format", "json")
    assert said.code == 0
    told = {(row["change"], row["what"], row["id"], row["column"]): (row["before"], row["after"]) for row in said.rows}
    assert told["added", "entity", "company/example-linen", None] == (None, "Example Linen")
    assert told["changed", "fact", "zalesskij-2024/c1-086", "date"] == ("2011", "2011-05")
    assert ("changed", "entity", "city/orsha", "aliases") in told
    assert said.err == "5 added, 0 removed, 2 changed\n"


def test_diff_of_a_graph_with_its_own_export(bycn, tmp_path):
    file = tmp_path / "graph.jsonl"
    assert bycn("export", "jsonl", "-o", str(file)).code == 0
    same = bycn("diff", "shipped", str(file), "--only-data", "--format", "json")
    assert (same.code, same.rows, same.err) == (0, [], "no difference\n")
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    fewer = [line for line in lines if '"id": "zalesskij-2024/c1-086", "label"' not in line]
    assert len(fewer) == len(lines) - 1
    file.write_text("".join(fewer), encoding="utf-8")
    said = bycn("diff", "shipped", str(file), "--only-data", "--format", "json")
    assert [(row["change"], row["id"]) for row in said.rows] == [("removed", "zalesskij-2024/c1-086")]


def test_diff_with_nothing_there(bycn):
    said = bycn("diff", "shipped", "no-such-folder")
    assert said.code == 1
    assert "no such file or folder" in said.err
