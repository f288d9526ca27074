"""`bycn export`: files and folders whole or not at all, nobody's files overwritten."""

import gzip
import io

import pytest

from bycn.exports import forms
from bycn.queries.filters import Filters

LINES = ("jsonl", "graphml", "gexf", "d3", "cytoscape", "cypher")
FOLDERS = ("csv", "neo4j-admin")


@pytest.mark.parametrize("form", LINES)
def test_to_stdout_and_to_a_file_the_same(bycn, form, tmp_path):
    said = bycn("export", form, "--type", "TWINNED_WITH")
    assert said.code == 0
    file = tmp_path / "out"
    assert bycn("export", form, "--type", "TWINNED_WITH", "-o", str(file)).code == 0
    assert file.read_text(encoding="utf-8") == said.out
    assert bycn("export", form, "-o", str(file)).code != 0
    assert file.read_text(encoding="utf-8") == said.out


@pytest.mark.parametrize("form", FOLDERS)
def test_a_folder_is_replaced_by_force_alone(bycn, form, tmp_path):
    folder = tmp_path / "out"
    assert bycn("export", form, "-o", str(folder)).code == 0
    names = {path.name for path in folder.iterdir()}
    assert len(names) > 10
    again = bycn("export", form, "--type", "TWINNED_WITH", "-o", str(folder))
    assert again.code != 0
    assert "--force" in again.err
    assert bycn("export", form, "--type", "TWINNED_WITH", "-o", str(folder), "--force").code == 0
    assert {path.name for path in folder.iterdir()} < names
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("form", FOLDERS)
def test_other_peoples_files_are_not_replaced(bycn, form, tmp_path):
    (tmp_path / "thesis.odt").write_text("mine")
    said = bycn("export", form, "-o", str(tmp_path), "--force")
    assert said.code != 0
    assert "thesis.odt" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.odt"]


@pytest.mark.parametrize("form", FOLDERS)
@pytest.mark.parametrize("own", ["city.csv", "notes.txt", "documents/thesis.odt", "City.csv/mine"])
def test_what_is_put_into_an_exported_folder_is_not_removed(bycn, form, own, tmp_path):
    folder = tmp_path / "out"
    assert bycn("export", form, "--type", "TWINNED_WITH", "-o", str(folder)).code == 0
    mine = folder / own
    if mine.parent.is_file():
        mine.parent.unlink()
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("mine")
    before = contents(tmp_path)
    said = bycn("export", form, "--type", "TWINNED_WITH", "-o", str(folder), "--force")
    assert said.code != 0
    assert own.partition("/")[0] in said.err
    assert contents(tmp_path) == before


def test_tables_written_by_hand_are_not_replaced_by_force(bycn, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "city.csv").write_text("id,name,country\ncity/x,X,BY\n")
    before = contents(tmp_path)
    said = bycn("export", "csv", "-o", str(tmp_path / "own"), "--force")
    assert said.code != 0
    assert "city.csv, which no export wrote" in said.err
    assert contents(tmp_path) == before


def test_a_link_to_an_exported_folder_stays_a_link(bycn, tmp_path):
    folder, link = tmp_path / "out", tmp_path / "link"
    assert bycn("export", "csv", "-o", str(folder)).code == 0
    link.symlink_to(folder)
    assert bycn("export", "csv", "--type", "TWINNED_WITH", "-o", str(link), "--force").code == 0
    assert link.is_symlink()
    assert not (folder / "contract.csv").exists()
    assert {path.name for path in tmp_path.iterdir()} == {"out", "link"}


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("form", FOLDERS)
def test_a_folder_needs_a_name(bycn, form):
    said = bycn("export", form)
    assert said.code == 2
    assert "-o" in said.err


def test_a_file_is_no_folder(bycn, tmp_path):
    (tmp_path / "file").write_text("x")
    said = bycn("export", "csv", "-o", str(tmp_path / "file"), "--force")
    assert said.code != 0
    assert "needs a folder" in said.err


def test_the_help_names_every_form(bycn):
    out = bycn("export", "--help").out
    assert all(f"\n  {form} " in out for form in (*LINES, *FOLDERS))


@pytest.mark.parametrize("option", ["--undirected", "--with-sources"])
def test_only_networks_take_what_networks_take(bycn, option):
    said = bycn("export", "jsonl", option)
    assert said.code == 2
    assert "gexf" in said.err
    assert bycn("export", "d3", option, "--type", "TWINNED_WITH").code == 0


@pytest.mark.parametrize("form", ["jsonl", "gexf", "cypher"])
def test_a_name_that_ends_in_gz_is_packed_and_holds_the_same(bycn, form, tmp_path):
    plain, packed = tmp_path / f"graph.{form}", tmp_path / f"graph.{form}.gz"
    for path in (plain, packed):
        assert bycn("export", form, "--type", "TWINNED_WITH", "-o", str(path)).code == 0
    assert gzip.decompress(packed.read_bytes()) == plain.read_bytes()
    before = packed.read_bytes()
    assert bycn("export", form, "--type", "TWINNED_WITH", "-o", str(packed), "--force").code == 0
    assert packed.read_bytes() == before


def test_a_text_may_be_packed_whatever_its_name_and_to_stdout(bycn, tmp_path, monkeypatch, engine):
    path = tmp_path / "graph"
    assert bycn("export", "jsonl", "--type", "TWINNED_WITH", "--compress", "-o", str(path)).code == 0
    assert gzip.decompress(path.read_bytes()).startswith(b'{"type": "node"')
    out = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(out))
    forms.write(engine, "jsonl", "-", Filters(types=("TWINNED_WITH",)), compress=True)
    assert out.getvalue() == path.read_bytes()
    assert bycn("export", "csv", "--compress", "-o", str(tmp_path / "t")).code == 2


def test_a_long_export_tells_how_far_it_is(monkeypatch):
    said = []
    monkeypatch.setattr("bycn.progress.say_over", said.append)
    monkeypatch.setattr("bycn.progress._QUIET_SECONDS", 0)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert len(list(forms._watched(str(n) for n in range(2_500)))) == 2_500
    assert said == ["1000 lines written", "2000 lines written", ""]
