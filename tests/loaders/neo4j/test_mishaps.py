"""Loads that end early, or meet one another: the next load completes what they left.

Every day takes other moments for the kills, of the seed BYCN_TEST_SEED; BYCN_TEST_KILLS=all takes each of them.
"""

import multiprocessing
import os
import random
import signal
import threading
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from benchmarks.generate import generate
from bycn.graph_model.facts import FACT_TYPES
from bycn.graph_model.graph import Graph
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import ConnectionFailed, QueryError
from bycn.loaders.neo4j import connection as connections
from bycn.loaders.neo4j import schema, state, write
from bycn.loaders.neo4j.address import Address
from bycn.loaders.neo4j.connection import Connection
from bycn.loaders.neo4j.load import load
from bycn.loaders.neo4j.state import TakenOver, read_state, warnings_about
from tests.loaders.neo4j.bad_proxy import BadProxy, cut, garbled, slow
from tests.loaders.neo4j.snapshots import change, snapshot
from tests.neo4j_server import NoServer, jar_server, wanted_version

SIZE = 20
SEED = int(os.environ.get("BYCN_TEST_SEED", datetime.now(UTC).toordinal()))
_chance = random.Random(SEED)


def chosen(cases: Iterable) -> list:
    """One of several cases, or all of them where BYCN_TEST_KILLS asks for that."""
    every = list(cases)
    return every if os.environ.get("BYCN_TEST_KILLS") == "all" else [_chance.choice(every)]


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def load_and_die(address: Address, batches: int, *, within: bool) -> None:
    """Load in a process of its own, killed when so many batches are written, or within the next one."""
    graph = generate(120, 300)
    written = 0

    def count(_done: int, _total: int) -> None:
        nonlocal written
        written += 1
        if written == batches and not within:
            die()

    send = write._send

    def send_and_die(*arguments):
        matched = send(*arguments)
        if written >= batches and within:
            die()
        return matched

    write._send = send_and_die
    with Connection(address) as connection:
        load(connection, graph, size=SIZE, progress=count)


@pytest.fixture
def clean(connection, graph):
    """What an undisturbed load leaves."""
    load(connection, graph, size=SIZE)
    sound = snapshot(connection)
    change(connection, "MATCH (n) WHERE NOT n:BycnTestRun DETACH DELETE n")
    return sound


@pytest.mark.parametrize(
    ("batches", "within"),
    [*((batches, False) for batches in chosen([1, 9, 30])), *((batches, True) for batches in chosen([1, 9, 30]))],
)
def test_a_killed_load_is_completed_by_the_next(connection, neo4j_address, graph, clean, batches, within):
    loader = multiprocessing.get_context("spawn").Process(
        target=load_and_die, args=(neo4j_address, batches), kwargs={"within": within}
    )
    loader.start()
    loader.join(60)
    assert loader.exitcode == -signal.SIGKILL
    assert snapshot(connection) != clean
    assert "under way" in warnings_about(read_state(connection), neo4j_address)[0]
    change(connection, "MATCH (l:BycnLoad) SET l.alive = l.alive - 60000")
    assert "did not finish" in warnings_about(read_state(connection), neo4j_address)[0]
    summary = load(connection, graph, size=SIZE)
    assert summary.unchanged > 0
    assert snapshot(connection) == clean
    assert warnings_about(read_state(connection), neo4j_address) == []


def test_a_later_load_takes_over_and_the_earlier_one_stops(connection, neo4j_address, graph, clean):
    later = []

    def second_load(_done: int, _total: int) -> None:
        if not later:
            with Connection(neo4j_address) as other:
                later.append(load(other, graph, size=SIZE))

    with pytest.raises(TakenOver, match="took over"):
        load(connection, graph, size=SIZE, progress=second_load)
    assert snapshot(connection) == clean
    assert read_state(connection)["complete"] is True


def test_a_later_load_of_other_tables_leaves_just_those(connection, neo4j_address, graph):
    other_graph = generate(60, 100, seed=2)
    with Connection(neo4j_address) as other:
        load(other, other_graph, size=SIZE)
        wanted = snapshot(connection)
        change(connection, "MATCH (n) WHERE NOT n:BycnTestRun DETACH DELETE n")

        def second_load(done: int, _total: int) -> None:
            if done > 100:
                load(other, other_graph, size=SIZE)

        with pytest.raises(TakenOver):
            load(connection, graph, size=SIZE, progress=second_load)
    assert snapshot(connection) == wanted


def test_loads_at_once_end_in_one_right_graph_or_a_clear_refusal(connection, neo4j_address, clean):
    start = threading.Barrier(3)
    ended = []

    def load_at_once() -> None:
        with Connection(neo4j_address) as own:
            start.wait()
            try:
                load(own, generate(120, 300), size=SIZE)
                ended.append("loaded")
            except TakenOver:
                ended.append("refused")

    threads = [threading.Thread(target=load_at_once) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ended) == 3
    assert "loaded" in ended
    assert snapshot(connection) == clean
    assert read_state(connection)["complete"] is True


# Garbled later, the driver waits two minutes for the rest, as the server tells it to, and then gives up in words.
HARMS = [(cut, 30_000, True), (cut, 30_000, False), (garbled, 200, True), (slow, 0, False)]


@pytest.mark.parametrize(
    ("harm", "after", "once", "answers"),
    [case for harm in HARMS for case in chosen([(*harm, answers) for answers in (False, True)])],
)
def test_a_load_through_a_bad_proxy_ends_and_the_next_one_completes_it(
    connection, neo4j_address, graph, clean, monkeypatch, harm, once, answers, after
):
    monkeypatch.setattr(connections, "_PATIENCE_SECONDS", 2)
    begun = time.monotonic()
    with BadProxy(neo4j_address.uri, after // (4 if answers else 1), harm, answers=answers, once=once) as proxy:
        try:
            with Connection(replace(neo4j_address, uri=proxy.uri)) as through:
                load(through, graph, size=SIZE)
            ended = "loaded"
        except (ConnectionFailed, QueryError) as error:  # what is garbled may reach the server as a message too long
            ended = str(error)
    assert proxy.harmed
    assert time.monotonic() - begun < 60
    assert harm is not slow or ended == "loaded"
    assert ended == "loaded" or "Neo4j" in ended or "was lost" in ended or "exceeded limit" in ended
    load(connection, graph, size=SIZE)
    assert snapshot(connection) == clean


def test_a_server_whose_clock_was_set_back_has_no_load_under_way_for_ever(connection, neo4j_address, graph):
    load(connection, graph, size=SIZE)
    change(connection, "MATCH (l:BycnLoad) SET l.complete = false, l.alive = timestamp() + 86400000")
    assert "did not finish" in warnings_about(read_state(connection), neo4j_address)[0]
    load(connection, graph, size=SIZE)
    assert warnings_about(read_state(connection), neo4j_address) == []


@pytest.fixture(scope="module")
def own_server():
    """A server that may be killed, and is started again by whoever kills it."""
    try:
        with jar_server(wanted_version()) as server:
            server.set_password()
            yield server
    except NoServer as reason:
        pytest.skip(str(reason))


def narrow(graph):
    """Companies and the ties between them: few statements, which a cold server has to plan each time."""
    kept = Graph(graph.dataset)
    kept.add(e for e in graph.entities.values() if e.type == "company")
    kept.add(
        FACT_TYPES["COOPERATES_WITH"](
            id=f"f/{n}", **{"from": f"company/{n % 60}"}, to="company/0", title="t", sources="s"
        )
        for n in range(300)
    )
    return kept


def test_a_server_killed_during_a_load_and_started_again(own_server, connection, graph, monkeypatch):
    monkeypatch.setattr(connections, "_PATIENCE_SECONDS", 5)
    address, wanted = Address(own_server.uri, "neo4j", own_server.password), narrow(graph)
    load(connection, wanted, size=SIZE)
    clean = snapshot(connection)

    def kill(done: int, _total: int) -> None:
        if done > 150:
            own_server.kill()

    with Connection(address) as broken:
        change(broken, "MATCH (n) DETACH DELETE n")
        with pytest.raises(ConnectionFailed, match="was lost"):
            load(broken, wanted, size=SIZE, progress=kill)
    own_server.start()
    with Connection(address) as again:
        found = snapshot(again)
        assert 0 < len(found[0]) + len(found[1]) < len(clean[0]) + len(clean[1])
        load(again, wanted, size=SIZE)
        assert snapshot(again) == clean


MOMENTS = range(len(FACT_TYPES) + 5)
"""The statements by which a first load makes its constraints and announces itself."""


def test_a_server_killed_at_any_statement_of_the_schema_is_filled_by_the_next_load(own_server, graph, monkeypatch):
    monkeypatch.setattr(connections, "_PATIENCE_SECONDS", 5)
    address, wanted = Address(own_server.uri, "neo4j", own_server.password), narrow(graph)
    run, statements_left = connections.run, []

    def run_and_kill(tx, query, **params):
        found = run(tx, query, **params)  # done, but not committed
        if query.startswith(("CREATE CONSTRAINT", "DROP INDEX")) or query == statement("loading/state/begin"):
            if statements_left == [0]:
                own_server.kill()
            statements_left[:] = [left - 1 for left in statements_left]
        return found

    for module in (schema, state):
        monkeypatch.setattr(module, "run", run_and_kill)
    with Connection(address) as connection:
        load(connection, wanted, size=SIZE)
        clean = snapshot(connection)
    moments = chosen(MOMENTS)
    for moment in moments:
        with Connection(address) as connection:
            change(connection, "MATCH (n) DETACH DELETE n")
            for row in connection.read("SHOW CONSTRAINTS YIELD name"):
                change(connection, f"DROP CONSTRAINT {row['name']}")
        for left in (moment, 0) if moment == moments[0] else (moment,):  # once the load that mends it is killed as well
            statements_left[:] = [left]
            with Connection(address) as broken, pytest.raises(ConnectionFailed, match="was lost"):
                load(broken, wanted, size=SIZE)
            own_server.start()
        statements_left.clear()
        with Connection(address) as connection:
            load(connection, wanted, size=SIZE)
            assert snapshot(connection) == clean, (moment, SEED)
            owned = connection.read("SHOW INDEXES YIELD owningConstraint, state WHERE owningConstraint IS NOT NULL")
            assert [row["state"] for row in owned] == ["ONLINE"] * (len(FACT_TYPES) + 4), (moment, SEED)
