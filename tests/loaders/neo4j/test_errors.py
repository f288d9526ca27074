"""What goes wrong on the way to a Neo4j: one plain line each, with the remedy and the right exit code."""

import contextlib
import socket
import subprocess
import threading
import time

import pytest
from neo4j.exceptions import Neo4jError

from bycn import cli
from bycn.loaders.engine import ConnectionFailed, QueryError
from bycn.loaders.neo4j import connection as connections
from bycn.loaders.neo4j.address import Address, address_from
from bycn.loaders.neo4j.connection import Connection, _check_version
from bycn.loaders.neo4j.database import Neo4jEngine
from bycn.loaders.neo4j.errors import DatabaseRefused, plain_errors
from bycn.loaders.neo4j.load import load
from tests.neo4j_server import NoServer, jar_server, wanted_version

NOWHERE = "bolt://127.0.0.1:1"


@pytest.fixture
def bycn(monkeypatch, capsys):
    """Run the program in this process; its exit code and what it says."""

    def run(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["bycn", *arguments])
        monkeypatch.setattr("sys.stdin", open("/dev/null"))  # noqa: PTH123, SIM115
        code = cli._run()
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.err.strip()

    return run


@pytest.mark.parametrize("uri", [NOWHERE, "neo4j://127.0.0.1:1", "bolt://no-such-host.invalid"])
@pytest.mark.parametrize("command", [["load"], ["stats"]], ids=lambda c: c[0])
def test_no_server(bycn, command, uri):
    code, said = bycn(*command, "--uri", uri)
    assert code == 4
    assert "docker compose up -d --wait" in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("uri", "told"),
    [
        ("ftp://x", "isn't the address of a Neo4j"),
        ("localhost:7687", "write bolt://localhost:7687"),
        ("bolt://localhost:abc", "isn't the address of a Neo4j"),
        ("bolt://", "isn't the address of a Neo4j"),
        ("http://localhost:7474", "Neo4j Browser or another page; write bolt://localhost:7687"),
        ("bolt://127.0.0.1:7474", "7474 is its Browser"),
        ("bolt://neo4j:secret@localhost", "leave user and password out of the address"),
    ],
)
def test_no_address(bycn, monkeypatch, uri, told):
    for arguments in (["stats", "--uri", uri], ["load", "--uri", uri], ["stats"]):
        if arguments == ["stats"]:
            monkeypatch.setenv("NEO4J_URI", uri)
        code, said = bycn(*arguments)
        assert code == 4
        assert told in said
        assert "secret" not in said
        assert len(said.splitlines()) == 1


def test_the_environment_names_the_server_too(bycn, monkeypatch):
    monkeypatch.setenv("NEO4J_URI", NOWHERE)
    assert bycn("stats")[0] == 4
    monkeypatch.setenv("NEO4J_URI", "")
    assert bycn("stats")[0] == 0


def test_own_tables_are_asked_without_a_server(bycn):
    code, said = bycn("stats", "--uri", NOWHERE, "--data", "x")
    assert code == 2
    assert "bycn load --data" in said


def test_wrong_password(neo4j_address, bycn, monkeypatch, tmp_path):
    if not neo4j_address.password:
        pytest.skip("this server asks for no password")
    monkeypatch.setenv("NEO4J_PASSWORD", "not-the-password")
    code, said = bycn("load", "--uri", neo4j_address.uri)
    assert (code, len(said.splitlines())) == (4, 1)
    assert "wrong user or password" in said
    assert "not-the-password" not in said
    right = tmp_path / "password"
    right.write_text(f"{neo4j_address.password}\n")
    code, said = bycn("stats", "--uri", neo4j_address.uri, "--user", neo4j_address.user, "--password-file", str(right))
    assert code == 0
    assert "nothing was loaded by bycn" in said


def test_no_password_and_no_terminal(neo4j_address, bycn):
    if not neo4j_address.password:
        pytest.skip("this server asks for no password")
    code, said = bycn("load", "--uri", neo4j_address.uri)
    assert (code, len(said.splitlines())) == (4, 1)
    assert "NEO4J_PASSWORD" in said
    assert "--password-file" in said


@pytest.mark.parametrize("content", [None, "", "\xff"], ids=["missing", "empty", "not text"])
def test_a_password_file_that_cant_be_read(bycn, tmp_path, content):
    path = tmp_path / "password"
    if content is not None:
        path.write_text(content, encoding="latin-1")
    code, said = bycn("load", "--uri", NOWHERE, "--password-file", str(path))
    assert (code, len(said.splitlines())) == (4, 1)
    assert str(path) in said


def test_a_database_that_is_missing(neo4j_address, bycn, monkeypatch):
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_address.password)
    for command in ("load", "stats"):
        code, said = bycn(command, "--uri", neo4j_address.uri, "--database", "nowhere")
        assert (code, len(said.splitlines())) == (4, 1)
        assert "there is no database 'nowhere'" in said


def test_questions_cant_write(neo4j_address, connection):
    with Neo4jEngine(neo4j_address) as engine, pytest.raises(QueryError, match="read access mode"):
        engine.run("CREATE (n:Mine)")
    assert connection.read("MATCH (n:Mine) RETURN n") == []


def test_a_server_that_isnt_neo4j(monkeypatch):
    monkeypatch.setattr(connections, "_PATIENCE_SECONDS", 2)
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            client, _ = listener.accept()
            client.recv(100)
            client.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            client.close()

        threading.Thread(target=answer, daemon=True).start()
        with pytest.raises(ConnectionFailed, match=r"7474 is its Browser|no Neo4j"):
            Connection(Address(f"bolt://127.0.0.1:{listener.getsockname()[1]}"))


def _ends_at_once(client: socket.socket) -> None:
    client.close()


def _ends_later(client: socket.socket) -> None:
    client.recv(100)
    client.close()


def _says_nothing(client: socket.socket) -> None:
    client.recv(1)
    time.sleep(20)


def _says_too_little(client: socket.socket) -> None:
    client.recv(100)
    client.sendall(b"\0\0")
    time.sleep(20)


def _agrees_and_ends(client: socket.socket) -> None:
    client.recv(100)
    client.sendall(b"\0\0\4\5")
    client.recv(1000)
    client.close()


def _agrees_and_says_nothing(client: socket.socket) -> None:
    client.recv(100)
    client.sendall(b"\0\0\4\5")
    time.sleep(20)


@pytest.mark.parametrize(
    ("behave", "schemes"),
    [
        (_ends_at_once, ["bolt", "neo4j", "bolt+s"]),
        (_ends_later, ["bolt", "neo4j+s"]),
        (_says_nothing, ["bolt", "neo4j", "bolt+ssc"]),
        (_says_too_little, ["bolt"]),
        (_agrees_and_ends, ["bolt", "neo4j"]),
        (_agrees_and_says_nothing, ["bolt", "neo4j"]),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_a_server_that_is_starting_or_busy(monkeypatch, behave, schemes):
    monkeypatch.setattr(connections, "_PATIENCE_SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with contextlib.suppress(OSError):
                while True:
                    client, _ = listener.accept()
                    threading.Thread(target=behave, args=(client,), daemon=True).start()

        threading.Thread(target=serve, daemon=True).start()
        for scheme in schemes:
            with pytest.raises(ConnectionFailed, match=r"starting or busy.*try again in a moment") as raised:
                Connection(Address(f"{scheme}://127.0.0.1:{listener.getsockname()[1]}"))
            assert "protocol" not in str(raised.value)
            assert "is not a Neo4j" not in str(raised.value)


@pytest.mark.parametrize(
    ("code", "error", "told"),
    [
        ("Neo.ClientError.Security.Forbidden", DatabaseRefused, "right to write"),
        ("Neo.ClientError.Cluster.NotALeader", DatabaseRefused, "neo4j://"),
        ("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", DatabaseRefused, "read-only"),
        ("Neo.ClientError.Security.AuthenticationRateLimit", ConnectionFailed, "wait five seconds"),
        ("Neo.TransientError.General.DatabaseUnavailable", ConnectionFailed, "starting.*START DATABASE"),
        ("Neo.TransientError.Request.NoThreadsAvailable", ConnectionFailed, "busy.*try again"),
        ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", DatabaseRefused, "smaller batch.*narrow a question"),
        ("Neo.DatabaseError.General.UnknownError", DatabaseRefused, "failed"),
    ],
)
def test_refusals_that_only_some_servers_give(code, error, told):
    with pytest.raises(error, match=told), plain_errors(Address("bolt://x", "me", database="d")):
        raise Neo4jError._basic_hydrate(neo4j_code=code, message="a\nb")


@pytest.mark.parametrize("agent", ["Neo4j/5.25.1", "Neo4j/4.4.30", "Memgraph/2.0"])
def test_a_server_that_is_too_old_or_another_one(agent):
    with pytest.raises(ConnectionFailed, match=r"5\.26 or later|not a Neo4j but"):
        _check_version(agent, Address("bolt://x"))


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.27-aura", "Neo4j/2026.01.3"])
def test_a_server_that_is_new_enough(agent):
    _check_version(agent, Address("bolt://x"))


def test_a_password_is_in_no_text():
    address = address_from("bolt://x", environment={"NEO4J_PASSWORD": "secret"})
    assert address.password == "secret"
    assert "secret" not in f"{address} {address!r}"


@pytest.fixture
def own_server():
    """A server to be set up otherwise; its first password is not changed yet."""
    try:
        with jar_server(wanted_version()) as server:
            yield server
    except NoServer as reason:
        pytest.skip(str(reason))


def test_a_first_password_then_a_read_only_database_then_tls(own_server, graph):
    port = own_server.uri.rpartition(":")[2]
    with (
        pytest.raises(ConnectionFailed, match="must be changed"),
        Connection(Address(own_server.uri, "neo4j", "neo4j")) as c,
    ):
        load(c, graph)
    own_server.set_password()
    for plain_text in ("bolt+s", "neo4j+ssc"):
        with pytest.raises(ConnectionFailed, match=r"doesn't speak TLS; try (bolt|neo4j)://"):
            Connection(Address(f"{plain_text}://127.0.0.1:{port}", "neo4j", own_server.password))

    own_server.stop()
    certificates = own_server.home / "certificates"
    certificates.mkdir()
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"),
            *("-keyout", str(certificates / "private.key"), "-out", str(certificates / "public.crt")),
        ],
        check=True,
        capture_output=True,
    )
    own_server.configure(
        "server.databases.default_to_read_only=true\n"
        "server.bolt.tls_level=REQUIRED\n"
        "dbms.ssl.policy.bolt.enabled=true\n"
        f"dbms.ssl.policy.bolt.base_directory={certificates}\n"
        "dbms.ssl.policy.bolt.client_auth=NONE\n"
    )
    own_server.start()
    with pytest.raises(ConnectionFailed, match=r"if it wants TLS, bolt\+s://"):
        Connection(Address(f"bolt://127.0.0.1:{port}", "neo4j", own_server.password))
    with pytest.raises(ConnectionFailed, match=r"bolt\+ssc://"):
        Connection(Address(f"bolt+s://127.0.0.1:{port}", "neo4j", own_server.password))
    trusting = Address(f"bolt+ssc://127.0.0.1:{port}", "neo4j", own_server.password)
    with Connection(trusting) as connection, pytest.raises(DatabaseRefused, match="read-only"):
        load(connection, graph)


def test_what_the_server_said_is_told_where_the_driver_hides_it(connection):
    def ask_twice(tx):
        result = tx.run("UNWIND [0] AS zero RETURN 1 / zero AS n")
        with contextlib.suppress(Neo4jError):
            list(result)
        return list(result)  # now the driver says only that the result has failed

    with pytest.raises(QueryError, match="by zero"):
        connection.write(ask_twice)
