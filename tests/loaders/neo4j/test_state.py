"""What a database says of itself: to those who ask it during a load or after one by another version, and to a load of
other tables than those it was filled from."""

import io
import time

import pytest

from bycn import cli
from bycn.graph_model.version import SCHEMA
from bycn.loaders.neo4j import state
from bycn.loaders.neo4j.database import Neo4jEngine
from bycn.loaders.neo4j.load import load, plan
from bycn.loaders.neo4j.replacing import OtherDataset
from bycn.loaders.neo4j.state import Lease, SchemaOlder, datasets_in, read_state, warnings_about
from tests.loaders.neo4j.snapshots import change, snapshot
from tests.loaders.neo4j.test_load import SIZE, edited, shuffled, without


class Terminal(io.StringIO):
    """A terminal at which somebody types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def bycn(neo4j_address, monkeypatch, capsys):
    """Run the program on the server of the tests, with what is typed, where there is a terminal; code and stderr."""
    monkeypatch.setenv("NEO4J_URI", neo4j_address.uri)
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_address.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_address.password or "")
    monkeypatch.setenv("NEO4J_DATABASE", neo4j_address.database or "")

    def run(*arguments: str, typed: str | None = None) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["bycn", *arguments])
        monkeypatch.setattr("sys.stdin", io.StringIO() if typed is None else Terminal(typed))
        code = cli._run()
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def waited_for(condition) -> bool:
    for _ in range(200):
        if condition():
            return True
        time.sleep(0.05)
    return False


def test_readers_learn_that_a_load_is_under_way_and_since_when(connection, neo4j_address, graph):
    told = []

    def ask(done: int, _total: int) -> None:
        if done > 100 and not told:
            with Neo4jEngine(neo4j_address) as engine:
                told.extend(engine.warnings)

    load(connection, graph, size=SIZE, progress=ask)
    [warning] = told
    day, hour = read_state(connection)["started"][:16].split("T")
    assert f"a load has been under way there since {day} {hour} UTC" in warning
    assert "bycn load" not in warning
    assert warnings_about(read_state(connection), neo4j_address) == []


def test_a_load_that_is_long_at_one_batch_is_still_under_way(connection, monkeypatch):
    monkeypatch.setattr(state, "_BEAT_SECONDS", 0.05)
    lease = Lease(connection)
    lease.begin([])
    with lease.at_work():
        change(connection, "MATCH (l:BycnLoad) SET l.alive = 1")
        assert waited_for(lambda: read_state(connection)["under_way"])
    monkeypatch.setattr(state, "_PATIENCE_SECONDS", 0.0)
    assert read_state(connection)["under_way"] is False


def test_a_load_that_failed_is_no_longer_under_way(connection, neo4j_address, graph):
    def stop(done: int, _total: int) -> None:
        if done > 100:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(connection, graph, size=SIZE, progress=stop)
    [told] = warnings_about(read_state(connection), neo4j_address)
    assert "did not finish; run `bycn load`" in told


def test_a_load_that_ended_or_was_taken_over_doesnt_come_alive_again(connection):
    first, second = Lease(connection), Lease(connection)
    first.begin([])
    first._tell_alive(alive=False)
    first._tell_alive(alive=True)
    assert read_state(connection)["under_way"] is False
    second.begin([])
    first._tell_alive(alive=False)
    assert read_state(connection)["under_way"] is True


def test_an_older_schema_is_refused_with_the_remedy(connection, neo4j_address, graph, bycn):
    load(connection, graph, size=SIZE)
    for schema in (SCHEMA - 1, None):
        change(connection, "MATCH (l:BycnLoad) SET l.schema = $schema", schema=schema)
        for command in (["stats"], ["connections", "Minsk"], ["query", "RETURN 1 AS one"], ["export", "jsonl"]):
            code, out, err = bycn(*command)
            assert (code, out, len(err.splitlines())) == (4, "", 1)
            assert "`bycn load` renews it" in err
    Lease(connection).begin(["made-up"])
    with pytest.raises(SchemaOlder, match=r"under way there since .*: ask again when it has finished") as refused:
        Neo4jEngine(neo4j_address)
    assert "bycn load" not in str(refused.value)
    load(connection, graph, size=SIZE)
    with Neo4jEngine(neo4j_address) as engine:
        assert engine.warnings == []


def test_a_state_that_somebody_else_spoiled_is_no_crash(connection, neo4j_address, graph):
    names = ("schema", "writes", "version", "dataset", "datasets", "complete", "started", "alive")
    for value in ("[1, 2]", "-1.5", "'x'"):
        change(connection, "MERGE (:BycnLoad {id: 'bycn'})")
        change(connection, f"MATCH (l:BycnLoad) SET {', '.join(f'l.{name} = {value}' for name in names)}")
        state = read_state(connection)
        assert warnings_about(state, neo4j_address)
        datasets_in(state)
        load(connection, graph, size=SIZE, replace=True)
        assert warnings_about(read_state(connection), neo4j_address) == []


def test_a_newer_schema_and_an_older_version_are_told(connection, neo4j_address, graph):
    load(connection, graph, size=SIZE)
    change(connection, "MATCH (l:BycnLoad) SET l.version = '0.0.1'")
    assert "older bycn (0.0.1); `bycn load` renews it" in warnings_about(read_state(connection), neo4j_address)[0]
    change(connection, "MATCH (l:BycnLoad) SET l.schema = $schema, l.version = '99'", schema=SCHEMA + 1)
    assert "newer bycn (99); upgrade" in warnings_about(read_state(connection), neo4j_address)[0]


def of(dataset: str, graph):
    other = shuffled(graph)
    other.dataset = dataset
    return other


def test_a_load_that_would_remove_another_dataset_is_refused(connection, graph):
    load(connection, of("theirs+shared", graph), size=SIZE)
    before = snapshot(connection)
    smaller = of("shared", graph)
    without(smaller, "BY-HM")
    facts, nodes = len(graph.facts) - len(smaller.facts), 1
    told = rf"would remove {facts:,} facts and {nodes} node that .* other tables \(theirs\)"
    for work in (load, plan):
        with pytest.raises(OtherDataset, match=told):
            work(connection, smaller)
    assert snapshot(connection) == before
    assert read_state(connection)["complete"] is True
    assert load(connection, smaller, size=SIZE, prune=False).kept == facts + nodes
    with pytest.raises(OtherDataset, match=told):  # what was kept is still theirs
        load(connection, smaller)
    assert load(connection, smaller, size=SIZE, replace=True).removed == facts + nodes
    without(smaller, "company/3")
    assert load(connection, smaller, size=SIZE).removed > 0  # now it is an update


def test_other_tables_under_the_same_name_are_another_dataset(connection, graph):
    load(connection, graph, size=SIZE)
    other = shuffled(graph)
    other.facts = {f"x/{id_}": edited(fact, id=f"x/{id_}") for id_, fact in graph.facts.items()}
    with pytest.raises(OtherDataset, match=rf"{len(graph.facts)} facts and 0 nodes .*made-up"):
        load(connection, other, size=SIZE)


def test_updates_arent_asked_about(connection, graph):
    load(connection, of("a+b", graph), size=SIZE)
    load(connection, of("b+a+c", graph), size=SIZE)  # more tables
    load(connection, of("renamed", graph), size=SIZE)  # other names for the same
    smaller = of("renamed", graph)
    without(smaller, "BY-HM")
    assert load(connection, smaller, size=SIZE).removed > 0


def test_what_an_older_bycn_loaded_is_another_dataset_by_its_name(connection, graph):
    load(connection, of("theirs+more", graph), size=SIZE)
    change(connection, "MATCH (l:BycnLoad) REMOVE l.datasets")
    smaller = of("mine", graph)
    without(smaller, "BY-HM")
    with pytest.raises(OtherDataset, match=r"\(theirs, more\)"):
        load(connection, smaller)


@pytest.fixture
def own(tmp_path):
    """Tables of one's own: two entities, and a fact between them."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "sources.csv").write_text("id,title\nmine/notes,Notes\n")
    (folder / "country.csv").write_text("id,name,country\nBY,Belarus,BY\nCN,China,CN\n")
    (folder / "agreement.csv").write_text(
        "id,from,to,instrument,title,status,date,sources\nmine/1,BY,CN,memorandum,M,signed,2025-03,mine/notes\n"
    )
    return folder


def test_the_program_asks_before_it_removes_the_shipped_data(connection, bycn, own):
    alone = ("load", "--only-data", "--data", str(own))
    assert bycn("load", "--data", str(own))[0] == 0
    before = snapshot(connection)
    code, out, err = bycn("load")
    assert (code, out) == (2, "")
    assert "would remove 1 fact and 1 node that were loaded from other tables (mine)" in err
    assert "--yes" in err
    code, _, err = bycn(*alone)
    assert code == 2
    assert "(cow_trade, divisions, public_pages, zalesskij_2024)" in err
    code, out, err = bycn(*alone, "--dry-run")
    assert code == 0
    assert "a load asks first" in err
    assert bycn(*alone, typed="n\n")[0] == 130
    assert snapshot(connection) == before
    code, _, err = bycn(*alone, typed="y\n")
    assert code == 0
    assert "Remove them?" in err
    assert connection.read("MATCH (n:Entity) RETURN count(n) AS n") == [{"n": 2}]
    assert bycn("load")[0] == 2
    assert bycn("load", "--yes")[0] == 0
    assert bycn("load", "--data", str(own))[0] == 0
    (own / "agreement.csv").write_text((own / "agreement.csv").read_text().replace("mine/1", "mine/2"))
    code, out, _ = bycn("load", "--data", str(own))
    assert (code, "1 created, 0 changed" in out, "1 removed" in out) == (0, True, True)
