"""The forms for Neo4j, tried on a real one: the graph that `load` gives."""

import json
import re
import shlex
import subprocess

import pytest

from bycn.atomic_write import MARK
from bycn.exports import cypher, gexf, jsonl, neo4j_admin
from bycn.graph_model.graph import Graph
from bycn.graph_model.names import UnknownName
from bycn.loaders.engine import ConnectionFailed
from bycn.loaders.neo4j.address import Address
from bycn.loaders.neo4j.connection import Connection
from bycn.loaders.neo4j.database import Neo4jEngine
from bycn.queries.filters import Filters
from bycn.queries.overview import show
from bycn.queries.resolving import resolve
from tests.engines import address_of, dataset, refill, whole
from tests.neo4j_server import NoServer, jar_server
from tests.neo4j_server.jars import QUICK_START, jars_folder, java_for

VERSION = "5.26.18"


@pytest.fixture(scope="module")
def address(neo4j_server):
    return address_of(neo4j_server)


def run(address: Address, script: str) -> None:
    """Run a script as its form says: every statement ends with `;` at the end of a line."""
    with Connection(address) as connection, connection._driver.session(database=address.database) as session:
        for statement in re.split(r";\n", script):
            if statement.strip():
                session.run(statement).consume()


def held(address: Address) -> tuple[list[str], list[str]]:
    with Neo4jEngine(address) as engine:
        return whole(engine)


def test_the_script_gives_the_graph_that_load_gives_and_run_again_changes_nothing(engine, address):
    refill(address, dataset())
    loaded = held(address)
    refill(address)
    script = "".join(cypher.lines(engine, Filters()))
    run(address, script)
    assert held(address) == loaded
    run(address, script)
    assert held(address) == loaded


def test_nodes_of_another_tool_are_left_out(engine, address):
    refill(address, dataset())
    with Neo4jEngine(address) as ours:
        before = {form: "".join(form.lines(ours, Filters())) for form in (cypher, jsonl, gexf)}
    run(
        address,
        "CREATE (:Entity {id: 5, name: 'Number'})-[:KNOWS {id: 7}]->(:Entity {id: 'theirs', name: 'Text'});\n"
        "CREATE (:Entity)-[:TWINNED_WITH]->(:Source {id: 'x'}), (:Document {title: 'D'});\n",
    )
    with Neo4jEngine(address) as ours:
        assert {form: "".join(form.lines(ours, Filters())) for form in before} == before
        with pytest.raises(UnknownName):
            resolve(ours, "Vitebks Regin")
    refill(address)


def test_what_people_add_to_our_nodes_and_facts_is_left_out(engine, address):
    refill(address, dataset())
    with Neo4jEngine(address) as ours:
        before = {form: "".join(form.lines(ours, Filters())) for form in (cypher, jsonl, gexf)}
    run(
        address,
        "MATCH (n:Oblast) SET n:AAA:Zzz, n.seen = date(), n.place = point({x: 1, y: 2}), n.mine = 'x';\n"
        "MATCH ()-[r:CONTRACT]->() SET r.took = duration('P1D'), r.mine = true;\n",
    )
    with Neo4jEngine(address) as ours:
        assert {form: "".join(form.lines(ours, Filters())) for form in before} == before
        assert json.dumps(show(ours, "BY-VI").to_dicts())
    refill(address)


def test_what_another_program_filled_is_refused_in_plain_words(address):
    refill(address)
    run(address, "CREATE (:Entity:Oblast {id: 'BY-VI', name: 'Vitebsk Region', type: 'oblast', country: 'BY'});\n")
    with pytest.raises(ConnectionFailed, match="bycn load"):
        Neo4jEngine(address)
    refill(address)


def test_load_finds_nothing_to_do_behind_the_script(engine, address):
    from bycn.loaders.neo4j.load import load

    refill(address)
    run(address, "".join(cypher.lines(engine, Filters())))
    with Connection(address) as connection:
        summary = load(connection, dataset())
    assert (summary.created, summary.changed, summary.removed) == (0, 0, 0)


def test_values_of_every_kind_survive_the_script(address):
    texts = [
        "it's",
        'a "quote"',
        "back\\slash",
        "\\u0041",
        "ends;",
        "// no comment",
        "`tick`",
        "$rows",
        "維捷布斯克 Віцебск 🚜",
    ]
    graph = Graph("test")
    from bycn.graph_model.entities import City

    graph.add(City(id=f"city/{n}", name=text, country="BY", aliases=texts) for n, text in enumerate(texts))
    refill(address, graph)
    loaded = held(address)
    with Neo4jEngine(address) as engine:
        script = "".join(cypher.lines(engine, Filters()))
    refill(address)
    run(address, script)
    assert held(address) == loaded


def test_filters_keep_facts_alone_in_the_script(engine):
    script = "".join(cypher.lines(engine, Filters(types=("TWINNED_WITH",))))
    assert "[r:TWINNED_WITH {id" in script
    assert "[r:AGREEMENT {id" not in script
    assert not [line for line in script.splitlines() if line.endswith(";") and line.startswith(("[", "'"))]


@pytest.fixture(scope="module")
def imported(engine, tmp_path_factory):
    """A server on what the real import tool made of the files."""
    folder = tmp_path_factory.mktemp("admin")
    neo4j_admin.write(engine, Filters(), folder)
    try:
        server, jars, java = jar_server(VERSION), jars_folder(VERSION), java_for(VERSION)
    except NoServer as reason:
        pytest.skip(f"no import tool: {reason}")
    command = re.sub(r"\\\n", " ", (folder / "import.sh").read_text()).splitlines()[-1]
    assert command.startswith('neo4j-admin database import full "${1:-neo4j}" ')
    options = shlex.split(command)[5:]
    tool = [
        java,
        *QUICK_START,
        "-cp",
        f"{jars}/*",
        "org.neo4j.cli.AdminTool",
        "database",
        "import",
        "full",
        "neo4j",
        *options,
    ]
    done = subprocess.run(
        tool,
        cwd=folder,
        env={"NEO4J_HOME": str(server.home), "NEO4J_CONF": str(server.home / "conf")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    with server:
        server.set_password()
        yield Address(server.uri, "neo4j", server.password), folder


def test_from_tables_the_files_are_the_same_and_no_database_is_made(bycn, engine, tmp_path, monkeypatch):
    cache = tmp_path / "cache"
    monkeypatch.setenv("BYCN_CACHE", str(cache))
    by_database, from_tables = tmp_path / "by_database", tmp_path / "from_tables"
    by_database.mkdir()
    neo4j_admin.write(engine, Filters(), by_database)
    assert bycn("export", "neo4j-admin", "-o", str(from_tables)).code == 0
    assert not cache.exists()
    names = {path.name for path in by_database.iterdir()}
    assert {path.name for path in from_tables.iterdir()} - {MARK} == names
    for name in names - {"import.sh"}:  # which says when it was written
        assert (from_tables / name).read_bytes() == (by_database / name).read_bytes(), name


def test_the_import_tool_makes_the_graph_that_load_makes(imported, address):
    refill(address, dataset())
    assert held(imported[0]) == held(address)


def test_bycn_answers_from_what_was_imported(imported):
    from bycn.queries.connections import connections

    found, folder = imported
    run(found, (folder / "constraints.cypher").read_text())
    with Neo4jEngine(found) as engine:
        rows = connections(engine, "BY-VI").to_dicts()
    assert {"CN-HL", "CN-JX", "CN-SD"} <= {row["id"] for row in rows}


def test_load_finds_nothing_to_do_behind_the_import(imported):
    from bycn.loaders.neo4j.load import load

    with Connection(imported[0]) as connection:
        summary = load(connection, dataset())
    assert (summary.created, summary.changed, summary.removed) == (0, 0, 0)
