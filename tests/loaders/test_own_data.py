"""A user's own tables beside the shipped ones: what they add and correct, and that they change nothing in silence."""

import csv

import pytest

from bycn.graph_model.errors import DataError
from bycn.graph_model.facts import MADE_BY_LOADER
from bycn.loaders.differences import Difference, cells, differences
from bycn.loaders.own_data import FolderNotEmpty, start_folder
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph, write_tables
from bycn.loaders.tables.table_types import KINDS

SOURCES = "id,title\nmine/notes,Notes\n"
AGREEMENT = "id,from,to,instrument,title,status,date,sources\n"
TWINNING = "zalesskij-2024/c1-086"
GONE, EDITED = "zalesskij-2024/c1-088", "zalesskij-2024/c1-197"
"""Twinnings that one row tells: what several rows tell is changed in none of them alone."""


@pytest.fixture
def own(tmp_path):
    """Read tables of one's own, given as text by name, joined to the shipped ones."""

    def read(**tables: str):
        folder = tmp_path / "own"
        folder.mkdir(exist_ok=True)
        for name, text in {"sources": SOURCES, **tables}.items():
            (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        return read_graph(Selection((folder,)))

    return read


@pytest.fixture(scope="module")
def shipped():
    return read_graph(Selection())


def changes(before, after):
    return [difference for difference in differences(before, after) if difference.what != "source"]


def problems_of(error):
    return [(problem.line, problem.column, problem.message) for problem in error.value.problems]


@pytest.mark.parametrize(
    ("start", "end"),
    [("Orsha", "Shenzhen"), ("Орша", "深圳"), ("city/orsha", "Шэньчжэнь"), ("г. Орша", "CITY/SHENZHEN")],
)
def test_a_new_fact_names_its_parties_in_any_language(own, shipped, start, end):
    graph = own(agreement=f"{AGREEMENT}mine/1,{start},{end},memorandum,Orsha and Shenzhen,signed,2025-03,mine/notes\n")
    assert changes(shipped, graph) == [Difference("added", "fact", "mine/1", None, None, "Orsha and Shenzhen")]
    assert (graph.facts["mine/1"].from_, graph.facts["mine/1"].to) == ("city/orsha", "city/shenzhen")


def test_a_new_entity_stands_in_facts_by_its_name(own, shipped):
    graph = own(
        company="id,name,country\ncompany/new-linen,New Linen,BY\n",
        located_in="id,from,to,title,sources\nmine/1,New Linen,Orsha,It lies in Orsha,mine/notes\n",
        agreement=f"{AGREEMENT}mine/2,New Linen,CN-SD,agreement,Linen,signed,2025,mine/notes\n",
    )
    assert {(d.change, d.what, d.id) for d in changes(shipped, graph)} == {
        ("added", "entity", "company/new-linen"),
        ("added", "fact", "mine/1"),
        ("added", "fact", "mine/2"),
    }
    assert graph.facts["mine/2"].from_ == "company/new-linen"


def test_a_new_alias_finds_a_known_entity_and_leaves_the_rest_of_it(own, shipped):
    graph = own(
        city="id,aliases\ncity/orsha,Orsha on the Dnieper\n",
        agreement=f"{AGREEMENT}mine/1,Orsha on the Dnieper,CN-SD,agreement,By alias,signed,2025,mine/notes\n",
    )
    known = shipped.entities["city/orsha"]
    assert graph.facts["mine/1"].from_ == "city/orsha"
    [changed] = [d for d in changes(shipped, graph) if d.what == "entity"]
    assert changed[:4] == ("changed", "entity", "city/orsha", "aliases")
    assert set(changed.after.split("|")) == {*known.aliases, "Orsha on the Dnieper"}


def test_a_correction_takes_the_place_of_a_shipped_fact(own, shipped):
    old = shipped.facts[TWINNING]
    row = f"mine/1,{old.from_},{old.to},agreement,{old.title},signed,2011-05,{TWINNING},mine/notes"
    graph = own(twinned_with=f"id,from,to,instrument,title,status,date,supersedes,sources\n{row}\n")
    assert TWINNING not in graph.facts
    told = {d.column: (d.id, d.before, d.after) for d in changes(shipped, graph)}
    assert told["date"] == (TWINNING, "2011", "2011-05")
    assert told["id"] == (TWINNING, TWINNING, "mine/1")
    assert len(graph.facts) == len(shipped.facts)


def test_a_corrected_figure_keeps_its_place_among_those_that_hold_it(own, shipped):
    part = next(f for f in shipped.facts.values() if f.part_of and f.part_of[0] in shipped.facts)
    whole = shipped.facts[part.part_of[0]]
    row = cells(whole) | {"id": "mine/1", "supersedes": whole.id, "note": "Read again."}
    row.pop("disagrees_with", None)
    text = "\n".join(",".join(f'"{cell}"' for cell in line) for line in (row, row.values()))
    graph = own(**{whole.type.lower(): text})
    assert "mine/1" in graph.facts[part.id].part_of
    assert whole.id not in graph.facts[part.id].part_of


@pytest.mark.parametrize(
    ("tables", "place", "told"),
    [
        (
            {"twinned_with": f"id,from,to,title,status,sources\n{TWINNING},BY-VI,CN-HL,Mine now,signed,mine/notes\n"},
            (2, "id"),
            "supersedes",
        ),
        ({"city": "id,name\ncity/orsha,Orsha the Great\n"}, (2, "name"), "Orsha"),
        ({"city": "id,country\ncity/orsha,CN\n"}, (2, "country"), "BY"),
        ({"company": "id,name,country\ncity/orsha,Orsha,BY\n"}, (2, "id"), "city"),
        ({"sources": SOURCES + "reference,My own reference\n"}, (3, "id"), "reference"),
        ({"province": "id,aliases\nCN-SN,Shanxi\n"}, (2, "name"), "CN-SX"),
        (
            {
                "twinned_with": "id,from,to,title,status,supersedes,sources\n"
                "mine/1,BY-VI,CN-HL,Not there,signed,zalesskij-2024/none,mine/notes\n"
            },
            (2, "supersedes"),
            "zalesskij-2024/none",
        ),
    ],
    ids=["fact", "name", "country", "type", "source", "alias of another", "no such fact"],
)
def test_nothing_shipped_is_changed_in_silence(own, tables, place, told):
    with pytest.raises(DataError) as error:
        own(**tables)
    [(line, column, message)] = problems_of(error)
    assert (line, column) == place
    assert told in message
    assert "/own/" in error.value.problems[0].file.replace("\\", "/")


def test_an_ambiguous_name_lists_its_candidates(own):
    with pytest.raises(DataError) as error:
        own(
            company="id,name,country,aliases\ncompany/a,Star A,BY,Red Star\ncompany/b,Star B,CN,Red Star\n",
            distinct="name,ids\nRed Star,company/a|company/b\n",
            agreement=f"{AGREEMENT}mine/1,Red Star,CN-SD,agreement,Which?,signed,2025,mine/notes\n",
        )
    [(line, column, message)] = problems_of(error)
    assert (line, column) == (2, "from")
    assert "company/a" in message
    assert "company/b" in message


def test_an_unknown_name_suggests_what_was_meant(own):
    with pytest.raises(DataError, match="Vitebsk"):
        own(agreement=f"{AGREEMENT}mine/1,Vitebks,CN-SD,agreement,Misspelt,signed,2025,mine/notes\n")


def test_a_new_folder_holds_every_table_with_every_column_that_people_fill(tmp_path):
    written = start_folder(tmp_path / "new")
    for name, kind in KINDS.items():
        with (tmp_path / "new" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            assert list(csv.reader(file)) == [[name for name in kind.columns if name not in MADE_BY_LOADER]]
    assert tmp_path / "new" / "README.md" in written


def test_a_new_folder_and_its_example_are_sound(tmp_path, shipped):
    start_folder(tmp_path / "new")
    assert list(differences(shipped, read_graph(Selection((tmp_path / "new",))))) == []
    graph = read_graph(Selection((tmp_path / "new" / "example",)))
    found = changes(shipped, graph)
    assert {d.id for d in found if d.change == "added"} == {"company/example-linen", "mine/1", "mine/2", "mine/3"}
    assert {(d.id, d.column) for d in found if d.change == "changed"} >= {("city/orsha", "aliases"), (TWINNING, "date")}


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FolderNotEmpty):
        start_folder(tmp_path)
    with pytest.raises(FolderNotEmpty):
        start_folder(tmp_path / "mine.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    assert start_folder(tmp_path / "empty")


def test_differences_name_every_cell_both_ways(tmp_path, shipped):
    assert list(differences(shipped, shipped)) == []
    write_tables(shipped, tmp_path)
    path = tmp_path / "twinned_with.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    gone, edited = (next(row for row in rows if row[0] == id_) for id_ in (GONE, EDITED))
    rows.remove(gone)
    edited[header.index("date")] = "2012"
    edited[header.index("sources")] += "|zalesskij-2024"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    later = read_graph(Selection((tmp_path,), only_own=True))
    title = gone[header.index("title")]
    sources = "|".join(shipped.facts[EDITED].sources)
    there = {
        ("removed", "fact", gone[0], None, title, None),
        ("changed", "fact", EDITED, "date", "2023-11", "2012"),
        ("changed", "fact", EDITED, "sources", sources, f"{sources}|zalesskij-2024"),
    }
    assert set(differences(shipped, later)) == there
    opposite = {"removed": "added", "changed": "changed"}
    back = {(opposite[d[0]], *d[1:4], d[5], d[4]) for d in there}
    assert set(differences(later, shipped)) == back
