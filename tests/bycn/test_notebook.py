"""`import bycn`: quick, typed, documented with examples that run, and answers that show in Jupyter."""

import ast
import datetime as dt
import importlib.util
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import networkx as nx
import pytest

import bycn as package
from bycn.atomic_write import FileExists
from bycn.graph_model.names import AmbiguousName, UnknownName
from bycn.keyword_filters import filters_of
from bycn.loaders.cypher_files import CYPHER
from bycn.loaders.engine import QueryError
from bycn.pictures.forms import WrongEnding
from bycn.queries.answers import Answer
from bycn.queries.errors import WrongParameter
from bycn.queries.filters import Filters, UnknownWord
from bycn.queries.networks import TooManyFacts
from bycn.queries.remarks import Cut

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs" / "tutorial.ipynb"


@pytest.fixture(scope="module")
def graph():
    with package.open_graph() as graph:
        yield graph


def test_the_import_brings_nothing_heavy():
    program = "import sys, bycn; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    brought = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, cwd=ROOT, text=True
    ).stdout
    assert not {"arcadedb", "click", "neo4j", "networkx", "pandas", "pydantic", "pyvis"} & set(brought.split())


def test_what_is_public_is_there():
    for name in package.__all__:
        assert getattr(package, name)
    assert set(dir(package)) == set(package.__all__)
    with pytest.raises(AttributeError, match="open_graph"):
        _ = package.open_grpah


@pytest.mark.parametrize("room", ["bycn", "bycn.queries", "bycn.loaders", "bycn.graph_model"])
def test_the_packages_say_that_they_are_typed(room):
    assert (Path(importlib.util.find_spec(room).origin).parent / "py.typed").is_file()


def test_methods_answer_as_the_commands_do(graph, bycn):
    assert graph.connections("Витебск", to="province").rows == [
        tuple(row.values()) for row in bycn("connections", "Витебск", "--format", "json").rows
    ]
    told = bycn("path", "Novopolotsk", "Shandong", "--between", "2000", "2023", "--format", "json").rows
    assert graph.path("Novopolotsk", "Shandong", between=(2000, "2023")).to_dicts() == told
    told = bycn("queries", "run", "twinnings/of_place", "-p", "entity=Vitebsk", "--format", "json").rows
    assert graph.ask("twinnings/of_place", entity="Vitebsk").to_dicts() == told


def test_the_network_and_the_evidence_are_asked_as_by_the_commands(graph, bycn):
    for name in ("central", "communities", "components", "bridges"):
        told = bycn(name, "--type", "TWINNED_WITH", "--with-events", "--format", "json").rows
        assert getattr(graph, name)(type="TWINNED_WITH", with_events=True).to_dicts() == told
    assert graph.stats(only_signed=True).to_dicts() == bycn("stats", "--only-signed", "--format", "json").rows
    assert graph.sources("fn-16").to_dicts() == bycn("sources", "fn-16", "--format", "json").rows
    assert graph.queries("trade").to_dicts() == bycn("queries", "list", "trade", "--format", "json").rows
    found = graph.find_queries("sister cities").to_dicts()
    assert found == bycn("queries", "find", "sister cities", "--format", "json").rows
    assert graph.find_queries("zyxw").remarks == ["no question is about zyxw"]


def test_an_argument_is_told_as_each_face_spells_it(graph, bycn):
    query = "UNWIND [1, 2, 3] AS x RETURN x"
    assert graph.query(query, limit=2).remarks == [Cut(2)]
    assert "--limit shows more" in bycn("query", query, "--limit", "2").err
    told = [
        *map(str, graph.query(query, limit=2).remarks),
        *map(str, graph.search("a", limit=1).remarks),
        *map(str, graph.bridges().remarks),
        *map(str, graph.connections("Tibet", to="oblast").remarks),
    ]
    with pytest.raises(TooManyFacts) as refused:
        graph.central(max_facts=1)
    assert len(told) == 4
    assert not [remark for remark in (*told, str(refused.value)) if "--" in remark]


def test_sources_are_filters_too(graph):
    told = graph.timeline("Vitebsk", source=["fn-16", "fn-17"])
    assert all({"zalesskij-2024/fn-16", "zalesskij-2024/fn-17"} & set(row["sources"]) for row in told)
    assert len(graph.timeline("Vitebsk", exclude_source="fn-16")) <= len(graph.timeline("Vitebsk"))


def test_parameters_of_a_query_are_apart_from_arguments(graph):
    assert graph.query("RETURN $limit AS n", params={"limit": 5000}).rows == [(5000,)]


def test_filters_and_parameters_stand_side_by_side(graph):
    few = graph.ask("agreements/of_party", entity="Brest", between=(2022, 2023), status="signed")
    assert {row["status"] for row in few} == {"signed"}
    with pytest.raises(WrongParameter, match="did you mean entity"):
        graph.ask("agreements/of_party", entiti="Brest")
    with pytest.raises(TypeError, match="the filters are type"):
        graph.ask("agreements/of_party", {"entity": "Brest"}, entity="Brest")


def test_questions_of_ones_own_are_asked(tmp_path):
    shutil.copy(CYPHER / "twinnings/of_place.cypher", tmp_path / "twins.cypher")
    with package.open_graph(queries=tmp_path) as graph:
        assert graph.ask("twins", entity="Brest").rows == graph.ask("twinnings/of_place", entity="Brest").rows
        assert "twins" in [row["name"] for row in graph.queries()]


def test_the_graph_is_exported(graph, tmp_path):
    graph.export("jsonl", tmp_path / "few.jsonl", type="TWINNED_WITH")
    with pytest.raises(FileExists):
        graph.export("jsonl", tmp_path / "few.jsonl")
    graph.export("csv", tmp_path / "tables")
    assert (tmp_path / "tables" / "contract.csv").is_file()
    with pytest.raises(ValueError, match="graphml"):
        graph.export("pdf", tmp_path / "x")
    graph.export_queries(tmp_path / "scripts")
    assert (tmp_path / "scripts" / "twinnings-of_place.cypher").is_file()
    with pytest.raises(FileExists):
        graph.export_queries(tmp_path / "scripts")


def test_a_widened_name_is_remarked(graph):
    assert "exact=True" in str(graph.connections("Витебск").remarks[0])
    assert graph.connections("Витебск", exact=True).remarks == []


@pytest.mark.parametrize(
    ("words", "filters"),
    [
        ({"type": "AGREEMENT"}, Filters(types=("AGREEMENT",))),
        ({"type": ["AGREEMENT", "CONTRACT"], "exclude": "CONTRACT"}, None),
        ({"as_of": dt.date(2023, 6, 25)}, None),
        ({"as_of": 2023, "only_signed": True, "status": "signed", "sector": ["education"]}, None),
    ],
)
def test_filters_are_those_of_the_commands(words, filters):
    found = filters_of(words)
    assert filters in (None, found)
    if "as_of" in words:
        assert found.as_of.text == str(words["as_of"])


@pytest.mark.parametrize(
    ("words", "error", "told"),
    [
        ({"tipe": "AGREEMENT"}, TypeError, "the filters are type"),
        ({"between": (2024, 2019)}, ValueError, "ends before it starts"),
        ({"between": "2019"}, TypeError, "two dates"),
        ({"as_of": "soon"}, ValueError, "2023-06-25"),
        ({"type": "FRIENDSHIP"}, UnknownWord, "TWINNED_WITH"),
    ],
)
def test_wrong_filters_are_told(graph, words, error, told):
    with pytest.raises(error, match=told):
        graph.connections("Vitebsk", **words)


def test_names_that_are_not_known_are_told(graph):
    with pytest.raises(UnknownName, match="did you mean zalesskij-2024"):
        graph.timeline("Vitebsk", source="zalesski-2024")
    with pytest.raises(UnknownName, match="did you mean"):
        graph.show("Vitebks")


@pytest.mark.parametrize("cell", [None, float("nan"), 5])
def test_an_empty_cell_of_a_data_frame_is_no_name(graph, cell):
    with pytest.raises(TypeError, match="a name is a text"):
        graph.resolve(cell)


def test_a_closed_graph_says_so():
    with package.open_graph() as graph:
        pass
    with pytest.raises(QueryError, match="the graph is closed"):
        graph.resolve("Minsk")


def test_own_tables_are_joined(tmp_path, bycn):
    assert bycn("new-data", str(tmp_path / "mine")).code == 0
    with package.open_graph(str(tmp_path / "mine" / "example")) as graph:
        assert "mine/2" in graph.neighbours("Orsha", exact=True).fact_ids()
        assert "mine/2" in [row["id"] for row in graph.facts]
    with pytest.raises(ValueError, match="not both"):
        package.open_graph(tmp_path, uri="bolt://localhost:1")


def test_an_ambiguous_name_lists_its_candidates(tmp_path):
    (tmp_path / "company.csv").write_text(
        "id,name,country,aliases\ncompany/a,Star A,BY,Red Star\ncompany/b,Star B,CN,Red Star\n"
    )
    (tmp_path / "distinct.csv").write_text("name,ids\nRed Star,company/a|company/b\n")
    with package.open_graph([tmp_path], only_data=True) as graph, pytest.raises(AmbiguousName, match="company/b"):
        graph.show("Red Star")


def test_entities_and_facts_are_all_there(graph):
    whole = graph.to_networkx()
    assert isinstance(whole, nx.MultiDiGraph)
    assert {row["id"] for row in graph.entities} == set(whole.nodes)
    told = {(row["from"], row["to"], row["id"]) for row in graph.facts}
    assert told == set(whole.edges(keys=True))
    assert len(told) == len(graph.facts)


class Page(HTMLParser):
    """Reads a page: its tags, and what is outside them."""

    def __init__(self, text: str):
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.frame = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag == "iframe":
            self.frame = dict(attrs)["srcdoc"]

    def handle_data(self, data):
        self.texts.append(data)


def test_an_answer_shows_as_an_escaped_table():
    nasty = "<script>alert('x')</script>"
    answer = Answer((nasty, "list", "none"), [(nasty, [nasty, "白俄罗斯"], None), (1, "a\nb", True)], [nasty])
    page = Page(answer._repr_html_())
    assert "script" not in page.tags
    assert page.texts.count(nasty) == 4
    assert "白俄罗斯" in page.texts
    assert page.tags.count("tr") == 3
    assert page.tags.count("td") == 6


def test_a_long_answer_says_how_much_of_it_shows():
    page = Page(Answer(("n",), [(n,) for n in range(250)])._repr_html_())
    assert page.tags.count("tr") == 101
    assert "250 rows, 100 of them shown" in page.texts


def test_a_page_begins_with_the_answer_and_has_no_empty_column(graph):
    answer = graph.path("Vitebsk city", "Jinan")
    page = Page(answer._repr_html_())
    assert page.texts[0] == "Vitebsk and Jinan are tied directly: twinned, 2009"
    assert page.texts.count(page.texts[0]) == 1
    assert page.tags.index("p") < page.tags.index("table")
    assert "fact" in page.texts
    assert not {"through", "amount", "growth_base"} & set(page.texts)
    assert {"through", "amount"} <= set(answer.columns)
    nothing = Page(graph.between("Orsha", "Tibet")._repr_html_())
    assert "table" not in nothing.tags
    assert "no fact ties Orsha to Tibet directly" in nothing.texts


def test_an_answer_is_told_in_short_where_no_page_is_shown(graph):
    said = repr(graph.connections("Vitebsk city"))
    assert said.startswith("<Answer: ")
    assert "rows of name, id, facts, plans, through, ties" in said
    assert "Shandong" not in said
    assert "tied directly: twinned, 2009" in repr(graph.path("Vitebsk city", "Jinan"))


def test_a_picture_shows_in_a_frame_and_is_saved(graph, tmp_path):
    picture = graph.draw("Vitebsk", only_signed=True)
    shown = Page(picture._repr_html_())
    assert shown.tags[0] == "iframe"
    assert shown.frame == picture.html
    assert "Vitebsk is taken as Vitebsk Region" in "".join(shown.texts)
    picture.save(tmp_path / "vitebsk.html")
    picture.save(tmp_path / "vitebsk.svg")
    assert (tmp_path / "vitebsk.html").read_text(encoding="utf-8") == picture.html
    assert (tmp_path / "vitebsk.svg").read_text(encoding="utf-8").lstrip().startswith(("<svg", "<?xml"))
    with pytest.raises(FileExists):
        picture.save(tmp_path / "vitebsk.html")
    with pytest.raises(WrongEnding, match=r"\.html, \.svg, \.png or \.pdf"):
        picture.save(tmp_path / "vitebsk.jpg")
    assert not (tmp_path / "vitebsk.jpg").exists()
    for form, mark in (("png", b"\x89PNG"), ("pdf", b"%PDF")):
        picture.save(tmp_path / f"vitebsk.{form}")
        assert (tmp_path / f"vitebsk.{form}").read_bytes().startswith(mark)
    assert repr(picture).startswith("<bycn picture, Vitebsk Region and its ties: ")


def test_pyvis_has_the_network_with_every_strand(graph):
    network = graph.to_pyvis("Vitebsk", only_signed=True)
    drawing = graph.draw("Vitebsk", only_signed=True).drawing
    assert type(network).__name__ == "Network"
    assert network.get_nodes() == [node.id for node in drawing.nodes]
    assert [(e["from"], e["to"], e["width"]) for e in network.edges] == [
        (strand.start, strand.end, strand.width) for strand in drawing.strands
    ]
    assert "Vitebsk Region" in network.generate_html()


def test_paths_questions_and_the_whole_are_drawn(graph):
    drawn = graph.draw(path=("Orsha", "Shandong"), exact=True, title="A way").drawing.subject
    assert drawn.title == "A way"
    assert {"city/orsha", "CN-SD"} <= set(drawn.entities)
    asked = graph.draw(question="twinnings/of_place", params={"entity": "Vitebsk"}).drawing.subject
    assert {fact["id"] for fact in asked.facts} == set(graph.ask("twinnings/of_place", entity="Vitebsk").fact_ids())
    assert len(graph.draw(type="TWINNED_WITH").drawing.subject.facts) == len(
        graph.to_networkx(type="TWINNED_WITH").edges
    )
    with pytest.raises(ValueError, match="one of them"):
        graph.draw("Vitebsk", path=("Orsha", "Shandong"))


def test_answers_chosen_facts_and_networks_are_drawn(graph):
    answer = graph.timeline("Brest", type="TWINNED_WITH")
    ids = set(answer.fact_ids())
    assert ids
    network = answer.to_networkx()
    for picture in (answer.draw(), graph.draw(facts=ids), graph.draw(facts=network)):
        assert {fact["id"] for fact in picture.drawing.subject.facts} == ids
    pairs = nx.Graph(network)
    assert ids <= {fact["id"] for fact in graph.draw(facts=pairs).drawing.subject.facts}
    kept = graph.draw(facts=pairs, type="TWINNED_WITH").drawing.subject.facts
    assert {fact["id"] for fact in kept} == ids
    with pytest.raises(UnknownName, match="nobody/1"):
        graph.draw(facts=["nobody/1"])


def test_a_query_is_drawn(bycn, tmp_path):
    file = tmp_path / "twins.svg"
    said = bycn("query", "MATCH ()-[r:TWINNED_WITH]->() RETURN r.id AS fact LIMIT 3", "--draw", str(file))
    assert said.code == 0
    assert file.read_text(encoding="utf-8").startswith("<svg")
    said = bycn("query", "RETURN 1 AS n", "--draw", str(file), "--force")
    assert (said.code, "r.id AS fact" in said.err) == (2, True)


def test_facts_tell_all_that_their_types_tell_and_numbers_are_numbers(graph):
    frame = graph.facts.to_dataframe()
    assert {"date_start", "date_end", "instrument", "measure", "reporter", "role"} <= set(frame.columns)
    for column in ("amount", "quantity", "growth"):
        assert frame[column].dtype.kind == "f", column
    assert graph.trade("Brest").to_dataframe()["amount"].dtype.kind == "f"


def test_the_tutorial_runs(tmp_path, monkeypatch):
    from nbclient import NotebookClient

    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    tutorial = nbformat.read(TUTORIAL, as_version=4)
    nbformat.validate(tutorial)
    cells = [cell for cell in tutorial.cells if cell.cell_type == "code"]
    assert len(cells) > 8
    assert not any(cell.outputs for cell in cells), "outputs are made when it runs; clear them"
    for cell in cells:
        ast.parse(cell.source)
    NotebookClient(tutorial, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [set(output.get("data", {})) for cell in cells for output in cell.outputs]
    assert sum("text/html" in kinds for kinds in shown) >= 5
