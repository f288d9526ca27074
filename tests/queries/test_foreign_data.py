"""A Neo4j may hold other things, under our labels, types and ids too: no question, command or export reads them."""

import shlex

import pytest
from click.testing import CliRunner

from bycn.cli import cli
from bycn.graph_model.entities import ENTITY_TYPES
from bycn.graph_model.errors import BycnError
from bycn.graph_model.vocabulary import FACT_TYPE_NAMES
from bycn.loaders.neo4j.connection import Connection
from bycn.loaders.neo4j.database import Neo4jEngine
from bycn.loaders.neo4j.load import load
from tests.engines import dataset
from tests.queries.test_engines_agree import FILES, name_of, question_in, rows

LABELS = [*(cls.label for cls in ENTITY_TYPES.values()), "Entity", "Source", "Document"]
FOREIGN = [
    # Nodes with our labels, without an id or any property but such as everybody uses.
    *(f"CREATE (:{label} {{name: 'Foreign', title: 'Foreign', kind: 'foreign'}})" for label in LABELS),
    # With ids and values of other kinds than ours.
    *(f"CREATE (:{label} {{id: 5, name: 7, title: 3.5, address: 1, type: true, country: 2}})" for label in LABELS),
    # Labels and properties of others on what is ours.
    "MATCH (n:Entity {id: 'BY-VI'}) WHERE n._bycn IS NOT NULL SET n:Bloom, n.community = 7, n.embedding = [0.5, 0.25]",
    "MATCH (:Entity {id: 'BY-VI'})-[r:TWINNED_WITH]->() WHERE r._bycn IS NOT NULL SET r.weight = 0.5",
    # Our ids under other labels.
    "UNWIND ['BY', 'BY-VI', 'CN-SD', 'event/ciie-2023'] AS id CREATE (:Place {id: id, name: 'Foreign'})",
    # Every type of ours between entities of ours, and from and to foreign nodes.
    *(
        f"MATCH (a:Entity {{id: '{one}'}}), (b:Entity {{id: '{other}'}}) "
        f"CREATE (a)-[:{type_} {{title: 'Foreign', amount: 5, currency: 'USD', since: 2020}}]->(b)"
        for type_ in FACT_TYPE_NAMES
        for one, other in (("BY-VI", "CN-SD"), ("BY-HR", "CN-YN"), ("exchange/butb", "company/taomu-suzhou"))
    ),
    *(
        f"MATCH (a:Entity {{id: 'BY-VI'}}), (b:Entity {{id: 'CN-SD'}}) "
        f"CREATE (a)-[:{type_} {{id: 5, title: 7, rows: 'x', goods: 3, sources: 1, status: 2, date: 2020}}]->(b)"
        for type_ in FACT_TYPE_NAMES
    ),
    *(
        f"MATCH (a:Entity {{id: 'BY-VI'}}), (b:Place {{id: 'CN-SD'}}), (c:{label} {{name: 'Foreign'}}) "
        f"CREATE (a)-[:TWINNED_WITH]->(b), (c)-[:LOCATED_IN]->(a), (a)-[:TOOK_PART_IN]->(c), (b)-[:AGREEMENT]->(c)"
        for label in LABELS
    ),
    "MATCH (a:Entity {id: 'BY-VI'}), (b:Entity {id: 'CN-YN'}) CREATE (a)-[:KNOWS {since: 2020}]->(b)",
]
COMMANDS = [
    "connections Vitebsk",
    "connections Vitebsk --to city --with-events",
    "neighbours Vitebsk --depth 2",
    "path Vitebsk Shandong",
    "path Grodno Yunnan --all",
    "trade Vitebsk",
    "trade BUTB",
    "timeline Vitebsk",
    "show Vitebsk",
    "show c1-107",
    "show Foreign",
    "show 5",
    "sources Foreign",
    "search Foreign",
    "resolve Vitebsk",
    "stats",
    "sources",
    "sources fn-16",
    "central",
    "communities",
    "components",
    "bridges",
    "export jsonl",
    "export graphml",
    "export cypher",
]


@pytest.fixture(scope="module")
def address(module_address):
    with Connection(module_address) as connection:
        load(connection, dataset())
        connection.write(lambda tx: [tx.run(text).consume() for text in FOREIGN])
    return module_address


@pytest.fixture(scope="module")
def neo4j(address):
    with Neo4jEngine(address) as engine:
        yield engine


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_questions_read_nothing_foreign(engine, neo4j, path):
    question = question_in(path)
    theirs, ours = (_but_the_work(rows(one, question, {})) for one in (neo4j, engine))
    assert theirs == ours


def _but_the_work(rows):
    """Without the count of relationships by which a search decides where it begins: all that is there is work."""
    return [{name: value for name, value in row.items() if name != "relationships"} for row in rows]


@pytest.mark.sampled(4)
@pytest.mark.parametrize("command", COMMANDS)
def test_commands_and_exports_read_nothing_foreign(address, monkeypatch, command):
    def said(*more: str) -> tuple[str, int | None]:
        try:
            result = CliRunner().invoke(cli, [*shlex.split(command), *more], catch_exceptions=False)
        except BycnError as error:
            return str(error), None
        return result.stdout, result.exit_code

    ours = said()
    monkeypatch.setenv("NEO4J_PASSWORD", address.password or "")
    monkeypatch.setenv("NEO4J_USERNAME", address.user or "")
    assert said("--uri", address.uri) == ours
