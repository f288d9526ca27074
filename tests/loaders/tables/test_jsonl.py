"""The exchange form read back: the same graph, and a clear word on every line that is malformed."""

import json

import pytest

from bycn.graph_model.graph import Graph
from bycn.graph_model.properties import Properties
from bycn.loaders.selection import Selection
from bycn.loaders.tables import read_graph, read_with_proposals
from tests.loaders.tables.conftest import row

NODE = {
    "type": "node",
    "id": "city/n",
    "labels": ["Entity", "City"],
    "properties": {"id": "city/n", "name": "N", "country": "BY"},
}
TIE = {
    "type": "relationship",
    "id": "own/9",
    "label": "TWINNED_WITH",
    "start": {"id": "city/vitebsk", "labels": ["Entity", "City"]},
    "end": {"id": "CN-HL", "labels": ["Entity", "Province"]},
    "properties": {"id": "own/9", "title": "A tie", "status": "signed", "sources": ["own"]},
}


def exchange_form(graph: Graph) -> str:
    public = Properties(graph).public
    lines = [{"type": "node", "id": n.id, "labels": [n.label], "properties": public(n)} for n in graph.nodes()]
    for fact in graph.facts.values():
        ends = {"start": {"id": fact.from_}, "end": {"id": fact.to}}
        lines.append({"type": "relationship", "id": fact.id, "label": fact.type, **ends, "properties": public(fact)})
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def lines(*values):
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def changed(line, **properties):
    return {**line, "properties": {**line["properties"], **properties}}


@pytest.mark.parametrize("ends_told", [True, False], ids=["with ends", "by number"])
def test_what_apoc_wrote_comes_back(tables, ends_told):
    """APOC numbers lines as Neo4j numbers nodes, and writes hidden properties and the node of the load too."""
    hidden = {"_bycn": "mine", "_keys": ["n"], "_digest": "d"}
    load = {"type": "node", "id": "0", "labels": ["BycnLoad"], "properties": {"id": "bycn", "locked": True}}
    city = {**changed(NODE, **hidden), "id": "17"}
    place = {**NODE, "id": "18", "labels": ["Province", "Entity"]}
    place["properties"] = {"id": "CN-GS", "name": "Gansu", "country": "CN", "kind": "province"}
    told = {"properties": {"id": "city/n"}} if ends_told else {}
    tie = {**changed(TIE, **hidden), "id": "3", "start": {"id": "17", **told}, "end": {"id": "18"}}
    facts = tables.put("theirs.jsonl", lines(load, city, place, tie)).read().facts
    assert (facts["own/9"].from_, facts["own/9"].to) == ("city/n", "CN-GS")


def test_what_other_programs_keep_in_the_same_database_is_left_out_and_told(tables):
    """APOC exports a whole database. A file that no load had a part in holds no lines to pass over."""
    ours = changed(NODE, _bycn="mine")
    person = {"type": "node", "id": "7", "labels": ["Person", "Entity"], "properties": {"id": 5}}
    bare = {"type": "node", "id": "8", "properties": {}, "labels": []}
    knows = {**TIE, "label": "KNOWS", "properties": {"since": 2001}}
    tables.put("theirs.jsonl", lines(person, ours, bare, knows))
    checked = read_with_proposals(Selection((tables.own,)))
    assert "city/n" in checked.graph.entities
    told = [(found.line, found.message) for found in checked.proposals if "another program" in found.message]
    assert told == [(1, "it is of another program and left out, and so are 2 more lines")]
    tables.put("theirs.jsonl", lines(person, NODE))
    assert "'Person'" in str(tables.problems()[0])
    tables.put("theirs.jsonl", lines(changed({**person, "labels": ["Citty"]}, _bycn="mine"), ours))
    assert "Citty" in str(tables.problems()[0])


def test_a_graph_comes_back_equal_by_itself(tables, tmp_path):
    graph = tables.put(
        "twinned_with.csv", row(amount="2.5", currency="USD", date="2023-02", locator="c1:1|c1:2")
    ).read()
    (tmp_path / "graph.jsonl").write_text(exchange_form(graph), encoding="utf-8")
    again = read_graph(Selection((tmp_path / "graph.jsonl",), only_own=True))
    assert (again.entities, again.facts) == (graph.entities, graph.facts)
    assert (again.sources, again.documents) == (graph.sources, graph.documents)
    assert again.dataset == "graph"


def test_beside_the_tables_it_came_from_it_changes_nothing(tables, tmp_path):
    graph = tables.put("twinned_with.csv", row()).read()
    (tables.own / "graph.jsonl").write_text(exchange_form(graph), encoding="utf-8")
    (tables.own / "twinned_with.csv").unlink()
    assert tables.read().facts == graph.facts


def test_the_shipped_graph_comes_back_equal(tmp_path):
    graph = read_graph(Selection())
    (tmp_path / "graph.jsonl").write_text(exchange_form(graph), encoding="utf-8")
    alone = read_graph(Selection((tmp_path / "graph.jsonl",), only_own=True))
    beside = read_graph(Selection((tmp_path / "graph.jsonl",)))
    for again in (alone, beside):
        assert (again.entities, again.facts) == (graph.entities, graph.facts)
        assert (again.sources, again.documents) == (graph.sources, graph.documents)


def test_a_line_separator_in_a_text_does_not_end_the_line(tables):
    text = lines(changed(TIE, title="one\u2028two"), changed(TIE, status="x"))
    # The second has the id of the first, too.
    assert [p[1] for p in tables.put("g.jsonl", text).problems()] == [1, 2, 2]


MALFORMED = [
    ("{", "-", "not JSON"),
    ("[]", "-", "not an object"),
    ("nonsense", "-", "not JSON"),
    ("[" * 100_000, "-", "not JSON"),
    ({}, "type", "neither node nor relationship"),
    ({"properties": {}}, "type", "neither node nor relationship"),
    ({"n": NODE}, "type", 'neither node nor relationship; write {"type":"node",…}'),
    ({**NODE, "properties": None}, "properties", "is missing"),
    ({**NODE, "labels": ["Entity"]}, "labels", "name no single type"),
    ({**NODE, "labels": "City"}, "labels", "write a list"),
    ({**NODE, "labels": ["Entity", "Citty"]}, "labels", "did you mean city"),
    ({**NODE, "labels": ["TWINNED_WITH"]}, "type", "is not the type of a node"),
    ({**TIE, "label": "City"}, "type", "is not the type of a relationship"),
    ({**TIE, "label": None}, "label", "is no type"),
    ({**TIE, "start": None}, "start", 'write "start":{"id":…}'),
    ({**NODE, "id": "city/m"}, "id", "differs between the line and its properties"),
    (changed(NODE, type="district"), "type", "differs from the label"),
    (changed(NODE, name=True), "name", "neither text, number nor list"),
    (changed(NODE, aliases=[["x"]]), "aliases", "a list holds texts"),
    (changed(NODE, aliases=["a|b"]), "aliases", "separates the items of a list"),
    (changed(NODE, name="a\0"), "name", "a NUL"),
    (changed(NODE, name="\ud800"), "name", "U+D800"),
    (changed(NODE, nmae="x"), "nmae", "did you mean 'name'?"),
    (changed(NODE, name=5), "name", "doesn't fit here"),
    (changed(TIE, amount=float("nan")), "-", "NaN is not a number"),
    ('{"type":"node","type":"node"}', "type", "is there twice"),
]


@pytest.mark.parametrize(("line", "column", "told"), MALFORMED, ids=[f"{c}: {t}" for _, c, t in MALFORMED])
def test_a_malformed_line_is_told_and_the_others_are_read(tables, line, column, told):
    text = line if isinstance(line, str) else json.dumps(line)
    problems = tables.put("g.jsonl", text + "\n" + lines(changed(TIE, status="x"))).problems()
    assert [p[1:3] for p in problems] == [(1, column), (2, "status")]
    assert told in problems[0][3]


def test_a_node_without_an_id_in_its_properties_has_that_of_the_line(tables):
    properties = {"name": "N", "country": "BY"}
    assert "city/n" in tables.put("g.jsonl", lines({**NODE, "properties": properties})).read().entities
