"""What a load does to a database: complete, idempotent, nobody else's data touched."""

import random
from dataclasses import fields, replace

import pytest

from bycn.graph_model.entities import ENTITY_TYPES
from bycn.graph_model.facts import FACT_TYPES
from bycn.graph_model.graph import Graph
from bycn.graph_model.properties import Properties
from bycn.graph_model.version import SCHEMA, VERSION
from bycn.loaders.cypher_files import statement
from bycn.loaders.neo4j import schema, state
from bycn.loaders.neo4j.compare import Batch
from bycn.loaders.neo4j.connection import Connection
from bycn.loaders.neo4j.inventory import ForeignData
from bycn.loaders.neo4j.load import load, plan
from bycn.loaders.neo4j.state import Lease, SchemaNewer, read_state
from bycn.loaders.neo4j.write import MissingNode, write_batch
from bycn.loaders.rows import Rows
from bycn.loaders.selection import Selection
from bycn.loaders.statements import NODE_CLASSES, loading
from tests.loaders.neo4j.snapshots import change, snapshot

SIZE = 50


def counts(summary) -> tuple[int, int, int, int]:
    return summary.created, summary.changed, summary.unchanged, summary.removed


def size_of(graph: Graph) -> int:
    return len(list(graph.nodes())) + len(graph.facts)


def loaded_clean(connection, graph):
    change(connection, "MATCH (n) WHERE NOT n:BycnTestRun DETACH DELETE n")
    load(connection, graph, size=SIZE)
    return snapshot(connection)


def edited(record, **changes):
    values = {field.name.rstrip("_"): getattr(record, field.name) for field in fields(record)}
    return type(record)(**(values | changes))


def shuffled(graph: Graph) -> Graph:
    records = [*graph.nodes(), *graph.facts.values()]
    random.Random(7).shuffle(records)
    other = Graph(graph.dataset)
    other.add(records)
    return other


def test_the_first_load_brings_everything(connection, graph):
    assert counts(load(connection, graph, size=SIZE)) == (size_of(graph), 0, 0, 0)
    nodes, facts = snapshot(connection)
    assert len(nodes) == size_of(graph) - len(graph.facts)
    assert len(facts) == len(graph.facts)
    for entity in graph.entities.values():
        [row] = connection.read("MATCH (n:Entity {id: $id}) RETURN labels(n) AS labels", {"id": entity.id})
        assert set(row["labels"]) == {"Entity", entity.label}


def test_every_property_arrives_as_the_model_gives_it(connection, graph):
    load(connection, graph, size=SIZE)
    for fact in list(graph.facts.values())[:40]:
        [row] = connection.read(
            "MATCH (a)-[r {id: $id}]->(b) RETURN a.id AS start, b.id AS end, properties(r) AS told", {"id": fact.id}
        )
        assert (row["start"], row["end"]) == (fact.from_, fact.to)
        told = {name: value for name, value in row["told"].items() if name not in ("_bycn", "_digest")}
        assert told == Properties(graph).of(fact)


def test_loading_again_changes_nothing(connection, graph):
    load(connection, graph, size=SIZE)
    before = snapshot(connection)
    assert counts(load(connection, graph, size=SIZE)) == (0, 0, size_of(graph), 0)
    assert snapshot(connection) == before


def test_what_is_held_is_read_in_pages(connection, graph, monkeypatch):
    load(connection, graph, size=SIZE)
    for page in (1, 7, len(graph.entities)):
        monkeypatch.setattr("bycn.loaders.neo4j.inventory._PAGE", page)
        assert counts(load(connection, graph, size=SIZE)) == (0, 0, size_of(graph), 0)


@pytest.mark.usefixtures("renewed_plans")
def test_where_a_row_belongs_is_found_by_index(connection, graph):
    load(connection, graph, size=SIZE)
    for name in (*(f"changed/{label}" for label in NODE_CLASSES), *(f"facts/{t}" for t in FACT_TYPES)):
        steps = steps_of(connection, loading()[name])
        assert any("UniqueIndexSeek" in step for step in steps), (name, steps)
        assert not any("Scan" in step for step in steps), (name, steps)


def steps_of(connection, text: str) -> list[str]:
    def walk(step) -> list[str]:
        return [step["operatorType"], *(found for child in step.get("children", []) for found in walk(child))]

    return walk(connection.write(lambda tx: tx.run(f"EXPLAIN {text}", {"rows": []}).consume().plan))


def test_the_order_of_the_input_and_the_batches_dont_matter(connection, graph):
    clean = loaded_clean(connection, graph)
    digest = read_state(connection)["digest"]
    change(connection, "MATCH (n) WHERE NOT n:BycnTestRun DETACH DELETE n")
    load(connection, shuffled(graph), size=7)
    assert snapshot(connection) == clean
    assert read_state(connection)["digest"] == digest


def test_parallel_facts_keep_their_identity(connection):
    graph = Graph("parallel")
    graph.add([ENTITY_TYPES["country"](id=code, name=code, country=code) for code in ("BY", "CN")])
    common = {"from": "BY", "to": "CN", "title": "the same", "sources": "s"}
    graph.add(FACT_TYPES["COOPERATES_WITH"](id=f"f/{n}", **common) for n in range(30))
    load(connection, graph, size=4)
    load(connection, graph, size=9)
    assert connection.read("MATCH (:Country)-[r]->(:Country) RETURN count(DISTINCT r.id) AS n, count(r) AS all") == [
        {"n": 30, "all": 30}
    ]


def test_an_edit_changes_just_that(connection, graph):
    load(connection, graph, size=SIZE)
    fact = next(f for f in graph.facts.values() if f.amount)
    entity = graph.entities["company/3"]
    graph.add([edited(fact, amount=None, amount_qualifier=None, currency=None, title="told anew")])
    graph.add([edited(entity, aliases=(), note="new")])
    assert counts(load(connection, graph, size=SIZE)) == (0, 2, size_of(graph) - 2, 0)
    after = snapshot(connection)
    [row] = connection.read("MATCH ()-[r {id: $id}]->() RETURN properties(r) AS told", {"id": fact.id})
    assert not {"amount", "currency", "amount_qualifier"} & row["told"].keys()
    assert after == loaded_clean(connection, graph)


def test_an_event_changes_with_the_facts_that_name_it(connection, graph):
    load(connection, graph, size=SIZE)
    fact = next(f for f in graph.facts.values() if f.type == "CONTRACT" and f.event is None)
    graph.add([edited(fact, event="event/1")])
    assert counts(load(connection, graph, size=SIZE)) == (0, 2, size_of(graph) - 2, 0)
    [row] = connection.read("MATCH (e:Event {id: 'event/1'}) RETURN e._ends AS ends")
    assert {fact.from_, fact.to} & set(row["ends"])


def test_a_fact_may_change_its_ends_and_its_type(connection, graph):
    load(connection, graph, size=SIZE)
    moved, retyped = [f for f in graph.facts.values() if f.type == "COOPERATES_WITH"][:2]
    graph.add([edited(moved, **{"from": "company/0"}, to="company/1")])
    del graph.facts[retyped.id]
    graph.add([FACT_TYPES["CONTRACT"](id=retyped.id, **{"from": "company/0"}, to="company/1", title="t", sources="s")])
    assert counts(load(connection, graph, size=SIZE)) == (1, 1, size_of(graph) - 2, 1)
    after = snapshot(connection)
    assert after == loaded_clean(connection, graph)


def test_a_fact_that_changed_its_type_leaves_the_old_one_without_pruning_too(connection, graph):
    load(connection, graph, size=SIZE)
    retyped = next(f for f in graph.facts.values() if f.type == "COOPERATES_WITH")
    del graph.facts[retyped.id]
    graph.add([FACT_TYPES["CONTRACT"](id=retyped.id, **{"from": "company/0"}, to="company/1", title="t", sources="s")])
    load(connection, graph, size=SIZE, prune=False)
    after = snapshot(connection)
    assert after == loaded_clean(connection, graph)


def test_an_entity_may_change_its_type(connection, graph):
    load(connection, graph, size=SIZE)
    province = next(e for e in graph.entities.values() if e.type == "province")
    graph.add([ENTITY_TYPES["city"](id=province.id, name=province.name, country=province.country)])
    assert counts(load(connection, graph, size=SIZE)) == (0, 1, size_of(graph) - 1, 0)
    after = snapshot(connection)
    assert after == loaded_clean(connection, graph)


def without(graph: Graph, entity: str) -> None:
    for fact in [f for f in graph.facts.values() if entity in (f.from_, f.to)]:
        del graph.facts[fact.id]
    del graph.entities[entity]


def test_what_the_tables_no_longer_hold_is_removed(connection, graph):
    load(connection, graph, size=SIZE)
    before = size_of(graph)
    without(graph, "BY-HM")
    graph.sources.pop("made-up/fn-7")
    removed = before - size_of(graph)
    assert removed > 5
    kept = load(connection, graph, size=SIZE, prune=False)
    assert (kept.removed, kept.kept) == (0, removed)
    assert counts(load(connection, graph, size=3)) == (0, 0, size_of(graph), removed)
    after = snapshot(connection)
    assert after == loaded_clean(connection, graph)


def test_an_entity_may_get_another_id(connection, graph):
    load(connection, graph, size=SIZE)
    facts = [f for f in graph.facts.values() if "BY-HM" in (f.from_, f.to)]
    told = Properties(graph)
    naming_it = [e for e in graph.entities.values() if "BY-HM" in (*told.of(e)["inside"], *told.of(e).get("_ends", ()))]
    naming_it.remove(graph.entities["BY-HM"])
    minsk = graph.entities.pop("BY-HM")
    graph.add([edited(minsk, id="city/minsk", former_ids=("BY-HM",))])
    graph.add(
        edited(f, **{"from": f.from_.replace("BY-HM", "city/minsk")}, to=f.to.replace("BY-HM", "city/minsk"))
        for f in facts
    )
    changed = len(facts) + len(naming_it)
    assert counts(load(connection, graph, size=SIZE)) == (1, changed, size_of(graph) - 1 - changed, 1)
    after = snapshot(connection)
    assert after == loaded_clean(connection, graph)


def test_other_peoples_data_is_never_touched(connection, graph):
    change(connection, "CREATE (:Mine {id: 'BY'})-[:AGREEMENT {id: 'mine'}]->(:Entity {name: 'no id'})")
    change(connection, "CREATE (:Entity:Mine {id: 'mine/1'})-[:X]->(:Source {id: 'mine/2'})")
    change(connection, "CREATE (:Entity {id: [1]})-[:AGREEMENT {id: [3]}]->(:Entity {id: 5}), (:Source {id: date()})")
    change(connection, "CREATE (:ReleasedEntity {id: ['a']})-[:CONTRACT {id: 7}]->(:Document {id: 1.5})")
    theirs = snapshot(connection)
    load(connection, graph, size=SIZE)
    change(
        connection, "MATCH (m:Mine {id: 'mine/1'}), (e:Entity {id: 'company/3'}) CREATE (m)-[:KNOWS {since: 1}]->(e)"
    )
    load(connection, graph, size=SIZE, verify=True)
    graph.entities.clear()
    graph.facts.clear()
    graph.sources.clear()
    graph.documents.clear()
    summary = load(connection, graph, size=SIZE, replace=True)
    assert summary.released == ["company/3"]
    nodes, facts = snapshot(connection)
    assert set(theirs[0]) < set(nodes)
    assert len(nodes) == len(theirs[0]) + 1
    assert set(theirs[1]) < set(facts)
    [row] = connection.read("MATCH ()-[:KNOWS {since: 1}]->(n) RETURN labels(n) AS labels, properties(n) AS told")
    assert row["labels"] == ["ReleasedEntity"]
    assert row["told"]["name"] == "Company 3"
    assert not [name for name in row["told"] if name.startswith("_")]


@pytest.mark.parametrize(("kind", "verify"), [("entities", False), ("documents", False), ("sources", True)])
def test_a_released_node_is_taken_up_again_with_what_hangs_on_it(connection, graph, kind, verify):
    clean = loaded_clean(connection, graph)
    node = max(getattr(graph, kind).values(), key=lambda node: node.id)
    change(
        connection,
        f"MATCH (n:{'Entity' if kind == 'entities' else node.label} {{id: $id}}) "
        "CREATE (n)-[:KNOWS {since: 1}]->(:Mine), (:Mine)-[:KNOWS {since: 2}]->(n)",
        id=node.id,
    )
    known = [fact for fact in snapshot(connection)[1] if "KNOWS" in fact]
    smaller = shuffled(graph)
    del getattr(smaller, kind)[node.id]
    if kind == "entities":
        for fact in [f for f in graph.facts.values() if node.id in (f.from_, f.to)]:
            del smaller.facts[fact.id]
    assert load(connection, smaller, size=SIZE).released == [node.id]
    planned = plan(connection, graph, verify=verify)
    summary = load(connection, graph, size=SIZE, verify=verify)
    assert counts(summary) == counts(planned)
    assert (summary.released, summary.changed >= 1) == ([], True)
    nodes, facts = snapshot(connection)
    assert sorted(facts) == sorted([*clean[1], *known])
    assert [told for told in nodes if "Mine" not in told] == clean[0]
    assert counts(load(connection, graph, size=SIZE)) == (0, 0, size_of(graph), 0)


def test_a_released_node_that_was_deleted_or_copied_is_in_nobodys_way(connection, graph):
    clean = loaded_clean(connection, graph)
    for meanwhile in (
        "MATCH (n:ReleasedEntity) DETACH DELETE n",
        "MATCH (n:ReleasedEntity) CREATE (m:ReleasedEntity) SET m = n",
    ):
        change(connection, "MATCH (n:Entity {id: 'BY-HM'}) CREATE (n)-[:KNOWS]->(:Mine)")
        smaller = shuffled(graph)
        without(smaller, "BY-HM")
        assert load(connection, smaller, size=SIZE).released == ["BY-HM"]
        change(connection, meanwhile)
        load(connection, graph, size=SIZE)
        assert connection.read("MATCH (n:Entity {id: 'BY-HM'}) RETURN count(n) AS n") == [{"n": 1}]
        change(connection, "MATCH (n:Mine|ReleasedEntity) DETACH DELETE n")
        assert snapshot(connection) == clean


FOREIGN = [
    "CREATE (:Entity {id: 'BY'})",
    "CREATE (:Source {id: 'made-up/fn-1'})",
    "CREATE (:X)-[:TWINNED_WITH {id: 'made-up/0'}]->(:X)",
    "CREATE (:Entity {id: 'BY', _digest: 'forged'})",
]


def test_an_id_of_ours_in_other_hands_stops_the_load_before_it_writes(connection, graph):
    assert graph.facts["made-up/0"].type == "TWINNED_WITH"
    for constraint in connection.read("SHOW CONSTRAINTS YIELD name RETURN name"):
        change(connection, f"DROP CONSTRAINT {constraint['name']}")
    for theirs in FOREIGN:
        change(connection, theirs)
        before = snapshot(connection)
        with pytest.raises(ForeignData, match="nothing was written"):
            load(connection, graph, size=SIZE)
        assert snapshot(connection) == before
        assert read_state(connection) is None
        assert connection.read("SHOW CONSTRAINTS YIELD name RETURN name") == []
        change(connection, "MATCH (n) WHERE NOT n:BycnTestRun DETACH DELETE n")


def test_the_schema_is_made_once(connection, graph):
    for constraint in connection.read("SHOW CONSTRAINTS YIELD name RETURN name"):
        change(connection, f"DROP CONSTRAINT {constraint['name']}")
    assert load(connection, graph, size=SIZE).constraints == len(FACT_TYPES) + 4
    assert load(connection, graph, size=SIZE).constraints == 0
    found = connection.read(
        "SHOW INDEXES YIELD state, owningConstraint WHERE owningConstraint IS NOT NULL RETURN state"
    )
    assert {row["state"] for row in found} == {"ONLINE"}


DAMAGE = [
    "MATCH (n:Entity {id: 'company/3'}) SET n.name = 'X'",
    "MATCH (n:Entity {id: 'company/3'}) SET n.added = 1",
    "MATCH (n:Entity {id: 'company/3'}) REMOVE n.aliases",
    "MATCH (n:Entity {id: 'company/3'}) REMOVE n:Company SET n:City",
    "MATCH (n:Source {id: 'made-up/fn-3'}) SET n.year = 2023.0",
    "MATCH ()-[r {id: 'made-up/3'}]->() SET r.amount = 1",
    "MATCH ()-[r {id: 'made-up/3'}]->() SET r.added = true",
    "MATCH ()-[r {id: 'made-up/3'}]->() REMOVE r._digest",
]


def test_verify_finds_and_repairs_what_was_changed_behind_our_back(connection, graph):
    load(connection, graph, size=SIZE)
    sound = snapshot(connection)
    for damage in DAMAGE:
        change(connection, damage)
        assert snapshot(connection) != sound, damage
        assert counts(load(connection, graph, verify=True)) == (0, 1, size_of(graph) - 1, 0), damage
        assert snapshot(connection) == sound, damage
    assert counts(load(connection, graph, verify=True)) == (0, 0, size_of(graph), 0)


def test_what_was_deleted_comes_back(connection, graph):
    load(connection, graph, size=SIZE)
    sound = snapshot(connection)
    change(connection, "MATCH (n:Entity {id: 'company/3'}) DETACH DELETE n")
    summary = load(connection, graph, size=SIZE)
    assert (summary.changed, summary.removed) == (0, 0)
    assert summary.created > 0
    assert snapshot(connection) == sound


def test_a_plan_writes_nothing_and_tells_what_a_load_then_does(connection, graph):
    load(connection, graph, size=SIZE)
    without(graph, "BY-HM")
    graph.add(
        [edited(graph.entities["company/3"], note="new"), ENTITY_TYPES["city"](id="city/x", name="X", country="BY")]
    )
    before, state_before = snapshot(connection), read_state(connection)
    planned = plan(connection, graph)
    assert snapshot(connection) == before
    assert read_state(connection) == state_before
    assert ("create", "City", 1, ["city/x"]) in planned.changes()
    [changed] = [ids for what, name, _, ids in planned.changes() if (what, name) == ("change", "Company")]
    assert "company/3" in changed  # beside those that were inside Minsk
    assert ("remove", "Entity", 1, ["BY-HM"]) in planned.changes()
    assert counts(planned) == counts(load(connection, graph, size=SIZE))


def test_a_missing_end_is_named_and_its_batch_not_written(connection, graph):
    graph.add([FACT_TYPES["CONTRACT"](id="f/lost", **{"from": "company/0"}, to="company/gone", title="t", sources="s")])
    with pytest.raises(MissingNode, match=r"f/lost needs the entity company/gone"):
        load(connection, graph, size=SIZE)
    assert connection.read("MATCH ()-[r {id: 'f/lost'}]->() RETURN r.id AS id") == []
    assert read_state(connection)["complete"] is False


def test_a_node_that_is_gone_before_it_is_changed_is_told(connection, graph):
    lease = Lease(connection)
    lease.begin([])
    gone = Batch("Company", [], [Rows(graph).row(graph.entities["company/3"])], 1)
    with pytest.raises(MissingNode, match="Company nodes were deleted"):
        write_batch(lease, gone)


@pytest.mark.usefixtures("renewed_plans")
def test_a_load_is_whole_on_a_server_that_renews_no_plans(connection, graph, monkeypatch):
    calls = {"schema/replan": "CALL db.noProcedureOfThisServer($seconds)"}
    monkeypatch.setattr(schema, "statement", lambda name: calls.get(name) or statement(name))
    assert load(connection, graph, size=SIZE).created == size_of(graph)
    assert read_state(connection)["complete"] is True


def test_the_state_tells_what_was_loaded(connection, graph):
    load(connection, graph, size=SIZE)
    told = read_state(connection)
    assert told["complete"] is True
    assert (told["schema"], told["version"], told["dataset"]) == (SCHEMA, VERSION, "made-up")
    assert (told["entities"], told["facts"]) == (len(graph.entities), len(graph.facts))
    assert (told["sources"], told["documents"]) == (len(graph.sources), len(graph.documents))
    assert told["started"] <= told["finished"]


def test_an_older_schema_is_brought_up(connection, graph, monkeypatch):
    load(connection, graph, size=SIZE)
    sound = snapshot(connection)
    change(connection, "MATCH (n:Company {id: 'company/3'}) SET n.dropped_by_the_model = 1")
    change(
        connection,
        "MATCH (a:Company {id: 'company/3'}), (b:Entity {id: 'BY'}) CREATE (a)-[:OWNS {id: 'o', _bycn: 'x'}]->(b)",
    )
    monkeypatch.setattr(state, "SCHEMA", SCHEMA + 1)
    assert counts(load(connection, graph, size=SIZE)) == (0, size_of(graph), 0, 1)
    assert snapshot(connection) == sound
    assert read_state(connection)["schema"] == SCHEMA + 1
    assert counts(load(connection, graph, size=SIZE)) == (0, 0, size_of(graph), 0)


def test_a_newer_schema_is_refused(connection, graph):
    load(connection, graph, size=SIZE)
    change(connection, "MATCH (l:BycnLoad) SET l.schema = $schema", schema=SCHEMA + 1)
    without(graph, "BY-HM")
    before = snapshot(connection)
    with pytest.raises(SchemaNewer, match="upgrade bycn"):
        load(connection, graph, size=SIZE)
    assert snapshot(connection) == before


def test_the_whole_dataset_arrives(connection):
    from bycn.loaders.tables import read_graph

    graph = read_graph(Selection())
    assert counts(load(connection, graph)) == (size_of(graph), 0, 0, 0)
    assert counts(load(connection, graph, verify=True)) == (0, 0, size_of(graph), 0)


def test_by_a_routing_address_what_a_load_wrote_is_read(neo4j_address, graph):
    routed = replace(neo4j_address, uri=neo4j_address.uri.replace("bolt://", "neo4j://"))
    with Connection(routed) as connection:
        load(connection, graph)
        assert connection.read("MATCH (e:Entity) RETURN count(e) AS n") == [{"n": len(graph.entities)}]
        assert connection._bookmarks.get_bookmarks()
